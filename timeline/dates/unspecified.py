"""Year, month and day as EDTF writes them, digits perhaps unknown ("X"), to the days they leave possible."""

import datetime
from collections.abc import Iterator

from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.notation import group_of
from timeline.dates.units import Precision, days_in_month, in_range, known_days, months_bounds

# EDTF level 2 sub-year groupings that the house prints as they came: code -> (first month, months, precision).
_GROUPINGS = {
    25: (3, 3, Precision.SEASON),
    26: (6, 3, Precision.SEASON),
    27: (9, 3, Precision.SEASON),
    28: (12, 3, Precision.SEASON),
    29: (9, 3, Precision.SEASON),
    30: (12, 3, Precision.SEASON),
    31: (3, 3, Precision.SEASON),
    32: (6, 3, Precision.SEASON),
    37: (1, 4, Precision.PART_OF_YEAR),
    38: (5, 4, Precision.PART_OF_YEAR),
    39: (9, 4, Precision.PART_OF_YEAR),
}
# The only season of the house's that runs over New Year.
_WINTER = 24
Day = tuple[int, int, int]


class Impossible(ValueError):
    """Parts that make no date; the message says what was expected."""


def read_date(parts: list[str]) -> FuzzyDate:
    """The date of one to three EDTF parts: year, month or sub-year code, day."""
    year, *rest = parts
    if year == "-0000":
        raise Impossible("a year other than -0000")
    if "X" in "".join(parts):
        return _with_unknown_digits(parts)
    if not rest:
        return FuzzyDate.year(int(year))
    number = int(rest[0])
    if 21 <= number <= 41 and len(rest) == 1:
        return _grouping(int(year), number, "-".join(parts))
    if not 1 <= number <= 12:
        raise Impossible("a month 01-12, or 21-41 for a season, quarter or half")
    if len(rest) == 1:
        return FuzzyDate.month(int(year), number)
    return _day(int(year), number, int(rest[1]), "-".join(parts))


def _day(year: int, month: int, day: int, text: str) -> FuzzyDate:
    if not 1 <= day <= days_in_month(year, month):
        raise Impossible(f"a day that month has, 01-{days_in_month(year, month)}")
    if not in_range(year):
        return FuzzyDate.beyond(year, year, text, Precision.DAY)
    return FuzzyDate.day(datetime.date(year, month, day))


def _grouping(year: int, code: int, text: str) -> FuzzyDate:
    month, count, precision = _GROUPINGS.get(code, (12 if code == _WINTER else 1, 3, Precision.SEASON))
    if not in_range(year, year + (month + count > 13)):
        named = group_of(text)
        return FuzzyDate.beyond(year, year, text, named[0] if named else precision)
    if code in _GROUPINGS:
        return FuzzyDate(*months_bounds(year, month, count), precision, pattern=text)
    if code <= 24:
        return FuzzyDate.season(year, code - 20)
    return FuzzyDate.quarter(year, code - 32) if code <= 36 else FuzzyDate.half(year, code - 39)


def _with_unknown_digits(parts: list[str]) -> FuzzyDate:
    text = "-".join(parts)
    simple = _decade_or_century(text)
    if simple:
        return simple
    days = list(_first_of(_days(parts, forward=True))) + list(_first_of(_days(parts, forward=False)))
    if not days:
        raise Impossible("digits that some date can have")
    first, last = days
    precision = _precision(parts)
    if not in_range(first[0], last[0]):
        # Of years that are not known at all none is the last.
        known = (None, None) if text.startswith("X") else known_days(first[0], last[0])
        return FuzzyDate.beyond(first[0], last[0], text, precision, known)
    return FuzzyDate(datetime.date(*first), datetime.date(*last), precision, pattern=text)


def _decade_or_century(text: str) -> FuzzyDate | None:
    if len(text) != 4 or not in_range(int(text.replace("X", "0"))):
        return None
    known = text.rstrip("X")
    if "X" in known or len(known) < 2:
        return None
    year = int(text.replace("X", "0"))
    return FuzzyDate.decade(year) if len(known) == 3 else FuzzyDate.century(year)


def _precision(parts: list[str]) -> Precision:
    """Unknown month or day below a known unit leave that unit: 1985-04-XX is in a known month."""
    known = 0
    while known < len(parts) and "X" not in parts[known]:
        known += 1
    if known and all(part == "XX" for part in parts[known:]):
        return Precision.YEAR if known == 1 else Precision.MONTH
    digits = parts[0].lstrip("-").rstrip("X")
    if len(parts) == 1 and "X" not in digits:
        return {3: Precision.DECADE, 2: Precision.CENTURY}.get(len(digits), Precision.RANGE)
    return Precision.RANGE


def _days(parts: list[str], forward: bool) -> Iterator[Day]:
    """Every day that fits, in time order or against it; a missing part is as good as an unknown one."""
    step = 1 if forward else -1
    month_shape, day_shape = [*parts, "XX", "XX"][1:3]
    months = [month for month in range(1, 13) if _fits(month, month_shape)][::step]
    days = [day for day in range(1, 32) if _fits(day, day_shape)][::step]
    for year in _years(parts[0])[::step]:
        for month in months:
            for day in days:
                if day <= days_in_month(year, month):
                    yield year, month, day


def _first_of(days: Iterator[Day]) -> Iterator[Day]:
    for day in days:
        yield day
        return


def _years(shape: str) -> list[int]:
    digits = shape.lstrip("-")
    numbers = [0]
    for digit in digits:
        choices = range(10) if digit == "X" else (int(digit),)
        numbers = [number * 10 + choice for number in numbers for choice in choices]
    return sorted(-number for number in numbers) if shape.startswith("-") else numbers


def _fits(number: int, shape: str) -> bool:
    written = f"{number:02d}"
    return all(mark in ("X", digit) for mark, digit in zip(shape, written, strict=True))
