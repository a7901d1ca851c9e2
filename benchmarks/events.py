"""How many acts of hand-coded sentences get the right class, and the right actors.

    python -m benchmarks.events ../shared/data/events [--misses] [--write]

The data stay where they lie; the scorer beside them is used as it is. Every fourth record is *aside*: its misses are
not shown and were not read when the patterns were written.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import kg
from benchmarks.results import Table, data_folder, section
from kg.records import statement_record
from kg.values import Article

HEADER = ("part", "class P", "class R", "class F1", "source", "target", "full")
PUBLISHED = ("all: CAMEO 2.0 verb dictionary, a simple matcher", "0.346", "0.468", "0.398", "", "", "0.241")
ASIDE = 4
"""Every so manieth record is aside."""
PRINTED = date(2000, 6, 15)
"""The records carry no date."""


def records(gold: list[dict[str, str]]) -> str:
    """What ``kg extract`` would print for the texts."""
    articles = [Article(iri=f"urn:gold:{g['id']}", text=g["text"], published=PRINTED) for g in gold]
    return "\n".join(json.dumps(statement_record(s)) for s in kg.extract(articles))


def score(data: Path, folder: Path, gold: list[dict[str, str]], found: str, *options: str) -> str:
    """The scorer's words on a part of the gold."""
    part, mine = folder / "gold.jsonl", folder / "pred.jsonl"
    part.write_text("".join(json.dumps(g) + "\n" for g in gold), encoding="utf-8")
    with mine.open("w", encoding="utf-8") as out:
        command = [sys.executable, str(data / "events_from_records.py"), str(part)]
        subprocess.run(command, input=found, stdout=out, text=True, check=True)
    command = [sys.executable, str(data / "score_events.py"), "--gold", str(part), "--pred", str(mine), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=data_folder)
    arguments.add_argument("--misses", action="store_true", help="print what is wrong in the part that may be read")
    arguments.add_argument("--write", action="store_true", help="keep the figures in RESULTS.md")
    given = arguments.parse_args()
    lines = (given.data / "plover_dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line]
    found = records(gold)
    aside = gold[ASIDE - 1 :: ASIDE]
    read = [g for g in gold if g not in aside]
    table: Table = [HEADER, PUBLISHED]
    with tempfile.TemporaryDirectory() as folder:
        for name, part in (("all", gold), ("read", read), ("aside", aside)):
            options = ["--misses"] if given.misses and name == "read" else []
            said = score(given.data, Path(folder), part, found, *options)
            print(*said.splitlines()[:-1], sep="\n")
            table.append((name, *re.findall(r"[\d./]+", said.splitlines()[-1].replace("F1", ""))[:-1]))
    text = f"{len(gold)} hand-coded sentences, of them {len(aside)} aside."
    section("Events", "python -m benchmarks.events ../shared/data/events", text, table, write=given.write)


if __name__ == "__main__":
    main()
