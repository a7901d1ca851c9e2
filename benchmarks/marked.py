"""Who says what is so, and who is who, on the articles marked by hand, with their own scorer.

    python -m benchmarks.marked ../shared/data/reading [--write]

Two articles were put aside on the first day and opened later: their totals stand apart.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.results import Table, data_folder, section
from kg import records, run
from kg.reading import article_of

DAYS = {
    "seed": "2016-04-18",
    "reuters.com4": "2014-12-29",
    "usnews.com1": "2014-12-22",
    "nj.com1": "2015-01-14",
    "thedailybeast.com1": "2014-12-16",
    "nola.com1": "2014-12-11",
    "telegraph.co.uk2": "2014-12-30",
}
ASIDE = ("nola.com1", "telegraph.co.uk2")


def scorer(folder: Path) -> Any:
    """The module that scores, as it lies beside the marked articles."""
    spec = importlib.util.spec_from_file_location("score_reading", folder / "score_reading.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=data_folder)
    cli.add_argument("--write", action="store_true")
    given = cli.parse_args()
    score = scorer(given.folder)
    articles = [
        article_of(
            score.load(str(given.folder / f"{name}.claims.txt"), score.CLAIM)[0],
            url=f"urn:article:{name}",
            published=date.fromisoformat(day),
        )
        for name, day in DAYS.items()
    ]
    found = list(run.results(articles))
    told = [json.loads(records.dump(records.statement_record(s))) for r in found for s in r.statements]
    met = [json.loads(records.dump(records.mention_record(m, r.article.iri))) for r in found for m in r.mentions]
    rows: Table = [("articles", "claims", "entities")]
    for label, names in (
        ("five read", [n for n in DAYS if n not in ASIDE]),
        ("two opened later", list(ASIDE)),
        ("all seven", list(DAYS)),
    ):
        cells = []
        for what, kept in (("claims", told), ("entities", met)):
            out = io.StringIO()
            with redirect_stdout(out):
                getattr(score, what)(kept, [str(given.folder / f"{n}.{what}.txt") for n in names], False)
            cells.append(" · ".join(part.strip() for part in out.getvalue().strip().split("|")))
        rows.append((label, *cells))
    text = "Shares and F1 as the scorer of the marked articles defines them; time is right where both its days are."
    section("Marked articles", "python -m benchmarks.marked ../shared/data/reading", text, rows, write=given.write)


if __name__ == "__main__":
    main()
