"""Statements as one flat table with fixed columns."""

from __future__ import annotations

from kg.values import Article, Phrase, Statement

COLUMNS = (
    "id",
    "article",
    "subject",
    "relation",
    "object",
    "polarity",
    "modality",
    "voice",
    "time",
    "place",
    "event",
    "confidence",
    "sentence",
    "title",
    "publisher",
    "date",
    "url",
)
Cell = str | float | None


def row(s: Statement, article: Article) -> dict[str, Cell]:
    """A statement as a row of the table."""
    time = None
    if s.time:
        time = s.time.start if s.time.start == s.time.end else f"{s.time.start}/{s.time.end or '..'}"
    return {
        "id": s.id,
        "article": s.article,
        "subject": s.subject.name or s.subject.text,
        "relation": s.relation.lemma,
        "object": _words(s.object),
        "polarity": s.polarity,
        "modality": s.modality,
        "voice": " > ".join(v.name or v.text or "unnamed" for v in s.attribution) or None,
        "time": time,
        "place": _words(s.place),
        "event": s.event.type if s.event else None,
        "confidence": s.confidence,
        "sentence": s.sentence.text,
        "title": article.title,
        "publisher": article.publisher,
        "date": article.published.isoformat() if article.published else None,
        "url": article.url,
    }


def _words(phrase: Phrase | None) -> str | None:
    return None if phrase is None else phrase.name or phrase.text
