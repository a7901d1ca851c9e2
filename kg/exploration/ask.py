"""Plain questions answered with evidence: the question's pattern becomes SPARQL, its matches become answers.

An answer is what fills the blank in a statement of the graph; it always comes with the sentence, the voice and
the factuality of that statement, and what is denied, wanted or only said is never given as plain fact.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.exploration.questions import BLANKS, Question, understand
from kg.lexicon import mapping, parent_of, words
from kg.parsing import DEFAULT_MODEL
from kg.values import ACTOR_TYPES, VOCABULARY, Argument, Article, Entity, Phrase, Statement

# Below this an entity is not what the question names. Scale: see `_Names.matches`.
NAME_FLOOR = 0.55
# How many of the nearest statements are shown where nothing fits.
NEAREST = 5
STANDING = frozenset({"located", "situated", "based", "lie", "sit", "stand", "stay", "remain"})
SHORT_UNITS = frozenset({"second", "seconds", "minute", "minutes", "hour", "hours"})
# What an answer found beside the statement asked for, in its sentence, is worth to one found in it.
BESIDE = 0.5
# What no statement of its own tells but the sentence has the words for.
WORDS_ONLY = 0.6
# A near synonym of the verb that is asked with, for other questions than those for yes or no.
NEAR = 0.65
# Below this nothing is given for an answer.
FAINT = 0.3
ROLES = {
    "time": ("time",),
    "duration": ("time", "extent", "other"),
    "place": ("place", "goal", "source"),
    "cause": ("cause", "purpose"),
    "manner": ("manner", "instrument"),
}


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
            "attribution": [{"entity": v.entity, "name": v.name, "cue": v.cue, "text": v.text} for v in s.attribution],
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
        asked, main = self.question, self.question.statements[0]
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
    asked = understand(question, model=model)
    names = _Names(entities, statements)
    by_id = {s.id: s for s in statements}
    main = asked.statements[0]
    for reading in (main, *asked.others):
        pattern = replace(asked, statements=(reading, *asked.statements[1:]))
        relations = _relations(reading.relation.lemma, statements, asked.kind)
        # What the question names may stand in a literal or a clause, where SPARQL finds no entity: then words decide.
        for named in (names, None) if relations else (None,):
            sparql = _sparql(reading, relations, named)
            found = [_parted(reading, by_id[iri]) for iri in select(sparql) if iri in by_id]
            scored = [(score, s) for s in found if (score := _fit(pattern, s, relations, names)) > 0]
            told = [(score, s, _answer(pattern, s, names)) for score, s in scored]
            if any(text for *_, text in told):
                break
        if reading.relation.lemma.startswith("be aged"):
            told += _aged(reading.subject.text, statements, names)
        if _asks(reading.relation.lemma, "speech", "denial"):
            told += [(score, s, _answer(pattern, s, names)) for score, s in _told(pattern, statements, names)]
        told = [row for row in told if row[2]]
        if not told and asked.kind in ROLES:
            told = [(BESIDE * n, s, text) for n, of in scored for s, text in _beside(asked.kind, of, statements)]
        if told:
            break
    told.sort(key=lambda row: (-row[0], row[1].article, row[1].sentence.start, row[1].id))
    answers, seen = [], set()
    for score, s, text in told:
        if not text or score < FAINT or _bare(text) == _bare(main.subject.text):
            continue  # *The HNC is the HNC*
        if (text.lower(), s.sentence.text) not in seen:
            seen.add((text.lower(), s.sentence.text))
            answers.append(Answer(text, by_id[s.id], articles[s.article], score))
    nearest = () if answers else _nearest(main, statements, relations, names)
    return Reply(asked, sparql, tuple(answers), nearest)


def _parted(asked: Statement, s: Statement) -> Statement:
    """*Accuse*, *the owner of neglect* as *accuse*, *the owner*, of *neglect*, where that is how it is asked."""
    for a in asked.arguments if s.object else ():
        owner, of, rest = s.object.text.partition(f" {a.marker} ") if s.object else ("", "", "")
        if of and s.object and not set(_bare(s.object.text)) <= set(_bare(asked.object.text if asked.object else "")):
            parts = Phrase(owner, type=s.object.type), (Argument(rest, marker=a.marker), *s.arguments)
            return replace(s, object=parts[0], arguments=parts[1])
    return s


class _Names:
    """Which entities a phrase of a question may mean."""

    def __init__(self, entities: Iterable[Entity], statements: Iterable[Statement]) -> None:
        self.forms: dict[str, set[str]] = defaultdict(set)
        self.by_word: dict[str, set[str]] = defaultdict(set)
        for e in entities:
            for form in (e.name, *e.aliases):
                self._add(e.iri, form)
        self.called: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            for p in _phrases(s):
                if p.entity:
                    self._add(p.entity, p.text)
            if s.relation.lemma.split()[0] == "be" and s.subject.entity:
                self.called[s.subject.entity] |= set(
                    _bare(f"{s.relation.lemma[3:]} {s.object.text if s.object else ''}")
                )

    def is_a(self, noun: str, phrase: Phrase) -> float:
        """How sure a phrase names such a one (*which company*): by its words, what it is said to be, its type."""
        head = (_bare(noun) or [""])[-1]
        told = set(_bare(f"{phrase.text} {phrase.name or ''}")) | self.called[phrase.entity or ""]
        told |= {w for form in self.forms.get(phrase.entity or "", ()) for w in form.split()}
        wanted = mapping("lexicon/kinds", "noun", "type").get(head)
        if head in told or (wanted and wanted.replace("City", "Place") == phrase.type):
            return 1.0
        return 0.4 if wanted else 0.7

    def _add(self, iri: str, form: str) -> None:
        if bare := _bare(form):
            self.forms[iri].add(" ".join(bare))
            for w in bare:
                self.by_word[w].add(iri)

    def matches(self, text: str) -> dict[str, float]:
        """IRI → likeness: 1 a name, less where only the last word and some others agree."""
        asked = _bare(text)
        if not asked:
            return {}
        found = {}
        for iri in sorted({iri for w in asked for iri in self.by_word.get(w, ())}):
            forms = [form.split() for form in self.forms[iri]]
            best = max((_likeness(asked, form) for form in forms if _governor(text) <= set(form)), default=0.0)
            if best >= NAME_FLOOR:
                found[iri] = best
        return found


def _bare(text: str) -> list[str]:
    """Words in lower case without determiners, possessive marks, plural endings."""
    found = []
    for w in text.lower().replace("’", "'").replace("-", " ").replace("$", " ").split():
        w = w.strip("“”\"'‘.,;:()!?").removesuffix("'s").replace(".", "")
        if w and w not in words("lexicon/stopwords"):
            found.append(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w)
    return found


def _governor(text: str) -> set[str]:
    """Of *the cause of the outage* the cause, without which nothing is what it names."""
    first, of, _ = text.partition(" of ")
    return set(_bare(first)[-1:]) if of else set()


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


def _phrases(s: Statement) -> list[Phrase]:
    return [s.subject, *([s.object] if s.object else []), *s.arguments, *([s.place] if s.place else [])]


def _open(phrase: Phrase) -> bool:
    """Has a blank anywhere: *to do something*."""
    return not BLANKS.isdisjoint(phrase.text.lower().split())


def _is_blank(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.text.lower().split()[0] in BLANKS


def _relations(lemma: str, statements: Iterable[Statement], kind: str) -> dict[str, float]:
    """Relation IRI → likeness to the asked relation; empty means that any relation will do (*do*, *happen*)."""
    if _asks(lemma, "any"):
        return {}
    parent = parent_of(lemma) or lemma
    found: dict[str, float] = {}
    first = _head(lemma)
    near = _groups(first) if kind != "truth" else frozenset()
    for s in statements:
        if s.relation.iri is None or s.relation.iri in found:
            continue
        other = s.relation.lemma
        if other == lemma:
            found[s.relation.iri] = 1.0
        elif lemma == "be in" and (other.split()[0] == "be" or _head(other) in STANDING):  # *Where is …?*
            found[s.relation.iri] = 0.8
        elif lemma == parent_of(other) or parent in (other, parent_of(other)):
            found[s.relation.iri] = 0.85
        elif (_head(other) == first and not _asks(first, "light")) or (
            # *be member of*
            lemma == "be" and other.startswith("be ") and not _head(other).endswith(("ed", "en"))
        ):
            found[s.relation.iri] = 0.8
        elif near and not near.isdisjoint(_groups(_head(other))):
            found[s.relation.iri] = NEAR
    return found or {f"{VOCABULARY}none": 0.0}


def _groups(verb: str) -> frozenset[str]:
    """The groups of near synonyms that a verb, or a regular participle's verb, stands in."""
    return frozenset().union(*(words("lexicon/near_verbs", "group", verb=v) for v in (verb, verb[:-1], verb[:-2])))


def _head(lemma: str) -> str:
    """The verb that carries the meaning: *be found in* → find's participle, *lobby for* → lobby."""
    parts = lemma.split()
    return parts[1] if parts[0] == "be" and len(parts) > 1 else parts[0]


def _asks(lemma: str, *kinds: str) -> bool:
    """Whether a verb is one of those that ask for what was said, denied, done (see the table)."""
    return any(lemma.split()[0] in words("lexicon/questions", kind=kind) for kind in kinds)


def _values(name: str, iris: Iterable[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(f'<{iri}>' for iri in sorted(iris))} }}"


def _sparql(main: Statement, relations: dict[str, float], names: _Names | None) -> str:
    """Statements of one of the relations that name, in any place, each participant the question names (with names)."""
    lines = ["SELECT DISTINCT ?statement WHERE {", "  ?statement a kg:Statement ; rdf:predicate ?relation ."]
    if relations:
        lines.append("  " + _values("relation", relations))
    named = [p for p in (main.subject, main.object, *main.arguments) if p is not None and not _is_blank(p)]
    for number, phrase in enumerate(named):
        if names and phrase.value is None and (iris := names.matches(phrase.text)):
            lines.append(f"  ?statement ?p{number} ?e{number} . {_values(f'e{number}', iris)}")
    lines.append("} ORDER BY ?statement")
    return "\n".join(lines)


def _meets(asked: Phrase | None, given: Phrase | None, names: _Names) -> float:
    """How well a phrase of a statement is what the question names: 0 to 1; 1 for a blank."""
    if asked is None or _is_blank(asked):
        return 1.0
    if given is None:
        return 0.0
    by_entity = names.matches(asked.text).get(given.entity or "", 0.0)
    wanted, words_there = _bare(asked.text), _bare(given.text)
    if not wanted or not words_there:  # *this*
        return max(by_entity, float(asked.text.lower() == given.text.lower()))
    if given.statement:  # of a clause, a question takes up what it needs; of two that have it, the shorter is meant
        shared, others = len({*wanted} & {*words_there}), len({*words_there} - {*wanted})
        return max(by_entity, (0.8 + 0.1 / (1 + others / 9)) * (shared / len({*wanted})) ** 2)
    by_words = _likeness(wanted, words_there) if _governor(asked.text) <= set(words_there) else 0.0
    return max(by_entity, by_words)


def _fit(asked: Question, s: Statement, relations: dict[str, float], names: _Names) -> float:
    """How well a statement fits the question's pattern, 0 where it does not."""
    main = asked.statements[0]
    score = relations.get(s.relation.iri or "", 0.0) if relations else 0.7
    there = set(_bare(s.sentence.text))
    others = [p for p in (s.object, *s.arguments, s.place) if p is not None]
    if main.object is not None and main.object.statement and s.object is not None and (clause := _clause(s)):
        others.append(Phrase(f"{s.object.text} {clause}", statement=s.id))  # *urge*, *the bank*, *to pay*
    if not relations or main in asked.others:
        others.append(s.subject)  # *killed in the war* is what the war kills
    subject = _meets(main.subject, s.subject, names)
    if not relations and asked.kind in ROLES:  # *When is the trial?*
        subject = max(subject, *(0.9 * _meets(main.subject, p, names) for p in others))
    if s.subject.start is None and asked.kind != "truth" and set(_bare(main.subject.text)) <= there:
        subject = max(subject, WORDS_ONLY)
    score *= subject if subject >= NAME_FLOOR else 0.0
    for wanted in (main.object, *main.arguments):
        if wanted is None:
            continue
        if isinstance(wanted, Argument) and wanted.role == "time" and not _open(wanted):
            told = " ".join((s.time.text if s.time else "", *(a.text for a in s.arguments if a.role == "time")))
            at = set(_bare(wanted.text))
            score *= 1.0 if at & set(_bare(told)) else WORDS_ONLY if at <= there else 0.0 if _bare(told) else 0.3
            continue
        if _open(wanted):
            if not others:
                return 0.0
            continue
        best = max((_meets(wanted, p, names) for p in others), default=0.0)
        office = _governor(wanted.text)  # *CEO* in a sentence that names the bank
        loose = wanted is not main.object or main in asked.others
        loose |= bool(office) and main.relation.lemma == "be" and any(office <= set(_bare(p.text)) for p in others)
        loose = not relations or (loose and (asked.kind != "truth" or wanted is not main.object))
        if best < NAME_FLOOR and loose and set(_bare(wanted.text)) <= there:
            best = WORDS_ONLY
        score *= best if best >= NAME_FLOOR else 0.0
    if main.modality not in ("actual", s.modality):
        score *= 0.3
    if main.polarity != s.polarity and asked.kind != "truth":
        score *= 0.4
    if s.modality != "actual" and main.modality == "actual":
        score *= 0.6
    if asked.kind == "who" and _is_blank(main.subject) and s.subject.type not in ACTOR_TYPES:
        score *= 0.7
    if asked.kind == "which" and asked.noun:
        filled = [s.subject] if _is_blank(main.subject) else others
        score *= max((names.is_a(asked.noun, p) for p in filled), default=0.0)
    if asked.kind in ROLES and asked.noun is None and (found := _adverbial(asked.kind, s)):
        score *= found[1]
    return score * (0.95 if s.attribution else 1.0) * (0.5 + 0.5 * s.confidence)


def _adverbial(kind: str, s: Statement) -> tuple[str, float] | None:
    """When, how long, where … of a statement, and how surely that is what is asked; None where it does not say."""
    found: list[tuple[str, float]] = []
    marker = s.relation.lemma.rpartition(" ")[2]
    # *Be found in a shrub*, *last two hours*: what the verb governs may be the place or the time.
    if s.object is not None and kind == "place":
        where = mapping("lexicon/markers", "marker", "role").get(marker) in ROLES["place"]
        if where and (marker not in ("on", "to") or _head(s.relation.lemma) in STANDING or _placed(s.object)):
            sure = 1.0 if _somewhere(s.object) else 0.7
            found.append((f"{marker} {s.object.text}{'' if sure == 1 else _further(s, s.object.end)}", sure))
    elif kind == "place" and _head(s.relation.lemma) in STANDING:  # *located 40 miles north of the capital*
        words_there = _further(s, s.relation.end, " ").strip()
        found += [(words_there, 0.9)] if words_there else []
    elif s.object is not None and kind == "duration" and _lasting(s.object):
        found.append((s.object.text, 1.0))
    if kind == "time" and s.time:
        found.append((s.time.text, 1.0))
    if kind == "place" and s.place:
        found.append((s.place.text, 1.0))
    for a in s.arguments:
        of_kind = a.role in ROLES[kind] or (kind == "place" and a.role == "other" and a.marker == "in")
        if of_kind and (kind not in ("time", "duration") or _lasting(a) == (kind == "duration")):
            sure = 1.0 if kind != "place" or _somewhere(a) else 0.7
            found.append((f"{a.marker} {a.text}" if a.marker else a.text, sure))
    return max(found, key=lambda x: x[1], default=None)


def _further(s: Statement, after: int | None, opening: str = r" (?:in|at|on|near|outside|inside) ") -> str:
    """*In isolation* + *at the port’s clinic*: the words behind an offset that go on saying where."""
    rest = s.sentence.text[after - s.sentence.start :] if after else ""
    going_on = re.match(rf"{opening}[^,.;:–—]+", rest)
    return (
        re.split(r" (?:and|are|is|was|were|have|has|where|who|which|after|before|while) ", going_on[0])[0]
        if going_on
        else ""
    )


def _lasting(phrase: Phrase) -> bool:
    """*Two hours*, *a decade*, *since May*: how long, not when; *two hours ago*, *after a week* are when."""
    marker = phrase.marker if isinstance(phrase, Argument) else None
    units = {*words("lexicon/calendar", kind="days"), *words("lexicon/calendar", kind="months"), *SHORT_UNITS}
    told = phrase.text.lower().replace("-", " ").split()
    when = marker in ("after", "before", "in", "on", "by", "within") or told[0] in ("last", "next", "this")
    return marker in ("since", "until", "till") or (told[-1] in units and not when)


def _placed(phrase: Phrase) -> bool:
    return phrase.type in ("Place", "Country")


def _somewhere(phrase: Phrase) -> bool:
    return _placed(phrase) or any(w[0].isupper() for w in phrase.text.split())


def _beside(kind: str, of: Statement, statements: Iterable[Statement]) -> list[tuple[Statement, str]]:
    """When, where … of what the same voice tells in the same sentence, said with what it is the time or place of."""
    found = []
    for s in statements:
        same = (s.article, s.sentence.start, s.attribution) == (of.article, of.sentence.start, of.attribution)
        if same and s.id != of.id and (adverbial := _adverbial(kind, s)) and adverbial[1] == 1:
            found.append((s, f"{adverbial[0]} (told of this: {_proposition(s)})"))
    return found


def _told(asked: Question, statements: Sequence[Statement], names: _Names) -> list[tuple[float, Statement]]:
    """*What did the Kremlin say?*: what it is the innermost voice of. *Who says that …?*: whose voice that is."""
    main = asked.statements[0]
    found = []
    if not _is_blank(main.subject) and _is_blank(main.object or main.subject):
        meant = names.matches(main.subject.text)
        topics = [a for a in main.arguments if a.role != "time"]
        for s in statements:
            voice = s.attribution[-1] if s.attribution else None
            near = min((max(_meets(t, p, names) for p in _phrases(s)) for t in topics), default=1.0)
            if voice and near >= NAME_FLOOR and meant.get(voice.entity or "", 0.0) >= NAME_FLOOR:
                sure = 0.6 if s.modality == "conditional" else 0.8
                found.append((sure * near * meant[voice.entity or ""], s))
    elif _is_blank(main.subject) and len(asked.statements) > 1:
        content = _content(asked)
        relations = _relations(content.relation.lemma, statements, asked.kind)
        inner = Question(asked.text, "who", asked.declarative, (content,))
        for s in statements:
            fits = s.attribution and (not relations or s.relation.iri in relations)
            if fits and (score := _fit(inner, s, relations, names)):
                found.append((0.9 * score, s))
    return found


def _aged(whom: str, statements: Iterable[Statement], names: _Names) -> list[tuple[float, Statement, str | None]]:
    """*A 36-year-old baker*, where the baker is whom the question names."""
    meant = names.matches(whom)
    phrases = ((s, p, re.search(r"\b(\d{1,3})[- ]year[- ]old", p.text)) for s in statements for p in _phrases(s))
    return [(meant[p.entity], s, f"{age[1]} ({p.text})") for s, p, age in phrases if age and p.entity in meant]


def _content(asked: Question) -> Statement:
    """What is asked to be said; of *who denies that …*, its negation."""
    said = asked.statements[1]
    return replace(said, polarity="negated") if _asks(asked.statements[0].relation.lemma, "denial") else said


def _answer(asked: Question, s: Statement, names: _Names) -> str | None:
    """The words for the blank, and what must be said with them; None where the statement has none."""
    main = asked.statements[0]
    if asked.kind == "truth":
        phrases = _phrases(s)
        partly = any(max(_meets(a, p, names) for p in phrases) < NAME_FLOOR for a in main.arguments if a.role != "time")
        return f"Only in part: {_proposition(s)}" if partly else _verdict(main, s)
    own_verb = s.relation.lemma.split()[0] == main.relation.lemma.split()[0]
    text: str | None
    if _asks(main.relation.lemma, "speech", "denial") and s.attribution and not own_verb:
        of_whom = _is_blank(main.subject)
        voice = s.attribution[-1]
        text = (voice.name or voice.text) if of_whom else _proposition(s)
        content = _content(asked) if of_whom and len(asked.statements) > 1 else main
        return text and _qualified(text, content, s, voiced=False)
    if asked.kind in ROLES and asked.noun is None:
        adverbial = _adverbial(asked.kind, s)
        text = adverbial[0] if adverbial else None
    else:
        text = _filler(asked, s, names)
    return text and _qualified(text, main, s, voiced=True)


def _filler(asked: Question, s: Statement, names: _Names) -> str | None:
    """The words of a statement that stand where the question has its blank."""
    main = asked.statements[0]
    clause = any(_open(a) and not _is_blank(a) for a in main.arguments)
    # What the question names and no more is no answer to it.
    named = [p for p in (main.object, *main.arguments) if p is not None and not _open(p)]
    free = [
        p
        for p in (s.object, *s.arguments)
        if p
        and not any({*_bare(p.text)} <= {*_bare(n.text)} or _meets(n, p, names) == 1 for n in named)
        and not (isinstance(p, Argument) and p.role in ("time", "place", "condition", "concession"))
    ]
    turned = main in asked.others and any(p is not None and _open(p) for p in (main.object, *main.arguments))
    if _is_blank(main.subject) and not turned:
        if asked.kind == "who" and s.subject.type not in (*ACTOR_TYPES, "Thing"):
            return None
        whole = _asks(main.relation.lemma, "any") and asked.kind != "who"
        such = _further(s, s.subject.end, " as ") if s.subject.text.lower().startswith("such ") else ""
        return _proposition(s) if whole else f"{s.subject.text}{such}" if such else _filled(asked, s.subject)
    if _is_blank(main.object):
        if main.relation.lemma.split()[0] == "do":
            return _proposition(s)
        text = next((text for p in free if (text := _filled(asked, p))), None)
        if text and main.relation.lemma == "be" and s.relation.lemma.startswith("be "):
            text = f"{s.relation.lemma[3:]} {text}"
        if text and main.relation.lemma == "be" and s.subject.name and asked.kind == "who":
            # *Who is the envoy?*: the name, and what is said of it.
            text = text if set(_bare(s.subject.name)) <= set(_bare(main.subject.text)) else f"{s.subject.name}: {text}"
        return f"{text} {_clause(s)}".strip() if clause and text else text
    marked = next((a.marker for a in main.arguments if _is_blank(a)), None)
    if clause:
        return _clause(s) or None
    text = next((_shown(a) for a in s.arguments if a.marker and marked and a.marker == marked.lower()), None)
    if text is None and (marked is None or s.relation.lemma.endswith(f" {marked.lower()}") or turned):
        text = next((_shown(p) for p in free), None)
    return text


def _clause(s: Statement) -> str:
    """What is asked for or said, told as a clause: *to help stop the offensive*."""
    return next((a.text for a in s.arguments if a.statement or a.role in ("content", "purpose")), "")


def _filled(asked: Question, phrase: Phrase) -> str | None:
    """The words of a phrase for the blank; where a number is asked for, a number of what is counted."""
    if asked.kind == "number":
        counted = set(_bare(asked.noun or ""))
        number = phrase.value is not None or any(c.isdigit() for c in phrase.text)
        money = phrase.unit is not None and not phrase.unit[0].isalnum()
        counts = number and (phrase.unit is None or money or not counted or counted & set(_bare(phrase.text)))
        return _marked(phrase) if counts else None
    return phrase.text if phrase.statement or phrase.value is not None else _shown(phrase)


def _marked(phrase: Phrase) -> str:
    """With the preposition that says how much: *in excess of $11 billion*."""
    marker = phrase.marker if isinstance(phrase, Argument) and phrase.role == "extent" else None
    return f"{marker} {phrase.text}" if marker else phrase.text


def _shown(phrase: Phrase) -> str:
    """Its words, and its name where the words are others (*the envoy*); of a pronoun the name alone."""
    if not phrase.entity or not phrase.name:
        return phrase.text
    said, name = set(_bare(phrase.text)), set(_bare(phrase.name))
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
        return s.relation.lemma.replace("be ", "is ", 1) if first == "be" else s.relation.lemma
    return " ".join([text, *(w for w in others if first != "be" and w not in text.lower().split())])


def _proposition(s: Statement) -> str:
    parts = [_shown(s.subject) if _pronoun(s.subject) else s.subject.text, _verb(s), s.object.text if s.object else ""]
    rest = [f"{a.marker} {a.text}" if a.marker else a.text for a in s.arguments]
    return " ".join(p for p in (*parts, *rest) if p)


def _voices(s: Statement) -> str:
    return ", ".join(dict.fromkeys(v.name or v.text or "an unnamed source" for v in s.attribution))


def _qualified(text: str, main: Statement, s: Statement, *, voiced: bool) -> str:
    notes = []
    if s.polarity == "negated" and main.polarity != "negated":
        notes.append("denied")
    if s.modality not in ("actual", main.modality):
        notes.append(f"not as a fact: {s.modality}")
    if voiced and s.attribution:
        notes.append(f"according to {_voices(s)}")
    return f"{text} ({'; '.join(notes)})" if notes else text


def _denied(s: Statement) -> bool:
    """Whether it is denied, by its verb or by what it governs (*pleaded not guilty*)."""
    within = s.object is not None and s.object.statement is None and s.object.text.lower().startswith("not ")
    return (s.polarity == "negated") != within


def _verdict(main: Statement, s: Statement) -> str:
    """Never a bare yes: the voice, the denial and the modality are in the answer."""
    says = f" according to {_voices(s)}" if s.attribution else ""
    how = "" if s.modality in ("actual", main.modality) else f", {s.modality}"
    if _denied(s) != _denied(main):
        return f"No{says}{how}: {_proposition(s)}"
    if s.attribution or how:
        return f"Not stated as a fact{how}{f'; said{says}' if says else ''}: {_proposition(s)}"
    return f"Yes, the article says: {_proposition(s)}"


def _nearest(
    main: Statement, statements: Iterable[Statement], relations: dict[str, float], names: _Names
) -> tuple[Statement, ...]:
    wanted = [p for p in (main.subject, main.object, *main.arguments) if p is not None and not _is_blank(p)]
    near: dict[tuple[str, int], tuple[float, Statement]] = {}  # of each sentence the best
    for s in statements:
        score = relations.get(s.relation.iri or "", 0.0) + sum(
            max(_meets(p, g, names) for g in _phrases(s)) for p in wanted
        )
        key = s.article, s.sentence.start
        if score >= NAME_FLOOR and score > near.get(key, (0.0, s))[0]:
            near[key] = score, s
    return tuple(s for _, (_, s) in sorted(near.items(), key=lambda row: (-row[1][0], row[0]))[:NEAREST])
