"""What is known of a parse while its clauses are read: the clauses found so far, by predicate."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.clause import Clause
from kg.parsing import Parse


@dataclass(slots=True)
class Reading:
    """A parse and its clauses. clauses: by index of the predicate, first the verbal one."""

    parse: Parse
    clauses: dict[int, list[Clause]] = field(default_factory=dict)
    fired: list[tuple[int, str]] = field(default_factory=list)
