"""Knowledge graphs from news: who did what to whom, who says so, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from kg.run import KnowledgeGraph, build, extract
    from kg.run import open_graph as open

__all__ = ["KnowledgeGraph", "__version__", "build", "extract", "open"]


def __getattr__(name: str) -> Any:
    # Heavy packages load at the first call, so that ``kg --help`` answers at once.
    if name in __all__:
        import kg.run

        return getattr(kg.run, "open_graph" if name == "open" else name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
