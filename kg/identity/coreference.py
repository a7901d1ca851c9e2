"""Who is who inside an article."""

from __future__ import annotations

from dataclasses import replace

from kg.parsing import Parse
from kg.values import BASE, Entity, Mention, Phrase, Statement, short_hash, slug


def resolve(
    parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...], *, base: str = BASE
) -> tuple[tuple[Mention, ...], tuple[Statement, ...], tuple[Entity, ...]]:
    """Mentions with their entities, statements whose phrases and sources carry them, and the entities."""
    resolved: list[Mention] = []
    entities: dict[str, Entity] = {}
    by_head: dict[int, Mention] = {}
    for m in mentions:
        iri = f"{base}entity/{slug(m.text)}"
        if m.kind != "name":
            iri += f".{short_hash(parse.article.iri, m.start)}"
        m = replace(m, entity=iri, name=m.text)
        resolved.append(m)
        by_head[m.head] = m
        if m.kind != "pronoun":
            entities.setdefault(iri, Entity(iri, m.text, m.type))

    def fill(phrase: Phrase | None) -> Phrase | None:
        m = by_head.get(phrase.head) if phrase is not None and phrase.head is not None else None
        return phrase if phrase is None or m is None else replace(phrase, entity=m.entity, name=m.name, type=m.type)

    filled = tuple(
        replace(s, subject=fill(s.subject), object=fill(s.object), arguments=tuple(fill(a) for a in s.arguments))  # type: ignore[arg-type,misc]
        for s in statements
    )
    return tuple(resolved), filled, tuple(entities.values())
