"""Records name who acts, not what the grammar puts first."""

from __future__ import annotations

import pytest

import kg

Fact = tuple[str, str, str | None]


def facts(text: str) -> set[Fact]:
    return {(s.subject.text, s.relation.lemma, s.object.text if s.object else None) for s in kg.extract([text])}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("There were long delays at the airport.", ("long delays", "be", None)),
        ("Norland took part in the talks.", ("Norland", "take part in", "the talks")),
        ("The vote will take place on Friday.", ("The vote", "take place", None)),
        ("The programme was cut by $110 million.", ("The programme", "be cut", None)),
        ("The programme was cut by the council.", ("the council", "cut", "The programme")),
        ("She read a report called Deep Water.", ("a report", "be called", "Deep Water")),
        ("The mayor accused the club of hiding its losses.", ("the club", "hide", "its losses")),
        ("The league fined the club for hiding its losses.", ("the club", "hide", "its losses")),
        ("The lawyers used the pause to rewrite the deal.", ("The lawyers", "rewrite", "the deal")),
        ("The mayor used salt for clearing the roads.", ("The mayor", "clear", "the roads")),
    ],
)
def test_who_does_what(text: str, fact: Fact) -> None:
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text", ["There were long delays at the airport.", "The talks took place in Tarn.", "It was cut by $110 million."]
)
def test_no_empty_word_or_amount_acts(text: str) -> None:
    assert not {s for s, _, o in facts(text) if s.lower() in ("there", "$110 million") or o == "place"}
