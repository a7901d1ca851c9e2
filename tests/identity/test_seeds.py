"""The retellings in seeds/: one node for each actor of the main job, and nobody else's pronoun."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.run import KnowledgeGraph

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    out = tmp_path_factory.mktemp("seeds")
    kg.build([SEEDS], out)
    return kg.open(out)


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("High Negotiations Committee", "Organization"),
        ("United Nations", "Organization"),
        ("Staffan de Mistura", "Person"),
        ("Monzer Makhous", "Person"),
        ("Bashar al-Assad", "Person"),
        ("Vladimir Putin", "Person"),
        ("Barack Obama", "Person"),
        ("United States", "Country"),
        ("Russia", "Country"),
        ("Syria", "Country"),
        ("Turkey", "Country"),
        ("Syrian government", "Government"),
        ("Kremlin", "Government"),
        ("Nusra Front", "ArmedGroup"),
        ("Ahrar as-Sham", "ArmedGroup"),
        ("Islamic State", "ArmedGroup"),
        ("Syrian Observatory for Human Rights", "Organization"),
        ("Aleppo", "Place"),
        ("Geneva", "Place"),
        ("Latakia", "Place"),
    ],
)
def test_each_actor_is_one_node(graph: KnowledgeGraph, name: str, type: str) -> None:
    known = [e for e in graph.entities if name in (e.name, *e.aliases)]
    assert [(e.name, e.type) for e in known] == [(name, type)]


def test_no_pronoun_is_a_node(graph: KnowledgeGraph) -> None:
    pronouns = {"he", "she", "it", "they", "who", "which", "that", "we", "i", "his", "its", "their"}
    assert not {e.name for e in graph.entities if e.name.lower() in pronouns or e.name.startswith("unnamed")}


def test_the_envoy_and_the_counterpart_are_who_bears_the_role() -> None:
    texts = {m.text: m.name for r in kg.run.results(kg.reading.read([str(SEEDS)])) for m in r.mentions}
    assert texts["envoy"] == "Staffan de Mistura"
