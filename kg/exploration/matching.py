"""How well a statement fits a question: which names mean which entities, what phrases meet, what tells when, where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from kg.exploration.questions import Question, has_blank, is_blank
from kg.exploration.words import bare, keys
from kg.lexicon import mapping, words
from kg.values import ACTOR_TYPES, Argument, Entity, Phrase, Statement

# Below this an entity is not what the question names. Scale: see `Names.matches`.
NAME_FLOOR = 0.55
MEANS = frozenset({"by", "on", "through", "via", "with"})
# A word of more letters than this may be a misspelt name, where its likeness (difflib's ratio) to one reaches that.
MISSPELLED, LIKE = 4, 0.85
STANDING = frozenset({"located", "situated", "based", "lie", "sit", "stand", "stay", "remain"})
TIME_UNITS = words("lexicon/calendar", kind="days") | words("lexicon/calendar", kind="months")
COUNTING = words("lexicon/calendar", kind="number") | words("lexicon/stopwords") | {"several", "many", "few", "whole"}
TIME_UNITS |= {"second", "seconds", "minute", "minutes", "hour", "hours"}
# What no statement of its own tells but the sentence has the words for.
WORDS_ONLY = 0.6
ROLES = {
    "time": ("time",),
    "duration": ("time", "extent", "other"),
    "place": ("place", "goal", "source"),
    "cause": ("cause", "purpose"),
    "manner": ("manner", "instrument"),
}


class Names:
    """Which entities a phrase of a question may mean."""

    def __init__(self, entities: Iterable[Entity], statements: Iterable[Statement]) -> None:
        self.forms: dict[str, set[str]] = defaultdict(set)
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.written: dict[str, str] = {}
        for e in entities:
            for form in (e.name, *e.aliases):
                self._add(e.iri, form)
                self.written |= {w.lower(): w for w in form.split() if w.isalpha() and w[0].isupper()}
        self.called: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            for p in phrases_of(s):
                if p.entity:
                    self._add(p.entity, p.text)
            if s.relation.lemma.split()[0] == "be" and s.subject.entity:
                self.called[s.subject.entity] |= set(
                    bare(f"{s.relation.lemma[3:]} {s.object.text if s.object else ''}")
                )

    def is_a(self, noun: str, phrase: Phrase) -> float:
        """How sure a phrase names such a one (*which company*): by its words, what it is said to be, its type."""
        head = (bare(noun) or [""])[-1]
        told = set(bare(f"{phrase.text} {phrase.name or ''}")) | self.called[phrase.entity or ""]
        told |= {w for form in self.forms.get(phrase.entity or "", ()) for w in form.split()}
        wanted = mapping("lexicon/kinds", "noun", "type").get(head)
        groups = {g for _, of in keys([head]) for g in of}
        if (
            head in told
            or any(groups & of for _, of in keys([*told]))
            or (wanted and wanted.replace("City", "Place") == phrase.type)
        ):
            return 1.0
        return 0.4

    def spelled(self, question: str) -> str:
        """A question with the names of the graph as they are written, where letters or capitals of one are amiss."""
        found = []
        for word in question.split():
            core = word.strip("?!.,;:'’\"").removesuffix("'s").removesuffix("’s")
            if core and not {*bare(core)} <= self.by_word.keys() and (core[0].isupper() or question.islower()):
                long = len(core) > MISSPELLED
                near = get_close_matches(core.lower(), self.written, 1, LIKE) if long and core.isalpha() else []
                word = word.replace(core, self.written[near[0]]) if near else word
            elif question.islower() and core in self.written:
                word = word.replace(core, self.written[core])
            found.append(word)
        return " ".join(found)

    def _add(self, iri: str, form: str) -> None:
        if told := bare(form):
            self.forms[iri].add(" ".join(told))
            for w in told:
                self.by_word[w].add(iri)

    def matches(self, text: str) -> dict[str, float]:
        """IRI → likeness: 1 a name, less where only the last word and some others agree."""
        asked = bare(text)
        if not asked:
            return {}
        found = {}
        for iri in sorted({iri for w in asked for iri in self.by_word.get(w, ())}):
            forms = [form.split() for form in self.forms[iri]]
            best = max((_likeness(asked, form) for form in forms if _governor(text) <= set(form)), default=0.0)
            if best >= NAME_FLOOR:
                found[iri] = best
        return found


def _governor(text: str) -> set[str]:
    """Of *the cause of the outage* the cause, without which nothing is what it names."""
    first, of, _ = text.partition(" of ")
    return set(bare(first)[-1:]) if of else set()


def _likeness(asked: list[str], form: list[str]) -> float:
    if asked == form:
        return 1.0
    a, f = set(asked), set(form)
    shared = len(a & f)
    if not shared:
        return 0.0
    same_head = asked[-1] == form[-1] or (asked[-1] in f and form[-1] in a)
    if a <= f or f <= a:
        return (0.9 if same_head else 0.6) * (0.6 + 0.4 * shared / len(a | f))
    return 0.6 * shared / len(a | f) * 2 * (0.9 if same_head else 0.5)


def phrases_of(s: Statement) -> list[Phrase]:
    return [s.subject, *([s.object] if s.object else []), *s.arguments, *([s.place] if s.place else [])]


def carrying_verb(lemma: str) -> str:
    """The verb that carries the meaning: *be found in* → find's participle, *lobby for* → lobby."""
    parts = lemma.split()
    return parts[1] if parts[0] == "be" and len(parts) > 1 else parts[0]


def passive(lemma: str) -> bool:
    return lemma.startswith("be ") and carrying_verb(lemma).endswith(("ed", "en"))


def asks(lemma: str, *kinds: str) -> bool:
    """Whether a verb is one of those that ask for what was said, denied, done (see the table)."""
    return any(lemma.split()[0] in words("lexicon/questions", kind=kind) for kind in kinds)


def meets(asked: Phrase | None, given: Phrase | None, names: Names) -> float:
    """How well a phrase of a statement is what the question names: 0 to 1; 1 for a blank."""
    if asked is None or is_blank(asked):
        return 1.0
    if given is None:
        return 0.0
    by_entity = names.matches(asked.text).get(given.entity or "", 0.0)
    wanted, words_there = bare(asked.text), bare(given.text)
    if not wanted or not words_there:  # *this*
        return max(by_entity, float(asked.text.lower() == given.text.lower()))
    if given.statement:  # of a clause, a question takes up what it needs; of two that have it, the shorter is meant
        shared, others = len({*wanted} & {*words_there}), len({*words_there} - {*wanted})
        return max(by_entity, (0.8 + 0.1 / (1 + others / 9)) * (shared / len({*wanted})) ** 2)
    by_words = _likeness(wanted, words_there) if _governor(asked.text) <= set(words_there) else 0.0
    return max(by_entity, by_words)


def fit(asked: Question, s: Statement, relations: dict[str, float], names: Names) -> float:
    """How well a statement fits the question's pattern, 0 where it does not."""
    main = asked.statements[0]
    score = relations.get(s.relation.iri or "", 0.0) if relations else 0.7
    there = set(bare(s.sentence.text))
    others = [p for p in (s.object, *s.arguments, s.place) if p is not None]
    if main.object is not None and main.object.statement and s.object is not None and (clause := clause_of(s)):
        others.append(Phrase(f"{s.object.text} {clause}", statement=s.id))  # *urge*, *the bank*, *to pay*
    if not relations or main in asked.others:
        others.append(s.subject)  # *killed in the war* is what the war kills
    subject = meets(main.subject, s.subject, names)
    if not relations and asked.kind in ROLES:  # *When is the trial?*
        subject = max(subject, *(0.9 * meets(main.subject, p, names) for p in others))
    if s.subject.start is None and asked.kind != "truth" and set(bare(main.subject.text)) <= there:
        subject = max(subject, WORDS_ONLY)
    score *= subject if subject >= NAME_FLOOR else 0.0
    for wanted in (main.object, *main.arguments):
        if wanted is None:
            continue
        if isinstance(wanted, Argument) and wanted.role == "time" and not has_blank(wanted):
            told = " ".join((s.time.text if s.time else "", *(a.text for a in s.arguments if a.role == "time")))
            at = set(bare(wanted.text))
            score *= 1.0 if at & set(bare(told)) else WORDS_ONLY if at <= there else 0.0 if bare(told) else 0.3
            continue
        if has_blank(wanted):
            if not others:
                return 0.0
            continue
        best = max((meets(wanted, p, names) for p in others), default=0.0)
        office = _governor(wanted.text)  # *CEO* in a sentence that names the bank
        loose = wanted is not main.object or main in asked.others
        loose |= bool(office) and main.relation.lemma == "be" and any(office <= set(bare(p.text)) for p in others)
        loose = not relations or (loose and (asked.kind != "truth" or wanted is not main.object))
        if best < NAME_FLOOR and loose and set(bare(wanted.text)) <= there:
            best = WORDS_ONLY
        score *= best if best >= NAME_FLOOR else 0.0
    if main.modality not in ("actual", s.modality):
        score *= 0.3
    if main.polarity != s.polarity and asked.kind != "truth":
        score *= 0.4
    if s.modality != "actual" and main.modality == "actual":
        score *= 0.6
    if asked.kind == "who" and is_blank(main.subject) and s.subject.type not in ACTOR_TYPES:
        score *= 0.7
    if asked.kind == "who" and main.relation.lemma == s.relation.lemma == "be" and s.object and s.object.type is None:
        score *= 0.6  # *Ada Brandt is pleased*
    if asked.kind == "which" and asked.noun:
        filled = [s.subject] if is_blank(main.subject) else others
        score *= max((names.is_a(asked.noun, p) for p in filled), default=0.0)
    if asked.kind in ROLES and asked.noun is None and (found := adverbial(asked.kind, s)):
        score *= found[1]
    return score * (0.95 if s.attribution else 1.0) * (0.5 + 0.5 * s.confidence)


def adverbial(kind: str, s: Statement) -> tuple[str, float] | None:
    """When, how long, where … of a statement, and how surely that is what is asked; None where it does not say."""
    found: list[tuple[str, float]] = []
    marker = s.relation.lemma.rpartition(" ")[2]
    # *Be found in a shrub*, *last two hours*: what the verb governs may be the place or the time.
    if kind == "place" and carrying_verb(s.relation.lemma) in STANDING:  # *located 40 miles north of the capital*
        words_there = further(s, s.relation.end, " ").strip()
        found += [(words_there, 0.9)] if words_there else []
    if s.object is not None and kind == "place":
        where = mapping("lexicon/markers", "marker", "role").get(marker) in ROLES["place"]
        if where and (marker not in ("on", "to") or carrying_verb(s.relation.lemma) in STANDING or _placed(s.object)):
            sure = 1.0 if _somewhere(s.object) else 0.7
            found.append((f"{marker} {s.object.text}{'' if sure == 1 else further(s, s.object.end)}", sure))
    elif s.object is not None and kind == "duration" and _lasting(s.object):
        found.append((s.object.text, 1.0))
    elif s.object is not None and kind == "manner" and marker in MEANS and s.object.type not in ACTOR_TYPES:
        found.append((f"{marker} {s.object.text}", 0.9))  # *flee on foot*
    if kind == "time" and s.time:
        found.append((s.time.text, 1.0))
    if kind == "place" and s.place:
        found.append((s.place.text, 1.0))
    for a in s.arguments:
        if (
            kind == "cause" and a.marker == "after" and a.statement
        ):  # *dropped the charges after they had begun to doubt*
            found.append((f"after {a.text}", 0.75))
        of_kind = a.role in ROLES[kind] or (kind == "place" and a.role == "other" and a.marker == "in")
        of_kind &= kind != "place" or a.type not in ("Person", "Population")
        of_kind |= kind == "manner" and a.marker in MEANS and a.role == "place" and a.type not in ACTOR_TYPES
        if of_kind and (kind not in ("time", "duration") or _lasting(a) == (kind == "duration")):
            sure = 1.0 if kind != "place" or _somewhere(a) else 0.7
            found.append((f"{a.marker} {a.text}" if a.marker else a.text, sure))
    return max(found, key=lambda x: x[1], default=None)


def further(s: Statement, after: int | None, opening: str = r" (?:in|at|on|near|outside|inside) ") -> str:
    """*In isolation* + *at the port’s clinic*: the words behind an offset that go on saying where."""
    rest = s.sentence.text[after - s.sentence.start :] if after else ""
    going_on = re.match(rf"{opening}(?:[^,.;:–—]|\.(?=\d))+", rest)
    return (
        re.split(r" (?:and|are|is|was|were|have|has|where|who|which|after|before|while) ", going_on[0])[0]
        if going_on
        else ""
    )


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
    return next((a.text for a in s.arguments if a.statement or a.role in ("content", "purpose")), "")
