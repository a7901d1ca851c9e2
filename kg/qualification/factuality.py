"""Whether the text, or the voice that speaks, commits to a predicate: polarity and modality.

Each predicate has what its own words say (negation, auxiliaries, adverbs) and what stands above it adds: implicative
verbs (Karttunen 1971, 2012), wishes and requests, conditions, the predicate it is coordinated with. The composition
goes down the tree, after Saurí & Pustejovsky 2012.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from kg import lexicon
from kg.extraction.labels import VERBAL
from kg.parsing import Parse, Word
from kg.qualification.attribution import (
    FINITE,
    INFINITIVE,
    NOUNS,
    SPEAKERS,
    asks,
    content,
    denies,
    infinitive,
    is_yet,
    predicate,
    premature,
    shell,
    unsaid,
)
from kg.qualification.quotes import is_direct, quotes
from kg.values import Mention, Modality, Polarity, Statement, value

_KIND = {(r["word"], r["kind"]): r["modality"] for r in lexicon.table("lexicon/modals")}
_ADVERBS = lexicon.words("lexicon/negative_adverbs")
_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
_TOLD = ("xcomp", "oprd", "acomp", "ccomp")
# Whose *not* is said of their clause (Horn 1978, negation raising).
_LIKING = lexicon.words("lexicon/control", "verb", control="liking")
_PARTS = lexicon.words("lexicon/determiners", kind="partitive")
_AIMS = lexicon.words("lexicon/control", "verb", control="equated")
_RAISED = lexicon.words("lexicon/control", "verb", control="negation")
# What is possible at most for whoever holds it.
_GUESSED = lexicon.words("lexicon/control", "verb", control="guess")
# Whose ignorance leaves it open: *I don't know that it leaked*.
_UNSURE = lexicon.words("lexicon/pronouns", person="1") | {"it"}
# What is so where they are denied too.
_FACTIVE = lexicon.words("lexicon/control", "verb", control="factive")
# What those do not do who keep silent.
_SILENT = lexicon.words("lexicon/control", "verb", control="silent")
# What has not been done yet, so that what it waits for has not come either.
_OUTCOME = lexicon.words("lexicon/control", "verb", control="outcome")
_RESULTING = lexicon.words("lexicon/control", "verb", control="resulting")
_AWAITING = lexicon.words("lexicon/verb_kinds", kind="await")
# Who brings about what they have for an object, and what they say of it; in return for what something is done.
_BRINGING = lexicon.words("lexicon/control", "verb", control="brings")
_ACTED = frozenset({"ask", "want", "promise", "not", "may", "must", "will", "let", "doubt", "do"})
_UNTRULY = frozenset({"falsely", "unjustly", "wrongfully", "wrongly"})
_ENDED = frozenset({"call", "continue", "stop"})
_LIGHT = lexicon.words("lexicon/light_verbs")
_OPEN = frozenset({"future", "possible", "necessary", "desired", "conditional"})


# What a verb over a clause makes of it: whether it turns its polarity round, and the modality it gives, if any.
_TELLS: dict[str, tuple[bool, Modality | None]] = {
    "deny": (True, "actual"),
    "doubt": (True, "possible"),
    "not": (True, None),
    "may": (False, "possible"),
    "let": (False, "possible"),
    "must": (False, "necessary"),
    "will": (False, "future"),
}


# The modality that a noun gives the clause below it.
_SHELLS: dict[str, Modality] = {
    "if": "conditional",
    "say": "actual",
    "ask": "desired",
    "want": "desired",
    "may": "possible",
    "must": "necessary",
}


@value
class Commitment:
    """What is committed to a predicate."""

    negated: bool = False
    modality: Modality = "actual"


ACTUAL = Commitment()


def weigh(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with polarity and modality."""
    scale = Scale(parse, frozenset(m.head for m in mentions if m.type in SPEAKERS))
    found = []
    for s in statements:
        word = predicate(parse, s)
        if word is not None and s.relation.text is not None:
            c = scale.of(word)
            polarity: Polarity = "negated" if c.negated else "affirmed"
            if (polarity, c.modality) != (s.polarity, s.modality):
                s = replace(s, polarity=polarity, modality=c.modality)
        found.append(s)
    return tuple(found)


class Scale:
    """The commitments of an article's predicates."""

    def __init__(self, parse: Parse, speakers: frozenset[int]) -> None:
        self.parse = parse
        self.speakers = speakers
        self.known: dict[int, Commitment] = {}

    def of(self, word: Word) -> Commitment:
        """What the text, or the voice over it, commits to a predicate."""
        found = self.known.get(word.i)
        if found is None:
            self.known[word.i] = ACTUAL
            found = self.known[word.i] = self._composed(word)
        return found

    def _composed(self, word: Word) -> Commitment:
        if word.pos not in VERBAL and not word.child(*_SUBJECT, "cop", "aux"):
            return self._nominal(word)
        own = self.own(word)
        above = self.above(word)
        modality = own.modality if own.modality != "actual" else above.modality
        if own.modality in ("future", "possible") and above.modality in ("desired", "conditional", "possible"):
            # *the hope that it would end*, *if it can end*, *it is likely that it will end*.
            modality = above.modality
        if above.modality == "possible" and own.modality != "necessary" and (_mark(word), "condition") in _KIND:
            modality = "possible"  # *to decide whether it will end*
        return Commitment(own.negated != above.negated, modality)

    def _over(self, head: Word | None) -> Commitment:
        """What holds for something below a verb that tells nothing of it: the verb's modality, not its negation."""
        return replace(self.of(head), negated=False) if head is not None and head.pos in VERBAL else ACTUAL

    def own(self, word: Word) -> Commitment:
        """What the words of the clause itself say."""
        negated = any(
            (c.dep == "neg" and not self._more(c))
            or (c.dep in ("advmod", "preconj") and not self._more(c) and (_is(c, "negative") or c.lower in _ADVERBS))
            or (c.dep in (*_SUBJECT, "dobj", "attr", "dative") and _none(c))
            or (c.lower == "nor" and (word.dep == "conj" or c.i < word.i))
            or (c.dep == "prep" and _denying(c, word))
            or (c.lower == "longer" and any(_is(x, "nobody") for x in c.children))
            for c in word.children
        )
        if word.dep == "conj" and word.head is not None and word.child(*_SUBJECT) is not None:
            # *They did not call, nor did they write*
            negated = negated or any(c.lower == "nor" for c in word.head.all("cc"))
        supposed = any(self._inverted(w) for w in (word, *word.all("advcl", "ccomp", "parataxis")))
        modality: Modality = "conditional" if supposed or _counterfactual(word) else "actual"
        for c in word.children:
            if modality in ("conditional", "desired"):
                break
            if c.dep in ("aux", "auxpass") and (c.lower, "auxiliary") in _KIND and not _perfect(word, c):
                modality = _KIND[c.lower, "auxiliary"]  # type: ignore[assignment]
                if _is(c, "would") and self._supposed(word, c):
                    modality = "conditional"
                continue
            kind = _KIND.get((c.lower, "adverb")) if c.dep == "advmod" else None
            if kind and (modality == "actual" or (modality == "future" and kind == "desired")):
                modality = kind  # type: ignore[assignment]  # *hopefully it will help*
        if word.tag == "MD":
            modality = _KIND.get((word.lower, "auxiliary"), modality)  # type: ignore[assignment]  # *because you could*
        bare = word.head is None or (word.dep == "ccomp" and word.i < word.head.i)
        if infinitive(word) and bare and word.child(*_SUBJECT) is not None:
            modality = "future"  # a headline: *Orvex to close two plants*, *Lund to quit, says agent*
        if negated and modality == "future" and word.lemma in _SILENT and any(_is(c, "would") for c in word.all("aux")):
            modality = "actual"  # *would not comment*
        likes = word.lemma in _LIKING and _near(word, 1) == "to"
        i_think = FINITE.get(word.lemma) in ("say", "think", "will") and any(c.lower == "i" for c in word.all("nsubj"))
        likes = (likes or i_think) and not word.child("neg")  # *I would expect them to stay*
        if modality in ("future", "conditional") and likes and any(_is(c, "would") for c in word.all("aux")):
            modality = "actual"  # *would like them to stay*
        dated = word.lemma in _AWAITING and word.child("auxpass") and not word.child("xcomp", "ccomp", "agent")
        if modality == "actual" and dated and word.tensed("VBZ", "VBP"):
            days = (c for p in word.all("prep") for c in p.all("pobj"))
            modality = "future" if any(w.ner in ("DATE", "TIME") for w in days) else modality  # *is expected on Friday*
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
        """*Had it rained, …*, *Were it so, …*"""
        subject = verb.child(*_SUBJECT) if verb.dep in ("advcl", "ccomp", "parataxis") else None
        before = subject is not None and any(_is(c, "inverted") and c.i < subject.i for c in (verb, *verb.all("aux")))
        return before and not _mark(verb) and not asked(self.parse, verb)

    def _more(self, negative: Word) -> bool:
        """*not only*, *nowhere near as*: more is said, nothing denied; *in some but not all cases* denies no verb."""
        before, after = _near(negative, -1), _near(negative, 1)
        return (before, "contrast") in _KIND or (f"{negative.lower} {after}", "more") in _KIND

    def above(self, word: Word) -> Commitment:
        """What the clause above says of this one."""
        head, dep = word.head, word.dep
        mark = _mark(word)
        if head is None:  # *It may come, if they fail*
            return Commitment(False, "conditional") if (mark, "condition") in _KIND and mark != "whether" else ACTUAL
        opening = [*word.all("mark"), *(head.all("cc") if dep == "conj" else ())]
        if any((f"{_near(c, -1)} {c.lower}", "without") in _KIND for c in opening):
            return replace(self._over(head), negated=True)  # *rather than leave*, *will leave rather than pay*
        if dep == "conj":
            return self._beside(word, head)
        to = word.child("aux") if infinitive(word) else None
        if to is not None and _near(to, -1) == "but":
            return Commitment(False, "necessary")  # *no choice but to leave*
        if to is not None and _near(to, -1) == "nowhere":
            return Commitment(True)  # *nowhere to be found*
        if is_yet(word):
            return Commitment(True)  # *has yet to sail*
        if to is not None and any(c.tag in ("WP", "WRB") and c.i < to.i for c in word.children):
            return Commitment(False, "necessary")  # *decided what to do*
        subject = head.child("nsubj") if head.lemma == "take" else None
        if to is not None and subject is not None and subject.lower == "it":
            # *it takes years to build one*; *it took years to build it*
            return Commitment(False, "actual" if head.tensed("VBD") else "possible")
        if mark == "whether" and dep in (*_SUBJECT, "xcomp"):
            return Commitment(False, "possible")
        if dep in ("ccomp", "relcl", "acl") and (mark, "condition") in _KIND:
            # *to find out if it is so*; *the bill, if approved, …*
            # *threatened to sue if it is so*; *It may be so, if they fail*
            found = dep == "ccomp" and word.i > head.i and word.words[word.subtree()[0].i - 1].text != ","
            found = found and (head.pos not in VERBAL or FINITE.get(head.lemma, "") != "")
            return Commitment(False, "possible" if found or mark == "whether" else "conditional")
        if dep == "advcl" and head.lower in ("soon", "long") and head.head is not None and not infinitive(word):
            if head.lower == "long" and not word.tensed("VBD"):
                return Commitment(False, "conditional")  # *as long as it is so*
            return self._adverbial(word, head.head, "once")  # *as soon as it is so*
        if dep == "advcl" and head.pos in ("NOUN", "PROPN") and (mark, "condition") not in _KIND:
            return self._of_noun(word, head)
        if dep == "advcl":
            return self._adverbial(word, head, mark)
        if dep == "csubj":
            # *building it is not the answer*.
            return self._over(head)
        if dep in ("xcomp", "ccomp", "parataxis", "dep"):
            return self._complement(word, head)
        if dep == "pcomp":
            whether = Commitment(False, "possible") if mark == "whether" else ACTUAL
            gerund = any(w.tag == "VBG" for w in (word, *word.all("aux", "auxpass")))  # *without having met them*
            return self._gerund(word, head) if gerund else whether
        if dep in ("relcl", "acl") and _is(head, "any") and head.head is not None and head.dep in _SUBJECT:
            # *anyone found there will be fined*
            return Commitment(False, "conditional") if self.of(head.head).modality in _OPEN else ACTUAL
        if dep == "acl" or (dep == "relcl" and infinitive(word)):
            return self._of_noun(word, head)
        return ACTUAL

    def _beside(self, word: Word, first: Word) -> Commitment:
        """Coordination: what stands above the first is above both; its own words too where the second has none."""
        over = first.head if infinitive(first) and word.tensed("VBD", "VBZ", "MD") else None
        if over is not None and over.pos in VERBAL:
            return self._beside(word, over)  # *left to rest and has not returned*
        while first.dep == "conj" and first.head is not None and first.head.pos in VERBAL and word.child(*_SUBJECT):
            first = first.head
        if word.child(*_SUBJECT) is not None:
            return self.above(first)
        helpers = word.all("aux", "auxpass")
        bare = all(c.tag == "VB" for c in helpers) and (word.tag == "VB" or bool(helpers))
        shares = bare and any(c.tag == "MD" for c in first.all("aux"))  # *would be fined and lose it*
        if not infinitive(word) and not shares and (word.tag != first.tag or helpers or word.child("neg")):
            return self.above(first)
        found = self.of(first)
        own = self.own(first).negated
        either = any(c.dep == "cc" and c.lower in ("or", "nor") for c in first.children)
        either = either or (word.tag == "VB" and not helpers)  # *could not stand by and let it burn*
        return found if either or not own else replace(found, negated=self.above(first).negated)

    def _adverbial(self, word: Word, head: Word, mark: str) -> Commitment:
        # *asked if it was so*, *It is not known if it was*
        whether = _near(head, 1) == "if" and FINITE.get(head.lemma) in ("ask", "fact")
        if mark == "whether" or whether or any(c.lower == "if" and _near(c, -1) == "as" for c in word.children):
            return Commitment(False, "possible")  # *as if it were so*, *asked if it was so*
        if (mark, "condition") in _KIND:
            return Commitment(False, "conditional")
        going = head.child("xcomp") if head.lemma == "go" and head.tag == "VBG" else None
        main = self.of(going or head) if head.pos in VERBAL else ACTUAL
        wait = _KIND.get((mark, "wait"))
        if wait is not None:
            until = wait == "until"
            waits = main.modality in _OPEN or (until and (head.tag in ("VBP", "VBZ") or word.tensed("VBZ", "VBP")))
            waits = waits and (wait != "present" or word.tensed("VBZ", "VBP"))
            ahead = not word.tensed("VBD") or (until and head.tag == "VB")
            return Commitment(False, "conditional") if waits and ahead else ACTUAL
        to = word.child("aux") if infinitive(word) else None
        if to is not None:
            adjective = head if head.pos == "ADJ" else head.child("acomp" if head.lemma == "be" else "ccomp")
            enough = adjective is not None and any(_is(c, "enough") for c in adjective.children)
            if adjective is not None and (enough or (adjective.lower, "adjective") in _KIND):
                return self._adjective(adjective, head)  # *possible for them to leave*, *makes it hard to leave*
            kind = content(word, head) if head.pos in VERBAL else ""
            won = head.lemma == "come" and word.lemma in _OUTCOME  # *came from behind to win*
            went_on = head.lemma == "go" and any(c.lower == "on" for c in head.all("prt"))
            if (won or went_on or head.lemma in _RESULTING) and word.i > head.i:
                return main  # *beat him to reach the final*, *went on to win*
            # *set up a council, to be followed by a vote*
            apart = word.child("auxpass") is not None and any(c.dep == "punct" and c.i > head.i for c in head.children)
            return self._said(kind, head) if kind else Commitment(False, "future" if apart else "desired")
        if not mark and word.tag in ("VBG", "VBN") and word.child(*_SUBJECT) is None:
            before = word.tag == "VBN" and word.i < head.i and main.modality == "future"
            return ACTUAL if before or _past(word) else self._over(head)  # *Built in May, it will close*
        return ACTUAL

    def _complement(self, word: Word, head: Word) -> Commitment:
        if head.pos in VERBAL:
            particle = head.child("prt")  # *ruled out closing it*
            phrasal = INFINITIVE.get(f"{head.lemma} {particle.lower}") if particle is not None else None
            kind = phrasal or content(word, head)
            adjective = head.child("acomp") if head.lemma == "be" else None
            if adjective is not None and word.dep == "ccomp":
                return self._adjective(adjective, head, that=True)
            if word.tag == "VBG" and not kind and (aim := head.child("nsubj")) is not None and _is_aim(aim):
                return Commitment(False, "desired")  # *Plans include closing it*
            named = head.child("nsubj") if head.lemma == "be" and word.i > head.i else None
            shell = NOUNS.get(named.lemma.lower(), "") if named is not None and word.dep == "ccomp" else ""
            if shell in _SHELLS and word.child("mark") is not None:
                return Commitment(False, _SHELLS[shell])  # *The hope is that it will end*
            if head.lemma == "be" and word.dep == "xcomp":
                if adjective is not None:
                    return self._adjective(adjective, head)
                # *The aim is to help* tells a wish, *the mayor is to speak* what comes.
                # *were in Tarn to help*, *if they were to help*
                subject, over = head.child("nsubj"), self.of(head)
                wanted = subject is not None and word.child("auxpass") is None and _is_aim(subject)
                if over.modality == "conditional":
                    return over
                wanted = wanted or any(p.lower in ("at", "in") and p.i < word.i for p in head.all("prep"))
                return Commitment(over.negated, "desired" if wanted else "future")
            if head.lemma == "go" and word.tag == "VB" and head.tag == "VBG":
                return Commitment(self.of(head).negated, "future")
            if head.lemma == "have" and infinitive(word) and word.dep == "xcomp":
                if head.child("dobj") is not None:
                    return self.of(head)  # *had this to say*
                over = self.of(head)
                # *may have to close*, *if it has to close*
                must: Modality = over.modality if over.modality in ("possible", "conditional") else "necessary"
                return Commitment(over.negated, must)
            if not kind and infinitive(word) and word.dep == "xcomp" and head.child("dobj", "nsubjpass") is not None:
                return Commitment(False, "desired")  # *sent boats to save them*
            return self._said(kind, head, word)
        if head.pos == "ADJ":
            verb = head.head if head.head is not None and head.head.pos in VERBAL else head
            return self._adjective(head, verb, that=word.dep == "ccomp" and not infinitive(word))
        if head.pos in ("NOUN", "PROPN"):
            return self._of_noun(word, head)
        return ACTUAL

    def _adjective(self, adjective: Word, verb: Word, *, that: bool = False) -> Commitment:
        """*likely to*, *the first to*, *too tired to*; that: *sure that …*, *not true that …*, *happy that …*."""
        over = self.of(verb) if verb.pos in VERBAL else ACTUAL
        kind = _KIND.get((adjective.lower, "that"), "") if that else ""
        if kind in ("true", "false"):
            return Commitment(over.negated != (kind == "false"))
        if kind == "sure":
            return Commitment(False, "possible") if over.negated else over
        if not that and any(c.lower == "too" for c in adjective.children):
            return Commitment(not over.negated)
        enough = _is(adjective, "enough")
        if not that and (enough or any(_is(c, "enough") for c in adjective.children)):
            # *long enough for jets to land*; *was enough to stop it*
            return over if enough and verb.tag == "VBD" else Commitment(over.negated, "possible")
        modality = _KIND.get((adjective.lower, "adjective"))
        if _is(adjective, "able"):
            modality = "possible" if verb.tag in ("VBZ", "VBP") and over.modality == "actual" else None
        if _ranks(adjective) or (that and not modality):
            return replace(over, negated=False)
        return Commitment(over.negated or _is(adjective, "averse"), modality or over.modality)  # type: ignore[arg-type]

    def _said(self, kind: str, head: Word, word: Word | None = None) -> Commitment:
        over = self.of(head)
        told = word is not None and word.dep in ("ccomp", "parataxis", "dep") and word.child(*_SUBJECT) is not None
        finite = word is not None and (word.tensed("VBD", "VBZ", "VBP", "MD") or infinitive(word))
        if kind == "fact" and told and not finite:
            return over  # *may see prices fall*
        if kind in ("say", "think", "show", "claim", "accuse"):
            subjunctive = word is not None and any(w.tag == "VB" for w in (word, *word.all("auxpass")))
            if kind == "say" and told and subjunctive and not finite:
                return Commitment(False, "desired")  # *suggested that the dam be closed*
            # *did not say that it is so* leaves open whether it is; *did not say why it is so* does not.
            if over.negated and head.lemma in _RAISED:
                return Commitment(True)  # *does not think that it is so*: thinks that it is not
            if kind == "show" and over.modality in ("possible", "conditional"):
                return over  # *may show that it is so*
            if head.lemma in _GUESSED and not over.negated:
                return Commitment(False, "possible")
            open_ = premature(head) or (over.negated and (kind in ("think", "show") or unsaid(head)))
            return Commitment(False, "possible") if open_ and not (kind == "say" and asks(word)) else ACTUAL
        if kind == "fact":
            # *does not know who did it*, *did not know that they did*: somebody did; *I don't know that they did*.
            # *regrets having done it*
            known = head.lemma in _FACTIVE and not any(c.lower in _UNSURE for c in head.all(*_SUBJECT))
            sure = known or asks(word) or (word is not None and word.tag == "VBG")
            return Commitment(True, "possible") if over.negated and not sure else ACTUAL
        told_what = word is not None and word.dep == "ccomp" and asks(word) and not infinitive(word)
        if told_what and kind in ("ask", "want", "doubt"):
            return ACTUAL  # *asked why it fell*, *will decide how many it will hire*
        if kind in ("ask", "promise", "want"):
            finite_said = kind == "promise" and word is not None and word.dep == "ccomp"
            return Commitment(over.negated and kind == "want", "actual" if finite_said else "desired")
        if head.lemma == "stop" and word is not None:  # *stopped to eat*, *stopped eating*
            return Commitment(False, "desired") if infinitive(word) else Commitment(not over.negated, over.modality)
        if kind == "let" and over.modality == "actual" and head.tag == "VBD":
            return over
        if kind == "deny" and over.negated and unsaid(head):
            return Commitment(False, "possible")  # *would neither confirm nor deny that it is so*
        if kind in _TELLS:
            turned, modality = _TELLS[kind]
            if (kind in ("may", "let", "must") and over.modality == "conditional") or (
                kind == "let" and over.modality == "desired"  # *wants to allow ships to land*
            ):
                modality = over.modality
            return Commitment(over.negated != turned, modality or over.modality)
        return ACTUAL if told and finite and not kind else over

    def _gerund(self, word: Word, prep: Word) -> Commitment:
        if _is(prep, "without") or (f"{_near(prep, -1)} {prep.lower}", "without") in _KIND or prep.child("neg"):
            return Commitment(True)
        head = prep.head
        if head is None:
            return ACTUAL
        away = head.head if head.lower == "away" and prep.lower == "from" else None  # *shied away from taking it*
        head = away or head
        if head.pos in VERBAL:
            kind = INFINITIVE.get(head.lemma, "")
            spared = (kind == "not" and prep.lower in ("of", "from")) or (prep.lower == "from" and _is(head, "from"))
            if spared or away is not None:
                return replace(self.of(head), negated=not self.of(head).negated)
            if kind in ("ask", "promise", "want") and prep.lower in ("for", "against", "at"):
                return Commitment(prep.lower == "against", "desired")
            if kind == "may" and prep.lower == "of":
                return Commitment(False, "possible")  # *suspected of taking it*
            if prep.lower in ("of", "for") and any(c.lower in _UNTRULY for c in head.all("advmod")):
                return Commitment(True)  # *was wrongly jailed for taking it*
            return ACTUAL if _past(word) else self._over(head)
        if (head.lower, "adjective") in _KIND and prep.lower in ("of", "to"):
            return Commitment(False, _KIND[head.lower, "adjective"])  # type: ignore[arg-type]
        if head.pos in ("NOUN", "PROPN"):
            kind = NOUNS.get(head.lemma.lower(), "")
            if kind in ("may", "not", "want", "ask", "must") and prep.lower != "since":
                return self._of_noun(word, head)
            if prep.lower == "of":
                return ACTUAL
        elif head.pos != "ADJ":
            return ACTUAL
        at = head.head  # *if it is serious about closing it*
        while at is not None and at.pos not in VERBAL:
            at = at.head
        return ACTUAL if _past(word) else self._over(at)

    def _of_noun(self, word: Word, noun: Word) -> Commitment:
        """A clause below a noun: *no sign that …*, *a plan to …*; other clauses there are the text's own."""
        to = infinitive(word)
        told = _mark(word) in ("that", "for") or (word.child(*_SUBJECT) is not None and not to)
        said = word.dep == "ccomp" or (word.dep == "acl" and told)
        kind = shell(noun)
        none = _none(noun)
        if not to and not said and word.dep != "pcomp":
            # *no flights leaving the port*
            return Commitment(none and word.tag == "VBG")
        if to and not kind and any(_ranks(w) for w in (noun, *noun.children)):
            return ACTUAL  # *the first woman to lead it*
        if to and any(_is(c, "enough") for c in noun.children):
            return Commitment(none, "possible")  # *enough power to run it*
        if said and denies(noun) and noun.head is not None:
            return Commitment(not self.of(noun.head).negated)  # *denied reports that he would leave*
        missed = noun.dep == "dobj" and noun.head is not None and _is(noun.head, "lost")
        if kind == "not" or (kind == "may" and missed):
            return Commitment(True)
        if kind == "doubt":
            return ACTUAL if none else Commitment(False, "possible")  # *no doubt that it sank*
        if none and kind == "say":
            return Commitment(False, "possible")  # *no reports that the ship sank*
        # *a vote to be held in May*; *asked for the use of nets to be banned*
        asks = any(INFINITIVE.get(a.lemma) in ("ask", "want") for a in noun.ancestors() if a.pos in VERBAL)
        days = (p.child("pobj") or p for p in word.all("prep") if p.lower in ("in", "on"))
        dated = any(c.ner == "DATE" for c in (*word.all("npadvmod"), *days))
        planned: Modality = "future" if (dated or word.child("auxpass")) and not asks else "desired"
        modality = planned if to and kind in ("", "do") else _SHELLS.get(kind, "possible" if none else "actual")
        return Commitment(none and kind != "if", modality)

    def _nominal(self, word: Word) -> Commitment:
        """An act named by a noun is done, unless it is asked for, blocked, caused at most: *blocked the sale*."""
        if _none(word):
            return Commitment(True)
        prep = word.head if word.dep == "pobj" else None
        verb = prep.head if prep is not None else word.head if word.dep == "dobj" else None
        if verb is None or verb.pos not in VERBAL:
            return ACTUAL
        kind = INFINITIVE.get(f"{verb.lemma} {verb.next.lower}") or INFINITIVE.get(verb.lemma, "")
        if prep is not None:
            wanted = prep.lower == "for" and kind in ("ask", "want") and verb.child("auxpass") is None
            spared = prep.lower in ("of", "from") and kind in ("not", "may")
            if wanted or spared:
                return self._said(kind, verb)
        elif verb.lemma in _LIGHT:
            return self.of(verb)  # *did not hold talks*
        elif kind in _ACTED and verb.lemma not in _ENDED and (kind in ("ask", "want") or word.lemma not in NOUNS):
            return self._said(kind, verb)  # *rejected a request*: it was made
        over = self.of(verb)
        brings = (verb.lemma if prep is None else f"{verb.lemma} {prep.lower}") in _BRINGING
        return over if over.modality in _OPEN and brings else ACTUAL

    def _imperative(self, word: Word) -> bool:
        """*Leave now*, *Please leave*, *Don't leave*, *we say to him, “don't leave, don't wait”*."""
        first = min(c.i for c in (word, *word.all("intj", "advmod", "neg", "aux")))
        helpers = word.all("aux") if not word.child("neg") else [c for c in word.all("aux") if c.lower != "do"]
        return (
            word.tag == "VB"
            and (
                word.head is None or word.dep in ("ccomp", "xcomp") or (word.dep == "conj" and bool(word.child("neg")))
            )
            and word.child(*_SUBJECT, "auxpass", "mark") is None
            and not helpers
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
    asks = [w for c in at.children for w in (c, *c.children) if w.tag in ("WRB", "WP") and w.i < at.i]
    if any(w.lower == "why" or at.tensed("VBD") for w in asks):
        return False  # *why does it fail?*: it does; *how did they do it?*
    mark = next((w for w in parse.words_of(parse.sentences[at.sent])[-2:] if w.text == "?"), None)
    if mark is None:
        return False
    # *He said, “Is it safe?”*: he did
    return all(q.first <= at.i for q in quotes(parse) if q.first <= mark.i <= q.last)


def _denying(prep: Word, verb: Word) -> bool:
    """*At no time was it open*; *not since 1990 has it won*: negative inversion (Quirk et al. 1985, 10.59)."""
    noun, subject = prep.child("pobj"), verb.child(*_SUBJECT)
    turned = subject is not None and any(prep.i < c.i < subject.i for c in (verb, *verb.all("aux", "auxpass")))
    return turned and prep.lower != "until" and (prep.child("neg") is not None or (noun is not None and _none(noun)))


def _none(word: Word) -> bool:
    """*nobody*, *no sign*, *neither side*, *none of them*, *few*, *not all of them*."""
    if _is(word, "nobody") and word.pos != "INTJ":
        return _near(word, 1) != "but"  # *is nothing but a rumour*
    # *Mr Little said*: a name.
    few = (
        word
        if _is(word, "few") and word.pos not in ("ADV", "PROPN")
        else next((c for c in word.children if c.lower == "few"), None)
    )
    if few is not None and not any(w.child("det", "poss", "quantmod") for w in (word, few)):
        return True
    near = [
        x
        for c in word.children
        for x in (c, *(c.children if c.dep in ("amod", "det") else ()))
        if _near(x, -1) != "but"
    ]
    if any((c.lower == "not" or c.lower in _ADVERBS) and c.i < word.i for c in near):
        return True  # *not all of them*, *not too many of them*, *barely a shot*; not *some but not all*
    return any(_is(c, "nobody") and c.dep in ("det", "preconj", "cc") for c in word.children)


def _ranks(word: Word) -> bool:
    """*first*, *last*, *only*, *seventh*, *oldest*."""
    return _is(word, "rank") or word.tag == "JJS" or (word.ner == "ORDINAL" and word.pos == "ADJ")


def _past(participle: Word) -> bool:
    """*having left*."""
    return any(c.lower == "having" for c in participle.all("aux"))


def _is(word: Word, kind: str) -> bool:
    return (word.lower, kind) in _KIND


def _near(word: Word, step: int) -> str:
    """The word before or after another."""
    return word.words[word.i + step].lower if 0 <= word.i + step < len(word.words) else ""


def _mark(word: Word) -> str:
    for c in word.children:
        if c.i < word.i and (c.dep == "mark" or (c.dep == "advmod" and c.tag == "WRB")):
            return c.lower
    return ""


def _perfect(verb: Word, auxiliary: Word) -> bool:
    """*they'd left*: had."""
    return verb.tag == "VBN" and verb.child("auxpass") is None and verb.all("aux") == [auxiliary]


def _counterfactual(verb: Word) -> bool:
    """*would have left*, *would leave if …*."""
    auxiliaries = verb.all("aux")
    if not any(_is(c, "would") for c in auxiliaries):
        return False
    if any(c.lower == "without" for c in verb.all("prep")):
        return True  # *Without the loan it would close*
    first = verb.child("ccomp", "parataxis")  # *If it rains it would flood: streets would close.*
    beside = first is not None and first.i < verb.i and _counterfactual(first)
    return (
        beside
        or any(c.lower == "have" for c in auxiliaries)
        or any((_mark(c), "condition") in _KIND for w in (verb, *verb.all(*_SUBJECT)) for c in w.all("advcl", "acl"))
    )


def _is_aim(noun: Word) -> bool:
    """Whether a noun names what is wanted: *our policy is to wait*, *part of the plan is to sell*."""
    of = next((p.child("pobj") for p in noun.all("prep") if p.lower == "of" and noun.lemma in _PARTS), None)
    lemma = (of or noun).lemma.lower()
    return lemma in _AIMS or NOUNS.get(lemma) in ("want", "ask")
