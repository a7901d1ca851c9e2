"""How near a statement is to a question: which names mean which entities, who does what to whom, which words it has."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import groupby

from kg.exploration.questions import Question, apart, has_blank
from kg.exploration.words import bare, keys, of_person, passive, stem, verb_of
from kg.lexicon import mapping, words
from kg.store import parent_of
from kg.values import Argument, Entity, Phrase, Source, Statement

# A word of more letters than this may be a misspelt name, where its likeness (difflib's ratio) to one reaches that.
MISSPELLED, LIKE = 4, 0.85
# What a word of the question is worth that stands elsewhere in the sentence than in the statement; what a near synonym
# is worth to the word itself; what the word is worth in the two sentences before, here, in the two after.
ELSEWHERE, NEAR, AROUND = 0.85, 0.85, (0.3, 0.4, 1.0, 0.3, 0.2)
# What a shared group is worth, by its mark, if no near synonym: a country, a noun of an act, a synonym of WordNet.
WORTH = {"@": 1.0, "+": 1.0, "%": 0.7}
# A word so far away is worth half as much as one that touches. Unit: words.
APART = 5
# What a word weighs that no sentence has: a question in other words than the text's must not fail by each of them.
UNTOLD = 0.5
# Two phrases whose main words differ; what may be anybody (*it*, nobody named) where the question names one; a name in
# fewer words; what stands beside the object (*sent a crate with a book*) where the question has it for the object.
OTHER_HEAD, ANYBODY, SHORTER, BESIDE = 0.6, 0.8, 0.7, 0.6
# What is only of the type of the noun that is asked for (*which tournament*: Easter).
OF_TYPE = 0.95
# A phrase of more words than this is taken for a clause, whose last word is not its main one.
CLAUSE = 5
# The roles of what stands beside a verb that no other one stands in for.
PARTS = {"accompaniment", "attribute", "beneficiary", "goal", "source", "topic"}
NOBODY = words("lexicon/modals", kind="nobody") | {"no one"}
# From here on a phrase is what the question names.
SAME = 0.55


def phrases_of(s: Statement) -> list[Phrase]:
    return [s.subject, *([s.object] if s.object else []), *s.arguments, *([s.place] if s.place else [])]


def asks(lemma: str, *kinds: str) -> bool:
    """Whether a verb is one of those that ask for what was said, denied, done (see the table)."""
    return any(lemma.split()[0] in words("lexicon/questions", kind=kind) for kind in kinds)


@dataclass(frozen=True, slots=True)
class View:
    """A statement as who does (agent) what (verb: its stem and groups) to whom (patient), and what else it tells.

    marker: the preposition of the patient (*talk with*), empty without one.
    """

    verb: tuple[str, set[str]]
    agent: tuple[Phrase, ...]
    patient: tuple[Phrase, ...]
    rest: tuple[Phrase, ...] = ()
    marker: str = ""

    def marked(self, phrase: Phrase) -> str:
        """The preposition that a phrase has here."""
        own = phrase.marker if isinstance(phrase, Argument) else None
        return own or (self.marker if phrase in self.patient else "")


def other_way(one: str, other: str) -> bool:
    """Whether two prepositions mark different parts: *work for*, *work as*; not *talk to*, *talk with*."""
    roles = {mapping("lexicon/markers", "marker", "role").get(marker, "") for marker in (one, other)}
    return len(roles) == 2 and roles <= PARTS and roles != {"goal", "accompaniment"}


def views(s: Statement) -> Iterator[View]:
    """A passive as its active; *be* the other way round; *be owner of* also as *own*, *die* as *be killed*."""
    lemma, given, rest = s.relation.lemma, (apart(s.object, s.arguments),) if s.object else (), s.arguments
    first, *noun = lemma.split()
    by = given if lemma.endswith(" by") else tuple(a for a in rest if a.marker == "by")
    subject = (s.subject, *(Phrase(v.name or "", entity=v.entity) for v in s.attribution[-1:] if is_pronoun(s.subject)))
    if passive(lemma):
        yield View(verb_of(lemma), by, subject, tuple(p for p in (*given, *rest) if p not in by))
        return
    if first == "be":
        if noun:
            one, groups = verb_of(lemma)
            yield View((one, groups | verb_of(parent_of(lemma) or lemma)[1]), subject, given, rest)
            given = (Phrase(" ".join((*noun, *(p.text for p in given)))),)
        yield View(verb_of("be"), subject, given, rest)
        yield View(verb_of("be"), given, subject, rest)
        return
    marker = lemma.rpartition(" ")[2]
    named = any(has_blank(p) or any(w[0].isupper() for w in p.text.split()) for p in given)
    where = named and marker in ("at", "in", "on")  # *come back at Velmark*
    yield View(verb_of(lemma), subject, () if where else given, (*given, *rest) if where else rest, marker)
    if (converse := mapping("lexicon/converses", "relation", "converse").get(first)) and marker != "as":
        agent = given or tuple(a for a in rest if a.role != "time")
        yield View(verb_of(converse), agent, subject, tuple(p for p in rest if p not in agent))


class Told:
    """What a graph tells, with the names of its entities and the weight of its words."""

    def __init__(self, entities: Iterable[Entity], statements: Sequence[Statement]) -> None:
        self.forms: dict[str, set[str]] = defaultdict(set)
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.written: dict[str, str] = {}
        self.entity: dict[tuple[str, ...], Entity] = {}
        for e in entities:
            self.entity |= {bare(form): e for form in (e.name, *e.aliases)}
            for form in (e.name, *e.aliases):
                self._add(e.iri, form)
                self.written |= {w.lower(): w for w in form.split() if w.isalpha() and w[0].isupper()}
        self.called: dict[str, set[str]] = defaultdict(set)
        self.sentences: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for s in sorted(statements, key=lambda s: (s.article, s.sentence.start, s.relation.start or 0, s.id)):
            self.sentences[s.article, s.sentence.start].append(s)
            for p in phrases_of(s):
                if p.entity:
                    self._add(p.entity, p.text)
            clause = s.object is not None and s.object.statement is not None
            if s.relation.lemma.split()[0] == "be" and s.subject.entity and not clause:
                self.called[s.subject.entity] |= {*bare(f"{s.relation.lemma[3:]} {s.object.text if s.object else ''}")}
        self.of: dict[str, set[str]] = {s.id: self._words(s) for s in statements}
        self.views = {s.id: tuple(views(s)) for s in statements}
        self.words = {
            at: {*tokens(told[0].sentence.text)}.union(*(self.of[s.id] for s in told))
            for at, told in self.sentences.items()
        }
        self.article: dict[str, set[str]] = defaultdict(set)
        for (article, _), there in self.words.items():
            self.article[article] |= there
        nothing: list[set[str]] = [set(), set()]
        self.around: dict[tuple[str, int], list[set[str]]] = {}
        for _, group in groupby(self.words.items(), lambda row: row[0][0]):
            places, told_there = zip(*group, strict=True)
            padded = [*nothing, *told_there, *nothing]
            self.around |= {at: padded[i : i + len(AROUND)] for i, at in enumerate(places)}
        self.often = Counter(w for words in self.words.values() for w in words)
        self._weights: dict[str, list[tuple[str, set[str], float]]] = {}

    def _add(self, iri: str, form: str) -> None:
        if told := bare(form):
            self.forms[iri].add(form)
            for w in told:
                self.by_word[w].add(iri)

    def _words(self, s: Statement) -> set[str]:
        """Stems and groups of a statement, and of all names of what it is about."""
        phrases: list[Phrase | Source] = [*phrases_of(s), *s.attribution]
        texts = [s.relation.lemma, *(p.text or "" for p in phrases), s.time.text if s.time else ""]
        return {w for t in texts for w in tokens(t)}.union(
            *(tokens(form) for p in phrases for form in self.forms.get(p.entity or "", ()))
        )

    def weight(self, word: str) -> float:
        """How much a word tells sentences apart: the natural logarithm of its rarity."""
        return math.log((len(self.words) + 1) / max(self.often[word], 1))

    def spelled(self, question: str) -> str:
        """A question with the names of the graph as they are written, where letters or capitals of one are amiss."""
        found = []
        for parts in re.findall(r"\b(?=(\w{4,}(?:-| (?=\w{4}))\w+))", question):  # *prize money*, *cease-fire*
            one = re.sub("[- ]", "", parts)
            question = question.replace(parts, one) if stem(one.lower()) in self.often else question
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

    def named(self, text: str) -> set[str]:
        """The entities that words of a question may name."""
        iris = {iri for w in bare(text) for iri in self.by_word.get(w, ())}
        return {iri for iri in iris if any(_like(text, form) >= SAME for form in self.forms[iri])}

    def likeness(self, asked: str, given: Phrase) -> float:
        """How well a phrase, by any of its names, is what the question names: 0 to 1."""
        named = None if given.entity else self.entity.get(bare(given.text))
        if given.type == "Organization" and (own := bare(given.name or "")) and own[: len(bare(asked))] == bare(asked):
            return ANYBODY if own != bare(asked) else 1.0  # *Velmark* for *Velmark Motors*
        return max(
            _like(asked, f) for f in (given.text, *self.forms.get(named.iri if named else given.entity or "", ()))
        )

    def is_a(self, noun: str, phrase: Phrase) -> float:
        """How surely a phrase names such a one (*which company*): by its words, what it is said to be, its type."""
        head = (bare(noun) or [""])[-1]
        told = {*bare(f"{phrase.text.partition(' of ')[0]} {phrase.name or ''}"), *self.called[phrase.entity or ""]}
        told |= {w for form in self.forms.get(phrase.entity or "", ()) for w in bare(form)}
        wanted = (
            mapping("lexicon/kinds", "noun", "type").get(head, "").replace("City", "Place").replace("State", "Place")
        )
        groups = {g for _, of in keys([head]) for g in of}
        proper = phrase.text != phrase.text.lower()
        if phrase.statement:
            return 0.0
        if head in told or any(groups & of for _, of in keys([*told])):
            return 1.0
        if wanted == phrase.type != "Thing" and proper:
            return OF_TYPE
        return SHORTER if of_person(head) and phrase.type == "Person" and proper else 0.0  # *which pope*

    def weights(self, asked: Question) -> list[tuple[str, set[str], float]]:
        """The stems of a question with their groups, and what each weighs."""
        if asked.text not in self._weights:  # every statement asks for them again
            rows = zip(keys(asked.words), asked.content, strict=True)
            told = ((one, groups, self.often.keys().isdisjoint({one, *groups})) for (one, groups), _ in rows)
            weighed = [(one, groups, self.weight(one) * (UNTOLD if untold else 1.0)) for one, groups, untold in told]
            self._weights[asked.text] = weighed
        return self._weights[asked.text]

    def unknown(self, asked: Question) -> tuple[str, ...]:
        """The names of a question that nothing here has, as they are written there."""
        rows = zip(self.weights(asked), asked.content, strict=True)
        none = {
            word for (one, groups, _), (word, name) in rows if name and self.often.keys().isdisjoint({one, *groups})
        }
        runs = groupby(asked.text.split(), lambda w: w[0].isupper() and none.issuperset(bare(w)) and bool(bare(w)))
        return tuple(" ".join(run).strip("?,.’'") for amiss, run in runs if amiss)

    def covered(self, asked: Question, s: Statement) -> float:
        """The part of a question's words, weighed by rarity, that a statement, its sentence or that before has."""
        own, (_, before, here, *_) = self.of[s.id], self.around[s.article, s.sentence.start]
        score = total = 0.0
        for (one, groups, weight), (_, name) in zip(self.weights(asked), asked.content, strict=True):
            worth = max(_worth(one, groups, own), ELSEWHERE * _worth(one, groups, here), AROUND[1] * (one in before))
            total += weight
            score += weight * worth
            if name and not worth:
                score -= weight
        return max(0.0, score / total) if total else float(not asked.words)

    def has_names(self, asked: Question, at: tuple[str, int]) -> bool:
        """Whether a sentence, or that before it, has all names of a question."""
        there = set().union(*self.around[at][1:3])
        return all(_worth(one, of, there) for one, of in self.names(asked))

    def names(self, asked: Question) -> list[tuple[str, set[str]]]:
        """Stems and groups of the names of a question."""
        rows = zip(self.weights(asked), asked.content, strict=True)
        return [(one, of) for (one, of, _), (_, name) in rows if name]

    def together(self, phrases: Iterable[Phrase], at: tuple[str, int]) -> bool:
        """Whether the article of a sentence has all the words of some phrases somewhere."""
        wanted = {one: of for p in phrases for one, of in keys(bare(p.text))}
        there = self.article[at[0]]
        return all(_worth(one, of, there) for one, of in wanted.items())

    def retrieved(self, asked: Question) -> dict[tuple[str, int], float]:
        """The part of a question's words, weighed by rarity, that each sentence has, or those around it.

        None where who or what is asked for and it has only one of them itself, not the verb: somebody else did it.
        """
        weights = self.weights(asked)
        least = min(len(weights), 2 if asked.kind in ("who", "what") else 1)
        total = sum(weight for *_, weight in weights)
        verb = verb_of(asked.statements[0].relation.lemma)[0] if asked.statements else ""
        names = [row for row in self.names(asked) if not self.often.keys().isdisjoint({row[0], *row[1]})]
        score = {}
        for at, around in self.around.items():
            if names and not any(_worth(one, of, self.article[at[0]]) for one, of in names):
                score[at] = 0.0  # an article that has none of the names
                continue
            found = sum(
                w * max(by * _worth(one, of, there) for by, there in zip(AROUND, around, strict=True))
                for one, of, w in weights
            )
            here = [one for one, of, _ in weights if _worth(one, of, self.words[at])]
            enough = len(here) + (verb in here and verb in self.words[at]) >= least
            score[at] = (found / total if total else 1.0) * enough
        return score

    def closeness(self, asked: Question, sentence: str, start: int, end: int) -> float:
        """The part of a question's words that stand in or beside some words of a sentence, less by their distance."""
        spots = _spots(sentence)
        inside = [i for i, (at, _) in enumerate(spots) if start <= at < end] or [0]
        score = total = 0.0
        for one, groups, weight in self.weights(asked):
            total += weight
            away = [
                max(inside[0] - i, i - inside[-1], 1) for i, (_, told) in enumerate(spots) if _worth(one, groups, told)
            ]
            score += weight / (1 + min(away) / APART) if away else 0.0
        return score / total if total else 0.0


@cache
def _spots(sentence: str) -> list[tuple[int, frozenset[str]]]:
    """Where the words of a sentence begin, their stems and groups."""
    return [(m.start(), tokens(m[0])) for m in re.finditer(r"[\w$€£%’'.-]+", sentence)]


@cache
def tokens(text: str) -> frozenset[str]:
    """Stems of the words of a text and the groups of each."""
    return frozenset(w for one, of in keys(bare(text)) for w in (one, *of))


def _worth(one: str, groups: set[str], there: Set[str]) -> float:
    """1 for the word itself and for *Syria* of *Syrian*, *agreement* of *agree*; less for a near synonym."""
    if one in there:
        return 1.0
    return max((WORTH.get(g[0], NEAR) for g in groups & there), default=0.0)


@cache
def _like(asked: str, form: str) -> float:
    """The part of the words asked for that are there; less where the main word of either is not in the other."""
    main, its_main = (keys(bare(text.partition(" of ")[0])[-1:]) for text in (asked, form))
    if not main or not its_main:
        return 0.0
    there = tokens(form)
    shared = sum(_worth(one, groups, there) for one, groups in keys(bare(asked))) / len(bare(asked))
    same = _worth(*main[0], there) and (len(bare(form)) > CLAUSE or _worth(*its_main[0], tokens(asked)))
    if not same:
        return shared * OTHER_HEAD
    # *The war* for *the civil war*
    return max(shared, SHORTER) if main[0][0] in there and asked.split()[-1].islower() else shared


def same_verb(asked: View, given: View) -> float:
    """1 for the same verb or one of the same parent, less for a near one, 0 for another."""
    (one, groups), (other, there) = asked.verb, given.verb
    shared = {g[0] for g in groups & there} - {"%"}  # a synonym by one meaning of many
    return 1.0 if one == other or shared & {"=", "+"} else NEAR if shared else 0.0


def blank_of(view: View) -> str:
    """Where a question has its blank."""
    for place in ("agent", "patient", "rest"):
        if any(has_blank(p) for p in getattr(view, place)):
            return place
    return ""


def fits(asked: View, given: View, told: Told, strict: bool) -> float:
    """How well the participants that a question names are those of a statement in the same part."""
    score = 1.0
    for place in ("agent", "patient", "rest"):
        for wanted in getattr(asked, place):
            if has_blank(wanted) or (place == "rest" and not strict):
                continue
            # *Prices rose* is what the war raises: a verb without object may tell what is done to its subject.
            both = place != "agent" or not asked.patient
            there = (*(given.agent if place == "agent" else ()), *((*given.patient, *given.rest) if both else ()))
            less = {*given.rest} - {*given.patient} if given.patient and place == "patient" else set()
            less |= {p for p in there if other_way(asked.marked(wanted), given.marked(p))}
            best = max((told.likeness(wanted.text, p) * (BESIDE if p in less else 1.0) for p in there), default=0.0)
            if any(p.text.lower() in NOBODY for p in there) and wanted.text[1:].islower():
                best = max(best, ANYBODY)
            if best < SAME and not strict:
                unnamed = not there or any(is_pronoun(p) or p.start is None or anybody(p, wanted) for p in there)
                part = best or any(p.text.split()[0].lower() in words("lexicon/pronouns") for p in there)
                other = 0.0 if asked.verb[0] == "be" or (place == "agent" and not part) else OTHER_HEAD
                best = ANYBODY if unnamed and asked.verb[0] not in ("be", "say") else other  # *he is said to*
            score *= best
    return score


def is_pronoun(phrase: Phrase) -> bool:
    return phrase.text.lower() in words("lexicon/pronouns")


def anybody(phrase: Phrase, wanted: Phrase) -> bool:
    """*The man* for *the robber*: a common name for somebody who is no better named."""
    generic = bare(phrase.text)[-1:] and bare(phrase.text)[-1] in words("lexicon/humans")
    return bool(generic) and wanted.text.split()[-1].islower()
