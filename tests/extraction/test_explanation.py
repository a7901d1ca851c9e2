"""Each rule fires where its example says; `kg extract --explain` tells which fired and what stood in the way."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.extraction.nominal import ACT_RULES
from kg.extraction.rules import RULES, Rule


@pytest.mark.parametrize("rule", RULES + ACT_RULES, ids=lambda r: r.name)
def test_each_rule_fires_on_its_example(rule: Rule) -> None:
    assert rule.name in {s.derived_by.partition(".")[0] for s in kg.extract([rule.example])}


def explained(text: str) -> str:
    result = CliRunner().invoke(main, ["extract", "-", "--explain"], input=text)
    assert result.exit_code == 0
    return result.stdout


def test_a_statement_is_explained_by_rule_construction_and_parse() -> None:
    told = explained("The masked workers have closed the ferry terminal in Port Quill.")
    assert "+ The masked workers | close | the ferry terminal" in told
    assert "clause.svoa" in told and "as in:" in told
    assert "closed/VBN.ROOT>" in told
    assert "- have: auxiliary of closed" in told
    assert "- masked: modifies workers" in told


def test_a_sentence_without_a_statement_says_why() -> None:
    assert "nothing: " in explained("A quiet evening in the hills.")
    assert "nothing: a question" in explained("Who closed the port?")
