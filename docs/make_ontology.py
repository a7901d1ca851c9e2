"""Writes docs/ontology.md from ontology/kg.ttl and ontology/plover.ttl: python docs/make_ontology.py"""

from __future__ import annotations

from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

ROOT = Path(__file__).parent.parent
KG, PLOVER = "https://newskg.org/ns#", "https://newskg.org/plover#"
KINDS = (
    ("Classes", OWL.Class),
    ("Properties between things", OWL.ObjectProperty),
    ("Properties with values", OWL.DatatypeProperty),
)


def page() -> str:
    """The reference, in Markdown."""
    graph = Graph()
    for name in ("kg.ttl", "plover.ttl"):
        graph.parse(ROOT / "ontology" / name)
    lines = [
        "# The vocabulary",
        "",
        "Made from `ontology/kg.ttl` and `ontology/plover.ttl` by `python docs/make_ontology.py`.",
        "",
    ]
    lines += [
        "What other vocabularies have is taken from them: SEM for events and actors, PROV-O for provenance, NIF 2.1 for"
    ]
    lines += [
        "offsets, OWL-Time for intervals, schema.org for people, bodies and articles, SKOS for names and event types.",
        "",
    ]
    for title, kind in KINDS:
        terms = sorted(t for t in graph.subjects(RDF.type, kind) if str(t).startswith(KG))
        lines += [f"## {title}", ""]
        for term in terms:
            lines += _term(graph, term)
    lines += ["## Event types", "", "| class | what | example |", "|---|---|---|"]
    for concept in sorted(graph.subjects(SKOS.topConceptOf)):
        told = (graph.value(concept, SKOS.definition) or "", graph.value(concept, SKOS.example) or "")
        lines.append(f"| `plover:{str(concept).removeprefix(PLOVER)}` | {told[0]} | {told[1]} |")
    return "\n".join(lines) + "\n"


def _term(graph: Graph, term: URIRef) -> list[str]:
    lines = [f"### `{_short(graph, term)}`", "", str(graph.value(term, RDFS.comment) or ""), ""]
    for label, relation in (
        ("Is a", RDFS.subClassOf),
        ("Is a", RDFS.subPropertyOf),
        ("Of", RDFS.domain),
        ("Gives", RDFS.range),
        ("Like", SKOS.closeMatch),
        ("Like", SKOS.exactMatch),
    ):
        values = sorted(_short(graph, v) for v in graph.objects(term, relation))
        if values:
            lines.append(f"- {label}: {', '.join(f'`{v}`' for v in values)}")
    example = graph.value(term, SKOS.example)
    if example:
        lines.append(f"- Example: `{' '.join(str(example).split())}`")
    return [*lines, ""]


def _short(graph: Graph, term: object) -> str:
    return graph.namespace_manager.normalizeUri(str(term)).strip("<>") if isinstance(term, URIRef) else str(term)


if __name__ == "__main__":
    (ROOT / "docs" / "ontology.md").write_text(page(), encoding="utf-8")
