"""The vocabulary describes all that is written, the shapes constrain it, kg validate agrees with a SHACL processor."""

from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from invented import STORY, article, read
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

import kg
from kg import run, store
from kg.lexicon import ONTOLOGY
from kg.store.validation import broken_shapes
from kg.values import Argument, ArticleResult, Phrase, Role, Statement

ROOT = Path(__file__).parent.parent.parent
KG = rdflib.Namespace("https://newskg.org/ns#")
OURS = rdflib.Graph().parse(ONTOLOGY / "kg.ttl")
SHAPES = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")


def everything(articles, **options: str):  # type: ignore[no-untyped-def]
    """A reader that fills each place of a statement at least once."""
    for result in read(articles, **options):
        filled: tuple[Statement, ...] = ()
        for s in result.statements:
            roles = tuple(Argument("Nobody", role=r) for r in get_args(Role))
            event = s.event and replace(
                s.event, mode="protest", context=("military",), source=s.subject, target=s.object
            )
            filled += (replace(s, arguments=roles, event=event, place=s.subject),)
        number = Phrase("250 people", value=250, unit="people")
        who = Phrase("they", entity=f"{result.article.iri}#pronoun-1")
        filled += (replace(filled[0], id=filled[0].id + "0", object=number, subject=who, place=Phrase("home")),)
        yield ArticleResult(result.article, filled, result.mentions, result.entities)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> run.KnowledgeGraph:
    out = tmp_path_factory.mktemp("ontology") / "graph"
    long = " ".join(STORY for _ in range(3))
    run.build_articles([article(1, long), article(2, long, day=2)], out, read=everything, workers=1)
    return kg.open(out)


@pytest.fixture
def copy(graph: run.KnowledgeGraph) -> ox.Store:
    """The graph in memory, for breaking."""
    found = ox.Store()
    found.load(path=str(graph.folder.trig), format=ox.RdfFormat.TRIG)
    return found


def default_graph(held: ox.Store) -> rdflib.Graph:
    return rdflib.Graph().parse(
        data=held.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b"", format="nt"
    )


def test_every_term_has_label_comment_and_example_and_every_property_domain_and_range() -> None:
    for term in {t for t in OURS.subjects(RDF.type) if str(t).startswith(KG)}:
        for predicate in (RDFS.label, RDFS.comment, SKOS.example):
            assert OURS.value(term, predicate), f"{term} has no {predicate}"
        if {OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property} & {*OURS.objects(term, RDF.type)}:
            assert OURS.value(term, RDFS.domain) and OURS.value(term, RDFS.range), term


def test_all_that_is_written_is_in_the_vocabulary_and_the_shapes(copy: ox.Store) -> None:
    known, shaped = set(OURS.subjects(RDF.type)), set(SHAPES.objects(None, SH.path))
    written = default_graph(copy)
    relations = set(written.subjects(RDF.type, KG.Relation))
    predicates = set(written.predicates()) - relations
    assert predicates <= shaped, predicates - shaped
    terms = predicates | set(written.objects(None, RDF.type))
    assert {t for t in terms if str(t).startswith(KG)} <= known
    assert {KG[r] for r in get_args(Role)} <= predicates and KG.copyOf in predicates and KG.unit in predicates


def test_event_types_are_concepts_of_the_scheme() -> None:
    plover = rdflib.Graph().parse(ONTOLOGY / "plover.ttl")
    assert len(set(plover.subjects(RDF.type, SKOS.Concept))) > 16
    for concept in plover.subjects(RDF.type, SKOS.Concept):
        assert plover.value(concept, SKOS.prefLabel) and plover.value(concept, SKOS.inScheme)


def test_vocabulary_and_graph_are_consistent_under_owl_rl(copy: ox.Store) -> None:
    import owlrl

    def errors(graph: rdflib.Graph) -> set[str]:
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
        return {str(o) for _, p, o in graph if str(p).endswith("#error")}

    # One article is as good as many for a reasoner, and sooner done.
    copy.update("DELETE WHERE { <https://example.org/2> ?p ?o }")
    whole = default_graph(copy) + OURS
    assert not errors(whole)
    wrong = whole + rdflib.Graph().parse(data=f"<{KG}x> a <{KG}Statement>, <{KG}Government> .")
    assert errors(wrong)


BROKEN = (
    "DELETE { ?x kg:polarity ?p } WHERE { ?x kg:polarity ?p }",
    'DELETE { ?x kg:polarity ?p } INSERT { ?x kg:polarity "perhaps" } WHERE { ?x kg:polarity ?p }',
    "DELETE { ?x kg:modality ?p } INSERT { ?x kg:modality 5 } WHERE { ?x kg:modality ?p }",
    'INSERT { ?x kg:modality "future" } WHERE { ?x kg:modality "actual" }',
    "INSERT { ?x kg:begin 1, 2 } WHERE { ?x a kg:Statement }",
    'DELETE { ?x kg:confidence ?c } INSERT { ?x kg:confidence "high" } WHERE { ?x kg:confidence ?c }',
    "DELETE { ?r a kg:Relation } WHERE { ?r a kg:Relation }",
    "DELETE { ?x prov:wasDerivedFrom ?e } WHERE { ?x prov:wasDerivedFrom ?e }",
    'INSERT { ?x rdf:subject "words" } WHERE { ?x a kg:Statement }',
    "DELETE { ?e nif:anchorOf ?t } WHERE { ?e nif:anchorOf ?t }",
    "DELETE { ?a kg:textHash ?t } WHERE { ?a kg:textHash ?t }",
    "INSERT { ?g prov:wasQuotedFrom ent:nobody } WHERE { ?g prov:wasQuotedFrom ?a }",
    'INSERT { ?e skos:prefLabel "Another" } WHERE { ?e skos:prefLabel "Alda Brun" }',
    'DELETE { ?e rdfs:label ?n } INSERT { ?e rdfs:label "Another" } WHERE { ?e skos:prefLabel ?n ; rdfs:label ?n }',
    "INSERT { ?e skos:altLabel ?n } WHERE { ?e skos:prefLabel ?n }",
    'INSERT { ?u skos:prefLabel "they" ; rdfs:label "they" } WHERE { ?u a kg:Unresolved }',
    "DELETE { ?i time:hasBeginning ?d } WHERE { ?i time:hasBeginning ?d }",
    "DELETE { ?d time:inXSDDate ?v } INSERT { ?d time:inXSDDate 2021 } WHERE { ?d time:inXSDDate ?v }",
    'INSERT { ?x kg:eventType "REQUEST" } WHERE { ?x a sem:Event }',
)


@pytest.mark.parametrize("change", ["", *BROKEN], ids=range(len(BROKEN) + 1))
def test_kg_validate_finds_what_a_shacl_processor_finds(copy: ox.Store, change: str) -> None:
    if change:
        copy.update(change, prefixes=store.prefixes())
    ours = {sentence.split(" breaks ")[0].strip("<>") for sentence in broken_shapes(copy)}
    conforms, report, _ = pyshacl.validate(default_graph(copy), shacl_graph=SHAPES, inplace=True)
    theirs = {str(n) for n in report.objects(None, SH.focusNode)}  # type: ignore[union-attr]
    assert ours == theirs and conforms == (not change)


def test_the_seeds_conform(tmp_path: Path) -> None:
    kg.build([ROOT / "seeds"], tmp_path)
    assert kg.open(tmp_path).validate() == []
    held = ox.Store()
    held.load(path=str(tmp_path / "graph.trig"), format=ox.RdfFormat.TRIG)
    conforms, _, text = pyshacl.validate(default_graph(held), shacl_graph=SHAPES, inplace=True)
    assert conforms, text


def test_the_reference_page_is_made_from_the_vocabulary() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "ontology.py"))["page"]()
    assert page == (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8"), "run python docs/ontology.py"
