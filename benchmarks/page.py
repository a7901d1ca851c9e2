"""The page beside plain pyvis on the same graph: size, seconds to make, seconds until it can be used, requests.

Run: python -m benchmarks.page [--write] (needs playwright and a Chromium; the network is off)
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import Error, sync_playwright

from benchmarks.results import section
from kg.exploration import page, project
from kg.values import Article, Block, Entity, EntityType, EventCode, Phrase, Relation, Sentence, Statement

SIZES = (100, 1000, 5000)
PATIENCE = 60
"""Seconds after which a page counts as one that does not settle."""
PER_ARTICLE = 20
TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Country", "Event", "Place")
LEMMAS = (("back", 3.4), ("meet", 1.0), ("accuse", -2.0), ("attack", -10.0), ("name", 0.0))
SETTLED = "window.network.physics.stabilized"


def graph_of(size: int) -> tuple[nx.MultiDiGraph, dict[str, Article]]:
    """Invented statements between as many entities, few of them in most of it (Barabási and Albert 1999)."""
    entities = [Entity(f"urn:e:{n}", f"Party number {n}", TYPES[n % 5]) for n in range(size)]
    articles: dict[str, Article] = {}
    statements = []
    for n, (a, b) in enumerate(nx.barabasi_albert_graph(size, 2, seed=7).edges()):
        iri = f"urn:a:{n // PER_ARTICLE}"
        lemma, weight = LEMMAS[n % len(LEMMAS)]
        words = f"{entities[a].name} {lemma}s {entities[b].name} in a sentence as long as those of newspapers are."
        day = date(2031, 1, 1) + timedelta(days=n // PER_ARTICLE)
        articles[iri] = Article(
            iri, words, title=f"Story {n // PER_ARTICLE}", published=day, blocks=(Block("paragraph", 0, len(words)),)
        )
        ends = [Phrase(e.name, entity=e.iri, name=e.name, type=e.type) for e in (entities[a], entities[b])]
        statements.append(
            Statement(
                id=f"{iri}#s-{n}", article=iri, sentence=Sentence(0, 0, len(words), words), subject=ends[0],
                relation=Relation(lemma), object=ends[1], event=EventCode("CONSULT", weight=weight),
            )
        )  # fmt: skip
    return project(statements, articles, entities), articles


def plain(graph: nx.MultiDiGraph) -> str:
    """What `pyvis.network.Network.from_nx` gives, everything inlined as far as pyvis does it."""
    from pyvis.network import Network

    bare = nx.DiGraph()
    bare.add_nodes_from((n, {"label": d["name"]}) for n, d in graph.nodes(data=True))
    bare.add_edges_from((a, b, {"title": d["relation"]}) for a, b, d in graph.edges(data=True))
    network = Network(directed=True, cdn_resources="in_line")
    network.from_nx(bare)
    return str(network.generate_html())


def timed(playwright: Any, kind: str, make: Callable[[], str]) -> tuple[str, str, str, str, str]:
    """Seconds to make, megabytes, seconds until usable, requests, console errors."""
    start = time.perf_counter()
    text = make()
    made = time.perf_counter() - start
    requests: list[str] = []
    errors: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(text, encoding="utf-8")
        # A browser of its own: a page that never settles would hold up the next.
        path = os.environ.get("KG_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
        view = context.new_page()
        view.on("request", lambda r: r.url.startswith(("file:", "data:", "blob:")) or requests.append(r.url))
        view.on("console", lambda m: m.type == "error" and errors.append(m.text))
        view.on("pageerror", lambda e: errors.append(str(e)))
        start = time.perf_counter()
        try:
            view.goto(file.as_uri(), wait_until="commit")
            if kind == "kg":  # its policy lets no string be run
                view.wait_for_selector("html[data-ready=yes]", timeout=PATIENCE * 1000)
            else:
                view.wait_for_function(SETTLED, timeout=PATIENCE * 1000)
            usable = f"{time.perf_counter() - start:.1f}"
        except Error:
            usable = f"more than {PATIENCE}"
        browser.close()
    size = len(text.encode()) / 1e6
    return f"{made:.1f}", f"{size:.2f}", usable, str(len(requests)), str(len(errors))


def main() -> None:
    """Measure all sizes, print the table, and with --write keep it in RESULTS.md."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--write", action="store_true")
    options = cli.parse_args()
    table = [("nodes", "links", "page", "seconds to make", "MB", "seconds until usable", "requests", "console errors")]
    with sync_playwright() as p:
        for size in SIZES:
            graph, articles = graph_of(size)
            ends = (str(size), str(graph.number_of_edges()))
            table.append((*ends, "kg", *timed(p, "kg", lambda g=graph, a=articles: page(g, a))))
            print(table[-1], flush=True)
            table.append((*ends, "plain pyvis", *timed(p, "pyvis", lambda g=graph: plain(g))))
            print(table[-1], flush=True)
    text = "Chromium, network off, one run. Usable: the page answers; of plain pyvis: its layout has settled."
    section("Page", "python -m benchmarks.page", text, table, write=options.write)


if __name__ == "__main__":
    main()
