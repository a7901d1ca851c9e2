"""Relations that say the same share a broader one."""

from __future__ import annotations

import pytest

import kg
from kg import lexicon
from kg.store import parent_of

ROWS = lexicon.table("lexicon/relations")


def test_each_relation_has_one_broader_one_that_has_none_itself() -> None:
    relations = [r["relation"] for r in ROWS]
    assert relations == sorted(set(relations))
    assert not {r["parent"] for r in ROWS} & set(relations)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The union backs the plan.", "The union supports the plan."),
        ("Norland condemned the raid.", "Norland criticized the raid."),
        ("The club purchased the stadium.", "The club bought the stadium."),
        ("The ferry collided with a tanker.", "The ferry slammed into a tanker."),
        ("Norland complied with the treaty.", "Norland abided by the treaty."),
        ("The firm relies on exports.", "The firm depends on exports."),
    ],
)
def test_synonyms_meet(one: str, other: str) -> None:
    (a,), (b,) = kg.extract([one]), kg.extract([other])
    assert a.relation.lemma != b.relation.lemma
    assert (parent_of(a.relation.lemma) or a.relation.lemma) == (parent_of(b.relation.lemma) or b.relation.lemma)


@pytest.mark.parametrize("lemma", ["run into", "fix", "deny", "charge"])
def test_words_of_several_senses_have_no_broader_one(lemma: str) -> None:
    assert parent_of(lemma) is None


@pytest.mark.parametrize(
    ("special", "general"),
    [
        ("be executive director of", "be director of"),
        ("be spokesman for", "be spokesman"),
        ("be built in", "be built"),
        ("fly to", "fly"),
        ("be in", None),
        ("be chief of", "be chief"),
        ("be vice president of", "be vice president"),
        ("be backed up", None),
        ("look for", None),
        ("give up", None),
    ],
)
def test_a_degree_or_a_preposition_makes_a_relation_narrower(special: str, general: str | None) -> None:
    assert parent_of(special) == general


def test_every_line_of_broader_relations_ends() -> None:
    for lemma in {r["relation"] for r in ROWS} | {"be senior managing director of", "fly back to"}:
        line = [lemma]
        while parent := parent_of(line[-1]):
            line.append(parent)
        assert len(line) == len(set(line)) < 6


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The report was published with respect to the case.", "be published"),
        ("Aid was awarded based on need.", "be awarded"),
        ("The firm ran out of cash.", "run out of"),
        ("The hut lies north of the town.", "lie north of"),
    ],
)
def test_a_compound_preposition_of_circumstance_is_no_part_of_the_relation(text: str, lemma: str) -> None:
    assert lemma in {s.relation.lemma for s in kg.extract([text])}
