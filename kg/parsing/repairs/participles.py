"""Repairs around participles and gerunds: which verb is the clause’s, which tells of a noun."""

from __future__ import annotations

from collections import Counter

from kg import lexicon
from kg.parsing.repairs.labels import (
    AUXILIARIES,
    BODIES,
    FINITE_TAGS,
    KINDS,
    NOUN_TAGS,
    SAY,
    SUBJECT,
    TAKING,
    TENSED,
    VERB_TAGS,
    is_person,
    is_somebody,
)
from kg.parsing.tree import Word

_GERUND = lexicon.words("lexicon/control", "verb", control="gerund")
_CAUSING = lexicon.words("lexicon/control", "verb", control="object")
_HARMING = lexicon.words("lexicon/verb_kinds", kind="harm")
_THINKING = lexicon.words("lexicon/reporting", "verb", finite="think")
_THINKING_OF = _THINKING | SAY | lexicon.words("lexicon/control", "verb", control="thought")
# Verbs of two objects; whoever *left the port* was given none.
_GIVING = lexicon.words("lexicon/control", "verb", control="receiver") - {"leave"}
_LEAVING = lexicon.words("lexicon/verb_kinds", kind="office-leave")
_IRREGULAR = lexicon.mapping("lexicon/irregular_verbs", "form", "verb")
_FORMS = Counter(_IRREGULAR.values())


def given(word: Word) -> None:
    """*They will not sell given the price*: what governs a noun as prepositions do is one."""
    verb = next((a for a in word.ancestors() if a.tag in VERB_TAGS), None)
    if word.lower == "given" and word.child("pobj") is not None and verb is not None:
        word.attach(verb, "prep")
        word.tag, word.pos = "IN", "ADP"


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
    if word.lemma in AUXILIARIES or (not set_off and any(c.text == "," or c.dep == "cc" for c in between)):
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


def thought_to(word: Word) -> None:
    """*looking for a second man, thought to be armed*: what is thought of the noun before the comma."""
    noun, to = word.words[word.i - 2], word.child("xcomp")
    apart = word.tag == "VBN" and word.dep == "conj" and word.child("cc", "conj", "dobj", "aux", *SUBJECT) is None
    apart = apart and noun.dep in ("pobj", "dobj") and word.words[word.i - 1].text == "," and is_somebody(noun)
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
    if verb is None or verb.i > word.i or taken or word.lemma in AUXILIARIES:
        return
    if word.child("mark", "aux", "auxpass", "expl", "csubj", "cc", "xcomp", "ccomp", *SUBJECT):
        return
    if not _one_form(word) and word.lower != word.lemma:  # *set*, *put*
        return
    if first.tag in ("WRB", "WDT", "WP") or first.pos == "PUNCT":
        return
    joined = any(c.dep == "cc" or c.text in ",;:" for c in verb.children if verb.i < c.i < word.i)
    before = word.words[first.i - 1]
    if word.tag == "VBN" and ((word.child("agent") is None and word.lemma not in _HARMING) or word.dep != "advcl"):
        return
    prep = before.head if word.tag == "VBN" and before.dep == "pobj" and before.tag == "NNP" else None
    if prep is not None and prep.head is not None and prep.head.tag in ("NN", "NNS"):
        before = prep.head  # *ran camps in Tarn later raided by police*
    above = list(before.ancestors())
    if before.tag in ("NN", "NNS") and verb in above and word not in above and not (word.dep == "conj" and joined):
        if before.dep != "compound" and before.ner not in ("DATE", "TIME"):
            word.tag = "VBN"
            word.attach(before, "acl")
    elif before.text == "," and word.lemma in _HARMING and first.i > 1:
        body = word.words[first.i - 2]  # *the death of a guard, killed in a raid*
        own = verb.child(*SUBJECT)
        if own is not None and not is_somebody(own) and is_somebody(body) and verb in body.ancestors():
            word.attach(body, "acl")
    elif before.text == "," and word.dep == "ccomp":
        word.tag, word.dep = "VBN", "advcl"


def gerund_as_modifier(word: Word) -> None:
    """*Teaching unions are split*; *demanded by bordering nations*: what agrees or acts is the noun."""
    head = word.head
    noun = word.child("dobj") or next(
        (c for c in head.all("nsubj") if c.i > word.i) if head is not None else iter(()), None
    )
    leaver = noun is not None and word.lemma in _LEAVING and word.dep == "pcomp" and noun.tag in ("NN", "NNP")
    # *Struggling Orvex has sold it*, *Ask Quill has sold it*
    leaver |= (
        noun is not None and noun.head is head and head is not None and word.dep == "csubj" and not word.child("dobj")
    )
    leaver |= noun is not None and noun.tag == "NNP" and word.tag == "VB" and word.child("aux") is None
    if head is None or noun is None or not (noun.tag == "NNS" or leaver) or noun.subtree()[0].i != word.i + 1:
        return
    if word.i > word.subtree()[0].i or noun.child("det", "poss", "nummod") is not None or noun.i > head.i > word.i:
        return
    body = KINDS.get(noun.lemma.lower()) in BODIES
    if word.dep == "pcomp":
        verb, dep = head.head, "pobj"
        fits = head.lower == "by" and verb is not None and verb.tag in ("VBN", "VBD") and (body or is_person(noun))
        fits = fits and verb is not None and verb.child("dobj") is None and word.child("xcomp") is None
        fits |= leaver  # *replaced by departing minister Bo Lind*
    else:
        tags = {w.lower if w.lemma == "be" else w.tag for w in (head, *head.all("aux", "auxpass"))}
        fits, dep = (
            leaver or noun.head is head or bool(tags & {"VBP", "are", "were", "have"}) or (body and "VBZ" not in tags),
            "nsubj",
        )
        dep = "nsubjpass" if head.child("auxpass") is not None else dep
    if fits:
        noun.attach(head, dep)
        word.attach(noun, "amod")
        for c in [c for c in word.children if c.i > noun.i]:
            c.attach(noun, c.dep)


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
