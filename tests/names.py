"""Names do not matter: how many statements of an article carry over when all its names are swapped for others.

    python -m tests.names ARTICLE... [--lost]

Each word of a name becomes another of its kind (given name, surname, town, nationality, country, acronym, first word of
an organization), the same one throughout the article. A statement carries over if subject, relation and object stand
in the same places with the same relation.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from kg import lexicon, run
from kg.mentions import country, demonym
from kg.reading import article_of, read
from kg.values import Article, Mention, Statement

_NOUNS = lexicon.words("lexicon/nouns") | lexicon.words("lexicon/name_heads")
_GIVEN = {r["name"]: r["gender"] for r in lexicon.table("lexicon/given_names")}
OTHERS = {
    "f": ["Martha", "Ellen", "Rachel", "Julia", "Susan", "Helen", "Laura", "Diana"],
    "m": ["Peter", "Walter", "Simon", "Henry", "Oliver", "Martin", "Victor", "Hugo"],
    "surname": ["Quillman", "Harwick", "Belcher", "Ostrow", "Tolland", "Varga", "Lindqvist", "Mercer", "Radley"],
    "country": ["Brazil", "Norway", "Kenya", "Peru", "Vietnam", "Poland", "Chile", "Ghana"],
    "demonym": ["Brazilian", "Norwegian", "Kenyan", "Peruvian", "Vietnamese", "Polish", "Chilean", "Ghanaian"],
    "acronym": ["BCG", "KTP", "NRV", "PDL", "GFM", "TSB"],
    "place": ["Lisbon", "Bergen", "Cardiff", "Toledo", "Marburg", "Ravenna", "Leeds", "Tampere"],
    "other": ["Harbour", "Meridian", "Northgate", "Calder", "Sterling", "Orbis", "Aldwych", "Kestrel"],
}


@dataclass
class Swap:
    """Other names for the words of an article, the same one for the same word."""

    given: dict[str, str] = field(default_factory=dict)
    lists: dict[str, Iterator[str]] = field(default_factory=lambda: {k: cycle(v) for k, v in OTHERS.items()})

    def other(self, word: str, kind: str) -> str:
        if word not in self.given:
            self.given[word] = next(x for x in self.lists[kind] if x != word)
        return self.given[word]

    def kind(self, word: str, mention: Mention) -> str | None:
        """Which list replaces a word of a name; None where it is no name by itself."""
        if not word[:1].isupper() or word.lower() in _NOUNS or len(word) < 3:
            return None
        if demonym(word):
            return "demonym"
        if country(word):
            return "country"
        if word.isupper():
            return "acronym"
        if mention.type == "Person":
            return (_GIVEN[word] if _GIVEN.get(word) in ("f", "m") else "m") if word in _GIVEN else "surname"
        return "place" if mention.type == "Place" else "other"


def swapped(text: str, mentions: tuple[Mention, ...]) -> tuple[str, dict[int, int]]:
    """The text with other names, and where each old offset is in it."""
    swap = Swap()
    cuts: dict[int, tuple[int, str]] = {}
    for m in mentions:
        if m.kind == "name":
            for word in re.finditer(r"[^\W\d_]+", text[m.start : m.end]):
                kind = swap.kind(word.group(), m)
                if kind:
                    cuts[m.start + word.start()] = (m.start + word.end(), swap.other(word.group(), kind))
    out: list[str] = []
    places: dict[int, int] = {}
    at = length = 0
    for start in [*sorted(cuts), len(text)]:
        places |= {i: length + i - at for i in range(at, start + 1)}
        out.append(text[at:start])
        length += start - at
        if start in cuts and start >= at:
            end, word = cuts[start]
            out.append(word)
            length += len(word)
            at = end
            places[at] = length
    return "".join(out), places


Key = tuple[str, tuple[int | None, ...]]


def key(s: Statement, places: dict[int, int] | None = None) -> Key:
    ends = [x for p in (s.subject, s.relation, s.object) if p is not None for x in (p.start, p.end)]
    return s.relation.lemma, tuple(x if x is None or places is None else places.get(x) for x in ends)


def carried(article: Article) -> tuple[int, list[Statement]]:
    """How many statements the article has, and those that are lost when its names are others."""
    (result,) = run.results([article])
    text, places = swapped(article.text, result.mentions)
    (other,) = run.results([article_of(text)])
    there = {key(s) for s in other.statements}
    return len(result.statements), [s for s in result.statements if key(s, places) not in there]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("articles", type=Path, nargs="+")
    cli.add_argument("--lost", action="store_true", help="print the statements that are lost")
    a = cli.parse_args()
    for article in read([str(p) for p in a.articles]):
        total, lost = carried(article)
        print(f"{article.title or article.iri}: {total - len(lost)} of {total} ({1 - len(lost) / total:.3f})")
        if a.lost:
            for s in lost:
                print(f"  {s.subject.text} | {s.relation.lemma} | {s.object.text if s.object else ''}")


if __name__ == "__main__":
    main()
