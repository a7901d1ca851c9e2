"""Who speaks in quotations, and whom *I*, *we* and *you* mean in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg import lexicon
from kg.identity.nodes import GROUPS, Cluster, Clusters, Node, body_of
from kg.parsing import Parse, Word
from kg.qualification import quotes as quotes_of
from kg.qualification import turns
from kg.values import Mention, Source, Statement

_SAY = lexicon.words("lexicon/say")
_FIRST = lexicon.words("lexicon/pronouns", person="1", number="s")
_PLURAL_FIRST = lexicon.words("lexicon/pronouns", person="1", number="p")
_SECOND = lexicon.words("lexicon/pronouns", person="2")
_SPEAKERS = frozenset({"Person", "Thing", "Population"})
_ADDRESSING = _SAY | lexicon.words("lexicon/name_company", "word", place="object", type="Person")
# Who says we of the government, but not in its shadow.
_RULING = lexicon.words("lexicon/offices", kind="ruling")
_CONTRAST = lexicon.words("lexicon/offices", kind="former") | lexicon.words("lexicon/offices", kind="contrast")
_MAIN = lexicon.words("lexicon/offices", kind="main")


def quotations(parse: Parse, mentions: Iterable[Mention]) -> tuple[list[int], dict[int, Source]]:
    """For each word the index of the turn or quotation it stands in, -1 outside; whom labels name as their speakers."""
    found = [-1] * len(parse.words)
    named: dict[int, Source] = {}
    for index, q in enumerate((*turns(parse, mentions), *quotes_of(parse))):
        found[q.first : q.last] = [index] * (q.last - q.first)
        if q.speaker is not None:
            named[index] = q.speaker
    return found, named


def speakers(
    parse: Parse, clusters: Clusters, statements: tuple[Statement, ...], quotes: list[int], named: dict[int, Source]
) -> dict[int, Node]:
    """Who speaks in each quotation: named for it, or the voice of its statements."""
    named_at = {i: clusters.at(parse.at(v.head)) for i, v in named.items() if v.head is not None}
    found = {i: node for i, node in named_at.items() if node is not None}
    for s in statements:
        if s.attribution and s.relation.head is not None:
            w = parse.at(s.relation.head)
            head = s.attribution[-1].head
            voice = clusters.at(parse.at(head)) if head is not None else None
            if w is not None and quotes[w.i] >= 0 and voice is not None and quotes[voice.word.i] != quotes[w.i]:
                found.setdefault(quotes[w.i], voice)
    return found


def first_persons(clusters: Clusters, voices: dict[int, Node]) -> None:
    """*I* is the speaker; the *we* of one speaker is one group, whoever belongs to it; so is that of the article."""
    groups: dict[Cluster | None, Node] = {}
    for n in clusters.nodes:
        if n.kind != "pronoun":
            continue
        low = n.word.lower
        voice = voices.get(n.quote) if n.quote >= 0 else None
        if (n.quote >= 0 and voice is None) or (voice is None and n.cluster.named):
            continue
        kind = voice.cluster.type if voice is not None else ""
        if voice is not None and low in _FIRST | _PLURAL_FIRST and (low in _FIRST) == (kind in _SPEAKERS):
            clusters.join(voice, n)
        elif low in _PLURAL_FIRST and voice is not None and (body := _speaks_for(clusters, voice)) is not None:
            clusters.join(body, n)
        elif low in _PLURAL_FIRST or (voice is None and low in _FIRST):
            clusters.join(groups.setdefault(voice.cluster if voice is not None else None, n), n)


def second_persons(clusters: Clusters, voices: dict[int, Node], named: dict[int, Source]) -> None:
    """*“You won,” she told Reed. “You can rest.”*: whom a voice last spoke to; whose turn comes after a question."""
    addressed: dict[Cluster | None, Node] = {}
    for i, n in enumerate(clusters.nodes):
        if n.kind != "pronoun" or n.word.lower not in _SECOND:
            continue
        voice = voices.get(n.quote) if n.quote >= 0 else None
        said_by = voice.cluster if voice is not None else None
        told = _told(clusters, voice) if voice is not None else None
        if n.quote < 0:
            turn = next((m.quote for m in clusters.nodes[i:] if m.para == n.para + 1 and m.quote in named), -1)
            told = voices.get(turn)
        meant = told or addressed.setdefault(said_by, n)
        if n.quote < 0 or voice is not None:
            clusters.join(meant, n)


def _told(clusters: Clusters, voice: Node) -> Node | None:
    """The one person to whom a voice speaks."""
    found = heard_by(clusters, voice)
    return next((m for m in found if m.cluster.type == "Person" and m.number != "p"), None)


def heard_by(clusters: Clusters, voice: Node) -> list[Node]:
    verb = voice.word.head
    if verb is None or verb.lemma not in _ADDRESSING:
        return []
    objects = [*verb.all("dobj", "dative"), *(p.child("pobj") for p in verb.all("prep", "dative") if p.lower == "to")]
    return [m for m in map(clusters.at, objects) if m is not None]


def _speaks_for(clusters: Clusters, voice: Node) -> Node | None:
    """For whom somebody says *we*: *“We lost,” said manager Kim Lund* of the body the article speaks of most."""
    body = body_of(clusters, voice)
    offices = (
        m for m in voice.cluster.nodes if m.kind != "pronoun" and not any(map(_is_told, [m.word, *m.word.children]))
    )
    if body is not None or not any((_MAIN | _RULING) & {m.noun, *m.cluster.roles} for m in offices):
        return body
    if voice.cluster.roles.keys() & _RULING and not any(_CONTRAST & mods for mods in voice.cluster.roles.values()):
        rule = {m.cluster: m for m in clusters.nodes if m.noun == "government" and m.kind == "nominal"}
        return next(iter(rule.values())) if len(rule) == 1 else None
    named = [m for m in clusters.nodes if m.mention.start < voice.mention.start and m.cluster.named]
    met = Counter(m.cluster for m in named if m.cluster.type in GROUPS).most_common(2)
    told = met and (len(met) < 2 or met[0][1] > met[1][1])
    return met[0][0].nodes[0] if told else None


def _is_told(w: Word) -> bool:
    """*a presidential spokesman*, *presidential spokesman Kim Lund*: whose, or which one."""
    return (
        w.dep in ("nsubj", "nsubjpass", "compound", "appos", "pobj", "dobj", "nmod")
        and w.child("amod", "poss") is not None
    )
