"""Common nouns: their dictionary form, and what they stand for."""

from __future__ import annotations

from functools import lru_cache

from kg import lexicon
from kg.parsing import Word

NOUNS = {r["noun"]: r for r in lexicon.table("lexicon/nouns")}
_SENSES = lexicon.mapping("lexicon/senses", "noun", "type")
_SUFFIXES = sorted(lexicon.mapping("lexicon/noun_suffixes", "suffix", "type").items(), key=lambda s: -len(s[0]))
_JOINED = frozenset({"compound", "amod"})
_HYPHENS = frozenset("-–‑")


def noun_of(w: Word) -> str:
    """The noun's lemma, with what a hyphen glues before it where the lexicon knows both as one."""
    lemma = w.lower if w.tag == "VBN" and w.child("det") is not None else w.lemma.lower()  # *the accused*
    if w.i > 1 and w.words[w.i - 1].text in _HYPHENS:
        first, hyphen = w.words[w.i - 2 : w.i]
        if first.head is hyphen.head is w and (joined := f"{first.lower}-{lemma}") in NOUNS:
            return joined
    # Headlines have capitals, which the parser takes for names with lemmas of their own.
    capital = w.tag in ("NNP", "NNPS") or is_plural(w)
    return lemma[:-1] if capital and lemma not in NOUNS and lemma[:-1] in NOUNS else lemma


def is_plural(w: Word) -> bool:
    """*guards*, *MPs*"""
    return w.tag in ("NNS", "NNPS") or (w.text[-1] == "s" and w.text[:-1].isupper() and len(w.text) > 2)


@lru_cache(maxsize=1 << 14)
def type_of(noun: str) -> str:
    """What a noun in its dictionary form stands for: an entity type, or None for measures, times and manners."""
    if noun in NOUNS:
        return NOUNS[noun]["type"]
    last = noun.rpartition("-")[2]
    if last != noun and is_known(last) and noun not in _SENSES:
        return type_of(last)  # *a co-leader*, *ex-rebels*
    ending = (t for s, t in _SUFFIXES if noun.endswith(s) and len(noun) > len(s) + 2)
    return _SENSES.get(noun) or next(ending, "Thing")


def is_known(noun: str) -> bool:
    """Whether a table tells what a noun stands for, and it is something."""
    return (noun in NOUNS and NOUNS[noun]["type"] != "None") or noun in _SENSES


def kind_of(w: Word) -> str:
    """What a common noun in a text stands for, *coast guard* as a whole; several persons are a Population."""
    before = w.words[w.i - 1]
    pair = f"{before.lower} {w.lemma.lower()}" if before.head is w and before.dep in _JOINED and w.i else ""
    kind = NOUNS[pair]["type"] if pair in NOUNS else type_of(noun_of(w))
    if kind == "None" and w.tag == "NNS" and w.lower in NOUNS:
        kind = NOUNS[w.lower]["type"]  # *as a result*, but *the results*
    return "Population" if kind == "Person" and is_plural(w) else kind
