"""Graphs into other SPARQL 1.1 stores, by the Graph Store protocol, or by Update where that is not offered."""

from __future__ import annotations

import contextlib
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.store.derive import data_of
from kg.store.terms import name

# Quads a request: what servers take without complaint.
PORTION = 20_000
SECONDS = 120.0
# How addresses of the Update protocol end: most servers', and GraphDB's.
UPDATE = ("/update", "/statements")
DEFAULT = ox.DefaultGraph()
# The graphs that kg wrote: those of articles and of voices.
_OURS = f"""SELECT DISTINCT ?g {{ {{ ?g {name("kg:textHash")} ?any }} UNION {{ ?g {name("kg:voice")} ?any }} }}"""


class Refused(Exception):
    """The other store did not take what was sent, or could not be reached."""


def load(store: Any, endpoint: str) -> tuple[int, list[str]]:
    """Write a graph to the store at an endpoint; gives the number of quads and warnings.

    The graphs that are written are replaced; graphs that an earlier load wrote and this one does not are dropped; other
    graphs of that store stay.

    Raises Refused if the store does not take it.
    """
    update = urllib.parse.urlsplit(endpoint).path.rstrip("/").endswith(UPDATE)
    send, named = _update if update else _put, {*store.named_graphs()}
    send(endpoint, store, sorted(named, key=str))
    # The default graph tells what was written earlier, and is replaced last: a load that was stopped can be repeated.
    before, warnings = _asked(endpoint, _OURS), []
    for graph in {ox.NamedNode(row["g"]["value"]) for row in before["results"]["bindings"]} - named if before else ():
        if update:
            _send("POST", endpoint, f"DROP SILENT GRAPH {graph}".encode(), "application/sparql-update")
        else:
            _send("DELETE", _graph_url(endpoint, graph), unless=404)
    send(endpoint, store, [DEFAULT])
    if before is None:
        warnings.append(
            f"No question is answered beside {endpoint}: graphs of articles that were taken out stay there."
        )
    # Is the default graph the union of all? What is only claimed would be found in it.
    claims = (q.triple for g in named for q in store.quads_for_pattern(None, None, None, g))
    claim = next((t for t in claims if ox.Quad(t.subject, t.predicate, t.object) not in store), None)
    union = _asked(endpoint, f"ASK {{ {claim} }}") if claim and before else None
    if union and union["boolean"]:
        warnings.append(
            f"{endpoint} takes the union of all graphs as its default graph: claims would look like facts there. "
            "Set it to the unnamed graph only (docs/stores.md), or ask with GRAPH."
        )
    return len(store), warnings


def _graph_url(endpoint: str, graph: Any) -> str:
    what = "default" if graph == DEFAULT else "graph=" + urllib.parse.quote(graph.value, safe="")
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{what}"


def _put(endpoint: str, store: Any, graphs: Iterable[Any]) -> None:
    for graph in graphs:
        for n, portion in enumerate(_portions(store, [graph])):
            body = ox.serialize((q.triple for q in portion), format=ox.RdfFormat.N_TRIPLES)
            _send("POST" if n else "PUT", _graph_url(endpoint, graph), body, "application/n-triples")


def _update(endpoint: str, store: Any, graphs: Iterable[Any]) -> None:
    begun: set[Any] = set()
    for portion in _portions(store, graphs):
        new = {q.graph_name for q in portion} - begun
        begun |= new
        clear = "".join(f"CLEAR SILENT {'' if graph == DEFAULT else 'GRAPH '}{graph} ;\n" for graph in new)
        _send("POST", endpoint, (clear + data_of("INSERT", portion)).encode(), "application/sparql-update")


def _portions(store: Any, graphs: Iterable[Any]) -> Iterator[list[ox.Quad]]:
    """The quads of graphs, so many at a time."""
    quads = (q for graph in graphs for q in store.quads_for_pattern(None, None, None, graph))
    while portion := list(islice(quads, PORTION)):
        yield portion


def _asked(endpoint: str, query: str) -> Any:
    """What the query address beside an endpoint answers; None if there is none."""
    site = endpoint.split("?")[0].rstrip("/")
    stem = site.rsplit("/", 1)[0]
    for address in (f"{stem}/query", f"{stem}/sparql", stem, site):
        url = f"{address}?query={urllib.parse.quote(query)}"
        with contextlib.suppress(Refused, ValueError):
            return json.loads(_send("GET", url, accept="application/sparql-results+json"))
    return None


def _send(
    method: str, url: str, body: bytes | None = None, kind: str = "", *, accept: str = "*/*", unless: int = 0
) -> bytes:
    """The answer to a request; Refused if it is not taken, unless with the status that is named."""
    headers = {"Accept": accept} | ({"Content-Type": kind} if kind else {})
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        if error.code == unless:
            return b""
        said = error.read()[:200].decode(errors="replace").strip()
        raise Refused(f"{url} answered {error.code} {error.reason} to {method}: {said}") from None
    except OSError as error:
        raise Refused(f"{url} cannot be reached: {getattr(error, 'reason', error)}.") from None
