"""Graphs into other SPARQL 1.1 stores, by the Graph Store protocol, or by Update where that is not offered."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kg.store.derive import data_of

# Quads a request: what servers take without complaint.
PORTION = 20_000
SECONDS = 120.0
# How addresses of the Update protocol end: most servers', and GraphDB's.
UPDATE = ("/update", "/statements")


class Refused(Exception):
    """The other store did not take what was sent, or could not be reached."""


def load(trig: Path, endpoint: str, *, update: bool | None = None) -> tuple[int, list[str]]:
    """Write a graph to the store at an endpoint; gives the number of quads and warnings.

    update: by SPARQL Update instead of the Graph Store protocol; if not said, the address decides.
    The graphs that are written are replaced; other graphs of that store stay.

    Raises Refused if the store does not take it.
    """
    quads = sorted(ox.parse(path=str(trig), format=ox.RdfFormat.TRIG), key=lambda q: str(q.graph_name))
    by_graph = [(name, list(rows)) for name, rows in groupby(quads, key=lambda q: q.graph_name)]
    if update is None:
        update = urllib.parse.urlsplit(endpoint).path.rstrip("/").endswith(UPDATE)
    for name, rows in by_graph:
        (_update if update else _put)(endpoint, name, rows)
    return len(quads), _warnings(endpoint)


def _graph_url(endpoint: str, name: object) -> str:
    what = "default" if isinstance(name, ox.DefaultGraph) else "graph=" + urllib.parse.quote(name.value, safe="")  # type: ignore[attr-defined]
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{what}"


def _put(endpoint: str, name: object, rows: Sequence[ox.Quad]) -> None:
    method = "PUT"
    for portion in _portions(rows):
        body = ox.serialize((q.triple for q in portion), format=ox.RdfFormat.N_TRIPLES)
        _send(method, _graph_url(endpoint, name), body, "application/n-triples")
        method = "POST"


def _update(endpoint: str, name: object, rows: Sequence[ox.Quad]) -> None:
    clear = "CLEAR DEFAULT ;\n" if isinstance(name, ox.DefaultGraph) else f"CLEAR SILENT GRAPH {name} ;\n"
    for portion in _portions(rows):
        lines = (ox.serialize(portion, format=ox.RdfFormat.N_QUADS) or b"").decode().split("\n")
        update = clear + data_of("INSERT", [text + "\n" for text in lines if text])
        _send("POST", endpoint, update.encode(), "application/sparql-update")
        clear = ""


def _portions(rows: Sequence[ox.Quad]) -> Iterable[Sequence[ox.Quad]]:
    return (rows[i : i + PORTION] for i in range(0, len(rows), PORTION))


def _warnings(endpoint: str) -> list[str]:
    """One probe: whether the default graph is the union of all graphs, where claims would look like facts."""
    site = endpoint.split("?")[0].rstrip("/")
    stem = site.rsplit("/", 1)[0]
    probe = urllib.parse.quote(
        "PREFIX kg: <https://newskg.org/ns#> ASK { GRAPH ?g { ?s ?p ?o } ?g kg:voice ?v . ?s ?p ?o "
        "FILTER NOT EXISTS { ?st a kg:Statement ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?s ; "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> ?p ; "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object> ?o "
        "FILTER NOT EXISTS { ?st kg:attributedTo ?who } } }"
    )
    for query in (f"{stem}/query", f"{stem}/sparql", stem, site):
        try:
            body = _send("GET", f"{query}?query={probe}", accept="application/sparql-results+json")
            if json.loads(body)["boolean"]:
                return [
                    f"{query} takes the union of all graphs as its default graph: claims would look like facts there. "
                    "Set it to the unnamed graph only (docs/stores.md), or ask with GRAPH."
                ]
            return []
        except (Refused, ValueError, KeyError):
            continue
    return []


def _send(method: str, url: str, body: bytes | None = None, kind: str = "", *, accept: str = "*/*") -> bytes:
    headers = {"Accept": accept} | ({"Content-Type": kind} if kind else {})
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        said = error.read()[:200].decode(errors="replace").strip()
        raise Refused(f"{url} answered {error.code} {error.reason} to {method}: {said}") from None
    except OSError as error:
        raise Refused(f"{url} cannot be reached: {getattr(error, 'reason', error)}.") from None
