"""Dates in the words of the news, and the days they mean against the day of publication.

Words come from ontology/lexicon/calendar.tsv. Where the tense of what is dated decides between the last and the next
*Monday*, *March* or *Christmas Day*, a date carries both.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from kg import lexicon
from kg.parsing import Parse, Sent

# A handle before a date; sentences for which a date is what *two days later* counts from.
_SIGNED = re.compile(r"\(@\w+\)\s*$")
_NEAR = 3
_MORE = re.compile(r"\bmore than\s+(?:the\s+)?$", re.I)
# Between two months of one year.
_TO = re.compile(r"\s*(?:to|and|or|until|through|[-–])\s*", re.I)
# So many characters before a date are searched for what it ends.
_REACH = 60
_TOKEN = re.compile(r"[a-z]+|[0-9]", re.I)
# Days for which a day that is over is still meant where the predicate looks ahead.
_JUST = 7

Days = tuple[date, date]
Turn = Callable[[bool], Days]
"""For what the tense decides: the days, given whether the predicate looks ahead."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as the text gives it. days: first and last; start, end: its words."""

    days: Days
    granularity: str
    turn: Turn | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a date.

    later: it counts from the last day met, not from the publication; moves: is such a day; beside: that day stands
    right before it.
    """

    pattern: str
    read: Callable[[Found], When | None]
    later: bool = False
    moves: bool = True
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: the words of its parts by the names in its form, and the day it counts from.

    told: the year of which the article tells, if it is one long past.
    """

    parts: dict[str, str]
    base: date
    told: int | None

    def word(self, part: str) -> str:
        """A part as the table has it; empty where there is none."""
        return re.sub(r"\s+", " ", self.parts.get(part, "").lower()).replace("’", "'")

    def value(self, part: str, kind: str = "") -> str | None:
        """What a part means, by the words of a kind (that of its name, if none is said)."""
        return words(kind or part).get(self.word(part))

    def number(self, part: str, kind: str = "") -> int:
        """The same as a number, or the number that stands there; 0 where the part is missing."""
        return int(self.value(part, kind) or self.parts.get(part) or 0)


@cache
def words(kind: str) -> dict[str, str]:
    """The words of a kind and their values."""
    return {r["word"]: r["value"] for r in lexicon.table("lexicon/calendar") if r["kind"] == kind}


def _any(*kinds: str) -> str:
    found = sorted((w for k in kinds for w in words(k)), key=len, reverse=True)
    spaced = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in found)
    return f"(?:{spaced})" + r"(?!\w)"


def _day(day: date) -> When:
    return When((day, day), "day")


def _year(first: int, last: int | None = None) -> Days:
    return date(first, 1, 1), date(last or first, 12, 31)


def _months(year: int, first: int, count: int = 3) -> Days:
    """Whole months, counted from January of a year."""
    (begin, month), (end, last) = (divmod(year * 12 + n - 1, 12) for n in (first, first + count - 1))
    return date(begin, month + 1, 1), date(end, last + 1, monthrange(end, last + 1)[1])


def _part(days: Days, third: str | None) -> Days:
    """Early, mid or late part: of a month ten days, at its beginning or end seven; of a longer time a third.

    Parts of decades and centuries are whole years: the early 1960s are 1960 to 1963, the late 1960s 1967 to 1969.
    """
    length = (days[1] - days[0]).days + 1
    if third is None or length <= 7:  # *early this morning*, *early next week*
        return days
    place = int(third[0])
    years = days[1].year - days[0].year + 1
    if years > 2:
        first = days[0].year - days[0].year % 10
        bounds = (days[0].year, first + years // 3 + 1, first + 2 * years // 3 + 1, days[1].year + 1)
        return _year(bounds[place], bounds[place + 1] - 1)
    months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month + 1
    if length > 31 and days[0].day == 1 and months % 3 == 0:  # *late 2019*: September to December
        return _months(days[0].year, days[0].month + place * months // 3, months // 3)
    size = length // 3 if length > 31 else 7 if third.endswith("s") else 10
    start = days[0] + timedelta((0, (length - size) // 2, length - size)[place])
    return start, start + timedelta(size - 1)


def dates(parse: Parse) -> Iterator[When]:
    """The date expressions of an article, in order; *two days later* counts from the last day met.

    What counts from a day that is not known is left out, and so are the 31st of February and the year 0.
    """
    published, told = parse.article.published, _year_told(parse)
    last: When | None = None
    met, stop = 0, 0
    for sent in parse.sentences:
        matches = [*_matches(parse.article.text, sent)]
        for m, after in zip(matches, [*matches[1:], None], strict=False):
            form = _forms()[int(str(m.lastgroup).removeprefix("form_"))]
            parts = _parts(m) | (_year_behind(m, after) if after is not None else {})
            at = parse.at(m.start())
            before = parse.words[at.i - 1].lower if at is not None and at.i else ""
            if (at is not None and at.dep == "mark") or before in words("recurring"):
                continue  # *said that day care is cheap*, *every Tuesday*
            inside = at is not None and at.start > sent.start and parse.words[at.i - 1].pos != "PUNCT"
            if form.read is _near and inside and m[0][0].isupper():
                continue  # *told the Today programme*
            if _SIGNED.search(parse.article.text, max(0, m.start() - 30), m.start()):
                continue  # *— Ana Petrova (@petrova) May 3*: when it was posted
            if form.read is _distant and _MORE.search(parse.article.text, max(0, m.start() - 12), m.start()):
                continue  # *more than a decade ago*
            base = published
            if form.later:
                near = last is not None and sent.index - met <= _NEAR
                if form.beside:
                    between = [w for w in parse.words_of(sent) if stop <= w.start < m.start()]
                    near = near and met == sent.index and all(w.pos not in ("VERB", "AUX") for w in between)
                counts = last is not None and (last.granularity == "day" or not _daily(parts.get("unit", "")))
                base = last.days[0] if last is not None and near and counts else None
            if base is None and parts.keys().isdisjoint(("iso", "year", "decade", "century")):
                continue
            try:
                when = form.read(Found(parts, base or date.min, told))
            except (ValueError, OverflowError):
                continue
            if when is not None:
                if form.moves:
                    last, met, stop = when, sent.index, m.end()
                when = replace(when, start=m.start(), end=m.end())
                yield _up_to(when, parse.article.text, max(sent.start, when.start - _REACH))


def _parts(m: re.Match[str]) -> dict[str, str]:
    return {k.rpartition("_")[0]: v for k, v in m.groupdict().items() if v}


def _year_behind(m: re.Match[str], after: re.Match[str]) -> dict[str, str]:
    """*From July to November 1997*, *between November and May 1997*: the year that the second month gives the first."""
    first, second = _parts(m), _parts(after)
    if "year" in first or "month" not in first or not {"month", "year"} <= second.keys():
        return {}
    if not _TO.fullmatch(m.string, m.end(), after.start()):
        return {}
    begin, end = (int(words("month")[found["month"].lower()]) for found in (first, second))
    return {"year": str(int(second["year"]) - (begin > end))}


def _up_to(when: When, text: str, begin: int) -> When:
    """*The three months to December*, *the year ended 30 June*: so long before the end of the date."""
    m = _measure().search(text, begin, when.start)
    if m is None:
        return when
    found = Found({k: v for k, v in m.groupdict().items() if v}, date.min, None)
    back = -found.number("count", "number") if "count" in found.parts else -1

    def run(days: Days) -> Days:
        return _counted(back, found.word("unit"), days[1] + timedelta(1)), days[1]

    turn = when.turn
    return When(run(when.days), "span", None if turn is None else lambda ahead: run(turn(ahead)), m.start(), when.end)


def _matches(text: str, sent: Sent) -> Iterator[re.Match[str]]:
    """Where a sentence has a form of date, tried only at words that may begin one."""
    tokens = [(m[0].lower(), m.start()) for m in _TOKEN.finditer(text, sent.start, sent.end)]
    if _TELLING.isdisjoint(word for word, _ in tokens):
        return
    end = sent.start
    for word, start in tokens:
        if word in _OPENING and start >= end and (m := _pattern().match(text, start, sent.end)):
            yield m
            end = m.end()


def _daily(unit: str) -> bool:
    """Whether days of this unit can only be counted from a day: *the next morning*, not *the next year*."""
    return unit.lower() in words("days") or unit.lower() in words("daytime")


def _year_told(parse: Parse) -> int | None:
    """The year of which an article tells: one long past, named three times and more often than all others."""
    published = parse.article.published
    named = Counter(re.findall(r"(?<![\w$€£.-])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)", parse.article.text))
    first, count = named.most_common(1)[0] if named else ("0", 0)
    told = published is not None and count > 2 and 2 * count > named.total() and int(first) < published.year - 1
    return int(first) if told else None


def _first(others: str, *kinds: str) -> frozenset[str]:
    """Digits, other words, and the first words of what is of these kinds."""
    first = (_TOKEN.match(w) for k in kinds for w in words(k))
    return frozenset({m[0].lower() for m in first if m} | {*others.split()} | set("0123456789"))


# Without one of these a sentence has no date.
_TELLING = _first(
    "quarter half then", "month", "weekday", "holiday", "near", "days", "months", "season", "weekend", "daytime"
)
# With one of these each form of date begins.
_OPENING = _first(
    "the that then over early late earlier later",
    *("month", "weekday", "holiday", "near", "season", "daytime", "weekend", "ordinal", "third", "shift", "number"),
)


@cache
def _pattern() -> re.Pattern[str]:
    """All forms in one expression, their groups numbered."""
    numbered = (re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{n}>", f"(?P<form>{f.pattern})") for n, f in enumerate(_forms()))
    return re.compile(r"(?<![\w$€£.-])(?:" + "|".join(numbered) + r")(?!\w)", re.IGNORECASE)


@cache
def _measure() -> re.Pattern[str]:
    """What a date is the end of, right before it."""
    count = rf"(?:(?P<count>\d{{1,2}}|{_any('number')})\s+)?"
    unit = rf"(?:{_any('fiscal')}\s+)?(?P<unit>{_any('days', 'months')})"
    return re.compile(rf"\b(?:the\s+)?{count}{unit}\s+(?:to|{_any('ended')})\s+(?:on\s+)?\Z", re.IGNORECASE)


@cache
def _forms() -> tuple[Form, ...]:
    """All forms of date; where two fit, the first counts."""
    month, weekday = rf"(?P<month>{_any('month')})", rf"(?P<weekday>{_any('weekday')})"
    shift, units = rf"(?P<shift>{_any('shift')})", _any("days", "months")
    unit, period = rf"(?P<unit>{units})", rf"(?P<unit>(?:{units}|{_any('season', 'weekend', 'daytime')}))"
    count = rf"(?P<count>(?:\d{{1,3}}|{_any('number')}))"
    third = rf"(?:the\s+)?(?P<third>{_any('third')})[\s-]+(?:in\s+)?(?:the\s+)?"
    of_day = rf"(?:(?:the\s+)?{_any('daytime')}\s+of\s+)?(?:(?:early|late)\s+)?"
    at_night = rf"(?:\s+{_any('daytime')})?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    to_day = r"(?:\s*(?:[-–]|to)\s*(?P<upto>\d{1,2})(?:st|nd|rd|th)?)?(?![\d:])"
    year = r"(?<!\bat\s)(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d|-year)"
    year_by = rf"(?P<yearshift>{_any('shift')})\s+year"
    some_year = rf"(?:\s*,?\s+(?:of\s+)?(?:{year}|{year_by}))?"
    return (
        Form(r"(?P<iso>\d{4}-\d\d-\d\d)", lambda f: _day(date.fromisoformat(f.parts["iso"]))),
        Form(rf"{of_day}(?:{weekday},?\s+)?{month}\s+{day}{to_day}{some_year}", _yearly),
        Form(rf"{of_day}(?:{weekday},?\s+)?{day}{to_day}\s+(?:of\s+)?{month}{some_year}", _yearly),
        Form(rf"(?:the\s+)?(?P<week>{_any('ordinal')})\s+week\s+(?:of|in)\s+{month}{some_year}", _yearly),
        Form(rf"(?:{third})?(?:{shift}\s+)?{month}{some_year}", _yearly),
        Form(rf"{of_day}(?:{shift}\s+)?{weekday}{at_night}", _weekday),
        Form(rf"(?P<holiday>{_any('holiday')})(?P<around>(?:\s+holiday)?\s+weekend)?{some_year}", _yearly),
        Form(rf"(?P<near>{_any('near')}){at_night}", _near),
        Form(r"(?<=since\s)then", lambda f: _day(f.base), later=True, moves=False),
        Form(rf"(?:the\s+(?P<from>{_any('from')})|that)\s+{period}", _following, later=True, moves=False),
        Form(rf"this\s+{unit}\s+(?:and|or)\s+next(?!\s+{units})", _both),
        Form(rf"(?:(?P<so_far>earlier)\s+|later\s+|{third})?{shift}\s+{period}", _period),
        Form(rf"(?:the\s+)?(?P<ordinal>{_any('ordinal')})[\s-]+quarter{some_year}", _yearly),
        Form(
            rf"(?:the\s+)?(?P<half>{_any('ordinal')})[\s-]+half\s+of\s+(?:the\s+year|{year}|{year_by})",
            _yearly,
        ),
        Form(rf"{third}{unit}", _period),
        Form(rf"(?:(?P<so_far>earlier)|later)\s+in\s+the\s+{unit}", _period, moves=False),
        Form(rf"(?:the\s+)?{_any('weekend')}", _weekend),
        Form(rf"(?:the\s+)?(?:first|{shift})\s+{count}\s+{unit}\s+of\s+(?:the\s+year|{year}|{year_by})", _edge),
        Form(rf"(?:(?:the|over)\s+)?{shift}\s+{count}\s+{unit}", _stretch, moves=False),
        Form(rf"{count}\s+{unit}\s+ago", _distant, moves=False),
        Form(rf"{count}\s+{unit}\s+(?P<sense>earlier|later)", _distant, later=True, moves=False),
        Form(rf"(?:{count}|the)\s+{unit}\s+(?P<sense>after|before)", _distant, later=True, moves=False, beside=True),
        Form(rf"(?:{third})?(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s", _years),
        Form(rf"(?:{third})?(?:the\s+)?(?P<century>\d\d)(?:st|nd|rd|th)[\s-]century", _years),
        Form(rf"(?P<season>{_any('season')})\s+(?:of\s+)?{year}", _yearly),
        Form(rf"{year}\s+(?P<season>{_any('season')})", _yearly),
        Form(rf"(?<=\bin\s)the\s+(?P<season>{_any('season')})(?!\s+of)", _yearly),
        Form(rf"(?:{third})?{year}(?:\s*[-–]\s*(?P<upto>\d{{2,4}}))?", _years),
    )


def _years(f: Found) -> When | None:
    """*1990*, *1990-95*, *the late 1960s*, *the 19th century*."""
    first, upto, century = f.number("year") or f.number("decade"), f.number("upto"), f.number("century")
    last = upto if upto > 99 else first // 100 * 100 + upto if "upto" in f.parts else first
    if "decade" in f.parts:
        last = first + 9
    elif century:
        first, last = century * 100 - 99, century * 100
    days = _part(_year(first, last), f.value("third"))
    return (
        When(days, "year" if first == last and "third" not in f.parts else "span")
        if first <= last < first + 100
        else None
    )


def _yearly(f: Found) -> When | None:
    """What comes once a year: months, days of months, feasts, seasons, quarters."""
    if not (f.parts.get("month") or f.parts.get("holiday") or "Quarter")[0].isupper():
        return None  # *a long march*
    days, granularity = _in_year(f)
    this, shift, weekday = f.base.year, f.value("shift"), f.value("weekday")
    if "year" in f.parts:
        return When(days(f.number("year")), granularity)
    if "yearshift" in f.parts:
        return When(days(this + f.number("yearshift", "shift")), granularity)
    for near in (this, this - 1, this + 1) if weekday else ():
        if days(near)[0].weekday() == f.number("weekday"):
            return When(days(near), granularity)
    back = days(f.told or (this if days(this)[0] <= f.base else this - 1))
    # *Was to vote on December 11*, told on the twelfth, was yesterday.
    passed = f.base - days(this)[1] > timedelta(_JUST if granularity == "day" else 0)
    ahead = days(this + 1 if passed else this)
    if shift == "-1":  # *last May* is over
        return When(back if back[1] < f.base else days(back[0].year - 1), granularity)
    if shift:
        return When(ahead if shift == "1" else back, granularity)
    return When(back, granularity, lambda future: ahead if future else back)


def _in_year(f: Found) -> tuple[Callable[[int], Days], str]:
    """The days of such a time in a given year, and the granularity."""
    if "half" in f.parts:
        return (lambda year: _months(year, f.number("half", "ordinal") * 6 - 5, 6)), "span"
    if "ordinal" in f.parts or "season" in f.parts:
        first = f.number("season") or f.number("ordinal") * 3 - 2
        return (lambda year: _months(year, first)), "span"
    feast, third = f.value("holiday"), f.value("third")
    if feast:
        around = "around" in f.parts
        return (lambda year: _feast(feast, year, around)), "span" if around else "day"
    month, begin = f.number("month"), f.number("day")
    if week := f.number("week", "ordinal"):
        return (lambda year: (date(year, month, 7 * week - 6), date(year, month, 7 * week))), "span"
    end = f.number("upto") or begin
    if "day" not in f.parts:
        return (lambda year: _part(_months(year, month, 1), third)), "span" if third else "month"
    return (lambda year: (date(year, month, begin), date(year, month, end))), "day" if begin == end else "span"


def _feast(rule: str, year: int, around: bool) -> Days:
    """A feast, or the weekend with it, by its rule in the table."""
    first, *rest = map(int, rule.split("-"))
    if first == 0:
        day = _easter(year) + timedelta(rest[0])
    elif len(rest) == 1:
        day = date(year, first, rest[0])
    else:
        weekday, number = rest
        last = _months(year, first, 1)[1]
        begin = date(year, first, 1) if number else last - timedelta(6)
        day = begin + timedelta((weekday - begin.weekday()) % 7 + 7 * max(number - 1, 0))
    if not around:
        return day, day
    saturday = day + timedelta(5 - day.weekday() if day.weekday() > 1 else -2 - day.weekday())
    return min(day, saturday), max(day, saturday + timedelta(1))


def _easter(year: int) -> date:
    """Easter Sunday (Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return date(year, month, day + 1)


def _near(f: Found) -> When:
    """*Yesterday*; *overnight* is the night before the day of publication; ahead, the night after it."""
    first, *rest = (f.base + timedelta(int(n)) for n in (f.value("near") or "").split())
    if not rest:
        return _day(first)
    night, next_ = (first, rest[0]), (rest[0], rest[0] + timedelta(1))
    return When(night, "span", lambda future: next_ if future else night)


def _weekday(f: Found) -> When:
    """The day itself or the last one before publication; ahead, the next."""
    behind = (f.base.weekday() - f.number("weekday")) % 7
    shift = f.value("shift")
    if shift in ("1", "-1"):
        return _day(f.base + timedelta(7 - behind if shift == "1" else -(behind or 7)))
    past = f.base - timedelta(behind)
    coming = past + timedelta(7 if behind else 0)
    return replace(_day(past), turn=lambda future: (coming, coming) if future else (past, past))


def _weekend(f: Found) -> When:
    """The last that has begun; ahead, the one that is not over."""
    saturday = f.base - timedelta((f.base.weekday() + 2) % 7)
    past = (saturday, saturday + timedelta(1))
    coming = past if f.base.weekday() > 4 else (saturday + timedelta(7), saturday + timedelta(8))
    return When(past, "span", lambda future: coming if future else past)


def _following(f: Found) -> When | None:
    """*The next day*, *the same week*."""
    sign, unit = f.number("from"), f.word("unit")
    return _day(f.base + timedelta(sign)) if unit == "day" else _calendar(unit, sign, f.base)


def _counted(count: int, unit: str, base: date) -> date:
    if unit in words("days"):
        return base + timedelta(count * int(words("days")[unit]))
    first, last = _months(base.year, base.month + count * int(words("months")[unit]), 1)
    return min(first + timedelta(base.day - 1), last)


def _stretch(f: Found) -> When | None:
    """*The past two years*, *the next decade*: as long as it is, up to the publication or from it on."""
    count = f.number("count", "number") if "count" in f.parts else 1
    other = _counted(count * f.number("shift"), f.word("unit"), f.base)
    return When((min(f.base, other), max(f.base, other)), "span") if other != f.base else None


def _edge(f: Found) -> When:
    """*The first six months of 2004*, *the last three weeks of the year*."""
    first, last = _year(f.number("year") or f.base.year + f.number("yearshift", "shift"))
    count, unit = f.number("count", "number"), f.word("unit")
    if f.number("shift") < 0:
        return When((_counted(-count, unit, last + timedelta(1)), last), "span")
    return When((first, _counted(count, unit, first) - timedelta(1)), "span")


def _both(f: Found) -> When | None:
    """*This year and next*."""
    this, following = (_calendar(f.word("unit"), n, f.base) for n in (0, 1))
    return When((this.days[0], following.days[1]), "span") if this and following else None


def _distant(f: Found) -> When:
    """*Three days ago* is a day, *a month ago* a month, *ten years later* a year.

    *On Friday, two days after it fell*: it fell on Wednesday.
    """
    unit = f.word("unit")
    count = f.number("count", "number") if "count" in f.parts else 1
    other = _counted(count * (1 if f.word("sense") in ("later", "before") else -1), unit, f.base)
    if unit in words("days"):
        return _day(other)
    if int(words("months")[unit]) % 12:
        return When(_months(other.year, other.month, 1), "month")
    return When(_year(other.year), "year")


def _period(f: Found) -> When | None:
    """*Last week*, *early this year*, *next summer*, *this morning*, *the end of the month*."""
    unit, sign, third = f.word("unit"), f.number("shift"), f.value("third")
    measured = unit in words("days") or unit in words("months")
    if sign and measured and (unit == "decade" or f.word("shift") == "past"):
        return _stretch(f)
    when = _calendar(unit, sign, f.base)
    if when is not None and not sign and f.word("so_far") and when.granularity in ("week", "month"):
        return When((when.days[0], f.base), "span")  # *earlier this week*
    return When(_part(when.days, third), "span") if when is not None and third else when


def _calendar(unit: str, sign: int, base: date) -> When | None:
    """The last, this or next of what the calendar counts; None for what it does not."""
    monday = base - timedelta(base.weekday() - 7 * sign)
    if unit in words("daytime"):
        return _day(base + timedelta(sign))
    if unit in words("season"):
        month = int(words("season")[unit])
        # *Last summer* is the one that is over, *next summer* the one that has not begun.
        over = month + 2 < base.month if sign < 0 else month <= base.month
        return When(_months(base.year + (sign if over == (sign > 0) else 0), month), "span")
    known = {
        "week": When((monday, monday + timedelta(6)), "week"),
        "weekend": When((monday + timedelta(5), monday + timedelta(6)), "span"),
        "month": When(_months(base.year, base.month + sign, 1), "month"),
        "year": When(_year(base.year + sign), "year"),
        "quarter": When(_months(base.year, (base.month - 1) // 3 * 3 + 1 + 3 * sign), "span"),
        "decade": When(_year(base.year // 10 * 10, base.year // 10 * 10 + 9), "span"),
    }
    return known.get(unit)
