"""What kind of act a statement is, who did it and to whom."""

from __future__ import annotations

from kg.parsing import Parse
from kg.values import Mention, Statement


def code(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with the PLOVER class of what is done."""
    return statements
