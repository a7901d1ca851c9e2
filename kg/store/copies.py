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
    articles = sorted((r.article for r in results), key=_age)
    if len(articles) < 2:
        return {}
    sets = {a.iri: shingles(a) for a in articles}
    parent: dict[str, str] = {}

    def root(iri: str) -> str:
        while iri in parent:
            iri = parent[iri]
        return iri

    order = {a.iri: n for n, a in enumerate(articles)}
    for a, b in _candidates(articles, sets):
        common = len(sets[a] & sets[b])
        jaccard = common / len(sets[a] | sets[b])
        if jaccard >= SAME or common / min(len(sets[a]), len(sets[b])) >= CONTAINED:
            first, second = sorted((root(a), root(b)), key=order.__getitem__)
            if first != second:
                parent[second] = first
    return {iri: root(iri) for iri in sorted(parent)}


def _age(a: Article) -> tuple[bool, str, str]:
    return (a.published is None, a.published.isoformat() if a.published else "", a.iri)


def _candidates(articles: Sequence[Article], sets: Mapping[str, frozenset[str]]) -> Iterable[tuple[str, str]]:
    """Pairs that are likely to be alike, in a fixed order."""
    from datasketch import MinHash, MinHashLSH

    # A low threshold lets contained pieces through; the shingles decide afterwards.
    index = MinHashLSH(threshold=0.3, num_perm=PERMUTATIONS)
    for a in articles:
        if len(sets[a.iri]) < FEWEST:
            continue
        sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update_batch([s.encode() for s in sets[a.iri]])
        for other in sorted(index.query(sketch)):
            yield other, a.iri
        index.insert(a.iri, sketch)


def support(
    statements: Iterable[Statement], articles: Mapping[str, Article], copy_of: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """Statement id to the numbers of independent articles and of distinct publishers that state the same.

    The same is: subject, relation and object, polarity and modality; copies of one article count once.
    """
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for s in statements:
        groups[_key(s)].append(s)
    found = {}
    for group in groups.values():
        independent = {copy_of.get(s.article, s.article) for s in group}
        publishers = {articles[s.article].publisher or _host(s.article) for s in group}
        for s in group:
            found[s.id] = (len(independent), len(publishers))
    return found


def _key(s: Statement) -> tuple[object, ...]:
    object = s.object and (s.object.entity or s.object.text.lower())
    return (s.subject.entity or s.subject.text.lower(), s.relation.lemma, object, s.polarity, s.modality)


@lru_cache(maxsize=4096)
def _host(iri: str) -> str:
    """The site of an article without publisher; the article itself where it has none."""
    found = re.match(r"https?://(?:www\.)?([^/]+)", iri)
    return found[1] if found else iri
