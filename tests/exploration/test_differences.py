"""What two sets of statements tell differently, and what is contested inside one."""

from dataclasses import replace

from kg.exploration import contested, differences
from kg.values import Phrase, Relation, Sentence, Statement, TimeSpan

SENTENCE = Sentence(0, 0, 10, "A sentence")


def statement(subject: str, lemma: str, obj: str, **more: object) -> Statement:
    plain = Statement(
        id=f"urn:a#s-{subject}-{lemma}-{obj}",
        article="urn:a",
        sentence=SENTENCE,
        subject=Phrase(subject, entity=f"urn:e:{subject}", name=subject),
        relation=Relation(lemma),
        object=Phrase(obj, entity=f"urn:e:{obj}", name=obj),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def test_may_that_became_did_is_a_change() -> None:
    before = [statement("union", "rejoin", "talks", modality="possible")]
    after = [statement("union", "rejoin", "talks")]
    (found,) = differences(before, after)
    assert found.kind == "changed"
    assert "possible" in found.line()


def test_what_only_one_side_tells_is_new_or_gone() -> None:
    shared, old, new = (statement("council", "close", o) for o in ("bridge", "harbour", "tunnel"))
    assert {d.kind: d.line().split(" [")[0] for d in differences([shared, old], [shared, new])} == {
        "new": "new: council close tunnel",
        "gone": "gone: council close harbour",
    }


def test_a_synonym_is_no_difference() -> None:
    assert differences([statement("mayor", "back", "plan")], [statement("mayor", "support", "plan")]) == ()


def test_affirmed_and_denied_is_contested_but_a_failed_plan_is_not() -> None:
    affirmed = statement("union", "observe", "truce")
    denied = statement("union", "observe", "truce", polarity="negated", article="urn:b")
    planned = statement("union", "leave", "town", modality="desired")
    stayed = statement("union", "leave", "town", polarity="negated")
    (found,) = contested([affirmed, denied, planned, stayed])
    assert found.kind == "polarity"
    assert found.sides == ((affirmed,), (denied,))


def test_different_numbers_of_two_articles_are_contested_and_those_of_one_are_not() -> None:
    def killed(n: int, article: str) -> Statement:
        obj = Phrase(f"{n} people", value=n, unit="people")
        return replace(statement("flood", "kill", "x"), object=obj, article=article)

    (found,) = contested([killed(12, "urn:a"), killed(20, "urn:b")])
    assert found.kind == "number"
    assert contested([killed(12, "urn:a"), killed(20, "urn:a")]) == ()


def test_a_copy_does_not_contradict_what_it_copies() -> None:
    def closed(day: str, article: str) -> Statement:
        return replace(
            statement("council", "close", "bridge"), time=TimeSpan(day, (0, 0), day, day, "day"), article=article
        )

    told = [closed("2031-05-01", "urn:a"), closed("2031-05-02", "urn:b")]
    assert [c.kind for c in contested(told)] == ["time"]
    assert contested(told, {"urn:b": "urn:a"}) == ()
