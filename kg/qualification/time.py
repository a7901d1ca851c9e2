"""When a predicate holds: each date goes with the predicate it hangs on, unless it is a noun's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kg import lexicon
from kg.extraction.labels import NOMINAL, SUBJECT, VERBAL
from kg.parsing import Parse, Word, is_singled
from kg.qualification.attribution import INFINITIVE, infinitive
from kg.qualification.dates import Days, Turn, When, dates, words
from kg.qualification.quotes import quotes
from kg.values import ACTOR_TYPES, Mention, Statement, TimeSpan

_TYPES = lexicon.mapping("lexicon/nouns", "noun", "type")
_ACTS = lexicon.words("lexicon/event_nouns")
# Verbs of states, which no single day bounds.
_LASTING = lexicon.words("lexicon/verb_kinds", kind="state")
# Where a date stands right before a noun: *Monday's attack*, *the June vote*.
_BEFORE = ("poss", "compound", "nmod", "nummod")
Dated = tuple[When, Word]
"""A date and the word by which it hangs on the rest."""


def anchor(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with the dates of their predicates; what nothing dates stays an argument of role *time*."""
    named = {i for m in mentions if m.type == "Person" and m.kind == "name" for i in range(m.start, m.end)}
    found = [when for when in dates(parse) if when.start not in named]  # no *Ana May*
    if not found:
        return statements
    predicates = {s.relation.head for s in statements if s.relation.start is not None}
    actors = {m.head for m in mentions if m.type in ACTOR_TYPES}
    own: dict[int, list[Dated]] = defaultdict(list)
    hanging = [(when, at) for when in found if (at := _head(parse, when)) is not None]
    for when, at in hanging:
        owner = _owner(when, at, predicates, actors, parse)
        mark = parse.at(when.end - 1)
        if mark is not None and mark.lower in ("after", "before"):  # *two days after it fell*, *after their fall*
            owner = mark.head if mark.dep == "mark" else mark.child("pobj", "pcomp")
            owner = owner if owner is not None and owner.start in predicates else None
        if owner is not None and not _quoted_apart(owner, at, parse):
            own[owner.start].append((when, at))
            since = owner.child("mark") if owner.dep == "advcl" else owner.head
            above = owner.head if owner.dep == "advcl" or since is None else since.head
            if since is not None and since.lower == "since" and above is not None:
                own[above.start].append((when, at))  # *has grown since its founding in 1990*
    return tuple(_dated(s, own, hanging, parse) for s in statements)


def _quoted_apart(owner: Word, at: Word, parse: Parse) -> bool:
    """*asked for “a deal by Monday”*: a date between quotation marks is of what is said there."""
    apart = [q for q in quotes(parse) if q.first <= at.i < q.last and not q.first <= owner.i < q.last]
    return any(a.pos in NOMINAL and q.first <= a.i < at.i for q in apart for a in at.ancestors())


def _dated(s: Statement, own: dict[int, list[Dated]], hanging: list[Dated], parse: Parse) -> Statement:
    """The statement with its time. *The hall opens on Saturday* is to come; no past tense tells of what is to come."""
    word = parse.at(s.relation.head) if s.relation.start is not None and s.relation.head is not None else None
    time = _time_of(word, own, hanging, s, parse) if word is not None else None
    published = parse.article.published.isoformat() if parse.article.published is not None else ""
    if word is not None and time is None and word.dep == "ccomp" and word.head is not None and word.head.tag == "VBD":
        # *They estimated by 2050 demand would double*
        time = _time_of(word.head, own, hanging, replace(s, modality="actual"), parse)
        time = time if time is not None and published and (time.end or "") > published else None
    if word is None or time is None:
        return s
    ahead = time.end if word.tag == "VBD" and time.start == published else time.start
    markers = {_marker(at) for _, at in own.get(word.start, ())}
    if s.modality == "actual" and published and (ahead or "") > published:
        if word.tag == "VBD" or "by" in markers:  # *The aim remains for a deal by May*
            return s
        if word.tag in ("VBZ", "VBP") or _going(word):
            return replace(s, time=time, modality="future")
    over = s.modality == "actual" and word.tag in ("VBZ", "VBP") and word.child("aux", "auxpass") is None
    over = over and markers <= {""}
    if over and (time.end or published) < published and parse.sentences[word.sent].kind != "headline":
        return s  # *It is an answer to the fire last May*: what is so now was not only then
    return replace(s, time=time)


def _head(parse: Parse, when: When) -> Word | None:
    """The word of an expression by which it hangs on the rest."""
    at = word = parse.at(when.start)
    if word is None or word.tag in ("MD", "VB"):  # *may*, *to last three weeks*
        return None
    inside = []
    while at is not None and at.start < when.end:
        inside.append(at)
        at = parse.words[at.i + 1] if at.i + 1 < len(parse.words) else None
    outside = [w for w in inside if w.head is None or w.head not in inside]
    return next((w for w in outside if w.dep != "det"), word)  # of *the weekend raids* no article


def _owner(when: When, at: Word, predicates: set[int | None], actors: set[int], parse: Parse) -> Word | None:
    """The predicate whose time a date is: the nearest one above, unless the date belongs to a noun on the way."""
    noun = at.head
    if at.dep in SUBJECT:  # *August is the target date*; *tomorrow will be quieter*; *the following year the mill shut*
        own = noun is not None and (at.lower in words("near") or len(noun.all(*SUBJECT)) > 1)
        return noun if own and noun is not None and noun.start in predicates else None
    marker = _marker(at)
    if at.dep == "dobj" and at.start == when.start and when.granularity in ("month", "year"):
        return None  # *adding December*, *restated 2003*
    if noun is not None and at.dep == "pobj" and noun.lower == "for":
        # *the forecast for Monday*, *a loss for the quarter*; *set for Monday*, *has led it for the past two years*
        verb = noun.head
        subject = verb.child(*SUBJECT) if verb is not None else None
        fronted = subject is not None and noun.i < subject.i  # *For the year to March, profit fell*
        if verb is None or not (fronted or verb.lemma in words("ahead") or _lasts(verb, when, parse)):
            return None
        if verb.lemma in words("ahead") and not fronted:
            verb = verb.child("dobj") or verb  # *set the trial for Monday*
        return verb if verb.start in predicates else None
    if noun is not None and at.dep in _BEFORE and (marker != "since" or noun.start in predicates):
        # *Monday's attack*; *spoke at Monday's hearing*, *lost in the June 3 primary*
        prep = noun.head if noun.dep == "pobj" else None
        verb = prep.head if prep is not None and _tells(prep, noun, when) else None
        if noun.dep in ("dobj", "nsubjpass") and noun.head is not None and noun.head.lemma in words("taking"):
            verb = noun.head  # *attended Monday's meeting*
        if noun.start in predicates or at.dep == "poss" or verb is not None:
            return next((w for w in (noun, verb) if w is not None and w.start in predicates), None)
    below, nouns = at, 0
    for above in at.ancestors():
        nominal = above.pos not in VERBAL
        if above.tag == "VBN" and parse.words[above.i - 1].lower in ("as", "than"):
            below = above
            continue  # *fewer than expected in May*
        if above.start in predicates:
            if marker == "until" and above.lemma in words("defers"):
                return None  # *extended the deadline until May*
            if above.lemma == "be" and above.child("attr") is not None and marker == "since" and not above.child("aux"):
                return None  # *is the latest in a series since May*
            early = _subject_before(above, below if below.dep in SUBJECT else None, at, predicates, parse)
            if early is not None and early.pos == "NOUN" and early.start not in actors:
                return early if early.start in predicates else None
            sought = parse.words[at.head.i - 1] if at.head is not None and at.head.dep == "prep" and at.head.i else at
            if above.tag == "VB" and sought.lemma in _ACTS and sought.dep == "pobj" and above.i < sought.i:
                return sought if sought.start in predicates else None  # *to trace a man seen in the robbery on Monday*
            lasts = above.lemma in _LASTING and above.tag in ("VBZ", "VBP") and above.child("aux") is None
            if lasts and (when.granularity == "day" or when.turn is not None):
                return None  # *Nobody wants a vote in May*, *it owns 3 % of the port on Friday*
            if (refuser := _just(above, when, parse)) is not None and refuser.start in predicates:
                return refuser
            if not nominal and (below.dep == "oprd" or (below.dep == "dobj" and nouns > 1)):
                return None
            return None if not nominal and below.dep in ("ccomp", "csubj") else above
        if not nominal:
            return None
        if above.pos in NOMINAL:
            nouns += at.dep != "conj" or below is not at  # *sold mills between 2009 and 2012*
            if below.dep in ("amod", *_BEFORE) and above.lower not in words("edition") and marker != "since":
                return None
        if above.dep == "prep" and above.head is not None and _of_noun(above, at, below is at):
            return None
        clock = below.ner in ("TIME", "DATE") or below.tag == "CD"
        if (
            above.dep == "prep"
            and above.lower in words("topical")
            and not (clock and below is not at)
            and not (above.lower == "as" and below.lower == "of")
            and not (above.lower == "during" and when.granularity == "day")
            and (below is not at or (above.lower == "of" and above.head is not None and above.head.dep != "prep"))
        ):
            return None
        below = above
    return _next_verb(at, predicates, parse)


def _lasts(verb: Word, when: When, parse: Parse) -> bool:
    """*Has led it for the past two years*, *rose 4 % for the year to May*; not *cut its forecast for the year*."""
    published, whole = parse.article.published, verb.child("dobj")
    if verb.pos not in VERBAL or when.granularity != "span" or published is None:
        return False
    return published in when.days or (when.days[1] < published and (whole is None or whole.ner == "PERCENT"))


def _for(verb: Word) -> bool:
    return any(c.lower == "for" for c in verb.all("prep"))


def _tells(prep: Word, noun: Word, when: When) -> bool:
    """Whether an event's date is that of its verb: *spoke at Monday's hearing*, *will return for Monday's match*."""
    if prep.lower == "for":
        return prep.head is not None and any(c.tag == "MD" for c in prep.head.all("aux"))
    brief = when.days[1] - when.days[0] <= timedelta(1)  # *killed in weekend raids*
    # *won it in the 2001 election*; not *is among the dead of this year's war*
    event = noun.pos == "PROPN" or _TYPES.get(noun.lemma) == "Event"
    event = event and prep.head is not None and prep.head.tag not in ("VBZ", "VBP")
    return prep.lower in words("within") and (brief or event or prep.lower == "during")


def _just(act: Word, when: When, parse: Parse) -> Word | None:
    """*refused to resign on Wednesday*, told on Wednesday or the day after: the day of the refusal, agreement, vow."""
    verb, published = act.head, parse.article.published
    if act.tag != "VB" or act.dep != "xcomp" or verb is None or verb.tag != "VBD" or when.granularity != "day":
        return None
    if published is None or when.turn is None or verb.child("dobj") is not None:
        return None
    return verb if timedelta(0) <= published - when.turn(False)[0] <= timedelta(1) else None


def _of_noun(prep: Word, at: Word, own: bool) -> bool:
    """*the first time since May*, *up from 15 % in August*, *from a paper last year*: dates of what is compared."""
    noun = prep.head
    if noun is None or prep.lower not in ("from", "than", "since"):
        return False
    if prep.lower != "since":
        return at.dep in ("npadvmod", "advmod") or (not own and noun.lower in ("up", "down"))
    return noun.pos == "NOUN" and is_singled(noun)


def _subject_before(
    verb: Word, subject: Word | None, at: Word, predicates: set[int | None], parse: Parse
) -> Word | None:
    """The subject whose own date this is or seems: its words end before the date's preposition, the verb follows."""
    if subject is not None:
        return subject
    prep = at.head
    if prep is None or prep.dep != "prep" or prep.head is not verb or not 0 < prep.i < verb.i:
        return None
    last = parse.words[prep.i - 1]
    noun = next((w for w in (last, *last.ancestors()) if w.dep in SUBJECT and w.head is verb), None)
    return last if noun is not None and last.pos == "NOUN" and noun.start not in predicates else noun


def _next_verb(at: Word, predicates: set[int | None], parse: Parse) -> Word | None:
    """*BONN — Two years ago the party…*: a date before the clause that hangs on no verb goes with the next one."""
    if at.dep not in ("npadvmod", "advmod", "ROOT"):
        return None
    sent = parse.sentences[at.sent]
    return next((w for w in parse.words[at.i + 1 : sent.last] if w.start in predicates and w.pos in VERBAL), None)


def _time_of(
    verb: Word, own: dict[int, list[Dated]], hanging: list[Dated], s: Statement, parse: Parse
) -> TimeSpan | None:
    """Its own date, else one that it shares."""
    for word in _sharing(verb, own):
        if word.start in own:
            return _span(own[word.start], s, word, parse)
    first = verb.head if verb.head is not None and verb.dep == "conj" and verb.child(*SUBJECT) is None else verb
    noun = first.head
    habit = verb.tag in ("VBZ", "VBP") and s.modality == "actual"  # *on Saturday, when shops close early*
    whenever = first.dep in ("relcl", "advcl") and any(c.lower == "when" for c in first.children)
    if whenever and noun is not None and not habit:
        # *at the end of May, when it fell*; *on Tuesday, when it fell*
        if noun.pos in VERBAL and first.i > max((at.i for _, at in own.get(noun.start, ())), default=first.i):
            return _span(own[noun.start], s, verb, parse)
        for when, at in hanging:
            if when.start <= noun.start < when.end or (noun in at.ancestors() and noun.pos not in VERBAL):
                return _span([(when, verb)], s, verb, parse)
    if verb.dep == "relcl" and noun is not None and verb.tag == "VBD" and s.modality == "actual":
        for when, at in hanging:  # *Monday's attack, which killed five*
            if at.head is noun and at.dep == "poss":
                return _span([(when, at)], s, verb, parse)
    bare = infinitive(verb) or (verb.tag == "VB" and verb.child("aux") is None)
    if noun is not None and first.dep in ("xcomp", "ccomp") and bare and s.modality == "actual":
        # *In May it forced them to leave*, *On Monday it was nowhere to be found*
        above = noun if noun.pos in VERBAL or noun.head is None else noun.head
        return _time_of(above, own, hanging, s, parse)
    done = verb.child("xcomp", "ccomp")
    kinds = {"VB": ("do",), "VBG": ("do", "not")}.get(done.tag, ()) if done is not None else ()
    if done is not None and done.start in own and INFINITIVE.get(verb.lemma) in kinds:
        return _span(own[done.start], s, done, parse)  # *helped to cut it on Monday*, *stopped selling it on Monday*
    return None


def _sharing(verb: Word, own: dict[int, list[Dated]]) -> Iterator[Word]:
    """The verb, then those whose date holds for it too."""
    yield verb
    for prep in verb.all("prep"):
        if prep.lower in words("within") and prep.children and prep.children[-1].pos == "NOUN":
            yield prep.children[-1]
    if verb.pos in VERBAL and verb.tag != "VB":
        yield from verb.all("dobj", *(("attr",) if verb.child("expl") else ()))  # *They launched an attack on Monday*
    head = verb.head
    while head is not None and head.dep == "conj" and verb.dep == "conj" and head.child(*SUBJECT) is None:
        head = head.head  # *In May he left, opened a shop and married*
    if head is not None and _covered(verb, head, own):
        yield head
    for c in verb.children:
        if c.dep == "advcl" and any(w.lower == "when" for w in c.children):
            yield c  # *When he ran in 2009 he promised*


def _covered(verb: Word, head: Word, own: dict[int, list[Dated]]) -> bool:
    """Whether the date before a verb holds for one that hangs on it.

    *In May it struck and sank*; *On Monday she left, and her crew followed* (not: *and her crew is there*);
    *On Monday she wrote to them, insisting …*, *It sank on Monday, killing two*; *On Monday, as it rained, she left*.
    """
    subject = verb.child(*SUBJECT)
    mark = verb.child("mark")
    if verb.dep == "advcl" and verb.tag == "VBG" and mark is None and subject is None:
        return all(at.i < verb.i for _, at in own.get(head.start, ())) and head.i < verb.i
    if any(at.i > head.i for _, at in own.get(head.start, ())):
        return False
    first = head.child(*SUBJECT)
    fronted = first is not None and all(at.i < first.i for _, at in own.get(head.start, ()))
    if verb.dep == "conj":
        return subject is None or (fronted and verb.tag == head.tag == "VBD")
    beside = verb.dep == "advcl" and mark is not None and mark.lower in ("as", "while")
    return beside and fronted and verb.tensed("VBD")


def _span(dated: list[Dated], s: Statement, verb: Word, parse: Parse) -> TimeSpan | None:
    """The dates of one predicate as one span."""
    when, at = dated[0]
    marker = _marker(at, verb)
    told_by = verb.head if verb.dep == "conj" and verb.head is not None and not verb.child("aux", "auxpass") else verb
    done = told_by.tensed("VBD") or any(c.lemma == "have" for c in told_by.all("aux"))
    told = verb.child("xcomp") if verb.tag == "VBD" else None  # *agreed on Monday to leave*
    looks = _ahead(verb, parse) and (told is None or told.i < at.i)
    ahead = s.modality in ("future", "desired") or (s.modality != "actual" and not done) or looks
    near = marker in ("by", "until") or (verb.tag == "VBG" and verb.dep == "acl")  # *a fair beginning in May*
    published = parse.article.published
    start, end = when.days if when.turn is None else _closest(when.turn, near, ahead, published)
    text = parse.article.text[when.start : when.end]
    granularity = when.granularity
    first, last = start.isoformat(), end.isoformat()
    until = _until(dated, end)
    if until is not None and until > end:
        return TimeSpan(text, (when.start, when.end), first, until.isoformat(), "span")
    if marker == "since":
        return TimeSpan(text, (when.start, when.end), first, published.isoformat() if published else None, "span")
    if verb.lemma == "date" and any(c.lower in ("back", "from") for c in verb.children):  # *dates back to 1974*
        return TimeSpan(text, (when.start, when.end), first, None, "span")
    if marker in ("after", "before"):
        return None
    open_ = marker == "until" or (marker == "by" and granularity == "span")  # *by the end of 2006*; *by 2007* is then
    if open_ and published is not None and published <= end:
        return TimeSpan(text, (when.start, when.end), published.isoformat(), last, "span")
    return TimeSpan(text, (when.start, when.end), first, last, granularity)


def _closest(turn: Turn, near: bool, ahead: bool, published: date | None) -> Days:
    """*Until August 12* and *by Monday* look ahead too where that is nearer."""
    if ahead or published is None or not near:
        return turn(ahead)
    return min(turn(False), turn(True), key=lambda days: abs((days[1] - published).days))


def _until(dated: list[Dated], end: date) -> date | None:
    """The last day of *from Monday to Friday*, *between 1990 and 1995*, *in 2016 and 2017*."""
    if len(dated) < 2 or dated[1][1].i < dated[0][1].i:
        return None
    other, at = dated[1]
    joined = at.dep == "conj" or (_marker(dated[0][1]) == "from" and _marker(at) in ("until", ""))
    if not joined:
        return None
    return other.days[1] if other.turn is None or other.days[1] > end else other.turn(True)[1]


def _marker(at: Word, owner: Word | None = None) -> str:
    """What opens or closes a span with a date of an owner: *since the strike in May* the strike was in May."""
    prep = at.head
    for above in (at, *at.ancestors()):
        mark = above.child("mark") if above.dep == "advcl" else None
        if above is owner:
            break
        if above.lower == "since" or (mark is not None and mark.lower == "since"):
            return "since"
        if above.dep not in ("prep", "pobj", "pcomp", *_BEFORE):
            break
    return words("border").get(prep.lower, "") if prep is not None and prep.dep in ("prep", "pcomp") else ""


def _ahead(verb: Word, parse: Parse) -> bool:
    """Whether a verb looks ahead of the publication: *will*, *is to*, *plans to*, *plays on Saturday*, *is playing*."""
    at: Word | None = verb
    while at is not None and at.pos in VERBAL:
        if any(c.dep == "aux" and c.lower in ("will", "'ll", "’ll", "shall", "to") for c in at.children):
            return not (infinitive(at) and any(c.lower == "have" for c in at.all("aux")))  # *thought to have left*
        # *set off floods*, *offered help*, *was set on fire*
        done = at is verb and at.tag == "VBD" and at.child("dobj", "prt") is not None
        done = done or (at.tag == "VBN" and at.tensed("VBD") and not at.child("xcomp") and not _for(at))
        if (at.lemma in words("ahead") and not done) or any(c.lower in words("ahead") for c in at.all("acomp")):
            return True
        at = at.head if at.dep in ("xcomp", "conj") else None
    there = verb.lemma == "be" and verb.child("attr", "acomp") is None  # *The vote is on Sunday*
    if _going(verb):
        return True
    plain = verb.tag in ("VBZ", "VBP") and (verb.pos == "VERB" or there) and verb.child("aux", "auxpass") is None
    return plain and verb.child("ccomp") is None and parse.sentences[verb.sent].kind != "headline"


def _going(verb: Word) -> bool:
    """*is meeting them*, *is being shown*: with a date to come, in the future."""
    going = any(w.tag == "VBG" for w in (verb, *verb.all("auxpass")))
    return going and verb.tensed("VBZ", "VBP") and all(c.lemma == "be" for c in verb.all("aux"))
