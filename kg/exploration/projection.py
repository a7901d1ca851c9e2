"""Statements to a graph of actors: which statements become edges between which nodes, and which are left out.

Nodes are entities (a mention that was not resolved is none). A statement gives one edge for each proposition
between two of them: subject to object (kind *act*), subject to each further argument (*argument*), and, where
the object is a clause, subject to that clause's subject: *wish* where the clause is wanted (*the U.S. urges
Russia to stop*), else *speech* (*the Kremlin says that Putin …*). Where neither end is an actor the kind is
*thing* (*talks resume in Geneva*), which the page and the measures leave aside. Every edge carries its
statement's id, so that counting distinct ids gives the same numbers here, on the page and in SPARQL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import networkx as nx

from kg.values import ACTOR_TYPES, Article, Entity, EventCode, Statement

WANTED = frozenset({"desired", "necessary"})


@dataclass(frozen=True, slots=True)
class Filters:
    """What is kept; an empty filter keeps all. Days are inclusive ISO dates, names are matched without case.

    since, until: against the time of what is told or, where the text gives none, the day of publication.
    about, says: names, aliases or IRIs of entities that take part, or are a voice of the statement.
    min_articles: independent articles that support a pair of nodes (see `support`).
    actors_only: leaves out events, places, works and things.
    without_copies: of an article and its copies only one counts, the first of them that is kept.
    """

    since: str | None = None
    until: str | None = None
    about: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    polarities: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    from_articles: tuple[str, ...] = ()
    min_articles: int = 1
    min_confidence: float = 0.0
    actors_only: bool = False
    without_copies: bool = False


class Link(NamedTuple):
    """One edge to be: ends, kind, relation as it is read from end to end, role of the target."""

    source: str
    target: str
    kind: str
    relation: str
    role: str


def project(
    statements: Iterable[Statement],
    articles: Mapping[str, Article],
    entities: Iterable[Entity],
    *,
    copies: Mapping[str, str] | None = None,
    **criteria: Any,
) -> nx.MultiDiGraph:
    """The actor graph of the statements that pass the filters: the criteria are the fields of `Filters`.

    ``graph.graph["statements"]`` holds the kept statements in order, those without an edge too;
    ``graph.graph["copies"]`` the copies: article IRI to that of the article it is a copy of; ``graph.graph["names"]``
    those of all entities.
    """
    keep = Filters(**criteria)
    copies = copies or {}
    known = {e.iri: e for e in entities if not (keep.actors_only and e.type not in ACTOR_TYPES)}
    everything = tuple(statements)
    by_id = {s.id: s for s in everything}
    chosen = _about(tuple(s for s in everything if _passes(s, articles, keep)), known, keep)
    if keep.without_copies:
        first: dict[str, str] = {}
        for iri in sorted({s.article for s in chosen}, key=lambda iri: (iri in copies, iri)):
            first.setdefault(copies.get(iri, iri), iri)
        chosen = tuple(s for s in chosen if first[copies.get(s.article, s.article)] == s.article)
    links = {s.id: tuple(_links(s, by_id, known)) for s in chosen}
    if keep.min_articles > 1:
        told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in chosen:
            for link in links[s.id]:
                told[link.source, link.target].append(s)
        strong = {pair for pair, found in told.items() if support(found, copies) >= keep.min_articles}
        links = {i: tuple(k for k in ks if (k.source, k.target) in strong) for i, ks in links.items()}
        chosen = tuple(s for s in chosen if links[s.id])
    graph = nx.MultiDiGraph(statements=chosen, copies=copies, names={iri: e.name for iri, e in known.items()})
    seen: dict[str, list[str]] = defaultdict(list)
    for s in chosen:
        for who in entities_of(s) & known.keys():
            seen[str(who)].append(s.article)
    for iri, papers in sorted(seen.items()):
        e = known[iri]
        counts = {"statements": len(papers), "articles": len(set(papers))}
        actor = e.type in ACTOR_TYPES
        graph.add_node(iri, name=e.name, type=e.type, actor=actor, aliases=e.aliases, links=e.links, **counts)
    for s in chosen:
        for n, link in enumerate(links[s.id]):
            if not {known[link.source].type, known[link.target].type} & ACTOR_TYPES:
                link = link._replace(kind="thing")
            graph.add_edge(link.source, link.target, key=f"{s.id}/{n}", **_edge(s, link, articles.get(s.article)))
    return graph


def day_of(statement: Statement, article: Article | None) -> str | None:
    """When a statement is placed on the time line: its own time, else the day its article appeared."""
    if statement.time is not None:
        return statement.time.start
    return article.day if article else None


def support(statements: Iterable[Statement], copies: Mapping[str, str]) -> int:
    """In how many independent articles they stand: an article and its copies, as of a wire item, count once."""
    return len({copies.get(s.article, s.article) for s in statements})


def entities_of(statement: Statement) -> set[str | None]:
    """What takes part in a statement or is a voice of it."""
    parts = (statement.subject, statement.object, *statement.arguments, *statement.attribution)
    return {p.entity for p in parts if p is not None}


def status(statement: Statement) -> str:
    """How much stands behind it: asserted, reported (somebody says so) or unreal (not said to be so at all)."""
    if statement.modality != "actual":
        return "unreal"
    return "reported" if statement.attribution else "asserted"


def _links(s: Statement, by_id: Mapping[str, Statement], known: Mapping[str, Entity]) -> Iterator[Link]:
    subject, obj = s.subject.entity, s.object
    if subject not in known:
        return
    assert subject is not None
    lemma = s.relation.lemma
    if obj is not None and obj.entity in known and obj.entity != subject:
        yield Link(subject, obj.entity or "", "act", lemma, "object")
    if obj is not None and obj.statement in by_id:
        inner = by_id[obj.statement or ""]
        target = inner.subject.entity
        if target in known and target != subject:
            wanted = inner.modality in WANTED
            what = f"{lemma} {'to ' if wanted else '… '}{inner.relation.lemma}"
            yield Link(subject, target or "", "wish" if wanted else "speech", what, "content")
    between = f" {obj.text}" if obj is not None and obj.statement is None else ""
    met = {subject, obj.entity if obj else None}
    for a in s.arguments:
        if a.entity in known and a.entity not in met:
            met.add(a.entity)
            marker = f" {a.marker}" if a.marker else ""
            yield Link(subject, a.entity or "", "argument", f"{lemma}{between}{marker}", a.role)


def _edge(s: Statement, link: Link, article: Article | None) -> dict[str, object]:
    return {
        "statement": s.id,
        "kind": link.kind,
        "role": link.role,
        "relation": link.relation,
        "lemma": s.relation.lemma,
        "event_type": s.event and s.event.type,
        "event_weight": s.event.weight if s.event and _aimed(s.event, link) else None,
        "polarity": s.polarity,
        "modality": s.modality,
        "status": status(s),
        "attribution": tuple(v.called for v in s.attribution),
        "voices": tuple(v.entity for v in s.attribution if v.entity),
        "time": day_of(s, article),
        "time_end": s.time and s.time.end,
        "place": s.place and s.place.called,
        "confidence": s.confidence,
        "article": s.article,
        "publisher": article and article.publisher,
        "sentence": s.sentence.text,
        "start": s.sentence.start,
        "end": s.sentence.end,
    }


def _aimed(event: EventCode, link: Link) -> bool:
    """Whether an act is aimed at the edge's target: *joined the attacks by X* is no attack on X."""
    return link.role in ("object", "content") if event.target is None else event.target.entity == link.target


def _passes(s: Statement, articles: Mapping[str, Article], keep: Filters) -> bool:
    article = articles.get(s.article)
    first = day_of(s, article)
    last = first if s.time is None else s.time.end or date.max.isoformat()  # what is open still goes on
    return (
        s.confidence >= keep.min_confidence
        and (keep.since is None or (last is not None and last >= keep.since))
        and (keep.until is None or (first is not None and first <= keep.until))
        and _among(s.event.type if s.event else None, keep.event_types)
        and _among(s.relation.lemma, keep.relations)
        and _among(s.modality, keep.modalities)
        and _among(s.polarity, keep.polarities)
        and _among(article.publisher if article else None, keep.publishers)
        and _among(s.article, keep.from_articles)
    )


def _among(value: str | None, wanted: tuple[str, ...]) -> bool:
    return not wanted or (value is not None and value.casefold() in {w.casefold() for w in wanted})


def _about(statements: tuple[Statement, ...], known: Mapping[str, Entity], keep: Filters) -> tuple[Statement, ...]:
    if keep.about:
        iris = _named(keep.about, known)
        statements = tuple(s for s in statements if entities_of(s) & iris)
    if keep.says:
        iris = _named(keep.says, known)
        says = [(s, v) for s in statements for v in s.attribution]
        heard = {s.id for s, v in says if v.entity in iris or _among(v.name or v.text, keep.says)}
        statements = tuple(s for s in statements if s.id in heard)
    return statements


def _named(names: Iterable[str], known: Mapping[str, Entity]) -> frozenset[str]:
    wanted = {n.casefold() for n in names}
    return frozenset(i for i, e in known.items() if wanted & {n.casefold() for n in (e.iri, e.name, *e.aliases)})
