"""Writes docs/ontology.md from ontology/kg.ttl: python docs/ontology.py"""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

HERE = Path(__file__).parent
NS = "https://newskg.org/ns#"
KINDS = {
    "Classes": (OWL.Class,),
    "Properties": (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property),
    "Individuals": (OWL.NamedIndividual,),
}
SAID = {
    "is a": RDFS.subClassOf,
    "is a kind of": RDFS.subPropertyOf,
    "of": RDFS.domain,
    "gives": RDFS.range,
    "close to": SKOS.closeMatch,
    "see": RDFS.seeAlso,
    "never a": OWL.disjointWith,
}
HEAD = """# The vocabulary

Made from `ontology/kg.ttl` by `python docs/ontology.py`. `kg:` is `{ns}`.

What exists is reused: SEM for events and who takes part (`sem:Event`, `sem:hasTime`, `sem:hasPlace`), PROV-O for where
things come from (`prov:wasDerivedFrom`, `prov:wasQuotedFrom`, and the runs), NIF 2.1 for offsets (`nif:beginIndex` …),
OWL-Time for days and spans, schema.org for people, organizations, places and articles, SKOS for names, relations and
event types, GeoNames and Wikidata for who is who. A statement is no `sem:Event` when it is denied, wished for or told
by somebody: SEM has no event that did not happen. What a source is said to have said are words of the article, not of
the source, hence `kg:attributedTo` and not `prov:wasAttributedTo`. What follows is what these do not have.
"""


def page() -> str:
    """The reference, as Markdown."""
    graph = rdflib.Graph().parse(HERE.parent / "ontology" / "kg.ttl")
    lines = [HEAD.format(ns=NS)]
    for title, kinds in KINDS.items():
        lines.append(f"## {title}\n")
        terms = {t for kind in kinds for t in graph.subjects(RDF.type, kind) if str(t).startswith(NS)}
        for term in sorted(terms):
            lines.append(
                f"### `{graph.qname(term)}` {graph.value(term, RDFS.label)}\n\n{graph.value(term, RDFS.comment)}\n"
            )
            for word, predicate in SAID.items():
                values = sorted(f"`{graph.qname(v)}`" for v in graph.objects(term, predicate))
                if values:
                    lines.append(f"- {word} {', '.join(values)}")
            lines += [f"- example: `{e}`" for e in sorted(graph.objects(term, SKOS.example))]
            lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    (HERE / "ontology.md").write_text(page(), encoding="utf-8")
