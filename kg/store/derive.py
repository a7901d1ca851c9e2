"""The graph as a function of article results and judgements, and the one change that brings a store up to it."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.store.folder import Folder, write
from kg.store.rdf import Context, article_quads, entity_quads, mention_counts
from kg.store.relations import relation_quads
from kg.store.terms import Quad, prefixes, turtle
from kg.values import ArticleResult, Entity

# Up to so many quads are changed in place, in one transaction; beyond, a new store is loaded and put in its place,
# as it is where a store has too many to be compared in memory.
IN_PLACE = 200_000
COMPARED = 3_000_000


def derive(folder: Folder, results: Sequence[ArticleResult], entities: Iterable[Entity], context: Context) -> int:
    """Bring store and TriG of a folder up to what was read; gives the number of quads that changed."""
    sections = _sections(sorted(results, key=lambda r: r.article.iri), entities, context)
    write(folder.trig, turtle(sections, prefixes(context.base)))
    old = folder.path / "store.old"
    if old.exists() and not folder.store.exists():
        # A build was stopped between the two renames of a replacement.
        old.rename(folder.store)
    return _change(folder)


def _sections(
    results: Sequence[ArticleResult], entities: Iterable[Entity], context: Context
) -> Iterator[Iterable[Quad]]:
    """The graph in its fixed order, article by article, then what they share; sections have no subject in common."""
    shared: set[Quad] = set()
    for r in results:
        own, more = article_quads(r, context)
        shared |= more
        yield own
    yield shared.union(
        entity_quads(entities), relation_quads(results, context.base), mention_counts(results, context.of)
    )


def _change(folder: Folder) -> int:
    """Bring the store up to the TriG. Readers have the old one until the new one is ready."""
    try:
        if len(store := open_store(folder.store)) > COMPARED:
            return _replace(folder)
        present = set(store)
    except (OSError, RuntimeError):
        # There is none, or it is damaged.
        return _replace(folder)
    wanted = set(ox.parse(path=str(folder.trig), format=ox.RdfFormat.TRIG))
    gone, new = present - wanted, wanted - present
    # Oxigraph keeps the name of a graph that has become empty.
    empty = {*store.named_graphs()} - {q.graph_name for q in wanted}
    del store
    if len(gone) + len(new) > IN_PLACE:
        _replace(folder)
    elif gone or new or empty:
        drop = "".join(f"DROP GRAPH {g} ;\n" for g in empty)
        with folder.changing_store():
            store = ox.Store(str(folder.store))
            store.update(data_of("DELETE", gone) + drop + data_of("INSERT", new))
            store.flush()
            del store
    return len(gone) + len(new)


def _replace(folder: Folder) -> int:
    """Load a new store from the TriG, aside, and put it in the place of the old one; gives its number of quads."""
    aside, old = folder.path / "store.new", folder.path / "store.old"
    shutil.rmtree(aside, ignore_errors=True)
    store = ox.Store(str(aside))
    store.bulk_load(path=str(folder.trig), format=ox.RdfFormat.TRIG)
    # Else each look-up searches every file of the load, until Oxigraph merges them by itself: at 200,000 statements
    # queries are three times as fast after it, and the store is 1.7 times as large.
    store.optimize()
    store.flush()
    number = len(store)
    del store
    with folder.changing_store():
        shutil.rmtree(old, ignore_errors=True)
        if folder.store.exists():
            folder.store.rename(old)
        aside.rename(folder.store)
    shutil.rmtree(old, ignore_errors=True)
    return number


def data_of(verb: str, quads: Iterable[ox.Quad]) -> str:
    """Quads as a DELETE DATA or INSERT DATA operation."""
    graphs: dict[Any, list[str]] = defaultdict(list)
    for q in quads:
        graphs[q.graph_name].append(f"{q.triple} .\n")
    blocks = (
        text if isinstance(g, ox.DefaultGraph) else f"GRAPH {g} {{\n{text}}}\n"
        for g, text in ((g, "".join(rows)) for g, rows in graphs.items())
    )
    return f"{verb} DATA {{\n{''.join(blocks)}}} ;\n" if graphs else ""


def open_store(path: Path) -> Any:
    """The store, to be read."""
    return ox.Store.read_only(str(path))
