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
from kg.run import Report, derive
from kg.run.graph import KnowledgeGraph, open_graph
from kg.values import Entity, EntityType, Judgement, slug

# Two people's files become one by git without a conflict: lines of both are kept.
_ATTRIBUTES = "judgements.jsonl merge=union\n"


class Unknown(Exception):
    """What was named is not in the graph, or is not one thing."""


def entity(graph: KnowledgeGraph, name: str) -> Entity:
    """An entity by its IRI, its short IRI (``ent:…``), or a name that only it has.

    Raises Unknown if there is none, or more than one.
    """
    iri = f"{graph.folder.base}entity/{name.removeprefix('ent:')}"
    found = [e for e in graph.entities if e.iri in (name, iri)]
    found = found or [e for e in graph.entities if e.name == name]
    found = found or [e for e in graph.entities if name.casefold() in {n.casefold() for n in (e.name, *e.aliases)}]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unknown(f'"{name}" is the name of {len(found)}: {" ".join(e.iri for e in found[:5])}. Give one IRI.')
    near = [e.iri for e in graph.entities if slug(name.removeprefix("ent:")) in e.iri][:5]
    raise Unknown(f'No entity "{name}" in {graph.folder.path}.' + (f" Near: {' '.join(near)}" if near else ""))


def told(graph: KnowledgeGraph, one: str, other: str) -> list[str]:
    """Why two entities, or names of one, are one or two: a line each for decision, score and reasons."""
    a, b = entity(graph, one), entity(graph, other)
    who = graph.identities
    if a == b:
        lines = [f"{one} and {other} are one: {a.iri}"]
        joined = [d for d in who.decisions if d.one == a.iri]
        return [*lines, *(f"  {d.score:.2f}  {d.name} in {d.other}: {d.why}" for d in joined)]
    found = who.why(a.iri, b.iri)
    if found is None:
        return [f"{a.iri} and {b.iri} are two: a person, their names or an article that names both rule it out."]
    return [f"{a.iri} and {b.iri} are two.", f"  {found.score:.2f}  {found.why}"]


def merge(path: str | Path, one: str, other: str, why: str | None = None) -> Entity:
    """Say that two entities are one; gives the one."""
    graph = open_graph(path)
    a, b = _things(graph, entity(graph, one)), _things(graph, entity(graph, other))
    if a == b:
        raise Unknown(f'"{one}" and "{other}" are one already.')
    return _judge(graph, algebra.merge(graph.judgements, graph.results, a, b), a[0], why)


def split(path: str | Path, one: str, out: Sequence[str], why: str | None = None) -> Entity:
    """Say that what some articles mean by an entity is another one, or that another entity is; gives the other.

    out: articles, by IRI or title; names that articles use for it; or one other entity.
    """
    graph = open_graph(path)
    things = _things(graph, entity(graph, one))
    iris = {a.iri for a in graph.articles.values() if {a.iri, a.title} & {*out}}
    names = {(r.article.iri, e.iri) for r in graph.results for e in r.entities if e.name in out}
    there = [t for t in things if t[0] in iris or t in names] or _things(graph, entity(graph, out[0]))
    rest = [t for t in things if t not in there]
    if not there or not rest:
        raise Unknown("Nothing to part: name articles that mention it, but not all of them, or another entity.")
    return _judge(graph, algebra.split(graph.judgements, graph.results, there, rest), there[0], why)


def alias(path: str | Path, one: str, name: str, why: str | None = None) -> Entity:
    """Say that an entity has another name, by which other articles may call it."""
    return _about(path, "alias", one, name, why)


def retype(path: str | Path, one: str, kind: str, why: str | None = None) -> Entity:
    """Say of which type an entity is."""
    if kind not in get_args(EntityType):
        raise Unknown(f"No type {kind}. Types are {', '.join(get_args(EntityType))}.")
    return _about(path, "type", one, kind, why)


def reject(path: str | Path, ids: Iterable[str], why: str | None = None) -> None:
    """Strike statements out."""
    graph = open_graph(path)
    known = {s.id for r in graph.results for s in r.statements}
    wrong = [i for i in ids if i not in known]
    if wrong:
        raise Unknown(f"No statement {wrong[0]} in {graph.folder.path}.")
    new = [Judgement("reject", (i,)) for i in ids if i not in graph.identities.rejected]
    _write(graph, algebra.signed(graph.judgements, (*graph.judgements, *new), **_by(why)))


def restore(path: str | Path, ids: Iterable[str]) -> None:
    """Take back that statements were struck out."""
    graph = open_graph(path)
    gone = [j for j in graph.judgements if j.kind == "reject" and {*j.subjects} & {*ids}]
    if not gone:
        raise Unknown("None of these statements was struck out.")
    _write(graph, [j for j in graph.judgements if j not in gone])


def undo(path: str | Path, label: str) -> Judgement:
    """Take a judgement back, by its label."""
    graph = open_graph(path)
    found = [j for j in graph.judgements if algebra.label(j) == label]
    if not found:
        raise Unknown(f"No judgement {label}. See: kg entities undo {graph.folder.path}")
    _write(graph, [j for j in graph.judgements if j not in found])
    return found[0]


def take_gazetteer(path: str | Path, files: Sequence[str | Path]) -> int:
    """Take the user's own gazetteers into a graph; gives the number of their entries.

    Raises ValueError, naming file and line, for what is none.
    """
    folder = open_graph(path).folder
    count = keep_gazetteer(path, files)
    with folder.writing():
        derive(folder, Report(), base=folder.base)
    return count


def keep_gazetteer(path: str | Path, files: Sequence[str | Path]) -> int:
    """Lay gazetteers into a folder for its next build; gives the number of their entries."""
    count = sum(len(gazetteer.read_entries(f)) for f in files)
    folder = store.Folder(path).gazetteer
    folder.mkdir(parents=True, exist_ok=True)
    for f in files:
        shutil.copy(f, folder / Path(f).name)
    return count


def _about(path: str | Path, kind: str, one: str, value: str, why: str | None) -> Entity:
    graph = open_graph(path)
    first = _things(graph, entity(graph, one))[0]
    return _judge(graph, algebra.about(graph.judgements, graph.results, kind, first, value), first, why)


def _things(graph: KnowledgeGraph, e: Entity) -> list[algebra.Node]:
    """What articles call an entity by, the earliest article first."""
    place = {r.article.iri: n for n, r in enumerate(graph.results)}
    return sorted((node for node, iri in graph.identities.of.items() if iri == e.iri), key=lambda n: (place[n[0]], n))


def _judge(graph: KnowledgeGraph, after: Sequence[Judgement], node: algebra.Node, why: str | None) -> Entity:
    new = _write(graph, algebra.signed(graph.judgements, after, **_by(why)))
    return entity(new, new.identities.of[node])


def _by(why: str | None) -> dict[str, str | None]:
    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):
        who = None
    return {"who": who, "when": datetime.now(UTC).isoformat(timespec="milliseconds"), "why": why}


def _write(graph: KnowledgeGraph, judgements: Iterable[Judgement]) -> KnowledgeGraph:
    """Keep judgements and derive the graph from them; gives it."""
    folder = graph.folder
    with folder.writing():
        folder.begin(folder.base)
        store.write(folder.judgements, algebra.dumps(judgements))
        attributes = folder.path / ".gitattributes"
        if not attributes.exists():
            store.write(attributes, _ATTRIBUTES)
        derive(folder, Report(), base=folder.base)
    return open_graph(folder.path)
