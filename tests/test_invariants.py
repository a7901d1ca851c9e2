"""What must hold in every graph, counted: over seeds/, and over the folder that KG_ARTICLES names where it is set."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.run import KnowledgeGraph

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = [q for q in re.findall(r"\$ kg query demo '(.*)'", README) if q.startswith("SELECT")]


@pytest.fixture(scope="module", params=["seeds", "articles"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    source = ROOT / "seeds" if request.param == "seeds" else Path(os.environ.get("KG_ARTICLES", ""))
    if request.param == "articles" and not os.environ.get("KG_ARTICLES"):
        pytest.skip("KG_ARTICLES names no folder")
    out = tmp_path_factory.mktemp("invariants") / "graph"
    kg.build([source], out)
    return kg.open(out)


def rows(answers: object) -> set[tuple[str, ...]]:
    return {tuple("" if v is None else str(v) for v in row) for row in answers}  # type: ignore[attr-defined]


STATED = """
SELECT ?s ?p ?o ?g {
  ?x a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:inGraph ?g ;
     kg:polarity "affirmed" ; kg:modality "actual"
  FILTER(NOT EXISTS { ?o a kg:Statement })
}"""


OWN = STATED.replace("?g {", "{", 1)[:-1] + "FILTER(NOT EXISTS { ?x kg:attributedTo ?v }) }"


def test_flat_triples_are_the_affirmed_and_actual_statements_of_their_voice(graph: KnowledgeGraph) -> None:
    stated = rows(graph.query(STATED))
    flat = rows(graph.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?p), '/relation/')) }"))
    assert stated and stated == flat


def test_the_default_graph_holds_the_flat_triples_that_an_article_states_itself(graph: KnowledgeGraph) -> None:
    own = rows(graph.query(f"{STATED[:-1]} FILTER(NOT EXISTS {{ ?x kg:attributedTo ?v }}) }}".replace("?g {", "{", 1)))
    flat = rows(graph.query("SELECT ?s ?p ?o { ?s ?p ?o FILTER(CONTAINS(STR(?p), '/relation/')) }"))
    assert own and own == flat


def test_every_piece_of_evidence_is_the_text_that_it_names(graph: KnowledgeGraph) -> None:
    found = rows(
        graph.query(
            "SELECT DISTINCT ?article ?text ?from ?to { ?e nif:anchorOf ?text ; nif:beginIndex ?from ; "
            "nif:endIndex ?to ; nif:referenceContext ?article }"
        )
    )
    texts = {f"<{iri}>": a.text for iri, a in graph.articles.items()}
    assert found

    def plain(literal: str) -> str:
        return ox.parse(f"<a:a> <a:a> {literal} .", format=ox.RdfFormat.TURTLE).__next__().object.value  # type: ignore[union-attr]

    for article, text, start, end in found:
        assert texts[article][int(plain(start)) : int(plain(end))] == plain(text)


def test_every_statement_can_be_read_where_it_stands(graph: KnowledgeGraph) -> None:
    for s in graph.statements:
        text = graph.articles[s.article].text
        assert s.sentence.text == text[s.sentence.start : s.sentence.end]
        for part in (s.subject, s.relation, s.object, *s.arguments, *s.attribution):
            if part is not None and part.start is not None:
                assert part.text == text[part.start : part.end]


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_queries_answer_alike_in_the_store_in_rdflib_and_in_the_reloaded_trig(
    graph: KnowledgeGraph, query: str
) -> None:
    import rdflib

    reloaded = ox.Store()
    reloaded.load(path=str(graph.folder.trig), format=ox.RdfFormat.TRIG)
    plain = rdflib.Dataset()
    plain.parse(graph.folder.trig, format="trig")

    def values(answers: object) -> list[tuple[str, ...]]:
        return sorted(
            tuple("" if v is None else str(getattr(v, "value", v)) for v in row)
            for row in answers  # type: ignore[attr-defined]
        )

    expected = values(graph.query(query))
    assert values(reloaded.query(query, prefixes=graph.prefixes)) == expected
    assert values(plain.query(query, initNs=graph.prefixes)) == expected
    assert values(graph.to_rdflib().query(query, initNs=graph.prefixes)) == expected


def test_the_same_articles_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another folder, order, hash seed, locale and time zone."""
    hashes = set()
    for n, (seed, zone, locale) in enumerate((("0", "UTC", "C"), ("4711", "Asia/Kathmandu", "C.UTF-8"))):
        here = tmp_path / f"somewhere {n}"
        shutil.copytree(ROOT / "seeds", here / "in")
        files = sorted((here / "in").iterdir(), reverse=bool(n))
        code = f"import kg; kg.build({[str(f) for f in files]!r}, {str(here / 'out')!r})"
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=here)
        hashes.add(hashlib.sha256((here / "out" / "graph.trig").read_bytes()).hexdigest())
    assert len(hashes) == 1


def test_no_pronoun_and_no_article_in_a_name_and_no_node_longer_than_ten_words(graph: KnowledgeGraph) -> None:
    bare = {"he", "she", "it", "they", "who", "which", "that", "this", "we", "i"}
    for e in graph.entities:
        assert e.name not in bare and e.name not in {b.title() for b in bare}
        assert not re.match(r"(?:the|an?)\s+[a-z]", e.name), e.name
        assert len(e.name.split()) <= 10 or e.type in ("Work", "Organization"), e.name
