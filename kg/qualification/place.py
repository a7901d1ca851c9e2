"""Where an act takes place, apart from places that are topics: *in Nerva*, *near the port*, *the coast of Norland*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.extraction.labels import VERBAL
from kg.parsing import Parse, Word
from kg.values import Mention, Phrase, Statement

_PLACES = frozenset({"Place", "Country"})
_WHERE = lexicon.words("lexicon/event_words", "word", set="where")
# *The island of Nerva*, *the north of Norland*, *the town near Nerva*: the name that tells which.
_WHICH = lexicon.words("lexicon/event_words", "word", set="which")


def locate(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with the place of the act."""
    places = {m.head: m for m in mentions if m.type in _PLACES and m.kind != "pronoun"}
    return tuple(
        replace(s, place=place) if (place := next(_places(s, parse, places), None)) is not None else s
        for s in statements
    )


def _places(s: Statement, parse: Parse, places: dict[int, Mention]) -> Iterator[Phrase]:
    """The places of a statement, its own before those that stand with its object."""
    joined = s.object if s.object is not None and s.relation.lemma.split()[-1] in _WHERE else None
    for phrase in (*((joined,) if joined else ()), *(a for a in s.arguments if a.role == "place")):
        word = parse.at(phrase.head) if phrase.head is not None else None
        marker = getattr(phrase, "marker", None) or s.relation.lemma.split()[-1]
        if word is not None and _spatial(marker, word, places):
            yield _place(phrase, word, places)
    verb = parse.at(s.relation.head) if s.relation.head is not None else None
    if verb is None or verb.pos not in VERBAL or verb.lemma in ("be", "have"):
        return
    for noun in verb.all("dobj", "nsubjpass"):
        for prep in noun.all("prep"):
            yield from (_of(w, places, parse) for w in prep.children if _spatial(prep.lower, w, places))


def _spatial(marker: str, word: Word, places: dict[int, Mention]) -> bool:
    """*On* makes a place of an island, of a named one a topic."""
    m = places.get(word.start)
    return m is not None and (marker in _WHERE or (marker == "on" and m.kind == "nominal"))


def _place(phrase: Phrase, word: Word, places: dict[int, Mention]) -> Phrase:
    m = _named(word, places)
    return Phrase(phrase.text, phrase.start, phrase.end, m.entity, m.name, m.type, head=phrase.head)


def _of(word: Word, places: dict[int, Mention], parse: Parse) -> Phrase:
    m, named = places[word.start], _named(word, places)
    end = max(m.end, named.end)
    return Phrase(parse.article.text[m.start : end], m.start, end, named.entity, named.name, named.type, head=m.head)


def _named(word: Word, places: dict[int, Mention]) -> Mention:
    """The named place that a nominal one is of, or itself."""
    m = places[word.start]
    if m.kind == "name":
        return m
    below = [w for c in word.all("prep") if c.lower in _WHICH for w in c.children]
    for w in (*below, *word.all("compound", "poss", "appos")):
        if w.start in places and w.tag != "JJ":
            return _named(w, places)
    return m
