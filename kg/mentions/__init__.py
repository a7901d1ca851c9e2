"""Parses to typed mentions: names, nominals, pronouns; what names tell the parse."""

from kg.mentions.find import find, relative_clause
from kg.mentions.gazetteer import (
    TEAM,
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
    team,
)
from kg.mentions.names import CREEDS, GENERATIONS, QUOTES, TITLES
from kg.mentions.nouns import is_known, is_plural, kind_of, noun_of

__all__ = [
    "CREEDS",
    "GENERATIONS",
    "QUOTES",
    "TEAM",
    "TITLES",
    "Entry",
    "context",
    "country",
    "demonym",
    "find",
    "government",
    "homonyms",
    "is_known",
    "is_plural",
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
    "team",
]
