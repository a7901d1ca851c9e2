"""Who speaks for which words: quotations, reporting clauses, *according to*."""

from __future__ import annotations

from kg.parsing import Parse
from kg.values import Mention, Statement


def attribute(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with their chain of voices; sources not yet resolved to entities."""
    return statements
