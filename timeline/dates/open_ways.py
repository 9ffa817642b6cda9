"""What stays open in a date that was read whole: the century of two figures, and the calendar of two days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from timeline.dates.conventions import TWO_DIGIT_YEARS_AHEAD
from timeline.dates.engine import reading_of
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.option import Option
from timeline.dates.record import replace
from timeline.dates.result import Reading

Readings = tuple[Reading, ...]
Reread = Callable[[datetime.date], Readings]

TAKEN_CENTURY, OTHER_CENTURY, OTHER_CALENDAR = "century-taken", "other-century", "other-calendar"
_CENTURY = 100
# Without a day to count from, two figures are read from here.
_BASE = datetime.date(2000, 1, 1)
# Three figures in a row are a year of its own century.
_THREE_FIGURES = re.compile(r"\d{3}")
_LESS = 0.4


def with_other_century(words: str, readings: Readings, anchor: datetime.date | None, reread: Reread) -> Readings:
    """The readings with those of the nearest other centuries, where the words give two figures of their year.

    That is so where the words name the same date of another century when they are read as of another. A weekday, a
    29 February or a day to count from that is near tells the century.
    """
    best = readings[0]
    year = best.date.year_span[0] if best.date else None
    if year is None or best.anchor or best.rule.startswith("written") or _THREE_FIGURES.search(words):
        return readings
    base = anchor or _BASE
    if anchor and abs(year - anchor.year) <= TWO_DIGIT_YEARS_AHEAD:
        return readings
    # The past first, unless the years to come are as near as those that two figures may mean anyway.
    ways = (1, -1) if year + _CENTURY <= base.year + 2 * TWO_DIGIT_YEARS_AHEAD else (-1,)
    others = [reading for way in ways for reading in _of_century(readings, base, way, reread)]
    if not others or (not best.is_weekday_mismatch and all(one.is_weekday_mismatch for one in others)):
        return readings
    facts = best.facts | {"hundreds": year // _CENTURY * _CENTURY}
    first = replace(best, rule=f"{best.rule}+{TAKEN_CENTURY}", facts=facts)
    return (first, *readings[1:], *others)


def of_century(century: int, reread: Reread) -> Readings:
    """The readings where years of two figures are those of a century, named by its first year (1900)."""
    # Counted from there, two figures reach from the first year of the century to its last.
    day = datetime.date(century + _CENTURY - TWO_DIGIT_YEARS_AHEAD, 1, 1)
    return tuple(one for one in reread(day) if one.date and _hundreds(one.date) == century)


def without_doubt(reading: Reading) -> Reading:
    """The reading as it is where something else tells its century."""
    told = [rule for rule in reading.rule.split("+") if rule not in (TAKEN_CENTURY, OTHER_CENTURY)]
    return replace(reading, rule="+".join(told))


def with_other_calendar(words: str, readings: Readings) -> Readings:
    """The readings with the single day that "29 May / 10 June 1850" is, if it tells one day by two calendars."""
    best = readings[0]
    if best.rule.startswith("written") or "/" not in words or not (day := _day_of_both(best.date)):
        return readings
    other = reading_of(Option(day, OTHER_CALENDAR, confidence=_LESS))
    return (best, replace(other, start=best.start, end=best.end), *readings[1:])


def _of_century(readings: Readings, base: datetime.date, way: int, reread: Reread) -> list[Reading]:
    """The readings that are as they are, of a century later or before."""
    if not _CENTURY < base.year + way * _CENTURY < 9900:
        return []
    spans = {one.date.year_span for one in readings if one.date}
    found = reread(base.replace(year=base.year + way * _CENTURY, day=min(base.day, 28)))
    return [
        replace(one, rule=f"{one.rule}+{OTHER_CENTURY}", facts=one.facts | {"hundreds": hundreds}, confidence=_LESS)
        for one in found
        if one.date and _shifted(one.date, -way) in spans and (hundreds := _hundreds(one.date)) is not None
    ]


def _shifted(date: FuzzyDate, way: int) -> tuple[int | None, int | None]:
    first, last = (None if year is None else year + way * _CENTURY for year in date.year_span)
    return first, last


def _hundreds(date: FuzzyDate) -> int | None:
    first = date.year_span[0]
    return None if first is None else first // _CENTURY * _CENTURY


def _day_of_both(date: FuzzyDate | None) -> FuzzyDate | None:
    """The later of two days that lie as far apart as the Julian and the Gregorian calendar then did; else None."""
    if date is None or not date.lasting or date.earliest is None or date.latest is None:
        return None
    old, new = date.earliest, date.latest
    if date != FuzzyDate.extent(FuzzyDate.day(old), FuzzyDate.day(new)):
        return None
    # The Julian calendar has a leap day more in each year of hundreds that four hundred does not divide.
    hundreds = (old.year if (old.month, old.day) > (2, 28) else old.year - 1) // _CENTURY
    apart = hundreds - hundreds // 4 - 2
    return FuzzyDate.day(new) if apart >= 10 and (new - old).days == apart else None
