"""Countries, governments and seats: who acts where a nationality, an instrument or a capital is named."""

import pytest

from kg.reading import article_of
from kg.run import results
from kg.values import Entity


def entities(text: str) -> dict[str, Entity]:
    (result,) = results([article_of(text)])
    return {e.name: e for e in result.entities}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A Syrian official met the mayor on Monday.", "Syrian official", "syria"),
        ("Kenyan troops crossed the border on Monday.", "Kenyan troops", "kenya"),
        ("The Kremlin praised the deal.", "Kremlin", "russia"),
    ],
)
def test_an_actor_has_its_country_as_a_link(text: str, name: str, country: str) -> None:
    links = dict(entities(text)[name].links)
    assert links["kg:country"].endswith(f"/{country}")


def test_a_country_acts_by_its_instrument() -> None:
    (result,) = results([article_of("Kenyan air power struck the port on Monday.")])
    assert {s.subject.name for s in result.statements if s.relation.lemma == "strike"} == {"Kenya"}


def test_a_capital_that_wills_is_its_government_and_one_that_is_gone_to_a_place() -> None:
    found = entities("Washington urged the rebels to stop. The talks in Washington failed.")
    assert found["U.S. government"].type == "Government"
    assert found["Washington"].type == "Place"


def test_a_government_is_one_under_its_seat_and_its_own_name() -> None:
    (result,) = results([article_of("Moscow condemned the raid. The Russian government will not yield.")])
    meant = {m.entity for m in result.mentions if m.text in ("Moscow", "government")}
    assert len(meant) == 1
