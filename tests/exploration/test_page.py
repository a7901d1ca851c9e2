"""The page in a real browser without network: nothing is loaded, nothing told by colour alone, all words as text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

import kg
from kg.exploration import page, support
from kg.identity import Decision
from kg.values import ACTOR_TYPES, Argument, Modality, Polarity, Role

SEEDS = Path(__file__).parent.parent.parent / "seeds"
HOSTILE = "</script><script>window.hit=1</script><img src=x onerror=window.hit=2>\"'&amp; ‮שלום {{data}} 🕊️"


def page_of(news: Any, **options: Any) -> str:
    return page(news.project(), news.articles, **options)


def summary(view: Any) -> str:
    return str(view.locator("#summary").inner_text())


def lemmas(view: Any) -> list[str]:
    """Relations of the rows of the table, which shows what passes the filters."""
    view.locator("nav [data-view=table]").click()
    return sorted(view.locator("#table tbody tr td:nth-child(2)").all_text_contents())


def until(view: Any, condition: str) -> bool:
    """Waits up to four seconds; the page's policy keeps playwright's own way of waiting from running."""
    wait = "const look = (n) => met() || !n ? done(met()) : setTimeout(look, 20, n - 1); look(200);"
    return bool(view.evaluate(f"new Promise((done) => {{ const met = () => {condition}; {wait} }})"))


def node_at(view: Any, name: str) -> None:
    view.locator("#search").fill(name)
    view.keyboard.press("Enter")


def test_a_click_on_a_link_shows_its_sentence_and_who_tells_it(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    view.locator(".row-button", has_text="back").click()
    panel = view.locator("#panel")
    assert "The union supports the strike." in panel.locator("mark").all_text_contents()
    assert "Courier" in panel.inner_text() and "9 May 2031" in panel.inner_text()
    address = panel.locator("a").first.get_attribute("href")
    assert address.startswith("https://herald.example/story#:~:text=The%20union%20backs")


def test_a_click_on_the_drawn_line_shows_its_sentence(news: Any, opened: Any) -> None:
    article = news.article("a", "Ada Brandt met Bo Lind.")
    news.says(article, news.entity("Ada Brandt", "Person"), "meet", news.entity("Bo Lind", "Person"))
    view = opened(page_of(news))
    box = view.locator("#graph canvas").bounding_box()
    # Two nodes and one line lie centred: beside the label in the middle, the line itself.
    view.mouse.click(box["x"] + box["width"] / 2 + 24, box["y"] + box["height"] / 2)
    assert view.locator("#panel mark").all_text_contents() == ["Ada Brandt met Bo Lind."]


def test_the_first_view_is_what_was_laid_out_as_one(read: Any, opened: Any) -> None:
    text = page(read.to_networkx(), read.articles)
    assert text.count("\n})();") == 1
    view = opened(text.replace("\n})();", "\nwindow.ranked = drawing.view.ranked;\n})();"))
    ranked = view.evaluate("window.ranked")
    assert len(ranked) > 42 and ranked == list(range(len(ranked)))


def test_the_same_graph_gives_the_same_page(harbour: Any) -> None:
    assert page_of(harbour) == page_of(harbour)


def test_pages_carry_as_much_of_the_text_as_they_may(harbour: Any) -> None:
    herald = "https://herald.example/story"
    told = harbour.articles[herald]
    harbour.articles[herald] = replace(told, text=told.text + " More of it.", blocks=())
    assert "More of it." in page_of(harbour)
    assert "More of it." not in page_of(harbour, quotes="short")
    assert "supports the strike" in page_of(harbour, quotes="short")
    assert "supports the strike" not in page_of(harbour, quotes="none")


def test_a_page_without_quotations_works(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour, quotes="none"))
    view.locator(".row-button").first.click()
    assert "carries no words" in view.locator("#panel").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_reader_s_colour_scheme(harbour: Any, opened: Any, scheme: Any) -> None:
    view = opened(page_of(harbour), color_scheme=scheme)
    assert view.locator("html").get_attribute("data-theme") == scheme
    view.locator("#theme").click()
    assert view.locator("html").get_attribute("data-theme") != scheme


def test_names_and_words_of_any_kind_are_shown_as_text(news: Any, opened: Any) -> None:
    article = news.article("a", f"{HOSTILE} met.", title=HOSTILE, publisher=HOSTILE, authors=(HOSTILE,))
    one, two = news.entity(HOSTILE, "Person", (HOSTILE + "2",)), news.entity(HOSTILE + "!", "Country")
    s = news.says(article, one, HOSTILE, two, voice=two, event=HOSTILE, weight=-7.0, modality="possible")
    news.statements[-1] = replace(s, arguments=(Argument(HOSTILE, role="topic", marker=HOSTILE),))
    view = opened(page_of(news, title=HOSTILE))
    view.locator(".row-button").first.click()
    view.locator("#panel .chip").first.click()
    node_at(view, "img")
    view.locator("nav [data-view=table]").click()
    assert HOSTILE in view.locator("#table tbody").inner_text()
    assert view.evaluate("window.hit") is None
    assert view.locator("body img").count() == 0
    assert view.title() == HOSTILE


def test_links_lead_to_the_web_only(news: Any, opened: Any) -> None:
    iri = news.article("a", "Ada met Bo.")
    news.articles[iri] = replace(news.articles[iri], url="javascript:window.hit=1")
    news.says(iri, news.entity("Ada", "Person"), "meet", news.entity("Bo", "Person"))
    view = opened(page_of(news))
    view.locator(".row-button").first.click()
    assert view.locator("#panel a").count() == 0


@pytest.mark.parametrize(
    ("facet", "value", "left"),
    [
        ("voice", "Velmark", ["will resume"]),
        ("event", "REQUEST", ["urge"]),
        ("relation", "run", ["run"]),
        ("modality", "future", ["will resume"]),
        ("polarity", "negated", ["not dismiss"]),
        ("publisher", "Herald", ["back", "run", "will resume"]),
        ("article", "Harbour quarrel", ["back", "run", "will resume"]),
    ],
)
def test_each_facet_keeps_what_it_names(harbour: Any, opened: Any, facet: str, value: str, left: list[str]) -> None:
    view = opened(page_of(harbour))
    group = view.locator(f"[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator(f'[data-key="{facet}={value}"]').check()
    assert lemmas(view) == left
    view.locator("#reset").click()
    assert len(lemmas(view)) == 7


def test_the_time_slider_narrows_to_days_by_keyboard_and_by_its_bars(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    view.locator("#from").focus()
    for _ in range(8):
        view.keyboard.press("ArrowRight")
    assert lemmas(view) == ["back", "not dismiss", "wanted: pay"]
    view.locator("#time button", has_text="All time").click()
    view.locator(".bars button[title='8 May 2031: 1']").click()
    assert lemmas(view) == ["urge"]


def test_minimum_support_confidence_and_hidden_things_narrow_the_graph(harbour: Any, opened: Any) -> None:
    harbour.statements[0] = replace(harbour.statements[0], confidence=0.3)
    view = opened(page_of(harbour))
    before = summary(view)
    view.locator("#min").fill("2")
    assert summary(view) == "2 nodes and 1 link drawn of 2 and 1; 2 statements"
    assert view.locator('[data-key="voice=the article itself"] ~ .count').inner_text().strip() == "2"
    view.locator("#min").fill("1")
    view.locator("#conf").fill("50")
    assert "6 statements" in summary(view)
    view.locator("#conf").fill("0")
    assert summary(view) == before
    view.locator("#things").uncheck()
    assert summary(view).startswith("3 nodes and 2 links ")


def test_search_finds_by_alias_and_by_words_of_a_sentence(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    node_at(view, "velmark port")
    assert view.locator("#panel h2").inner_text().strip() == "Velmark"
    view.locator("#search").fill("supports the")
    view.locator("#hits li", has_text="sentence").click()
    assert view.locator("#panel mark").inner_text() == "The union supports the strike."


def test_the_keyboard_goes_everywhere(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    press = view.keyboard.press
    press("/")
    assert view.evaluate("document.activeElement.id") == "search"
    press("Escape")
    view.locator("#graph").focus()
    press("ArrowRight")
    first = view.locator("#panel h2").inner_text()
    for key in ("ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp"):
        press(key)
    press("Enter")
    assert view.evaluate("document.activeElement.id") == "panel"
    press("f")
    assert "Around" in view.locator("#crumbs").inner_text()
    press("Escape")
    press("Escape")
    assert view.locator("#crumbs").is_hidden() and first
    press("t")
    assert view.locator("#table").is_visible()
    press("g")
    press("?")
    assert "from node to node" in view.locator("#keys").inner_text()
    press("Escape")
    assert view.locator("#keys").is_hidden()


def test_focus_and_paths_show_what_lies_between(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    node_at(view, "strike")
    view.locator("#path-to").fill("Ada Brandt")
    view.locator("#path-to").press("Enter")
    assert "Paths from strike to Ada Brandt" in view.locator("#crumbs").inner_text()
    assert summary(view).startswith("4 nodes and 3 links ")


def test_a_view_can_be_shared_by_its_address(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    view.locator("#min").fill("2")
    view.locator(".row-button").first.click()
    view.locator("nav [data-view=table]").click()
    fragment = view.evaluate("location.hash")
    again = opened(page_of(harbour), fragment)
    assert again.locator("#table").is_visible()
    assert summary(again) == summary(view)
    assert again.locator("#panel h2").inner_text() == view.locator("#panel h2").inner_text()


def test_a_broken_address_opens_the_page_as_new(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour), "#view=nothing&core=many&node=nobody&edge=a>b&hops=x")
    assert view.locator("#graph").is_visible()


def test_the_table_sorts_and_is_saved_without_formulas(harbour: Any, opened: Any) -> None:
    harbour.entities[next(iter(harbour.entities))] = replace(
        next(iter(harbour.entities.values())), name="=HYPERLINK(1)"
    )
    for n, s in enumerate(harbour.statements):
        if s.subject.name == "Velmark":
            harbour.statements[n] = replace(s, subject=replace(s.subject, text="=HYPERLINK(1)", name="=HYPERLINK(1)"))
    view = opened(page_of(harbour))
    view.locator("nav [data-view=table]").click()
    view.locator("#table thead button", has_text="Relation").click()
    rows = view.locator("#table tbody tr td:nth-child(2)").all_text_contents()
    assert rows == sorted(rows)
    with view.expect_download() as saved:
        view.locator("#table button", has_text="Save as CSV").click()
    text = saved.value.path().read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK(1)" in text and "\n=" not in text


def test_print_shows_the_table(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    assert len(view.pdf()) > 10_000
    view.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert view.locator("#table tbody tr").count() == 7
    view.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert view.locator("#table").is_hidden()


def test_what_is_contested_stands_side_by_side(harbour: Any, opened: Any) -> None:
    one, two = (next(s for s in harbour.statements if s.relation.lemma == lemma) for lemma in ("back", "dismiss"))
    harbour.statements.append(replace(one, id="other", article=two.article, polarity="negated"))
    view = opened(page_of(harbour))
    view.locator("nav [data-view=contested]").click()
    assert view.locator("#contested h4").all_text_contents() == ["Affirmed", "Denied"]
    assert view.locator("#contested mark").count() == 3
    assert opened(page_of(harbour), "#view=contested&publisher=Herald").locator("#contested h4").count() == 0


def test_where_nothing_is_contested_no_view_of_it_is_offered(harbour: Any, opened: Any) -> None:
    assert opened(page_of(harbour)).locator("nav [data-view=contested]").is_hidden()


def test_the_timeline_goes_by_days_and_keeps_to_what_is_selected(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    view.locator("nav [data-view=timeline]").click()
    days = view.locator("#timeline h3").all_text_contents()
    assert days == ["1 May 2031", "8 May 2031", "9 May 2031"]
    node_at(view, "strike")
    assert view.locator("#timeline .told").all_text_contents() == ["Dockers’ Union back strike"] * 2
    view.locator("#timeline .told").first.click()
    assert view.locator("#panel mark").inner_text() == "The union backs the strike."


def test_who_speaks_of_whom_is_counted_and_opens_the_words(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    view.locator("nav [data-view=voices]").click()
    cell = view.locator("#voices td button[title='Dockers’ Union of Velmark: 1']")
    cell.click()
    assert view.locator("#panel mark").inner_text() == "The union urges Velmark to pay."


def test_a_small_window_keeps_its_filters_behind_a_button(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour), viewport={"width": 900, "height": 700})
    assert view.locator("#filters").is_hidden() and view.locator("#legend").is_visible()
    view.locator("#narrow").click()
    assert view.locator("#filters").is_visible()


def town(news: Any, size: int = 60) -> str:
    """A page of so many links that no window has room for all of them; the last is denied, undated and far out."""
    article = news.article("town", "Ada Brandt met them all.", published=None)
    ada = news.entity("Ada Brandt", "Person")
    for n in range(size):
        news.says(
            article, ada, "meet", news.entity(f"Harbour council of Velmark {n}"), when=("2031-05-01", "2031-05-01")
        )
    kerst, orvex = news.entity("Kerst"), news.entity("Orvex")
    news.says(article, ada, "meet", kerst, when=("2033-05-01", "2033-05-01"))
    news.says(article, kerst, "run", orvex, polarity="negated")
    return page_of(news).replace("\n})();", "\nwindow.drawing = drawing;\n})();")


# Of all that is drawn, how far names and nodes stand out of the window, and over its buttons; and how large they are.
IN_SIGHT = """() => {
  const { network, nodes } = drawing, { clientWidth: wide, clientHeight: high } = document.getElementById('graph');
  const boxes = nodes.getIds().map((i) => network.getBoundingBox(i)).map((b) =>
    [network.canvasToDOM({ x: b.left, y: b.top }), network.canvasToDOM({ x: b.right, y: b.bottom })]);
  const inside = boxes.every(([a, z]) => a.x >= 0 && a.y >= 42 && z.x <= wide && z.y <= high);
  return [boxes.length, inside, network.getScale() > 0.5];
}"""


@pytest.mark.parametrize("width", [1400, 390])
def test_what_is_drawn_is_in_sight_at_first_and_after_each_filter(news: Any, opened: Any, width: int) -> None:
    view = opened(town(news), viewport={"width": width, "height": 844})
    first, inside, readable = view.evaluate(IN_SIGHT)
    assert inside and readable and (first >= 30 if width == 1400 else 12 <= first < 30)
    for filters, left in (("polarity=negated", 2), ("from=2032-01-01", 2), ("core=62", 62), ("", first)):
        view.evaluate(f"location.hash = '{filters}'")
        assert until(view, f"drawing.nodes.length === {left}")
        count, inside, readable = view.evaluate(IN_SIGHT)
        assert inside and (readable or count == 62), filters


def test_what_is_filtered_in_the_table_is_in_sight_on_the_graph(news: Any, opened: Any) -> None:
    view = opened(town(news))
    view.locator("nav [data-view=table]").click()
    view.evaluate("location.hash = 'view=table&polarity=negated'")
    view.locator("#crumbs", has_text="negated").wait_for()
    view.locator("nav [data-view=graph]").click()
    assert view.evaluate(IN_SIGHT) == [2, True, True]


def test_a_selection_moves_nothing(news: Any, opened: Any) -> None:
    view = opened(town(news))
    spot = "[drawing.network.getScale(), drawing.network.getViewPosition(), drawing.network.getPositions([0])]"
    before = view.evaluate(spot)
    view.locator(".row-button").first.click()
    assert view.evaluate(spot) == before


def test_a_node_found_outside_the_drawing_comes_with_its_neighbours(news: Any, opened: Any) -> None:
    view = opened(town(news))
    node_at(view, "Orvex")
    links = (
        "drawing.edges.get().filter((e) => [e.from, e.to].some((n) => drawing.nodes.get(n).label === 'Orvex')).length"
    )
    assert view.evaluate(links) == 1 and "Linked to 1" in view.locator("#panel").inner_text()


def test_what_is_most_in_the_news_is_counted_under_the_filters(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour), "#publisher=Courier")
    assert view.locator("#panel .chip .count").all_text_contents() == ["3", "2", "2"]


def test_a_search_without_a_hit_says_so(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    node_at(view, "zzqq")
    assert "“zzqq”" in view.locator("#hits").inner_text() and "“zzqq”" in view.locator("#toast").inner_text()
    view.keyboard.press("Escape")
    assert view.locator("#hits").is_hidden()


def test_the_words_of_a_link_are_those_its_sign_comes_from(news: Any, opened: Any) -> None:
    article = news.article("a", "Ada Brandt and Bo Lind.")
    ada, bo, cy = (news.entity(n, "Person") for n in ("Ada Brandt", "Bo Lind", "Cy Holt"))
    news.says(article, ada, "meet", bo)
    news.says(article, ada, "meet", bo)
    news.says(article, ada, "denounce", bo, event="ACCUSE", weight=-2.0)
    news.says(article, ada, "urge", cy, event="REQUEST", weight=0.0)
    view = opened(page_of(news).replace("\n})();", "\nwindow.drawing = drawing;\n})();"))
    assert sorted(view.evaluate("drawing.view.shown.map((b) => b.label)")) == ["urge", "− denounce, …"]
    assert view.locator(".row-button i").all_text_contents() == [" − denounce ", " urge "]


def test_what_has_no_date_is_counted_where_time_is_shown(news: Any, opened: Any) -> None:
    view = opened(town(news, 3), "#view=timeline")
    told = "5 statements in all: 4 at a time of their own, 1 without a date left out."
    assert view.locator("#timeline p").first.inner_text() == told
    assert view.locator("#undated").inner_text() == "1 without a date"
    view.evaluate("location.hash = 'from=2032-01-01'")
    assert view.locator("#undated", has_text="left out").inner_text() == "1 without a date left out"


def test_nothing_stands_out_of_the_table_or_the_panel(harbour: Any, opened: Any) -> None:
    iri = next(iter(harbour.articles))
    harbour.articles[iri] = replace(
        harbour.articles[iri], title="harbour" * 30, publisher=None, url=f"{iri}/{'x' * 200}"
    )
    for size in ((1400, 900), (390, 844)):
        view = opened(page_of(harbour), "#view=table", viewport=dict(zip(("width", "height"), size, strict=True)))
        wide = "(id) => { const e = document.getElementById(id); return e.scrollWidth <= e.clientWidth; }"
        assert view.evaluate(wide, "table")
        assert view.locator("#table td:nth-child(10)").first.is_visible()
        view.locator("#table tbody tr").first.click()
        assert view.evaluate(wide, "table") and view.evaluate(wide, "panel")
        view.locator(".close").click()
        assert view.locator("#panel").is_hidden()
        assert all(e["height"] < 80 for e in (r.bounding_box() for r in view.locator("#table tbody tr").all()))


def test_a_count_stays_in_one_line_beside_a_long_name(news: Any, opened: Any) -> None:
    article = news.article("a", "Ada Brandt met Bo Lind.", title="The harbour council of Velmark " * 4)
    ada, bo = news.entity("Ada Brandt", "Person"), news.entity("Bo Lind", "Person")
    for _ in range(12):
        news.says(article, ada, "meet", bo)
    view = opened(page_of(news), "#article=none")
    count = view.locator("[data-facet=article] .count").last
    assert count.inner_text().strip() == "12" and count.bounding_box()["height"] < 25


def test_of_a_selection_what_it_has_to_do_with_stands_out(news: Any, opened: Any) -> None:
    view = opened(town(news, 6))
    seen = "drawing.nodes.get().filter((n) => n.opacity === 1).map((n) => n.label).sort()"
    labels = "drawing.edges.get().filter((e) => (e.label || '').trim()).length"
    before = view.evaluate(labels)
    spot = view.evaluate("drawing.network.canvasToDOM(drawing.network.getPosition(5))")
    view.locator("#graph").hover(position=spot)
    assert until(view, f"{labels} === 1")
    view.locator("#summary").hover()
    assert until(view, f"{labels} === {before}")
    view.locator(".row-button", has_text="Orvex").click()
    assert view.evaluate(seen) == ["Kerst", "Orvex"] and view.evaluate(labels) == 1 < before
    view.keyboard.press("Escape")
    assert len(view.evaluate(seen)) == 9 and view.evaluate(labels) == before


def test_in_a_window_of_one_column_what_is_opened_comes_into_view(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour), "#view=table", viewport={"width": 390, "height": 844})
    card = view.locator("#panel .card")
    view.locator("#table tbody tr").first.click()
    assert card.bounding_box()["y"] >= 0 and card.bounding_box()["y"] + card.bounding_box()["height"] <= 844
    view.locator(".close").click()
    assert view.locator("#stage").bounding_box()["y"] >= 0


def test_an_article_without_title_and_address_is_called_by_its_first_words(news: Any, opened: Any) -> None:
    iri = news.article("a", "Ada Brandt met Bo Lind in the old harbour of Velmark on a cold Monday morning.")
    news.articles[iri] = replace(news.articles[iri], url=None)
    news.says(iri, news.entity("Ada Brandt", "Person"), "meet", news.entity("Bo Lind", "Person"))
    view = opened(page_of(news), "#view=table")
    assert view.locator("#table td:nth-child(11)").inner_text() == "Ada Brandt met Bo Lind in the old harbour of…"
    assert "old harbour" not in page_of(news, quotes="none")


def test_a_page_of_nothing_says_so(news: Any, opened: Any) -> None:
    view = opened(page_of(news))
    assert view.locator("#empty").is_visible()


def test_every_control_has_a_name_for_those_who_listen(harbour: Any, opened: Any) -> None:
    view = opened(page_of(harbour))
    nameless = view.evaluate(
        """[...document.querySelectorAll('button, input, [role=application]')].filter((x) =>
          !(x.textContent.trim() || x.getAttribute('aria-label') || x.title || (x.labels && x.labels.length)))
          .map((x) => x.outerHTML)"""
    )
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(harbour: Any, opened: Any, scheme: Any) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for lines that carry meaning."""
    view = opened(page_of(harbour), color_scheme=scheme)
    ratios = view.evaluate(
        """() => {
          const style = getComputedStyle(document.documentElement);
          const light = (name) => { const h = style.getPropertyValue(name).trim();
            const [r, g, b] = [1, 3, 5].map((i) => parseInt(h.slice(i, i + 2), 16) / 255)
              .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
            return (x + 0.05) / (y + 0.05); };
          const words = ['--ink', '--soft', '--coop-2'].flatMap((c) => [ratio(c, '--paper'), ratio(c, '--ground')]);
          const lines = ['--edge', '--coop-1', '--coop-2', '--conf-1', '--conf-2', '--focus']
            .map((c) => ratio(c, '--paper'));
          return { words: Math.min(...words, ratio('--mark-ink', '--mark')), lines: Math.min(...lines) };
        }"""
    )
    assert ratios["words"] >= 4.5 and ratios["lines"] >= 3


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The seeds read into a graph, with a copy of one of them, so that all filters have something to leave out."""
    folder = tmp_path_factory.mktemp("counts")
    copied = (SEEDS / "04-offensive.md").read_text(encoding="utf-8")
    (folder / "copy.md").write_text(copied.replace("example.org", "copy.example"), encoding="utf-8")
    kg.build([SEEDS, folder / "copy.md"], folder / "out")
    return kg.open(folder / "out")


BACKGROUND = "https://example.org/retellings/background"
# The filter on the page, in networkx, and in SPARQL.
COUNTED: list[tuple[str, dict[str, Any], str]] = [
    ("", {}, ""),
    ("event=REQUEST", {"event_types": ("REQUEST",)}, "?s kg:eventType plover:REQUEST ."),
    (
        "event=ASSAULT&event=CONSULT",
        {"event_types": ("assault", "consult")},
        "?s kg:eventType ?e VALUES ?e { plover:ASSAULT plover:CONSULT }",
    ),
    ("relation=broker", {"relations": ("broker",)}, "?s rdf:predicate rel:broker ."),
    *((f"modality={m}", {"modalities": (m,)}, f"?s kg:modality '{m}' .") for m in get_args(Modality)),
    *((f"polarity={p}", {"polarities": (p,)}, f"?s kg:polarity '{p}' .") for p in get_args(Polarity)),
    ("publisher=Retelling+F", {"publishers": ("Retelling F",)}, "?article schema:publisher 'Retelling F' ."),
    (
        "article=Background%3A+how+the+Geneva+talks+came+about",
        {"from_articles": (BACKGROUND,)},
        f"FILTER(?article = <{BACKGROUND}>)",
    ),
    ("voice=Kremlin", {"says": ("Kremlin",)}, "?s kg:attributedTo ent:kremlin ."),
    ("from=2016-04-20", {"since": "2016-04-20"}, "FILTER(?last >= '2016-04-20')"),
    ("to=2016-04-18", {"until": "2016-04-18"}, "FILTER(?day <= '2016-04-18')"),
    (
        "from=2016-03-01&to=2016-04-15",
        {"since": "2016-03-01", "until": "2016-04-15"},
        "FILTER(?last >= '2016-03-01' && ?day <= '2016-04-15')",
    ),
    ("conf=90", {"min_confidence": 0.9}, "?s kg:confidence ?c FILTER(?c >= 0.9)"),
    ("min=2", {"min_articles": 2}, ""),
    ("things=0", {"actors_only": True}, "?a a ?at . ?b a ?bt . FILTER(?at IN (%(actors)s) && ?bt IN (%(actors)s))"),
    (
        "polarity=affirmed&voice=Kremlin&from=2016-01-01&conf=50",
        {"polarities": ("affirmed",), "says": ("Kremlin",), "since": "2016-01-01", "min_confidence": 0.5},
        "?s kg:polarity 'affirmed' ; kg:attributedTo ent:kremlin ; kg:confidence ?c "
        "FILTER(?c >= 0.5 && ?last >= '2016-01-01')",
    ),
]
EDGES = """SELECT ?a ?b (COUNT(DISTINCT ?s) AS ?n) (COUNT(DISTINCT ?origin) AS ?m) WHERE {
  ?s a kg:Statement ; rdf:subject ?a ; prov:wasDerivedFrom/nif:referenceContext ?article .
  { ?s rdf:object ?b } UNION { VALUES ?role { %(roles)s } ?s ?role ?b } UNION { ?s rdf:object/rdf:subject ?b }
  ?a skos:prefLabel ?an . ?b skos:prefLabel ?bn . FILTER(?a != ?b)
  OPTIONAL { ?article kg:copyOf ?first } BIND(COALESCE(?first, ?article) AS ?origin)
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?s sem:hasTime ?t . ?t time:hasBeginning?/time:inXSDDate ?begin
             OPTIONAL { ?t time:hasEnd?/time:inXSDDate ?end } }
  BIND(STR(COALESCE(?begin, ?published)) AS ?day)
  BIND(IF(BOUND(?begin), COALESCE(STR(?end), "9999"), STR(?published)) AS ?last)
  %(filter)s
} GROUP BY ?a ?b HAVING(COUNT(DISTINCT ?origin) >= %(least)s)"""

# Selects each edge in turn and reads what the panel says of it; then how many links the page counts.
READ = """async ([filter, edges]) => {
  const at = (hash) => new Promise((done) => {
    addEventListener('hashchange', done, { once: true }); location.hash = hash; });
  const told = [];
  for (const edge of edges) {
    await at(`${filter}&core=2&speech=1&others=1&edge=${encodeURIComponent(edge)}`);
    told.push(document.querySelector('#panel p')?.textContent ?? '');
  }
  await at(`${filter}&core=2&speech=1&others=1`);
  return [told, document.querySelector('#summary').textContent];
}"""


@pytest.mark.parametrize(("fragment", "criteria", "pattern"), COUNTED, ids=[c[0] for c in COUNTED])
def test_each_edge_counts_the_same_on_the_page_in_networkx_and_in_sparql(
    read: Any, opened: Any, fragment: str, criteria: dict[str, Any], pattern: str
) -> None:
    graph = read.to_networkx(**criteria)
    by_id = {s.id: s for s in graph.graph["statements"]}
    found: dict[tuple[str, str], set[str]] = {}
    for a, b, d in graph.edges(data=True):
        found.setdefault((a, b), set()).add(d["statement"])
    networkx = {pair: (len(ids), support([by_id[i] for i in ids], read.copies)) for pair, ids in found.items()}
    ours = ("ArmedGroup", "Government", "Population")
    actors = ", ".join(f"{'kg' if t in ours else 'schema'}:{t}" for t in ACTOR_TYPES)
    roles = " ".join(f"kg:{role}" for role in get_args(Role))
    least = criteria.get("min_articles", 1)
    rows = read.query(
        EDGES % {"roles": roles, "filter": pattern % {"actors": actors} if pattern else "", "least": least}
    )
    sparql = {(r["a"].value, r["b"].value): (int(r["n"].value), int(r["m"].value)) for r in rows}
    assert networkx and sparql == networkx
    view = opened(page(read.to_networkx(), read.articles), f"#{fragment}")
    pairs = sorted(networkx)
    told, summary = view.evaluate(READ, [fragment, [f"{a}>{b}" for a, b in pairs]])
    plural = lambda n, what: f"{n} {what}{'s' * (n != 1)}"  # noqa: E731
    assert told == [f"{plural(n, 'statement')} in {plural(m, 'article')}." for n, m in map(networkx.get, pairs)]
    assert f" and {len(pairs)}; " in summary


def test_who_is_meant_by_a_pronoun_is_shown_beside_it(news: Any, opened: Any) -> None:
    article = news.article("a", "Velmark lost. We paid Norland, Bo Lind said.")
    firm, land = news.entity("Velmark"), news.entity("Norland", "Country")
    s = news.says(article, firm, "pay", land)
    news.statements = [replace(s, subject=replace(s.subject, text="we"))]
    view = opened(page_of(news))
    view.locator(".row-button").click()
    assert view.locator("#panel .reads").inner_text().split()[:3] == ["we", "=", "Velmark"]
    view.locator("nav [data-view=table]").click()
    assert view.locator("#table tbody th").inner_text() == "we (Velmark)"


def test_both_of_a_doubtful_pair_have_their_names(news: Any, opened: Any) -> None:
    article = news.article("a", "Velmark paid Norland. S. Quill left.")
    firm, land, quill = news.entity("Velmark"), news.entity("Norland", "Country"), news.entity("S. Quill", "Person")
    news.says(article, firm, "pay", land)
    view = opened(page_of(news, doubtful=[Decision(firm, quill, 0.4, (("name", 1.0),))]), "#view=doubts")
    assert "S. Quill" in view.locator("#doubts").inner_text()
