"""A room imports the rooms before it, by their door, and none after it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kg

HOUSE = Path(kg.__file__).parent
ORDER = ["reading", "parsing", "mentions", "extraction", "qualification", "identity", "store", "exploration", "run"]
# Values and tables are for all; records are the values as JSON; the questions of `kg ask` go through the extractor.
COMMON = {"values", "lexicon", "records"}
# Names and tables that are used without the rest of their room, which would load the parser.
SIDE_DOORS = {"extraction.labels", "mentions.gazetteer", "identity.judgements", "exploration.ask"}
FILES = sorted(f for room in ORDER for f in (HOUSE / room).rglob("*.py"))


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"kg.{a.name}" for a in node.names} if node.module == "kg" else {node.module or ""}
    return {name for name in found if name.startswith("kg.")}


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(HOUSE)))
def test_a_room_knows_only_what_comes_before_it(file: Path) -> None:
    here = file.relative_to(HOUSE).parts[0]
    before = set(ORDER[: ORDER.index(here)]) | COMMON
    for name in imports(file):
        room, *inner = name.split(".")[1:]
        if room == here:
            continue
        assert room in before, f"{file.name} imports {name}"
        assert not inner or f"{room}.{inner[0]}" in SIDE_DOORS, f"{file.name} reaches past the door of {room}: {name}"
