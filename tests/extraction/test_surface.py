"""Propositions say what a sentence says in its own words: short ones each a fact, n-ary ones a statement each."""

from __future__ import annotations

import pytest

from kg import extraction, parsing
from kg.reading import article_of


def propositions(text: str, *, nary: bool = False) -> list[tuple[str, ...]]:
    [parse] = parsing.parse([article_of(text)], parsing.load())
    return list(extraction.propositions(parse, nary=nary))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The council closed the bridge over the Orne on Monday.",
            [
                ("The council", "closed", "the bridge"),
                ("The council", "closed the bridge over", "the Orne"),
                ("The council", "closed the bridge on", "Monday"),
            ],
        ),
        (
            "The bridge, built by monks in 1204, was closed.",
            [
                ("The bridge", "built by", "monks"),
                ("The bridge", "built by monks in", "1204"),
                ("The bridge", "was", "closed"),
            ],
        ),
        ("The envoy gave the miners a letter.", [("The envoy", "gave the miners", "a letter")]),
        ("Neither Norland nor Sudland signed it.", [("Neither Norland nor Sudland", "signed", "it")]),
        ("The mayor asked whether the dam holds.", [("The mayor", "asked", "whether the dam holds")]),
        ("She is aware of the risk.", [("She", "is aware of", "the risk")]),
        ("Several of the mines were shut in May.", [("Several of the mines", "were shut in", "May")]),
        ("He travelled widely.", [("He", "travelled", "widely")]),
        (
            "The port grew, with most crews living in Norport.",
            [("The port", "grew with", "most crews living in Norport"), ("most crews", "living in", "Norport")],
        ),
        (
            "The law is a tool for cutting costs.",
            [("The law", "is", "a tool"), ("The law", "is a tool for", "cutting costs")],
        ),
        (
            "She asked a question about how it works.",
            [("She", "asked", "a question"), ("She", "asked a question about", "how it works")],
        ),
        ("He joined the Order of the Lamp.", [("He", "joined", "the Order of the Lamp")]),
        (
            "Tarn is the largest port in Norland.",
            [("Tarn", "is", "the largest port in Norland"), ("Tarn", "is the largest port in", "Norland")],
        ),
        (
            "They can stay as long as it lasts.",
            [("They", "can stay as long as", "it lasts")],
        ),
        (
            "It had friends even if it had no money.",
            [("It", "had", "friends"), ("It", "had friends even if", "it had no money")],
        ),
        ("They came as guests, not as spies.", [("They", "came as", "guests")]),
        ("Had the dam held, the mill could have kept its wheel.", [("the mill", "could have kept", "its wheel")]),
        ("The court left two men dead.", [("The court", "left", "two men dead")]),
        ("The fire kept the crew awake.", [("The fire", "kept", "the crew awake")]),
        ("It is necessary to close the mine.", [("It", "is necessary to close", "the mine")]),
        ("The drought forced the town to sell its mill.", [("The drought", "forced the town to sell", "its mill")]),
        (
            "The mayor asked the town to sell its mill.",
            [("The mayor", "asked", "the town"), ("The mayor", "asked the town to sell", "its mill")],
        ),
        ("War broke out between Norland and Tarn.", [("War", "broke out between", "Norland and Tarn")]),
        (
            "He was accused of taking boats from the port.",
            [
                ("He", "was accused of", "taking boats from the port"),
                ("He", "was accused of taking boats from", "the port"),
            ],
        ),
        (
            "Otto Reed is being held by the navy on board a ship.",
            [
                ("Otto Reed", "is being held by", "the navy"),
                ("Otto Reed", "is being held by the navy on board", "a ship"),
            ],
        ),
        (
            "The mayor said the port would close and that crews were leaving.",
            [
                ("The mayor", "said", "the port would close"),
                ("The mayor", "said", "crews were leaving"),
                ("the port", "would", "close"),
                ("crews", "were", "leaving"),
            ],
        ),
        (
            "She said the firm has sold the mill and will hire crews.",
            [
                ("She", "said", "the firm has sold the mill"),
                ("She", "said", "the firm will hire crews"),
                ("the firm", "has sold", "the mill"),
                ("the firm", "will hire", "crews"),
            ],
        ),
        (
            "He sold a film which they say shows the mayor.",
            [
                ("He", "sold", "a film"),
                ("they", "say", "a film shows the mayor"),
                ("a film", "shows", "the mayor"),
            ],
        ),
        (
            "The law made the firm pay a fine.",
            [
                ("The law", "made", "the firm pay a fine"),
                ("The law", "made the firm pay", "a fine"),
            ],
        ),
        ("The talks would resume.", [("The talks", "would", "resume")]),
        ("He denied claims that the firm had sold it.", [("He", "denied", "claims that the firm had sold it")]),
        ("He rejected reports the port was shut.", [("He", "rejected", "reports the port was shut")]),
        (
            "She told the court how she found a boat.",
            [
                ("She", "told", "the court"),
                ("She", "told the court", "how she found a boat"),
                ("she", "found", "a boat"),
            ],
        ),
        ("She asked how he found a boat.", [("She", "asked", "how he found a boat")]),
        (
            "He was charged with theft and possession of a gun.",
            [
                ("He", "was charged with", "theft"),
                ("He", "was charged with", "possession of a gun"),
                ("He", "was charged with possession of", "a gun"),
            ],
        ),
        (
            "According to police, the shop was shut because it was working illegally.",
            [
                ("the shop", "was shut According to", "police"),
                ("the shop", "was shut because", "it was working illegally"),
                ("it", "was working", "illegally"),
            ],
        ),
        ("Senior Sergeant Potts retired.", [("Potts", "is", "Senior Sergeant")]),
        ("He met the envoy Tom Reed.", [("He", "met", "the envoy Tom Reed"), ("Tom Reed", "is", "the envoy")]),
        ("The 25 - year - old won the race .", [("The 25 - year - old", "won", "the race")]),
    ],
)
def test_short_propositions(text: str, facts: list[tuple[str, ...]]) -> None:
    assert propositions(text) == facts


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The council closed the bridge over the Orne on Monday.",
            [("The council", "closed", "the bridge over the Orne", "on Monday")],
        ),
        (
            "The bridge, built by monks in 1204, was closed.",
            [("The bridge", "be built by", "monks", "in 1204"), ("The bridge", "was closed", "")],
        ),
        (
            "The ship sank in the harbour, killing two sailors.",
            [("The ship", "sank in", "the harbour"), ("The ship", "be killing", "two sailors")],
        ),
        ("Ana Quill, mayor of Norport, spoke.", [("Ana Quill", "be", "mayor of Norport"), ("Ana Quill", "spoke", "")]),
        ("If the river rises, the town will be flooded.", [("the town", "will be flooded", "If the river rises")]),
        (
            "The clerk noted that the play “Low Tide” bored the audience.",
            [
                ("The clerk", "noted that", "the play “Low Tide” bored the audience"),
                ("the play “Low Tide”", "bored", "the audience"),
            ],
        ),
        (
            "Although it rained, the mayor was aware of the fire, because the bells rang.",
            [("it", "rained", ""), ("the mayor", "was aware of", "the fire"), ("the bells", "rang", "")],
        ),
        (
            "Norland and Sudland closed two mines and a mill.",
            [("Norland and Sudland", "closed", "two mines"), ("Norland and Sudland", "closed", "a mill")],
        ),
        ("The show ran daily from 1978 to 1981.", [("The show", "ran", "daily", "from 1978", "to 1981")]),
        (
            "Harbour master Nora Quill wants to leave.",
            [("Nora Quill", "be", "Harbour master"), ("Harbour master Nora Quill", "wants to leave", "")],
        ),
        (
            "The minister who resigned in May praised the mill in Leeds.",
            [
                ("The minister", "resigned", "in May"),
                ("The minister who resigned in May", "praised", "the mill in Leeds"),
            ],
        ),
    ],
)
def test_one_tuple_a_statement(text: str, rows: list[tuple[str, ...]]) -> None:
    assert propositions(text, nary=True) == rows
