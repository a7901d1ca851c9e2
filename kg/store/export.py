"""A graph in the formats of other tools: RDF, flat tables, FollowTheMoney, W3C Web Annotations."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.store.tables import COLUMNS, row
from kg.store.terms import PREFIXES, Quad, line, turtle
from kg.values import Article, Entity, Statement

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


def quads_of(store: Any, *, default_only: bool = False) -> list[Quad]:
    """All quads of a store as strings, sorted."""
    wanted = ox.DefaultGraph() if default_only else None
    found = []
    for q in store.quads_for_pattern(None, None, None, wanted):
        graph = "" if isinstance(q.graph_name, ox.DefaultGraph) else str(q.graph_name)
        found.append((graph, str(q.subject), str(q.predicate), str(q.object)))
    return sorted(found)


def rdf(store: Any, suffix: str, prefixes: dict[str, str], *, triple_terms: bool = False) -> Iterator[str]:
    """The graph in an RDF format by file suffix; ``.ttl``, ``.nt`` and ``.rdf`` hold the default graph only.

    triple_terms: with RDF 1.2, what each statement states is said by ``rdf:reifies`` and a triple term besides.
    """
    quads = quads_of(store, default_only=suffix in (".ttl", ".nt", ".rdf"))
    if triple_terms:
        quads = sorted(quads + list(_reified(quads)))
    if suffix in (".nt", ".nq"):
        yield from map(line, quads)
    elif suffix in (".ttl", ".trig"):
        yield from turtle([quads], prefixes)
    else:
        form = {".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML}[suffix]
        parsed = ox.parse("".join(map(line, quads)), format=ox.RdfFormat.N_QUADS)
        if suffix == ".rdf":
            yield (ox.serialize((q.triple for q in parsed), format=form, prefixes=prefixes) or b"").decode()
        else:
            yield (ox.serialize(parsed, format=form, prefixes=prefixes) or b"").decode()


def _reified(quads: Iterable[Quad]) -> Iterator[Quad]:
    parts: dict[str, dict[str, str]] = {}
    names = {f"<{PREFIXES['rdf']}{p}>": p for p in ("subject", "predicate", "object")}
    for graph, s, p, o in quads:
        if p in names and not graph:
            parts.setdefault(s, {})[names[p]] = o
    for s, part in parts.items():
        if len(part) == 3:
            term = f"<<( {part['subject']} {part['predicate']} {part['object']} )>>"
            yield "", s, f"<{PREFIXES['rdf']}reifies>", term


def table(statements: Iterable[Statement], articles: Mapping[str, Article], suffix: str) -> str | bytes:
    """All statements as one flat table: ``.csv``, ``.tsv``, ``.json`` or ``.parquet``."""
    rows = [row(s, articles[s.article]) for s in statements]
    if suffix == ".json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if suffix == ".parquet":
        return _parquet(rows)
    out = io.StringIO()
    lines = csv.DictWriter(out, COLUMNS, delimiter="\t" if suffix == ".tsv" else ",", lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return out.getvalue()


def _parquet(rows: list[dict[str, Any]]) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ImportError("Parquet needs pyarrow: pip install 'newskg[parquet]'") from error
    types = {c: pa.float64() if c == "confidence" else pa.string() for c in COLUMNS}
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=pa.schema(list(types.items()))), out)
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
        voices = " > ".join(v.name or v.text or "unnamed" for v in s.attribution)
        yield _ftm(
            s.id,
            "UnknownLink",
            {
                "subject": [ends[0] or ""],
                "object": [ends[1] or ""],
                "role": [("not " if s.polarity == "negated" else "") + s.relation.lemma],
                "status": [f"{s.polarity}, {s.modality}" + (f", said by {voices}" if voices else "")],
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
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(s: Statement, article: Article) -> dict[str, Any]:
    start, end = s.sentence.start, s.sentence.end
    said = row(s, article)
    words = " · ".join(str(x) for x in (said["subject"], said["relation"], said["object"]) if x)
    marks = ", ".join(x for x in (s.polarity, s.modality, said["voice"] and f"said by {said['voice']}") if x)
    tags = [p.entity for p in (s.subject, s.object) if p is not None and p.entity]
    return {
        "id": s.id,
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "value": f"{words} ({marks})", "format": "text/plain"},
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


RDF_SUFFIXES = (".ttl", ".trig", ".nq", ".nt", ".jsonld", ".rdf")
TABLE_SUFFIXES = (".csv", ".tsv", ".json", ".parquet")
