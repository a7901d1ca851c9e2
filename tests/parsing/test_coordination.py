"""A conjunction joins what the sentence joins: who acts, on what, and which words stay one phrase."""

from __future__ import annotations

import pytest

import kg


def objects(text: str, subject: str, relation: str) -> set[str | None]:
    found = (s for s in kg.extract([text]) if (s.subject.text, s.relation.lemma) == (subject, relation))
    return {s.object.text if s.object else None for s in found}


def subjects(text: str, relation: str) -> set[str]:
    return {s.subject.text for s in kg.extract([text]) if s.relation.lemma == relation}


@pytest.mark.parametrize(
    ("text", "relation", "who"),
    [
        ("Ana Petrova, the mayor of Kerst, and her deputy signed the deal.", "sign", {"Ana Petrova", "her deputy"}),
        ("The actor, who was born in Kerst, and his brother founded it.", "found", {"The actor", "his brother"}),
        ("Ivo Lasse, a former striker, and Bo Reyes, the coach, left.", "leave", {"Ivo Lasse", "Bo Reyes"}),
        ("Ana Petrova, a mother and a judge, left on Monday.", "leave", {"Ana Petrova"}),
        ("The king, the queen and their sons left.", "leave", {"The king", "the queen", "their sons"}),
        ("The firm, a maker of pumps and a seller of pipes, closed.", "close", {"The firm"}),
        ("Officials closed the road to the dam and the army guards the bridge.", "guard", {"the army"}),
        ("The firm sold the mine and workers lost their jobs.", "lose", {"workers"}),
        ("The firm sold the mine and cut jobs.", "cut", {"The firm"}),
        ("Its goal is to highlight towns that are ignored or mocked yet remain poor.", "remain", {"towns"}),
        ("Velmark and Kerst are a single market.", "be", {"Velmark and Kerst"}),
        ("Velmark, Kerst and Tarn are a single market.", "be", {"Velmark, Kerst and Tarn"}),
        ("Velmark and Kerst are both a risk.", "be", {"Velmark", "Kerst"}),
        ("Velmark and Kerst are rivals.", "be", {"Velmark", "Kerst"}),
        ("A team of nine – three doctors, five nurses and a driver – was sent home.", "be sent", {"A team of nine"}),
        ("It failed, as a ship and its crew shot down over Kerst made clear.", "make", {"a ship", "its crew"}),
    ],
)
def test_who_acts(text: str, relation: str, who: set[str]) -> None:
    assert subjects(text, relation) == who


@pytest.mark.parametrize(
    ("text", "subject", "relation", "what"),
    [
        ("They met a man, a woman and two boys.", "They", "meet", {"a man", "a woman", "two boys"}),
        ("They met the owner, a friend and an ally of theirs.", "They", "meet", {"the owner"}),
        ("They met the driver, a man of 30, and his brother.", "They", "meet", {"the driver", "his brother"}),
        ("The port hired two guards and, later, a cook.", "The port", "hire", {"two guards"}),
        (
            "The museum shows paintings by Quill and sculptures by Lund.",
            "The museum",
            "show",
            {"paintings", "sculptures"},
        ),
        ("She is known for her love of tea and cakes, as well as books.", "She", "be known for", {"her love of tea"}),
        ("The ministry will buy and lease buses.", "The ministry", "buy", {"buses"}),
        ("The units met and left Kerst.", "The units", "meet", {None}),
        ("It can go from Kerst to mirrors that collect, amplify, and redirect light.", "mirrors", "amplify", {"light"}),
        ("The count was ten or eleven.", "The count", "be", {"ten or eleven"}),
        ("It needs a cook or a driver.", "It", "need", {"a cook", "a driver"}),
        ("The police stopped Ivo Lasse and company.", "The police", "stop", {"Ivo Lasse"}),
        ("The police stopped Ivo Lasse and a company.", "The police", "stop", {"Ivo Lasse", "a company"}),
        ("The figures exclude bus crashes/fires.", "The figures", "exclude", {"bus crashes/fires"}),
        ("He wore a light grey or brown coat.", "He", "wear", {"a light grey or brown coat"}),
        ("He kept a dog or small cat.", "He", "keep", {"a dog", "small cat"}),
        ("It is both cheap and safe.", "It", "be", {"cheap", "safe"}),
    ],
)
def test_what_is_acted_on(text: str, subject: str, relation: str, what: set[str | None]) -> None:
    assert objects(text, subject, relation) == what


def test_either_of_two_numbers_is_no_value() -> None:
    assert {s.object.value for s in kg.extract(["The number of dead is 30 or 40."]) if s.object} == {None}
