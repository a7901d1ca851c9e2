"""Where an act takes place, apart from places that are topics."""

from __future__ import annotations

from kg.parsing import Parse
from kg.values import Mention, Statement


def locate(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with the place of the act."""
    return statements
