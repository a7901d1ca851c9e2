"""Parses and mentions to statements: clauses, nominals, coordination, relation phrases."""

from kg.extraction.extract import extract, propositions

__all__ = ["extract", "propositions"]
