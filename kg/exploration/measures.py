"""Measures of the actor graph, each by its networkx function or paper, and how sure the articles make them.

What counts: edges of kind *act*, *argument* and *wish* whose statement is affirmed and actual, or wanted for *wish*;
not *speech*, nor what somebody is or has (*be mayor of*), nor an argument that takes no part: *jailed in Norland* is
nothing done to Norland. Parallel edges are one tie as heavy as the statements behind it. Cooperation and conflict
come from the weights of event types (Goldstein 1992) where the act is aimed at the other end; a tie's sign is that of
their sum.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations, takewhile
from math import prod
from typing import Any

import networkx as nx

from kg.exploration.words import passive
from kg.lexicon import words

COLUMNS = (
    *("name", "type", "statements", "articles", "acts", "acted_on", "speaks"),
    *("pagerank", "pagerank_low", "pagerank_high", "betweenness", "community", "cooperation", "conflict"),
)
SEED = 7
RESAMPLES = 200
REGROUPED = 50
"""Of the resamples those that are parted into communities again, which costs most."""
OUTER = 0.05
"""Share of the resamples that an interval leaves out at either end."""
SOURCES = 500
"""Nodes from which betweenness is counted at most: an estimate for larger graphs (Brandes and Pich 2007)."""
_TOLD = frozenset({"act", "argument"})
_PARTS = frozenset({"object", "content", "recipient", "beneficiary", "accompaniment", "goal", "source"})

Figures = dict[tuple[object, ...], float]
"""Measures by name and what they are of: ``("pagerank", IRI)``, ``("weight", IRI, IRI)``, ``("reciprocity",)`` …"""
Bounds = dict[tuple[object, ...], tuple[float, float]]


def ties(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """One edge for all statements of what one does to another; ``weight`` counts them, ``sign`` sums their events."""
    found = nx.DiGraph()
    standing = words("lexicon/questions", kind="standing")  # *be based in*
    nobody = words("lexicon/pronominals")  # *anyone*, *those*
    found.add_nodes_from((n, d) for n, d in sorted(graph.nodes(data=True)) if d["actor"] and d["name"] not in nobody)
    for a, b, d in sorted(graph.edges(data=True), key=lambda e: (e[0], e[1], e[2]["statement"])):
        told = d["kind"] in _TOLD and d["polarity"] == "affirmed" and d["modality"] == "actual"
        wished = d["kind"] == "wish" and d["polarity"] == "affirmed"
        verb = d["lemma"].removeprefix("be ").split()[0]
        being = d["lemma"].split()[0] in ("be", "have") and (not passive(d["lemma"]) or verb in standing)
        takes_part = d["role"] in _PARTS and not being
        if a == b or a not in found or b not in found or not (told or wished) or not takes_part:
            continue
        if not found.has_edge(a, b):
            found.add_edge(a, b, statements=[], relations=[], events=[], articles=[])
        if d["statement"] not in found[a][b]["statements"]:
            found[a][b]["statements"].append(d["statement"])
            found[a][b]["relations"].append(d["relation"])
            found[a][b]["events"].append(d["event_weight"] or 0.0)
            found[a][b]["articles"].append(d["article"])
    for *_, d in found.edges(data=True):
        d["weight"], d["sign"] = len(d["statements"]), sum(d["events"])
    return found


def _drawn(net: nx.DiGraph, times: Mapping[str, int]) -> nx.DiGraph:
    """The ties if each article counts so many times."""
    found = nx.DiGraph()
    found.add_nodes_from(net)
    for a, b, d in net.edges(data=True):
        if weight := sum(times[article] for article in d["articles"]):
            sign = sum(times[article] * event for article, event in zip(d["articles"], d["events"], strict=True))
            found.add_edge(a, b, weight=weight, sign=sign)
    return found


def figures(net: nx.DiGraph) -> Figures:
    """The numbers of a graph of ties that `resample` looks at again."""
    rank = nx.pagerank(net) if net.number_of_edges() else dict.fromkeys(net, 1 / max(1, len(net)))
    found: Figures = {("pagerank", n): r for n, r in rank.items()}
    for a, b, d in net.edges(data=True):
        found["weight", a, b], found["sign", a, b] = d["weight"], d["sign"]
    if net.number_of_edges():
        found["reciprocity",] = float(nx.overall_reciprocity(nx.DiGraph(net.edges())))
    return found


def resample(graph: nx.MultiDiGraph) -> Bounds:
    """From where to where each figure goes if the articles are drawn again with replacement (Efron 1979), fixed seed.

    A tie that no drawn article tells of weighs 0. ``("community", k)`` gives how far a community comes back: the
    mean of its best Jaccard overlap in the first draws, twice (Hennig 2007: below 0.5 it dissolves, from 0.75 it is
    stable). Empty for less than two articles: of one, nothing can be drawn again.
    """
    papers = sorted({s.article for s in graph.graph["statements"]})
    if len(papers) < 2:
        return {}
    net = ties(graph)
    observed, groups = figures(net), _groups(net)
    told: dict[tuple[object, ...], list[float]] = defaultdict(list)
    back: dict[int, list[float]] = defaultdict(list)
    draw = random.Random(SEED)
    for n in range(RESAMPLES):
        sample = _drawn(net, Counter(draw.choices(papers, k=len(papers))))
        found = figures(sample)
        for key in observed:
            if key in found or key[0] in ("weight", "sign"):
                told[key].append(found.get(key, 0.0))
        tied = {a for a in sample if sample.degree(a)}
        new = list(_groups(sample).values()) if n < REGROUPED else []
        for k, group in groups.items() if new else ():
            if rest := group & tied:
                back[k].append(max(len(rest & g) / len(rest | g) for g in new))
    bounds: Bounds = {}
    for key, values in told.items():
        ordered, cut = sorted(values), int(OUTER * len(values))
        bounds[key] = ordered[cut], ordered[-1 - cut]
    return bounds | {("community", k): (mean, mean) for k, v in back.items() for mean in [sum(v) / len(v)]}


def _groups(net: nx.DiGraph) -> dict[int, set[str]]:
    """Communities of more than one actor, by number."""
    return {k: set(c) for k, c in enumerate(communities(net), 1) if len(c) > 1}


def measures(graph: nx.MultiDiGraph, bounds: Bounds | None = None) -> list[dict[str, Any]]:
    """One row an actor (see `COLUMNS`), those of most statements first.

    bounds: of `resample`, for pagerank_low and pagerank_high; None without, and for those whom no tie leads to: they
    have the lowest value in every draw, which is another one in each.

    pagerank: `networkx.pagerank` of the ties (Page et al. 1999); betweenness: `networkx.betweenness_centrality` of
    them undirected (Freeman 1977), estimated in large graphs (see SOURCES); community:
    `networkx.community.louvain_communities`, fixed seed (Blondel et al. 2008), numbered by size. acts, acted_on,
    speaks: statements. cooperation, conflict: sums of event weights.
    """
    net = ties(graph)
    if not net:
        return []
    found = figures(net)
    tied = nx.Graph(net.edges())
    between = nx.betweenness_centrality(tied, k=min(len(tied), SOURCES), seed=SEED) if tied else {}
    # Over all actors, as if those without ties stood in the graph.
    scale = (len(tied) - 1) * (len(tied) - 2) / max(1, (len(net) - 1) * (len(net) - 2))
    of = {n: k for k, c in enumerate(communities(net), 1) for n in c}
    spoken = Counter(iri for s in graph.graph["statements"] for iri in {v.entity for v in s.attribution})
    rows = []
    for n, d in net.nodes(data=True):
        low, high = (bounds or {}).get(("pagerank", n), (None, None)) if net.in_degree(n) else (None, None)
        signs = [e["sign"] for *_, e in (*net.in_edges(n, data=True), *net.out_edges(n, data=True))]
        rows.append(
            {
                "iri": n,
                **{k: d[k] for k in ("name", "type", "statements", "articles")},
                "acts": int(net.out_degree(n, weight="weight")),
                "acted_on": int(net.in_degree(n, weight="weight")),
                "speaks": spoken[n],
                "pagerank": round(found["pagerank", n], 4),
                "pagerank_low": low and round(low, 4),
                "pagerank_high": high and round(high, 4),
                "betweenness": round(scale * between.get(n, 0.0), 6),
                "community": of[n],
                "cooperation": round(sum(x for x in signs if x > 0), 1),
                "conflict": round(-sum(x for x in signs if x < 0), 1),
            }
        )
    return sorted(rows, key=lambda r: (-r["statements"], -r["pagerank"], r["name"], r["iri"]))


def communities(net: nx.DiGraph) -> list[list[str]]:
    """Communities of actors, the largest first; actors without ties are communities of their own."""
    both = nx.Graph()
    for a, b, d in net.edges(data=True):
        both.add_edge(a, b, weight=d["weight"] + (both[a][b]["weight"] if both.has_edge(a, b) else 0))
    found = nx.community.louvain_communities(both, weight="weight", seed=SEED) if both else []
    alone = ([n] for n in net if n not in both)
    return sorted((*map(sorted, found), *alone), key=lambda c: (-len(c), c))


def triads(net: nx.DiGraph) -> tuple[int, int]:
    """Balanced and unbalanced triangles of signed ties (structural balance, Cartwright & Harary 1956)."""
    signs: dict[frozenset[str], float] = defaultdict(float)
    for a, b, d in net.edges(data=True):
        signs[frozenset((a, b))] += d["sign"]
    signed = nx.Graph((*sorted(pair), {"sign": s}) for pair, s in signs.items() if s)
    triangles = list(takewhile(lambda c: len(c) < 4, nx.enumerate_all_cliques(signed)))
    products = [prod(signed[a][b]["sign"] for a, b in combinations(c, 2)) for c in triangles if len(c) == 3]
    return sum(p > 0 for p in products), sum(p < 0 for p in products)
