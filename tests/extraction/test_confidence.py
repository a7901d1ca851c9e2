"""The confidence of a statement lies between 0 and 1 and follows what was counted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.extraction.confidence import ALL, learned, score

FEATURES = st.lists(st.sampled_from(sorted(learned())), unique=True)


@settings(deadline=None)
@given(FEATURES)
def test_confidence_is_a_chance(found: list[tuple[str, str]]) -> None:
    assert 0 < score(found, learned()) < 1


@settings(deadline=None)
@given(st.integers(0, 50), st.integers(0, 50))
def test_what_was_right_more_often_scores_higher(a: int, b: int) -> None:
    counts = {ALL: (80, 100), ("rule", "a"): (a, 50), ("rule", "b"): (b, 50)}
    assert (score([("rule", "a")], counts) > score([("rule", "b")], counts)) == (a > b)


def test_counts_hold_no_more_right_ones_than_there_are() -> None:
    assert all(0 <= right <= total for right, total in learned().values())


def test_a_plain_clause_is_surer_than_a_verb_without_a_subject() -> None:
    plain = next(kg.extract(["The council closed the bridge on Monday."]))
    bare = next(s for s in kg.extract(["Wearing a helmet is compulsory."]) if s.derived_by.startswith("open"))
    assert plain.confidence > 0.9 > 0.8 > bare.confidence
