"""Each export is read again by another library, with nothing lost that the format can hold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from invented import STORY, article, read

import kg
from kg import run, store

TEXTS = (
    STORY,
    "Alda Brun may sue Dorn Esk. Alda Brun backs Corin Vale.",
    'Dorn Esk says that Corin Vale backs "Nobody".',
)
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> run.KnowledgeGraph:
    out = tmp_path_factory.mktemp("exports") / "graph"
    articles = [article(n, text, publisher='Post "Ünder\\Line"\n, Ltd <x>') for n, text in enumerate(TEXTS)]
    run.build_articles(articles, out, read=read, workers=1)
    return kg.open(out)


def held(graph: run.KnowledgeGraph, suffix: str) -> set[ox.Quad]:
    only = ox.DefaultGraph() if suffix == ".ttl" else None
    return set(store.open_store(graph.folder.store).quads_for_pattern(None, None, None, only))


@pytest.mark.parametrize("suffix", FORMATS)
def test_rdf_comes_back_quad_for_quad(graph: run.KnowledgeGraph, tmp_path: Path, suffix: str) -> None:
    out = graph.export(tmp_path / f"out{suffix}")
    again = set(ox.parse(path=str(out), format=FORMATS[suffix]))
    assert again == held(graph, suffix) and len(again) > 100


@pytest.mark.parametrize(("suffix", "form"), [(".trig", "trig"), (".jsonld", "json-ld")])
def test_rdflib_reads_the_same(graph: run.KnowledgeGraph, tmp_path: Path, suffix: str, form: str) -> None:
    again = rdflib.Dataset()
    again.parse(graph.export(tmp_path / f"out{suffix}"), format=form)
    assert len(list(again.quads())) == len(held(graph, suffix))


def test_triple_terms_say_what_each_statement_states(graph: run.KnowledgeGraph, tmp_path: Path) -> None:
    out = graph.export(tmp_path / "out.nq", triple_terms=True)
    again = list(ox.parse(path=str(out), format=ox.RdfFormat.N_QUADS))
    terms = {(q.subject.value, q.object) for q in again if isinstance(q.object, ox.Triple)}
    assert {iri for iri, _ in terms} == {s.id for s in graph.statements if s.object}


@pytest.mark.parametrize("suffix", [".csv", ".json", ".parquet"])
def test_tables_come_back_row_for_row(graph: run.KnowledgeGraph, tmp_path: Path, suffix: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    out = graph.export(tmp_path / f"out{suffix}")
    expected = [store.row(s, graph.articles[s.article]) for s in graph.statements]
    if suffix == ".json":
        assert json.loads(out.read_text(encoding="utf-8")) == expected
    elif suffix == ".parquet":
        import pyarrow.parquet as pq

        assert pq.read_table(out).to_pylist() == expected
    else:
        with out.open(encoding="utf-8", newline="") as f:
            again = list(csv.DictReader(f))
        assert again == [{k: "" if v is None else str(v) for k, v in row.items()} for row in expected]


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_the_actor_graph_comes_back_with_its_nodes_and_edges(
    graph: run.KnowledgeGraph, tmp_path: Path, suffix: str
) -> None:
    out = graph.export(tmp_path / f"out{suffix}")
    again = (nx.read_graphml if suffix == ".graphml" else nx.read_gexf)(out)
    actors = graph.to_networkx()
    assert set(again) == set(actors) and again.number_of_edges() == actors.number_of_edges() > 0

    def said(g: nx.MultiDiGraph) -> list[tuple[str, str, str, str]]:
        return sorted((a, b, d["relation"], d["polarity"]) for a, b, d in g.edges(data=True))

    assert said(again) == said(actors)
    assert out.read_bytes() == graph.export(tmp_path / f"again{suffix}").read_bytes()


def test_web_annotations_quote_the_words_where_they_stand(graph: run.KnowledgeGraph, tmp_path: Path) -> None:
    page = json.loads(graph.export(tmp_path / "out.annotations.jsonld").read_text(encoding="utf-8"))
    texts = {a.url or a.iri: a.text for a in graph.articles.values()}
    assert {i["id"] for i in page["items"]} == {s.id for s in graph.statements}
    for item in page["items"]:
        quote, place = item["target"]["selector"]
        text, start, end = texts[item["target"]["source"]], place["start"], place["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])


def test_follow_the_money_links_entities_and_never_a_claim_as_a_fact(graph: run.KnowledgeGraph, tmp_path: Path) -> None:
    lines = graph.export(tmp_path / "out.ftm.json").read_text(encoding="utf-8").splitlines()
    found = {e["id"]: e for e in map(json.loads, lines)}
    assert {e.iri for e in graph.entities} <= found.keys()
    for s in graph.statements:
        link = found[s.id]["properties"]
        assert {link["subject"][0], link["object"][0]} <= found.keys()
        assert link["status"][0].startswith(f"{s.polarity}, {s.modality}")
        assert ("said by" in link["status"][0]) == bool(s.attribution)


def test_a_suffix_of_no_format_is_told(graph: run.KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(store.WrongFormat, match=r"\.graphml"):
        graph.export(tmp_path / "out.docx")
    assert not list(tmp_path.iterdir())
