"""A graph, and answers of queries, in the formats of other tools: RDF, flat tables, FollowTheMoney, Web Annotations."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyoxigraph as ox

from kg.store.terms import line, name, turtle
from kg.values import Article, Entity, Statement, TimeSpan

RDF_SUFFIXES = (".ttl", ".trig", ".nq", ".jsonld")
TABLE_SUFFIXES = (".csv", ".json", ".parquet")
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
Cell = str | float | None
_COLUMNS: dict[str, Callable[[Statement, Article], Cell]] = {
    "id": lambda s, a: s.id,
    "article": lambda s, a: s.article,
    "subject": lambda s, a: s.subject.called,
    "relation": lambda s, a: s.relation.lemma,
    "object": lambda s, a: s.object.called if s.object else None,
    "polarity": lambda s, a: s.polarity,
    "modality": lambda s, a: s.modality,
    "voice": lambda s, a: s.voices or None,
    "time": lambda s, a: _span(s.time) if s.time else None,
    "place": lambda s, a: s.place.called if s.place else None,
    "event": lambda s, a: s.event.type if s.event else None,
    "confidence": lambda s, a: s.confidence,
    "sentence": lambda s, a: s.sentence.text,
    "title": lambda s, a: a.title,
    "publisher": lambda s, a: a.publisher,
    "date": lambda s, a: a.day,
    "url": lambda s, a: a.url,
}
COLUMNS = tuple(_COLUMNS)

# FollowTheMoney schemata; what is no actor, event or place has none.
FTM = {
    "Person": "Person",
    "Organization": "Organization",
    "ArmedGroup": "Organization",
    "Government": "PublicBody",
    "Country": "PublicBody",
    "Population": "LegalEntity",
    "Event": "Event",
    "Place": "Address",
}
# Characters of context on each side of a quotation in an annotation.
AROUND = 32


class WrongFormat(Exception):
    """The format cannot hold what is asked for."""


def row(s: Statement, article: Article) -> dict[str, Cell]:
    """A statement as a row of the flat table."""
    return {column: cell(s, article) for column, cell in _COLUMNS.items()}


def _span(t: TimeSpan) -> str:
    return t.start if t.start == t.end else f"{t.start}/{t.end or '..'}"


def serialize(answers: Any, form: str, prefixes: dict[str, str]) -> bytes:
    """Solutions, a boolean or triples in a format of `kg query`. Raises WrongFormat if the format cannot hold them."""
    triples = isinstance(answers, ox.QueryTriples)
    if form == "turtle" and not triples:
        raise WrongFormat("Turtle holds triples: ask with CONSTRUCT or DESCRIBE, or take another --format.")
    if form == "turtle":
        return ox.serialize(answers, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""
    if form == "table" and isinstance(answers, ox.QueryBoolean):
        return b"yes\n" if bool(answers) else b"no\n"
    if form != "table" and not triples:
        return bytes(answers.serialize(format=getattr(ox.QueryResultsFormat, form.upper())))
    if form in ("json", "xml"):
        raise WrongFormat(f"Triples have no SPARQL {form.upper()} form: take --format turtle, or ask with SELECT.")
    head = ["subject", "predicate", "object"] if triples else [v.value for v in answers.variables]
    rows = [[t.subject, t.predicate, t.object] if triples else [*t] for t in answers]
    if form == "csv":
        return delimited([dict(zip(head, map(_value, terms), strict=True)) for terms in rows], head).encode()
    if form == "tsv":  # terms as N-Triples has them, so that no tab or line break is bare
        return "".join("\t".join(map(str, terms)) + "\n" for terms in [head, *rows]).encode()
    return columns([head, *([_short(x, prefixes) for x in terms] for terms in rows)]).encode()


def columns(rows: list[list[str]]) -> str:
    """Columns for people, under a line."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["─" * w for w in widths])
    return "".join("  ".join(map(str.ljust, cells, widths)).rstrip() + "\n" for cells in rows)


def _value(term: Any) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def _short(term: Any, prefixes: dict[str, str]) -> str:
    value = _value(term)
    for prefix, namespace in prefixes.items() if isinstance(term, ox.NamedNode) else ():
        if value.startswith(namespace) and "/" not in value[len(namespace) :]:
            return f"{prefix}:{value[len(namespace) :]}"
    return value.replace("\n", " ")


def rdf(store: Any, suffix: str, prefixes: dict[str, str], *, triple_terms: bool = False) -> Iterator[str]:
    """The graph in an RDF format by file suffix; ``.ttl`` holds the default graph only.

    triple_terms: with RDF 1.2, what each statement states is said by ``rdf:reifies`` and a triple term besides.
    """
    default = ox.DefaultGraph()
    quads = [
        ("" if q.graph_name == default else str(q.graph_name), str(q.subject), str(q.predicate), str(q.object))
        for q in store.quads_for_pattern(None, None, None, default if suffix == ".ttl" else None)
    ]
    if triple_terms:
        parts = "SELECT ?st ?s ?p ?o { ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
        for statement, s, p, o in store.query(parts, prefixes=prefixes):
            quads.append(("", str(statement), name("rdf:reifies"), f"<<( {s} {p} {o} )>>"))
    quads.sort()
    if suffix == ".nq":
        yield from map(line, quads)
    elif suffix == ".jsonld":
        parsed = ox.parse("".join(map(line, quads)), format=ox.RdfFormat.N_QUADS)
        yield (ox.serialize(parsed, format=ox.RdfFormat.JSON_LD, prefixes=prefixes) or b"").decode()
    else:
        yield from turtle([quads], prefixes)


def table(statements: Iterable[Statement], articles: Mapping[str, Article], suffix: str) -> str | bytes:
    """All statements as one flat table: ``.csv``, ``.json`` or ``.parquet``."""
    rows = [row(s, articles[s.article]) for s in statements]
    if suffix == ".json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if suffix == ".csv":
        return delimited(rows, COLUMNS)
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ImportError("Parquet needs pyarrow: pip install 'newskg[parquet]'") from error
    types = {c: pa.float64() if c == "confidence" else pa.string() for c in COLUMNS}
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=pa.schema(list(types.items()))), out)
    return out.getvalue()


def delimited(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Columns of some rows as CSV; the items of a list stand in one cell."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(columns)
    lines.writerows(["; ".join(v) if isinstance(v := row[c], list) else v for c in columns] for row in rows)
    return out.getvalue()


def follow_the_money(
    entities: Iterable[Entity], statements: Iterable[Statement], articles: Mapping[str, Article]
) -> Iterator[str]:
    """Entities and their links as FollowTheMoney JSON lines. ``status`` of a link says what the text commits to."""
    known = {e.iri: e for e in entities if e.type in FTM}
    for e in known.values():
        properties = {"name": [e.name], "alias": list(e.aliases)}
        if FTM[e.type] == "Address":
            properties["full"] = [e.name]
        for _, target in e.links:
            if "wikidata.org/entity/" in target:
                properties.setdefault("wikidataId", []).append(target.rsplit("/", 1)[-1])
        yield _ftm(e.iri, FTM[e.type], properties)
    for s in statements:
        ends = (s.subject.entity, s.object.entity if s.object else None)
        if any(e not in known for e in ends):
            continue
        article = articles[s.article]
        yield _ftm(
            s.id,
            "UnknownLink",
            {
                "subject": [ends[0] or ""],
                "object": [ends[1] or ""],
                "role": [("not " if s.polarity == "negated" else "") + s.relation.lemma],
                "status": [f"{s.polarity}, {s.modality}" + (f", said by {s.voices}" if s.voices else "")],
                "startDate": [s.time.start] if s.time else [],
                "endDate": [s.time.end] if s.time and s.time.end else [],
                "summary": [s.sentence.text],
                "recordId": [s.id],
                "sourceUrl": [article.url] if article.url else [],
            },
        )


def _ftm(iri: str, schema: str, properties: dict[str, list[str]]) -> str:
    filled = {k: v for k, v in properties.items() if v}
    return json.dumps({"id": iri, "schema": schema, "properties": filled}, ensure_ascii=False) + "\n"


def web_annotations(statements: Iterable[Statement], articles: Mapping[str, Article]) -> str:
    """Statements as W3C Web Annotations on the articles they were read from."""
    items = [_annotation(s, articles[s.article]) for s in statements]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(s: Statement, article: Article) -> dict[str, Any]:
    start, end = s.sentence.start, s.sentence.end
    words = f"{' · '.join(s.words)} ({s.polarity}, {s.modality}{f', said by {s.voices}' if s.voices else ''})"
    tags = [p.entity for p in (s.subject, s.object) if p is not None and p.entity]
    return {
        "id": s.id,
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "value": words, "format": "text/plain"},
            *({"type": "SpecificResource", "purpose": "identifying", "source": iri} for iri in tags),
        ],
        "target": {
            "source": article.url or article.iri,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": s.sentence.text,
                    "prefix": article.text[max(0, start - AROUND) : start],
                    "suffix": article.text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
