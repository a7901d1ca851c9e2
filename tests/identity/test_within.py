"""Who is who inside an article: names, short names, roles, bodies, pronouns; and who is not."""

from __future__ import annotations

import pytest

from kg.reading import article_of
from kg.run import results


def same(text: str, *mentions: str) -> bool:
    """Whether the mentions with these words (the last of each) stand for one thing."""
    (result,) = results([article_of(text)])
    found = {m: [x.entity for x in result.mentions if x.text == m][-1] for m in mentions}
    return len(set(found.values())) == 1


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ana Petrova opened the port. Petrova thanked the crews.", ("Ana Petrova", "Petrova")),
        ("The Nerva Dock Council met on Monday. The NDC closed the port.", ("Nerva Dock Council", "NDC")),
        (
            "The opposition Nerva Reform Committee left the talks. Norland’s main opposition group is taking a pause.",
            ("Nerva Reform Committee", "main opposition group"),
        ),
        ("Tom Reed met Ana Petrova and her brother.", ("Ana Petrova", "her")),
        ("Ana Petrova said the mayor, Tom Reed, was wrong. “He hurt the port,” she said.", ("Ana Petrova", "she")),
        ("American nuns met in Nerva. Most American nuns left on Monday.", ("American nuns",)),
        ("The BBC reported the storm. The BBC was first.", ("BBC",)),
    ],
)
def test_one_thing_is_one(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ana Petrova opened the port. Tom Reed closed it.", ("Ana Petrova", "Tom Reed")),
        ("“The mayor let him down,” Tom Reed said of Kim Lund.", ("him", "Tom Reed")),
        ("The council met the union. The council of Elmsford stayed away.", ("council", "union")),
    ],
)
def test_two_things_are_two(text: str, mentions: tuple[str, ...]) -> None:
    assert not same(text, *mentions)


def test_a_body_keeps_the_name_the_article_uses() -> None:
    (result,) = results([article_of("The BBC reported the storm on Monday.")])
    assert {m.name for m in result.mentions if m.text == "BBC"} == {"BBC"}
