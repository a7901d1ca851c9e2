"""What each stage costs beside spaCy alone, on the same texts in the same run.

    python -m benchmarks.cost ../shared/data/articles [--rounds 5] [--write]

Rounds of ``nlp.pipe`` and of the stages follow one another, so that what else the machine does meets both; of each
stage the least time of all rounds counts.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from time import perf_counter

from benchmarks.results import Table, data_folder, section
from kg import extraction, identity, mentions, parsing, qualification
from kg.parsing.parse import BATCH, prepare
from kg.reading import read
from kg.values import Article


def one_round(articles: list[Article]) -> dict[str, float]:
    """Seconds that each stage took for all articles."""
    nlp = parsing.load()
    spent: dict[str, float] = defaultdict(float)
    at = perf_counter()

    def lap(stage: str) -> None:
        nonlocal at
        now = perf_counter()
        spent[stage] += now - at
        at = now

    for _ in nlp.pipe((a.text for a in articles), batch_size=BATCH):
        pass
    lap("nlp.pipe alone")
    prepared = [prepare(a, nlp) for a in articles]
    lap("prepare")
    docs = list(nlp.pipe(prepared, batch_size=BATCH))
    lap("nlp.pipe on prepared texts")
    for doc, article in zip(docs, articles, strict=True):
        parse = parsing.parse_of(doc, article)
        lap("read out and repair")
        found = mentions.find(parse)
        lap("mentions")
        statements = extraction.extract(parse, found)
        lap("extraction")
        statements = qualification.attribute(parse, found, statements)
        lap("attribution")
        found, statements, _ = identity.resolve(parse, found, statements)
        lap("identity")
        qualification.qualify(parse, found, statements)
        lap("qualification")
    return spent


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("articles", type=data_folder)
    cli.add_argument("--rounds", type=int, default=5)
    cli.add_argument("--write", action="store_true", help="write the table into RESULTS.md")
    a = cli.parse_args()
    articles = list(read([str(p) for p in sorted(a.articles.rglob("*.txt"))]))
    one_round(articles)  # Tables are loaded and caches filled.
    rounds = [one_round(articles) for _ in range(a.rounds)]
    least = {stage: min(r[stage] for r in rounds) for stage in rounds[0]}
    bare = least["nlp.pipe alone"]
    table: Table = [("stage", "seconds", "share of nlp.pipe alone")]
    table += [(stage, f"{t:.3f}", f"{t / bare:.3f}") for stage, t in least.items()]
    whole = sum(least.values()) - bare
    table.append(("kg in all, spaCy included", f"{whole:.3f}", f"{whole / bare:.3f}"))
    words = sum(len(x.text.split()) for x in articles)
    text = f"{len(articles)} articles, {words} words; least of {a.rounds} rounds."
    section("Cost", "python -m benchmarks.cost", text, table, write=a.write)


if __name__ == "__main__":
    main()
