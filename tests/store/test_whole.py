"""The graph holds whole articles only, whatever happens, and is what its articles make it, in any order."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg import run, store
from kg.values import Article, ArticleResult

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "identity"))
from made import made  # noqa: E402

CASTS = {
    "https://example.org/a": ("Person Ana Petrova", "Organization Nerva Dock Council", "Place Nerva"),
    "https://example.org/b": ("Person Ana Petrova", "Country Norland"),
    "https://example.org/c": ("Organization Nerva Dock Council", "Person Tom Reed"),
    "https://example.org/d": ("Country Norland", "Person Tom Reed", "Place Elmsford"),
}


def results(articles: Iterable[Article], **_: Any) -> Iterator[ArticleResult]:
    """What stands in for reading: the made result of each article."""
    for a in articles:
        yield made(a.iri, *CASTS[a.iri])


def add(out: Path, iris: Iterable[str]) -> None:
    run.build_articles([made(i, *CASTS[i]).article for i in iris], out, read=results, workers=1)


def trig(out: Path) -> bytes:
    return (out / "graph.trig").read_bytes()


def quads(out: Path) -> set[str]:
    return {str(q) for q in ox.Store.read_only(str(out / "store"))}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(sorted(CASTS)), st.booleans()), min_size=1, max_size=6))
def test_adding_and_removing_in_any_order_equals_building_the_survivors(
    steps: list[tuple[str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    here = tmp_path_factory.mktemp("steps")
    there: set[str] = set()
    for iri, adds in [(sorted(CASTS)[0], True), *steps]:
        if adds:
            add(here / "steps", [iri])
            there.add(iri)
        elif iri in there and len(there) > 1:
            run.remove(here / "steps", [iri])
            there.discard(iri)
    add(here / "alone", sorted(there, reverse=True))
    assert trig(here / "steps") == trig(here / "alone")
    assert quads(here / "steps") == quads(here / "alone")


def test_the_same_articles_again_change_nothing_but_the_report(tmp_path: Path) -> None:
    add(tmp_path / "g", CASTS)
    before = {f: f.stat().st_mtime_ns for f in (tmp_path / "g").rglob("*") if f.is_file()}
    add(tmp_path / "g", CASTS)
    changed = {f.name for f, at in before.items() if f.exists() and f.stat().st_mtime_ns != at}
    assert changed <= {"runs.ttl", "report.json", ".lock", ".gate", ".reading", "LOG"}


def test_what_is_not_there_cannot_be_removed_and_nothing_is(tmp_path: Path) -> None:
    add(tmp_path / "g", CASTS)
    before = trig(tmp_path / "g")
    with pytest.raises(KeyError):
        run.remove(tmp_path / "g", ["https://example.org/a", "https://example.org/none"])
    assert trig(tmp_path / "g") == before


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path / "g", ["https://example.org/a"])
    before, whole = trig(tmp_path / "g"), os.fsync
    calls = iter(range(1000))

    def full(handle: int) -> None:
        if next(calls) >= 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        add(tmp_path / "g", CASTS)
    monkeypatch.undo()
    assert trig(tmp_path / "g") == before
    for file in (tmp_path / "g" / "articles").glob("*.json"):
        assert store.result_of(file).article.text
    add(tmp_path / "g", CASTS)
    add(tmp_path / "undisturbed", CASTS)
    assert trig(tmp_path / "g") == trig(tmp_path / "undisturbed")


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_killed_build_goes_on_where_it_was(tmp_path: Path) -> None:
    """Twenty kills at random moments; each time whole articles, at the end the undisturbed bytes."""
    seeds = sorted(map(str, (ROOT / "seeds").iterdir()))
    kg.build(seeds, tmp_path / "undisturbed")
    code = f"import kg; kg.build({seeds!r}, {str(tmp_path / 'g')!r}, workers=1)"
    chance = random.Random(4)
    for _ in range(20):
        process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.4, 3.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        for file in (tmp_path / "g" / "articles").glob("*.json"):
            assert store.result_of(file).article.text
    kg.build(seeds, tmp_path / "g")
    assert trig(tmp_path / "g") == trig(tmp_path / "undisturbed")
    assert quads(tmp_path / "g") == quads(tmp_path / "undisturbed")
    assert kg.open(tmp_path / "g").validate() == []


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> run.KnowledgeGraph:
    out = tmp_path_factory.mktemp("exports") / "g"
    kg.build([ROOT / "seeds"], out)
    return kg.open(out)


def _default(g: run.KnowledgeGraph) -> set[str]:
    return {str(q.triple) for q in ox.Store.read_only(str(g.folder.store)) if isinstance(q.graph_name, ox.DefaultGraph)}


@pytest.mark.parametrize(
    ("suffix", "form", "whole"),
    [
        ("trig", ox.RdfFormat.TRIG, True),
        ("nq", ox.RdfFormat.N_QUADS, True),
        ("jsonld", ox.RdfFormat.JSON_LD, True),
        ("ttl", ox.RdfFormat.TURTLE, False),
        ("nt", ox.RdfFormat.N_TRIPLES, False),
    ],
)
def test_what_is_exported_as_rdf_is_read_back_without_loss(
    graph: run.KnowledgeGraph, tmp_path: Path, suffix: str, form: Any, whole: bool
) -> None:
    out = graph.export(tmp_path / f"x.{suffix}")
    back = list(ox.parse(path=str(out), format=form))
    if whole:
        assert {str(q) for q in back} == quads(graph.folder.path)
    else:
        assert {str(q.triple) for q in back} == _default(graph)


def test_tables_and_networks_are_read_back(graph: run.KnowledgeGraph, tmp_path: Path) -> None:
    import csv
    import json

    import networkx as nx

    with graph.export(tmp_path / "x.csv").open(encoding="utf-8", newline="") as f:
        assert [row["id"] for row in csv.DictReader(f)] == [s.id for s in graph.statements]
    assert len(json.loads(graph.export(tmp_path / "x.json").read_text(encoding="utf-8"))) == len(graph.statements)
    actors = graph.to_networkx()
    readers: tuple[tuple[str, Callable[[Path], Any]], ...] = (("graphml", nx.read_graphml), ("gexf", nx.read_gexf))
    for suffix, reader in readers:
        back = reader(graph.export(tmp_path / f"x.{suffix}"))
        assert set(back) == set(actors) and back.number_of_edges() == actors.number_of_edges()


def test_follow_the_money_entities_have_ids_and_known_schemata(graph: run.KnowledgeGraph, tmp_path: Path) -> None:
    import json

    lines = graph.export(tmp_path / "x.ftm.json").read_text(encoding="utf-8").splitlines()
    assert {"id", "schema", "properties"} <= set(json.loads(lines[0]))


def test_web_annotations_target_the_exact_words(graph: run.KnowledgeGraph, tmp_path: Path) -> None:
    import json

    whole = json.loads(graph.export(tmp_path / "x.annotations.jsonld").read_text(encoding="utf-8"))
    items = whole if isinstance(whole, list) else whole.get("items") or whole.get("@graph")
    assert len(items) == len(graph.statements)
