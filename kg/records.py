"""Statements and mentions as the JSON objects of the contract, and article results as files; both ways."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from pydantic import TypeAdapter

from kg.values import Argument, ArticleResult, Mention, Phrase, Relation, Source, Statement

_FILLER = ("text", "start", "end", "entity", "name", "type", "value", "unit", "statement")
# What a record holds of a value and in which order, where that is not all its fields. Heads, which only the parse
# needs, are not kept.
_KEYS = {
    Phrase: _FILLER,
    Argument: ("role", "marker", *_FILLER),
    Relation: ("text", "start", "end", "lemma", "iri"),
    Source: ("entity", "name", "cue", "text", "start", "end"),
}
_PLACE = ("text", "start", "end", "entity", "name")
_MENTION = ("start", "end", "head", "text", "kind", "entity", "name", "type")
_RESULT = TypeAdapter(ArticleResult)


def dump(value: Any) -> str:
    """One line of JSON, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _record(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_record(v) for v in value]
    if is_dataclass(value):
        keys = _KEYS.get(type(value)) or [f.name for f in fields(value)]
        return {k: _record(getattr(value, k)) for k in keys}
    return value


def statement_record(s: Statement) -> dict[str, Any]:
    """The record of a statement; keys are never left out."""
    record: dict[str, Any] = _record(s)
    return record | {"place": s.place and {k: getattr(s.place, k) for k in _PLACE}}


def mention_record(m: Mention, article: str) -> dict[str, Any]:
    """The record of a mention (`kg extract --mentions`)."""
    return {"article": article} | {k: getattr(m, k) for k in _MENTION}


def result_json(result: ArticleResult) -> dict[str, Any]:
    """An article result as one JSON object, for its file."""
    return {
        "article": asdict(result.article) | {"published": result.article.day},
        "statements": [statement_record(s) for s in result.statements],
        "mentions": [asdict(m) for m in result.mentions],
        "entities": [asdict(e) for e in result.entities],
        "versions": dict(result.versions),
    }


def result_from(data: dict[str, Any]) -> ArticleResult:
    """An article result from its JSON object."""
    return _RESULT.validate_python(data | {"versions": tuple(sorted(data["versions"].items()))})
