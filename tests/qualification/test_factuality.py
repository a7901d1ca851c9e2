"""Is it so: what a text denies, expects, holds possible, wants, or makes hang on something else."""

from __future__ import annotations

import pytest

import kg


def commitment(text: str, relation: str) -> tuple[str, str]:
    s = next(s for s in kg.extract([text]) if s.relation.text and relation in s.relation.text)
    return s.polarity, s.modality


@pytest.mark.parametrize(
    ("text", "relation", "polarity", "modality"),
    [
        ("The council closed the bridge.", "closed", "affirmed", "actual"),
        ("The council won’t close the bridge.", "close", "negated", "future"),
        ("The council has never closed the bridge.", "closed", "negated", "actual"),
        ("No one closed the bridge.", "closed", "negated", "actual"),
        ("Neither the mayor nor the council closed the bridge.", "closed", "negated", "actual"),
        ("Few towns closed their bridges.", "closed", "negated", "actual"),
        ("There is no sign that the council wants a bridge.", "wants", "negated", "possible"),
        ("The council failed to close the bridge.", "close", "negated", "actual"),
        ("The council did not fail to close the bridge.", "close", "affirmed", "actual"),
        ("The council refused to close the bridge.", "close", "negated", "actual"),
        ("The mayor denied that the council had closed the bridge.", "closed", "negated", "actual"),
        ("The storm prevented the council from closing the bridge.", "closing", "negated", "actual"),
        ("The council left without closing the bridge.", "closing", "negated", "actual"),
        ("The council has yet to close the bridge.", "close", "negated", "actual"),
        ("There were no ships leaving the port.", "leaving", "negated", "actual"),
        ("The council decided against closing the bridge.", "closing", "negated", "desired"),
        ("The plan risks driving crews away.", "driving", "affirmed", "possible"),
        ("The aim of the fund is to open a school.", "open", "affirmed", "desired"),
        ("The owners agreed to let the crews return.", "return", "affirmed", "desired"),
        ("The storm let the crews return.", "return", "affirmed", "actual"),
        ("Barely a shot was fired.", "fired", "negated", "actual"),
        ("The council’s policy is not to close bridges.", "close", "negated", "future"),
        ("The council managed to close the bridge.", "close", "affirmed", "actual"),
        ("The storm forced the council to close the bridge.", "close", "affirmed", "actual"),
        ("The council may close the bridge.", "close", "affirmed", "possible"),
        ("The council is likely to close the bridge.", "close", "affirmed", "possible"),
        ("The council is going to close the bridge.", "close", "affirmed", "future"),
        ("The council must close the bridge.", "close", "affirmed", "necessary"),
        ("The council has to close the bridge.", "close", "affirmed", "necessary"),
        ("The council wants to close the bridge.", "close", "affirmed", "desired"),
        ("The council plans to close the bridge and open a ferry.", "open", "affirmed", "desired"),
        ("The mayor urged the council to close the bridge.", "close", "affirmed", "desired"),
        ("The council met to close the bridge.", "close", "affirmed", "desired"),
        ("The mayor’s plan to close the bridge won praise.", "close", "affirmed", "desired"),
        ("If the council closes the bridge, ships will wait.", "closes", "affirmed", "conditional"),
        ("Ships will wait until the council opens the bridge.", "opens", "affirmed", "conditional"),
        ("Ships waited until the council opened the bridge.", "opened", "affirmed", "actual"),
        ("Did the council close the bridge?", "close", "affirmed", "possible"),
        ("The council closed the bridge and did not open the port.", "open", "negated", "actual"),
        ("The council may close the bridge and open the port.", "open", "affirmed", "possible"),
        ("The council, which closed the bridge, may open the port.", "closed", "affirmed", "actual"),
        ("The council hopes to close the bridge.", "close", "affirmed", "desired"),
        ("The council not only closed the bridge but sold it.", "closed", "affirmed", "actual"),
        ("Instead of closing the bridge, the council sold it.", "closing", "negated", "actual"),
        ("The council repaired the bridge rather than close it.", "close", "negated", "actual"),
        ("The council was too weak to close the bridge.", "close", "negated", "actual"),
        ("The council was about to close the bridge.", "close", "affirmed", "future"),
        ("It is not true that the council closed the bridge.", "closed", "negated", "actual"),
        ("It is possible that the council closed the bridge.", "closed", "affirmed", "possible"),
        ("It is no surprise that the council closed the bridge.", "closed", "affirmed", "actual"),
        ("The mayor warned the council against closing the bridge.", "closing", "negated", "desired"),
        ("The council is suspected of closing the bridge.", "closing", "affirmed", "possible"),
        ("The council is capable of closing the bridge.", "closing", "affirmed", "possible"),
        ("The mayor does not regret closing the bridge.", "closing", "affirmed", "actual"),
        ("The mayor does not know who closed the bridge.", "closed", "affirmed", "actual"),
        ("Closing the bridge is not the answer.", "Closing", "affirmed", "actual"),
        ("The council would close the bridge if the river rose.", "close", "affirmed", "conditional"),
        ("Had the river risen, the council would have closed the bridge.", "risen", "affirmed", "conditional"),
        ("The mayor would not confirm that the council had closed the bridge.", "closed", "affirmed", "possible"),
        ("The mayor did not say why the council had closed the bridge.", "closed", "affirmed", "actual"),
        ("The mayor was cleared of closing the bridge.", "closing", "negated", "actual"),
        ("Without the loan, the council would sell the bridge.", "sell", "affirmed", "conditional"),
        (
            "Had it rained, the mayor said, the council would have closed the bridge.",
            "rained",
            "affirmed",
            "conditional",
        ),
        ("The council will sell the bridge as soon as it is opened.", "is opened", "affirmed", "conditional"),
        ("The council sold the bridge before it was opened.", "was opened", "affirmed", "actual"),
        ("Petrova is the first woman to lead the council.", "lead", "affirmed", "actual"),
        ("The mayor issued an appeal for the council to close the bridge.", "close", "affirmed", "desired"),
        (
            "The council agreed to sell the bridge on the condition that it is repaired.",
            "is repaired",
            "affirmed",
            "conditional",
        ),
        ("Provided that the bank agrees, the club will buy the bridge.", "agrees", "affirmed", "conditional"),
        ("Ships will wait until the bridge is opened.", "is opened", "affirmed", "conditional"),
        ("Ships waited until the bridge was opened.", "was opened", "affirmed", "actual"),
    ],
)
def test_polarity_and_modality(text: str, relation: str, polarity: str, modality: str) -> None:
    assert commitment(text, relation) == (polarity, modality)
