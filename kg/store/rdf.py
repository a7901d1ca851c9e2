"""Article results and identities to quads: the one place that decides how the graph looks (contract, section 4)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.store.terms import Quad, decimal, iri, name, number, text
from kg.values import BASE, VOCABULARY, Article, ArticleResult, Entity, EventCode, Phrase, Statement, TimeSpan

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


def graph_of(article: str, chain: Sequence[str]) -> str:
    """IRI of the graph of a chain of voices in an article, outermost first: the article's own if there is none."""
    if not chain:
        return article
    # A voice without a name needs no place in the name of a longer chain than its own.
    slugs = ("unnamed" if v == UNNAMED else v.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for v in chain)
    return f"{article}#voice-{'--'.join(slugs)}"


class _Mapper:
    """Quads of one article. ``shared`` are those whose subject is not of the article: flat facts, times."""

    def __init__(self, result: ArticleResult, context: Context) -> None:
        self.article = result.article
        self.context = context
        self.ids = {s.id for s in result.statements} - context.rejected
        self.own: set[Quad] = set()
        self.shared: set[Quad] = set()

    def add(self, subject: str, predicate: str, *objects: str | None) -> None:
        """Triples of the default graph; what is None is not said."""
        self.own.update(("", subject, name(predicate), o) for o in objects if o)

    def known(self, local: str | None) -> str | None:
        """The entity of the graph that a local one is."""
        found = local and self.context.of.get((self.article.iri, local))
        return iri(found) if found else None

    def describe_article(self, result: ArticleResult) -> None:
        a, me = self.article, iri(self.article.iri)
        copied = self.context.copy_of.get(a.iri)
        self.add(me, "rdf:type", name("schema:NewsArticle"), name("nif:Context"))
        self.add(me, "kg:textHash", text("sha256:" + text_hash(a)))
        self.add(me, "nif:beginIndex", number(0))
        self.add(me, "nif:endIndex", number(len(a.text)))
        self.add(me, "schema:headline", a.title and text(a.title))
        self.add(me, "schema:publisher", a.publisher and text(a.publisher))
        self.add(me, "schema:inLanguage", a.language and text(a.language))
        self.add(me, "schema:author", *map(text, a.authors))
        self.add(me, "schema:url", a.url and iri(a.url))
        self.add(me, "schema:datePublished", a.day and text(a.day, "xsd:date"))
        self.add(me, "kg:copyOf", copied and iri(copied))
        self.add(me, "schema:mentions", *{self.known(m.entity) for m in result.mentions})

    def describe_statement(self, s: Statement) -> None:
        me, chain = iri(s.id), [self.context.of.get((s.article, v.entity or ""), UNNAMED) for v in s.attribution]
        so = s.polarity == "affirmed" and s.modality == "actual"
        graph = graph_of(s.article, chain)
        subject, predicate = self.resource(s.subject, s), iri(s.relation.iri or "")
        self.add(me, "rdf:type", name("kg:Statement"), name("rdf:Statement"))
        if s.event and so and not chain:
            self.add(me, "rdf:type", name("sem:Event"))
        self.add(me, "rdf:subject", subject)
        self.add(me, "rdf:predicate", predicate)
        # What a struck out statement said is not left behind as words.
        if s.object is not None and (s.object.statement is None or s.object.statement in self.ids):
            object = self.value(s.object, s)
            self.add(me, "rdf:object", object)
            if s.object.value is not None:
                self.add(me, "kg:value", number(s.object.value))
                self.add(me, "kg:unit", s.object.unit and text(s.object.unit))
            if so and s.object.statement is None:
                self.own.add((iri(graph), subject, predicate, object))
                if not chain:
                    self.shared.add(("", subject, predicate, object))
        self.add(me, "kg:polarity", text(s.polarity))
        self.add(me, "kg:modality", text(s.modality))
        self.add(me, "kg:confidence", decimal(s.confidence))
        self.add(me, "kg:derivedBy", text(s.derived_by))
        self.add(me, "kg:inGraph", iri(graph))
        self.add(me, "kg:attributedTo", *map(iri, chain))
        if chain:
            self.add(iri(graph), "rdf:type", name("kg:VoiceGraph"))
            self.add(iri(graph), "kg:voice", iri(chain[-1]))
            self.add(iri(graph), "kg:chain", text(" ".join(chain)))
            self.add(iri(graph), "prov:wasQuotedFrom", iri(self.article.iri))
        for a in s.arguments:
            self.add(me, f"kg:{a.role}", self.value(a, s))
        if s.place is not None:
            place = self.known(s.place.entity)
            self.add(me, "sem:hasPlace" if place else "kg:place", place or text(s.place.text))
        if s.event is not None:
            self.describe_event(me, s.event)
        if s.time is not None:
            self.describe_time(me, s.time)
        self.describe_evidence(me, s)
        articles, sources = self.context.counts.get(s.id, (1, 1))
        self.add(me, "kg:independentArticles", number(articles))
        self.add(me, "kg:distinctSources", number(sources))

    def describe_event(self, me: str, e: EventCode) -> None:
        self.add(me, "kg:eventType", name(f"plover:{e.type}"))
        self.add(me, "kg:eventMode", e.mode and name(f"plover:{e.mode}"))
        self.add(me, "kg:eventContext", *(name(f"plover:{c}") for c in e.context))
        self.add(me, "kg:cameo", e.cameo and text(e.cameo))
        self.add(me, "kg:weight", None if e.weight is None else decimal(e.weight))
        self.add(me, "kg:eventSource", self.known(e.source.entity) if e.source else None)
        self.add(me, "kg:eventTarget", self.known(e.target.entity) if e.target else None)

    def describe_time(self, me: str, t: TimeSpan) -> None:
        base = f"{self.context.base}time/"
        days = {"time:hasBeginning": t.start} | ({"time:hasEnd": t.end} if t.end else {})
        node = iri(base + (t.start if t.start == t.end else f"{t.start}--{t.end or 'open'}"))
        self.add(me, "sem:hasTime", node)
        self.add(me, "kg:granularity", text(t.granularity))
        for predicate, day in days.items():
            instant = iri(base + day)
            self.shared.add(("", instant, A, name("time:Instant")))
            self.shared.add(("", instant, name("time:inXSDDate"), text(day, "xsd:date")))
            if instant != node:
                self.shared.add(("", node, A, name("time:Interval")))
                self.shared.add(("", node, name(predicate), instant))

    def describe_evidence(self, me: str, s: Statement) -> None:
        place = iri(f"{self.article.iri}#char={s.sentence.start},{s.sentence.end}")
        self.add(me, "prov:wasDerivedFrom", place)
        self.add(place, "rdf:type", name("nif:String"), name("nif:Sentence"))
        self.add(place, "nif:beginIndex", number(s.sentence.start))
        self.add(place, "nif:endIndex", number(s.sentence.end))
        self.add(place, "nif:anchorOf", text(s.sentence.text))
        self.add(place, "nif:referenceContext", iri(self.article.iri))
        # The words themselves within the shared sentence.
        spans = [(x.start, x.end) for x in (s.subject, s.relation, s.object) if x is not None and x.start is not None]
        if spans:
            self.add(me, "kg:begin", number(min(start for start, _ in spans)))
            self.add(me, "kg:end", number(max(end for _, end in spans if end is not None)))

    def value(self, phrase: Phrase, s: Statement) -> str:
        """What a phrase stands for: a statement, an entity, or its words."""
        return self.resource(phrase, s) if phrase.statement in self.ids or phrase.entity else text(phrase.text)

    def resource(self, phrase: Phrase, s: Statement) -> str:
        """An IRI for a phrase whatever it is; what is no entity has one within its article and its words."""
        if phrase.statement in self.ids:
            return iri(phrase.statement or "")
        known = self.known(phrase.entity)
        if known:
            return known
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


def mention_counts(results: Iterable[ArticleResult], of: Mapping[tuple[str, str], str]) -> Iterator[Quad]:
    """How often each entity is mentioned in all articles."""
    counts = Counter(of.get((r.article.iri, m.entity or "")) for r in results for m in r.mentions)
    for known, n in counts.items():
        if known:
            yield "", iri(known), name("kg:mentionCount"), number(n)
