"""Relations: their labels, and which is broader than which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.lexicon import mapping, words
from kg.store.terms import Quad, iri, name, text
from kg.values import BASE, ArticleResult, slug


def parent_of(lemma: str) -> str | None:
    """The broader relation, or None: the one that synonyms share (*back* → *support*), the office without its degree
    (*be executive director of* → *be director of*), the verb without a preposition that leaves its sense as it is
    (*be located in* → *be located*, *fly to* → *fly*)."""
    known = mapping("lexicon/relations", "relation", "parent").get(lemma)
    first, *rest = lemma.split()
    if known or not rest:
        return known
    particles = words("lexicon/verb_particles") - words("lexicon/markers", role="place")
    prepositions = words("lexicon/markers") - particles
    be = first == "be"
    if be and rest[0] in words("lexicon/offices", kind="degree") and not prepositions.issuperset(rest[1:]):
        return " ".join((first, *rest[1:]))
    plain = be or first in words("lexicon/verb_kinds", kind="plain")
    return lemma.rsplit(" ", 1)[0] if plain and len(rest) > be and rest[-1] in prepositions else None


def relation_quads(results: Iterable[ArticleResult], base: str = BASE) -> Iterator[Quad]:
    """Labels of the relations that are used, and of those broader than they."""
    lemmas = {(s.relation.iri or "", s.relation.lemma) for r in results for s in r.statements}
    for me, lemma in sorted(lemmas):
        yield from _relation(me, lemma)
        while parent := parent_of(lemma):
            broader = f"{base}relation/{slug(parent)}"
            yield from _relation(broader, parent)
            yield "", iri(me), name("skos:broader"), iri(broader)
            me, lemma = broader, parent


def _relation(me: str, lemma: str) -> Iterator[Quad]:
    yield "", iri(me), name("rdf:type"), name("kg:Relation")
    yield "", iri(me), name("rdf:type"), name("rdf:Property")
    yield "", iri(me), name("rdfs:label"), text(lemma)
