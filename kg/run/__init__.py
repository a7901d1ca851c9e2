"""The whole way of an article through the rooms, for one process or many."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.run.build import NothingUsable, Report, build, build_articles, derive, remove
    from kg.run.graph import KnowledgeGraph, network, open_graph
    from kg.run.pipeline import extract, read_parse, results

__all__ = [
    "KnowledgeGraph",
    "NothingUsable",
    "Report",
    "build",
    "build_articles",
    "derive",
    "extract",
    "network",
    "open_graph",
    "read_parse",
    "remove",
    "results",
]

_HOME = {
    "KnowledgeGraph": "graph",
    "open_graph": "graph",
    "network": "graph",
    "extract": "pipeline",
    "read_parse": "pipeline",
}
_HOME |= {"results": "pipeline"}


def __getattr__(name: str) -> Any:
    # A query needs no spaCy: what reads articles loads at its first use.
    if name in __all__:
        home = import_module(f"kg.run.{_HOME.get(name, 'build')}")
        globals()[name] = getattr(home, name)
        if name not in _HOME:
            # Importing the module kg.run.build puts it where the function of that name belongs.
            globals()["build"] = home.build
        return globals()[name]
    raise AttributeError(f"module 'kg.run' has no attribute {name!r}")
