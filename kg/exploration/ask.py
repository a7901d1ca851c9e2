"""Plain questions answered with evidence: of all that a graph tells, what has most of the question and fills its blank.

A question is read as a statement with a blank. What a statement is worth is the part of the question's words that it
and its sentence have, weighed by rarity, times how surely it fills the blank: the same verb or a near one, the same
participants in the same part, an answer of the kind that is asked for. An answer always comes with the sentence, the
voice and the factuality of its statement, and what is denied, wanted or only said is never given as plain fact.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.exploration.matching import NEAR, SAME, SHORTER, Told, asks, fits, phrases_of, same_verb, views
from kg.exploration.questions import Question, has_blank, is_blank, understand
from kg.exploration.telling import KNOWN, ROLES, clause, denied, fillers, main_of, proposition, qualified, verdict
from kg.exploration.words import bare, passive
from kg.parsing import DEFAULT_MODEL
from kg.values import VOCABULARY, Article, Entity, Statement

# How many are shown of what is only near; how an answer ends whose sentence is only near.
NEAREST, ONLY_NEAR = 3, "(nearest sentence)"
# Below SURE it is said that the sentence is only near (where the statement has the pattern of the question, below
# PLAIN). A sentence is read that has FAINT of the words that the likest has.
FAINT, PLAIN, SURE = 0.3, 0.6, 0.7
# What tells which of the nearest answers is best: its kind and the words of its sentence, how well it fits, the words
# close to it, how factual its statement is, the words of that. Fitted to the questions of the benchmark.
WEIGHTS = (0.25, 0.25, 0.25, 0.2, 0.05)
# What the nearest answer must reach.
LEAST = 0.2
# What whoever stands in the place of the blank has for a fit at least, where the verb and whom it names are the same.
PLACED = 0.5
# The part of mere keywords that a sentence must have to be more than near.
KEYWORDS = 0.9
# What an answer must reach of the best one's score.
BESIDE_BEST = 0.85
# How well a statement must fit what is asked for a yes or no.
AGREED = 0.75
# What the words of a sentence and the fit of its statement must come to for a verdict that is marked as only near.
NEARLY = 0.4


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer with all that is known of the statement it stands in.

    answer: the words that fill the blank, with what must be said of them (*denied*, *only possible*, who says so).
    score: 0 to 1, how well the statement fits the question.
    """

    answer: str
    statement: Statement
    article: Article
    score: float

    def record(self) -> dict[str, object]:
        """The answer as the contract's JSON object."""
        s = self.statement
        return {
            "answer": self.answer,
            "statement": s.id,
            "sentence": s.sentence.text,
            "article": s.article,
            "attribution": [{k: getattr(v, k) for k in ("entity", "name", "cue", "text")} for v in s.attribution],
            "polarity": s.polarity,
            "modality": s.modality,
        }


@dataclass(frozen=True, slots=True)
class Reply:
    """What a question brought: how it was understood, the SPARQL, answers best first, else the nearest statements.

    unknown: the names of the question that no article has.
    """

    question: Question
    sparql: str
    answers: tuple[Answer, ...]
    nearest: tuple[Statement, ...]
    unknown: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """One sentence on answers that are only near, empty where there are others or none."""
        if self.answers and ONLY_NEAR in self.answers[0].answer:
            unnamed = f", and no article names {' or '.join(self.unknown)}" if self.unknown else ""
            return f"No statement answers “{self.question.text}” as it is asked{unnamed}. What comes nearest:"
        return ""

    @property
    def inability(self) -> str:
        """One sentence that says there is no answer, and how the question was read."""
        asked = self.question
        if self.unknown:
            return f"No article names {' or '.join(self.unknown)}, asked about in “{asked.text}”."
        if not asked.statements:
            return f"No statement answers “{asked.text}”, read as what is told of {', '.join(asked.words)}."
        main = asked.statements[0]
        rest = (f"{a.marker or ''} {a.text}".strip() for a in main.arguments)
        read = filter(None, (main.subject.text, main.relation.lemma, main.object.text if main.object else "", *rest))
        return f"No statement answers “{asked.text}”, read as {asked.kind}: {' · '.join(read)}."


def ask(
    question: str,
    *,
    statements: Sequence[Statement],
    articles: dict[str, Article],
    entities: Iterable[Entity],
    select: Callable[[str], Iterable[str]],
    model: str = DEFAULT_MODEL,
) -> Reply:
    """Answer a plain English question from a graph.

    select: runs a SPARQL query and gives the IRIs in its first column.

    Raises NotUnderstood if the question cannot be read.
    """
    told = Told(entities, statements)
    asked = understand(told.spelled(question), model=model)
    sparql = _sparql(asked, told)
    pattern = {*select(sparql)} if sparql else set()
    rows = sorted(
        _truths(asked, told) if asked.kind == "truth" else _answers(asked, told, pattern),
        key=lambda row: (-row[0], -row[1], row[2].article, row[2].sentence.start, row[2].id),
    )
    rows = [row for row in rows if row[0] == rows[0][0] and row[1] >= rows[0][1] * BESIDE_BEST]
    plain = bool(rows and rows[0][0])
    answers = [Answer(text, s, articles[s.article], score) for _, score, s, text in rows]
    answers = _together(answers, list_up=plain and asked.kind != "truth")[: None if plain else NEAREST]
    return Reply(asked, sparql, tuple(answers), () if answers else _nearest(asked, told), told.unknown(asked))


def _together(answers: Iterable[Answer], *, list_up: bool) -> list[Answer]:
    """Of answers in the words of others of their sentence the first alone; what one verb lists, as one answer."""
    seen: dict[str, list[set[str]]] = defaultdict(list)
    found: dict[object, list[Answer]] = defaultdict(list)
    for a in answers:
        text, words = a.statement.sentence.text, {*bare(a.answer)}
        if not any(words <= told or told <= words for told in seen[text]):
            seen[text].append(words)
            found[(text, a.statement.relation.start, a.score) if list_up else a].append(a)
    for several in found.values():
        several.sort(key=lambda a: a.statement.sentence.text.find(a.answer.partition(" (")[0]))
    return [replace(one, answer="; ".join(a.answer for a in (one, *more))) for one, *more in found.values()]


def _sparql(asked: Question, told: Told) -> str:
    """The question's pattern: statements of the relation, or one near it, that name what the question names."""
    if not asked.statements:
        return ""
    main = asked.statements[0]
    verbs, rows = [*views(main)], (s for of in told.sentences.values() for s in of if s.relation.iri)
    near = {s.relation.iri or "" for s in rows if any(same_verb(q, v) for q in verbs for v in told.views[s.id])}
    lines = ["SELECT DISTINCT ?statement WHERE {", "  ?statement a kg:Statement ; rdf:predicate ?relation ."]
    if not asks(main.relation.lemma, "any"):
        lines.append(f"  {_values('relation', near or {f'{VOCABULARY}none'})}")
    for number, phrase in enumerate(p for p in phrases_of(main) if not is_blank(p)):
        if phrase.value is None and (iris := told.named(phrase.text)):
            lines.append(f"  ?statement ?p{number} ?e{number} . {_values(f'e{number}', iris)}")
    return "\n".join([*lines, "} ORDER BY ?statement"])


def _values(name: str, iris: Iterable[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(f'<{iri}>' for iri in sorted(iris))} }}"


def _answers(asked: Question, told: Told, pattern: set[str]) -> Iterator[tuple[bool, float, Statement, str]]:
    """Whether it fits or is only near, score, statement and words of all that may fill the blank."""
    main = main_of(asked)
    verbs = [*views(main)] if main else []
    speaker = (
        asked.kind == "who"
        and len(asked.statements) > 1
        and asks(asked.statements[0].relation.lemma, "speech", "denial")
    )
    has = told.retrieved(asked)
    least = FAINT * max(has.values(), default=0.0)
    for at, of in told.sentences.items():
        if not has[at] or has[at] < least:
            continue
        for s in of:
            # *When was it found?* – it has never been found.
            answered = replace(main, polarity=s.polarity) if main and asked.kind in ROLES else main
            covered, factual = told.covered(asked, s), _factual(answered, s)
            if not covered:
                continue
            same = any(same_verb(q, v) == 1 for q in verbs for v in told.views[s.id]) if verbs else covered > KEYWORDS
            for f in fillers(asked, s, told):
                if {*bare(f.text)} <= {*bare(asked.text)}:
                    continue
                text = qualified(f.text, main, s, voiced=True)
                sure = covered * factual * f.kind * f.place
                said = speaker and (s.object is None or s.object.statement is not None)
                if same and not said and sure >= (PLAIN if s.id in pattern else SURE):
                    yield True, sure, s, text
                    continue
                if asked.kind == "who" and f.kind <= KNOWN:  # *Who stole it?* – the thief
                    continue
                near = told.closeness(asked, s.sentence.text, f.at, f.at + len(f.text))
                placed = max(sure, PLACED * factual * f.kind * (f.place >= SURE) * same)
                parts = (has[at] * f.kind, placed, near, factual, covered)
                score = sum(w * part for w, part in zip(WEIGHTS, parts, strict=True))
                if score >= LEAST:
                    yield False, score, s, f"{text} {ONLY_NEAR}"
            yield from ((True, max(covered, SURE) * sure, s, text) for sure, text in _said(asked, s, told))


def _factual(main: Statement | None, s: Statement) -> float:
    """Less where a statement is possible, wanted, denied and the question is not, or only one of them is."""
    score = (0.95 if s.attribution else 1.0) * (0.5 + 0.5 * s.confidence)
    if main is None:
        return score
    open_ = {"possible", "future", "conditional"}
    if main.modality not in ("actual", s.modality) and not {main.modality, s.modality} <= open_:
        score *= 0.6
    if main.polarity != s.polarity:
        score *= 0.6
    if main.modality == "actual" and s.modality not in ("actual", "necessary"):
        score *= 0.5 if s.modality == "conditional" else 0.75
    return score


def _said(asked: Question, s: Statement, told: Told) -> Iterator[tuple[float, str]]:
    """*What did the Kremlin say?*: what it is the innermost voice of. *Who says that …?*: whose voice that is."""
    main = asked.statements[0] if asked.statements else None
    if not main or not s.attribution or not asks(main.relation.lemma, "speech", "denial", "charge"):
        return
    voice = s.attribution[-1]
    if is_blank(main.subject) and len(asked.statements) > 1:
        content = asked.statements[1]
        content = replace(content, polarity="negated") if asks(main.relation.lemma, "denial") else content
        if content.polarity == s.polarity and (fit := _agrees(content, s, told)) >= SAME:
            yield fit, qualified(voice.called, content, s, voiced=False)
    elif asks(main.relation.lemma, "charge") and main.object is not None and not is_blank(main.object):
        if voice.entity in told.named(main.subject.text) and told.likeness(main.object.text, s.subject) >= SAME:
            yield SURE, qualified(clause(s), main, s, voiced=False)  # *What did the union accuse the mayor of?*
    elif not is_blank(main.subject) and main.object is not None and is_blank(main.object):
        meant = told.named(main.subject.text)
        charge = asks(main.relation.lemma, "charge")  # who blames names what is to blame
        if voice.entity in meant and not charge and (denied(s) or not asks(main.relation.lemma, "denial")):
            said = clause(s)  # of what is said in one sentence the whole before its parts
            topics = [a.text for a in main.arguments if a.role == "topic"]
            there = told.sentences[s.article, s.sentence.start]
            beside = [p for t in there for p in phrases_of(t) if p.entity]
            about = all(any(told.likeness(t, p) >= SAME for p in beside) for t in topics)
            fit = (0.85 if about else PLAIN) + 0.1 * min(1.0, len(said) / len(s.sentence.text))
            polarity = "negated" if asks(main.relation.lemma, "denial") else main.polarity
            yield fit, qualified(said, replace(main, polarity=polarity), s, voiced=False)


def _agrees(main: Statement, s: Statement, told: Told, *, near: bool = False) -> float:
    """How well a statement of the same verb, or a near one, is what is asked, whether it is told or denied."""
    if main.object and s.object and s.object.statement and not (main.object.statement or has_blank(main.object)):
        return 0.0  # to declare war is not to say that a war is feared
    if (s.object is None or s.object.text in ("so", "that", "this")) and asks(s.relation.lemma, "speech"):
        return 0.0  # *as the mayor has said*, *keeps saying this*
    pairs = ((q, v) for q in views(main) for v in told.views[s.id])
    least = NEAR if near else 1.0
    return max((fits(q, v, told, strict=not near) for q, v in pairs if same_verb(q, v) >= least), default=0.0)


def _truths(asked: Question, told: Told) -> Iterator[tuple[bool, float, Statement, str]]:
    """What a statement says to a question for yes or no."""
    if not asked.statements:
        return
    main, has = asked.statements[0], told.retrieved(asked)
    place = main.object if passive(main.relation.lemma) and main.relation.lemma.split()[-1] != "by" else None
    dropped = [*main.arguments, *([place] if place else [])]  # *hurt at Elmsford*
    loose = replace(main, arguments=(), object=None if place else main.object) if dropped else None
    for at, of in told.sentences.items():
        for s in of:
            after = s.sentence.text[(s.relation.end or s.sentence.start) - s.sentence.start :]
            if re.match(r"[^.!;]*\?", after):  # what is asked in the article is no answer
                continue
            if (fit := _agrees(main, s, told)) >= AGREED:
                yield True, fit * _factual(replace(main, polarity=s.polarity), s), s, verdict(main, s)
            elif loose and told.together(dropped, at) and (fit := _agrees(loose, s, told)) >= AGREED:
                plain = not s.attribution and denied(s) == denied(main) and s.modality == main.modality
                yield True, 0.8 * fit, s, f"Only in part: {proposition(s)}" if plain else verdict(main, s)
            elif s.subject.start is not None and s.modality == main.modality and s.derived_by != "act":
                fit = _agrees(loose if loose and told.together(dropped, at) else main, s, told, near=True)
                about = any(told.likeness(p.text, s.subject) >= SAME for p in phrases_of(main))
                no = told.covered(asked, s) if about and denied(s) != denied(main) else 0.0
                score = has[at] * max(fit if fit > SHORTER and told.has_names(asked, at) else 0.0, no)
                if score >= NEARLY:
                    yield False, score, s, f"Perhaps, in other words {ONLY_NEAR}: {verdict(main, s)}"


def _nearest(asked: Question, told: Told) -> tuple[Statement, ...]:
    """Of each of the sentences that have most of the question's words the statement that has most of them."""
    near = []
    for of in told.sentences.values():
        score, s = max(((told.covered(asked, s), s) for s in of), key=lambda row: row[0])
        if score >= FAINT / 2:
            near.append((score, s))
    return tuple(s for _, s in sorted(near, key=lambda row: (-row[0], row[1].article, row[1].id))[:NEAREST])
