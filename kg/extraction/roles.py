"""What an argument is to its predicate, guessed from its marker and the type of its head; qualification refines it."""

from __future__ import annotations

from kg import lexicon
from kg.extraction.clause import Filler, Part
from kg.extraction.labels import AMOUNTS
from kg.parsing import Word
from kg.values import ACTOR_TYPES, Role

MARKERS = lexicon.mapping("lexicon/markers", "marker", "role")
ADVERBS = lexicon.mapping("lexicon/adverbs", "adverb", "role")
_WHEN = frozenset({"DATE", "TIME"})
# *met for the first time*, *at dawn*
TIMES = lexicon.words("lexicon/calendar", "word", kind="daytime") | {"moment", "time"}
_WHERE = frozenset({"GPE", "LOC", "FAC"})
# Markers that say *when* or *where* according to what they mark; the others keep their own sense.
_EITHER = frozenset(
    {"in", "at", "on", "by", "from", "to", "over", "within", "for", "through", "around", "near", "under", "between"}
)
_MEASURES = frozenset({"above", "at", "below", "by", "for", "from", "of", "over", "than", "to", "under", "within"})
_SETTINGS = frozenset({"Place", "Organization", "Government", "Country", "Event"})
_TYPES = lexicon.mapping("lexicon/nouns", "noun", "type")
# What else a marker says where the noun it marks names no place, or nobody who has the good of it.
_ABSTRACT: dict[str, Role] = {"in": "other", "on": "topic", "under": "condition", "between": "topic", "for": "purpose"}
_SUFFIXES = ("ion", "ment", "ness", "ance", "ence", "ship", "ism", "ing")
_SPELLED: dict[str, Role] = {"for": "extent", "over": "time", "from": "time", "to": "time"}


def role_of(marker: tuple[Word, ...], filler: Filler) -> Role:
    """Time, place, source and so on; *other* where neither marker nor filler tells."""
    head = filler.head
    if not marker:
        if head.ner in _WHEN:
            return "time"
        by = head.child("npadvmod")
        amount = head.ner in AMOUNTS or (by is not None and by.ner in AMOUNTS)
        return ADVERBS.get(head.lower, "extent" if amount else "other")  # type: ignore[return-value]
    words = " ".join(w.lower for w in marker)
    if head.lemma in TIMES and words in _EITHER and (words != "for" or head.tag == "NN"):
        return "time"
    if words in _EITHER:
        if words == "to" and head.ner in _WHEN and head.tag == "NNS":
            return "extent"  # *sentenced to six years*
        dated = head.ner in _WHEN or words in ("in", "between")
        if dated and head.tag == "CD" and len(head.text) == 4:
            return "time"  # *a budget for 2015*, *in 1853*
        if head.ner in _WHEN:
            return _SPELLED.get(words, "time")
        if words == "on" and head.ner == "GPE" and head.child("det") is None:
            return "topic"  # *talks on Syria*
        if head.ner in _WHERE and words in ("in", "at", "on", "near", "around", "over", "through", "under"):
            return "place"
        if words == "to" and head.tag == "VB":
            return "purpose"
    if words in _MEASURES and (head.ner in AMOUNTS or (head.ner == "CARDINAL" and not head.child("prep"))):
        return "extent"
    if words == "as" and filler.clause and head.tag == "VBG" and head.child("nsubj", "mark") is None:
        return "attribute"  # *described as being tall*
    if words == "as" and filler.clause:
        return "manner" if head.tag == "VBN" and len(filler.words) == 1 else "time"  # *as expected*
    if words in _ABSTRACT and abstract(filler, ACTOR_TYPES if words == "for" else _SETTINGS):
        return _ABSTRACT[words]
    if words == "before" and not filler.clause and _TYPES.get(head.lemma.lower()) in ("Organization", "Population"):
        return "place"  # *appeared before the court*
    return MARKERS.get(words) or MARKERS.get(marker[0].lower, "other")  # type: ignore[return-value]


def abstract(filler: Filler, types: frozenset[str]) -> bool:
    """Whether a common noun or gerund is known to be of none of the types."""
    head = filler.head
    if filler.clause:
        return head.tag == "VBG"
    lemma = head.lemma.lower()
    unknown = "None" if lemma.endswith(_SUFFIXES) else "Place"
    return head.tag in ("NN", "NNS") and _TYPES.get(lemma, unknown) not in types


def part(marker: tuple[Word, ...], filler: Filler, noun: Word | None = None) -> Part:
    return Part(marker, filler, role_of(marker, filler), noun)
