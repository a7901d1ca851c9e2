"""Names: which of them are one. Equal names first, then people by parts of theirs, then what is left out of a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg import lexicon
from kg.identity.nodes import GROUPS, Cluster, Clusters, Node, agree, family, fold, head_of
from kg.mentions import GENERATIONS, TEAM, is_known, metonym

_HEADS = lexicon.mapping("lexicon/name_heads", "word", "type")
_GIVEN = lexicon.mapping("lexicon/given_names", "name", "gender")
_TITLED = lexicon.mapping("lexicon/titles", "title", "gender")
_LEGAL = lexicon.words("lexicon/name_words", kind="legal")
_GENERIC = {fold(w) for w in _HEADS} | {"the", "of", "for", "&", "group"} | _LEGAL
# What is left out of a firm's name.
_ALONE = {fold(w) for w in lexicon.words("lexicon/name_heads", first="yes")}
_PROVINCES = lexicon.words("lexicon/name_words", kind="province")


def names(clusters: Clusters) -> None:
    """All sieves over names, in order."""
    surnames = {_respell(n.tokens[-1]) for n in _named(clusters) if n.type == "Person" and len(n.tokens) > 1}
    _equal(clusters, surnames)
    _people(clusters, surnames)
    _brackets(clusters)
    others = [c for c in clusters.all if c.nodes and c.named and c.type != "Person"]
    _acronyms(clusters, others)
    _short_names(clusters, others)
    _models(clusters, others)


def name_key(n: Node) -> str:
    """What equal names have in common: *NervaPort*, *Nerva Port*; *Lee Min Su*, *Lee Min-su*; *MP*, *MPs*."""
    tokens = n.tokens[:-1] if n.type == "Place" and n.tokens[-1] in _PROVINCES else n.tokens
    key = "".join(tokens or n.tokens) if n.type != "Person" else " ".join(n.tokens).replace("-", " ")
    return key[:-1] if n.mention.text[-1:] == "s" and n.mention.text[:-1].isupper() else key


def _named(clusters: Clusters) -> Iterator[Node]:
    return (n for n in clusters.nodes if n.kind == "name")


def _forms(c: Cluster) -> list[Node]:
    return list({n.mention.text: n for n in c.nodes if n.kind == "name"}.values())


def _respell(name: str) -> str:
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _generation(n: Node) -> str:
    """*Jr.*, *III*: father and son are two."""
    last = n.mention.text.split()[-1]
    return last if n.type == "Person" and last in GENERATIONS else ""


def _is_short(n: Node, surnames: set[str]) -> bool:
    """*Reed*, or what the recogniser takes for something else (*Muller*), of somebody named in full."""
    one = len(n.tokens) == 1 and (n.type == "Person" or (n.entry is None and n.type not in GROUPS))
    return one and (n.type == "Person" or _respell(n.tokens[0]) in surnames)


def _equal(clusters: Clusters, surnames: set[str]) -> None:
    """*Orvex* and *OrVex*, what the gazetteer knows as one, *George Lund* and *George W. Lund*."""
    listed = ((n, n.entry) for n in _named(clusters) if n.type in GROUPS)
    known = {(family(n.type), name_key(n), ""): entry.key for n, entry in listed if entry is not None}
    by_key: dict[object, Node] = {}
    for n in _named(clusters):
        if _is_short(n, surnames):
            # *Kelly* of *Ana Kelly* is no given name, *Mrs Kelly* a woman.
            if not n.title and clusters.words[clusters.ends(n)[0] - 1].text not in _TITLED:
                n.gender = n.cluster.gender = ""
            continue
        plain = family(n.type), name_key(n), _generation(n)
        clusters.join(by_key.setdefault(n.entry.key if n.entry else known.get(plain, plain), n), n)
    full: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
    for n in {m.cluster: m for m in by_key.values() if m.type == "Person"}.values():
        same = full[n.tokens[0], n.tokens[-1], _generation(n)]
        for m in same:
            if len(n.tokens) < 3 or len(m.tokens) < 3 or {*n.tokens[1:-1]} & {*m.tokens[1:-1]}:
                clusters.join(m, n)
        same.append(n)


def _people(clusters: Clusters, surnames: set[str]) -> None:
    """*Assad*, *de Mistura*, *Mr Joseph*, *Keith*: the last person of that name met before, else the first after."""
    full: dict[str, list[Node]] = defaultdict(list)
    shorts = [n for n in _named(clusters) if _is_short(n, surnames)]
    longer = [n for n in _named(clusters) if n.type == "Person" and len(n.tokens) > 1]
    for n in (n for n in longer if "&" not in n.tokens):
        parts = {" ".join(n.tokens[k:]) for k in range(1, len(n.tokens))} | {*n.tokens[1:-1]}
        parts |= {n.tokens[-1].rsplit("-", 1)[-1]}
        if n.mention.text.split()[0] in _GIVEN or n.title or n.tokens[0] not in surnames:
            parts.add(n.tokens[0])
        for part in parts:
            full[part].append(n)
    spelled = {_respell(k): k for k in sorted(full)}
    bare: dict[str, list[Node]] = defaultdict(list)
    called: dict[str, Node] = {}
    loose = [n for n in longer if n.mention.text.split()[0] not in _GIVEN or " ".join(n.tokens) in full]
    for n in (*shorts, *loose):
        key = " ".join(n.tokens)
        key = key if key in full else spelled.get(_respell(key), key)
        fitting = [f for f in full.get(key, ()) if agree(f.cluster.gender, n.gender)]
        before = [f for f in fitting if f.mention.start < n.mention.start]
        if fitting:
            meant = before[-1] if before else fitting[0]
            # Of a family the one that the article calls so already, but for who was just named in full.
            if n.word.sent - meant.word.sent > 1 and called.get(key) in fitting:
                meant = called[key]
            called[key] = meant
            clusters.join(meant, n)
        elif len(n.tokens) == 1:
            same = [b for b in bare[key] if agree(b.cluster.gender, n.gender)]
            clusters.join(same[-1] if same else n, n)
            bare[key].append(n)


def _initials(text: str) -> str:
    return "".join(w.rstrip("s") if w.isupper() else w[0] for w in text.replace("-", " ").split() if w[0].isupper())


def _brackets(clusters: Clusters) -> None:
    """*Ada Brook (@adabrook)*, *Front for National Renewal (FRN)*, *Tara (Total Array Retrieval Agent)*."""
    for a, b in pairwise(clusters.nodes):
        opening = clusters.words[clusters.ends(b)[0] - 1]
        if a.kind != "name" or opening.text != "(" or not 0 <= opening.start - a.mention.end < 2:
            continue
        short, long = sorted((b.mention.text, a.mention.text), key=len)
        # *the US Harbour Board (HB)*, the International Red Cross (ICRC), not *Kim Lund (UK)*
        letters = (short.isupper() and 1 < len(short) < 7) or short.upper() == _initials(long)
        letters &= family(a.type) == family(b.type) or "Thing" in (a.type, b.type)
        if b.mention.text[0] == "@" or (letters and b.kind == "name" and not (a.entry and b.entry)):
            clusters.join(a, b)


def _acronyms(clusters: Clusters, named: list[Cluster]) -> None:
    """*High Negotiations Committee* … *HNC*, in either order, with or without brackets."""
    initials: dict[str, list[Cluster]] = defaultdict(list)
    for c in (c for c in named if c.nodes):
        for text in {n.mention.text for n in c.nodes}:
            words = [w for w in text.replace("-", " ").split() if w[0].isalnum() and fold(w) not in _LEGAL]
            if len(words) > 1:
                for letters in {"".join(w[0] for w in words if w[0].isupper()), "".join(w[0] for w in words).upper()}:
                    initials[letters].append(c)
    for c in named:
        text = c.nodes[0].mention.text.replace(".", "").replace("-", "").replace("&", "") if c.nodes else ""
        if text.isupper() and 2 <= len(text) <= 6 and c.type != "Country":
            fitting = [o for o in initials[text] if o.nodes and o is not c and not (o.entry and c.entry)]
            if fitting:
                clusters.join(fitting[0].nodes[0], c.nodes[0])


@dataclass(frozen=True, slots=True)
class Pair:
    """A short name and a longer one that may be the same thing's.

    known: whether the gazetteer knows the short one, so that it may be another.
    """

    short: Node
    long: Node

    @property
    def known(self) -> bool:
        return self.short.cluster.entry is not None and len(self.short.tokens) == 1

    @property
    def rest(self) -> tuple[str, ...]:
        """What is left out behind the short name; nothing where the longer one begins otherwise."""
        few = len(self.short.tokens)
        return self.long.tokens[few:] if self.long.tokens[:few] == self.short.tokens else ()

    @property
    def ends(self) -> bool:
        return self.long.tokens[-len(self.short.tokens) :] == self.short.tokens


def _is_front(p: Pair) -> bool:
    """Of *Nerva*, which the gazetteer knows, *Nerva Inc* is the full name; *Nerva Group* may be another."""
    more = _LEGAL | (_ALONE if p.long.cluster.entry is None else set()) if p.known else _GENERIC
    return bool(p.rest) and more.issuperset(p.rest) and p.short.cluster.type not in ("Place", "Event")


def _is_first(p: Pair) -> bool:
    c, other = p.short.cluster, p.long.cluster
    plain = not p.known and c.type == other.type == "Organization" and other.entry is None
    return plain and len(p.short.tokens) == 1 and bool(p.rest) and _told_at(other) < _told_at(c)


def _is_kind(p: Pair) -> bool:
    seat = p.long.cluster.entry is not None and metonym(p.long.cluster.entry.name) is not None
    kind = p.short.tokens == (head_of(p.long.tokens),) and p.short.tokens[0] in _GENERIC
    # *the House* is not the White House
    return kind and not p.known and not seat and any(map(_is_definite, p.short.cluster.nodes))


def _is_inner(p: Pair) -> bool:
    a, b = p.short.tokens, p.long.tokens
    return len(a) > 1 and (a[0], a[-1]) == (b[0], b[-1]) and {*a} < {*b}


def _is_end(p: Pair) -> bool:
    return len(p.short.tokens) > 1 and p.ends


def _is_last(p: Pair) -> bool:
    word, c, other = p.short.tokens[0], p.short.cluster, p.long.cluster
    if len(p.short.tokens) > 1 or not p.ends:
        return False
    if c.type == other.type == "Organization" and (word[-1] == "s" or (p.known and other.entry is None)):
        return True
    if c.entry is not None or other.entry is not None or word in _GENERIC:
        return False
    place = c.type == other.type == "Place" and any(map(_is_definite, c.nodes))
    return place or (other.type == "Organization" and not is_known(word))


SHORT_FORMS: tuple[tuple[str, Callable[[Pair], bool], str], ...] = (
    ("only what it is left out", _is_front, "Nusra Front … Nusra"),
    ("the first word", _is_first, "Crestline Partners … Crestline"),
    ("what it is", _is_kind, "the Catholic Church … the Church"),
    ("words inside left out", _is_inner, "Nerva International Airport … Nerva Airport"),
    ("the last words", _is_end, "Nerva Dock and Harbour Fund … Harbour Fund"),
    ("the last word", _is_last, "the Norport Bears … the Bears, the Nerva Dome … the Dome"),
)
"""How names of bodies and things are shortened: what is left out, the test, an example."""


def _short_names(clusters: Clusters, named: list[Cluster]) -> None:
    longer = [n for c in named if c.nodes for n in _forms(c) if len(n.tokens) > 1]
    for c in named:
        if not c.nodes or c.type == "Country" or (c.entry is not None and (c.type == "Place" or TEAM in c.entry.key)):
            continue  # *Norland*, the team, is not *North Norland*
        short = c.nodes[0]
        for long in reversed(longer):
            kinds = {family(c.type), family(long.cluster.type)}
            if long.cluster is c or len(long.tokens) <= len(short.tokens) or not (len(kinds) == 1 or "Thing" in kinds):
                continue
            if any(holds(Pair(short, long)) for _, holds, _ in SHORT_FORMS):
                c.type = long.cluster.type if c.type == "Thing" else c.type
                clusters.join(long, short)
                break


def _told_at(c: Cluster) -> int:
    """Where a thing is met first; what a headline calls it comes before its full name."""
    return next((n.mention.start for n in c.nodes if n.block != "headline"), c.nodes[-1].mention.end)


def _is_definite(n: Node) -> bool:
    at = n.word.i - len(n.tokens)
    return any(c.lower == "the" for c in n.word.children) or (at >= 0 and n.word.words[at].lower == "the")


def _models(clusters: Clusters, named: list[Cluster]) -> None:
    """*the Kestrels* are *Orvex Kestrel* jets."""
    things = (n for c in named if c.type == "Thing" for n in c.nodes if n.kind == "name")
    of = {t: n for n in things for t in n.tokens if n.mention.text[-1] != "s"}
    for n in clusters.nodes:
        text = n.mention.text
        if n.kind != "pronoun" and n.type == "Thing" and " " not in text and text[0].isupper() and text[-1] == "s":
            one = of.get(fold(text[:-1]))
            clusters.join(one or n, n)
