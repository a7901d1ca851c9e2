"""Tags, labels, verbs and kinds of nouns that the repairs ask for."""

from __future__ import annotations

from kg import lexicon
from kg.parsing.tree import Word

VERB_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
TENSED = FINITE_TAGS | {"MD"}
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
SAY = lexicon.words("lexicon/say")
# Verbs of which a clause tells what is said, asked or shown.
FINITE = frozenset(verb for verb, kind in lexicon.mapping("lexicon/reporting", "verb", "finite").items() if kind)
REPORTING = FINITE | SAY
# Verbs that say nothing without an object.
TAKING = lexicon.words("lexicon/verb_kinds", kind="object")
# Nouns of what is said: *the claim that*.
CLAIMS = lexicon.words("lexicon/content_nouns", "noun", content="say")
# What common nouns stand for.
KINDS = lexicon.mapping("lexicon/nouns", "noun", "type")
# Prepositions that open a clause too.
OPENING = frozenset({"after", "as", "before", "since", "until"})
AUXILIARIES = lexicon.words("lexicon/auxiliaries")
_SINGLED = lexicon.words("lexicon/singled")
# Types of bodies that act.
BODIES = frozenset({"Organization", "Country", "Government", "Population", "ArmedGroup"})


def is_singled(noun: Word) -> bool:
    """Whether a noun is one of a kind with what follows it: *the largest port in Norland*, *the only one hired*."""
    return any(c.lower in _SINGLED or c.tag == "JJS" or any(m.tag == "RBS" for m in c.children) for c in noun.children)


def is_person(noun: Word) -> bool:
    """Whether a common noun is of a person."""
    return KINDS.get(noun.lemma.lower()) == "Person"


def is_somebody(noun: Word) -> bool:
    """Whether a noun, or what a number counts, is of persons or bodies."""
    of = noun.child("prep") if noun.tag == "CD" else None
    noun = (of.child("pobj") or noun) if of is not None and of.lower == "of" else noun  # *two of his officers*
    known = noun.ner in ("PERSON", "ORG", "GPE", "NORP") or KINDS.get(noun.lemma.lower()) in BODIES
    return known or is_person(noun)
