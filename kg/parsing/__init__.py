"""Articles to parses: model choice, batching, general repairs of tokens and attachments."""

from __future__ import annotations

from kg.parsing.parse import DEFAULT_MODEL, ModelNotFound, documents, load, parse, parse_of
from kg.parsing.repairs.labels import TENSED, is_singled
from kg.parsing.tree import Parse, Sent, Word

__all__ = [
    "DEFAULT_MODEL",
    "TENSED",
    "ModelNotFound",
    "Parse",
    "Sent",
    "Word",
    "documents",
    "is_singled",
    "load",
    "parse",
    "parse_of",
]
