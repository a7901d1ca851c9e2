"""A graph is what its articles make it: whatever was added, replaced, taken out, killed or cut off on the way."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import article, read

import kg
from kg import run, store
from kg.store.rdf import text_hash
from kg.values import Article

NAMES = ("Alda Brun", "Corin Vale", "Dorn Esk", "Alda Esk")
SENTENCES = [f"{a} {how} {b}." for a in NAMES for b in NAMES if a != b for how in ("backs", "does not back", "may sue")]
TEXTS = st.lists(st.sampled_from([*SENTENCES, *(f"Dorn Esk says that {s}" for s in SENTENCES)]), min_size=1, max_size=4)
ARTICLES = st.builds(lambda n, s, d: article(n, " ".join(s), d), st.integers(1, 4), TEXTS, st.integers(1, 3))
STEPS = st.lists(st.tuples(st.just("add"), ARTICLES) | st.tuples(st.just("rm"), st.integers(1, 4)), max_size=7)


def build(articles: Iterable[Article], out: Path, **options: object) -> run.Report:
    return run.build_articles(articles, out, read=read, workers=1, **options)  # type: ignore[arg-type]


def state(out: Path) -> tuple[bytes, bytes, set[ox.Quad], set[object]]:
    """The bytes of TriG and page, and the quads and names of graphs in the store."""
    held = store.open_store(out / "store")
    return (out / "graph.trig").read_bytes(), (out / "actors.html").read_bytes(), set(held), set(held.named_graphs())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_adding_replacing_and_removing_leave_what_the_survivors_alone_would_make(steps: list) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as tmp:
        out, alone, alive = Path(tmp) / "out", Path(tmp) / "alone", {}
        build([article(9)], out)
        for what, which in steps:
            if what == "add":
                build([which], out)
                alive[which.iri] = max(alive.get(which.iri, which), which, key=lambda a: (a.published, text_hash(a)))
            elif (iri := f"https://example.org/{which}") in alive:
                run.remove(out, [iri])
                del alive[iri]
        build([article(9), *alive.values()], alone)
        assert state(out) == state(alone)
        assert kg.open(out).validate() == []


def test_the_same_again_changes_no_file_but_the_notes_on_runs(tmp_path: Path) -> None:
    def files() -> dict[Path, tuple[int, bytes]]:
        kept = [f for f in tmp_path.rglob("*") if f.is_file() and f.name not in ("runs.ttl", "report.json")]
        return {f: (f.stat().st_mtime_ns, f.read_bytes()) for f in kept}

    build([article(1), article(2, "Dorn Esk backs Alda Brun.")], tmp_path)
    before = files()
    report = build([article(2, "Dorn Esk backs Alda Brun."), article(1)], tmp_path)
    assert files() == before and report.unchanged == 2 and report.read == 0


def test_a_graph_keeps_its_base_whatever_is_done_to_it(tmp_path: Path) -> None:
    build([article(1), article(2)], tmp_path / "a", base="https://paper.example/")
    run.remove(tmp_path / "a", ["https://example.org/2"])
    build([article(3)], tmp_path / "a")
    build([article(1), article(3)], tmp_path / "b", base="https://paper.example/")
    assert state(tmp_path / "a") == state(tmp_path / "b")
    assert kg.open(tmp_path / "a").query("ASK { ent:alda-brun rel:back ent:corin-vale }")


def test_a_store_too_large_to_be_compared_is_loaded_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([article(1), article(2)], tmp_path / "alone")
    build([article(1)], tmp_path / "out")
    with monkeypatch.context() as small:
        small.setattr(sys.modules["kg.store.derive"], "COMPARED", 10)
        build([article(2), article(3)], tmp_path / "out")
        run.remove(tmp_path / "out", ["https://example.org/3"])
    assert state(tmp_path / "out") == state(tmp_path / "alone")


def test_taking_out_what_is_not_there_takes_out_nothing(tmp_path: Path) -> None:
    build([article(1), article(2)], tmp_path)
    before = state(tmp_path)
    with pytest.raises(KeyError):
        run.remove(tmp_path, ["https://example.org/1", "https://example.org/7"])
    assert state(tmp_path) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("INSERT DATA { ent:alda-brun rel:sue ent:dorn-esk }", "differ in 1 quads"),
        ("DELETE WHERE { ent:alda-brun rel:back ent:corin-vale }", "differ in 1 quads"),
    ],
)
def test_a_store_that_was_changed_by_hand_is_found(tmp_path: Path, change: str, said: str) -> None:
    build([article(1)], tmp_path)
    held = ox.Store(str(tmp_path / "store"))
    held.update(change, prefixes=store.prefixes())
    held.flush()
    del held
    assert [w for w in kg.open(tmp_path).validate() if said in w]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nif:beginIndex 28", "nif:beginIndex 29", "does not stand at 29"),
        ('nif:anchorOf "Corin', 'nif:anchorOf "Karin', "does not stand at"),
        ('kg:textHash "sha256:', 'kg:textHash "sha256:0', "not the one the graph was made from"),
        ("rel:back ent:corin-vale", "rel:back ent:nobody", "has no such statement"),
        ("rel:back ent:corin-vale", "rel:back ent:nobody", "is missing in"),
        ("prov:wasDerivedFrom <https://example.org/1#", "prov:wasDerivedFrom <https://example.org/2#", "in another"),
        ("a schema:Person", "a schema:Person, _:x", "has a blank node"),
        ("rdfs:label", "rdfs:seeAlso", "differ in"),
    ],
)
def test_a_graph_that_was_changed_by_hand_is_found(tmp_path: Path, old: str, new: str, said: str) -> None:
    build([article(1), article(2)], tmp_path)
    trig = (tmp_path / "graph.trig").read_text(encoding="utf-8")
    assert old in trig
    (tmp_path / "graph.trig").write_text(trig.replace(old, new), encoding="utf-8")
    assert [w for w in kg.open(tmp_path).validate() if said in w]


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


DAMAGE = {
    "store cut": lambda out: [cut(f) for f in (out / "store").glob("*.sst")],
    "store's file gone": lambda out: max((out / "store").glob("*.sst"), key=lambda f: f.stat().st_size).unlink(),
    "TriG cut": lambda out: cut(out / "graph.trig"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_store_or_trig_is_told_and_written_again(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    for out in (tmp_path / "out", tmp_path / "alone"):
        build([article(1)], out)
    damage(tmp_path / "out")
    (said,) = kg.open(tmp_path / "out").validate()
    assert "cannot be read" in said and "Remove store and graph.trig" in said
    shutil.rmtree(tmp_path / "out" / "store")
    (tmp_path / "out" / "graph.trig").unlink()
    assert kg.open(tmp_path / "out").validate() == [] and state(tmp_path / "out") == state(tmp_path / "alone")


def test_a_damaged_store_does_not_hinder_a_build(tmp_path: Path) -> None:
    build([article(1)], tmp_path / "out")
    DAMAGE["store cut"](tmp_path / "out")
    for out in (tmp_path / "out", tmp_path / "alone"):
        build([article(1), article(2)], out)
    assert state(tmp_path / "out") == state(tmp_path / "alone")


def test_a_damaged_article_is_named(tmp_path: Path) -> None:
    build([article(1)], tmp_path)
    (file,) = (tmp_path / "articles").iterdir()
    cut(file)
    with pytest.raises(store.Damaged, match=f"{file} is damaged"):
        kg.open(tmp_path).validate()


def test_articles_whose_text_changed_or_is_gone_are_found(tmp_path: Path) -> None:
    build([article(1), article(2)], tmp_path)
    one, two = (store.Folder(tmp_path).file_of(f"https://example.org/{n}") for n in (1, 2))
    one.unlink()
    two.write_text(two.read_text(encoding="utf-8").replace("does not back", "does now back"), encoding="utf-8")
    wrong = " ".join(kg.run.KnowledgeGraph(store.Folder(tmp_path)).validate())
    assert "1 is in the graph, but its text is not kept" in wrong and "2: the kept text is not the one" in wrong


def test_a_statement_without_its_words_in_the_text_does_not_enter(tmp_path: Path) -> None:
    def borrowing(articles: Iterable[Article], **options: str):  # type: ignore[no-untyped-def]
        """Takes the statements of another text for the article's."""
        for a in articles:
            yield replace(next(read([article(1, "Dorn Esk sues Alda Brun. " + a.text)])), article=a)

    report = run.build_articles([article(1)], tmp_path, read=borrowing, workers=1)
    assert report.without_anchor and kg.open(tmp_path).validate() == []


def test_a_change_that_was_stopped_can_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The state before it is not taken for the present one."""
    build([article(1)], tmp_path)
    before = state(tmp_path)
    with monkeypatch.context() as stopped, pytest.raises(OSError, match="No space"):
        stopped.setattr(run.KnowledgeGraph, "show", lambda *_: (_ for _ in ()).throw(OSError("No space left")))
        build([article(2)], tmp_path)
    run.remove(tmp_path, ["https://example.org/2"])
    assert state(tmp_path) == before


def test_who_reads_during_a_build_gets_the_last_finished_state(tmp_path: Path) -> None:
    build([article(1)], tmp_path)
    seen = []

    def watching(articles: Iterable[Article], **options: str):  # type: ignore[no-untyped-def]
        for result in read(articles):
            seen.append(bool(kg.open(tmp_path).query("ASK { <https://example.org/2> ?p ?o }")))
            with pytest.raises(store.Locked):
                build([article(3)], tmp_path)
            yield result

    run.build_articles([article(2)], tmp_path, read=watching, workers=1)
    assert seen == [False] and kg.open(tmp_path).query("ASK { <https://example.org/2> ?p ?o }")
