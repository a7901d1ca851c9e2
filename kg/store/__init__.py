"""Article results to a graph on disk, and back: RDF, transactions, validation, export, endpoint."""

from kg.store.answers import FORMATS, WrongFormat, serialize
from kg.store.copies import copies, support
from kg.store.derive import Graph, open_store
from kg.store.endpoint import serve, stop
from kg.store.export import RDF_SUFFIXES, TABLE_SUFFIXES, follow_the_money, rdf, table, web_annotations
from kg.store.folder import Folder, Locked, NoGraph, judgements, result_of, write
from kg.store.rdf import Context
from kg.store.remote import Refused, load
from kg.store.tables import COLUMNS, row
from kg.store.terms import prefixes
from kg.store.validation import anchored, violations

__all__ = [
    "COLUMNS",
    "FORMATS",
    "RDF_SUFFIXES",
    "TABLE_SUFFIXES",
    "Context",
    "Folder",
    "Graph",
    "Locked",
    "NoGraph",
    "Refused",
    "WrongFormat",
    "anchored",
    "copies",
    "follow_the_money",
    "judgements",
    "load",
    "open_store",
    "prefixes",
    "rdf",
    "result_of",
    "row",
    "serialize",
    "serve",
    "stop",
    "support",
    "table",
    "violations",
    "web_annotations",
    "write",
]
