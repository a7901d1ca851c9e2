"""Clauses as records tell them: who holds which office of what, what is worth how much, who decides what is decided.

The propositions keep the words of the sentence; a record may take the noun of a predicate into its relation
(*be head of*), so that it links one thing to another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.extraction.clause import Clause, Filler, Part
from kg.extraction.frame import GIVING, prepositional, said
from kg.extraction.labels import CLAUSAL, SUBJECT
from kg.extraction.phrases import clause_words, fillers, shortened
from kg.extraction.roles import TIMES
from kg.extraction.subjects import clause_subject, gap, meant_by
from kg.mentions import demonym
from kg.parsing import Word, is_singled

_ONE_WITH_NOUN = frozenset((r["verb"], r["noun"]) for r in lexicon.table("lexicon/verb_nouns"))
_KINDS = lexicon.mapping("lexicon/nouns", "noun", "type")
_PEOPLE = lexicon.words("lexicon/nouns", type="Person") | lexicon.words("lexicon/nouns", type="Population")
_OFFICES = lexicon.words("lexicon/nouns", type="Person") | lexicon.words("lexicon/offices", kind="noun")
_OF_STATES = lexicon.words("lexicon/offices", kind="state")
_HELD = lexicon.words("lexicon/offices", kind="office")
_UNITS = lexicon.words("lexicon/nouns", role="measure")
_MEANS = lexicon.words("lexicon/nouns", role="means")
_TITLES = {r["title"]: r["noun"] for r in lexicon.table("lexicon/titles") if r["noun"] and not r["weak"]}
_MODIFIERS = lexicon.words("lexicon/offices", kind="modifier")
# Verbs of which a clause is the subject: *it does not matter that …*.
_EVENTUAL = lexicon.words("lexicon/control", "verb", control="eventual")
_RAISING = lexicon.words("lexicon/control", "verb", control="raising")
# Those of them that say nothing without it.
_EMPTY = lexicon.words("lexicon/control", "verb", control="empty")
# Adjectives whose subject is what their infinitive is done to (*hard to find*).
_TOUGH = lexicon.words("lexicon/control", "verb", control="tough")
# Verbs of whose subject an infinitive tells how long it takes or what it costs.
_LASTING = lexicon.words("lexicon/control", "verb", control="lasting")
# Nouns of which an infinitive tells what anybody has cause to do.
_OCCASIONS = TIMES | lexicon.words("lexicon/control", "verb", control="occasion")
_INTRODUCING = frozenset({"to", "that", "for"})
_WHETHER = _INTRODUCING | {"if", "whether"}
# Prepositions of what belongs to a noun and not to the verb above it.
_WITHIN = frozenset({"in", "of", "than", "above", "below"})
_SAID_BY = lexicon.words("lexicon/utterances", kind="frame")
_LIKE_BE = frozenset({"become", "remain"})
_NOT_OBJECT = frozenset({"time", "cause", "concession", "condition", "purpose", "manner", "extent", "attribute"})
# Roles of what seldom completes a verb: *accused in Leeds of fraud* is accused of fraud.
_SETTING = frozenset({"place", "accompaniment"})
_NAMING = lexicon.words("lexicon/verb_kinds", kind="naming")
_SERVING = lexicon.words("lexicon/verb_kinds", kind="serve")
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "DATE", "TIME"})
_RELATIONS = lexicon.words("lexicon/relations") | lexicon.words("lexicon/relations", "parent")
_CONTENT = lexicon.mapping("lexicon/content_nouns", "noun", "content")
# Nouns of which *is to close it* tells what they are.
EQUATED = _CONTENT.keys() | lexicon.words("lexicon/control", "verb", control="equated")
_OF = frozenset({"of", "for", "at", "to"})


def recorded(clause: Clause) -> Iterator[Clause]:
    """The clauses that the records of a clause are made from, with the relations, agents and objects of records."""
    if promised(clause.predicate) is not None or (clause.rule == "possessive" and not had(clause.predicate)):
        return
    for c in recast(exposed(whole(clause))):
        yield with_receiver(completed(acting(lean(c))))


def had(noun: Word) -> bool:
    """Whether it tells a fact that someone has it: *Norland's boats*, not *her efforts*, *the world's oldest port*."""
    kind = _KINDS.get(noun.lemma.lower(), "None")
    return (noun.pos == "PROPN" or kind not in ("None", "Event", "Place")) and not is_singled(noun)


def lean(clause: Clause) -> Clause:
    """What an object, or a clause that is the subject, holds is no argument besides: *earned $2 in net income*.

    Nor is who says it: *according to the bank*.
    """
    if not clause.arguments:
        return clause
    named = [*(f for f in clause.subjects if f.clause), *clause.objects]
    held = {w for f in named for w in (f.words if f.clause else shortened(f.words, f.head))}
    kept = tuple(
        p
        for p in clause.arguments
        if not ({m.lower for m in p.marker} <= _WITHIN and held.issuperset((*p.marker[:1], p.filler.head)))
        and not (p.marker and p.marker[0].lower in _SAID_BY)
    )
    return replace(clause, arguments=kept) if len(kept) < len(clause.arguments) else clause


def promised(copula: Word) -> Word | None:
    """*is able to close the port*, *seems easy to find*: the infinitive, without which the adjective says nothing."""
    adjective, subject = copula.child("acomp", "oprd"), copula.child("nsubj")
    if adjective is None or (subject is not None and subject.lower == "it" and adjective.lower not in _EMPTY):
        return None
    to = adjective.child("xcomp") if adjective.lower in _EMPTY | _TOUGH else None
    return to if to is not None and to.child("aux", "auxpass") is not None else None


def whole(clause: Clause) -> Clause:
    """*a plan which he said was flawed*: of what he said, the sentence gives no whole clause as object."""
    kept = tuple(f for f in clause.objects if not (f.clause and torn(f.head, clause.predicate)))
    return replace(clause, objects=kept) if len(kept) < len(clause.objects) else clause


def torn(content: Word, report: Word) -> bool:
    """Whether the subject of a clause stands before the report into which it is let, or is what that modifies."""
    own = content.child(*SUBJECT)
    return gap(content) or (content.dep == "ccomp" and own is not None and own.i < report.i < content.i)


def exposed(clause: Clause) -> Clause:
    """*It is clear that the port is shut*: that it is shut, is clear; *it is hard to leave*: for anyone."""
    content, noun = extraposed(clause), clause.predicate.head
    if equation(clause):
        return replace(clause, subjects=owner_of(clause.subjects[0].head))
    if tough(clause):
        stranded = "".join(f" {c.lower}" for c in clause.predicate.all("prep") if not c.children)
        return replace(clause, lemma=clause.lemma + stranded, subjects=(), objects=clause.subjects)
    if clause.link == "chain" and clause.predicate.dep == "acl" and noun is not None and noun.dep == "attr":
        # *it was time to leave*, *that is a reason to leave*
        empty = noun.lemma in _OCCASIONS or any(f.head.lower == "it" for f in clause.subjects)
        return replace(clause, subjects=()) if empty else clause
    if content is None:
        return clause
    if content is clause.predicate:
        return replace(clause, subjects=())
    said = Filler(content, clause_words(content), clause=True)
    return replace(clause, subjects=(said,), objects=tuple(o for o in clause.objects if o.head is not content))


def equation(clause: Clause) -> bool:
    """*its policy is not to comment*, *the aim is to close it*: what the noun is, not what it does."""
    be = clause.governor if clause.link == "chain" else None
    if be is None or be.lemma != "be" or be.child("acomp", "attr") is not None or len(clause.subjects) != 1:
        return False
    noun = clause.subjects[0].head
    empty = noun.tag == "DT" or noun.lower == "none"  # *this is not to say that …*
    return noun.head is be and (empty or whole_of(noun).lemma.lower() in EQUATED) and clause.kind != "passive"


def whole_of(noun: Word) -> Word:
    """*the aims* of *one of the aims*."""
    of = noun.child("prep") if noun.tag == "CD" else None
    return (of.child("pobj") or noun) if of is not None and of.lower == "of" else noun


def tough(clause: Clause) -> bool:
    """*The wreck is hard to find*: somebody finds the wreck."""
    adjective = clause.predicate.head
    if adjective is None or clause.link != "chain" or clause.objects or clause.kind == "passive":
        return False
    return adjective.lower in _TOUGH and all(f.head.lower != "it" for f in clause.subjects)


def owner_of(noun: Word) -> tuple[Filler, ...]:
    """Whose policy or aim a noun is: *the aim of the league* is the league's."""
    noun = whole_of(noun)
    owner = noun.child("poss")
    of = next((p for p in noun.all("prep") if p.lower == "of" and noun.tag != "DT"), None)
    owner = of.child("pobj") if owner is None and of is not None else owner
    return fillers(owner) if owner is not None else ()


def extraposed(clause: Clause) -> Word | None:
    """The clause for which *it* stands as subject, the predicate's or that of the adjective above it.

    After Huddleston & Pullum 2002, chapter 16, section 7 (extraposition).
    """
    verb = clause.governor if clause.link == "chain" else clause.predicate
    if len(clause.subjects) != 1 or clause.subjects[0].head.lower != "it" or verb is None:
        return None
    of = verb.child("acomp", "attr") if verb.lemma in ("be", "become") else None
    if verb.lemma in _EVENTUAL | _LASTING and verb is clause.predicate:
        of = verb
    if of is None or of.lower in _RAISING:
        return None
    own = of.children if of.dep != "attr" else ()  # *it is a plan to close it* tells of a plan
    below = [c for c in (*verb.children, *own) if c.dep in CLAUSAL and c.i > of.i]
    marks = {c.i: {m.lower for m in c.all("aux", "mark")} for c in below}
    content = next((c for c in below if marks[c.i] & (_WHETHER if c.dep == "ccomp" else _INTRODUCING)), None)
    if content is not None and verb.lemma in _LASTING and of is verb:
        amount = verb.child("dobj")
        if "for" not in marks[content.i] and (amount is None or amount.ner not in _AMOUNTS):
            return None  # *it took a loan to buy it*
    return content if clause.predicate in (verb, content) else None


def acting(clause: Clause) -> Clause:
    """Of a passive whoever acts is the subject: *was cut by the council* → council, cut; else it is *be cut*.

    What the thing is then belongs to the verb: *was shot dead by them* → they, shoot dead; and so does a preposition
    that governs nothing: *was paid for by them* → they, pay for.
    """
    if clause.kind != "passive":
        return clause
    taken = {m for p in clause.arguments for m in p.marker}
    bare = [c.lower for c in clause.group if c.dep == "prep" and not c.children and c not in taken]
    clause = replace(clause, lemma=" ".join([clause.lemma, *bare]))
    by = [p for p in clause.arguments if p.marker and p.marker[0].dep == "agent" and did(p.filler.head)]
    states = [o.head.lower for o in clause.objects if o.head.dep == "oprd" and state(o.head)]
    told = tuple(o for o in clause.objects if o.clause and o.head.dep == "ccomp" and o.head.i > clause.predicate.i)
    if by and told and told == clause.objects:
        # *the court was told by a lawyer that …*, *it was announced by the port that …*
        empty = all(f.head.lower == "it" for f in clause.subjects)
        objects, more = (told, ()) if empty else (clause.subjects, tuple(said(o.head) for o in told))
        rest = (*(p for p in clause.arguments if p not in by), *more)
        return replace(clause, subjects=tuple(p.filler for p in by), objects=objects, arguments=rest)
    given = clause.predicate.lemma in GIVING and all(o.head.dep == "dobj" for o in clause.objects)
    if by and clause.objects and given and len(clause.subjects) == 1:  # *was offered a loan by the bank*
        rest = tuple(p for p in clause.arguments if p not in by)
        return replace(clause, subjects=tuple(p.filler for p in by), receiver=clause.subjects[0], arguments=rest)
    if not by or len(states) < len(clause.objects):
        particles = [c.lower for c in clause.predicate.children if c.dep == "prt"]
        return replace(clause, lemma=" ".join(["be", clause.predicate.lower, *particles, *bare]))
    rest = tuple(p for p in clause.arguments if p not in by)
    lemma = " ".join([clause.lemma, *states])
    return replace(clause, lemma=lemma, subjects=tuple(p.filler for p in by), objects=clause.subjects, arguments=rest)


def state(word: Word) -> bool:
    """*shot dead*, *reported missing*."""
    return word.pos == "ADJ" or (word.tag == "VBG" and not word.children)


def did(by: Word) -> bool:
    """Whether what *by* governs acts: not *cut by two million*, *by 43 votes*, *by waiting*, *by telephone*.

    *Used by hundreds of children*: people do, however they are counted.
    """
    counted = by.child("nummod") is not None and by.lemma.lower() in _UNITS
    if by.lemma.lower() in _MEANS and by.tag == "NN" and all(c.dep in ("cc", "conj", "punct") for c in by.children):
        return False
    people = any(o.lemma.lower() in _PEOPLE for p in by.all("prep") if p.lower == "of" for o in p.all("pobj"))
    return (by.ner not in _AMOUNTS or people) and by.tag != "VBG" and not counted


def completed(clause: Clause) -> Clause:
    """What the preposition of a verb without object governs is its object: *apply to* · *the truce*."""
    if clause.objects:
        return clause
    found = [p for p in clause.arguments if completes(p, clause)]
    # *came under fire from the unions*, but *was accused in Tarn of theft*
    bare = [p for p in found if p.role == "place" and len(p.filler.words) == 1 and clause.kind == "active"]
    bare = [p for p in bare if p.filler.head.tag == "NN" and p.filler.head.i == clause.predicate.i + 2]
    first = min(bare or found, key=lambda p: p.role in _SETTING and clause.kind != "copula", default=None)
    if first is None:
        return clause
    same = tuple(p for p in clause.arguments if p.marker == first.marker)
    rest = tuple(p for p in clause.arguments if p not in same)
    own = (p for p in prepositional(first.filler.head, noun=True) if p.marker[0] not in first.filler.words)
    clause = replace(clause, lemma=joined(clause, first), objects=tuple(p.filler for p in same))
    return replace(clause, arguments=(*own, *rest))  # *call for an end to the raids*


def completes(p: Part, clause: Clause) -> bool:
    """Whether the preposition of an argument joins the relation: *apply to*, *abide by*, *accused of going*."""
    # *Among the dead were two children*
    inverted = len(clause.arguments) == 1 and p.filler.words[-1:] == (clause.predicate.words[clause.predicate.i - 1],)
    if not p.marker or p.noun is not None or (p.filler.head.i > p.marker[0].i < clause.predicate.i and not inverted):
        return False
    if p.marker[0].words[p.marker[0].i - 1].text == ",":
        return False  # *lives in Tarn, up from one in six*
    if p.marker[0].dep == "prep" and not p.marker[0].children and p.marker[0].i == clause.predicate.i + 1:
        return p.role != "time"  # *what they cannot live without*
    if p.filler.clause and clause.kind == "copula":
        return p.marker[0].pos == "ADP" and any(w.tag in ("WRB", "WP") for w in p.filler.words[:1])
    if p.filler.clause:
        return (p.marker[0].lower, p.filler.head.tag) in (("for", "VB"), ("of", "VBG"))
    if clause.kind == "nominal" and p.role == "place":
        return False
    verb, marker = clause.predicate.lemma, p.marker[0].lower
    if (verb in _NAMING and marker == "after") or (verb in _SERVING and marker == "as"):
        return True  # *named after a saint*, *served as mayor*
    if clause.kind == "copula" and p.role == "extent" and marker in ("above", "below", "over", "under"):
        return True  # *is below $59*
    if clause.kind == "copula" and p.role == "condition" and marker == "under":
        return True  # *is under guard*
    if p.role == "purpose" and p.marker[0].i == clause.predicate.i + 1:
        return True  # *accounts for half*
    if len(p.marker) > 1 and clause.kind != "copula" and p.role not in ("source", "goal", "place"):
        return p.marker[0].dep == "advmod" and p.role != "time"  # *closer to*, not *with respect to*, *based on*
    return p.role not in _NOT_OBJECT or (p.role != "time" and joined(clause, p) in _RELATIONS)


def joined(clause: Clause, p: Part) -> str:
    return " ".join([clause.lemma, *(w.lower for w in p.marker)])


def with_receiver(clause: Clause) -> Clause:
    """*gave the club a loan*: the club is an argument."""
    if clause.receiver is None:
        return clause
    return replace(clause, arguments=(Part((), clause.receiver, "recipient"), *clause.arguments))


def recast(clause: Clause) -> Iterator[Clause]:
    """The clause, or one an object where what someone is, is an office; what there is as subject."""
    if clause.kind == "existential" and clause.objects:
        # What there is is the subject: *there are delays*.
        yield replace(clause, subjects=clause.objects, objects=())
        return
    for f in clause.objects if clause.kind in ("copula", "nominal") and clause.group != () else ():
        if f.head.lower == "worth":
            yield from worth(clause, f.head)
            return
    clause = one_with_noun(turned(clause))
    if clause.rule in ("apposition", "title") or clause.kind == "copula" or clause.lemma in _LIKE_BE:
        held = [(f, office(clause, f)) for f in clause.objects]
        yield from (c for _, c in held if c is not None)
        rest = tuple(f for f, c in held if c is None)
        if rest or not held:
            yield replace(clause, objects=rest)
        return
    yield owned(clause)


def turned(clause: Clause) -> Clause:
    """*The head of the port is Nora Quill* says of Nora Quill that she is the head of the port."""
    if clause.kind != "copula" or len(clause.subjects) != 1 or len(clause.objects) != 1:
        return clause
    (office_holder,), (named,) = clause.subjects, clause.objects
    noun = office_holder.head
    named_office = noun.pos == "NOUN" and noun.lemma.lower() in _OFFICES and noun.child("prep") is not None
    if not named_office or named.clause or (named.head.tag not in ("NNP", "PRP") and named.head.pos != "PRON"):
        return clause
    return replace(clause, subjects=clause.objects, objects=clause.subjects)


def one_with_noun(clause: Clause) -> Clause:
    """*take place*, *be home to*: verb and bare noun are one relation."""
    noun = clause.objects[0].head if len(clause.objects) == 1 else None
    if noun is None or len(clause.objects[0].words) > 1 or (clause.predicate.lemma, noun.lemma) not in _ONE_WITH_NOUN:
        return clause
    own = tuple(replace(p, noun=None) if p.noun is noun else p for p in clause.arguments)
    group = (*clause.group, noun) if clause.kind != "passive" else clause.group
    return replace(clause, lemma=f"{clause.lemma} {noun.lemma}", group=group, objects=(), arguments=own)


def owned(clause: Clause) -> Clause:
    """*the minister’s decision to resign*: the minister resigns; of *plans to resign* nothing tells who does."""
    noun = clause.predicate.head
    if not clause.rule.startswith("control") or clause.predicate.dep != "acl" or noun is None:
        return clause
    if not clause.subjects or clause.subjects[0].head is not noun:
        return clause
    over = noun.head
    if told := meant_by(noun):
        return replace(clause, subjects=told)
    if noun.lemma.lower() not in _CONTENT:
        return clause
    before = over.lower if over is not None and noun.dep == "pobj" else ""
    # *in a bid to*, *asked for permission to*
    setting = before in ("in", "under") or (before == "for" and _CONTENT[noun.lemma.lower()] == "may")
    return replace(clause, subjects=clause_subject(noun, 0) if setting else ())


def worth(clause: Clause, adjective: Word) -> Iterator[Clause]:
    """*is worth $3 billion* → be worth, $3 billion."""
    amount = adjective.child("npadvmod", "dobj", "pobj")
    group = (*clause.group, adjective)
    yield replace(
        clause, lemma="be worth", group=group, objects=fillers(amount) if amount is not None else clause.objects
    )


def office(clause: Clause, f: Filler) -> Clause | None:
    """*head of the agency* → be head of, the agency; *UN envoy* → be envoy of, UN; None where the noun is no office."""
    noun, title = f.head, clause.rule == "title"
    name = _TITLES.get(noun.text) or noun.lemma.lower()
    if f.clause or not (noun.text in _TITLES if title and noun.pos != "NOUN" else name in _OFFICES):
        return None
    before = [c.lower for c in noun.children if c.i < noun.i and (c.lower in _MODIFIERS or double(c, noun))]
    parts = [p for p in prepositional(noun, noun=True) if p.marker[0].lower in _OF and p.filler.head.ner != "DATE"]
    state = " of state" if name == "secretary" and parts and parts[0].filler.head.lower == "state" else ""
    parts = parts[1:] if state else parts  # *is Secretary of State*: of no state
    lemma = " ".join([clause.lemma, *before, name]) + state
    if not clause.group:
        clause = replace(clause, predicate=noun, group=(noun,))
    if parts:
        marker = parts[0].marker
        of = tuple(p.filler for p in parts if p.marker == marker)
        lemma = f"{lemma} {' '.join(w.lower for w in marker)}"
        others = {o.head for o in clause.objects if o is not f}
        own = [p for p in clause.arguments if p.noun not in others]
        arguments = tuple(p for p in own if p.noun is not noun or p.marker[0] is not marker[0])
        return replace(clause, lemma=lemma, objects=of, arguments=arguments)
    body = tuple(
        w
        for w in f.words
        if w.i < noun.i and w.lower not in _MODIFIERS and w.dep not in ("det", "case") and not double(w, noun)
    )
    if clause.rule in ("title", "apposition") and name in _HELD and body and holds(body, name):
        return replace(clause, lemma=f"{lemma} of", objects=(Filler(body[-1], body),))
    return None


def double(word: Word, noun: Word) -> bool:
    """*secretary general*, *chief executive*: an office right before another is part of it."""
    return word.i == noun.i - 1 and word.dep == "compound" and word.lemma.lower() in _OFFICES and word.ner != "NORP"


def holds(body: tuple[Word, ...], office: str) -> bool:
    """Whether the words before an office name what has it: a country, a state, an organization."""
    kinds = {w.ner for w in body}
    named = kinds == {"GPE"} or demonym(" ".join(w.text for w in body)) is not None
    return named or (kinds == {"ORG"} and office not in _OF_STATES)
