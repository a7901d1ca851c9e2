"""How many of the facts a reader takes from a sentence are found, and how many of ours are facts.

    python -m benchmarks.openie ../shared/data/openie [--misses] [--rules] [--write]

The data stay where they lie; the scorer beside them is used as it is. Both views of the statements are scored: the
short propositions against whole facts (``facts_dev``), the n-ary tuples against CaRB's development sentences.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.results import Table, data_folder, section
from kg import extraction, parsing
from kg.parsing import Parse
from kg.reading import article_of

Rows = dict[int, list[tuple[str, ...]]]
PUBLISHED = (
    ("CaRB dev", "OpenIE 5, published output", 0.533, 0.399, 0.456),
    ("facts_dev", "triplet-extract 0.5.0 (Stanford OpenIE)", 0.058, 0.176, 0.087),
    ("facts_dev", "textacy 0.13, subject-verb-object", 0.305, 0.063, 0.104),
    ("facts_dev", "sketch of eighty lines", 0.539, 0.434, 0.481),
)


def scorer(folder: Path) -> Any:
    """The scoring script that lies beside the data."""
    spec = importlib.util.spec_from_file_location("score_oie", folder / "score_oie.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def parses(path: Path) -> list[Parse]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(parsing.parse((article_of(line) for line in lines), parsing.load()))


def predictions(found: list[Parse], *, nary: bool) -> Rows:
    return {n: list(extraction.propositions(p, nary=nary)) for n, p in enumerate(found, 1)}


def figures(counts: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """Precision, recall and F1 from what the scorer counts."""
    right_p, all_p, right_r, all_r = counts
    p, r = right_p / max(all_p, 1), right_r / max(all_r, 1)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def clusters(path: Path) -> dict[int, list[list[str]]]:
    """The facts of each sentence, each with its acceptable forms, as written."""
    facts: dict[int, list[list[str]]] = defaultdict(list)
    number = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("sent_id:"):
            number = int(line[8:].split("\t")[0])
        elif "--> Cluster" in line:
            facts[number].append([])
        elif line.count("-->") >= 2 and facts[number]:
            facts[number][-1].append(line)
    return facts


def _matches(module: Any, gold: Path, rows: Rows) -> dict[int, list[set[int]]]:
    """For each proposition the facts it states; read through the scorer's own pairing function."""
    seen: list[list[set[int]]] = []
    pairs = module.pairs

    def spy(found: list[set[int]]) -> int:
        seen.append(found)
        return int(pairs(found))

    module.pairs = spy
    try:
        module.benchie(str(gold), rows, None)
    finally:
        module.pairs = pairs
    order = clusters(gold)
    return dict(zip(order, seen, strict=True))


def misses(module: Any, folder: Path, found: list[Parse], rows: Rows) -> Iterator[str]:
    """Each sentence with the facts that were not found and the propositions that are no facts."""
    gold = folder / "facts_dev_gold.txt"
    facts, matched = clusters(gold), _matches(module, gold, rows)
    for n, parse in enumerate(found, 1):
        got = {k for states in matched[n] for k in states}
        yield f"\n{n} {parse.article.text}"
        yield from (f"   - {f[0]}" for k, f in enumerate(facts[n]) if k not in got)
        yield from (
            f"   {'=' if states else '+'} {' | '.join(r)}" for r, states in zip(rows[n], matched[n], strict=True)
        )


def by_rule(module: Any, folder: Path, found: list[Parse], rows: Rows) -> Iterator[str]:
    """Right and all propositions of each rule."""
    matched = _matches(module, folder / "facts_dev_gold.txt", rows)
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for n, parse in enumerate(found, 1):
        for (rule, _), states in zip(extraction.derived(parse), matched[n], strict=True):
            every[rule] += 1
            right[rule] += bool(states)
    for rule, total in sorted(every.items(), key=lambda x: x[1] - right[x[0]], reverse=True):
        yield f"{rule:32} {right[rule]:4} of {total:4}  {right[rule] / total:.2f}"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=data_folder)
    cli.add_argument("--misses", action="store_true", help="print what was missed and what was too much")
    cli.add_argument("--rules", action="store_true", help="print right and all propositions of each rule")
    cli.add_argument("--write", action="store_true", help="put the table into benchmarks/RESULTS.md")
    a = cli.parse_args()
    module = scorer(a.data)
    facts = parses(a.data / "facts_dev.txt")
    short = predictions(facts, nary=False)
    if a.misses:
        print("\n".join(misses(module, a.data, facts, short)))
    if a.rules:
        print("\n".join(by_rule(module, a.data, facts, short)))
    carb = parses(a.data / "carb_dev.txt")
    wide = predictions(carb, nary=True)
    sentences = [p.article.text for p in carb]
    table: Table = [("data", "system", "precision", "recall", "F1")]
    table += [(data, system, *(f"{x:.3f}" for x in numbers)) for data, system, *numbers in PUBLISHED]
    for data, counts, rows in (
        ("facts_dev", module.benchie(str(a.data / "facts_dev_gold.txt"), short, None), short),
        ("CaRB dev", module.carb(str(a.data / "carb_dev_gold.tsv"), wide, sentences), wide),
    ):
        total = sum(map(len, rows.values()))
        table.append((data, f"kg, {total} tuples", *(f"{x:.3f}" for x in figures(counts))))
    text = "Whole facts, word for word, on facts_dev; overlap of n-ary tuples on CaRB's development sentences."
    section("Open information extraction", "python -m benchmarks.openie", text, table, write=a.write)


if __name__ == "__main__":
    main()
