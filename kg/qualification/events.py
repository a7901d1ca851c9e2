"""What kind of act a statement is, who did it and to whom: PLOVER's classes, read from the whole relation.

Patterns of a verb and words that must stand with it come from ontology/lexicon/events.tsv, its sets of words from
event_words.tsv, the classes from event_classes.tsv. An act that is only promised, planned, threatened, demanded or
refused is coded as the promise, threat, demand or refusal it is (CAMEO manual, Gerner et al. 2002; PLOVER 2021).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg import lexicon
from kg.extraction.labels import PASSIVE_SUBJECT, SUBJECT, VERBAL
from kg.parsing import Parse, Word
from kg.values import ACTOR_TYPES, EventCode, Mention, Phrase, Source, Statement

_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp", "nsubjpass", "prt", "advmod", "npadvmod")
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "quantmod", "nummod"})
# Where those an act is done to are found, likeliest first; other prepositions follow in order of the text.
_NEAREST = ("by", "to", "against", "with", "from", "on", "upon", "at", "of", "for", "into", "over", "about", "in")
_TOWARDS = {p: i for i, p in enumerate(_NEAREST)}
# *Rebels' attack*, *an attack by, of, on them*: who does it comes first.
_DOERS = {"by": 0, "": 1, "of": 2}
_PREPOSITIONS = frozenset({*_TOWARDS, "by", "out", "off", "under", "as", "behind"})
_ACTS = frozenset({"act", "undergo", "happen"})
_DENIED = frozenset({"not", "no"})
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Characters within which a name still tells which of many is meant (*the chief of the Nerva police*).
_NEAR = 40
# *Rioters*, *unionists*: nouns of those who do.
_AGENTIVE = ("er", "or", "ist", "ian")
_BACKGROUND = frozenset({"acl", "appos", "csubj", "csubjpass"})
_TALKING = lexicon.words("lexicon/pronouns", person="1") | lexicon.words("lexicon/pronouns", person="2")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the table. words: what must stand with the verb, each one of a set; subject: one of these as subject.

    What fits no row has the pattern NONE, which is false.
    """

    kind: str
    code: EventCode
    words: tuple[frozenset[str], ...] = ()
    subject: frozenset[str] = frozenset()
    rank: tuple[int, int] = (0, 0)
    loose: bool = False
    adjectival: bool = False

    def __bool__(self) -> bool:
        return self.kind != ""

    @property
    def side(self) -> str:
        """cooperation or conflict, words being neither."""
        return _classes()[self.code.type]["side"] if self.kind in _ACTS else ""


NONE = Pattern("", EventCode(""))


@cache
def _classes() -> dict[str, dict[str, str]]:
    return {r["class"]: r for r in lexicon.table("lexicon/event_classes")}


@cache
def _set(token: str) -> frozenset[str]:
    return lexicon.words("lexicon/event_words", "word", set=token[1:]) if token.startswith("$") else frozenset({token})


@cache
def _patterns() -> dict[str, list[Pattern]]:
    """The patterns by their verb."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for r in lexicon.table("lexicon/events"):
        verb, *rest = r["pattern"].split()
        pattern = Pattern(
            kind=r["kind"],
            code=EventCode(r["class"], r["mode"] or None, tuple(r["context"].split()), r["cameo"][:2]),
            words=tuple(_set(t) for t in rest if not t.startswith("<")),
            subject=frozenset().union(*(_set(t[1:]) for t in rest if t.startswith("<"))),
            rank=(len(rest) if verb != "*" else 0, -r["pattern"].count("$")),
            loose=not _PREPOSITIONS.isdisjoint(rest),
            adjectival=verb == "be",
        )
        for lemma in _set(verb):
            found[lemma].append(pattern)
    return found


@lru_cache(maxsize=1 << 12)
def _choices(lemma: str, state: bool) -> list[Pattern]:
    """The patterns of a verb, those of any verb and, for states, of *be*, most specific first."""
    table = _patterns()
    choices = [*(table["be"] if state else ()), *table.get(lemma, ()), *table["*"]]
    return sorted(choices, key=lambda p: p.rank, reverse=True)


def _as(kind: str) -> EventCode:
    return EventCode(kind, cameo=_classes()[kind]["cameo"])


def _announced(event: EventCode) -> EventCode:
    """What it is to say that one will do it."""
    side = _classes()[event.type]["side"] if event.type else ""
    if event.type == "ACCUSE" and event.cameo == "11":  # *vowed to sue*
        return _as("THREATEN")
    return {"cooperation": _as("AGREE"), "conflict": _as("THREATEN")}.get(side, event)


def code(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with the PLOVER class of what is done."""
    coder = _Coder(parse, mentions)
    return tuple(map(coder.coded, statements))


class _Coder:
    """Codes the statements of one article; knows its actors by the offset of their head, and the patterns met."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...]) -> None:
        self.parse = parse
        self.actors = {m.head: m for m in mentions if m.type in ACTOR_TYPES or m.type == "Place"}
        self.patterns: dict[tuple[int, bool], Pattern] = {}

    def coded(self, s: Statement) -> Statement:
        """The statement with its event, if it tells one."""
        word = self.parse.at(s.relation.head) if s.relation.head is not None and s.relation.start is not None else None
        if word is None or word.pos not in VERBAL or not self.foreground(word):
            return s
        pattern = self.pattern(word, s.polarity == "negated")
        event = self.class_of(s, word, pattern)
        if event is None or not event.type:
            return s
        source, target = self.parties(s, word, event, pattern)
        told = target is not None and pattern.kind not in ("commit", "intend")
        nobody = source is None and word.child(*PASSIVE_SUBJECT) is not None
        nobody = nobody or (source is None and target is None and pattern.kind == "pass")
        if nobody and (not told or word.lemma in _set("$burn")):
            return s  # *agreements were reached*, *she is expected to leave*, *two homes were destroyed*
        if source is not None and not self.acts(source, event, word, pattern):
            return s
        alone = self.parse.at(source.head) if source is not None and source.head is not None else None
        held = event.type == "CONSULT" and word.lemma in _set("$meet") | _set("$do") | _set("$finish")
        if held and target is None and alone is not None and alone.tag in ("NN", "NNP", "PRP"):
            return s  # *the party held its conference* is nobody's meeting with another
        weight = float(_classes()[event.type]["weight"])
        return replace(s, event=replace(event, source=source, target=target, weight=weight))

    def class_of(self, s: Statement, word: Word, pattern: Pattern) -> EventCode | None:
        """The class of a statement, after what its modality makes of the class of its verb."""
        above = _governor(word)
        modality = "actual" if above is not None and self.pattern(above).kind == "pass" else s.modality
        if modality == "necessary":
            # *They had to walk*, *will have to wait*, *we must win* ask nothing of anybody.
            asked = above is None or above.lemma not in ("have", "need") or above.tag in ("VBP", "VBZ")
            other = s.subject.type in ACTOR_TYPES and (s.subject.text or "").lower() not in _TALKING
            return (
                _as("REQUEST") if asked and other and word.lemma != "be" and s.attribution and not _speaks(s) else None
            )
        if s.polarity == "negated" and not any(w & _DENIED for w in pattern.words):
            unsaid = not pattern.side and pattern.kind != "none" and _speaks(s) and modality == "future"
            refused = pattern.side == "cooperation" or unsaid
            return _as("REJECT") if refused and modality in ("future", "possible") else None
        if pattern.kind in ("pass", "stop"):
            event = self.begun(pattern, word)
            return event if event is None or modality == "actual" else _announced(event)
        # *Said it might recall its envoy*, *will strike if pay is cut, the union said*
        bound = any(w.lower in ("if", "unless") for c in word.all("advcl") for w in c.children)
        announced = modality == "future" or (modality == "possible" and (_speaks(s) or (bound and bool(s.attribution))))
        announced = announced or (modality == "conditional" and word.dep != "advcl" and bool(s.attribution))
        if pattern.kind in ("", "none") or not (announced or modality == "actual"):
            return None
        if modality == "actual" and _speaks(s) and word.tag in ("VBZ", "VBP"):
            return None  # *Norland insisted that it observes the truce*: what one says of oneself is so, is no act
        if pattern.kind in ("commit", "intend", "decide"):
            return self.intended(pattern, word)
        return pattern.code if modality == "actual" else _announced(pattern.code)

    def begun(self, pattern: Pattern, word: Word) -> EventCode | None:
        """*Carried out the demolition*, *stopped bombing*: what is begun is itself, what is ended the opposite."""
        bare = pattern.kind == "pass" and word.child("dobj", "xcomp", "ccomp") is None
        noun = _told(word, *(SUBJECT if bare else ()))
        if pattern.kind == "pass":
            return noun.code if noun else None
        done = noun or self.complement(word)
        return {"conflict": pattern.code, "cooperation": _as("SANCTION")}.get(done.side)

    def intended(self, pattern: Pattern, word: Word) -> EventCode | None:
        """What a promise or plan is: a threat if an act of conflict is planned, a request if others must act."""
        done = self.complement(word)
        others = any(
            (who := c.child(*SUBJECT)) and who.start in self.actors and c.tag == "VB" for c in word.all("ccomp")
        )
        if pattern.kind == "intend" and others and (done or word.lemma == "want"):
            return _as("REQUEST")  # *wants them to leave*
        if not done and (pattern.kind != "commit" or not word.child("dobj", "prep", "xcomp", "ccomp", "acomp")):
            return None
        if not done and (fact := word.child("ccomp")) and not any(a.tag in ("MD", "TO") for a in fact.all("aux")):
            return None  # *agreed that the bridge is safe*
        if any(c.child("neg") for c in word.all("xcomp", "ccomp")):
            # *Vowed not to talk* refuses, *vowed not to shoot* and *assured them that trains will not stop* promise.
            own = done.side == "cooperation" or word.child("xcomp") is not None
            return _as("REJECT") if own and done.side != "conflict" else pattern.code
        if pattern.kind == "decide" and done.kind in _ACTS:
            return done.code
        event = pattern.code if done.kind in ("", "commit", "intend") else _announced(done.code)
        return event if event.type else None

    def complement(self, word: Word) -> Pattern:
        """The pattern of what is promised or planned."""
        for c in word.all("xcomp", "ccomp", "acomp", "prep", "pcomp", "attr", "dobj", "acl", "advcl"):
            if (c.dep == "advcl" and c.tag != "VB") or any(w.lower == "whether" for w in c.children):
                continue
            verbal = c.pos in VERBAL
            done = self.pattern(c) if verbal else NONE
            if verbal and not done and c.dep in ("xcomp", "ccomp"):
                return NONE
            if done.kind in ("", "pass"):
                done = self.complement(c)
            if done:
                return done
        return _told(word)

    def acts(self, source: Phrase, event: EventCode, word: Word, pattern: Pattern) -> bool:
        """Whether it is somebody who acts; things do only as weapons, as somebody's, or where a pattern names them: not
        *the ink helps to forge it*.
        """
        if source.type is None or source.type in (*ACTOR_TYPES, "Place", "Work") or source.head is None:
            return True
        head = self.parse.at(source.head)
        named = bool(pattern.subject) or (pattern.adjectival and pattern.kind == "act")
        people = head is not None and (
            head.pos == "PROPN" or head.lemma.endswith(_AGENTIVE) or head.lemma in _set("$army-noun")
        )
        owned = any((source.start or 0) <= at < (source.end or 0) for at in self.actors)
        return named or people or owned or event.type == "ASSAULT"

    def pattern(self, word: Word, negated: bool = False) -> Pattern:
        """The most specific pattern that fits a verb and what stands with it."""
        key = (word.i, negated)
        if key not in self.patterns:
            self.patterns[key] = self._fitting(word, negated)
        return self.patterns[key]

    def _fitting(self, word: Word, negated: bool) -> Pattern:
        subject = word.child(*SUBJECT)
        if subject is None and word.dep in ("conj", "advcl") and word.head is not None:
            subject = word.head.child(*SUBJECT)
        if subject is not None and subject.tag == "WDT" and word.dep == "relcl":
            subject = word.head  # *the crash, which killed two*
        doers = set(_noun(subject)) if subject is not None else set()
        if doers & _set("$nature"):
            return NONE  # quakes and floods kill, but do not act
        # *was hurt in a flood*, *killed himself*
        apart = not _set("$nature").isdisjoint(set().union(*self.causes(word)))
        himself = any(c.lower in _set("$oneself") for c in word.all("dobj"))
        near = {word.lower, *self.objects(word), *(("not",) if negated else ())}
        below = (word, *word.all("prt", "advmod"))  # *stay away from the talks*
        far = near.union(*(_prepositional(c) for w in below for c in _preps(w) if c.lower not in _set("$when")))
        preps = [c for o in word.all("dobj") for c in o.all("prep")]
        far.update(n for c in preps for d in c.children for n in _noun(d))
        farther = far.union(c.lower for c in preps)  # *an attack on the plan*
        passive = word.tag == "VBN" and word.child("auxpass") is not None
        for p in _choices(word.lemma, passive or word.lemma == "be"):
            here = near if not p.loose else far if len(p.words) == 1 else farther
            if p.side == "conflict" and (apart or (himself and _set("$oneself") not in p.words)):
                continue
            if not any(map(here.isdisjoint, p.words)) and (not p.subject or p.subject & doers):
                return p
        return NONE

    def causes(self, word: Word) -> Iterator[Iterator[str]]:
        """What did it to those who were killed or hurt: *by a wave*, *in the flood*, *when the roof collapsed*."""
        if word.child(*PASSIVE_SUBJECT) is None:
            return
        for prep in word.all("prep", "agent"):
            yield _prepositional(prep)
        for clause in (c for verb in (word, *word.all("conj")) for c in verb.all("advcl")):
            yield (w.lemma for w in (clause, *clause.all(*SUBJECT)))

    def objects(self, word: Word) -> Iterator[str]:
        """Lemmas of particles and objects with their modifiers; signs of a clause, a person or a thing as object."""
        yield from (c.lower for c in _preps(word))
        for c in word.children:
            if c.dep in _OBJECTS:
                yield from _noun(c)
                if c.dep == "acomp":
                    yield from (p.lower for p in c.all("prep"))
                if c.dep == "oprd":
                    yield "_named"
                elif c.dep == "dobj" or c.dep in PASSIVE_SUBJECT:
                    yield "_who" if c.start in self.actors else "_what"
            elif c.dep in ("ccomp", "xcomp") and c.pos == "ADJ":
                yield c.lemma.lower()  # *found him guilty*
            elif c.dep == "ccomp" and c.tag not in ("VB", "VBG") and c.pos in VERBAL and not _subjunctive(c):
                yield "_that"
            elif c.dep in ("xcomp", "advcl", "ccomp") and (
                c.tag == "VB" or (c.tag == "VBG" and c.dep != "advcl") or _subjunctive(c)
            ):
                yield c.lemma.lower()
                if c.dep != "advcl" and c.tag != "VBG" and not any(a.tag[:2] in ("MD", "VB") for a in c.all("aux")):
                    yield "_to"
                    yield from (lemma for d in c.all("nsubj") for lemma in _noun(d))
                if c.dep == "xcomp" and c.tag == "VBG":
                    yield from self.objects(c)

    def foreground(self, word: Word) -> bool:
        """Whether a clause reports news: no background of a noun or time, nothing a coded act has as its content.

        One act told in several verbs (*shelled the port, killing two*) is coded once, where it is told first.
        """
        at: Word | None = word
        while at is not None:
            above, governor = at.head, _governor(at)
            if above is None or (at.pos not in VERBAL and at.dep != "acomp"):
                return at.pos in VERBAL
            if at.dep == "relcl":  # *the rebels, who shelled the port*, not *rebels who shelled it*
                return self.parse.words[at.subtree()[0].i - 1].lower == ","
            if at.dep == "acomp" and self.pattern(above).kind in ("", "none"):  # *is due to visit*
                at = above
                continue
            timed = at.dep == "advcl" and (at.tag != "VBG" or at.child("mark", "advmod") is not None)
            timed = timed and above.lemma != "die"  # *ten died when a bomb went off*
            if (issue := _issue(at)) is not None:
                at = issue
                continue
            if timed or at.dep in _BACKGROUND or (at.dep == "pcomp" and governor is None):
                return False
            denied = governor is not None and governor.child("neg") is not None
            if governor is not None and self.pattern(governor, denied).kind not in ("", "pass", "none"):
                return False
            if governor is not None and at.dep != "conj":
                above = governor
            if at.dep in ("conj", "advcl") and at.child("nsubj") is None and above.pos in VERBAL:
                one, other = self.pattern(at), self.pattern(above)
                # *Attacked it, burning trucks*, *closed the port, demanding higher pay*
                if one and other and ((at.dep == "advcl" and at.i > above.i) or one.code.type == other.code.type):
                    return False
            at = above
        return True

    def parties(
        self, s: Statement, word: Word, event: EventCode, pattern: Pattern
    ) -> tuple[Phrase | None, Phrase | None]:
        """Who acts and upon whom; of what is said to be a must, who says so and who must."""
        if s.modality == "necessary":
            return _voice(s.attribution[-1]), s.subject
        patient = word.child(*PASSIVE_SUBJECT)
        # *Is opposed to*, *is committed to*: the subject acts though the form is passive.
        if patient is None and word.dep == "conj" and word.tag == "VBN" and not word.child("aux", "dobj"):
            patient = word.child(*SUBJECT)  # *ten were killed and 13 wounded*
        relative = patient is not None and patient.tag.startswith("W") and word.child("agent") is None
        passive = patient is not None and (relative or s.subject.head == patient.start)
        passive = passive and not (pattern.adjectival or pattern.kind == "commit")
        undergone = self.parse.at(s.subject.head) if passive and s.subject.head is not None else None
        if (
            undergone is not None
            and _moved(undergone)
            and (event.type == "MOBILIZE" or event.mode in ("disarm", "expel"))
        ):
            return s.subject, self.target(s, word, s.subject, event)  # *troops were sent to the border*
        if pattern.kind == "undergo":  # *came under pressure from Norland*
            givers = self.named([w for p in word.subtree() if p.lower == "from" for w in p.children])
            return next(iter(givers), None), s.subject
        between = patient is not None and any(p.lower == "between" for p in patient.all("prep"))
        began = pattern.kind in ("pass", "stop") and word.child("dobj", "xcomp") is None
        if pattern.kind == "happen" or began or (passive and between):
            # *Fighting broke out between rebels and soldiers*, *ties between them were cut*: the first two met.
            found = self.named([*word.all(*SUBJECT), word])
            return (found[0] if found else None), (found[1] if len(found) > 1 else None)
        if undergone is not None and _somebody(undergone, self.actors):
            return None, s.subject
        if passive:
            return None, self.target(s, word, None, event)
        source = _voice(s.attribution[-1]) if _speaks(s) else s.subject
        if (issue := _issue(word)) is not None and (issuer := issue.child(*SUBJECT)) is not None:
            source = self.phrase(m, issuer) if (m := self.actors.get(issuer.start)) is not None else source
        act = self.parse.at(s.subject.head) if source is s.subject and s.subject.head is not None else None
        if act is not None and act.lemma.lower() in _acts():  # *an attack by rebels killed ten*
            source = next(iter(self.named([act], doing=True)), source)
        return source, self.target(s, word, source, event)

    def named(self, words: list[Word], *, doing: bool = False) -> list[Phrase]:
        """The actors that stand with nouns or verbs, those who do it first (doing: only those)."""
        met = [(_marker(w, top), w) for top in words for w in (_around(top) if top.pos in VERBAL else _within(top))]
        found: list[Phrase] = []
        for marker, w in sorted(met, key=lambda m: _DOERS.get(m[0], len(_DOERS))):
            within = w.dep != "conj" and any((p.start or 0) <= w.start < (p.end or 0) for p in found)
            near = marker in _DOERS and w.head is not None and any(w.head in (top, *top.children) for top in words)
            m = self.actors.get(w.start)
            if m is not None and m.kind != "pronoun" and not within and (near or not doing):
                found.append(self.phrase(m, w))
        return found

    def target(self, s: Statement, word: Word, source: Phrase | None, event: EventCode) -> Phrase | None:
        """The actor nearest to the verb that is neither who acts nor what the act is done with."""
        apart = {source.entity, s.subject.entity} - {None} if source is not None else {None}
        own = range(s.subject.start or 0, s.subject.end or 0) if source is not None else range(0)
        tools = frozenset().union(*self.pattern(word).words, *self.complement(word).words)
        around = list(_around(word, ordered=event.type != "THREATEN"))
        if word.child("dobj", *PASSIVE_SUBJECT) is None:  # *ambushed and killed the mayor*
            around += [w for v in word.all("conj") if self.pattern(v).code.type == event.type for w in _around(v)]
        others = [
            (m, at)
            for at in around
            if (m := self.actors.get(at.start)) is not None
            and (m.kind != "pronoun" or at.dep not in ("poss", *SUBJECT))
            and at.lower not in _set("$oneself")
            and m.entity not in apart
            and m.start not in own
            and (m.kind == "name" or at.lemma.lower() not in tools)
        ]
        # *The port of Nerva* is Nerva's; a port, or where it was, is better than nothing.
        own_object = s.object.head if s.object is not None else None
        mutual = event.type in _MUTUAL and any(m.kind == "name" for m, _ in others)

        def last(m: Mention, at: Word) -> bool:  # *its troops*, *extradited suspects to Norland*
            owner = self.actors.get(of.start) if (of := at.child("poss")) is not None else None
            return m.kind == "pronoun" or (owner is not None and owner.entity in apart) or (mutual and m.kind != "name")

        others.sort(key=lambda o: (last(*o), _incidental(*o), o[0].head != own_object))
        if event.type in _MUTUAL and not any(p.lower == "with" for p in word.all("prep")):
            # *Petrova and Reed met in Nerva*: each has the other.
            both = [self.actors[w.start] for w in _beside(self.parse.at(s.subject.head or 0)) if w.start in self.actors]
            here = event.type == "CONSULT" and event.mode != "visit" and others and _incidental(*others[0])
            if both or here:
                return next((_phrase_of(m, self.parse) for m in both), None)
        done = self.parse.at(own_object) if own_object in self.actors and own_object is not None else None
        if not others and done is not None:
            if word.child(*PASSIVE_SUBJECT) is not None:
                return s.object  # *the port, which was shelled by rebels*
            if done.dep == "dobj":
                return None if _moved(done) or last(self.actors[done.start], done) else s.object
        if not others and source is not None and event.type not in _MUTUAL:
            # *Rejected a call for its troops to be sent to Nerva*
            named = [(m, w) for w in word.subtree() if w.i > word.i and (m := self.actors.get(w.start)) is not None]
            named = [(m, w) for m, w in named if m.kind == "name" and m.type != "Person" and m.start not in own]
            others = [(m, w) for m, w in named if m.entity not in apart]
        return self.phrase(*others[0]) if others else None

    def phrase(self, m: Mention, at: Word) -> Phrase:
        """A mention with what stands before its head, those coordinated to it, and the name that tells which it is."""
        first = min((c.start for c in at.children if c.dep in _MODIFIERS and c.tag != "VBG"), default=m.start)
        last = max((self.actors[c.start].end for c in at.all("conj") if c.start in self.actors), default=m.end)
        start, end = min(first, m.start), max(last, m.end)
        if m.kind != "name" and not any(w.pos == "PROPN" for w in self.parse.words if start <= w.start < end):
            names = (self.actors[w.start] for w in _within(at) if w.start in self.actors)
            end = next((n.end for n in names if n.kind == "name" and 0 <= n.end - end < _NEAR), end)
        return Phrase(self.parse.article.text[start:end], start, end, m.entity, m.name, m.type, head=m.head)


def _somebody(word: Word, actors: dict[int, Mention]) -> bool:
    """*Petrova was jailed*, *more than 20 were killed*."""
    return word.start in actors or word.pos == "PROPN" or word.tag == "CD"


@cache
def _acts() -> frozenset[str]:
    """Nouns of acts."""
    return lexicon.words("lexicon/event_nouns") | _set("$attack-noun") | _set("$protest-noun")


def _told(word: Word, *deps: str) -> Pattern:
    """The pattern of the act that the noun of an object tells, or of a subject: *the withdrawal began*."""
    for noun in word.all("dobj", *deps):
        verb = lexicon.mapping("lexicon/event_nouns", "noun", "verb").get(noun.lemma.lower(), "")
        return next((p for p in _choices(verb, False) if not p.words and p.kind == "act"), NONE)
    return NONE


def _moved(word: Word) -> bool:
    """Forces and observers, with which something is done rather than to which."""
    return word.lemma.lower() in _set("$army-noun") | _set("$keeper-noun") | _set("$inspector-noun")


def _subjunctive(word: Word) -> bool:
    """*Insisted that the mayor leave*: a plain form with a subject in the singular."""
    subject = word.child("nsubj")
    return word.tag == "VBP" and subject is not None and subject.tag in ("NN", "NNP") and not subject.all("conj")


def _issue(word: Word) -> Word | None:
    """The verb by which somebody gives out the words that a participle tells: *issued a statement urging calm*."""
    noun = word.head if word.dep == "acl" and word.tag == "VBG" else None
    given = noun is not None and noun.dep == "dobj" and noun.lemma.lower() in _set("$paper")
    return noun.head if noun is not None and given else None


def _speaks(s: Statement) -> bool:
    """Whether who does it is who says it."""
    return bool(s.attribution) and s.subject.entity is not None and s.attribution[-1].entity == s.subject.entity


def _marker(word: Word, top: Word) -> str:
    """The preposition by which a word hangs on another, or *by* wherever it stands."""
    marker, at = "", word
    while at is not top and at.head is not None:
        if at.dep == "prep" and marker != "by":
            marker = at.lower
        at = at.head
    return marker


def _beside(word: Word | None) -> list[Word]:
    """What a word is coordinated with."""
    first = word.head if word is not None and word.dep == "conj" else word
    return [w for w in (first, *first.all("conj")) if w is not word] if first is not None else []


def _phrase_of(m: Mention, parse: Parse) -> Phrase:
    return Phrase(parse.article.text[m.start : m.end], m.start, m.end, m.entity, m.name, m.type, head=m.head)


def _voice(voice: Source) -> Phrase:
    return Phrase(voice.text or "", voice.start, voice.end, voice.entity, voice.name, head=voice.head)


def _incidental(m: Mention, at: Word) -> int:
    place = m.type in ("Place", "Country") and at.head is not None and at.head.lower in _set("$where")
    return 2 if m.type == "Place" and m.kind != "name" else int(place)


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


def _preps(word: Word) -> list[Word]:
    """The prepositions of a verb but for those of days (*insisted on Monday*)."""
    found = word.all("prep", "agent")
    return [p for p in found if p.lower != "on" or not any(c.ner == "DATE" for c in p.children)]


def _prepositional(prep: Word) -> Iterator[str]:
    yield prep.lower
    for c in prep.children:
        if c.dep == "prep":
            yield from _prepositional(c)
        else:
            yield from _noun(c)
        if c.dep == "pcomp":
            yield from (lemma for d in c.all("dobj") for lemma in _noun(d))


def _noun(head: Word) -> Iterator[str]:
    yield head.lemma.lower() if head.tag != "NNPS" else head.lower.removesuffix("s")
    for c in head.children:
        if c.dep in _MODIFIERS or c.dep == "conj":
            yield from _noun(c)
        elif c.lower == "no":
            yield "no"
        elif c.dep == "prep" and c.lower == "of":
            yield from _prepositional(c)
        elif c.dep == "acl" and c.tag == "VB":
            yield c.lemma.lower()


def _around(word: Word, *, ordered: bool = True) -> Iterator[Word]:
    """The words below a verb in the order in which those an act is done to are to be found.

    ordered: who does what is asked for may be who is asked.
    """
    for c in word.all("dobj", "dative", "nsubjpass", "attr", "oprd", "acomp"):
        yield from _within(c)
    yield from _prepositions(word)
    for c in word.all("xcomp", "ccomp", "pcomp"):
        for subject in c.all(*SUBJECT) if ordered else ():
            yield from _within(subject)
        yield from _around(c)
    for c in word.all("advcl"):
        if c.tag == "VB":
            yield from _around(c)
        elif any(w.lower == "unless" for w in c.children):
            yield from (w for subject in c.all(*SUBJECT) for w in _within(subject))


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
    for prep in sorted(preps, key=lambda p: _TOWARDS.get(p.lower, len(_TOWARDS))) if len(preps) > 1 else preps:
        if prep.lower in _set("$aside") and word.pos in VERBAL:
            continue
        for c in (d for p in prep.children for d in (p.children if p.dep == "prep" else [p])):  # *out of the town*
            yield from _around(c) if c.dep == "pcomp" else _within(c)
