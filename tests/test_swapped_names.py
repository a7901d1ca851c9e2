"""What is said does not depend on who is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.reading import article_of, read
from tests.names import carried

ARTICLES = Path(os.environ.get("KG_ARTICLES", ""))
SWAPPED = ("seed", "text/reuters.com4", "text/nj.com1", "text/usnews.com1")
STORY = """Norland closed its border with Estmark on Monday after raids by the Red Harbour Brigade on Port Quill.

“We will not negotiate with Edwin Marsh,” President Nora Quill said in Tarn. Marsh, who leads the brigade, told the
Tarn Gazette that the Estmark Rescue Committee had asked the UN to send doctors to the town.

The committee, founded by Ada Brook in 2009, runs three clinics near Lake Orrin. Brook urged Quill to reopen the road.
"""


def test_an_invented_story_is_read_the_same_under_other_names() -> None:
    total, lost = carried(article_of(STORY))
    assert total >= 12
    assert len(lost) <= 0.1 * total


@pytest.mark.skipif(not os.environ.get("KG_ARTICLES"), reason="KG_ARTICLES names no folder of articles")
def test_real_articles_are_read_the_same_under_other_names() -> None:
    found = [carried(a) for a in read([str(ARTICLES / f"{name}.txt") for name in SWAPPED])]
    assert sum(len(lost) for _, lost in found) <= 0.05 * sum(total for total, _ in found)
