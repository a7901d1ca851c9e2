"""Parses and mentions to statements: clauses, nominals, coordination, relation phrases."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import surface
from kg.extraction.explanation import explain
from kg.extraction.rules import clauses
from kg.extraction.statements import Maker
from kg.parsing import Parse
from kg.values import Mention, Statement

__all__ = ["derived", "explain", "extract", "propositions"]


def extract(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """All statements of the article's prose, in order, with ids; entity, voice and qualifiers not yet filled in."""
    return tuple(Maker(parse).statements())


def propositions(parse: Parse, *, nary: bool = False) -> Iterator[tuple[str, ...]]:
    """The statements as surface tuples *subject, relation, object*; with ``nary`` one a statement, its arguments as
    further cells."""
    if not nary:
        yield from (row for _, row in derived(parse))
        return
    for sent in parse.prose():
        yield from surface.nary(parse, list(clauses(parse.words_of(sent))))


def derived(parse: Parse) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The propositions, each after the name of the rule that read it."""
    for sent in parse.prose():
        yield from surface.binary(parse, list(clauses(parse.words_of(sent))))
