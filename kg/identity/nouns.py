"""Common nouns: what they take up besides things of the same noun; whom news describes first and names later."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from kg import lexicon
from kg.identity.again import again, compounds, countries_agree, is_restricted, lies_in, own_mods
from kg.identity.nodes import (
    CONTRAST,
    GROUPS,
    KIND_TYPES,
    NUMBERS,
    Cluster,
    Clusters,
    Node,
    agree,
    family,
    head_of,
    sense,
)
from kg.mentions import demonym, state
from kg.parsing import Word
from kg.values import ACTOR_TYPES

_OTHER = lexicon.words("lexicon/determiners", kind="contrast")
_INDEFINITE = lexicon.words("lexicon/determiners", kind="indefinite")
_OTHERS = _INDEFINITE - {"a", "an", "more", "fewer"}
_CLASS = lexicon.mapping("lexicon/kinds", "noun", "class")
# *the army* is the state's, not the Northern Liberation Army.
_STATE = lexicon.words("lexicon/name_words", kind="state")
_EITHER = lexicon.words("lexicon/offices", kind="either")
_BODIES = lexicon.words("lexicon/name_words", kind="body")
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
_FEATURES = lexicon.words("lexicon/name_words", kind="feature")
_ONLY = {
    "capital": lexicon.words("gazetteer/countries", "capital"),
    "kingdom": lexicon.words("lexicon/name_words", kind="kingdom"),
}
_ANOTHER = lexicon.words("lexicon/offices", kind="another")
_SPORT = lexicon.words("lexicon/name_words", kind="sport")


def nominals(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """The node a common noun stands for again: the same noun, else what else takes it up."""
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
    found = again(clusters, n) or _same_kind_of(n, history)
    if found is None and not n.definite and (n.number != "s" or n.determiner):
        return None
    restricted = is_restricted(clusters, n) and n.noun != "old"
    by_name = n.number == "s" and not n.determiner and n.possessor is None and _has_name(clusters, n)
    if found is None and (by_name or (n.definite and n.number == "p")):
        # *Tarn airport*; *the islands* after *the Kerst Islands*; *the proposals* after *its plans*
        found = _called(clusters, n) or (_narrower(clusters, n, history) if n.definite and not restricted else None)
    elif found is None and n.definite and not restricted:
        found = next((f for _, up, _ in TAKEN_UP if (f := up(clusters, n, history)) is not None), None)
    elif found is not None and n.definite and not restricted and found.noun != n.noun:
        found = _called(clusters, n) or found
    elif found is not None and n.definite and not (n.mods or restricted or found.cluster.named or n.noun in _BODIES):
        named = _kind(clusters, n, history) if n.number != "p" else None
        found = named if named is not None and named.mention.start > found.mention.start else found
    return found


def named_now(clusters: Clusters, n: Node) -> None:
    """*The driver, Ana Lund, …* after *a bus driver*: whoever is named with the noun of before is who it was."""
    if n.type != "Person" or not n.definite or n.number != "s":
        return
    found = again(clusters, n)
    if found is not None and not found.cluster.named:
        clusters.join(found, n)


def leads(clusters: Clusters) -> None:
    """*A Nerva man was arrested on Monday. Ray Colvin, 34, …*: news names whom its first sentence describes."""
    people = [n for n in clusters.nodes if n.block == "paragraph" and n.type == "Person" and n.kind != "pronoun"]
    first = people[0] if people else None
    named = next((n for n in people if first and n.kind == "name" and n.word.sent > first.word.sent), None)
    if first is None or named is None or first.cluster.named or named.cluster.nodes[0] is not named:
        return
    if len(named.tokens) < 2 or named.title or first.noun in _EITHER or named.word.sent - first.word.sent > 2:
        return
    if first.determiner not in ("a", "an") and not _has_name(clusters, first):
        return  # *Norland's mayor* as *a Nerva man*; not *the head of the port*
    between = [n for n in people if n.mention.start < named.mention.start and n.kind == "nominal" and n.number == "s"]
    # *the fate of a Nerva man. Ray Colvin, 34, …*
    aged = bool(_age(named) and not _age(first))
    held = _is_subject(first) or (aged and first.noun in _HUMANS)
    if held and (between == [first] or aged or first.word.dep == "nsubjpass") and _is_subject(named):
        clusters.join(named, first)


def later(clusters: Clusters) -> None:
    """*Police said … the Elmsford Police Department*; no *group*."""
    for n in clusters.nodes:
        if n.kind != "nominal" or n.cluster.named or (n.number == "p" and n.noun != n.word.lower):
            continue
        bare = (n.type in GROUPS and n.determiner in ("", "the")) or (n.determiner == "the" and n.number == "s")
        open = n.cluster.nodes[0] is n and n.noun not in _BODIES and not is_restricted(clusters, n)
        named = _called(clusters, n, later=True) if bare and open and not _is_other(n.word) else None
        if named is not None:
            clusters.join(named, n)


def _is_subject(n: Node) -> bool:
    verb = n.word.head
    return n.word.dep in ("nsubj", "nsubjpass") and verb is not None and (verb.head is None or verb.dep == "ccomp")


def _is_other(w: Word) -> bool:
    """*other states* are not those of before, nor is *the firm* in *Orvex, the firm*."""
    return (w.dep == "appos" and w.head is not None and w.head.pos == "PROPN") or any(
        c.lower in _OTHER and c.i < w.i for c in w.children
    )


def _has_name(clusters: Clusters, n: Node) -> bool:
    """*the Brandel Road hospital*, *Norland’s hospital*: told apart by a name of its own."""
    named = (clusters.at(c) for c in n.word.children if c.dep != "amod")
    return n.possessor is not None or any(m is not None and m.kind == "name" for m in named)


def _same_kind_of(n: Node, history: list[Node]) -> Node | None:
    """*a proxy battle* after *the proxy fight*: near nouns behind the same noun."""
    near, kind = _NEAR.get(n.noun), compounds(n)
    if not near or not kind or any(c.tag[:3] == "NNP" or c.next.text == "-" for c in n.word.all("compound")):
        return None
    late = (m for m in reversed(history) if m.kind == "nominal" and m.noun != n.noun and agree(m.number, n.number))
    told = (m for m in late if not near.isdisjoint(_NEAR.get(m.noun, ())) and compounds(m) == kind)
    return next((m for m in told if m.type != "Person" and countries_agree(n.mods, m.cluster.mods)), None)


def _called(clusters: Clusters, n: Node, history: list[Node] | None = None, later: bool = False) -> Node | None:
    found: dict[Cluster, Node] = {}
    named = [x for c in n.word.children if (x := clusters.at(c)) is not None and x.kind == "name"]
    told = compounds(n) | {t for x in named for t in x.tokens}
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


def _role(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    plain, wider = own_mods(n.mods), _WIDER.get(n.noun, frozenset())
    if n.type in GROUPS or n.noun in _BODIES:
        called = {n.noun} | (plain if n.noun in _BODIES else frozenset())
        bodies = (m for m in reversed(history) if m.cluster.named and m.cluster.type in GROUPS)
        return next((m for m in bodies if called & m.cluster.roles.keys()), None) if called >= plain else None
    for m in reversed(history) if n.type == "Person" else ():
        c = m.cluster
        if c.type != "Person" or not agree(c.gender, n.gender):
            continue
        told = next((r for r in c.roles if r == n.noun or sense(r) == n.sense or r in wider), None)
        if told is not None and (not c.roles[told] or plain <= c.roles[told]) and not c.roles[told] & CONTRAST - n.mods:
            return m  # but *the chancellor* is not *shadow chancellor Kim Lund*
    return None


def _office(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """What the article's one person so far may be; of several, who alone has no office told and comes first."""
    office = n.mention.text.lower().removeprefix("then ").removeprefix("former ")
    if n.type != "Person" or office not in _LEADING or n.possessor is not None:
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


def _human(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """The only person of late who may be it; not whom the same clause names."""
    native = demonym(n.mention.text) is not None
    if n.type != "Person" or not (n.noun in _HUMANS or native) or n.mods or n.possessor is not None:
        return None
    late = [m for m in history if 0 <= n.word.sent - m.word.sent <= 2 and m.cluster.type == "Person"]
    found = {m.cluster: m for m in late if m.word.lower not in _FIRST and agree(n.gender, m.cluster.gender)}
    # *Petra Halvik led early but the 19-year-old fell*: of clauses side by side none is above the other.
    above = list(takewhile(lambda a: a.dep != "conj", n.word.ancestors()))
    for m in late:
        behind = any(x.kind == "name" and x.word.sent == n.word.sent and x.word.i > n.word.i for x in m.cluster.nodes)
        if behind or (_is_subject(m) and m.word.head in above and m.word not in above):
            found.pop(m.cluster, None)
    if n.noun == "old":
        aged = {m.cluster: m for m in history if m.cluster.type == "Person" and _age(m)}
        same = {c: m for c, m in aged.items() if _age(m) == _age(n)}
        found = same or {c: m for c, m in found.items() if c not in aged}
    if len(found) > 1 and (n.noun == "old" or native):
        # *Petra Halvik beat Simone Darrow. The 19-year-old …*, *The Norwegian …*
        topic = [m for m in history if m.word.sent == n.word.sent - 1 and _is_subject(m) and m.quote < 0][:1]
        found = {m.cluster: m for m in topic if m.cluster in found and _is_subject(n)}
    return next(iter(found.values())) if len(found) == 1 else None


def _age(n: Node) -> str:
    """*Kim Lund, 44, …*, *a 44-year-old teacher*"""
    comma, age, close = ([w.text for w in n.word.words[n.word.i + 1 : n.word.i + 4]] + [""] * 3)[:3]
    if n.kind == "name" and comma == "," and age.isdigit() and close in (",", "."):
        return age
    old = n.word if n.noun == "old" else next((a for a in n.word.all("amod") if a.lower == "old"), None)
    return next((w.text for w in old.children if w.tag == "CD"), "") if old is not None else ""


def _kind(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """The last thing of this kind, subjects of other sentences rather; far back, the one of which the article tells."""
    if (
        n.noun not in KIND_TYPES
        or _has_name(clusters, n)
        or any((c.dep == "prep" and c.lower == "of") or c.lower in ("led", "backed") for c in n.word.children)
        or (_CLASS[n.noun] == "team" and not compounds(n) <= _SPORT)
    ):
        return None  # *the Norlandish-led coalition*, *the research team*
    best: Node | None = None
    score = 0.0
    far: dict[Cluster, Node] = {}
    for m in reversed(history):
        c, back_by = m.cluster, n.word.sent - m.word.sent
        if back_by > _SENTENCES_BACK and best is not None:
            break
        if not c.named or not _is_called(c, n.noun) or not _may_be_kind(n, m):
            continue
        if back_by > _SENTENCES_BACK:
            far.setdefault(c, m)
            continue
        # The subject of the same sentence would be met again as *it*.
        weight = (1.3 if m.word.dep in ("nsubj", "nsubjpass") and back_by else 1.0) / (1 + back_by)
        if weight > score:
            best, score = m, weight
    if best is None and (KIND_TYPES[n.noun] == "Country" or _CLASS[n.noun] == "company"):
        often = sorted(far, key=lambda c: -len(c.nodes))
        main = often and (len(often) < 2 or len(often[0].nodes) > 3 * len(often[1].nodes))
        best = far[often[0]] if main else None
    return best


def _may_be_kind(n: Node, m: Node) -> bool:
    """*the airport* is not London, *the capital* no other city, *the Orvex-led alliance* more than Orvex."""
    entry = m.cluster.entry
    if n.noun in _ONLY and not n.mods and (entry is None or entry.name not in _ONLY[n.noun]):
        return False
    if entry is not None and (_CLASS.get(n.noun) == "site" or not lies_in(entry, n)):
        return False
    return n.word not in m.word.ancestors()


def _is_called(c: Cluster, noun: str) -> bool:
    """Whether a thing may be taken up by the noun of its kind: *the school* is not *Nerva Council*."""
    kind, own = KIND_TYPES.get(noun), _CLASS.get(noun)
    if kind is None or (own and {_CLASS.get(head_of(x.tokens)) for x in c.nodes if x.kind == "name"} - {own, "", None}):
        return False
    classes = {_CLASS.get(r) for r in c.roles} - {""}
    if (own in ("company", "team") and c.type != "Organization") or (own == "agency" and "company" in classes):
        return False  # *the company* is no ministry, nor is *the agency* a bank
    if kind == "Place" and own and {_CLASS.get(r) for r in c.roles if KIND_TYPES.get(r) == kind} - {own, "", None}:
        return False  # *the province* is no village
    if own in _FEATURES and own not in classes | {_CLASS.get(t) for x in c.nodes for t in x.tokens}:
        return False  # *the lake* is no city
    told = {r for r in c.roles if _CLASS.get(r) == own and sense(r) != "company"} if own == "company" else set()
    told |= {r for r in c.roles if KIND_TYPES.get(r) == kind == "Work"}
    if told and sense(noun) != "company" and not any(noun in r or r in noun or sense(r) == sense(noun) for r in told):
        return False  # *the bank* is no insurer, *the film* no musical
    if kind == "Thing":
        return c.type == kind and any(_CLASS.get(r) == own for r in c.roles)
    if kind == "State":
        return c.type == "Place" and c.entry is not None and state(c.entry.name) is not None
    return family(c.type) == family(kind)


def _narrower(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """The last thing told with a narrower or a near noun; of the same owner if one is told."""
    owner = clusters.at(n.possessor)
    dated = any(c.ner == "DATE" for c in n.word.all("compound", "nmod", "nummod"))
    unlike = compounds(n) if owner is not None else own_mods(n.mods)
    narrower, near = _WIDER.get(n.noun, frozenset()), _NEAR.get(n.noun, frozenset())
    # *the polls* after *an election*
    several = _WIDER.get(n.word.lower, frozenset()) if n.number == "p" else frozenset()
    if dated or unlike or (n.possessor is not None and owner is None) or not (narrower or near or several):
        return None
    for m in reversed(history):
        if m.kind == "pronoun" or n.word.sent - m.word.sent > _FAR_BACK or m.cluster.type == "Person":
            continue
        wide = m.sense in several or (m.sense in narrower and agree(m.number, n.number))
        like = near & _NEAR.get(m.noun, frozenset()) and agree(m.number, n.number)
        like = like and (m.type in ACTOR_TYPES) == (n.type in ACTOR_TYPES)
        whose = clusters.at(m.possessor) if owner is not None else None
        # *Orvex’s last offer* after *its bid*; *the event* is no party that is a body
        same = owner is None or (whose is not None and whose.cluster is owner.cluster)
        if (
            (wide or like)
            and same
            and (m.kind != "name" or family(n.type) == family(m.type) or "Thing" in (n.type, m.type))
        ):
            return m
    return None


TAKEN_UP: tuple[tuple[str, Callable[[Clusters, Node, list[Node]], Node | None], str], ...] = (
    ("role", _role, "the UN envoy, Ana Lund, … the envoy; the opposition Reform Committee … the opposition"),
    ("human", _human, "Kim Lund … the woman, the 24-year-old, the Norwegian"),
    ("office", _office, "Ana Quill has vowed to cut taxes. The prime minister said …"),
    ("name", _called, "the Supreme Court … the court; the Catholic Church … the church"),
    ("kind", _kind, "Norland … the country, Orvex … the group"),
    ("narrower", _narrower, "a report … the document, a takeover … the deal"),
)
"""How a definite noun takes up what was told otherwise, the most precise first: the link, the way, an example."""
