"""Every term that is written is defined, told and used as it says; the reference is what the files say."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Dataset, Graph, URIRef

import kg

ROOT = Path(__file__).parent.parent.parent
OURS = ("https://newskg.org/ns#", "https://newskg.org/plover#")


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    graph = Graph()
    for name in ("kg.ttl", "plover.ttl"):
        graph.parse(ROOT / "ontology" / name)
    return graph


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    out = tmp_path_factory.mktemp("ontology") / "g"
    kg.build([ROOT / "seeds"], out)
    found = Dataset()
    found.parse(out / "graph.trig", format="trig")
    return found


def test_every_term_has_a_label_a_comment_and_an_example(vocabulary: Graph) -> None:
    terms = {
        t for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty) for t in vocabulary.subjects(RDF.type, kind)
    }
    ours = {t for t in terms if str(t).startswith(OURS)}
    assert len(ours) > 20
    for term in ours:
        assert (term, RDFS.label, None) in vocabulary, term
        assert (term, RDFS.comment, None) in vocabulary, term
        assert (term, SKOS.example, None) in vocabulary, term


def test_every_term_that_is_written_is_defined(vocabulary: Graph, data: Dataset) -> None:
    used = {x for s, p, o, _ in data.quads() for x in (p, o) if isinstance(x, URIRef) and str(x).startswith(OURS)}
    assert used
    undefined = {x for x in used if (x, RDF.type, None) not in vocabulary}
    assert not undefined


def test_the_vocabulary_is_consistent(vocabulary: Graph) -> None:
    import owlrl

    closed = Graph()
    for triple in vocabulary:
        closed.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    errors = [o for s, p, o in closed if str(p) == "http://www.daml.org/2002/03/agents/agent-ont#error"]
    assert not errors


def test_the_reference_page_is_made_from_the_files() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_ontology.py"))["page"]()
    assert (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8") == made
