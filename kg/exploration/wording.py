"""An answer in words: what fills the blank, and what must be said with it (who says so, denied, not as a fact)."""

from __future__ import annotations

import re

from kg.exploration.matching import is_pronoun
from kg.exploration.questions import Question
from kg.exploration.words import bare, keys, of_person, passive
from kg.lexicon import words
from kg.values import Argument, Phrase, Source, Statement

# A phrase of more words is a clause, not a number of something.
LONG = 12
YEAR = re.compile(r"(?:19|20)\d\d")
CLOCK = re.compile(r"\d ?[ap]\.?m|\d:\d\d|\bnoon\b|\bmidnight\b")
NAMED_BEHIND = re.compile(
    r"(?: (?:of|to|for|in|at) [^,.;:]+)?, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+(?=[,.;:]| sa(?:id|ys)\b|$)"
)
TIME_UNITS = frozenset().union(*(words("lexicon/calendar", kind=kind) for kind in ("days", "months", "hours")))
NEGATIVE = words("lexicon/modals", kind="negative") | words("lexicon/modals", kind="nobody")


def clause_of(s: Statement) -> str:
    """What is asked for or said, told as a clause: *to help stop the offensive*."""
    clause = next((a.text for a in s.arguments if a.statement or a.role in ("content", "purpose")), "")
    return clause or (s.object.text if s.object and (s.object.statement or s.object.text.startswith("to ")) else "")


def filled(asked: Question, phrase: Phrase) -> str | None:
    """The words of a phrase for the blank; where a number is asked for, a number of what is counted."""
    if asked.kind == "number":
        if phrase.statement or len(phrase.text.split()) > LONG:
            return None
        counted = {*bare((asked.noun or "").partition(" of ")[0])}
        numbers = words("lexicon/calendar", kind="number") - words("lexicon/stopwords")
        told = (w for w in phrase.text.split() if not w[0].isalpha() or w[0].isupper() or w in numbers)
        first = next((w for w in told if w[0].isalnum() or w[:1] in "$€£"), "a")
        number = phrase.value is not None or not first[0].isalpha() or first.lower() in numbers
        number = number and not YEAR.fullmatch(first) and not CLOCK.search(phrase.text) and phrase.type != "Place"
        number = number and not {*bare(first)} & {*asked.words}  # *close to Flight 8501*
        money = phrase.unit is not None and phrase.unit != "%" and not phrase.unit[0].isalnum()
        there = {*bare(phrase.text)}
        nation = counted and (asked.noun or "").split()[-1][0].isupper() and "people" in there  # *how many Danes*
        alone = "%" not in phrase.text and (TIME_UNITS | {"percent"}).isdisjoint(phrase.text.lower().split())
        behind = "" if "cent" in phrase.text else re.split(" (?:of|in) ", phrase.text.partition(first)[2])[0]
        there = {*bare(behind)} or there  # *15 months of the siege* are no sieges
        near = "other" in there or any(same_word(w, v) for w in counted for v in there)  # *soldiers … 20 others*
        counts = number and (money or not counted or near or nation or (alone and counted == {"people"}))
        return _marked(phrase) if counts else None
    return phrase.text if phrase.statement or phrase.value is not None else shown(phrase)


def same_word(one: str, other: str) -> bool:
    """Whether two words are one or near: *soldier*, *troop*."""
    (a, of), (b, there) = keys([one, other])
    return a == b or any(g[0] in "~@" for g in of & there)


def _marked(phrase: Phrase) -> str:
    """With the preposition that says how much: *in excess of $11 billion*."""
    marker = phrase.marker if isinstance(phrase, Argument) and phrase.role == "extent" else None
    return f"{marker} {phrase.text}" if marker else phrase.text


def shown(phrase: Phrase) -> str:
    """Its words, and its name where the words are others (*the envoy*); of a pronoun the name alone."""
    if not phrase.entity or not phrase.name:
        return phrase.text
    said, name = set(bare(phrase.text)), set(bare(phrase.name))
    if said <= name or is_pronoun(phrase):
        return phrase.name
    return phrase.text if name <= said else f"{phrase.text} ({phrase.name})"


def by_name(text: str, s: Statement, given: Phrase | Source) -> str:
    """Of somebody with an office for a name the words that name him behind it: *the envoy to Velmark, Bo Lind*."""
    if given.start is None or given.end is None:
        return text
    office = of_person(text.partition(" of ")[0])
    start, end = given.start - s.sentence.start, given.end - s.sentence.start
    named = NAMED_BEHIND.match(s.sentence.text[end:]) if office else None
    return f"{s.sentence.text[start:end]}{named[0]}" if named else text


def _verb(s: Statement) -> str:
    """The words of the relation with the prepositions that stand elsewhere; a noun of an office needs its verb."""
    first, *others = s.relation.lemma.split()
    text = s.relation.text
    if text is None or text.lower() in others:
        return " ".join(["is" if first == "be" else first, *others])
    others = others[passive(s.relation.lemma) :]  # *was fined for*
    return " ".join([text, *(w for w in others if w not in text.lower().split())])


def proposition(s: Statement) -> str:
    parts = [shown(s.subject) if is_pronoun(s.subject) else s.subject.text, _verb(s), s.object.text if s.object else ""]
    if s.object and s.derived_by.endswith("passive") and not s.relation.lemma.startswith("be "):
        parts = [parts[2], parts[1], "by", parts[0]]  # *the mayor was elected by the council*
    rest = [f"{a.marker} {a.text}" if a.marker else a.text for a in s.arguments]
    return " ".join(p for p in (*parts, *rest) if p)


def clause(s: Statement) -> str:
    """A statement in the words of its sentence, from its subject to the end of the clause."""
    text, start = s.sentence.text, s.subject.start
    if start is None or is_pronoun(s.subject) or not 0 <= start - s.sentence.start < len(text):
        return proposition(s)
    return re.split(r"[.;”\"](?:\s|$)|,[”\"]|,? (?:he|she|they) said", text[start - s.sentence.start :])[0].strip()


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


def denied(s: Statement) -> bool:
    """Whether it is denied, by its verb or by what it governs (*pleaded not guilty*, *reported no delays*)."""
    within = s.object is not None and s.object.statement is None
    first = s.object.text.lower().split()[0] if within and s.object else ""
    none = not {first, s.subject.text.lower().split()[0]}.isdisjoint(NEGATIVE)
    return (s.polarity == "negated") != (none and s.polarity == "affirmed")


def verdict(main: Statement, s: Statement) -> str:
    """Never a bare yes: the voice, the denial and the modality are in the answer."""
    says = f" according to {_voices(s)}" if s.attribution else ""
    how = "" if s.modality in ("actual", main.modality) else f", {s.modality}"
    if denied(s) != denied(main) and not how:
        return f"No{says}: {proposition(s)}"
    if s.attribution or how:
        return f"Not stated as a fact{how}{f'; said{says}' if says else ''}: {proposition(s)}"
    return f"Yes, the article says: {proposition(s)}"
