"""spaCy's dependency labels (ClearNLP scheme), grouped as the rules use them."""

from __future__ import annotations

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
AUXILIARY = frozenset({"aux", "auxpass"})
# What belongs to a noun and stays with it in its shortest name.
INSIDE_NOUN = frozenset(
    {"det", "predet", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "advmod", "case", "neg", "preconj"}
)
COMPLEMENT = frozenset({"attr", "acomp"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Entity labels of what measures: it says nothing without what it measures.
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
# Prepositions that an adjective asks for.
GOVERNED = frozenset({"about", "from", "of", "than", "to", "with"})
