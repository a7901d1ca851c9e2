"""Repairs around verbs: their subjects, auxiliaries and particles, clauses side by side."""

from __future__ import annotations

from collections import Counter

from kg import lexicon
from kg.parsing.repairs.labels import (
    AMOUNTS,
    FINITE_TAGS,
    KINDS,
    NOUN_TAGS,
    OPENING,
    REPORTING,
    SAY,
    SUBJECT,
    TAKING,
    TENSED,
    VERB_TAGS,
)
from kg.parsing.tree import Word

_AUXILIARIES = lexicon.words("lexicon/auxiliaries")
_PARTICLES = lexicon.words("lexicon/verb_particles")
_ACCUSING = lexicon.words("lexicon/reporting", "verb", infinitive="accuse")
_OF = lexicon.words("lexicon/control", "verb", control="of")
_GERUND = lexicon.words("lexicon/control", "verb", control="gerund")
_ACTS = lexicon.words("lexicon/event_nouns")
_BODIES = frozenset({"Organization", "Country", "Government", "Population", "ArmedGroup"})
_CAUSING = lexicon.words("lexicon/control", "verb", control="object")
_THINKING = lexicon.words("lexicon/reporting", "verb", finite="think")
_THINKING_OF = _THINKING | SAY | lexicon.words("lexicon/control", "verb", control="thought")
# Verbs of two objects; whoever *left the port* was given none.
_GIVING = lexicon.words("lexicon/control", "verb", control="receiver") - {"leave"}
# Verbs whose *to* is a preposition.
_TO_NOUNS = lexicon.words("lexicon/control", "verb", control="noun")
# Verbs behind which *open* tells what becomes of their object.
_BURSTING = lexicon.words("lexicon/control", "verb", control="burst")
_LEAVING = lexicon.words("lexicon/verb_kinds", kind="office-leave")
_IRREGULAR = lexicon.mapping("lexicon/irregular_verbs", "form", "verb")
_FORMS = Counter(_IRREGULAR.values())
# What may stand between the subject of a clause and its verb.
_LOOSE = frozenset({"advmod", "npadvmod", "punct", "neg"})
_PROVIDED = lexicon.words("lexicon/modals", "word", kind="provided")
# Words from a conjunction to the head of what it coordinates, at most.
_NEAR = 12


def given(word: Word) -> None:
    """*They will not sell given the price*: what governs a noun as prepositions do is one."""
    verb = next((a for a in word.ancestors() if a.tag in VERB_TAGS), None)
    if word.lower == "given" and word.child("pobj") is not None and verb is not None:
        word.attach(verb, "prep")
        word.tag, word.pos = "IN", "ADP"


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


def has(word: Word) -> None:
    """*a fire that's destroyed the mill*: what is done to nothing else has done it."""
    verb = word.head
    taken = verb.child("dobj") if verb is not None else None
    if verb is None or taken is None or word.lower not in ("'s", "’s") or verb.tag != "VBN" or verb.child("agent"):
        return
    if verb.lemma not in _GIVING and taken.i > verb.i:
        word.dep, word.lemma = "aux", "have"
        for c in verb.all("nsubjpass"):
            c.dep = "nsubj"


def participle_before_article(word: Word) -> None:
    """*have (each) signed the pact*: what stands before the article of its noun is the verb."""
    noun = word.head
    have = noun.head if noun is not None and noun.dep in ("dobj", "xcomp", "ccomp") else None
    if noun is None or have is None or have.lemma != "have" or word.next.head is not noun or noun.tag not in NOUN_TAGS:
        return
    if word.i < noun.i and word.next.dep in ("det", "poss", "nummod") and have.child("aux") is None:
        place, over = have.dep, have.head
        word.attach(None, "ROOT")
        noun.attach(word, "dobj")
        have.attach(word, "aux")
        for c in [*have.children, *(c for c in noun.children if c.i < word.i)]:
            c.attach(word, "advmod" if c.dep in ("det", "predet") else c.dep)
        word.attach(over, place)


def raise_verb(word: Word) -> None:
    """*Wein helped cut the ribbon*: a full verb that the model takes for an auxiliary governs."""
    verb = word.head
    if word.lemma.lower() in _AUXILIARIES or verb is None or verb.tag not in VERB_TAGS or word.i > verb.i:
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
    named = verb.lemma in _TO_NOUNS or word.text.istitle()  # *returned to Test cricket*
    if noun is None or not (noun is word or (named and noun.i == word.i + 1)):
        return
    word.tag, word.pos, to.tag, to.pos = "NN", "NOUN", "IN", "ADP"
    to.attach(due if noun is word else verb, "prep")
    for c in [c for c in word.children if c is not noun]:
        c.attach(verb, c.dep)
    noun.attach(to, "pobj")
    if noun is not word:
        word.attach(noun, "compound")


def that_as_determiner(word: Word) -> None:
    """*proves that help is late*: right behind such a verb a *that* opens what it says."""
    subject, verb = word.child("nsubj"), word.head
    that = subject.child("det") if subject is not None else None
    if verb is None or subject is None or that is None or that.lower != "that" or that.i != verb.i + 1:
        return
    if verb.lemma in REPORTING and not _person(subject):
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


def noun_behind_preposition(word: Word) -> None:
    """*to free on bail a man accused of theft*: behind a preposition stands no bare verb; its object is the verb's."""
    prep, thing = word.head, word.child("dobj")
    verb = prep.head if prep is not None and prep.i + 1 == word.i and prep.tag == "IN" else None
    if verb is None or prep is None or thing is None or verb.tag not in VERB_TAGS or word.child("aux", *SUBJECT):
        return
    word.dep, word.tag, word.pos = "pobj", "NN", "NOUN"
    thing.attach(verb, "dobj" if verb.child("dobj") is None else "npadvmod")


def no_gerund(word: Word) -> None:
    """*use floating cranes*: of a verb that takes no gerund the noun behind is the object; or *regulates fishing*."""
    verb, noun = word.head, word.child("dobj")
    if verb is None or verb.pos != "VERB" or verb.lemma in _GERUND or verb.i > word.i or verb.child("auxpass"):
        return
    if noun is None:
        if verb.lemma in TAKING and word.i == verb.i + 1 and all(c.dep == "prep" for c in word.children):
            word.dep, word.tag, word.pos = "dobj", "NN", "NOUN"
        return
    if noun.tag not in ("NN", "NNS") or noun.subtree()[0].i != word.i + 1 or noun.child("det", "poss", "nummod"):
        return
    if verb.child("dobj") is None and word.child("aux", *SUBJECT) is None:
        noun.attach(verb, "dobj")
        for c in [c for c in word.children if c.i > noun.i]:
            c.attach(verb, "advcl" if c.dep == "xcomp" else c.dep)
        word.attach(noun, "amod")


def by_then(word: Word) -> None:
    """*is expected by the end of May*, *was cut by 40 per cent*: no time or amount does what is done."""
    time = word.child("pobj")
    if time is not None and (time.ner in AMOUNTS | {"DATE", "TIME"} or time.lower in ("cent", "percent")):
        word.dep = "prep"


def main_verb(word: Word) -> None:
    """*Ships seen near the port reached the bay*: a past tense below the noun that heads a sentence is its verb.

    So is the last participle of *Troops backed by tanks pushed into the suburbs*, *The team he hopes to join won.*
    Nor does a time do what those did *who came after midnight slept on the floor*.
    """
    noun, parts, taken = word.head, 0, word.dep != "acl"
    time, mark = word.child("nsubj"), word.child("mark")
    when = time is not None and time.ner in ("DATE", "TIME") and word.dep == "advcl"
    if noun is not None and time is not None and mark is not None and when and noun.dep == "relcl":
        for c in [c for c in word.children if c.i < mark.i]:
            c.attach(mark, c.dep)
        mark.attach(noun, "prep")
        time.attach(mark, "pobj")
        word.attach(noun.head, "acl")
        noun, taken = noun.head, False
    if taken and (noun is None or noun.tag != "VB" or noun.i + 1 != word.i):
        return
    if noun is not None and word.tag == "VBD" and not taken and any(c.i > word.i for c in noun.all("acl")):
        word.tag = "VBN"  # *The bridge, once called old, reopened*
        return
    below = {"pobj", "prep", "conj", "acl", "agent", *(("relcl", "xcomp") if taken else ())}
    while noun is not None and noun.head is not None and (noun.dep in below or noun.words[noun.i - 1] is noun.head):
        parts += noun.dep == "acl"  # *Troops loyal to him fired*
        noun = noun.head
    # *The couple, who have two children, announced that they would part*
    apart = word.child("dobj", "ccomp") is not None and word.words[word.i - 1].text == ","
    after = parts and (word.next.tag in ("IN", "RP") or (word.next.tag == "TO" and word.lemma not in _CAUSING))
    if word.tag == "VBN" and not taken and not (_one_form(word) and (after or apart)):
        return
    if noun is None or noun.head is not None or noun.tag not in NOUN_TAGS or word.i < noun.i:
        return
    if any(c.dep in SUBJECT for c in word.children) or word.child("agent") is not None:
        return
    word.attach(None, "ROOT")
    noun.attach(word, "nsubj")
    for c in [c for c in noun.children if c.i > word.i]:
        c.attach(word, c.dep)
    word.tag = "VBD" if taken else word.tag


def only_verb(word: Word) -> None:
    """*The mayor's killing sparked outrage*: what looks like a past tense is one where a sentence has no other verb."""
    after, root = word.head, next((a for a in word.ancestors() if a.head is None), None)
    if after is not None and root is not None and root.tag == "CD" and after.tag == "DT":
        after = root  # *Two of those reopened*
    if after is None or root is None or root.tag not in NOUN_TAGS | {"CD"} or word.i == 0:
        return
    sentence = root.subtree()
    before = word.words[word.i - 1]
    own = word.subtree() if word.dep == "acl" and word.tag == "VBN" else ()
    if sentence[-1].text != "." or any(w.tag in TENSED for w in sentence if w not in own):
        return
    # *The firm, once the largest, filed for bankruptcy*; *The bridge, built in 1921, reopened*
    beside = root.child("appos")
    named = beside is not None and beside.i < word.i
    aside = (after.dep == "appos" and after.head is root) or (
        after is root and (named or root.child("acl") is not word)
    )
    # *The firm invested in oil*, *The board named Bo Lind its chairman*, *A cook denied on Monday that she lied*
    whole = after is root and word.tag == "VBN" and word.lemma not in TAKING and word.child("agent") is None
    alone = root.tag in ("NNS", "CD") and not any(
        w.dep == "acl" for w in own if w is not word
    )  # *Thieves made off with it*
    whole |= after is root and word.tag == "VBN" and len(word.all("dobj", "oprd")) > 1
    whole |= after is root and any(c.lower == "that" for w in word.all("ccomp") for c in w.all("mark"))
    if word.dep == "acl" and (
        (aside and before.text == ",") or (whole and before in (root, word.head) and (root.child("det") or alone))
    ):
        word.attach(None, "ROOT")
        word.tag, word.pos = "VBD", "VERB"
        root.attach(word, "nsubj")
        return
    if word.dep == "acl" or before.tag not in NOUN_TAGS or after.i < word.i:
        return
    left = [c for c in (*after.children, *word.children) if c.i < word.i]
    subject = root if root.i < word.i else before
    if subject is root:
        after.attach(None, "ROOT")
    word.attach(None, "ROOT")
    word.tag, word.pos = "VBD", "VERB"
    subject.attach(word, "nsubj")
    after.attach(word, "dobj")
    for c in left:
        if c is not subject and c.head is not word:
            c.attach(subject, c.dep)
    for c in [c for c in (*after.children, *subject.children) if c.text == "."]:
        c.attach(word, "punct")


def reduced_as_main(word: Word) -> None:
    """*The pact demanded by two ports was near*; *The diver, shot in May, was found*; *Anyone feared to be ill will be
    moved*; *Crews denied entry left*; *Farmers blocking the road say they will stay*: the later verb is the clause's.
    """
    head, noun = word.head, word.child(*SUBJECT)
    lacks = word.dep in ("ccomp", "advcl", "parataxis", "prep") and head is not None and head.i > word.i
    lacks = lacks and head is not None and head.lemma not in SAY and head.child(*SUBJECT, "expl") is None
    below = word.dep in ("csubj", "csubjpass", *SUBJECT) or lacks
    main = head if below else _second(word)
    full = word.child("aux", "auxpass", "expl") is not None or (below and word.child("mark") is not None)
    if full or noun is None or main is None or noun.tag not in NOUN_TAGS | {"DT"} or noun.i > word.i:
        return
    between = [c for w in (word, main) for c in w.children if word.i < c.i < main.i]
    set_off = word.words[word.i - 1].text in (",", "–", "—", "--")
    if word.lemma in _AUXILIARIES or (not set_off and any(c.text == "," or c.dep == "cc" for c in between)):
        return
    given = word.child("dobj") is None or word.lemma in _GIVING or (set_off and below)
    near = word.next.tag in ("IN", "RP", "JJ", "TO", "RB", "VBN") or word.child("dobj", "xcomp", "oprd") is not None
    if word.tag != "VBG" and not (given and near and (_one_form(word) or word.tag == "VBN")):
        return
    after = [c for c in word.children if (c.i > main.i or c.i < noun.i) and c is not main]
    if word in main.ancestors():
        main.attach(word, main.dep)
    elif word.dep == "advcl" and not below:
        main.dep = "advcl"
    noun.attach(main, "nsubjpass" if main.child("auxpass") is not None else "nsubj")
    if main.head is word:
        main.govern(word, "acl")
    word.attach(noun.child("conj") or noun, "acl")
    word.tag, word.pos = "VBN" if word.tag == "VBD" else word.tag, "VERB"
    main.tag = "VBD" if main.tag == "VBN" and main.child("aux", "auxpass") is None else main.tag
    for c in word.all("prep"):
        c.dep = "agent" if c.lower == "by" and word.tag == "VBN" else c.dep
    for c in after:
        c.attach(main, c.dep)


def _second(word: Word) -> Word | None:
    """A finite verb without subject that nothing joins to the one it hangs on, or that hangs beside it."""
    if word.tag != "VBG":
        what = [c for c in word.all("acomp", "xcomp") if c.tag not in FINITE_TAGS]
        if word.child("cc", "attr") or (what and word.lemma not in _CAUSING | _THINKING):
            return None
    labels = ("conj", "ccomp", "dep", "parataxis") if word.tag == "VBG" else ("conj", "ccomp", "advcl", "dep")
    beside = word.head.all(word.dep) if word.head is not None and word.dep in ("conj", "ccomp") else []
    if word.dep == "advcl" and word.head is not None and word.head.child("cc") is None:
        beside = [
            c for c in word.head.all("conj", "advcl") if c is not word
        ]  # *were hurt when a bomb dropped by a plane landed near*
    after = [c for c in (*word.children, *beside) if c.i > word.i]
    thing, told = word.child("dobj"), word.child("xcomp")
    if told is None and word.lemma in _GIVING | TAKING:
        told = word.child("advcl")  # *Troops sent to free the town came under fire*
    if thing is None and told is not None and word.lemma in _GIVING | _CAUSING | TAKING:
        thing = told.child("dobj")
    if thing is not None and (word.tag == "VBN" or thing.head is not word):
        after += thing.all("acl")  # *Patients given the drug lived longer*
    found = next(
        (
            c
            for c in after
            if c.dep in labels or (c.dep == "xcomp" and (c.tag in FINITE_TAGS or c is not told)) or c.head is thing
        ),
        None,
    )
    if found is None or found.child(*SUBJECT, "mark", "expl") is not None:
        return None
    tags = {w.tag for w in (found, *found.all("aux", "auxpass"))}
    led = word.child("xcomp", "prep", "advcl") is not None and word.child("dobj") is None and found.dep != "advcl"
    led |= word.tag == "VBN" and found.head is thing  # *Patients given the drug recovered*
    # *Crews left alone in the hall called the guards*: the model takes the later one for a participle.
    return found if tags & TENSED or (tags == {"VBN"} and led and _one_form(found)) else None


def _one_form(verb: Word) -> bool:
    """Whether the past tense of a verb and its participle are one."""
    return verb.lower.endswith("ed") or _FORMS[verb.lemma] == 1


def feared_that(word: Word) -> None:
    """*a fire which it is feared will spread*: what is feared of the noun stands right behind."""
    feared = word.words[word.subtree()[0].i - 1]
    it = feared.child("nsubjpass") if feared.tag == "VBN" and feared.dep == "relcl" else None
    modal = any(c.tag == "MD" for c in word.all("aux"))
    if it is not None and it.lower == "it" and modal and word.child(*SUBJECT) is None and feared.lemma in _THINKING_OF:
        word.attach(feared, "ccomp")
        for c in [c for c in feared.children if c.tag in ("WDT", "WP")]:
            c.attach(word, "nsubj")


def thought_to(word: Word) -> None:
    """*looking for a second man, thought to be armed*: what is thought of the noun before the comma."""
    noun, to = word.words[word.i - 2], word.child("xcomp")
    apart = word.tag == "VBN" and word.dep == "conj" and word.child("cc", "conj", "dobj", "aux", *SUBJECT) is None
    apart = apart and noun.dep in ("pobj", "dobj") and word.words[word.i - 1].text == "," and _somebody(noun)
    if apart and word.head is not None and word.head.child("cc") is None and word.head in noun.ancestors():
        word.attach(noun, "acl")  # *fought with gunmen, holed up in a house*
        return
    if word.words[word.i - 1].text != "," or to is None or not any(c.lower == "to" for c in to.all("aux")):
        return
    known = word.lemma in _THINKING_OF
    place = noun.dep == "pobj" and noun.ner in ("GPE", "LOC", "FAC")
    if known and noun.tag in NOUN_TAGS and noun.dep in ("dobj", "pobj") and not (place or word.child("aux", *SUBJECT)):
        word.attach(noun, "acl")
        word.tag = "VBN"


def no_past_tense(word: Word) -> None:
    """*near storms often found at sea*, *is the only firm allowed cheap loans*: a past tense has a subject or goes on
    from another verb; without either it is a participle of the noun before, or behind a comma of the subject.
    """
    verb, first = word.head, word.subtree()[0]
    taken = word.child("dobj") is not None and word.lemma not in _GIVING
    if verb is None or verb.i > word.i or taken or not _one_form(word) or word.lemma in _AUXILIARIES:
        return
    if word.child("mark", "aux", "auxpass", "expl", "csubj", "cc", "xcomp", "ccomp", *SUBJECT):
        return
    if first.tag in ("WRB", "WDT", "WP") or first.pos == "PUNCT":
        return
    joined = any(c.dep == "cc" or c.text in ",;:" for c in verb.children if verb.i < c.i < word.i)
    before = word.words[first.i - 1]
    if word.tag == "VBN" and (word.child("agent") is None or word.dep != "advcl"):
        return
    prep = before.head if word.tag == "VBN" and before.dep == "pobj" and before.tag == "NNP" else None
    if prep is not None and prep.head is not None and prep.head.tag in ("NN", "NNS"):
        before = prep.head  # *ran camps in Tarn later raided by police*
    above = list(before.ancestors())
    if before.tag in ("NN", "NNS") and verb in above and word not in above and not (word.dep == "conj" and joined):
        if before.dep != "compound" and before.ner not in ("DATE", "TIME"):
            word.tag = "VBN"
            word.attach(before, "acl")
    elif before.text == "," and word.dep == "ccomp":
        word.tag, word.dep = "VBN", "advcl"


def gerund_as_modifier(word: Word) -> None:
    """*Teaching unions are split*; *demanded by bordering nations*: what agrees or acts is the noun."""
    head = word.head
    noun = word.child("dobj") or next(
        (c for c in head.all("nsubj") if c.i > word.i) if head is not None else iter(()), None
    )
    leaver = noun is not None and word.lemma in _LEAVING and word.dep == "pcomp" and noun.tag in ("NN", "NNP")
    if head is None or noun is None or not (noun.tag == "NNS" or leaver) or noun.subtree()[0].i != word.i + 1:
        return
    if word.i > word.subtree()[0].i or noun.child("det", "poss", "nummod") is not None or noun.i > head.i > word.i:
        return
    body = KINDS.get(noun.lemma.lower()) in _BODIES
    if word.dep == "pcomp":
        verb, dep = head.head, "pobj"
        fits = head.lower == "by" and verb is not None and verb.tag in ("VBN", "VBD") and (body or _person(noun))
        fits = fits and verb is not None and verb.child("dobj") is None and word.child("xcomp") is None
        fits |= leaver  # *replaced by departing minister Bo Lind*
    else:
        tags = {w.lower if w.lemma == "be" else w.tag for w in (head, *head.all("aux", "auxpass"))}
        fits, dep = (
            noun.head is head or bool(tags & {"VBP", "are", "were", "have"}) or (body and "VBZ" not in tags),
            "nsubj",
        )
        dep = "nsubjpass" if head.child("auxpass") is not None else dep
    if fits:
        noun.attach(head, dep)
        word.attach(noun, "amod")
        for c in [c for c in word.children if c.i > noun.i]:
            c.attach(noun, c.dep)


def _person(noun: Word) -> bool:
    return KINDS.get(noun.lemma.lower()) == "Person"


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


def fronted_phrase(verb: Word) -> None:
    """*Worsening the crisis, the union joined the strike*; *In May 2014, Quill, with two friends, opened a mill*: the
    noun behind the comma is the subject of a verb that has none. *While it pitted one against two, the row ended* too.
    """
    if any(c.dep in SUBJECT or c.dep in ("expl", "aux", "auxpass") for c in verb.children):
        return
    for phrase in verb.children:
        participle = phrase.dep == "advcl" and phrase.tag in ("VBG", "VBN")
        if phrase.i > verb.i or phrase.dep not in ("prep", "advcl"):
            continue
        below = phrase.children if participle else [c for c in phrase.subtree() if c.dep in ("appos", "conj")]
        nouns = [w for w in below if w.tag in NOUN_TAGS and phrase.i < w.i < verb.i]
        if phrase.dep == "advcl" and not participle:
            nouns = [w for w in nouns if w.dep == "appos" and w.subtree()[-1].i + 1 == verb.i]
        nouns = [w for w in nouns if w.tag == "NNP"] or nouns
        commas = [c.i for w in (phrase, *(n.head for n in nouns)) if w is not None for c in w.children if c.text == ","]
        if nouns and any(phrase.i < i < nouns[-1].i for i in commas) and nouns[-1].child("cc") is None:
            nouns[-1].attach(verb, "nsubj")
            return


def aboard(word: Word) -> None:
    """*On board the ship were 40 sailors*, *the device on board modern aircraft*: what the preposition governs."""
    on = word.words[word.i - 1] if word.lower == "board" and word.i else word
    noun = word.head if word.dep in ("nmod", "compound") else None
    if word.lower == "board" and on.lower != "on":
        return
    if noun is None and word.i + 1 < len(word.words) and not word.children:
        after = (word.next, *word.next.ancestors())
        noun = next((w for w in after if w.dep == "nsubj" and w.subtree()[0].i == word.i + 1), None)
        be = noun.head if noun is not None else None
        if be is None or be.lemma != "be" or be.child("attr") is None or on.head is not be:
            return
    if noun is None or noun.head is None or (word.dep in ("nmod", "compound") and noun.head is not on):
        return
    noun.attach(None, "ROOT")
    if word.lower == "board":
        word.attach(on, "prep")
        word.tag, word.pos = "IN", "ADP"
    noun.attach(word, "pobj")


def cleft(word: Word) -> None:
    """*It was in Tarn that they met*: there they met; *It was one of the nurses who called*: one of them called.

    *It is not the price that worries them*: it does not.
    """
    noun, be = word.head, next((a for a in word.ancestors() if a.tag in VERB_TAGS), None)
    that = next((c for c in word.children if c.lower in ("that", "who") and c.i < word.i), None)
    if noun is None or be is None or that is None or be.lemma != "be" or not any(c.lower == "it" for c in be.children):
        return
    one, no = be.child("attr"), be.child("neg")
    at = next((c for c in be.children if c.subtree()[0].i == be.i + 1), be)
    whole = noun is be or (noun.head is at and (that.dep == "mark" or len(word.all("dobj")) == 2))
    if one is None and at.dep in ("prep", "advmod") and whole:
        word.attach(be, "ccomp")
        at.attach(word, at.dep)
        that.dep, that.tag = "mark", "IN"
    elif one is not None and word.dep == "relcl" and noun in one.subtree():
        if noun.dep == "appos" or (one.lower == "one" and (that.lower == "who" or word.tensed("VBZ"))):
            word.attach(one, "relcl")
        if no is not None and word.head is one:
            no.attach(word, "neg")


def before_conjunct(word: Word) -> None:
    """*It was sold and in May was closed*: a phrase between the conjunction and the second verb is that verb's."""
    first, last = word.head, word.subtree()[-1]
    if first is None or word.words[word.subtree()[0].i - 1].tag != "CC" or last.i + 1 >= len(word.words):
        return
    after = word.words[last.i + 2 if last.next.text == "," and last.i + 2 < len(word.words) else last.i + 1]
    verb = after.head if after.dep in ("aux", "auxpass") else after
    if verb is None or verb.dep != "conj" or verb.tag not in VERB_TAGS or verb.child(*SUBJECT) is not None:
        return
    if verb.head in (first, first.head) and verb.head is not None and verb.head.tag in VERB_TAGS:
        word.attach(verb, "prep")


def inverted_be(be: Word) -> None:
    """*Among the dead were two children*; *Leading the list are two banks*: the subject stands behind."""
    verb = be.head if be.dep in ("aux", "auxpass") else be
    if verb is None or be.lemma != "be" or verb.child(*SUBJECT, "expl", "csubj", "ccomp") is not None:
        return
    after = [c for w in (be, verb) for c in w.children if c.i > be.i and c.dep in ("attr", "npadvmod", "dobj")]
    before = [c for c in verb.children if c.i < be.i and c.dep in ("prep", "punct")] if verb is be else [verb]
    fronted = bool(before) and before[0].i < be.i and all(c.dep != "punct" for c in before)
    if after and fronted and after[0].tag != "PRP" and verb.subtree()[0].tag not in ("WRB", "WP", "WDT"):
        after[0].attach(verb, "nsubjpass" if verb.tag == "VBN" else "nsubj")


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
    if verb is None or verb.lemma not in _OF or any(c.lower == "of" for c in verb.all("prep")):
        return
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


def _somebody(noun: Word) -> bool:
    of = noun.child("prep") if noun.tag == "CD" else None
    noun = (of.child("pobj") or noun) if of is not None and of.lower == "of" else noun  # *two of his officers*
    known = noun.ner in ("PERSON", "ORG", "GPE", "NORP") or KINDS.get(noun.lemma.lower()) in _BODIES
    return known or _person(noun)


def agent_apart(word: Word) -> None:
    """*was founded for students by Ana Petrova*: who did it hangs on the passive verb, not on the noun before."""
    noun, doer = word.head, word.child("pobj")
    passive = noun.head if noun is not None and noun.dep == "oprd" and word.lower == "by" else None
    if passive is not None and passive.child("auxpass") is not None and passive.child("agent") is None:
        word.attach(passive, "agent")  # *were reported missing by their mother*
        return
    prep = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = prep.head if prep is not None else None
    if word.lower != "by" or noun is None or doer is None or verb is None or not _somebody(doer):
        return
    own = noun.lemma.lower() in _ACTS or KINDS.get(noun.lemma.lower()) == "Work"
    if verb.child("auxpass") is not None and verb.child("agent") is None and not own:
        word.attach(verb, "agent")


def past_tense(word: Word) -> None:
    """*whether the rules needed to be changed*: a participle with subject and conjunction is a past tense."""
    mark = word.child("mark")
    if mark is not None and mark.lower != "with" and word.child("nsubj") and not word.child("aux", "auxpass", "agent"):
        word.tag = "VBD"


def gapped_passive(word: Word) -> None:
    """*12 people were killed and dozens more injured*: beside a passive what nothing is done by is passive too."""
    if word.dep == "acl":  # *fell after 20 were killed and hundreds hurt in riots*
        noun = word.head
        verb = noun.head if noun is not None and noun.dep == "dobj" else None
        if noun is None or verb is None:
            return
        cc = noun.words[noun.subtree()[0].i - 1]
        passive = cc.head if cc.dep == "cc" and cc.head is not None and cc.head.child("auxpass") else None
        if passive is not None and any(a is verb for a in passive.ancestors()):
            word.attach(passive, "conj")
            noun.attach(word, "nsubjpass")
        return
    first, subject = word.head, word.child("nsubj")
    gapped = word.tag == "VBN" or (word.tag == "VBD" and word.lemma in TAKING)
    left = first is not None and first.lemma == "leave" and first.child("oprd")  # *left two dead and many injured*
    if first is None or subject is None or not gapped or not (first.child("auxpass") or left):
        return
    if word.child("aux", "auxpass", "dobj", "ccomp", "xcomp", "acomp", "prt") is None and subject.i < word.i:
        word.tag, subject.dep = "VBN", "nsubjpass"


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


def gapped_subject(word: Word) -> None:
    """*has gout and without a drug is likely to die*: what a preposition governs is no subject."""
    prep, verb = word.words[word.subtree()[0].i - 1], word.head
    if prep.lower == "without" and prep.dep == "prep" and not prep.children and verb is prep.head and verb is not None:
        word.attach(prep, "pobj")


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


def same_form(word: Word) -> None:
    """*will help the rich and hurt the poor*: a verb whose past looks like its infinitive goes on as one."""
    first = word.head
    if first is None or word.lemma != word.lower or first.tag != "VB" or word.child(*SUBJECT, "aux", "auxpass"):
        return
    word.tag = "VB"


def conjunct_of_form(word: Word) -> None:
    """*will not return until the port opens and pays*: a finite verb is no conjunct of an infinitive.

    And *it rose, earning more than it had hoped and ending a row*: nor is a participle one of a finite verb, nor a
    present tense one of a participle (*rejects the claims raised by the firm and upholds the ban*).
    """
    first = word.head
    if first is None or word.child(*SUBJECT) is not None:
        return
    if own := _auxiliaries(word):  # *are hoping that it will rise but are selling*
        over = first.head if first.dep == "ccomp" and own != _auxiliaries(first) and first.child(*SUBJECT) else None
        if over is not None and over.tag == word.tag and _auxiliaries(over) == own:
            word.attach(over, "conj")
        return
    if word.tag == "VBG":
        finite = first.tag in FINITE_TAGS or any(c.tag in TENSED for c in first.all("aux", "auxpass"))
        gerunds = (a for a in first.ancestors() if a.tag == "VBG" and a.i < first.i)
        other = next(gerunds, None) if finite or first.tag == "VB" else None  # *vowing to stay and calling it a lie*
    elif word.tag == "VB" and first.tag != "VBG":  # *accused her of trying to sell it and cut jobs*
        loose = first.tag in ("VBD", "VBZ", "VBN") and not any(
            c.tag == "MD" or c.lemma == "do" for c in first.all("aux")
        )
        below = [w for w in word.words[first.i + 1 : word.i] if w.tag == "VB" and first in w.ancestors()]
        other = below[-1] if loose and below else None
    elif word.tag == "VB":  # *wants to stop selling it and cut jobs*
        other = next((a for a in first.ancestors() if a.tag == "VB"), None)
    elif first.tag == "VBG" and first.dep in ("pcomp", "xcomp") and word.child("agent") is None:
        finite_above = (a for a in first.ancestors() if a.tag in FINITE_TAGS or a.child("auxpass") is not None)
        other = next(finite_above, None)  # *is accused of selling it and faces jail*
    elif first.tag in ("VBN", "VBG") and first.dep == "acl" and word.tag in ("VBP", "VBZ"):
        other = next((a for a in first.ancestors() if a.tag == word.tag), None)
    elif first.tag == "VB":
        below = [w for w in word.words[first.i + 1 : word.i] if w.tag == word.tag and first in w.ancestors()]
        told = first.subtree()[0].lower == "to" or first.dep == "xcomp"  # *urged them to wait and offered help*
        above = [w for w in first.ancestors() if w.tag == word.tag] if told else []
        other = next(iter([*reversed(below), *above]), None)
    elif word.tag in ("VBP", "VBZ") and _disagrees(first.child("nsubj"), word.tag):
        # *Its focus was on how nuns live, work and pray*
        below = [w for w in word.words[first.i + 1 : word.i] if w.tag == word.tag and first in w.ancestors()]
        below = [w.head if w.dep in ("aux", "auxpass") and w.head is not None else w for w in below]
        other = next((w for w in reversed(below) if w.child(*SUBJECT) is not None), None)
    else:
        return
    if other is not None and word.tag != "VBN":
        word.attach(other, "conj")


def _auxiliaries(verb: Word) -> list[str]:
    return [c.lower for c in verb.all("aux", "auxpass")]


def _disagrees(subject: Word | None, tag: str) -> bool:
    """Whether a noun cannot be the subject of a present tense."""
    if subject is None or subject.child("conj") is not None:
        return False
    return (subject.tag, tag) in (("NN", "VBP"), ("NNP", "VBP"), ("NNS", "VBZ")) and not subject.child("nummod")


def preposition_as_mark(word: Word) -> None:
    """*It rose as police on Friday arrested two men*: a preposition and its noun before a finite verb open a clause."""
    if word.dep == "acl":  # *as troops charged into the town*
        noun, after = word.head, word.next.lower
        prep = (
            noun.head if noun is not None and noun.dep == "pobj" and noun.subtree()[-1] is word.subtree()[-1] else None
        )
        loose = (
            word.next.tag in ("IN", "RP")
            and after not in ("by", "of", "with")
            and not word.child("agent", "aux", "dobj")
        )
        if noun is not None and prep is not None and prep.lower == "as" and loose and word.words[word.i - 1] is noun:
            word.attach(prep.head, "advcl")
            noun.attach(word, "nsubj")
            prep.attach(word, "mark")
            prep.pos, word.tag = "SCONJ", "VBD"
        return
    at, above = min(c.i for c in (word, *word.all("aux", "auxpass"))) - 1, list(word.ancestors())
    if word.dep == "conj" and (word.tag != "VBN" or word.head is None or word.head.child("cc") is not None):
        return
    if word.dep == "relcl" and (word.head is None or word.head.tag not in VERB_TAGS):
        return
    while at > 0 and word.words[at].dep in _LOOSE and word.words[at] not in above:
        at -= 1
    last = word.words[at]
    path = (last, *last.ancestors())
    noun = next((w for w in path if w.dep == "pobj" and w.head is not None and w.head.lower in OPENING), None)
    prep = noun.head if noun is not None else None
    if noun is None or prep is None or word.child(*SUBJECT, "mark", "expl") is not None:
        return
    within = noun.subtree()
    if noun not in above and last in within and within[-1].i < min(c.i for c in (word, *word.all("aux", "auxpass"))):
        noun.attach(word, "nsubjpass" if word.child("auxpass") is not None else "nsubj")
        prep.attach(word, "mark")
        prep.pos, word.dep = "SCONJ", "advcl"
        for w in word.words[at + 1 : word.i]:
            if w.head is word.head:
                w.attach(word, w.dep)


def comma_splice(word: Word) -> None:
    """*The church is old, the tower fell in 1885*: clauses side by side, the verb reporting none."""
    verb = word.head
    if verb is None or verb.tag not in VERB_TAGS or word.child("mark") is not None:
        return
    first, last = sorted((word.i, verb.i))
    parted = any(c.text == ";" and first < c.i < last for c in (*verb.children, *word.children))
    # *Take it, I think it is good*; *She likes it, she wants a second one*; *One is lost, one is said to be safe*
    taken = [c for c in verb.all("ccomp") if c.child(*SUBJECT) or c.subtree()[0].tag == "WRB"]
    taken += verb.all("acomp", *(("xcomp", "dobj") if verb.lemma not in SAY or verb.child("auxpass") else ()))
    told = word.i < verb.i and any(c.i > verb.i for c in taken)
    if verb.lemma in REPORTING and not (parted or told):
        return
    own = next((c for c in verb.children if c.dep in SUBJECT or c.dep in ("expl", "csubj")), None)
    if own is None or not any(c.dep in SUBJECT for c in word.children):
        return
    comma = any(c.text in (",", ";") and first < c.i < max(word.i, own.i) for c in (*verb.children, *word.children))
    full = told or verb.lemma == "be" or verb.child("dobj", "prep", "acomp", "attr", "xcomp", "auxpass") is not None
    full |= any(c.dep == "advmod" and c.i > verb.i for c in verb.children)
    if (word.i < own.i < verb.i and full) or (word.i > verb.i and comma and verb.lemma != "be"):
        word.dep = "conj" if parted else "parataxis"


def second_sentence(word: Word) -> None:
    """*Norland backs the plan: its ships support the port*: what a colon parts are two sentences, none in the other."""
    verb = word.head
    if verb is None or verb.tag not in VERB_TAGS or word.text not in (":", ";"):
        return
    nobody = verb.child("neg") or any(c.dep == "neg" for s in verb.all(*SUBJECT) for c in s.children)
    for c in verb.all("ccomp"):
        if verb.i < word.i < c.i and c.child(*SUBJECT) and (nobody or verb.lemma not in REPORTING):
            c.dep = "parataxis"  # *Not everyone agrees: Ana Quill calls it bold*
    if verb.lemma in SAY and not any(c.dep == "ccomp" and c.i > verb.i for c in verb.children):
        return
    for c in verb.children:
        if c.dep == "ccomp" and c.i < word.i < verb.i and any(x.dep in SUBJECT and x.i > word.i for x in verb.children):
            c.dep = "parataxis"


def with_its_conjunct(word: Word) -> None:
    """A conjunction belongs to what is coordinated behind it, also where a repair hung that elsewhere."""
    for after in word.words[word.i + 1 : word.i + _NEAR]:
        first = after.head
        if after.dep == "conj" and first is not None and first.i < word.i:
            if first is not word.head and (after.tag in VERB_TAGS):
                word.attach(first, "cc")
            return


def proviso(word: Word) -> None:
    """*will close in May, provided that it is approved*: what follows is the condition of the clause before."""
    above, clause = word.head, word.child("pcomp", "ccomp")
    if above is None or clause is None or word.lower not in _PROVIDED or word.child(*SUBJECT, "aux", "auxpass"):
        return
    if clause.child(*SUBJECT) is None or word.i > clause.subtree()[0].i:
        return
    content = above.child("ccomp") if above.lemma in REPORTING else None
    clause.attach(content if content is not None and content.i < word.i else above, "advcl")
    word.attach(clause, "mark")
    word.tag, word.pos = "IN", "SCONJ"
