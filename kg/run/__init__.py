"""The whole way of an article through the rooms, for one process or many."""

from kg.run.pipeline import extract, read_parse, results

__all__ = ["extract", "read_parse", "results"]
