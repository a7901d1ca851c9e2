"""The graph as a function of article results and judgements, and the one change that brings a store up to it."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.store.folder import Folder, write
from kg.store.rdf import Context, article_quads, entity_quads, mention_counts, relation_quads
from kg.store.terms import Quad, line, prefixes
from kg.store.trig import Writer
from kg.values import ArticleResult, Entity

_IRI = re.compile("<[^>]*>")
# Up to so many quads are changed in place, in one transaction; beyond, a new store is loaded and put in its place.
IN_PLACE = 200_000


class Graph:
    """All quads of a graph in their fixed order: what articles share first, then article by article."""

    def __init__(self, results: Sequence[ArticleResult], entities: Iterable[Entity], context: Context) -> None:
        self.results = sorted(results, key=lambda r: r.article.iri)
        self.entities = entities
        self.context = context

    def sections(self) -> Iterator[set[Quad]]:
        """Sets of quads that have no subject in common, in order."""
        shared: set[Quad] = set()
        for r in self.results:
            shared |= article_quads(r, self.context)[1]
        shared.update(entity_quads(self.entities))
        shared.update(relation_quads(self.results, self.context.base))
        shared.update(mention_counts(self.results, self.context.of))
        yield shared
        for r in self.results:
            yield article_quads(r, self.context)[0]

    def trig(self) -> Iterator[str]:
        """The graph as TriG; the same graph has the same text."""
        writer = Writer(prefixes(self.context.base))
        yield writer.head()
        for quads in self.sections():
            yield from writer.section(quads)

    def write(self, folder: Folder) -> int:
        """Bring store and TriG of a folder up to this graph; gives the number of quads that changed."""
        write(folder.trig, self.trig())
        recover(folder)
        with folder.changing_store():
            return self._change(folder)

    def _change(self, folder: Folder) -> int:
        if not folder.store.exists():
            return _replace(folder)
        wanted = {line(q) for quads in self.sections() for q in quads}
        store = ox.Store(str(folder.store))
        dumped = store.dump(format=ox.RdfFormat.N_QUADS) or b""
        present = {text + "\n" for text in dumped.decode().split("\n") if text}
        gone, new = sorted(present - wanted), sorted(wanted - present)
        if len(gone) + len(new) > IN_PLACE:
            del store
            _replace(folder)
        elif gone or new:
            store.update(data_of("DELETE", gone) + data_of("INSERT", new))
            store.flush()
        return len(gone) + len(new)


def _replace(folder: Folder) -> int:
    """Load a new store from the TriG, aside, and put it in the place of the old one; gives its number of quads."""
    aside = folder.path / "store.new"
    shutil.rmtree(aside, ignore_errors=True)
    store = ox.Store(str(aside))
    store.bulk_load(path=str(folder.trig), format=ox.RdfFormat.TRIG)
    store.flush()
    number = len(store)
    del store
    old = folder.path / "store.old"
    shutil.rmtree(old, ignore_errors=True)
    if folder.store.exists():
        folder.store.rename(old)
    aside.rename(folder.store)
    shutil.rmtree(old, ignore_errors=True)
    return number


def recover(folder: Folder) -> None:
    """Put back the store if a build was stopped between the two renames of a replacement."""
    old = folder.path / "store.old"
    if old.exists() and not folder.store.exists():
        old.rename(folder.store)


def data_of(verb: str, lines: Sequence[str]) -> str:
    """Lines of N-Quads as a DELETE DATA or INSERT DATA operation."""
    by_graph: dict[str, list[str]] = defaultdict(list)
    for quad in lines:
        *triple, last = quad.removesuffix(" .\n").rsplit(" ", 1)
        # Three terms, of which only a literal object holds blanks, or a graph after them.
        if _IRI.fullmatch(last) and triple[0].count(" ") >= 2:
            by_graph[last].append(triple[0])
        else:
            by_graph[""].append(f"{triple[0]} {last}")
    blocks = (f"GRAPH {g} {{\n{_triples(rows)}}}\n" if g else _triples(rows) for g, rows in by_graph.items())
    return f"{verb} DATA {{\n{''.join(blocks)}}};\n" if lines else ""


def _triples(rows: Iterable[str]) -> str:
    return "".join(f"{row} .\n" for row in rows)


def open_store(path: Path) -> Any:
    """The store, to be read."""
    return ox.Store.read_only(str(path))
