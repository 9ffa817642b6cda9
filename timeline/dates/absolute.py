"""Dates that name their own year, decade or century; and those whose year something else supplies."""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline.dates.context import Context
from timeline.dates.conventions import TWO_DIGIT_YEARS_AHEAD, unit_of
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.languages import Fields, Value
from timeline.dates.notation import year_text
from timeline.dates.option import Facts, Option, impossible, make_day
from timeline.dates.units import LAST_YEAR, Precision, days_in_month

FULL, COARSE = 0.97, 0.95
# A reign or a life may run so far over the turn of the eras; how sure either reading then is.
MOST_AFTER_CHRIST, DOUBTFUL = 99, 0.5
# In England until 1752 and elsewhere the year began so late.
NEW_YEAR_OF_OLD = (3, 25)
DUAL_YEAR = "dual-year"
SHARED_MARK = "shared"
"""The value of `bc` where its mark stands at the date in front, whose number is the larger one."""


def number(fields: Fields, name: str) -> int | None:
    """A field that is a number."""
    value = fields.get(name)
    return value if isinstance(value, int) else None


def year_of_two_digits(digits: int, context: Context) -> int:
    """The year that two figures mean: not far after the anchor, else in the century before."""
    around = context.reference.day.year if context.reference else 2000
    year = around // 100 * 100 + digits
    if year > around + TWO_DIGIT_YEARS_AHEAD:
        year -= 100
    return year + 100 if around - year > 100 - TWO_DIGIT_YEARS_AHEAD else year


def named_year(fields: Fields, context: Context) -> int | None:
    """The year that the words name, 0 and below before Christ; None where they name none."""
    year = number(fields, "year")
    if year is None and (digits := number(fields, "yy")) is not None:
        return year_of_two_digits(digits, context)
    return 1 - year if year is not None and fields.get("bc") else year


_MANY = frozenset({"century", "decade", "hundreds", "era_decade", "short_decade", "word_decade", "fiscal"})


def many_years(fields: Fields, context: Context) -> list[Option]:
    """Decades, centuries, fiscal years; [] where the fields name none."""
    if _MANY.isdisjoint(fields):
        return []
    if (century := number(fields, "century")) is not None:
        if century > 99:
            # "1998c" is a year with a mark of some kind.
            return []
        return _century(1 - century if fields.get("bc") else century)
    if (decade := number(fields, "decade")) is not None:
        return [_named(FuzzyDate.decade(decade), COARSE)]
    if (hundreds := number(fields, "hundreds")) is not None:
        return _hundreds(hundreds)
    if (years := number(fields, "era_decade")) is not None:
        # Few texts count by eras: their tables load when one does.
        from timeline.dates.era_years import era_decade

        return era_decade(str(fields["era"]), years)
    short = number(fields, "short_decade") or number(fields, "word_decade")
    if short is not None:
        return _short_decade(short, context)
    fiscal = fields.get("fiscal")
    if isinstance(fiscal, int):
        year = fiscal if fiscal > 99 else year_of_two_digits(fiscal, context)
        return [Option(FuzzyDate.fiscal_year(year), "fiscal-year", {"year": year}, 0.9, named_year=True)]
    return []


def _named(date: FuzzyDate, confidence: float = FULL) -> Option:
    return Option(date, "named-in-full", {"edtf": date.edtf}, confidence, named_year=True)


def _century(century: int) -> list[Option]:
    date = FuzzyDate.nth_century(century)
    value = f"{century - 1:02d}" if century > 0 else ""
    return [Option(date, "century-by-number", {"century": century}, COARSE, value=value, named_year=True)]


def _hundreds(year: int) -> list[Option]:
    """ "the 1800s" is the century; "the 2000s" the decade."""
    century, decade = FuzzyDate.century(year), FuzzyDate.decade(year)
    best, other = (decade, century) if year >= 2000 else (century, decade)
    return [_named(best, 0.9), _named(other, 0.4)]


def _short_decade(digits: int, context: Context) -> list[Option]:
    """ "the 70s", "the seventies": the last such decade that has begun by the reference, or that its story comes to."""
    around = context.reference.day.year if context.reference else 1999
    year = around // 100 * 100 + digits
    if context.narrative and context.anchor:
        near = [one for one in (year - 100, year, year + 100) if one <= context.anchor.year]
        year = min(near or [year], key=lambda one: abs(one - around))
    elif year > around:
        year -= 100
    facts: Facts = {"decade": year, "around": around}
    return [Option(FuzzyDate.decade(year), "decade-of-century", facts, 0.9, named_year=True)]


def in_year(fields: Fields, year: int) -> Option:
    """The day, month, season, quarter, half or year that the fields name in a known year."""
    return _in_year(tuple(fields.items()), year)


@lru_cache(maxsize=4096)
def _in_year(items: tuple[tuple[str, Value], ...], year: int) -> Option:
    fields = dict(items)
    month = number(fields, "month") or number(fields, "month_number")
    day = number(fields, "day")
    if month is not None and day is not None:
        return _day(year, month, day)
    if month is not None:
        return _named(FuzzyDate.month(year, month)) if month <= 12 else impossible("month", month=month)
    unit = _part_of_year(fields, year)
    return unit if unit else _named(FuzzyDate.year(year), COARSE)


def _day(year: int, month: int, day: int) -> Option:
    if abs(year) > LAST_YEAR:
        return _named(FuzzyDate.year(year))
    if year < 1 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
        return _named(FuzzyDate.beyond(year, year, f"{year_text(year)}-{month:02d}-{day:02d}", Precision.DAY))
    found = make_day(year, month, day)
    if found is None:
        return impossible("day", year=year, month=month, day=day)
    return _named(FuzzyDate.day(found))


def _part_of_year(fields: Fields, year: int) -> Option | None:
    """A season, quarter or half; None for others, and for years that hold none here."""
    if abs(year) > LAST_YEAR:
        return None
    if season := number(fields, "season"):
        value = f"{year:04d}-{('SP', 'SU', 'FA', 'WI')[season - 1]}" if year > 0 else ""
        facts: Facts = {"season": season, "year": year}
        return Option(FuzzyDate.season(year, season), "season-of-year", facts, 0.93, value=value, named_year=True)
    quarter, half = number(fields, "quarter"), number(fields, "half")
    if quarter and quarter <= 4:
        return Option(
            FuzzyDate.quarter(year, quarter), "quarter-of-year", {"quarter": quarter, "year": year}, named_year=True
        )
    if half and half <= 2:
        return Option(FuzzyDate.half(year, half), "half-of-year", {"half": half, "year": year}, named_year=True)
    return None


def of_two_years(fields: Fields, year: int) -> list[Option]:
    """ "11 February 1732/3": a year that began on 25 March, and as it is counted today; impossible for others."""
    facts: Facts = {"first": year, "last": year + 1}
    years = [year + step for step in steps_of_two_years(fields, year, fields)]
    if not years:
        return [impossible("two-years", first=year)]
    options = [in_year(fields, one).then(DUAL_YEAR, facts=facts, confidence=DOUBTFUL) for one in years]
    return [option for option in options if option.date] or options[:1]


def steps_of_two_years(fields: Fields, year: int, place: Fields) -> tuple[int, ...]:
    """How many years after the first of two the date may be, the likelier first; () where the second is not the next.

    Before 25 March today's year is the later one, after it the earlier; but nothing tells which the writer meant.
    """
    last = number(fields, "dual") or 0
    if (year + 1) % 10 ** len(str(last)) != last:
        return ()
    is_before = (number(place, "month") or 12, number(place, "day") or 1) < NEW_YEAR_OF_OLD
    return (1, 0) if is_before else (0, 1)


def other_winter(fields: Fields, year: int) -> list[Option]:
    """ "winter 2018" may also be the one that ends in that year."""
    if number(fields, "season") != 4 or abs(year) >= LAST_YEAR:
        return []
    return [
        Option(FuzzyDate.season(year - 1, 4), "season-of-year", {"season": 4, "year": year - 1}, 0.4, named_year=True)
    ]


def week_of_year(fields: Fields, year: int) -> list[Option]:
    """ "week 23 of 2018", counted as ISO 8601 does; impossible where the year has no such week."""
    week = number(fields, "iso_week") or 0
    try:
        monday = datetime.date.fromisocalendar(year, week, 1)
    except ValueError:
        return [impossible("week", week=week, year=year)]
    return [Option(FuzzyDate.week(monday), "week-of-year", {"week": week, "year": year}, FULL, named_year=True)]


def check_weekday(option: Option, weekday: int | None) -> Option:
    """The same date, flagged where the weekday that the words name does not match."""
    day = option.date.earliest if option.date else None
    if weekday is None or day is None or not option.date or not option.date.is_day or day.isoweekday() == weekday:
        return option
    facts: Facts = {"weekday": weekday, "is_weekday": day.isoweekday()}
    return option.then("weekday-mismatch", facts=facts, confidence=min(option.confidence, 0.5))


def unit_around(day: datetime.date, unit: str) -> FuzzyDate:
    """The unit that holds a day; the day itself for hours and less."""
    return unit_of(day, unit) or FuzzyDate.day(day)
