"""General repairs of a parse: what the model gets wrong by a rule that a rule can see.

Each repair looks at one word and its neighbours and changes the tree in place, or leaves it. `REPAIRS` lists them in
the order in which a word meets them, with the labels and tags of the words they look at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kg.parsing.repairs import clauses, coordination, headlines, nominal, participles, reports, verbal
from kg.parsing.repairs.labels import FINITE_TAGS, NOUN_TAGS, SUBJECT, VERB_TAGS
from kg.parsing.tree import Parse, Word


@dataclass(frozen=True, slots=True)
class Repair:
    """What mends a word, and the labels and tags of the words it may mend; none means any."""

    mend: Callable[[Word], None]
    deps: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


def _repair(mend: Callable[[Word], None], deps: str = "", tags: str | frozenset[str] = "") -> Repair:
    return Repair(mend, frozenset(deps.split()), frozenset(tags.split()) if isinstance(tags, str) else tags)


REPAIRS = (
    _repair(reports.noun_as_report, "ROOT npadvmod dobj appos conj", "NN"),
    _repair(reports.tail_report, tags="VBD VBZ"),
    _repair(reports.said_between, tags="VBD VBZ"),
    _repair(nominal.verb_in_name, tags=VERB_TAGS),
    _repair(nominal.number_of_rank, "det", "DT"),
    _repair(nominal.from_port_to_port, "pobj dobj nsubj", "NNP"),
    _repair(nominal.day_before_name, "compound nmod npadvmod", "NNP NN"),
    _repair(nominal.join_name, "conj", NOUN_TAGS),
    _repair(coordination.counted_out, "quantmod nummod", "CD"),
    _repair(coordination.joined_subject, "nsubj nsubjpass conj", NOUN_TAGS | {"CD"}),
    _repair(coordination.same_preposition, "conj", "NN NNS"),
    _repair(coordination.of_the_last, "prep"),
    _repair(coordination.subject_of_second, "conj ROOT ccomp advcl", FINITE_TAGS | {"VBN", "VB"}),
    _repair(participles.past_tense, "ccomp advcl pcomp", "VBN"),
    _repair(verbal.up_to, "prep"),
    _repair(clauses.gapped_subject, "nsubj", NOUN_TAGS),
    _repair(verbal.score, "prep"),
    _repair(verbal.score, "dobj", "CD"),
    _repair(participles.gapped_passive, "conj acl", "VBN VBD"),
    _repair(clauses.same_form, "conj", "VBD VBN VBP"),
    _repair(clauses.conjunct_of_form, "conj", "VB VBZ VBP VBD VBG VBN"),
    _repair(verbal.particle, "advmod npadvmod prep amod acomp oprd xcomp ccomp"),
    _repair(verbal.bring_on, "prt"),
    _repair(nominal.late_apposition, "dobj oprd"),
    _repair(nominal.shifted_object, "appos pobj", "NN NNS"),
    _repair(verbal.aboard, "pobj pcomp nmod compound", "NN"),
    _repair(verbal.aboard, "prep"),
    _repair(clauses.before_conjunct, "prep conj", "IN"),
    _repair(clauses.inverted_be, "ROOT aux auxpass", FINITE_TAGS),
    _repair(reports.report_before, "parataxis"),
    _repair(verbal.accused_of, "dobj pobj"),
    _repair(verbal.agent_apart, "prep"),
    _repair(verbal.subject_of_auxiliary, " ".join([*SUBJECT, "neg", "prep"])),
    _repair(nominal.second_object, "dobj npadvmod oprd", NOUN_TAGS),
    _repair(nominal.named_to_office, "dobj", "NN"),
    _repair(nominal.adjective_before_noun, "acomp ccomp", VERB_TAGS | {"JJ"}),
    _repair(nominal.bare_object, "ccomp", NOUN_TAGS),
    _repair(clauses.comma_splice, "ccomp"),
    _repair(reports.subject_as_object, "ccomp"),
    _repair(reports.object_as_subject, "advcl dep conj ccomp ROOT", FINITE_TAGS | {"VB", "VBN"}),
    _repair(reports.unclosed_relative, "relcl", FINITE_TAGS | {"VBN"}),
    _repair(reports.unmarked_content, "advcl", VERB_TAGS),
    _repair(nominal.relative_as_content, "ccomp advcl"),
    _repair(clauses.cleft, "ccomp relcl"),
    _repair(nominal.called_apart, "advcl acl", "VBN VBD"),
    _repair(verbal.compound_preposition, "pcomp"),
    _repair(participles.given, "acl advcl", "VBN"),
    _repair(nominal.date_apart, "acl", "VBN VBD VBG"),
    _repair(nominal.described_first, "ROOT ccomp conj", FINITE_TAGS | {"VBN"}),
    _repair(nominal.date_apart, "relcl", FINITE_TAGS),
    _repair(verbal.to_a_noun, "advcl xcomp", "VB"),
    _repair(verbal.that_as_determiner, "ccomp"),
    _repair(participles.no_gerund, "xcomp", "VBG"),
    _repair(verbal.plural_as_verb, "xcomp ccomp", "VBP"),
    _repair(nominal.called_for, "advcl", "VB VBN"),
    _repair(nominal.infinitive_of_noun, "relcl xcomp acl", "VB VBN"),
    _repair(reports.told_somebody, "relcl acl"),
    _repair(reports.said_of, "ROOT parataxis", FINITE_TAGS),
    _repair(reports.goes_on, "advcl", "VBG"),
    _repair(reports.left_saying, "acl ccomp", "VBG VBN VBD"),
    _repair(nominal.content_of_noun, "relcl ccomp"),
    _repair(nominal.listed_apposition, "appos", NOUN_TAGS),
    _repair(nominal.first_in_years, "prep"),
    _repair(nominal.such_as, "prep", "IN VBG"),
    _repair(nominal.who_is_somebody, "relcl"),
    _repair(nominal.which_is_nobody, "relcl"),
    _repair(nominal.agreeing_noun, "relcl"),
    _repair(clauses.second_sentence, tags=":"),
    _repair(verbal.by_then, "agent"),
    _repair(participles.main_verb, "acl dobj xcomp ccomp advcl", "VBD VBN"),
    _repair(
        participles.reduced_as_main,
        "ROOT conj ccomp advcl parataxis csubj csubjpass nsubj nsubjpass prep",
        "VBD VBN VBG",
    ),
    _repair(participles.thought_to, "conj advcl", "VBD VBN"),
    _repair(participles.no_past_tense, "advcl ccomp dep conj", "VBD VBN"),
    _repair(participles.gerund_as_modifier, "csubj pcomp", "VBG VB"),
    _repair(nominal.measure, "npadvmod"),
    _repair(nominal.name_of_role, "appos pobj npadvmod", "NNP"),
    _repair(participles.only_verb, "amod acl", "VBN VBD"),
    _repair(verbal.mistagged, tags="JJ NN NNS"),
    _repair(reports.report_at_the_end, tags="NN NNS VBZ"),
    _repair(reports.parted_from_auxiliary, tags="VBN VBG"),
    _repair(nominal.modifiers_in_a_row, tags="JJ JJR NN"),
    _repair(reports.told_on, "conj", VERB_TAGS),
    _repair(reports.reported_on, "prep npadvmod"),
    _repair(reports.other_report, "conj advcl", VERB_TAGS),
    _repair(reports.report_of_all, "conj ccomp", VERB_TAGS),
    _repair(reports.condition_of_content, "advcl"),
    _repair(reports.second_verb, "conj ccomp", "VBP VBZ"),
    _repair(clauses.fronted_phrase, "ROOT", "VBD VBZ VBN"),
    _repair(clauses.proviso, "prep advcl acl", "VBN VBG"),
    _repair(participles.has, "auxpass", "VBZ"),
    _repair(participles.participle_before_article, "amod", "VBN"),
    _repair(verbal.raise_verb, "aux", VERB_TAGS),
    _repair(reports.raise_report, "parataxis ccomp conj dep advcl", VERB_TAGS),
)


@lru_cache(maxsize=1 << 16)
def _next(dep: str, tag: str, at: int) -> int:
    """Index of the first repair from one on that may mend a word of this label and tag."""
    left = enumerate(REPAIRS[at:], at)
    return next((n for n, r in left if dep in (r.deps or dep) and tag in (r.tags or tag)), len(REPAIRS))


def repair(parse: Parse) -> Parse:
    """Apply all repairs, in order, in place; gives the parse back."""
    nominal.join_hyphens(parse)
    for word in parse.words:
        at = _next(word.dep, word.tag, 0)
        while at < len(REPAIRS):
            REPAIRS[at].mend(word)
            at = _next(word.dep, word.tag, at + 1)
    for word in parse.words:
        if word.dep == "cc":
            clauses.with_its_conjunct(word)
    for sent in parse.sentences:
        if sent.kind == "headline":
            headlines.headline(parse.words_of(sent))
    return parse
