"""What the resolver knows of a mention, and the clusters it joins mentions into."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from kg import lexicon
from kg.mentions import (
    CREEDS,
    GENERATIONS,
    Entry,
    country,
    demonym,
    government,
    is_plural,
    kind_of,
    known,
    metonym,
    noun_of,
    place,
    plain,
    team,
)
from kg.parsing import Parse, Word
from kg.values import EntityType, Mention

_TITLES = {r["title"]: r for r in lexicon.table("lexicon/titles")}
_GIVEN = lexicon.mapping("lexicon/given_names", "name", "gender")
_NOUNS = {r["noun"]: r for r in lexicon.table("lexicon/nouns")}
_MINDFUL = lexicon.words("lexicon/say") | lexicon.words("lexicon/verb_kinds", kind="mind")
# What counts others: *thousands of homes*.
NUMBERS = lexicon.words("lexicon/name_words", kind="numeral")
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod"})
_PRONOUNS = {r["word"]: r for t in ("pronouns", "pronominals") for r in lexicon.table(f"lexicon/{t}")}
_MANY = lexicon.words("lexicon/determiners", kind="indefinite")
_DEFINITE = lexicon.words("lexicon/determiners", kind="definite")
_VAGUE = lexicon.words("lexicon/vague_modifiers")
_OFFICES = lexicon.words("lexicon/offices", kind="office") | lexicon.words("lexicon/offices", kind="voice")
_LEAD = lexicon.words("lexicon/verb_kinds", kind="lead")
_FEDERAL = lexicon.words("lexicon/name_words", kind="federal")
_FOR = frozenset({"of", "for", "at", "with", "from"})
_STANCES = lexicon.words("lexicon/name_words", kind="stance")
# What a thing is called by its kind: the country, the city, the group.
KIND_TYPES = lexicon.mapping("lexicon/kinds", "noun", "type")
CONTRAST = lexicon.words("lexicon/offices", kind="contrast") | (
    lexicon.words("lexicon/offices", kind="modifier") - lexicon.words("lexicon/offices", kind="degree")
)
_JUSTICE = lexicon.words("lexicon/verb_kinds", kind="justice")
GROUPS: frozenset[str] = frozenset({"Organization", "ArmedGroup", "Government"})


def family(type: str) -> str:
    """The type, one for all kinds of bodies, between which the recogniser wavers."""
    return "Group" if type in GROUPS else type


@dataclass(slots=True)
class Node:
    """A mention with what agreement and matching need.

    number: s, p or "" where unknown; gender: m, f or "". noun: lemma of a nominal's head; sense: the noun that it, or
    the head of a name, shares its meaning with; mods: its modifiers, countries by their key. definite: the, this, a
    possessor. count: of how many, in words. quote: index of the quotation it stands in, -1 outside; para: index of its
    paragraph. cluster: what it is taken to stand for.
    """

    mention: Mention
    word: Word
    type: EntityType
    kind: str
    para: int
    block: str = ""
    number: str = ""
    gender: str = ""
    noun: str = ""
    sense: str = ""
    mods: frozenset[str] = frozenset()
    definite: bool = False
    determiner: str = ""
    count: str = ""
    possessor: Word | None = None
    quote: int = -1
    tokens: tuple[str, ...] = ()
    title: str = ""
    entry: Entry | None = None
    cluster: Cluster = field(init=False, repr=False)


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one thing: their common type, gender, number, what it is called and what it is (*envoy*)."""

    index: int
    nodes: list[Node] = field(default_factory=list)
    type: EntityType = "Thing"
    gender: str = ""
    named: bool = False
    entry: Entry | None = None
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    mods: frozenset[str] = frozenset()


class Clusters:
    """A partition of the nodes, joined step by step; nothing is ever taken apart."""

    def __init__(self, nodes: list[Node], words: list[Word], by_word: dict[int, Node]) -> None:
        self.nodes = nodes
        self.words = words
        self.by_word = by_word
        self.all: list[Cluster] = []
        self.by_sense: defaultdict[str, list[Node]] = defaultdict(list)
        self.long_names = [n for n in nodes if n.kind == "name" and len(n.tokens) > 1]
        for i, n in enumerate(nodes):
            c = Cluster(i, [n], n.type, n.gender, n.kind == "name", n.entry)
            if n.noun:
                self.by_sense[n.sense].append(n)
                c.roles[n.noun] = n.mods
                c.mods = n.mods
            n.cluster = c
            self.all.append(c)

    def join(self, a: Node, b: Node) -> None:
        """Make one of the clusters of two nodes, unless their genders contradict each other."""
        left, right = a.cluster, b.cluster
        if left is right or not agree(left.gender, right.gender):
            return
        if (right.named and not left.named) or (right.named == left.named and right.index < left.index):
            left, right = right, left
        apart = left.nodes[-1].mention.start < right.nodes[0].mention.start
        left.nodes = left.nodes + right.nodes
        if not apart:
            left.nodes.sort(key=attrgetter("mention.start"))
        left.gender = left.gender or right.gender
        left.entry = left.entry or right.entry
        for noun, mods in right.roles.items():
            left.roles[noun] = left.roles.get(noun, frozenset()) | mods
        left.mods |= right.mods
        if not left.named and left.nodes[0].kind == "pronoun":
            left.type = right.type
        for n in right.nodes:
            n.cluster = left
        right.nodes = []

    def at(self, word: Word | None) -> Node | None:
        """The mention whose head or name a word is part of."""
        return self.by_word.get(word.i) if word is not None else None

    def ends(self, n: Node) -> tuple[int, int]:
        """The indices of the first and the last word of a name."""
        first = last = n.word.i
        while self.by_word.get(first - 1) is n:
            first -= 1
        while self.by_word.get(last + 1) is n:
            last += 1
        return first, last


def body_of(clusters: Clusters, person: Node) -> Node | None:
    """For whom somebody speaks: *the union's president*, *a spokesman for Orvex*, *Kim Lund of the bank Orvex*."""
    c = person.cluster
    for m in c.nodes if c.type == "Person" else ():
        if m.kind == "pronoun" or (m.kind == "nominal" and m.noun not in _OFFICES):
            continue
        w = m.word
        before = w.all("compound", "nmod")
        before += [x for b in before for x in b.all("compound", "nmod")]  # *Orvex boss Kim Lund*
        # *Kim Lund, who heads the agency*
        before += [o for v in w.all("relcl") if v.lemma in _LEAD for o in v.all("dobj")]
        # *Kim Lund, whose union lost*
        before += [o for v in w.all("relcl") for o in v.all("nsubj", "nsubjpass") if _is_whose(o)]
        # *Kim Lund, Nerva Harbour Union, said*
        beside = [a for a in w.all("appos") if (x := clusters.at(a)) is not None and x.kind == "name"]
        after = clusters.words[w.i + 1 : w.i + 3]
        beside += [x for x in after[1:] if after[0].text == "," and x.head is not None and x.head.dep == "nsubj"]
        owners = [*w.all("poss"), *before, *beside, *(p.child("pobj") for p in w.all("prep") if p.lower in _FOR)]
        for node in (clusters.at(o) for o in owners):
            if node is not None and node is not m and node.cluster.type in GROUPS:
                whole = clusters.at(node.possessor)  # *the bank's board*
                return whole if whole is not None and whole.cluster.type in GROUPS else node
    return None


def _is_whose(w: Word) -> bool:
    owner = w.child("poss")
    return owner is not None and owner.tag == "WP$"


def is_tried(n: Node) -> bool:
    """Whether somebody was arrested, charged, sentenced, or pleads."""
    w = n.word
    over = (w.head,) if w.dep in ("nsubjpass", "dobj") else ()
    pleads = w.dep == "nsubj" and w.head is not None and w.head.lemma == "plead"
    return pleads or any(v is not None and v.lemma in _JUSTICE for v in (*w.all("acl", "relcl"), *over))


def agree(a: str, b: str) -> bool:
    """Whether two values are the same or one is unknown."""
    return not a or not b or a == b


def nodes_of(parse: Parse, mentions: tuple[Mention, ...], near: dict[str, int]) -> Clusters:
    """The mentions as nodes, each a cluster of its own."""
    paragraphs = _paragraphs(parse)
    nodes: list[Node] = []
    by_word: dict[int, Node] = {}
    for m in mentions:
        head = parse.at(m.head)
        assert head is not None
        n = by_word[head.i] = Node(m, head, m.type, m.kind, paragraphs[head.sent], parse.sentences[head.sent].kind)
        if m.kind == "name":
            first, last = parse.at(m.start) or head, parse.at(m.end - 1) or head
            by_word.update((i, n) for i in range(first.i, last.i + 1))
            _name(n, parse, first, near)
            n.sense = sense(head_of(n.tokens))
        elif m.kind == "nominal":
            nominal(n)
        else:
            row = _PRONOUNS.get(head.lower, {})
            n.number, n.gender = row.get("number", ""), row.get("gender", "")
        nodes.append(n)
    for n in nodes:
        if n.kind == "nominal":
            n.mods = frozenset(_modifiers(n, by_word))
    return Clusters(nodes, parse.words, by_word)


def _paragraphs(parse: Parse) -> list[int]:
    """For each sentence the index of its block."""
    blocks, found, block = parse.article.blocks, [], 0
    for s in parse.sentences:
        while block + 1 < len(blocks) and blocks[block].end <= s.start:
            block += 1
        found.append(block)
    return found


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """A name without case, accents, dots and apostrophes.

    >>> fold("Gerhard Müller’s"), fold("U.S.")
    ('gerhard mullers', 'us')
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain.casefold() if c.isalnum() or c in " -&#")


@lru_cache(maxsize=1 << 14)
def head_of(tokens: tuple[str, ...]) -> str:
    """What a name says it is: *Flight 12* a flight, the *Nerva Observatory for Human Rights* an observatory."""
    last = next((t for t in reversed(tokens) if t.isalpha()), "")
    return next((t for t, after in pairwise(tokens) if after in ("of", "for", "on", "into")), last)


def _name(n: Node, parse: Parse, first: Word, near: dict[str, int]) -> None:
    text = n.mention.text
    n.tokens = tuple("&" if t == "and" else t for t in fold(text).split())
    words = parse.words
    i = first.i
    while i > 0 and words[i - 1].text in _TITLES:
        i -= 1
        row = _TITLES[words[i].text]
        n.gender = n.gender or row["gender"]
        # *Chief Minister Tom Reed*, *Finance Minister Kim Lund*: two ministers
        n.title = row["noun"] or (f"{row['title'].lower()} {n.title}" if row["weak"] and n.title else n.title)
    if n.type == "Person":
        n.number = "s"
        n.tokens = tuple(fold(t) for t in text.split() if t not in GENERATIONS) or n.tokens
        n.gender = n.gender or _TITLES.get(text.split()[0], {}).get("gender", "")
        given = _GIVEN.get(text.split()[0], "") if len(n.tokens) > 1 or not n.title else ""
        n.gender = n.gender or (given if given in ("m", "f") else "")
        return
    n.entry = _federal(near) if n.tokens == ("federal", "government") else entry_of(text, n.type, near)
    if n.entry is not None and n.entry.type == "Government" and _is_of_another_state(n.word, n.entry):
        n.entry = None
    seat = metonym(text) if n.type == "Place" and n.entry is not None else None
    if seat is not None and seat.type == "Government" and (_is_minded(n.word) or _has_stance(n.word)):
        n.entry, n.type = seat, seat.type
    several = n.type == "Population" or (text[-1] == "s" and text in CREEDS)  # *the Tories*
    n.number = "p" if several else "" if n.type in GROUPS else "s"


def _federal(near: dict[str, int]) -> Entry | None:
    """*the Federal Government*: of the country that the article tells of most."""
    met = sorted(((near[iso], iso) for iso in _FEDERAL & near.keys()), reverse=True)
    land = country(met[0][1]) if met and (len(met) < 2 or met[0][0] > met[1][0]) else None
    return government(land) if land is not None else None


def _is_of_another_state(w: Word, entry: Entry) -> bool:
    """*Japan's FTC* is not the American one, which the name means elsewhere."""
    owner = w.child("poss", "amod")
    state = known(owner.text) if owner is not None and owner.i < w.i else None
    return state is not None and state.type == "Country" and entry.country not in (None, state.country)


def _is_minded(w: Word) -> bool:
    """*Washington urged Moscow to stop*: who wills or is asked is no city."""
    return w.dep in ("nsubj", "dobj") and w.head is not None and w.head.lemma in _MINDFUL


def _has_stance(w: Word) -> bool:
    """*a shift in Moscow’s policy*"""
    return w.dep == "poss" and w.head is not None and w.head.lemma in _STANCES


def entry_of(text: str, type: str, near: dict[str, int]) -> Entry | None:
    """What the gazetteer knows of a name of this type."""
    found = known(text, near)
    if found is None and type == "Place":
        found = place(plain(text), near)
    land = found is not None and found.type in ("Country", "Place") and not found.population
    if found is not None and land and type == "Organization" and demonym(text) is None:
        found = team(found)
    return found if found is not None and found.type == type else None


def sense(noun: str) -> str:
    row = _NOUNS.get(noun)
    return row["sense"] or noun if row else noun


def nominal(n: Node) -> None:
    w = n.word
    n.noun = noun_of(w)
    row = _NOUNS.get(n.noun)
    n.sense = sense(n.noun)
    n.gender = row["gender"] if row else ""
    # *the household* is it or they.
    plural = is_plural(w) or (w.tag == "NNP" and n.noun == w.lower[:-1])  # *Rebels of the north left*
    open = not plural and (kind_of(w) == "Population" or (n.type in GROUPS and _is_plural(w.head)))
    n.number = "p" if plural else "" if open else "s"  # *the club were fined*
    for c in w.children:
        if c.dep in ("det", "predet") or c.tag in ("DT", "PDT") or (c.dep == "amod" and c.lower in _MANY):
            n.determiner = n.determiner or c.lower
        elif c.dep == "poss":
            n.possessor = c
        elif c.dep == "nummod":
            n.determiner, n.count = n.determiner or c.lower, c.lower
    if w.lower in _PRONOUNS:
        n.determiner = n.determiner or w.lower
        n.number = _PRONOUNS[w.lower]["number"]  # *everyone has their own*
    if n.count and n.count not in ("one", "1") and n.number == "s":
        n.number = ""  # *80 aircraft*
    n.definite = n.determiner in _DEFINITE or n.possessor is not None


def is_counted(w: Word) -> bool:
    """*the 230-seat assembly*"""
    return any(c.tag == "CD" for c in w.all("compound", "nummod"))


def _is_plural(verb: Word | None) -> bool:
    return verb is not None and any(w.lower in ("are", "were", "have") for w in (verb, *verb.all("aux", "auxpass")))


def _modifiers(n: Node, by_word: dict[int, Node]) -> Iterator[str]:
    for c in n.word.children:
        if c.dep in _MODIFIERS and c.i < n.word.i and c.tag not in ("DT", "PDT") and c.text[0].isalpha():
            if c.ner == "DATE" or is_counted(c):
                continue  # *the 24-year-old*
            node = by_word.get(c.i)
            if node is not None and node.kind == "name":
                yield f"={node.entry.key}" if node.entry else fold(node.mention.text)
            elif (origin := demonym(c.text)) is not None:
                yield f"={origin.key}"  # *Norlandish farmers*
            elif c.lower not in _VAGUE and c.dep != "nummod":
                yield sense(c.lemma.lower())
        elif c.dep == "prep" and c.lower == "of" and (of := c.child("pobj")) is not None:
            node = by_word.get(of.i)
            if node is not None and node.entry is not None:
                yield f"={node.entry.key}"
    owner = by_word.get(n.possessor.i) if n.possessor is not None else None
    if owner is not None and owner.entry is not None:
        yield f"={owner.entry.key}"
