"""The measures count what is told as done, and every tie can be traced to a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.exploration import measures

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


def test_the_report_shows_a_sentence_for_every_tie(demo: Path) -> None:
    told = kg.open(demo)
    sentences = {" ".join(s.sentence.text.split()).replace("|", "\\|") for s in told.statements}
    ties = [line for line in measures.report(told.to_networkx()).splitlines() if "→" in line]
    assert ties and all(any(line.endswith(s) for s in sentences) for line in ties)


def test_the_report_sets_what_is_contested_side_by_side(harbour: Any) -> None:
    one = next(s for s in harbour.statements if s.relation.lemma == "run")
    other = harbour.says(
        "https://courier.example/story", one.subject.entity, "run", one.object.entity, polarity="negated"
    )
    line = next(x for x in measures.report(harbour.project()).splitlines() if x.startswith("- polarity: "))
    assert one.sentence.text in line and other.sentence.text in line


def test_analyze_on_the_command_line(demo: Path, tmp_path: Path) -> None:
    files = {suffix: tmp_path / f"actors.{suffix}" for suffix in ("graphml", "gexf", "csv")}
    options = [x for suffix, file in files.items() for x in (f"--{suffix}", str(file))]
    result = CliRunner().invoke(main, ["analyze", str(demo), "--format", "json", *options])
    rows = json.loads(result.stdout)
    assert result.exit_code == 0 and rows[0]["name"] and nx.read_graphml(files["graphml"]).number_of_nodes()
    assert files["csv"].read_text(encoding="utf-8").count("\n") == len(rows) + 1
    assert "→" in CliRunner().invoke(main, ["analyze", str(demo), "--format", "markdown"]).stdout
