"""Load and query times of the store, paired with rdflib's memory store in one run; bytes and quads a statement.

Run: python -m benchmarks.store [--statements 20000] [--alone 200000] [--write]

The graph is made: articles of invented people whose statements are affirmed, denied, said and wanted in turn.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib

import kg
from benchmarks.results import Table, section
from kg import run
from kg.values import BASE, Article, ArticleResult, Block, Entity, Phrase, Relation, Sentence, Source, Statement

PEOPLE, VERBS, PER_ARTICLE = 500, 40, 25
QUERIES = {
    "one flat triple": "SELECT ?a ?b { ?a rel:verb-1 ?b } LIMIT 100",
    "count by relation": "SELECT ?p (COUNT(*) AS ?n) { ?s a kg:Statement ; rdf:predicate ?p } GROUP BY ?p",
    "what one voice says": "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } ?g kg:voice ent:person-7 }",
    "denied": "SELECT ?s { ?s kg:polarity 'negated' ; rdf:subject ent:person-3 }",
    "two steps": "SELECT ?c { ent:person-1 rel:verb-2 ?b . ?b rel:verb-3 ?c }",
    "evidence": "SELECT ?t { ?s rdf:subject ent:person-9 ; prov:wasDerivedFrom/nif:anchorOf ?t } LIMIT 200",
}


def articles(number: int) -> Iterator[ArticleResult]:
    """Made results of so many statements."""
    for a in range(number // PER_ARTICLE):
        lines, at = [], 0
        iri = f"https://example.org/{a}"
        statements, found = [], {}
        for i in range(PER_ARTICLE):
            n = a * PER_ARTICLE + i
            one, other, verb = f"Person {n * 7 % PEOPLE}", f"Person {n * 13 % PEOPLE}", f"verb {n % VERBS}"
            sentence = f"{one} {verb} {other} today."
            lines.append(sentence)
            subject = Phrase(one, at, at + len(one), f"{BASE}entity/{one.lower().replace(' ', '-')}", one, "Person")
            start = at + len(one) + 1
            relation = Relation(verb, verb, start, start + len(verb), f"{BASE}relation/{verb.replace(' ', '-')}")
            start += len(verb) + 1
            object = Phrase(
                other, start, start + len(other), f"{BASE}entity/{other.lower().replace(' ', '-')}", other, "Person"
            )
            for p in (subject, object):
                found[p.entity] = Entity(p.entity or "", p.name or "", "Person")
            made = Statement(
                f"{iri}#s-{i}", iri, Sentence(i, at, at + len(sentence), sentence), subject, relation, object
            )
            if n % 5 == 1:
                made = replace(made, polarity="negated")
            elif n % 5 == 2:
                voice = f"Person {n * 3 % PEOPLE}"
                source = Source("say", voice, None, None, f"{BASE}entity/{voice.lower().replace(' ', '-')}", voice)
                found[source.entity or ""] = Entity(source.entity or "", voice, "Person")
                made = replace(made, attribution=(source,))
            elif n % 5 == 3:
                made = replace(made, modality="desired")
            statements.append(made)
            at += len(sentence) + 1
        text = "\n".join(lines)
        day = date(2020, 1, 1) + timedelta(a % 365)
        article = Article(iri, text, published=day, url=iri, blocks=(Block("paragraph", 0, len(text)),))
        yield ArticleResult(article, tuple(statements), (), tuple(found[k] for k in sorted(found)))


def timed(call: Callable[[], Any], rounds: int = 3) -> float:
    """The least seconds of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def built(number: int, out: Path) -> tuple[float, float]:
    """Seconds to keep the article results, and to derive store, TriG and page from them."""
    made = {r.article.iri: r for r in articles(number)}

    def read(todo: Iterable[Article], **_: Any) -> Iterator[ArticleResult]:
        return (made[a.iri] for a in todo)

    report = run.build_articles([r.article for r in made.values()], out, read=read, workers=1)
    return report.seconds_reading, report.seconds - report.seconds_reading


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--statements", type=int, default=20_000)
    options.add_argument("--alone", type=int, default=0, help="So many more for the store alone; 0 for none.")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as there:
        out = Path(there) / "g"
        kept, derived = built(given.statements, out)
        graph = kg.open(out)
        size = sum(f.stat().st_size for f in (out / "store").rglob("*") if f.is_file())
        quads = len(ox.Store.read_only(str(out / "store")))
        trig = (out / "graph.trig").read_bytes()
        load = timed(lambda: _bulk(out / "graph.trig"), 1)
        start = time.perf_counter()
        memory = rdflib.Dataset()
        memory.parse(data=trig, format="trig")
        slow = time.perf_counter() - start
        text = (
            f"{given.statements:,} statements, {quads:,} quads ({quads / given.statements:.1f} a statement), "
            f"{size / given.statements:.0f} bytes a statement on disk. "
            f"Keeping results {kept:.1f} s, deriving store, TriG and page {derived:.1f} s, "
            f"validating {timed(graph.validate, 1):.1f} s."
        )
        rows: Table = [("", "kg's store, s", "rdflib in memory, s", "ratio")]
        rows.append(("load the TriG", f"{load:.2f}", f"{slow:.2f}", f"{slow / load:.0f}"))
        for name, query in QUERIES.items():
            quick = timed(lambda q=query: list(graph.query(q)))  # type: ignore[misc]
            other = timed(lambda q=query: list(memory.query(q, initNs=graph.prefixes)), 1)  # type: ignore[misc]
            rows.append((name, f"{quick:.4f}", f"{other:.3f}", f"{other / quick:.0f}"))
        if given.alone:
            more = Path(there) / "more"
            kept, derived = built(given.alone, more)
            large = kg.open(more)
            answers = ", ".join(f"{n} {timed(lambda q=q: list(large.query(q)), 1):.3f} s" for n, q in QUERIES.items())  # type: ignore[misc]
            text += f"\n\nAlone, {given.alone:,} statements: deriving {derived:.0f} s; {answers}."
    command = f"python -m benchmarks.store --statements {given.statements} --alone {given.alone}"
    section("Store", command, text, rows, write=given.write)


def _bulk(trig: Path) -> None:
    with tempfile.TemporaryDirectory() as there:
        store = ox.Store(there)
        store.bulk_load(path=str(trig), format=ox.RdfFormat.TRIG)
        store.flush()


if __name__ == "__main__":
    main()
