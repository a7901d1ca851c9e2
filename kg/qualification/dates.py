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
from kg.parsing import Parse

# Days for which a day that is over is still meant where the predicate looks ahead.
_JUST = 7

Days = tuple[date, date]
Turn = Callable[[bool], Days]
"""For what the tense decides: the days, given whether the predicate looks ahead."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as the text gives it. days: first and last, None where no anchor dates it; start, end: its words."""

    days: Days | None
    granularity: str
    turn: Turn | None = None
    start: int = 0
    end: int = 0


@cache
def words(kind: str) -> dict[str, str]:
    """The words of a kind and their values."""
    return {r["word"]: r["value"] for r in lexicon.table("lexicon/calendar") if r["kind"] == kind}


def _value(kind: str, text: str | None) -> str | None:
    """What a matched word means; None where nothing matched."""
    return words(kind)[re.sub(r"\s+", " ", text.lower()).replace("’", "'")] if text else None


def _any(*kinds: str) -> str:
    found = sorted((w for k in kinds for w in words(k)), key=len, reverse=True)
    spaced = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in found)
    return f"(?:{spaced})" + r"(?!\w)"


def _day(day: date) -> When:
    return When((day, day), "day")


def _year(first: int, last: int | None = None) -> Days:
    return date(first, 1, 1), date(last or first, 12, 31)


def _month(year: int, month: int) -> Days:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, count: int = 3) -> Days:
    return _month(year, first)[0], _month(year, first + count - 1)[1]


def _off(base: date, months: int) -> date:
    first, last = _month(base.year, base.month + months)
    return min(first + timedelta(base.day - 1), last)


def _part(days: Days, third: str | None) -> Days:
    """Early, mid or late part: of a month ten days, at its beginning or end seven; of a longer time a third.

    Parts of decades and centuries are whole years: the early 1960s are 1960 to 1963, the late 1960s 1967 to 1969.
    """
    if third is None:
        return days
    place, length = int(third[0]), (days[1] - days[0]).days + 1
    years = days[1].year - days[0].year + 1
    if years > 2:
        first = days[0].year - days[0].year % 10
        bounds = (days[0].year, first + years // 3 + 1, first + 2 * years // 3 + 1, days[1].year + 1)
        return _year(bounds[place], bounds[place + 1] - 1)
    size = length // 3 if length > 31 else 7 if third.endswith("s") else 10
    start = days[0] + timedelta((0, (length - size) // 2, length - size)[place])
    return start, start + timedelta(size - 1)


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
        rf"the\s+(?P<weekend>{_any('weekend')})",
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
    return frozenset(w.split()[0] for k in kinds for w in words(k))


def dates(parse: Parse) -> Iterator[When]:
    """The date expressions of an article, in order; *two days later* counts from the last day met."""
    last: date | None = None
    told = _year_told(parse)
    for sent in parse.sentences:
        words = parse.words_of(sent)
        if not any(w.lower in _telling() or w.text[0].isdigit() for w in words):
            continue
        for m in _forms().finditer(parse.article.text, sent.start, sent.end):
            when = _resolved(m, parse.article.published, told, last)
            if when is None:
                continue
            if when.days is not None and m["side"] is None and m["from"] is None and m["recent"] is None:
                last = when.days[0]
            yield replace(when, start=m.start(), end=m.end())


def _year_told(parse: Parse) -> int | None:
    """The year of which an article tells: one long past, named three times and more often than all others."""
    published = parse.article.published
    named = Counter(re.findall(r"(?<![\w$€£.-])(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)", parse.article.text))
    first, count = named.most_common(1)[0] if named else ("0", 0)
    told = published is not None and count > 2 and 2 * count > named.total() and int(first) < published.year - 1
    return int(first) if told else None


def _resolved(m: re.Match[str], published: date | None, told: int | None, last: date | None) -> When | None:
    try:
        return _absolute(m) or _yearly(m, published, told) or _weekday(m, published) or _relative(m, published, last)
    except (ValueError, OverflowError):
        return None  # 31 February, year 0: no date after all


def _absolute(m: re.Match[str]) -> When | None:
    """What carries its year."""
    if m["iso"]:
        return _day(date.fromisoformat(m["iso"]))
    if m["decade"]:
        return When(_part(_year(int(m["decade"]), int(m["decade"]) + 9), _value("third", m["third5"])), "span")
    if m["century"]:
        last = int(m["century"]) * 100
        return When(_part(_year(last - 99, last), _value("third", m["third6"])), "span")
    if m["season"]:
        return When(_months(int(m["y4"]), int(words("season")[m["season"].lower()])), "span")
    if m["y5"]:
        first = int(m["y5"])
        upto = int(m["upto"]) if m["upto"] else first
        upto = upto if upto > 99 else first // 100 * 100 + upto
        days = _part(_year(first, upto), _value("third", m["third2"]))
        return When(days, "span" if m["upto"] or m["third2"] else "year") if first <= upto < first + 100 else None
    return None


def _yearly(m: re.Match[str], published: date | None, told: int | None) -> When | None:
    """What comes once a year: months, days of months, feasts, quarters."""
    name = m["md"] or m["dm"] or m["month"] or m["holiday"] or m["quarter"]
    if not name or not (name[0].isupper() or m["quarter"]):
        return None
    days, granularity = _in_year(m)
    year = m["y1"] or m["y2"] or m["y3"] or m["y6"] or m["y7"]
    if year:
        return When(days(int(year)), granularity)
    if published is None:
        return When(None, granularity)
    other = _value("shift", m["ys1"] or m["ys2"] or m["ys3"])
    if other:
        return When(days(published.year + int(other)), granularity)
    this = published.year
    weekday = _value("weekday", m["wd1"] or m["wd2"])
    for near in (this, this - 1, this + 1) if weekday else ():
        if days(near)[0].weekday() == int(weekday or 0):
            return When(days(near), granularity)
    back = days(told or (this if days(this)[0] <= published else this - 1))
    # *Was to vote on December 11*, told on the twelfth, was yesterday.
    passed = published - days(this)[1] > timedelta(_JUST if granularity == "day" else 0)
    ahead = days(this + 1 if passed else this)
    side = _value("shift", m["ms"])
    if side == "-1":  # *last May* is over
        return When(back if back[1] < published else days(back[0].year - 1), granularity)
    if side:
        return When(ahead if side == "1" else back, granularity)
    return When(back, granularity, lambda future: ahead if future else back)


def _in_year(m: re.Match[str]) -> tuple[Callable[[int], Days], str]:
    """The days of a month, day, feast or quarter in a given year, and the granularity."""
    if m["quarter"]:
        first = int(words("ordinal")[m["quarter"].lower()]) * 3 - 2
        return (lambda year: _months(year, first)), "span"
    feast = _value("holiday", m["holiday"])
    name = _value("month", m["md"] or m["dm"] or m["month"])
    month, begin = feast.split("-") if feast else (name or "", m["d1"] or m["d3"])
    if not begin:
        third = _value("third", m["third1"])
        return (lambda year: _part(_month(year, int(month)), third)), "span" if third else "month"
    end = m["d2"] or begin
    return (
        lambda year: (date(year, int(month), int(begin)), date(year, int(month), int(end))),
        "day" if begin == end else "span",
    )


def _weekday(m: re.Match[str], published: date | None) -> When | None:
    """The day itself or the last one before publication; ahead, the next."""
    if not m["weekday"]:
        return None
    if published is None:
        return When(None, "day")
    behind = (published.weekday() - int(words("weekday")[m["weekday"].lower()])) % 7
    shift = _value("shift", m["when"])
    if shift in ("1", "-1"):
        return _day(published + timedelta(7 - behind if shift == "1" else -(behind or 7)))
    past = published - timedelta(behind)
    coming = past + timedelta(7 if behind else 0)
    return replace(_day(past), turn=lambda future: (coming, coming) if future else (past, past))


def _relative(m: re.Match[str], published: date | None, last: date | None) -> When | None:
    """What counts from the publication date, or (*later*, *the next day*) from the last day met."""
    side = (m["side"] or "").lower()
    base = last if side in ("earlier", "later") or m["from"] else published
    unit = re.sub(r"\s+", " ", (m["fromunit"] or m["unit"] or m["units"] or m["agounit"] or m["now"] or "").lower())
    if base is None:
        return When(None, "span")
    if m["weekend"]:  # the last that has begun; ahead, the one that is not over
        saturday = base - timedelta((base.weekday() + 2) % 7)
        past = (saturday, saturday + timedelta(1))
        coming = past if base.weekday() > 4 else (saturday + timedelta(7), saturday + timedelta(8))
        return When(past, "span", lambda future: coming if future else past)
    if m["from"]:
        sign = int(words("from")[m["from"].lower()])
        return _day(base + timedelta(sign)) if unit == "day" else _period(unit, sign, base)
    if m["near"]:
        return _day(base + timedelta(int(words("near")[m["near"].lower()])))
    if side:
        return _ago(_number(m["ago"]) * (1 if side == "later" else -1), unit, base)
    if m["recent"]:
        other = _counted(_number(m["count"]) * int(words("shift")[m["recent"].lower()]), unit, base)
        return When((min(base, other), max(base, other)), "span") if other != base else None
    sign = int(_value("shift", m["shift"]) or 0)
    if (
        sign
        and (unit == "decade" or (m["shift"] or "").lower() == "past")
        and unit in {**words("days"), **words("months")}
    ):
        # *The past year*, *the next decade*: as long as it is, up to the publication or from it on.
        other = _counted(sign, unit, base)
        return When((min(base, other), max(base, other)), "span")
    when = _period(unit, sign, base)
    third = _value("third", m["third3"] or m["third4"])
    return When(_part(when.days, third), "span") if when is not None and when.days is not None and third else when


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(_value("number", text) or 0)


def _counted(count: int, unit: str, base: date) -> date:
    days = words("days").get(unit)
    return base + timedelta(count * int(days)) if days else _off(base, count * int(words("months")[unit]))


def _ago(count: int, unit: str, base: date) -> When:
    """*Three days ago* is a day, *a month ago* a month, *ten years later* a year."""
    other = _counted(count, unit, base)
    if unit in words("days"):
        return _day(other)
    if int(words("months")[unit]) % 12:
        return When(_month(other.year, other.month), "month")
    return When(_year(other.year), "year")


def _period(unit: str, sign: int, base: date) -> When | None:
    """*Last week*, *this year*, *next summer*, *this morning*."""
    monday = base - timedelta(base.weekday() - 7 * sign)
    if unit in words("daytime"):
        return _day(base + timedelta(sign))
    if unit in words("season"):
        month = int(words("season")[unit])
        # *Last summer* is the one that is over, *next summer* the one that has not begun.
        over = month + 2 < base.month if sign < 0 else month <= base.month
        return When(_months(base.year + (sign if over == (sign > 0) else 0), month), "span")
    if unit == "month":
        return When(_month(base.year, base.month + sign), "month")
    known = {
        "week": When((monday, monday + timedelta(6)), "week"),
        "weekend": When((monday + timedelta(5), monday + timedelta(6)), "span"),
        "year": When(_year(base.year + sign), "year"),
        "quarter": When(_months(base.year, (base.month - 1) // 3 * 3 + 1 + 3 * sign), "span"),
        "decade": When(_year(base.year // 10 * 10, base.year // 10 * 10 + 9), "span"),
    }
    return known.get(unit)
