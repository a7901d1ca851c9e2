"""What an analyst reads of a graph, in Markdown or as one HTML file: each row leads to the sentences behind it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import quote

import networkx as nx
from jinja2 import Environment, PackageLoader

from kg.exploration.differences import contested
from kg.exploration.measures import RESAMPLES, Bounds, Figures, figures, measures, ties, triads
from kg.exploration.projection import day_of
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


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, the statements they were counted from, and what a chart draws of it: value, low, high."""

    cells: tuple[str, ...]
    evidence: tuple[Statement, ...]
    value: float | None = None
    low: float | None = None
    high: float | None = None


class Reference(NamedTuple):
    """A row, the numbers of sentences it leads to, and how many more there are."""

    row: Row
    numbers: list[int]
    more: int


@dataclass(frozen=True, slots=True)
class Section:
    """One question with its answer. note: how it was measured; chart: *dots* with intervals, *columns*, or none."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: str = ""
    bars: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Analysis:
    """The graph with all that sections count: ties, the statements behind each, measures, intervals, rows at most."""

    graph: nx.MultiDiGraph
    articles: Mapping[str, Article]
    net: nx.DiGraph
    told: Mapping[tuple[str, str], tuple[Statement, ...]]
    found: Figures
    bounds: Bounds
    rows: list[dict[str, Any]]
    most: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Those that the graph was made of."""
        return tuple(self.graph.graph["statements"])

    def ends(self, pair: tuple[str, str]) -> tuple[str, str]:
        """Names of the two."""
        return self.net.nodes[pair[0]]["name"], self.net.nodes[pair[1]]["name"]

    def unnamed(self, pair: tuple[str, str]) -> int:
        """How many ends are described (*supporters*), not named."""
        return sum(name == name.lower() for name in self.ends(pair))

    def shown(self, *key: object, digits: int, bounds: Bounds | None = None) -> str:
        """A figure with its interval."""
        interval = (self.bounds if bounds is None else bounds).get(key)
        shown = f"{self.found[key]:.{digits}f}"
        return f"{shown} [{interval[0]:.{digits}f} to {interval[1]:.{digits}f}]" if interval else shown


def sections(
    graph: nx.MultiDiGraph, articles: Mapping[str, Article], bounds: Bounds, most: int = 10
) -> Iterator[Section]:
    """All of the report; ``graph`` as `project` makes it, best ``without_copies``; most: rows of a table."""
    net = ties(graph)
    by_id = {s.id: s for s in graph.graph["statements"]}
    told = {(a, b): tuple(by_id[i] for i in d["statements"]) for a, b, d in net.edges(data=True)}
    a = _Analysis(graph, articles, net, told, figures(net), bounds, measures(graph, bounds), most)
    yield from (section(a) for section in (_summary, _central, _strongest, _signed, _communities))
    yield from (*_over_time(a), _spoken(a), _contested(a))


def _summary(a: _Analysis) -> Section:
    papers = {s.article for s in a.statements}
    balanced, unbalanced = triads(a.net)
    several = sum(len(set(d["articles"])) > 1 for *_, d in a.net.edges(data=True))
    days = sorted(day for iri in papers if (day := a.articles[iri].day))
    span = " to ".join(dict.fromkeys((*days[:1], *days[-1:])))
    appeared = f" that appeared {'from' if ' ' in span else 'on'} {span}" if days else ""
    reported = sum(bool(s.attribution) for s in a.statements)
    count = f"{len(papers)} independent article{'s' * (len(papers) != 1)}"
    little = "; too few to tell much" if balanced + unbalanced < FEW else ""
    lines = [
        f"{len(a.statements):,} statements of {count}{appeared} (copies of one text count "
        f"once), {reported} of them told by a source and not by the article itself.",
        f"{len(a.net)} actors, {sum(1 for n in a.net if a.net.degree(n))} of them with ties; "
        f"{a.net.number_of_edges()} ties, {several or 'none'} of them told by more than one article.",
    ]
    if a.told:
        lines.append(f"Reciprocity, the share of ties that are returned: {a.shown('reciprocity', digits=2)}.")
    if balanced + unbalanced:
        lines.append(
            f"Structural balance: {balanced} of {balanced + unbalanced} triangles of cooperation and conflict are "
            f"balanced{little}."
        )
    lines.append(
        f"In brackets: from the 5th to the 95th percentile of {RESAMPLES} drawings, with replacement, of the "
        f"{len(papers)} articles. They say how much hangs on which articles were read"
        f"{'; so few articles make even that rough' if len(papers) < FEW else ''}."
        if a.bounds
        else "Fewer than two articles cannot be resampled: no figure here has an interval."
    )
    return Section("In short", " ".join(lines), (), ())


def _section(name: str, rows: Iterable[Row], **counted: object) -> Section:
    """A section with its title, note, columns and chart as template/report.json has them."""
    told = json.loads((files("kg.exploration") / "template" / "report.json").read_text(encoding="utf-8"))[name]
    columns = tuple(c.format(**counted) for c in told["columns"])
    return Section(told["title"], told["note"].format(**counted), columns, tuple(rows), told.get("chart", ""))


def _central(a: _Analysis) -> Section:
    of: dict[str, list[Statement]] = defaultdict(list)
    for pair, seen in a.told.items():
        for n in pair:
            of[n] += seen
    counts = ("statements", "acts", "acted_on", "speaks")
    rows = []
    for r in [r for r in a.rows if r["iri"] in of][: a.most]:
        ranked = a.shown("pagerank", r["iri"], digits=4, bounds=a.bounds if r["acted_on"] else {})
        cells = (r["name"], r["type"], *(str(r[c]) for c in counts), f"{r['betweenness']:.2g}", ranked)
        rows.append(Row(cells, tuple(of[r["iri"]]), r["pagerank"], r["pagerank_low"], r["pagerank_high"]))
    return _section("central", rows)


def _tie(a: _Analysis, pair: tuple[str, str], what: str) -> Row:
    """A tie with its weight or sign; what only one article tells has no interval."""
    seen = a.told[pair]
    papers = len({s.article for s in seen})
    bounds = a.bounds if papers > 1 else {}
    verbs = ", ".join(dict.fromkeys(a.net.edges[pair]["relations"]))
    shown = a.shown(what, *pair, digits=0 if what == "weight" else 1, bounds=bounds)
    low, high = bounds.get((what, *pair), (None, None))
    return Row((" → ".join(a.ends(pair)), verbs, str(papers), shown), seen, a.found[what, *pair], low, high)


def _strongest(a: _Analysis) -> Section:
    papers = {pair: len({s.article for s in seen}) for pair, seen in a.told.items()}
    pairs = sorted(a.told, key=lambda p: (-papers[p], a.unnamed(p), -len(a.told[p]), a.ends(p)))
    return _section("strongest", (_tie(a, p, "weight") for p in pairs[: a.most]))


def _signed(a: _Analysis) -> Section:
    signs = {p: a.found["sign", *p] for p in a.told}
    pairs = sorted(a.told, key=lambda p: (a.unnamed(p) > 1, -abs(signs[p]), a.unnamed(p), a.ends(p)))
    # As many of each side: conflict makes more news than cooperation.
    half = (a.most + 1) // 2
    chosen = [p for p in pairs if signs[p] > 0][:half] + [p for p in pairs if signs[p] < 0][:half]
    return _section("signed", (_tie(a, p, "sign") for p in sorted(chosen, key=lambda p: -signs[p])))


def _communities(a: _Analysis) -> Section:
    members: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for r in a.rows:
        members[r["community"]].append(r)
    rows: list[Row] = []
    for k in sorted(k for k, m in members.items() if len(m) > 2)[: a.most]:
        inside = {r["iri"] for r in members[k]}
        seen = tuple(s for pair, found in sorted(a.told.items()) if {*pair} <= inside for s in found)
        papers = len({s.article for s in seen})
        back = a.bounds.get(("community", k)) if papers > 1 else None
        names = [r["name"] for r in sorted(members[k], key=lambda r: (-a.net.degree(r["iri"]), r["name"]))]
        more = f" and {len(names) - 8} more" if len(names) > 8 else ""
        shown = f"{back[0]:.2f}" if back else "–"
        rows.append(Row((str(len(names)), ", ".join(names[:8]) + more, str(papers), shown), seen))
    return _section("communities", rows)


def _over_time(a: _Analysis) -> Iterator[Section]:
    """Activity by the time of what is told, else by publication, and the ties of each stretch."""
    done = [s for s in a.statements if s.polarity == "affirmed" and s.modality == "actual"]
    spans = {}
    for s in done:
        first = day_of(s, a.articles.get(s.article))
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
    bins = {i: bin_of(first) for i, (first, last) in spans.items() if bin_of(first) == bin_of(last)}
    by_bin: dict[str, list[Statement]] = defaultdict(list)
    for s in done:
        if bins.get(s.id) in order:
            by_bin[bins[s.id]].append(s)
    outside = len(bins) - sum(map(len, by_bin.values()))
    met: set[tuple[str, str]] = set()
    rows = []
    fullest = set(sorted(order, key=lambda b: -len(by_bin[b]))[:PERIODS])
    for b in order:
        here = {pair: [s for s in seen if bins.get(s.id) == b] for pair, seen in a.told.items()}
        here = {pair: seen for pair, seen in here.items() if seen}
        if by_bin[b] and b in fullest:
            top = min(here, key=lambda p: (-len(here[p]), a.unnamed(p), a.ends(p)), default=None)
            strongest = f"{' → '.join(a.ends(top))} ({len(here[top])})" if top else ""
            counts = (len(by_bin[b]), sum(s.time is not None for s in by_bin[b]), len(here), len(here.keys() - met))
            rows.append(Row((b, *map(str, counts), strongest), tuple(here[top] if top else by_bin[b])))
        met |= here.keys()
    bars = tuple((b, sum(s.time is not None for s in by_bin[b]), sum(s.time is None for s in by_bin[b])) for b in order)
    counted = {"done": len(done), "undated": len(done) - len(spans), "long": len(spans) - len(bins), "outside": outside}
    yield replace(_section("time", rows, unit=unit, **counted), bars=bars)
    actors = Counter(n for pair, seen in a.told.items() for s in seen if bins.get(s.id) in fullest for n in pair)
    shown = [b for b in order if b in fullest and any(bins.get(s.id) == b for seen in a.told.values() for s in seen)]
    rows = []
    for n, _ in sorted(actors.items(), key=lambda x: (-x[1], a.net.nodes[x[0]]["name"]))[: a.most]:
        seen = tuple(s for pair, found in a.told.items() if n in pair for s in found if bins.get(s.id) in shown)
        active = Counter(bins[s.id] for s in seen)
        rows.append(Row((a.net.nodes[n]["name"], *(str(active[b] or "·") for b in shown)), seen))
    active_when = _section("active", rows, unit=unit)
    yield replace(active_when, columns=(*active_when.columns, *shown))


def _spoken(a: _Analysis) -> Section:
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    actors = {n: d["name"] for n, d in a.net.nodes(data=True)}
    for s in a.statements:
        for v in {v.entity for v in s.attribution} & actors.keys():
            if s.subject.entity in actors and v != s.subject.entity:
                found[actors[v], actors[s.subject.entity]].append(s)
    rows = [
        Row((speaker, of, str(len(seen)), str(sum(s.polarity == "negated" for s in seen))), tuple(seen))
        for (speaker, of), seen in sorted(found.items(), key=lambda x: (-len(x[1]), x[0]))[: a.most]
    ]
    return _section("spoken", rows)


DIFFERS: dict[str, Callable[[Statement], str]] = {
    "polarity": lambda s: s.polarity,
    "time": lambda s: str(s.time and s.time.start),
    "number": lambda s: s.object.text if s.object else "",
}


def _contested(a: _Analysis) -> Section:
    rows = []
    for c in contested(a.statements, a.graph.graph["copies"])[: a.most]:
        first = c.sides[0][0]
        what = filter(None, (first.subject.name, first.relation.lemma, first.object.text if first.object else ""))
        sides = []
        for side in c.sides:
            who = dict.fromkeys(s.voices or "the article itself" for s in side)
            sides.append(f"{DIFFERS[c.kind](side[0])} by {', '.join(who)}")
        rows.append(Row((c.kind, " ".join(what), "; ".join(sides)), tuple(side[0] for side in c.sides)))
    return _section("contested", rows)


def _numbered(found: Iterable[Section]) -> tuple[list[tuple[Section, list[Reference]]], list[Statement]]:
    """Sections, each row with the numbers of the sentences behind it; and the sentences, numbered from 1."""
    numbers: dict[tuple[str, int], int] = {}
    sentences: list[Statement] = []
    told = []
    for section in found:
        references = []
        for row in section.rows:
            once = {(s.article, s.sentence.start): s for s in row.evidence}
            shown = list(once)[:EVIDENCE]
            for key in shown:
                if numbers.setdefault(key, len(sentences) + 1) > len(sentences):
                    sentences.append(once[key])
            references.append(Reference(row, [numbers[key] for key in shown], len(once) - len(shown)))
        told.append((section, references))
    return told, sentences


def markdown(graph: nx.MultiDiGraph, articles: Mapping[str, Article], bounds: Bounds, *, most: int = 10) -> str:
    """The report in Markdown, without its pictures; sentences are numbered at the end."""
    lines = ["# Actors"]
    told, sentences = _numbered(sections(graph, articles, bounds, most))
    for section, references in told:
        lines += ["", f"## {section.title}", "", section.note]
        if section.columns and not section.rows:
            lines += ["", "Nothing."]
        if section.rows:
            head = (*section.columns, "sentences")
            lines += ["", f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
        for row, numbers, more in references:
            linked = " ".join(f"[{n}](#s{n})" for n in numbers) + (f" +{more}" if more else "")
            lines.append(f"| {' | '.join((*map(_plain, row.cells), linked))} |")
    lines += ["", "## Sentences", "", _SENTENCES, ""]
    for n, s in enumerate(sentences, 1):
        lines.append(f'{n}. <a id="s{n}"></a>{_plain(s.sentence.text)} — {_plain(articles[s.article].origin)}')
    return "\n".join(lines) + "\n"


def page(
    graph: nx.MultiDiGraph, articles: Mapping[str, Article], bounds: Bounds, *, title: str = "Actors", most: int = 10
) -> str:
    """The report as one HTML file with pictures that needs nothing else. The same input gives the same bytes."""
    template = Environment(loader=PackageLoader("kg.exploration", "template"), autoescape=True, trim_blocks=True)
    told, sentences = _numbered(sections(graph, articles, bounds, most))
    return template.get_template("report.html").render(
        title=title,
        told=told,
        sentences=[(s.sentence.text, articles[s.article].origin, _address(s, articles)) for s in sentences],
        note=_SENTENCES,
        scale=_scale,
        tallest=lambda bars: max(dated + published for _, dated, published in bars),
    )


def _scale(references: Iterable[Reference], width: float) -> Callable[[float], float]:
    """From the values of rows, and 0, to their places on a line of so many pixels."""
    values = [v for r, *_ in references for v in (r.value, r.low, r.high) if v is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    return lambda value: round((value - low) * width / ((high - low) or 1), 1)


def _address(s: Statement, articles: Mapping[str, Article]) -> str | None:
    """The web address of the very words (URL fragment text directives, WICG); None where the article has none."""
    url = articles[s.article].url or s.article
    words = s.sentence.text.replace("…", " ").split()
    ends = (words[:4], words[-4:]) if len(words) > 9 else (words,)
    part = ",".join(quote(" ".join(w), safe="").replace("-", "%2D") for w in ends)
    return f"{url.partition('#')[0]}#:~:text={part}" if url.startswith(("http://", "https://")) else None


def _plain(words: str) -> str:
    """Words as Markdown that shows them and nothing else."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(words.split()))
