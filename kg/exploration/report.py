"""What an analyst reads of a graph, in Markdown or as one HTML file: each row leads to the sentences behind it."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import networkx as nx

from kg.exploration.differences import contested
from kg.exploration.measures import RESAMPLES, Bounds, figures, measures, ties, triads
from kg.exploration.projection import day_of, voices
from kg.values import Article, Statement

EVIDENCE = 6
"""Sentences a row leads to at most; what is left is counted."""
_SENTENCES = f"Of each row {EVIDENCE} at most; `+n` says how many more there are. `kg explain` and the page show all."
FEW = 10
"""Fewer triangles or articles than this tell little."""
PERIODS = 12
"""Stretches of time, the fullest ones, that are told one by one."""
# The unit of time: the first whose limit, in days, the middle 90 % of what is dated does not exceed.
UNITS: tuple[tuple[str, int, Callable[[date], str]], ...] = (
    ("day", 21, lambda d: d.isoformat()),
    ("week", 26 * 7, lambda d: f"week of {d - timedelta(days=d.weekday())}"),
    ("month", 3 * 366, lambda d: f"{d:%Y-%m}"),
    ("year", 10**6, lambda d: f"{d:%Y}"),
)


Told = Mapping[tuple[str, str], tuple[Statement, ...]]
"""The statements behind each tie."""
Numbers = dict[tuple[str, int], tuple[int, Statement]]
"""Each sentence that is shown, by article and offset: its number in the report, and a statement read from it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, the statements they were counted from, and what a chart draws of it: value, low, high."""

    cells: tuple[str, ...]
    evidence: tuple[Statement, ...]
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One question with its answer. note: how it was measured; chart: *dots* with intervals, *columns*, or none."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: str = ""
    bars: tuple[tuple[str, int, int], ...] = ()


def sections(
    graph: nx.MultiDiGraph, articles: Mapping[str, Article], bounds: Bounds, most: int = 10
) -> Iterator[Section]:
    """All of the report; ``graph`` as `project` makes it, best ``without_copies``; most: rows of a table."""
    net = ties(graph)
    by_id = {s.id: s for s in graph.graph["statements"]}
    told = {(a, b): tuple(by_id[i] for i in d["statements"]) for a, b, d in net.edges(data=True)}
    yield _summary(graph, articles, net, bounds)
    yield _central(graph, net, told, bounds, most)
    yield from _tied(net, told, bounds, most)
    yield _communities(graph, net, told, bounds, most)
    yield from _over_time(graph, articles, net, told, most)
    yield _spoken(graph, most)
    yield _contested(graph, most)


def _summary(graph: nx.MultiDiGraph, articles: Mapping[str, Article], net: nx.DiGraph, bounds: Bounds) -> Section:
    statements: Sequence[Statement] = graph.graph["statements"]
    papers = {s.article for s in statements}
    balanced, unbalanced = triads(net)
    found = figures(net)
    several = sum(len(set(d["articles"])) > 1 for *_, d in net.edges(data=True))
    days = sorted(str(a.published) for a in (articles[iri] for iri in papers) if a.published)
    appeared = f" that appeared from {days[0]} to {days[-1]}" if days else ""
    reported = sum(bool(s.attribution) for s in statements)
    lines = [
        f"{len(statements)} statements of {len(papers)} independent articles{appeared} (copies of one "
        f"text count once), {reported} of them told by a source and not by the article itself.",
        f"{len(net)} actors, {sum(1 for n in net if net.degree(n))} of them with ties; {net.number_of_edges()} ties, "
        f"{several} of them told by more than one article.",
    ]
    if net.number_of_edges():
        lines.append(f"Reciprocity, the share of ties that are returned: {_with(found, bounds, 'reciprocity')}.")
    if balanced + unbalanced:
        little = "; too few to tell much" if balanced + unbalanced < FEW else ""
        lines.append(
            f"Structural balance: {balanced} of {balanced + unbalanced} triangles of cooperation and conflict are "
            f"balanced{little}."
        )
    if bounds:
        lines.append(
            f"In brackets: from the 5th to the 95th percentile of {RESAMPLES} drawings, with replacement, of the "
            f"{len(papers)} articles. They say how much hangs on which articles were read"
            + ("; so few articles make even that rough." if len(papers) < FEW else ".")
        )
    else:
        lines.append("One article cannot be resampled: no figure here has an interval.")
    return Section("In short", " ".join(lines), (), ())


def _with(found: Mapping[tuple[object, ...], float], bounds: Bounds, *key: object, digits: int = 2) -> str:
    """A figure with its interval."""
    interval = bounds.get(key)
    shown = f"{found[key]:.{digits}f}"
    return f"{shown} [{interval[0]:.{digits}f} to {interval[1]:.{digits}f}]" if interval else shown


def _central(
    graph: nx.MultiDiGraph,
    net: nx.DiGraph,
    told: Told,
    bounds: Bounds,
    most: int,
) -> Section:
    found = figures(net)
    of = {n: [s for pair in (*net.out_edges(n), *net.in_edges(n)) for s in told[pair]] for n in net}
    tied = [r for r in measures(graph, bounds) if of[r["iri"]]]
    rows = [
        Row(
            (
                r["name"],
                r["type"],
                *(str(r[c]) for c in ("statements", "acts", "acted_on", "speaks")),
                _with(found, bounds, "pagerank", r["iri"], digits=4),
                f"{r['betweenness']:.4f}",
            ),
            tuple(of[r["iri"]]),
            r["pagerank"],
            r["pagerank_low"],
            r["pagerank_high"],
        )
        for r in tied[:most]
    ]
    note = (
        "Actors with ties, those of most statements first. Acts and acted on count the statements of ties; PageRank "
        "(Page et al. 1999) is high where many ties of central actors lead; betweenness (Freeman 1977) where the ways "
        "between others pass, as with a broker. A long bar in the picture: one or two articles decide. Those "
        "whom no tie leads to have the lowest value, which shifts from draw to draw."
    )
    columns = ("actor", "type", "statements", "acts", "acted on", "speaks", "PageRank", "betweenness")
    return Section("Who is central", note, columns, tuple(rows), "dots")


def _tied(net: nx.DiGraph, told: Told, bounds: Bounds, most: int) -> Iterator[Section]:
    found = figures(net)

    def row(pair: tuple[str, str], what: str) -> Row:
        a, b = (net.nodes[n]["name"] for n in pair)
        seen = told[pair]
        several = bounds if len({s.article for s in seen}) > 1 else {}
        low, high = several.get((what, *pair), (None, None))
        verbs = ", ".join(dict.fromkeys(s.relation.lemma for s in seen))
        shown = _with(found, several, what, *pair, digits=0 if what == "weight" else 1)
        return Row(
            (f"{a} → {b}", verbs, str(len({s.article for s in seen})), shown), seen, found[what, *pair], low, high
        )

    columns = ("tie", "relations", "articles")
    pairs = sorted(
        told, key=lambda p: (-len({s.article for s in told[p]}), _unnamed(net, p), -len(told[p]), _ends(net, p))
    )
    yield Section(
        "Ties that most stands behind",
        "What one does to another, or wants of it; those that more independent articles tell come first, then those "
        "of named actors. A tie of one article is what that article says, no more, and has no interval.",
        (*columns, "statements"),
        tuple(row(p, "weight") for p in pairs[:most]),
    )
    signed = sorted(
        (p for p in told if found["sign", *p]),
        key=lambda p: (_unnamed(net, p) > 1, -abs(found["sign", *p]), _unnamed(net, p), _ends(net, p)),
    )
    # As many of each side: conflict makes more news than cooperation.
    sides = [[p for p in signed if (found["sign", *p] > 0) == good][: (most + 1) // 2] for good in (True, False)]
    yield Section(
        "Cooperation and conflict",
        "Sums of the weights of event types (Goldstein 1992, from −10, armed attack, to +10); right of the line "
        "cooperation, left of it conflict, as many of either as there are. Only statements with an event type count.",
        (*columns, "sum of weights"),
        tuple(row(p, "sign") for p in (*sides[0], *reversed(sides[1]))),
        "dots",
    )


def _unnamed(net: nx.DiGraph, pair: tuple[str, str]) -> int:
    """How many ends are described (*supporters*), not named."""
    return sum(name == name.lower() for name in _ends(net, pair))


def _ends(net: nx.DiGraph, pair: tuple[str, str]) -> tuple[str, str]:
    return net.nodes[pair[0]]["name"], net.nodes[pair[1]]["name"]


def _communities(
    graph: nx.MultiDiGraph,
    net: nx.DiGraph,
    told: Told,
    bounds: Bounds,
    most: int,
) -> Section:
    members: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for r in measures(graph):
        members[r["community"]].append(r)
    rows: list[Row] = []
    for k in sorted(members):
        inside = {r["iri"] for r in members[k]}
        seen = tuple(s for (a, b), found in sorted(told.items()) if {a, b} <= inside for s in found)
        if len(inside) < 3 or len(rows) == most:
            continue
        papers = len({s.article for s in seen})
        back = bounds.get(("community", k)) if papers > 1 else None
        stable = f"{back[0]:.2f}" if back else "–"
        names = ", ".join(r["name"] for r in sorted(members[k], key=lambda r: (-net.degree(r["iri"]), r["name"]))[:8])
        more = f" and {len(inside) - 8} more" if len(inside) > 8 else ""
        rows.append(Row((str(len(inside)), names + more, str(papers), stable), seen))
    note = (
        "Communities of three or more by Louvain's method (Blondel et al. 2008), fixed seed. Comes back: how much of "
        "one is found again when articles are drawn anew (Hennig 2007); below 0.50 it dissolves, from 0.75 it is "
        "stable. One of a single article has no such figure: it is who stands in that article, no camp."
    )
    return Section("Who belongs together", note, ("actors", "names", "articles", "comes back"), tuple(rows))


def _over_time(
    graph: nx.MultiDiGraph, articles: Mapping[str, Article], net: nx.DiGraph, told: Told, most: int
) -> Iterator[Section]:
    """Activity by the time of what is told, else by publication, and the ties of each stretch."""
    done = [s for s in graph.graph["statements"] if s.polarity == "affirmed" and s.modality == "actual"]
    spans = {}
    for s in done:
        first = day_of(s, articles.get(s.article))
        last = s.time.end if s.time else first
        if first and last:
            spans[s.id] = date.fromisoformat(first), date.fromisoformat(last)
    starts = sorted(first for first, _ in spans.values())
    if not starts:
        yield Section("Over time", "No statement has a date, nor has an article.", (), ())
        return
    low, high = starts[len(starts) // 20], starts[-1 - len(starts) // 20]
    unit, _, bin_of = next(u for u in UNITS if (high - low).days <= u[1])
    order = list(dict.fromkeys(bin_of(low + timedelta(days=n)) for n in range((high - low).days + 1)))
    bins = {i: bin_of(a) for i, (a, b) in spans.items() if bin_of(a) == bin_of(b)}
    by_bin: dict[str, list[Statement]] = defaultdict(list)
    for s in done:
        if bins.get(s.id) in order:
            by_bin[bins[s.id]].append(s)
    outside = len(bins) - sum(map(len, by_bin.values()))
    note = (
        f"What is told as done, by {unit}: when it happened where the text says so, else when the article appeared. "
        f"Of {len(done)} statements {len(done) - len(spans)} have no date, {len(spans) - len(bins)} tell of a stretch "
        f"longer than a {unit}, {outside} lie before or after what is drawn. New: a tie that no earlier {unit} has."
    )
    met: set[tuple[str, str]] = set()
    rows = []
    fullest = set(sorted(order, key=lambda b: -len(by_bin[b]))[:PERIODS])
    for b in order:
        here = {pair: [s for s in seen if bins.get(s.id) == b] for pair, seen in told.items()}
        here = {pair: seen for pair, seen in here.items() if seen}
        if by_bin[b] and b in fullest:
            top = min(here, key=lambda p: (-len(here[p]), _unnamed(net, p), _ends(net, p)), default=None)
            strongest = f"{' → '.join(_ends(net, top))} ({len(here[top])})" if top else ""
            counts = (len(by_bin[b]), sum(s.time is not None for s in by_bin[b]), len(here), len(here.keys() - met))
            rows.append(Row((b, *map(str, counts), strongest), tuple(here[top] if top else by_bin[b])))
        met |= here.keys()
    bars = tuple((b, sum(s.time is not None for s in by_bin[b]), sum(s.time is None for s in by_bin[b])) for b in order)
    columns = (unit, "statements", "dated by the text", "ties", "new ties", "the strongest")
    yield Section("Over time", note, columns, tuple(rows), "columns", bars)
    actors = Counter(n for pair, seen in told.items() for s in seen if bins.get(s.id) in fullest for n in pair)
    shown = [b for b in order if b in fullest and any(bins.get(s.id) == b for seen in told.values() for s in seen)]
    rows = []
    for n, _ in sorted(actors.items(), key=lambda x: (-x[1], net.nodes[x[0]]["name"]))[:most]:
        seen = tuple(s for pair, found in told.items() if n in pair for s in found if bins.get(s.id) in shown)
        active = Counter(bins[s.id] for s in seen)
        rows.append(Row((net.nodes[n]["name"], *(str(active[b] or "·") for b in shown)), seen))
    note = f"Statements of ties in which an actor acts or is acted on, by {unit}."
    yield Section("Who was active when", note, ("actor", *shown), tuple(rows))


def _spoken(graph: nx.MultiDiGraph, most: int) -> Section:
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    actors = {n: d["name"] for n, d in graph.nodes(data=True) if d["actor"]}
    for s in graph.graph["statements"]:
        for v in {v.entity for v in s.attribution} & actors.keys():
            if s.subject.entity in actors and v != s.subject.entity:
                found[actors[v], actors[s.subject.entity]].append(s)
    rows = [
        Row((speaker, of, str(len(seen)), str(sum(s.polarity == "negated" for s in seen))), tuple(seen))
        for (speaker, of), seen in sorted(found.items(), key=lambda x: (-len(x[1]), x[0]))[:most]
    ]
    note = "Actors as voices of statements whose subject is another actor: what they say of it, want or deny."
    return Section("Who speaks of whom", note, ("voice", "of", "statements", "of them denials"), tuple(rows))


def _contested(graph: nx.MultiDiGraph, most: int) -> Section:
    rows = []
    for c in contested(graph.graph["statements"])[:most]:
        first = c.sides[0][0]
        what = " ".join(
            filter(None, (first.subject.name, first.relation.lemma, first.object.text if first.object else None))
        )
        sides = "; ".join(
            f"{side[0].polarity if c.kind == 'polarity' else _differs(c.kind, side[0])} by "
            f"{', '.join(dict.fromkeys(' > '.join(voices(s)) or 'the article itself' for s in side))}"
            for side in c.sides
        )
        rows.append(Row((c.kind, what, sides), tuple(side[0] for side in c.sides)))
    note = (
        "The same subject, relation and object affirmed and denied, or told by two articles with other numbers or days."
    )
    return Section("What is contested", note, ("differs in", "what", "sides"), tuple(rows))


def _differs(kind: str, s: Statement) -> str:
    return str(s.time and s.time.start) if kind == "time" else s.object.text if s.object else ""


def markdown(
    graph: nx.MultiDiGraph,
    articles: Mapping[str, Article],
    bounds: Bounds,
    *,
    title: str = "Actors",
    most: int = 10,
) -> str:
    """The report in Markdown, without its pictures; sentences are numbered at the end."""
    numbers: Numbers = {}
    lines = [f"# {_plain(title)}"]
    for section in sections(graph, articles, bounds, most):
        lines += ["", f"## {section.title}", "", section.note]
        if not section.rows:
            lines += [] if not section.columns else ["", "Nothing."]
            continue
        lines += ["", f"| {' | '.join((*section.columns, 'sentences'))} |", "|" + "---|" * (len(section.columns) + 1)]
        for row in section.rows:
            refs, more = _references(row, numbers)
            linked = " ".join(f"[{n}](#s{n})" for n in refs) + (f" +{more}" if more else "")
            lines.append(f"| {' | '.join((*map(_plain, row.cells), linked))} |")
    lines += ["", "## Sentences", "", _SENTENCES, ""]
    for n, s in numbers.values():
        lines.append(f'{n}. <a id="s{n}"></a>{_plain(s.sentence.text)} — {_plain(_origin(s, articles))}')
    return "\n".join(lines) + "\n"


def page(
    graph: nx.MultiDiGraph,
    articles: Mapping[str, Article],
    bounds: Bounds,
    *,
    title: str = "Actors",
    most: int = 10,
) -> str:
    """The report as one HTML file with pictures that needs nothing else. The same input gives the same bytes."""
    numbers: Numbers = {}
    parts = [f"<h1>{_text(title)}</h1>"]
    for section in sections(graph, articles, bounds, most):
        parts.append(f"<section><h2>{section.title}</h2><p>{_text(section.note)}</p>")
        refs = [_references(row, numbers) for row in section.rows]
        if section.rows:
            parts.append(_chart(section, [r for r, _ in refs]))
            parts.append(_table(section, refs, dict(numbers.values())))
        elif section.columns:
            parts.append("<p>Nothing.</p>")
        parts.append("</section>")
    parts.append(f"<section><h2>Sentences</h2><p>{_SENTENCES}</p><ol>")
    for n, s in numbers.values():
        url = _address(s, articles)
        origin = _text(_origin(s, articles))
        link = f'<a href="{html.escape(url)}" rel="noreferrer">{origin}</a>' if url else origin
        parts.append(f'<li id="s{n}"><span dir="auto">{_text(s.sentence.text)}</span> <cite>{link}</cite></li>')
    parts.append("</ol></section>")
    template = (files("kg.exploration") / "template" / "report.html").read_text(encoding="utf-8")
    filled = {"title": _text(title), "body": "\n".join(parts)}
    return re.sub(r"\{\{(\w+)\}\}", lambda m: filled[m[1]], template)


def _references(row: Row, numbers: Numbers) -> tuple[list[int], int]:
    """Numbers of the sentences behind a row, a sentence once, and how many are not shown."""
    once = {(s.article, s.sentence.start): s for s in row.evidence}
    shown = [numbers.setdefault(key, (len(numbers) + 1, s))[0] for key, s in list(once.items())[:EVIDENCE]]
    return shown, len(once) - len(shown)


def _table(section: Section, refs: list[tuple[list[int], int]], sentences: Mapping[int, Statement]) -> str:
    head = "".join(f'<th scope="col">{_text(c)}</th>' for c in (*section.columns, "sentences"))
    body = []
    for row, (numbers, more) in zip(section.rows, refs, strict=True):
        links = " ".join(f'<a href="#s{n}" title="{_text(sentences[n].sentence.text)}">{n}</a>' for n in numbers)
        cells = "".join(f'<td dir="auto">{_text(c)}</td>' for c in row.cells)
        body.append(f"<tr>{cells}<td>{links}{f' +{more}' if more else ''}</td></tr>")
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table></div>'


WIDTH, LEFT, LINE, HEIGHT = 760, 260, 24, 130
"""Of a picture, in its own units: width, room for names, height of a row, height of columns."""


def _chart(section: Section, refs: list[list[int]]) -> str:
    if section.chart == "columns":
        return _columns(section)
    return _dots(section, refs) if section.chart == "dots" else ""


def _dots(section: Section, refs: list[list[int]]) -> str:
    """One line a row: a dot at its value, a bar over its interval, a rule at zero; each leads to its first sentence."""
    values = [v for r in section.rows for v in (r.value, r.low, r.high) if v is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    scale = (WIDTH - LEFT - 20) / ((high - low) or 1)

    def x(value: float) -> str:
        return f"{LEFT + 10 + (value - low) * scale:.1f}"

    tall = LINE * len(section.rows)
    parts = [f'<line class="rule" x1="{x(0)}" x2="{x(0)}" y1="0" y2="{tall}"/>']
    for n, (row, numbers) in enumerate(zip(section.rows, refs, strict=True)):
        y, name = LINE * n + LINE / 2, row.cells[0]
        said = f"{name}: {row.cells[-2] if section.title == 'Who is central' else row.cells[-1]}"
        bar = ""
        if row.low is not None and row.high is not None:
            bar = f'<line class="bar" x1="{x(row.low)}" x2="{x(row.high)}" y1="{y}" y2="{y}"/>'
        short = name if len(name) <= 34 else name[:33] + "…"
        parts.append(
            f'<a href="#s{numbers[0]}"><title>{_text(said)}</title>'
            f'<text x="{LEFT}" y="{y + 4}" text-anchor="end">{_text(short)}</text>{bar}'
            f'<circle cx="{x(row.value or 0)}" cy="{y}" r="5"/></a>'
        )
    return _svg(section.title, tall, parts)


def _columns(section: Section) -> str:
    """A column a stretch of time: filled what the text dates, hollow what only the article's day does."""
    most = max(a + b for _, a, b in section.bars)
    wide = (WIDTH - 90) / len(section.bars)
    parts = [
        f'<line class="rule" x1="45" x2="{WIDTH - 40}" y1="{HEIGHT}" y2="{HEIGHT}"/>',
        f'<text x="40" y="14" text-anchor="end">{most}</text><text x="40" y="{HEIGHT}" text-anchor="end">0</text>',
    ]
    step = max(1, -(-len(section.bars) * 90 // (WIDTH - 90)))
    for n, (label, dated, published) in enumerate(section.bars):
        left, high, low = 46 + n * wide, dated * (HEIGHT - 8) / most, published * (HEIGHT - 8) / most
        parts.append(
            f"<g><title>{_text(label)}: {dated} dated by the text, {published} by the article</title>"
            f'<rect class="full" x="{left:.1f}" y="{HEIGHT - high:.1f}" width="{wide * 0.8:.1f}" height="{high:.1f}"/>'
            f'<rect class="open" x="{left:.1f}" y="{HEIGHT - high - low:.1f}" width="{wide * 0.8:.1f}" '
            f'height="{low:.1f}"/></g>'
        )
        if n % step == 0:
            parts.append(f'<text x="{left:.1f}" y="{HEIGHT + 18}">{_text(label.removeprefix("week of "))}</text>')
    legend = "<p class=key>Filled: dated by the text. Hollow: by the day of the article.</p>"
    return _svg(section.title, HEIGHT + 24, parts) + legend


def _svg(title: str, tall: float, parts: Iterable[str]) -> str:
    box = f'viewBox="0 0 {WIDTH} {tall}" width="{WIDTH}" height="{tall}"'
    return f'<svg {box} role="group" aria-label="{_text(title)}">{"".join(parts)}</svg>'


def _origin(s: Statement, articles: Mapping[str, Article]) -> str:
    a = articles[s.article]
    return ", ".join(filter(None, (a.title, a.publisher, str(a.published or "")))) or a.iri


def _address(s: Statement, articles: Mapping[str, Article]) -> str | None:
    """The web address of the very words (URL fragment text directives, WICG); None where the article has none."""
    url = articles[s.article].url or s.article
    words = s.sentence.text.replace("…", " ").split()
    ends = (words[:4], words[-4:]) if len(words) > 9 else (words,)
    part = ",".join(quote(" ".join(w), safe="").replace("-", "%2D") for w in ends)
    return f"{url.partition('#')[0]}#:~:text={part}" if url.startswith(("http://", "https://")) else None


def _text(words: str) -> str:
    return html.escape(" ".join(words.split()))


def _plain(words: str) -> str:
    """Words as Markdown that shows them and nothing else."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(words.split()))
