"""Articles in a language of four sentence forms, and its reader, which needs no model: the store's tests are about
what becomes of statements, not about how they are found.

*Alda Brun backs Corin Vale.* · *Dorn Esk says that Alda Brun backs Corin Vale.* · *… does not back …* · *… may back …*
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from kg.values import (
    BASE,
    Article,
    ArticleResult,
    Entity,
    EventCode,
    Mention,
    Phrase,
    Relation,
    Sentence,
    Source,
    Statement,
    TimeSpan,
    short_hash,
    slug,
)

SENTENCE = re.compile(
    r"(?:(?P<voice>\w+ \w+) says that )?(?P<subject>\w+ \w+) (?P<verb>(?P<how>does not |may )?(?P<stem>\w+?)s?) "
    r"(?P<object>\w+ \w+)\."
)
MODALITY = {"does not ": ("negated", "actual"), "may ": ("affirmed", "possible"), None: ("affirmed", "actual")}
STORY = "Alda Brun backs Corin Vale. Dorn Esk says that Corin Vale sues Alda Brun. Corin Vale does not back Dorn Esk."


def article(n: int, text: str = STORY, day: int = 1, publisher: str = "The Invented Post") -> Article:
    """An article of number n; the same number is the same IRI."""
    url = f"https://example.org/{n}"
    return Article(url, text, f"No. {n}", date(2021, 3, day), publisher, ("A. Writer",), "en", url)


def read(articles: Iterable[Article], *, model: str = "", base: str = BASE) -> Iterator[ArticleResult]:
    """What the articles say, in the shape in which kg reads it."""
    for a in articles:
        found = [(m, name) for m in SENTENCE.finditer(a.text) for name in ("voice", "subject", "object") if m[name]]
        mentions = tuple(
            Mention(m.start(k), m.end(k), m.start(k), "name", "Person", m[k], f"{base}entity/{slug(m[k])}", m[k])
            for m, k in found
        )
        named = sorted({(m.entity or "", m.text) for m in mentions})
        entities = tuple(Entity(iri, name, "Person") for iri, name in named)
        matches = [m for m, _ in groupby(m for m, _ in found)]
        yield ArticleResult(a, tuple(_statement(a, n, m, base) for n, m in enumerate(matches)), mentions, entities)


def _statement(a: Article, n: int, m: re.Match[str], base: str) -> Statement:
    def phrase(part: str) -> Phrase:
        return Phrase(m[part], m.start(part), m.end(part), f"{base}entity/{slug(m[part])}", m[part], "Person")

    polarity, modality = MODALITY[m["how"]]
    voice = phrase("voice") if m["voice"] else None
    return Statement(
        f"{a.iri}#s-{short_hash(n, m[0], length=8)}",
        a.iri,
        Sentence(n, m.start(), m.end(), m[0]),
        phrase("subject"),
        Relation(m["stem"], m["verb"], m.start("verb"), m.end("verb"), f"{base}relation/{m['stem']}"),
        phrase("object"),
        polarity=polarity,  # type: ignore[arg-type]
        modality=modality,  # type: ignore[arg-type]
        attribution=(Source("say", voice.text, voice.start, voice.end, voice.entity, voice.name),) if voice else (),
        event=EventCode("SUPPORT", cameo="05", weight=4.0) if m["stem"] == "back" else None,
        time=TimeSpan(m["verb"], (m.start("verb"), m.end("verb")), "2021-02-01", "2021-02-28", "month") if n else None,
        confidence=0.8,
        derived_by="invented",
    )
