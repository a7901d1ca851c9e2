"""Sieves that need no pronoun: names, syntax, common nouns; the most precise first (Lee et al. 2013)."""

from __future__ import annotations

from collections.abc import Iterator

from kg import lexicon
from kg.identity.names import name_key
from kg.identity.nodes import (
    CONTRAST,
    GROUPS,
    KIND_TYPES,
    NUMBERS,
    Cluster,
    Clusters,
    Node,
    agree,
    body_of,
    family,
    fold,
    head_of,
    is_counted,
    is_tried,
    sense,
)
from kg.mentions import CREEDS, Entry, country, demonym, state
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
_LANDS = {n for n, t in KIND_TYPES.items() if t in ("Country", "State")} | {"island"}
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
_ANOTHER = lexicon.words("lexicon/offices", kind="another")
_PRESS = {noun for noun, c in _CLASS.items() if c == "paper"} | {"agency", "broadcaster", "airline", "chain"}
# Bodies that are called by what stands before them: *the Orvex union*, *the Orvex news agency*.
_BY_NAME = _SELF_NAMED | _PRESS
_CALLED_SO = _BY_NAME | _BODIES
_SPORT = lexicon.words("lexicon/name_words", kind="sport")
_SILKS = lexicon.words("lexicon/offices", kind="silk")
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss"})


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
    several = n.number == "p" and KIND_TYPES.get(n.noun) != "Thing"
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
            titled = m.word.i and _TITLED.get(clusters.words[clusters.ends(m)[0] - 1].text) == "f"
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
            held = [c for c in held if not c.roles[n.noun] & CONTRAST - n.mods]
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
    whose = {name_key(m) for c in n.word.children if (m := clusters.at(c)) is not None and m.kind == "name"}
    near = _NEAR.get(n.noun, frozenset()) if whose else frozenset()
    other = n.noun in _LEADING or _is_restricted(clusters, n.word) or CONTRAST & n.mods
    if n.determiner != "the" or n.number != "s" or other:
        return None
    found = []
    for c in (c for c in bearers if c.nodes[0].mention.start > n.mention.start and agree(c.gender, n.gender)):
        role = next((r for r in c.roles if r == n.noun or near & _NEAR.get(r, frozenset())), None)
        if role is not None and whose <= c.roles[role] and not c.roles[role] & CONTRAST:
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
        told = [m for m in before if (m.type == "Person" and is_tried(m) if tried else {m.noun, n.noun} <= _HUMANS)]
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
        if told is not None and (not c.roles[told] or plain <= c.roles[told]) and not c.roles[told] & CONTRAST - n.mods:
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
    return any(m.title or m.kind == "nominal" or any(x.text.islower() for x in m.word.all("compound")) for m in before)


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
    charged = (m for m in history if m.cluster.type == "Person" and is_tried(m))
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
        n.noun not in KIND_TYPES
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
    if best is None and (KIND_TYPES[n.noun] == "Country" or _CLASS[n.noun] == "company"):
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
    told = (m for m in told if m.kind != "name" or {n.type, m.type} & {"Thing"} or family(n.type) == family(m.type))
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
    kind, own = KIND_TYPES.get(noun), _CLASS.get(noun)
    if kind is None or (own and {_CLASS.get(head_of(x.tokens)) for x in c.nodes if x.kind == "name"} - {own, "", None}):
        return False
    classes = {_CLASS.get(r) for r in c.roles} - {""}
    if (own in ("company", "team") and c.type != "Organization") or (own == "agency" and "company" in classes):
        return False  # *the company* is no ministry, nor is *the agency* a bank
    if noun == "party" and c.entry is not None and not any(map(_is_party, c.nodes)):
        return False
    if kind == "Place" and own and {_CLASS.get(r) for r in c.roles if KIND_TYPES.get(r) == kind} - {own, "", None}:
        return False  # *the province* is no village
    if own in _FEATURES and own not in classes | {_CLASS.get(t) for x in c.nodes for t in x.tokens}:
        return False  # *the lake* is no city
    told = {r for r in c.roles if _CLASS.get(r) == "company" and sense(r) != "company"}
    if told and own == "company" and sense(noun) != "company" and not any(_is_like(noun, r) for r in told):
        return False  # *the bank* is no insurer
    works = {r for r in c.roles if KIND_TYPES.get(r) == "Work"} if kind == "Work" else set()
    if works and not any(_is_like(noun, r) or _NEAR.get(noun, frozenset()) & _NEAR.get(r, frozenset()) for r in works):
        return False  # *the film* is no musical
    if kind == "Thing":
        flies = own == "aircraft" and any("flight" in x.tokens for x in c.nodes)
        return flies or (c.type == kind and any(_CLASS.get(r) == own for r in c.roles))
    if kind == "State":
        return c.type == "Place" and c.entry is not None and state(c.entry.name) is not None
    return family(c.type) == family(kind)
