"""Repairs around single verbs: their particles, prepositions, objects and agents, words taken for verbs."""

from __future__ import annotations

from kg import lexicon
from kg.parsing.repairs.labels import (
    AMOUNTS,
    AUXILIARIES,
    FINITE_TAGS,
    KINDS,
    REPORTING,
    SAY,
    SUBJECT,
    TENSED,
    VERB_TAGS,
    is_person,
    is_somebody,
)
from kg.parsing.tree import Word

_PARTICLES = lexicon.words("lexicon/verb_particles")
_ACCUSING = lexicon.words("lexicon/reporting", "verb", infinitive="accuse")
_OF = lexicon.words("lexicon/control", "verb", control="of")
_ACTS = lexicon.words("lexicon/event_nouns")
# Verbs whose *to* is a preposition.
_TO_NOUNS = lexicon.words("lexicon/control", "verb", control="noun")
# Verbs behind which *open* tells what becomes of their object.
_BURSTING = lexicon.words("lexicon/control", "verb", control="burst")


def compound_preposition(word: Word) -> None:
    """*denied because of the storm*: the second word of a preposition governs what the first was given."""
    if word.lower != "of":
        return
    word.dep = "prep"
    if word.head is not None and word.child("pobj", "pcomp") is None:
        for c in word.head.all("pobj"):
            c.attach(word, "pobj")


def particle(word: Word) -> None:
    """*sets aside the money*: an adverb of direction right after its verb is part of it; *is home to*: what it is.

    So is the adjective of *made public its plans*, *tore open the box*: it stands before the article.
    """
    verb = word.head
    before = word.words[word.i - 1]
    noun = word.child("dobj") or before.child("dobj")
    first = next((w for w in noun.subtree() if w is not word), word) if noun is not None else word
    opens = word.lower == "open" and before.lemma in _BURSTING
    if noun is not None and before.tag in VERB_TAGS and (word.tag == "JJ" or opens) and first.i == word.i + 1:
        dead = word.dep in ("oprd", "acomp") and before.lemma != "be"  # *shot dead two men*
        if first.tag in ("DT", "PRP$") or opens or dead:
            for c in [noun, *word.children]:
                c.attach(before, c.dep)
            word.attach(before, "prt")
            word.tag, word.pos = "RP", "ADP"
    elif word.lower == "well" and verb is not None and verb.lemma == "wish" and word.dep == "advmod":
        word.dep, word.tag = "prt", "RP"  # *wished her well*
    elif word.lower == "home" and verb is not None and verb.lemma == "be":
        word.dep = "attr"
    elif word.ner == "ORDINAL" and verb is not None and verb.i + 1 == word.i and word.dep == "advmod":
        if verb.tag in VERB_TAGS and verb.child("dobj", "auxpass") is None:
            word.dep, word.pos = "acomp", "ADJ"  # *finished third*
    elif verb is not None and (amount := _amount_behind(word, verb)) is not None:
        amount.attach(word, "npadvmod")  # *closed up 3 percent*, *is up 3 percent*
        word.dep, word.pos = ("acomp", "ADJ") if verb.lemma == "be" else ("advmod", word.pos)
        for c in [c for c in word.children if c.i > amount.i]:
            c.attach(verb, c.dep)
    elif (
        word.lower in _PARTICLES
        and verb is not None
        and verb.tag in VERB_TAGS
        and verb.i + 1 == word.i
        and not word.children
        and (word.dep != "prep" or (word.next.lower in ("to", "with") and word.next.head is verb))
    ):
        word.dep = "prt"  # *held on to the rail* too


def _amount_behind(word: Word, verb: Word) -> Word | None:
    """By how much something is up or down."""
    if word.lower not in ("up", "down") or verb.tag not in VERB_TAGS or verb.i > word.i or verb.child("dobj"):
        return None
    near = (*word.all("npadvmod"), *verb.all("npadvmod"))
    return next((c for c in near if c.ner in AMOUNTS and c.subtree()[0].i == word.i + 1), None)


def bring_on(word: Word) -> None:
    """*what they bring on their journey*: of a verb that has its object a preposition, no particle, has another."""
    verb = word.head
    noun = verb.child("dobj") if verb is not None else None
    if verb is not None and noun is None and (inner := word.child("pobj")) is not None:
        if verb.child("auxpass") is not None or word.lower not in _PARTICLES:
            word.dep, word.tag = "prep", "IN"  # *were taken off the plane*, *was off Tarn*
        else:
            inner.attach(verb, "dobj")  # *handed over the port*
    if verb is None or noun is None or noun.tag not in ("WP", "WDT") or word.lower not in ("on", "in", "over"):
        return
    other = next((c for c in verb.all("dobj") if c.i > word.i), None)
    if other is not None:
        word.dep, word.tag = "prep", "IN"
        other.attach(word, "pobj")


def subject_of_auxiliary(word: Word) -> None:
    """*The port was sending buses*, *Never was it open*: what the parser hangs on *was* is the verb’s."""
    auxiliary = word.head
    if auxiliary is not None and auxiliary.dep in ("aux", "auxpass") and auxiliary.head is not None:
        word.attach(auxiliary.head, word.dep)


def raise_verb(word: Word) -> None:
    """*Wein helped cut the ribbon*: a full verb that the model takes for an auxiliary governs."""
    verb = word.head
    if word.lemma.lower() in AUXILIARIES or verb is None or verb.tag not in VERB_TAGS or word.i > verb.i:
        return
    word.govern(verb, "xcomp")
    for c in list(verb.children):
        if c.i < word.i and c.dep not in ("xcomp",):
            c.attach(word, c.dep)


def to_a_noun(word: Word) -> None:
    """*resorted to strike action*: behind some verbs *to* opens no infinitive, and two nouns in a row are one."""
    verb, to, noun = word.head, word.child("aux"), word.child("dobj")
    if verb is None or to is None or to.lower != "to":
        return
    due = word.words[to.i - 1]
    if due.lower in ("due", "thanks") and due in verb.children:  # *was late due to rain*
        noun = word
        for c in [c for c in word.children if c is not to]:
            c.attach(verb, "npadvmod" if c.dep == "dobj" else c.dep)
    bare = verb.lemma in _TO_NOUNS and verb.child("dobj") is None
    named = bare or word.text.istitle()  # *returned to Test cricket*
    for c in word.all("dobj")[1:] if bare else ():
        if noun is not None and noun is not word and c.subtree()[0].i == noun.i + 1:
            noun.attach(c, "compound")  # *lost to luxury goods firm Orvex*
            noun = c
    if noun is None or not (noun is word or (named and noun.subtree()[0].i == word.i + 1)):
        return
    word.tag, word.pos, to.tag, to.pos = "NN", "NOUN", "IN", "ADP"
    to.attach(due if noun is word else verb, "prep")
    for c in [c for c in word.children if c is not noun]:
        c.attach(verb, c.dep)
    noun.attach(to, "pobj")
    if noun is not word:
        word.attach(noun, "compound")


def that_as_determiner(word: Word) -> None:
    """*proves that help is late*: right behind such a verb a *that* opens what it says; *says that hurts* has no other
    subject.
    """
    subject, verb = word.child("nsubj"), word.head
    that = subject.child("det") if subject is not None else None
    if subject is not None and subject.lower == "that" and word.child("mark") is None and word.tensed(*TENSED):
        subject.tag = "DT"
    if verb is None or subject is None or that is None or that.lower != "that" or that.i != verb.i + 1:
        return
    if verb.lemma in REPORTING and not is_person(subject):
        that.attach(word, "mark")
        that.tag, that.pos = "IN", "SCONJ"


def plural_as_verb(word: Word) -> None:
    """*if the wind changes help us*: of two finite verbs in a row the first is a noun."""
    before = word.words[word.i - 1]
    if before not in (word.head, *word.all("nsubj")) or before.tag != "VBZ" or word.lemma in REPORTING:
        return  # *, a move critics say will hurt*
    noun = before.child("nsubj")
    if noun is None or noun.i + 1 != before.i or noun.tag != "NN" or word.next.pos == "PUNCT" or word.child("aux"):
        return
    if before is word.head:
        word.govern(before, "nsubj")
    noun.attach(before, "compound")
    for c in [c for c in before.children if c.dep in ("mark", "punct", "cc", "advmod", "prep")]:
        c.attach(word, c.dep)
    word.dep = "advcl" if word.child("mark") is not None and word.dep == "ccomp" else word.dep
    before.tag, before.pos = "NNS", "NOUN"
    for c in list(noun.children):
        c.attach(before, c.dep)


def by_then(word: Word) -> None:
    """*is expected by the end of May*, *was cut by 40 per cent*: no time or amount does what is done."""
    time = word.child("pobj")
    if time is not None and (time.ner in AMOUNTS | {"DATE", "TIME"} or time.lower in ("cent", "percent")):
        word.dep = "prep"


def mistagged(word: Word) -> None:
    """The tree tells the tag: *were informed of it*; *to power it*; *it notes, “…”*."""
    if word.tag == "JJ":
        if word.child("auxpass", "nsubjpass") is not None:
            word.tag, word.pos = "VBN", "VERB"
    elif word.tag == "NNS":
        this, noun = word.child("det"), word.head
        if this is not None and this.text in ("This", "That") and word.lemma != word.lower and noun is not None:
            if noun.i > word.i:
                word.dep = "parataxis"  # *That echoes it: …*
            word.tag, word.pos, this.dep = "VBZ", "VERB", "nsubj"
        name, thing = word.head if word.dep == "appos" else None, word.child("dobj", "appos")
        verbless = name is not None and not any(w.tag in TENSED for w in name.subtree())
        if name is not None and name.head is None and thing is not None and (thing.dep == "dobj" or verbless):
            word.attach(None, "ROOT")  # *Norland, a country of farms, imports oil*
            thing.dep = "dobj"
            for c in [c for c in name.children if c.i > thing.i]:
                c.attach(word, c.dep)
            name.attach(word, "nsubj")
        if word.head is None and word.child("nsubj") is not None and word.child("ccomp", "dobj") is not None:
            word.tag, word.pos = "VBZ", "VERB"
            word.lemma = word.lower.removesuffix("s")
    elif any(c.lower == "to" for c in word.all("aux")):
        word.tag, word.pos = "VB", "VERB"
    elif word.lemma in SAY and word.child("nsubj") is not None:
        word.tag, word.pos = "VBP", "VERB"
        if word.dep == "compound" and word.head is not None and word.head.dep in SUBJECT and word.head.head is not None:
            word.govern(word.head.head, "ccomp")  # *Prosecutors allege Reed stole it*


def aboard(word: Word) -> None:
    """*On board the ship were 40 sailors*, *is held on board a ship*: what the preposition governs."""
    on = word.words[word.i - 1] if word.lower == "board" and word.i else word
    noun = word.head if word.dep in ("nmod", "compound") else None
    if word.lower == "board" and on.lower != "on":
        return
    if noun is None and word.i + 1 < len(word.words) and (on is not word or not word.children):
        after = (word.next, *word.next.ancestors())
        noun = next((w for w in after if w.pos in ("NOUN", "PROPN") and w.subtree()[0].i == word.i + 1), None)
        over = noun.head if noun is not None else None
        if noun is None or over is None or over not in (word, on, on.head):
            return
        second = (over.lemma == "be" and over.child("attr") is not None) or over.child("nsubj") is not noun
        if not second if noun.dep == "nsubj" else on is word:
            return
    if noun is None or noun.head is None or (word.dep in ("nmod", "compound") and noun.head is not on):
        return
    noun.attach(None, "ROOT")
    if word.lower == "board":
        word.attach(on, "prep")
        word.tag, word.pos = "IN", "ADP"
    noun.attach(word, "pobj")


def accused_of(word: Word) -> None:
    """*accused the owner (of the shop) of neglect*: the last *of* belongs to the verb where the lexicon is sure.

    *accused the bank and its owner of neglect*, *was convicted in state court of fraud* likewise.
    """
    verb, charge = word.head, word.child("prep")
    charged = charge is not None and charge.lower in ("with", "of", "for") and charge.child("pcomp") is not None
    if verb is not None and charge is not None and charged and verb.lemma in _ACCUSING:
        charge.attach(verb, "prep")  # *charged him with stealing it*
        return
    if word.dep == "pobj" and (word.tag not in ("NN", "NNS") or word.child("det") is not None):
        return
    if word.dep == "pobj" and verb is not None and verb.dep == "prep" and verb.lower != "of":
        verb = verb.head if verb.head is not None and verb.head.child("auxpass") is not None else None
    if (
        verb is None
        or verb.lemma not in _OF
        or any(c.lower == "of" for c in verb.all("prep"))
        or word.ner == "CARDINAL"
    ):
        return  # not *advised hundreds of firms*
    while (other := word.child("conj")) is not None:
        word = other
    of = word.child("prep")
    while of is not None and of.lower == "of":
        noun = of.child("pobj")
        inner = noun.child("prep") if noun is not None else None
        plain = noun is not None and noun.tag in ("NN", "NNS") and noun.child("det", "poss") is None
        if plain or inner is None or inner.lower != "of":
            of.attach(verb, "prep")  # *accused him of abuse of power*: what nothing names is what he is accused of
            return
        of = inner


def agent_apart(word: Word) -> None:
    """*was founded for students by Ana Petrova*: who did it hangs on the passive verb, not on the noun before."""
    noun, doer = word.head, word.child("pobj")
    passive = noun.head if noun is not None and noun.dep == "oprd" and word.lower == "by" else None
    if passive is not None and passive.child("auxpass") is not None and passive.child("agent") is None:
        word.attach(passive, "agent")  # *were reported missing by their mother*
        return
    prep = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = prep.head if prep is not None else None
    if word.lower != "by" or noun is None or doer is None or verb is None or not is_somebody(doer):
        return
    own = noun.lemma.lower() in _ACTS or KINDS.get(noun.lemma.lower()) == "Work"
    if verb.child("auxpass") is not None and verb.child("agent") is None and not own:
        word.attach(verb, "agent")


def score(word: Word) -> None:
    """*voted 64 to 31 to close it*: two numbers are one result, and *beat Tarn 3-0* has another object."""
    verb = next((w for w in reversed(word.words[: word.i]) if w.tag in VERB_TAGS and w.dep != "amod"), None)
    if word.tag == "CD":
        half = word.child("compound", "nummod")
        thing = verb.child("dobj") if verb is not None else None
        if half is not None and half.tag == "CD" and verb is not None and thing not in (None, word):
            word.attach(verb, "npadvmod")
        return
    first, other = word.words[word.i - 1], word.child("pobj")
    if word.lower != "to" or other is None or other.i != word.i + 1 or {first.tag, other.tag} != {"CD"}:
        return
    if first.dep in ("npadvmod", "dobj", "nummod") and word.head is first.head:
        word.attach(first, "nummod")


def up_to(word: Word) -> None:
    """*Up to a foot of snow fell*, *Between 40 and 50 men left*: an amount is the subject of a verb without one."""
    verb, to = word.head, word.child("prep")
    noun = to.child("pobj") if to is not None and to.lower == "to" and word.lower == "up" else None
    if word.lower == "between" and (noun := word.child("pobj")) is not None:
        first = noun.child("nummod")
        to, noun = (first, noun) if first is not None and first.child("conj") is not None else (None, None)
    if verb is None or to is None or noun is None or verb.i < word.i or verb.child(*SUBJECT, "expl") is not None:
        return
    if verb.tag in FINITE_TAGS or verb.child("aux", "auxpass") is not None:
        noun.attach(verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
        for w in (word, to):
            w.attach(noun, "quantmod")
