"""Repairs of headlines, which lack what the model knows a sentence by: articles, forms of *be*, full stops."""

from __future__ import annotations

from kg import lexicon
from kg.parsing.repairs.labels import KINDS, NOUN_TAGS, OPENING, SAY, SUBJECT, TAKING, TENSED, VERB_TAGS
from kg.parsing.tree import Word

_DIRECT = TAKING | lexicon.words("lexicon/control", "verb", control="blame")


def headline(words: list[Word]) -> None:
    """Find the verb of a headline, and make a bare past form with nothing behind it a passive."""
    for w in words:
        if w.tag == "NNS":
            noun_as_verb(w)
    root = next((w for w in words if w.head is None), None)
    if root is None:
        return
    _behind_dash(words)
    label = words[0] if len(words) > 2 and words[1].text == ":" else None
    if label is not None and label.head is not None and label.head.tag in VERB_TAGS:
        label.dep = "dep"  # *Report: Orvex hid leak*
        for told in label.all("acl", "relcl"):
            told.attach(label.head, "ccomp")  # *Exclusive: Orvex hid leak, files show*
    to = next((c for c in root.all("acl", "advcl", "relcl", "xcomp") if c.tag == "VB" and c.child("aux")), None)
    if root.tag in NOUN_TAGS and to is not None and to.i > root.i and not any(w.tag in TENSED for w in words):
        to.attach(None, "ROOT")  # *Orvex to close two plants*
        root.attach(to, "nsubj")
    elif root.tag in ("VBD", "VBN"):
        _bare_passive(root)


def _behind_dash(words: list[Word]) -> None:
    """*Orvex poisoned river - report*: what stands behind a dash is no part of the phrase before it."""
    dash = next((w for w in words[-4:-1] if w.text in ("-", "–", "—") and w.next.start > w.end), None)
    last, before = words[-1], words[dash.i - words[0].i - 1] if dash is not None and dash is not words[0] else None
    if dash is None or before is None or before.head is not last or last.head is None or last.tag not in NOUN_TAGS:
        return
    before.attach(last.head, last.dep)
    for c in [c for c in last.children if c.i < dash.i]:
        c.attach(before, c.dep)
    last.attach(before.head, "dep")


def noun_as_verb(word: Word) -> None:
    """*Minister clings to power*, *as bus plunges*, *“Irony prospers,” he said*: a verb behind a bare noun."""
    noun, above = word.words[word.i - 1], word.head
    if noun.head is not word or noun.tag not in ("NN", "NNP") or KINDS.get(word.lemma.lower()) is not None:
        return
    if above is None:
        if word.next.tag not in ("IN", "TO", "RP"):
            return
    elif word.dep == "pobj" and above.lower in OPENING and above.head is not None:
        later = [c for c in above.head.all("prep") if c.i > word.i]
        word.attach(above.head, "advcl")
        above.attach(word, "mark")
        above.pos = "SCONJ"
        for c in later:
            c.attach(word, "prep")
    elif word.dep == "dep" and above.lemma in SAY:
        word.dep = "ccomp"  # *“Irony prospers here,” he said*
    elif above is word.next and word.dep in SUBJECT and above.head is None:
        word.attach(None, "ROOT")
        above.tag, above.pos = "NN", "NOUN"
        above.attach(word, "dobj")
    else:
        return
    for c in [c for c in word.children if c.i < noun.i and c.dep != "mark"]:
        c.attach(noun, c.dep)
    word.tag, word.pos = "VBZ", "VERB"
    noun.attach(word, "nsubj")


def _bare_passive(verb: Word) -> None:
    """*Two killed in raid*, *Bank fined $5 million*, *Government urged to act*: done to the subject, not by it."""
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    sum_ = thing is not None and thing.ner == "MONEY"
    if subject is None or verb.lemma not in _DIRECT or verb.child("aux", "auxpass") or (thing and not sum_):
        return
    verb.tag, subject.dep = "VBN", "nsubjpass"
    if thing is not None:
        thing.dep = "npadvmod"
