"""What is to be said of a cell's date though it was read whole: that it may be another one."""

import datetime
import re
from collections.abc import Iterator

from timeline.dates import FuzzyDate
from timeline.dates.open_ways import OTHER_CENTURY
from timeline.dates.typed import read_typed
from timeline.dates.typed_result import Typed
from timeline.dates.units import whole_years
from timeline.transfer.findings import Finding, warning

BEFORE_ZERO = re.compile(r"[-−–]\s?(\d{1,3}|[1-9]\d{3})")
"""A year before Christ by a minus."""
_YEARS_ON, _DAYS_ON = 4, 100


def doubts(text: str, found: Typed, is_before_christ: bool = False) -> Iterator[Finding]:
    """Yield what the date box would say of words that are read whole; `is_before_christ`: a cell beside says BC."""
    best, others = found.readings[0], [one for one in found.readings[1:] if OTHER_CENTURY not in one.rule]
    if best.date is None:
        return
    if found.is_century_taken:
        centuries = [one.date.edtf for one in found.readings if one.date and OTHER_CENTURY in one.rule]
        yield warning("century-taken", words=text, taken=best.date.edtf, other=centuries[0])
    # The year 1 of a column that says BC is 0000 in EDTF, and known.
    if found.is_year_zero and not is_before_christ:
        yield warning("year-zero", words=text, edtf=best.date.edtf)
    # What hangs on a day has nearer and farther readings; of what names its own year a second one is as good.
    if found.is_ambiguous or not best.anchor:
        other = next((one.date for one in others if one.date and one.date != best.date), None)
        if other:
            yield warning("two-ways", words=text, taken=best.date.edtf, other=other.edtf)
    if best.is_weekday_mismatch or best.is_outside_era:
        yield warning("doubtful", words=text, why=best.why)
    before_zero = BEFORE_ZERO.fullmatch(text)
    if before_zero:
        yield warning("before-zero", words=text, edtf=best.date.edtf, year=int(before_zero[1]) + 1)


def supplied_year(found: Typed, source_day: datetime.date | None) -> Finding | None:
    """Return that words name a day or month but no year, which the day of the source supplied; else None.

    So it is where the same day or month of another year is read as soon as the source is of another year and season.
    """
    date = found.reading.date if found.reading else None
    if source_day is None or date is None or date.earliest is None or not 1 < source_day.year < 9990:
        return None
    later_day = source_day.replace(year=source_day.year + _YEARS_ON, day=1) + datetime.timedelta(days=_DAYS_ON)
    later = read_typed(found.words, later_day, language=found.language or None).reading
    if later is None or later.date is None or later.date.earliest is None or _is_told(later.rule):
        return None
    # By whole centuries moves a year of two figures.
    if (later.date.earliest.year - date.earliest.year) % 100 == 0 or not _same_but_for_the_year(date, later.date):
        return None
    others = (
        reading.date for reading in found.readings[1:] if reading.date and _same_but_for_the_year(date, reading.date)
    )
    other = next(others, None) or _other_year(date, -1 if date.earliest > source_day else 1)
    facts = {"words": found.words, "taken": date.edtf, "given": source_day.isoformat()}
    return warning("year-supplied", **facts, other=other.edtf if other else "")


def _is_told(rule: str) -> bool:
    """Whether words such as "last year" or "next" tell the year."""
    return any(told in rule for told in ("named-within", "year-last", "year-next", "year-of-anchor"))


def _same_but_for_the_year(one: FuzzyDate, other: FuzzyDate) -> bool:
    if one.earliest and one.latest and whole_years(one.earliest, one.latest):
        return False
    days = [(date.earliest, date.latest) for date in (one, other)]
    months = [[(day.month, day.day if day.day < 28 else 28) for day in pair if day] for pair in days]
    return months[0] == months[1] and one.precision == other.precision


def _other_year(date: FuzzyDate, way: int) -> FuzzyDate | None:
    if date.earliest is None:
        return None
    year = date.earliest.year + way
    if date.precision == "month":
        return FuzzyDate.month(year, date.earliest.month)
    try:
        return FuzzyDate.day(date.earliest.replace(year=year)) if date.is_day else FuzzyDate.year(year)
    except ValueError:
        return None
