"""Article results and identities to quads: the one place that decides how the graph looks (contract, section 4)."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.lexicon import table
from kg.store.terms import Quad, decimal, iri, name, number, text
from kg.values import BASE, VOCABULARY, Article, ArticleResult, Entity, Phrase, Source, Statement, slug

UNNAMED = VOCABULARY + "Unnamed"
CLASSES = {
    "Person": "schema:Person",
    "Organization": "schema:Organization",
    "ArmedGroup": "kg:ArmedGroup",
    "Government": "kg:Government",
    "Population": "kg:Population",
    "Country": "schema:Country",
    "Place": "schema:Place",
    "Event": "sem:Event",
    "Work": "schema:CreativeWork",
    "Thing": "kg:Thing",
}
A = name("rdf:type")


@dataclass(frozen=True, slots=True)
class Context:
    """What the mapping of one article needs to know of the others.

    of: (article IRI, local entity IRI) to graph IRI; what is missing there is no entity (an unresolved pronoun).
    rejected: statement ids that a person struck out.
    counts: statement id to the numbers of independent articles and distinct publishers that state the same.
    copy_of: article IRI to the earliest article of which it is a copy.
    """

    of: Mapping[tuple[str, str], str]
    rejected: frozenset[str] = frozenset()
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    copy_of: Mapping[str, str] = field(default_factory=dict)
    base: str = BASE


def text_hash(article: Article) -> str:
    """SHA-256 of the text as read, in hexadecimal digits."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def is_flat(s: Statement) -> bool:
    """Whether a statement has a flat triple: affirmed, actual, and with an entity or words as its object."""
    return s.polarity == "affirmed" and s.modality == "actual" and s.object is not None and s.object.statement is None


def voice_of(s: Statement, context: Context) -> tuple[str, ...]:
    """The chain of voices as IRIs, outermost first; empty for the article's own voice."""
    return tuple(_source(v, s.article, context) for v in s.attribution)


def graph_of(article: str, chain: tuple[str, ...]) -> str:
    """IRI of the graph of a voice in an article: the article's own if the chain is empty."""
    if not chain:
        return article
    # A voice without a name needs no place in the name of a longer chain than its own.
    slugs = ("unnamed" if v == UNNAMED else v.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for v in chain)
    return f"{article}#voice-{'--'.join(slugs)}"


def _source(v: Source, article: str, context: Context) -> str:
    return context.of.get((article, v.entity), UNNAMED) if v.entity else UNNAMED


class _Mapper:
    """Quads of one article. ``shared`` are those whose subject is not of the article: flat facts, times."""

    def __init__(self, result: ArticleResult, context: Context) -> None:
        self.article = result.article
        self.context = context
        self.ids = {s.id for s in result.statements} - context.rejected
        self.own: set[Quad] = set()
        self.shared: set[Quad] = set()

    def add(self, subject: str, predicate: str, object: str, graph: str = "") -> None:
        self.own.add((graph, subject, name(predicate), object))

    def describe_article(self, result: ArticleResult) -> None:
        a, me = self.article, iri(self.article.iri)
        for c in ("schema:NewsArticle", "nif:Context"):
            self.add(me, "rdf:type", name(c))
        self.add(me, "kg:textHash", text("sha256:" + text_hash(a)))
        self.add(me, "nif:beginIndex", number(0))
        self.add(me, "nif:endIndex", number(len(a.text)))
        for predicate, value in (
            ("schema:headline", a.title),
            ("schema:publisher", a.publisher),
            ("schema:inLanguage", a.language),
        ):
            if value:
                self.add(me, predicate, text(value))
        for author in a.authors:
            self.add(me, "schema:author", text(author))
        if a.url:
            self.add(me, "schema:url", iri(a.url))
        if a.published:
            self.add(me, "schema:datePublished", text(a.published.isoformat(), "xsd:date"))
        if a.iri in self.context.copy_of:
            self.add(me, "kg:copyOf", iri(self.context.copy_of[a.iri]))
        for e in {self.context.of.get((a.iri, m.entity or "")) for m in result.mentions} - {None}:
            self.add(me, "schema:mentions", iri(e or ""))

    def describe_statement(self, s: Statement) -> None:
        me, chain = iri(s.id), voice_of(s, self.context)
        graph = graph_of(s.article, chain)
        self.add(me, "rdf:type", name("kg:Statement"))
        self.add(me, "rdf:type", name("rdf:Statement"))
        if s.event and not chain and s.polarity == "affirmed" and s.modality == "actual":
            self.add(me, "rdf:type", name("sem:Event"))
        subject = self.resource(s.subject, s)
        predicate = iri(s.relation.iri or "")
        self.add(me, "rdf:subject", subject)
        self.add(me, "rdf:predicate", predicate)
        # What a struck out statement said is not left behind as words.
        if s.object is not None and (s.object.statement is None or s.object.statement in self.ids):
            object = self.value(s.object, s)
            self.add(me, "rdf:object", object)
            self.measure(me, s.object)
            if is_flat(s):
                self.own.add((iri(graph), subject, predicate, object))
                if not chain:
                    self.shared.add(("", subject, predicate, object))
        self.add(me, "kg:polarity", text(s.polarity))
        self.add(me, "kg:modality", text(s.modality))
        self.add(me, "kg:confidence", decimal(s.confidence))
        self.add(me, "kg:derivedBy", text(s.derived_by))
        self.add(me, "kg:inGraph", iri(graph))
        for v in chain:
            self.add(me, "kg:attributedTo", iri(v))
        if chain:
            self.describe_voice(graph, chain)
        for a in s.arguments:
            self.add(me, f"kg:{a.role}", self.value(a, s))
        if s.place is not None:
            local = self.context.of.get((s.article, s.place.entity or ""))
            if local:
                self.add(me, "sem:hasPlace", iri(local))
            else:
                self.add(me, "kg:place", text(s.place.text))
        self.describe_event(me, s)
        self.describe_time(me, s)
        self.describe_evidence(me, s)
        articles, sources = self.context.counts.get(s.id, (1, 1))
        self.add(me, "kg:independentArticles", number(articles))
        self.add(me, "kg:distinctSources", number(sources))

    def describe_voice(self, graph: str, chain: tuple[str, ...]) -> None:
        me = iri(graph)
        self.add(me, "rdf:type", name("kg:VoiceGraph"))
        self.add(me, "kg:voice", iri(chain[-1]))
        self.add(me, "kg:chain", text(" ".join(chain)))
        self.add(me, "prov:wasQuotedFrom", iri(self.article.iri))

    def describe_event(self, me: str, s: Statement) -> None:
        if s.event is None:
            return
        self.add(me, "kg:eventType", name(f"plover:{s.event.type}"))
        if s.event.mode:
            self.add(me, "kg:eventMode", name(f"plover:{s.event.mode}"))
        for c in s.event.context:
            self.add(me, "kg:eventContext", name(f"plover:{c}"))
        if s.event.cameo:
            self.add(me, "kg:cameo", text(s.event.cameo))
        if s.event.weight is not None:
            self.add(me, "kg:weight", decimal(s.event.weight))
        for predicate, phrase in (("kg:eventSource", s.event.source), ("kg:eventTarget", s.event.target)):
            known = phrase and phrase.entity and self.context.of.get((s.article, phrase.entity))
            if known:
                self.add(me, predicate, iri(known))

    def describe_time(self, me: str, s: Statement) -> None:
        if s.time is None:
            return
        base, start, end = f"{self.context.base}time/", s.time.start, s.time.end
        node = base + (start if start == end else f"{start}--{end or 'open'}")
        self.add(me, "sem:hasTime", iri(node))
        self.add(me, "kg:granularity", text(s.time.granularity))
        if start != end:
            self.shared.add(("", iri(node), A, name("time:Interval")))
            self.shared.add(("", iri(node), name("time:hasBeginning"), self.instant(base, start)))
            if end:
                self.shared.add(("", iri(node), name("time:hasEnd"), self.instant(base, end)))
        else:
            self.instant(base, start)

    def instant(self, base: str, day: str) -> str:
        me = iri(base + day)
        self.shared.add(("", me, A, name("time:Instant")))
        self.shared.add(("", me, name("time:inXSDDate"), text(day, "xsd:date")))
        return me

    def describe_evidence(self, me: str, s: Statement) -> None:
        place = iri(f"{self.article.iri}#char={s.sentence.start},{s.sentence.end}")
        self.add(me, "prov:wasDerivedFrom", place)
        for c in ("nif:String", "nif:Sentence"):
            self.add(place, "rdf:type", name(c))
        self.add(place, "nif:beginIndex", number(s.sentence.start))
        self.add(place, "nif:endIndex", number(s.sentence.end))
        self.add(place, "nif:anchorOf", text(s.sentence.text))
        self.add(place, "nif:referenceContext", iri(self.article.iri))
        spans = [x for x in (s.subject, s.relation, s.object) if x is not None and x.start is not None]
        if spans:
            # The words themselves within the shared sentence.
            self.add(me, "kg:begin", number(min(x.start for x in spans if x.start is not None)))
            self.add(me, "kg:end", number(max(x.end for x in spans if x.end is not None)))

    def measure(self, me: str, phrase: Phrase) -> None:
        if phrase.value is not None:
            self.add(me, "kg:value", number(phrase.value))
            if phrase.unit:
                self.add(me, "kg:unit", text(phrase.unit))

    def value(self, phrase: Phrase, s: Statement) -> str:
        """What a phrase stands for: a statement, an entity, or its words."""
        if phrase.statement in self.ids:
            return iri(phrase.statement or "")
        return self.resource(phrase, s) if phrase.entity else text(phrase.text)

    def resource(self, phrase: Phrase, s: Statement) -> str:
        """An IRI for a phrase whatever it is; what is no entity has one within its article and its words."""
        if phrase.statement in self.ids:
            return iri(phrase.statement or "")
        known = phrase.entity and self.context.of.get((s.article, phrase.entity))
        if known:
            return iri(known)
        where = f"{phrase.start},{phrase.end}" if phrase.start is not None else f"in={s.sentence.start}"
        # All mentions of one unresolved pronoun share the IRI that the article gives it.
        me = iri(phrase.entity or f"{self.article.iri}#words={where}")
        self.add(me, "rdf:type", name("kg:Unresolved"))
        self.add(me, "kg:words", text(phrase.text))
        return me


def article_quads(result: ArticleResult, context: Context) -> tuple[set[Quad], set[Quad]]:
    """Quads of an article: those of its own, and those it shares with others (flat facts, times)."""
    mapper = _Mapper(result, context)
    mapper.describe_article(result)
    for s in result.statements:
        if s.id not in context.rejected:
            mapper.describe_statement(s)
    return mapper.own, mapper.shared


def entity_quads(entities: Iterable[Entity]) -> Iterator[Quad]:
    """Descriptions of the entities: type, names, links."""
    for e in entities:
        me = iri(e.iri)
        yield "", me, A, name(CLASSES[e.type])
        yield "", me, name("skos:prefLabel"), text(e.name)
        yield "", me, name("rdfs:label"), text(e.name)
        for alias in sorted({*e.aliases} - {e.name}):
            yield "", me, name("skos:altLabel"), text(alias)
        for link, target in e.links:
            yield "", me, name(link), iri(target)


def relation_quads(results: Iterable[ArticleResult], base: str = BASE) -> Iterator[Quad]:
    """Labels of the relations that are used, and the broader relations the lexicon knows."""
    parents = _parents()
    lemmas = {(s.relation.iri or "", s.relation.lemma) for r in results for s in r.statements}
    for me, lemma in sorted(lemmas):
        yield from _relation(me, lemma)
        parent = parents.get(lemma)
        if parent and parent != lemma:
            broader = f"{base}relation/{slug(parent)}"
            yield from _relation(broader, parent)
            yield "", iri(me), name("skos:broader"), iri(broader)


def _relation(me: str, lemma: str) -> Iterator[Quad]:
    yield "", iri(me), A, name("kg:Relation")
    yield "", iri(me), A, name("rdf:Property")
    yield "", iri(me), name("rdfs:label"), text(lemma)


def _parents() -> dict[str, str]:
    return {r["relation"]: r["parent"] for r in table("lexicon/relations") if r["parent"]}


def mention_counts(results: Iterable[ArticleResult], of: Mapping[tuple[str, str], str]) -> Iterator[Quad]:
    """How often each entity is mentioned in all articles."""
    counts: dict[str, int] = defaultdict(int)
    for r in results:
        for m in r.mentions:
            known = of.get((r.article.iri, m.entity or ""))
            if known:
                counts[known] += 1
    for known, n in counts.items():
        yield "", iri(known), name("kg:mentionCount"), number(n)
