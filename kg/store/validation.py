"""Whether a graph is what it says it is: shapes, evidence read again, flat triples against statements.

The shapes of ontology/shapes.ttl are asked as SPARQL of the store itself, one query a constraint, which takes a
small part of the time of a general SHACL processor; `tests/store` holds both against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from kg.lexicon import ONTOLOGY
from kg.store.folder import Folder
from kg.store.rdf import text_hash
from kg.store.terms import prefixes
from kg.values import Article, ArticleResult, Phrase, Statement

SH = "http://www.w3.org/ns/shacl#"
# Each constraint of a property shape: what a focus node ?x or its value ?v does that breaks it.
_BREAKS = {
    "minCount": "FILTER NOT EXISTS {{ ?x {path} ?v }}",
    "maxCount": "?x {path} ?v, ?w FILTER(!sameTerm(?v, ?w))",
    "datatype": "?x {path} ?v FILTER(!isLiteral(?v) || datatype(?v) != {value})",
    "class": "?x {path} ?v FILTER NOT EXISTS {{ ?v a {value} }}",
    "nodeKind": "?x {path} ?v FILTER(!({value}))",
    "in": "?x {path} ?v FILTER(COALESCE(?v NOT IN ({value}), true))",
    "equals": "?x {path} ?v FILTER NOT EXISTS {{ ?x {value} ?v }}",
    "disjoint": "?x {path} ?v . ?x {value} ?v",
}
_BLANK = """SELECT ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER(isBlank(?s) || isBlank(?o)) }"""
_KINDS = {"IRI": "isIRI(?v)", "Literal": "isLiteral(?v)", "IRIOrLiteral": "isIRI(?v) || isLiteral(?v)"}


def anchored(s: Statement, article: Article) -> bool:
    """Whether a statement and all its parts are the words of the article that it names."""
    parts: Iterable[Any] = (s.sentence, s.relation, *_phrases(s), *s.attribution)
    return bool(s.relation.iri) and all(
        p.start is None or (0 <= p.start < p.end <= len(article.text) and article.text[p.start : p.end] == p.text)
        for p in parts
    )


def _phrases(s: Statement) -> Iterator[Phrase]:
    for p in (s.subject, s.object, s.place, *s.arguments):
        if p is not None:
            yield p


def violations(folder: Folder, store: Any, results: Iterable[ArticleResult]) -> Iterator[str]:
    """What is wrong with a graph, one sentence each."""
    yield from broken_shapes(store)
    yield from _evidence(store, results)
    yield from _flat(store)
    for row in store.query(_BLANK):
        yield f"{row['s']} {row['p']} {row['o']} has a blank node."
    yield from _same_as_trig(folder, store)


def constraints() -> Iterator[tuple[str, str, str]]:
    """The constraints of the shapes: what to look for, its name, and the SPARQL that finds the nodes that break it."""
    shapes = ox.Store()
    shapes.load(path=str(ONTOLOGY / "shapes.ttl"), format=ox.RdfFormat.TURTLE)

    def values(node: Any, predicate: str) -> list[Any]:
        return [q.object for q in shapes.quads_for_pattern(node, ox.NamedNode(SH + predicate), None)]

    for q in shapes.quads_for_pattern(None, ox.NamedNode(SH + "property"), None):
        target = next((f"?x a {t}" for t in values(q.subject, "targetClass")), None)
        target = target or next(f"?x {t} ?any" for t in values(q.subject, "targetSubjectsOf"))
        path = str(values(q.object, "path")[0])
        for kind, pattern in _BREAKS.items():
            for value in values(q.object, kind):
                if kind == "maxCount" and value.value == "0":
                    pattern = "?x {path} ?v"
                text = _KINDS[value.value.removeprefix(SH)] if kind == "nodeKind" else str(value)
                if kind == "in":
                    text = ", ".join(str(v) for v in _list(shapes, value))
                body = pattern.format(path=path, value=text)
                yield path, f"sh:{kind} {value.value}", f"SELECT DISTINCT ?x {{ {target} . {body} }}"


def _list(shapes: Any, node: Any) -> Iterator[Any]:
    rdf = prefixes()["rdf"]
    while node.value != rdf + "nil":
        first, rest = (
            next(iter(shapes.quads_for_pattern(node, ox.NamedNode(rdf + p), None))) for p in ("first", "rest")
        )
        yield first.object
        node = rest.object


def broken_shapes(store: Any) -> Iterator[str]:
    """Nodes that do not conform to the shapes."""
    for path, constraint, sparql in constraints():
        for row in store.query(sparql):
            yield f"{row['x']} breaks {constraint} of {path}."


def _evidence(store: Any, results: Iterable[ArticleResult]) -> Iterator[str]:
    """Every piece of evidence, read again in the kept text; every statement, found in its article."""
    rows = store.query(
        "SELECT ?a ?e ?b ?n ?t { ?e nif:referenceContext ?a ; nif:beginIndex ?b ; nif:endIndex ?n ; nif:anchorOf ?t }",
        prefixes=prefixes(),
    )
    evidence: dict[str, list[tuple[str, int, int, str]]] = {}
    for a, e, b, n, t in rows:
        evidence.setdefault(a.value, []).append((e.value, int(b.value), int(n.value), t.value))
    hashes = store.query("SELECT ?a ?h { ?a kg:textHash ?h }", prefixes=prefixes())
    hash_of = {a.value: h.value for a, h in hashes}
    owners = store.query("SELECT ?s ?a { ?s prov:wasDerivedFrom/nif:referenceContext ?a }", prefixes=prefixes())
    for s, a in owners:
        if not s.value.startswith(a.value + "#"):
            yield f"{s.value} has its evidence in another article, {a.value}."
    kept = set()
    for r in results:
        article = r.article
        kept.add(article.iri)
        if hash_of.get(article.iri) != f"sha256:{text_hash(article)}":
            yield f"{article.iri}: the kept text is not the one the graph was made from."
        for e, begin, end, text in evidence.get(article.iri, ()):
            if article.text[begin:end] != text:
                yield f"{e} does not stand at {begin}–{end} of the kept text."
        for s in r.statements:
            if not anchored(s, article):
                yield f"{s.id} has words that do not stand where it says."
    for iri in sorted(hash_of.keys() - kept):
        yield f"{iri} is in the graph, but its text is not kept."


def _flat(store: Any) -> Iterator[str]:
    """Flat triples and statements agree, both ways, in the default graph and in each voice's."""
    asked = store.query(
        """SELECT ?g ?s ?p ?o ?own {
          ?st a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:inGraph ?g ;
              kg:polarity "affirmed" ; kg:modality "actual" .
          FILTER NOT EXISTS { ?o a kg:Statement }
          BIND(NOT EXISTS { ?st kg:attributedTo ?v } AS ?own) }""",
        prefixes=prefixes(),
    )
    wanted = set()
    for g, s, p, o, own in asked:
        wanted.add((g.value, s, p, o))
        if own.value == "true":
            wanted.add(("", s, p, o))
    flat = store.query("SELECT ?s ?p ?o { ?p a kg:Relation . ?s ?p ?o }", prefixes=prefixes())
    found = {("", s, p, o) for s, p, o in flat}
    voiced = store.query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }", prefixes=prefixes())
    found |= {(g.value, s, p, o) for g, s, p, o in voiced}
    for g, *triple in sorted(wanted - found, key=str):
        yield f"The flat triple {' '.join(map(str, triple))} is missing in {g or 'the default graph'}."
    for g, *triple in sorted(found - wanted, key=str):
        yield f"The flat triple {' '.join(map(str, triple))} in {g or 'the default graph'} has no such statement."


def _same_as_trig(folder: Folder, store: Any) -> Iterator[str]:
    """The TriG beside the store holds the same quads."""
    if not folder.trig.exists():
        yield f"{folder.trig} is missing; `kg build` writes it again."
        return
    written = ox.Store()
    written.bulk_load(path=str(folder.trig), format=ox.RdfFormat.TRIG)
    different = _lines(written) ^ _lines(store)
    if different:
        yield f"{folder.trig} and the store differ in {len(different)} quads; `kg build` writes both again."


def _lines(store: Any) -> set[bytes]:
    return set((store.dump(format=ox.RdfFormat.N_QUADS) or b"").split(b"\n"))
