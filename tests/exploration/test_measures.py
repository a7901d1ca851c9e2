"""The measures count what is told as done, and every row of the report leads to its sentences."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.exploration import measures, project, report
from kg.values import Argument

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("measures") / "demo"
    kg.build([ROOT / "seeds"], out)
    return out


def test_ties_are_of_what_is_done_and_not_of_what_is_denied_or_possible(demo: Path) -> None:
    graph = kg.open(demo).to_networkx()
    by_id = {s.id: s for s in graph.graph["statements"]}
    net = measures.ties(graph)
    assert net.number_of_edges()
    for _, _, d in net.edges(data=True):
        assert d["weight"] == len(d["statements"])
        assert all(by_id[i].polarity == "affirmed" for i in d["statements"])


def test_rows_are_those_of_networkx(demo: Path) -> None:
    graph = kg.open(demo).to_networkx()
    net, rows = measures.ties(graph), measures.measures(graph)
    rank = nx.pagerank(net)
    assert {r["iri"] for r in rows} == set(net)
    assert all(r["pagerank"] == pytest.approx(rank[r["iri"]], abs=1e-4) for r in rows)
    assert rows == measures.measures(graph)


def test_balance_of_signed_triangles() -> None:
    net = nx.DiGraph()
    for a, b, sign in (("a", "b", 5.0), ("b", "c", -5.0), ("c", "a", -5.0), ("a", "d", 5.0), ("b", "d", -5.0)):
        net.add_edge(a, b, sign=sign)
    assert measures.triads(net) == (1, 1)


def test_resampling_articles_widens_what_hangs_on_one_of_them(harbour: Any) -> None:
    one, union = (next(i for i, e in harbour.entities.items() if e.name == n) for n in ("Velmark", "Dockers’ Union"))
    for n in range(4):
        paper = harbour.article(f"paper{n}", "Velmark accuses the union.")
        harbour.says(paper, one, "accuse", union, event="ACCUSE", weight=-2.0)
    graph = harbour.project()
    bounds = measures.resample(graph)
    low, high = bounds["weight", one, union]
    assert 0 <= low < 4 < high and bounds["sign", one, union] == pytest.approx((-2 * high, -2 * low))
    assert bounds == measures.resample(graph)
    row = next(r for r in measures.measures(graph, bounds) if r["iri"] == union)
    assert row["pagerank_low"] <= row["pagerank"] <= row["pagerank_high"]
    rows = measures.measures(graph, bounds)
    assert {r["acted_on"] == 0: r["pagerank_low"] is None for r in rows} == {True: True, False: False}


def test_one_article_has_no_interval(news: Any) -> None:
    paper = news.article("a", "Ada Brandt met Bo Lind.")
    news.says(paper, news.entity("Ada Brandt", "Person"), "meet", news.entity("Bo Lind", "Person"))
    graph = news.project()
    assert measures.resample(graph) == {}
    assert "Fewer than two articles cannot be resampled" in report.markdown(graph, news.articles, {})


def test_where_somebody_is_jailed_is_no_tie(news: Any) -> None:
    paper = news.article("a", "A court jailed Ada Brandt in Norland.")
    court, ada, land = news.entity("court"), news.entity("Ada Brandt", "Person"), news.entity("Norland", "Country")
    where = Argument("Norland", role="place", marker="in", entity=land, name="Norland")
    news.says(paper, court, "jail", ada, arguments=(where,))
    assert set(measures.ties(news.project()).edges) == {(court, ada)}


def test_who_joins_attacks_by_somebody_attacks_somebody_else(news: Any) -> None:
    paper = news.article("a", "The militia joined attacks by the Front on the Guard.")
    militia, front, guard = (news.entity(n, "ArmedGroup") for n in ("militia", "Front", "Guard"))
    by = Argument("the Front", role="accompaniment", marker="by", entity=front, name="Front")
    news.says(paper, militia, "join", guard, arguments=(by,), event="ASSAULT", weight=-10.0)
    net = measures.ties(news.project())
    assert {(a, b): d["sign"] for a, b, d in net.edges(data=True)} == {(militia, front): 0.0, (militia, guard): -10.0}


def test_copies_of_an_article_count_once(harbour: Any) -> None:
    copy = harbour.article("copy", "Velmark runs the harbour.")
    first = harbour.statements[0]
    harbour.says(copy, first.subject.entity, "run", first.object.entity)
    known = (harbour.statements, harbour.articles, harbour.entities.values())
    graph = project(*known, copies={copy: first.article}, without_copies=True)
    assert copy not in {s.article for s in graph.graph["statements"]}
    alone = project(*known, copies={copy: first.article}, without_copies=True, from_articles=(copy,))
    assert len(alone.graph["statements"]) == 1


def test_each_row_of_the_report_leads_to_its_sentences(demo: Path) -> None:
    told = kg.open(demo)
    text = report.markdown(told.to_networkx(), told.articles, {})
    shown = dict(re.findall(r'<a id="s(\d+)"></a>(.*) — ', text))
    plain = {report._plain(s.sentence.text) for s in told.statements}
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.endswith(" sentences |")]
    assert rows and all(set(re.findall(r"\(#s(\d+)\)", row)) & shown.keys() for row in rows)
    assert set(shown.values()) <= plain


def test_the_report_sets_what_is_contested_side_by_side(harbour: Any) -> None:
    one = next(s for s in harbour.statements if s.relation.lemma == "run")
    other = harbour.says(
        "https://courier.example/story", one.subject.entity, "run", one.object.entity, polarity="negated"
    )
    graph = harbour.project()
    (row,) = next(s.rows for s in report.sections(graph, harbour.articles, {}) if s.title == "What is contested")
    assert row.evidence == (one, other) and "affirmed by the article itself; negated by" in row.cells[2]


def test_the_report_tells_when_ties_came_up(harbour: Any) -> None:
    over = next(s for s in report.sections(harbour.project(), harbour.articles, {}) if s.title == "Over time")
    assert [r.cells[:5] for r in over.rows] == [("2031-05-01", "2", "0", "0", "0"), ("2031-05-08", "1", "1", "1", "1"),
                                                ("2031-05-09", "1", "0", "0", "0")]  # fmt: skip
    assert len(over.bars) == 9 and sum(a + b for _, a, b in over.bars) == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_is_a_page_that_needs_nothing_and_runs_nothing(
    news: Any, browser: Any, tmp_path: Path, scheme: Any
) -> None:
    hostile = "</td><script>window.hit=1</script><img src=x onerror=window.hit=1>\"'&amp; 🕊️"
    for n in range(3):
        paper = news.article(f"a{n}", f"{hostile} met.", title=hostile, publisher=hostile)
        news.articles[paper] = replace(news.articles[paper], url="javascript:window.hit=1" if n else paper)
        news.says(
            paper, news.entity(hostile, "Person"), hostile, news.entity("Bo", "Country"), event="COOPERATE", weight=6
        )
    graph = news.project()
    file = tmp_path / "report.html"
    file.write_text(report.page(graph, news.articles, measures.resample(graph), title=hostile), encoding="utf-8")
    view = browser.new_page(offline=True, color_scheme=scheme)
    seen: list[str] = []
    view.on("request", lambda r: r.url.startswith("file:") or seen.append(r.url))
    view.on("console", lambda m: seen.append(m.text))
    view.goto(file.as_uri())
    assert seen == [] and view.evaluate("window.hit") is None and view.title() == " ".join(hostile.split())
    links = view.locator("td a, svg a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert links and all(view.locator(f"li{link}").count() == 1 for link in links)
    words = view.locator("li a").evaluate_all("all => all.map((a) => a.href)")
    assert len(words) == 1 and words[0].startswith("https://a0.example/story#:~:text=")
    assert view.locator("svg").count() == 3
    view.close()


def test_analyze_on_the_command_line(demo: Path, tmp_path: Path) -> None:
    files = {suffix: tmp_path / f"actors.{suffix}" for suffix in ("graphml", "gexf", "csv", "html")}
    options = [x for suffix, file in files.items() for x in (f"--{suffix}", str(file))]
    result = CliRunner().invoke(main, ["analyze", str(demo), "--format", "json", *options])
    rows = json.loads(result.stdout)
    assert result.exit_code == 0 and rows[0]["name"] and nx.read_graphml(files["graphml"]).number_of_nodes()
    assert files["csv"].read_text(encoding="utf-8").count("\n") == len(rows) + 1
    assert "Who is central" in files["html"].read_text(encoding="utf-8")
    assert "→" in CliRunner().invoke(main, ["analyze", str(demo), "--format", "markdown"]).stdout


@pytest.mark.parametrize(
    ("lemma", "who", "acts"),
    [
        ("be mayor of", "Ada Brandt", False),
        ("have", "Ada Brandt", False),
        ("be based in", "Ada Brandt", False),
        ("be handed over to", "Ada Brandt", True),
        ("thank", "Ada Brandt", True),
        ("thank", "anyone", False),
    ],
)
def test_what_somebody_is_or_has_is_no_act_and_nobody_no_actor(news: Any, lemma: str, who: str, acts: bool) -> None:
    paper = news.article("a", "Ada Brandt, Norland and anyone.")
    news.says(paper, news.entity(who, "Person"), lemma, news.entity("Norland", "Country"))
    assert bool(measures.ties(news.project()).edges) == acts


def test_a_tie_is_told_with_what_stands_between(news: Any) -> None:
    paper = news.article("a", "Norland announced sanctions against Velmark.")
    land, firm = news.entity("Norland", "Country"), news.entity("Velmark")
    against = Argument("Velmark", role="goal", marker="against", entity=firm, name="Velmark")
    news.says(paper, land, "announce", "sanctions", arguments=(against,))
    assert "announce sanctions against" in report.markdown(news.project(), news.articles, {})
