"""The publication date as a person types it: one full day, never guessed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.dates import Reading, Typed, read_typed


class NotOneDay(ValueError):
    """What was typed is not one full day; `meant` holds the days it may mean."""

    def __init__(self, message: str, meant: tuple[date, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.meant = meant


@dataclass(frozen=True)
class Meant:
    """A day that what was typed may mean, for a button."""

    day: date

    @property
    def words(self) -> str:
        """The day with its weekday, since that is what a person checks."""
        return in_full(self.day)


def in_full(day: date) -> str:
    """Return "Thursday 2 May 2019"."""
    return date_format(day, _("l j F Y"))


def read_day(typed: str) -> date:
    """Return the day that `typed` names in full, in any order and language the engine reads; else NotOneDay."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        pass
    found = read_typed(typed, None)
    days = _days(found)
    if found.is_half_read:
        part = {"typed": typed, "unread": found.unread}
        message = _("“%(typed)s” was read in part: “%(unread)s” was not. Give the day alone, or choose it.")
        raise NotOneDay(message % part, tuple(days))
    if found.reading and found.reading.is_weekday_mismatch:
        raise NotOneDay(_mismatch(found.reading, days[0]), tuple(days))
    if found.reading and found.reading.is_outside_era and days:
        raise NotOneDay(_("The era does not hold this day. Check the year, or choose the day."), tuple(days))
    if found.reading and found.reading.date and found.reading.date.zone and days:
        message = _("“%(typed)s” is a time in a zone; in another place it may be the day before or after. Choose one.")
        raise NotOneDay(message % {"typed": typed}, tuple(days[0] + timedelta(days=step) for step in (-1, 0, 1)))
    if len(days) == 1:
        return days[0]
    if days:
        raise NotOneDay(_("“%(typed)s” can be read in more than one way. Choose one.") % {"typed": typed}, tuple(days))
    raise NotOneDay(_why_not(typed, found))


def _days(found: Typed) -> list[date]:
    days = [reading.date.earliest for reading in found.readings if reading.date and reading.date.exact]
    return list(dict.fromkeys(day for day in days if day))


def _mismatch(reading: Reading, day: date) -> str:
    return _("The weekday does not match: that day was a %(weekday)s.") % {"weekday": date_format(day, "l")}


def _why_not(typed: str, found: Typed) -> str:
    if any(reading.is_impossible for reading in found.readings):
        return _("“%(typed)s” is not in the calendar. Check day and month.") % {"typed": typed}
    if any(reading.date for reading in found.readings) or _needs_a_day(typed):
        return _("“%(typed)s” is not one full day. Give day, month and year.") % {"typed": typed}
    return _("“%(typed)s” cannot be read as a date. Write it as 2 May 2019 or 2019-05-02.") % {"typed": typed}


def _needs_a_day(typed: str) -> bool:
    """Whether it is read once there is a day to count from, as "yesterday" is."""
    return read_typed(typed, date(2000, 1, 1)).is_read
