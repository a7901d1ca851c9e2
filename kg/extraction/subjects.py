"""Who does what a verb says: its own subject, one shared in coordination, controlled, or the noun it modifies."""

from __future__ import annotations

from dataclasses import replace

from kg import lexicon
from kg.extraction.clause import Filler
from kg.extraction.frame import LEAVING, is_passive
from kg.extraction.labels import COMPLEMENT, NOMINAL, SUBJECT, VERBAL
from kg.extraction.phrases import apart, filler, fillers, is_relative, taken_up
from kg.parsing import Word
from kg.values import ACTOR_TYPES

# Verbs whose object does what the infinitive says (*asked her to come*); else the subject (*tested it to learn*).
_OBJECT_CONTROL = lexicon.words("lexicon/control", "verb", control="object")

# Of these a noun behind which they stand may be what is done: *a woman whom he wants to marry*.
_LATE = lexicon.words("lexicon/control", "verb", control="late")

# Verbs whose infinitive is done by what their preposition governs: *called on them to come*.
PREPOSITIONAL = lexicon.words("lexicon/control", "verb", control="prepositional")

# Verbs whose receiver does what the infinitive says: *gave them a year to comply*.
_RECEIVER = lexicon.words("lexicon/control", "verb", control="receiver")

_SAY = lexicon.words("lexicon/say")
_WITNESS = lexicon.words("lexicon/verb_kinds", kind="witness")
# What whoever leaves does: *left the room telling them*.
_SPEAKING = _SAY | lexicon.words("lexicon/reporting", "verb", infinitive="accuse")
# Verbs whose object did what the gerund after *for* says: *fined the club for hiding losses*.
_BLAME = lexicon.words("lexicon/control", "verb", control="blame")
# Verbs that tell of an act without saying whose: *ban fishing*.
_OPEN_GERUND = lexicon.words("lexicon/control", "verb", control="open")
# Verbs by which whoever does something tells his means: *caught using nets*.
_INSTRUMENT = lexicon.words("lexicon/control", "verb", control="instrument")
# Verbs of whoever meets the plans, offers and calls of others: *turned down an offer to buy it*.
_OTHERS = lexicon.words("lexicon/control", "verb", control="others")
_PRESENTING = lexicon.words("lexicon/control", "verb", control="present")
_PRESSURE = lexicon.words("lexicon/control", "verb", control="on")
_COMING = lexicon.words("lexicon/control", "verb", control="coming")
_OFFERED = lexicon.words("lexicon/control", "verb", control="offered")
# What only somebody does: no thing that something is done to.
_SOMEBODY = lexicon.words("lexicon/control", "verb", control="somebody")
_KINDS = lexicon.mapping("lexicon/nouns", "noun", "type")
# Verbs and nouns that lend their subject to a gerund below a noun.
_LIGHT = lexicon.words("lexicon/light_verbs")
_CONTENT = lexicon.mapping("lexicon/content_nouns", "noun", "content")


# Prepositions behind a noun whose gerund anybody may do: *questions over flying in storms*.
_OPEN_TO = frozenset({"of", "over", "about", "on", "against"})
# Prepositions behind an object that does what their gerund says: *stopped them from leaving*.
_OF_OBJECT = frozenset({"as", "of", "from", "into"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def own_subject(verb: Word) -> Word | None:
    for c in verb.children:
        if c.dep in SUBJECT:
            return c
    return None


def subjects_of(verb: Word, depth: int = 0) -> tuple[Filler, ...]:
    """The subjects of a verb, one a conjunct; empty where the sentence names none."""
    if depth > 8:
        return ()
    own = own_subject(verb)
    if own is not None:
        if is_relative(own) and (noun := relative_of(verb)) is not None:
            return (nearest(noun, verb),)
        told = taken_up(verb) if own.tag in ("WDT", "WP") else None
        return (told,) if told is not None else fillers(own)
    head, dep = verb.head, verb.dep
    if head is None:
        return ()
    if verb.lemma in _COMING and head.pos in NOMINAL and dep != "conj":
        return (filler(head),)  # *warned of worse to come*
    if verb.tag == "VB" and (whom := pressed(head, verb)) is not None:
        return fillers(whom)
    if dep == "xcomp" and verb.lemma == "be" and any(c.lower == "what" for c in verb.children):
        return ()  # *found what they believe to be the cause*
    if dep == "conj":
        first = head
        if verb.tag == "VBG" and first.pos == "ADJ":  # *is short and lacking in wit*
            over = next((w for w in first.ancestors() if w.pos in VERBAL), None)
            return subjects_of(over, depth + 1) if over is not None and over.child("acomp") is not None else ()
        if first.pos in VERBAL or first.dep in ("ROOT", "relcl", "advcl", "ccomp", "xcomp"):
            return subjects_of(first, depth + 1)
        return ()
    if dep in ("acl", "relcl"):
        if dep == "acl" and verb.tag == "VB":
            return holder(head, depth)
        if verb.child("aux") is not None and verb.tag == "VB":
            return holder(head, depth)
        return (nearest(head, verb),)
    ordered = verb.tag == "VB" and all(c.lower == "do" for c in verb.all("aux"))
    if ordered and dep in ("xcomp", "ccomp", "advcl") and head.lemma in _SAY:
        return ()  # *“Forget it,” she said*
    if gap(verb):
        return (filler(head.head),) if head.head is not None else ()
    if dep == "xcomp" and verb.tag == "VBG" and head.lemma in _OPEN_GERUND:
        return ()  # *a law that bans fishing*
    if (dep == "advcl" and verb.lemma in _INSTRUMENT and is_passive(head)) or undergone(verb, head):
        agent = head.child("agent")
        doer = agent.child("pobj") if agent is not None else None
        return fillers(doer) if doer is not None else ()
    if dep == "xcomp" or (dep == "ccomp" and verb.tag in ("VB", "VBG")):
        return controller(verb, head, depth)
    if dep == "advcl" and verb.tag == "VB" and head.lemma in PREPOSITIONAL:
        return controller(verb, head, depth)
    given = head.child("dative") or next((o for o in head.all("dobj") if _KINDS.get(o.lemma.lower()) == "Person"), None)
    paid = head.lemma == "pay" and given is not None and given.tag in ("IN", "TO")  # *paid money to them to avoid it*
    if dep == "advcl" and verb.tag == "VB" and head.lemma in _RECEIVER and given is not None and not paid:
        # *gave them until May to leave*
        return fillers(given if given.tag not in ("IN", "TO") else given.child("pobj") or given)
    if dep == "advcl" and head.pos in ("ADJ", "NOUN") and (own := own_subject(head)) is not None and own.lower == "it":
        return ()  # *made it hard to reach the wreck*
    it = own_subject(head) if dep == "advcl" and verb.tag == "VB" and head.lemma in ("take", "cost") else None
    if it is not None and (it.lower == "it" or head.lemma == "cost"):
        return ()  # *It takes a strike to change it*, *The mill cost $5 million to build*
    whom = head.child("dobj") if dep == "advcl" and verb.tag == "VB" and head.lemma in _OBJECT_CONTROL else None
    person = whom is not None and (whom.tag == "PRP" or _KINDS.get(whom.lemma.lower()) in ACTOR_TYPES)
    if whom is not None and person and whom.subtree()[-1].next is verb.subtree()[0] and head.lemma not in PREPOSITIONAL:
        return fillers(whom)  # *motivated them to fight*
    agent = head.child("agent") if dep == "advcl" and verb.tag == "VBG" else None
    if agent is not None and agent.subtree()[-1].i == verb.subtree()[0].i - 1:
        return fillers(agent.child("pobj") or agent)  # *is helped by the government cutting taxes*
    seen = head.child("dobj") if dep == "advcl" and verb.lemma in _SAY and verb.tag == "VBG" else None
    if seen is not None and head.lemma in _WITNESS:
        return fillers(seen)  # *heard the mayor today saying*
    left = head.child("dobj") if dep == "advcl" and verb.tag == "VBG" and head.lemma in LEAVING else None
    if left is not None and verb.lemma not in _SPEAKING and left.subtree()[-1].i == verb.subtree()[0].i - 1:
        return fillers(left)  # *left a town wondering*
    if it is None and dep == "advcl" and verb.tag == "VB" and is_passive(head):
        what = own_subject(head)
        if what is not None and what.lemma in _CONTENT:
            return ()  # *if any attempt is made to free them*
    if dep == "advcl":
        return subjects_of(head, depth + 1) if head.pos in VERBAL else clause_subject(head, depth)
    if dep == "pcomp":
        # *with fighting among the crews* has none.
        alone = head.lower == "with" and verb.child("dobj") is None
        return () if alone else gerund_subject(head, depth)
    if dep in ("oprd", "acomp", "attr", "dep", "parataxis"):
        return subjects_of(head, depth + 1) if head.pos in VERBAL else ()
    return ()


def undergone(verb: Word, passive: Word) -> bool:
    """*The wreck was searched to find the cause*: whether somebody must act, and no thing to which it is done."""
    thing = own_subject(passive) if verb.lemma in _SOMEBODY and is_passive(passive) else None
    if thing is None or thing.pos != "NOUN" or thing.ner or passive.lemma in _OBJECT_CONTROL or verb.tag != "VB":
        return False
    return _KINDS.get(thing.lemma.lower(), "Thing") in ("Thing", "Place", "Event", "Work")


def pressed(governor: Word, verb: Word) -> Word | None:
    """Who is to do it: *stepped up pressure on the mayor to resign*."""
    thing = governor.child("dobj") or governor
    meant = next((p.child("pobj") for p in thing.all("prep") if p.lower == "for" and p.i == thing.i + 1), None)
    acting = thing is governor or (meant is not None and _KINDS.get(meant.lemma.lower()) in ACTOR_TYPES)
    before = meant is not None and meant.subtree()[-1].next is verb.subtree()[0]
    if before and acting and thing.dep in ("dobj", "attr", *SUBJECT):
        return meant  # *funds for schools to hire nurses*
    noun = governor if governor.lemma in _PRESSURE else governor.child("dobj")
    if noun is None or noun.lemma not in _PRESSURE:
        return None
    preps = [c for w in {noun, governor} for c in w.all("prep") if c.lower in ("on", "upon") and c.i == noun.i + 1]
    return preps[0].child("pobj") if preps else None


def relative_of(verb: Word) -> Word | None:
    """The antecedent of the relative clause that a verb, or what it is coordinated with, heads."""
    own = own_subject(verb)
    through = ("conj", "xcomp", "ccomp") if own is not None and is_relative(own) else ("conj",)
    at = verb
    while at.dep not in ("relcl", "acl"):
        if at.dep not in through or at.head is None:
            return None
        at = at.head
    # A conjunct with a subject of its own may stand beside the relative clause, not in it.
    return at.head if at is verb or own is None or is_relative(own) else None


def reported(verb: Word) -> bool:
    """Whether a relative clause with a subject of its own reports what the finite verb says."""
    report = verb.head
    above = own_subject(report) if report is not None and report.dep == "relcl" else None
    finite = verb.tag in _FINITE or any(c.tag in _FINITE for c in verb.all("aux", "auxpass"))
    past = verb.tag == "VBN" and own_subject(verb) is not None
    return verb.dep == "ccomp" and (finite or past) and above is not None and not is_relative(above)


def gap(verb: Word) -> bool:
    """Whether a clause lacks what the relative clause around it modifies: *the boats it said were lost*."""
    return reported(verb) and own_subject(verb) is None and verb.child("expl") is None


def object_gap(verb: Word) -> bool:
    """Likewise behind its verb: *the letter that the mayor said the council sent*."""
    own, report = own_subject(verb), verb.head
    if report is None or own is None or is_relative(own) or not reported(verb):
        return False
    if any(c.dep in COMPLEMENT or (c.dep in ("dobj", "ccomp") and not is_relative(c)) for c in verb.children):
        return False
    return any(c.lower in ("that", "which") and c.i < report.i for c in (*report.children, *verb.children))


def nearest(noun: Word, verb: Word) -> Filler:
    """The noun a clause modifies, *one (who left)* without the clause."""
    return Filler(noun, apart(filler(noun), verb)) if noun.lower == "one" else filler(noun)


def controller(verb: Word, governor: Word, depth: int) -> tuple[Filler, ...]:
    """Who does what an infinitive says: the governor's object, or its subject (*promise*, *have*, adjectives)."""
    if governor.lemma == "have" and any(c.lower == "to" for c in verb.all("aux")):
        return subjects_of(governor, depth + 1)  # *had this to say*
    it = own_subject(governor)
    if governor.lemma == "take" and it is not None and it.lower == "it" and governor.child("prt") is None:
        whom = governor.child("dative")  # *It took the crew a year to build it*
        return fillers(whom) if whom is not None else ()
    if governor.pos in VERBAL:
        whom = governor.head if governor.dep == "relcl" and governor.lemma in _OBJECT_CONTROL - _LATE else None
        beside = any(is_relative(c) for w in (verb, governor) for c in w.all("dobj"))
        if whom is not None and beside and _KINDS.get(whom.lemma) in ("Person", "Population"):
            return (filler(whom),)  # *the miners whom it asked to leave*
        bare = verb.tag == "VBN" or (verb.tag == "VB" and verb.child("aux") is None)
        if bare or governor.lemma in _OBJECT_CONTROL:
            for c in governor.children:
                # *called a strike to win it*: whoever called it
                called = governor.lemma in PREPOSITIONAL and _KINDS.get(c.lemma) == "Event"
                if c.dep in ("dobj", "dative") and c.i < verb.i and c.tag not in ("IN", "TO") and not called:
                    return fillers(c)
        if governor.lemma in PREPOSITIONAL and governor.child("auxpass") is None:
            for c in governor.children:
                noun = c.child("pobj") if c.dep == "prep" and governor.i < c.i < verb.i else None
                if noun is not None and c.lower in ("on", "upon", "to", "for", "with"):
                    return fillers(noun)
        return subjects_of(governor, depth + 1)
    return clause_subject(governor, depth)


def gerund_subject(prep: Word, depth: int) -> tuple[Filler, ...]:
    """*accused the club of hiding losses*: the club hides them; *quotes her as saying*: she says.

    *used it for hiding losses*: who used it does; *her way of hiding losses*: she does. Nobody named does what is
    *found by looking*, nor what belongs to the subject: *the chances of finding them are slim*; nor of *find ways of
    hiding losses* does anything tell who.
    """
    verb = prep.head
    if (
        verb is not None
        and is_passive(verb)
        and (prep.lower == "by" or (prep.lower == "for" and verb.lemma not in _BLAME))
    ):
        return ()  # *a method used for tracing them*
    thing = own_subject(verb) if verb is not None and prep.lower in ("on", "in") and is_passive(verb) else None
    common = thing is not None and thing.tag in ("NN", "NNS") and not thing.ner
    if thing is not None and common and _KINDS.get(thing.lemma, "Thing") == "Thing":
        return ()  # *Money was spent on training them*
    if verb is not None and prep.lower == "for" and verb.dep == "attr":
        return ()  # *fear is a tool for winning votes*
    if verb is not None and (
        (prep.lower == "on" and verb.lemma in _OPEN_GERUND)
        or (prep.lower in ("about", "on") and verb.lemma in ("be", "remain"))
    ):
        return ()  # *the deal depends on cutting costs*, *its focus is on cutting them*
    if verb is not None and (owner := verb.child("poss")) is not None:
        return (filler(owner),)
    blamed = verb.head.lemma if verb is not None and verb.dep == "dobj" and verb.head is not None else ""
    if verb is not None and prep.lower == "for" and blamed in _BLAME and _KINDS.get(verb.lemma) == "Person":
        return fillers(verb)  # *questioned a man for stealing it*
    open_noun = verb is not None and verb.pos in NOMINAL and not shares(verb)
    if verb is not None and open_noun and (prep.lower in _OPEN_TO or (prep.lower == "for" and verb.dep != "dobj")):
        return ()
    # *accused the club of cheating by hiding losses*
    accused = prep.lower == "by" and verb is not None and any(c.lower == "of" for c in verb.all("prep"))
    turned = verb is not None and prep.lower == "against" and verb.lemma in _OBJECT_CONTROL
    if (
        verb is not None
        and verb.pos in VERBAL
        and (prep.lower in _OF_OBJECT or verb.lemma in _BLAME or turned or accused)
    ):
        noun = next((c for c in verb.children if c.dep == "dobj" and c.i < prep.i), None)
        if noun is not None or turned:
            return fillers(noun) if noun is not None else ()  # *warned (them) against selling it*
    found = clause_subject(prep, depth)
    it = found[0].head if found else None
    return () if it is not None and it.lower == "it" and it.head is not None and it.head.lemma == "be" else found


def shares(noun: Word) -> bool:
    """Whether what a noun's gerund tells is done by the subject of its clause: *had the effect of*, *in hopes of*."""
    over = noun.head
    light = noun.dep == "attr" or (noun.dep == "dobj" and over is not None and over.lemma in _LIGHT)
    return (
        light
        or noun.lemma in _CONTENT
        or (noun.dep == "pobj" and over is not None and over.lower == "in" and noun.lemma != "term")
    )


def clause_subject(word: Word, depth: int) -> tuple[Filler, ...]:
    """The subject of the clause a word stands in; of an adjective what it is said of: *found him guilty of lying*."""
    for above in (word, *word.ancestors()):
        if above.pos == "ADJ":  # the root of *Mayor ready to resign*
            head = above.head
            after = above.dep == "amod" and head is not None and head.i == above.i - 1 and head.pos in NOMINAL
            if head is not None and after and word.lower in (above.lower, "of", "for"):
                own = set(above.subtree())
                return tuple(replace(f, words=tuple(w for w in f.words if w not in own)) for f in fillers(head))
            noun = own_subject(above) or (head.child("dobj") if head is not None and above.dep == "oprd" else None)
            if noun is not None and noun.lower != "it":
                return fillers(noun)
        if above.pos in VERBAL:
            return subjects_of(above, depth + 1)
        if above.dep in SUBJECT:
            break
    return ()


def meant_by(noun: Word) -> tuple[Filler, ...]:
    """Who does what a noun's infinitive says, as far as the noun tells: whom it asks, who has it, by whom it is.

    *her appeal to the rebels to leave*, *her decision to leave*, *the decision by Norland to leave*.
    """
    asks = _CONTENT.get(noun.lemma) == "ask" and noun.lemma not in _OFFERED
    to = next((c for c in noun.all("prep") if c.lower in ("to", "on") and c.i == noun.i + 1), None) if asks else None
    plans = noun.lemma in _CONTENT and not asks
    by = next((c for c in noun.all("prep") if c.lower == "by"), None) if plans else None
    before = (c for c in noun.children if c.i < noun.i and c.ner in ("NORP", "GPE", "ORG") and plans)
    whom = next((p.child("pobj") for p in (to, by) if p is not None), None) or noun.child("poss") or next(before, None)
    return () if whom is None else fillers(whom) if whom.dep == "pobj" else (filler(whom),)


def holder(noun: Word, depth: int) -> tuple[Filler, ...]:
    """Whose plan or right a noun with an infinitive is: as it tells itself, or the clause's receiver or subject."""
    if told := meant_by(noun):
        return told
    verb = noun.head
    if noun.dep == "attr" and noun.lemma == "way":
        return ()  # *The win is a great way to start*
    if verb is not None and verb.lemma in _OTHERS and (noun.lemma in _OFFERED or _CONTENT.get(noun.lemma) != "ask"):
        return ()  # what they are asked to do they do themselves: *rejected calls to resign*
    if verb is not None and noun.dep == "dobj" and verb.lemma in _PRESENTING and noun.lemma not in _CONTENT:
        return (filler(noun),)  # *announced a scheme to help nurses*
    if noun.dep == "dobj" and verb is not None:
        receiver = verb.child("dative")
        if receiver is not None and receiver.tag not in ("IN", "TO"):
            return (filler(receiver),)
        return subjects_of(verb, depth + 1)
    if noun.dep == "oprd" and verb is not None and (called := verb.child("dobj")) is not None:
        return fillers(called)  # *called the plan an attempt to weaken it*
    if noun.dep in SUBJECT:
        return (filler(noun),)
    return clause_subject(noun, depth)
