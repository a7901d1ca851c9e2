"""Tags, labels and verbs that the repairs ask for."""

from __future__ import annotations

from kg import lexicon

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
