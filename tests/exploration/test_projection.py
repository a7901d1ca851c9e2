"""Which statements become edges, and what an edge carries."""

from __future__ import annotations

from typing import Any

import pytest

from kg.exploration import support


def edges(graph: Any) -> set[tuple[str, str, str]]:
    name = graph.nodes
    return {(name[a]["name"], d["relation"], name[b]["name"]) for a, b, d in graph.edges(data=True)}


def test_a_statement_between_two_entities_is_an_edge_that_carries_what_is_known(harbour: Any) -> None:
    graph = harbour.project()
    assert ("Velmark", "run", "harbour") in edges(graph)
    (denied,) = [d for _, _, d in graph.edges(data=True) if d["lemma"] == "dismiss"]
    assert (denied["polarity"], denied["status"], denied["time"]) == ("negated", "asserted", "2031-05-09")
    assert denied["sentence"] == "Velmark did not dismiss Ada Brandt."


def test_what_is_urged_of_somebody_links_the_two(harbour: Any) -> None:
    assert ("Dockers’ Union", "urge to pay", "Velmark") in edges(harbour.project())


def test_a_statement_without_object_is_kept_but_is_no_edge(harbour: Any) -> None:
    graph = harbour.project()
    assert "resume" in {s.relation.lemma for s in graph.graph["statements"]}
    assert "resume" not in {d["lemma"] for _, _, d in graph.edges(data=True)}


def test_copies_of_an_article_support_once(harbour: Any) -> None:
    backs = [s for s in harbour.statements if s.relation.lemma == "back"]
    one, two = (s.article for s in backs)
    assert support(backs, {}) == 2
    assert support(backs, {two: one}) == 1


@pytest.mark.parametrize(
    ("criteria", "lemmas"),
    [
        ({"min_articles": 2}, {"back"}),
        ({"about": ("ada brandt",)}, {"dismiss", "pay"}),
        ({"about": ("Velmark Port Ltd",)}, {"run", "dismiss", "pay", "resume"}),
        ({"says": ("Velmark",)}, {"resume"}),
        ({"event_types": ("request",)}, {"urge"}),
        ({"modalities": ("future",)}, {"resume"}),
        ({"polarities": ("negated",)}, {"dismiss"}),
        ({"publishers": ("Herald",)}, {"run", "back", "resume"}),
        ({"since": "2031-05-09"}, {"back", "dismiss", "pay"}),
        ({"until": "2031-05-08"}, {"run", "back", "resume", "urge"}),
        ({"relations": ("run",)}, {"run"}),
    ],
)
def test_filters_keep_what_they_name(harbour: Any, criteria: dict[str, Any], lemmas: set[str]) -> None:
    graph = harbour.project(**criteria)
    assert {s.relation.lemma for s in graph.graph["statements"]} == lemmas


def test_things_can_be_hidden(harbour: Any) -> None:
    graph = harbour.project(actors_only=True)
    assert all(d["actor"] for _, d in graph.nodes(data=True))
    assert ("Velmark", "dismiss", "Ada Brandt") in edges(graph)
