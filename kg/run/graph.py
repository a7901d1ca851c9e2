"""A graph in a folder, as Python sees it: `kg.open(dir)`."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import store
from kg.store import Folder
from kg.values import Article, ArticleResult, Entity, Judgement, Source, Statement, slug

if TYPE_CHECKING:
    from kg.identity import Identities
    from kg.run.correct import Corrections


def open_graph(path: str | Path) -> KnowledgeGraph:
    """The graph in a folder, to be read. What a change that was stopped left undone is derived first.

    Raises store.NoGraph if there is none, store.Locked if its first build is under way.
    """
    folder = Folder(path).must_exist()
    if folder.derived() is None:
        from kg.run.building import derive

        try:
            with folder.writing():
                derive(folder)
        except (store.Locked, OSError):
            # A build is under way, the folder is not ours, or the disk full: the last finished state is read.
            if not folder.store.is_dir():
                raise
    return KnowledgeGraph(folder)


class Unknown(Exception):
    """What was named is not in the graph, or is not one thing."""


class KnowledgeGraph:
    """Statements, entities and articles of a graph, and its RDF for SPARQL, rdflib, pandas and networkx."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder

    @cached_property
    def results(self) -> tuple[ArticleResult, ...]:
        """What was read from each article, ordered by date and IRI; entities are the articles' own."""
        return tuple(self.folder.results())

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by IRI."""
        return {r.article.iri: r.article for r in self.results}

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided."""
        return store.judgements(self.folder)

    @cached_property
    def identities(self) -> Identities:
        """Who is who across the articles, by what they say, what people decided and the user's own gazetteers."""
        from kg import identity
        from kg.mentions import gazetteer

        own = [e for file in self.folder.gazetteers() for e in gazetteer.read_entries(file)]
        return identity.across(self.results, self.judgements, gazetteer=own)

    @property
    def unfitting(self) -> list[str]:
        """A sentence for each judgement that fits nothing any more."""
        return [
            f"Judgement {j.kind} {' '.join(j.subjects)} is not applied: {why}." for j, why in self.identities.unfitting
        ]

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the graph."""
        return tuple(self.identities.entities)

    def entity(self, name: str) -> Entity:
        """An entity by its IRI, its short IRI (``ent:…``), or a name that only it has.

        Raises Unknown if there is none, or more than one.
        """
        key = name.removeprefix("ent:")
        iris = {name, f"{self.folder.base}entity/{key}"}
        found = [e for e in self.entities if e.iri in iris]
        found = found or [e for e in self.entities if e.name == name]
        found = found or [e for e in self.entities if name.casefold() in {n.casefold() for n in (e.name, *e.aliases)}]
        if len(found) == 1:
            return found[0]
        if found:
            raise Unknown(f'"{name}" is the name of {len(found)}: {" ".join(e.iri for e in found[:5])}. Give one IRI.')
        near = " ".join([e.iri for e in self.entities if slug(key) in e.iri][:5])
        raise Unknown(f'No entity "{name}" in {self.folder.path}.' + (f" Near: {near}" if near else ""))

    def compare(self, one: str, other: str) -> list[str]:
        """Why two entities, or names of one, are one or two: a line each for decision, score and reasons."""
        a, b = self.entity(one), self.entity(other)
        if a == b:
            joined = [d for d in self.identities.decisions if d.one == a.iri]
            reasons = (f"  {d.score:.2f}  {d.name} in {d.other}: {d.why}" for d in joined)
            return [f"{one} and {other} are one: {a.iri}", *reasons]
        found = self.identities.why(a.iri, b.iri)
        if found is None:
            return [f"{a.iri} and {b.iri} are two: a person, their names or an article that names both rule it out."]
        return [f"{a.iri} and {b.iri} are two.", f"  {found.score:.2f}  {found.why}"]

    @property
    def correct(self) -> Corrections:
        """What people may correct in the graph."""
        from kg.run.correct import Corrections

        return Corrections(self)

    @cached_property
    def entity_rows(self) -> list[dict[str, Any]]:
        """The entities with their mentions and articles, most mentioned first, as `kg entities` prints them."""
        of = self.identities.of
        told = Counter(of.get((r.article.iri, m.entity or "")) for r in self.results for m in r.mentions)
        articles = Counter(iri for _, iri in {(article, iri) for (article, _), iri in of.items()})
        rows = [
            {"iri": e.iri, "name": e.name, "type": e.type, "aliases": [*e.aliases]}
            | {"links": [iri for _, iri in e.links], "mentions": told[e.iri], "articles": articles[e.iri]}
            for e in self.entities
        ]
        return sorted(rows, key=lambda r: (-r["mentions"], r["iri"]))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements that nobody struck out, between the entities of the graph."""
        of, rejected = self.identities.of, self.identities.rejected
        known = {e.iri: e for e in self.entities}
        return tuple(_located(s, of, known) for r in self.results for s in r.statements if s.id not in rejected)

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """Article IRI to the earliest article of which it is a copy."""
        return store.copies(self.results)

    def query(self, sparql: str, **options: Any) -> Any:
        """Run SPARQL 1.1 on the store; the prefixes of the contract need no declaration.

        Gives pyoxigraph's solutions, a boolean, or triples. Raises SyntaxError if the query does not parse.
        """
        try:
            return self._store.query(sparql, prefixes=self.prefixes, **options)
        except SyntaxError as error:
            raise SyntaxError(store.unparsed(error)) from None

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefixes that every query may use."""
        return store.prefixes(self.folder.base)

    @cached_property
    def _store(self) -> Any:
        with self.folder.reading_store():
            return store.open_store(self.folder.store)

    def to_rdflib(self) -> Any:
        """An rdflib ``Dataset`` over the store, read-only."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._store), default_union=False)

    def to_pandas(self) -> Any:
        """The flat table of the contract as a pandas ``DataFrame``."""
        import pandas

        return pandas.DataFrame(
            [store.row(s, self.articles[s.article]) for s in self.statements], columns=store.COLUMNS
        )

    def to_networkx(self, **filters: Any) -> Any:
        """The actor graph as a networkx ``MultiDiGraph``; filters as in `kg.exploration.Filters`."""
        from kg.exploration import project

        return project(self.statements, self.articles, self.entities, copies=self.copies, **filters)

    def page(self, actors: Any, **options: Any) -> str:
        """The interactive page of an actor graph of `to_networkx`; options as of `kg.exploration.page`."""
        from kg.exploration import page

        return page(actors, self.articles, doubtful=self.identities.doubtful, **options)

    def show(self, path: str | Path, quotes: Any = "sentence", title: str = "Actor graph", **filters: Any) -> Path:
        """Write the interactive actor graph as one HTML file; filters as in `kg.exploration.Filters`."""
        store.write(Path(path), self.page(self.to_networkx(**filters), quotes=quotes, title=title))
        return Path(path)

    def validate(self, sources: Iterable[str | Path] = ()) -> list[str]:
        """What is wrong with the graph, one sentence each; nothing if all is as it should be.

        sources: files or folders of articles, to be read again and held against the texts that are kept.
        """
        from kg import reading

        wrong = list(store.violations(self.folder, self.results))
        texts: dict[str, set[str]] = {}
        for a in reading.read(map(str, sources), warn=wrong.append):
            texts.setdefault(a.iri, set()).add(a.text)
        for iri, found in texts.items():
            if iri not in self.articles:
                wrong.append(f"{iri} is in the sources and not in the graph.")
            elif self.articles[iri].text not in found:
                wrong.append(f"{iri} has other words in the sources than in the graph.")
        return wrong

    def export(self, path: str | Path, *, triple_terms: bool = False) -> Path:
        """Write the graph in the format that the suffix says.

        triple_terms: RDF 1.2 triple terms besides (RDF formats).

        Raises store.WrongFormat for a suffix that is none of them.
        """
        formats: dict[str, Callable[[str], str | bytes | Iterable[str]]] = {
            **dict.fromkeys(
                store.RDF_SUFFIXES, lambda s: store.rdf(self._store, s, self.prefixes, triple_terms=triple_terms)
            ),
            **dict.fromkeys(store.TABLE_SUFFIXES, lambda s: store.table(self.statements, self.articles, s)),
            **dict.fromkeys((".graphml", ".gexf"), lambda s: network(self.to_networkx(), s)),
            ".ftm.json": lambda s: store.follow_the_money(self.entities, self.statements, self.articles),
            ".annotations.jsonld": lambda s: store.web_annotations(self.statements, self.articles),
        }
        target = Path(path)
        suffix = max((s for s in formats if target.name.lower().endswith(s)), key=len, default=None)
        if suffix is None:
            raise store.WrongFormat(f"{target.name}: the suffix says the format, and is none of {' '.join(formats)}.")
        store.write(target, formats[suffix](suffix))
        return target

    def load_to(self, endpoint: str) -> tuple[int, list[str]]:
        """Write the graph to another SPARQL 1.1 store; gives the number of quads and warnings."""
        return store.load(self._store, endpoint)

    def ask(self, question: str) -> Any:
        """Answer a plain English question; see `kg.exploration.ask`."""
        from kg.exploration.ask import ask

        return ask(
            question,
            statements=self.statements,
            articles=self.articles,
            entities=self.entities,
            select=lambda sparql: [row[0].value for row in self.query(sparql)],
        )


def _located(s: Statement, of: Mapping[tuple[str, str], str], known: Mapping[str, Entity]) -> Statement:
    """A statement between entities of the graph, under the graph's names, instead of those of its article."""

    def fill(phrase: Any) -> Any:
        iri = phrase and phrase.entity and of.get((s.article, phrase.entity))
        if not iri:
            return phrase
        named = {"entity": iri, "name": known[iri].name}
        return replace(phrase, **named if isinstance(phrase, Source) else named | {"type": known[iri].type})

    event = s.event and replace(s.event, source=fill(s.event.source), target=fill(s.event.target))
    return replace(
        s,
        subject=fill(s.subject),
        object=fill(s.object),
        arguments=tuple(fill(a) for a in s.arguments),
        attribution=tuple(fill(v) for v in s.attribution),
        place=fill(s.place),
        event=event,
    )


def network(graph: Any, suffix: str) -> bytes:
    """The actor graph as GraphML or GEXF, which hold plain values only: lists are joined, what is None left out."""
    import networkx as nx

    def plain(data: Mapping[str, Any]) -> dict[str, Any]:
        said = {k: v for k, v in data.items() if v is not None}
        return {k: "; ".join(map(str, v)) if isinstance(v, tuple) else v for k, v in said.items()}

    simple = nx.MultiDiGraph()
    simple.add_nodes_from((n, plain(d)) for n, d in sorted(graph.nodes(data=True)))
    edges = sorted(graph.edges(keys=True, data=True), key=lambda e: e[2])
    simple.add_edges_from((a, b, k, plain(d)) for a, b, k, d in edges)
    out = io.BytesIO()
    (nx.write_graphml if suffix == ".graphml" else nx.write_gexf)(simple, out)
    # GEXF carries the day on which it was written; the same graph is to have the same bytes.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())
