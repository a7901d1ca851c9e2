"""Where it happened, and what is only the place that is talked of."""

from __future__ import annotations

import pytest

import kg


def where(text: str, relation: str) -> tuple[str, str | None]:
    """Words and name of the place of the statement whose relation has these words."""
    s = next(s for s in kg.extract([text]) if s.relation.text and relation in s.relation.text)
    return (s.place.text, s.place.name) if s.place is not None else ("", None)


@pytest.mark.parametrize(
    ("text", "relation", "place"),
    [
        ("Rebels killed two farmers in Geneva on Monday.", "killed", ("Geneva", "Geneva")),
        ("The ministers met near Geneva.", "met", ("Geneva", "Geneva")),
        ("Ana Petrova lives in Geneva.", "lives", ("Geneva", "Geneva")),
        (
            "Rebels attacked a convoy in the coastal area of Latakia.",
            "attacked",
            ("the coastal area of Latakia", "Latakia"),
        ),
        ("The farmers met in the north of Norway.", "met", ("the north of Norway", "Norway")),
        ("Soldiers arrested a student outside the city of Aleppo.", "arrested", ("city of Aleppo", "Aleppo")),
        ("In Geneva, the ministers signed a treaty.", "signed", ("Geneva", "Geneva")),
    ],
)
def test_an_act_has_the_place_where_it_happened(text: str, relation: str, place: tuple[str, str]) -> None:
    found, name = where(text, relation)
    assert name == place[1]
    assert place[0] in found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ana Petrova spoke about Geneva.", "spoke"),
        ("Ana Petrova supports the mayor of Geneva.", "supports"),
        ("The debate focused on Norway.", "focused"),
        ("The ministers met in April.", "met"),
        ("The farmers believe in reforms.", "believe"),
        ("Ana Petrova praised Norway.", "praised"),
    ],
)
def test_what_is_talked_of_is_no_place_of_the_act(text: str, relation: str) -> None:
    assert where(text, relation) == ("", None)


def test_the_place_can_be_read_where_it_stands() -> None:
    text = "Rebels attacked a convoy in the north of Norway, and soldiers killed two farmers near Geneva."
    for s in kg.extract([text]):
        if s.place is not None:
            assert text[s.place.start : s.place.end] == s.place.text
