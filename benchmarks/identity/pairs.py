"""Judged pairs: of what two articles name, is it one or two, and does the graph say so?

``python -m benchmarks.identity.pairs`` reads *invented.txt* (articles of our own about invented people and places, ten
names borne by two or more among them, each mention marked with what it is) and *pairs.tsv* (pairs of mentions of the
development data by offsets only, read where that folder is). Countries are not counted. Prints pairwise precision
and recall of what was joined, and how many of the homonyms stay apart.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

from kg import reading, run
from kg.identity import Identities, across
from kg.values import Article, ArticleResult, Block

HERE = Path(__file__).parent
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
COUNTRIES = frozenset({"armenia", "azerbaijan", "france", "georgia-country", "jordan-country"})
Marked = tuple[str, int, int, str]
"""Article IRI, offsets, and what is meant there."""


def invented() -> tuple[list[Article], list[Marked]]:
    """Our own articles, and their marks."""
    articles, marks = [], []
    for block in (HERE / "invented.txt").read_text(encoding="utf-8").split("\n= "):
        head, marked = block.removeprefix("= ").strip().split("\n", 1)
        name, day, publisher, title = head.split(" | ")
        at, text, end = f"urn:article:{name}", "", 0
        for m in _MARK.finditer(marked):
            text += marked[end : m.start()]
            marks.append((at, len(text), len(text) + len(m[1]), m[2]))
            text, end = text + m[1], m.end()
        text += marked[end:]
        blocks = (Block("paragraph", 0, len(text)),)
        articles.append(Article(at, text, title, date.fromisoformat(day), publisher, language="en", blocks=blocks))
    return articles, marks


def entity_at(result: ArticleResult, start: int, end: int) -> str | None:
    """What the article's mention at these words stands for; the one that fits them best."""
    there = [m for m in result.mentions if m.entity and m.start < end and start < m.end]
    there.sort(key=lambda m: (abs(m.start - start) + abs(m.end - end), m.start))
    return there[0].entity if there else None


def judged(marks: Iterable[Marked]) -> list[tuple[Marked, Marked, bool]]:
    """Pairs of different articles: all that are one, and of those that are two the ones that share a word."""
    first: dict[tuple[str, str], Marked] = {}
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for at, start, end, thing in marks:
        first.setdefault((at, thing), (at, start, end, thing))
        words[at, thing] |= {*thing.split("-")}
    return [
        (first[a], first[b], a[1] == b[1])
        for a, b in combinations(first, 2)
        if a[0] != b[0] and not {a[1], b[1]} <= COUNTRIES and (a[1] == b[1] or words[a] & words[b])
    ]


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """The development texts that are there, under the names that *pairs.tsv* gives them."""
    for f in sorted((data / "articles" / "text").glob("*.txt")):
        yield f.stem, f.read_text(encoding="utf-8")
    for name, f in (("carb", data / "openie" / "carb_dev.txt"), ("plover", data / "events" / "plover_dev.jsonl")):
        for n, line in enumerate(f.read_text(encoding="utf-8").splitlines() if f.exists() else (), 1):
            record = {"id": n, "text": line} if name == "carb" else json.loads(line)
            yield f"{name}/{record['id']}", record["text"]


def of_development(data: Path) -> tuple[list[Article], list[tuple[Marked, Marked, bool]]]:
    """The development texts that are there, and the pairs judged in them."""
    rows = [r.split("\t") for r in (HERE / "pairs.tsv").read_text(encoding="utf-8").splitlines() if r[:1] not in "#"]
    there = {name: replace(reading.article_of(text), iri=f"urn:article:{name}") for name, text in texts(data) if text}
    return list(there.values()), [
        ((there[a].iri, int(s), int(e), ""), (there[b].iri, int(t), int(u), ""), verdict == "same")
        for a, s, e, b, t, u, verdict in rows
        if a in there and b in there
    ]


def score(name: str, pairs: list[tuple[Marked, Marked, bool]], results: list[ArticleResult], misses: bool) -> None:
    """Print precision and recall over judged pairs."""
    found: Identities = across(results)
    by_iri = {r.article.iri: r for r in results}

    def graph_iri(m: Marked) -> str | None:
        local = entity_at(by_iri[m[0]], m[1], m[2])
        return found.of.get((m[0], local)) if local else None

    counts: dict[tuple[bool, bool], int] = defaultdict(int)
    homonyms: dict[tuple[str, ...], bool] = {}
    for a, b, same in pairs:
        one, other = graph_iri(a), graph_iri(b)
        joined = one is not None and one == other
        counts[same, joined] += 1
        texts = [by_iri[m[0]].article.text[m[1] : m[2]] for m in (a, b)]
        if not same and texts[0] == texts[1]:
            case = tuple(sorted((a[3], b[3])))
            homonyms[case] = homonyms.get(case, True) and not joined
        if misses and joined != same:
            print(f"  {'JOINED' if joined else 'APART'}\t{texts[0]}\t{a[0]}\t{texts[1]}\t{b[0]}\t{one}\t{other}")
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    print(
        f"{name}: {len(pairs)} pairs, precision {right / max(1, right + wrong):.3f} ({right}/{right + wrong}),"
        f" recall {right / max(1, right + missed):.3f} ({right}/{right + missed}), "
        f"homonyms apart {sum(homonyms.values())}/{len(homonyms)}"
    )


def main() -> None:
    """Read, join, score."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    articles, marks = invented()
    score("invented", judged(marks), list(run.results(articles)), chosen.misses)
    articles, pairs = of_development(chosen.data)
    if articles:
        score("development", pairs, list(run.results(articles)), chosen.misses)


if __name__ == "__main__":
    main()
