"""Answers of SPARQL queries as text, in every format."""

from __future__ import annotations

import csv
import io
from typing import Any

import pyoxigraph as ox

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
_RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_TRIPLE = ("subject", "predicate", "object")


class WrongFormat(Exception):
    """The format cannot hold this kind of answer."""


def serialize(answers: Any, form: str, prefixes: dict[str, str]) -> bytes:
    """Solutions, a boolean or triples in a format of `kg query`.

    Raises WrongFormat if the format cannot hold them.
    """
    triples = isinstance(answers, ox.QueryTriples)
    if form == "turtle":
        if not triples:
            raise WrongFormat("Turtle holds triples: ask with CONSTRUCT or DESCRIBE, or take another --format.")
        return bytes(ox.serialize(answers, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"")
    if form == "table":
        return _table(answers, triples, prefixes).encode()
    if not triples:
        return bytes(answers.serialize(format=_RESULTS[form]))
    if form in ("json", "xml"):
        raise WrongFormat(f"Triples have no SPARQL {form.upper()} form: take --format turtle, or ask with SELECT.")
    out = io.StringIO()
    rows = csv.writer(out, delimiter="\t" if form == "tsv" else ",", lineterminator="\r\n" if form == "csv" else "\n")
    rows.writerow(_TRIPLE)
    for t in answers:
        rows.writerow([_value(x) if form == "csv" else str(x) for x in (t.subject, t.predicate, t.object)])
    return out.getvalue().encode()


def _table(answers: Any, triples: bool, prefixes: dict[str, str]) -> str:
    """Columns for people: prefixed names, plain literals."""
    if isinstance(answers, ox.QueryBoolean):
        return "yes\n" if bool(answers) else "no\n"
    if triples:
        head, rows = list(_TRIPLE), [[t.subject, t.predicate, t.object] for t in answers]
    else:
        head = [v.value for v in answers.variables]
        rows = [[solution[v] for v in head] for solution in answers]
    cells = [head, *([_short(x, prefixes) for x in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([lines[0], "  ".join("─" * w for w in widths), *lines[1:]]) + "\n"


def _value(term: Any) -> str:
    return "" if term is None else str(term.value) if hasattr(term, "value") else str(term)


def _short(term: Any, prefixes: dict[str, str]) -> str:
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in prefixes.items():
            if term.value.startswith(namespace) and "/" not in term.value[len(namespace) :]:
                return f"{prefix}:{term.value[len(namespace) :]}"
    return _value(term).replace("\n", " ")
