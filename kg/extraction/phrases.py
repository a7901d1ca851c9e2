"""The least words that name a thing, a property or a clause."""

from __future__ import annotations

from kg import lexicon
from kg.extraction.clause import Filler
from kg.extraction.labels import AMOUNTS, CLAUSAL, INSIDE_NOUN, NOMINAL, RELATIVE_TAGS, SUBJECT, VERBAL
from kg.parsing import TENSED, Word, is_singled

# A longer phrase loses what stands behind its head, the last first: nodes stay short.
MOST_WORDS = 10
# Nouns whose infinitive says what they are.
_LISTING = lexicon.words("lexicon/control", "verb", control="list")
_CONTENT = lexicon.mapping("lexicon/content_nouns", "noun", "content")
_WIDE = frozenset({"relcl", "acl", "appos", "conj", "cc", "npadvmod"})
_PAIRED = frozenset({"“", "”", '"', "``", "''", "(", ")", "{", "}", "[", "]", "-LRB-", "-RRB-"})


def conjuncts(word: Word) -> list[Word]:
    """The word and what is coordinated with it, in order: *talks, votes and rallies*."""
    found = [word]
    for w in found:
        found.extend(c for c in w.children if joined(w, c))
    return sorted(found, key=lambda w: w.i) if len(found) > 1 else found


def joined(word: Word, other: Word) -> bool:
    """Whether a word is coordinated with another; not *the visit, not the report*, *a pony rather than a horse*.

    *Quill and company* names nobody but Quill.
    """
    if other.dep == "appos":
        return listed(word, other)
    if other.dep != "conj" or other.lower == "not":
        return False
    if other.lower == "company" and word.pos == "PROPN" and not other.children:
        return False
    if any(c.lower == "than" and c.i < other.i for c in word.all("cc")):
        return False
    return other.pos not in NOMINAL or all(c.lower != "not" for c in other.children)


def listed(word: Word, other: Word) -> bool:
    """Whether an apposition is one more of a list: *657, 669 and 846*, *Ana Quill, Tom Reed and Otto Lind*.

    *They include tanks, missile systems, along with troops*: bare plurals behind a verb that lists.
    """
    verb = word.head
    if verb is not None and verb.lemma in _LISTING and word.tag == other.tag == "NNS":
        return other.child("det", "poss") is None
    people = word.ner == other.ner == "PERSON" and word.child("det") is None  # not *the Treasurer, Ana Quill*
    return word.tag == other.tag == "CD" or (people and set_off(other))


def noun_words(head: Word, *, wide: bool = False) -> tuple[Word, ...]:
    """The head with determiners, modifiers and of-phrase; ``wide``: with everything below but clauses set off."""
    found: list[Word] = []
    _gather(head, found, wide)
    return trimmed(with_marks(found))


def with_marks(found: list[Word]) -> list[Word]:
    """The words in order, with the marks that stand between two of them: *a “ failed ” governor*."""
    found.sort(key=lambda w: w.i)
    if found[-1].i - found[0].i + 1 == len(found):
        return found
    here = {w.i for w in found}
    marks = [c for w in found for c in w.children if c.pos == "PUNCT" and found[0].i < c.i < found[-1].i]
    if sum(c.text in _PAIRED for c in marks) % 2:
        marks = [c for c in marks if c.text not in _PAIRED]
    for c in marks:
        if c.i not in here and {c.i - 1, c.i + 1} <= here | {m.i for m in marks}:
            here.add(c.i)
            found.append(c)
    found.sort(key=lambda w: w.i)
    return found


def _gather(head: Word, found: list[Word], wide: bool) -> None:
    found.append(head)
    open_head = head.tag in ("DT", "WP") or head.lower in ("those", "anyone", "everyone", "someone", "one", "ones")
    for c in head.children:
        dep = c.dep
        if dep in INSIDE_NOUN or (dep == "npadvmod" and c.next.text == "-"):  # *the 25-year-old*
            opens = c.tag == "WRB" and head.pos in ("NOUN", "PROPN")
            if (c.tag == "CC" and dep == "det") or (c.lower == "still" and c.next.dep == "det") or opens:
                continue  # *(neither) Norland nor Tarn*, *; (still) the port is open*, *(when) the port opened*
            if c.i < head.i or dep in ("case", "nummod") or c.lower == "else" or (dep == "compound" and glued(c)):
                found.extend(c.subtree() if c.children else (c,))
            elif wide or (dep == "amod" and not (c.children and set_off(c))):
                found.extend(c.subtree())  # *Parents(, angry at the bank,) left*
        elif dep == "prep":
            than = c.lower == "than" and head.tag in ("JJR", "RBR")  # *no more than a guess*
            worth = c.lower == "in" and head.ner == "MONEY" and c.i == head.i + 1  # *$4 million in damages*
            dated = c.lower == "in" and any(o.ner == "DATE" for o in c.all("pobj"))
            # *first in years*, *the largest port in Norland*
            predicate = head.dep in ("attr", "appos") and c.i == head.i + 1 and c.lower != "to"
            singled = (dated or predicate) and is_singled(head)
            beyond = c.lower in ("above", "below") and head.ner in AMOUNTS and head.dep == "attr"  # *is $3 above it*
            like = c.lower == "like" and head.lower in ("anything", "something", "nothing", "everything")
            if c.lower == "of" or wide or open_head or than or worth or singled or beyond or like:
                found.append(c)
                for o in c.children:
                    if is_relative(o) and head.dep in SUBJECT and head.head is not None and head.head.dep == "relcl":
                        found.remove(c)  # *(three sons,) one of whom left*
                    elif o.dep == "pobj":
                        _gather(o, found, wide)
                    elif wide or o.dep == "pcomp":
                        found.extend(o.subtree())
        elif dep == "punct":
            if c.text in "-–/" and (c.i < head.i or c.tag == "HYPH"):
                found.append(c)
        elif (dep in ("relcl", "acl") and (open_head or needed(c, head))) or (wide and dep in _WIDE and not set_off(c)):
            found.extend(c.subtree())


def needed(clause: Word, noun: Word) -> bool:
    """Whether a noun says little without its clause: *no sign that …*, *despite plans to …*, *the only firm hired*."""
    if set_off(clause):
        return False
    first = clause.children[0].lower if clause.children else ""
    only = noun.dep == "attr" and is_singled(noun)
    if clause.dep == "acl":
        planned = noun.dep == "pobj" and clause.tag == "VB"
        own, kind = clause.child("nsubj", "nsubjpass"), _CONTENT.get(noun.lemma)
        full = clause.child("dobj", "attr", "acomp", "auxpass", "prep", "ccomp") or (
            kind == "say" and clause.child("xcomp")
        )
        bare = kind in ("say", "may", "not", "doubt") and clause.tensed(*TENSED) and full  # *reports he left*
        said = first == "that" or (own is not None and bool(clause.child("mark") or bare))  # *calls for him to leave*
        told = noun.lemma in _CONTENT and (planned or said)
        return told or (only and (first == "to" or clause.tag != "VB"))
    return only and first in ("who", "that", "which")


def set_off(word: Word) -> bool:
    """Whether a comma parts a clause or apposition from its noun: it adds a fact and names nothing."""
    if word.dep in ("conj", "cc", "npadvmod") or word.head is None:
        return False
    marks = [c.i for c in word.head.children if c.text in (",", "-", "–", "—", "--")]
    return bool(marks) and word.subtree()[0].i - 1 in marks


def full_words(head: Word) -> tuple[Word, ...]:
    """The head with all its prepositional phrases, but without clauses and without what a comma sets off."""
    found: list[Word] = []
    _gather(head, found, False)
    for c in head.children:
        if c.dep == "prep" and c not in found and c.i > head.i:
            after = [w for w in head.children if w.dep == "punct" and head.i < w.i < c.i and w.text == ","]
            if not after:
                found.append(c)
                for o in c.children:
                    if o.dep == "pobj":
                        found.extend(full_words(o))
    found.sort(key=lambda w: w.i)
    return trimmed(found)


def glued(word: Word) -> bool:
    """Whether the word is the end of a hyphenated one: *sons-in-law*."""
    head = word.head
    return head is not None and any(
        c.dep == "punct" and c.text in "-–/" and head.i < c.i < word.i for c in head.children
    )


def trimmed(words: list[Word]) -> tuple[Word, ...]:
    """Without punctuation and conjunctions at the ends."""
    while len(words) > 1 and (words[-1].pos == "PUNCT" or words[-1].dep == "cc"):
        if words[-1].text in _PAIRED and sum(w.text in _PAIRED for w in words) == 2 and words[0].pos != "PUNCT":
            break  # *the “first”*
        words.pop()
    while len(words) > 1 and (words[0].pos == "PUNCT" or words[0].dep in ("cc", "preconj")):
        words.pop(0)
    if sum(w.text in _PAIRED for w in words) % 2:
        words = [w for w in words if w.text not in _PAIRED]
    return tuple(words)


def clause_words(verb: Word) -> tuple[Word, ...]:
    """All words of a clause, without what introduces it, quotation marks at the ends and commas around an insertion."""
    words = verb.subtree()
    beside = {w.i + 1 for w in words} & {w.i - 1 for w in words} | {words[0].i, words[-1].i}
    words = [w for w in words if w.text != "," or w.i in beside]
    # *power is back at noon (9 a.m. in Tarn)*, *it is called “safe”*
    closes = {")" for w in words[1:] if w.text == "("} | {"''" for w in words[1:] if w.tag == "``"}
    while len(words) > 1 and (
        words[-1].dep == "cc" or (words[-1].pos == "PUNCT" and not {words[-1].text, words[-1].tag} & closes)
    ):
        words.pop()
    while len(words) > 1 and (words[0].pos == "PUNCT" or (words[0].lower == "that" and words[0].dep == "mark")):
        words.pop(0)
    return tuple(words)


def property_words(head: Word) -> tuple[Word, ...]:
    """A predicate adjective with its adverbs: *particularly worrisome*, *up 3 percent*, *unaccounted for*."""
    found = [head]
    for c in head.children:
        # *as open as possible*, *as strong as expected*
        like = c.lower == "as" if c.child("amod") else c.tag == "VBN" and c.children and c.children[0].lower == "as"
        like = like and any(w.lower == "as" and w.i < head.i for w in head.children)
        if c.i > head.i and (
            (c.dep == "npadvmod" and c.ner in AMOUNTS) or (c.dep == "prep" and not c.children) or like
        ):
            found.extend(c.subtree())
        if c.dep in ("advmod", "neg", "npadvmod", "compound", "amod", "quantmod", "nummod") and c.i < head.i:
            if c.lower in ("both", "either") and head.child("conj") is not None:
                continue
            found.extend(c.subtree())
        elif c.dep == "punct" and c.text in "-–":
            found.append(c)
    found.sort(key=lambda w: w.i)
    return trimmed(found)


def filler(head: Word) -> Filler:
    """The filler whose head is given: noun phrase, property or clause."""
    if head.dep in CLAUSAL and head.pos not in NOMINAL:
        return Filler(head, clause_words(head), clause=True)
    whole = head.child("prep") if head.tag == "JJS" else None  # *most of the budget*
    if head.pos == "ADJ" and head.dep in ("acomp", "oprd", "conj", "attr") and (whole is None or whole.lower != "of"):
        return Filler(head, property_words(head))
    if head.pos in ("VERB", "AUX") and head.child("nsubj", "dobj", "aux", "nsubjpass") is not None:
        return Filler(head, clause_words(head), clause=True)
    words = noun_words(head)
    if len(words) > 1 and words[-1].dep == "case":
        words = words[:-1]
    return Filler(head, words)


def apart(subject: Filler, predicate: Word) -> tuple[Word, ...]:
    """A subject without the clause that holds the predicate: *the only one (who agreed)*."""
    if predicate not in subject.words or predicate is subject.head:
        return subject.words
    clause = next((a for a in (predicate, *predicate.ancestors()) if a.head is subject.head), predicate).subtree()
    return tuple(w for w in subject.words if w not in clause)


def fillers(head: Word) -> tuple[Filler, ...]:
    """One filler a conjunct; conjuncts that are clauses of their own left out."""
    found = conjuncts(head)
    if {w.tag for w in found} == {"CD"} and any(c.lower == "or" for w in found for c in w.all("cc")):
        return (Filler(head, together(head)),)  # *five or six*
    if len(found) == 1 or (head.dep == "pcomp" and head.children[0].tag in ("WRB", "WP")):
        return (filler(head),)
    owner = head.child("poss") if head is found[0] else None
    return tuple(
        owned(filler(w), owner) if owner is not None and w is not head else filler(w)
        for w in found
        if w is head or (w.pos == "VERB") == (head.pos == "VERB")
    )


def together(noun: Word) -> tuple[Word, ...]:
    """All that is coordinated, as one: *the U.S. and Russia*."""
    found = conjuncts(noun)
    words = {w.i: w for n in found for w in (*noun_words(n), *(c for c in n.children if c.dep == "cc"))}
    return tuple(with_marks([w for i, w in words.items() if i <= noun_words(found[-1])[-1].i]))


def owned(f: Filler, owner: Word) -> Filler:
    """*her speech and record*: the owner of the first is that of the others, which have no determiner of their own."""
    if f.clause or f.head.tag not in ("NN", "NNS") or f.head.child("det", "poss", "nummod") is not None:
        return f
    return Filler(f.head, (*owner.subtree(), *f.words))


def antecedent(verb: Word) -> Word | None:
    """The noun a relative or reduced relative clause modifies."""
    return verb.head if verb.dep in ("relcl", "acl") else None


def is_relative(word: Word) -> bool:
    if word.tag in RELATIVE_TAGS or word.lower != "that" or word.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return word.tag in RELATIVE_TAGS
    over = word.head.head if word.head is not None and word.head.dep == "ccomp" else word.head  # *that they say fell*
    return word.tag != "DT" or (over is not None and over.dep in ("relcl", "acl", "prep"))


def taken_up(verb: Word) -> Filler | None:
    """What *which* or *what* stands for where it is no noun before it.

    *It closed the port, which hurt trade*: the clause before; *What hurt trade was the storm*: what it is said to be.
    """
    above = verb.head
    which = next((c for c in verb.children if c.tag in ("WDT", "WP") and c.i < verb.i), None)
    if above is None or above.pos not in VERBAL or which is None:
        return None
    if which.lower == "which" and verb.dep == "advcl":
        comma = verb.words[which.i - 1].text == ","
        before = verb.words[max(which.i - 1 - comma, 0)]
        if before.pos in ("NOUN", "PROPN") and (verb.lemma == "be" or verb.child("auxpass") is not None):
            return filler(before)  # *put it in an account, which is held by a bank*
        while above.dep == "xcomp" and above.head is not None:
            above = above.head
        words = [w for w in above.subtree() if w.i < which.i]
        while words and words[-1].pos == "PUNCT":
            words.pop()
        return Filler(above, tuple(words), clause=True) if above.i < which.i else None
    if verb.dep == "ccomp" and above.dep == "csubj":  # *What I think hurt trade was the storm*
        verb, above = above, above.head or above
    if which.lower == "what" and verb.dep == "csubj" and above.lemma == "be":
        thing = above.child("attr", "ccomp") if above.child("neg") is None else None
        return filler(thing) if thing is not None and thing.tag not in ("WP", "WDT") else None
    return None


def shortened(words: tuple[Word, ...], head: Word) -> tuple[Word, ...]:
    """A noun phrase without its last modifiers as long as it has too many words; a title in quotation marks stays.

    What it is of it keeps: *the rest of the budget (for the year that began)*.
    """
    behind = [c for c in head.children if c.i > head.i and c.dep != "punct"]
    while len(words) > MOST_WORDS and behind and words[0].text not in _PAIRED:
        last = behind.pop()
        whole = last.child("pobj") if last.lower in ("of", "above", "below") else None
        inner = [c for c in whole.children if c.i > whole.i and c.dep != "punct"] if whole is not None else []
        if whole is not None and inner:
            head, behind = whole, [*behind, *inner]
            continue
        cut = min(w.i for w in last.subtree())
        words = trimmed([w for w in words if w.i < cut]) or words
    return words


def run(words: tuple[Word, ...], head: Word) -> tuple[Word, ...]:
    """The unbroken stretch of the words that holds the head; a single mark between two of them does not break it."""
    here = words.index(head) if head in words else 0  # a relative clause may hang on a bracket
    first = last = here
    while first > 0 and words[first].i - words[first - 1].i == 1:
        first -= 1
    while last < len(words) - 1 and words[last + 1].i - words[last].i == 1:
        last += 1
    return words[first : last + 1]


def quoted(words: tuple[Word, ...], head: Word) -> tuple[Word, ...]:
    """The unbroken stretch that holds the head, across the marks of what is quoted in it: *the “safest” port*."""
    around = words[0].words[max(words[0].i - 1, 0) : words[-1].i + 2]
    marks = [w for w in around if w.tag in ("``", "''") and w not in words]
    if [w.tag for w in marks] != ["``", "''"] or (marks[0].i < words[0].i and marks[1].i > words[-1].i):
        return run(words, head)
    return run(tuple(sorted((*words, *marks), key=lambda w: w.i)), head)
