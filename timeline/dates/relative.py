"""Dates counted from another: "last week", "three days ago", "the following year", "the past three years"."""

from __future__ import annotations

import datetime

from timeline.dates.absolute import check_weekday, in_year, number, unit_around, week_of_year
from timeline.dates.context import UNIT_RANKS, Context, Known
from timeline.dates.conventions import DAYS_IN_HALF_MONTH, UNKNOWN_COUNT, move
from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, hung, name_of
from timeline.dates.record import replace
from timeline.dates.timex import duration
from timeline.dates.units import in_range

FINER = ("month", "month_number", "season", "quarter", "half")
_LATE = 7
# From the anchor; from a date read before, which may be the wrong one.
TIMES, HUNG = 0.93, 0.85
# As exact as the words may be, though they hardly are.
OTHER = 0.4
# What half a unit is counted in.
_HALVED = {
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
}
# What else the words of a count say, as facts.
_TOLD_OF_COUNTS = ("compare", "more_unit", "more_count", "beside")
_COMPARED = {Precision.QUARTER, Precision.HALF}


def shifted(fields: Fields, context: Context) -> list[Option]:
    """A unit before, of or after the base, or what the fields name within it; [] without a base."""
    unit, shift = str(fields["unit"]), (number(fields, "shift") or 0) * (number(fields, "sign") or 1)
    if context.bygone and unit == "year" and not any(name in fields for name in FINER):
        rule = "unit-before" if shift < 0 else "unit-after" if shift > 0 else "unit-of"
        return _bygone(context.bygone, shift, rule, {"unit": unit, "shift": shift})
    told = context.just_told(unit, shift) if shift > 0 and fields.get("base") == "previous" else None
    base = told or context.base(str(fields.get("base", "anchor")), unit)
    if base is None:
        return []
    if (year := number(fields, "like_year")) is not None:
        return _like_quarter(year, context)
    if unit == "weekend" and "shift" not in fields:
        shift = 0 if context.way[0] > -("undecided" in fields) or base.day.isoweekday() > 5 else -1
    if "new" in fields and base.day.month < _LATE:
        # "The new year" is the next one only from late in the old one.
        shift = 0
    try:
        start = _holding(base, unit)
        day = move(start, unit, shift) if unit != "decade" else move(start, "year", 10 * shift)
    except (OverflowError, ValueError):
        return []
    within = _within(fields, unit, day)
    if within is not None:
        # Its year or month is counted: its words alone do not name it.
        within = replace(within, rule=within.rule.replace("named-in-full", "named-within"))
    rule = f"{'story-' if base.words else ''}unit-{'before' if shift < 0 else 'after' if shift > 0 else 'of'}"
    facts: Facts = {"unit": unit, "shift": shift, **hung(base)}
    if within is not None:
        return (
            [within.then(rule, facts=facts, confidence=TIMES, anchor=name_of(base), named_year=False)]
            if within.date
            else [within]
        )
    date = unit_around(day, unit)
    option = Option(date, rule, facts, HUNG if base.words else TIMES, anchor=name_of(base))
    part = fields.get("part")
    return [_side_of_anchor(option, str(part), base)] if part else [option]


def _holding(base: Known, unit: str) -> datetime.date:
    """The day whose month or year the base is in: of a week that runs over the end of one its Thursday (ISO 8601)."""
    date = base.date
    if date.precision is Precision.WEEK and date.earliest and date.latest and UNIT_RANKS.get(unit, 0) > 1:
        return date.earliest + (date.latest - date.earliest) // 2
    return base.day


def _like_quarter(year: int, context: Context) -> list[Option]:
    """ "The third quarter ... the 1988 quarter": the quarter spoken of, in the year named; else that year."""
    told = context.story.quarter
    if told is None or told.paragraph < context.paragraph - 1 or not in_range(year):
        return [Option(FuzzyDate.year(year), "named-in-full", {"year": year}, HUNG)]
    quarter = unit_around(told.day.replace(year=year, day=1), "quarter")
    return [
        Option(quarter, "year-of-story", hung(told) | {"year": year}, HUNG, anchor=name_of(told), named_year=True),
        Option(FuzzyDate.year(year), "named-in-full", {"year": year}, 0.4),
    ]


def _bygone(base: Known, years: int, rule: str, facts: Facts) -> list[Option]:
    """A year counted from one before Christ; [] from an open side."""
    year = base.date.years[0] if base.date.years else None
    if year is None:
        return []
    return [Option(FuzzyDate.year(year + years), f"story-{rule}", facts | hung(base), HUNG, anchor=name_of(base))]


def _within(fields: Fields, unit: str, day: datetime.date) -> Option | None:
    """The month of last year, the weekday of next week, the day of that month; None where only the unit is named."""
    if unit == "year" and "iso_week" in fields:
        return week_of_year(fields, day.year)[0]
    of_month = number(fields, "day")
    if unit == "year" and any(name in fields for name in FINER):
        return check_weekday(in_year(fields, day.year), number(fields, "weekday"))
    if unit == "month" and of_month:
        return in_year({"month": day.month, "day": of_month}, day.year)
    weekday = number(fields, "weekday")
    if unit == "week" and of_month and not weekday:
        days = [day + datetime.timedelta(days=place - day.isoweekday()) for place in range(1, 8)]
        return next(
            (Option(FuzzyDate.day(one), "day-in-week", {"day": of_month}) for one in days if one.day == of_month), None
        )
    if unit == "week" and weekday:
        found = day + datetime.timedelta(days=weekday - day.isoweekday())
        return Option(FuzzyDate.day(found), "weekday-in-week", {"weekday": weekday})
    return None


def _side_of_anchor(option: Option, part: str, base: Known) -> Option:
    """“Earlier this month”: up to the anchor's day; “later”: from there on. “Later that month” is all of it."""
    date = option.date
    if date is None or base.words or date.earliest is None or date.latest is None:
        return option.then("all-of-unit")
    if date.is_day or not date.holds(base.day):
        # "Earlier last week".
        return option.then("all-of-unit")
    if part == "earlier":
        return option.then("earlier-in-unit", date=FuzzyDate.window(date.earliest, base.day), ground=date)
    return option.then("later-in-unit", date=FuzzyDate.window(base.day, date.latest), ground=date)


def offset(fields: Fields, context: Context, base: Known | None) -> list[Option]:
    """So many units before or after a base: the day, or for longer units that unit, approximately."""
    unit, sign = str(fields["unit"]), number(fields, "sign") or 1
    facts: Facts = {"unit": unit, "count": fields["count"], "sign": sign}
    way = "before" if sign < 0 else "after"
    if base is None and context.bygone and unit == "year" and (years := number(fields, "count")):
        return _bygone(context.bygone, sign * years, f"count-{way}", facts)
    base = base or _base_of_count(fields, context, unit, sign)
    if base is None:
        return []
    base = _quarter_ended(base, context) if unit == "year" and sign < 0 else base
    facts |= hung(base) | {name: fields[name] for name in _TOLD_OF_COUNTS if name in fields}
    if fields.get("compare") == "year" and (whole := _year_before(base)):
        return [Option(whole, f"story-count-{way}", facts, HUNG, anchor=name_of(base))]
    count = number(fields, "count")
    if count is None:
        return [_not_said(unit, sign, base, facts)]
    half = DAYS_IN_HALF_MONTH if "and_half" in fields and unit == "month" and count else 0
    if half:
        facts["half"] = 1
    elif "and_half" in fields:
        # "A year and a half ago", "half a year ago" count in the smaller unit.
        unit, size = _HALVED.get(unit, (unit, 2))
        count = count * size + size // 2
        facts |= {"unit": unit, "count": count}
    try:
        day = move(move(base.day, unit, sign * count), "day", sign * half)
        # Half a month is told to the week, not to the month.
        day, unit = _further(fields, day, "week" if half else unit, sign)
    except (OverflowError, ValueError):
        return [Option(None, "impossible-count", facts, 0.9)]
    rule = f"{'story-' if base.words else ''}count-{way}"
    if beside := number(fields, "beside"):
        rule += "+days-back" if beside < 0 else "+days-on"
    if "exact" in fields:
        return [Option(FuzzyDate.day(day), rule, facts, TIMES, anchor=name_of(base))]
    return _counted(day, unit, base, Option(None, rule, facts, HUNG if base.words else TIMES, anchor=name_of(base)))


def _base_of_count(fields: Fields, context: Context, unit: str, sign: int) -> Known | None:
    """What a count starts from."""
    told = context.just_told(unit, sign) if fields.get("base") == "previous" else None
    fine = "day" if unit in ("day", "workday", "hour", "week") else unit
    return told or context.base(str(fields.get("base", "anchor")), fine)


def _not_said(unit: str, sign: int, base: Known, facts: Facts) -> Option:
    """ "Years ago" has no days; "hours ago" hardly leaves the day."""
    if unit in ("hour", "minute", "second"):
        return Option(FuzzyDate.day(base.day).about(), "few-hours", facts, 0.6, anchor=name_of(base))
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Option(None, "count-not-said", facts, 0.9, value=reference, anchor=name_of(base))


def _further(fields: Fields, day: datetime.date, unit: str, sign: int) -> tuple[datetime.date, str]:
    """ "Two years and three months ago", "a week ago yesterday": counted on in another unit. Raises as `move` does."""
    if "more_unit" in fields:
        unit = str(fields["more_unit"])
        day = move(day, unit, sign * (number(fields, "more_count") or 0))
    if "beside" in fields:
        return move(day, "day", number(fields, "beside") or 0), "day"
    return day, unit


def _quarter_ended(base: Known, context: Context) -> Known:
    """The quarter of the news whose last day was named just before: "the quarter ended Sept. 30 ... a year earlier"."""
    quarter = context.story.quarter
    if quarter is None or context.narrative or not base.words or not base.date.is_day:
        return base
    return quarter if quarter.paragraph >= base.paragraph - 1 and quarter.date.latest == base.day else base


def _year_before(base: Known) -> FuzzyDate | None:
    """The same stretch of the year before: January to July, after "January to July"; None where no stretch was read."""
    if base.whole is None or base.whole.earliest is None or base.whole.latest is None:
        return None
    ending = move(base.whole.latest + datetime.timedelta(days=1), "year", -1) - datetime.timedelta(days=1)
    return FuzzyDate.window(move(base.whole.earliest, "year", -1), ending)


def weekdays(fields: Fields, context: Context, base: Known | None) -> list[Option]:
    """ "two Sundays from now", "the third Tuesday after Easter": so many such weekdays on, its own day left out."""
    wanted, sign = number(fields, "weekday") or 1, number(fields, "sign") or 1
    count = number(fields, "count") or number(fields, "nth") or 1
    if (weeks := number(fields, "weeks")) is not None:
        count = 1 + weeks * (2 if fields.get("unit") == "fortnight" else 1)
    counts_own = weeks is not None
    base = base or context.base(str(fields.get("base", "anchor")), "day")
    if base is None:
        return []
    start = base.date.latest if sign > 0 else base.date.earliest
    if start is None:
        return []
    # On a Monday "a week on Monday" is in seven days.
    near = (sign * (wanted - start.isoweekday())) % 7 or (0 if counts_own else 7)
    facts: Facts = {"weekday": wanted, "count": count, "sign": sign, **hung(base)}
    try:
        day = start + datetime.timedelta(days=sign * (near + 7 * (count - 1)))
    except OverflowError:
        return [Option(None, "impossible-count", facts, 0.9)]
    return [Option(FuzzyDate.day(day), "weekdays-counted", facts, HUNG, anchor=name_of(base))]


def length(fields: Fields) -> Option:
    """A length of time without days."""
    unit, count = str(fields.get("unit", "day")), number(fields, "count") or UNKNOWN_COUNT
    return Option(
        None, "length", {"unit": unit, "count": count}, 0.9, kind="DURATION", value=duration(count, unit).value
    )


def _counted(day: datetime.date, unit: str, base: Known, option: Option) -> list[Option]:
    if unit in ("day", "workday", "hour", "minute", "second"):
        return [option.then_date(FuzzyDate.day(day))]
    if unit in ("week", "fortnight", "weekend"):
        exact = FuzzyDate.day(day)
        best = option.then_date(exact if base.words else exact.about())
        return [best, _instead(option, "whole-unit", FuzzyDate.week(day), "week")]
    named = str(option.facts.get("compare", ""))
    if named in ("day", "week", "weekend", "month", "quarter"):
        # "The year-ago quarter", whatever was named before it.
        return [option.then_date(unit_around(day, named))]
    compared = _COMPARED | {Precision.MONTH} if "compare" in option.facts else _COMPARED
    if "compare" in option.facts and base.date.precision is Precision.PART_OF_MONTH:
        return [option.then_date(unit_around(day, "month"))]
    if base.words and unit == "year" and base.date.precision in compared:
        # "Third-quarter profit rose from a year earlier" compares quarters.
        return [option.then_date(unit_around(day, base.date.precision.value))]
    best = option.then_date(unit_around(day, unit).about())
    # From a year or a month nothing can be counted to the day.
    to_the_day = _instead(option, "to-the-day", FuzzyDate.day(day).about(), unit)
    return [best, to_the_day] if base.date.is_day else [best]


def _instead(option: Option, rule: str, date: FuzzyDate, unit: str) -> Option:
    """Another exactness than the count's own; the unit is the one that the reason speaks of."""
    return option.then(rule, date=date, confidence=OTHER, facts={"date_unit": unit})


def _stretch(
    day: datetime.date, unit: str, way: int, count: int, whole: bool = False
) -> tuple[datetime.date, datetime.date]:
    """So many units up to the day before, or from the day after; quarters and whole units are the calendar's."""
    if unit in ("hour", "minute", "second"):
        return tuple(sorted((day, move(day, unit, way * count))))  # type: ignore[return-value]
    if unit in ("quarter", "half") or (whole and unit in ("week", "month", "year")):
        edges = [unit_around(move(day, unit, way * places), unit) for places in (1, count)]
        bounds = sorted(edge for unit_date in edges for edge in (unit_date.earliest, unit_date.latest) if edge)
        return bounds[0], bounds[-1]
    if way < 0:
        return move(day, unit, -count), day - datetime.timedelta(days=1)
    return day + datetime.timedelta(days=1), move(day, unit, count)


def span(fields: Fields, context: Context) -> list[Option]:
    """ "the past three years": a length of time that ends (or begins) at the anchor."""
    unit, way = str(fields["unit"]), number(fields, "way") or -1
    count = number(fields, "count")
    base = context.reference
    facts: Facts = {"unit": unit, "count": fields.get("count", UNKNOWN_COUNT), "way": way, **hung(base)}
    value = duration(count or UNKNOWN_COUNT, unit).value
    rule = "length-beside-anchor" if base else "length"
    plain = Option(None, rule, facts, 0.9, kind="DURATION", value=value, anchor=name_of(base))
    if count is None or base is None:
        return [plain]
    try:
        first, last = _stretch(base.day, unit, way, count, "whole" in fields)
    except (OverflowError, ValueError):
        return [plain]
    last = base.day if "with_today" in fields else last
    dated = plain.then_date(FuzzyDate.extent(FuzzyDate.day(first), FuzzyDate.day(last)))
    return [replace(dated, kind="DATE")]
