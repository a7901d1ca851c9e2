"""Clauses as statement records: coordination distributed, spans unbroken, relations normalised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from kg import lexicon
from kg.extraction.clause import Clause, Filler, Part
from kg.extraction.confidence import confidence
from kg.extraction.frame import prepositional
from kg.extraction.labels import GOVERNED, RELATIVE_TAGS
from kg.extraction.nominal import acts_of, unread
from kg.extraction.phrases import MOST_WORDS, clause_words, noun_words, quoted, run, shortened
from kg.extraction.quantities import quantity
from kg.extraction.recast import EQUATED, promised, recorded
from kg.extraction.roles import MARKERS
from kg.extraction.rules import clauses
from kg.parsing import Parse, Sent, Word
from kg.values import Argument, Phrase, Relation, Sentence, Statement, short_hash

OPEN_SUBJECT = "someone"
OPEN_THING = "something"
# Verbs of which an infinitive tells what is to become of a thing.
_STATING = lexicon.words("lexicon/control", "verb", control="stating")
_KINDS = lexicon.mapping("lexicon/nouns", "noun", "type")
_THINGS = frozenset({"Thing", "Event", "Work", "None"})
_PREVENTING = lexicon.words("lexicon/control", "verb", control="prevent")
# Nouns that say little without a clause.
_VAGUE = lexicon.words("lexicon/control", "verb", control="vague")
# Verbs that bring their object into a state.
_OWING = lexicon.words("lexicon/control", "verb", control="owing")
_OWED = frozenset({"against", "between", "for", "from", "in", "of", "on", "over", "to", "with"})
_SETTING = lexicon.words("lexicon/control", "verb", control="setting")
_CONTENT = lexicon.words("lexicon/content_nouns")
# What opens a clause whose verb stands for another: *as they do with hair*.
_LIKE = frozenset({"as", "like", "than"})


def asked(words: list[Word]) -> bool:
    """Whether a sentence is a direct question."""
    return any(w.text == "?" for w in words[-2:])


def nobody_is_meant(clause: Clause, words: list[Word]) -> bool:
    """*Who closed the port?*, *Let's assume …*, the *going* of *is going to leave*, *has* of *has to leave*, *used* of
    *used to leave* and *went* of *went on to say*; *how complex that is* and *as they do* state no more than a verb
    that is a mere preposition (*regarding the port*)."""
    subject = clause.subjects[0].head if clause.subjects else None
    verb = clause.predicate
    infinitives = [x for x in verb.all("xcomp") for c in x.all("aux") if c.lower == "to"]
    to = bool(infinitives)
    if to and verb.lemma == "be" and not clause.objects and subject is not None:
        # *is to meet*, *is yet to be told*
        yet = any(c.lower == "yet" for c in verb.all("advmod")) or infinitives[0].child("auxpass") is not None
        of = subject.child("prep") if subject.tag in ("CD", "NN") else None  # *one of the aims is to leave*
        nouns = {w.lemma.lower() for w in (subject, *(of.all("pobj") if of is not None else ()))}
        if yet or not (nouns & EQUATED or subject.tag in ("DT", "WP") or clause.subjects[0].clause):
            return subject.lower not in ("it", "this", "that")
    if to and (verb.lower == "going" or verb.lemma == "have"):
        return verb.child("aux") is not None if verb.lower == "going" else not clause.objects
    if to and not clause.objects and verb.child("auxpass") is None:
        on = verb.lemma == "go" and any(c.lower == "on" for c in verb.children)
        if on or (verb.lower == "used" and verb.tag == "VBD"):
            return True
    if verb.lemma == "do" and not clause.objects and verb.child("prep", "dobj") in verb.all("prep"):
        return any(c.lower in _LIKE for c in verb.all("mark"))
    if verb.tag == "VBG" and verb.lower in MARKERS and not verb.child("aux", "nsubj") and clause.kind != "nominal":
        return True
    if verb.lemma == "be" and subject is not None and subject.lower == "it" and _is_cleft(verb):
        return True
    fronted = next((o.words[0] for o in clause.objects[:1] if o.words and not o.clause), verb)
    first = next((s.words[0] for s in clause.subjects[:1] if s.words and not s.clause), verb)
    opening = first if first.tag == "WRB" else fronted
    if clause.kind == "copula" and opening.tag in ("WRB", "WDT") and opening.i < verb.i:
        return True
    unnamed = asked(words) or (clause.kind == "copula" and verb.tensed("VBZ", "VBP", "VBD") and first.lower == "what")
    return subject is not None and ((unnamed and subject.tag == "WP") or subject.lower in ("'s", "’s"))


def _is_cleft(be: Word) -> bool:
    """*It was Norland that left*, *It was in Tarn that they met*: says no more than what follows."""
    who = be.child("attr")
    if who is not None:
        that = next((c for r in who.all("relcl") for c in r.children if c.tag in ("WDT", "WP")), None)
        if that is None or that.head is None:
            return False
        denied = any(c.i == be.i + 1 for c in that.head.all("neg"))
        told = that.lower == "who" or who.pos == "PROPN" or who.lower == "one"
        return denied or (told and that.words[that.i - 1] in who.subtree() and that.words[that.i - 1].text != ",")
    content = be.child("ccomp")
    at = content.child("prep", "advmod") if content is not None else None
    return content is not None and at is not None and at.subtree()[0].i == be.i + 1 and bool(content.child("mark"))


def amount_of(clause: Clause, f: Filler) -> tuple[int | float, str | None] | None:
    """Value and unit of an object: an age is in years, whatever the model takes the number for."""
    return (int(f.head.text), "years") if clause.rule == "age" else quantity(f)


def beside(clause: Clause, object: Filler | None) -> tuple[Part, ...]:
    """The arguments beside one of the objects: *$3 million for roads and $2 million for schools*, each its own."""
    heads = [f.head for f in clause.objects]
    apart = any(p.noun in heads[:-1] and p.filler.head.i < heads[-1].i for p in clause.arguments)
    if object is None or len(heads) < 2 or not apart:
        return clause.arguments
    known = any(p.noun is object.head for p in clause.arguments)
    own = () if known or object.head is heads[0] else prepositional(object.head, noun=True)
    kept = (p for p in clause.arguments if p.noun not in heads or p.noun is object.head)
    return (*(p for p in own if p.filler.head not in object.words), *kept)


def tail(f: Filler, clause: Clause) -> Word | None:
    """The last word of what a filler lacks: *the way (it counts them)*, *a plan (to leave)*, *kept them (from it)*,
    *is ready (to leave)*, *is serious (about it)*, *a ban (on nets)*, *held them (under arrest)*,
    *there are miners (who left)*.
    """
    noun, predicate = f.head, clause.predicate
    kept = predicate.lemma in _PREVENTING
    below = (*noun.children, *(c for w in noun.all("amod") for c in w.children), *predicate.all("prep", "advcl"))
    fewer = any(w.tag == "JJR" for w in f.words)
    for c in [c for c in below if c.i > f.words[-1].i] if f.words and not f.clause else ():
        whole = c.tag not in ("VBG", "VBN") or c.child("aux", "auxpass") is not None
        it = clause.kind == "existential" or (noun.dep == "attr" and any(s.head.lower == "it" for s in clause.subjects))
        vague = it or noun.lemma in _VAGUE or (noun.lemma in _CONTENT and whole)
        asked = c.dep in ("acl", "xcomp", "advcl") and c.head is noun and any(w.lower == "to" for w in c.all("aux"))
        lacked = (c.dep in ("relcl", "acl") and (vague or kept)) or asked or (c.dep == "ccomp" and noun.pos == "ADJ")
        if c.dep == "prep" and c.head is predicate:
            state = c.child("pobj") if predicate.lemma in _SETTING and noun.dep == "dobj" else None
            bare = state is not None and state.tag == "NN" and not state.ner and state.child("det", "poss") is None
            lacked = bare or (kept and c.lower == "from") or owed(c, noun)
        lacked |= c.dep == "prep" and c.head is noun and owed(c, noun)
        if not (lacked or fewer):
            continue
        words = list(takewhile(lambda w: w.text != ",", clause_words(c))) or [c]
        lacked |= words[0].lower == "than"  # *fewer jobs (than expected)*
        most = MOST_WORDS - len(f.words) if c.dep == "prep" else 2 * MOST_WORDS
        if lacked and words[0].i == f.words[-1].i + 1 and 1 < len(words) <= most:
            return None if predicate in words or any(c in s.words for s in clause.subjects if s.clause) else words[-1]
    return None


def owed(prep: Word, noun: Word) -> bool:
    """*a ban (on nets)*, *is serious (about it)*; not *a ban (in May)*, *is open (in Tarn)*."""
    what = prep.child("pobj", "pcomp")
    if what is None or what.ner in ("DATE", "TIME") or what.tag in RELATIVE_TAGS:
        return False
    if noun.pos == "ADJ":
        return prep.lower in GOVERNED | {"for"} or (prep.lower == "in" and noun.lower.endswith("ed") and not what.ner)
    return noun.lemma in _OWING and prep.lower in _OWED


def wants_state(verb: Word, infinitive: Word) -> bool:
    """*The bill requires the data to be kept*: of a thing such verbs tell what is to become of it, as with a clause."""
    thing = verb.child("dobj")
    if thing is None or verb.lemma not in _STATING or thing.i > infinitive.i or thing.ner or thing.tag == "PRP":
        return False
    if verb.words[infinitive.subtree()[0].i - 1].pos == "PUNCT":
        return False
    return _KINDS.get(thing.lemma.lower(), "Person") in _THINGS


def all_clauses(words: list[Word]) -> list[Clause]:
    """The clauses of a sentence and the acts told in other ways, in order; an act is not also owned."""
    found = list(clauses(words))
    acts = list(acts_of(words))
    told = {c.predicate.i for c in acts}
    found = [c for c in found if c.rule != "possessive" or c.predicate.i not in told]
    told |= {c.predicate.i for c in found}
    found += [*acts, *(c for w in words if w.i not in told for c in unread(w))]
    return sorted(found, key=lambda c: c.predicate.i)


class Maker:
    """Makes the statements of one article; counts equal words for their ids."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.equal: Counter[tuple[str, ...]] = Counter()
        self.ids: dict[int, str] = {}

    def statements(self) -> Iterator[Statement]:
        return (s for _, _, s in self.traced())

    def traced(self) -> Iterator[tuple[Sent, Clause, Statement]]:
        """The statements, each with its sentence and the clause it was made from."""
        for sent in self.parse.prose():
            words = self.parse.words_of(sent)
            found = [c for c in all_clauses(words) if not nobody_is_meant(c, words)]
            made = [s for c in found for told in recorded(c) for s in self.made(told, sent)]
            for clause, statement in made:
                yield sent, clause, self.joined(clause, statement)

    def made(self, clause: Clause, sent: Sent) -> Iterator[tuple[Clause, Statement]]:
        """The statements of a clause, one a pair of subject and object."""
        sentence = Sentence(sent.index, sent.start, sent.end, self.parse.article.text[sent.start : sent.end])
        relation = self.relation(clause)
        sure = confidence(clause, sent)
        objects = [
            (
                None if o is None else self.object(clause, o),
                tuple(self.argument(p, clause) for p in beside(clause, o)),
            )
            for o in clause.objects or (None,)
        ]
        for s in clause.subjects or (Filler(clause.predicate, (), text=OPEN_SUBJECT),):
            subject = self.phrase(s, clause)
            for object, arguments in objects:
                words = (relation.text or relation.lemma, subject.text, object.text if object else "")
                number = self.equal[words]
                self.equal[words] += 1
                iri = self.parse.article.iri
                id = f"{iri}#s-{short_hash(*words, number, length=8)}"
                self.ids.setdefault(clause.predicate.i, id)
                yield (
                    clause,
                    Statement(
                        id,
                        iri,
                        sentence,
                        subject,
                        relation,
                        object,
                        arguments,
                        confidence=sure,
                        derived_by=clause.rule,
                    ),
                )

    def object(self, clause: Clause, f: Filler) -> Phrase:
        """The object with its value and unit where it is an amount."""
        found, amount = self.phrase(f, clause), amount_of(clause, f)
        return found if amount is None else replace(found, value=amount[0], unit=amount[1])

    def joined(self, clause: Clause, s: Statement) -> Statement:
        """Clauses that fill a place get the id of their statement."""
        object = s.object
        if object is not None and object.head is not None:
            w = self.parse.at(object.head)
            w = (promised(w) or w) if w is not None else None
            if w is not None and w.dep in ("ccomp", "xcomp", "pcomp", "advcl") and w.i in self.ids:
                object = replace(object, statement=self.ids[w.i])
        arguments = tuple(
            replace(a, statement=self.ids[w.i])
            if a.head is not None and (w := self.parse.at(a.head)) is not None and w.pos == "VERB" and w.i in self.ids
            else a
            for a in s.arguments
        )
        x = clause.predicate.child("xcomp")
        # not the *to do here* of *what they try to do here*
        gap = x is None or any(c.tag in RELATIVE_TAGS and c.i < clause.predicate.i for c in x.children)
        words = [] if x is None or gap else [w for w in clause_words(x) if w.i > clause.predicate.i]
        if words and x is not None and x.i in self.ids and clause.kind != "nominal":
            first, last = words[0], words[-1]
            if object is not None and object.start is not None and wants_state(clause.predicate, x):
                text = self.parse.article.text[object.start : last.end]
                object = Phrase(text, object.start, last.end, statement=self.ids[x.i], head=x.start)
            elif object is None:
                object = Phrase(
                    self.parse.text(first, last), first.start, last.end, statement=self.ids[x.i], head=x.start
                )
            else:
                arguments += (
                    Argument(
                        self.parse.text(first, last),
                        first.start,
                        last.end,
                        statement=self.ids[x.i],
                        head=x.start,
                        role="content",
                    ),
                )
        return s if object is s.object and arguments == s.arguments else replace(s, object=object, arguments=arguments)

    def relation(self, clause: Clause) -> Relation:
        predicate = clause.predicate
        if not clause.group:
            return Relation(clause.lemma, head=predicate.start)
        words = run(clause.group, predicate)
        first, last = words[0], words[-1]
        return Relation(clause.lemma, self.parse.text(first, last), first.start, last.end, head=predicate.start)

    def phrase(self, f: Filler, clause: Clause) -> Phrase:
        if f.head.tag in RELATIVE_TAGS and len(f.words) == 1:
            # *what was needed* names nothing; so no node is called *what*.
            return Phrase(OPEN_SUBJECT if f.head.lower.startswith("who") else OPEN_THING, head=f.head.start)
        if not f.words:
            return Phrase(f.text or OPEN_SUBJECT)
        first, last = self.span(f, clause)
        return Phrase(self.parse.text(first, last), first.start, last.end, head=f.head.start)

    def span(self, f: Filler, clause: Clause) -> tuple[Word, Word]:
        """The first word and the last, which may be that of a clause without which the others say little."""
        words = run(f.words, f.head) if f.clause else quoted(shortened(f.words, f.head), f.head)
        if len(words) > 1 and words[0].tag == "WP$":
            # *(a land) whose harbour was shut*
            name = noun_words(next((a.head for a in words[0].ancestors() if a.dep == "relcl"), None) or words[0])
            near = f in clause.subjects and clause.kind != "nominal" and name[-1].i > words[0].i - 3
            words = (name[0] if near else words[1], *words[1:])
        while (words[-1].pos == "ADP" or words[-1].text == ",") and words[-1].i > f.head.i and not f.clause:
            words = words[:-1]  # *the amount (of) “lit” capacity*
        return words[0], tail(f, clause) or words[-1]

    def argument(self, p: Part, clause: Clause) -> Argument:
        first, last = self.span(p.filler, clause)
        marker = " ".join(w.lower for w in p.marker) or None
        return Argument(
            self.parse.text(first, last), first.start, last.end, head=p.filler.head.start, role=p.role, marker=marker
        )
