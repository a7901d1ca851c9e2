"""Repairs of headlines, which lack what the model knows a sentence by: articles, forms of *be*, full stops."""

from __future__ import annotations

from kg import lexicon
from kg.parsing.repairs.labels import KINDS, NOUN_TAGS, OPENING, REPORTING, SUBJECT, TAKING, TENSED, VERB_TAGS
from kg.parsing.tree import Word

_VERBS = lexicon.words("lexicon/headline_verbs", use="active")
_OFFICE = lexicon.words("lexicon/verb_kinds", kind="office")
_BLAME = lexicon.words("lexicon/control", "verb", control="blame")
_DIRECT = TAKING | _BLAME | _OFFICE | lexicon.words("lexicon/headline_verbs", use="passive")
_ACTS = lexicon.words("lexicon/event_nouns")
# What may follow a verb as the beginning of its object.
_NOUN_PHRASE = NOUN_TAGS | {"JJ", "JJR", "CD", "DT", "PRP$", "VBN"}
# Prepositions that tell of what is done, not of what it is done to.
_LOOSE = OPENING | {"over", "amid", "despite"}


def headline(words: list[Word]) -> None:
    """Find the verb of a headline, and make a bare past form with nothing behind it a passive."""
    if words[0].text[:2].isupper() and words[0].tag in VERB_TAGS:
        words[0].tag, words[0].pos = "NNS", "NOUN"  # *MPs back ban*
    for w in words:
        if w.tag == "NNS":
            _noun_as_verb(w)
        if w.tag == "NN" and w.dep in SUBJECT:
            for c in w.all("nsubj"):
                c.dep = "compound"  # *Museum lottery bid fails*
        noun = w.child("compound") if w.tag == "VBZ" and w.head is None else None
        if noun is not None and noun.tag in ("NN", "NNP") and w.child(*SUBJECT) is None and noun.i < w.i:
            noun.attach(w, "nsubj")  # *Flooded town buries its dead*
    for start in [0, *(w.i - words[0].i + 1 for w in words if w.text == ":" or w.lower in OPENING)]:
        _verb_of(words, start)
    _without_be(words)
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
    for verb in words:
        if verb.tag in ("VBD", "VBN") and (verb is root or verb.dep in ("advcl", "ccomp", "conj")):
            _bare_passive(verb)
    _two_subjects(root)
    if root.tag in TENSED:
        _second_verb(root)


def _without_be(words: list[Word]) -> None:
    """*Campaigners furious as council backs road*, *Two dead after ferry sinks*: what the subject is said to be."""
    for noun in words[:-2]:
        state, verb = noun.next, noun.head
        if state.tag != "JJ" or state.dep != "amod" or state.head is not noun or noun.tag not in NOUN_TAGS | {"CD"}:
            continue
        if verb is not None and (verb.head is not None or state.next not in verb.all("mark")):
            continue
        if state.next.tag != "IN" or state.child("xcomp"):
            continue
        after = [c for c in noun.children if c.i > state.i]
        for w in (noun, state):
            w.attach(None, "ROOT")
        noun.attach(state, "nsubj")
        for c in after if verb is None else [verb]:
            c.attach(state, c.dep if verb is None else "advcl")


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


def _noun_as_verb(word: Word) -> None:
    """*Minister clings to power*, *as bus plunges*: a verb behind a bare noun."""
    noun, above = word.words[word.i - 1], word.head
    then = word.child("acl") if above is None else None
    killing = then is not None and then.tag == "VBG" and then.words[then.i - 1].text == ","
    verb = above if above is word.next and above.tag in VERB_TAGS else None
    name = verb is not None and verb.text.istitle() and word.text.islower()  # *Injury rules Lund out*
    if (
        noun.head is not word
        or not (noun.tag in ("NN", "NNP") or noun.lower in KINDS)
        or (word.lemma in KINDS and not (name or killing))
    ):
        return
    if above is None and word.next.tag in ("IN", "TO", "RP"):
        for c in word.all("acl"):
            c.dep = "advcl"  # *Bus plunges into ravine, killing 15*
    elif verb is not None and word.dep in SUBJECT and verb.head is None and (name or _base(word.lower)):
        word.attach(None, "ROOT")
        verb.tag, verb.pos = ("NNP", "PROPN") if name else ("NN", "NOUN")
        thing = verb.child("dobj") or verb
        for c in (*verb.all("dobj", "prep", "prt"), verb):
            c.attach(word, "dobj" if c is verb else c.dep)
        if thing is not verb:
            verb.attach(thing, "compound")  # *grills spy chief*
    elif word.dep != "advcl" or word.child("mark") is None:  # *as output climbs*
        return
    for c in [c for c in word.children if c.i < noun.i and c.dep != "mark"]:
        c.attach(noun, c.dep)
    word.tag, word.pos, word.lemma = "VBZ", "VERB", _base(word.lower) or word.lemma
    noun.attach(word, "nsubj")


def _verb_of(words: list[Word], start: int) -> None:
    """*Judge orders retrial*, *Rovers sack coach*, *as river bursts*: the verb of a clause that seems all nouns."""
    opening = words[start - 1] if start and words[start - 1].lower in OPENING else None
    above = opening.head if opening is not None else None
    if opening is not None and above is None:
        return
    for at, word in enumerate(words[start + 1 :], start + 1):
        left, right = words[start:at], words[at + 1 :]
        if word.lower in OPENING:
            return
        if right and opening is None and _agrees(word):
            _no_verb(right[0])
        goes_on = right[0].tag in _NOUN_PHRASE if right else opening is not None
        if not (goes_on and _agrees(word)) or any(w.tag in TENSED and _of_the_same(word, w) for w in words[start:]):
            continue
        thing = right[0] if right else None
        while thing is not None and thing.head in right:
            thing = thing.head
        if thing is not None and thing.tag not in NOUN_TAGS | {"CD"}:
            return
        loose = [w for part in (left, right) for w in part if w.head not in part and w is not thing]
        for w in (word, *loose, *(w for w in (thing, opening) if w is not None)):
            w.attach(None, w.dep)
        subject = left[-1] if left[-1] in loose else next(a for a in left[-1].ancestors() if a.head is None)
        word.pos, word.tag = "VERB", "VBP" if word.lower in _VERBS else "VBZ"
        word.lemma = _base(word.lower) or word.lower
        word.attach(above, "advcl" if opening else "ROOT")
        subject.attach(word, "nsubj")
        if opening is not None:
            opening.attach(word, "mark")
            opening.pos = "SCONJ"
        for w in [w for w in loose if w is not subject]:
            beside = w in right or w.next.text == ","
            w.attach(word if beside else subject, w.dep if w in right else "npadvmod" if beside else "compound")
        for w in [thing] if thing is not None else []:
            w.attach(word, "dobj")
            for c in [c for c in w.all("prep") if c.lower in _LOOSE]:
                c.attach(word, "prep")
        return


def _no_verb(word: Word) -> None:
    """*battle blaze at mill*, *posts record profit*, *summons striking union*, *name man killed in crash*: a noun."""
    thing, killed = word.child("dobj"), word.head
    if word.tag in ("VBP", "VBG") and word.child(*SUBJECT) in (None, word.words[word.i - 1]):
        if thing is not None and thing.i == word.i + 1:
            thing.govern(word, "amod")
            for c in [c for c in word.children if c.i < word.i]:
                c.attach(thing, "compound")
            word.tag, word.pos = "JJ", "ADJ"
        elif word.tag == "VBP":
            word.tag, word.pos = "NN", "NOUN"
    elif killed is not None and killed is word.next and killed.tag == "VBN" and word.dep in SUBJECT:
        word.govern(killed, "acl")


def _base(form: str) -> str:
    """The verb of headlines that a form in *-s* is of, or nothing."""
    stems = (f"{form[:-3]}y",) if form.endswith("ies") else (form[:-1], form[:-2]) if form.endswith("s") else ()
    return next((v for v in stems if v in _VERBS), "")


def _agrees(word: Word) -> bool:
    """Whether a word agrees with the noun before it as a verb of headlines would."""
    before = word.words[word.i - 1]
    if word.tag in TENSED | {"NNPS"} or (word.tag == "NNP" and word.text.istitle()):
        return False
    if word.lower in _VERBS:
        name = before.tag == "NNP" and not KINDS.get(word.lower) and word.lower not in _ACTS
        return before.tag in ("NNS", "NNPS") or before.lower == "police" or name
    return before.tag in ("NN", "NNP", "VBG") and _base(word.lower) != ""


def _of_the_same(word: Word, verb: Word) -> bool:
    """Whether a finite verb leaves no other to the clause of a word; one behind *as*, or of a report behind, does."""
    between = word.words[word.i + 1 : verb.i]
    report = verb.lemma in REPORTING and any(w.text in (",", ":") for w in between)
    return not report and not any(w.lower in OPENING for w in between)


def _two_subjects(verb: Word) -> None:
    """*Tennis: Lund wins title*, *Norland, Kerst sign pact*: a field of news before a colon does nothing, two do."""
    subject = next((c for c in reversed(verb.children) if c.dep in SUBJECT and c.i < verb.i), None)
    first = next((c for c in verb.children if c.dep in ("npadvmod", "nsubj", "dep") and c.i < verb.i), None)
    if subject is None or first is None or first is subject:
        return
    if first.next.text == ":":
        first.dep = "dep"
    elif first.next.text == "," and first.tag == subject.tag == "NNP" and subject.subtree()[0].i == first.i + 2:
        subject.attach(None, subject.dep)
        first.attach(verb, subject.dep)
        subject.attach(first, "conj")


def _second_verb(verb: Word) -> None:
    """*Teachers reject offer, vow more strikes*: behind the comma the subject does something else."""
    for w in [w for w in verb.children if w.i > verb.i and w.words[w.i - 1].text == ","]:
        bare = w.dep == "dep" and w.tag in ("VB", "VBP", "VBZ")
        if (bare or (w.lower in _VERBS and w.next.tag in _NOUN_PHRASE)) and w.child(*SUBJECT) is None:
            w.dep, w.tag, w.pos, w.lemma = "conj", verb.tag, "VERB", _base(w.lower) or w.lemma


def _bare_passive(verb: Word) -> None:
    """*Two killed in raid*, *Bank fined $5 million*, *Government urged to act*: done to the subject, not by it.

    And *Ana Quill named chairman*, *Boy, 8, rescued*, *as general killed*.
    """
    for over in [c for c in verb.all("prt") if c.lower == "over" and verb.lemma in _DIRECT]:
        over.dep, over.tag = "prep", "IN"  # *General sacked over failed raid*
        for c in [c for c in verb.all("dobj") if c.i > over.i]:
            c.attach(over, "pobj")
    subject, thing, before = verb.child(*SUBJECT, "intj"), verb.child("dobj"), verb.words[verb.i - 1]
    if (
        subject is None
        and verb.tag == "VBN"
        and before.head in (verb, *verb.all("mark"))
        and before.tag in ("JJ", "NN")
    ):
        before.attach(verb, "nsubj")
        subject = before
    sum_ = thing is not None and thing.ner == "MONEY"
    office = thing is not None and verb.lemma in _OFFICE and thing.child("det", "poss") is None
    if subject is None or verb.lemma not in _DIRECT or verb.child("aux", "auxpass") or (thing and not (sum_ or office)):
        return
    verb.tag, subject.dep = "VBN", "nsubjpass"
    if subject.pos not in ("PROPN", "PRON", "NUM"):
        subject.pos = "NOUN"
    if thing is not None:
        thing.dep = "npadvmod" if sum_ else "oprd"
