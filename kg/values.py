"""The immutable values that pass from room to room.

Offsets count Unicode code points of the article's text as read, end exclusive. Whatever has ``start``
and ``end`` satisfies ``text == article.text[start:end]``. A stage that knows more returns a new value
(`dataclasses.replace`); none is ever changed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from textwrap import shorten
from typing import Literal, TypeVar, dataclass_transform

EntityType = Literal[
    "Person", "Organization", "ArmedGroup", "Government", "Population", "Country", "Place", "Event", "Work", "Thing"
]
ACTOR_TYPES: frozenset[str] = frozenset({"Person", "Organization", "ArmedGroup", "Government", "Population", "Country"})
MentionKind = Literal["name", "nominal", "pronoun"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "future", "possible", "necessary", "desired", "conditional"]
Role = Literal[
    "time", "place", "purpose", "topic", "cause", "manner", "instrument", "accompaniment", "source",
    "goal", "condition", "concession", "beneficiary", "recipient", "content", "attribute", "extent", "other",
]  # fmt: skip
BlockKind = Literal["headline", "paragraph", "bullet", "caption", "byline", "dateline", "boilerplate"]
# What is read for statements; the other kinds are kept, and their names met, but they state nothing.
PROSE: frozenset[str] = frozenset({"headline", "paragraph", "bullet"})

BASE = "https://newskg.org/id/"
"""Default base of entity (``BASE + "entity/…"``) and relation (``BASE + "relation/…"``) IRIs; an option."""
VOCABULARY = "https://newskg.org/ns#"
"""IRI of the vocabulary (``kg:``); a constant."""


IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def value(cls: type[_T]) -> type[_T]:
    """A dataclass whose fields nobody sets: the type checker sees to it, which at run time took a tenth of all."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


@value
class Block:
    """A stretch of an article of one kind; blocks are in order, do not overlap, and are never empty."""

    kind: BlockKind
    start: int
    end: int


@value
class Article:
    """One news text with its metadata. ``text`` is kept exactly as read; ``blocks`` say what is what in it."""

    iri: str
    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def day(self) -> str | None:
        """When it appeared, as an ISO date."""
        return self.published.isoformat() if self.published else None

    @property
    def order(self) -> tuple[str, str]:
        """Of articles the earliest comes first, those without a day last."""
        return self.day or "undated", self.iri

    @property
    def origin(self) -> str:
        """Title or first words, publisher and day, for people; the IRI where none is known."""
        return ", ".join(filter(None, (self.called, self.publisher, self.day))) or self.iri

    @property
    def called(self) -> str | None:
        """Its title; of an article with neither title nor address its first words."""
        if self.title or self.url:
            return self.title
        start = next((b.start for b in self.blocks if b.kind in PROSE), 0)
        return shorten(self.text[start : start + 200], 48, placeholder="…") or None


@value
class Mention:
    """A stretch of an article that names or stands for an entity.

    start, end: the core of the mention without determiner, title or relative clause; never empty.
    head: offset of the syntactic head's first character, within [start, end).
    entity: IRI of what it stands for, the same for all mentions of one thing; None until resolved.
    name: the fullest form met in the article (the gazetteer's for countries).
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    type: EntityType
    text: str
    entity: str | None = None
    name: str | None = None


@value
class Phrase:
    """What fills a place in a statement: an entity, a literal (value, unit) or another statement (its id).

    start, end: the words in the article; None where the text leaves the participant open and ``text``
    describes it (*unnamed speaker*).
    head: offset of the head word, for finding it in the parse and among the mentions; not part of the record.
    """

    text: str
    start: int | None = None
    end: int | None = None
    entity: str | None = None
    name: str | None = None
    type: EntityType | None = None
    value: float | int | None = None
    unit: str | None = None
    statement: str | None = None
    head: int | None = None

    @property
    def called(self) -> str:
        """The name of what it stands for, else its words."""
        return self.name or self.text


@value
class Argument(Phrase):
    """A further argument of a predicate: its role and the word that marks it (*in*, *until*)."""

    role: Role = "other"
    marker: str | None = None


@value
class Relation:
    """What links subject and object.

    text, start, end: the verb group or the noun of a nominal predicate; None where no word states it.
    lemma: the normalised phrase (*call on*, *be envoy of*); its words may stand outside the span.
    head: offset of the predicate's main word; where no word states the relation, of the object's head.
    """

    lemma: str
    text: str | None = None
    start: int | None = None
    end: int | None = None
    iri: str | None = None
    head: int | None = None


@value
class Sentence:
    """The sentence a statement was read from; ``index`` counts the article's sentences from 0."""

    index: int
    start: int
    end: int
    text: str


@value
class Source:
    """One voice of a chain of attribution. ``text`` describes it where nobody is named (no offsets then)."""

    cue: str
    text: str | None = None
    start: int | None = None
    end: int | None = None
    entity: str | None = None
    name: str | None = None
    head: int | None = None

    @property
    def called(self) -> str:
        """Its name, else its description."""
        return self.name or self.text or "unnamed"


@value
class EventCode:
    """PLOVER class of what is done, with mode and contexts, CAMEO root code, and who did it to whom.

    weight: cooperation (up to +10) to conflict (down to -10), after Goldstein 1992.
    """

    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    weight: float | None = None
    source: Phrase | None = None
    target: Phrase | None = None


@value
class TimeSpan:
    """When a predicate holds. ``start`` and ``end`` are inclusive ISO dates, ``end`` None where open.

    span: offsets of the time expression in the article.
    granularity: day, week, month, year or span.
    """

    text: str
    span: tuple[int, int]
    start: str
    end: str | None
    granularity: str


@value
class Statement:
    """One proposition of one predicate; field for field the record of the contract, section 3.

    id: article IRI, ``#s-`` and a hash of the words of relation, subject and object and of their occurrence.
    attribution: the chain of voices, outermost first; empty for the article's own voice.
    derived_by: name of the rule that read it.
    """

    id: str
    article: str
    sentence: Sentence
    subject: Phrase
    relation: Relation
    object: Phrase | None = None
    arguments: tuple[Argument, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    attribution: tuple[Source, ...] = ()
    event: EventCode | None = None
    time: TimeSpan | None = None
    place: Phrase | None = None
    confidence: float = 1.0
    derived_by: str = ""

    @property
    def said(self) -> tuple[str | None, ...]:
        """What is the same in all statements that say the same: who, what, to whom, polarity and modality."""
        subject, obj = (p.entity or p.text.lower() if p else None for p in (self.subject, self.object))
        return subject, self.relation.lemma, obj, self.polarity, self.modality

    @property
    def words(self) -> tuple[str, ...]:
        """Subject, relation and object as people call them; no object where there is none."""
        return tuple(
            filter(None, (self.subject.called, self.relation.lemma, self.object.called if self.object else ""))
        )

    @property
    def voices(self) -> str:
        """Those who say it, outermost first, for people; empty for the article's own voice."""
        return " > ".join(v.called for v in self.attribution)


@value
class Entity:
    """What mentions stand for. aliases: every other name met, sorted.

    links: pairs of a property (``owl:sameAs``, ``skos:closeMatch``, ``kg:country`` …) and an IRI, sorted.
    """

    iri: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@value
class Judgement:
    """A person's decision, which outlives every build.

    kind: same, different, alias, type, reject.
    subjects: mentions as ``ARTICLE-IRI#OCCURRENCE#WORDS``, or statement ids; never entity IRIs.
    value: the alias or the type where the kind has one.
    """

    kind: Literal["same", "different", "alias", "type", "reject"]
    subjects: tuple[str, ...]
    value: str | None = None
    who: str | None = None
    when: str | None = None
    why: str | None = None


@value
class ArticleResult:
    """All that was read from one article: what is kept, once, as one file (the design's *article results*).

    entities: what the mentions stand for, article-local but with IRIs a name or the gazetteer makes sure.
    versions: pairs of what read it (kg, spacy, model, lexicons) and its version, sorted.
    failed: where an error of kg's own ended the reading, a sentence that says so; then nothing was read.
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    failed: str | None = None


_SILENT, _APART = re.compile(r"['’.]"), re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 14)
def slug(text: str) -> str:
    """A readable IRI part: lower case, hyphens between words, letters of every script kept.

    >>> slug("HNC’s U.S. envoy")
    'hncs-us-envoy'
    """
    plain = (text if text.isascii() else unicodedata.normalize("NFC", text)).lower()
    return _APART.sub("-", _SILENT.sub("", plain)).strip("-") or "x"


def short_hash(*parts: object, length: int = 4) -> str:
    """Hexadecimal digits of SHA-256 over the parts, for names that need a suffix."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:length]
