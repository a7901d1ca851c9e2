"""The one loader of word tables: TSV files of ``ontology/``, with a header and comments."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

# In the wheel the folder travels inside the package; in a checkout it stands beside it.
_HERE = Path(__file__).resolve().parent
ONTOLOGY = next(p for p in (_HERE / "_ontology", _HERE.parent / "ontology") if p.is_dir())


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of ``ontology/NAME.tsv`` (``lexicon/reporting``, ``gazetteer/countries``) as dictionaries by header.

    Lines starting with ``#`` are comments; the first other line is the header. Empty cells are empty strings.

    Raises ValueError, naming file and line, for a row that has not as many cells as the header.
    """
    path = ONTOLOGY / f"{name}.tsv"
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
    (_, header), *rows = ((n, line.split("\t")) for n, line in lines if line and not line.startswith("#"))
    for number, cells in rows:
        if len(cells) != len(header):
            raise ValueError(f"{path.name}:{number}: {len(cells)} cells, the header has {len(header)}.")
    return tuple(dict(zip(header, cells, strict=True)) for _, cells in rows)


@cache
def words(name: str, column: str | None = None, **where: str) -> frozenset[str]:
    """One column of a table (the first if none is named) as a set, of the rows whose cells equal ``where``."""
    rows = [r for r in table(name) if all(r[k] == v for k, v in where.items())]
    return frozenset(r[column] if column else next(iter(r.values())) for r in rows)


@cache
def groups(name: str, key: str, value: str) -> dict[str, frozenset[str]]:
    """Two columns of a table as a dictionary of sets, where the first may come again."""
    found: dict[str, set[str]] = defaultdict(set)
    for r in table(name):
        found[r[key]].add(r[value])
    return {k: frozenset(v) for k, v in found.items()}


@cache
def mapping(name: str, key: str, value: str) -> dict[str, str]:
    """Two columns of a table as a dictionary."""
    return {r[key]: r[value] for r in table(name)}
