"""Everything known about one statement or entity: evidence in context, who says it, since when, why it is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.exploration.projection import entities_of
from kg.identity import Decision
from kg.values import Article, Entity, Statement

# Characters of the article before and after a sentence.
AROUND = 200


def explain_statement(s: Statement, statements: Iterable[Statement], articles: Mapping[str, Article]) -> dict[str, Any]:
    """A statement with its sentence in context, who says it, and who says the same, earliest first."""
    same = sorted((o for o in statements if o.said == s.said), key=lambda o: (articles[o.article].order, o.id))
    return {
        "id": s.id,
        "says": _line(s),
        "polarity": s.polarity,
        "modality": s.modality,
        "voice": [v.called for v in s.attribution],
        "event": s.event and s.event.type,
        "time": s.time and s.time.text,
        "place": s.place and s.place.called,
        "confidence": s.confidence,
        "derived_by": s.derived_by,
        "evidence": _evidence(s, articles[s.article]),
        "since": articles[same[0].article].day,
        "also": [{"id": o.id} | _evidence(o, articles[o.article]) for o in same if o.id != s.id],
    }


def explain_entity(
    e: Entity,
    statements: Iterable[Statement],
    articles: Mapping[str, Article],
    decisions: Iterable[Decision],
    doubtful: Iterable[Decision],
) -> dict[str, Any]:
    """An entity with its names and links, why articles' names are it, who else may be it, and what is said of it."""
    about = [s for s in statements if e.iri in entities_of(s) or (s.place and s.place.entity == e.iri)]
    about.sort(key=lambda s: (articles[s.article].order, s.sentence.index, s.id))
    return {
        "iri": e.iri,
        "name": e.name,
        "type": e.type,
        "aliases": [*e.aliases],
        "links": [{"how": how, "to": to} for how, to in e.links],
        "since": articles[about[0].article].day if about else None,
        "joined": [
            {"name": d.name, "article": d.other, "score": d.score, "why": d.why} for d in decisions if d.one == e.iri
        ],
        "doubtful": [
            {"other": d.other if d.one == e.iri else d.one, "score": d.score, "why": d.why}
            for d in doubtful
            if e.iri in (d.one, d.other)
        ],
        "statements": [{"id": s.id, "says": _line(s)} | _evidence(s, articles[s.article]) for s in about],
    }


def in_words(told: Mapping[str, Any], most: int = 20) -> list[str]:
    """An explanation as lines for people."""
    lines = [str(told.get("says") or f"{told['name']} ({told['type']})"), f"  {told.get('id') or told['iri']}"]
    for key, value in told.items():
        if value in (None, [], ()) or key in ("id", "iri", "says", "name", "type", "evidence"):
            continue
        if not isinstance(value, list) or not isinstance(value[0], dict):
            lines.append(f"  {key}: {'; '.join(map(str, value)) if isinstance(value, list) else value}")
            continue
        lines.append(f"  {key}:")
        lines += (f"    {_row(row)}" for row in value[:most])
        if len(value) > most:
            lines.append(f"    … {len(value) - most} more")
    if "evidence" in told:
        e = told["evidence"]
        lines += [f"  {_source(e)}", f"    …{e['before']}»{e['sentence']}«{e['after']}…".replace("\n", " ")]
    return lines


def _row(row: Mapping[str, Any]) -> str:
    if "sentence" in row:
        return f"{row.get('says') or row['sentence']}  [{_source(row)}]  {row['id']}"
    return "  ".join(str(v) for v in row.values())


def _source(row: Mapping[str, Any]) -> str:
    return ", ".join(str(row[k]) for k in ("title", "publisher", "date", "article") if row[k])


def _evidence(s: Statement, a: Article) -> dict[str, Any]:
    start, end = s.sentence.start, s.sentence.end
    return {
        "sentence": s.sentence.text,
        "before": a.text[max(0, start - AROUND) : start],
        "after": a.text[end : end + AROUND],
        "start": start,
        "end": end,
        "article": a.iri,
        "title": a.title,
        "publisher": a.publisher,
        "date": a.day,
    }


def _line(s: Statement) -> str:
    how = ", ".join(w for w in (s.polarity, s.modality) if w not in ("affirmed", "actual"))
    return " · ".join(s.words) + (f" ({how})" if how else "") + (f" — says {s.voices}" if s.voices else "")
