"""Whether the text, or the voice that speaks, commits to a predicate: polarity and modality.

Each predicate has what its own words say (negation, auxiliaries, adverbs) and what stands above it adds: implicative
verbs (Karttunen 1971, 2012), wishes and requests, conditions, the predicate it is coordinated with. The composition
goes down the tree, after Saurí & Pustejovsky 2012.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from kg import lexicon
from kg.parsing import Parse, Word
from kg.qualification.attribution import FINITE, INFINITIVE, NOUNS, content, infinitive, predicate, unsaid
from kg.qualification.quotes import is_direct, quotes
from kg.values import Mention, Modality, Statement

_AUXILIARIES = lexicon.mapping("lexicon/modals", "word", "modality")
_KIND = {(r["word"], r["kind"]): r["modality"] for r in lexicon.table("lexicon/modals")}
_ADVERBS = lexicon.words("lexicon/negative_adverbs")
_NEGATIVE = _ADVERBS | {"not", "n't", "n’t", "neither", "nor", "no", "nt", "nowhere"}
_NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no"})
_CONDITION = frozenset({"if", "unless", "whether"})
_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
_TOLD = ("xcomp", "oprd", "acomp", "ccomp")
_VERBAL = frozenset({"VERB", "AUX"})
# Prepositions that undo the gerund after them.
_WITHOUT = frozenset({"without", "instead of", "rather than", "far from", "short of"})
_PROVIDED = frozenset({"provided", "providing", "assuming", "supposing"})
_MORE = frozenset({("not", "only"), ("not", "just"), ("not", "merely"), ("not", "simply"), ("nowhere", "near")})
_RANK = frozenset({"first", "second", "third", "last", "latest", "only"})
_INVERTED = frozenset({"had", "should", "were"})
# Whose *not* is said of their clause (Horn 1978, negation raising).
_RAISED = lexicon.words("lexicon/control", "verb", control="negation")
_FEW = frozenset({"few", "little"})
_ANY = frozenset({"anyone", "anybody", "whoever", "whatever", "anything"})
_WOULD = frozenset({"would", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """What is committed to a predicate."""

    negated: bool = False
    modality: Modality = "actual"


ACTUAL = Commitment()


def weigh(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with polarity and modality."""
    scale = Scale(parse)
    found = []
    for s in statements:
        word = predicate(parse, s)
        if word is not None and s.relation.text is not None:
            c = scale.of(word)
            s = replace(s, polarity="negated" if c.negated else "affirmed", modality=c.modality)
        found.append(s)
    return tuple(found)


class Scale:
    """The commitments of an article's predicates."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.known: dict[int, Commitment] = {}

    def of(self, word: Word) -> Commitment:
        """What the text, or the voice over it, commits to a predicate."""
        found = self.known.get(word.i)
        if found is None:
            self.known[word.i] = ACTUAL
            found = self.known[word.i] = self._composed(word)
        return found

    def _composed(self, word: Word) -> Commitment:
        if word.pos not in _VERBAL and not word.child(*_SUBJECT, "cop", "aux"):
            return self._nominal(word)
        own = self.own(word)
        above = self.above(word)
        modality = own.modality if own.modality != "actual" else above.modality
        if own.modality in ("future", "possible") and above.modality in ("desired", "conditional"):
            # *the hope that it would end*, *if it can end*.
            modality = above.modality
        if above.modality == "possible" and _mark(word) in _CONDITION:
            modality = "possible"  # *to decide whether it will end*
        return Commitment(own.negated != above.negated, modality)

    def own(self, word: Word) -> Commitment:
        """What the words of the clause itself say."""
        negated = any(
            c.dep == "neg" or (c.lower in _NEGATIVE and c.dep in ("advmod", "preconj"))
            for c in word.children
            if not self._more(c)
        )
        negated = negated or any(_none(c) for c in word.children if c.dep in (*_SUBJECT, "dobj", "attr", "dative"))
        negated = negated or (word.dep == "conj" and any(c.lower == "nor" for c in word.children))
        negated = negated or any(
            c.lower == "longer" and any(x.lower == "no" for x in c.children) for c in word.children
        )
        modality: Modality = "conditional" if _counterfactual(word) or self._inverted(word) else "actual"
        for c in word.children:
            if modality == "conditional":
                break
            if c.dep in ("aux", "auxpass") and (c.lower, "auxiliary") in _KIND:
                modality = _KIND[c.lower, "auxiliary"]  # type: ignore[assignment]
                if c.lower in _WOULD and self._supposed(word, c):
                    modality = "conditional"
            elif c.dep == "advmod" and (c.lower, "adverb") in _KIND and modality == "actual":
                modality = _KIND[c.lower, "adverb"]  # type: ignore[assignment]
        if modality in ("actual", "future") and FINITE.get(word.lemma) == "may":
            told = word.child(*_TOLD)  # *would appear to work*, *appears jammed*; *appears to work* appears so
            if told is not None and (
                modality == "future" or (told.dep in ("acomp", "oprd") and not told.child("xcomp"))
            ):
                modality = "possible"
        if modality == "actual" and asked(self.parse, word):
            modality = "possible"
        if modality == "actual" and self._imperative(word):
            modality = "desired"
        return Commitment(negated, modality)

    def _supposed(self, verb: Word, would: Word) -> bool:
        """*To sell it would be wrong*, *Would they sell?*, and *“It would be wrong”*: no report of what was to come."""
        subject = verb.child("csubj")
        if (subject is not None and infinitive(subject)) or asked(self.parse, verb):
            return True
        inside = [w for w in verb.ancestors() if w.i in self.quoted]
        return would.i in self.quoted and not any(w.tag == "VBD" for w in inside)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words between quotation marks."""
        return frozenset(
            i for q in quotes(self.parse) if is_direct(q, self.parse.words) for i in range(q.first, q.last)
        )

    def _inverted(self, verb: Word) -> bool:
        """*Had it rained, …*"""
        subject = verb.child(*_SUBJECT) if verb.dep in ("advcl", "ccomp") else None
        before = subject is not None and any(c.lower in _INVERTED and c.i < subject.i for c in verb.all("aux"))
        return before and not _mark(verb) and not asked(self.parse, verb)

    def _more(self, negative: Word) -> bool:
        """*not only*, *nowhere near as*: more is said, nothing denied; *in some but not all cases* denies no verb."""
        if negative.i and self.parse.words[negative.i - 1].lower in ("but", "if"):
            return True
        after = self.parse.words[negative.i + 1 : negative.i + 2]
        return bool(after) and (negative.lower, after[0].lower) in _MORE

    def above(self, word: Word) -> Commitment:
        """What the clause above says of this one."""
        head, dep = word.head, word.dep
        if head is None:
            return ACTUAL
        if dep == "conj":
            return self._beside(word, head)
        to = word.child("aux") if infinitive(word) else None
        if to is not None and to.i and self.parse.words[to.i - 1].lower == "but":
            return Commitment(False, "necessary")  # *no choice but to leave*
        mark = _mark(word)
        if dep in ("ccomp", "relcl", "acl") and mark in _CONDITION:
            # *to find out if it is so*
            return Commitment(False, "possible")
        if dep == "advcl" and head.lower in ("soon", "long") and head.head is not None:
            return self._adverbial(word, head.head, "once")  # *as soon as it is so*
        if dep == "advcl" and head.pos in ("NOUN", "PROPN") and mark not in _CONDITION:
            return self._of_noun(word, head)
        if dep == "advcl":
            return self._adverbial(word, head, mark)
        if dep == "csubj":
            if infinitive(word) and self.of(head).modality == "conditional":
                return Commitment(False, "conditional")  # *to sell it would be wrong*
            # *building it is not the answer*.
            return replace(self.of(head), negated=False) if head.pos in _VERBAL else ACTUAL
        if dep in ("xcomp", "ccomp", "parataxis", "dep"):
            return self._complement(word, head)
        if dep == "pcomp" and infinitive(word) and head.head is not None and head.head.pos == "NOUN":
            return self._of_noun(word, head.head)
        if dep == "pcomp" and word.tag != "VBG":
            return Commitment(False, "possible") if mark == "whether" else ACTUAL
        if dep == "pcomp":
            return self._gerund(word, head)
        if dep in ("relcl", "acl") and head.lower in _ANY and head.head is not None and head.dep in _SUBJECT:
            # *anyone found there will be fined*
            waits = self.of(head.head).modality in ("future", "possible", "necessary", "desired", "conditional")
            return Commitment(False, "conditional") if waits else ACTUAL
        if dep == "acl" or (dep == "relcl" and infinitive(word)):
            return self._of_noun(word, head)
        if dep == "prep" or dep == "attr":
            return replace(self.of(head), negated=False) if head.pos in _VERBAL else ACTUAL
        return ACTUAL

    def _beside(self, word: Word, first: Word) -> Commitment:
        """Coordination: what stands above the first is above both; its own words too where the second has none."""
        if infinitive(first) and _finite(word) and first.head is not None and first.head.pos in _VERBAL:
            return self._beside(word, first.head)  # *left to rest and has not returned*
        if any(c.dep == "cc" and f"{self.parse.words[c.i - 1].lower} {c.lower}" in _WITHOUT for c in first.children):
            return Commitment(True)
        while first.dep == "conj" and first.head is not None and first.head.pos in _VERBAL and word.child(*_SUBJECT):
            first = first.head
        if first.pos not in _VERBAL:
            return ACTUAL
        if word.child(*_SUBJECT) is not None:
            return self.above(first)
        shares = word.tag == first.tag and not word.child("aux", "auxpass", "neg")
        if infinitive(word):
            shares = True
        if not shares:
            return self.above(first)
        found = self.of(first)
        own = self.own(first).negated
        either = any(c.dep == "cc" and c.lower in ("or", "nor") for c in first.children)
        return found if either or not own else replace(found, negated=self.above(first).negated)

    def _adverbial(self, word: Word, head: Word, mark: str) -> Commitment:
        if mark == "whether" or any(c.lower == "if" and self.parse.words[c.i - 1].lower == "as" for c in word.children):
            return Commitment(False, "possible")  # *as if it were so*
        if mark in ("if", "unless"):
            return Commitment(False, "conditional")
        main = self.of(head) if head.pos in _VERBAL else ACTUAL
        if mark in ("until", "till", "when", "once", "before", "after", "as", "while"):
            waits = main.modality in ("future", "possible", "necessary", "desired", "conditional")
            if mark in ("until", "till"):
                waits = waits or head.tag in ("VBP", "VBZ")
            present = mark in ("before", "after") and _present(word)
            ahead = not _past(word) or (mark in ("until", "till") and head.tag == "VB")
            if mark in ("until", "till") and main.modality == "possible" and _past(word):
                return Commitment(False, "possible")  # *may have burned until it fell*
            if waits and (present or mark in ("until", "till", "when", "once")) and ahead:
                return Commitment(False, "conditional")
            return ACTUAL
        if infinitive(word):
            adjective = head if head.pos == "ADJ" else head.child("acomp" if head.lemma == "be" else "ccomp")
            if adjective is not None and (adjective.lower, "adjective") in _KIND:
                return self._adjective(adjective, head)  # *possible for them to leave*, *makes it hard to leave*
            kind = content(word, head) if head.pos in _VERBAL else ""
            if not kind and head.child("nsubjpass") is not None and word.i > head.i:
                kind = INFINITIVE.get(head.lemma, "")  # *was required at once to leave*
            return self._said(kind, head) if kind else Commitment(False, "desired")
        if not mark and word.tag in ("VBG", "VBN") and word.child(*_SUBJECT) is None:
            return replace(main, negated=False)
        return ACTUAL

    def _complement(self, word: Word, head: Word) -> Commitment:
        if head.lower in _PROVIDED and head.dep in ("prep", "advcl", "mark"):
            return Commitment(False, "conditional")
        if head.pos in _VERBAL:
            kind = content(word, head)
            adjective = head.child("acomp") if head.lemma == "be" else None
            if adjective is not None and word.dep == "ccomp":
                return self._that(adjective, head)
            if head.lemma == "be" and word.dep == "xcomp":
                if adjective is not None:
                    return self._adjective(adjective, head)
                # *The aim is to help* tells a wish, *the mayor is to speak* what comes.
                subject = head.child("nsubj")
                wanted = subject is not None and NOUNS.get(subject.lemma.lower()) in ("want", "ask")
                return Commitment(self.of(head).negated, "desired" if wanted else "future")
            if head.lemma == "go" and word.tag == "VB" and head.tag == "VBG":
                return Commitment(self.of(head).negated, "future")
            if head.lemma == "have" and word.tag == "VB" and word.dep == "xcomp":
                if head.child("dobj") is not None:
                    return self.of(head)  # *had this to say*
                yet = any(c.lower == "yet" for c in (*head.children, *word.children))
                return Commitment(True) if yet else Commitment(self.of(head).negated, "necessary")
            if head.lemma == "use" and head.tag == "VBD" and word.tag == "VB" and not head.child("dobj"):
                return self.of(head)
            subject = head.child("nsubj")
            if head.lemma == "take" and subject is not None and subject.lower == "it":
                # *it takes years to build one*; *it took years to build it*
                return Commitment(False, "actual" if _past(head) else "possible")
            if not kind and infinitive(word) and word.dep == "xcomp" and head.child("dobj", "nsubjpass") is not None:
                return Commitment(False, "desired")  # *sent boats to save them*
            return self._said(kind, head, word)
        if head.lower == "nowhere" and head.head is not None:
            return Commitment(True)  # *nowhere to be found*
        if head.pos == "ADJ":
            verb = head.head if head.head is not None and head.head.pos in _VERBAL else head
            return self._that(head, verb) if word.dep == "ccomp" and word.tag != "VB" else self._adjective(head, verb)
        if head.pos in ("NOUN", "PROPN"):
            return self._of_noun(word, head)
        return ACTUAL

    def _that(self, adjective: Word, verb: Word) -> Commitment:
        """*It is likely that …*, *make sure that …*, *it is not true that …*, *happy that …*."""
        over = self.of(verb) if verb.pos in _VERBAL else ACTUAL
        kind = _KIND.get((adjective.lower, "that"), "")
        if kind in ("true", "false"):
            return Commitment(over.negated != (kind == "false"))
        if kind == "sure":
            return Commitment(False, "possible") if over.negated else over
        modality = _KIND.get((adjective.lower, "adjective"), "")
        if modality:
            return Commitment(over.negated or adjective.lower == "unlikely", modality)  # type: ignore[arg-type]
        return replace(over, negated=False)

    def _adjective(self, adjective: Word, verb: Word) -> Commitment:
        over = self.of(verb) if verb.pos in _VERBAL else ACTUAL
        if adjective.lower in _RANK:
            return replace(over, negated=False)  # *the first to leave*
        if any(c.lower == "too" for c in adjective.children):
            return Commitment(not over.negated)  # *too tired to go*
        negated = over.negated or adjective.lower in ("unlikely", "unwilling", "reluctant", "loath", "unable")
        modality = _KIND.get((adjective.lower, "adjective"), "")
        if adjective.lower in ("able", "unable"):
            modality = ""
        return Commitment(negated, modality or over.modality)  # type: ignore[arg-type]

    def _said(self, kind: str, head: Word, word: Word | None = None) -> Commitment:
        over = self.of(head)
        if kind in ("say", "think", "show", "claim", "accuse"):
            # *did not say that it is so* leaves open whether it is; *did not say why it is so* does not.
            if over.negated and head.lemma in _RAISED:
                return Commitment(True)  # *does not think that it is so*: thinks that it is not
            open_ = kind in ("think", "show") or (kind == "say" and unsaid(head) and not _asks(word))
            return Commitment(False, "possible") if over.negated and open_ else ACTUAL
        if kind == "deny":
            return Commitment(not over.negated)
        if kind == "doubt":
            return Commitment(not over.negated, "possible")
        if kind == "fact":
            # *does not know who did it*: somebody did.
            # *regrets having done it*
            asks = _asks(word) or (word is not None and word.tag == "VBG")
            return Commitment(True, "possible") if over.negated and not asks else ACTUAL
        if kind in ("ask", "promise", "want"):
            finite_said = kind == "promise" and word is not None and word.dep == "ccomp"
            return Commitment(over.negated and kind == "want", "actual" if finite_said else "desired")
        if head.lemma == "stop" and word is not None:  # *stopped to eat*, *stopped eating*
            return Commitment(False, "desired") if infinitive(word) else Commitment(not over.negated, over.modality)
        if kind == "not":
            return Commitment(not over.negated, over.modality)
        if kind == "may" or (kind == "let" and (over.modality != "actual" or head.tag != "VBD")):
            return Commitment(over.negated, "conditional" if over.modality == "conditional" else "possible")
        if kind == "must":
            return Commitment(over.negated, "necessary")
        if kind == "will":
            return Commitment(over.negated, "future")
        if (
            not kind
            and word is not None
            and word.dep in ("ccomp", "parataxis", "dep")
            and word.child(*_SUBJECT) is not None
        ):
            return ACTUAL
        return over

    def _gerund(self, word: Word, prep: Word) -> Commitment:
        before = self.parse.words[prep.i - 1].lower if prep.i else ""
        if prep.lower in _WITHOUT or f"{before} {prep.lower}" in _WITHOUT or any(c.dep == "neg" for c in prep.children):
            return Commitment(True)
        head = prep.head
        if head is None:
            return ACTUAL
        if head.pos in _VERBAL:
            kind = INFINITIVE.get(head.lemma, "")
            if kind == "not" and prep.lower in ("from", "of"):
                return Commitment(not self.of(head).negated)
            if head.lemma in ("keep", "stop", "refrain", "abstain") and prep.lower == "from":
                return Commitment(not self.of(head).negated)
            if kind in ("ask", "promise", "want") and prep.lower in ("for", "against", "at"):
                return Commitment(prep.lower == "against", "desired")
            if kind == "may" and prep.lower == "of":
                return Commitment(False, "possible")  # *suspected of taking it*
            return replace(self.of(head), negated=False)
        if (head.lower, "adjective") in _KIND and prep.lower == "of":
            return Commitment(False, _KIND[head.lower, "adjective"])  # type: ignore[arg-type]
        if head.pos in ("NOUN", "PROPN"):
            kind = NOUNS.get(head.lemma.lower(), "")
            if kind in ("may", "not", "want", "ask", "must"):
                return self._of_noun(word, head)
            if prep.lower == "of":
                return ACTUAL
            at = head.head
            while at is not None and at.pos not in _VERBAL:
                at = at.head
            return replace(self.of(at), negated=False) if at is not None else ACTUAL
        return ACTUAL

    def _of_noun(self, word: Word, noun: Word) -> Commitment:
        """A clause below a noun: *no sign that …*, *a plan to …*; other clauses there are the text's own."""
        to = infinitive(word)
        said = word.dep == "ccomp" or (word.dep == "acl" and _mark(word) in ("that", "for"))
        kind = NOUNS.get(noun.lemma.lower(), "")
        none = _none(noun)
        if not to and not said and word.dep != "pcomp":
            # *no flights leaving the port*
            return Commitment(none and word.tag == "VBG")
        verb = noun.head
        if to and word.lemma == "come" and word.dep in ("acl", "relcl") and len(word.children) == 1:
            return Commitment(False, "future")  # *the years to come*
        if to and not kind and any(w.lower in _RANK or w.tag == "JJS" for w in (noun, *noun.children)):
            return ACTUAL  # *the first woman to lead it*
        if to and any(c.lower in ("enough", "sufficient") for c in noun.children):
            return Commitment(none, "possible")  # *enough power to run it*
        if kind == "not":
            return Commitment(True)
        if kind == "if":
            return Commitment(False, "conditional")
        if kind == "say":
            return ACTUAL
        if kind in ("ask", "want") or (to and kind in ("", "do")):
            return Commitment(none, "desired")
        if kind == "may":
            missed = verb is not None and verb.pos in _VERBAL and noun.dep == "dobj" and verb.lemma in ("miss", "lack")
            return Commitment(True) if missed else Commitment(none, "possible")
        if kind == "must":
            return Commitment(none, "necessary")
        return Commitment(none, "possible" if none else "actual")

    def _nominal(self, word: Word) -> Commitment:
        """An act named by a noun is done, unless it is what somebody asks for, or does not take place."""
        if _none(word):
            return Commitment(True)
        head = word.head
        verb = head.head if head is not None and word.dep == "pobj" and head.lower == "for" else head
        if verb is not None and verb.pos in _VERBAL and (word.dep == "dobj" or verb is not head):
            kind = INFINITIVE.get(verb.lemma, "")
            if (kind == "ask" and (verb is not head or verb.lemma != "call")) or (
                kind == "want" and word.dep == "dobj"
            ):
                return Commitment(False, "desired")
        return ACTUAL

    def _imperative(self, word: Word) -> bool:
        """*Leave now*, *Please leave*."""
        first = min((c.i for c in word.all("intj", "advmod", "neg")), default=word.i)
        first = min(first, word.i)
        return (
            word.tag == "VB"
            and word.dep in ("ROOT", "ccomp", "conj")
            and (word.head is None or (word.dep == "ccomp" and word.child("mark") is None))
            and word.child(*_SUBJECT, "aux", "auxpass") is None
            and (first == 0 or self.parse.words[first - 1].pos == "PUNCT")
        )


def asked(parse: Parse, word: Word) -> bool:
    """Whether a main clause is a direct question."""
    at = word
    while at.dep == "conj" and at.head is not None and not word.child(*_SUBJECT):
        at = at.head
    if at.dep not in ("ROOT", "ccomp", "parataxis"):
        return False
    if at.dep == "ccomp":
        after = next((c for c in reversed(at.children) if c.dep == "punct"), None)
        return after is not None and after.text == "?" and after.i > at.i
    words = parse.words_of(parse.sentences[at.sent])
    if any(c.lower == "why" for c in at.children):
        return False  # *why did it fail?*: it did
    return any(w.text == "?" for w in words[-2:])


def _none(word: Word) -> bool:
    """*nobody*, *no sign*, *neither side*, *none of them*, *few*, *not all of them*."""
    if word.lower in _NOBODY and word.pos != "INTJ":
        return True
    few = (
        word if word.lower in _FEW and word.pos != "ADV" else next((c for c in word.children if c.lower == "few"), None)
    )
    if few is not None and not any(w.child("det", "poss", "quantmod") for w in (word, few)):
        return True
    if any((c.lower == "not" or c.lower in _ADVERBS) and c.i < word.i for c in word.children):
        # *not all of them*, *barely a shot*
        return True
    return any(c.lower in ("no", "neither") and c.dep in ("det", "preconj", "cc") for c in word.children)


def _mark(word: Word) -> str:
    for c in word.children:
        if c.i < word.i and (c.dep == "mark" or (c.dep == "advmod" and c.tag == "WRB")):
            return c.lower
    return ""


def _present(verb: Word) -> bool:
    return any(w.tag in ("VBZ", "VBP") for w in (verb, *verb.all("aux", "auxpass")))


def _asks(clause: Word | None) -> bool:
    """*who did it*, *why it is so*."""
    return clause is not None and any(c.tag in ("WP", "WDT", "WRB") for c in clause.subtree() if c.i < clause.i)


def _past(verb: Word) -> bool:
    """*left*, *was left*, *had left*; not *is left*, *has left*."""
    return verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.all("aux", "auxpass"))


def _finite(verb: Word) -> bool:
    return verb.tag in ("VBD", "VBZ") or any(c.tag in ("VBD", "VBZ", "VBP", "MD") for c in verb.all("aux", "auxpass"))


def _counterfactual(verb: Word) -> bool:
    """*would have left*, *would leave if …*."""
    auxiliaries = {c.lower for c in verb.all("aux")}
    if not auxiliaries & _WOULD:
        return False
    if any(c.lower == "without" for c in verb.all("prep")):
        return True
    first = verb.child("ccomp", "parataxis")  # *If it rains it would flood: streets would close.*
    beside = first is not None and first.i < verb.i and _counterfactual(first)
    return beside or "have" in auxiliaries or any(_mark(c) in ("if", "unless") for c in verb.all("advcl"))
