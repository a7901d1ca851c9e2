"""What two sets of statements tell differently: new, gone, changed; and what is contested inside one.

Two statements tell of the same thing if their subject, relation (by its parent) and object are the same
entities, or the same words where they are none. What may differ is whether it is so: polarity, modality,
who says it, a number, a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.store import parent_of
from kg.values import Phrase, Statement, slug

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing told differently. kind: new, gone or changed; before is empty for new, after for gone."""

    kind: str
    before: tuple[Statement, ...]
    after: tuple[Statement, ...]

    def line(self) -> str:
        """The difference in one line for people."""
        told = " → ".join("; ".join(sorted({_told(s) for s in side})) for side in (self.before, self.after) if side)
        return f"{self.kind}: {' '.join((*self.before, *self.after)[0].words)} [{told}]"

    def record(self) -> dict[str, object]:
        """The difference as a JSON object."""
        sides = {"before": self.before, "after": self.after}
        return {"kind": self.kind} | {k: [_state_record(s) for s in side] for k, side in sides.items()}


@dataclass(frozen=True, slots=True)
class Contest:
    """Statements that cannot all be so. kind: polarity (affirmed and denied), number or time; two sides at least."""

    kind: str
    sides: tuple[tuple[Statement, ...], ...]


def same_thing(s: Statement) -> Key:
    """What a statement is about, whatever it says of it."""
    lemma = parent_of(s.relation.lemma) or s.relation.lemma
    return _term(s.subject), slug(lemma), _term(s.object)


def _told(s: Statement) -> str:
    according = (f"according to {s.voices}",) if s.attribution else ()
    return ", ".join((s.polarity, s.modality, *according))


def _states(statements: Iterable[Statement]) -> set[tuple[str, ...]]:
    """Polarity, modality and voices of each."""
    return {(s.polarity, s.modality, *(v.entity or v.text or "" for v in s.attribution)) for s in statements}


def _state_record(s: Statement) -> dict[str, object]:
    return {
        "statement": s.id,
        "article": s.article,
        "sentence": s.sentence.text,
        "polarity": s.polarity,
        "modality": s.modality,
        "attribution": [v.name or v.text for v in s.attribution],
    }


def _term(phrase: Phrase | None) -> str:
    return "" if phrase is None else phrase.entity or slug(phrase.text)


def _by_key(statements: Iterable[Statement]) -> dict[Key, list[Statement]]:
    found: dict[Key, list[Statement]] = defaultdict(list)
    for s in statements:
        found[same_thing(s)].append(s)
    return found


def differences(before: Iterable[Statement], after: Iterable[Statement]) -> tuple[Difference, ...]:
    """What is new, gone or changed in the second set of statements, changes first, each kind in order of the text."""
    old, new = _by_key(before), _by_key(after)
    found = []
    for key in sorted(old.keys() | new.keys()):
        a, b = tuple(old.get(key, ())), tuple(new.get(key, ()))
        if not a or not b:
            found.append(Difference("gone" if a else "new", a, b))
        elif _states(a) != _states(b):
            found.append(Difference("changed", a, b))
    order = {"changed": 0, "new": 1, "gone": 2}

    def place(d: Difference) -> tuple[int, str, int, str]:
        first = (*d.before, *d.after)[0]
        return order[d.kind], first.article, first.sentence.start, first.id

    return tuple(sorted(found, key=place))


def contested(statements: Iterable[Statement], copies: Mapping[str, str] | None = None) -> tuple[Contest, ...]:
    """What is affirmed by one and denied by another, or told with different numbers or different dates.

    Only what is told as a fact or a claim counts (modality actual); a plan that failed is no contradiction. What is
    told of an *it* or *something* that stands for nothing known is not of one thing.
    copies: article IRI to that of the article it is a copy of, which it does not contradict.
    """
    actual = [s for s in statements if s.modality == "actual" and s.subject.entity and s.subject.name]
    found = []
    for _, group in sorted(_by_key(actual).items()):
        sides = tuple(tuple(s for s in group if s.polarity == p) for p in ("affirmed", "negated"))
        if all(sides):
            found.append(Contest("polarity", sides))
    told: dict[tuple[str, ...], list[tuple[object, Statement]]] = defaultdict(list)
    for s in actual:
        subject, relation, what = same_thing(s)
        if s.polarity == "affirmed" and s.time is not None:
            told["time", subject, relation, what].append((s.time.start, s))
        if s.polarity == "affirmed" and s.object is not None and s.object.value is not None:
            told["number", subject, relation, s.object.unit or ""].append((s.object.value, s))
    for (kind, *_), rows in sorted(told.items()):
        by_value: dict[object, list[Statement]] = defaultdict(list)
        of: dict[str, set[object]] = defaultdict(set)
        for value, s in rows:
            by_value[value].append(s)
            of[(copies or {}).get(s.article, s.article)].add(value)
        # Two articles share no value; several in one article are a list, not a quarrel with itself.
        if any(not a & b for a, b in combinations(of.values(), 2)):
            found.append(Contest(kind, tuple(tuple(by_value[v]) for v in sorted(by_value, key=str))))
    return tuple(found)
