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
_TOPICAL = frozenset({"of", "about", "than", "between", "as", "during", "after", "before", "since", "until"})
_ACTS = lexicon.words("lexicon/event_nouns")
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
    day, month, unit = _any("weekday"), _any("month"), _any("days", "months")
    number = rf"(?:\d{{1,3}}|{_any('number')})"
    period = f"(?:{unit}|{_any('season', 'weekend', 'daytime')})"
    of_day = rf"(?:(?:the\s+)?{_any('daytime')}\s+of\s+)?(?:(?:early|late)\s+)?"
    at_night = rf"(?:\s+{_any('daytime')})?"

    def third(n: int) -> str:
        return rf"(?:the\s+)?(?P<third{n}>{_any('third')})[\s-]+(?:the\s+)?"

    def nth(n: int) -> str:
        return rf"(?P<d{n}>\d{{1,2}})(?:st|nd|rd|th)?"

    def year(n: int) -> str:
        return rf"(?P<y{n}>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d|-year)"

    def some_year(n: int) -> str:
        return rf"(?:,?\s+(?:of\s+)?(?:{year(n)}|(?P<ys{n}>{_any('shift')})\s+year))?"

    forms = (
        r"(?P<iso>\d{4}-\d\d-\d\d)",
        rf"{of_day}(?:(?P<wd1>{day}),?\s+)?(?P<md>{month})\s+{nth(1)}(?:\s*(?:[-–]|to)\s*{nth(2)})?(?![\d:]){some_year(1)}",
        rf"{of_day}(?:(?P<wd2>{day}),?\s+)?{nth(3)}\s+(?:of\s+)?(?P<dm>{month}){some_year(2)}",
        rf"(?:{third(1)})?(?:(?P<ms>{_any('shift')})\s+)?(?P<month>{month}){some_year(3)}",
        rf"{of_day}(?:(?P<when>{_any('shift')})\s+)?(?P<weekday>{day}){at_night}",
        rf"(?P<holiday>{_any('holiday')})(?:,?\s+{year(6)})?",
        rf"(?P<near>{_any('near')}){at_night}",
        rf"the\s+(?P<from>{_any('from')})\s+(?P<fromunit>{_any('days', 'months')})",
        rf"(?:(?:earlier|later)\s+|{third(3)})?(?P<shift>{_any('shift')})\s+(?P<unit>{period})",
        rf"(?:the\s+)?(?P<quarter>{_any('ordinal')})[\s-]+quarter(?:\s+of\s+{year(7)})?",
        rf"{third(4)}(?P<now>{unit})",
        rf"(?:(?:the|over)\s+)?(?P<recent>{_any('shift')})\s+(?P<count>{number})\s+(?P<units>{unit})",
        rf"(?P<ago>{number})\s+(?P<agounit>{unit})\s+(?P<side>ago|earlier|later)",
        rf"(?:{third(5)})?(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s",
        rf"(?:{third(6)})?(?:the\s+)?(?P<century>\d\d)(?:st|nd|rd|th)[\s-]century",
        rf"(?P<season>{_any('season')})\s+(?:of\s+)?{year(4)}",
        rf"(?:{third(2)})?{year(5)}(?:\s*[-–]\s*(?P<upto>\d{{2,4}}))?",
    )
    return re.compile(r"(?<![\w$€£.-])(?:" + "|".join(forms) + r")(?!\w)", re.IGNORECASE)


@cache
def _telling() -> frozenset[str]:
    """Words without which, and without a figure, no sentence has a date."""
    kinds = ("weekday", "month", "near", "days", "months", "season", "weekend", "daytime", "holiday")
    return frozenset(w.split()[0] for k in kinds for w in _words(k))


def _found(parse: Parse) -> Iterator[When]:
    """The date expressions of an article, in order; *two days later* counts from the last day met."""
    last: date | None = None
    for sent in parse.sentences:
        words = parse.words_of(sent)
        if not any(w.lower in _telling() or w.text[0].isdigit() for w in words):
            continue
        for m in _forms().finditer(parse.article.text, sent.start, sent.end):
            when = _resolved(m, parse.article.published, last)
            if when is None:
                continue
            if when.days is not None and m["side"] is None and m["from"] is None and m["recent"] is None:
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
    if m["decade"] or m["century"]:
        first, last = (int(m["decade"]), int(m["decade"]) + 9) if m["decade"] else _century(int(m["century"]))
        days = _third((date(first, 1, 1), date(last, 12, 31)), _part(m["third5"] or m["third6"]))
        return When(start, end, days, "span")
    if m["quarter"] and m["y7"]:
        return When(start, end, _quarter(int(m["y7"]), m["quarter"]), "span")
    if m["season"]:
        days = _months(date(int(m["y4"]), int(_words("season")[m["season"].lower()]), 1), 3)
        return When(start, end, days, "span")
    if m["y5"]:
        first = int(m["y5"])
        upto = int(m["upto"]) if m["upto"] else first
        upto = upto if upto > 99 else first // 100 * 100 + upto
        if not first <= upto < first + 100:
            return None
        days = _third((date(first, 1, 1), date(upto, 12, 31)), _part(m["third2"]))
        return When(start, end, days, "year" if not (m["upto"] or m["third2"]) else "span")
    return None


def _century(nth: int) -> tuple[int, int]:
    return nth * 100 - 99, nth * 100


def _quarter(year: int, nth: str) -> Days:
    return _months(date(year, int(_words("ordinal")[nth.lower()]) * 3 - 2, 1), 3)


def _part(third: str | None) -> str | None:
    """Which third of a period a word means."""
    return _words("third")[re.sub(r"\s+", " ", third.lower())] if third else None


def _calendar(m: re.Match[str], published: date | None) -> When | None:
    """Months, days of months and weekdays, whose year or week the tense decides where none is given."""
    start, end = m.span()
    name = m["md"] or m["dm"] or m["month"] or m["holiday"]
    if name:
        if not name[0].isupper():
            return None
        month, feast = _month_and_day(m)
        first, until = (m["d1"] or m["d3"], m["d2"] or m["d1"] or m["d3"]) if not feast else (feast, feast)
        third = _part(m["third1"])
        granularity = "month" if not first and third is None else "day" if first == until and first else "span"

        def days(year: int) -> Days:
            if first:
                return date(year, month, int(first)), date(year, month, int(until))
            return _third(_month(year, month), third)

        year = m["y1"] or m["y2"] or m["y3"] or m["y6"]
        if year:
            return When(start, end, days(int(year)), granularity)
        other = m["ys1"] or m["ys2"] or m["ys3"]
        if other and published:
            return When(start, end, days(published.year + int(_words("shift")[other.lower()])), granularity)
        given = m["wd1"] or m["wd2"]
        weekday = int(_words("weekday")[given.lower()]) if given and first else None
        when = _nearest(start, end, days, granularity, published, weekday)
        if m["ms"] and when.turn is not None and published is not None:
            side = _words("shift")[m["ms"].lower()]
            over = side == "-1" and when.days is not None and when.days[1] >= published
            return When(start, end, days(published.year - 1) if over else when.turn(side == "1"), granularity)
        return when
    if m["quarter"]:
        return _nearest(start, end, lambda y: _quarter(y, m["quarter"]), "span", published)
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


def _month_and_day(m: re.Match[str]) -> tuple[int, str]:
    """The month, and the day of a feast."""
    if m["holiday"]:
        month, day = _words("holiday")[re.sub(r"\s+", " ", m["holiday"].lower()).replace("’", "'")].split("-")
        return int(month), day
    return int(_words("month")[(m["md"] or m["dm"] or m["month"]).lower()]), ""


def _nearest(
    start: int,
    end: int,
    days: Callable[[int], Days],
    granularity: str,
    published: date | None,
    weekday: int | None = None,
) -> When:
    """The last or the next of what comes once a year; a weekday beside a date settles the year."""
    if published is None:
        return When(start, end, None, granularity)
    this = published.year
    for year in (this, this - 1, this + 1) if weekday is not None else ():
        if days(year)[0].weekday() == weekday:
            return When(start, end, days(year), granularity)
    back = days(this if days(this)[0] <= published else this - 1)
    ahead = days(this if days(this)[1] >= published else this + 1)
    return When(start, end, back, granularity, lambda future: ahead if future else back)


def _relative(m: re.Match[str], published: date | None, last: date | None) -> When | None:
    """What counts from the publication date, or (*later*, *earlier*) from the last day met."""
    start, end = m.span()
    side = (m["side"] or "").lower()
    base = last if side in ("earlier", "later") or m["from"] else published
    unit = re.sub(r"\s+", " ", (m["fromunit"] or m["unit"] or m["units"] or m["agounit"] or m["now"] or "").lower())
    in_days, in_months = _words("days").get(unit), _words("months").get(unit)
    if base is None:
        return When(start, end, None, "span")
    if m["from"]:
        sign = int(_words("from")[m["from"].lower()])
        day = base + timedelta(sign)
        return When(start, end, (day, day), "day") if unit == "day" else _period(start, end, unit, sign, base)
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
            else _months_off(base, sign * size * int(in_months or 0))
        )
        return When(start, end, (min(base, other), max(base, other)), "span") if sign else None
    if sign and (unit == "decade" or (shift or "").lower() == "past"):
        # *the past year*, *the next decade*: as long as it is, up to the publication or from it on.
        other = base + timedelta(sign * int(in_days)) if in_days else _months_off(base, sign * int(in_months or 0))
        return When(start, end, (min(base, other), max(base, other)), "span")
    when, third = _period(start, end, unit, sign, base), m["third3"] or m["third4"]
    if when is None or when.days is None or third is None:
        return when
    return When(start, end, _third(when.days, _part(third)), "span")


def _months_off(base: date, months: int) -> date:
    first, last = _month(base.year, base.month + months)
    return min(first + timedelta(base.day - 1), last)


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
    found = [w for w in _found(parse) if w.days is not None]
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
    if at.dep in SUBJECT:
        return None  # *August is the target date*
    if at.dep == "poss" and at.head is not None:
        noun, prep = at.head, at.head.head
        within = prep is not None and prep.lower in _WITHIN and prep.head is not None and prep.head.start in predicates
        # *Monday's attack*; *spoke at Monday's hearing*
        return noun if noun.start in predicates else prep.head if prep is not None and within else None
    below, nouns = at, 0
    for above in at.ancestors():
        nominal = above.pos not in _VERBAL
        if above.start in predicates:
            early = _subject_before(above, below if below.dep in SUBJECT else None, at, parse)
            if early is not None and early.pos == "NOUN" and early.start not in actors:
                return early if early.start in predicates else None
            noun = parse.words[at.head.i - 1] if at.head is not None and at.head.dep == "prep" and at.head.i else at
            if above.tag == "VB" and noun.lemma in _ACTS and noun.dep == "pobj" and above.i < noun.i:
                return noun if noun.start in predicates else None  # *to trace a man seen in the robbery on Monday*
            if not nominal and (below.dep == "oprd" or (below.dep == "dobj" and nouns > 1)):
                return None
            return None if not nominal and below.dep in ("ccomp", "csubj") else above
        if not nominal:
            return None
        if above.pos in NOMINAL:
            nouns += 1
            if below.dep in ("compound", "amod", "nmod", "nummod") and above.lower not in _words("edition"):
                return None
        clock = below.ner in ("TIME", "DATE") or below.tag == "CD"
        if (
            above.dep == "prep"
            and above.lower in _TOPICAL
            and not (clock and below is not at)
            and not (above.lower == "as" and below.lower == "of")
            and (below is not at or (above.lower == "of" and above.head is not None and above.head.dep != "prep"))
        ):
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
    first = verb.head if verb.head is not None and verb.dep == "conj" and verb.child(*SUBJECT) is None else verb
    noun = first.head
    if first.dep in ("relcl", "advcl") and noun is not None and any(c.lower == "when" for c in first.children):
        # *at the end of May, when it fell*; *on Tuesday, when it fell*
        if noun.pos in _VERBAL and first.i > max((at.i for _, at in own.get(noun.start, ())), default=first.i):
            return _span(own[noun.start], s, verb, parse)
        for when, at in dates:
            if when.start <= noun.start < when.end or (noun in at.ancestors() and noun.pos not in _VERBAL):
                return _span([(when, at)], s, verb, parse)
    if verb.head is not None and verb.dep in ("xcomp", "ccomp") and verb.tag == "VB" and s.modality == "actual":
        return _time_of(verb.head, own, dates, s, parse)  # *In May it forced them to leave*
    return None


def _sharing(verb: Word, own: dict[int, list[Dated]], s: Statement) -> Iterator[Word]:
    """The verb, then those whose date holds for it too."""
    yield verb
    for prep in verb.all("prep"):
        if prep.lower in _WITHIN and prep.children and prep.children[-1].pos == "NOUN":
            yield prep.children[-1]
    if verb.pos in _VERBAL and verb.tag != "VB":
        yield from verb.all("dobj")  # *They launched an attack on Monday*
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
    for c in verb.children:
        if c.dep == "advcl" and any(w.lower == "when" for w in c.children):
            yield c  # *When he ran in 2009 he promised*


def _span(dates: list[Dated], s: Statement, verb: Word, parse: Parse) -> TimeSpan | None:
    """The dates of one predicate as one span."""
    when, at = dates[0]
    marker = _marker(at)
    ahead = s.modality in ("future", "desired") or _ahead(verb, parse)
    if when.days is None:
        return None
    start, end = when.days if when.turn is None else _closest(when.turn, marker, ahead, parse.article.published)
    text = parse.article.text[when.start : when.end]
    granularity = when.granularity
    first, last = start.isoformat(), end.isoformat()
    published = parse.article.published
    until = _until(dates, end)
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


def _closest(turn: Callable[[bool], Days], marker: str, ahead: bool, published: date | None) -> Days:
    """*Until August 12* and *by Monday* look ahead too where that is nearer."""
    if ahead or published is None or marker not in ("by", "until"):
        return turn(ahead)
    return min(turn(False), turn(True), key=lambda days: abs((days[1] - published).days))


def _until(dates: list[Dated], end: date) -> date | None:
    """The last day of *from Monday to Friday*, *between 1990 and 1995*, *in 2016 and 2017*."""
    if len(dates) < 2 or dates[1][1].i < dates[0][1].i:
        return None
    other, at = dates[1]
    joined = at.dep == "conj" or (_marker(dates[0][1]) == "from" and _marker(at) in ("until", ""))
    if not joined or other.days is None:
        return None
    return other.days[1] if other.turn is None or other.days[1] > end else other.turn(True)[1]


def _marker(at: Word) -> str:
    prep = at.head
    return _words("border").get(prep.lower, "") if prep is not None and prep.dep in ("prep", "pcomp") else ""


def _ahead(verb: Word, parse: Parse) -> bool:
    """Whether a verb looks ahead of the publication: *will*, *is to*, *plans to*, *plays on Saturday*."""
    at: Word | None = verb
    while at is not None and at.pos in _VERBAL:
        if any(c.dep == "aux" and c.lower in ("will", "'ll", "’ll", "shall", "to") for c in at.children):
            return True
        if at.lemma in _words("ahead"):
            return True
        at = at.head if at.dep in ("xcomp", "conj") else None
    plain = verb.tag in ("VBZ", "VBP") and verb.pos == "VERB" and verb.child("aux") is None
    return plain and verb.child("ccomp") is None and parse.sentences[verb.sent].kind != "headline"
