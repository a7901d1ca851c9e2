"""`kg load` writes to other stores by the Graph Store and the Update protocol; a small store of its own takes both."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from invented import STORY, article, read

import kg
from kg import run, store
from kg.cli import main
from kg.store import remote

# The official command, beside this Python or elsewhere on the path.
OXIGRAPH = shutil.which("oxigraph", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))


class _Store(BaseHTTPRequestHandler):
    """As much of the two protocols as Oxigraph, Fuseki and GraphDB have in common."""

    held: ox.Store
    union = False

    def do_GET(self) -> None:
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)["query"][0]
        answer = self.held.query(query, use_default_graph_as_union=self.union)
        self.say(200, answer.serialize(format=ox.QueryResultsFormat.JSON))  # type: ignore[union-attr]

    def do_PUT(self) -> None:
        self.held.clear_graph(self.graph())
        self.do_POST()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path.startswith("/closed"):
            self.say(401, b"who are you?")
            return
        if self.headers["Content-Type"] == "application/sparql-update":
            self.held.update(body.decode())
        else:
            self.held.load(body, format=ox.RdfFormat.N_TRIPLES, to_graph=self.graph())
        self.say(204)

    def do_DELETE(self) -> None:
        there = self.held.contains_named_graph(self.graph())
        self.held.remove_graph(self.graph())
        self.say(204 if there else 404)

    def graph(self) -> Any:
        given = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query, keep_blank_values=True)
        return ox.DefaultGraph() if "default" in given else ox.NamedNode(given["graph"][0])

    def say(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(params=[False, True], ids=["", "union"])
def other(request: pytest.FixtureRequest) -> Iterator[tuple[str, ox.Store, bool]]:
    held = ox.Store()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Store", (_Store,), {"held": held, "union": request.param}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", held, request.param
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> run.KnowledgeGraph:
    out = tmp_path_factory.mktemp("remote") / "graph"
    run.build_articles([article(1), article(2, "Dorn Esk says that Alda Brun sues Corin Vale.")], out, read=read)
    return kg.open(out)


@pytest.mark.parametrize("address", ["store", "update", "repositories/kg/statements", "kg/data?key=1"])
def test_another_store_holds_the_same_quads(
    graph: run.KnowledgeGraph, other: tuple[str, ox.Store, bool], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, held, union = other
    # Several requests a graph, as a large one needs.
    monkeypatch.setattr(remote, "PORTION", 20)
    held.update('INSERT DATA { <urn:a:a> <urn:a:b> "left over" . GRAPH <urn:a:theirs> { <urn:a:a> <urn:a:b> 1 } }')
    for _ in range(2):
        number, warnings = graph.load_to(f"{url}/{address}")
    theirs = set(held.quads_for_pattern(None, None, None, ox.NamedNode("urn:a:theirs")))
    ours = set(store.open_store(graph.folder.store).quads_for_pattern(None, None, None, None))
    assert set(held) == ours | theirs and len(theirs) == 1 and number == len(ours)
    assert bool(warnings) == union


@pytest.mark.parametrize("address", ["store", "update"])
def test_graphs_of_articles_that_were_taken_out_are_dropped_there(
    other: tuple[str, ox.Store, bool], address: str, tmp_path: Path
) -> None:
    url, held, _ = other
    texts = {1: STORY, 2: STORY, 3: "Alda Brun may sue Dorn Esk."}
    run.build_articles([article(n, text) for n, text in texts.items()], tmp_path, read=read)
    kg.open(tmp_path).load_to(f"{url}/{address}")
    held.update("INSERT DATA { GRAPH <urn:a:theirs> { <urn:a:a> <urn:a:b> 1 } }")
    before = {g.value for g in held.named_graphs()}
    run.remove(tmp_path, ["https://example.org/2", "https://example.org/3"])
    run.build_articles([article(1, "Alda Brun backs Corin Vale.", day=2)], tmp_path, read=read)
    graph = kg.open(tmp_path)
    graph.load_to(f"{url}/{address}")
    theirs = set(held.quads_for_pattern(None, None, None, ox.NamedNode("urn:a:theirs")))
    assert set(held) - theirs == set(store.open_store(graph.folder.store)) and len(theirs) == 1
    after = {g.value for g in held.named_graphs()}
    assert len(before) == 5 and after == {"https://example.org/1", "urn:a:theirs"}


def test_the_command_says_what_was_written_or_why_not(
    graph: run.KnowledgeGraph, other: tuple[str, ox.Store, bool]
) -> None:
    def load(url: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["load", str(graph.folder.path), "--endpoint", url])
        return result.exit_code, result.output

    code, said = load(f"{other[0]}/store")
    assert code == 0 and "quads written" in said and ("union" in said) == other[2]
    code, said = load(f"{other[0]}/closed")
    assert code == 1 and "401" in said and "who are you?" in said
    code, said = load("http://127.0.0.1:9/store")
    assert code == 1 and "cannot be reached" in said and "Traceback" not in said


@pytest.mark.skipif(OXIGRAPH is None, reason="the oxigraph command is not installed: pip install oxigraph")
@pytest.mark.parametrize("address", ["store", "update"])
def test_an_oxigraph_server_of_its_own_process_holds_the_same(tmp_path: Path, address: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{free.getsockname()[1]}"
    out = tmp_path / "graph"
    run.build_articles([article(n) for n in range(3)], out, read=read)
    with subprocess.Popen([str(OXIGRAPH), "serve", "--location", str(tmp_path / "other"), "--bind", at]) as server:
        time.sleep(2)
        for gone in ((), ("https://example.org/0", "https://example.org/2")):
            run.remove(out, gone)
            graph = kg.open(out)
            number, warnings = graph.load_to(f"http://{at}/{address}")
            held = set(
                ox.parse(
                    remote._send("GET", f"http://{at}/store", accept="application/n-quads"), format=ox.RdfFormat.N_QUADS
                )
            )
            assert held == set(store.open_store(out / "store")) and len(held) == number and not warnings
        server.terminate()
