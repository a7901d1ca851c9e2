"""Places for nodes, the same each time: a fixed seed, no clock, labels kept apart.

The core is laid out so that distance tells the number of steps (`networkx.kamada_kawai_layout`, Kamada and Kawai
1989, from a seeded `spring_layout`), its connected parts packed side by side. The next nodes find their places
around it by force (Fruchterman and Reingold 1991) without moving it; all others join beside those they are linked
to. So the first view is the best one, and a picture of thousands costs little more than one of its core.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, sin, sqrt

import networkx as nx
import numpy as np

SEED = 7
CORE = 42
"""Nodes of the first view: as many as a screen shows with names and relations that can be read."""
AROUND = 300
"""Nodes that find their place by force around the core; more cost seconds and are seldom all looked at."""
SPACE = 118.0
"""Pixels between neighbouring nodes at full size."""
LINE = 54.0
"""Height in pixels a node takes with its label."""
WIDE = 1.1
"""Width of the drawing to its height."""
LOOSE = 1.35
"""Area of a packed drawing to that of its parts."""
GOLDEN = pi * (3 - sqrt(5))

Places = dict[str, tuple[float, float]]


def place(graph: nx.Graph, order: Sequence[str], widths: Mapping[str, float]) -> Places:
    """Positions in pixels of all nodes; ``order`` is by importance, ``widths`` what a node's label takes."""
    plain = _in_order(graph, order)
    linked = [n for n in order if plain.degree(n)]
    core = linked[:CORE]
    places = _components(plain.subgraph(core), core, widths)
    _apart(core, places, widths, len(core))
    if places:
        middle = np.mean(list(places.values()), axis=0)
        places = {n: (x - float(middle[0]), y - float(middle[1])) for n, (x, y) in places.items()}
    _join(plain, linked[CORE : CORE + AROUND], places)
    _settle(plain, core, places)
    _join(plain, [n for n in order if n not in places], places)
    _apart([*core, *(n for n in places if n not in set(core))], places, widths, len(core))
    return {n: (round(x), round(y)) for n, (x, y) in places.items()}


def _in_order(graph: nx.Graph, nodes: Iterable[str]) -> nx.Graph:
    """The same graph without loops, its nodes and edges in one fixed order, on which layouts hang."""
    plain = nx.Graph()
    plain.add_nodes_from(nodes)
    plain.add_edges_from(sorted((min(e), max(e)) for e in graph.edges() if e[0] != e[1]))
    return plain


def _components(core: nx.Graph, order: Sequence[str], widths: Mapping[str, float]) -> Places:
    """Each connected part by itself, the parts side by side on shelves: large first, the small ones below."""
    rank = {n: i for i, n in enumerate(order)}
    parts = [sorted(c, key=rank.__getitem__) for c in nx.connected_components(core)]
    boxes = [_boxed(core, part, widths) for part in sorted(parts, key=lambda c: (-len(c), rank[c[0]]))]
    area = sum(w * h for w, h, _ in boxes)
    # Boxes of unlike sizes leave gaps: as wide a strip as the sum of their areas asks for gives a tower.
    width = max([w for w, _, _ in boxes] + [sqrt(area * WIDE * LOOSE)], default=0.0)
    places: Places = {}
    for (_, _, spots), (x, y) in zip(boxes, _packed([(w, h) for w, h, _ in boxes], width), strict=True):
        places |= {n: (x + dx, y + dy) for n, (dx, dy) in spots.items()}
    return places


def _packed(boxes: Sequence[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """Where boxes go in a strip of this width, each as high up, then as far left, as those before leave room."""
    placed: list[tuple[float, float, float, float]] = []
    for w, h in boxes:
        spots = [(0.0, 0.0), *((x + pw, y) for x, y, pw, _ in placed), *((x, y + ph) for x, y, _, ph in placed)]
        spots += [(0.0, y + ph) for _, y, _, ph in placed]
        free = [
            (y, x)
            for x, y in spots
            if (x + w <= width + 1 or x == 0)
            and not any(x < px + pw and px < x + w and y < py + ph and py < y + h for px, py, pw, ph in placed)
        ]
        y, x = min(free)
        placed.append((x, y, w, h))
    return [(x, y) for x, y, _, _ in placed]


def _boxed(core: nx.Graph, part: Sequence[str], widths: Mapping[str, float]) -> tuple[float, float, Places]:
    """Width and height that a connected part takes with its labels, and its positions in that box."""
    graph = _in_order(core.subgraph(part), part)
    start = nx.spring_layout(graph, seed=SEED, iterations=100, method="force")
    found = nx.kamada_kawai_layout(graph, pos=start, weight=None) if len(part) > 2 else start
    spots = _turned(np.array([found[n] for n in part], dtype=float))
    steps = [float(np.hypot(*(spots[part.index(a)] - spots[part.index(b)]))) for a, b in graph.edges()]
    if steps:
        spots *= SPACE / (sum(steps) / len(steps))
    extent = np.ptp(spots, axis=0)
    # A flat drawing leaves half the screen empty: names and relations get that room.
    spots[:, 1] *= min(1.6, max(1.0, extent[0] / WIDE / max(extent[1], LINE)))
    half = np.array([widths[n] / 2 for n in part])
    spots -= ((spots[:, 0] - half).min(), spots[:, 1].min() - LINE * 0.8)
    w, h = (spots[:, 0] + half).max() + LINE / 2, spots[:, 1].max() + 1.3 * LINE
    return float(w), float(h), {n: (float(x), float(y)) for n, (x, y) in zip(part, spots, strict=True)}


def _turned(spots: np.ndarray) -> np.ndarray:
    """Turned so that the longest extent lies across: screens are wider than high, and so are labels."""
    spots = spots - spots.mean(axis=0)
    _, axes = np.linalg.eigh(spots.T @ spots)
    across = axes[:, ::-1] * np.where(axes[0, ::-1] < 0, -1, 1)
    return np.asarray(spots @ across)


def _join(graph: nx.Graph, rest: Sequence[str], places: Places) -> None:
    """Nodes outside the core: beyond their placed neighbours, seen from the middle; those without any on a rim."""
    reach = max((float(np.hypot(*p)) for p in places.values()), default=0.0)
    rim = 0
    for n, node in enumerate(rest):
        near = [places[m] for m in sorted(graph[node]) if m in places]
        x, y, radius = 0.0, 0.0, reach + SPACE + 0.55 * SPACE * sqrt(rim)
        if near:
            radius = SPACE * (0.65 + 0.05 * (n % 7))
            x, y = np.mean(near, axis=0)
            length = float(np.hypot(x, y)) or 1.0
            x, y = float(x + x / length * radius), float(y + y / length * radius)
        else:
            rim += 1
        places[node] = x + radius * cos(n * GOLDEN), y + radius * sin(n * GOLDEN)


def _settle(graph: nx.Graph, core: Sequence[str], places: Places) -> None:
    """Those around the core find their places among themselves; the core stays."""
    if len(places) == len(core):
        return
    part = _in_order(graph.subgraph(places), places)
    found = nx.spring_layout(
        part, k=SPACE * 0.8, pos=places, fixed=core or None, iterations=60, seed=SEED, method="force", scale=None
    )
    places |= {n: (float(x), float(y)) for n, (x, y) in found.items()}


def _apart(order: Sequence[str], places: Places, widths: Mapping[str, float], fixed: int) -> None:
    """Pushes nodes apart whose labels overlap, in fixed order, along the axis that needs less.

    The first ``fixed`` nodes move only among themselves: what joins later gives way to the core.
    """
    if not order:
        return
    from scipy.spatial import KDTree  # Half a second that only a page waits for.

    # Plain numbers: single cells of an array cost ten times as much.
    xs, ys = ([places[n][axis] for n in order] for axis in (0, 1))
    wide = [widths.get(n, SPACE) for n in order]
    # Thousands of nodes are first met by their core: beyond it, some overlap is worth the seconds saved.
    for _ in range(80 if len(order) <= 600 else 6):
        moved = False
        # Pairs that lie within a label's size of each other.
        near = KDTree(np.column_stack((xs, ys)) / (max(wide), LINE)).query_pairs(1, p=np.inf)
        for i, j in sorted(near):
            dx, dy = xs[j] - xs[i], ys[j] - ys[i]
            over_x, over_y = (wide[i] + wide[j]) / 2 - abs(dx), LINE - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            share = 1.0 if i < fixed <= j else 0.5
            axis, step = (
                (xs, over_x if dx >= 0 else -over_x) if over_x < over_y else (ys, over_y if dy >= 0 else -over_y)
            )
            axis[i] -= (1 - share) * step
            axis[j] += share * step
        if not moved:
            break
    places |= dict(zip(order, zip(xs, ys, strict=True), strict=True))
