"""An answer in words: what fills the blank, and what must be said with it (who says so, denied, not as a fact)."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.exploration.matching import (
    NAME_FLOOR,
    ROLES,
    TIME_UNITS,
    Names,
    adverbial,
    asks,
    clause_of,
    further,
    meets,
    phrases_of,
)
from kg.exploration.questions import Question, has_blank, is_blank
from kg.exploration.words import bare, keys
from kg.lexicon import words
from kg.values import ACTOR_TYPES, Argument, Phrase, Statement


def content(asked: Question) -> Statement:
    """What is asked to be said; of *who denies that …*, its negation."""
    said = asked.statements[1]
    return replace(said, polarity="negated") if asks(asked.statements[0].relation.lemma, "denial") else said


def answer(asked: Question, s: Statement, names: Names) -> str | None:
    """The words for the blank, and what must be said with them; None where the statement has none."""
    main = asked.statements[0]
    if asked.kind == "truth":
        phrases = phrases_of(s)
        partly = any(max(meets(a, p, names) for p in phrases) < NAME_FLOOR for a in main.arguments if a.role != "time")
        return f"Only in part: {proposition(s)}" if partly else _verdict(main, s)
    own_verb = s.relation.lemma.split()[0] == main.relation.lemma.split()[0]
    if asks(main.relation.lemma, "speech", "denial") and s.attribution and not own_verb:
        of_whom = is_blank(main.subject)
        voice = s.attribution[-1]
        text = (voice.name or voice.text) if of_whom else proposition(s)
        said = content(asked) if of_whom and len(asked.statements) > 1 else main
        return text and qualified(text, said, s, voiced=False)
    where = asked.kind in ROLES and asked.noun is None
    text = (adverbial(asked.kind, s) or (None,))[0] if where else _filler(asked, s, names)
    if text and asked.kind == "which" and asked.noun:
        text = such(asked.noun, text, s)
    return text and qualified(text, main, s, voiced=True)


def such(noun: str, text: str, s: Statement) -> str | None:
    """*Hospital* by the name that stands beside it in the sentence; a mere *bill* with what goes on to say which."""
    head = {one for one, _ in keys(bare(noun))}
    if (beside := beside_noun(bare(noun)[-1], s.sentence.text)) and not head & {one for one, _ in keys(bare(text))}:
        return beside
    if set(bare(text)) <= set(bare(noun)):
        end = next((p.end for p in phrases_of(s) if p.end and set(bare(p.text)) <= set(bare(noun))), None)
        rest = further(s, end, " (?:to|of|that|for|on|called) ")
        return f"{text}{rest}" if rest else None
    return text


def beside_noun(noun: str, sentence: str) -> str | None:
    """The one name that stands right before or after a noun: *the Royal Ferry hospital*, *Justice Ada Brandt*."""
    name = r"[A-Z][\w.’'&-]*(?: (?:of |and |the )*[A-Z][\w.’'&-]*)*"
    found = [m[1] or m[2] for m in re.finditer(rf"({name}) (?i:{noun})s?\b|\b(?i:{noun}) ({name})", sentence)]
    return found[0] if len(found) == 1 else None


def _filler(asked: Question, s: Statement, names: Names) -> str | None:
    """The words of a statement that stand where the question has its blank."""
    main = asked.statements[0]
    clause = any(has_blank(a) and not is_blank(a) for a in main.arguments)
    # What the question names and no more is no answer to it.
    named = [p for p in (main.object, *main.arguments) if p is not None and not has_blank(p)]
    free = [
        p
        for p in (s.object, *s.arguments)
        if p
        and not any({*bare(p.text)} <= {*bare(n.text)} or meets(n, p, names) == 1 for n in named)
        and not (isinstance(p, Argument) and p.role in ("time", "place", "condition", "concession"))
    ]
    turned = main in asked.others and any(p is not None and has_blank(p) for p in (main.object, *main.arguments))
    if is_blank(main.subject) and not turned:
        if asked.kind == "who" and s.subject.type not in (*ACTOR_TYPES, "Thing"):
            return None
        whole = asks(main.relation.lemma, "any") and asked.kind != "who"
        such = further(s, s.subject.end, " as ") if s.subject.text.lower().startswith("such ") else ""
        return proposition(s) if whole else f"{s.subject.text}{such}" if such else filled(asked, s.subject)
    if is_blank(main.object):
        if main.relation.lemma.split()[0] == "do":
            return proposition(s)
        text = next((text for p in free if (text := filled(asked, p))), None)
        if text and main.relation.lemma == "be" and s.relation.lemma.startswith("be "):
            text = f"{s.relation.lemma[3:]} {text}"
        if text and main.relation.lemma == "be" and s.subject.name and asked.kind == "who":
            # *Who is the envoy?*: the name, and what is said of it.
            text = text if set(bare(s.subject.name)) <= set(bare(main.subject.text)) else f"{s.subject.name}: {text}"
        return f"{text} {clause_of(s)}".strip() if clause and text else text
    marked = next((a.marker for a in main.arguments if is_blank(a)), None)
    if clause:
        return clause_of(s) or None
    text = next((shown(a) for a in s.arguments if a.marker and marked and a.marker == marked.lower()), None)
    if text is None and (marked is None or s.relation.lemma.endswith(f" {marked.lower()}") or turned):
        text = next((shown(p) for p in free), None)
    return text


def filled(asked: Question, phrase: Phrase) -> str | None:
    """The words of a phrase for the blank; where a number is asked for, a number of what is counted."""
    if asked.kind == "number":
        counted = set(bare(asked.noun or ""))
        number = phrase.value is not None or any(c.isdigit() for c in phrase.text)
        money = phrase.unit is not None and phrase.unit != "%" and not phrase.unit[0].isalnum()
        there = {*bare(phrase.text)}
        nation = counted and (asked.noun or "").split()[-1][0].isupper() and "people" in there  # *how many Danes*
        alone = "percent" not in there and "%" not in phrase.text and TIME_UNITS.isdisjoint(phrase.text.lower().split())
        counts = number and (money or not counted or counted & there or nation or (alone and counted == {"people"}))
        return _marked(phrase) if counts else None
    return phrase.text if phrase.statement or phrase.value is not None else shown(phrase)


def _marked(phrase: Phrase) -> str:
    """With the preposition that says how much: *in excess of $11 billion*."""
    marker = phrase.marker if isinstance(phrase, Argument) and phrase.role == "extent" else None
    return f"{marker} {phrase.text}" if marker else phrase.text


def shown(phrase: Phrase) -> str:
    """Its words, and its name where the words are others (*the envoy*); of a pronoun the name alone."""
    if not phrase.entity or not phrase.name:
        return phrase.text
    said, name = set(bare(phrase.text)), set(bare(phrase.name))
    if said <= name or _pronoun(phrase):
        return phrase.name
    return phrase.text if name <= said else f"{phrase.text} ({phrase.name})"


def _pronoun(phrase: Phrase) -> bool:
    return phrase.text.lower() in words("lexicon/pronouns")


def _verb(s: Statement) -> str:
    """The words of the relation with the prepositions that stand elsewhere; a noun of an office needs its verb."""
    first, *others = s.relation.lemma.split()
    text = s.relation.text
    if text is None or text.lower() in others:
        return " ".join(["is" if first == "be" else first, *others])
    return " ".join([text, *(w for w in others if first != "be" and w not in text.lower().split())])


def proposition(s: Statement) -> str:
    parts = [shown(s.subject) if _pronoun(s.subject) else s.subject.text, _verb(s), s.object.text if s.object else ""]
    rest = [f"{a.marker} {a.text}" if a.marker else a.text for a in s.arguments]
    return " ".join(p for p in (*parts, *rest) if p)


def _voices(s: Statement) -> str:
    return ", ".join(dict.fromkeys(v.name or v.text or "an unnamed source" for v in s.attribution))


def qualified(text: str, main: Statement | None, s: Statement, *, voiced: bool) -> str:
    notes = {
        "denied": s.polarity == "negated" and not (main and main.polarity == "negated"),
        f"not as a fact: {s.modality}": s.modality not in ("actual", main.modality if main else ""),
        f"according to {_voices(s)}": voiced and s.attribution,
    }
    said = "; ".join(note for note, holds in notes.items() if holds)
    return f"{text} ({said})" if said else text


def _denied(s: Statement) -> bool:
    """Whether it is denied, by its verb or by what it governs (*pleaded not guilty*)."""
    within = s.object is not None and s.object.statement is None and s.object.text.lower().startswith("not ")
    return (s.polarity == "negated") != within


def _verdict(main: Statement, s: Statement) -> str:
    """Never a bare yes: the voice, the denial and the modality are in the answer."""
    says = f" according to {_voices(s)}" if s.attribution else ""
    how = "" if s.modality in ("actual", main.modality) else f", {s.modality}"
    if _denied(s) != _denied(main):
        return f"No{says}{how}: {proposition(s)}"
    if s.attribution or how:
        return f"Not stated as a fact{how}{f'; said{says}' if says else ''}: {proposition(s)}"
    return f"Yes, the article says: {proposition(s)}"
