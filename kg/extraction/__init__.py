"""Parses and mentions to statements: clauses, nominals, coordination, relation phrases."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import surface
from kg.extraction.rules import clauses
from kg.extraction.statements import Maker
from kg.parsing import Parse
from kg.values import Mention, Statement

__all__ = ["extract", "propositions"]


def extract(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """All statements of the article's prose, in order, with ids; entity, voice and qualifiers not yet filled in."""
    return tuple(Maker(parse).statements())


def propositions(parse: Parse, *, nary: bool = False) -> Iterator[tuple[str, ...]]:
    """The statements as surface tuples *subject, relation, object*; with ``nary`` one a statement, its arguments as
    further cells."""
    for sent in parse.prose():
        found = list(clauses(parse.words_of(sent)))
        yield from (surface.nary if nary else surface.binary)(parse, found)
