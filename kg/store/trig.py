"""Quads as TriG and N-Quads in one fixed order, so that the same graph has the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.store.terms import Quad, name

# A safe part of what Turtle allows after a prefix; anything else is written as a whole IRI.
_LOCAL = re.compile(
    r"[A-Za-z0-9_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF]"
    r"[\w\-]*(?:\.[\w\-]+)*",
    re.ASCII,
)
_TYPE = name("rdf:type")
_INTEGER = f"^^{name('xsd:integer')}"
_DECIMAL = f"^^{name('xsd:decimal')}"


class Writer:
    """Writes sections of quads as TriG, each section sorted by graph, subject, predicate and object."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = prefixes
        # The longest namespace first: one may begin with another.
        self.namespaces = sorted(((v, k) for k, v in prefixes.items()), key=lambda x: (-len(x[0]), x[0]))
        self.cache: dict[str, str] = {}

    def head(self) -> str:
        """The declarations of the prefixes."""
        return "".join(f"@prefix {k}: <{v}> .\n" for k, v in sorted(self.prefixes.items()))

    def section(self, quads: Iterable[Quad]) -> Iterator[str]:
        """The quads as TriG, subject by subject."""
        for graph, in_graph in groupby(sorted(quads), key=lambda q: q[0]):
            yield f"\n{self.term(graph)} {{\n" if graph else ""
            for subject, of_subject in groupby(in_graph, key=lambda q: q[1]):
                yield f"\n{self.term(subject)}"
                # A type first: it is what a reader looks for.
                by_predicate = groupby(
                    sorted(of_subject, key=lambda q: (q[2] != _TYPE, q[2], q[3])), key=lambda q: q[2]
                )
                for n, (predicate, rows) in enumerate(by_predicate):
                    objects = ", ".join(self.term(q[3]) for q in rows)
                    yield f"{' ;' if n else ''}\n    {'a' if predicate == _TYPE else self.term(predicate)} {objects}"
                yield " .\n"
            yield "}\n" if graph else ""

    def term(self, term: str) -> str:
        """A term as it is written in Turtle: prefixed, or a bare number, where it can be."""
        if term[0] == "<":
            known = self.cache.get(term)
            if known is None:
                if len(self.cache) > 1 << 18:
                    self.cache.clear()
                known = self.cache[term] = self._iri(term)
            return known
        if term.endswith(_INTEGER):
            return term[1 : -len(_INTEGER) - 1]
        if term.endswith(_DECIMAL):
            plain = term[1 : -len(_DECIMAL) - 1]
            return plain if "." in plain else term[: -len(_DECIMAL)] + "^^xsd:decimal"
        if term.endswith(">"):
            value, _, datatype = term.rpartition("^^")
            return f"{value}^^{self.term(datatype)}"
        return term

    def _iri(self, term: str) -> str:
        value = term[1:-1]
        for namespace, prefix in self.namespaces:
            if value.startswith(namespace) and _LOCAL.fullmatch(value, len(namespace)):
                return f"{prefix}:{value[len(namespace) :]}"
        return term
