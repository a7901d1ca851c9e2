"""Article results to a graph on disk, and back: RDF, transactions, validation, export, endpoint."""

from kg.store.answers import FORMATS, WrongFormat, serialize
from kg.store.copies import copies, support
from kg.store.derive import Graph, open_store
from kg.store.folder import Folder, Locked, NoGraph, judgements, result_of, write
from kg.store.rdf import Context
from kg.store.tables import COLUMNS, row
from kg.store.terms import prefixes

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Context",
    "Folder",
    "Graph",
    "Locked",
    "NoGraph",
    "WrongFormat",
    "copies",
    "judgements",
    "open_store",
    "prefixes",
    "result_of",
    "row",
    "serialize",
    "support",
    "write",
]
