"""Plain questions: how they are understood."""

import pytest

from kg.exploration.questions import NotUnderstood, understand


@pytest.mark.parametrize(
    ("question", "kind", "declarative"),
    [
        ("Who closed the bridge?", "who", "somebody closed the bridge"),
        ("What did the mayor say?", "what", "the mayor will say something"),
        ("When did the talks resume?", "time", "the talks will resume"),
        ("Where were the talks held?", "place", "the talks were held"),
        ("What may happen in Elmsford?", "what", "something may happen in Elmsford"),
        ("How many people has the flood killed?", "number", "the flood has killed some people"),
        ("Which group joined the march?", "which", "some group joined the march"),
        ("What does the ban not apply to?", "what", "the ban will not apply to something"),
        ("Who was the mayor criticized by?", "who", "the mayor was criticized by somebody"),
        ("Did the union rejoin the talks?", "truth", "the union will rejoin the talks"),
    ],
)
def test_a_question_is_put_as_a_sentence_with_a_blank(question: str, kind: str, declarative: str) -> None:
    asked = understand(question)
    assert (asked.kind, asked.declarative) == (kind, declarative)


@pytest.mark.parametrize("question", ["", "   ", "?"])
def test_what_is_no_question_is_said_to_be_none(question: str) -> None:
    with pytest.raises(NotUnderstood, match="Ask for instance"):
        understand(question)


def test_did_makes_no_future_of_what_is_asked() -> None:
    assert understand("Did the union rejoin the talks?").statements[0].modality == "actual"
