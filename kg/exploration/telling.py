"""What fills the blank of a question in a statement or its sentence: a time, a number of what is counted, somebody;
and what must be said with it in an answer (who says so, denied, not as a fact)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.exploration.matching import (
    ANYBODY,
    BESIDE,
    SAME,
    Told,
    View,
    asks,
    blank_of,
    fits,
    is_pronoun,
    phrases_of,
    same_verb,
    views,
)
from kg.exploration.questions import Question, has_blank, is_blank
from kg.exploration.words import bare, keys, of_person, passive, verb_of
from kg.lexicon import mapping, table, words
from kg.values import ACTOR_TYPES, Argument, Phrase, Statement

# A phrase of more words is a clause, not a number of something.
LONG = 12
YEAR = re.compile(r"(?:19|20)\d\d")
CLOCK = re.compile(r"\d ?[ap]\.?m|\d:\d\d|\bnoon\b|\bmidnight\b")
TIME_UNITS = frozenset().union(*(words("lexicon/calendar", kind=kind) for kind in ("days", "months", "hours")))
NEGATIVE = words("lexicon/modals", kind="negative") | words("lexicon/modals", kind="nobody")
# What is worth less than the argument that is asked for: what only the words of the sentence tell; what is not of the
# type that is asked for; what is only the noun of the kind that is asked for, or what the question names itself.
BY_WORDS, OTHER_TYPE, OTHER_KIND, KNOWN = 0.85, 0.7, 0.45, 0.3
# Somebody who is no actor; the place one comes from for that where one is.
NO_ACTOR, OTHER_WAY = 0.5, 0.6
# What is, where all is asked for that is told of more than a name.
NO_EVENT = 0.95
# All that is told, where it is asked how.
WHOLE = 0.5
COUNTING = frozenset().union(
    words("lexicon/calendar", kind="number"), words("lexicon/stopwords"), words("lexicon/questions", kind="count")
)
# Words of the calendar, less those that only stand before a date (*after treatment*).
DATED = words("lexicon/calendar").difference(
    *(words("lexicon/calendar", kind=kind) for kind in ("ahead", "border", "from", "near", "topical", "within"))
)
ROLES = {
    "time": ("time",),
    "duration": ("time", "extent", "other"),
    "place": ("place", "goal", "source"),
    "cause": ("cause", "purpose"),
    "manner": ("manner", "instrument"),
}
NAME = r"[A-Z][\w.’'&-]*(?: (?:of |and |the )*[A-Z][\w.’'&-]*)*"


def _any(*kinds: str) -> str:
    found = {w for kind in kinds for w in words("lexicon/calendar", kind=kind)}
    return "|".join(re.escape(w).replace(r"\.", "") for w in sorted(found, key=lambda w: (-len(w), w)))


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    stand_for = {
        "NUMBER": rf"(?:\d+(?:[.,]\d+)*|{_any('number')})",
        "UNIT": f"(?:{_any('days', 'months', 'hours')})",
        "MONTH": _any("month").title(),  # *May*, not *may*
        "DAY": _any("weekday").title(),
    }
    found: dict[str, list[re.Pattern[str]]] = {}
    for row in table("lexicon/answers"):
        pattern = re.sub("|".join(stand_for), lambda m: stand_for[m[0]], row["pattern"])
        found.setdefault(row["kind"], []).append(re.compile(pattern))
    return found


@dataclass(frozen=True, slots=True)
class Filler:
    """What may fill the blank of a question.

    kind: how surely it is what is asked for (a time, a person, such a thing); fit: how well its statement does what
    the question does, with the participants that it names; place: that, where it stands in the place of the blank.
    at: where in the sentence it begins.
    """

    text: str
    at: int
    kind: float
    fit: float
    place: float


def fillers(asked: Question, s: Statement, told: Told) -> Iterator[Filler]:
    """What may fill the blank in a statement and its sentence."""
    main, sentence = main_of(asked), s.sentence.text
    nested = main is not None and main is not asked.statements[0] and asks(main.relation.lemma, "any")
    if nested:
        main = asked.statements[0]  # *What did the bill let the city do?*
    if asked.kind == "about" or (main and asks(main.relation.lemma, "any") and asked.kind == "what"):
        if not main or _takes_part(main, s, told):
            yield Filler(proposition(s), 0, _brief(asked, s), 1.0, 1.0)
        return
    pairs = [(q, v, same_verb(q, v)) for q in views(main) for v in told.views[s.id]] if main else []
    alike = [(verb * fits(q, v, told, strict=False), q, v) for q, v, verb in pairs if verb]
    fit = max((fit for fit, *_ in alike), default=0.0)
    if alike and not fit:  # somebody else does it
        return

    def by_words(kind: float, text: str, place: float = fit, at: int | None = None) -> Filler:
        return Filler(text, max(0, sentence.find(text)) if at is None else at, kind, fit, place)

    if main and asked.kind in ("who", "place"):
        yield from (by_words(*of, 1.0) for of in _beside_name(main, sentence, told))
    if asked.kind in ROLES or asked.kind == "often":
        if main and alike and denied(s) and s.modality == "actual" and not denied(main) and main.relation.lemma != "be":
            # *when was the ship found* – it has never been found
            yield by_words(1.0, proposition(s))
        yield from (by_words(*of) for of in _adverbials(asked, s, fit >= SAME))
        if asked.kind == "cause":  # *why was the launch put off* – bad weather put it off
            doers = ((sure, p) for sure, q, v in alike if not q.agent and same_verb(q, v) == 1 for p in v.agent)
            yield from (by_words(0.9, shown(p), sure) for sure, p in doers if p.type in ("Thing", "Event"))
        there = told.words[s.article, s.sentence.start]
        if asked.kind == "manner" and (alike or sum(not there.isdisjoint((w, *of)) for w, of in keys(asked.words)) > 1):
            yield by_words(WHOLE, clause(s))  # *a missile hit the ship*: how did it sink
        return
    if asked.how:
        yield from (by_words(1.0, text, at=at) for text, at in _measures(asked, sentence))
    elif asked.kind == "number":
        yield from (by_words(BY_WORDS, text, at=at) for text, at in _numbers(asked, sentence))
    if main and alike and (nested or any(has_blank(p) and not is_blank(p) for p in phrases_of(main))):
        yield by_words(1.0, clause_of(s))
    elif asked.how != "old":
        places: dict[Phrase, float] = {}
        for sure, q, v in alike:
            for worth, p in _place(q, v):
                places[p] = max(places.get(p, 0.0), sure * worth)
        named = _names(sentence, told) if asked.kind in ("who", "which") else ()
        for p in dict.fromkeys((*places, *phrases_of(s), *named)):
            if (text := filled(asked, p)) and not (p.statement and asked.kind == "who"):
                kind, whole = _of_kind(asked, p, text, s, told, known=p in places)
                kind *= 1.0 if _new(p, asked, told) else KNOWN
                at = sentence.find(p.text) if p.start is None else p.start - s.sentence.start
                yield Filler(whole, max(0, at), kind, fit, places.get(p, 0.0))


def _brief(asked: Question, s: Statement) -> float:
    """More for what happens than for what is, and for fewer words."""
    who_is = asked.kind == "about" and all(name for _, name in asked.content)
    verb = s.relation.lemma
    being = (verb.split()[0] == "be" and not passive(verb)) or asks(verb.removeprefix("be "), "standing")
    being &= not who_is
    event = 1.0 if not being else NO_EVENT if asked.kind == "about" else OTHER_TYPE
    return event * (0.9 + 0.1 * min(1.0, len(asked.words) / len(proposition(s).split())))


def _beside_name(main: Statement, sentence: str, told: Told) -> Iterator[tuple[float, str]]:
    """*Ada Brandt, a miner from Oldmark*: who is she? *Bo Lind of Velmark*: where does he work?"""
    asked = main.subject.text
    forms = {f for iri in told.named(asked) for f in told.forms[iri] if {*bare(asked)} <= {*bare(f)}} | {asked}
    name = "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))
    for pattern in _patterns().get(main.relation.lemma, ()) if asked[:1].isupper() else ():
        if m := re.search(pattern.pattern.replace("NAME", f"(?:{name})"), sentence):
            yield BY_WORDS * BY_WORDS, m[m.lastindex or 0]


def _names(sentence: str, told: Told) -> Iterator[Phrase]:
    """Whoever is named in a sentence: *the captain (Bo Lind)*."""
    for m in re.finditer(NAME, sentence):
        if e := told.entity.get(bare(m[0])):
            yield Phrase(m[0], entity=e.iri, name=e.name, type=e.type)


def _place(q: View, v: View) -> list[tuple[float, Phrase]]:
    """What stands in a statement where the question has its blank, less what stands beside its object."""
    if blank_of(q) == "agent":
        others = (p for p in v.rest if isinstance(p, Argument) and p.role == "accompaniment")  # *together with whom*
        return [*((1.0, p) for p in v.agent), *((BESIDE, p) for p in others)]
    if not (place := blank_of(q)):
        return []
    wanted = next((q.marked(p) for p in (*q.patient, *q.rest) if has_blank(p)), "")

    def worth(p: Phrase, free: bool) -> float:
        return 1.0 if free or (wanted and v.marked(p) == wanted) else BY_WORDS

    rest = v.rest if v.verb[0] != "be" else ()
    found = [(worth(p, place == "patient" or not wanted), p) for p in v.patient]
    return [*found, *((worth(p, not (v.patient and (place == "patient" or wanted))), p) for p in rest)]


def _of_kind(asked: Question, p: Phrase, text: str, s: Statement, told: Told, known: bool) -> tuple[float, str]:
    """How far a phrase is of the kind that is asked for, and its words."""
    if text.lower().startswith("such "):
        text += further(s, p.end, " as ")
    if asked.kind == "which" and asked.noun:
        if {*bare(text)} <= {*bare(asked.noun)}:
            text += further(s, p.end, " (?:to|of|that|for|on|called) ")
        return told.is_a(asked.noun, p) or OTHER_KIND * known, text
    if asked.kind == "who" and known and s.relation.lemma.split()[0] == "be" and not passive(s.relation.lemma):
        both = {s.subject.type, s.object.type if s.object else None}
        # *Head of the council, Bo Lind*: no council; *all right* is nobody, nor is a thing.
        amiss = "Person" in both and p.type in ("Organization", "Government", "Place", "Country")
        amiss |= p == s.object and p.type is None and text.islower() and not of_person(text)
        if amiss or (p == s.subject and p.type not in ACTOR_TYPES):
            return 0.0, text
        return (1.0 if len(p.text.split()) > 1 else ANYBODY), text
    if asked.kind == "who":
        return 1.0 if p.type in ACTOR_TYPES else 0.0 if any(w[0] in "$€£" for w in p.text.split()) else NO_ACTOR, text
    if asked.kind == "number":  # *how big*: 200 acres, not one of them
        return (1.0 if asked.noun or p.unit else 0.0 if asked.how else OTHER_KIND), text
    role = p.role if isinstance(p, Argument) else ""
    dated = asked.kind == "what" and (role == "time" or all(map(_dated, bare(p.text))))
    other = asked.kind == "what" and not known and (p.type in ACTOR_TYPES or p.statement)
    return (0.0 if dated else OTHER_TYPE if other or role in ("time", "place") else 1.0), text


def _dated(word: str) -> bool:
    return word[0].isdigit() or word in DATED


def main_of(asked: Question) -> Statement | None:
    """The statement of a question that has its blank: *recall something* of *was unable to recall something*."""
    blanks = (s for s in asked.statements if any(map(is_blank, phrases_of(s))))
    return next(blanks, asked.statements[0] if asked.statements else None)


def _takes_part(main: Statement, s: Statement, told: Told) -> bool:
    """Whether whom the question names has a part in it (*what did the mayor do?*), and its sentence the rest."""
    there = told.words[s.article, s.sentence.start]
    whom = main.object if main.relation.lemma == "happen to" else main.subject
    parts = [p for p in phrases_of(s) if not p.statement]
    who = not whom or has_blank(whom) or any(told.likeness(whom.text, p) >= SAME for p in parts)
    given = (a for a in main.arguments if a.marker not in ("if", "unless"))
    named = [one for p in (main.object, *given) if p and not has_blank(p) for one, _ in keys(bare(p.text))]
    return who and there.issuperset(named)


def _new(p: Phrase, asked: Question, told: Told) -> bool:
    """Whether a phrase is not what the question itself names (*the authors*, where it asks who wrote)."""
    noun = {one for one, _ in keys(bare(asked.noun or ""))}
    known = [(one, groups) for one, groups in keys(asked.words) if one not in noun]
    short = p.text.partition(" of ")[0]
    main = keys(bare(short))[-1:]
    named = {*bare(" ".join(asked.words))}
    forms = (f for f in told.forms.get(p.entity or "", ()) if not f.removeprefix("The ").islower())
    main_asked = main_of(asked)
    being = main_asked is not None and main_asked.relation.lemma == "be"  # *Who is the mayor?* – Ada Brandt
    by_name = not being and any({*bare(f)} <= named for f in forms)
    nameless = asked.kind == "who" and short[1:].islower()
    # *Who stole it?*: no thief; but of other words no synonym by one meaning of many.
    verb = verb_of(main_asked.relation.lemma)[0] if main_asked else ""
    near = {g for one, of in known for g in of if g[0] != "%" or one == verb} if nameless else set()
    said = any(one == other or near & groups for one, _ in known for other, groups in main)
    if main_asked and main_asked.object and asked.kind != "number":
        # *Who helped Orvex*: no *Orvex team*.
        whom = {*bare(main_asked.object.text)}.intersection(bare(short))
        said |= any(name and word in whom for word, name in asked.content)
    return not (by_name and asked.kind != "number") and bool(main) and not said


def _measures(asked: Question, sentence: str) -> Iterator[tuple[str, int]]:
    """*40 feet tall*; of *how far* a length, of *how old* an age."""
    patterns, how = _patterns(), asked.how or ""
    found = [
        (m[m.lastindex or 0], m.start())
        for pattern in (*patterns.get(how, ()), *patterns["measure"])
        for m in re.finditer(pattern.pattern.replace("HOW", how), sentence)
    ]
    names = [sentence.lower().rfind(w) for w, name in asked.content if name]
    if names and (after := [row for row in found if row[1] >= max(names)]):  # of several ages that behind the name
        found = [min(after, key=lambda row: row[1])]
    yield from found


def _numbers(asked: Question, sentence: str) -> Iterator[tuple[str, int]]:
    """*More than a million letters* of what is counted, a sum of money where nothing is."""
    counted = {*bare((asked.noun or "").partition(" of ")[0])} - {"money"}
    for m in (m for pattern in _patterns()["count" if counted else "money"] for m in pattern.finditer(sentence)):
        words_of = m[0].split()
        same = (i for i, w in enumerate(words_of, 1) if any(same_word(a, b) for a in counted for b in bare(w)))
        last = max(same, default=0) if counted else len(words_of)
        if last and not YEAR.match(m[0]):
            yield " ".join(words_of[:last]), m.start()


def _adverbials(asked: Question, s: Statement, itself: bool) -> Iterator[tuple[float, str]]:
    """When, how long, where … by the arguments of a statement and the words of its sentence.

    itself: whether the statement tells what is asked about, so that its own infinitive is no reason for it.
    """
    kind, known, sentence = asked.kind, {*bare(" ".join(asked.words))}, s.sentence.text
    clock = asked.text.lower().startswith("what time")
    for worth, text in (*_arguments(kind, s, itself), *_by_words(kind, sentence)):
        dated = any(map(_dated, bare(text))) and " age " not in text
        if not {*bare(text)} <= known and not (kind == "place" and dated and worth == BY_WORDS):
            worth *= OTHER_WAY if kind == "time" and (not dated or (clock and not CLOCK.search(text))) else 1.0
            yield worth, text


def _by_words(kind: str, sentence: str) -> Iterator[tuple[float, str]]:
    for pattern in _patterns().get(kind, ()):
        yield from ((BY_WORDS, m[0].strip()) for m in pattern.finditer(sentence) if m[0].strip())


def _arguments(kind: str, s: Statement, itself: bool) -> Iterator[tuple[float, str]]:
    marker, verb = s.relation.lemma.rpartition(" ")[2], s.relation.lemma.removeprefix("be ").split()[0]
    if kind == "place" and asks(verb, "standing"):  # *located 40 miles north of the capital*
        yield 0.9, further(s, s.relation.end, " ").strip()
    if s.object is not None and kind == "place":
        where = mapping("lexicon/markers", "marker", "role").get(marker) in ROLES["place"]
        where |= marker == "for" and _placed(s.object)  # *bound for Velmark*
        where &= marker != "on" or s.object.type != "Country"  # *hold talks on Velmark*
        there = itself and s.object.type not in ACTOR_TYPES  # *where was it found* – on a roof
        if where and (marker not in ("on", "to") or asks(verb, "standing") or _placed(s.object) or there):
            sure = 1.0 if _somewhere(s.object) else 0.7
            yield sure, f"{marker} {s.object.text}{'' if sure == 1 else further(s, s.object.end)}"
        elif itself and _placed(s.object) and not where:  # *reached Velmark*
            yield 0.7, s.object.text
    elif s.object is not None and (
        _lasting(s.object) if kind == "duration" else kind == "cause" and asks(verb, "reason")
    ):
        yield 1.0, s.object.text  # *she cited the costs*
    elif s.object is not None and kind == "cause" and s.relation.lemma in words("lexicon/questions", kind="causing"):
        yield 0.9, shown(s.subject)  # *the storm forced them to turn*, not *the firm pushed back the date*
    if kind == "time" and s.time:
        yield 1.0, s.time.text
    if kind == "place" and s.place:
        yield 1.0, s.place.text
    if kind == "cause" and s.modality == "desired" and (s.relation.text or "").startswith("to ") and not itself:
        # *paid to settle*
        yield 0.8, re.split(r"[,;]", s.sentence.text[(s.relation.start or 0) - s.sentence.start :])[0].rstrip(".")
    for a in s.arguments:
        if kind == "cause" and a.marker == "after" and a.statement:  # *dropped the charges after they had doubts*
            yield 0.75, f"after {a.text}"
        of_kind = a.role in ROLES.get(kind, ()) or (kind == "place" and a.role == "other" and a.marker == "in")
        of_kind |= (
            kind == "manner"
            and a.marker in words("lexicon/questions", kind="means")
            and a.role == "place"
            and a.type not in ACTOR_TYPES
        )
        if of_kind and (kind not in ("time", "duration") or _lasting(a) == (kind == "duration")):
            sure = 1.0 if kind != "place" or _somewhere(a) else 0.7
            more = further(s, a.end) if sure < 1 and kind == "place" else ""  # *in a raid in northern Velmark*
            yield sure, f"{a.marker} {a.text}{more}" if a.marker else a.text


def further(s: Statement, after: int | None, opening: str = r" (?:in|at|on|near|outside|inside) ") -> str:
    """*In isolation* + *at the port’s clinic*: the words behind an offset that go on saying where."""
    rest = s.sentence.text[after - s.sentence.start :] if after else ""
    going_on = re.match(rf"{opening}(?:[^,.;:–—]|\.(?=\d))+", rest)
    stop = r" (?:and|are|is|was|were|have|has|where|who|which|after|before|while) "
    return re.split(stop, going_on[0])[0] if going_on else ""


def _lasting(phrase: Phrase) -> bool:
    """*Two hours*, *a decade*, *since May*: how long, not when; *two hours ago*, *after a week* are when."""
    marker = phrase.marker if isinstance(phrase, Argument) else None
    told = phrase.text.lower().replace("-", " ").split()
    when = marker in ("after", "before", "in", "on", "by", "within") or told[0] in ("last", "next", "this")
    return marker in ("since", "until", "till") or (
        told[-1] in TIME_UNITS and not when and any(w[0].isdigit() or w in COUNTING for w in told[:-1])
    )


def _placed(phrase: Phrase) -> bool:
    return phrase.type in ("Place", "Country")


def _somewhere(phrase: Phrase) -> bool:
    return _placed(phrase) or any(w[0].isupper() for w in phrase.text.split())


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
        near = "other" in there or any(same_word(w, v) for w in counted for v in there)  # *soldiers … 20 others*
        counts = number and (money or not counted or near or nation or (alone and counted == {"people"}))
        return phrase.text if counts else None
    return phrase.text if phrase.statement or phrase.value is not None else shown(phrase)


def same_word(one: str, other: str) -> bool:
    """Whether two words are one or near: *soldier*, *troop*."""
    (a, of), (b, there) = keys([one, other])
    return a == b or any(g[0] in "~@" for g in of & there)


def shown(phrase: Phrase) -> str:
    """Its words, and its name where the words are others (*the envoy*); of a pronoun the name alone."""
    if not phrase.entity or not phrase.name:
        return phrase.text
    said, name = set(bare(phrase.text)), set(bare(phrase.name))
    if said <= name or is_pronoun(phrase):
        return phrase.name
    return phrase.text if name <= said else f"{phrase.text} ({phrase.name})"


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
