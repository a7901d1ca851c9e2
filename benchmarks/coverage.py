"""What is left unsaid and how many names relations have, on real articles.

    python -m benchmarks.coverage ../shared/data/articles [--silent] [--relations] [--write]

A sentence counts where it is prose with a finite verb; it is silent where no statement was read from it. A relation is
the lemma phrase; its family the broader one it shares with synonyms.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from benchmarks.results import Table, data_folder, section
from kg import extraction, parsing
from kg.parsing import Parse, Word
from kg.reading import read
from kg.store import parent_of

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHOWN = 25


def finite(words: list[Word]) -> bool:
    return any(w.tag in FINITE for w in words)


def silent(parse: Parse, heard: set[int]) -> Iterator[str]:
    """The sentences with a finite verb from which nothing was read."""
    for sent in parse.prose():
        if sent.index not in heard and finite(parse.words_of(sent)):
            yield parse.article.text[sent.start : sent.end]


def distribution(counts: Counter[str]) -> tuple[str, ...]:
    """Labels, labels a thousand statements, share of labels and of statements met once, share of the first hundred."""
    total = counts.total()
    once = sum(n == 1 for n in counts.values())
    first = sum(n for _, n in counts.most_common(100))
    return (
        str(len(counts)),
        f"{1000 * len(counts) / total:.0f}",
        *(f"{x:.3f}" for x in (once / len(counts), once / total, first / total)),
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("articles", type=data_folder)
    cli.add_argument("--silent", action="store_true", help="print the silent sentences")
    cli.add_argument("--relations", action="store_true", help="print each relation with its count")
    cli.add_argument("--write", action="store_true", help="write the table into RESULTS.md")
    a = cli.parse_args()
    articles = [x for path in sorted(a.articles.rglob("*.txt")) for x in read([str(path)])]
    relations: Counter[str] = Counter()
    families: Counter[str] = Counter()
    sentences = mute = 0
    for parse in parsing.parse(articles, parsing.load()):
        statements = extraction.extract(parse, ())
        for s in statements:
            relations[s.relation.lemma] += 1
            families[parent_of(s.relation.lemma) or s.relation.lemma] += 1
        sentences += sum(finite(parse.words_of(x)) for x in parse.prose())
        for text in silent(parse, {s.sentence.index for s in statements}):
            mute += 1
            if a.silent:
                print(" ".join(text.split()))
    if a.relations:
        print("\n".join(f"{n}\t{r}" for r, n in relations.most_common()))
    table: Table = [
        ("", "labels", "a thousand statements", "met once, of labels", "met once, of statements", "in the first 100"),
        ("relations", *distribution(relations)),
        ("families", *distribution(families)),
    ]
    text = (
        f"{len(articles)} articles, {sentences} sentences with a finite verb, {relations.total()} statements. "
        f"Silent: {mute} sentences ({mute / max(sentences, 1):.3f}).\n\n"
        f"Most frequent: {', '.join(f'{r} {n}' for r, n in relations.most_common(SHOWN))}."
    )
    section("Coverage and relations", "python -m benchmarks.coverage", text, table, write=a.write)


if __name__ == "__main__":
    main()
