"""Who does what an infinitive says, and what a question states."""

from __future__ import annotations

import pytest

import kg


def facts(text: str) -> set[tuple[str, str, str | None]]:
    return {(s.subject.text, s.relation.lemma, s.object.text if s.object else None) for s in kg.extract([text])}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The mayor called on the council to open the port.", ("the council", "open", "the port")),
        ("The envoy appealed to Norland to free the crews.", ("Norland", "free", "the crews")),
        ("The mayor urged Norland to stop the raids.", ("Norland", "stop", "the raids")),
        ("Norland promised the mayor to stop the raids.", ("Norland", "stop", "the raids")),
    ],
)
def test_the_doer_of_an_infinitive(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_a_question_tells_nothing_of_whoever_it_asks_for() -> None:
    assert not facts("Who closed the port?")
    assert ("The council", "close", "the port") in facts("The council closed the port.")


def test_a_gerund_by_itself_is_a_noun() -> None:
    assert not any(lemma.startswith("fight") for _, lemma, _ in facts("The increase in fighting worries the mayor."))
