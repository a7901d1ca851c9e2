"""The whole way of an article through the rooms, for one process or many."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.run.building import Report, build, build_articles, derive, remove
    from kg.run.graph import KnowledgeGraph, network, open_graph
    from kg.run.pipeline import extract, results

__all__ = [
    "KnowledgeGraph",
    "Report",
    "build",
    "build_articles",
    "derive",
    "extract",
    "network",
    "open_graph",
    "remove",
    "results",
]


def __getattr__(name: str) -> Any:
    # A query needs no spaCy: modules that read articles load at the first use of what is in them.
    for module in () if name.startswith("_") else ("graph", "pipeline", "building"):
        home = import_module(f"kg.run.{module}")
        if hasattr(home, name):
            return getattr(home, name)
    raise AttributeError(f"module 'kg.run' has no attribute {name!r}")
