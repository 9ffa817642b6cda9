"""The house table: what "early", "late", "spring", "the weekend" mean. Changed here and nowhere else.

Every function takes and gives FuzzyDates; a window says "some time in".
"""

from __future__ import annotations

import datetime

from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.notation import below_year, group_of, year_text
from timeline.dates.units import LAST_YEAR, days_in_month, week_bounds

# Part of a unit -> its first and last place, counted in the smaller unit (-1 = the last).
PARTS_OF_MONTH = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "first_half": (1, 15),
    "second_half": (16, 31),
    "early_mid": (1, 20),
    "mid_late": (11, 31),
}
PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "early_mid": (1, 8), "mid_late": (5, 12)}
PARTS_OF_DECADE = {
    "early": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
    "first_half": (0, 4),
    "second_half": (5, 9),
    "early_mid": (0, 6),
    "mid_late": (4, 9),
}
# Of a century by number (the 20th is 1901-2000) the years count from 1; the 1800s count from 0.
PARTS_OF_CENTURY = {
    "early": (1, 33),
    "mid": (34, 66),
    "late": (67, 100),
    "first_half": (1, 50),
    "second_half": (51, 100),
    "early_mid": (1, 66),
    "mid_late": (34, 100),
}
# Months after its first.
_THIRDS_OF_FISCAL_YEAR = {"early": (0, 4), "mid": (4, 8), "late": (8, 12)}
PARTS_OF_WEEK = {"early": (0, 2), "mid": (2, 3), "late": (4, 6), "first_half": (0, 2), "second_half": (3, 6)}
PARTS_OF_SEASON = {"early": (0, 0), "mid": (1, 1), "late": (2, 2), "early_mid": (0, 1), "mid_late": (1, 2)}
TIMEX_MODIFIERS = {
    "early": "START",
    "mid": "MID",
    "late": "END",
    "first_half": "START",
    "second_half": "END",
    "early_mid": "START",
    "mid_late": "END",
}
# Half a month, as in "a month and a half ago".
DAYS_IN_HALF_MONTH = 15
# "A few" has no number; a window in TIMEX3 only.
UNKNOWN_COUNT = "X"
# A year of two figures lies at most this many years after the anchor, else in the century before.
TWO_DIGIT_YEARS_AHEAD = 20


def part_of(date: FuzzyDate, part: str) -> FuzzyDate | None:
    """The early, middle or late part, or a half, of a date; None where the table has none for its unit."""
    if date.earliest is None or date.latest is None:
        return _part_of_far_years(date, part) if date.years else None
    first, days = date.earliest, (date.latest - date.earliest).days
    if days == 0:
        return date
    if date.precision is Precision.MONTH and part in PARTS_OF_MONTH:
        return _days_of_month(first, *PARTS_OF_MONTH[part])
    if date.precision is Precision.WEEK and part in PARTS_OF_WEEK:
        start, end = PARTS_OF_WEEK[part]
        return FuzzyDate.window(_later(first, start), _later(first, end))
    if date.precision is Precision.YEAR and first.month == 4 and part in ("first_half", "second_half"):
        return FuzzyDate.months_window(first.year, 4, 9) if part == "first_half" else _second_fiscal_half(date)
    if date.precision is Precision.YEAR and first.month == 4 and part in _THIRDS_OF_FISCAL_YEAR:
        start, end = _THIRDS_OF_FISCAL_YEAR[part]
        return FuzzyDate.window(add_months(first, start), _later(add_months(first, end), -1))
    if date.precision is Precision.YEAR and first.month == 1:
        return _part_of_year(first.year, part)
    return _part_of_many_years(date, part) or _share(date, part)


def _second_fiscal_half(date: FuzzyDate) -> FuzzyDate:
    assert date.earliest is not None
    return FuzzyDate.window(date.earliest.replace(month=10), date.latest)


def _part_of_year(year: int, part: str) -> FuzzyDate:
    if part in ("first_half", "second_half"):
        return FuzzyDate.half(year, 1 if part == "first_half" else 2)
    return FuzzyDate.months_window(year, *PARTS_OF_YEAR[part])


def _part_of_many_years(date: FuzzyDate, part: str) -> FuzzyDate | None:
    year = date.earliest.year if date.earliest else 0
    if date.precision is Precision.DECADE and part in PARTS_OF_DECADE:
        start, end = PARTS_OF_DECADE[part]
        return FuzzyDate.years_window(year + start, year + end)
    if date.precision is Precision.CENTURY and part in PARTS_OF_CENTURY:
        start, end = PARTS_OF_CENTURY[part]
        return FuzzyDate.years_window(
            year // 100 * 100 + start - (year % 100 == 0), year // 100 * 100 + end - (year % 100 == 0)
        )
    if date.precision in (Precision.SEASON, Precision.QUARTER) and part in PARTS_OF_SEASON:
        start, end = PARTS_OF_SEASON[part]
        month = date.earliest.month if date.earliest else 1
        return FuzzyDate.months_window(
            year + (month + start > 12), (month + start - 1) % 12 + 1, (month + start - 1) % 12 + 1 + end - start
        )
    return None


def _part_of_far_years(date: FuzzyDate, part: str) -> FuzzyDate | None:
    """The part of a century, year, season, quarter or month before Christ, by the same shares; None of others."""
    first, last = date.years or (None, None)
    if first is None or last is None:
        return None
    if last - first == 99 and part in PARTS_OF_CENTURY:
        start, end = PARTS_OF_CENTURY[part]
        return FuzzyDate.years_window(first + start - 1, first + end - 1)
    if date.precision is Precision.YEAR and abs(first) <= LAST_YEAR:
        return _part_of_year(first, part)
    if date.precision is Precision.MONTH and part in PARTS_OF_MONTH:
        return _days_of_far_month(first, below_year(date.pattern)[0] or 1, *PARTS_OF_MONTH[part])
    month = _first_of_three_months(date)
    if month is None or part not in PARTS_OF_SEASON:
        return None
    start, end = PARTS_OF_SEASON[part]
    year, place = first + (month + start > 12), (month + start - 1) % 12 + 1
    return FuzzyDate.months_window(year, place, place + end - start) if end > start else FuzzyDate.month(year, place)


def _first_of_three_months(date: FuzzyDate) -> int | None:
    """The month that a season or quarter begins with, where only its text says so; None for others."""
    if group := group_of(date.pattern):
        return None if group[0] is Precision.HALF else group[1]
    start, _, end = date.pattern.strip("[]").partition("..")
    return 12 if date.years and (below_year(start), below_year(end)) == ((12, None), (2, None)) else None


def _days_of_far_month(year: int, month: int, start: int, end: int) -> FuzzyDate:
    last = min(end, days_in_month(year, month))
    first_day, last_day = (
        FuzzyDate.beyond(year, year, f"{year_text(year)}-{month:02d}-{day:02d}", Precision.DAY) for day in (start, last)
    )
    return FuzzyDate.between(first_day, last_day)


def _share(date: FuzzyDate, part: str) -> FuzzyDate:
    """A third or a half of anything else, by days."""
    assert date.earliest is not None
    assert date.latest is not None
    days = (date.latest - date.earliest).days + 1
    shares = {
        "early": (0, 3),
        "mid": (1, 3),
        "late": (2, 3),
        "first_half": (0, 2),
        "second_half": (1, 2),
        "early_mid": (0, 2),
        "mid_late": (1, 2),
    }
    place, of = shares[part]
    start, end = days * place // of, days * (place + 1) // of - 1
    return FuzzyDate.window(_later(date.earliest, start), _later(date.earliest, max(start, end)))


def _days_of_month(first: datetime.date, start: int, end: int) -> FuzzyDate:
    last = min(end, days_in_month(first.year, first.month))
    return FuzzyDate.window(first.replace(day=start), first.replace(day=last))


def _later(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)


def weekend(day: datetime.date) -> FuzzyDate:
    """Saturday and Sunday of the week that holds a day."""
    sunday = week_bounds(day)[1]
    return FuzzyDate.window(sunday - datetime.timedelta(days=1), sunday)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last day of that month; OverflowError outside years 1-9999."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError("year out of range")
    return datetime.date(year, month, min(day.day, days_in_month(year, month)))


def unit_of(day: datetime.date, unit: str) -> FuzzyDate | None:
    """The calendar unit that holds a day; None for a name that is no unit, or that ends after 9999."""
    makers = {
        "day": lambda: FuzzyDate.day(day),
        "week": lambda: FuzzyDate.week(day),
        "weekend": lambda: weekend(day),
        "workweek": lambda: FuzzyDate.window(week_bounds(day)[0], week_bounds(day)[0] + datetime.timedelta(days=4)),
        "month": lambda: FuzzyDate.month(day.year, day.month),
        "quarter": lambda: FuzzyDate.quarter(day.year, (day.month + 2) // 3),
        "half": lambda: FuzzyDate.half(day.year, 1 if day.month <= 6 else 2),
        "season": lambda: season_of(day),
        "year": lambda: FuzzyDate.year(day.year),
        "fiscal": lambda: FuzzyDate.fiscal_year(day.year - (day.month < 4)),
        "decade": lambda: FuzzyDate.decade(day.year),
        "century": lambda: FuzzyDate.nth_century((day.year + 99) // 100),
    }
    try:
        return makers[unit]() if unit in makers else None
    except OverflowError:
        return None


def season_of(day: datetime.date) -> FuzzyDate:
    """The season that holds a day; January and February belong to the winter that began in December."""
    number = day.month % 12 // 3 or 4
    return FuzzyDate.season(day.year - (day.month < 3), number)


MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "fiscal": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "workweek": 7, "fortnight": 14}


def move(day: datetime.date, unit: str, count: int) -> datetime.date:
    """The day so many units later (earlier if negative); OverflowError outside years 1-9999."""
    if unit in MONTHS_IN:
        return add_months(day, MONTHS_IN[unit] * count)
    if unit in ("hour", "minute", "second"):
        size = {"hour": 24, "minute": 1440, "second": 86400}[unit]
        return day + datetime.timedelta(days=count // size if count >= 0 else -(-count // size))
    if unit == "workday":
        return _move_workdays(day, count)
    return day + datetime.timedelta(days=DAYS_IN.get(unit, 1) * count)


def _move_workdays(day: datetime.date, count: int) -> datetime.date:
    """So many days from Monday to Friday later; a weekend counts as the working day behind it."""
    step = 1 if count > 0 else -1
    while day.isoweekday() > 5:
        day -= datetime.timedelta(days=step)
    weeks, rest = divmod(abs(count), 5)
    day += datetime.timedelta(weeks=weeks * step)
    while rest:
        day += datetime.timedelta(days=step)
        rest -= day.isoweekday() <= 5
    return day


def months_from(first: datetime.date, last: datetime.date, step: int) -> list[datetime.date]:
    """The first days of every `step` months from one day to another."""
    count, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [datetime.date(at // 12, at % 12 + 1, 1) for at in range(count, end + 1, step)][:400]
