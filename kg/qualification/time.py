"""When a predicate holds: dates in its own words, resolved against the publication date as news writes them.

Words come from ontology/lexicon/calendar.tsv. An expression is found in the text, resolved by its form, and given to
the predicate it hangs on; tense decides between the last and the next *Monday*.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from kg import lexicon
from kg.extraction.labels import AUXILIARY, NOMINAL, SUBJECT
from kg.parsing import Parse, Word
from kg.values import ACTOR_TYPES, Mention, Statement, TimeSpan

Days = tuple[date, date]
_VERBAL = frozenset({"VERB", "AUX"})
# A date below these belongs to what is talked of, not to the act.
_TOPICAL = frozenset(
    {
        "of",
        "for",
        "about",
        "on",
        "with",
        "against",
        "than",
        "between",
        "as",
        "during",
        "after",
        "before",
        "since",
        "until",
    }
)
# *At the talks on Monday they agreed*: the act has the time of the event in which it happens.
_WITHIN = frozenset({"in", "at", "during"})


@cache
def _words(kind: str) -> dict[str, str]:
    return {r["word"]: r["value"] for r in lexicon.table("lexicon/calendar") if r["kind"] == kind}


def _any(*kinds: str) -> str:
    found = sorted((w for k in kinds for w in _words(k)), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in found) + r")(?!\w)"


@dataclass(frozen=True, slots=True)
class When:
    """A date as the text gives it. days: first and last, None where no anchor dates it; to be shifted by tense."""

    start: int
    end: int
    days: Days | None
    granularity: str
    turn: Callable[[bool], Days] | None = None
    """For what the tense decides: given whether the predicate looks ahead, the days."""


Dated = tuple[When, Word]
"""A date and the word by which it hangs on the rest."""


def _month(year: int, month: int) -> Days:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _months(first: date, count: int) -> Days:
    return first, _month(first.year, first.month + count - 1)[1]


def _third(days: Days, third: str | None) -> Days:
    """Early, mid or late part of a month or a longer time."""
    if third is None:
        return days
    length = (days[1] - days[0]).days + 1
    # *The end of January* is its last week, *late 2014* its last third.
    part = 10 if length > 31 or third == "1" else 7
    size = length // 3 if length > 31 else part
    if third == "0":
        return days[0], days[0] + timedelta(size - 1)
    if third == "2":
        return days[1] - timedelta(size - 1), days[1]
    middle = days[0] + timedelta((length - size) // 2)
    return middle, middle + timedelta(size - 1)


def _number(text: str) -> int:
    text = re.sub(r"\s+", " ", text.lower())
    return int(text) if text.isdigit() else int(_words("number")[text])


@cache
def _forms() -> re.Pattern[str]:
    """All forms of date in one expression; which one fired tells by its group."""
    day, month = _any("weekday"), _any("month")
    third = rf"(?:the\s+)?(?P<THIRD>{_any('third')})[\s-]+(?:the\s+)?"
    unit, number = _any("days", "months"), rf"(?:\d{{1,3}}|{_any('number')})"
    period = f"(?:{unit}|{_any('season', 'weekend', 'daytime')})"
    n = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
    year = r"(?P<{0}>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d|-year)"
    forms = (
        r"(?P<iso>\d{4}-\d\d-\d\d)",
        rf"(?:(?P<wd1>{day}),?\s+)?(?P<md>{month})\s+{n.format('d1')}(?:\s*[-–]\s*{n.format('d2')})?(?![\d:])(?:,?\s+{year.format('y1')})?",
        rf"(?:(?P<wd2>{day}),?\s+)?{n.format('d3')}\s+(?:of\s+)?(?P<dm>{month})(?:,?\s+{year.format('y2')})?",
        rf"(?:{third.replace('THIRD', 'third1')})?(?P<month>{month})(?:,?\s+(?:of\s+)?{year.format('y3')})?",
        rf"(?:(?P<when>{_any('shift')})\s+)?(?P<weekday>{day})",
        rf"(?P<near>{_any('near')})",
        rf"(?:(?:earlier|later)\s+|{third.replace('THIRD', 'third3')})?(?P<shift>{_any('shift')})\s+(?P<unit>{period})",
        rf"{third.replace('THIRD', 'third4')}(?P<now>{unit})",
        rf"(?:(?:the|over)\s+)?(?P<recent>{_any('shift')})\s+(?P<count>{number})\s+(?P<units>{unit})",
        rf"(?P<ago>{number})\s+(?P<agounit>{unit})\s+(?P<side>ago|earlier|later)",
        r"(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s",
        rf"(?P<season>{_any('season')})\s+(?:of\s+)?{year.format('y4')}",
        rf"(?:{third.replace('THIRD', 'third2')})?{year.format('year')}(?:\s*[-–]\s*(?P<upto>\d{{2,4}}))?",
    )
    return re.compile(r"(?<![\w$€£.-])(?:" + "|".join(forms) + r")(?!\w)", re.IGNORECASE)


def _found(text: str, published: date | None) -> Iterator[When]:
    """The date expressions of a text, in order; *two days later* counts from the last day met."""
    last: date | None = None
    for m in _forms().finditer(text):
        when = _resolved(m, published, last)
        if when is None:
            continue
        if when.granularity == "day" and when.days is not None and m["side"] is None:
            last = when.days[0]
        yield when


def _resolved(m: re.Match[str], published: date | None, last: date | None) -> When | None:
    try:
        return _absolute(m) or _calendar(m, published) or _relative(m, published, last)
    except (ValueError, OverflowError):
        return None  # 31 February, year 0: no date after all


def _absolute(m: re.Match[str]) -> When | None:
    """What carries its year."""
    start, end = m.span()
    if m["iso"]:
        day = date.fromisoformat(m["iso"])
        return When(start, end, (day, day), "day")
    if m["decade"]:
        year = int(m["decade"])
        return When(start, end, (date(year, 1, 1), date(year + 9, 12, 31)), "span")
    if m["season"]:
        days = _months(date(int(m["y4"]), int(_words("season")[m["season"].lower()]), 1), 3)
        return When(start, end, days, "span")
    if m["year"]:
        first = int(m["year"])
        upto = int(m["upto"]) if m["upto"] else first
        upto = upto if upto > 99 else first // 100 * 100 + upto
        if not first <= upto < first + 100:
            return None
        days = _third((date(first, 1, 1), date(upto, 12, 31)), _words("third").get((m["third2"] or "").lower()))
        return When(start, end, days, "year" if not (m["upto"] or m["third2"]) else "span")
    return None


def _calendar(m: re.Match[str], published: date | None) -> When | None:
    """Months, days of months and weekdays, whose year or week the tense decides where none is given."""
    start, end = m.span()
    name = m["md"] or m["dm"] or m["month"]
    if name:
        if not name[0].isupper():
            return None
        year, month = m["y1"] or m["y2"] or m["y3"], int(_words("month")[name.lower()])
        first, until = m["d1"] or m["d3"], m["d2"] or m["d1"] or m["d3"]
        third = _words("third").get(re.sub(r"\s+", " ", m["third1"].lower())) if m["third1"] else None
        granularity = "month" if not first and third is None else "day" if first == until and first else "span"

        def days(year: int) -> Days:
            if first:
                return date(year, month, int(first)), date(year, month, int(until))
            return _third(_month(year, month), third)

        if year:
            return When(start, end, days(int(year)), granularity)
        if published is None:
            return When(start, end, None, granularity)
        now = published
        if (weekday := m["wd1"] or m["wd2"]) and first:
            given = int(_words("weekday")[weekday.lower()])
            for near in (now.year, now.year - 1, now.year + 1):
                if days(near)[0].weekday() == given:
                    return When(start, end, days(near), granularity)
        back = days(now.year if days(now.year)[0] <= now else now.year - 1)
        ahead = days(now.year if days(now.year)[1] >= now else now.year + 1)
        return When(start, end, back, granularity, lambda future: ahead if future else back)
    if m["weekday"]:
        if published is None:
            return When(start, end, None, "day")
        behind = (published.weekday() - int(_words("weekday")[m["weekday"].lower()])) % 7
        shift = (m["when"] or "").lower()
        past = published - timedelta(behind or (7 if _words("shift").get(shift) == "-1" else 0))
        coming = past + timedelta(7 if past < published else 0)
        if _words("shift").get(shift) == "1":
            past = coming = published + timedelta(7 - behind)
        elif _words("shift").get(shift) == "-1":
            coming = past
        return When(start, end, (past, past), "day", lambda future: (coming, coming) if future else (past, past))
    return None


def _relative(m: re.Match[str], published: date | None, last: date | None) -> When | None:
    """What counts from the publication date, or (*later*, *earlier*) from the last day met."""
    start, end = m.span()
    side = (m["side"] or "").lower()
    base = last if side in ("earlier", "later") else published
    unit = re.sub(r"\s+", " ", (m["unit"] or m["units"] or m["agounit"] or m["now"] or "").lower())
    in_days, in_months = _words("days").get(unit), _words("months").get(unit)
    if base is None:
        return When(start, end, None, "span")
    if m["near"]:
        day = base + timedelta(int(_words("near")[m["near"].lower()]))
        return When(start, end, (day, day), "day")
    if side:
        count, sign = _number(m["ago"]), 1 if side == "later" else -1
        if in_days:
            day = base + timedelta(sign * count * int(in_days))
            return When(start, end, (day, day), "day")
        far = count * int(in_months or 0)
        month = _month(base.year, base.month + sign * far)
        if far % 12:
            return When(start, end, month, "month")
        return When(start, end, (date(month[0].year, 1, 1), date(month[0].year, 12, 31)), "year")
    shift = m["shift"] or m["recent"]
    if shift is None and not m["now"]:
        return None
    sign = int(_words("shift")[shift.lower()]) if shift else 0
    if m["recent"]:
        size = _number(m["count"])
        other = (
            base + timedelta(sign * size * int(in_days))
            if in_days
            else min(_month(base.year, base.month + sign * size * int(in_months or 0))[1], base)
        )
        return When(start, end, (min(base, other), max(base, other)), "span") if sign else None
    when, third = _period(start, end, unit, sign, base), m["third3"] or m["third4"]
    if when is None or when.days is None or third is None:
        return when
    part = _third(when.days, _words("third")[re.sub(r"\s+", " ", third.lower())])
    return When(start, end, part, "span")


def _period(start: int, end: int, unit: str, sign: int, base: date) -> When | None:
    """*Last week*, *this year*, *next summer*, *this morning*."""
    monday = base - timedelta(base.weekday())
    if unit in _words("daytime"):
        day = base + timedelta(sign)
        return When(start, end, (day, day), "day")
    if unit == "week":
        return When(start, end, (monday + timedelta(7 * sign), monday + timedelta(7 * sign + 6)), "week")
    if unit == "weekend":
        first = monday + timedelta(5 + 7 * sign)
        return When(start, end, (first, first + timedelta(1)), "span")
    if unit == "month":
        return When(start, end, _month(base.year, base.month + sign), "month")
    if unit == "year":
        return When(start, end, (date(base.year + sign, 1, 1), date(base.year + sign, 12, 31)), "year")
    if unit in _words("season"):
        month = int(_words("season")[unit])
        # *Last summer* is the one that is over, *next summer* the one that has not begun.
        over = month + 2 < base.month if sign < 0 else month <= base.month
        year = base.year + (sign if over == (sign > 0) else 0)
        return When(start, end, _months(date(year, month, 1), 3), "span")
    if unit == "quarter":
        return (
            When(start, end, _months(date(base.year, (base.month - 1) // 3 * 3 + 1 + 3 * sign, 1), 3), "span")
            if 0 < (base.month - 1) // 3 * 3 + 1 + 3 * sign <= 12
            else None
        )
    if unit == "decade":
        first_year = base.year // 10 * 10 + 10 * sign
        return When(start, end, (date(first_year, 1, 1), date(first_year + 9, 12, 31)), "span")
    return None


def anchor(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with the dates of their predicates; what nothing dates stays an argument of role *time*."""
    found = [w for w in _found(parse.article.text, parse.article.published) if w.days is not None]
    if not found:
        return statements
    predicates = {s.relation.head for s in statements if s.relation.start is not None}
    actors = {m.head for m in mentions if m.type in ACTOR_TYPES}
    own: dict[int, list[Dated]] = defaultdict(list)
    dates = [(when, at) for when in found if (at := _head(parse, when)) is not None]
    for when, at in dates:
        owner = _owner(at, predicates, actors, parse)
        if owner is not None:
            own[owner.start].append((when, at))
    return tuple(
        replace(s, time=time)
        if s.relation.start is not None
        and s.relation.head is not None
        and (word := parse.at(s.relation.head)) is not None
        and (time := _time_of(word, own, dates, s, parse)) is not None
        else s
        for s in statements
    )


def _head(parse: Parse, when: When) -> Word | None:
    """The word of an expression by which it hangs on the rest."""
    at = word = parse.at(when.start)
    if word is None or word.tag == "MD":
        return None
    inside = []
    while at is not None and at.start < when.end:
        inside.append(at)
        at = parse.words[at.i + 1] if at.i + 1 < len(parse.words) else None
    return next((w for w in inside if w.head is None or w.head not in inside), word)


def _owner(at: Word, predicates: set[int | None], actors: set[int], parse: Parse) -> Word | None:
    """The predicate whose time a date is: the nearest one above, unless the date belongs to a noun on the way."""
    if at.dep in SUBJECT or at.dep == "poss":
        return None  # *August is the target date*; *this year's outbreak*
    below, nouns = at, 0
    for above in at.ancestors():
        nominal = above.pos not in _VERBAL
        if above.start in predicates:
            early = _subject_before(above, below if below.dep in SUBJECT else None, at, parse)
            if early is not None and early.pos == "NOUN" and early.start not in actors:
                return early if early.start in predicates else None
            if not nominal and (below.dep == "oprd" or (below.dep == "dobj" and nouns > 1)):
                return None
            return None if not nominal and below.dep in ("ccomp", "csubj") else above
        if not nominal:
            return None
        if above.pos in NOMINAL:
            nouns += 1
            if below.dep in ("compound", "amod", "nmod", "nummod"):
                return None
        if above.dep == "prep" and above.lower in _TOPICAL and (below is not at or above.lower == "of"):
            return None
        below = above
    return _next_verb(at, predicates, parse)


def _subject_before(verb: Word, subject: Word | None, at: Word, parse: Parse) -> Word | None:
    """The subject whose own date this is or seems: its words end before the date's preposition, the verb follows."""
    if subject is not None:
        return subject
    prep = at.head
    if prep is None or prep.dep != "prep" or prep.head is not verb or not 0 < prep.i < verb.i:
        return None
    last = parse.words[prep.i - 1]
    between = parse.words[at.i + 1 : verb.i]
    if last.pos != "NOUN" or any(w.dep not in AUXILIARY for w in between):
        return None
    return last if any(w.dep in SUBJECT and w.head is verb for w in (last, *last.ancestors())) else None


def _next_verb(at: Word, predicates: set[int | None], parse: Parse) -> Word | None:
    """*BONN — Two years ago the party…*: a date before the clause that hangs on no verb goes with the next one."""
    if at.dep not in ("npadvmod", "advmod"):
        return None
    sent = parse.sentences[at.sent]
    return next((w for w in parse.words[at.i + 1 : sent.last] if w.start in predicates and w.pos in _VERBAL), None)


def _time_of(
    verb: Word, own: dict[int, list[Dated]], dates: list[Dated], s: Statement, parse: Parse
) -> TimeSpan | None:
    """Its own date, else one that it shares."""
    for word in _sharing(verb, own, s):
        if word.start in own:
            return _span(own[word.start], s, word, parse)
    noun = verb.head
    if verb.dep in ("relcl", "advcl") and noun is not None and any(c.lower == "when" for c in verb.children):
        # *at the end of May, when it fell*; *on Tuesday, when it fell*
        for when, at in dates:
            if when.start <= noun.start < when.end or (noun in at.ancestors() and noun.pos not in _VERBAL):
                return _span([(when, at)], s, verb, parse)
    return None


def _sharing(verb: Word, own: dict[int, list[Dated]], s: Statement) -> Iterator[Word]:
    """The verb, then those whose date holds for it too."""
    yield verb
    for prep in verb.all("prep"):
        if prep.lower in _WITHIN and prep.children and prep.children[-1].pos == "NOUN":
            yield prep.children[-1]
    head = verb.head
    alone = head is not None and verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None
    if head is not None and alone and all(at.i < head.i for _, at in own.get(head.start, ())):
        yield head  # *In May it struck and sank*
    if (
        head is not None
        and verb.dep == "advcl"
        and verb.tag == "VBG"
        and head.i < verb.i
        and not verb.child("mark", "nsubj")
    ):
        yield head
    if head is not None and verb.dep in ("xcomp", "ccomp") and verb.tag == "VB" and s.modality == "actual":
        yield head  # *In May it forced them to leave*
    for c in verb.children:
        if c.dep == "advcl" and any(w.lower == "when" for w in c.children):
            yield c  # *When he ran in 2009 he promised*


def _span(dates: list[Dated], s: Statement, verb: Word, parse: Parse) -> TimeSpan | None:
    """The dates of one predicate as one span."""
    when, at = dates[0]
    marker = _marker(at)
    ahead = s.modality in ("future", "desired") or marker in ("by", "until") or _ahead(verb)
    start, end = when.turn(ahead) if when.turn is not None else when.days or (None, None)
    if start is None or end is None:
        return None
    text = parse.article.text[when.start : when.end]
    granularity = when.granularity
    first, last = start.isoformat(), end.isoformat()
    published = parse.article.published
    until = _until(dates)
    if until is not None and until > end:
        return TimeSpan(text, (when.start, when.end), first, until.isoformat(), "span")
    if marker == "since":
        return TimeSpan(text, (when.start, when.end), first, published.isoformat() if published else None, "span")
    if marker == "after":
        return TimeSpan(text, (when.start, when.end), (end + timedelta(1)).isoformat(), None, "span")
    if marker == "before":
        return None
    if marker in ("by", "until") and published is not None and published <= end:
        return TimeSpan(text, (when.start, when.end), published.isoformat(), last, "span")
    return TimeSpan(text, (when.start, when.end), first, last, granularity)


def _until(dates: list[Dated]) -> date | None:
    """The last day of *from Monday to Friday*, *between 1990 and 1995*."""
    if len(dates) < 2 or dates[1][1].i < dates[0][1].i:
        return None
    (other, at) = dates[1]
    joined = at.dep in ("conj", "pobj") and _marker(at) in ("from", "")
    return other.days[1] if joined and other.days is not None else None


def _marker(at: Word) -> str:
    prep = at.head
    return _words("border").get(prep.lower, "") if prep is not None and prep.dep in ("prep", "pcomp") else ""


def _ahead(verb: Word) -> bool:
    """Whether a verb looks ahead of the publication: *will*, *is to*, *plans to*, *expected*."""
    at: Word | None = verb
    while at is not None and at.pos in _VERBAL:
        if any(c.dep == "aux" and c.lower in ("will", "'ll", "’ll", "shall", "to") for c in at.children):
            return True
        if at.lemma in _words("ahead"):
            return True
        at = at.head if at.dep in ("xcomp", "conj") else None
    return False
