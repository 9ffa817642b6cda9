"""Units of the calendar: the names of precisions, and the first and last day of each unit."""

import datetime
from enum import StrEnum
from functools import lru_cache

Bounds = tuple[datetime.date, datetime.date]
Days = tuple[datetime.date | None, datetime.date | None]
Years = tuple[int | None, int | None]
LAST_YEAR = 9999
"""The last year, before Christ also the first, of which EDTF has months and days."""
ONE_DAY = datetime.timedelta(days=1)


class Precision(StrEnum):
    """How exactly a source puts a date (the names of the house's dates document)."""

    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part-of-month"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    PART_OF_YEAR = "part-of-year"
    HALF = "half"
    YEAR = "year"
    PART_OF_DECADE = "part-of-decade"
    DECADE = "decade"
    PART_OF_CENTURY = "part-of-century"
    CENTURY = "century"
    RANGE = "range"
    UNDATED = "undated"


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """Days in a month of any year (proleptic Gregorian). The module of calendars would load that of locales."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _LENGTHS[month - 1]


@lru_cache(maxsize=4096)
def month_bounds(year: int, month: int) -> Bounds:
    """First and last day of a month."""
    return datetime.date(year, month, 1), datetime.date(year, month, days_in_month(year, month))


def months_bounds(year: int, month: int, count: int) -> Bounds:
    """First day of a month and last day of the month `count - 1` months later."""
    later = month - 1 + count - 1
    return datetime.date(year, month, 1), month_bounds(year + later // 12, later % 12 + 1)[1]


def years_bounds(first: int, last: int) -> Bounds:
    """1 January of the first year and 31 December of the last; years must lie in 1-9999."""
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31)


def known_days(first: int | None, last: int | None) -> Days:
    """1 January of the first year and 31 December of the last, as far as they lie in 1-9999."""
    return (
        datetime.date(first, 1, 1) if first is not None and in_range(first) else None,
        datetime.date(last, 12, 31) if last is not None and in_range(last) else None,
    )


def week_bounds(day: datetime.date) -> Bounds:
    """Monday and Sunday of the week that holds a day (ISO 8601)."""
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, monday + datetime.timedelta(days=6)


def in_range(first: int, last: int | None = None) -> bool:
    """Whether the years can be held by Python's date (1-9999)."""
    return first >= 1 and (first if last is None else last) <= 9999


def starts_month(day: datetime.date) -> bool:
    return day.day == 1


def ends_month(day: datetime.date) -> bool:
    return day.day == days_in_month(day.year, day.month)


def starts_year(day: datetime.date) -> bool:
    return day.day == 1 and day.month == 1


def ends_year(day: datetime.date) -> bool:
    return day.day == 31 and day.month == 12


def whole_months(earliest: datetime.date, latest: datetime.date) -> bool:
    return starts_month(earliest) and ends_month(latest)


def whole_years(earliest: datetime.date, latest: datetime.date) -> bool:
    return starts_year(earliest) and ends_year(latest)


# A window says its precision by its shape: the shapes that the house table makes, (first, last) in the unit.
_DAYS_OF_MONTH = {(1, 10), (11, 20), (21, 31), (1, 15), (16, 31), (1, 20), (11, 31)}
_MONTHS_OF_YEAR = {(1, 4), (5, 8), (9, 12), (1, 8), (5, 12)}
_YEARS_OF_DECADE = {(0, 3), (4, 6), (7, 9), (0, 4), (5, 9), (0, 6), (4, 9)}
_YEARS_OF_CENTURY = {(1, 33), (34, 66), (67, 100), (1, 50), (51, 100), (1, 66), (34, 100)}


def precision_of(earliest: datetime.date | None, latest: datetime.date | None) -> Precision:
    """The precision that bounds show by themselves; RANGE where they fit no unit or part of one, or one is open."""
    if earliest is None or latest is None:
        return Precision.RANGE
    if earliest == latest:
        return Precision.DAY
    if whole_years(earliest, latest):
        return _precision_of_years(earliest.year, latest.year)
    if whole_months(earliest, latest):
        return _precision_of_months(earliest, latest)
    if (earliest, latest) == week_bounds(earliest):
        return Precision.WEEK
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        last = 31 if ends_month(latest) else latest.day
        return Precision.PART_OF_MONTH if (earliest.day, last) in _DAYS_OF_MONTH else Precision.RANGE
    return Precision.RANGE


def _precision_of_months(earliest: datetime.date, latest: datetime.date) -> Precision:
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return Precision.MONTH
    if earliest.year == latest.year and (earliest.month, latest.month) in _MONTHS_OF_YEAR:
        return Precision.PART_OF_YEAR
    if latest.year == earliest.year + 1:
        # Winter runs over New Year; a fiscal year (April to March) is still a year.
        return {(12, 2): Precision.SEASON, (4, 3): Precision.YEAR}.get((earliest.month, latest.month), Precision.RANGE)
    return Precision.RANGE


def _precision_of_years(first: int, last: int) -> Precision:
    if first == last:
        return Precision.YEAR
    if first // 10 == last // 10:
        if last - first == 9:
            return Precision.DECADE
        return Precision.PART_OF_DECADE if (first % 10, last % 10) in _YEARS_OF_DECADE else Precision.RANGE
    # The 20th century counts its years from 1901, the 1900s from 1900.
    for start in ((first - 1) // 100 * 100, first // 100 * 100 - 1):
        if (first - start, last - start) == (1, 100):
            return Precision.CENTURY
        if (first - start, last - start) in _YEARS_OF_CENTURY:
            return Precision.PART_OF_CENTURY
    return Precision.RANGE


def hull(
    bounds: list[tuple[datetime.date | None, datetime.date | None]],
) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day of several windows; None where one of them is open."""
    firsts, lasts = [first for first, _ in bounds], [last for _, last in bounds]
    known_firsts, known_lasts = [day for day in firsts if day], [day for day in lasts if day]
    return (
        min(known_firsts) if known_firsts and len(known_firsts) == len(firsts) else None,
        max(known_lasts) if known_lasts and len(known_lasts) == len(lasts) else None,
    )


def hull_of_years(spans: list[Years]) -> Years:
    """The first and last year of several spans; None where one of them is open."""
    firsts, lasts = [span[0] for span in spans], [span[1] for span in spans]
    first = None if None in firsts else min(year for year in firsts if year is not None)
    last = None if None in lasts else max(year for year in lasts if year is not None)
    return first, last
