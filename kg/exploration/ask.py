"""Plain questions answered with evidence: the question's pattern becomes SPARQL, its matches become answers.

An answer is what fills the blank in a statement of the graph; it always comes with the sentence, the voice and
the factuality of that statement, and what is denied, wanted or only said is never given as plain fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.exploration.matching import (
    NAME_FLOOR,
    ROLES,
    STANDING,
    Names,
    adverbial,
    asks,
    carrying_verb,
    fit,
    meets,
    passive,
    phrases_of,
)
from kg.exploration.questions import Question, is_blank, understand
from kg.exploration.telling import Telling
from kg.exploration.wording import answer, content, proposition
from kg.exploration.words import bare, verb_of
from kg.lexicon import parent_of
from kg.parsing import DEFAULT_MODEL
from kg.values import VOCABULARY, Argument, Article, Entity, Phrase, Statement

# How many of the nearest statements are shown where nothing fits.
NEAREST = 5
# What an answer found beside the statement asked for, in its sentence, is worth to one found in it.
BESIDE = 0.5
# A near synonym of the verb that is asked with, for other questions than those for yes or no.
NEAR = 0.65
# Below this nothing is given for an answer.
FAINT = 0.3


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
    """What a question brought: how it was understood, the SPARQL, answers best first, else the nearest statements."""

    question: Question
    sparql: str
    answers: tuple[Answer, ...]
    nearest: tuple[Statement, ...]

    @property
    def inability(self) -> str:
        """One sentence that says there is no answer, and how the question was read."""
        asked = self.question
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
    names = Names(entities, statements)
    by_id = {s.id: s for s in statements}
    asked = understand(names.spelled(question), model=model)
    main = asked.statements[0] if asked.statements else None
    sparql, told, relations = "", list[tuple[float, Statement, str | None]](), dict[str, float]()
    for reading in (main, *asked.others) if main and asked.kind != "often" and not asked.how else ():
        pattern = replace(asked, statements=(reading, *asked.statements[1:]))
        relations = _relations(reading.relation.lemma, statements, asked.kind)
        # What the question names may stand in a literal or a clause, where SPARQL finds no entity: then words decide.
        for named in (names, None) if relations else (None,):
            sparql = _sparql(reading, relations, named)
            found = [_parted(reading, by_id[iri]) for iri in select(sparql) if iri in by_id]
            scored = [(score, s) for s in found if (score := fit(pattern, s, relations, names)) > 0]
            told = [(score, s, answer(pattern, s, names)) for score, s in scored]
            if any(text for *_, text in told):
                break
        if reading.relation.lemma.startswith("be aged"):
            told += _aged(reading.subject.text, statements, names)
        if asks(reading.relation.lemma, "speech", "denial"):
            told += [(score, s, answer(pattern, s, names)) for score, s in _told(pattern, statements, names)]
        told = [row for row in told if row[2] and row[0] >= FAINT]
        if not told and asked.kind in ROLES:
            beside = ((BESIDE * n, s, text) for n, of in scored for s, text in _beside(asked.kind, of, statements))
            told = [row for row in beside if row[0] >= FAINT]
        if told:
            break
    if not told and asked.kind != "truth":
        told = [*Telling(statements, names).answers(asked)]
    told.sort(key=lambda row: (-row[0], row[1].article, row[1].sentence.start, row[1].id))
    answers: dict[tuple[str, str], Answer] = {}
    for score, s, text in told:
        own = bare(main.subject.text) if main and text else [""]
        itself = own == bare(text or "") or (asked.kind == "place" and own[-1] in bare(text or ""))
        if text and score >= FAINT and not itself:  # not *the HNC is the HNC*, *Lind was in Lind's letter*
            found_here = Answer(text, by_id[s.id], articles[s.article], score)
            answers.setdefault((text.lower(), s.sentence.text), found_here)
    nearest = () if answers else _nearest(asked, statements, relations, names)
    return Reply(asked, sparql, tuple(answers.values()), nearest)


def _parted(asked: Statement, s: Statement) -> Statement:
    """*Accuse*, *the owner of neglect* as *accuse*, *the owner*, of *neglect*, where that is how it is asked."""
    if s.object is None or set(bare(s.object.text)) <= set(bare(asked.object.text if asked.object else "")):
        return s
    for a in asked.arguments:
        owner, of, rest = s.object.text.partition(f" {a.marker} ")
        if of:
            whose, what = Phrase(owner, type=s.object.type), Argument(rest, marker=a.marker)
            return replace(s, object=whose, arguments=(what, *s.arguments))
    return s


def _relations(lemma: str, statements: Iterable[Statement], kind: str) -> dict[str, float]:
    """Relation IRI → likeness to the asked relation; empty means that any relation will do (*do*, *happen*)."""
    if asks(lemma, "any"):
        return {}
    parent = parent_of(lemma) or lemma
    found: dict[str, float] = {}
    first = carrying_verb(lemma)
    near = verb_of(lemma)[1] if kind != "truth" else frozenset()
    for s in statements:
        if s.relation.iri is None or s.relation.iri in found:
            continue
        other = s.relation.lemma
        if other == lemma:
            found[s.relation.iri] = 1.0
        elif lemma == "be in" and (other.split()[0] == "be" or carrying_verb(other) in STANDING):  # *Where is …?*
            found[s.relation.iri] = 0.8
        elif lemma == parent_of(other) or parent in (other, parent_of(other)):
            found[s.relation.iri] = 0.85
        elif (carrying_verb(other) == first and not asks(first, "light")) or (
            # *be member of*
            lemma == "be" and other.startswith("be ") and not passive(other)
        ):
            found[s.relation.iri] = 0.8
        elif near & verb_of(other)[1] and passive(lemma) == passive(other):
            found[s.relation.iri] = NEAR
    return found or {f"{VOCABULARY}none": 0.0}


def _values(name: str, iris: Iterable[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(f'<{iri}>' for iri in sorted(iris))} }}"


def _named(main: Statement) -> list[Phrase]:
    """What the question names: all but its blank."""
    return [p for p in (main.subject, main.object, *main.arguments) if p is not None and not is_blank(p)]


def _sparql(main: Statement, relations: dict[str, float], names: Names | None) -> str:
    """Statements of one of the relations that name, in any place, each participant the question names (with names)."""
    lines = ["SELECT DISTINCT ?statement WHERE {", "  ?statement a kg:Statement ; rdf:predicate ?relation ."]
    if relations:
        lines.append("  " + _values("relation", relations))
    for number, phrase in enumerate(_named(main)):
        if names and phrase.value is None and (iris := names.matches(phrase.text)):
            lines.append(f"  ?statement ?p{number} ?e{number} . {_values(f'e{number}', iris)}")
    lines.append("} ORDER BY ?statement")
    return "\n".join(lines)


def _beside(kind: str, of: Statement, statements: Iterable[Statement]) -> list[tuple[Statement, str]]:
    """When, where … of what the same voice tells in the same sentence, said with what it is the time or place of."""
    found = []
    for s in statements:
        same = (s.article, s.sentence.start, s.attribution) == (of.article, of.sentence.start, of.attribution)
        if same and s.id != of.id and (where := adverbial(kind, s)) and where[1] == 1:
            found.append((s, f"{where[0]} (told of this: {proposition(s)})"))
    return found


def _told(asked: Question, statements: Sequence[Statement], names: Names) -> list[tuple[float, Statement]]:
    """*What did the Kremlin say?*: what it is the innermost voice of. *Who says that …?*: whose voice that is."""
    main = asked.statements[0]
    found = []
    if not is_blank(main.subject) and is_blank(main.object or main.subject):
        meant = names.matches(main.subject.text)
        topics = [a for a in main.arguments if a.role != "time"]
        for s in statements:
            voice = s.attribution[-1] if s.attribution else None
            near = min((max(meets(t, p, names) for p in phrases_of(s)) for t in topics), default=1.0)
            if voice and near >= NAME_FLOOR and meant.get(voice.entity or "", 0.0) >= NAME_FLOOR:
                sure = 0.6 if s.modality == "conditional" else 0.8
                found.append((sure * near * meant[voice.entity or ""], s))
    elif is_blank(main.subject) and len(asked.statements) > 1:
        said = content(asked)
        relations = _relations(said.relation.lemma, statements, asked.kind)
        inner = Question(asked.text, "who", asked.declarative, (said,))
        for s in statements:
            fits = s.attribution and (not relations or s.relation.iri in relations)
            if fits and (score := fit(inner, s, relations, names)):
                found.append((0.9 * score, s))
    return found


def _aged(whom: str, statements: Iterable[Statement], names: Names) -> list[tuple[float, Statement, str | None]]:
    """*A 36-year-old baker*, where the baker is whom the question names."""
    meant = names.matches(whom)
    phrases = ((s, p, re.search(r"\b(\d{1,3})[- ]year[- ]old", p.text)) for s in statements for p in phrases_of(s))
    return [(meant[p.entity], s, f"{age[1]} ({p.text})") for s, p, age in phrases if age and p.entity in meant]


def _nearest(
    asked: Question, statements: Iterable[Statement], relations: dict[str, float], names: Names
) -> tuple[Statement, ...]:
    near: dict[tuple[str, int], tuple[float, Statement]] = {}  # of each sentence the best
    named = _named(asked.statements[0]) if asked.statements else [Phrase(word) for word in asked.words]
    for s in statements:
        score = relations.get(s.relation.iri or "", 0.0)
        score += sum(max(meets(p, g, names) for g in phrases_of(s)) for p in named)
        key = s.article, s.sentence.start
        if score >= NAME_FLOOR and score > near.get(key, (0.0, s))[0]:
            near[key] = score, s
    return tuple(s for _, (_, s) in sorted(near.items(), key=lambda row: (-row[1][0], row[0]))[:NEAREST])
