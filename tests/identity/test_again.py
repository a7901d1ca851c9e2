"""Common nouns met again: what speaks for and against, by weights that were learned."""

from __future__ import annotations

import pytest

from kg import lexicon
from kg.identity.again import TESTS
from kg.reading import article_of
from kg.run import results


def test_each_test_has_a_weight_and_an_example() -> None:
    rows = lexicon.table("lexicon/noun_again")
    assert [r["test"] for r in rows] == [name for name, _ in TESTS]
    assert all(float(r["weight"]) and r["example"] for r in rows)


@pytest.mark.parametrize(
    ("text", "noun", "one"),
    [
        ("The port ordered a report in May. The report is long.", "report", True),
        ("A nurse left the clinic. The nurse was tired.", "nurse", True),
        ("Reed wrote a steel bridge into his will. The steel bridge is old.", "bridge", True),
        ("Ships left the port. The ships were old.", "ships", True),
        ("A nurse left the clinic. Another nurse was tired.", "nurse", False),
        ("Three ships left Nerva on Monday. Four ships came from Tarn.", "ships", False),
        ("Swedish ships left the port. Danish ships came.", "ships", False),
        ("A reef is near. Ana Petrova’s family wept. Crews met the family of Tom Reed.", "family", False),
    ],
)
def test_a_noun_met_again_is_the_same_thing_or_a_new_one(text: str, noun: str, one: bool) -> None:
    (result,) = results([article_of(text)])
    assert (len({m.entity for m in result.mentions if m.text.split()[-1] == noun}) == 1) is one
