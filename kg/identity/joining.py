"""Who is who across articles: what articles call by local names, joined where enough speaks for it.

Conservative clustering in two passes over a fixed order (date, article, offset), so that the order of reading does not
matter: things of one name first, then what a block of similar names holds. Every joining compares all that is known of
both sides, so that no two things are joined by way of a third that is doubtful. People's judgements come first.
"""

from __future__ import annotations

import gc
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from kg import lexicon
from kg.identity.judgements import Applied, Unfitting, applied
from kg.identity.likeness import (
    ASK,
    COMPANY,
    FAMILY,
    KNOWN_COMPANY,
    MERGE,
    OTHER_COMPANY,
    Profile,
    Reasons,
    Scale,
    crowded,
    initials,
    parts,
    probability,
    skeleton,
)
from kg.mentions import TITLES, Entry, context, homonyms, lookup, person, place
from kg.values import BASE, ArticleResult, Entity, EntityType, Judgement, short_hash, slug

# In a block of more than so many things each is compared with the few that share most company only.
CROWD, NEAREST = 24, 6
# A surname is given to the bearer that is better than the next one by this factor in odds (e to the power of it).
MARGIN = 1.0
_LIMIT = 50
_AGE = re.compile(r", (\d\d?)[,.]")
# Characters before a name in which its title is looked for.
_LONGEST_TITLE = 40
# What anybody is called, so that it speaks neither for nor against.
_HUMANS = lexicon.words("lexicon/humans") | {"old", "friend"}
_OFFICES = lexicon.words("lexicon/nouns", type="Person")


@dataclass(frozen=True, slots=True)
class Decision:
    """Two things taken for one, or not: its score (a probability) and what spoke for and against it, with weights.

    one, other: IRIs of entities of the graph; where it joined, ``other`` is the article whose ``name`` joined.
    """

    one: str
    other: str
    score: float
    reasons: Reasons
    name: str | None = None

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return "; ".join(f"{reason} ({weight:+.1f})" for reason, weight in self.reasons)


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in a graph.

    entities: sorted by IRI; of: (article IRI, the article's IRI for it) to the IRI in the graph.
    decisions: what was joined and why; doubtful: pairs that a person may decide on, best first.
    rejected: ids of statements struck out; unfitting: judgements that fit nothing any more, with the reason.
    """

    entities: tuple[Entity, ...]
    of: Mapping[tuple[str, str], str]
    decisions: tuple[Decision, ...] = ()
    doubtful: tuple[Decision, ...] = ()
    rejected: frozenset[str] = frozenset()
    unfitting: tuple[Unfitting, ...] = ()
    _profiles: Mapping[str, Profile] = field(default_factory=dict, compare=False, repr=False)
    _scale: Scale | None = field(default=None, compare=False, repr=False)

    def why(self, one: str, other: str) -> Decision | None:
        """What speaks for and against two entities being one; None where it is out of the question."""
        reasons = self._scale.compare(self._profiles[one], self._profiles[other]) if self._scale else None
        return None if reasons is None else Decision(one, other, round(probability(reasons), 3), reasons)


@dataclass(slots=True)
class _Thing:
    """What one article calls by one IRI."""

    order: tuple[bool, str, str, int, str]
    article: str
    entity: Entity
    profile: Profile
    known: Entity | None

    @property
    def node(self) -> tuple[str, str]:
        return self.article, self.entity.iri


@dataclass(slots=True)
class _Cluster:
    """Things that are one, and those that a person said are not it."""

    things: list[_Thing]
    profile: Profile
    others: set[tuple[str, str]]
    nodes: set[tuple[str, str]]

    @property
    def order(self) -> tuple[bool, str, str, int, str]:
        return self.things[0].order

    def take(self, other: _Cluster) -> None:
        self.things = sorted(self.things + other.things, key=lambda t: t.order)
        self.profile.add(other.profile)
        self.others |= other.others
        self.nodes |= other.nodes


def across(
    results: Sequence[ArticleResult],
    judgements: Sequence[Judgement] = (),
    *,
    base: str | None = None,
    gazetteer: Iterable[Entry] = (),
) -> Identities:
    """Join what articles name, whatever their order.

    base: of the IRIs; that of the articles' entities if none is given. gazetteer: the user's own entries.
    """
    # There are no cycles to collect, and the collector would walk through all things again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _across(results, judgements, base or _base(results), gazetteer)
    finally:
        if collecting:
            gc.enable()


def _across(
    results: Sequence[ArticleResult], judgements: Sequence[Judgement], base: str, gazetteer: Iterable[Entry]
) -> Identities:
    own = {parts(n): e for e in gazetteer for n in (e.name, *e.aliases)}
    things = sorted((t for r in results for t in _things(r, base, own)), key=lambda t: t.order)
    judged = applied(judgements, results, {t.node for t in things})
    keys = {t.node: t.profile.keys for t in things}
    for t in things:
        if any(keys[other] & t.profile.keys for other in judged.apart.get(t.node, ())):
            # Who was set apart is not what the gazetteer takes the name for.
            t.known, t.profile.keys = None, frozenset()
        for alias in judged.aliases.get(t.node, ()):
            t.profile.names[parts(alias)] += 1
    joiner = _Joiner(things, _scale(things, len(results)))
    joiner.start(judged.groups, judged.different)
    joiner.same_names()
    joiner.similar_names()
    return _identities(joiner, judged)


def _base(results: Sequence[ArticleResult]) -> str:
    iris = (e.iri for r in results for e in r.entities)
    return next((iri[: iri.rindex("entity/")] for iri in iris if "entity/" in iri), BASE)


def _things(result: ArticleResult, base: str, own: Mapping[tuple[str, ...], Entry]) -> Iterator[_Thing]:
    """What an article names, with all that it says of it."""
    article = result.article
    first: dict[str, int] = {}
    named: set[str] = set()
    roles: dict[str, set[str]] = defaultdict(set)
    for m in result.mentions:
        if m.entity is None:
            continue
        first[m.entity] = min(first.get(m.entity, m.start), m.start)
        if m.kind == "name":
            named.add(m.entity)
            if m.type == "Person":
                around = article.text[max(0, m.start - _LONGEST_TITLE) : m.start], article.text[m.end : m.end + 6]
                roles[m.entity] |= _titles(*around)
        elif m.kind == "nominal":
            roles[m.entity].add(m.text.rsplit(" ", 1)[-1].lower())
    # Without mentions a capital tells a name.
    named |= {e.iri for e in result.entities if e.iri not in first and e.name[:1].isupper()}
    # *appointed Attorney-General*: an office, another one in another country.
    named -= {e.iri for e in result.entities if e.type == "Thing" and e.name.lower() in _OFFICES}
    # *the Syrian government* is known as such, though no name.
    named |= {e.iri for e in result.entities if e.type == "Government" and e.iri == f"{base}entity/{slug(e.name)}"}
    partners = _partners(result, roles)
    near = context([n for e in result.entities if e.iri in named for n in (e.name, *e.aliases)])
    known = {e.iri: _known(e, near, base, own) for e in result.entities if e.iri in named}
    keys = {e.iri: _company_keys(e, known[e.iri]) for e in result.entities if e.iri in named}
    places = {keys[e.iri][0] for e in result.entities if e.iri in named and FAMILY[e.type] == "place"}
    published = article.published.isoformat() if article.published else ""
    company = {k for ks in keys.values() for k in ks}
    for e in result.entities:
        told = known.get(e.iri)
        family = FAMILY[told.type if told else e.type]
        profile = Profile(family, e.iri in named, frozenset({told.iri} if told else ()))
        profile.many = family == "place" and told is None and len(homonyms(e.name)) > 1
        for name in {e.name, *e.aliases} if e.iri in named else {e.name}:
            words = parts(name)
            if words:
                profile.names[words] += 1
                if family != "person" and len(words) == 1 and name.replace(".", "").isupper() and len(name) < 8:
                    profile.acronyms.add(words[0])
        profile.roles = {r for r in roles.get(e.iri, ()) if (r,) not in profile.names and r not in _HUMANS}
        mine = keys.get(e.iri, ())
        profile.company = Counter(company.difference(mine) if mine else ())
        profile.places = places.difference(mine) if mine and family != "place" else set()
        profile.partners = {keys[p][0] for p in partners.get(e.iri, ()) if p in keys and p != e.iri}
        profile.articles = {article.iri}
        day = article.published.toordinal() if article.published else None
        profile.days = (day, day) if day is not None else None
        order = (article.published is None, published, article.iri, first.get(e.iri, 0), e.iri)
        yield _Thing(order, article.iri, e, profile, told)


def _titles(before: str, after: str) -> set[str]:
    """What the words beside a name call its bearer: *Defence Minister* a minister, and a defence minister; an age."""
    *words, last = before.rstrip(" ").split(" ") if before[-1:] == " " and before.strip(" ") else ("",)
    noun = TITLES[last]["noun"] if last in TITLES else ""
    which = words[-1] if noun and words and words[-1] in TITLES and TITLES[words[-1]]["weak"] else ""
    age = _AGE.match(after)
    old = f"{age[1]}-year-old" if age else last if last.endswith("-year-old") else ""
    return {noun, f"{which.lower()} {noun}", old} - {"", f" {noun}"}


def _partners(result: ArticleResult, roles: dict[str, set[str]]) -> dict[str, set[str]]:
    """Who stands in one statement with whom; what is said to *be* something takes it for a role besides."""
    found: dict[str, set[str]] = defaultdict(set)
    for s in result.statements:
        phrases = (s.subject, s.object, s.place, *s.arguments)
        there = {p.entity for p in phrases if p is not None and p.entity}
        for e in there:
            found[e] |= there
        verb, _, said = s.relation.lemma.partition(" ")
        if s.subject.entity and (verb, s.polarity, s.modality) == ("be", "affirmed", "actual"):
            said = said or (s.object.text if s.object is not None and s.object.value is None else "")
            head = said.split(" of ")[0].split(" in ")[0].split(",")[0].rsplit(" ", 1)[-1]
            if head.isalpha() and head.islower() and len(head) > 3:
                roles[s.subject.entity].add(head)
    return found


def _known(e: Entity, near: Mapping[str, int], base: str, own: Mapping[tuple[str, ...], Entry]) -> Entity | None:
    """The entity as the gazetteer knows it, where the name and what else the article names make it sure."""
    entry = next((own[parts(n)] for n in (e.name, *e.aliases) if parts(n) in own), None)
    if entry is None:
        if any(how == "skos:closeMatch" for how, _ in e.links):
            return None
        # What the article has decided stands.
        told = next((h for h in homonyms(e.name) if h.iri(base) == e.iri and {*h.links} & {*e.links}), None)
        entry = person(e.name) if e.type == "Person" else told or lookup(e.name, near)
        entry = entry or (place(e.name, near) if FAMILY[e.type] == "place" else None)
        if entry is not None and (not entry.sure or FAMILY[entry.type] != FAMILY[e.type]):
            entry = None
    if entry is not None:
        found = entry.entity(base)
        homes = [{link for how, link in x.links if how == "kg:country"} for x in (e, found)]
        # *Japan's FTC* is not the one that the gazetteer knows.
        return found if not all(homes) or homes[0] & homes[1] else None
    return replace(e, aliases=()) if any(how == "owl:sameAs" for how, _ in e.links) else None


def _company_keys(e: Entity, known: Entity | None) -> tuple[str, ...]:
    """By what other articles meet the same: people by their surnames too, since few are named in full everywhere."""
    if known is not None:
        return (f"{FAMILY[known.type]}/{known.name}",)
    name = parts(e.name) or ("",)
    return (" ".join(name), f"person/{name[-1]}") if e.type == "Person" else (" ".join(name),)


def _scale(things: Iterable[_Thing], articles: int) -> Scale:
    weights: dict[str, float] = {}
    met: Counter[str] = Counter()
    people: set[tuple[str, ...]] = set()
    for t in things:
        if not t.profile.named:
            continue
        weight = COMPANY.get(t.entity.type, OTHER_COMPANY)
        if t.known and t.entity.type != "Country":
            weight = min(weight, KNOWN_COMPANY)
        for key in _company_keys(t.entity, t.known):
            met[key] += 1
            weights[key] = min(weight, weights.get(key, weight))
        if t.profile.family == "person":
            people.update(t.profile.names)
    return Scale(weights, met, articles, crowded(people))


class _Joiner:
    """Joins things into clusters, and keeps why."""

    def __init__(self, things: Sequence[_Thing], scale: Scale) -> None:
        self.things = things
        self.scale = scale
        self.clusters: list[_Cluster] = []
        self.joined: list[tuple[_Thing, _Thing, Reasons]] = []
        self.doubts: list[tuple[_Cluster, _Cluster]] = []
        self._into: dict[int, _Cluster] = {}

    def start(
        self,
        groups: Mapping[tuple[str, str], tuple[str, str]],
        different: Mapping[tuple[str, str], set[tuple[str, str]]],
    ) -> None:
        """One cluster a thing, or what a person said is one."""
        of: dict[tuple[str, str], _Cluster] = {}
        for t in self.things:
            mine = _Cluster([t], t.profile, set(different.get(t.node, ())), {t.node})
            head = groups.get(t.node, t.node)
            if head in of:
                self.joined.append((of[head].things[0], t, (("a person said so", 9.0),)))
                of[head].take(mine)
            else:
                of[head] = mine
        self.clusters = list(of.values())

    def compare(self, a: _Cluster, b: _Cluster) -> Reasons | None:
        """What speaks for and against; None where a person or the facts rule it out."""
        return None if a.others & b.nodes or b.others & a.nodes else self.scale.compare(a.profile, b.profile)

    def now(self, c: _Cluster) -> _Cluster:
        """The cluster that it has become part of."""
        while id(c) in self._into:
            c = self._into[id(c)]
        return c

    def join(self, a: _Cluster, b: _Cluster, reasons: Reasons) -> None:
        """Make one of two, under the earlier."""
        first, second = sorted((a, b), key=lambda c: c.order)
        self.joined.append((first.things[0], second.things[0], reasons))
        first.take(second)
        self._into[id(second)] = first

    def same_names(self) -> None:
        """Each in order to the likeliest of those that bear its name already; to none if two are as likely."""
        blocks: dict[object, list[_Cluster]] = defaultdict(list)
        company: dict[object, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        kept = []
        position: dict[tuple[object, int], int] = {}
        for c in self.clusters:
            # More than one name before anything is joined: a person said that they are one.
            names = [(c.profile.named, n) for n in dict.fromkeys(parts(t.entity.name) for t in c.things)]
            keys: list[object] = [*sorted(c.profile.keys), *names]
            block, *others = keys
            scored = []
            for near in self._nearest(c, blocks[block], company[block]):
                reasons = self.compare(c, near)
                if reasons is not None and probability(reasons) >= ASK:
                    scored.append((sum(w for _, w in reasons), reasons, near))
            scored.sort(key=lambda s: (-s[0], s[2].order))
            likely = [s for s in scored if probability(s[1]) >= MERGE]
            if likely and (len(likely) == 1 or likely[0][0] - likely[1][0] >= MARGIN):
                self.join(likely[0][2], c, likely[0][1])
                target = likely[0][2]
            else:
                self.doubts += ((c, near) for _, _, near in scored[:3])
                kept.append(c)
                target = c
                position[block, id(c)] = len(blocks[block])
                blocks[block].append(c)
                for other in others:
                    blocks[other].append(c)
            index = position.get((block, id(target)))
            for k in (c.profile.company if c.profile.named else c.profile.partners) if index is not None else ():
                met = company[block][k]
                if len(met) < _LIMIT and index not in met[-1:]:
                    met.append(index or 0)
        self.clusters = kept

    def _nearest(self, c: _Cluster, block: list[_Cluster], company: Mapping[str, list[int]]) -> list[_Cluster]:
        """All of a small block; of a large one those that share most company."""
        if len(block) <= NEAREST:
            return block
        shared: Counter[int] = Counter()
        for k in c.profile.company if c.profile.named else c.profile.partners:
            shared.update(company.get(k, ()))
        best = sorted(shared, key=lambda i: (-shared[i], i))[:NEAREST]
        return [block[i] for i in best]

    def similar_names(self) -> None:
        """Pairs of similar names, the likeliest first; what has been joined is compared as a whole again."""
        pairs: dict[tuple[int, int], Reasons] = {}
        for i, j in self._candidates():
            if (i, j) not in pairs:
                reasons = self.compare(self.clusters[i], self.clusters[j])
                if reasons is not None and probability(reasons) >= ASK:
                    pairs[i, j] = reasons
        strength = {p: sum(w for _, w in reasons) for p, reasons in pairs.items()}
        rivals: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (i, j), s in strength.items():
            rivals[i].append((j, s))
            rivals[j].append((i, s))
        for i, j in sorted(pairs, key=lambda p: (-strength[p], p)):
            a, b = self.now(self.clusters[i]), self.now(self.clusters[j])
            if a is b:
                continue
            reasons = self.compare(a, b)
            likely = reasons is not None and probability(reasons) >= MERGE
            if reasons is not None and likely and not self._rivalled(i, j, a, b, strength[i, j], rivals):
                self.join(a, b, reasons)
            else:
                self.doubts.append((a, b))
        self.clusters = [c for c in self.clusters if id(c) not in self._into]

    def _rivalled(
        self, i: int, j: int, a: _Cluster, b: _Cluster, strength: float, rivals: Mapping[int, list[tuple[int, float]]]
    ) -> bool:
        """Whether a short name may stand for another one as well."""
        for mine in (i, j):
            if self.clusters[mine].profile.full():
                continue
            for other, s in rivals[mine]:
                if s > strength - MARGIN and self.now(self.clusters[other]) not in (a, b):
                    return True
        return False

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs worth a comparison: what shares a block; of crowded blocks, the neighbours in company."""
        blocks: dict[str, list[int]] = defaultdict(list)
        for i, c in enumerate(self.clusters):
            if c.profile.named:
                for block in _blocks(c.profile):
                    blocks[block].append(i)
        for block in sorted(blocks):
            inside = blocks[block]
            if len(inside) <= CROWD:
                yield from combinations(inside, 2)
                continue
            company: dict[str, list[int]] = defaultdict(list)
            for i in inside:
                shared: Counter[int] = Counter()
                for k in sorted(self.clusters[i].profile.company):
                    shared.update(company[k])
                    if len(company[k]) < _LIMIT:
                        company[k].append(i)
                for j in sorted(shared, key=lambda j: (-shared[j], j))[:NEAREST]:
                    yield j, i


def _blocks(profile: Profile) -> Iterator[str]:
    """Where a thing is looked for under other names."""
    found = set()
    for name in profile.names:
        if profile.family == "person":
            found.add(f"s {skeleton(name[-1])}")
            if len(name) == 1:
                found.add(f"s {skeleton(name[0])}")
            else:
                found.add(f"f {skeleton(name[0])} {skeleton(name[-1])}")
        elif len(name) == 1 and name[0] in profile.acronyms:
            found.add(f"a {name[0]}")
        else:
            found |= {f"a {letters}" for letters in initials(name) if len(letters) > 2}
            found |= {f"w {skeleton(name[0])} {skeleton(name[1]) if len(name) > 1 else ''}", f"n {' '.join(name)}"}
    yield from sorted(found)


def _identities(joiner: _Joiner, judged: Applied) -> Identities:
    """The entities of the graph with their IRIs, names and types."""
    clusters = sorted(joiner.clusters, key=lambda c: c.order)
    iris = _iris(clusters)
    of = {t.node: iri for c, iri in zip(clusters, iris, strict=True) for t in c.things}
    entities = [_entity(c, iri, judged) for c, iri in zip(clusters, iris, strict=True)]
    decisions = []
    for first, other, reasons in joiner.joined:
        score = round(probability(reasons), 3)
        decisions.append(Decision(of[first.node], other.article, score, reasons, other.entity.name))
    iri_of = {id(c): iri for c, iri in zip(clusters, iris, strict=True)}
    doubtful: dict[tuple[str, str], Decision] = {}
    for one, two in joiner.doubts:
        a, b = joiner.now(one), joiner.now(two)
        pair = tuple(sorted((a, b), key=lambda c: c.order))
        key = (iri_of[id(pair[0])], iri_of[id(pair[1])])
        found = joiner.compare(a, b) if a is not b and key not in doubtful else None
        if found is not None and probability(found) >= ASK:
            doubtful[key] = Decision(*key, round(probability(found), 3), found)
    return Identities(
        tuple(sorted(entities, key=lambda e: e.iri)),
        dict(sorted(of.items())),
        tuple(sorted(decisions, key=lambda d: (d.one, d.other, d.name or "", d.score))),
        tuple(sorted(doubtful.values(), key=lambda d: (-d.score, d.one, d.other))),
        frozenset(judged.rejected),
        tuple(judged.unfitting),
        {iri: c.profile for c, iri in zip(clusters, iris, strict=True)},
        joiner.scale,
    )


def _iris(clusters: Sequence[_Cluster]) -> list[str]:
    """The gazetteer's IRI, else the earliest thing's; of two of one name the later has a hash of where it was met."""
    known = {key for c in clusters for key in c.profile.keys}
    taken: set[str] = set()
    found = []
    for c in clusters:
        mine = c.things[0].entity.iri
        iri = next((t.known.iri for t in c.things if t.known and t.known.iri not in taken), mine)
        length = 4
        while iri in taken or (iri in known and iri not in c.profile.keys):
            iri = f"{mine}.{short_hash(c.order[2], c.order[3], c.order[4], length=length)}"
            length += 4
        taken.add(iri)
        found.append(iri)
    return found


def _entity(c: _Cluster, iri: str, judged: Applied) -> Entity:
    """The best name, the type most articles give, all other names and links."""
    known = next((t.known for t in c.things if t.known), None)
    names = Counter(t.entity.name for t in c.things)
    person = c.profile.family == "person"
    best = max(names, key=lambda n: (len(n.split()) > 1 if person else True, names[n], len(n), n))
    types = Counter(t.entity.type for t in c.things)
    if "Person" in types and c.profile.roles:
        # A mayor is no place, whatever the recogniser thinks of her name.
        types["Person"] += 2
    kind: EntityType = known.type if known else max(types, key=lambda t: (t != "Thing", types[t], t))
    for t in c.things:
        kind = judged.types.get(t.node, kind)
    links = {link for t in c.things for link in (*t.entity.links, *(t.known.links if t.known else ()))}
    if known is None and c.nodes & judged.apart.keys():
        links -= {link for link in links if link[0] == "owl:sameAs"}
    name = known.name if known else best
    aliases = {n for t in c.things for n in (t.entity.name, *t.entity.aliases, *judged.aliases.get(t.node, ()))}
    return Entity(iri, name, kind, tuple(sorted(aliases - {name})), tuple(sorted(links)))
