"""Parses to typed mentions: names, nominals, pronouns; what names tell the parse."""

from kg.mentions.find import find, relative_clause
from kg.mentions.gazetteer import (
    Entry,
    context,
    country,
    demonym,
    government,
    homonyms,
    known,
    lookup,
    metonym,
    person,
    place,
    plain,
    read_entries,
    state,
)
from kg.mentions.names import GENERATIONS, QUOTES, TITLES
from kg.mentions.nouns import kind_of, noun_of

__all__ = [
    "GENERATIONS",
    "QUOTES",
    "TITLES",
    "Entry",
    "context",
    "country",
    "demonym",
    "find",
    "government",
    "homonyms",
    "kind_of",
    "known",
    "lookup",
    "metonym",
    "noun_of",
    "person",
    "place",
    "plain",
    "read_entries",
    "relative_clause",
    "state",
]
