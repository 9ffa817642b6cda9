"""What follows from a day that is known: where in the year it lies, and how long after it a source was published."""

import re
from collections.abc import Iterator
from datetime import date

from timeline.dates import FuzzyDate
from timeline.records.spans import MONTH

_FULL_DAY = re.compile(r"-?\d{4}-(\d\d)-(\d\d)(/|$)")
LAGS = (("same", 0), ("next", 1), ("week", 7), ("month", 31), ("year", 366), ("decade", 3653))
"""How many days after an event its source was published, at most, by the name of the lag."""
IN_CALENDAR = "calendar:days"
"""The facet of what happened on a known day, or lasted from one to another, as a calendar has days."""
BEFORE, LONGER = "before", "longer"
"""The names of what was published earlier than that, and later."""


def names_full_day(edtf: str) -> bool:
    """Return whether a date begins with a whole day."""
    return _FULL_DAY.match(edtf) is not None


def day_of_year(edtf: str) -> int | None:
    """Return month and day that a date begins with as one number; None where it names none."""
    found = _FULL_DAY.match(edtf)
    return number_of(int(found[1]), int(found[2])) if found else None


def calendar_days(when: FuzzyDate | None) -> tuple[date, date] | None:
    """Return the first and the last day of what happened on a known day, or lasted from one to another; else None.

    Days before year 1 and after 9999 stand in no calendar.
    """
    if when is None or when.approximate or when.uncertain:
        return None
    ends = when.parts if when.lasting and len(when.parts) == 2 else (when, when)
    first, last = ends[0].earliest, ends[1].latest
    return (first, last) if all(end.exact for end in ends) and first and last and first <= last else None


def values_of(when: FuzzyDate | None, published: str) -> Iterator[str]:
    """Yield what lists can choose a date by for its known days; `published`: when its source was, "" for no lag."""
    if calendar_days(when):
        yield IN_CALENDAR
    if when and (lag := lag_of(when.earliest, published)):
        yield f"lag:{lag}"


def number_of(month: int, day: int) -> int:
    """Return a month and a day as one number."""
    return month * MONTH + day


def lag_of(day: date | None, published: str) -> str:
    """Return the name of the lag between a day and a publication; "" where no one day is known of either."""
    if day is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
        return ""
    try:
        days = (date.fromisoformat(published) - day).days
    except ValueError:
        return ""
    return BEFORE if days < 0 else next((name for name, most in LAGS if days <= most), LONGER)
