"""Mentions to entities of an article; entities of articles to identities."""

from kg.identity import judgements
from kg.identity.across import Decision, Identities, across
from kg.identity.coreference import resolve

__all__ = ["Decision", "Identities", "across", "judgements", "resolve"]
