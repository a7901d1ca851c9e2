"""Load and query times of the store, paired with rdflib's memory stores in one run; bytes and quads a statement.

Run: python -m benchmarks.store [--statements 50000] [--many 1000000] [--write]

The graph is made: articles of invented people whose statements are affirmed, denied, said and wanted in turn. Times
are of the processor, all threads together: other work on the machine does not count. Each graph is built, and each is
compared, in a process of its own, so that its memory is known and given back.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib

import kg
from benchmarks.results import Table, section
from kg import store
from kg.values import BASE, Article, ArticleResult, Block, Entity, Phrase, Relation, Sentence, Source, Statement, slug

PEOPLE, VERBS, PER_ARTICLE = 5_000, 200, 25
# What a process that compares may take.
MEMORY = 18 << 30
STORES = """Memory is rdflib's default store, loaded by its own parser; what it takes grows with the quads, so that a
million statements are more than a machine of 24 GB has. SimpleMemory, its store of one graph, holds only the default
graph, here with one object for equal terms and parsed by Oxigraph: its loading is not of the same quads as kg's."""
_STRING = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")
LABELS = "?s rdf:subject/rdfs:label ?a ; rdf:predicate/rdfs:label ?r ; rdf:object/rdfs:label ?b"
# The six of the README in this graph's names, and ten more.
QUERIES = {
    "who does it to whom": "SELECT DISTINCT ?who ?what { ?a rel:verb-4 ?b . ?a rdfs:label ?who . ?b rdfs:label ?what }",
    "what one voice says": "SELECT DISTINCT ?s ?r ?o { GRAPH ?g { ?s ?r ?o } ?g kg:voice ent:person-6 }",
    "what is denied, and by whom": """SELECT DISTINCT ?t ?voice { ?s kg:polarity "negated" ;
        prov:wasDerivedFrom/nif:anchorOf ?t OPTIONAL { ?s kg:attributedTo/rdfs:label ?voice } } ORDER BY ?t ?voice""",
    "what is wanted": f'SELECT ?a ?r ?b {{ ?s kg:modality "desired" . {LABELS} }} ORDER BY ?a ?r ?b',
    "one relation with its sentences": """SELECT ?who ?t { ?s rdf:predicate rel:verb-3 ; rdf:subject/rdfs:label ?who ;
        prov:wasDerivedFrom/nif:anchorOf ?t } ORDER BY ?who ?t""",
    "what one month reports": f"""SELECT DISTINCT ?a ?r ?b {{ ?x schema:datePublished ?d
        FILTER(STRSTARTS(STR(?d), "2020-01")) ?s prov:wasDerivedFrom/nif:referenceContext ?x . {LABELS} }}""",
    "count by relation": "SELECT ?p (COUNT(*) AS ?n) { ?s a kg:Statement ; rdf:predicate ?p } GROUP BY ?p",
    "denied of one person": 'SELECT ?s { ?s kg:polarity "negated" ; rdf:subject ent:person-7 }',
    "two steps": "SELECT ?b ?c { ent:person-0 rel:verb-0 ?b . ?b ?r ?c . ?r a kg:Relation }",
    "evidence of one person": "SELECT ?t { ?s rdf:subject ent:person-49 ; prov:wasDerivedFrom/nif:anchorOf ?t }",
    "all of one person": "SELECT ?p ?o { ent:person-14 ?p ?o }",
    "who is spoken of with whom": """SELECT ?a (COUNT(DISTINCT ?s) AS ?n) {
        ?s rdf:subject ?a ; rdf:object ent:person-13 } GROUP BY ?a""",
    "the most quoted": """SELECT ?v (COUNT(?s) AS ?n) { ?s kg:attributedTo ?v }
        GROUP BY ?v ORDER BY DESC(?n) ?v LIMIT 10""",
    "articles of a day": 'SELECT ?x { ?x schema:datePublished "2020-02-03"^^xsd:date }',
    "a name": 'SELECT ?e { ?e rdfs:label "Person 77" }',
    "is it stated?": "ASK { ent:person-0 rel:verb-0 ent:person-0 }",
}


def articles(number: int) -> Iterator[ArticleResult]:
    """Made results of so many statements; a few people are met often, most seldom."""
    chance = random.Random(8)

    def person(start: int) -> Phrase:
        name = f"Person {int(PEOPLE * chance.random() ** 3)}"
        return Phrase(name, start, start + len(name), f"{BASE}entity/{slug(name)}", name, "Person")

    for a in range(number // PER_ARTICLE):
        iri, text = f"https://example.org/{a}", ""
        statements = []
        found: dict[str, Entity] = {}
        for i in range(PER_ARTICLE):
            n, start = a * PER_ARTICLE + i, len(text)
            verb = f"verb {chance.randrange(VERBS)}"
            subject = person(start)
            at = start + len(subject.text) + 1
            relation = Relation(verb, verb, at, at + len(verb), f"{BASE}relation/{slug(verb)}")
            object = person(at + len(verb) + 1)
            sentence = f"{subject.text} {verb} {object.text} today."
            text += sentence + "\n"
            made = Statement(
                f"{iri}#s-{i}", iri, Sentence(i, start, start + len(sentence), sentence), subject, relation, object
            )
            met = [subject, object]
            if n % 5 == 1:
                made = replace(made, polarity="negated")
            elif n % 5 == 2:
                met.append(voice := person(0))
                made = replace(made, attribution=(Source("say", voice.name, None, None, voice.entity, voice.name),))
            elif n % 5 == 3:
                made = replace(made, modality="desired")
            found |= {p.entity or "": Entity(p.entity or "", p.name or "", "Person") for p in met}
            statements.append(made)
        day = date(2020, 1, 1) + timedelta(a % 365)
        article = Article(iri, text, published=day, url=iri, blocks=(Block("paragraph", 0, len(text)),))
        yield ArticleResult(article, tuple(statements), (), tuple(found[k] for k in sorted(found)))


def timed(call: Callable[[], Any], rounds: int = 1) -> tuple[float, Any]:
    """The least seconds of the processor of some rounds, and what came back."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        found = call()
        best = min(best, time.process_time() - start)
    return best, found


def built(number: int, out: Path) -> float:
    """Keep made results in a folder; gives the seconds that store and TriG took to derive from them."""
    folder, results = store.Folder(out), []
    folder.articles.mkdir(parents=True)
    for r in articles(number):
        folder.put(r)
        results.append(r)
    entities = {e.iri: e for r in results for e in r.entities}
    context = store.Context(of={(r.article.iri, e.iri): e.iri for r in results for e in r.entities})
    folder.begin(BASE)
    seconds, _ = timed(lambda: store.derive(folder, results, entities.values(), context))
    store.write(folder.state, json.dumps({"derived": "made", "base": BASE}))
    return seconds


def answers(found: Any) -> tuple[int | bool, int]:
    """The number of answers and a hash of them, in whichever library's form."""
    if isinstance(found, ox.QueryBoolean) or getattr(found, "type", "") == "ASK":
        return bool(found), 0
    rows = sorted(tuple("" if v is None else str(getattr(v, "value", v)) for v in row) for row in found)
    return len(rows), hash(tuple(rows))


def described(number: int, out: Path) -> str:
    """Make a graph of so many statements; gives what it takes."""
    derived = built(number, out)
    graph = kg.open(out)
    quads = len(ox.Store.read_only(str(out / "store")))
    size = {n: sum(f.stat().st_size for f in (out / n).rglob("*") if f.is_file()) for n in ("store", "articles")}
    size["TriG"] = (out / "graph.trig").stat().st_size
    validating, wrong = timed(graph.validate)
    assert not wrong, wrong[:3]
    each = ", ".join(f"{n} {b / number:,.0f}" for n, b in size.items())
    return (
        f"{number:,} statements: {quads:,} quads ({quads / number:.1f} a statement); bytes a statement: {each}. "
        f"Deriving store and TriG {derived:.1f} s, validating {validating:.1f} s, "
        f"{validating / number * 1000:.2f} ms a statement."
    )


def as_usual(trig: Path) -> rdflib.Graph:
    """rdflib's default store, loaded by its own parser."""
    memory = rdflib.Dataset()
    memory.parse(trig, format="trig")
    return memory


def sparing(trig: Path) -> rdflib.Graph:
    """rdflib's smaller store, SimpleMemory, which holds one graph: the default graph, with one object for equal terms.

    Oxigraph parses: rdflib's parser makes a new object of each IRI, which takes twice the memory.
    """
    gc.disable()
    memory = rdflib.Graph(store="SimpleMemory")
    for q in ox.parse(path=str(trig), format=ox.RdfFormat.TRIG):
        if q.graph_name == ox.DefaultGraph():
            memory.store.add((_term(q.subject), _term(q.predicate), _term(q.object)), memory)
    return memory


@lru_cache(maxsize=1 << 18)
def _term(term: Any) -> Any:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    return rdflib.Literal(term.value, datatype=None if term.datatype == _STRING else _term(term.datatype))


def compared(out: Path, load: Callable[[Path], rdflib.Graph]) -> Table:
    """A row for loading, each query and memory: what, answers, kg, rdflib, ratio."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    graph = kg.open(out)
    trig = graph.folder.trig
    ours = {name: timed(partial(_ask, graph.query, query), 5) for name, query in QUERIES.items()}
    bulk, _ = _alone(timed, partial(_bulk, trig))
    before = _gigabytes()
    loading, memory = timed(partial(load, trig))
    rows: Table = [("load the TriG", "", f"{bulk:.2f} s", f"{loading:.2f} s", f"{loading / bulk:.1f}")]
    for name, (quick, found) in ours.items():
        row = (name, str(found[0]), f"{quick:.4f} s")
        if "GRAPH" in QUERIES[name] and not memory.context_aware:
            rows.append((*row, "holds no named graphs", ""))
            continue
        slow, other = timed(partial(_ask, partial(memory.query, initNs=graph.prefixes), QUERIES[name]))
        assert found == other, name
        rows.append((*row, f"{slow:.3f} s", f"{slow / quick:,.0f}"))
    return [*rows, ("most memory", "", f"{before:.1f} GB", f"{_gigabytes():.1f} GB", "")]


def _gigabytes() -> float:
    """The most memory that this process has taken."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--statements", type=int, default=50_000)
    options.add_argument("--many", type=int, default=0, help="So many more beside rdflib's smaller store; 0 for none.")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    rows: Table = []
    texts = []
    with tempfile.TemporaryDirectory() as there:
        for number, load, store_name in ((given.statements, as_usual, "Memory"), (given.many, sparing, "SimpleMemory")):
            if number:
                out = Path(there) / str(number)
                texts.append(_alone(described, number, out))
                head = ("", "answers", f"kg, {number:,} statements", f"rdflib {store_name}, the same", "ratio")
                found = [head, *_alone(compared, out, load)]
                rows = [(*a, *b[1:]) for a, b in zip(rows, found, strict=True)] if rows else found
    command = f"python -m benchmarks.store --statements {given.statements} --many {given.many}"
    section("Store", command, "\n\n".join([*texts, STORES]), rows, write=given.write)


def _alone(call: Callable[..., Any], *arguments: Any) -> Any:
    """What a call gives, in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(call, *arguments).result()


def _ask(run_query: Callable[[str], Any], query: str) -> Any:
    return answers(run_query(query))


def _bulk(trig: Path) -> None:
    held = ox.Store(str(trig.with_name("loaded")))
    held.bulk_load(path=str(trig), format=ox.RdfFormat.TRIG)
    held.optimize()
    held.flush()


if __name__ == "__main__":
    main()
