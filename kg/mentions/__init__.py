"""Parses to typed mentions: names, nominals, pronouns; what names tell the parse."""

from kg.mentions.find import find, kind_of, noun_of, relative_clause
from kg.mentions.gazetteer import Entry, context, country, demonym, government, lookup, metonym, place, read_entries

__all__ = [
    "Entry",
    "context",
    "country",
    "demonym",
    "find",
    "government",
    "kind_of",
    "lookup",
    "metonym",
    "noun_of",
    "place",
    "read_entries",
    "relative_clause",
]
