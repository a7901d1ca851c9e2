"""Offices, ages and worth link one thing to another."""

from __future__ import annotations

import pytest

import kg

Fact = tuple[str, str, str | None]


def facts(text: str) -> set[Fact]:
    return {(s.subject.text, s.relation.lemma, s.object.text if s.object else None) for s in kg.extract([text])}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nora Quill, the former head of the port, spoke.", ("Nora Quill", "be former head of", "the port")),
        ("Quill became deputy mayor of Tarn.", ("Quill", "become deputy mayor of", "Tarn")),
        ("The yard is part of the Orbis group.", ("The yard", "be part of", "the Orbis group")),
        ("Quill is a spokeswoman for the club.", ("Quill", "be spokeswoman for", "the club")),
        ("French Prime Minister Manuel Valls spoke.", ("Manuel Valls", "be prime minister of", "French")),
        ("Maryland Gov. Nora Quill spoke.", ("Nora Quill", "be governor of", "Maryland")),
        ("Staffan Lindqvist, the UN envoy, spoke.", ("Staffan Lindqvist", "be envoy of", "UN")),
        (
            "The United Nations' envoy, Staffan Lindqvist, spoke.",
            ("Staffan Lindqvist", "be envoy of", "United Nations"),
        ),
        ("The head of the port is Nora Quill.", ("Nora Quill", "be head of", "the port")),
        ("Nora Quill, 52, resigned.", ("Nora Quill", "be aged", "52")),
        ("It is clear that the port is shut.", ("the port is shut", "be", "clear")),
        ("The report is about how farmers live and work.", ("The report", "be about", "how farmers live and work")),
        ("It became possible to map the coast.", ("to map the coast", "become", "possible")),
        ("It does not matter that the port is shut.", ("the port is shut", "matter", None)),
        ("The film is short, very dull, and deserving of blame.", ("The film", "deserve of", "blame")),
        ("It is important to protect the coast.", ("to protect the coast", "be", "important")),
        ("The deal is worth $3 billion.", ("The deal", "be worth", "$3 billion")),
        ("The minister's decision to resign surprised his party.", ("The minister", "resign", None)),
        ("Quill died in 2001.", ("Quill", "die", None)),
    ],
)
def test_records_link_things(text: str, fact: Fact) -> None:
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nora Quill, a doctor, spoke.",
        "The report was the fruit of luck.",
        "Harbour master Nora Quill spoke.",
        "GOP Sen. Ted Cruz spoke.",
        "French actor Gerard Quill spoke.",
    ],
)
def test_a_description_stays_one(text: str) -> None:
    assert "be" in {lemma for _, lemma, _ in facts(text)}
    assert not any(" of" in lemma for _, lemma, _ in facts(text))


def test_an_age_has_a_value() -> None:
    (age,) = (s for s in kg.extract(["Nora Quill, 52, resigned."]) if s.derived_by == "age")
    assert age.object is not None and age.object.value == 52
