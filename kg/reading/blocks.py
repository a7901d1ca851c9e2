"""What is what in a plain text: paragraphs, headlines, bullets, captions, bylines, datelines, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.lexicon import table
from kg.values import Block, BlockKind

# A line as long as this is a paragraph by itself; shorter ones may have been wrapped.
WRAPPED = 100
# A headline has at most so many words.
HEADLINE = 16
# And a caption; longer text before a credit is a paragraph.
CAPTION = 40

_BULLET = re.compile(r"(?:[•●▪◦‣·*–-]|\(?\d{1,2}[.)])\s+")
_END = re.compile(r"[.!?…:;]['\"’”)\]]*$")
_CREDIT = re.compile(r"(?i)(?:photo(?:graph)?|image|picture)?\s*(?:credit\s*:|by\s|courtesy\s|:)[^.]{2,80}$")
_AGENCY = "AP|AFP|Reuters|REUTERS|UPI|dpa|DPA|PTI|Xinhua|TASS|Bloomberg|CNN"
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?:[ -][A-Z.’'-]+)*(?:, (?:[A-Z][\w.]*)(?: [A-Z\d][\w.]*)*)*(?: \([A-Z][\w ./-]+\))?"
    rf"|[A-Z][\w’'. ]{{2,30}}(?:, [A-Z][\w. ]+)? \((?:{_AGENCY})\))"
    r"(?:\s*(?:--|[–—])\s*|\s-\s+)(?=\S)"
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; every character but blanks and bullet marks is in one.

    Blank lines part paragraphs. Lines between them are one paragraph where they were wrapped at a width, and
    paragraphs of their own where the next word would still have fitted.

    >>> [b.kind for b in blocks_of("Harbour Closed\\n\\n  • Ships wait\\n\\nThe port of Nerva was closed on Monday.")]
    ['headline', 'bullet', 'paragraph']
    """
    units = [(start, end) for chunk in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text) for start, end in _units(text, chunk)]
    return classified(text, [(None, start, end) for start, end in units])


def classified(text: str, units: Sequence[tuple[BlockKind | None, int, int]]) -> tuple[Block, ...]:
    """The blocks of stretches of a text; a kind of None, or of a paragraph, is decided from the stretch's form."""
    blocks: list[Block] = []
    for n, (known, start, end) in enumerate(units):
        after = text[units[n + 1][1] : units[n + 1][2]] if n + 1 < len(units) else ""
        mark = _BULLET.match(text, start, end)
        kind = known or "paragraph"
        if known is None and mark and mark.end() < end:
            kind, start = "bullet", mark.end()
        if kind in ("bullet", "paragraph"):
            seen = kind_of(text[start:end], after)
            kind = seen if seen not in ("headline", "paragraph") or kind == "paragraph" else kind
        dateline = _DATELINE.match(text, start, end) if kind == "paragraph" else None
        if dateline:
            blocks.append(Block("dateline", start, len(text[: dateline.end()].rstrip())))
            start = dateline.end()
        blocks.append(Block(kind, start, end))
    return tuple(blocks)


def kind_of(unit: str, after: str = "") -> BlockKind:
    """The kind of one stretch of text from its form; ``after`` is what follows, which a headline needs."""
    words = len(unit.split())
    for kind, most, pattern in _furniture():
        if words <= most and pattern.search(unit):
            return kind
    if words <= CAPTION and _CREDIT.match(after):
        return "caption"
    if after and words <= HEADLINE and not _END.search(unit) and "\n" not in unit and unit[:1] not in '“"':
        return "headline"
    return "paragraph"


def _units(text: str, chunk: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The stretches of what stands between blank lines: wrapped lines together, other lines by themselves."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", chunk.group())]
    lines = [(chunk.start() + a, chunk.start() + a + len(chunk.group()[a:b].rstrip())) for a, b in lines]
    width = max(end - start for start, end in lines)
    first = 0
    for n, (start, end) in enumerate(lines[:-1]):
        following = text[slice(*lines[n + 1])]
        fits = end - start + 1 + len(following.split(None, 1)[0]) <= width - 2
        starts_anew = not following[0].islower() or following.startswith("(")
        furniture = any(
            p.search(t) for t in (text[start:end], following) for _, most, p in _furniture() if most < CAPTION
        )
        if width > WRAPPED or _BULLET.match(following) or (fits and starts_anew) or furniture:
            yield lines[first][0], end
            first = n + 1
    yield lines[first][0], lines[-1][1]


@cache
def _furniture() -> tuple[tuple[BlockKind, int, re.Pattern[str]], ...]:
    return tuple((r["kind"], int(r["max"]), re.compile(r["pattern"])) for r in table("lexicon/furniture"))  # type: ignore[misc]
