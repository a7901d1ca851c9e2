"""How sure a record is: counted on development data by the rule that read it and by what surrounds its predicate.

Each feature's share of right statements moves the odds of all (naive Bayes, smoothed towards the whole). The counts in
ontology/lexicon/confidence.tsv are written by ``python -m benchmarks.confidence``, which also says how well they hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import exp, log

from kg import lexicon
from kg.extraction.clause import Clause
from kg.extraction.labels import CLAUSAL, RELATIVE_TAGS
from kg.parsing import Sent

Feature = tuple[str, str]
Counts = Mapping[Feature, tuple[int, int]]
ALL: Feature = ("all", "")
# Statements that a feature must be seen in before its own share weighs as much as that of all.
_PRIOR = 10.0
# The features are not independent; each counts for less than its odds.
_WEIGHT = 0.7
_LENGTHS = (15, 25, 40)
_FAR = 10


def features(clause: Clause, sent: Sent) -> tuple[Feature, ...]:
    """What the counts look at: rule, shape, length of the sentence, depth of the clause, subject, object."""
    family, _, shape = clause.rule.partition(".")
    length = sent.last - sent.first
    depth = sum(a.dep in CLAUSAL for a in (clause.predicate, *clause.predicate.ancestors()))
    return (
        ("rule", family),
        ("shape", shape),
        ("length", str(sum(length > x for x in _LENGTHS))),
        ("depth", str(min(depth, 3))),
        ("subject", _subject(clause)),
        ("object", _object(clause)),
    )


def _subject(clause: Clause) -> str:
    if not clause.subjects:
        return "open"
    head = clause.subjects[0].head
    if head.tag in RELATIVE_TAGS or head.tag in ("DT", "CD"):
        return "bare"
    if abs(clause.predicate.i - head.i) > _FAR:
        return "far"
    return "pronoun" if head.pos == "PRON" else "noun"


def _object(clause: Clause) -> str:
    if not clause.objects:
        return "none"
    head = clause.objects[0]
    return "clause" if head.clause else head.head.pos.lower()


def score(found: Iterable[Feature], counts: Counts) -> float:
    """The chance that a statement with these features is right, between 0 and 1."""
    right, total = counts[ALL]
    share = right / total
    base = log(share / (1 - share))
    odds = base
    for feature in found:
        r, t = counts.get(feature, (0, 0))
        p = (r + _PRIOR * share) / (t + _PRIOR)
        odds += _WEIGHT * (log(p / (1 - p)) - base)
    return 1 / (1 + exp(-odds))


@cache
def learned() -> dict[Feature, tuple[int, int]]:
    rows = lexicon.table("lexicon/confidence")
    return {(r["feature"], r["value"]): (int(r["right"]), int(r["total"])) for r in rows}


@lru_cache(maxsize=1 << 12)
def _learned_score(found: tuple[Feature, ...]) -> float:
    return round(score(found, learned()), 2)


def confidence(clause: Clause, sent: Sent) -> float:
    """The score by the counts that come with the product, to two places."""
    return _learned_score(features(clause, sent))
