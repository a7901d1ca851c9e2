"""The input formats: which one a file is in, and what one small reader a format makes of it."""

from __future__ import annotations

import itertools
import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kg.reading.blocks import blocks_of, classified
from kg.reading.sources import Unreadable, text_of
from kg.values import Block, BlockKind

# What elements of pages (trafilatura's) and of Markdown hold; None is decided from the words.
_ELEMENTS: dict[str, BlockKind | None] = {
    "head": "headline",
    "item": "bullet",
    "p": None,
    "quote": None,
    "heading_open": "headline",
    "list_item_open": "bullet",
}
Piece = tuple[BlockKind | None, str]
_PAGE = re.compile(
    rb"(?is)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|article|script|meta|title|div|p)\b"
)
_DAY = re.compile(
    r"\b(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})"
    r"|(?P<before>\d{1,2})(?:st|nd|rd|th)? (?P<name>[A-Z][a-z]{2,8})\.?),? (?P<year>(?:19|20)\d\d)\b"
)
_PERSON = re.compile(r"[A-Z][\w.'’-]*(?: (?!Com$)[A-Z][\w.'’-]*){1,4}")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of one article: its text, its blocks, and metadata by the names of `kg.values.Article`."""

    where: str
    text: str
    blocks: tuple[Block, ...]
    metadata: dict[str, Any]


def articles_in(name: str, content: bytes, warn: Callable[[str], None]) -> Iterator[Found]:
    """The articles of one file. Its format is seen from its content, from its suffix only where that leaves it open.

    Raises Unreadable if there is none in it.
    """
    head = content[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _PAGE.match(head):
        yield _html(name, content)
        return
    text, encoding = text_of(content)
    if encoding:
        warn(f"{name}: is read as {encoding}; save it as UTF-8 to be sure.")
    start = text.lstrip("\ufeff \t\r\n")
    suffix = re.sub(r"\.gz$", "", name).rpartition(".")[2].lower()
    if suffix in ("jsonl", "ndjson") or re.match(r"\{\s*\"\w+\"\s*:", start):
        yield from _json_lines(name, text, warn)
    elif re.match(r"---\s*\n.*?\n(?:---|\.\.\.)\s*\n", start, re.S) or suffix in ("md", "markdown"):
        yield _markdown(name, start, warn)
    elif re.match(r"(?i)<(?:!doctype|html)\b", start):
        yield _html(name, text)
    else:
        yield plain(name, text)


def plain(where: str, text: str, **metadata: Any) -> Found:
    """Plain text, kept exactly; title and date are those it begins with, if there are none else."""
    blocks = blocks_of(text)
    return Found(where, text, blocks, _headline(text, blocks) | _date(text, blocks) | metadata)


def _date(text: str, blocks: tuple[Block, ...]) -> dict[str, Any]:
    """The day that a line of its own tells above the article."""
    above = itertools.takewhile(lambda b: b.kind not in ("paragraph", "dateline"), blocks[:5])
    for m in (_DAY.search(text, b.start, b.end) for b in above if b.kind in ("boilerplate", "byline")):
        if m:
            month, day, year = m["month"] or m["name"], m["day"] or m["before"], m["year"]
            try:
                return {"published": datetime.strptime(f"{month[:3]} {day} {year}", "%b %d %Y").date()}
            except ValueError:  # *Octopus 3, 2016*
                continue
    return {}


def _html(where: str, page: bytes | str) -> Found:
    """A saved web page: what trafilatura holds for the article's text, and the page's metadata."""
    import trafilatura

    with warnings.catch_warnings():
        # Time zones that date parsers do not know; only the day is wanted.
        warnings.simplefilter("ignore")
        found: Any = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or len(found.text or "") < 200:
        raise Unreadable("has no article in it that can be told from the page around it; give an article's page")
    site = found.sitename or found.hostname
    # Many pages put their own name behind the title.
    title = found.title or ""
    if site:
        title = re.sub(rf"\s+[|–—-]\s+[^|–—-]*{re.escape(site.split('.')[0].split()[0])}.*$", "", title)
    pieces: list[Piece] = [("headline", title)] if title else []
    for element in found.body.iter(*_ELEMENTS):
        nested = any(child.tag in ("p", "item", "head") for child in element.iterdescendants())
        text = re.sub(r"\s+", " ", "".join(element.itertext())).strip()
        if re.search(r"\w\W*\w", text) and not nested and text != title:
            sentence = element.tag == "head" and text.endswith(".")
            pieces.append((None if sentence else _ELEMENTS[element.tag], text))
    text, blocks = _joined(pieces)
    metadata = {
        "title": title,
        "url": found.url,
        "published": found.date,
        "publisher": site,
        "authors": tuple(a.strip() for a in (found.author or "").split(";") if _PERSON.fullmatch(a.strip())),
    }
    return Found(where, text, blocks, metadata)


def _markdown(where: str, text: str, warn: Callable[[str], None]) -> Found:
    """Markdown (CommonMark) without its marks, metadata from YAML front matter."""
    import yaml
    from markdown_it import MarkdownIt

    metadata: dict[str, Any] = {}
    front = re.match(r"---\s*\n(.*?)\n(?:---|\.\.\.)\s*(?:\n|$)", text, re.S)
    if front:
        text = text[front.end() :]
        try:
            given = yaml.safe_load(front.group(1))
        except yaml.YAMLError as error:
            line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
            warn(f"{where}: line {line}: the front matter is not YAML; the article is read without it.")
            given = None
        metadata = _named(given) if isinstance(given, dict) else {}
    pieces: list[Piece] = []
    within: list[str] = []
    for token in MarkdownIt().parse(text):
        within += [token.type] if token.nesting == 1 else []
        if token.nesting == -1:
            within.pop()
        if token.type != "inline":
            continue
        image = all(c.type in ("image", "softbreak") for c in token.children or ())
        words = "".join(" " if c.type in ("softbreak", "hardbreak") else c.content for c in token.children or ())
        kind: BlockKind | None = "caption" if image else next((_ELEMENTS[w] for w in within if w in _ELEMENTS), None)
        if words.strip():
            pieces.append((kind, words.strip()))
    text, blocks = _joined(pieces)
    return Found(where, text, blocks, _headline(text, blocks) | metadata)


def _json_lines(name: str, text: str, warn: Callable[[str], None]) -> Iterator[Found]:
    """One article a line; a line that gives none is told and left out."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{name}: line {number}"
        try:
            record = json.loads(line)
        except ValueError as error:
            warn(f"{where}: is not JSON ({error}); mend or drop the line.")
            continue
        given = record.get("text") if isinstance(record, dict) else None
        if not isinstance(given, str):
            warn(f'{where}: has no "text"; give an object with the article\'s text.')
        elif not given.strip():
            warn(f"{where}: the text is empty.")
        else:
            yield plain(where, given, **_named(record))


def _named(record: dict[Any, Any]) -> dict[str, Any]:
    """The metadata we know of a record, under our names."""
    authors = record.get("author") or record.get("authors") or ()
    found = {k: record.get(k) for k in ("title", "url", "publisher", "language")}
    found |= {"published": record.get("date")}
    found |= {"authors": (authors,) if isinstance(authors, str) else tuple(map(str, authors))}
    return {k: v for k, v in found.items() if v}


def _headline(text: str, blocks: tuple[Block, ...]) -> dict[str, Any]:
    """The headline a text begins with, as its title; a word or two name a section of the paper."""
    first = text[blocks[0].start : blocks[0].end] if blocks and blocks[0].kind == "headline" else ""
    return {"title": first} if len(first.split()) > 2 else {}


def _joined(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Pieces as one text, blank lines between, and its blocks."""
    units, at = [], 0
    for kind, piece in pieces:
        units.append((kind, at, at + len(piece)))
        at += len(piece) + 2
    text = "\n\n".join(piece for _, piece in pieces)
    return text, classified(text, units)
