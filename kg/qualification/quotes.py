"""Quotations: which words stand between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.parsing import Parse, Word

# A sentence or more between single marks, as British papers quote; apostrophes stand between letters.
_SINGLE = re.compile(r"(?<!\S)['‘](?=[A-Z])((?:[^'‘’\n]|(?<=\w)['’](?=\w))+[,.!?])['’](?!\w)")
_OPEN, _CLOSE, _EITHER = "“", "”", '"'


@dataclass(frozen=True, slots=True)
class Quote:
    """Words ``first`` to ``last`` (exclusive) of a parse, between marks, and the index of its paragraph.

    goes_on: the paragraph ends before the mark that closes it, as where the next begins with another.
    """

    first: int
    last: int
    paragraph: int
    goes_on: bool = False


def quotes(parse: Parse) -> list[Quote]:
    """The quotations of an article in order; an empty one is none.

    A straight mark opens where none is open; a closing one that stands before a word with a blank before it opens too.
    A paragraph that only closes one is quoted from its beginning where a colon stands before it.
    """
    found: list[Quote] = []
    border = [b.end for b in parse.article.blocks] or [len(parse.article.text)]
    paragraph, first, begin = 0, -1, 0
    text = parse.article.text

    def close(last: int, goes_on: bool = False) -> None:
        if 0 <= first < last:
            found.append(Quote(first, last, paragraph, goes_on))

    for w in parse.words:
        while paragraph < len(border) - 1 and w.start >= border[paragraph]:
            close(w.i, True)
            first, paragraph, begin = -1, paragraph + 1, w.i
        if w.text not in (_OPEN, _CLOSE, _EITHER, "``", "''"):
            continue
        blank_before = w.start == 0 or text[w.start - 1].isspace()
        opens = w.text in (_OPEN, "``") or (first < 0 and (w.text == _EITHER or blank_before))
        if opens and first < 0:
            first = w.i + 1
        elif first < 0 < begin and parse.words[begin - 1].text == ":":
            found.append(Quote(begin, w.i, paragraph))
        elif not opens and first >= 0:
            close(w.i)
            first = -1
    close(len(parse.words), True)
    return sorted([*found, *_single(parse, found, border)], key=lambda q: q.first)


def _single(parse: Parse, doubles: list[Quote], border: list[int]) -> Iterator[Quote]:
    """Quotations between single marks that stand in no other."""
    taken = {i for q in doubles for i in range(q.first, q.last)}
    for m in _SINGLE.finditer(parse.article.text):
        first, last = parse.at(m.start(1)), parse.at(m.end(1) - 1)
        if first is not None and last is not None and first.i not in taken and first.start == m.start(1):
            yield Quote(first.i, last.i + 1, min(bisect_right(border, first.start), len(border) - 1))


def is_direct(quote: Quote, words: list[Word]) -> bool:
    """Whether a quotation is somebody's sentence rather than a word or two: *called it “crucially urgent”* is none."""
    return any(w.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for w in words[quote.first : quote.last])
