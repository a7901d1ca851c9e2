"""Who is who inside an article: sieves over mentions, then names and IRIs for what they join."""

from __future__ import annotations

from itertools import pairwise

from kg import lexicon
from kg.identity import antecedents, names, nouns, pronouns, syntax
from kg.identity.nodes import GROUPS, NUMBERS, Cluster, Clusters, Node, nodes_of, sense
from kg.mentions import Entry, context, demonym, government, state
from kg.parsing import Parse
from kg.values import BASE, PROSE, Argument, Entity, Mention, Phrase, Source, Statement, short_hash, slug

_INSTRUMENTS = lexicon.words("lexicon/nouns", role="instrument")
_DESCRIBED = {"Person": "unnamed person", "Population": "unnamed people"}
_OF_STATES = lexicon.words("lexicon/name_company", "word", place="state")
_SAY = lexicon.words("lexicon/say")
_SPEAKING = lexicon.words("lexicon/pronouns", person="1")


def resolve(
    parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...], *, base: str = BASE
) -> tuple[tuple[Mention, ...], tuple[Statement, ...], tuple[Entity, ...]]:
    """Mentions with their entities, statements whose phrases and sources carry them, and the entities."""
    near = {**context(m.text for m in mentions if m.kind == "name"), **_states(parse, mentions)}
    clusters = nodes_of(parse, mentions, near)
    _join(parse, clusters, statements)
    entities = _Naming(parse, clusters, base)
    resolved = tuple(_resolved(n, entities) for n in clusters.nodes)
    filled = tuple(_filled(s, parse, clusters, entities) for s in statements)
    return resolved, filled, entities.listed(parse)


def _in_line(words: str) -> str:
    """Words over line breaks and several blanks, in one line."""
    return " ".join(words.split())


def _states(parse: Parse, mentions: tuple[Mention, ...]) -> dict[str, int]:
    """*the New York governor*: keys of the states that the article tells from cities and countries of their names."""
    after = ((m, parse.at(m.end + 1)) for m in mentions if m.kind == "name")
    meant = (state(m.text) for m, w in after if w is not None and w.lower in _OF_STATES)
    return {entry.key: 1 for entry in meant if entry is not None}


def _join(parse: Parse, clusters: Clusters, statements: tuple[Statement, ...]) -> None:
    """All sieves, the precise first; common nouns and pronouns together, from left to right."""
    quotes, named = pronouns.quotations(parse, [n.mention for n in clusters.nodes])
    for n in clusters.nodes:
        n.quote = quotes[n.word.i]
    _labels(parse, clusters, quotes, named)
    names.names(clusters)
    syntax.syntax(clusters)
    nouns.leads(clusters)
    voices = pronouns.speakers(parse, clusters, statements, quotes, named)
    for n in clusters.nodes:
        if n.title and n.kind == "name":
            *which, noun = n.title.split()
            n.cluster.roles.setdefault(noun, frozenset(map(sense, which)))
    history: list[Node] = []
    waiting: dict[int, list[Node]] = {}
    for n in clusters.nodes:
        c = n.cluster
        later = antecedents.ahead(clusters, n) if n.kind == "pronoun" and not c.named else None
        if later is not None and c.nodes == [n]:
            # *Closing its plant, the firm said …*: the firm has to be found first.
            waiting.setdefault(later.word.i, []).append(n)
            continue
        if c.nodes[0] is n and c.named and n.kind == "nominal":
            nouns.named_now(clusters, n)
        elif c.nodes[0] is n and not c.named:
            antecedent = None
            if n.kind == "nominal":
                antecedent = nouns.nominals(clusters, n, history)
            elif n.kind == "pronoun" and n.word.lower not in _SPEAKING:
                antecedent = antecedents.third_person(clusters, n, history, voices)
            if (
                antecedent is not None
                and not _is_beside(clusters, antecedent, n)
                and not _told(clusters, antecedent, n)
            ):
                clusters.join(antecedent, n)
        history.append(n)
        for pronoun in waiting.get(n.word.i, ()):
            clusters.join(n, pronoun)
    nouns.later(clusters)
    pronouns.first_persons(clusters, voices)
    pronouns.second_persons(clusters, voices, named)


def _told(clusters: Clusters, speaker: Node, n: Node) -> bool:
    """*Reed said the mayor had left*: of himself he would say *he* (principle C of Chomsky 1981)."""
    if n.kind != "nominal" or n.type != "Person":
        return False
    contents = (a for a in (n.word, *n.word.ancestors()) if a.dep == "ccomp" and a.head is not None)
    subjects = (clusters.at(a.head.child("nsubj")) for a in contents if a.head is not None and a.head.lemma in _SAY)
    return any(s is not None and s.cluster is speaker.cluster for s in subjects)


def _labels(parse: Parse, clusters: Clusters, quotes: list[int], named: dict[int, Source]) -> None:
    """*KL I did it*, *KL: I did it*, of *Kim Lund*: what stands right before a turn is who speaks in it."""
    turns = ((w, q) for w, (before, q) in zip(parse.words, pairwise(quotes), strict=False) if q != before)
    for w, turn in turns:
        head = named[turn].head if turn in named else None
        speaker = clusters.at(parse.at(head)) if head is not None else None
        label = clusters.at(parse.words[w.i - (w.text == ":")])
        if speaker is not None and label is not None and label.mention.text.isupper() and label.kind != "pronoun":
            label.type = label.cluster.type = speaker.type
            label.entry = label.cluster.entry = None
            clusters.join(speaker, label)


def _is_beside(clusters: Clusters, a: Node, n: Node) -> bool:
    """*the union and the firm* are two, whatever they stand for."""
    first = clusters.at(n.word.head) if n.word.dep == "conj" and n.kind == "nominal" else None
    return first is not None and first.cluster is a.cluster


class _Naming:
    """Names and IRIs of the clusters; of two things of one name all but the first get a hash."""

    def __init__(self, parse: Parse, clusters: Clusters, base: str) -> None:
        self.clusters = clusters
        self.entities: dict[Cluster, Entity] = {}
        self.open: set[Cluster] = set()
        self.called: dict[Cluster, str] = {}
        taken: set[str] = set()
        for c in clusters.all:
            if not c.nodes:
                continue
            first = c.nodes[0].mention
            entry = c.entry or self._government(c)
            if entry is not None:
                aliases = [_in_line(n.mention.text) for n in c.nodes if n.kind == "name" and n.entry is not None]
                entity = entry.entity(base, aliases)
            else:
                name = self._name(c)
                iri = f"{base}entity/{slug(name)}"
                if not c.named or iri in taken:
                    iri += f".{short_hash(parse.article.iri, first.start)}"
                names = {_in_line(n.mention.text) for n in c.nodes if n.kind == "name"} - {name} if c.named else ()
                entity = Entity(iri, name, c.type, tuple(sorted(names)), self._links(c, base))
                if not c.named and all(n.kind == "pronoun" for n in c.nodes):
                    self.open.add(c)
            taken.add(entity.iri)
            self.entities[c] = entity
            # *BBC* stays what the article calls it; countries go by one name.
            own = c.named and entry is not None and entry.type != "Country"
            self.called[c] = self._name(c) if own else entity.name

    def of(self, n: Node) -> Entity:
        return self.entities[n.cluster]

    def listed(self, parse: Parse) -> tuple[Entity, ...]:
        """The entities that prose speaks of; unresolved pronouns are none, furniture makes none."""
        prose = {s.index for s in parse.sentences if s.kind in PROSE}
        found: dict[str, Entity] = {}
        for c in self.clusters.all:
            if c.nodes and c not in self.open and any(n.word.sent in prose for n in c.nodes):
                entity = self.entities[c]
                found.setdefault(entity.iri, entity)
        return tuple(found.values())

    def _government(self, c: Cluster) -> Entry | None:
        if c.named or c.type != "Government":
            return None
        keys = sorted(m[1:] for m in c.mods if m[0] == "=")
        if len(keys) != 1:
            return None
        for n in self.clusters.nodes:
            if n.entry is not None and n.entry.key == keys[0] and n.entry.type == "Country":
                return government(n.entry)
        return None

    def _name(self, c: Cluster) -> str:
        """What a cluster is called, in one line."""
        return _in_line(self._longest(c))

    def _longest(self, c: Cluster) -> str:
        if c.named:
            texts = [n.mention.text for n in c.nodes if n.kind == "name"]
            return max(
                texts, key=lambda t: (t[0] != "@", len(t.split()) - 2 * (" of " in t and c.type == "Person"), len(t))
            )
        nouns = [n for n in c.nodes if n.kind == "nominal"]
        if nouns:
            # A headline writes common nouns with capitals.
            best = max(nouns, key=lambda n: (n.block != "headline", len(n.mention.text.split())))
            return self._described(best)
        if any(n.word.lower in _SPEAKING for n in c.nodes):
            return "unnamed speaker"
        return _DESCRIBED.get(c.type, "something")

    def _described(self, n: Node) -> str:
        """A common noun with its modifiers, a country or other name among them too; *thousands of homes* whole."""
        of = next((p for p in n.word.all("prep") if p.lower == "of" and p.i == n.word.i + 1), None)
        counted = self.clusters.at(of.child("pobj")) if of is not None and n.noun in NUMBERS else None
        if counted is not None:
            return f"{n.mention.text} of {counted.mention.text}"
        before = [self.clusters.at(c) for c in n.word.children if c.i < n.word.i and c.dep != "poss"]
        names = [node.mention.text for node in before if node is not None and node.kind == "name"]
        # Several words before the noun may be of one name.
        return " ".join(dict.fromkeys([*names, n.mention.text]))

    def _links(self, c: Cluster, base: str) -> tuple[tuple[str, str], ...]:
        """The country whose adjective stands before a common noun: *a Norlandish official*; whose a body is."""
        if c.named:
            owners = (self.clusters.at(n.word.child("poss")) for n in c.nodes if n.type in GROUPS)
            keys = {o.entry.key for o in owners if o is not None and o.entry and o.type == "Country"}
        else:
            nouns = [n.word for n in c.nodes if n.kind == "nominal"]
            origins = (demonym(w.text) for noun in nouns for w in noun.children if w.i < noun.i)
            keys = {e.key for e in origins if e is not None} | {m[1:] for n in c.nodes for m in n.mods if m[0] == "="}
        return tuple(("kg:country", f"{base}entity/{k}") for k in sorted(keys))


def _resolved(n: Node, entities: _Naming) -> Mention:
    e, m = entities.of(n), n.mention
    return Mention(m.start, m.end, m.head, m.kind, e.type, m.text, e.iri, entities.called[n.cluster])


def _node_at(parse: Parse, clusters: Clusters, head: int | None) -> Node | None:
    """The mention whose word stands at an offset; for a mere instrument that acts the country that wields it."""
    if head is None:
        return None
    word = parse.at(head)
    node = clusters.at(word)
    acts = word is not None and (word.dep == "nsubj" or (word.head is not None and word.head.lower == "by"))
    if node is not None and word is not None and acts and node.kind == "nominal" and node.noun in _INSTRUMENTS:
        for c in word.children:
            owner = clusters.at(c)
            if owner is not None and owner.type == "Country" and c.dep in ("amod", "compound", "poss", "nmod"):
                return owner
    return node


def _filled(s: Statement, parse: Parse, clusters: Clusters, entities: _Naming) -> Statement:
    def fill(phrase: Phrase) -> Phrase:
        if phrase.value is not None or phrase.statement is not None:
            return phrase
        node = _node_at(parse, clusters, phrase.head)
        if node is None:
            return phrase
        e = entities.of(node)
        # Written out: dataclasses.replace took a fifth of the time.
        found = (phrase.text, phrase.start, phrase.end, e.iri, e.name, e.type, None, phrase.unit, None, phrase.head)
        return Argument(*found, phrase.role, phrase.marker) if isinstance(phrase, Argument) else Phrase(*found)

    def heard(source: Source) -> Source:
        node = _node_at(parse, clusters, source.head)
        if node is None:
            return source
        e = entities.of(node)
        return Source(source.cue, source.text, source.start, source.end, e.iri, e.name, source.head)

    # Written out as above.
    return Statement(
        s.id,
        s.article,
        s.sentence,
        fill(s.subject),
        s.relation,
        fill(s.object) if s.object is not None else None,
        tuple(map(fill, s.arguments)),  # type: ignore[arg-type]
        s.polarity,
        s.modality,
        tuple(map(heard, s.attribution)) if s.attribution else (),
        s.event,
        s.time,
        s.place,
        s.confidence,
        s.derived_by,
    )
