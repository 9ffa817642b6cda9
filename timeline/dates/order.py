"""Which of two dates comes first, whether both can be true, and where a date stands in a list."""

import datetime
from enum import StrEnum

from timeline.dates.edtf import parse
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.members import as_end, as_start
from timeline.dates.notation import below_year
from timeline.dates.units import ONE_DAY, days_in_month

Key = tuple[int, ...]
# Years are compared by number where days cannot hold them; these stand for the two open ends.
_ALWAYS, _NEVER = (-(10**30), 0, 0), (10**30, 0, 0)
_LAST = 10**6
_LONGER = 24 * 3600 + 1


class Order(StrEnum):
    """How two dates stand in time."""

    BEFORE = "before"
    AFTER = "after"
    OVERLAPS = "overlaps"


def compare(first: FuzzyDate, second: FuzzyDate) -> Order:
    """Before or after where every possible day of one is earlier than every possible day of the other."""
    if _end(first) < _start(second):
        return Order.BEFORE
    return Order.AFTER if _end(second) < _start(first) else Order.OVERLAPS


def both_can_be_true(first: FuzzyDate, second: FuzzyDate) -> bool:
    """Whether one and the same event can have both dates; "about" reaches as far again to each side.

    Two extents must be able to share both their ends; an extent and a window must touch.
    """
    if not first.dated or not second.dated:
        return True
    if _is_extent(first) and _is_extent(second):
        sides = zip(first.parts, second.parts, strict=True)
        return all(both_can_be_true(ours, theirs) for ours, theirs in sides)
    return compare(_widened(first), _widened(second)) is Order.OVERLAPS


def home(date: FuzzyDate) -> FuzzyDate | None:
    """The smallest day, month, year, decade or century that wholly holds a date: the heading it belongs under.

    What lasted, and a set of days, belongs where it begins; what has one open side, or crosses centuries,
    belongs to the year of the side that is known. None: undated.
    """
    if date.parts and not date.pattern:
        start, end = date.parts[0], date.parts[-1]
        known, kept = (start, as_start(start)) if start.dated else (end, as_end(end))
        # EDTF keeps of a window only its first or last unit as the end of an extent.
        return home(known if kept == known.edtf or not date.lasting else parse(kept)) if known.dated else None
    first, last = date.year_span
    if first is None or last is None or first // 100 != last // 100:
        year = last if last is not None else first
        return None if year is None else FuzzyDate.year(year)
    if first // 10 != last // 10:
        return FuzzyDate.century(first)
    if first != last:
        return FuzzyDate.decade(first)
    return _within_year(date, first)


def order_key(date: FuzzyDate) -> Key:
    """A sort key of eight numbers: a date that is not exact comes after the exact ones of its `home`.

    Century, decade, year, month and day of the home (10, 10, 13, 32: not known), then the time of day, then
    the bounds. Undated sorts last.
    """
    place = home(date)
    year = place.year_span[0] if place else None
    if place is None or year is None:
        return (_LAST, 0, 0, 0, 0, 0, 0, 0)
    century, in_century = year // 100, year // 10 % 10
    if place.precision == "century":
        slots: Key = (10, 10, 13, 32)
    elif place.precision == "decade":
        slots = (in_century, 10, 13, 32)
    else:
        slots = (in_century, year % 10, *_month_and_day(place))
    return (century, *slots, _clock(date), _ordinal(date.earliest), _ordinal(date.latest))


def days_of(date: FuzzyDate) -> tuple[int | None, int | None]:
    """The first and last day a date can mean, "about" widened as above, counted as `datetime.date.toordinal` does.

    Years that the calendar module cannot hold are counted on in the same way; None: open or unknown.
    """
    wide = _widened(date)
    (first, *begin), (last, *stop) = _start(wide), _end(wide)
    return (
        None if (first, *begin) == _ALWAYS else _day_number(first, *begin),
        None if (last, *stop) == _NEVER else _day_number(last, *stop),
    )


def _day_number(year: int, month: int, day: int) -> int:
    """Days since 1 January of year 1, in a calendar without end in both directions; it repeats after 400 years."""
    cycles, rest = divmod(year - 1, 400)
    return cycles * 146_097 + datetime.date(rest + 1, month, day).toordinal()


def _within_year(date: FuzzyDate, year: int) -> FuzzyDate:
    if date.earliest is None or date.latest is None:
        # A month or day of a year that the calendar module cannot hold stands in its text alone.
        named = below_year(date.pattern)[0]
        return FuzzyDate.beyond(year, year, date.pattern, date.precision) if named else FuzzyDate.year(year)
    if date.earliest == date.latest:
        return FuzzyDate.day(date.earliest)
    if date.earliest.month == date.latest.month:
        return FuzzyDate.month(year, date.earliest.month)
    return FuzzyDate.year(year)


def _month_and_day(place: FuzzyDate) -> tuple[int, int]:
    month, day = below_year(place.pattern)
    if month:
        return month, day or 32
    if place.precision == "year" or place.earliest is None:
        return 13, 32
    return place.earliest.month, place.earliest.day if place.is_day else 32


def _clock(date: FuzzyDate) -> int:
    """Seconds of the day, from 1; a day without a time comes first, what lasts longer than that day last."""
    time = date.time
    if date.parts:
        return _LONGER
    return 0 if time is None else 1 + time.hour * 3600 + time.minute * 60 + time.second


def _ordinal(day: datetime.date | None) -> int:
    return day.toordinal() if day else 0


def _start(date: FuzzyDate) -> tuple[int, int, int]:
    if date.earliest:
        return date.earliest.year, date.earliest.month, date.earliest.day
    if date.lasting and date.parts:
        return _start(date.parts[0])
    month, day = below_year(date.pattern)
    if month:
        return date.year_span[0] or 0, month, day or 1
    return (date.years[0], 1, 1) if date.years and date.years[0] is not None else _ALWAYS


def _end(date: FuzzyDate) -> tuple[int, int, int]:
    if date.latest:
        return date.latest.year, date.latest.month, date.latest.day
    if date.lasting and date.parts:
        return _end(date.parts[-1])
    month, day = below_year(date.pattern)
    if month:
        year = date.year_span[1] or 0
        return year, month, day or days_in_month(year, month)
    return (date.years[1], 12, 31) if date.years and date.years[1] is not None else _NEVER


def _is_extent(date: FuzzyDate) -> bool:
    return date.lasting and len(date.parts) == 2


def _widened(date: FuzzyDate) -> FuzzyDate:
    if not date.approximate or date.earliest is None or date.latest is None:
        return date
    reach = date.latest - date.earliest + ONE_DAY
    earliest = date.earliest - min(reach, date.earliest - datetime.date.min)
    latest = date.latest + min(reach, datetime.date.max - date.latest)
    return FuzzyDate(earliest, latest, date.precision)
