"""Whether a graph is what it says it is: shapes, evidence read again, flat triples against statements.

The shapes of ontology/shapes.ttl are asked as SPARQL of the store itself, one query a constraint, which takes a
small part of the time of a general SHACL processor; `tests/store` holds both against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from kg.lexicon import ONTOLOGY
from kg.store.derive import open_store
from kg.store.folder import Folder
from kg.store.rdf import text_hash
from kg.store.terms import PREFIXES, prefixes
from kg.values import VOCABULARY, Article, ArticleResult, Statement

SH = "http://www.w3.org/ns/shacl#"
DEFAULT = ox.DefaultGraph()
HASH = VOCABULARY + "textHash"
EVIDENCE = [PREFIXES["nif"] + p for p in ("referenceContext", "beginIndex", "endIndex", "anchorOf")]
STATEMENT = [PREFIXES["prov"] + "wasDerivedFrom", *(VOCABULARY + p for p in ("polarity", "modality", "inGraph"))]
STATEMENT += [PREFIXES["rdf"] + p for p in ("subject", "predicate", "object")]
# Each constraint of a property shape: the nodes ?x that break it. One index is read from end to end, whatever the nodes
# are; whether a node that was found is a target of the shape is asked afterwards, of the few that there are.
_BREAKS = {
    "minCount": "{target} MINUS {{ ?x {path} ?v }}",
    "maxCount": "{{ SELECT ?x {{ ?x {path} ?v }} GROUP BY ?x HAVING(COUNT(*) > {value}) }}",
    "datatype": "?x {path} ?v FILTER(COALESCE(datatype(?v) != {value}, true))",
    "class": "?x {path} ?v MINUS {{ ?v a {value} }}",
    "nodeKind": "?x {path} ?v FILTER(!({value}))",
    "in": "?x {path} ?v FILTER(COALESCE(?v NOT IN ({value}), true))",
    "equals": "?x {path} ?v MINUS {{ ?x {value} ?v }}",
    "disjoint": "?x {path} ?v . ?x {value} ?v",
}
_AGAIN = "Remove store and graph.trig; the next command writes them again."
_KINDS = {"IRI": "isIRI(?v)", "Literal": "isLiteral(?v)", "IRIOrLiteral": "isIRI(?v) || isLiteral(?v)"}


def anchored(s: Statement, article: Article) -> bool:
    """Whether a statement and all its parts are the words of the article that it names."""
    parts: Iterable[Any] = (s.sentence, s.relation, s.subject, s.object, s.place, *s.arguments, *s.attribution)
    return bool(s.relation.iri) and all(
        p.start is None or (0 <= p.start < p.end <= len(article.text) and article.text[p.start : p.end] == p.text)
        for p in filter(None, parts)
    )


def violations(folder: Folder, results: Iterable[ArticleResult]) -> Iterator[str]:
    """What is wrong with a graph, one sentence each."""
    try:
        with folder.reading_store():
            store = open_store(folder.store)
            yield from broken_shapes(store)
            yield from _read_again(folder, store, tuple(results))
    except (OSError, RuntimeError, SyntaxError) as error:
        yield f"{folder.path} cannot be read: {error}. {_AGAIN}"


def constraints() -> Iterator[tuple[str, str, str, str]]:
    """The constraints of the shapes: target, path, name, and the SPARQL that finds the nodes that break it."""
    shapes = ox.Store()
    shapes.load(path=str(ONTOLOGY / "shapes.ttl"), format=ox.RdfFormat.TURTLE)
    rows: Any = shapes.query(
        """SELECT ?class ?with ?path ?kind ?value { ?shape sh:property ?p . ?p sh:path ?path ; ?kind ?value
           OPTIONAL { ?shape sh:targetClass ?class } OPTIONAL { ?shape sh:targetSubjectsOf ?with } }""",
        prefixes={"sh": SH},
    )
    for of_class, having, path, kind, value in rows:
        constraint = kind.value.removeprefix(SH)
        text = _KINDS[value.value.removeprefix(SH)] if constraint == "nodeKind" else str(value)
        if constraint == "in":
            items = "SELECT ?list ?v { ?list rdf:rest*/rdf:first ?v }"
            found: Any = shapes.query(items, prefixes=prefixes(), substitutions={ox.Variable("list"): value})
            text = ", ".join(str(v) for _, v in found)
        if constraint in _BREAKS:
            target = f"?x a {of_class}" if of_class else f"?x {having} ?any"
            body = _BREAKS[constraint].format(target=target, path=path, value=text)
            yield target, str(path), f"sh:{constraint} {value.value}", f"SELECT DISTINCT ?x {{ {body} }}"


def broken_shapes(store: Any) -> Iterator[str]:
    """Nodes that do not conform to the shapes."""
    for target, path, constraint, sparql in constraints():
        for (x,) in store.query(sparql):
            if any(store.query(f"SELECT ?x {{ {target} }}", substitutions={ox.Variable("x"): x})):
                yield f"{x} breaks {constraint} of {path}."


def _read_again(folder: Folder, store: Any, results: Sequence[ArticleResult]) -> Iterator[str]:
    """What one reading of the TriG finds: quads that the store has not; evidence that is not in the kept text; flat
    triples without statement and the other way round, in the default graph and in each voice's."""
    articles = {r.article.iri: r.article for r in results}
    relations = {relation for (relation,) in store.query("SELECT ?r { ?r a kg:Relation }", prefixes=prefixes())}
    statements = {s for (s,) in store.query("SELECT ?s { ?o a kg:Statement . ?s rdf:object ?o }", prefixes=prefixes())}
    hashes: dict[str, str] = {}
    stated, flat = set(), set()
    in_store = {True: 0, False: 0}
    quads = ox.parse(path=str(folder.trig), format=ox.RdfFormat.TRIG)
    for (graph, subject), rows in groupby(quads, key=lambda q: (q.graph_name, q.subject)):
        node = {}
        for q in rows:
            in_store[q in store] += 1
            predicate, object = q.predicate, q.object
            if graph != DEFAULT or predicate in relations:
                flat.add((graph, subject, predicate, object))
            else:
                node[predicate.value] = object
            if isinstance(subject, ox.BlankNode) or isinstance(object, ox.BlankNode):
                yield f"{subject} {predicate} {object} has a blank node."
        if HASH in node:
            hashes[subject.value] = node[HASH].value
        elif node.keys() >= {*EVIDENCE}:
            article, begin, end, words = (node[k].value for k in EVIDENCE)
            if article in articles and articles[article].text[int(begin) : int(end)] != words:
                yield f"{subject} does not stand at {begin}–{end} of the kept text."
        elif node.keys() >= {*STATEMENT}:
            evidence, polarity, modality, in_graph, *triple = (node[k] for k in STATEMENT)
            article = evidence.value.rsplit("#", 1)[0]
            if not subject.value.startswith(article + "#"):
                yield f"{subject} has its evidence in another article, {article}."
            if (polarity.value, modality.value) == ("affirmed", "actual") and subject not in statements:
                stated.add((in_graph, *triple))
                if in_graph.value == article:
                    stated.add((DEFAULT, *triple))
    for r in results:
        if hashes.pop(r.article.iri, None) != f"sha256:{text_hash(r.article)}":
            yield f"{r.article.iri}: the kept text is not the one the graph was made from."
        for s in r.statements:
            if not anchored(s, r.article):
                yield f"{s.id} has words that do not stand where it says."
    for iri in sorted(hashes):
        yield f"{iri} is in the graph, but its text is not kept."
    for g, *triple in sorted(stated - flat, key=str):
        yield f"The flat triple {' '.join(map(str, triple))} is missing in {g}."
    for g, *triple in sorted(flat - stated, key=str):
        yield f"The flat triple {' '.join(map(str, triple))} in {g} has no such statement."
    different = in_store[False] + abs(len(store) - in_store[True])
    if different:
        yield f"{folder.trig} and the store differ in {different} quads. {_AGAIN}"
