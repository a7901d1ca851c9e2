"""Articles from files, folders and standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urldefrag

from kg.reading.formats import Found, articles_in, plain
from kg.reading.sources import Unreadable, Warn, content_of, files
from kg.values import IRI, Article, short_hash, slug

# More characters than this in one text is no article; spaCy's own limit is the same.
LONGEST = 1_000_000
# Letters that tell a language from others.
TELLING = 60
# The last letter of the Latin alphabets in Unicode (Latin Extended-B).
LATIN = "\u024f"


def article_of(text: str, **metadata: Any) -> Article:
    """An article from its text and what is known of it (url, title, published, publisher, authors, language)."""
    return _article(plain("text", text, **metadata))


def read(
    paths: Iterable[str],
    *,
    published: date | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    warn: Warn = lambda sentence: None,
) -> Iterator[Article]:
    """The articles of files, folders and ``-`` (standard input), in the order named.

    published, url, publisher: stand instead of what the files say.
    warn: told one sentence for each input that is left out (missing, empty, no text, too long, not English) or read
    in another way than it says. Nothing is raised for bad input.
    """
    given = {k: v for k, v in (("published", published), ("url", url), ("publisher", publisher)) if v}
    for file in files(paths, warn):
        name = "standard input" if file == "-" else file
        try:
            for found in articles_in(name, content_of(file), warn):
                try:
                    yield _checked(replace(found, metadata=found.metadata | given), warn)
                except Unreadable as error:
                    warn(f"{found.where}: {error}.")
        except Unreadable as error:
            warn(f"{name}: {error}.")


def _checked(found: Found, warn: Warn) -> Article:
    """The article. Raises Unreadable for what is too long or not English."""
    if len(found.text) > LONGEST:
        why = f"has {len(found.text):,} characters, an article at most {LONGEST:,}"
        raise Unreadable(f"{why}; split it into articles, for instance one a line of JSON Lines")
    said, published = found.metadata.get("published"), None
    try:
        # What is given is a date, a time, or a text that begins as ISO 8601.
        published = date.fromisoformat(str(said)[:10]) if said else None
    except ValueError:
        warn(f"{found.where}: the date {said!r} is not YYYY-MM-DD; the article is read without it.")
    url = found.metadata.get("url")
    if url and not IRI.fullmatch(url):
        warn(f"{found.where}: the url {url!r} is no whole address; the article is read without it.")
        url = None
    language = _language(found.metadata.get("language"), found.text)
    if language != "en":
        raise Unreadable(f"is not English but {language!r}; it is left out")
    return _article(
        replace(found, metadata=found.metadata | {"published": published, "language": language, "url": url})
    )


def _article(found: Found) -> Article:
    title, url = found.metadata.get("title"), found.metadata.get("url")
    known = {k: v for k, v in found.metadata.items() if v} | ({"url": urldefrag(url).url} if url else {})
    made = f"urn:article:{slug(title or found.text.strip()[:40])[:40]}-{short_hash(found.text, length=8)}"
    return Article(known.get("url") or made, found.text, blocks=found.blocks, **known)


def _language(given: str | None, text: str) -> str:
    """The language of a text (ISO 639-1) as py3langid sees it; too short a text is what it says, else English.

    A text in other letters than Latin ones is never too short.
    """
    letters = [c for c in text[: 4 * TELLING] if c.isalpha()]
    if len(letters) >= TELLING or sum(c > LATIN for c in letters) * 2 > len(letters):
        import py3langid

        return str(py3langid.classify(text[:5000])[0])
    return (given or "en").lower().replace("_", "-").split("-")[0]
