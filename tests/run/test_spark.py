"""What goes to a cluster comes back as one process reads it; a stand-in pickles as Spark does."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg import reading, run
from kg.run import spark

SEEDS = Path(__file__).parent.parent.parent / "seeds"


class Rows:
    """As much of an RDD as is used, its rows and functions pickled on the way."""

    def __init__(self, parts: list[list[Any]]) -> None:
        self.parts = pickle.loads(pickle.dumps(parts))

    def mapPartitions(self, call: Callable[..., Iterator[Any]]) -> Rows:
        there = pickle.loads(pickle.dumps(call))
        return Rows([list(there(part)) for part in self.parts])

    def toLocalIterator(self) -> Iterator[Any]:
        return (row for part in self.parts for row in part)


class Context:
    def parallelize(self, rows: list[Any], slices: int) -> Rows:
        size = -(-len(rows) // slices)
        return Rows([rows[i : i + size] for i in range(0, len(rows), size)])


def test_a_graph_read_on_a_cluster_has_the_same_bytes(tmp_path: Path) -> None:
    for name, options in (("one", {}), ("many", {"read": spark.reader(Context(), slices=3)})):
        run.build_articles(reading.read([str(SEEDS)]), tmp_path / name, workers=1, **options)  # type: ignore[arg-type]
    assert (tmp_path / "one" / "graph.trig").read_bytes() == (tmp_path / "many" / "graph.trig").read_bytes()
