"""Marks of articles by hand, kept apart from their texts: taken out of marked articles, and put back beside the texts.

    python -m benchmarks.marks take FOLDER > benchmarks/marks/SET.tsv
    python -m benchmarks.marks put benchmarks/marks/SET.tsv TEXTS FOLDER

FOLDER holds NAME.entities.txt, NAME.claims.txt (either may be missing) and DATES.tsv, TEXTS the articles as NAME.txt.
Rows: A article, day, hash of its text; E, V what the heads of the two files declare; M a mention: start, end, entity;
P a predication: start, end, polarity, modality, voices, time. Offsets count code points of the text as it lies.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

KINDS = {
    "entities": ("E", "M", re.compile(r"\[\[([^\[\]|]+)\|([A-Za-z0-9_]+)\]\]"), "[[{}]]"),
    "claims": ("V", "P", re.compile(r"\{\{([^{}|]+)\|([^{}|]*)\|([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}\}"), "{{{{{}}}}}"),
}


def digest(text: str) -> str:
    """The hash by which a text is known again, whatever blanks it ends in."""
    return hashlib.sha1(text.rstrip().encode()).hexdigest()[:12]


def taken(folder: Path) -> Iterator[tuple[str, ...]]:
    """The rows of a folder of marked articles."""
    listed = folder / "DATES.tsv"
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    days = {name: day for name, day, *_ in (line.split("\t") for line in lines if line.strip())}
    for name in sorted({f.name.rsplit(".", 2)[0] for f in folder.glob("*.txt")}):
        rows, text = [], ""
        for kind, (declared, marked, mark, _) in KINDS.items():
            path = folder / f"{name}.{kind}.txt"
            if not path.exists():
                continue
            head, body = path.read_text(encoding="utf-8").split("=====\n", 1)
            rows += [(declared, name, *line.split("\t")) for line in head.splitlines() if line.strip()]
            text, at = "", 0
            for m in mark.finditer(body):
                text += body[at : m.start()]
                rows.append((marked, name, str(len(text)), str(len(text) + len(m[1])), *m.groups()[1:]))
                text, at = text + m[1], m.end()
            text += body[at:]
        yield "A", name, days.get(name, ""), digest(text)
        yield from rows


def put(rows: list[list[str]], texts: Path, folder: Path) -> None:
    """Write the marked articles; one whose text is missing or another is told and left out."""
    folder.mkdir(parents=True, exist_ok=True)
    of: dict[str, list[list[str]]] = defaultdict(list)
    for kind, name, *cells in rows:
        of[name].append([kind, *cells])
    days = []
    for name, found in of.items():
        _, day, known = found[0]
        path = texts / f"{name}.txt"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if digest(text) != known:
            print(f"{path}: not the text that was marked; left out", file=sys.stderr)
            continue
        days.append(f"{name}\t{day}\n")
        for kind, (declared, marked, _, form) in KINDS.items():
            head = ["\t".join(cells) + "\n" for k, *cells in found if k == declared]
            body, at = "", 0
            for start, end, *cells in (cells for k, *cells in found if k == marked):
                body += text[at : int(start)] + form.format("|".join([text[int(start) : int(end)], *cells]))
                at = int(end)
            if head:
                path = folder / f"{name}.{kind}.txt"
                path.write_text("".join([*head, "=====\n", body, text[at:]]), encoding="utf-8")
    (folder / "DATES.tsv").write_text("".join(days), encoding="utf-8")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("what", choices=["take", "put"])
    cli.add_argument("paths", nargs="+", type=Path)
    given = cli.parse_args()
    if given.what == "take":
        csv.writer(sys.stdout, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None).writerows(
            taken(given.paths[0])
        )
        return
    rows, texts, folder = given.paths
    with rows.open(encoding="utf-8", newline="") as f:
        put(list(csv.reader(f, delimiter="\t", quoting=csv.QUOTE_NONE)), texts, folder)


if __name__ == "__main__":
    main()
