"""Amounts: *250,000 people*, *$18 billion*, *30 percent* are values with a unit, no things that are met again."""

from __future__ import annotations

import re

from kg.extraction.clause import Filler
from kg.parsing import Word

_MAGNITUDE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_CURRENCY = frozenset("$€£¥₹")
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "both", "all"})
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def quantity(f: Filler) -> tuple[int | float, str | None] | None:
    """Value and unit of a filler that is an amount in figures; None for all else.

    What is definite or owned (*the 28 members*, *its 3 ships*) is a thing; a year or a day is no amount.
    """
    if f.clause or not any(w.text[0].isdigit() for w in f.words):
        return None
    words = [w for w in f.words if w.pos != "PUNCT" or w.text in _CURRENCY]
    at = next((n for n, w in enumerate(words) if _FIGURE.fullmatch(w.text)), None)
    if at is None or {f.head.ner, words[at].ner} & {"DATE", "TIME", "ORDINAL"}:
        return None
    if any(w.lower in _DEFINITE or w.dep == "poss" for w in words[:at]):
        return None
    if any(w.text in "-–" and w.i == words[at].i + 1 for w in f.words):
        # *a 30-year term*
        return None
    if [w.lower == "or" or w.tag for w in words[at + 1 : at + 3]] == [True, "CD"]:
        return None  # *30 or 40*
    figure = words[at].text.replace(",", "")
    value: int | float = float(figure) if "." in figure else int(figure)
    after = words[at + 1 :]
    while after and after[0].lower in _MAGNITUDE:
        value *= _MAGNITUDE[after[0].lower]
        after = after[1:]
    money = next((w.text for w in words[:at] if w.text in _CURRENCY), None)
    if isinstance(value, float) and after != words[at + 1 :]:
        value = round(value)
    return value, _unit(after, money)


def _unit(after: list[Word], money: str | None) -> str | None:
    if money is not None:
        return money
    words = [w.lower for w in after if w.lower not in ("of", "or", "more", "so")]
    return "%" if words[:1] in (["percent"], ["%"]) else " ".join(words) or None
