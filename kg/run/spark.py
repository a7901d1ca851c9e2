"""Reading on a Spark cluster, where one machine is not enough; the graph is derived by whoever builds it.

    from pyspark import SparkContext
    from kg import reading, run
    from kg.run import spark

    articles = reading.read(["articles/"])
    run.build_articles(articles, "graph", read=spark.reader(SparkContext()), workers=1)

Every node needs kg and the model installed. Articles go out and results come back pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from kg.parsing import DEFAULT_MODEL
from kg.run.pipeline import results
from kg.values import BASE, Article, ArticleResult

# Articles a partition: enough that loading the model is little beside reading them.
SHARE = 200


def reader(context: Any, *, slices: int | None = None) -> Callable[..., Iterator[ArticleResult]]:
    """What reads articles for `kg.run.build_articles`: on the cluster of a ``SparkContext``.

    slices: partitions; by the number of articles if not said. Results come in the order of the articles.
    """

    def read(todo: Iterable[Article], *, model: str = DEFAULT_MODEL, base: str = BASE) -> Iterator[ArticleResult]:
        articles = list(todo)
        number = slices or max(1, -(-len(articles) // SHARE))
        rows = context.parallelize(articles, number).mapPartitions(partial(results, model=model, base=base))
        yield from rows.toLocalIterator()

    return read
