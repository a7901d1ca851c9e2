"""The weights by which a common noun is taken for one met before, learned from articles marked by hand.

    python -m benchmarks.identity.nouns ../shared/data/reading FOLDER… [--write]

Of each noun and each thing told before with its noun the marks say whether they are one; pairs of which nothing is
marked are left out. Logistic regression with a ridge, by Newton's method; the articles are read twice, since what is
joined changes what is looked at. Prints how many pairs are decided rightly in articles left out (each sixth in turn) by
the weights of the others; ``--write`` puts the weights learned from all into ontology/lexicon/noun_again.tsv, with
`LENIENT` added to all pairs, which brought more recall than it cost precision in articles left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.marked import DAYS, scorer
from kg import lexicon, run
from kg.identity import again
from kg.identity.nodes import Clusters, Node
from kg.reading import article_of

# Tuned on the articles left out; the last in log odds.
RIDGE, FOLDS, LENIENT = 3.0, 6, 0.2
# To begin with, what has the is what was told.
START = {"told": -1.0, "the": 2.0}
Row = tuple[int, frozenset[str], bool]
"""Index of the article, tests that hold, whether the marks say that the two are one."""
Noted = list[tuple[int, list[int], frozenset[str]]]
"""Offset of a noun, offsets of the mentions of a thing told before, tests that hold of the two."""


def noted(read: Callable[[], object]) -> Noted:
    """The pairs that are looked at while an article is read."""
    found: Noted = []
    pairs = again.pairs

    def note(clusters: Clusters, n: Node) -> list[again.Pair]:
        looked = pairs(clusters, n)
        for p in looked:
            heads = [m.mention.head for m in p.c.nodes if m.mention.start < n.mention.start]
            found.append((n.mention.head, heads, frozenset(again.evidence(p))))
        return looked

    again.pairs = note
    try:
        read()
    finally:
        again.pairs = pairs
    return found


def rows(article: int, noted: Noted, marks: Iterable[tuple[int, int, tuple[str, ...]]]) -> Iterator[Row]:
    """The pairs of which the marks tell something."""

    def who(head: int) -> str | None:
        return next((groups[1] for start, end, groups in marks if start <= head < end), None)

    for noun, heads, held in noted:
        mine, theirs = who(noun), Counter(filter(None, map(who, heads)))
        if mine or theirs:
            yield article, held, bool(theirs) and mine == theirs.most_common(1)[0][0]


def fit(told: list[Row]) -> dict[str, float]:
    """The weight of each test."""
    names = [name for name, _ in again.TESTS]
    x = np.array([[float(name in held) for name in names] for _, held, _ in told])
    y = np.array([float(one) for _, _, one in told])
    w = np.zeros(len(names))
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        steep = x.T @ (x * (p * (1 - p))[:, None]) + RIDGE * np.eye(len(names))
        w -= np.linalg.solve(steep, x.T @ (p - y) + RIDGE * w)
    return dict(zip(names, w.tolist(), strict=True))


def checked(told: list[Row]) -> float:
    """The share of pairs decided rightly by the weights of other articles."""
    right = 0
    for k in range(FOLDS):
        weights = fit([r for r in told if r[0] % FOLDS != k])
        right += sum((sum(weights[h] for h in held) > 0) == one for i, held, one in told if i % FOLDS == k)
    return right / len(told)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path, nargs="+", help="marked articles; the first has the scorer, others DATES.tsv")
    cli.add_argument("--write", action="store_true")
    given = cli.parse_args()
    score, articles = scorer(given.folder[0]), []
    for folder in given.folder:
        dates = folder / "DATES.tsv"
        table = [line.split("\t") for line in dates.read_text().splitlines()] if dates.exists() else []
        for name, day in {row[0]: row[1] for row in table if len(row) > 1}.items() or DAYS.items():
            file = folder / f"{name}.entities.txt"
            if file.exists():
                text, _, marks = score.load(str(file), score.ENTITY)
                published = date.fromisoformat(day.strip()[:10])
                articles.append((article_of(text, url=f"urn:article:{name}", published=published), marks))
    weights = START
    for _ in range(2):
        again.WEIGHTS.clear()
        again.WEIGHTS.update(weights)
        told: list[Row] = []
        for i, (article, marks) in enumerate(articles):
            told += rows(i, noted(partial(list, run.results([article]))), marks)
        weights = fit(told)
        weights["told"] += LENIENT
    ones = sum(one for _, _, one in told)
    print(f"{len(articles)} articles, {len(told)} pairs, {ones} one; right where not learned: {checked(told):.3f}")
    path = lexicon.ONTOLOGY / "lexicon" / "noun_again.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    for i, line in enumerate(lines):
        test, *cells = line.split("\t")
        if test in weights:
            lines[i] = "\t".join((test, f"{weights[test]:.2f}", *cells[1:]))
    print("\n".join(lines))
    if given.write:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
