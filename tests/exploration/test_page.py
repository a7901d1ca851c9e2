"""The page in a real browser without network: nothing is loaded, nothing told by colour alone, all words as text."""

from __future__ import annotations

from typing import Any

from kg.exploration import page


def page_of(news: Any, **options: Any) -> str:
    return page(news.project(), news.articles, **options)


def test_a_click_on_a_link_shows_its_sentence_and_who_tells_it(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    view.locator(".row-button", has_text="back").click()
    panel = view.locator("#panel")
    assert "The union supports the strike." in panel.locator("mark").all_text_contents()
    assert "Courier" in panel.inner_text() and "9 May 2031" in panel.inner_text()
    address = panel.locator("a").first.get_attribute("href")
    assert address.startswith("https://herald.example/story#:~:text=The%20union%20backs")


def test_the_same_graph_gives_the_same_page(harbour: Any) -> None:
    assert page_of(harbour) == page_of(harbour)


def test_a_page_without_quotations_carries_no_sentence(harbour: Any) -> None:
    assert "supports the strike" in page_of(harbour)
    assert "supports the strike" not in page_of(harbour, quotes="none")
