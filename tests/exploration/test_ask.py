"""Answers come with their sentence, and never make a fact of what is only said, wanted or denied."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest

from kg.exploration.ask import Reply, ask
from kg.store import Context, Graph, prefixes
from kg.values import BASE, ArticleResult, slug


@pytest.fixture
def asked(harbour: Any) -> Any:
    """Asks the graph of the harbour quarrel, through the SPARQL that a store on disk would get."""
    for i, s in enumerate(harbour.statements):
        relation = replace(s.relation, iri=f"{BASE}relation/{slug(s.relation.lemma)}", text=s.relation.lemma)
        harbour.statements[i] = replace(s, relation=relation)
    found = [
        ArticleResult(a, tuple(s for s in harbour.statements if s.article == iri), (), tuple(harbour.entities.values()))
        for iri, a in harbour.articles.items()
    ]
    same = Context({(iri, e): e for iri in harbour.articles for e in harbour.entities})
    store = ox.Store()
    trig = "".join(Graph(found, harbour.entities.values(), same).trig())
    store.load(trig.encode(), format=ox.RdfFormat.TRIG)

    def put(question: str) -> Reply:
        return ask(
            question,
            statements=harbour.statements,
            articles=harbour.articles,
            entities=harbour.entities.values(),
            select=lambda sparql: [row[0].value for row in store.query(sparql, prefixes=prefixes(BASE))],
        )

    return put


@pytest.mark.parametrize(
    ("question", "answer", "sentence"),
    [
        ("Who backs the strike?", "Dockers’ Union", "The union backs the strike."),
        ("What does Velmark run?", "harbour", "Velmark runs the harbour."),
        ("Who did Velmark dismiss?", "Ada Brandt (denied)", "Velmark did not dismiss Ada Brandt."),
    ],
)
def test_an_answer_has_its_sentence(asked: Any, question: str, answer: str, sentence: str) -> None:
    found = asked(question).answers
    assert {a.answer for a in found} == {answer}
    assert sentence in [a.record()["sentence"] for a in found]


def test_a_synonym_of_the_relation_is_understood(asked: Any) -> None:
    assert asked("Who supports the strike?").answers[0].answer == "Dockers’ Union"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Does Velmark run the harbour?", "Yes"),
        ("Did Velmark dismiss Ada Brandt?", "No"),
        ("Did the port talks resume?", "Not stated as a fact"),
    ],
)
def test_yes_is_said_only_of_what_an_article_states(asked: Any, question: str, verdict: str) -> None:
    assert asked(question).answers[0].answer.startswith(verdict)


def test_what_nobody_says_has_no_answer(asked: Any) -> None:
    reply = asked("Who bombed the harbour?")
    assert not reply.answers
    assert any("harbour" in s.sentence.text for s in reply.nearest)
