"""How often third-person pronouns find whom they mean, and the weights by which they do.

    python -m benchmarks.antecedents FOLDER... [--write]

A folder holds articles marked by hand (NAME.entities.txt). For each marked pronoun a mention that kg itself offers is
right if it is marked as the same; where unmarked, if what kg takes it to be is. Softmax over the mentions, those that
are right together, and *none*; weights common to all pronouns and of he, it and they apart, both held small (L2).
Each tenth of the articles is scored with the weights of the others; ``--write`` puts the weights of all into
ontology/lexicon/antecedents.tsv and the table into benchmarks/RESULTS.md. Same input, same weights.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.results import Table, data_folder, section
from kg import extraction, identity, lexicon, mentions, parsing, qualification
from kg.identity import antecedents
from kg.identity.antecedents import NONE, column
from kg.identity.nodes import Node
from kg.reading import article_of
from kg.values import Mention, Statement

COLUMNS = ("he", "it", "they")
FOLDS = 10
# How small weights are held: those of all pronouns, and by what those of one differ from them.
COMMON, OWN = 0.1, 1.5
# What an unmarked pronoun counts: it is none of what is marked, and may be anything else.
UNMARKED = 0.5
MARK = re.compile(r"\[\[([^\[\]|]+)\|([A-Za-z0-9_]+)\]\]")
Found = list[tuple[Node, list[str]]]
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Marked:
    """An article read up to identity, and by offset what its mentions are marked as."""

    folder: str
    parse: parsing.Parse
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    who: dict[int, str]

    def resolve(self, best: Callable[[Node, Found], Node | None]) -> None:
        """Who is who, pronouns being taken for what a function chooses."""
        with patch.object(antecedents, "best", best):
            identity.resolve(self.parse, self.mentions, self.statements)

    def right(self, n: Node, m: Node) -> bool:
        who = self.of(n)
        known = {self.of(m)} if self.of(m) else {self.of(x) for x in m.cluster.nodes if x.kind != "pronoun"} - {""}
        return known == {who}

    def of(self, n: Node) -> str:
        return self.who.get(n.word.start, "")


@dataclass(frozen=True)
class Case:
    """A pronoun: whose weights count, what is true of each mention it may mean, and which are right."""

    column: str
    features: list[list[str]]
    right: list[bool]
    weight: float


def articles(folder: Path) -> Iterator[Marked]:
    files = sorted(folder.glob("*.entities.txt"))
    for file in files:
        body = file.read_text(encoding="utf-8").split("=====\n", 1)[1]
        plain, who = "", {}
        for text, inside, id in re.findall(r"([^\[]*(?:\[(?!\[)[^\[]*)*)" + f"(?:{MARK.pattern})?", body):
            plain += text
            who.update((len(plain) + i, id) for i in range(len(inside)))
            plain += inside
        (parse,) = parsing.parse([article_of(plain, url=f"urn:{file.name}")], parsing.load())
        found = mentions.find(parse)
        told = qualification.attribute(parse, found, extraction.extract(parse, found))
        yield Marked(folder.name, parse, found, told, who)


def cases(article: Marked) -> list[Case]:
    """The pronouns of an article, those before each taken rightly."""
    kept: list[Case] = []

    def best(n: Node, found: Found) -> Node | None:
        if article.of(n):
            right = [article.right(n, m) for m, _ in found]
            kept.append(Case(column(n), [f for _, f in found], right, 1.0))
            return next((m for (m, _), ok in zip(found, right, strict=True) if ok), None)
        others = [f for m, f in found if article.of(m)]
        kept.append(Case(column(n), others, [False] * len(others), UNMARKED))
        return None

    article.resolve(best)
    return [c for c in kept if c.features]


def learned(kept: list[Case]) -> Weights:
    """The weights of each column."""
    names = [NONE, *sorted({f for c in kept for given in c.features for f in given})]
    index = {name: i for i, name in enumerate(names)}
    size, cells, right, starts = len(names), [], [], []
    for case in kept:
        starts.append(len(right))
        own = size * (1 + COLUMNS.index(case.column))
        for given in ([NONE], *case.features):
            cells += [(len(right), index[f] + at) for f in given for at in (0, own)]
            right.append(False)
        right[starts[-1] :] = [not any(case.right), *case.right]
    rows, columns = zip(*cells, strict=True)
    x = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(right), 4 * size))
    back = x.T.tocsr()
    first, is_right = np.array(starts), np.array(right)
    group = np.repeat(np.arange(len(kept)), np.diff([*starts, len(right)]))
    weight = np.array([c.weight for c in kept])
    held = np.repeat([COMMON, OWN], [size, 3 * size])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = x @ w
        share = np.exp(score - np.maximum.reduceat(score, first)[group])
        share /= np.add.reduceat(share, first)[group]
        chance = np.add.reduceat(share * is_right, first)
        slope = (share - share * is_right / chance[group]) * weight[group]
        return float(-weight @ np.log(chance) + held @ w**2 / 2), back @ slope + held * w

    w = minimize(loss, np.zeros(4 * size), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x.reshape(4, size)
    return {
        c: dict(zip(names, (w[0] + own).round(2).tolist(), strict=True)) for c, own in zip(COLUMNS, w[1:], strict=True)
    }


def scored(article: Marked, weights: Weights) -> Counter[str]:
    """How many of the marked pronouns are right, wrong and open; and how many that are not marked are resolved."""
    count: Counter[str] = Counter()
    usual = antecedents.best

    def best(n: Node, found: Found) -> Node | None:
        m = usual(n, found)
        marked = bool(article.of(n))
        count["marked"] += marked
        if m is not None:
            count[("right" if article.right(n, m) else "wrong") if marked else "unmarked"] += 1
        return m

    with patch.object(antecedents, "weights", weights.__getitem__):
        article.resolve(best)
    return count


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folders", type=data_folder, nargs="+")
    cli.add_argument("--write", action="store_true", help="write the weights, and the table into RESULTS.md")
    given = cli.parse_args()
    known = [a for folder in given.folders for a in articles(folder)]
    kept = [cases(a) for a in known]
    total: dict[str, Counter[str]] = {name: Counter() for name in (*dict.fromkeys(a.folder for a in known), "all")}
    for fold in range(FOLDS):
        weights = learned([c for i, own in enumerate(kept) if i % FOLDS != fold for c in own])
        for article in known[fold::FOLDS]:
            count = scored(article, weights)
            total[article.folder] += count
            total["all"] += count
    rows: Table = [("articles", "pronouns marked", "right", "wrong", "precision", "recall", "unmarked, yet resolved")]
    for name, n in total.items():
        shares = (n["right"] / (n["right"] + n["wrong"]), n["right"] / n["marked"])
        numbers = (n["marked"], n["right"], n["wrong"])
        rows.append((name, *map(str, numbers), *(f"{s:.3f}" for s in shares), str(n["unmarked"])))
    section(
        "Pronouns",
        "python -m benchmarks.antecedents FOLDER...",
        "Each tenth by the others' weights.",
        rows,
        write=given.write,
    )
    if given.write:
        final = learned([c for own in kept for c in own])
        lines = [
            "# What is true of a mention that a third-person pronoun may mean; how much it speaks for it, as log odds.",
            "# Source: python -m benchmarks.antecedents FOLDER… --write, from benchmarks/marks without bbc4.",
            "\t".join(("feature", *COLUMNS)),
            *("\t".join((f, *(f"{final[c][f]:.2f}" for c in COLUMNS))) for f in final["he"]),
        ]
        (lexicon.ONTOLOGY / "lexicon/antecedents.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
