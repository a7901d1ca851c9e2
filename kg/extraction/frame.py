"""Around a verb: its group of words, its objects and its further arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.extraction.clause import Clause, Filler, Kind, Link, Part
from kg.extraction.labels import AMOUNTS, AUXILIARY, COMPLEMENT, NOMINAL, SUBJECT
from kg.extraction.phrases import (
    clause_words,
    conjuncts,
    filler,
    fillers,
    is_relative,
    noun_words,
    property_words,
    taken_up,
    together,
)
from kg.extraction.roles import ADVERBS, MARKERS, part
from kg.parsing import Word

BE = "be"
_NEGATIVE = lexicon.words("lexicon/negative_adverbs")
_TRANSITIVE = lexicon.words("lexicon/verb_kinds", kind="object")
_CALLING = lexicon.words("lexicon/verb_kinds", kind="naming")
_UNDERGOING = lexicon.words("lexicon/control", "verb", control="undergo")
GIVING = lexicon.words("lexicon/control", "verb", control="receiver")
# Verbs of which a clause tells a fact; not of sight, in which no past tense stands: *saw two men dragged away*.
_FACT = lexicon.words("lexicon/reporting", "verb", finite="fact") | lexicon.words(
    "lexicon/reporting", "verb", finite="show"
)
_BEYOND_SIGHT = _FACT - lexicon.words("lexicon/control", "verb", control="sight")
# Verbs whose *on* tells to whom or what something is given, not where.
_ONTO = lexicon.words("lexicon/control", "verb", control="onto")
# Verbs that leave their object in a state.
LEAVING = lexicon.words("lexicon/control", "verb", control="state")
_STATES = lexicon.words("lexicon/control", "verb", control="attending")
_SERVING = lexicon.words("lexicon/verb_kinds", kind="serve")
_PERSONS = lexicon.words("lexicon/nouns", type="Person")
_FIXED = lexicon.words("lexicon/fixed_phrases")


def verb_group(verb: Word) -> tuple[Word, ...]:
    """Auxiliaries, negation, what stands between them, the verb and its particles: *has not yet been sent off*."""
    before = [c for c in verb.children if c.i < verb.i and (c.dep in AUXILIARY or c.dep == "neg")]
    found = [verb]
    if not before and verb.dep == "conj" and own_subjectless(verb):
        found += borrowed(verb)
    if before:
        first = before[0].i
        found += before
        found += [
            c
            for c in verb.children
            if first < c.i < verb.i and c.dep == "advmod" and not c.children and c not in before
        ]
    for c in verb.children:
        after = c.i > verb.i and (c.dep == "prt" or c.dep == "neg")
        stranded = c.dep == "prep" and not c.children and c.i == verb.i + 1 and is_passive(verb)
        if after or stranded or (c.i < verb.i and c.lower in _NEGATIVE and c not in found):
            found.append(c)
    found.sort(key=lambda w: w.i)
    return tuple(found)


def own_subjectless(verb: Word) -> bool:
    return not any(c.dep in SUBJECT for c in verb.children)


def borrowed(verb: Word) -> list[Word]:
    """Auxiliaries that a verb shares with the one it is coordinated with: *will stay or (will) leave*."""
    first = verb.head
    if first is None or first.tag != verb.tag or verb.tag not in ("VB", "VBN", "VBG"):
        return []
    if first.dep == "conj" and not first.all("aux", "auxpass"):
        return borrowed(first)
    either = any(c.dep == "cc" and c.lower in ("or", "nor") for c in first.children)
    return [c for c in first.children if c.i < first.i and (c.dep in AUXILIARY or (either and c.dep == "neg"))]


def is_passive(verb: Word) -> bool:
    if verb.tag == "VBD" and verb.dep == "acl":
        taken = verb.child("attr", "acomp", *SUBJECT) or (verb.child("dobj") if verb.lemma not in GIVING else None)
        return taken is None  # *a boy thought to be at risk*, *the only firm allowed cheap loans*
    over = verb.head.lemma if verb.dep == "ccomp" and verb.head is not None else ""
    undergone = over in _UNDERGOING  # *had their cameras seized*, *wants the law repealed*
    # The model may tag such a participle as a past; *found the bridge fell* has one.
    participle = (
        undergone and over not in _BEYOND_SIGHT and verb.child("mark", "advmod", "acomp", "attr", "aux") is None
    )
    if verb.tag != "VBN" and not (participle and verb.tag == "VBD"):
        return False
    if any(c.dep in ("auxpass", "nsubjpass", "csubjpass") for c in verb.children):
        return True
    if verb.child("agent") is not None and verb.child("nsubj") is None:
        return True
    if verb.dep == "conj" and verb.head is not None and not any(c.dep == "aux" for c in verb.children):
        after_be = verb.head.lemma == BE and verb.child("dobj") is None  # *is normal and considered safe*
        return (after_be or is_passive(verb.head)) and verb.child("nsubj") is None
    if verb.dep == "xcomp" and verb.head is not None and verb.child("aux", "dobj") is None:
        return is_passive(verb.head)  # *were ordered held without bail*
    if (verb.dep == "pcomp" or undergone) and verb.child("aux", "dobj") is None:
        return True  # *with the water turned off*
    if verb.child("aux", "nsubj") is not None:
        return False
    called = verb.lemma in _CALLING  # *The bill, sometimes called a “cromnibus”, passed*
    return verb.dep == "acl" or (verb.dep == "advcl" and (called or verb.child("dobj") is None))


def lemma_of(verb: Word) -> str:
    """The verb with its particles: *points up* → *point up*; whoever *is missing* misses nothing."""
    lost = verb.lower == "missing" and verb.child("dobj") is None
    return " ".join(["be missing" if lost else verb.lemma.lower(), *(c.lower for c in verb.children if c.dep == "prt")])


def markers(prep: Word) -> tuple[tuple[Word, ...], list[Word]]:
    """The words of a preposition and what it governs: *according to the report*, *out of the room*."""
    words = [*(c for c in prep.children if c.i == prep.i - 1 and f"{c.lower} {prep.lower}" in MARKERS), prep]
    at = prep
    noun = prep.child("pobj")
    if noun is not None and (last := noun.child("prep")) is not None and last.i == noun.i + 1:
        whole = prep.subtree()[: prep.subtree().index(last) + 1]
        if " ".join(w.lower for w in whole) in MARKERS:
            return tuple(whole), [c for c in last.children if c.dep in ("pobj", "pcomp")]
    while True:
        glue = [c for c in at.all("pcomp") if c.tag in ("IN", "TO")]  # *due to*, whichever governs the noun
        inner = glue + [c for c in at.all("prep") if c.i > at.i]
        own = [c for c in at.children if c.dep in ("pobj", "pcomp") and c not in glue]
        words += glue if own else []
        own = own or [c for c in at.all("amod") if at.lower == "as" and c.i > at.i]  # *is seen as vital*
        if own or not inner:
            return tuple(words), own
        at = inner[0]
        words.append(at)


def prepositional(word: Word, *, noun: bool = False) -> Iterator[Part]:
    """The prepositional arguments of a word, one a conjunct."""
    for prep in word.children:
        if prep.dep not in ("prep", "agent", "dative") or (prep.dep == "dative" and prep.tag not in ("IN", "TO")):
            continue
        for p in conjoined(prep):
            marker, objects = markers(p)
            for o in objects:
                if is_relative(o):
                    continue
                yield from (part(marker, f, word if noun else None) for f in fillers(o) if not fixed(marker, f))


def ends(marker: tuple[Word, ...], noun: Word, *, names: bool = False) -> tuple[Filler, ...]:
    """One filler a conjunct, but the two ends of *between 2011 and 2014*, *between May and July* as one.

    names: those of *between Norland and Tarn*, too; what is between them is between neither by itself.
    """
    both, found = conjuncts(noun), fillers(noun)
    spell = {w.tag for w in both} == {"CD"} or {w.ner for w in both} <= {"DATE", "TIME"}
    if marker[-1].lower != "between" or len(both) != 2 or len(found) != 2 or not (spell or names):
        return found
    return (Filler(noun, (*found[0].words, *(w for w in noun.all("cc") if w.i < both[1].i), *found[1].words)),)


def conjoined(prep: Word) -> list[Word]:
    """A preposition and those coordinated with it: *in Leeds and in York*, *from 1978 to 1981*."""
    found = [prep]
    for p in found:
        noun = p.child("pobj")
        found.extend(c for c in p.children if c.dep == "conj" and c.pos in ("ADP", "SCONJ"))
        found.extend(c for c in p.children if c.dep == "prep" and noun is not None and c.i > noun.i)
    return [p for p in found if not denied(p)]


def denied(prep: Word) -> bool:
    """*hangs on what he does, not on what we do*; *came as a guest, not as a spy*."""
    before = prep.words[prep.i - 1]
    apart = before.lower == "not" and before.head is not None and before.head.pos in NOMINAL
    return apart or any(n.lower == "not" for n in prep.all("neg"))


def arguments_of(verb: Word) -> Iterator[Part]:
    """Further arguments of a verb in order of the text: prepositional, adverbial, clausal."""
    for c in verb.children:
        dep = c.dep
        if dep in ("prep", "agent") or (dep == "dative" and c.tag in ("IN", "TO")):
            before = verb.words[c.i - 1]
            over = before.head if before.dep == "pobj" and c.lower == "as" else None
            if denied(c) or (over is not None and attending(over, before)):
                continue
            if (by := c.child("npadvmod")) is not None and by.ner in AMOUNTS:
                yield part((), filler(by))  # *is $3 million above the budget*
            for p in conjoined(c):
                marker, objects = markers(p)
                for o in objects:
                    if state := attending(p, o):
                        words = sorted((*noun_words(o), *state), key=lambda w: w.i)
                        yield Part(marker, Filler(state[0], tuple(words), clause=True), "manner")
                    elif not is_relative(o):
                        onto = verb.lemma in _ONTO and marker[0].lower == "on" and o.ner not in ("DATE", "TIME")
                        told = (part(marker, f) for f in ends(marker, o) if not fixed(marker, f))
                        yield from (replace(p, role="goal") for p in told) if onto else told
        elif dep == "npadvmod":
            apart = c.ner not in ("DATE", "TIME") and c.words[c.subtree()[0].i - 1].text == ","
            if not (apart and c.child("relcl", "det") is not None):  # *closed it, a step many regret*
                yield part((), filler(c))
        elif dep == "advmod" and (inner := list(prepositional(c))):
            if c.child("npadvmod") is not None:
                yield part((), Filler(c, tuple(c.subtree())))  # *lies 30 miles east of Leeds*
            else:
                led = tuple(w for w in c.children if w.i < c.i and w.lower in ("as", "no"))
                for own in inner:
                    # *as early as March*, *as far as Tarn*
                    dated = led and (own.filler.head.ner in ("DATE", "TIME") or own.marker[0].lower == "as")
                    apart = ADVERBS.get(c.lower) == "time" and own.marker[0].lower == "as"  # *and later as mayor*
                    marker = (*led, c, *own.marker) if dated else own.marker if apart else (c, *own.marker)
                    yield replace(own, marker=marker, role="time" if dated and c.lower != "far" else own.role)
        elif dep == "advmod" and (clause := c.child("advcl")) and c.children[0].lower in ("as", "so"):
            mark = introducer(clause)  # *as long as it lasts*
            asked = tuple(w for w in clause_words(clause) if w not in mark)
            yield part((c.children[0], c, *mark), Filler(clause, asked, clause=True))
        elif dep == "advmod" and (by := c.child("npadvmod")) is not None and by.ner in AMOUNTS and c.i > verb.i:
            yield part((), Filler(c, property_words(c)))  # *closed up 3 percent*, *ended 3 percent lower*
        elif dep == "advmod" and c.lower in ADVERBS and (c.i > verb.i or c.child("npadvmod") is not None):
            yield part((), Filler(c, tuple(w for w in c.subtree() if w.i <= c.i)))
        elif dep == "advcl" and (mark := introducer(c)):
            words = [w for w in clause_words(c) if w not in mark]
            if words[0].text == ",":
                words.pop(0)  # *when, in the 1950s, he founded it*
            yield part(mark, Filler(c, tuple(words), clause=True))


def attending(prep: Word, noun: Word) -> tuple[Word, ...]:
    """The state that goes with a thing: *sailed with its lights off*, *was formed with Otto Lind as minister*."""
    after = next((c for c in noun.children if c.i > noun.i and c.lower == "as"), noun.next)
    if prep.lower != "with" or prep.head is None or after.head not in (noun, prep.head):
        return ()
    role = after.child("pobj") if after.lower == "as" and prep.head.lemma not in _SERVING else None
    if role is not None and role.lemma in _PERSONS and role.child("det", "poss") is None:
        return (after, *(w for w in noun.words[noun.i + 1 : role.i + 1] if w is not after))
    return (after,) if after.lower in _STATES and not after.children else ()


def fixed(marker: tuple[Word, ...], f: Filler) -> bool:
    """Whether a prepositional phrase names nothing: *for instance*."""
    words = " ".join(w.lower for w in (*marker, *f.words))
    return words in _FIXED or words.startswith("in order ")


def introducer(verb: Word) -> tuple[Word, ...]:
    """What introduces an adverbial clause: *if*, *when*, *even though*, *so that*, *rather than*."""
    before = [c for c in verb.children if c.i < verb.i]
    first = next((c for c in before if c.dep == "mark" or (c.dep == "advmod" and c.tag == "WRB")), None)
    if first is None or (first.lower == "so" and own_subjectless(verb)):
        return ()  # *so as to help*
    beside = [c for c in (*before, *first.children) if c.i == first.i - 1 and c.lower in ("even", "rather")]
    beside += [c for c in before if c.i == first.i + 1 and c.lower == "that" and c.dep == "mark"]
    return tuple(sorted((first, *beside), key=lambda w: w.i))


def said(content: Word) -> Part:
    """A clause that follows an object: *told them that …*."""
    that = tuple(c for c in content.all("mark") if c.lower == "that")
    return Part(that, Filler(content, clause_words(content), clause=True), "content")


def small_clause(content: Word) -> Filler | None:
    """*makes the islands more vulnerable*: a thing and its state, without verb."""
    thing = content.child("nsubj")
    if content.pos != "ADJ" or thing is None or content.child("aux", "mark") is not None or thing.i > content.i:
        return None
    return Filler(content, (*noun_words(thing), *property_words(content)))


def left(verb: Word, noun: Word) -> tuple[Filler, ...]:
    """*left thousands dead*, *left a million in need of aid*: the state goes with the thing."""
    words, state = noun_words(noun), verb.child("oprd") or verb.child("prep")
    if verb.lemma not in LEAVING or state is None or noun.pos == "PROPN" or noun.child("conj") is not None:
        return ()
    if state.dep == "prep" and (
        verb.lemma != "leave"
        or state.lower not in ("in", "without")
        or fillers(state.child("pobj") or state)[0].head.ner
    ):
        return ()
    behind = tuple(w for w in state.subtree() if state.dep == "prep" or w.i <= state.i)
    return (Filler(noun, words + behind),) if words[-1].i + 1 == behind[0].i else ()


def sharing(verb: Word) -> Word | None:
    """The object that a verb shares with the next one: *squeezes out and assembles a lattice*, *admit or deny it*.

    Before *and* only of a verb that never stands without one: *found and freed him*, but *met and signed it*.
    """
    last, next_ = verb.child("prt") or verb, verb.child("conj")
    if next_ is not None and next_.i == last.i + 3 and last.next.text == ",":
        last = last.next  # *collect, amplify, and send data*
    if next_ is None or next_.i != last.i + 2:
        return None
    alone = verb.child("prt") is None and verb.lemma not in _TRANSITIVE
    if alone and verb.words[last.i + 1].lower not in ("or", "nor"):
        return None
    return next_.child("dobj") or sharing(next_)


def as_one(subjects: tuple[Filler, ...], objects: tuple[Filler, ...]) -> Word | None:
    """The *and* of *Kerst and Tarn are a single market*: several are one thing together; not *are both a risk*."""
    thing = objects[0].head if len(objects) == 1 and len(subjects) > 1 and not objects[0].clause else None
    if thing is None or thing.head is None or thing.tag != "NN" or thing.child("det") is None:
        return None
    if any(c.lower in ("both", "each") for w in (thing, thing.head, subjects[0].head) for c in w.children):
        return None
    return next((c for s in subjects for c in s.head.all("cc") if c.lower == "and"), None)


def frame(
    verb: Word,
    subjects: tuple[Filler, ...],
    rule: str,
    *,
    governor: Word | None = None,
    link: Link = "none",
    extra: tuple[Part, ...] = (),
    objects: tuple[Filler, ...] = (),
    lead: tuple[Word, ...] = (),
) -> Clause:
    """The clause of a verb whose subject is known; its type joins the name of the rule (*relative* + *svo*)."""
    group = verb_group(verb)
    kind: Kind = "passive" if is_passive(verb) else "copula" if verb.lemma == BE else "active"
    receiver = None
    parts: list[Part] = []
    for c in verb.children:
        dep = c.dep
        if dep == "dobj" or (dep in COMPLEMENT) or dep == "oprd":
            if is_relative(c):
                told = taken_up(verb) if c.tag in ("WDT", "WP") else None
                objects += (told,) if told is not None else ()
                continue
            if objects and c in objects[-1].words:
                continue  # *left thousands dead*
            if objects and dep == "oprd":
                parts.extend(Part((), f, "attribute") for f in fillers(c))  # *called the plan reckless*
            else:
                objects = objects + (left(verb, c) or fillers(c))
                parts.extend(prepositional(c, noun=True))
        elif dep == "dative" and c.tag not in ("IN", "TO"):
            receiver = filler(c)
        elif dep == "expl":
            kind = "existential"
    if not objects and kind == "active" and (other := sharing(verb)) is not None:
        objects = fillers(other)
    if kind == "copula" and (both := as_one(subjects, objects)) is not None:
        subjects = (Filler(both, together(subjects[0].head)),)
    # What belongs to the object stands before what belongs to the verb; *of* is in a noun's words, no adjective's.
    own = [p for p in parts if p.noun is None or p.marker[0].lower != "of" or p.noun.pos == "ADJ"]
    arguments = (*own, *arguments_of(verb), *extra)
    content = verb.child("ccomp")
    if content is not None and not objects:
        state = small_clause(content)
        inner = content.child("ccomp", "advcl", "csubj") if state else None
        if inner is not None and inner.child("mark") is not None:  # *made it clear that …*
            arguments = (*arguments, said(inner))
        objects = (state or Filler(content, clause_words(content), clause=True),)
    elif content is not None:
        arguments = (*arguments, said(content))
    shape = (
        "svc"
        if kind == "copula"
        else "svoo"
        if receiver and objects
        else "svo"
        if objects
        else "sva"
        if arguments
        else "sv"
    )
    if objects and arguments and shape == "svo":
        shape = "svoa"
    return Clause(
        f"{rule}.{'passive' if kind == 'passive' else shape}",
        verb,
        kind,
        group,
        lemma_of(verb),
        subjects,
        objects,
        receiver,
        arguments,
        governor,
        link,
        lead,
    )
