"""A noun met again: which of the things told with the same noun it means, or a new one.

What speaks for and against is a table of plain tests. Their weights, log odds that are added up as in record linkage,
are learned (``benchmarks.identity.nouns``) and stand in ontology/lexicon/noun_again.tsv, each with an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg import lexicon
from kg.identity.nodes import Cluster, Clusters, Node, agree, is_counted
from kg.mentions import Entry, country
from kg.values import ACTOR_TYPES

_CLASS = lexicon.mapping("lexicon/kinds", "noun", "class")
WEIGHTS = {r["test"]: float(r["weight"]) for r in lexicon.table("lexicon/noun_again")}
_SHOWING = lexicon.words("lexicon/determiners", kind="definite") - {"the"}
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod"})


def own_mods(mods: frozenset[str]) -> frozenset[str]:
    """Modifiers that are no country's."""
    return frozenset(m for m in mods if m[0] != "=")


def countries_agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of modifiers are not of two countries."""
    left, right = a - own_mods(a), b - own_mods(b)
    return not left or not right or left == right


def compounds(n: Node) -> frozenset[str]:
    """Nouns before a noun, which tell its kind (*peace talks*) where adjectives mostly judge."""
    return frozenset(c.lemma.lower() for c in n.word.children if c.dep == "compound" and not is_counted(c))


def is_restricted(clusters: Clusters, n: Node) -> bool:
    """Whether a clause tells which one is meant (one after a comma only adds something), or *against Norland*."""
    if n.word.child("prep", "relcl") is None:
        return False
    against = (clusters.at(p.child("pobj")) for p in n.word.all("prep") if p.lower == "against")
    clauses = (clusters.words[c.subtree()[0].i - 1] for c in n.word.all("relcl"))
    return any(m is not None and m.kind == "name" for m in against) or any(w.text != "," for w in clauses)


def lies_in(entry: Entry, n: Node) -> bool:
    """*the Swiss city* is one in Switzerland."""
    keys = {m[1:] for m in n.mods if m[0] == "="}
    home = country(entry.country) if entry.country else None
    known = home is not None or _CLASS.get(n.noun) != "company"
    return not keys or not known or (home is not None and home.key in keys)


@dataclass(slots=True)
class Pair:
    """A noun, and the last mention of a thing told before with the same noun or another of its sense.

    others: the last mentions of all such things, this one's among them.
    """

    clusters: Clusters
    n: Node
    m: Node
    others: list[Node]

    @property
    def c(self) -> Cluster:
        return self.m.cluster

    @property
    def new(self) -> frozenset[str]:
        """What the noun says of the thing that nothing before has said."""
        return own_mods(self.n.mods - self.c.mods)

    def owner(self, n: Node) -> Cluster | None:
        """Whose it is: *Lund's family*, *the family of a teacher*."""
        behind = (p.child("pobj") for p in n.word.all("prep") if p.lower == "of")
        owner = self.clusters.at(n.possessor) or next((o for o in map(self.clusters.at, behind) if o), None)
        return owner.cluster if owner is not None and any(m.kind != "pronoun" for m in owner.cluster.nodes) else None


def _words(n: Node) -> list[str]:
    return [c.lower for c in n.word.children if c.dep in _BEFORE and c.i < n.word.i]


def _of(n: Node) -> str:
    return next((of.lemma.lower() for p in n.word.all("prep") if (of := p.child("pobj")) is not None), "")


TESTS: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("told", lambda p: True),
    ("the", lambda p: p.n.determiner == "the"),
    ("the, of one", lambda p: p.n.determiner == "the" and p.n.number == "s"),
    ("the, of a person", lambda p: p.n.determiner == "the" and p.n.type == "Person"),
    ("this", lambda p: p.n.determiner in _SHOWING and p.n.possessor is None),
    ("whose, of one", lambda p: p.n.possessor is not None and p.n.number == "s"),
    ("a count", lambda p: bool(p.n.count)),
    ("a thing", lambda p: p.n.determiner in ("a", "an") and p.c.type in ("Thing", "Event")),
    ("both bare", lambda p: not (p.n.determiner or p.n.possessor or p.m.determiner or p.m.possessor)),
    ("first bare", lambda p: not (p.c.nodes[0].determiner or p.c.nodes[0].possessor)),
    ("same words", lambda p: _words(p.n) == _words(p.m)),
    ("same words, some", lambda p: _words(p.n) == _words(p.m) != []),
    ("same modifiers", lambda p: bool(own_mods(p.n.mods)) and not p.new),
    ("other modifiers", lambda p: bool(p.new and own_mods(p.c.mods))),
    ("new kind", lambda p: bool(compounds(p.n) - p.c.mods)),
    ("other kind", lambda p: bool(compounds(p.n) - p.c.mods and (compounds(p.m) - p.n.mods))),
    ("other country", lambda p: any(m[0] == "=" for m in p.n.mods - p.c.mods)),
    ("other of", lambda p: bool(_of(p.n) and _of(p.m)) and _of(p.n) != _of(p.m)),
    ("same owner", lambda p: (o := p.owner(p.n)) is not None and p.owner(p.m) is o),
    ("which", lambda p: is_restricted(p.clusters, p.n)),
    ("other quotation", lambda p: p.n.quote != p.m.quote),
    ("far", lambda p: p.n.word.sent - p.c.nodes[-1].word.sent > 5),
    ("only one", lambda p: len(p.others) == 1),
    ("another more often", lambda p: any(len(o.cluster.nodes) > len(p.c.nodes) for o in p.others)),
    ("another noun", lambda p: p.m.noun != p.n.noun),
    ("another of the noun", lambda p: p.m.noun != p.n.noun and any(o.noun == p.n.noun for o in p.others)),
)
"""What may speak for or against a noun's meaning a thing told before: the name of the test, the test."""


def pairs(clusters: Clusters, n: Node) -> list[Pair]:
    """The things that a noun may mean: same noun or sense, one number, one country, none beside it in its phrase."""
    told: dict[Cluster, Node] = {}
    for m in clusters.by_sense[n.sense]:
        if m.mention.start >= n.mention.start:
            break
        # *diabetes* is one whatever the tagger takes it for.
        alike = agree(m.number, n.number) or m.word.lower == n.word.lower
        if alike and (m.noun == n.noun or m.cluster not in told):
            told[m.cluster] = m
    others = list(told.values())
    return [p for m in others if _may_be(p := Pair(clusters, n, m, others))]


def _may_be(p: Pair) -> bool:
    n, m, c = p.n, p.m, p.c
    if n.type in ACTOR_TYPES and None not in (owners := (p.owner(n), p.owner(m))) and owners[0] is not owners[1]:
        return False  # *Lund's family … the family of a teacher*
    if not countries_agree(n.mods, c.mods) or (c.entry is not None and not lies_in(c.entry, n)):
        return False
    if (m.count != n.count and m.count and n.count) or not agree(c.gender, n.gender) or "single" in m.mods - n.mods:
        return False  # *not a single nurse* is nobody
    return not any(n.word is a or m.word is a for w in (n.word, m.word) for a in w.ancestors())


def evidence(pair: Pair) -> Iterator[str]:
    """The names of the tests that hold."""
    return (name for name, holds in TESTS if holds(pair))


def again(clusters: Clusters, n: Node) -> Node | None:
    """The likeliest of the things that a noun may mean again, if it is likelier than a new one."""
    best: tuple[float, Node] | None = None
    for pair in pairs(clusters, n):
        odds = sum(WEIGHTS.get(e, 0.0) for e in evidence(pair))
        if odds > 0 and (best is None or odds >= best[0]):
            best = odds, pair.m
    return best[1] if best is not None else None
