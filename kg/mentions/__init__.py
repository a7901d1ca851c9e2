"""Parses to typed mentions: names, nominals, pronouns; what names tell the parse."""

from kg.mentions.find import find, relative_clause
from kg.mentions.gazetteer import (
    Entry,
    context,
    country,
    demonym,
    government,
    known,
    metonym,
    place,
    plain,
    read_entries,
    state,
)
from kg.mentions.names import GENERATIONS, QUOTES
from kg.mentions.nouns import kind_of, noun_of

__all__ = [
    "GENERATIONS",
    "QUOTES",
    "Entry",
    "context",
    "country",
    "demonym",
    "find",
    "government",
    "kind_of",
    "known",
    "metonym",
    "noun_of",
    "place",
    "plain",
    "read_entries",
    "relative_clause",
    "state",
]
