"""All qualifiers that need to know who is who: polarity, modality, time, place, event type."""

from __future__ import annotations

from collections.abc import Callable

from kg.parsing import Parse
from kg.qualification.events import code
from kg.qualification.factuality import weigh
from kg.qualification.place import locate
from kg.qualification.time import anchor
from kg.values import Mention, Statement

Qualifier = Callable[[Parse, tuple[Mention, ...], tuple[Statement, ...]], tuple[Statement, ...]]
# In order: polarity and modality first, since tense, wish and denial decide about dates and events.
QUALIFIERS: tuple[Qualifier, ...] = (weigh, anchor, locate, code)


def qualify(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with polarity, modality, time, place and event type; mentions are resolved."""
    for qualifier in QUALIFIERS:
        statements = qualifier(parse, mentions, statements)
    return statements
