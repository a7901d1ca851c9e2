"""Articles to parses: model choice, batching, general repairs of tokens and attachments."""

from __future__ import annotations

from kg.parsing.parse import DEFAULT_MODEL, ModelNotFound, documents, load, parse, parse_of
from kg.parsing.tree import Parse, Sent, Word

__all__ = ["DEFAULT_MODEL", "ModelNotFound", "Parse", "Sent", "Word", "documents", "load", "parse", "parse_of"]
