"""FuzzyDate, lengths and vague times to TIMEX3 (ISO-TimeML: type, value, mod)."""

from __future__ import annotations

import datetime
from functools import lru_cache

from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.record import record
from timeline.dates.units import Precision, ends_month, ends_year, month_bounds, years_bounds

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
_DATE_UNITS = {
    "day": "D",
    "workday": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_CLOCK_UNITS = {"hour": "H", "minute": "M", "second": "S"}
# Units that TIMEX3 has no letter for, in those that it has.
_MULTIPLES = {"fortnight": (2, "week"), "half": (6, "month")}


@record
class Timex:
    """A TIMEX3 annotation; `value` and `mod` are "" where TIMEX3 has none."""

    type: str
    value: str
    mod: str = ""


@lru_cache(maxsize=4096)
def timex(date: FuzzyDate) -> Timex:
    """The TIMEX3 of a date: of its known side if one is open, no value if two ends make it."""
    if date.parts:
        return _of_parts(date)
    if date.time is not None and date.earliest:
        return Timex(TIME, f"{date.earliest.isoformat()}T{date.time.strftime('%H:%M')}", _mod(date))
    if date.years:
        return Timex(DATE, _beyond(date), _mod(date))
    if date.earliest and date.latest:
        value, part = _value(date, date.earliest, date.latest)
        return Timex(DATE, value, part or _mod(date))
    return _open(date)


def duration(count: float | str, unit: str) -> Timex:
    """A length: 3 years is P3Y, 2 hours PT2H, "a few days" PXD (count "X")."""
    if unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        count = count if isinstance(count, str) else count * times
    number = count if isinstance(count, str) else f"{count:g}"
    if unit in _CLOCK_UNITS:
        return Timex(DURATION, f"PT{number}{_CLOCK_UNITS[unit]}")
    return Timex(DURATION, f"P{number}{_DATE_UNITS[unit]}")


def recurring(count: float, unit: str) -> Timex:
    """What comes again: every two weeks is a SET of P2W."""
    return Timex(SET, duration(count, unit).value)


def reference(when: str) -> Timex:
    """A time that is no date: "recently" (past), "now" (present), "soon" (future)."""
    return Timex(DATE, _REFERENCES[when])


def _mod(date: FuzzyDate) -> str:
    return "APPROX" if date.approximate else ""


def _of_parts(date: FuzzyDate) -> Timex:
    known = [part for part in date.parts if part.dated]
    if len(known) == 1:
        return timex(known[0])
    return Timex(DATE, "", _mod(date))


def _open(date: FuzzyDate) -> Timex:
    if date.latest:
        first = _unit_ending(date.latest)
        return Timex(DATE, _value(date, first, date.latest)[0], "ON_OR_BEFORE")
    if date.earliest:
        last = _unit_starting(date.earliest)
        return Timex(DATE, _value(date, date.earliest, last)[0], "ON_OR_AFTER")
    return Timex(DATE, "")


def _unit_ending(day: datetime.date) -> datetime.date:
    """The first day of the largest of year, month and day that ends with a day."""
    return day.replace(month=1, day=1) if ends_year(day) else day.replace(day=1) if ends_month(day) else day


def _unit_starting(day: datetime.date) -> datetime.date:
    if day.day > 1:
        return day
    return (years_bounds(day.year, day.year) if day.month == 1 else month_bounds(day.year, day.month))[1]


def _value(date: FuzzyDate, earliest: datetime.date, latest: datetime.date) -> tuple[str, str]:
    """Value and part (START, MID, END) of a closed window."""
    year = f"{earliest.year:04d}"
    if earliest == latest:
        return earliest.isoformat(), ""
    if (earliest, latest) == month_bounds(earliest.year, earliest.month):
        return f"{year}-{earliest.month:02d}", ""
    if (earliest, latest) == years_bounds(earliest.year, earliest.year):
        return year, ""
    return _named(date, earliest, latest)


def _named(date: FuzzyDate, earliest: datetime.date, latest: datetime.date) -> tuple[str, str]:
    year = f"{earliest.year:04d}"
    middle = earliest + (latest - earliest) / 2
    match date.precision:
        case Precision.WEEK:
            return _week(middle), ""
        case Precision.SEASON:
            return f"{year}-{_SEASONS[earliest.month]}" if earliest.month in _SEASONS else "", ""
        case Precision.QUARTER:
            return f"{year}-Q{(earliest.month + 2) // 3}", ""
        case Precision.HALF:
            return f"{year}-H{1 if earliest.month == 1 else 2}", ""
        case Precision.YEAR:
            return f"FY{year}", ""
        case Precision.DECADE:
            return year[:3], ""
        case Precision.CENTURY:
            return f"{middle.year // 100:02d}", ""
        case Precision.PART_OF_MONTH:
            return f"{year}-{earliest.month:02d}", _part(earliest, latest, *month_bounds(*_month(earliest)))
        case Precision.PART_OF_YEAR:
            return year, _part(earliest, latest, *years_bounds(earliest.year, earliest.year))
        case Precision.PART_OF_DECADE:
            first = earliest.year // 10 * 10
            return year[:3], _part(earliest, latest, *years_bounds(first, first + 9))
        case Precision.PART_OF_CENTURY:
            first = (earliest.year - 1) // 100 * 100 + 1
            return f"{first // 100:02d}", _part(earliest, latest, *years_bounds(first, first + 99))
    weekend = earliest.weekday() == 5 and (latest - earliest).days == 1
    return (f"{_week(earliest)}-WE", "") if weekend else ("", "")


def _week(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _month(day: datetime.date) -> tuple[int, int]:
    return day.year, day.month


def _part(earliest: datetime.date, latest: datetime.date, first: datetime.date, last: datetime.date) -> str:
    return "START" if earliest == first else "END" if latest == last else "MID"


def _beyond(date: FuzzyDate) -> str:
    first, last = date.year_span
    if first is None or first != last:
        return ""
    return f"BC{1 - first:04d}" if first <= 0 else str(first)
