"""Plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from kg.values import Article, Block, short_hash, slug


def article_of(
    text: str,
    *,
    url: str | None = None,
    title: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
) -> Article:
    """An article from its text; its blocks are found in it."""
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    iri = url or f"urn:article:{slug(title or text[:40])[:40]}-{short_hash(text, length=8)}"
    return Article(iri, text, title=title, published=published, publisher=publisher, url=url, blocks=blocks)


def read(
    paths: Iterable[str], *, published: date | None = None, url: str | None = None, publisher: str | None = None
) -> Iterator[Article]:
    """Articles of files."""
    for path in paths:
        content = Path(path).read_text(encoding="utf-8")
        if path.endswith(".jsonl"):
            for line in content.splitlines():
                r = json.loads(line)
                day = date.fromisoformat(r["date"][:10]) if r.get("date") else None
                yield article_of(r["text"], url=r.get("url"), title=r.get("title"), published=day)
        else:
            yield article_of(content, url=url, published=published, publisher=publisher)
