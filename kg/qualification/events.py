"""What kind of act a statement is, who did it and to whom: PLOVER's classes, read from the whole relation.

Patterns of a verb and words that must stand with it come from ontology/lexicon/events.tsv, its sets of words from
event_words.tsv, the classes from event_classes.tsv. An act that is only promised, planned, threatened, demanded or
refused is coded as the promise, threat, demand or refusal it is (CAMEO manual, Gerner et al. 2002; PLOVER 2021).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg import lexicon
from kg.extraction.labels import PASSIVE_SUBJECT, SUBJECT, VERBAL
from kg.parsing import Parse, Word
from kg.values import ACTOR_TYPES, EventCode, Mention, Phrase, Source, Statement

_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp", "nsubjpass", "prt", "advmod", "npadvmod")
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "quantmod", "nummod"})
# Where those an act is done to are found, likeliest first; other prepositions follow in order of the text.
_TOWARDS = ("to", "against", "with", "from", "on", "upon", "at", "of", "for", "into", "over", "about", "in")
# Phrases of circumstance, and who does what a passive tells.
_ASIDE = frozenset({"by", "after", "before", "during", "since", "as", "according", "following", "until", "under"})
_BACKGROUND = frozenset({"relcl", "acl", "appos", "csubj", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the table. words: what must stand with the verb, each one of a set; subject: one of these as subject."""

    words: tuple[frozenset[str], ...]
    subject: frozenset[str]
    kind: str
    code: EventCode
    rank: tuple[int, int]
    adjectival: bool


@cache
def _classes() -> dict[str, dict[str, str]]:
    return {r["class"]: r for r in lexicon.table("lexicon/event_classes")}


def _set(token: str) -> frozenset[str]:
    return lexicon.words("lexicon/event_words", "word", set=token[1:]) if token.startswith("$") else frozenset({token})


@cache
def _patterns() -> dict[str, list[Pattern]]:
    """The patterns by their verb, most specific first."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for r in lexicon.table("lexicon/events"):
        verb, *rest = r["pattern"].split()
        words = tuple(_set(t) for t in rest if not t.startswith("<"))
        subject = frozenset().union(*(_set(t[1:]) for t in rest if t.startswith("<")))
        rank = (len(rest), -r["pattern"].count("$"))
        pattern = Pattern(words, subject, r["kind"], _code(r), rank, verb == "be")
        for lemma in _set(verb):
            found[lemma].append(pattern)
    for patterns in found.values():
        patterns.sort(key=lambda p: p.rank, reverse=True)
    return found


def _code(row: dict[str, str]) -> EventCode:
    return EventCode(row["class"], row["mode"] or None, tuple(row["context"].split()), row["cameo"][:2])


def _as(kind: str) -> EventCode:
    return EventCode(kind, cameo=_classes()[kind]["cameo"])


def code(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with the PLOVER class of what is done."""
    actors = {m.head: m for m in mentions if m.type in ACTOR_TYPES or m.type == "Place"}
    return tuple(_coded(s, parse, actors) for s in statements)


def _coded(s: Statement, parse: Parse, actors: dict[int, Mention]) -> Statement:
    word = parse.at(s.relation.head) if s.relation.head is not None and s.relation.start is not None else None
    if word is None or word.pos not in VERBAL or not _foreground(word):
        return s
    event = _class_of(s, word)
    if event is None:
        return s
    source, target = _parties(s, word, event, actors, parse)
    weight = float(_classes()[event.type]["weight"])
    return replace(s, event=replace(event, source=source, target=target, weight=weight))


def _class_of(s: Statement, word: Word) -> EventCode | None:
    """The class of a statement, after what its modality makes of the class of its verb."""
    pattern = _pattern(word, s.polarity == "negated")
    modality = "actual" if (above := _governor(word)) is not None and _kind(above) == "pass" else s.modality
    if modality == "necessary":
        demanded = s.attribution and s.subject.type in ACTOR_TYPES and not _speaks(s)
        return _as("REQUEST") if demanded else None
    if s.polarity == "negated" and not (pattern and any("not" in w for w in pattern.words)):
        side = _side(pattern)
        refused = side == "cooperation" or (side == "" and _speaks(s))
        return _as("REJECT") if refused and modality == "future" else None
    if pattern is None or modality not in ("actual", "future") or pattern.kind == "pass":
        return None
    if pattern.kind in ("commit", "intend"):
        done = _complement(word)
        if done is None and (pattern.kind == "intend" or not _has_object(word)):
            return None
        if pattern.kind == "intend" and any(c.dep == "ccomp" and c.child(*SUBJECT) for c in word.children):
            return _as("REQUEST")  # *wants them to leave*
        return _as("THREATEN") if _side(done) == "conflict" else pattern.code
    if modality == "future":
        return {"cooperation": _as("AGREE"), "conflict": _as("THREATEN")}.get(_side(pattern), pattern.code)
    return pattern.code


def _side(pattern: Pattern | None) -> str:
    """cooperation or conflict, words being neither."""
    return _classes()[pattern.code.type]["side"] if pattern is not None and pattern.kind != "pass" else ""


def _speaks(s: Statement) -> bool:
    """Whether who does it is who says it."""
    return bool(s.attribution) and s.subject.entity is not None and s.attribution[-1].entity == s.subject.entity


def _kind(word: Word) -> str:
    pattern = _pattern(word, negated=False)
    return pattern.kind if pattern is not None else ""


def _pattern(word: Word, negated: bool) -> Pattern | None:
    """The most specific pattern that fits a verb and what stands with it."""
    table = _patterns()
    passive = word.tag == "VBN" and word.child("auxpass") is not None
    if word.lemma not in table and not passive:
        return None
    subject = word.child(*SUBJECT)
    with_subject = set(_noun(subject)) if subject is not None else set()
    if not _foreseen(with_subject):
        return None
    bag = set(_bag(word))
    if negated:
        bag.add("not")
    choices = [*(table["be"] if passive or word.lemma == "be" else ()), *table.get(word.lemma, ())]
    bag.add(word.lower)
    fitting = (p for p in choices if all(w & bag for w in p.words) and (not p.subject or p.subject & with_subject))
    return max(fitting, key=lambda p: p.rank, default=None)


def _foreseen(subject: set[str]) -> bool:
    """Quakes and floods kill, but do not act."""
    return not subject & _set("$nature")


def _bag(word: Word) -> Iterator[str]:
    """Lemmas of what stands with a verb: particles, objects with their modifiers, prepositions and what they govern."""
    for c in word.children:
        if c.dep in _OBJECTS:
            yield from _noun(c)
        elif c.dep in ("prep", "agent") and c.lower not in ("after", "since", "during", "before"):
            yield from _prepositional(c)
        elif c.dep in ("xcomp", "advcl", "ccomp") and c.tag in ("VB", "VBG"):
            yield c.lemma.lower()
            if c.dep != "advcl" and c.tag == "VB":
                yield "_to"
            if c.dep == "xcomp" and c.tag == "VBG":
                yield from _bag(c)
        elif c.dep == "ccomp" and c.pos in VERBAL:
            yield "_that"
        elif c.dep in ("ccomp", "xcomp") and c.pos == "ADJ":
            yield c.lemma.lower()  # *found him guilty*


def _prepositional(prep: Word) -> Iterator[str]:
    yield prep.lower
    for c in prep.children:
        if c.dep == "pcomp":
            yield c.lemma.lower()
            yield from _bag(c)
        elif c.dep == "prep":
            yield from _prepositional(c)
        else:
            yield from _noun(c)


def _noun(head: Word) -> Iterator[str]:
    yield head.lemma.lower()
    for c in head.children:
        if c.dep in _MODIFIERS or c.dep == "conj":
            yield from _noun(c)
        elif c.dep == "prep":
            yield from _prepositional(c) if c.lower == "of" else (c.lower,)
        elif c.dep == "acl" and c.tag == "VB":
            yield c.lemma.lower()


def _complement(word: Word) -> Pattern | None:
    """The pattern of what is promised or planned."""
    for c in word.children:
        if c.dep in ("xcomp", "ccomp", "acomp") and c.pos in VERBAL:
            done = _pattern(c, negated=False)
            return done if done is None or done.kind != "pass" else _complement(c)
        if c.dep in ("acomp", "prep", "pcomp", "attr", "dobj", "acl"):
            done = _pattern(c, negated=False) if c.pos in VERBAL else None
            found = done or _complement(c)
            if found is not None:
                return found
    return None


def _has_object(word: Word) -> bool:
    return any(c.dep in ("dobj", "prep", "xcomp", "ccomp", "acomp") for c in word.children)


def _governor(word: Word) -> Word | None:
    """The verb whose complement a clause is."""
    above = word.head
    if word.dep == "conj" and above is not None and word.child(*SUBJECT) is None:
        return _governor(above)
    if word.dep in ("xcomp", "ccomp"):
        return above
    if word.dep == "pcomp" and above is not None and above.dep == "prep":
        return above.head
    return None


def _foreground(word: Word) -> bool:
    """Whether a clause reports news: no background of a noun or time, nothing a coded act has as its content.

    One act told in several verbs (*shelled the port, killing two*) is coded once, where it is told first.
    """
    at: Word | None = word
    while at is not None:
        above = at.head
        if above is None or at.pos not in VERBAL:
            return at.pos in VERBAL
        if at.dep in _BACKGROUND or (at.dep == "advcl" and (at.tag != "VBG" or at.child("mark", "advmod") is not None)):
            return False
        if at.dep == "pcomp" and _governor(at) is None:
            return False
        governor = _governor(at)
        if governor is not None and governor is not above and at.dep != "conj":
            above = governor
        if governor is not None and _kind(governor) not in ("", "pass"):
            return False
        if at.dep in ("conj", "advcl") and at.child("nsubj") is None and above.pos in VERBAL:
            one, other = _pattern(at, negated=False), _pattern(above, negated=False)
            if one is not None and other is not None and one.code.type == other.code.type:
                return False
        at = above
    return True


def _parties(
    s: Statement, word: Word, event: EventCode, actors: dict[int, Mention], parse: Parse
) -> tuple[Phrase | None, Phrase | None]:
    """Who acts and upon whom; of what is said to be a must, who says so and who must."""
    if s.modality == "necessary":
        return _voice(s.attribution[-1]), s.subject
    patient = word.child(*PASSIVE_SUBJECT)
    if patient is not None and s.subject.head == patient.start and not _adjectival(word):
        return None, s.subject
    source = _voice(s.attribution[-1]) if _speaks(s) else s.subject
    apart = {source.entity, s.subject.entity} - {None}
    own = range(s.subject.start or 0, s.subject.end or 0)
    met = [(m, at) for at in _around(word) if (m := actors.get(at.start)) is not None and m.kind != "pronoun"]
    others = [(m, at) for m, at in met if m.entity not in apart and m.start not in own]
    # *The port of Nerva* is Nerva's; a port by itself is better than nothing.
    target = next((o for o in others if o[0].type != "Place" or o[0].kind == "name"), others[0] if others else None)
    return source, _phrase(*target, actors, parse) if target is not None else None


def _adjectival(word: Word) -> bool:
    pattern = _pattern(word, negated=False)
    return pattern is not None and pattern.adjectival


def _voice(voice: Source) -> Phrase:
    return Phrase(voice.text or "", voice.start, voice.end, voice.entity, voice.name, head=voice.head)


def _phrase(m: Mention, at: Word, actors: dict[int, Mention], parse: Parse) -> Phrase:
    """A mention, with those coordinated to it."""
    last = max((actors[c.start].end for c in at.all("conj") if c.start in actors), default=m.end)
    end = max(last, m.end)
    return Phrase(parse.article.text[m.start : end], m.start, end, m.entity, m.name, m.type, head=m.head)


def _around(word: Word) -> Iterator[Word]:
    """The words below a verb in the order in which those an act is done to are to be found."""
    for c in word.all("dobj", "dative", "nsubjpass", "attr", "oprd", "acomp"):
        yield from _within(c)
    yield from _prepositions(word)
    for c in word.all("xcomp", "ccomp", "pcomp"):
        for subject in c.all(*SUBJECT):
            yield from _within(subject)
        yield from _around(c)
    for c in word.all("advcl"):
        if c.tag == "VB":
            yield from _around(c)


def _within(noun: Word) -> Iterator[Word]:
    """A noun, what stands before it, and what follows it."""
    yield noun
    for c in noun.children:
        if c.dep in _MODIFIERS or c.dep == "conj":
            yield from _within(c)
    yield from _prepositions(noun)
    for c in noun.all("acl", "xcomp", "ccomp"):
        yield from (w for agent in c.all("agent") for d in agent.children for w in _within(d))
        yield from _around(c)


def _prepositions(word: Word) -> Iterator[Word]:
    preps = [c for c in word.all("prep", "dative") if c.pos == "ADP" or c.dep == "prep"]
    near = {p: i for i, p in enumerate(_TOWARDS)}
    for prep in sorted(preps, key=lambda p: near.get(p.lower, len(near))):
        if prep.lower in _ASIDE and word.pos in VERBAL:
            continue
        for c in prep.children:
            yield from _around(c) if c.dep == "pcomp" else _within(c)
