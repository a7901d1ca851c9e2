"""Articles about invented people and places, as results of reading, made without a model."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from kg.values import (
    BASE,
    Article,
    ArticleResult,
    Entity,
    Mention,
    Phrase,
    Relation,
    Sentence,
    Statement,
    short_hash,
    slug,
)


def made(iri: str, *cast: str, day: str | None = "2021-03-01", also: Iterable[str] = ()) -> ArticleResult:
    """An article with a cast: *Person John Selwin = baker, mayor* has a name and what else he is called in it.

    A member in lower case is a thing without a name. Each stands in a statement with the next.
    also: further names of members, *John Selwin = Selwin*.
    """
    other = dict(a.split(" = ") for a in also)
    text, mentions, entities, words = "", [], [], {}
    for member in cast:
        kind, named = member.split(" ", 1)
        name, *called = named.split(" = ")
        local = f"{BASE}entity/{slug(name)}"
        if name.islower():
            local += f".{short_hash(iri, len(text))}"
        forms = [name, *(other[name].split(", ") if name in other else ())]
        for form in forms:
            mentions.append(
                Mention(
                    len(text),
                    len(text) + len(form),
                    len(text),
                    "nominal" if name.islower() else "name",
                    kind,
                    form,
                    local,
                    name,
                )  # type: ignore[arg-type]
            )
            text += form + " met others. "
        for role in called[0].split(", ") if called else ():
            text += "The "
            mentions.append(
                Mention(len(text), len(text) + len(role), len(text), "nominal", kind, role, local, name)  # type: ignore[arg-type]
            )
            text += role + " spoke. "
        entities.append(Entity(local, name, kind, tuple(sorted(forms[1:]))))  # type: ignore[arg-type]
        words[name] = local
    sentence = Sentence(0, 0, len(text), text)
    statements = tuple(
        Statement(
            f"{iri}#s-{n}",
            iri,
            sentence,
            Phrase(a, text.index(a), text.index(a) + len(a), words[a], a),
            Relation("meet", iri=f"{BASE}relation/meet"),
            Phrase(b, text.index(b), text.index(b) + len(b), words[b], b),
        )
        for n, (a, b) in enumerate(pairwise(words))
    )
    article = Article(iri, text, published=date.fromisoformat(day) if day else None)
    return ArticleResult(article, statements, tuple(mentions), tuple(entities))


def one(identities, *where: tuple[ArticleResult, str]) -> bool:
    """Whether the names given, each with its article, stand for one entity."""
    return len({iri(identities, r, name) for r, name in where}) == 1


def iri(identities, result: ArticleResult, name: str) -> str:
    """The graph's IRI of what an article calls by a name."""
    local = next(e.iri for e in result.entities if e.name == name)
    return str(identities.of[result.article.iri, local])
