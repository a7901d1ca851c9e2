"""RDF terms as the strings they are in N-Quads, quads as TriG, and the prefixes every query may use.

A quad is a tuple of four such strings, the graph first and empty for the default graph. Strings sort, hash and
compare quickly, and are what Oxigraph loads; literals are written in the form in which it gives them back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

from kg.values import BASE, VOCABULARY

Quad = tuple[str, str, str, str]

PREFIXES: dict[str, str] = {
    "kg": VOCABULARY,
    "rel": BASE + "relation/",
    "ent": BASE + "entity/",
    "plover": "https://newskg.org/plover#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "time": "http://www.w3.org/2006/time#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPE = re.compile(r'[\x00-\x1f"\\\x7f]')
# What an IRI may not hold (RFC 3987), a lone per cent sign included; brackets are for hosts, where we meet none.
_PLANES = "".join(f"{chr(n << 16)}-{chr((n << 16) + 0xFFFD)}" for n in range(1, 14))
_NOT_IRI = re.compile(
    rf"%(?![0-9A-Fa-f]{{2}})|[\x00-\x20<>\"{{}}|^`\\\[\]\x7f]"
    rf"|[^\x00-\x7f\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{_PLANES}\U000e1000-\U000efffd]"
)


def prefixes(base: str = BASE) -> dict[str, str]:
    """The prefixes of the contract, those of entities and relations under the base IRI of a graph."""
    return PREFIXES | {"rel": base + "relation/", "ent": base + "entity/"}


@lru_cache(maxsize=1 << 16)
def iri(value: str) -> str:
    """``<value>``, percent-encoded where a character may not stand in an IRI."""
    return "<" + _NOT_IRI.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "replace")), value) + ">"


@lru_cache(maxsize=1 << 12)
def name(curie: str) -> str:
    """A term by its prefixed name: ``name("kg:voice")``."""
    prefix, _, local = curie.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def text(value: str, datatype: str = "") -> str:
    """A literal; of a datatype if one is named (``xsd:date``)."""
    quoted = '"' + _ESCAPE.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", value) + '"'
    return f"{quoted}^^{name(datatype)}" if datatype else quoted


def number(value: float | int) -> str:
    """An integer or decimal in its canonical form."""
    if isinstance(value, int) or (value == int(value) and abs(value) < 1e15):
        return text(str(int(value)), "xsd:integer")
    return text(format(Decimal(str(value)).normalize(), "f"), "xsd:decimal")


def decimal(value: float) -> str:
    """A decimal whatever its value, for what is always a fraction."""
    return text(format(Decimal(str(round(value, 6))).normalize(), "f"), "xsd:decimal")


def line(quad: Quad) -> str:
    """A quad as a line of N-Quads."""
    graph, s, p, o = quad
    return f"{s} {p} {o} {graph} .\n" if graph else f"{s} {p} {o} .\n"


def turtle(sections: Iterable[Iterable[Quad]], prefixes: dict[str, str]) -> Iterator[str]:
    """Quads as TriG, section by section: the same quads are the same text. Sections have no subject in common."""
    yield "".join(f"@prefix {k}: <{v}> .\n" for k, v in sorted(prefixes.items())) + "\n"
    a = name("rdf:type")
    for quads in sections:
        # A type first: it is what a reader looks for.
        ordered = sorted(quads, key=lambda q: (q[0], q[1], q[2] != a, q[2], q[3]))
        parsed = ox.parse("".join(map(line, ordered)), format=ox.RdfFormat.N_QUADS)
        written = (ox.serialize(parsed, format=ox.RdfFormat.TRIG, prefixes=prefixes) or b"").decode()
        # Without the serializer's own prefixes, which it writes in any order, and with a blank line between subjects.
        yield written.split(" .\n", len(prefixes))[-1].replace(" .\n", " .\n\n")
