"""Repairs of clauses side by side, one below the other or turned round, and of the verbs they share."""

from __future__ import annotations

from kg import lexicon
from kg.parsing.repairs.labels import FINITE_TAGS, NOUN_TAGS, REPORTING, SAY, SUBJECT, VERB_TAGS
from kg.parsing.tree import Word

# Verbs of two objects; whoever *left the port* was given none.
_GIVING = lexicon.words("lexicon/control", "verb", control="receiver") - {"leave"}
_PROVIDED = lexicon.words("lexicon/modals", "word", kind="provided")
# Words from a conjunction to the head of what it coordinates, at most.
_NEAR = 12


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


def gapped_subject(word: Word) -> None:
    """*has gout and without a drug is likely to die*: what a preposition governs is no subject."""
    prep, verb = word.words[word.subtree()[0].i - 1], word.head
    if prep.lower == "without" and prep.dep == "prep" and not prep.children and verb is prep.head and verb is not None:
        word.attach(prep, "pobj")


def same_form(word: Word) -> None:
    """*will help the rich and hurt the poor*: a verb whose past looks like its infinitive goes on as one."""
    first, thing = word.head, word.child("dobj")
    given = first is not None and first.child("auxpass") is not None and word.lemma in _GIVING and word.tag == "VBD"
    if given and thing is not None and word.child("dative", "aux", *SUBJECT) is None and thing.pos == "NOUN":
        word.tag = "VBN"  # *were beaten and denied food*
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
        # *accused her of lying and then hiding it*, *vowing to stay and calling it a lie*
        below = [w for w in word.words[first.i + 1 : word.i] if w.tag == "VBG" and first in w.ancestors()]
        above = [a for a in first.ancestors() if a.tag == "VBG" and a.i < first.i]
        gerunds = [w for w in (*reversed(below), *above) if w.dep not in ("amod", "compound")]
        other = next(iter(gerunds), None) if first.tag != "VBG" else None
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


def comma_splice(word: Word) -> None:
    """*The church is old, the tower fell in 1885*: clauses side by side, the verb reporting none.

    Nor is *if* of such a verb what is done, but when: *She will weep if it falls*; nor what stands before one turned
    round, without marks: *The port was shut, here come the crews*.
    """
    verb, mark = word.head, word.child("mark")
    if verb is None or verb.tag not in VERB_TAGS:
        return
    if mark is not None:
        if mark.lower == "if" and verb.lemma not in REPORTING and word.i > verb.i:
            word.dep = "advcl"
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
    turned = word.i < verb.i < own.i and not any(w.text in "\"“”'‘’" for w in word.words[word.i : verb.i])
    if (word.i < own.i < verb.i and full) or turned or (word.i > verb.i and comma and verb.lemma != "be"):
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
