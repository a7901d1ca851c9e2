"""Terms are written as Oxigraph gives them back."""

from decimal import Decimal

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.store.terms import decimal, iri, line, number, text

words = st.text(st.characters(exclude_categories=["Cs"]))


def stored(quad: tuple[str, str, str, str]) -> str:
    store = ox.Store()
    store.load(line(quad).encode(), format=ox.RdfFormat.N_QUADS)
    return (store.dump(format=ox.RdfFormat.N_QUADS) or b"").decode()


@settings(deadline=None)
@given(words, words.filter(lambda w: "#" not in w))
def test_any_text_and_any_iri_come_back_as_they_were_written(value: str, end: str) -> None:
    quad = (iri("https://example.org/" + end), iri("urn:a:b"), iri("urn:a:c"), text(value))
    assert stored(quad) == line(quad)


@settings(deadline=None)
@given(st.integers(-(10**15), 10**15) | st.decimals(-100000, 100000, places=3).map(float))
def test_numbers_are_written_in_their_canonical_form(value: float) -> None:
    for term in (number(value), decimal(value)):
        quad = ("", iri("urn:a:a"), iri("urn:a:b"), term)
        assert stored(quad) == line(quad)
        assert abs(Decimal(term.split('"')[1]) - Decimal(str(value))) < Decimal("0.00001")
