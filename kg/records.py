"""Statements and mentions as the JSON objects of the contract, and article results as files; both ways."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from kg.values import (
    Argument,
    Article,
    ArticleResult,
    Block,
    Entity,
    EventCode,
    Mention,
    Phrase,
    Relation,
    Sentence,
    Source,
    Statement,
    TimeSpan,
)

_FILLER = ("text", "start", "end", "entity", "name", "type", "value", "unit", "statement")


def dump(value: Any) -> str:
    """One line of JSON, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _filler(phrase: Phrase | None) -> dict[str, Any] | None:
    return None if phrase is None else {k: getattr(phrase, k) for k in _FILLER}


def statement_record(s: Statement) -> dict[str, Any]:
    """The record of a statement; keys are never left out."""
    return {
        "id": s.id,
        "article": s.article,
        "sentence": asdict(s.sentence),
        "subject": _filler(s.subject),
        "relation": {k: getattr(s.relation, k) for k in ("text", "start", "end", "lemma", "iri")},
        "object": _filler(s.object),
        "arguments": [{"role": a.role, "marker": a.marker, **(_filler(a) or {})} for a in s.arguments],
        "polarity": s.polarity,
        "modality": s.modality,
        "attribution": [
            {k: getattr(v, k) for k in ("entity", "name", "cue", "text", "start", "end")} for v in s.attribution
        ],
        "event": None
        if s.event is None
        else {
            "type": s.event.type,
            "mode": s.event.mode,
            "context": list(s.event.context),
            "cameo": s.event.cameo,
            "weight": s.event.weight,
            "source": _filler(s.event.source),
            "target": _filler(s.event.target),
        },
        "time": None
        if s.time is None
        else {
            "text": s.time.text,
            "span": list(s.time.span),
            "start": s.time.start,
            "end": s.time.end,
            "granularity": s.time.granularity,
        },
        "place": None
        if s.place is None
        else {k: getattr(s.place, k) for k in ("text", "start", "end", "entity", "name")},
        "confidence": s.confidence,
        "derived_by": s.derived_by,
    }


def statement_from(record: dict[str, Any]) -> Statement:
    """A statement from its record. Heads, which only the parse needs, are not kept."""

    def phrase(r: dict[str, Any] | None) -> Phrase | None:
        return None if r is None else Phrase(**r)

    subject, event, time = phrase(record["subject"]), record["event"], record["time"]
    assert subject is not None
    return Statement(
        id=record["id"],
        article=record["article"],
        sentence=Sentence(**record["sentence"]),
        subject=subject,
        relation=Relation(**record["relation"]),
        object=phrase(record["object"]),
        arguments=tuple(Argument(**a) for a in record["arguments"]),
        polarity=record["polarity"],
        modality=record["modality"],
        attribution=tuple(Source(**v) for v in record["attribution"]),
        event=None
        if event is None
        else EventCode(
            **event
            | {"context": tuple(event["context"]), "source": phrase(event["source"]), "target": phrase(event["target"])}
        ),
        time=None if time is None else TimeSpan(**time | {"span": tuple(time["span"])}),
        place=phrase(record["place"]),
        confidence=record["confidence"],
        derived_by=record["derived_by"],
    )


def mention_record(m: Mention, article: str) -> dict[str, Any]:
    """The record of a mention (`kg extract --mentions`)."""
    return {"article": article} | {
        k: getattr(m, k) for k in ("start", "end", "head", "text", "kind", "entity", "name", "type")
    }


def result_json(result: ArticleResult) -> dict[str, Any]:
    """An article result as one JSON object, for its file."""
    a = result.article
    return {
        "article": asdict(a) | {"published": a.published.isoformat() if a.published else None},
        "statements": [statement_record(s) for s in result.statements],
        "mentions": [asdict(m) for m in result.mentions],
        "entities": [asdict(e) for e in result.entities],
        "versions": dict(result.versions),
    }


def result_from(data: dict[str, Any]) -> ArticleResult:
    """An article result from its JSON object."""
    a = data["article"]
    article = Article(
        **a
        | {
            "published": date.fromisoformat(a["published"]) if a["published"] else None,
            "authors": tuple(a["authors"]),
            "blocks": tuple(Block(**b) for b in a["blocks"]),
        }
    )
    return ArticleResult(
        article=article,
        statements=tuple(statement_from(r) for r in data["statements"]),
        mentions=tuple(Mention(**m) for m in data["mentions"]),
        entities=tuple(
            Entity(**e | {"aliases": tuple(e["aliases"]), "links": tuple(map(tuple, e["links"]))})
            for e in data["entities"]
        ),
        versions=tuple(sorted(data["versions"].items())),
    )
