"""Plain questions over the development articles: how many are answered rightly, with the right sentence.

Run: python -m benchmarks.questions [--data ../shared/data] [--misses]
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from pathlib import Path
from typing import Any

import kg.run
from kg.exploration.questions import NotUnderstood

HERE = Path(__file__).parent / "questions"


def main() -> None:
    """Build one graph an article, ask each its questions, print the score and, if wanted, the misses."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--data", type=Path, default=Path("../shared/data"))
    cli.add_argument("--misses", action="store_true")
    options = cli.parse_args()
    graphs = _graphs(options.data / "articles")
    rows = _rows(HERE / "questions.tsv")
    right = wrong = empty = 0
    for row in rows:
        answers = _answers(graphs[row["article"]], row["question"])
        verdict = _verdict(row, answers)
        right, wrong, empty = right + (verdict == "right"), wrong + (verdict == "wrong"), empty + (verdict == "none")
        if options.misses and verdict != "right":
            print(f"{verdict}: {row['question']} → {[(a.answer, a.statement.sentence.start) for a in answers[:2]]}")
    print(f"questions: {right}/{len(rows)} right, {wrong} wrong, {empty} without answer")
    rows = _rows(HERE / "false_premises.tsv")
    kept = 0
    for row in rows:
        answers = _answers(graphs[row["article"]], row["question"])
        said = " ".join(a.answer for a in answers[:1])
        good = not said.startswith("Yes") and (not said or not row["answer"] or _any(row["answer"], said))
        kept += good
        if options.misses and not good:
            print(f"false premise: {row['question']} → {said}")
    print(f"false premises: {kept}/{len(rows)} answered with nothing, or with the voice or the denial")


def _graphs(articles: Path) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp())
    paths = [articles / "seed.txt", *sorted((articles / "text").glob("*.txt"))]
    folder = Path(tempfile.mkdtemp())
    for path in paths:
        kg.run.build([str(path)], folder / path.stem)
    return {path.stem: kg.run.open_graph(folder / path.stem) for path in paths}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return list(
            csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def _answers(graph: Any, question: str) -> tuple[Any, ...]:
    try:
        return tuple(graph.ask(question).answers)
    except NotUnderstood:
        return ()


def _any(words: str, text: str) -> bool:
    return any(w.lower() in text.lower() for w in words.split(";"))


def _verdict(row: dict[str, str], answers: tuple[Any, ...]) -> str:
    if not answers:
        return "none"
    best = answers[0]
    span = best.statement.sentence
    there = any(span.start <= int(at) < span.end for at in row["at"].split(";"))
    return "right" if _any(row["answer"], best.answer) and there else "wrong"


if __name__ == "__main__":
    main()
