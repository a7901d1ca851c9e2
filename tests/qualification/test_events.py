"""What kind of act it is, and between whom: every pattern by its own example, and what modality makes of an act."""

from __future__ import annotations

from collections import Counter

import pytest
import rdflib

import kg
from kg import lexicon
from kg.lexicon import ONTOLOGY
from kg.values import Article, EventCode

PATTERNS = lexicon.table("lexicon/events")


def events(text: str) -> list[EventCode]:
    return [s.event for s in kg.extract([text]) if s.event is not None]


def parties(text: str) -> tuple[str, str, str]:
    """Class, who, to whom of a sentence's one event."""
    (event,) = events(text)
    return event.type, event.source.text if event.source else "", event.target.text if event.target else ""


def test_every_pattern_gives_its_class_on_its_example() -> None:
    articles = [Article(iri=f"urn:x:{i}", text=r["example"]) for i, r in enumerate(PATTERNS)]
    found: dict[str, set[str]] = {a.iri: set() for a in articles}
    for s in kg.extract(articles):
        if s.event is not None:
            found[s.article].add(s.event.type)
    wrong = [
        (r["pattern"], r["class"], sorted(found[a.iri]), r["example"])
        for a, r in zip(articles, PATTERNS, strict=True)
        if found[a.iri] != {r["class"]} - {""} and (r["kind"] != "pass" or not found[a.iri])
    ]
    assert not wrong


def test_the_tables_are_sorted_and_know_their_classes() -> None:
    classes = lexicon.words("lexicon/event_classes", "class")
    sets = lexicon.words("lexicon/event_words", "set")
    assert [r["pattern"] for r in PATTERNS] == sorted({r["pattern"] for r in PATTERNS})
    for r in PATTERNS:
        assert r["class"] in classes or r["kind"] in ("pass", "none", "commit")
        assert {t.lstrip("<")[1:] for t in r["pattern"].split() if "$" in t} <= sets
    words = [(r["set"], r["word"]) for r in lexicon.table("lexicon/event_words")]
    assert [w for w, n in Counter(words).items() if n > 1] == []


def test_the_ontology_has_the_classes_of_the_table() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY / "plover.ttl")
    named = {
        str(graph.value(c, rdflib.SKOS.notation))
        for c in graph.subjects(rdflib.SKOS.inScheme, None)
        if graph.value(c, rdflib.SKOS.topConceptOf) is not None
    }
    assert named == lexicon.words("lexicon/event_classes", "class")
    modes = {str(n) for n in graph.objects(None, rdflib.SKOS.notation)}
    assert {r["mode"] for r in PATTERNS} - {""} <= modes
    assert {c for r in PATTERNS for c in r["context"].split()} <= modes


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rebels shelled the port of Nerva.", ("ASSAULT", "Rebels", "Nerva")),
        ("The port of Nerva was shelled by rebels.", ("ASSAULT", "rebels", "Nerva")),
        ("The mayor of Nerva was killed on Monday.", ("ASSAULT", "", "The mayor of Nerva")),
        ("Norland gave Elmsford two million dollars of aid.", ("AID", "Norland", "Elmsford")),
        ("Norland gave food to Elmsford.", ("AID", "Norland", "Elmsford")),
        ("Norland will shell Elmsford.", ("THREATEN", "Norland", "Elmsford")),
        ("Norland will send food to Elmsford.", ("AGREE", "Norland", "Elmsford")),
        ("Norland said the rebels must free the crew.", ("REQUEST", "Norland", "the rebels")),
        ("Norland refused to send food to Elmsford.", ("REJECT", "Norland", "Elmsford")),
        ("Norland threatened to close its border with Elmsford.", ("THREATEN", "Norland", "Elmsford")),
        ("Norland vowed to invade Elmsford.", ("THREATEN", "Norland", "Elmsford")),
        ("Norland urged Elmsford to halt its attacks.", ("REQUEST", "Norland", "Elmsford")),
        ("Rebels shelled the port of Nerva, killing two sailors.", ("ASSAULT", "Rebels", "Nerva")),
        ("Norland stopped shelling the villages of Elmsford.", ("RETREAT", "Norland", "Elmsford")),
        ("Norland vowed not to talk to Elmsford.", ("REJECT", "Norland", "Elmsford")),
        ("Norland wants Elmsford to free the crew.", ("REQUEST", "Norland", "Elmsford")),
        ("Farmers dumped milk in protest at the plans of Norland.", ("PROTEST", "Farmers", "Norland")),
        ("Norland said it would not attend the talks with Elmsford.", ("REJECT", "Norland", "Elmsford")),
        ("The farmers, who were jailed by Norland, left.", ("COERCE", "Norland", "The farmers")),
        ("More than 20 were evacuated in Nerva.", ("AID", "", "More than 20")),
        ("The senator attacked the mayor over taxes.", ("ACCUSE", "The senator", "mayor")),
        ("The army fought rebels over the bridge.", ("ASSAULT", "The army", "rebels")),
        ("Norland warned that it would shell the port of Elmsford.", ("THREATEN", "Norland", "Elmsford")),
        ("Norland will withdraw its tanks from Elmsford.", ("AGREE", "Norland", "Elmsford")),
        ("The ministers of Norland met in Nerva.", ("CONSULT", "The ministers of Norland", "")),
        ("Norland said it might recall its envoy from Elmsford.", ("THREATEN", "Norland", "Elmsford")),
        ("Drivers said they would strike unless Norland cut its tolls.", ("THREATEN", "Drivers", "Norland")),
        ("Norland will stop shelling the port of Elmsford.", ("AGREE", "Norland", "Elmsford")),
        ("Norland promised that trains to Elmsford will not stop.", ("AGREE", "Norland", "Elmsford")),
        ("The union issued a statement urging Norland to free the crew.", ("REQUEST", "union", "Norland")),
        ("Two battalions were sent to the border of Elmsford.", ("MOBILIZE", "Two battalions", "Elmsford")),
        ("Gunmen ambushed and killed the mayor of Nerva.", ("ASSAULT", "Gunmen", "mayor of Nerva")),
        ("Norland pulled its troops out of the hills of Elmsford.", ("RETREAT", "Norland", "Elmsford")),
        ("Norland extradited two suspects to Elmsford.", ("COOPERATE", "Norland", "Elmsford")),
        ("Norland took in 300 refugees.", ("AID", "Norland", "300 refugees")),
        ("Ten sailors died when a mine exploded in Elmsford.", ("ASSAULT", "a mine", "Elmsford")),
        ("Miners blocked roads in Elmsford, demanding higher pay.", ("PROTEST", "Miners", "Elmsford")),
        ("The court decided to free the sailors of Norland.", ("RETREAT", "The court", "sailors of Norland")),
        ("Norland insisted that Elmsford withdraw from the island.", ("REQUEST", "Norland", "Elmsford")),
        ("Norland said it would not hesitate to shell Elmsford.", ("THREATEN", "Norland", "Elmsford")),
        ("Norland wants Elmsford to paint the bridge.", ("REQUEST", "Norland", "Elmsford")),
        ("Norland rejected a call by Ana Petrova for a truce with Elmsford.", ("REJECT", "Norland", "Ana Petrova")),
        ("Norland vowed to sue Elmsford.", ("THREATEN", "Norland", "Elmsford")),
        (
            "Norland may close its border with Elmsford if raids go on, an envoy said.",
            ("THREATEN", "Norland", "Elmsford"),
        ),
        ("An attack by gunmen near Nerva killed ten sailors.", ("ASSAULT", "gunmen near Nerva", "ten sailors")),
        ("The withdrawal of the troops of Norland from Elmsford began.", ("RETREAT", "troops of Norland", "Elmsford")),
        ("Ties between Norland and Elmsford were severed.", ("SANCTION", "Norland and Elmsford", "Elmsford")),
        ("Norland received 40 tons of food from Elmsford.", ("AID", "Elmsford", "Norland")),
        ("Ana Petrova is due to visit Norland.", ("AGREE", "Ana Petrova", "Norland")),
        ("Norland rejected a call for its troops to be sent to Elmsford.", ("REJECT", "Norland", "Elmsford")),
    ],
)
def test_an_act_is_coded_as_what_it_is_between_whom(text: str, event: tuple[str, str, str]) -> None:
    assert parties(text) == event


def test_to_ask_is_neither_conflict_nor_cooperation() -> None:
    texts = (
        "Norland urged Elmsford to halt its attacks.",
        "Norland accused Elmsford.",
        "Norland gave food to Elmsford.",
    )
    assert [e.weight for text in texts for e in events(text)] == [0.0, -2.0, 7.0]


@pytest.mark.parametrize(
    "text",
    [
        "Norland did not shell the port of Nerva.",
        "Norland may shell the port of Nerva.",
        "The flood killed the mayor of Nerva.",
        "Ana Petrova likes the port of Nerva.",
        "The new tax system helps families buy a home in Nerva.",
        "There should be no more than 100 guards, the mayor said.",
        "The loss of the ship invites comparison with an old accident.",
        "Norland insisted that it observes the truce.",
        "Ana Petrova declined to comment.",
        "If rebels shell the port, the crew of Nerva leaves.",
        "Two companies clashed over fees.",
        "Researchers are fighting cancer.",
        "The party fought on.",
        "Ana Petrova beat Tom Reed in the primary.",
        "Ana Petrova is expected to help Norland.",
        "Officials warned that the river is high.",
        "The owner agreed to plead guilty to two counts of fraud.",
        "Two crews were hurt when the roof collapsed.",
        "The ship was struck by a wave.",
        "The crash, which killed two sailors, shocked Nerva.",
        "Tom Reed killed himself in Nerva.",
        "The ships returned to Nerva.",
        "Ana Petrova said the crew had to walk to Nerva.",
        "Ana Petrova said we must win the race.",
        "Ana Petrova said fans will have to wait for the ship.",
        "Ana Petrova insisted on Monday that she did not know the mayor.",
        "The mayor agreed that the bridge is safe.",
        "The flood swamped the port, killing two sailors.",
        "Miners will decide whether to accept the offer of the firm.",
        "Ana Petrova said she will not comment on the raid.",
        "The Reform Party held its conference in Nerva.",
        "Two houses were burned down in Nerva.",
    ],
)
def test_what_was_not_done_is_no_event(text: str) -> None:
    assert events(text) == []


def test_who_acts_together_is_source_and_target() -> None:
    found = events("Ana Petrova and Tom Reed discussed the war in Elmsford.")
    assert {(e.source.text, e.target.text) for e in found if e.source and e.target} == {
        ("Ana Petrova", "Tom Reed"),
        ("Tom Reed", "Ana Petrova"),
    }
