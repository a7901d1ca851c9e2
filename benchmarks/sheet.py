"""A sheet of statements to be read by two people: draw it, read it beside the sentences, count it.

    python -m benchmarks.sheet draw ../shared/data/articles/text --seed 1 > benchmarks/reading/sheet1.tsv
    python -m benchmarks.sheet read ../shared/data/articles/text benchmarks/reading/sheet1.tsv
    python -m benchmarks.sheet count benchmarks/reading/sheet1.tsv

A row has the article, the offsets of the sentence, subject, relation, object and two verdicts: 1 right, 0 wrong
in any of the three; the sentence is not kept. Agreement is Cohen's kappa (1960).
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from pathlib import Path

from kg import reading, run
from kg.values import Statement

COLUMNS = ("article", "start", "end", "subject", "relation", "object", "first", "second")


def drawn(paths: list[str], seed: int, number: int) -> list[Statement]:
    """So many statements of the articles whose relation stands in the text, drawn by a seed."""
    found = [s for r in run.results(reading.read(paths)) for s in r.statements if s.relation.text and s.object]
    return random.Random(seed).sample(sorted(found, key=lambda s: s.id), number)


def row(s: Statement) -> dict[str, object]:
    """A statement as a row without verdicts."""
    words = (s.subject.text, s.relation.lemma, s.object.text if s.object else "")
    values = (s.article, s.sentence.start, s.sentence.end, *map(_short, words), "", "")
    return dict(zip(COLUMNS, values, strict=True))


def _short(words: str) -> str:
    """Words in one line; of a clause the first ones, since sheets keep no sentence."""
    found = words.split()
    return " ".join(found) if len(found) <= 7 else " ".join([*found[:6], "…"])


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Agreement of two readers beyond chance."""
    same = sum(a == b for a, b in pairs) / len(pairs)
    first, second = (sum(p[k] == "1" for p in pairs) / len(pairs) for k in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("what", choices=["draw", "read", "count"])
    cli.add_argument("paths", nargs="+")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--number", type=int, default=100)
    given = cli.parse_args()
    if given.what == "draw":
        writer = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(row(s) for s in drawn(given.paths, given.seed, given.number))
        return
    *paths, sheet = given.paths
    with Path(sheet).open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t"))
    if given.what == "read":
        texts = {a.iri: a.text for a in reading.read(paths)}
        for n, r in enumerate(rows, 1):
            sentence = " ".join(texts[r["article"]][int(r["start"]) : int(r["end"])].split())
            print(f"{n}. {sentence}\n   {r['subject']} | {r['relation']} | {r['object']}")
        return
    pairs = [(r["first"], r["second"]) for r in rows]
    right = [sum(p[k] == "1" for p in pairs) for k in (0, 1)]
    print(f"{len(rows)} statements: first reader {right[0]} right, second {right[1]}; kappa {kappa(pairs):.2f}")


if __name__ == "__main__":
    main()
