"""Sieves that need no pronoun: names, syntax, common nouns; the most precise first (Lee et al. 2013)."""

from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kg import lexicon
from kg.identity.nodes import (
    GROUPS,
    NUMBERS,
    STORMS,
    Cluster,
    Clusters,
    Node,
    agree,
    body_of,
    fold,
    head_of,
    is_counted,
    sense,
)
from kg.mentions import CREEDS, GENERATIONS, TEAM, Entry, country, demonym, is_known, metonym, relative_clause, state
from kg.parsing import Word
from kg.values import ACTOR_TYPES

_HEADS = lexicon.mapping("lexicon/name_heads", "word", "type")
_GIVEN = lexicon.mapping("lexicon/given_names", "name", "gender")
_TITLED = lexicon.mapping("lexicon/titles", "title", "gender")
_LEGAL = lexicon.words("lexicon/name_words", kind="legal")
_GENERIC = {fold(w) for w in _HEADS} | {"the", "of", "for", "&", "group"} | _LEGAL
# What is left out of a firm's name.
_ALONE = {fold(w) for w in lexicon.words("lexicon/name_heads", first="yes")}
_NAMING = lexicon.words("lexicon/verb_kinds", kind="naming")
_JUSTICE = lexicon.words("lexicon/verb_kinds", kind="justice")
_COPULA = lexicon.words("lexicon/verb_kinds", kind="copula")
# Verbs before *as* and what their subject or object is.
_SERVE = lexicon.words("lexicon/verb_kinds", kind="serve")
_DESCRIBE = lexicon.words("lexicon/verb_kinds", kind="describe")
_LISTING = lexicon.words("lexicon/control", "verb", control="list")
_OTHER = lexicon.words("lexicon/determiners", kind="contrast")
_SAY = lexicon.words("lexicon/say")
_INDEFINITE = lexicon.words("lexicon/determiners", kind="indefinite")
_OTHERS = _INDEFINITE - {"a", "an", "more", "fewer"}
# What a thing is called by its kind: the country, the city, the group.
_KINDS = lexicon.mapping("lexicon/kinds", "noun", "type")
_LANDS = {n for n, t in _KINDS.items() if t in ("Country", "State")} | {"island"}
_CLASS = lexicon.mapping("lexicon/kinds", "noun", "class")
# *the army* is the state's, not the Northern Liberation Army.
_STATE = lexicon.words("lexicon/name_words", kind="state")
_EITHER = lexicon.words("lexicon/offices", kind="either")
_LAND = lexicon.words("lexicon/name_words", kind="land")
_BODIES = lexicon.words("lexicon/name_words", kind="body")
_CAPITALS = lexicon.words("gazetteer/countries", "capital")
_HUMANS = lexicon.words("lexicon/humans")
_COLLECTIVE = lexicon.words("lexicon/nouns", "noun", role="collective")
# What news calls its one person without having said so.
_LEADING = lexicon.words("lexicon/offices", kind="leading")
_FAMOUS = {"prime minister", "premier", "pope"} | (_LEADING & lexicon.words("lexicon/offices", kind="national"))
_FIRST = lexicon.words("lexicon/pronouns", person="1")
_WIDER = {r["noun"]: frozenset(r["narrower"].split("|")) for r in lexicon.table("lexicon/wider_nouns")}
# Groups of verbs, whose nouns are near in no other way: a plan and a demand are wanted.
_SAID = lexicon.words("lexicon/verb_kinds", kind="wide")
# Groups of words that news puts for one another; a word may name its group.
_NEAR = {w: (of | {w}) - _SAID for w, of in lexicon.groups("lexicon/near_words", "word", "group").items()}
_SENTENCES_BACK = 4
_FAR_BACK = 8
_LOOSE = frozenset({"conj", "nsubj", "nsubjpass", "dep", "appos"})
_PROVINCES = lexicon.words("lexicon/name_words", kind="province")
_FEATURES = lexicon.words("lexicon/name_words", kind="feature")
_LAWYERS = lexicon.words("lexicon/offices", kind="lawyer")
_CRAFT = lexicon.words("lexicon/name_words", kind="craft")
_SELF_NAMED = lexicon.words("lexicon/name_words", kind="selfnamed")
_ONLY = {"capital": _CAPITALS, "kingdom": lexicon.words("lexicon/name_words", kind="kingdom")}
_TRIED = lexicon.words("lexicon/offices", kind="tried")
_PARENTS, _CHILDREN, _SPOUSES = (lexicon.words("lexicon/offices", kind=k) for k in ("parent", "child", "spouse"))
_KIN: dict[str, frozenset[str]] = (
    dict.fromkeys(_PARENTS, _CHILDREN) | dict.fromkeys(_CHILDREN, _PARENTS) | dict.fromkeys(_SPOUSES, _SPOUSES)
)
_CONTRAST = lexicon.words("lexicon/offices", kind="contrast") | (
    lexicon.words("lexicon/offices", kind="modifier") - lexicon.words("lexicon/offices", kind="degree")
)
_ANOTHER = lexicon.words("lexicon/offices", kind="another")
_PRESS = {noun for noun, c in _CLASS.items() if c == "paper"} | {"agency", "broadcaster", "airline", "chain"}
# Bodies that are called by what stands before them: *the Orvex union*, *the Orvex news agency*.
_BY_NAME = _SELF_NAMED | _PRESS
_CALLED_SO = _BY_NAME | _BODIES
_SPORT = lexicon.words("lexicon/name_words", kind="sport")
_SILKS = lexicon.words("lexicon/offices", kind="silk")
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss"})


def names(clusters: Clusters) -> None:
    """Equal names, known names, acronyms both ways, short forms."""
    by_key: dict[object, Node] = {}
    listed = [n for n in clusters.nodes if n.kind == "name" and n.entry is not None and n.type in GROUPS]
    known = {(_family(n.type), _name_key(n), ""): n.entry.key for n in listed if n.entry is not None}
    shorts: list[Node] = []
    people = [n for n in clusters.nodes if n.kind == "name" and n.type == "Person" and len(n.tokens) > 1]
    surnames = {_respell(n.tokens[-1]) for n in people}
    _carriers(clusters)
    for n in clusters.nodes:
        if n.kind != "name":
            continue
        titled = n.word.i and _TITLED.get(clusters.words[n.word.i - 1].text)  # *Mrs Kelly*
        if len(n.tokens) == 1 and not n.title and not titled and _respell(n.tokens[0]) in surnames:
            n.gender = n.cluster.gender = ""  # of *Ana Kelly* the short form is no given name
        plain = _family(n.type), _name_key(n), _generation(n)
        key: object = n.entry.key if n.entry else known.get(plain, plain)  # *Orvex*, which is known, *OrVex*
        open = n.entry is None and n.type not in GROUPS and _respell(n.tokens[0]) in surnames
        if len(n.tokens) == 1 and (n.type == "Person" or open):
            shorts.append(n)
            continue
        if key in by_key and agree(by_key[key].cluster.gender, n.gender):
            clusters.join(by_key[key], n)
        else:
            by_key[key] = n
    persons = [c for c in clusters.all if c.nodes and c.named and c.type == "Person" and len(c.nodes[0].tokens) > 1]
    _full_names(clusters, persons)
    _short_persons(clusters, shorts, surnames)
    _handles(clusters)
    others = [c for c in clusters.all if c.nodes and c.named and c.type != "Person"]
    _flights(clusters, others)
    _acronyms(clusters, [c for c in others if c.nodes])
    _short_bodies(clusters, [c for c in others if c.nodes])
    _models(clusters, [c for c in others if c.nodes and c.type == "Thing"])
    _national(clusters, [c for c in others if c.nodes])


def _national(clusters: Clusters, others: list[Cluster]) -> None:
    """*the Norlandish rugby team* where Norland plays."""
    teams = {f"={c.entry.key}".removesuffix(TEAM): c for c in others if c.entry is not None and _is_team(c)}
    for n in clusters.nodes if teams else ():
        whose = {m for m in n.mods if m[0] == "="}
        kind = n.mods - whose
        if n.kind == "nominal" and _CLASS.get(n.noun) == "team" and n.number != "p" and kind <= _SPORT:
            team = teams.get(next(iter(whose))) if len(whose) == 1 else None
            if team is not None:
                clusters.join(team.nodes[0], n)


def _is_team(c: Cluster) -> bool:
    """Whether it is the team of a country."""
    return c.entry is not None and c.entry.key.endswith(TEAM)


def _carriers(clusters: Clusters) -> None:
    """*American cut its fares* after *American Airlines*: no country, but what is named so."""
    named = [n for n in clusters.nodes if n.kind == "name" and n.type in GROUPS and len(n.tokens) == 2]
    named = [n for n in named if demonym(n.mention.text.split()[0]) and n.tokens[1] in _GENERIC]
    first = {n.tokens[0]: n for n in reversed(named)}
    for n in clusters.nodes:
        whole = first.get(n.tokens[0]) if len(n.tokens) == 1 else None
        if whole is not None and n.type == "Country" and n.word.dep in _ACTING and n.word.tag == "NNP":
            n.type, n.entry = whole.type, None
            n.cluster.type, n.cluster.entry = n.type, None


def _family(type: str) -> str:
    return "Group" if type in GROUPS else type


def _name_key(n: Node) -> str:
    # *Lee Min Su*, *Lee Min-su*
    tokens = n.tokens[:-1] if n.type == "Place" and n.tokens[-1] in _PROVINCES else n.tokens
    # *NervaPort*, *Nerva Port*
    key = "".join(tokens or n.tokens) if n.type != "Person" else " ".join(n.tokens).replace("-", " ")
    return key[:-1] if n.mention.text[-1:] == "s" and n.mention.text[:-1].isupper() and len(key) > 2 else key


def _flights(clusters: Clusters, others: list[Cluster]) -> None:
    """*Norland Air Flight QZ850*, *Flight 850*: one number, and no two airlines."""
    seen: dict[str, list[tuple[frozenset[str], Node]]] = defaultdict(list)
    for n in (c.nodes[0] for c in others):
        number = n.tokens[-1].lstrip(string.ascii_lowercase)
        if "flight" not in n.tokens[-2:-1] or not number.isdigit():
            continue
        airline = frozenset(n.tokens[:-2])
        same = next((m for other, m in seen[number] if airline <= other or other <= airline), None)
        if same is not None:
            clusters.join(same, n)
        seen[number].append((airline, n))


def _full_names(clusters: Clusters, persons: list[Cluster]) -> None:
    """*George W. Bush* and *George Bush*: first and last agree, and nothing between speaks against it."""
    seen: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
    for n in (c.nodes[0] for c in persons if c.nodes):
        same = seen[n.tokens[0], n.tokens[-1], _generation(n)]
        between = n.tokens[1:-1]
        for m in same:
            if not between or not m.tokens[1:-1] or {*between} & {*m.tokens[1:-1]}:
                clusters.join(m, n)
        same.append(n)


def _generation(n: Node) -> str:
    """*Jr.*, *III*: father and son are two."""
    last = n.mention.text.split()[-1]
    return fold(last) if n.type == "Person" and last in GENERATIONS else ""


def _short_persons(clusters: Clusters, shorts: list[Node], surnames: set[str]) -> None:
    """*Assad*, *Mr Joseph*, *Keith*: the last person of that name met before, else the first after."""
    full: dict[str, list[Node]] = defaultdict(list)
    for n in clusters.nodes:
        if n.kind == "name" and n.type == "Person" and len(n.tokens) > 1 and "&" not in n.tokens:
            for k in range(1, len(n.tokens)):
                full[" ".join(n.tokens[k:])].append(n)
            for middle in n.tokens[1:-1]:
                full[middle].append(n)
            if "-" in n.tokens[-1]:
                full[n.tokens[-1].rsplit("-", 1)[1]].append(n)
            if n.mention.text.split()[0] in _GIVEN or n.title or n.tokens[0] not in surnames:
                full[n.tokens[0]].append(n)
    bare: dict[str, list[Node]] = defaultdict(list)
    called: dict[str, Node] = {}
    spelled = {_respell(k): k for k in sorted(full)}
    for n in [*shorts, *_loose(clusters, full)]:
        key = " ".join(n.tokens)
        key = key if key in full else spelled.get(_respell(key), key)
        fitting = [f for f in full.get(key, ()) if agree(f.cluster.gender, n.gender) and f is not n]
        before = [f for f in fitting if f.mention.start < n.mention.start]
        if fitting:
            meant = before[-1] if before else fitting[0]
            # Of a family the one that the article calls so already, but for who was just named in full.
            if key in called and n.word.sent - meant.word.sent > 1 and called[key] in fitting:
                meant = called[key]
            called[key] = next(f for f in fitting if f.cluster is meant.cluster)
            clusters.join(meant, n)
        elif len(n.tokens) == 1:
            same = [b for b in bare[key] if agree(b.cluster.gender, n.gender)]
            if same:
                clusters.join(same[-1], n)
            bare[key].append(n)


def _handles(clusters: Clusters) -> None:
    """*Ada Brook (@adabrook)*, *Front for National Renewal (FRN)*: what somebody is called elsewhere."""
    for a, b in pairwise(clusters.nodes):
        between = clusters.words[_ends(clusters, b)[0] - 1]
        if a.kind != "name" or between.text != "(" or not 0 <= between.start - a.mention.end < 2:
            continue
        text = b.mention.text
        letters = 1 < len(text) < 7 and text.isupper() and text[0] == a.mention.text[0] and a.type in GROUPS
        letters &= not (a.entry and b.entry)
        # *the US Harbour Board (HB)*, *Tara (Total Array Retrieval Agent)*
        first, last = (_initials(x.mention.text) for x in (a, b))
        letters |= len(text) > 1 and text.isupper() and first.endswith(text) and len(first) - len(text) < 3
        letters |= a.mention.text.upper() == last
        if text[0] == "@" or (letters and b.kind == "name"):
            clusters.join(a, b)


def _initials(text: str) -> str:
    return "".join(w.rstrip("s") if w.isupper() else w[0] for w in text.replace("-", " ").split() if w[0].isupper())


def _loose(clusters: Clusters, full: Mapping[str, list[Node]]) -> list[Node]:
    """Short forms of several words: *de Mistura*, *Anna Lund* for *Kim Anna Lund*."""
    named = (n for n in clusters.nodes if n.kind == "name" and n.type == "Person" and len(n.tokens) > 1)
    return [n for n in named if n.mention.text.split()[0] not in _GIVEN or " ".join(n.tokens) in full]


def _respell(name: str) -> str:
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _acronyms(clusters: Clusters, named: list[Cluster]) -> None:
    """*High Negotiations Committee* … *HNC*, in either order, with or without brackets."""
    initials: dict[str, list[Cluster]] = defaultdict(list)
    for c in named:
        for text in {n.mention.text for n in c.nodes}:
            words = [w for w in text.replace("-", " ").split() if w[0].isalnum() and fold(w) not in _LEGAL]
            if len(words) > 1:
                capitals = "".join(w[0] for w in words if w[0].isupper())
                initials[capitals].append(c)
                if len(capitals) != len(words):
                    initials["".join(w[0] for w in words).upper()].append(c)
    for c in named:
        if not c.nodes:
            continue
        text = c.nodes[0].mention.text.replace(".", "").replace("-", "").replace("&", "")
        if text.isupper() and 2 <= len(text) <= 6 and c.type != "Country":
            fitting = [o for o in initials.get(text, ()) if o.nodes and o is not c and not (o.entry and c.entry)]
            if fitting:
                clusters.join(fitting[0].nodes[0], c.nodes[0])


def _short_bodies(clusters: Clusters, named: list[Cluster]) -> None:
    """*Nusra* for *Nusra Front*, *the Church* for *the Catholic Church*: what is left out says only what it is."""
    longer = [(n, n.tokens) for c in named for n in _forms(c) if len(n.tokens) > 1]
    for c in named:
        if not c.nodes or c.type == "Country" or (c.entry is not None and c.type == "Place"):
            continue
        if _is_team(c):
            continue  # *Norland* is not *North Norland*
        short = c.nodes[0].tokens
        known = c.entry is not None and len(short) < 2
        for whole, tokens in reversed(longer):
            other = whole.cluster
            if other is c or len(tokens) <= len(short) or not _same_kind(c, other):
                continue
            # Of *Nerva*, which the gazetteer knows, *Nerva Inc* is the full name, *Nerva Group* may be another.
            more = _LEGAL | (_ALONE if other.entry is None else set()) if known else _GENERIC
            ahead = tokens[: len(short)] == short and all(t in more for t in tokens[len(short) :])
            first = len(short) == 1 and tokens[0] == short[0] and not known and c.type == other.type == "Organization"
            # *Crestline Partners … Crestline*
            ahead |= first and other.entry is None and _told_at(other) < _told_at(c)
            ahead = ahead and c.type not in ("Place", "Event")  # *Thanksgiving* is no *Thanksgiving Day Parade*
            behind = not known and short == (head_of(tokens),) and short[0] in _GENERIC and not _is_seat(other)
            behind = behind and any(map(_is_definite, c.nodes))
            inner = len(short) > 1 and tokens[0] == short[0] and tokens[-1] == short[-1] and set(short) < set(tokens)
            # *the Norport Bears … the Bears*, though the gazetteer knows other Bears
            nearer = len(short) == 1 and known and c.type == other.type == "Organization" and other.entry is None
            # *the Port Ashby Monarchs … the Monarchs*
            nearer |= len(short) == 1 and short[0][-1] == "s" and c.type == other.type == "Organization"
            nearer |= len(short) == 1 and head_of(tokens) in STORMS  # *Hurricane Orvex*
            # *Allied Brandel … Brandel*, *the Nerva Dome … the Dome*
            plain = len(short) == 1 and c.entry is None and other.entry is None and short[0] not in _GENERIC
            places = plain and c.type == other.type == "Place" and any(map(_is_definite, c.nodes))
            nearer |= places or (plain and other.type == "Organization" and not is_known(short[0]))
            outer = (len(short) > 1 or nearer) and tokens[-len(short) :] == short
            if ahead or behind or inner or outer:
                c.type = other.type if c.type == "Thing" else c.type
                clusters.join(other.nodes[0], c.nodes[0])
                break


def _told_at(c: Cluster) -> int:
    """Where a thing is met first; what a headline calls it comes before its full name."""
    return next((n.mention.start for n in c.nodes if n.block != "headline"), c.nodes[-1].mention.end)


def _models(clusters: Clusters, things: list[Cluster]) -> None:
    """*the Kestrels* are *Orvex Kestrel* jets."""
    of = {t: n for c in things for n in _forms(c) for t in n.tokens if n.mention.text[-1] != "s"}
    for n in clusters.nodes:
        text = n.mention.text
        several = n.kind != "pronoun" and " " not in text and text[0].isupper() and text[-1] == "s"
        if several and n.type == "Thing" and (one := of.get(fold(text[:-1]))) is not None:
            clusters.join(one, n)


def _forms(c: Cluster) -> list[Node]:
    return list({n.mention.text: n for n in c.nodes}.values())


def _is_seat(c: Cluster) -> bool:
    """*the House* is not the White House."""
    return c.entry is not None and metonym(c.entry.name) is not None


def _same_kind(a: Cluster, b: Cluster) -> bool:
    return _family(a.type) == _family(b.type) or "Thing" in (a.type, b.type)


def _is_definite(n: Node) -> bool:
    at = n.word.i - len(n.tokens)
    return any(c.lower == "the" for c in n.word.children) or (at >= 0 and n.word.words[at].lower == "the")


def syntax(clusters: Clusters) -> None:
    """Relative pronouns, appositions, coordinated roles, predicate nominals, naming participles."""
    for n in clusters.nodes:
        w = n.word
        if n.kind == "name" and (n.type in GROUPS or n.type == "Person"):
            _role_before(clusters, n)
            _role_in_court(n)
        if n.kind == "pronoun" and (clause := relative_clause(w)) is not None:
            _join(clusters, _antecedent(clusters, n, clause.head), n)
        elif w.dep == "appos" and w.head is not None and not _is_listed(w, w.head):
            between = [x.text if x.tag != "POS" else "'s" for x in clusters.words[w.head.i : w.i]]
            # *Flight 85's last position* has an owner.
            if (
                not {";", "not"} & {*between}
                and w.head.head not in clusters.words[w.head.i : w.i]
                and ("," in between or "'s" not in between)
            ):
                _join(clusters, _beside(clusters, n) or clusters.at(w.head), n)
        elif w.dep == "conj" and n.type == "Person" and n.number == "s":
            head = clusters.at(w.head)
            if head is not None and head.kind == "nominal" and head.type == "Person" and _is_role_of_one(head, n):
                clusters.join(head, n)
        elif w.dep == "attr" and w.head is not None and w.head.lemma in _COPULA and w.head.child("neg") is None:
            _predicate(clusters, n, w.head)
        elif w.dep == "pobj" and w.head is not None and w.head.lower == "as":
            _join(clusters, clusters.at(_described(w.head.head, n.kind == "name")), n)
        if n.kind == "name" and (n.type in GROUPS or n.type == "Work"):
            # *the agency Orvex said*, of which the parser may make two subjects; *the novel The Orvex*
            opening = w if w.start <= n.mention.start else w.subtree()[0]
            kind = clusters.at(clusters.words[opening.i - 1]) if opening.i else None
            if kind is not None and kind.kind == "nominal" and kind.noun in _KINDS and _is_loose(kind.word, w):
                _join(clusters, kind, n)
        if n.kind == "name" and n.type == "Person":
            for role in _stacked(clusters, n):
                _join(clusters, n, role)
        called = n.kind == "name" or (n.kind == "nominal" and w.child("appos") is not None)
        if called and n.type == "Person" and n.mention.start:
            _join(clusters, _introduced(clusters, n), n)
        if n.kind == "nominal" and n.number == "s" and n.noun in _LAND and n.determiner not in ("a", "an"):
            # *the town of Nerva*, not *a suburb of Nerva*
            of = (clusters.at(p.child("pobj")) for p in w.all("prep") if p.lower == "of" and p.i == w.i + 1)
            _join(clusters, next((m for m in of if m is not None and m.kind == "name" and m.type == "Place"), None), n)
        if n.kind == "nominal" and (
            _KINDS.get(n.noun) == "Thing" or (n.noun in _CALLED_SO and n.definite and n.number == "s")
        ):
            make = _make(clusters, n)
            if make is not None:
                clusters.join(make, n)
        for c in w.children:
            if c.dep == "acl" and c.lemma in _NAMING and n.kind == "nominal":
                called_so = c.child("oprd", "dobj", "attr") or next((p.child("pobj") for p in c.all("prep")), None)
                _join(clusters, clusters.at(called_so), n)


def _make(clusters: Clusters, n: Node) -> Node | None:
    """*four Kestrel attack planes*, *Kestrel jets*, *the Nerva party*: what is called by its make and its kind."""
    types = GROUPS if n.noun in _BY_NAME else {"ArmedGroup"} if n.noun in _BODIES else {"Thing"}
    named = (clusters.at(c) for c in n.word.all("compound", "nmod", "amod"))
    return next((m for m in named if m is not None and m.kind == "name" and m.type in types), None)


def _is_loose(kind: Word, name: Word) -> bool:
    return kind.dep in _LOOSE and name.dep in ("nsubj", "nsubjpass")


def _is_listed(w: Word, first: Word) -> bool:
    """*The fleet includes jets, missile systems, along with …*: one more of a list (Quirk et al. 1985, 17.65)."""
    verb = first.head
    if first.tag == "NNS" and first.text.islower() and w.tag != "NNS" and w.child("conj") is not None:
        return True  # *the chains Orvex and Kerst Foods*
    several = w.tag == first.tag == "NNS" and w.child("det", "poss") is None
    return several and verb is not None and verb.lemma in _LISTING


def _introduced(clusters: Clusters, n: Node) -> Node | None:
    """*Norland's mayor, Kim Lund*, *the mayor of Elmsford, Kim Lund*: she, whatever the parser takes her for."""
    first = n.word.subtree()[0]
    if first.i < 2 or clusters.words[first.i - 1].text != ",":
        return None
    last = clusters.words[first.i - 2]
    of = last.head
    role = clusters.at(of.head if last.dep == "pobj" and of is not None and of.lower == "of" else last)
    if role is None or role.kind != "nominal" or not (role.definite and role.type == "Person"):
        return None
    return role


def _stacked(clusters: Clusters, n: Node) -> Iterator[Node]:
    """*chairman and chief executive Kim Lund*, *Kim Lund MP*: offices right beside a name, parsed as they may be."""
    words, (i, last) = clusters.words, _ends(clusters, n)
    office = clusters.at(words[i - 1]) if i else None
    while office is not None and office.kind == "nominal" and office.type == "Person" and office.word.tag == "NN":
        plain = office.determiner == "" and office.possessor is None
        if office.number != "s" or not (plain or office.word.i < i - 1):
            return
        yield office
        while i and words[i - 1].start >= office.mention.start:
            i -= 1
        office = clusters.at(words[i - 2]) if plain and i > 1 and words[i - 1].lower == "and" else None
        i -= 1
    after = clusters.at(words[last + 1]) if last + 1 < len(words) else None
    if after is not None and after.kind == "nominal" and after.mention.text.isupper() and after.type == "Person":
        yield after


def _ends(clusters: Clusters, n: Node) -> tuple[int, int]:
    """The indices of the first and the last word of a name."""
    first = last = n.word.i
    while clusters.by_word.get(first - 1) is n:
        first -= 1
    while clusters.by_word.get(last + 1) is n:
        last += 1
    return first, last


def _described(verb: Word | None, named: bool) -> Word | None:
    """*She worked as a guard*, *they described him as a guard*, *named the guard as Kim Lund*: who it is."""
    if verb is None or verb.lemma not in (_NAMING if named else _SERVE | _DESCRIBE):
        return None
    return verb.child("nsubj") if verb.lemma in _SERVE else verb.child("nsubjpass", "dobj")


def _is_role_of_one(first: Node, n: Node) -> bool:
    """*a priest and author*; *Lund, the mayor and a friend of hers*; *singer and teacher Kim Lund*: one person."""
    if n.kind == "name":
        return first.determiner == "" and any(c.tag == "NN" and c.i < n.word.i for c in n.word.all("compound", "nmod"))
    if first.word.dep == "appos":
        return n.determiner in ("a", "an", "")
    return bool(first.determiner) and not n.determiner and n.word.child("poss") is None


def _beside(clusters: Clusters, n: Node) -> Node | None:
    """*an aide to Nerva Foods, the largest firm*: a name of its type, nearer than what the parser takes."""
    first = n.word.subtree()[0].i
    before = clusters.at(clusters.words[first - 2]) if first > 1 and clusters.words[first - 1].text == "," else None
    if before is None or (before.kind, n.kind) != ("name", "nominal") or n.word.child("appos") is not None:
        return None
    return before if _family(before.type) == _family(n.type) else None


def _join(clusters: Clusters, a: Node | None, b: Node) -> None:
    if a is not None and (relative_clause(b.word) is not None or may_be(a, b)):
        clusters.join(a, b)


def _role_before(clusters: Clusters, n: Node) -> None:
    """*the opposition High Negotiations Committee*: what stands before the name is what it is."""
    for c in _offices(n):
        before = [*c.children, *(x for x in n.word.children if x.i < c.i)]
        which = {x.lower for x in before} & _CONTRAST
        named = (clusters.at(x) for x in before)
        which |= {_name_key(m) for m in named if m is not None and m.kind == "name" and m is not n}
        n.cluster.roles.setdefault(c.lemma.lower(), frozenset(which))


def _offices(n: Node) -> list[Word]:
    before = (c for c in n.word.all("compound", "nmod") if c.start < n.mention.start)
    return [c for c in before if c.tag == "NN" or (c.tag == "NNP" and c.text.islower())]


def _role_in_court(n: Node) -> None:
    """*Reed, who is accused of theft, denies it*: the defendant; *Ada Brandt, QC*: a barrister."""
    silk = any(c.text in _SILKS for c in n.word.children)
    for noun in (*(_TRIED if _is_tried(n) else ()), *(_LAWYERS if silk else ())) if n.type == "Person" else ():
        n.cluster.roles.setdefault(noun, frozenset())


def _is_tried(n: Node) -> bool:
    """Whether somebody was arrested, charged, sentenced, or pleads."""
    w = n.word
    over = (w.head,) if w.dep in ("nsubjpass", "dobj") else ()
    pleads = w.dep == "nsubj" and w.head is not None and w.head.lemma == "plead"
    return pleads or any(v is not None and v.lemma in _JUSTICE for v in (*w.all("acl", "relcl"), *over))


def _predicate(clusters: Clusters, n: Node, verb: Word) -> None:
    """*Reed is the mayor*, *Reed is a member of the council*: one person, and by what he may be met again."""
    subject = clusters.at(verb.child("nsubj"))
    if subject is None or subject.word.child("conj") is not None or not may_be(subject, n):
        return  # *Reed and his wife are a couple*
    plain = n.kind == "nominal" and all(a.lemma == "have" for a in verb.all("aux"))
    # *Nerva is a border town*, *this is a useful tool*.
    alike = subject.word.lower in ("this", "it") or (subject.kind == "name" and n.type == subject.cluster.type)
    told = n.determiner in ("a", "an", "the") and n.number == "s" and alike
    if (plain and (told or subject.cluster.type == n.type == "Person")) or _is_equation(verb, subject, n):
        clusters.join(subject, n)


def _antecedent(clusters: Clusters, n: Node, above: Word | None) -> Node | None:
    """What a relative pronoun takes up; *who* passes over what is nobody (*the author of books, who …*)."""
    first: Node | None = None
    while above is not None and (above.dep == "prep" or above.pos == "NOUN" or clusters.at(above) is not None):
        node = clusters.at(above)
        if node is not None and (n.type != "Person" or node.cluster.type in ACTOR_TYPES):
            return node
        first = first or node
        above = above.head if above.dep in ("pobj", "prep") else None
    if first is not None and n.type == "Person":
        # *Nerva, who trailed*: a team
        if first.cluster.named and first.cluster.type == "Thing":
            return first  # *K-7 bombers, who struck*
        first.cluster.type = (
            "Population" if first.number == "p" else "Organization" if first.kind == "name" else "Person"
        )
    return first


def _is_equation(verb: Word, subject: Node, attribute: Node) -> bool:
    if verb.child("aux") is not None or subject.word.lower in ("there", "this", "that", "it"):
        return False
    if attribute.kind == "name":
        # *is the only Republican* names nobody.
        return attribute.word.child("det", "amod", "poss") is None
    return attribute.definite and attribute.determiner != "both"


def may_be(a: Node, b: Node) -> bool:
    """Whether an apposition or predicate may name the same: types that agree, not two places, not two names."""
    left, right = a.cluster, b.cluster
    if (left.named and right.named) or ("pronoun" in (a.kind, b.kind) and a.number and not agree(a.number, b.number)):
        return False
    if not agree(a.number, b.number) and not {a.type, b.type} & GROUPS:
        return False
    kinds = {_family(left.type), _family(right.type)}
    if kinds == {"Person", "Group"} and (a if left.type == "Person" else b).noun in _EITHER:
        return True  # *its owner, Orvex Lines*
    if len(kinds) == 1 or "pronoun" in (a.kind, b.kind):
        return True
    if kinds == {"Country", "Place"} and any(x.kind == "nominal" and x.noun in _LANDS for x in (a, b)):
        return True  # *Norland, a small state*
    loose = {"Group", "Population", "Thing", "Place"}
    return ("Thing" in kinds and not kinds & {"Person", "Country"}) or kinds <= loose


def nominals(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """The node a common noun stands for again: the same noun, one of the same sense, a role, a kind."""
    whole = n.number == "p" and n.determiner in ("all", "most")
    # *a deal* may be the deal of before; *a man* is somebody new
    new = _INDEFINITE if n.type == "Person" else _OTHERS
    if (n.determiner in new and not whole) or n.noun == "" or _is_other(n.word):
        return None
    if n.noun in NUMBERS and not n.definite:
        return None  # *hundreds* are not the hundreds of before
    above = n.word.head
    if n.type == "Person" and n.number == "s" and not n.determiner and above is not None and above.lower == "as":
        return None  # *with Kim Lund as mayor*
    owner = clusters.at(n.possessor)
    told = n.number == "p" or n.mods or n.word.child("prep") is not None
    body = body_of(clusters, owner) if owner is not None and not told else None
    if body is not None and _is_called(body.cluster, n.noun):
        return body  # *Kim Lund, leader of the Greens, said her party would leave*
    if n.type == "Person" and owner is not None and (kin := _kin(clusters, owner, n)) is not None:
        return kin
    found = _same_noun(clusters, n) or _same_kind_of(n, history)
    by_name = n.number == "s" and not n.determiner and n.possessor is None and _has_name(clusters, n)
    if found is None and (by_name or (n.definite and n.number == "p")):
        taken_up = n.definite and n.number == "p" and not _is_restricted(clusters, n.word)
        # *Tarn airport*; *the islands* after *the Kerst Islands*; *the proposals* after *its plans*
        return _called(clusters, n) or (_narrower(clusters, n, history) if taken_up else None)
    several = n.number == "p" and _KINDS.get(n.noun) != "Thing"
    if n.definite and not several and (n.noun == "old" or not _is_restricted(clusters, n.word)):
        if found is None:
            found = _role(n, history) or _called(clusters, n)
            found = found or _kind(clusters, n, history) or _narrower(clusters, n, history)
        elif found.noun != n.noun:
            found = _called(clusters, n) or found
        elif not n.mods and n.noun not in _BODIES:
            whole = not found.cluster.named
            named = _kind(clusters, n, history if whole else _topic(n, history))
            found = named if named is not None and named.mention.start > found.mention.start else found
    return found


def _kin(clusters: Clusters, owner: Node, n: Node) -> Node | None:
    """*Kim Lund’s wife, Ana, thanked her husband*, *Kim’s father helped his son*: of whom the owner is kin."""
    inverse = _KIN.get(n.noun, ())
    told = (m for m in owner.cluster.nodes if m.kind == "nominal" and m.noun in inverse)
    others = (clusters.at(m.possessor) for m in told)
    return next((o for o in others if o is not None and agree(o.cluster.gender, n.gender)), None)


def wives(clusters: Clusters) -> None:
    """*Mrs Lund* where the article has told of *Kim Lund’s wife, Ana*."""
    told = [n for n in clusters.nodes if n.noun == "wife" and n.cluster.named]
    for n in told:
        husband = clusters.at(n.possessor)
        name = husband.cluster.nodes[0].tokens[-1:] if husband is not None and husband.cluster.named else ()
        for m in clusters.nodes if name else ():
            titled = m.word.i and _TITLED.get(clusters.words[_ends(clusters, m)[0] - 1].text) == "f"
            if m.kind == "name" and m.tokens == name and titled and m.cluster.nodes[0].tokens == name:
                clusters.join(n, m)


def _topic(n: Node, history: list[Node]) -> list[Node]:
    """*It sold a mill in May. The company …*: what a sentence is about the next one may be about."""
    before = [m for m in history if m.word.sent == n.word.sent - 1 and _is_subject(m)]
    return before[:1] if _is_subject(n) else []


def _is_other(w: Word) -> bool:
    """*other states* are not those of before, nor is *the firm* in *Orvex, the firm*."""
    return (w.dep == "appos" and w.head is not None and w.head.pos == "PROPN") or any(
        c.lower in _OTHER and c.i < w.i for c in w.children
    )


def _is_restricted(clusters: Clusters, w: Word) -> bool:
    """Whether a clause tells which one is meant; one after a comma only adds something."""
    against = (clusters.at(p.child("pobj")) for p in w.all("prep") if p.lower == "against")
    if any(m is not None and m.kind == "name" for m in against):
        return True  # *the match against Norland*
    clauses = [c for c in w.children if c.dep == "relcl"]
    return any(clusters.words[c.subtree()[0].i - 1].text != "," for c in clauses)


def leads(clusters: Clusters) -> None:
    """*A Nerva man was arrested on Monday. Ray Colvin, 34, …*: news names whom its first sentence describes."""
    people = [n for n in clusters.nodes if n.block == "paragraph" and n.type == "Person" and n.kind != "pronoun"]
    first = people[0] if people else None
    named = next((n for n in people if first and n.kind == "name" and n.word.sent > first.word.sent), None)
    if first is None or named is None or first.cluster.named or named.cluster.nodes[0] is not named:
        return
    between = [n for n in people if n.mention.start < named.mention.start and n.kind == "nominal" and n.number == "s"]
    aged = bool(_age(named) and not _age(first))
    # *the fate of a Nerva man. Ray Colvin, 34, …*
    held = _is_subject(first) or (aged and first.noun in _HUMANS and first.determiner in ("a", "an"))
    if not held or len(named.tokens) < 2 or named.title or first.noun in _EITHER:
        return
    if first.determiner not in ("a", "an") and not _has_name(clusters, first):
        return  # *Norland's mayor* as *a Nerva man*; not *the head of the port*
    # *A lawyer who robbed a widow was jailed. Ray Colvin, 47, …*, *A jury had convicted Ray Colvin, 47, …*
    told = between == [first] or aged or first.word.dep == "nsubjpass"
    tried = aged and {m.word.head.lemma for m in (first, named) if m.word.head} <= _JUSTICE
    if named.word.sent - first.word.sent <= 2 and (tried or (told and _is_subject(named))):
        clusters.join(named, first)


def crafts(clusters: Clusters) -> None:
    """*A ferry sank on Monday. The Kestrel, a wooden ferry, …*, *a drug … the pill, Kestrin*: told, then named."""
    for n in clusters.nodes:
        kind = _CLASS.get(n.noun)
        if n.kind != "nominal" or not n.cluster.named or n.number != "s" or kind not in _CRAFT:
            continue
        if n.determiner in ("a", "an"):
            told = [m for m in clusters.by_sense[n.sense] if 0 < n.word.sent - m.word.sent < 4 and m.noun == n.noun]
        else:
            told = [m for m in clusters.nodes if m.mention.start < n.mention.start and _CLASS.get(m.noun) == kind]
        told = [m for m in told if m.kind == "nominal" and m.number == "s" and not m.cluster.named]
        first = next((m for m in told if m.determiner in ("a", "an")), None)
        if first is not None and n.cluster.nodes[0].mention.start > first.mention.start:
            clusters.join(n, first)


def _is_subject(n: Node) -> bool:
    verb = n.word.head
    return n.word.dep in ("nsubj", "nsubjpass") and verb is not None and (verb.head is None or verb.dep == "ccomp")


def headlines(clusters: Clusters) -> None:
    """*UN envoy sees row*: a role in a headline or bullet is its bearer's, a thing the one that the text tells of."""
    bearers = [c for c in clusters.all if c.nodes and c.named and c.type == "Person"]
    for n in clusters.nodes:
        alone = not n.cluster.named and n.cluster.nodes[0] is n and (n.number == "s" or n.type not in ACTOR_TYPES)
        if n.kind != "nominal" or n.determiner or n.block not in ("headline", "bullet") or not alone:
            continue
        if n.type != "Person":
            told = (m for m in clusters.by_sense[n.sense] if m.block == "paragraph" and m.noun == n.noun)
            same = [m for m in told if m.number == n.number and _own_mods(n) <= m.mods]
            # *Regulator loses appeal* is of one land.
            if same and all(_countries_agree(same[0].mods, m.mods | n.mods) for m in same):
                clusters.join(same[0], n)
        else:
            noun = n.noun.removeprefix("ex-")
            fitting = [c for c in bearers if noun in c.roles and _own_mods(n) <= c.mods | c.roles[noun]]
            if len(fitting) == 1:
                clusters.join(fitting[0].nodes[0], n)


def later(clusters: Clusters) -> None:
    """*Police said … the Elmsford Police Department*, *the president … President Lund*; no *group*."""
    bearers = [c for c in clusters.all if c.nodes and c.named and c.type == "Person"]
    for n in clusters.nodes:
        if n.noun in _LEADING and n.determiner == "the" and not (n.cluster.named or n.word.child("prep", "relcl")):
            held = [c for c in bearers if n.noun in c.roles]
            held = [c for c in held if not c.roles[n.noun] & _CONTRAST - n.mods]
            if len(held) == 1 and _own_mods(n) <= held[0].roles[n.noun] and _countries_agree(n.mods, held[0].mods):
                clusters.join(held[0].nodes[0], n)
            continue
        if n.type == "Person" and n.kind == "nominal" and n.cluster.nodes[0] is n and not n.cluster.named:
            bearer = _named_after(clusters, n, bearers)
            if bearer is not None:
                clusters.join(bearer.nodes[0], n)
                continue
        bare = (n.type in GROUPS and n.determiner in ("", "the")) or (n.determiner == "the" and n.number == "s")
        if (
            n.kind == "nominal"
            and bare
            and (n.number != "p" or n.noun == n.word.lower)
            and n.cluster.nodes[0] is n
            and not n.cluster.named
            and n.noun not in _BODIES
            and not _is_restricted(clusters, n.word)
            and not _is_other(n.word)
        ):
            named = _called(clusters, n, later=True)
            if named is not None:
                clusters.join(named, n)


def _named_after(clusters: Clusters, n: Node, bearers: list[Cluster]) -> Cluster | None:
    """*by the show’s producer … producer Kim Lund said*, *the Orvex head … Orvex chairman Kim Lund*: named later."""
    whose = {_name_key(m) for c in n.word.children if (m := clusters.at(c)) is not None and m.kind == "name"}
    near = _NEAR.get(n.noun, frozenset()) if whose else frozenset()
    other = n.noun in _LEADING or _is_restricted(clusters, n.word) or _CONTRAST & n.mods
    if n.determiner != "the" or n.number != "s" or other:
        return None
    found = []
    for c in (c for c in bearers if c.nodes[0].mention.start > n.mention.start and agree(c.gender, n.gender)):
        role = next((r for r in c.roles if r == n.noun or near & _NEAR.get(r, frozenset())), None)
        if role is not None and whose <= c.roles[role] and not c.roles[role] & _CONTRAST:
            found.append(c)
    return found[0] if len(found) == 1 else None


def named_now(clusters: Clusters, n: Node) -> None:
    """*The driver, Ana Lund, …* after *a bus driver*: whoever is named with the noun of before is who it was."""
    if n.type != "Person" or not (n.determiner == "the" or n.possessor is not None) or n.number != "s":
        return
    found = _same_noun(clusters, n)
    if n.determiner == "the" and (found is None or found.noun != n.noun or n.noun in _TRIED):
        # *The teenager, Tom Reed, …* after *a boy*; *the suspect* after *a man was arrested*
        before = [m for m in clusters.nodes if m.mention.start < n.mention.start]
        tried = n.noun in _TRIED
        told = [m for m in before if (m.type == "Person" and _is_tried(m) if tried else {m.noun, n.noun} <= _HUMANS)]
        alone = {m.cluster: m for m in told if m.number == "s" and m.block == "paragraph" and not m.cluster.named}
        found = next(iter(alone.values())) if len(alone) == 1 else None
    if found is None or found.cluster.named:
        return
    if agree(found.cluster.gender, n.cluster.gender):
        clusters.join(found, n)


def _has_name(clusters: Clusters, n: Node) -> bool:
    """*the Brandel Road hospital*, *Norland’s hospital*: told apart by a name of its own."""
    named = (clusters.at(c) for c in n.word.children if c.dep != "amod")
    return n.possessor is not None or any(m is not None and m.kind == "name" for m in named)


def _called(clusters: Clusters, n: Node, later: bool = False) -> Node | None:
    """*the court* after *the Supreme Court*, *the church* after *the Catholic Church*: what the name says it is."""
    found: dict[Cluster, Node] = {}
    named = [x for c in n.word.children if (x := clusters.at(c)) is not None and x.kind == "name"]
    told = _compounds(n) | {t for x in named for t in x.tokens}
    for m in reversed(clusters.long_names) if n.possessor is None else ():
        kind = m.cluster.type
        called = head_of(m.tokens) == n.word.lower if n.number == "p" else m.sense == n.sense
        one = n.number != "p" or n.noun == n.word.lower  # *parties* are not the Green Party
        called |= one and n.noun in m.tokens and n.noun in _COLLECTIVE - _STATE and kind in GROUPS
        if called and (later or m.mention.start < n.mention.start) and told.issubset(m.tokens):
            own = m.entry is not None or demonym(m.mention.text.split()[0]) is not None
            others = n.noun in _STATE and kind == "ArmedGroup" and not own
            others |= bool(_ANOTHER & n.mods - m.cluster.mods)  # *the interim government*
            if kind not in ("Person", "Country") and not others:
                found.setdefault(m.cluster, m)
    # *the flying observatory*: only one can be meant.
    return next(iter(found.values())) if len(found) == 1 or (found and not n.mods) else None


def _same_noun(clusters: Clusters, n: Node) -> Node | None:
    """The last thing of the same noun; where nothing is said of which, the one that the article speaks of most."""
    nouns = _same_nouns(clusters, n)
    if (n.definite and not n.mods) or (n.number == "p" and not n.determiner):
        found = list(nouns)
        if found and found[0].determiner in ("a", "an") and n.type == "Person":
            return found[0]  # *a man saw her … the man*
        return max(found, key=lambda m: (len(m.cluster.nodes), m.noun == n.noun), default=None)
    return next(nouns, None)


def _same_nouns(clusters: Clusters, n: Node) -> Iterator[Node]:
    told = (m for m in clusters.by_sense[n.sense] if m.mention.start < n.mention.start)
    # *diabetes* is one whatever the tagger takes it for.
    before = [m for m in told if m.number == n.number or m.word.lower == n.word.lower]
    origin = n.mods - _own_mods(n)
    # *American nuns* are those of before rather than any nuns.
    before = [m for m in before if origin <= m.cluster.mods] or before
    plain, owner = _own_mods(n) if before else n.mods, _owner(clusters, n)
    for m in reversed(before):
        c = m.cluster
        if (m.count != n.count and m.count and n.count) or "single" in m.mods - n.mods:
            continue  # *not a single nurse* is nobody
        other = _owner(clusters, m) if owner is not None else None
        people = owner is not None and other is not None and owner.type == other.type == "Person"
        if other not in (None, owner) and (n.type in ACTOR_TYPES or (people and n.possessor and m.possessor)):
            continue  # *Lund's family … the family of a teacher*
        if not _countries_agree(n.mods, c.mods) or (c.entry is not None and not _lies_in(c.entry, n)):
            continue
        if m.block == "headline" and not m.determiner and {x for x in n.mods - c.mods if x[0] == "="}:
            continue  # *Regulator loses appeal* may be of another land than *the Swedish regulator*
        if n.definite:
            extra = plain - c.mods
            main = len(c.nodes) > 3 and not c.named and c.type not in ACTOR_TYPES
            # *the steel bridge* after *a bridge*
            bare = n.number == "s" and m.possessor is None and not c.mods and not c.named
            if extra and not bare and (not main or _compounds(n) & extra):
                continue
            if m.noun != n.noun and c.named:
                continue
        elif n.number == "p" and n.determiner in ("", "all", "most"):
            # *nuns* after *American nuns*: a bare plural is the same class of people or things.
            alike = not plain - c.mods or (_compounds(n) & c.mods and m.noun == n.noun)
            if not alike:
                continue
        elif m.noun != n.noun or not plain <= c.mods or (n.number == "s" and m.determiner in ("a", "an")):
            continue
        if n.definite or not _is_restricted(clusters, n.word):
            yield m


def _owner(clusters: Clusters, n: Node) -> Cluster | None:
    """Whose it is: *Lund's family*, *the family of a teacher*."""
    behind = (p.child("pobj") for p in n.word.all("prep") if p.lower == "of")
    owner = clusters.at(n.possessor) or next((o for o in map(clusters.at, behind) if o is not None), None)
    return owner.cluster if owner is not None and not all(m.kind == "pronoun" for m in owner.cluster.nodes) else None


def _same_kind_of(n: Node, history: list[Node]) -> Node | None:
    """*a proxy battle* after *the proxy fight*: near nouns behind the same noun."""
    plain = all(c.tag[:3] != "NNP" and c.next.text != "-" for c in n.word.all("compound"))
    kind, near = _compounds(n) if plain else None, _NEAR.get(n.noun, frozenset())
    late = (m for m in reversed(history) if kind and near and m.kind == "nominal" and agree(m.number, n.number))
    told = (m for m in late if near & _NEAR.get(m.noun, frozenset()) and m.noun != n.noun and _compounds(m) == kind)
    return next((m for m in told if m.type != "Person" and _countries_agree(n.mods, m.cluster.mods)), None)


def _compounds(n: Node) -> frozenset[str]:
    """Nouns before a noun, which tell its kind (*peace talks*) where adjectives mostly judge."""
    return frozenset(c.lemma.lower() for c in n.word.children if c.dep == "compound" and not is_counted(c))


def _own_mods(n: Node) -> frozenset[str]:
    return frozenset(m for m in n.mods if m[0] != "=")


def _countries_agree(a: frozenset[str], b: frozenset[str]) -> bool:
    left, right = {m for m in a if m[0] == "="}, {m for m in b if m[0] == "="}
    return not left or not right or left == right


def _role(n: Node, history: list[Node]) -> Node | None:
    """*the envoy*, *the UN envoy*; *the opposition*, *the main opposition group*: who was given this role before."""
    if n.type in GROUPS or n.noun in _BODIES:
        called = {n.noun} | (_own_mods(n) if n.noun in _BODIES else frozenset())
        if n.noun not in _BODIES and _own_mods(n):
            return None
        for m in reversed(history):
            c = m.cluster
            if c.named and c.type in GROUPS and called & set(c.roles):
                return m
        return None
    if n.type != "Person":
        return None
    plain = _own_mods(n)
    for m in reversed(history):
        c = m.cluster
        if c.type != "Person" or not agree(c.gender, n.gender):
            continue
        wider = _WIDER.get(n.noun, frozenset())
        told = next((r for r in c.roles if r == n.noun or sense(r) == n.sense or r in wider), None)
        if (
            told is not None
            and (not c.roles[told] or plain <= c.roles[told])
            and not c.roles[told] & _CONTRAST - n.mods
        ):
            return m  # but *the chancellor* is not *shadow chancellor Kim Lund*
    return _human(n, history) or _of_whom_all_is(n, history)


def _of_whom_all_is(n: Node, history: list[Node]) -> Node | None:
    """*Ana Quill has vowed to cut taxes. The prime minister said …*: what the article's one person so far may be.

    Of several, who is known to all has no office told, as the others have: *Ana Quill … The mayor, Tom Reed, …*.
    """
    office = n.mention.text.lower().removeprefix("then ").removeprefix("former ")
    if office not in _LEADING or n.possessor is not None:
        return None
    people = {m.cluster: m for m in history if m.cluster.type == "Person" and m.kind != "pronoun"}
    only = next(iter(people.values())) if len(people) == 1 else None
    if only is not None and only.kind == "name" and _is_subject(n) and _is_subject(only):
        return only if n.word.sent - only.word.sent <= 2 and not _is_introduced(only.cluster, n) else None
    named = {c: m for c, m in people.items() if c.named and len(c.nodes) > 1 and agree(c.gender, n.gender)}
    # The first lines name who the news is about.
    known = [m for c, m in named.items() if not _is_introduced(c, n) and c.nodes[0].word.sent < 3]
    return known[0] if len(known) == 1 and office in _FAMOUS and n.determiner == "the" else None


def _is_introduced(c: Cluster, n: Node) -> bool:
    """Whether somebody has been told with a title or an office before."""
    before = [m for m in c.nodes if m.mention.start < n.mention.start]
    return any(m.title or m.kind == "nominal" or _offices(m) for m in before)


def _human(n: Node, history: list[Node]) -> Node | None:
    """*the woman*, *the 24-year-old*: the only person of late who may be it; not whom the same clause names."""
    native = demonym(n.mention.text) is not None
    former = n.mods == {"former"} and n.determiner == "the" and _is_subject(n)
    if not (n.noun in _HUMANS or native or former) or (n.mods and not former) or n.possessor is not None:
        return None
    late = [m for m in history if 0 <= n.word.sent - m.word.sent <= 2 and m.cluster.type == "Person"]
    found = {m.cluster: m for m in late if m.word.lower not in _FIRST and agree(n.gender, m.cluster.gender)}
    shown = n.noun == "old" or native or former
    above = list(n.word.ancestors())
    # *Petra Halvik led early but the 19-year-old fell*: of clauses side by side none is above the other.
    side = next((k for k, a in enumerate(above) if shown and a.dep == "conj"), len(above))
    above = above[:side]
    for m in late:
        behind = any(x.kind == "name" and x.word.sent == n.word.sent and x.word.i > n.word.i for x in m.cluster.nodes)
        if behind or (_is_subject(m) and m.word.head in above and m.word not in above):
            found.pop(m.cluster, None)
    if n.noun == "old":
        aged = {m.cluster: m for m in history if m.cluster.type == "Person" and _age(m)}
        same = {c: m for c, m in aged.items() if _age(m) == _age(n)}
        found = same or {c: m for c, m in found.items() if c not in aged}
    charged = (m for m in history if m.cluster.type == "Person" and _is_tried(m))
    tried = {m.cluster: m for m in charged} if n.noun in _TRIED else {}
    found = tried or found
    if former or (len(found) > 1 and (shown or n.noun not in _HUMANS)):
        # *Petra Halvik beat Simone Darrow. The 19-year-old …*, *The Norwegian …*
        topic = {m.cluster: m for m in _topic(n, [m for m in history if m.quote < 0]) if m.cluster in found}
        main = any(len(m.cluster.nodes) > 2 for m in history if m.type == "Person")
        if main and any(len(c.nodes) == 1 and m.word.head and m.word.head.lemma in _SAY for c, m in topic.items()):
            return None  # *Prosecutor Ana Lund said … The 24-year-old smiled.*
        last = max((m.word.sent for m in found.values()), default=0)
        near = {c: m for c, m in found.items() if m.word.sent == last > n.word.sent - 2 and not former}
        found = topic or near
    return next(iter(found.values())) if len(found) == 1 else None


def _age(n: Node) -> str:
    """*Kim Lund, 44, …*, *a 44-year-old teacher*"""
    comma, age, close = ([w.text for w in n.word.words[n.word.i + 1 : n.word.i + 4]] + [""] * 3)[:3]
    if n.kind == "name" and comma == "," and age.isdigit() and close in (",", "."):
        return age
    old = n.word if n.noun == "old" else next((a for a in n.word.all("amod") if a.lower == "old"), None)
    return next((w.text for w in old.children if w.tag == "CD"), "") if old is not None else ""


def _kind(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """*the country*, *the city*, *the group*: the last thing of this kind."""
    if (
        n.noun not in _KINDS
        or _has_name(clusters, n)
        or any((c.dep == "prep" and c.lower == "of") or c.lower in ("led", "backed") for c in n.word.children)
        or (_CLASS[n.noun] == "team" and not _compounds(n) <= _SPORT)
    ):
        return None  # *the Norlandish-led coalition*, *the research team*
    best: Node | None = None
    score = 0.0
    far: dict[Cluster, Node] = {}
    for m in reversed(history):
        if n.word.sent - m.word.sent > _SENTENCES_BACK and best is not None:
            break
        c = m.cluster
        if not c.named or not _is_called(c, n.noun):
            continue
        if _is_argument_of(n.word, m.word) or _is_told_below(n, c):
            continue  # *the RMT represents guards at the firm*, *the firm said Orvex’s profit rose*
        if c.entry is not None and any(a.lower == "new" for a in n.word.all("amod")) and c.type in GROUPS:
            continue  # *the new airline* is none that is known
        if n.noun in _ONLY and not n.mods and (c.entry is None or c.entry.name not in _ONLY[n.noun]):
            continue
        if _CLASS.get(n.noun) == "site" and c.entry is not None:
            continue  # *the airport* is not London
        if clusters.words[c.nodes[0].word.i - 1].text == "(":
            continue  # *NERVA (Reuters)*
        if (c.entry is not None and not _lies_in(c.entry, n)) or n.word in m.word.ancestors():
            continue  # *the Orvex-led alliance* is more than Orvex
        if n.word.sent - m.word.sent > _SENTENCES_BACK:
            far.setdefault(c, m)
            continue
        subject = m.word.dep in ("nsubj", "nsubjpass")
        back_by = n.word.sent - m.word.sent
        # The subject of the same sentence would be met again as *it*.
        weight = (1.3 if subject and back_by else 1.0) / (1 + back_by)
        if weight > score:
            best, score = m, weight
    if best is None and (_KINDS[n.noun] == "Country" or _CLASS[n.noun] == "company"):
        # *the country*, *the firm* far behind the only one, or the one of which the article tells
        often = sorted(far, key=lambda c: -len(c.nodes))
        main = often and (len(often) < 2 or len(often[0].nodes) > 3 * len(often[1].nodes))
        best = far[often[0]] if main else None
    return best


def _is_told_below(n: Node, c: Cluster) -> bool:
    """Whether something is named in what a subject says, where it would be met again as *it* (principle C)."""
    verb = n.word.head if n.word.dep == "nsubj" else None
    late = (x for x in c.nodes if x.kind == "name" and x.word.sent == n.word.sent and x.word.i > n.word.i)
    return verb is not None and verb.lemma in _SAY and any(verb in x.word.ancestors() for x in late)


def _is_argument_of(w: Word, subject: Word) -> bool:
    """Whether a noun stands in the clause of a subject, which would be met there as *itself* (principle B)."""
    verb = next((a for a in w.ancestors() if a.pos in ("VERB", "AUX")), None)
    while verb is not None and verb.dep in ("xcomp", "conj") and verb.child("nsubj", "nsubjpass") is None:
        verb = verb.head
    return verb is not None and verb is subject.head and w.dep != "poss" and subject.dep in ("nsubj", "nsubjpass")


def _narrower(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """*the document* after *a report*, *the deal* after *a takeover*: the last thing told with a near noun."""
    owner = clusters.at(n.possessor)
    dated = any(c.ner == "DATE" for c in n.word.all("compound", "nmod", "nummod"))
    if dated or (n.possessor is not None and owner is None) or (_compounds(n) if owner is not None else _own_mods(n)):
        return None
    narrower, near = _WIDER.get(n.noun, frozenset()), _NEAR.get(n.noun, frozenset())
    late = (m for m in reversed(history) if n.word.sent - m.word.sent <= _FAR_BACK and m.kind != "pronoun")
    # *the polls* after *an election*
    several = _WIDER.get(n.word.lower, frozenset()) if n.number == "p" else frozenset()
    alike = (m for m in late if m.sense in several or agree(m.number, n.number))
    kin = (m for m in alike if m.sense in several | narrower or near & _NEAR.get(m.noun, set()))
    told = (m for m in kin if m.sense in several | narrower or _acts(m) == _acts(n))
    if owner is not None:  # *Orvex’s last offer* after *its bid*
        told = (m for m in told if (o := clusters.at(m.possessor)) is not None and o.cluster is owner.cluster)
    # *the event* is no party that is a body
    told = (m for m in told if m.kind != "name" or {n.type, m.type} & {"Thing"} or _family(n.type) == _family(m.type))
    return next((m for m in told if m.cluster.type != "Person"), None)


def _acts(n: Node) -> bool:
    return n.type in ACTOR_TYPES


def _lies_in(entry: Entry, n: Node) -> bool:
    """*the Swiss city* is one in Switzerland."""
    keys = {m[1:] for m in n.mods if m[0] == "="}
    home = country(entry.country) if entry.country else None
    known = home is not None or _CLASS.get(n.noun) != "company"
    return not keys or not known or (home is not None and home.key in keys)


def _is_party(n: Node) -> bool:
    """*Labour*, *the Harbour Front*: what names a party or a creed's people."""
    creed = (CREEDS.get(t) for t in n.mention.text.split())
    return any(t == "Organization" for t in creed) or any(_CLASS.get(t) == "party" for t in n.tokens)


def _is_like(a: str, b: str) -> bool:
    return a in b or b in a or sense(a) == sense(b)


def _is_called(c: Cluster, noun: str) -> bool:
    """Whether a thing may be taken up by the noun of its kind: *the school* is not *Nerva Council*."""
    kind, own = _KINDS.get(noun), _CLASS.get(noun)
    if kind is None or (own and {_CLASS.get(head_of(x.tokens)) for x in c.nodes if x.kind == "name"} - {own, "", None}):
        return False
    classes = {_CLASS.get(r) for r in c.roles} - {""}
    if (own in ("company", "team") and c.type != "Organization") or (own == "agency" and "company" in classes):
        return False  # *the company* is no ministry, nor is *the agency* a bank
    if noun == "party" and c.entry is not None and not any(map(_is_party, c.nodes)):
        return False
    if kind == "Place" and own and {_CLASS.get(r) for r in c.roles if _KINDS.get(r) == kind} - {own, "", None}:
        return False  # *the province* is no village
    if own in _FEATURES and own not in classes | {_CLASS.get(t) for x in c.nodes for t in x.tokens}:
        return False  # *the lake* is no city
    told = {r for r in c.roles if _CLASS.get(r) == "company" and sense(r) != "company"}
    if told and own == "company" and sense(noun) != "company" and not any(_is_like(noun, r) for r in told):
        return False  # *the bank* is no insurer
    works = {r for r in c.roles if _KINDS.get(r) == "Work"} if kind == "Work" else set()
    if works and not any(_is_like(noun, r) or _NEAR.get(noun, frozenset()) & _NEAR.get(r, frozenset()) for r in works):
        return False  # *the film* is no musical
    if kind == "Thing":
        flies = own == "aircraft" and any("flight" in x.tokens for x in c.nodes)
        return flies or (c.type == kind and any(_CLASS.get(r) == own for r in c.roles))
    if kind == "State":
        return c.type == "Place" and c.entry is not None and state(c.entry.name) is not None
    return _family(c.type) == _family(kind)
