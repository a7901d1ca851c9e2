"""Measures of the actor graph, each by its networkx function or paper, and a report of them in Markdown.

What counts: edges of kind *act*, *argument* and *wish* whose statement is affirmed and actual, or wanted for *wish*;
*speech* only where it is asked for (who speaks of whom). Parallel edges are one tie as heavy as the statements behind
it. Cooperation and conflict come from the weights of event types (Goldstein 1992); a tie's sign is that of their sum.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import networkx as nx

from kg.exploration.differences import contested
from kg.exploration.projection import voices

COLUMNS = (
    "name",
    "type",
    "statements",
    "articles",
    "acts",
    "acted_on",
    "speaks",
    "pagerank",
    "betweenness",
    "community",
    "cooperation",
    "conflict",
)
SEED = 7
_TOLD = frozenset({"act", "argument"})


def ties(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """One edge for all statements of what one does to another; ``weight`` counts them, ``sign`` sums their events."""
    found = nx.DiGraph()
    found.add_nodes_from((n, d) for n, d in sorted(graph.nodes(data=True)) if d["actor"])
    for a, b, d in sorted(graph.edges(data=True), key=lambda e: (e[0], e[1], e[2]["statement"])):
        told = d["kind"] in _TOLD and d["polarity"] == "affirmed" and d["modality"] == "actual"
        wished = d["kind"] == "wish" and d["polarity"] == "affirmed"
        if a == b or a not in found or b not in found or not (told or wished):
            continue
        if not found.has_edge(a, b):
            found.add_edge(a, b, weight=0, sign=0.0, statements=[])
        found[a][b]["weight"] += 1
        found[a][b]["sign"] += d.get("event_weight") or 0.0
        found[a][b]["statements"].append(d["statement"])
    return found


def measures(graph: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """One row an actor (see `COLUMNS`), those of most statements first.

    pagerank: `networkx.pagerank` of the ties (Page et al. 1999); betweenness: `networkx.betweenness_centrality` of
    them undirected (Freeman 1977); community: `networkx.community.louvain_communities`, fixed seed (Blondel et al.
    2008), numbered by size. acts, acted_on, speaks: statements. cooperation, conflict: sums of event weights.
    """
    net = ties(graph)
    if not net:
        return []
    rank = nx.pagerank(net) if net.number_of_edges() else dict.fromkeys(net, 1 / len(net))
    between = nx.betweenness_centrality(net.to_undirected())
    of = communities(net)
    spoken: Counter[str] = Counter()
    for s in graph.graph["statements"]:
        spoken.update({v.entity for v in s.attribution if v.entity})
    rows = []
    for n, d in net.nodes(data=True):
        signs = [e["sign"] for *_, e in (*net.in_edges(n, data=True), *net.out_edges(n, data=True))]
        rows.append(
            {
                "iri": n,
                "name": d["name"],
                "type": d["type"],
                "statements": d["statements"],
                "articles": d["articles"],
                "acts": int(net.out_degree(n, weight="weight")),
                "acted_on": int(net.in_degree(n, weight="weight")),
                "speaks": spoken[n],
                "pagerank": round(rank[n], 4),
                "betweenness": round(between[n], 4),
                "community": of[n],
                "cooperation": round(sum(x for x in signs if x > 0), 1),
                "conflict": round(-sum(x for x in signs if x < 0), 1),
            }
        )
    return sorted(rows, key=lambda r: (-r["statements"], -r["pagerank"], r["name"], r["iri"]))


def communities(net: nx.DiGraph) -> dict[str, int]:
    """The community of each actor, the largest first; actors without ties are communities of their own."""
    found = nx.community.louvain_communities(net.to_undirected(), weight="weight", seed=SEED)
    ordered = sorted((sorted(c) for c in found), key=lambda c: (-len(c), c))
    return {n: k for k, c in enumerate(ordered, 1) for n in c}


def reciprocity(net: nx.DiGraph) -> float:
    """Share of ties that are returned (`networkx.overall_reciprocity`)."""
    return float(nx.overall_reciprocity(net)) if net.number_of_edges() else 0.0


def triads(net: nx.DiGraph) -> tuple[int, int]:
    """Balanced and unbalanced triangles of signed ties (structural balance, Cartwright & Harary 1956)."""
    signs: dict[frozenset[str], float] = defaultdict(float)
    for a, b, d in net.edges(data=True):
        signs[frozenset((a, b))] += d["sign"]
    signed = nx.Graph((*sorted(pair), {"sign": s}) for pair, s in signs.items() if s)
    balanced = unbalanced = 0
    for n in sorted(signed):
        for a, b in combinations(sorted(x for x in signed[n] if x > n), 2):
            if signed.has_edge(a, b):
                product = signed[n][a]["sign"] * signed[n][b]["sign"] * signed[a][b]["sign"]
                balanced, unbalanced = balanced + (product > 0), unbalanced + (product < 0)
    return balanced, unbalanced


def report(graph: nx.MultiDiGraph, title: str = "Actors", most: int = 10) -> str:
    """What an analyst reads first, in Markdown: who is central, strongest ties, who speaks of whom, what is contested.

    Every tie is followed by a sentence that it was read from.
    """
    net, rows = ties(graph), measures(graph)
    sentences = {s.id: s.sentence.text for s in graph.graph["statements"]}
    names = {n: d["name"] for n, d in graph.nodes(data=True)}
    balanced, unbalanced = triads(net)
    lines = [
        f"# {title}",
        "",
        f"{len(net)} actors, {net.number_of_edges()} ties, {len(graph.graph['statements'])} statements. "
        f"Reciprocity {reciprocity(net):.2f}; triangles balanced {balanced}, unbalanced {unbalanced}.",
        "",
        "## Who is central",
        "",
        *_table(
            rows[:most], ("name", "type", "statements", "acts", "acted_on", "pagerank", "betweenness", "community")
        ),
        "",
        "## Ties that most stands behind",
        "",
    ]
    heavy = sorted(net.edges(data=True), key=lambda e: (-e[2]["weight"], names[e[0]], names[e[1]]))[:most]
    for a, b, d in heavy:
        lines.append(f"- **{names[a]} → {names[b]}**: {d['weight']}. {_one_line(sentences[d['statements'][0]])}")
    lines += ["", "## Who speaks of whom", ""]
    for (speaker, subject), count in _spoken(graph.graph["statements"]).most_common(most):
        lines.append(f"- {speaker} of {subject}: {count}")
    lines += ["", "## What is contested", ""]
    for c in contested(graph.graph["statements"])[:most]:
        sides = (
            f"{', '.join(voices(side[0])) or 'the article'}: {_one_line(side[0].sentence.text)}" for side in c.sides
        )
        lines.append(f"- {c.kind}: {' / '.join(sides)}")
    return "\n".join(lines) + "\n"


def _spoken(statements: Iterable[Any]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for s in statements:
        for v in s.attribution:
            if v.entity and s.subject.entity and v.entity != s.subject.entity and s.subject.name:
                found[v.name or v.text or "", s.subject.name] += 1
    return Counter(dict(sorted(found.items())))


def _table(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> list[str]:
    head = [f"| {' | '.join(c.replace('_', ' ') for c in columns)} |", "|" + "---|" * len(columns)]
    return head + [f"| {' | '.join(_one_line(str(r[c])) for c in columns)} |" for r in rows]


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
