"""Small graphs of invented news, and a browser without any network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.values import Article, Block, Entity, EventCode, Phrase, Relation, Sentence, Source, Statement, TimeSpan

CHROMIUM = os.environ.get("KG_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class News:
    """Statements put together by hand, so that tests of the page do not hang on what is read from text."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.entities: dict[str, Entity] = {}
        self.statements: list[Statement] = []

    def article(self, key: str, text: str, **more: Any) -> str:
        iri = f"https://{key}.example/story"
        day = more.pop("published", date(2031, 5, 1))
        self.articles[iri] = Article(
            iri, text, published=day, url=iri, blocks=(Block("paragraph", 0, len(text)),), **more
        )
        return iri

    def entity(self, name: str, type: Any = "Organization", aliases: tuple[str, ...] = ()) -> str:
        iri = f"https://newskg.org/id/entity/{len(self.entities)}"
        self.entities[iri] = Entity(iri, name, type, aliases)
        return iri

    def says(self, article: str, subject: str, lemma: str, object: str | None = None, **more: Any) -> Statement:
        """One statement; ``voice`` is an entity's IRI, ``sentence`` words of the article, ``weight`` of the event."""
        text = self.articles[article].text
        sentence = more.pop("sentence", text)
        start = text.index(sentence)
        voice, weight, event, when = (more.pop(k, None) for k in ("voice", "weight", "event", "when"))
        statement = Statement(
            id=f"{article}#s-{len(self.statements)}",
            article=article,
            sentence=Sentence(0, start, start + len(sentence), sentence),
            subject=self.phrase(subject),
            relation=Relation(lemma),
            object=None if object is None else self.phrase(object),
            attribution=() if voice is None else (Source("say", entity=voice, name=self.entities[voice].name),),
            event=None if event is None else EventCode(event, weight=weight),
            time=None if when is None else TimeSpan("then", (0, 0), when[0], when[1], "span"),
        )
        self.statements.append(replace(statement, **more))
        return self.statements[-1]

    def phrase(self, iri_or_words: str) -> Phrase:
        e = self.entities.get(iri_or_words)
        return Phrase(iri_or_words) if e is None else Phrase(e.name, entity=e.iri, name=e.name, type=e.type)

    def project(self, **criteria: Any) -> Any:
        from kg.exploration import project

        return project(self.statements, self.articles, self.entities.values(), **criteria)


@pytest.fixture
def news() -> News:
    return News()


@pytest.fixture
def harbour(news: News) -> News:
    """Two outlets on a quarrel about a harbour: backed, denied, wanted, foreseen."""
    one = news.article(
        "herald",
        "Velmark runs the harbour. The union backs the strike. Port talks will resume in June, Velmark said.",
        title="Harbour quarrel",
        publisher="Herald",
    )
    two = news.article(
        "courier",
        "The union supports the strike. Velmark did not dismiss Ada Brandt. The union urges Velmark to pay.",
        title="Who pays?",
        publisher="Courier",
        published=date(2031, 5, 9),
    )
    velmark = news.entity("Velmark", aliases=("Velmark Port Ltd",))
    union = news.entity("Dockers’ Union")
    ada = news.entity("Ada Brandt", "Person")
    strike, talks = news.entity("strike", "Event"), news.entity("port talks", "Event")
    harbour = news.entity("harbour", "Place")
    news.says(one, velmark, "run", harbour, sentence="Velmark runs the harbour.")
    news.says(one, union, "back", strike, sentence="The union backs the strike.", event="SUPPORT", weight=4.0)
    news.says(
        one, talks, "resume", sentence="Port talks will resume in June, Velmark said.", modality="future", voice=velmark
    )
    news.says(two, union, "back", strike, sentence="The union supports the strike.", event="SUPPORT", weight=4.0)
    news.says(two, velmark, "dismiss", ada, sentence="Velmark did not dismiss Ada Brandt.", polarity="negated")
    urged = "The union urges Velmark to pay."
    wanted = news.says(two, velmark, "pay", ada, sentence=urged, modality="desired", voice=union)
    day = ("2031-05-08", "2031-05-08")
    urge = news.says(two, union, "urge", sentence=urged, event="REQUEST", weight=-0.1, when=day)
    news.statements[-1] = replace(urge, object=Phrase("to pay", statement=wanted.id))
    return news


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI"):
            pytest.fail(f"no browser at {CHROMIUM}; tests of the page must run here")
        pytest.skip(f"no browser at {CHROMIUM}")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as p:
        running = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens HTML from disk with the network off; at the end no request and no console line may have been seen."""
    seen: list[str] = []
    contexts = []

    def open_page(text: str, fragment: str = "", **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(
            **{"viewport": {"width": 1440, "height": 900}, "offline": True, "reduced_motion": "reduce"} | options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: r.url.startswith("file:") or r.url.startswith("blob:") or seen.append(r.url))
        page.on("console", lambda m: seen.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: seen.append(str(e)))
        page.goto(file.as_uri() + fragment)
        page.wait_for_selector("html[data-ready=yes]", timeout=20_000)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert seen == []
