"""What the whole promises, in a few lines: text in, statements with their words out."""

import kg

TEXT = "The harbour council closed the old bridge on Monday. Engineers from Elmsford repaired the bridge."


def test_every_statement_can_be_read_where_it_says() -> None:
    statements = list(kg.extract([TEXT]))
    assert {s.relation.lemma for s in statements} >= {"close", "repair"}
    for s in statements:
        assert s.sentence.text == TEXT[s.sentence.start : s.sentence.end]
        assert s.subject.text == TEXT[s.subject.start : s.subject.end]
