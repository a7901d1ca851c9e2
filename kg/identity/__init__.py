"""Mentions to entities of an article; entities of articles to identities; what people decided about them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.identity.coreference import resolve
    from kg.identity.joining import Decision, Identities, across

__all__ = ["Decision", "Identities", "across", "resolve"]


def __getattr__(name: str) -> Any:
    # Reading the judgements needs no parser, which coreference does.
    if name in __all__:
        home = import_module(f"kg.identity.{'coreference' if name == 'resolve' else 'joining'}")
        return getattr(home, name)
    raise AttributeError(f"module 'kg.identity' has no attribute {name!r}")
