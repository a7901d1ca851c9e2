"""Places for nodes, the same each time: a fixed seed, no clock, labels kept apart.

The most important nodes are laid out by force (`networkx.spring_layout`, Fruchterman and Reingold 1991); the
others join, in order of importance, beside those they are linked to. So a picture of thousands costs little
more than one of its core, and the core looks the same whether or not the rest is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt

import networkx as nx
import numpy as np

SEED = 7
CORE = 160
"""Nodes laid out by force; a force layout of more costs seconds and reads no better."""
SPACE = 150.0
"""Pixels between neighbouring nodes at full size: about the width of a label of twenty letters."""
LINE = 46.0
"""Height in pixels a node takes with its label."""
GOLDEN = pi * (3 - sqrt(5))

Places = dict[str, tuple[float, float]]


def place(graph: nx.Graph, order: Sequence[str], widths: Mapping[str, float]) -> Places:
    """Positions in pixels of all nodes; ``order`` is by importance, ``widths`` what a node's label takes."""
    if not order:
        return {}
    plain = nx.Graph()
    plain.add_nodes_from(order)
    plain.add_edges_from(sorted((a, b, {"weight": d.get("weight", 1)}) for a, b, d in graph.edges(data=True) if a != b))
    linked = [n for n in order if plain.degree(n)]
    core = linked[:CORE]
    places = _components(plain.subgraph(core), core)
    _join(plain, [n for n in order if n not in places], places)
    return _apart(list(order), places, widths)


def _components(core: nx.Graph, order: Sequence[str]) -> Places:
    """Each connected part by itself, the parts side by side on shelves: large first, the small ones below."""
    rank = {n: i for i, n in enumerate(order)}
    parts = sorted(
        (sorted(c, key=rank.__getitem__) for c in nx.connected_components(core)), key=lambda c: (-len(c), rank[c[0]])
    )
    places: Places = {}
    shelf_x = shelf_y = shelf_height = 0.0
    width = 0.0
    for n, part in enumerate(parts):
        spots = _force(core, part)
        xs, ys = [x for x, _ in spots.values()], [y for _, y in spots.values()]
        w, h = max(xs) - min(xs) + SPACE, max(ys) - min(ys) + SPACE * 0.7
        if n == 0:
            width = max(w, 6 * SPACE)
        if shelf_x + w > width + 1 and shelf_x:
            shelf_x, shelf_y, shelf_height = 0.0, shelf_y + shelf_height, 0.0
        for node, (x, y) in spots.items():
            places[node] = (shelf_x + x - min(xs), shelf_y + y - min(ys))
        shelf_x, shelf_height = shelf_x + w, max(shelf_height, h)
    return places


def _force(core: nx.Graph, part: Sequence[str]) -> Places:
    graph = nx.Graph()
    graph.add_nodes_from(part)
    graph.add_edges_from(sorted(core.subgraph(part).edges(data=True), key=lambda e: (e[0], e[1])))
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    spread = sqrt(len(part))
    found = nx.spring_layout(graph, k=2.2 / spread, iterations=250, seed=SEED, weight="weight", method="force")
    scale = SPACE * spread * 0.62
    # Screens are wider than high.
    return {n: (float(x) * scale * 1.3, float(y) * scale * 0.85) for n, (x, y) in found.items()}


def _join(graph: nx.Graph, rest: Sequence[str], places: Places) -> None:
    """Nodes outside the core: beyond their placed neighbours, seen from the middle; those without any on a rim."""
    middle = np.mean(list(places.values()), axis=0) if places else np.zeros(2)
    reach = max((float(np.hypot(*(np.array(p) - middle))) for p in places.values()), default=0.0)
    rim = 0
    for n, node in enumerate(rest):
        near = [places[m] for m in sorted(graph[node]) if m in places]
        angle = n * GOLDEN
        if near:
            x, y = np.mean(near, axis=0)
            out = np.array([x, y]) - middle
            length = float(np.hypot(*out)) or 1.0
            away = SPACE * (0.9 + 0.1 * (n % 7))
            places[node] = (
                float(x + out[0] / length * away * 0.7 + away * 0.7 * cos(angle)),
                float(y + out[1] / length * away * 0.7 + away * 0.7 * sin(angle)),
            )
        else:
            radius = reach + SPACE + 0.55 * SPACE * sqrt(rim)
            places[node] = (float(middle[0] + radius * cos(angle)), float(middle[1] + radius * sin(angle)))
            rim += 1


def _apart(order: list[str], places: Places, widths: Mapping[str, float], rounds: int = 60) -> Places:
    """Pushes nodes apart whose labels overlap, in fixed order, along the axis that needs less."""
    spots = np.array([places[n] for n in order])
    wide = np.array([widths.get(n, SPACE) for n in order])
    # Thousands of nodes are first met by their core: beyond it, some overlap is worth the second saved.
    for _ in range(rounds if len(order) <= 600 else 12):
        moved = False
        for i, j in _close(spots, float(wide.max()), LINE):
            dx, dy = spots[j] - spots[i]
            over_x, over_y = (wide[i] + wide[j]) / 2 - abs(dx), LINE - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            if over_y <= over_x:
                step = np.array([0.0, over_y / 2 if dy >= 0 else -over_y / 2])
            else:
                step = np.array([over_x / 2 if dx >= 0 else -over_x / 2, 0.0])
            spots[i] -= step
            spots[j] += step
        if not moved:
            break
    spots -= spots.mean(axis=0)
    return {n: (round(float(x), 1), round(float(y), 1)) for n, (x, y) in zip(order, spots, strict=True)}


def _close(spots: np.ndarray, wide: float, high: float) -> list[tuple[int, int]]:
    """Pairs that lie within a label's size of each other, by a grid, in order."""
    cells: dict[tuple[int, int], list[int]] = {}
    for i, (x, y) in enumerate(spots):
        cells.setdefault((int(x // wide), int(y // high)), []).append(i)
    pairs = []
    for (cx, cy), here in cells.items():
        around = [j for ox in (-1, 0, 1) for oy in (-1, 0, 1) for j in cells.get((cx + ox, cy + oy), ())]
        pairs += [(i, j) for i in here for j in around if i < j]
    return sorted(pairs)
