"""Who speaks for which words: reporting clauses, quotations, *according to*, nouns and adverbs of report.

The chain of voices of a predicate runs down the tree from the root of its sentence: each verb or noun of report on
the way puts its source over what is below it. A quotation whose speaker stands outside its sentence is put over the
whole. What counts as whose is after the annotation of attribution in Prasad et al. 2006 (PDTB) and Pareti 2012 (PARC).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from itertools import pairwise

from kg import lexicon
from kg.parsing import Parse, Word
from kg.qualification.quotes import Quote, is_direct, paragraphs, quotes, turns
from kg.values import Mention, Phrase, Source, Statement

FINITE = lexicon.mapping("lexicon/reporting", "verb", "finite")
INFINITIVE = lexicon.mapping("lexicon/reporting", "verb", "infinitive")
NOUNS = lexicon.mapping("lexicon/content_nouns", "noun", "content")
_TYPES = lexicon.mapping("lexicon/nouns", "noun", "type")
# What a verb or a noun must do with its content for its subject or holder to be a voice.
_SAY = lexicon.words("lexicon/say")
_VOICES = frozenset({"say", "think", "deny", "doubt", "ask", "promise", "claim", "accuse"})
# Words by what they do with what somebody says (utterances.tsv).
_HEARSAY, _CITING, _NAMING, _PHRASED, _GIVE, _GIVEN, _DOCUMENTS, _HEARINGS, _ACCORDING = (
    lexicon.words("lexicon/utterances", kind=kind)
    for kind in ("hearsay", "citing", "naming", "phrase", "verb", "given", "document", "hearing", "frame")
)
_HELD, _VIEWS, _STANCES, _PLAIN = (
    lexicon.words("lexicon/utterances", kind=kind) for kind in ("held", "view", "stance", "plain")
)
# *was arrested for stealing*, *on trial for lying*: said of whoever is meant, not found.
_PURSUING = lexicon.words("lexicon/utterances", kind="pursuing")
_UTTERANCES = lexicon.words("lexicon/content_nouns", "noun", content="say") | lexicon.words(
    "lexicon/utterances", kind="noun"
)
# Verbs of what shows something too: *It suggests that*.
_SIGNS = lexicon.words("lexicon/utterances", kind="sign")
# Verbs of whoever meets what others plan.
_OTHERS = lexicon.words("lexicon/control", "verb", control="others")
_NOBODY = lexicon.words("lexicon/determiners", kind="negative")
_FIRST = lexicon.words("lexicon/pronouns", person="1") | {"'s", "’s"}
_PART = lexicon.words("lexicon/determiners")
# Prepositions before whose claim, plan or fear it is.
_HOLDING = frozenset({"among", "by", "from", "of"})
# Before what somebody utters who does so: *answered with a warning*; *after*, *amid*, *over* claims others make them.
_UTTERING = frozenset({"in", "with"})
_WITHOUT = lexicon.words("lexicon/modals", kind="without") | {"without"}
_NONE = lexicon.words("lexicon/modals", kind="nobody")
_EARLY = lexicon.words("lexicon/modals", kind="early")
SPEAKERS = ("Person", "Organization", "Government", "Population")
_SUBJECT = ("nsubj", "nsubjpass", "csubj")


def attribute(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with their chain of voices; sources not yet resolved to entities."""
    voices = Voices(parse, mentions, statements)
    chains = (voices.over(w) if (w := predicate(parse, s)) is not None else () for s in statements)
    return tuple(replace(s, attribution=chain) if chain else s for s, chain in zip(statements, chains, strict=True))


def predicate(parse: Parse, s: Statement) -> Word | None:
    """The main word of a statement's predicate."""
    return parse.at(s.relation.head) if s.relation.head is not None else None


# So many paragraphs behind the last report a quotation that nobody introduces is still of whoever spoke there.
_SINCE = 4


class Voices:
    """The voices of an article."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> None:
        self.parse = parse
        self.mentions = {m.head: m for m in mentions}
        self.can_speak = {m.head for m in mentions if m.type in SPEAKERS}
        self.subjects: dict[int, Phrase] = {}
        for s in statements:
            if s.relation.head is not None and s.relation.text is not None:
                self.subjects.setdefault(s.relation.head, s.subject)
        self.chains: dict[int, tuple[Source, ...]] = {}
        # How many voices of a chain say, from the outside in; those after them only ask.
        self.said: dict[int, int] = {}
        self.quote_of: dict[int, int] = {}
        self.quotes = quotes(parse)
        for n, q in enumerate(self.quotes):
            for i in range(q.first, q.last):
                self.quote_of[i] = n
        self.according = [w for w in parse.words if w.lower in _ACCORDING or self._is_view(w)]
        self.latest: dict[int, Source] = {}
        self.speakers = self._speakers()
        self.turn_of = {i: q.speaker for q in turns(parse, mentions) for i in range(q.first, q.last)}

    def over(self, word: Word) -> tuple[Source, ...]:
        """The chain of voices over a predicate, outermost first."""
        chain = self._below(word)
        n = self.quote_of.get(word.i)
        if chain and self._is_apart(word, chain[0]):
            chain = chain[1:]
        if chain and chain[0].cue == "according to" and any(a.lower in _ACCORDING for a in word.ancestors()):
            # *according to three people, who asked for silence*
            chain = chain[1:]
        if chain and chain[0].cue == "according to":
            # *is accused of lying, according to the police*: those accuse who are named.
            chain = (chain[0], *(v for v in chain[1:] if v.start is not None or v.cue in NOUNS))
        for speaker in (self.speakers.get(n) if n is not None else None, self.turn_of.get(word.i)):
            unnamed = speaker is not None and speaker.start is None
            if speaker is not None and not (unnamed and chain) and all(v.head != speaker.head for v in chain):
                chain = (speaker, *chain)
        if word.pos in ("NOUN", "PROPN") and self._definite(word) and self._asking(word) is None:
            # *urged it to stop the raids* does not wish the raids.
            chain = chain[: max(self.said.get(word.i, 0), len(chain) - len(self._below(word)))]
        return self._own((*chain, *self._hearsay(word)))

    def _is_apart(self, word: Word, source: Source) -> bool:
        """*Prices fell: it was 2, according to the bank*, *Fish fell; the bank, it said, is safe*: not of the falling.

        A report at the very end of its sentence may be of all of it.
        """
        cue = self.parse.at(source.head) if source.head is not None else None
        if cue is None or cue.i < word.i:
            return False
        between = {w.text for w in self.parse.words[word.i : cue.i]}
        verb = cue.head
        goes_on = (
            verb is not None and verb.pos == "VERB" and any(c.dep == "ccomp" and c.i > cue.i for c in verb.children)
        )
        return (source.cue == "according to" and ":" in between) or (goes_on and ";" in between)

    def _own(self, chain: tuple[Source, ...]) -> tuple[Source, ...]:
        """Without a voice that is the one before it again: *“I said …,” she said*."""
        found: list[Source] = []
        for v in chain:
            if found and (v.head == found[-1].head or (v.text or "").lower() in _FIRST):
                continue
            found.append(v)
        return tuple(found)

    def _below(self, word: Word) -> tuple[Source, ...]:
        """The chain that the tree above a word gives."""
        known = self.chains.get(word.i)
        if known is not None:
            return known
        self.chains[word.i] = ()
        above = word.head
        chain = self._below(above) if above is not None else self._according(word)
        if above is not None and self._background(word, above):
            self.chains[word.i] = chain = chain[: self.said.get(above.i, 0)]
        called = word.lemma in _NAMING and any(c.lower == "what" for c in word.all("dobj", "nsubj"))
        # *“… our rules,” which she said would change*
        told = word.dep == "relcl" and word.lemma in _SAY | _NAMING and any(c.tag == "PRP" for c in word.all("nsubj"))
        called = called or (told and any(w.tag in ("WDT", "WP") for w in word.subtree() if w.i < word.i))
        if above is not None and chain and (called or self._remark(word)):  # *quit after what it called a raid*
            chain = chain[:-1]
        if above is not None:
            self.said[word.i] = self.said.get(above.i, 0)
            source = self._opened(word, above)
            if source is not None:
                chain = (*chain, *self._quoting(above), source)
                if content(word, above) in ("say", "think", "deny", "doubt", "show", "claim"):
                    self.said[word.i] = len(chain)
        else:
            self.said[word.i] = len(chain)
        remark = next((c for c in word.children if self._remark(c)), None)
        stands = remark is not None and (remark.i < word.i or not self._quoted(word.sent))
        source = self.source(remark) if remark is not None and stands else None
        if source is not None and source.start is not None:  # *As predicted, it fell* is the article's
            chain = (*chain, source)
            self.said[word.i] = len(chain)
        self.chains[word.i] = chain
        return chain

    def _quoted(self, sent: int) -> bool:
        """Whether a sentence quotes a part of itself: then *as the mayor put it* holds for that part."""
        return any(q for q in self.quotes if self.parse.words[q.first].sent == sent)

    def _remark(self, verb: Word) -> bool:
        """*As the mayor pointed out, …*: a clause of report that has its content outside."""
        if verb.dep != "advcl":
            return False
        told = verb.child("ccomp", "dobj", "xcomp")
        says = f"{verb.lemma} {told.lower}" in _PHRASED if told is not None else FINITE.get(verb.lemma) == "say"
        as_said = any(c.lower == "as" and c.i < verb.i for c in verb.all("mark", "advmod"))
        return says and as_said and self.source(verb) is not None

    def _hearsay(self, word: Word) -> tuple[Source, ...]:
        """*The rebels reportedly left and burned the pier*: a voice that nobody names, over one clause."""
        adverb = next((c for c in word.children if c.lower in _HEARSAY), None)
        if adverb is not None:
            return (Source(adverb.lower),)
        below = word.dep == "advcl" or (word.dep in ("xcomp", "conj") and not word.child(*_SUBJECT))
        above = word.head if below or word.dep == "pcomp" else None
        if word.dep == "pcomp" and above is not None:
            above = above.head  # *allegedly involved in planning it*
        return self._hearsay(above) if above is not None else ()

    def _opened(self, word: Word, above: Word) -> Source | None:
        """The voice that speaks below the edge from ``above`` to ``word``, if that is where a report begins."""
        n = self.quote_of.get(above.i)
        if n is not None and self.quote_of.get(word.i) != n and is_direct(self.quotes[n], self.parse.words):
            return None  # What stands outside a quotation nobody in it says.
        asks = self._asking(word)
        if asks is not None:
            return self.source(asks)
        if word.dep in ("ccomp", "advcl", "csubj") and word.i > above.i:
            stance = above.child("acomp") or above
            if stance.lower in _STANCES and stance.tag != "VBD" and word.dep == "ccomp":
                return self._minded(stance)
            if stance.lower in _PLAIN and above.head is not None and above.head.lemma == "make":
                return self.source(above.head)  # *made it clear that it will stay*
        if above.pos in ("VERB", "AUX"):
            named = above.child("nsubj") if above.lemma == "be" and word.dep == "ccomp" and word.i > above.i else None
            return self.holder(named) if named is not None and _holds(named) else self._reported(word, above)
        dep, top = word.dep, above.head
        clause = dep == "ccomp" or (dep in ("acl", "advcl") and (word.tag == "VB" or word.child("mark", *_SUBJECT)))
        if clause and above.pos in ("NOUN", "PROPN") and _holds(above):
            return self.holder(above)
        return self._gerund(above.lower, top) if dep == "pcomp" and top is not None else None

    def _minded(self, stance: Word) -> Source | None:
        """*Reed is confident that it will pass*, *is convinced it sank*: whoever is said to be of that mind."""
        be = stance.head if stance.dep == "acomp" else stance
        minded = be.child(*_SUBJECT) if be is not None else None
        plain = minded is not None and minded.lower not in ("it", *_FIRST) and minded.tag not in ("WDT", "WP")
        return self.voice(minded, stance) if plain and minded is not None else None

    def _reported(self, word: Word, verb: Word) -> Source | None:
        """Of a clause below a verb."""
        kind = content(word, verb)
        if verb.lemma in _SIGNS and any(c.lower in ("it", "that", "this") for c in verb.all("nsubj")):
            return None  # *It suggests that work goes on*
        heard = kind == "fact" and any(c.lemma.lower() in _HEARINGS for c in verb.all("nsubj"))
        if heard or (kind == "show" and word.pos in ("VERB", "AUX") and self._speaks(verb)):  # *finds it hard to sell*
            kind = "say"
        held = kind == "will" or (kind == "may" and FINITE.get(verb.lemma) in ("say", "think"))
        if held and (word.child(*_SUBJECT) is not None or verb.child("dobj", "agent") is not None):
            kind = "think"  # *forecasters expect winds to rise*, *is believed by the police to be armed*
        mute = (kind in ("promise", "think") or INFINITIVE.get(verb.lemma) == "must") and wordless(verb, self.can_speak)
        # *must explain how he died*: that he did nobody needs to say.
        open_ = asks(word) or any(c.lower == "whether" for c in word.all("mark"))
        known = kind in ("say", "ask") and open_ and (verb.tag == "VB" or verb.tensed("MD"))
        denied = mute or known or nobody(verb) or (kind in ("say", "deny") and unsaid(verb))
        return self.source(verb) if kind in _VOICES and not denied else None

    def _gerund(self, preposition: str, top: Word) -> Source | None:
        """*accused of lying*, *described as wearing a hat*, *charges of lying*, *warned against leaving*."""
        if top.pos == "NOUN" and preposition == "of" and NOUNS.get(top.lemma.lower()) == "say":
            return self.holder(top)
        if top.lemma in _PURSUING and preposition in ("for", "over"):
            return self.source(top) if top.pos == "VERB" else Source(top.lemma, "unnamed speaker")
        if top.lemma in _CITING and preposition == "as":
            return next(iter(self._quoting(top)), None)
        if top.lemma in _SAY and preposition == "of" and FINITE.get(top.lemma) == "say":
            return self.source(top)  # *told of seeing it sink*
        kind = INFINITIVE.get(top.lemma, "") if top.pos == "VERB" else ""
        wanted = kind in ("ask", "promise") and preposition in ("for", "against")
        named = top.pos == "VERB" and top.lemma in _NAMING and preposition == "as"
        return self.source(top) if kind == "accuse" or wanted or named else None

    def _quoting(self, verb: Word) -> tuple[Source, ...]:
        """*“…,” papers quote her as saying*, *she was quoted by papers*: the papers say that she says so."""
        agent = verb.child("agent")
        quoted, own = verb.child("dobj", "nsubjpass"), verb.child("nsubj") if agent is None else agent.child("pobj")
        reports = verb.lemma in _CITING and quoted is not None and quoted.start in self.mentions
        return (self.voice(own, verb),) if reports and own is not None else ()

    def _asking(self, noun: Word) -> Word | None:
        """The verb that asks for what a noun names: *called for a truce*, *demanded the release*."""
        verb = noun.head
        if noun.pos != "NOUN" or verb is None or noun.dep not in ("pobj", "dobj"):
            return None
        if noun.dep == "pobj":
            verb = verb.head if verb.lower == "for" else None
        elif verb.lemma == "call" or verb.lemma in _OTHERS:  # *challenged a decision to close it*
            return None
        return verb if verb is not None and INFINITIVE.get(verb.lemma) == "ask" else None

    def _background(self, word: Word, noun: Word) -> bool:
        """*urged Norland to stop the raids backed by its fleet*: what tells which thing is meant is nobody's wish."""
        if (
            word.dep not in ("acl", "relcl")
            or word.tag == "VB"
            or infinitive(word)
            or noun.pos not in ("NOUN", "PROPN")
        ):
            return False
        return word.tensed("VBD") or word.tag == "VBN" or noun.pos == "PROPN" or self._definite(noun)

    def _definite(self, noun: Word) -> bool:
        return any(c.dep == "poss" or c.lower in ("the", "this", "these", "that", "those") for c in noun.children)

    def source(self, verb: Word) -> Source | None:
        """Who a verb of report has as its source: its subject; of a passive, its agent.

        None where nobody is meant to speak: *imagine that*, *it is easy to imagine*.
        """
        if verb.tag == "VB" and verb.head is not None and (verb.head.pos == "ADJ" or verb.head.child("acomp")):
            return None
        reduced = verb.tag == "VBN" and verb.dep in ("acl", "advcl") and verb.child("aux", "dobj") is None
        passive = reduced or verb.child("auxpass", "nsubjpass") is not None  # *Nurse accused of lying*
        agent = verb.child("agent")
        by = agent.child("pobj") if agent is not None else None
        if by is not None:
            return self.voice(by, verb)
        subject = self.subjects.get(verb.start)
        if passive and not (subject is not None and verb.lemma == "quote"):
            # *Asked whether it was safe*: it is the text that leaves it open.
            asked = reduced and verb.lemma == "ask"
            return None if asked else Source(verb.lemma, "unnamed speaker")
        all_own = verb.all(*_SUBJECT)
        # *Reed, who the police say left*: the relative word is of what they say.
        own = next((c for c in all_own if c.tag not in ("WP", "WDT")), all_own[0] if all_own else None)
        if own is None and verb.dep == "acl" and verb.tag == "VBG" and verb.head is not None:
            return self._author(verb.head, verb)
        if own is None and (subject is None or subject.start is None):
            return None
        if own is not None and own.lower in _FIRST and own.i not in self.quote_of:
            # Whoever writes *I think that …* in an article is its author.
            return None
        if own is not None and own.pos != "PUNCT" and own.tag not in ("WDT", "WP") and own.lower != "that":
            return self._author(own, verb)
        if subject is not None and subject.head is not None and subject.start is not None:
            word = self.parse.at(subject.head)
            if word is not None and word.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
                return self._author(word, verb)
        return Source(verb.lemma, "unnamed speaker")

    def _author(self, subject: Word, verb: Word) -> Source | None:
        """The voice of a subject; of a statement, whoever gave it: *the mayor's letter said*, *sent a note saying*."""
        said = subject.dep in ("dobj", "pobj") and verb.head is subject and verb.dep == "acl"
        if subject.lower in _UTTERANCES and (subject.child("poss") is not None or said):
            return self.holder(subject)
        if (speaker := self._met_again(subject)) is not None:
            return speaker
        prep = verb.head if verb.dep == "pcomp" else None
        quote = prep.head if prep is not None and prep.lower == "as" else verb
        quoted = quote.child("dobj") if quote is not None and quote.lemma in _CITING else None
        if quoted is not None and quoted.start in self.mentions:
            return self.voice(quoted, verb)
        return self.voice(subject, verb)

    def _met_again(self, noun: Word) -> Source | None:
        """*the statement said*: a bare document that is met again is whoever spoke last before."""
        if noun.lower not in _GIVEN or not self._definite(noun) or noun.child("poss", "compound", "prep", "amod"):
            return None
        words = self.parse.words
        return next((s for i, s in reversed(self.latest.items()) if i < noun.i and words[i].sent < noun.sent), None)

    def holder(self, noun: Word) -> Source | None:
        """Whose claim a noun is: *opposition calls for …*, *the mayor's promise to …*, *a threat by Norland*."""
        owner = noun.child("poss") or next((c for c in noun.children if c.dep in ("compound", "nmod", "amod")), None)
        if owner is not None and (owner.dep == "poss" or owner.start in self.mentions):
            return self.voice(owner, noun)
        for prep in noun.children:
            of = prep.child("pobj") if prep.dep == "prep" else None
            printed = of is not None and prep.lower == "in" and of.start in self.can_speak
            if of is not None and (prep.lower in _HOLDING or printed):  # *comments in a paper that it is over*
                return self.voice(of, noun)
        verb = noun.head
        if noun.dep == "pobj" and verb is not None and verb.dep == "prep":
            if verb.lower not in _UTTERING:
                return Source(noun.lemma, "unnamed speaker")  # *quit after reports that she lied*
            verb = verb.head
        given = noun.dep == "pobj" or (verb is not None and verb.lemma in _GIVE) or denies(noun)
        if noun.dep in ("dobj", "pobj") and given and verb is not None and verb.pos == "VERB":
            return self.source(verb)
        return Source(noun.lemma, "unnamed speaker")

    def voice(self, word: Word, cue: Word) -> Source:
        """A source from the head of its words."""
        m = self.mentions.get(word.start)
        of = word.child("prep") if word.lower in _PART or word.tag == "CD" else None
        whole = of.child("pobj") if of is not None and of.lower == "of" else None
        if whole is not None:  # *70 % of Americans*
            first = word.subtree()[0]
            return Source(cue.lemma, self.parse.text(first, whole), first.start, whole.end, head=word.start)
        if m is not None:
            own = word.child("poss")  # *the president's office*, *another survivor*
            before = [w for w in own.subtree() if w.dep != "det"] if own is not None else word.all("det")
            start = before[0].start if before and (own is not None or before[0].lower == "another") else m.start
            start, end = (m.start, m.end) if m.kind == "name" else (min(start, m.start), m.end)
            for prep in word.all("prep") if m.kind == "nominal" else ():  # *researchers at the institute*
                within = prep.subtree()
                plain = all(w.pos not in ("VERB", "AUX", "PUNCT") for w in within)
                end = within[-1].end if plain and prep.start == end + 1 else end
            return Source(cue.lemma, self.parse.article.text[start:end], start, end, head=word.start)
        words = [w for w in word.subtree() if w.i <= word.i and w.dep not in ("punct", "cc")]
        first = next((w for w in words if w.dep != "det"), word)
        return Source(cue.lemma, self.parse.text(first, word), first.start, word.end, head=word.start)

    def _speaks(self, verb: Word) -> bool:
        """Whether the subject of *show* or *find* can do so in words: persons, groups, documents."""
        subject = self.subjects.get(verb.start)
        if subject is None or subject.head is None:
            return False
        word, m = self.parse.at(subject.head), self.mentions.get(subject.head)
        return (word is not None and word.lemma in _DOCUMENTS | _HEARINGS) or (m is not None and m.type in SPEAKERS)

    def _according(self, root: Word) -> tuple[Source, ...]:
        """The voice over a whole sentence: *…, according to the mayor*; *in the mayor's words*."""
        for w in self.according:
            if w.sent == root.sent and w.i not in self.quote_of:
                to = w.child("prep") or w
                noun = to.child("pobj")
                if noun is not None:
                    return (self._said_in(noun, w),)
        return ()

    def _is_view(self, prep: Word) -> bool:
        """*In the mayor's view*, *in the opinion of most members*; *in the view of the dam* nobody holds."""
        noun = prep.child("pobj") if prep.lower == "in" else None
        if noun is None or noun.lower not in _VIEWS:
            return False
        of = next((c.child("pobj") for c in noun.children if c.lower == "of"), None)
        owner = noun.child("poss") or (of if of is not None and of.start in self.can_speak else None)
        return owner is not None and owner.lower not in _FIRST

    def _said_in(self, noun: Word, cue: Word) -> Source:
        """What *according to* names: of *a statement from the firm* the firm."""
        given = noun.lower in _UTTERANCES | _VIEWS and any(
            c.dep == "poss" or c.lower in ("by", "from", "of") for c in noun.children
        )
        met = self._met_again(noun) or (self.holder(noun) if given else None) or self.voice(noun, cue)
        return replace(met, cue="according to")

    def _speakers(self) -> dict[int, Source]:
        """The speaker of each direct quotation: of the report beside it, else of the one before in its paragraph."""
        words = self.parse.words
        reports: dict[int, list[Word]] = {}
        paragraph_of = paragraphs(self.parse)
        for w in words:
            finite = w.pos == "VERB" and (w.tag != "VB" or w.lemma in _SAY)
            kind = FINITE.get(w.lemma) if finite and w.i not in self.quote_of else ""
            reports_it = self._remark(w) or kind in ("say", "think", "deny") or (kind == "show" and self._speaks(w))
            # *Lund urged calm. “…”*, *Lund questioned the plan. “…”*
            reports_it = reports_it or (kind in ("ask", "doubt") and w.child("nsubj") is not None and self._speaks(w))
            if reports_it and (w.child(*_SUBJECT) is not None or w.start in self.subjects):
                reports.setdefault(paragraph_of[w.i], []).append(w)
                if w.lemma in _SAY and (source := self.source(w)) is not None:
                    self.latest[w.i] = source
        found: dict[int, Source] = {}
        lent: set[int] = set()
        last: int | None = None
        for n, q in enumerate(self.quotes):
            if not is_direct(q, words) and not q.goes_on and not self._full(q):
                continue
            here = [w for w in reports.get(paragraph_of[q.first], []) if self._outside(w, q)]
            sentences = range(words[q.first].sent, words[q.last - 1].sent + 1)
            beside = [w for w in here if w.sent in sentences]
            near = _outermost(beside or [w for w in here if w.i < q.first] or here)
            whole = beside or self._whole(q)
            if near and whole:
                verb = min(near, key=lambda w: min(abs(w.i - q.first), abs(w.i - q.last)))
                if (source := self.source(verb)) is not None:
                    found[n] = source
            elif whole and (source := self._announced(q)) is not None:
                found[n] = source
            elif whole:
                source = (
                    found.get(last)
                    if last is not None and q.paragraph - self.quotes[last].paragraph <= 1 + self.quotes[last].goes_on
                    else None
                )
                if source is None and q.first > 1 and self._alone(q, paragraph_of):
                    told = _outermost(reports.get(paragraph_of[q.first - 2], []))
                    source = self._met_before(words[q.first - 2].sent, told) or self._spoke_last(q, paragraph_of)
                if source is not None:
                    found[n] = source
                    lent.add(n)
            last = n
        for n, (q, after) in reversed([*enumerate(pairwise(self.quotes))]):
            # *“We had no time.”* / *“It is over,” she said.*
            open_ = n in lent and q.goes_on and n + 1 not in lent
            unsaid_ = n not in found and self._whole(q) and self._alone(q, paragraph_of)
            if (open_ or unsaid_) and n + 1 in found and after.paragraph == q.paragraph + 1:
                found[n] = found[n + 1]
        return found

    def _met_before(self, sent: int, reports: list[Word]) -> Source | None:
        """*She said it was over.* / *“We had no time.”*; *She left.* / *“I had no time.”*"""
        sources = ((w, v) for w in reversed(reports) if (v := self.source(w)) and v.head in self.can_speak)
        source = next((v for w, v in sources if w.lemma in _SAY or w.child("ccomp") or self._is_person(v)), None)
        if source is None:
            main = next((w for w in self.parse.words_of(self.parse.sentences[sent]) if w.head is None), None)
            subject = main.child("nsubj") if main is not None else None
            m = self.mentions.get(subject.start) if subject is not None else None
            if main is not None and subject is not None and m is not None and m.type == "Person":
                return self.voice(subject, main)
        return source

    def _is_person(self, source: Source) -> bool:
        m = self.mentions.get(source.head) if source.head is not None else None
        return m is not None and m.type == "Person"

    def _spoke_last(self, q: Quote, paragraph_of: list[int]) -> Source | None:
        """*“It rose,” said Lund.* / *The dam is old.* / *“It will fall.”*: who spoke a few paragraphs before."""
        before = ((i, s) for i, s in reversed(self.latest.items()) if i < q.first)
        i, source = next(before, (0, None))
        return source if q.paragraph - paragraph_of[i] <= _SINCE else None

    def _alone(self, q: Quote, paragraph_of: list[int]) -> bool:
        """Whether a quotation is all of its paragraph."""
        around = (q.first - 2, q.last + 1)
        return all(not 0 <= i < len(paragraph_of) or paragraph_of[i] != q.paragraph for i in around)

    def _outside(self, verb: Word, q: Quote) -> bool:
        """Whether who reports stands outside a quotation, as whoever reports it must."""
        source = self.source(verb)
        at = self.parse.at(source.head) if source is not None and source.head is not None else None
        return at is None or not q.first <= at.i < q.last

    def _whole(self, q: Quote) -> bool:
        """Whether a quotation is a sentence or more; less is a part of what the article itself says."""
        return self._full(q) or any(w.head is None for w in self.parse.words[q.first : q.last])

    def _full(self, q: Quote) -> bool:
        first, last = self.parse.words[q.first], self.parse.words[q.last - 1]
        return first.text[0].isupper() and last.text in (".", "!", "?", ",")

    def _announced(self, q: Quote) -> Source | None:
        """*Reed hesitated: “I had no time.”*: the subject before a colon, if it can speak, or what holds words."""
        words = self.parse.words
        colon = next((w for w in words[max(q.first - 2, 0) : q.first] if w.text == ":"), None)
        if colon is None or not colon.i:
            return None
        sent = words[colon.i - 1].sent
        for w in reversed(words[: colon.i]):
            m = self.mentions.get(w.start)
            if w.sent != sent:
                return None
            if w.dep == "dobj" and w.head is not None and w.lemma in _DOCUMENTS:
                return self._author(w, w.head)
            can_say = w.lemma in _DOCUMENTS | _UTTERANCES or (m is not None and m.type in SPEAKERS)
            if w.dep not in _SUBJECT or w.head is None or w.head.tag == "VB" or not can_say:
                continue
            if all(a.dep not in ("relcl", "acl") for a in (w.head, *w.head.ancestors())):
                return self._author(w, w.head)
        return None


def _outermost(reports: list[Word]) -> list[Word]:
    """*“…,” said Petrova, whose son says he is ill*: those that stand below no other."""
    return [w for w in reports if not any(a in reports and a.i < w.i for a in w.ancestors())]


def _holds(noun: Word) -> bool:
    """*the claim that*, *calls to*, *fears that*: whether a noun's clause is the word or thought of whoever has it."""
    return shell(noun) in ("say", "ask") or noun.lemma.lower() in _HELD or denies(noun)


def shell(noun: Word) -> str:
    """What a noun says of the clause below it: *calls to leave* ask, *a conference call to discuss it* does not."""
    lemma, kind = noun.lemma.lower(), noun.child("compound")
    if lemma == "order" and noun.dep == "pobj" and noun.words[noun.i - 1].lower == "in":
        return ""  # *left in order to save it*
    return (NOUNS.get(f"{kind.lower} {lemma}") if kind is not None else None) or NOUNS.get(lemma, "")


def unsaid(verb: Word) -> bool:
    """*would not say that*, *declined to say whether*, *has yet to say why*, *stopped short of saying that*."""
    above = verb.head
    if is_yet(verb) or premature(verb):
        return True
    if above is not None and {above.lower, f"{verb.words[above.i - 1].lower} {above.lower}"} & _WITHOUT:
        return True
    if above is not None and verb.dep == "xcomp" and INFINITIVE.get(above.lemma) in ("not", "deny"):
        return True
    if above is not None and infinitive(verb) and any(w.lower in _NONE for w in (above, *above.all("det"))):
        return True  # *no evidence to suggest that*
    neither = verb.dep == "conj" and above is not None and any(c.lower == "nor" for c in above.all("cc"))
    return neither or verb.child("neg") is not None or nobody(verb)


def asks(clause: Word | None) -> bool:
    """*who did it*, *why it is so*."""
    return clause is not None and any(c.tag in ("WP", "WDT", "WRB") for c in clause.subtree() if c.i < clause.i)


def premature(verb: Word) -> bool:
    """*It is too early to say that*, *it would be wrong to claim that*: what nobody should say yet, or at all."""
    stance = verb.head if infinitive(verb) and verb.head is not None else None
    if stance is not None and stance.pos in ("VERB", "AUX"):
        stance = stance.child("acomp", "advmod")
    return stance is not None and (stance.lower in _EARLY or any(c.lower == "too" for c in stance.children))


def is_yet(verb: Word) -> bool:
    """*has yet to say why*, *is yet to say why*: not done so far."""
    have = verb.head
    waits = have is not None and have.lemma in ("have", "be", "'s", "’s") and infinitive(verb)
    return waits and have is not None and any(c.lower == "yet" for c in (*have.children, *verb.children))


def wordless(verb: Word, speakers: Set[int]) -> bool:
    """*The row threatens to split it*: whether the subject only seems to promise or threaten in words."""
    thing = verb.child("nsubj")
    if thing is not None and thing.tag == "WDT" and verb.dep == "relcl":
        thing = verb.head  # *a row that threatens to split it*
    return thing is not None and thing.pos == "NOUN" and thing.start not in speakers and thing.lemma not in _DOCUMENTS


def nobody(verb: Word) -> bool:
    """*nobody*, *no one*, *no minister*, *not everyone*; not *a No 10 spokesman*."""
    subjects = verb.all("nsubj")
    return any((w.lower in _NOBODY and w.dep != "nmod") or w.dep == "neg" for s in subjects for w in (s, *s.children))


def denies(noun: Word) -> bool:
    """*denied reports that he left*: whether a verb denies what a noun says and has no owner of (*a UN claim*)."""
    verb = noun.head if noun.dep == "dobj" and shell(noun) in ("say", "may") else None
    before = [c for c in noun.children if c.i < noun.i]
    owned = any(c.dep == "poss" or c.text[0].isupper() or _TYPES.get(c.lemma) in SPEAKERS for c in before)
    kinds = () if verb is None else (FINITE.get(f"{verb.lemma} {verb.next.lower}"), FINITE.get(verb.lemma))
    return "deny" in kinds and not owned  # *brushed aside rumours*


def infinitive(word: Word) -> bool:
    """*to leave*, *to be left*, *to have left*."""
    return any(c.lower == "to" and c.dep == "aux" for c in word.children)


def content(word: Word, verb: Word) -> str:
    """What a verb says of the clause below it (the classes of ``reporting.tsv``), "" where it says nothing."""
    dep = word.dep
    if dep not in ("ccomp", "xcomp", "advcl", "parataxis", "dep"):
        return ""
    first = word.subtree()[0]
    if dep == "ccomp" and first.i > verb.i and "CC" in (first.tag, word.words[first.i - 1].tag):
        return ""  # *has not considered it, and neither has the court ruled*
    bare = word.tag in ("VB", "VBG") and word.child("aux", *_SUBJECT) is None
    if word.i < verb.i and (FINITE.get(verb.lemma) == "deny" or verb.child("neg") is not None):
        # *accuses it of lying, a charge it denies*: no report comes before its denial.
        return ""
    if verb.lemma == "call" and not any(c.lower in ("on", "upon", "for") for c in (*verb.children, *word.children)):
        # *what it called talks to end the war*.
        return ""
    if dep == "ccomp" and word.tag == "VB" and word.child("aux", "mark") is None:
        # *let the crews return*, *help people find work*: a bare infinitive with its subject.
        bare = bare or INFINITIVE.get(verb.lemma) in ("do", "let", "not")
    if infinitive(word) or dep == "xcomp" or (bare and dep == "ccomp"):
        # *looks to be safe*, *looks to expand*
        kind = INFINITIVE.get(f"{verb.lemma} {word.lemma}") or INFINITIVE.get(verb.lemma, "")
        if kind == "must" and FINITE.get(verb.lemma) == "ask" and verb.child("nsubjpass") is None:
            kind = "ask"  # *the bill requires them to leave*
        for_them = word.child("mark") is not None and kind in ("ask", "want")  # *lobbied for them to leave*
        return kind if dep in ("xcomp", "ccomp") or for_them or verb.lemma in ("call", "appeal") else ""
    if dep in ("ccomp", "parataxis", "dep"):
        kind = "" if dep == "parataxis" and verb.child("ccomp", "xcomp") is not None else FINITE.get(verb.lemma, "")
        return kind if dep == "ccomp" or kind in ("say", "think") else ""
    return ""
