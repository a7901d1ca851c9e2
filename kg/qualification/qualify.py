"""All qualifiers that need to know who is who: polarity, modality, time, place, event type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.parsing import Parse
from kg.qualification.events import code
from kg.qualification.factuality import weigh
from kg.qualification.place import locate
from kg.qualification.time import anchor
from kg.values import Mention, Source, Statement

Qualifier = Callable[[Parse, tuple[Mention, ...], tuple[Statement, ...]], tuple[Statement, ...]]
# In order: polarity and modality first, since tense, wish and denial decide about dates and events.
QUALIFIERS: tuple[Qualifier, ...] = (weigh, anchor, locate, code)


def qualify(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with polarity, modality, time, place and event type; mentions are resolved."""
    for qualifier in QUALIFIERS:
        statements = qualifier(parse, mentions, statements)
    return tuple(replace(s, attribution=_once(s.attribution)) if len(s.attribution) > 1 else s for s in statements)


def _once(voices: tuple[Source, ...]) -> tuple[Source, ...]:
    """*She said she thought that …* is one voice, not two."""
    return tuple(v for n, v in enumerate(voices) if not (n and v.entity and v.entity == voices[n - 1].entity))
