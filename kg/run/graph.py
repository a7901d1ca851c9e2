"""A graph in a folder, as Python sees it: `kg.open(dir)`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import store
from kg.store import Context, Folder
from kg.values import BASE, Article, ArticleResult, Entity, Judgement, Source, Statement

if TYPE_CHECKING:
    from kg.identity import Identities


def open_graph(path: str | Path) -> KnowledgeGraph:
    """The graph in a folder, to be read. What a change that was stopped left undone is derived first.

    Raises store.NoGraph if there is none, store.Locked if its first build is under way.
    """
    folder = Folder(path).must_exist()
    if folder.derived() is None:
        _finish(folder)
    return KnowledgeGraph(folder)


def _finish(folder: Folder) -> None:
    # Imported here: a graph that is whole needs none of it.
    from kg.run.build import Report, derive

    try:
        with folder.writing():
            derive(folder, Report(), base=folder.base)
    except (store.Locked, PermissionError):
        # A build is under way, or the folder is somebody else's: the last finished state is read.
        if not folder.store.is_dir():
            raise


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
        # Imported here: a query does without it.
        from kg import identity
        from kg.mentions import gazetteer

        own = [e for file in self.folder.gazetteers() for e in gazetteer.read_entries(file)]
        return identity.across(self.results, self.judgements, gazetteer=own)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the graph."""
        return tuple(self.identities.entities)

    @cached_property
    def entity_rows(self) -> list[dict[str, Any]]:
        """The entities with their mentions and articles, most mentioned first, as `kg entities` prints them."""
        mentions: Counter[str] = Counter()
        articles: dict[str, set[str]] = defaultdict(set)
        of = self.identities.of
        for (article, _), iri in of.items():
            articles[iri].add(article)
        for r in self.results:
            mentions.update(filter(None, (of.get((r.article.iri, m.entity or "")) for m in r.mentions)))
        rows = [
            {"iri": e.iri, "name": e.name, "type": e.type, "aliases": [*e.aliases]}
            | {"links": [iri for _, iri in e.links], "mentions": mentions[e.iri], "articles": len(articles[e.iri])}
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

    def derive(self, base: str = BASE) -> int:
        """Bring the store and the TriG up to the article results; gives the number of quads that changed."""
        context = Context(
            of=self.identities.of,
            rejected=frozenset(self.identities.rejected),
            counts=store.support(self.statements, self.articles, self.copies),
            copy_of=self.copies,
            base=base,
        )
        return store.Graph(self.results, self.entities, context).write(self.folder)

    def query(self, sparql: str, **options: Any) -> Any:
        """Run SPARQL 1.1 on the store; the prefixes of the contract need no declaration.

        Gives pyoxigraph's solutions, a boolean, or triples. Raises SyntaxError if the query does not parse.
        """
        return self._store.query(sparql, prefixes=self.prefixes, **options)

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

    def show(self, path: str | Path, **options: Any) -> Path:
        """Write the interactive actor graph as one HTML file; options as of `kg.exploration.page` and its filters."""
        from kg.exploration import page

        shown = {k: options.pop(k) for k in ("quotes", "title", "doubtful", "notes") if options.get(k)}
        shown.setdefault("doubtful", self.identities.doubtful)
        store.write(Path(path), page(self.to_networkx(**options), self.articles, **shown))
        return Path(path)

    def validate(self) -> list[str]:
        """What is wrong with the graph, one sentence each; nothing if all is as it should be."""
        return list(store.violations(self.folder, self._store, self.results))

    def export(self, path: str | Path, *, form: str | None = None, triple_terms: bool = False) -> Path:
        """Write the graph in the format that the suffix says, or in one of ``ftm`` and ``annotations``.

        triple_terms: RDF 1.2 triple terms besides (RDF formats).

        Raises store.WrongFormat for a suffix that is none of them.
        """
        target, suffix = Path(path), Path(path).suffix.lower()
        form = form or next((f for f in ("ftm", "annotations") if f".{f}." in target.name), None)
        content: Any
        if form == "ftm":
            content = store.follow_the_money(self.entities, self.statements, self.articles)
        elif form == "annotations":
            content = store.web_annotations(self.statements, self.articles)
        elif suffix in store.RDF_SUFFIXES:
            content = store.rdf(self._store, suffix, self.prefixes, triple_terms=triple_terms)
        elif suffix in store.TABLE_SUFFIXES:
            content = store.table(self.statements, self.articles, suffix)
        elif suffix in (".graphml", ".gexf"):
            content = network(self.to_networkx(), suffix)
        else:
            known = " ".join(
                (*store.RDF_SUFFIXES, *store.TABLE_SUFFIXES, ".graphml .gexf .ftm.json .annotations.jsonld")
            )
            raise store.WrongFormat(f"{target.name}: the suffix says the format, and is none of {known}.")
        store.write(target, content)
        return target

    def load_to(self, endpoint: str, *, update: bool | None = None) -> tuple[int, list[str]]:
        """Write the graph to another SPARQL 1.1 store; gives the number of quads and warnings."""
        return store.load(self.folder.trig, endpoint, update=update)

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
    """The actor graph as GraphML or GEXF, which hold plain values only."""
    import io

    import networkx as nx

    plain = nx.MultiDiGraph()
    plain.add_nodes_from((n, _plain(d)) for n, d in sorted(graph.nodes(data=True)))
    plain.add_edges_from(
        (a, b, k, _plain(d)) for a, b, k, d in sorted(graph.edges(keys=True, data=True), key=lambda e: e[2])
    )
    out = io.BytesIO()
    (nx.write_graphml if suffix == ".graphml" else nx.write_gexf)(plain, out)
    # GEXF carries the day on which it was written; the same graph is to have the same bytes.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())


def _plain(data: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    """Attributes as plain values; lists joined, what is not there left out."""
    flat = {k: "; ".join(map(str, v)) if isinstance(v, tuple | list | set | frozenset) else v for k, v in data.items()}
    return {k: v if isinstance(v, str | int | float | bool) else str(v) for k, v in flat.items() if v is not None}
