"""Acts told by nouns and compound participles stand in the records; what only looks so does not."""

from __future__ import annotations

import pytest

import kg


def told(text: str, rule: str) -> set[tuple[str, str, str | None]]:
    return {
        (s.subject.text, s.relation.lemma, s.object.text if s.object else None)
        for s in kg.extract([text])
        if s.derived_by.startswith(rule)
    }


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The raids by the Red Brigade on Port Quill stopped on Friday.", ("the Red Brigade", "raid", "Port Quill")),
        ("The mayor resigned after her visit to the flooded school.", ("her", "visit", "the flooded school")),
        ("French airstrikes on the depot killed two guards.", ("French", "strike", "the depot")),
        ("Traders deplored the closing of the border.", ("someone", "close", "the border")),
        ("The club launched an investigation into the fire.", ("The club", "investigate", "the fire")),
        ("The arrest of the banker shocked investors.", ("someone", "arrest", "the banker")),
        ("A study of 300 schools praised by Orvex began.", ("someone", "study", "300 schools")),
        ("The founding of the camp by Ana Lund pleased teachers.", ("Ana Lund", "found", "the camp")),
        ("Norland's recognition of the council angered Tarn.", ("Norland", "recognize", "the council")),
        ("Prices rose after the currency's sharp falls.", ("the currency", "fall", None)),
        (
            "In an interview with the Gazette, Nora Quill praised the nurses.",
            ("Nora Quill", "interview with", "the Gazette"),
        ),
    ],
)
def test_nouns_of_acts_tell_who_did_what(text: str, act: tuple[str, str, str | None]) -> None:
    assert act in told(text, "act")


@pytest.mark.parametrize(
    "text",
    [
        "The attack came at dawn.",
        "An attack helicopter landed near the school.",
        "The talks resumed in Geneva.",
        "The strike in the depot went on.",
        "The investment was a mistake.",
        "A training camp opened near the harbour.",
        "It paid for a fall of 4 percent.",
    ],
)
def test_an_act_of_nobody_named_is_no_statement(text: str) -> None:
    assert not told(text, "act")


def test_an_act_is_not_also_a_possession() -> None:
    assert not told("Norland's veto of the treaty angered fishermen.", "possessive")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A French-backed militia took the town.", ("French", "back", "A French-backed militia")),
        ("The army shelled opposition-held suburbs.", ("opposition", "hold", "opposition-held suburbs")),
    ],
)
def test_compound_participles_tell_who_did_it(text: str, act: tuple[str, str, str]) -> None:
    assert act in told(text, "compound")


def test_compounds_without_an_actor_tell_nothing() -> None:
    assert not told("She bought a hand-made chair and a book of faith-based poems.", "compound")


def test_a_verb_without_any_subject_is_kept_with_an_open_one() -> None:
    assert ("someone", "wear", "a helmet") in told("Wearing a helmet is compulsory.", "open")
