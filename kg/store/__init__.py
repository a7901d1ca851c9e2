"""Article results to a graph on disk, and back: RDF, transactions, validation, export, endpoint."""

from kg.store.copies import copies, support
from kg.store.derive import derive, open_store
from kg.store.endpoint import serve, unparsed
from kg.store.export import (
    COLUMNS,
    FORMATS,
    RDF_SUFFIXES,
    TABLE_SUFFIXES,
    WrongFormat,
    columns,
    delimited,
    follow_the_money,
    rdf,
    row,
    serialize,
    table,
    web_annotations,
)
from kg.store.folder import Damaged, Folder, Locked, NoGraph, judgements, result_of, write
from kg.store.rdf import Context, text_hash
from kg.store.relations import parent_of
from kg.store.remote import Refused, load
from kg.store.terms import prefixes
from kg.store.validation import anchored, violations

__all__ = [
    "COLUMNS",
    "FORMATS",
    "RDF_SUFFIXES",
    "TABLE_SUFFIXES",
    "Context",
    "Damaged",
    "Folder",
    "Locked",
    "NoGraph",
    "Refused",
    "WrongFormat",
    "anchored",
    "columns",
    "copies",
    "delimited",
    "derive",
    "follow_the_money",
    "judgements",
    "load",
    "open_store",
    "parent_of",
    "prefixes",
    "rdf",
    "result_of",
    "row",
    "serialize",
    "serve",
    "support",
    "table",
    "text_hash",
    "unparsed",
    "violations",
    "web_annotations",
    "write",
]
