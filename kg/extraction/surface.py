"""Clauses as propositions in the words of the sentence: short ones, or one n-ary tuple a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.extraction.clause import Clause, Filler, Part
from kg.extraction.frame import borrowed, conjoined, ends, frame, markers, sharing
from kg.extraction.labels import AMOUNTS, GOVERNED, RELATIVE_TAGS, SUBJECT, VERBAL
from kg.extraction.phrases import (
    MOST_WORDS,
    apart,
    clause_words,
    full_words,
    is_relative,
    noun_words,
    run,
    together,
    trimmed,
)
from kg.extraction.recast import extraposed
from kg.extraction.subjects import PREPOSITIONAL, object_gap, own_subject, reported
from kg.parsing import Parse, Word

Words = tuple[Word, ...]
Pair = tuple[Words, Words]
Triple = tuple[Words, Words, Words]
# Arguments of these roles do not complete an intransitive verb; those of others do (*erected into an abbey*).
_CIRCUMSTANCE = frozenset({"time", "place", "cause", "concession", "condition", "accompaniment", "manner"})
_FINITE = lexicon.mapping("lexicon/reporting", "verb", "finite")
_IDIOMS = {(r["verb"], r["noun"]) for r in lexicon.table("lexicon/idioms")}
_PERSONS = lexicon.words("lexicon/nouns", type="Person") | lexicon.words("lexicon/titles")
# Verbs that tell something of their object only with what it then does: *forced the firm to sell*, not *asked it to*.
_BRINGING = lexicon.words("lexicon/reporting", "verb", infinitive="do", finite="") & lexicon.words(
    "lexicon/control", "verb", control="object"
)
# Tags of words that name nobody by themselves: *which*, *who*, *his*.
_NOBODY = frozenset({"WDT", "WP", "WP$", "PRP$"})
# What introduces a clause that nobody says is so.
_OPEN = frozenset({"if", "unless", "until", "whether", "whenever", "wherever", "however"})
_UNSTATED = frozenset({"want", "ask", "deny", "doubt"})


class Surface:
    """The propositions of one sentence's clauses."""

    def __init__(self, parse: Parse, clauses: list[Clause]) -> None:
        self.parse = parse
        self.clauses = clauses
        self.by_predicate: dict[int, Clause] = {}
        self.chained: dict[int, Clause] = {}
        for c in clauses:
            self.by_predicate.setdefault(c.predicate.i, c)
            if c.link == "chain" and c.governor is not None:
                self.chained.setdefault(c.governor.i, c)
        self.led = {c.predicate.i for c in clauses if c.lead}
        self.silent = {c.predicate.i for c in clauses if c.kind != "nominal" and not (stated(c.predicate) and done(c))}

    def said(self, clause: Clause) -> bool:
        """Whether the clause states something of its own: no condition, no question, nothing inside one."""
        noun = clause.predicate.head
        if clause.rule == "included" and noun is not None and noun.dep not in SUBJECT:
            return False  # *hired six nurses including* · *Ana Quill* says it
        if not self.silent:
            return True
        at: Word | None = clause.predicate
        while at is not None and at.i not in self.silent:
            # What a relative clause adds holds whatever is said of its noun.
            at = None if at.dep == "relcl" else at.head
        return at is None

    def text(self, words: Words, added: str | None = None) -> str:
        """The words as the article has them, blanks where it has some or where words between are left out."""
        out: list[str] = [added] if added else []
        last: Word | None = None
        for w in words:
            if out and not (last is not None and last.i + 1 == w.i and last.end == w.start):
                out.append(" ")
            out.append(w.text)
            last = w
        return "".join(out)

    def above(self, clause: Clause) -> Clause | None:
        """The clause that takes this one up."""
        if clause.link not in ("chain", "purpose") or clause.governor is None:
            return None
        return self.by_predicate.get(clause.governor.i)

    def prefix(self, clause: Clause, depth: int = 0) -> Words:
        """What governing verbs put before the clause's own group: *urged Russia (to stop)*."""
        above = self.above(clause)
        if above is None or depth > 6:
            return clause.lead
        found = [*self.prefix(above, depth + 1), *above.group]
        if above.receiver is not None:
            found.extend(above.receiver.words)
        for f in above.objects[:1]:
            if not f.clause and f.head.i < clause.predicate.i:
                found.extend(apart(f, clause.predicate))
        for p in above.arguments:
            asked = p.role == "goal" or above.predicate.lemma in PREPOSITIONAL
            if asked and p.noun is None and not above.objects and p.filler.head.i < clause.predicate.i:
                found.extend((*p.marker, *p.filler.words))
                break
        return ordered([*found, *clause.lead])

    def subjects(self, clause: Clause) -> tuple[Filler, ...]:
        """The subjects a proposition shows: of a chain those of the verb that governs all."""
        for _ in range(8):
            above = self.above(clause)
            if above is None:
                break
            clause = above
        return tuple(told(f) for f in joint(clause.subjects))

    def relation(self, clause: Clause) -> Words:
        return ordered([*self.prefix(clause), *clause.group])

    def wide_relation(self, clause: Clause) -> Words:
        """The relation with the adverbs right before it and *that* behind it: *also noted that*."""
        said = clause.objects[0].head.all("mark") if clause.objects and clause.objects[0].clause else []
        relation = ordered([*self.relation(clause), *(m for m in said if m.lower == "that")])
        if not clause.group or clause.link in ("chain", "purpose"):
            return relation
        before = {clause.group[0].i - 1, clause.predicate.i - 1}
        adverbs = [c for c in clause.predicate.children if c.dep == "advmod" and c.i in before and not c.children]
        return ordered(sorted((*relation, *(c for c in adverbs if c.tag != "WRB")), key=lambda w: w.i))

    def apart(self, p: Part, clause: Clause) -> bool:
        """Whether an argument is a clause set off by a comma whose fact is told by itself: *Although it rained, …*."""
        told = self.by_predicate.get(p.filler.head.i) if p.filler.clause and p.marker else None
        if told is None or not self.said(told):
            return False
        verb, at = clause.predicate, p.filler.head.i
        return at < verb.i or any(c.text == "," and verb.i < c.i < at for c in verb.children)

    def arguments(self, clause: Clause) -> tuple[list[Part], list[Part]]:
        """Arguments that the clause keeps, and those it takes over from the verbs that govern it."""
        own = [p for p in bounds(clause.arguments) if p.filler.head.i not in self.led]
        if clause.predicate.i in self.chained:
            # *In May they began to build* : when belongs to the building.
            at = self.chained[clause.predicate.i].predicate.i
            own = [p for p in own if clause.predicate.i < p.filler.head.i < at and p.noun is None]
        taken: list[Part] = []
        below, above = clause, None if clause.predicate.i in self.chained else self.above(clause)
        while above is not None and self.chained.get(above.predicate.i) is below:
            inner = range(above.predicate.i, below.predicate.i)
            parts = [p for p in above.arguments if p.noun is None and p.filler.head.i not in self.led]
            taken += [p for p in parts if p.filler.head.i not in inner]
            below, above = above, self.above(above)
        return own, taken

    def triples(self, clause: Clause) -> Iterator[Triple]:
        facts = list(self.facts(clause))
        for s in self.subjects(clause):
            yield from ((apart(s, clause.predicate), *fact) for fact in facts if s.words)

    def facts(self, clause: Clause) -> Iterator[Pair]:
        """What is said of the subject: relation and object, each argument after what it completes."""
        own, taken = self.arguments(clause)
        base = self.relation(clause)
        if clause.receiver is not None:
            if not clause.objects:
                yield base, clause.receiver.words
            base = ordered([*base, *clause.receiver.words])
        fit = [p for p in own if completes(clause, p)]
        asked = min(fit, key=lambda p: p.filler.head.i < clause.predicate.i, default=None)
        if clause.objects:
            yield from self.objects(clause, base)
            own, taken = ([p for p in parts if p.noun is None] for parts in (own, taken))
            base += () if clause.objects[0].clause else clause.objects[0].words
        elif asked is not None:
            first = [p for p in own if p is asked or (p.marker and p.marker == asked.marker)]
            own = [p for p in own if p not in first]
            for p in first:
                yield from argument(base, p)
            base += asked.marker + asked.filler.words if asked.filler.head.i > clause.predicate.i else ()
        elif not (own or taken or clause.receiver or clause.predicate.i in self.chained):
            yield from self.alone(clause, base)
        for p in (*own, *taken):
            yield from argument(base, p)

    def objects(self, clause: Clause, base: Words) -> Iterator[Pair]:
        chain = self.chained.get(clause.predicate.i)
        made = chain is not None and chain.predicate.dep == "xcomp" and clause.predicate.lemma in _BRINGING
        for f in joint(clause.objects):
            bare = lacking(f.head) or made or (chain is not None and f.head.pos == "ADJ")
            if f.clause:
                yield from ((base, words) for words in contents(f))
            elif not (bare or (extraposed(clause) and clause.link != "chain")):
                yield base, f.words
        if not clause.objects[0].clause and clause.rule != "possessive":
            for f in clause.objects:
                yield from nested(base, f)

    def alone(self, clause: Clause, rel: Words) -> Iterator[Pair]:
        """A verb by itself parted in two, or with the adverb behind it: *was | closed*, *travelled | widely*."""
        at = len(self.prefix(clause)) or split(clause)
        adverb = clause.predicate.child("advmod")
        if adverb is not None and adverb.i == rel[-1].i + 1 and adverb.tag == "RB":
            yield rel, tuple(adverb.subtree())
        elif 0 < at < len(rel):
            yield rel[:at], rel[at:]


def argument(base: Words, p: Part) -> Iterator[Pair]:
    rel = base + p.marker
    yield from ((rel, words) for words in contents(p.filler))
    if not p.filler.clause:
        yield from nested(rel, p.filler)
    elif (verb := p.filler.head).dep == "pcomp" and verb.child("conj", *SUBJECT) is None and not circumstance(verb):
        # *was accused of taking boats from* · *the port*
        gerund = frame(verb, (), "")
        rel = (*rel, *gerund.group, *(w for f in gerund.objects for w in f.words))
        if verb.tag == "VBG" and len(gerund.objects) < 2 and gerund.receiver is None:
            own = (a for a in gerund.arguments if a.marker and not a.filler.clause)
            yield from (fact for a in own for fact in argument(rel, a))


def contents(f: Filler) -> Iterator[Words]:
    """What a clause tells, one of its verbs at a time: *the port would close* and *the port would be sold*."""
    which, report = own_subject(f.head), f.head.head
    if report is not None and report.head is not None and reported(f.head) and (which is None or is_relative(which)):
        yield (*noun_words(report.head), *(w for w in f.words if w is not which))  # *(a film which) they say shows him*
        return
    verbs = [f.head]
    for verb in verbs:
        verbs += [c for c in verb.children if c.dep == "conj" and c.pos in VERBAL and c in f.words]
    owners = {v.i: own for v in verbs if (own := own_subject(v) or v.child("expl")) is not None}
    told = []
    for verb in verbs if len(verbs) > 1 and f.head.dep == "ccomp" and f.head.i in owners else ():
        below, apart = verb.subtree(), {w for v in verbs if v.head is verb for w in v.subtree()}
        words = [w for w in f.words if below[0].i <= w.i <= below[-1].i and w not in apart]
        words = [w for w in words if not (w.head is verb and w.dep == "mark" and w.lower == "that")]
        if f.words.index(words[-1]) - f.words.index(words[0]) >= len(words):
            break
        if verb.i not in owners and verb.head is not None:
            owners[verb.i] = subject = owners[verb.head.i]
            if (subject.tag, verb.tag) in (("NN", "VBP"), ("NNS", "VBZ")):
                break
            words = [*noun_words(subject), *(() if verb.child("aux", "auxpass") else borrowed(verb)), *words]
        if sharing(verb) is not None or any(c.lower in ("or", "nor") for c in verb.all("cc")):
            break
        told.append(trimmed(words))
    yield from told if len(told) == len(verbs) else (f.words,)


def bounds(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Each argument, both ends of *between Norland and Tarn* as one: what is between them is between neither alone."""
    for n, p in enumerate(parts):
        if p.marker and p.marker[-1].lower == "between" and not p.filler.clause:
            if n and parts[n - 1].marker == p.marker:
                continue
            p = replace(p, filler=Filler(p.filler.head, together(p.filler.head)))
        yield p


def joint(found: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """What *neither … nor* joins is one filler: of each by itself the sentence says the contrary."""
    first = next((c for f in found[:1] for c in f.head.children if c.lower == "neither" and c.i < f.head.i), None)
    if first is None or len(found) == 1:
        return found
    words = {w.i: w for f in found for w in (first, *f.words, *f.head.all("cc"))}
    return (Filler(found[0].head, tuple(words[i] for i in sorted(words))),)


def told(subject: Filler) -> Filler:
    """A subject with the phrases that say which one is meant: *the increase in fighting*."""
    head, named = subject.head, with_name(subject)
    if named is not subject:
        return named
    if subject.clause or not subject.words or head.tag not in ("NN", "NNS") or head.dep == "conj":
        return subject
    near = next((c for c in head.children if c.dep == "prep" and c.i == head.i + 1), None)
    noun = near.child("pobj") if near is not None else None
    if near is None or noun is None or near.lower == "by" or noun.ner in ("DATE", "TIME") or noun.child("conj"):
        return subject
    words = tuple(sorted({*subject.words, near, *full_words(noun)}, key=lambda w: w.i))
    whole = words[-1].i - words[0].i < len(words) <= MOST_WORDS
    return replace(subject, words=words) if whole else subject


def with_name(f: Filler) -> Filler:
    """A noun with the name right behind it: *the envoy Tom Reed*, *a version of the film Low Tide*."""
    last = f.words[-1] if f.words else f.head
    behind = (*f.head.children, *(last.children if last.pos == "NOUN" else ()))
    name = next((c for c in behind if c.dep == "appos" and c.pos == "PROPN"), None)
    if f.clause or not f.words or name is None or name.subtree()[0].i != last.i + 1:
        return f
    return replace(f, words=(*f.words, *noun_words(name)))


def completes(clause: Clause, p: Part) -> bool:
    """Whether a verb without object says little without the argument: *apply to*, *be in*, *travel there*.

    Right behind the verb also a place may be what it asks for (*placed on the table*), a named one hardly is.
    """
    if p.noun is not None or p.filler.clause:
        return False
    if not p.marker:
        return p.role != "time" and p.filler.words[0].i == clause.predicate.i + 1
    if p.role not in _CIRCUMSTANCE or (clause.kind == "copula" and p.marker[0].i > clause.predicate.i):
        return True
    asked = p.role == "accompaniment" or p.marker[0].dep == "agent" or (p.role == "place" and not p.filler.head.ner)
    return asked and p.marker[0].i == clause.predicate.i + 1


def split(clause: Clause) -> int:
    """Where a verb group that stands alone parts: *was | closed*, *would | resign*, *fought | on*."""
    group = clause.group
    if clause.kind == "existential" or clause.predicate not in group:
        return 0
    at = group.index(clause.predicate)
    verb = clause.predicate
    helped = verb.lemma not in ("be", "do", "have") and verb.child("aux") is not None and group[-1] is verb
    if helped or any(c.lemma == "be" for c in verb.all("aux", "auxpass")):
        return at
    return at + 1 if group[-1].dep == "prt" else 0


def stated(verb: Word) -> bool:
    """Whether a clause states something: no condition, embedded question or free relative, nothing wanted or denied."""
    governor = verb.head
    if (
        verb.dep == "ccomp"
        and governor is not None
        and governor.i < verb.i
        and not any(c.lower == "to" for c in verb.all("aux"))
    ):
        kind = _FINITE.get(governor.lemma)
        if kind in _UNSTATED or (kind != "fact" and governor.child("neg") is not None):
            return False
    if verb.dep == "acl" and governor is not None and (own_subject(verb) is not None or verb.child("mark") is not None):
        over = governor.head.lemma if governor.dep == "dobj" and governor.head is not None else ""
        return _FINITE.get(over) not in _UNSTATED and not any(c.lower == "no" for c in governor.children)
    if verb.dep == "pcomp":
        return circumstance(verb)
    if verb.dep == "advcl":
        asked = governor is not None and governor.lower == "long"  # *as long as it lasts*
        turned = any(c.dep == "aux" for c in verb.children[:1])  # *Had it lasted, …*
        asked |= turned and verb.child("nsubj", "nsubjpass") is not None
        return not asked and not any(c.lower in _OPEN for c in verb.all("mark", "advmod"))
    if verb.dep in ("ccomp", "pcomp", "csubj", "xcomp", "csubjpass", "advcl") and not (
        object_gap(verb) or which_reported(verb)
    ):
        for c in verb.children:
            if c.lower == "how" and not c.children and told_how(verb):
                continue
            if c.i < verb.i and (c.tag in RELATIVE_TAGS or (c.dep == "mark" and c.lower in ("if", "whether"))):
                return False
            if (
                c.i < verb.i
                and c.dep in ("det", "prep", "dobj", "nsubj")
                and any(g.tag in ("WDT", "WP") for g in c.children)
            ):
                return False
    return True


def told_how(verb: Word) -> bool:
    """*told how the boat sank*: how it did may be news, that it did is none; not *asked how it sinks*."""
    over = verb.head
    asked = over is None or over.child("neg") is not None or _FINITE.get(over.lemma) in _UNSTATED
    return (
        not asked
        and verb.dep == "ccomp"
        and (verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.all("aux", "auxpass")))
    )


def which_reported(verb: Word) -> bool:
    """*a film which they say shows him*: the relative word is the subject of what is said."""
    own = own_subject(verb)
    return own is not None and is_relative(own) and reported(verb)


def done(clause: Clause) -> bool:
    """Whether it is no infinitive with a subject of its own and no governor: *(illegal) for anyone to have it*."""
    mark = clause.predicate.child("mark")
    return clause.link != "none" or mark is None or mark.lower != "for" or clause.predicate.tag != "VB"


def circumstance(gerund: Word) -> bool:
    """Whether a gerund tells a fact of its own: *after taking the money they fled*, *with half of them living there*,
    not *a tool for taking notes*.
    """
    prep = gerund.head
    if prep is not None and prep.lower == "with" and gerund.tag in ("VBG", "VBN") and gerund.child(*SUBJECT):
        return True
    return (
        prep is not None
        and prep.head is not None
        and prep.head.pos in VERBAL
        and prep.lower in ("after", "before", "by", "while", "without", "since")
    )


def lacking(head: Word) -> bool:
    """A predicate that says little without its preposition: *is home to*, *is aware of*, *is larger than*."""
    verb = head.head
    if verb is None or verb.child("expl") is not None:
        return False
    if (verb.lemma, head.lower) in _IDIOMS and all(c.dep == "prep" for c in head.children):
        return bool(head.children) or verb.child("prep", "npadvmod", "xcomp") is not None
    own = next((c.lower for c in head.children if c.dep == "prep" and c.i > head.i), "")
    if (head.tag == "JJR" and own == "than") or (head.ner in AMOUNTS and own in ("above", "below")):
        return True
    if head.pos == "ADJ":
        return head.dep == "acomp" and own in GOVERNED
    return head.dep == "attr" and head.tag in ("NN", "RB") and len(head.children) == 1 and own == "to"


def nested(base: Words, f: Filler) -> Iterator[Pair]:
    """Facts about what stands inside a filler: *sent engineers from* · *Leeds*."""
    for prep in f.head.children:
        if prep.dep != "prep":
            continue
        counted = prep.lower == "of" and (counts(f.head) or named(f.head, prep))
        for p in conjoined(prep):
            marker, objects = markers(p)
            before = tuple(w for w in f.words if w.i < prep.i)
            if f.head not in before:
                continue
            for o in objects:
                if is_relative(o):
                    continue
                if o.dep == "pcomp":
                    yield base + before + marker, clause_words(o)
                    continue
                for inner in map(with_name, ends(marker, o, names=True)):
                    if not counted:
                        yield base + before + marker, inner.words
                    yield from nested(base + before + marker, inner)


def named(head: Word, prep: Word) -> bool:
    """Whether an of-phrase is part of a name: *Star of David*, *Order of the Lamp*, not *Governor of Norland*."""
    inner = prep.child("pobj")
    if inner is None or not head.tag == inner.tag[:3] == "NNP":
        return False
    alike = head.ner == inner.ner and inner.child("det") is None
    return alike or (head.lemma.lower() not in _PERSONS and inner.ner not in ("GPE", "LOC", "DATE"))


def counts(head: Word) -> bool:
    """Whether an of-phrase tells what a word counts: *many of the ships*, *two of them*."""
    number = head.tag == "CD" and all(c.dep in ("prep", "cc", "conj") for c in head.children)
    return number or head.tag in ("DT", "PDT", "PRP", "JJS") or head.lower == "many"


def ordered(words: list[Word]) -> Words:
    """Each word once."""
    return tuple({w.i: w for w in words}.values())


def with_names(clause: Clause) -> Clause:
    """A clause whose objects and arguments have the names behind them; who bears a name is not told with it."""
    if clause.kind == "nominal":
        return clause
    objects = tuple(map(with_name, clause.objects))
    return replace(
        clause, objects=objects, arguments=tuple(replace(p, filler=with_name(p.filler)) for p in clause.arguments)
    )


def binary(parse: Parse, clauses: list[Clause]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Each fact once, as subject, relation, object; before it the name of the rule that read it."""
    surface = Surface(parse, [with_names(c) for c in clauses])
    told: set[tuple[str, str, str]] = set()
    for clause in surface.clauses:
        if not surface.said(clause):
            continue
        for s, r, o in surface.triples(clause):
            if not o or set(s) & set(o) or (len(s) == 1 and s[0].tag in _NOBODY):
                continue
            row = surface.text(s), surface.text(r, clause.verb), surface.text(o)
            if row[1] and row not in told and any(x.isalnum() for x in row[0]):
                told.add(row)
                yield clause.rule, row


def nary(parse: Parse, clauses: list[Clause]) -> Iterator[tuple[str, ...]]:
    """One tuple a statement and object: subject, relation, object and further arguments in wide form; subjects that
    are coordinated in the sentence stay together.

    Where the sentence has no finite verb, *be* stands before the relation, as open information extraction writes it:
    *a bridge | be built by | monks*.
    """
    surface = Surface(parse, clauses)
    for clause in clauses:
        predicate, objects = clause.predicate, clause.objects
        in_chain = predicate.i in surface.chained and bool(objects)
        if in_chain and (objects[0].clause or objects[0].head.pos == "ADJ"):
            continue
        if clause.rule == "possessive" or not surface.said(clause):
            continue
        own, taken = surface.arguments(clause)
        parts = [p for p in (*own, *taken) if p.noun is None and not surface.apart(p, clause)]
        relation = surface.wide_relation(clause)
        if not objects and clause.receiver is None:
            asked = (p for p in parts if p.marker and not p.filler.clause and p.role != "time" and after(p, predicate))
            marker = next((p.marker for p in asked), ())
            relation = ordered([*relation, *marker])
            objects = tuple(p.filler for p in parts if p.marker and p.marker == marker)
            parts = [p for p in parts if not p.marker or p.marker != marker]
        further = [p.marker + wide_words(p.filler, predicate) for p in parts if p.filler.head.dep != "conj"]
        idle = predicate.i in surface.chained or clause.kind == "nominal" or clause.link == "purpose"
        if idle and not (objects or further or clause.receiver):
            continue
        added = "be" if clause.verb or (relation and relation[0].tag in ("VBN", "VBG")) else None
        for f in objects or (None,):
            cells = [clause.receiver.words] if clause.receiver else []
            joins: Words = ()
            if f is not None:
                words = quoted(f.words) if clause.kind == "nominal" else wide_words(f, predicate, alone=True)
                joins = words[: governed(f, words)]
                cells.append(words[len(joins) :])
            cells += further
            for s in as_one(surface.subjects(clause), clause):
                subject = subject_words(s, clause)
                if subject and not (clause.kind == "nominal" and set(subject) & set(cells[0])):
                    rest = [tuple(w for w in c if w not in subject) for c in cells or [()]]
                    yield (surface.text(subject), surface.text((*relation, *joins), added), *map(surface.text, rest))


def after(p: Part, verb: Word) -> bool:
    return p.marker[0].i > verb.i


def governed(f: Filler, words: Words) -> int:
    """How many words of an adjective join the relation with the preposition it asks for: *is aware of* · *the risk*."""
    if f.clause or f.head.pos != "ADJ" or not lacking(f.head):
        return 0
    at = next((n for n, w in enumerate(words, 1) if w.dep == "prep" and w.head is f.head), 0)
    return at if at < len(words) else 0


def wide_words(f: Filler, predicate: Word, *, alone: bool = False) -> Words:
    """All that belongs to a filler, clauses too unless a comma sets them off or they hold the predicate; ``alone``:
    without what is coordinated with it."""
    if f.clause or f.head in predicate.ancestors():
        return quoted(f.words)
    words = noun_words(f.head, wide=True)
    apart = {w for c in f.head.children if alone and c.dep in ("conj", "cc") for w in c.subtree()}
    return quoted(run(quoted(trimmed([w for w in words if w not in apart])), f.head))


def as_one(subjects: tuple[Filler, ...], clause: Clause) -> tuple[Filler, ...]:
    """Coordinated subjects as the one phrase they are: *Norland and Sudland signed it*."""
    if len(subjects) < 2 or clause.kind == "nominal":
        return subjects
    words = wide_words(subjects[0], clause.predicate)
    return (replace(subjects[0], words=words),) if all(s.head in words for s in subjects) else subjects


def subject_words(f: Filler, clause: Clause) -> Words:
    """All that belongs to a subject but the clause that tells of it."""
    if clause.kind == "nominal":
        return quoted(f.words)
    words = wide_words(f, clause.predicate, alone=True)
    return apart(replace(f, words=words if set(f.words) <= set(words) else quoted(f.words)), clause.predicate)


def quoted(words: Words) -> Words:
    """With the quotation marks that stand around some of the words."""
    here = {w.i for w in words}
    marks: list[Word] = []
    opened = None
    for w in words[0].words[max(min(here) - 1, 0) : max(here) + 3] if words else ():
        if w.tag == "``" and w.i + 1 in here:
            opened = w
        elif w.tag == "''" and opened is not None and here & {w.i - 1, w.i - 2}:
            marks += [m for m in (opened, w) if m.i not in here]
            opened = None
    return tuple(sorted((*words, *marks), key=lambda w: w.i)) if marks else words
