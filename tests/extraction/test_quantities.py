"""Amounts in figures are values with a unit; what is counted and known is a thing."""

from __future__ import annotations

import pytest

import kg


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The storm killed 250,000 people.", 250_000, "people"),
        ("The council spent $18.5 million on the bridge.", 18_500_000, "$"),
        ("The union won 30 percent of the vote.", 30, "% vote"),
        ("The union won 30 per cent of the vote.", 30, "% vote"),
        ("The bank expects just under 1 per\ncent.", 1, "%"),
        ("The port lost 1.2 million tons.", 1_200_000, "tons"),
        ("The council praised the 28 members.", None, None),
        ("The mayor left her 3 ships.", None, None),
        ("The storm killed people.", None, None),
    ],
)
def test_values_and_units(text: str, value: float | None, unit: str | None) -> None:
    s = next(s for s in kg.extract([text]) if s.derived_by.startswith("clause"))
    assert s.object is not None
    assert s.object.value == value
    assert value is None or (s.object.unit or "").split()[0] == str(unit).split()[0]
