"""What the whole promises, in a few lines: text in, statements with their words out, whatever the text."""

from __future__ import annotations

import warnings
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import kg

TEXT = "The harbour council closed the old bridge on Monday. Engineers from Elmsford repaired the bridge."
SEEDS = [p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parent.parent / "seeds").glob("*.md"))]
WORDS = sorted({w for seed in SEEDS for w in seed.split()})
MARKS = [*"“”\"'()[]—-:;,.…*/@#$%&", "’s", "🙂", "\n\n", "who", "that", "to", "and", "is", "said", "not", "whose", "if"]
GARBLED = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS), min_size=3, max_size=25).map(" ".join)


def test_one_text_and_one_path_are_taken_as_one(tmp_path: Path) -> None:
    assert list(kg.extract(TEXT)) == list(kg.extract([TEXT]))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert kg.build(str(tmp_path / "a.txt"), tmp_path / "g").articles == 1


def test_every_statement_can_be_read_where_it_says() -> None:
    statements = list(kg.extract([TEXT]))
    assert {s.relation.lemma for s in statements} >= {"close", "repair"}
    for s in statements:
        assert s.sentence.text == TEXT[s.sentence.start : s.sentence.end]
        assert s.subject.text == TEXT[s.subject.start : s.subject.end]


@settings(max_examples=12, deadline=None)
@given(st.lists(GARBLED, min_size=5, max_size=5))
def test_no_text_breaks_the_reading_and_all_words_stand_where_it_says(texts: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in texts:
            for s in kg.extract([text]):
                for part in (s.subject, s.object, *s.arguments, *s.attribution):
                    if part is not None and part.start is not None:
                        assert part.text == text[part.start : part.end]
