"""Copies of articles, and how many independent articles and publishers stand behind a statement.

Near-duplicates share word shingles; MinHash (Broder 1997) with locality-sensitive hashing finds the candidates,
the shingles themselves decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from kg.values import PROSE, Article, ArticleResult, Statement

# Words a shingle; the share of shingles in common (Jaccard) from which one is a copy of the other; hash functions.
SHINGLE, SAME, PERMUTATIONS = 4, 0.6, 64
# A piece that stands nearly whole in a longer one is a copy too: a paper cuts wire copy from the end.
CONTAINED = 0.85
# Below so many shingles two texts are alike by chance.
FEWEST = 20


def shingles(article: Article) -> frozenset[str]:
    """Runs of words of an article's prose."""
    prose = " ".join(article.text[b.start : b.end] for b in article.blocks if b.kind in PROSE) or article.text
    words = re.findall(r"\w+", prose.lower())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def copies(results: Sequence[ArticleResult]) -> dict[str, str]:
    """Article IRI to the IRI of the earliest article of which it is a copy, for those that are one."""
    articles = sorted((r.article for r in results), key=lambda a: a.order)
    if len(articles) < 2:
        return {}
    import networkx as nx
    from datasketch import MinHash, MinHashLSH

    sets = {a.iri: shingles(a) for a in articles}
    # A low threshold lets contained pieces through; the shingles decide afterwards.
    index, alike = MinHashLSH(threshold=0.3, num_perm=PERMUTATIONS), nx.Graph()
    for iri, mine in sets.items():
        if len(mine) < FEWEST:
            continue
        sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update_batch([s.encode() for s in mine])
        for other in index.query(sketch):
            common, fewer = len(mine & sets[other]), min(len(mine), len(sets[other]))
            if common / len(mine | sets[other]) >= SAME or common / fewer >= CONTAINED:
                alike.add_edge(iri, other)
        index.insert(iri, sketch)
    order = {iri: n for n, iri in enumerate(sets)}
    groups = (sorted(group, key=order.__getitem__) for group in nx.connected_components(alike))
    return dict(sorted((iri, first) for first, *others in groups for iri in others))


def support(
    statements: Iterable[Statement], articles: Mapping[str, Article], copy_of: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """Statement id to the numbers of independent articles and of distinct publishers that state the same.

    The same by `Statement.said`; copies of one article count once.
    """
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for s in statements:
        groups[s.said].append(s)
    found = {}
    for group in groups.values():
        independent = {copy_of.get(s.article, s.article) for s in group}
        publishers = {articles[s.article].publisher or _host(s.article) for s in group}
        for s in group:
            found[s.id] = (len(independent), len(publishers))
    return found


@lru_cache(maxsize=4096)
def _host(iri: str) -> str:
    """The site of an article without publisher; the article itself where it has none."""
    found = re.match(r"https?://(?:www\.)?([^/]+)", iri)
    return found[1] if found else iri
