"""Repairs of what is coordinated: which words a conjunction joins."""

from __future__ import annotations

from kg.parsing.repairs.labels import AMOUNTS, FINITE_TAGS, NOUN_TAGS, SUBJECT, VERB_TAGS, is_person
from kg.parsing.tree import Word

_PLAIN = frozenset({"NN", "NNS"})
_ALTERNATIVE = frozenset({"and", "or", "nor", "&"})


def _conjunction(word: Word) -> Word | None:
    """The conjunction right before the phrase of a word."""
    first = word.subtree()[0].i
    before = word.words[first - 1] if first else word
    return before if before.dep == "cc" and all(c.dep == "advmod" for c in before.children) else None


def _ended(cc: Word) -> Word:
    """The last word before a conjunction and its comma."""
    own = cc.subtree()
    return next((w for w in reversed(cc.words[: cc.i]) if w.text != "," and w not in own), cc)


def _join(word: Word, first: Word, cc: Word) -> None:
    word.attach(first, "conj")
    cc.attach(first, "cc")


def joined_subject(word: Word) -> None:
    """*Ana Petrova, the mayor, and her deputy signed it*: what *and* puts beside a subject is no second one.

    Nor is it one more role of the first, also of *arrested the driver, a man of 30, and his brother*.
    """
    above, cc = word.head, _conjunction(word)
    if above is None or cc is None or cc.lower not in _ALTERNATIVE:
        return
    if word.dep in SUBJECT:
        first = next((c for c in above.children if c.dep == word.dep and c.i < cc.i and c.tag in NOUN_TAGS), None)
        if first is not None and cc.head in (first, above):
            _join(word, first, cc)
        return
    name = above.head if above.dep == "appos" else None
    if name is None or name.dep not in (*SUBJECT, "dobj", "pobj") or word.words[cc.i - 1].text != ",":
        return
    closed = any(w.text == "," for w in word.words[word.subtree()[-1].i + 1 :][:1])
    role = above.tag == "NN" and (word.tag == "NNP" or (not closed and word.child("poss", "nummod")))
    if role or (above.tag == "NNP" and name.tag == word.tag == "NN" and word.child("det", "poss")):
        _join(word, name, cc)
        for c in [c for c in above.all("appos") if c.i > word.i]:
            c.attach(word, "appos")  # *the mayor, Ivo Lasse, and the judge, Bo Reyes, met*


def same_preposition(word: Word) -> None:
    """*paintings by Quill and sculptures by Lund*: nouns before the same preposition are parallel.

    Of *10 percent of posts in banks, the army and the church* the last are no more than the share is of.
    """
    first, at = word.head, word.subtree()[0].i
    near = word.words[at - 2] if at > 1 and word.words[at - 1].text == "," else word
    if first is not None and first.ner in AMOUNTS and near.dep == "pobj" and first in near.ancestors():
        if word.ner not in AMOUNTS and word.child("nummod") is None:
            word.attach(near, "conj")
        return
    cc, inner, own = _conjunction(word), word.head, word.next
    while inner is not None and inner.dep == "conj":
        inner = inner.head
    prep = inner.head if inner is not None and inner.dep == "pobj" else None
    if cc is None or prep is None or own.dep not in ("prep", "agent") or own.lower != prep.lower or own.lower == "of":
        return
    noun = prep.head
    if noun is not None and noun.tag in VERB_TAGS:
        noun = noun.child("dobj")
    if noun is None or noun.tag not in _PLAIN or word.tag not in _PLAIN or _ended(cc) not in prep.subtree():
        return
    if noun.i < prep.i and own not in noun.ancestors() and noun.subtree()[-1].i + 1 >= prep.i:
        prep.attach(noun, "prep")
        _join(word, noun, cc)
        own.attach(word, "prep")


def of_the_last(word: Word) -> None:
    """*theft and possession of a gun*: what follows the last of several nouns is that one's."""
    first = word.head
    last = first.all("conj")[-1:] if first is not None and word.lower == "of" and not is_person(first) else []
    if last and last[0].i + 1 == word.i and last[0].tag == "NN" and last[0].child("prep") is None:
        word.attach(last[0], "prep")


def subject_of_second(word: Word) -> None:
    """*They closed the road to the dam and the army guards it*: where nothing joins the verbs both have a subject.

    So is it with *Power was restored to farms and work will go on*, *Boats returned to the quay and the tide fell*.
    """
    at = word.i - 1
    helped = any(c.tag in (*FINITE_TAGS, "MD") for c in word.all("aux", "auxpass"))
    if (word.tag not in FINITE_TAGS and not helped) or word.child("mark") is not None:
        return
    while at > 0 and word.words[at].dep in ("advmod", "neg", "aux", "auxpass"):
        at -= 1
    noun = next((w for w in (word.words[at], *word.words[at].ancestors()) if w.dep == "conj"), None)
    before = next((c for c in word.all("csubj", "nsubj") if c.tag in FINITE_TAGS), None)
    first, own = before if word.dep == "ROOT" else word.head, word.child(*SUBJECT)
    cc = _conjunction(noun) if noun is not None else None
    if noun is None or cc is None or cc.lower != "and" or first is None or first.tag not in (*FINITE_TAGS, "VBN"):
        return
    if noun.subtree()[-1].i != at or noun.i < first.i or noun.tag not in (*NOUN_TAGS, "JJ") or own not in (None, first):
        return
    if word.dep in ("ccomp", "advcl") and not helped and noun.child("det", "poss") is None:
        return
    if any(c.dep == "cc" and c.i > first.i for c in first.children):
        return
    inner = next((a for a in noun.ancestors() if a.tag in (*FINITE_TAGS, "VBN")), first)
    if word.dep == "ROOT":
        first.attach(None, "ROOT")
        word.attach(first, "conj")
    elif inner.dep == "ccomp" and inner.head is first:
        word.attach(inner, "conj")
    else:
        word.dep = "conj"
    noun.attach(word, "nsubjpass" if word.child("auxpass") is not None else "nsubj")
    cc.attach(first, "cc")


def counted_out(word: Word) -> None:
    """*a crew of seven – two pilots and five nurses –*: what a dash sets off tells who the number before it is."""
    dash, noun = word.next, word.head
    if dash.text not in ("–", "—", "--") or noun is None or dash.next.tag != "CD":
        return
    above = noun.head if noun.tag == "CD" and noun.head is not None else noun
    head, dep = above.head, above.dep
    if head is not None and above.i > dash.i and dash.end < dash.next.start and dep in ("pobj", "dobj", *SUBJECT):
        word.attach(head, dep)
        above.attach(word, "appos")
