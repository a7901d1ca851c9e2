"""Mentions to entities of an article; entities of articles to identities."""

from kg.identity.coreference import resolve

__all__ = ["resolve"]
