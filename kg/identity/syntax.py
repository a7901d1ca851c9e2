"""What grammar says is one: relative pronouns, appositions, predicate nouns, offices beside a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg import lexicon
from kg.identity.nodes import CONTRAST, GROUPS, KIND_TYPES, Clusters, Node, agree, family, is_tried
from kg.mentions import relative_clause
from kg.parsing import Word
from kg.values import ACTOR_TYPES

_NAMING = lexicon.words("lexicon/verb_kinds", kind="naming")
_COPULA = lexicon.words("lexicon/verb_kinds", kind="copula")
# Verbs before *as* and what their subject or object is.
_SERVE = lexicon.words("lexicon/verb_kinds", kind="serve")
_DESCRIBE = lexicon.words("lexicon/verb_kinds", kind="describe")
_LISTING = lexicon.words("lexicon/control", "verb", control="list")
_LAND = lexicon.words("lexicon/name_words", kind="land")
_TRIED = lexicon.words("lexicon/offices", kind="tried")
_BODIES = lexicon.words("lexicon/name_words", kind="body")
# Bodies that are called by what stands before them: *the Orvex union*, *the Orvex news agency*.
_BY_NAME = lexicon.words("lexicon/name_words", kind="selfnamed") | {"agency", "broadcaster", "airline", "chain"}
_BY_NAME |= lexicon.words("lexicon/kinds", "noun", **{"class": "paper"})


def syntax(clusters: Clusters) -> None:
    """Join each mention with what its construction says it is, where their types allow it."""
    for n in clusters.nodes:
        if n.kind == "name" and (n.type in GROUPS or n.type == "Person"):
            _roles_told(n)
        # Pronouns stand in the first two only.
        for _, found, _ in CONSTRUCTIONS[:2] if n.kind == "pronoun" else CONSTRUCTIONS:
            for other in found(clusters, n):
                if found is _make or relative_clause(n.word) is not None or may_be(other, n):
                    clusters.join(other, n)


def _roles_told(n: Node) -> None:
    """*the opposition High Negotiations Committee* is an opposition; *Reed, who is accused of theft*, the defendant."""
    for c in (c for c in n.word.all("compound", "nmod") if c.start < n.mention.start and c.tag in ("NN", "NNP")):
        if c.tag == "NNP" and not c.text.islower():
            continue
        which = {x.lower for x in (*c.children, *(x for x in n.word.children if x.i < c.i))}
        n.cluster.roles.setdefault(c.lemma.lower(), frozenset(which & CONTRAST))
    for noun in _TRIED if n.type == "Person" and is_tried(n) else ():
        n.cluster.roles.setdefault(noun, frozenset())


def _some(*found: Node | None) -> Iterator[Node]:
    return (n for n in found if n is not None)


def _antecedent(clusters: Clusters, n: Node) -> Iterator[Node]:
    """What a relative pronoun takes up; *who* passes over what is nobody."""
    clause = relative_clause(n.word) if n.kind == "pronoun" else None
    above = clause.head if clause is not None else None
    first: Node | None = None
    while above is not None and (above.dep == "prep" or above.pos == "NOUN" or clusters.at(above) is not None):
        node = clusters.at(above)
        if node is not None and (n.type != "Person" or node.cluster.type in ACTOR_TYPES):
            yield node
            return
        first = first or node
        above = above.head if above.dep in ("pobj", "prep") else None
    if first is not None:
        if not first.cluster.named:
            first.cluster.type = "Population" if first.number == "p" else "Person"
        yield first


def _apposition(clusters: Clusters, n: Node) -> Iterator[Node]:
    w = n.word
    if w.dep != "appos" or w.head is None or _is_listed(w, w.head):
        return
    between = clusters.words[w.head.i : w.i]
    texts = {x.text if x.tag != "POS" else "'s" for x in between}
    # *Flight 85's last position* has an owner.
    if w.head.head not in between and not {";", "not"} & texts and ("," in texts or "'s" not in texts):
        first = w.subtree()[0].i
        before = clusters.at(clusters.words[first - 2]) if clusters.words[first - 1].text == "," else None
        # *an aide to Nerva Foods, the largest firm*: a name of its type, nearer than what the parser takes.
        near = before is not None and (before.kind, n.kind) == ("name", "nominal") and w.child("appos") is None
        near = near and before is not None and family(before.type) == family(n.type)
        yield from _some(before if near else clusters.at(w.head))


def _is_listed(w: Word, first: Word) -> bool:
    """*The fleet includes jets, missile systems, along with …*: one more of a list (Quirk et al. 1985, 17.65)."""
    if first.tag == "NNS" and w.tag != "NNS" and w.child("conj") is not None:
        return first.text.islower()  # *the chains Orvex and Kerst Foods*
    several = w.tag == first.tag == "NNS" and w.child("det", "poss") is None
    return several and first.head is not None and first.head.lemma in _LISTING


def _also(clusters: Clusters, n: Node) -> Iterator[Node]:
    first = clusters.at(n.word.head) if n.word.dep == "conj" and (n.type, n.number) == ("Person", "s") else None
    if first is None or (first.kind, first.type) != ("nominal", "Person"):
        return
    if n.kind == "name":
        one = not first.determiner and any(c.tag == "NN" for c in n.word.all("compound", "nmod"))
    elif first.word.dep == "appos":
        one = n.determiner in ("a", "an", "")
    else:
        one = bool(first.determiner) and not n.determiner and n.possessor is None
    yield from _some(first if one else None)


def _predicate(clusters: Clusters, n: Node) -> Iterator[Node]:
    """*Reed is the mayor*, *Reed is a member of the council*: one person, and by what he may be met again."""
    verb = n.word.head
    if n.word.dep != "attr" or verb is None or verb.lemma not in _COPULA or verb.child("neg") is not None:
        return
    subject = clusters.at(verb.child("nsubj"))
    if subject is None or subject.word.child("conj") is not None:
        return  # *Reed and his wife are a couple*
    plain = n.kind == "nominal" and all(a.lemma == "have" for a in verb.all("aux"))
    # *Nerva is a border town*, *this is a useful tool*.
    alike = subject.word.lower in ("this", "it") or (subject.kind == "name" and n.type == subject.cluster.type)
    told = n.determiner in ("a", "an", "the") and n.number == "s" and alike
    people = subject.cluster.type == n.type == "Person"
    if (plain and (told or people)) or _is_equation(verb, subject, n):
        yield subject


def _is_equation(verb: Word, subject: Node, attribute: Node) -> bool:
    if verb.child("aux") is not None or subject.word.lower in ("there", "this", "that", "it"):
        return False
    if attribute.kind == "name":
        # *is the only Republican* names nobody.
        return attribute.word.child("det", "amod", "poss") is None
    return attribute.definite


def _as(clusters: Clusters, n: Node) -> Iterator[Node]:
    preposition = n.word.head
    verb = preposition.head if n.word.dep == "pobj" and preposition is not None and preposition.lower == "as" else None
    if verb is not None and verb.lemma in (_NAMING if n.kind == "name" else _SERVE | _DESCRIBE):
        yield from _some(clusters.at(verb.child("nsubj") if verb.lemma in _SERVE else verb.child("nsubjpass", "dobj")))


def _offices_beside(clusters: Clusters, n: Node) -> Iterator[Node]:
    """Offices right beside a name, parsed as they may be."""
    words, (first, last) = clusters.words, clusters.ends(n)
    at = first - 1
    after = clusters.at(words[last].next) if (n.kind, n.type) == ("name", "Person") else None
    if after is not None and (after.kind, after.type) == ("nominal", "Person") and after.mention.text.isupper():
        yield after
    office = clusters.at(words[at]) if (n.kind, n.type) == ("name", "Person") and at >= 0 else None
    while office is not None and (office.kind, office.type, office.number) == ("nominal", "Person", "s"):
        alone = office.word.i == at and (office.determiner or office.possessor)
        if office.word.tag != "NN" or alone:
            return
        yield office
        at = next((w.i for w in words[: at + 1] if w.start >= office.mention.start), at) - 2
        office = clusters.at(words[at]) if at >= 0 and words[at + 1].lower == "and" else None


def _introduced(clusters: Clusters, n: Node) -> Iterator[Node]:
    """The office before a comma and a name, whatever the parser takes the name for."""
    called = n.kind == "name" or (n.kind == "nominal" and n.word.child("appos") is not None)
    first = n.word.subtree()[0].i if called and n.type == "Person" else 0
    if first < 2 or clusters.words[first - 1].text != ",":
        return
    last = clusters.words[first - 2]
    of = last.head
    role = clusters.at(of.head if last.dep == "pobj" and of is not None and of.lower == "of" else last)
    if role is not None and role.kind == "nominal" and role.definite and role.type == "Person":
        yield role


def _land_of(clusters: Clusters, n: Node) -> Iterator[Node]:
    if n.kind == "nominal" and n.number == "s" and n.noun in _LAND and n.determiner not in ("a", "an"):
        of = (clusters.at(p.child("pobj")) for p in n.word.all("prep") if p.lower == "of" and p.i == n.word.i + 1)
        yield from (m for m in of if m is not None and m.kind == "name" and m.type == "Place")


def _make(clusters: Clusters, n: Node) -> Iterator[Node]:
    by_name = n.noun in _BY_NAME | _BODIES and n.definite and n.number == "s"
    if n.kind == "nominal" and (KIND_TYPES.get(n.noun) == "Thing" or by_name):
        types = GROUPS if n.noun in _BY_NAME else {"ArmedGroup"} if n.noun in _BODIES else {"Thing"}
        named = (clusters.at(c) for c in n.word.all("compound", "nmod", "amod"))
        make = next((m for m in named if m is not None and m.kind == "name" and m.type in types), None)
        yield from _some(make)


def _called(clusters: Clusters, n: Node) -> Iterator[Node]:
    for c in n.word.all("acl") if n.kind == "nominal" else ():
        if c.lemma in _NAMING:
            yield from _some(
                clusters.at(c.child("oprd", "dobj", "attr") or next((p.child("pobj") for p in c.all("prep")), None))
            )


CONSTRUCTIONS: tuple[tuple[str, Callable[[Clusters, Node], Iterator[Node]], str], ...] = (
    ("relative pronoun", _antecedent, "an author of books, who lives in Nerva"),
    ("apposition", _apposition, "Kim Lund, the mayor"),
    ("one person's offices", _also, "a priest and author"),
    ("predicate", _predicate, "Kim Lund is the mayor"),
    ("as", _as, "Kim Lund worked as a guard"),
    ("office beside a name", _offices_beside, "chairman and chief executive Kim Lund, Kim Lund MP"),
    ("office before a comma", _introduced, "the mayor of Elmsford, Kim Lund"),
    ("land", _land_of, "the town of Nerva"),
    ("make", _make, "four Kestrel attack planes, the Orvex union"),
    ("called", _called, "a man called Kim Lund"),
)
"""Constructions whose parts are one: what each is, what it joins a mention with, an example."""


def may_be(a: Node, b: Node) -> bool:
    """Whether an apposition or predicate may name the same: types that agree, not two places, not two names."""
    left, right = a.cluster, b.cluster
    pronoun = "pronoun" in (a.kind, b.kind)
    if (left.named and right.named) or (pronoun and a.number and not agree(a.number, b.number)):
        return False
    if not agree(a.number, b.number) and not {a.type, b.type} & GROUPS:
        return False
    kinds = {family(left.type), family(right.type)}
    loose = ({"Group", "Population", "Thing", "Place"}, {"Country", "Place"})
    return len(kinds) == 1 or pronoun or kinds <= {"Thing", "Event", "Work"} or any(kinds <= k for k in loose)
