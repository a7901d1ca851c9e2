"""Pronouns are ranked by where mentions stand, never by what they are called."""

from __future__ import annotations

import pytest

from kg.identity.antecedents import NONE, weights
from kg.reading import article_of
from kg.run import results


@pytest.mark.parametrize("pronoun", ["he", "it", "they"])
def test_near_subjects_are_likelier_and_something_may_stay_open(pronoun: str) -> None:
    known = weights(pronoun)
    assert known["sentences back 0"] > known["sentences back 1"] > known["sentences back 2"]
    assert known["both subjects"] > 0 and NONE in known


@pytest.mark.parametrize(("one", "other"), [("Tom Reed", "Otto Quill"), ("Otto Quill", "Tom Reed")])
def test_names_do_not_matter(one: str, other: str) -> None:
    (result,) = results([article_of(f"{one} met {other} on Monday. He said the port would close.")])
    assert next(m.name for m in result.mentions if m.text == "He") == one
