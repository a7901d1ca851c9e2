"""Every input format gives the article and its metadata; what is not an article gives one sentence."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import reading
from kg.lexicon import table
from kg.reading.blocks import blocks_of, kind_of
from kg.values import Article

STORY = (
    "The harbour of Nerva was closed on Monday after two ships had collided near the pier.\n\n"
    "The harbour master said that no one was hurt, and that the port would open on Tuesday.\n"
)
PAGE = """<!doctype html><html lang="en"><head><title>Harbour closed - Nerva Post</title>
<meta property="og:site_name" content="Nerva Post">
<meta property="article:published_time" content="2016-05-02T10:00:00Z">
<meta name="author" content="Ana Petrova"><link rel="canonical" href="https://example.org/harbour"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Harbour closed</h1>
{paragraphs}<h2>Ships wait</h2><p>Nine ships wait outside the harbour for a berth, the port authority said.</p>
<ul><li>The ferry to Kelvin does not sail.</li><li>Fishing boats are let in.</li></ul></article>
<footer>Copyright 2016 Nerva Post. All rights reserved.</footer></body></html>""".format(
    paragraphs="".join(f"<p>{p}</p>" for p in STORY.strip().split("\n\n"))
)


def read(*paths: object, **given: object) -> tuple[list[Article], list[str]]:
    said: list[str] = []
    return list(reading.read(map(str, paths), warn=said.append, **given)), said  # type: ignore[arg-type]


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


def test_plain_text_is_kept_exactly(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(("  \n" + STORY).replace("\n", "\r\n").encode())
    ((article,), said) = read(tmp_path / "a.txt", published=date(2016, 5, 2), publisher="Nerva Post")
    assert article.text == ("  \n" + STORY).replace("\n", "\r\n")
    assert (article.published, article.publisher, article.language) == (date(2016, 5, 2), "Nerva Post", "en")
    assert len(article.blocks) == 2 and not said


def test_an_address_that_is_not_whole_is_left_out_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": STORY, "url": "/news/1"}), encoding="utf-8")
    told: list[str] = []
    (article,) = reading.read([str(tmp_path / "a.jsonl")], warn=told.append)
    assert article.url is None and article.iri.startswith("urn:article:") and "'/news/1' is no whole address" in told[0]


def test_the_iri_of_an_article_without_url_does_not_come_from_its_path(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    articles, _ = read(tmp_path / "a.txt", tmp_path / "b.txt")
    assert articles[0].iri == articles[1].iri and "a.txt" not in articles[0].iri


def test_a_saved_page_gives_text_blocks_and_metadata(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(PAGE, encoding="utf-8")
    ((article,), said) = read(tmp_path / "page")
    assert not said
    assert (article.title, article.url, article.published) == (
        "Harbour closed",
        "https://example.org/harbour",
        date(2016, 5, 2),
    )
    assert (article.publisher, article.authors) == ("Nerva Post", ("Ana Petrova",))
    found = kinds(article)
    assert found[0] == ("headline", "Harbour closed") and ("headline", "Ships wait") in found
    assert ("bullet", "The ferry to Kelvin does not sail.") in found
    assert "Sport" not in article.text and "rights reserved" not in article.text


def test_a_page_without_an_article_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<html><body><script>go()</script></body></html>", encoding="utf-8")
    articles, said = read(tmp_path / "x.html")
    assert not articles and "no article" in said[0]


def test_markdown_loses_its_marks_and_gives_its_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(
        "---\ntitle: Harbour closed\ndate: 2016-05-02\nurl: https://example.org/h#top\npublisher: Nerva Post\n---\n"
        "## Ships wait\n\nThe harbour of **Nerva** was closed\non [Monday](https://example.org/x) by order.\n\n"
        "- The ferry does not sail.\n- Boats are let in.\n\n![The pier](pier.png)\n",
        encoding="utf-8",
    )
    ((article,), said) = read(tmp_path / "a")
    assert (article.title, article.url, article.publisher) == ("Harbour closed", "https://example.org/h", "Nerva Post")
    assert kinds(article) == [
        ("headline", "Ships wait"),
        ("paragraph", "The harbour of Nerva was closed on Monday by order."),
        ("bullet", "The ferry does not sail."),
        ("bullet", "Boats are let in."),
        ("caption", "The pier"),
    ]
    assert not said


def test_front_matter_that_is_not_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: [Harbour\n---\n{STORY}", encoding="utf-8")
    articles, said = read(tmp_path / "a.md")
    assert len(articles) == 1 and len(said) == 1 and "line 2" in said[0]


def test_json_lines_with_a_broken_line(tmp_path: Path) -> None:
    lines = [json.dumps({"text": STORY, "url": f"https://example.org/{n}", "date": "2016-05-02"}) for n in range(10)]
    lines[6] = '{"text": "The harbour'
    lines[8] = '{"title": "no text"}'
    (tmp_path / "a").write_text("\n".join(lines), encoding="utf-8")
    articles, said = read(tmp_path / "a")
    assert len(articles) == 8 and articles[0].published == date(2016, 5, 2)
    assert [("line 7" in said[0]), ("line 9" in said[1]), len(said)] == [True, True, 2]


def test_gzip_and_folders(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / ".hidden").write_text(STORY, encoding="utf-8")
    (tmp_path / "in" / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    articles, said = read(tmp_path)
    assert [a.publisher for a in articles] == ["Nerva Post", None] and not said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (bytes(range(256)) * 20, "is not text"),
        (gzip.compress(STORY.encode())[:30], "damaged gzip"),
        (STORY.encode() * 30_000, "at most 1,000,000"),
        (
            "El puerto de Nerva fue cerrado el lunes después de que dos barcos chocaran cerca del muelle.".encode(),
            "'es'",
        ),
    ],
)
def test_what_cannot_be_read_gives_one_sentence_and_the_rest_goes_on(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "bad").write_bytes(content)
    (tmp_path / "good").write_text(STORY, encoding="utf-8")
    articles, said = read(tmp_path / "bad", tmp_path / "none.txt", tmp_path / "good")
    assert len(articles) == 1 and len(said) == 2
    assert "bad" in said[0] and sentence in said[0]
    assert "no such file" in said[1]


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("latin-1", "Latin-1")])
def test_other_encodings_are_read_and_told(tmp_path: Path, encoding: str, name: str) -> None:
    text = STORY.replace("pier", "café")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    ((article,), said) = read(tmp_path / "a.txt")
    assert article.text == text and len(said) == 1 and name in said[0]


def test_hard_wrapped_lines_are_one_paragraph_and_lines_of_their_own_are_not() -> None:
    wrapped = (
        "The harbour of Nerva was closed on\nMonday after two ships had collided\n"
        "near the pier.\nIt opens on Tuesday, they said here."
    )
    assert [wrapped[b.start : b.end].count("\n") for b in blocks_of(wrapped)] == [2, 0]
    long = "\n".join(
        ["The harbour of Nerva was closed on Monday after two ships had collided near the long pier of the town."] * 3
    )
    assert len(blocks_of(long)) == 3


def test_headline_bullets_dateline_and_paragraph_are_told_apart() -> None:
    text = (
        "Harbour Closed as Ships Wait\n\n  • Ferry stays in port\n\n"
        "NERVA (AP) — The harbour was closed.\n\n‘No Way Out’\n\nIt rained."
    )
    assert [(b.kind, text[b.start : b.end]) for b in blocks_of(text)] == [
        ("headline", "Harbour Closed as Ships Wait"),
        ("bullet", "Ferry stays in port"),
        ("dateline", "NERVA (AP) —"),
        ("paragraph", "The harbour was closed."),
        ("headline", "‘No Way Out’"),
        ("paragraph", "It rained."),
    ]


@pytest.mark.parametrize("line", ["16 July 2023", "July 16, 2023", "Published 3:15 PM, Sun July 16, 2023"])
def test_a_line_with_the_day_under_the_headline_is_the_article_s_date(line: str) -> None:
    text = (
        f"Ferry strike is the longest since January\n{line}\n\nThe union met the minister on Monday, the mayor said.\n"
    )
    article = reading.article_of(text)
    assert article.title == "Ferry strike is the longest since January"
    assert article.published == date(2023, 7, 16)
    assert [b.kind for b in article.blocks] == ["headline", "boilerplate", "paragraph"]
    assert reading.article_of(text, published=date(2020, 1, 1)).published == date(2020, 1, 1)


def test_a_day_told_in_the_article_is_not_its_date() -> None:
    text = "Ferry sinks\n\nThe ferry sank on 16 July 2023 off the port of Kerst.\n\n1 May 2024\n\nNobody died.\n"
    assert reading.article_of(text).published is None


@pytest.mark.parametrize("text", ["北京今天下雨。", "Привет, мир."])
def test_a_short_text_in_other_letters_is_not_taken_for_english(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    told: list[str] = []
    assert not [*reading.read([str(tmp_path / "a.txt")], warn=told.append)]
    assert "is not English" in told[0]


@pytest.mark.parametrize("row", table("lexicon/furniture"), ids=lambda r: r["example"][:30])
def test_each_pattern_of_furniture_finds_its_example(row: dict[str, str]) -> None:
    assert kind_of(row["example"]) == row["kind"]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the harbour of Nerva had been closed for a week.",
        "The photographer was held at the harbour for two days, his editor said.",
        "Follow-up talks are planned in Kelvin, the minister said.",
        "Sources close to the mayor said that the port would be sold.",
        "Related firms were searched on Tuesday.",
        "Reuters reported that the harbour was closed.",
        "Read, who was 40, said the harbour would open.",
    ],
)
def test_prose_is_not_taken_for_furniture(sentence: str) -> None:
    assert kind_of(sentence, "And so on.") == "paragraph"


@settings(deadline=None)
@given(st.text(alphabet="ab .\n•-—ABC'\"(1)é", max_size=200))
def test_blocks_are_in_order_apart_and_hold_all_letters(text: str) -> None:
    blocks = blocks_of(text)
    at = 0
    for b in blocks:
        assert at <= b.start < b.end and text[b.start : b.end].strip() == text[b.start : b.end]
        assert not any(c.isalpha() for c in text[at : b.start])
        at = b.end
    assert not any(c.isalpha() for c in text[at:])
