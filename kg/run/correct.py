"""What people correct in a graph: judgements go into its file, and the graph is derived again from them."""

from __future__ import annotations

import getpass
import shutil
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from kg import store
from kg.identity import judgements as algebra
from kg.mentions import gazetteer
from kg.run.building import derive
from kg.run.graph import KnowledgeGraph, Unknown
from kg.values import Entity, EntityType, Judgement

# Two people's files become one by git without a conflict: lines of both are kept.
_ATTRIBUTES = "judgements.jsonl merge=union\n"


class Corrections:
    """`KnowledgeGraph.correct`. Entities are named as in `KnowledgeGraph.entity`; ``why`` is for who reads the file.

    All raise Unknown for what is not in the graph. The graph itself stays as it was read; open it again.
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph

    def merge(self, one: str, other: str, why: str | None = None) -> Entity:
        """Say that two entities are one; gives the one."""
        a, b = self._things(one), self._things(other)
        if a == b:
            raise Unknown(f'"{one}" and "{other}" are one already.')
        return self._judge(algebra.merge(self.graph.judgements, self.graph.results, a, b), a[0], why)

    def split(self, one: str, out: Sequence[str], why: str | None = None) -> Entity:
        """Say that what some articles mean by an entity is another one, or that another entity is; gives the other.

        out: articles, by IRI or title; names that articles use for it; or one other entity.
        """
        graph, things = self.graph, self._things(one)
        iris = {a.iri for a in graph.articles.values() if {a.iri, a.title} & {*out}}
        names = {(r.article.iri, e.iri) for r in graph.results for e in r.entities if e.name in out}
        there = [t for t in things if t[0] in iris or t in names] or self._things(out[0])
        rest = [t for t in things if t not in there]
        if not there or not rest:
            raise Unknown("Nothing to part: name articles that mention it, but not all of them, or another entity.")
        return self._judge(algebra.split(graph.judgements, graph.results, there, rest), there[0], why)

    def alias(self, one: str, name: str, why: str | None = None) -> Entity:
        """Say that an entity has another name, by which other articles may call it."""
        if not name.strip():
            raise Unknown("The other name is empty; give the words by which articles call it.")
        return self._about("alias", one, name, why)

    def retype(self, one: str, kind: str, why: str | None = None) -> Entity:
        """Say of which type an entity is."""
        if kind not in get_args(EntityType):
            raise Unknown(f"No type {kind}. Types are {', '.join(get_args(EntityType))}.")
        return self._about("type", one, kind, why)

    def reject(self, ids: Iterable[str], why: str | None = None) -> None:
        """Strike statements out."""
        known = {s.id for r in self.graph.results for s in r.statements}
        wrong = [i for i in ids if i not in known]
        if wrong:
            raise Unknown(f"No statement {wrong[0]} in {self.graph.folder.path}.")
        new = [Judgement("reject", (i,)) for i in ids if i not in self.graph.identities.rejected]
        self._write(self._signed((*self.graph.judgements, *new), why))

    def restore(self, ids: Iterable[str]) -> None:
        """Take back that statements were struck out."""
        gone = [j for j in self.graph.judgements if j.kind == "reject" and {*j.subjects} & {*ids}]
        if not gone:
            raise Unknown("None of these statements was struck out.")
        self._write(j for j in self.graph.judgements if j not in gone)

    def undo(self, label: str) -> Judgement:
        """Take a judgement back, by its label."""
        found = [j for j in self.graph.judgements if algebra.label(j) == label]
        if not found:
            raise Unknown(f"No judgement {label}. See: kg entities undo {self.graph.folder.path}")
        self._write(j for j in self.graph.judgements if j not in found)
        return found[0]

    def take_gazetteer(self, files: Sequence[str | Path]) -> int:
        """Take the user's own gazetteers into the graph; gives the number of their entries.

        Raises ValueError, naming file and line, for what is none.
        """
        folder = self.graph.folder
        count = sum(len(gazetteer.read_entries(f)) for f in files)
        with folder.writing():
            folder.gazetteer.mkdir(exist_ok=True)
            for f in files:
                shutil.copy(f, folder.gazetteer / Path(f).name)
            derive(folder)
        return count

    def _about(self, kind: str, one: str, value: str, why: str | None) -> Entity:
        first = self._things(one)[0]
        return self._judge(algebra.about(self.graph.judgements, self.graph.results, kind, first, value), first, why)

    def _things(self, name: str) -> list[algebra.Node]:
        """What articles call an entity by, the earliest article first."""
        iri, place = self.graph.entity(name).iri, {r.article.iri: n for n, r in enumerate(self.graph.results)}
        return sorted((n for n, i in self.graph.identities.of.items() if i == iri), key=lambda n: (place[n[0]], n))

    def _judge(self, after: Sequence[Judgement], node: algebra.Node, why: str | None) -> Entity:
        graph = self._write(self._signed(after, why))
        return graph.entity(graph.identities.of[node])

    def _signed(self, after: Sequence[Judgement], why: str | None) -> Iterable[Judgement]:
        try:
            who = getpass.getuser()
        except (OSError, KeyError, ImportError):
            who = None
        when = datetime.now(UTC).isoformat(timespec="milliseconds")
        return algebra.signed(self.graph.judgements, after, who=who, when=when, why=why)

    def _write(self, judgements: Iterable[Judgement]) -> KnowledgeGraph:
        """Keep judgements and derive the graph from them; gives it."""
        folder = self.graph.folder
        with folder.writing():
            folder.begin(folder.base)
            store.write(folder.judgements, algebra.dumps(judgements))
            attributes = folder.path / ".gitattributes"
            if not attributes.exists():
                store.write(attributes, _ATTRIBUTES)
            derive(folder)
        return KnowledgeGraph(folder)
