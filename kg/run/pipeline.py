"""The order of the stages, for one article after the other. Only here are identity and qualification interleaved."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import extraction, identity, mentions, parsing, qualification
from kg.parsing import Parse
from kg.reading import article_of
from kg.values import BASE, Article, ArticleResult, Phrase, Statement, slug


def read_parse(parse: Parse, *, base: str = BASE) -> ArticleResult:
    """All that a parsed article says, and about whom."""
    found = mentions.find(parse)
    statements = extraction.extract(parse, found)
    statements = qualification.attribute(parse, found, statements)
    found, statements, entities = identity.resolve(parse, found, statements, base=base)
    statements = qualification.qualify(parse, found, statements)
    statements = tuple(
        replace(
            s,
            relation=replace(s.relation, iri=f"{base}relation/{slug(s.relation.lemma)}"),
            object=_said_of_itself(s) or s.object,
        )
        for s in statements
    )
    return ArticleResult(parse.article, statements, found, entities)


def _said_of_itself(s: Statement) -> Phrase | None:
    """*the HNC, Syria's main opposition group*: what says what its subject is stands for words, no second thing."""
    if s.object is None or s.object.entity is None or s.object.entity != s.subject.entity:
        return None
    return None if s.object.text.lower().endswith(("self", "selves")) else replace(s.object, entity=None, name=None)


def results(
    articles: Iterable[Article], *, model: str = parsing.DEFAULT_MODEL, base: str = BASE
) -> Iterator[ArticleResult]:
    """Article results, in order, a batch of articles in memory at a time; an error in one leaves the others be."""
    for doc, article in parsing.documents(articles, parsing.load(model)):
        try:
            result = read_parse(parsing.parse_of(doc, article), base=base)
        except Exception as error:  # a rule that breaks on a text nobody foresaw
            why = f"left out, since kg broke on it ({type(error).__name__}: {error}). Please report it with the text."
            result = ArticleResult(article, failed=f"{article.iri}: {why}")
        yield result


def extract(texts: str | Iterable[str | Article], *, model: str = parsing.DEFAULT_MODEL) -> Iterator[Statement]:
    """Read statements from articles (or from one text), in order, one article at a time.

    Offsets in a statement count code points of its article's text. Memory does not grow with the number of articles.

    Warns of an article on which an error of kg's own ended the reading.

    Raises ModelNotFound if no spaCy pipeline of that name is installed.
    """
    several = (texts,) if isinstance(texts, str) else texts
    articles = (t if isinstance(t, Article) else article_of(t) for t in several)
    for result in results(articles, model=model):
        if result.failed:
            warnings.warn(result.failed, stacklevel=2)
        yield from result.statements
