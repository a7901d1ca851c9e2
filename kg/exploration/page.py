"""The actor graph as one HTML file that needs nothing else: pyvis's network model and vis-network, our template.

The words of articles travel as JSON in a script element that does not run, with ``<`` escaped; the page's
script (template/*.js) puts them into the document as text nodes only.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import networkx as nx

from kg.exploration.differences import contested
from kg.exploration.layout import CORE, place
from kg.exploration.projection import support
from kg.identity import Decision
from kg.values import Article, Phrase, Statement

Quotes = Literal["sentence", "short", "none"]
SCRIPTS = ("data.js", "graph.js", "panel.js", "table.js", "views.js", "controls.js", "main.js")
CONTEXT = 220
"""Characters of the paragraph shown before and after a sentence."""
SHORT = 90
"""Characters of a sentence that a page of short quotations carries."""
LABEL = 22
"""Letters of a name under its node; the panel has it whole."""

UNSEEN = frozenset({"speech", "thing"})
"""Kinds of edges that the page draws when asked only."""


def page(
    graph: nx.MultiDiGraph,
    articles: Mapping[str, Article],
    *,
    quotes: Quotes = "sentence",
    title: str = "Actor graph",
    doubtful: Iterable[Decision] = (),
) -> str:
    """The page of a graph made by `project`. The same input gives the same bytes.

    quotes: how much of the articles' text it carries: each sentence in its paragraph, its first words, or none.
    """
    data = page_data(graph, articles, quotes)
    data |= {"title": title, "doubtful": _doubts(doubtful, data["nodes"], graph.graph["names"])}
    parts = {
        "title": html.escape(title),
        "css": _template("page.css"),
        "data": _json(data),
        "vis": _vis_network(),
        "js": '"use strict";\n(() => {\n' + "\n".join(map(_template, SCRIPTS)) + "\n})();",
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda m: parts[m[1]], _template("page.html"))


def page_data(graph: nx.MultiDiGraph, articles: Mapping[str, Article], quotes: Quotes) -> dict[str, Any]:
    """What the page's script reads: nodes and edges as pyvis gives them, statements, quotations, articles."""
    statements: tuple[Statement, ...] = graph.graph["statements"]
    order = core_first(graph)
    number: dict[str | None, int] = {iri: n for n, iri in enumerate(order)}
    papers = sorted({s.article for s in statements})
    paper = {iri: n for n, iri in enumerate(papers)}
    place_of = {s.id: n for n, s in enumerate(statements)}
    words, quoted = _quotations(statements, articles, quotes)
    copies: Mapping[str, str] = graph.graph["copies"]
    network = _network(graph, order, number, place_of)
    papers_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    for a, b, d in graph.edges(data=True):
        papers_of[a, b].add(copies.get(d["article"], d["article"]))
    return {
        "types": _types(),
        "options": network.options,
        "nodes": network.nodes,
        "edges": network.edges,
        "statements": [_statement(s, number, paper) | {"quote": quoted[n]} for n, s in enumerate(statements)],
        "quotes": words,
        "contested": [
            {"kind": c.kind, "sides": [[place_of[s.id] for s in side] for side in c.sides]}
            for c in contested(statements, copies)
        ],
        "articles": [_article(articles.get(iri) or Article(iri, ""), copies, quotes) for iri in papers],
        "core": CORE,
        "most_support": max(map(len, papers_of.values()), default=1),
    }


def core_first(graph: nx.MultiDiGraph) -> list[str]:
    """Nodes by importance: the ends of the strongest links first, so that no first part of them is disconnected.

    The same order as that of the page's script (look in data.js), so that its first view is what was laid out as one.
    """
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    drawn = {(d["statement"], a, b): None for a, b, d in graph.edges(data=True) if d["kind"] not in UNSEEN}
    by_id = {s.id: n for n, s in enumerate(graph.graph["statements"])}
    for i, a, b in sorted(drawn, key=lambda e: by_id[e[0]]):
        told[a, b].append(graph.graph["statements"][by_id[i]])
    weight: Counter[str] = Counter()
    for pair, seen in told.items():
        weight.update(dict.fromkeys(pair, len(seen)))

    def strength(pair: tuple[str, str]) -> float:
        return 3 * support(told[pair], graph.graph["copies"]) + math.log2(weight[pair[0]] * weight[pair[1]])

    links = sorted(told, key=strength, reverse=True)
    ends = (n for a, b in links for n in ((a, b) if weight[a] >= weight[b] else (b, a)))
    alone = sorted(graph, key=lambda n: (-graph.nodes[n]["statements"], n))
    return list(dict.fromkeys((*ends, *alone)))


def _network(
    graph: nx.MultiDiGraph, order: list[str], number: Mapping[str | None, int], place_of: Mapping[str, int]
) -> Any:
    """The graph as a pyvis Network, with positions and without physics."""
    # pyvis imports IPython: only where a page is made.
    from pyvis.edge import Edge
    from pyvis.network import Network

    drawn = nx.Graph((a, b) for a, b, d in graph.edges(data=True) if d["kind"] not in UNSEEN)
    labels = {iri: _cut(graph.nodes[iri]["name"], LABEL) for iri in order}
    spots = place(drawn, order, {iri: 18 + 7.2 * len(label) for iri, label in labels.items()})
    network = Network(directed=True)
    network.set_options(_template("options.json"))
    for iri in order:
        node = graph.nodes[iri]
        network.add_node(
            number[iri],
            label=labels[iri],
            **{k: _types()[node["type"]][k] for k in ("shape", "color")},
            size=round(min(24.0, 5 + 2.8 * math.log2(1 + node["statements"])), 1),
            x=spots[iri][0],
            y=spots[iri][1],
            iri=iri,
            **{k: node[k] for k in ("name", "type", "actor", "aliases", "links")},
        )
    for a, b, d in graph.edges(data=True):
        # Network.add_edge looks through all nodes for each edge: minutes for a large graph.
        extra = {k: d[k] for k in ("kind", "relation", "role")}
        extra |= {"statement": place_of[d["statement"]], "w": d["event_weight"]}
        network.edges.append(Edge(number[a], number[b], True, **extra).options)
    return network


def _statement(s: Statement, number: Mapping[str | None, int], paper: Mapping[str, int]) -> dict[str, Any]:
    def filler(p: Phrase | None) -> dict[str, Any] | None:
        if p is None:
            return None
        found: dict[str, Any] = {"text": p.text}
        if p.name and p.name != p.text:
            found["name"] = p.name
        if p.entity in number:
            found["n"] = number[p.entity]
        return found

    return {
        "id": s.id,
        "s": filler(s.subject),
        "rel": s.relation.lemma,
        "o": filler(s.object),
        "args": [(filler(a) or {}) | {"role": a.role, "marker": a.marker} for a in s.arguments],
        "pol": s.polarity,
        "mod": s.modality,
        "att": [
            {"name": v.called, "cue": v.cue} | ({"n": number[v.entity]} if v.entity in number else {})
            for v in s.attribution
        ],
        "ev": s.event and s.event.type,
        "w": s.event and s.event.weight,
        "t": s.time and s.time.start,
        "t2": s.time and s.time.end,
        "place": s.place and s.place.called,
        "conf": round(s.confidence, 2),
        "art": paper[s.article],
    }


def _article(a: Article, copies: Mapping[str, str], quotes: Quotes) -> dict[str, Any]:
    return {
        "iri": a.iri,
        "title": a.called if quotes != "none" else a.title,
        "publisher": a.publisher,
        "date": a.day,
        "url": a.url or a.iri,
        "authors": list(a.authors),
        "origin": copies.get(a.iri, a.iri),
    }


def _quotations(
    statements: Sequence[Statement], articles: Mapping[str, Article], quotes: Quotes
) -> tuple[list[dict[str, str]], list[int | None]]:
    """Each sentence once, with what stands around it in its paragraph; and of each statement the number of its own."""
    if quotes == "none":
        return [], [None for _ in statements]
    words: list[dict[str, str]] = []
    number: dict[tuple[str, int], int] = {}
    for s in statements:
        if number.setdefault((s.article, s.sentence.start), len(words)) == len(words):
            words.append(_quotation(s, articles.get(s.article), quotes))
    return words, [number[s.article, s.sentence.start] for s in statements]


def _quotation(s: Statement, article: Article | None, quotes: Quotes) -> dict[str, str]:
    text = s.sentence.text
    if quotes == "short" or article is None:
        return {"before": "", "text": text if quotes == "sentence" else _cut(text, SHORT), "after": ""}
    start, end = s.sentence.start, s.sentence.end
    block = next((b for b in article.blocks if b.start <= start < b.end), None)
    low, high = (block.start, max(block.end, end)) if block else (0, len(article.text))
    before, after = article.text[max(low, start - CONTEXT) : start], article.text[end : min(high, end + CONTEXT)]
    if start - CONTEXT > low:
        before = "…" + before.partition(" ")[2]
    if end + CONTEXT < high:
        after = after.rpartition(" ")[0] + "…"
    return {"before": before, "text": text, "after": after}


def _doubts(
    doubtful: Iterable[Decision], nodes: Iterable[Mapping[str, Any]], names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Pairs of which the page shows one at least, and the commands that decide."""
    shown = {n["iri"]: {"n": n["id"], "name": n["name"]} for n in nodes}

    def side(iri: str) -> dict[str, Any]:
        return shown.get(iri) or {"n": None, "name": names.get(iri, iri)}

    return [
        {"one": side(d.one), "other": side(d.other), "why": d.why, "score": d.score}
        | {"merge": f"kg entities merge DIR {d.one} {d.other}", "split": f"kg entities split DIR {d.one} {d.other}"}
        for d in doubtful
        if d.one in shown or d.other in shown
    ]


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _json(data: Any) -> str:
    """JSON that can stand inside a script element: no ``<`` in it closes or opens anything."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _types() -> dict[str, dict[str, Any]]:
    """How each type is drawn. Filled shapes act, hollow ones are acted on; colours that colour-blind readers tell apart
    (Okabe and Ito 2008); path: that of the legend's icon in a box of 16 by 16."""
    found: dict[str, dict[str, Any]] = json.loads(_template("types.json"))
    return found


@cache
def _template(name: str) -> str:
    return (files("kg.exploration") / "template" / name).read_text(encoding="utf-8")


@cache
def _vis_network() -> str:
    """vis-network as it travels in pyvis's package, without the line that would make a debugger ask for its map."""
    libraries = {p.name: p for p in (files("pyvis") / "lib").iterdir() if p.name.startswith("vis-")}
    text = (libraries[max(libraries)] / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"(?m)^//# sourceMappingURL=.*$", "", text).replace("</script", "<\\/script")
