"""What one predicate says, at the level of words: the value from which records and propositions are made.

A `Clause` keeps the order of the sentence: its subject is the surface subject (of a passive, what undergoes).
Coordination stands in it as alternatives; records and propositions distribute them.
"""

from __future__ import annotations

from typing import Literal

from kg.parsing import Word
from kg.values import Role, value

Kind = Literal["active", "passive", "copula", "existential", "nominal"]
# How a clause hangs on the one that governs it.
# chain: infinitive or participle that its governor takes up (*helped cut*, *urged Russia to stop*).
# content: what is said, finite. none: stands by itself.
# purpose: infinitive that tells what its governor is done for; the governor keeps its own arguments.
Link = Literal["none", "chain", "content", "purpose"]


@value
class Filler:
    """What fills a place: its head and the least words that name it, in order of the text.

    clause: a clause, whose words are those it has at least. wide: all words below the head.
    text: describes a participant the text leaves open; then there are no words.
    """

    head: Word
    words: tuple[Word, ...]
    clause: bool = False
    text: str | None = None


@value
class Part:
    """A further argument: what marks it (prepositions, conjunctions), what fills it, as what.

    noun: the word it hangs on where that is not the predicate (*participation* of *in the talks*).
    """

    marker: tuple[Word, ...]
    filler: Filler
    role: Role = "other"
    noun: Word | None = None


@value
class Clause:
    """One predication.

    predicate: its main word. group: the words of its relation in the sentence, particles included; empty where no
    word states it. lemma: normalised relation without preposition. subjects, objects: alternatives (coordination).
    receiver: indirect object. arguments: further ones, in order. governor: main word of the clause it hangs on.
    """

    rule: str
    predicate: Word
    kind: Kind
    group: tuple[Word, ...]
    lemma: str
    subjects: tuple[Filler, ...]
    objects: tuple[Filler, ...] = ()
    receiver: Filler | None = None
    arguments: tuple[Part, ...] = ()
    governor: Word | None = None
    link: Link = "none"
    lead: tuple[Word, ...] = ()
    """Words between what governs a chain and its group: *(called) for Healthcare (to pay)*."""
    verb: str | None = None
    """Form of *be* or *have* that the proposition needs and the sentence lacks."""
