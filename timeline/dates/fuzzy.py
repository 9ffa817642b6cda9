"""A date as a source puts it: earliest and latest day, precision, and what was said about it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from timeline.dates import notation
from timeline.dates.members import (
    as_end,
    as_member,
    as_start,
    beside,
    choice_text,
    edge,
    first_day,
    flat,
    hedged,
    hull_beyond,
    last_day,
    window_text,
)
from timeline.dates.record import record, replace
from timeline.dates.units import (
    ONE_DAY,
    Days,
    Precision,
    Years,
    hull,
    hull_of_years,
    in_range,
    known_days,
    month_bounds,
    months_bounds,
    precision_of,
    week_bounds,
    years_bounds,
)

TYPE_CHECKING = False  # typing itself takes as long to load as a page takes to read
if TYPE_CHECKING:
    from typing import Self

__all__ = ["OPEN", "UNDATED", "UNKNOWN", "FuzzyDate", "Precision"]


@record
class FuzzyDate:
    """A day, window or extent; `None` bounds are open sides, or years outside 1-9999 (see `years`).

    `lasting`: it lasted from earliest to latest (EDTF `A/B`); otherwise it happened some time within them.
    `parts`: start and end of an extent (`OPEN` or `UNKNOWN` for a side without date), or members of a set.
    `pattern`: the EDTF text of what the bounds cannot say (`156X-12-25`, `-0043`, a choice `[a,b]`), else "".
    """

    earliest: datetime.date | None
    latest: datetime.date | None
    precision: Precision
    lasting: bool = False
    approximate: bool = False
    uncertain: bool = False
    parts: tuple[FuzzyDate, ...] = ()
    time: datetime.time | None = None
    zone: str | None = None
    years: Years | None = None
    pattern: str = ""

    # One unit of the calendar

    @classmethod
    def day(cls, day: datetime.date, *, time: datetime.time | None = None, zone: str | None = None) -> Self:
        """One day, with the time of day and its zone (tz database name or offset) if given."""
        return cls(day, day, Precision.DAY, time=time, zone=zone)

    @classmethod
    def week(cls, day: datetime.date) -> Self:
        """The week, Monday to Sunday, that holds a day."""
        return cls(*week_bounds(day), Precision.WEEK)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """A whole month (also of a year outside 1-9999; EDTF has none of a year of five figures: that year)."""
        if abs(year) > 9999:
            return cls.year(year)
        if not in_range(year):
            return cls.beyond(year, year, f"{notation.year_text(year)}-{month:02d}", Precision.MONTH)
        return cls(*month_bounds(year, month), Precision.MONTH)

    @classmethod
    def season(cls, year: int, season: int) -> Self:
        """Spring 1 (Mar-May), summer 2, autumn 3, winter 4: December of `year` to February of the next."""
        return cls._of_months(year, 3 * season, 3, Precision.SEASON)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """A quarter of the year, 1 to 4."""
        return cls._of_months(year, 3 * quarter - 2, 3, Precision.QUARTER)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        """A half of the year, 1 or 2."""
        return cls._of_months(year, 6 * half - 5, 6, Precision.HALF)

    @classmethod
    def year(cls, year: int) -> Self:
        """A year; 0 is 1 BC, -43 is 44 BC (ISO 8601)."""
        if not in_range(year):
            return cls.beyond(year, year, notation.year_text(year), Precision.YEAR)
        return cls(*years_bounds(year, year), Precision.YEAR)

    @classmethod
    def fiscal_year(cls, year: int) -> Self:
        """Japan's fiscal year: 1 April of `year` to 31 March of the next."""
        return cls._of_months(year, 4, 12, Precision.YEAR)

    @classmethod
    def decade(cls, year: int) -> Self:
        """The decade that a year is in, as "the 1970s" from 1970."""
        first = year // 10 * 10
        return cls._of_years(first, first + 9, Precision.DECADE)

    @classmethod
    def century(cls, year: int) -> Self:
        """The hundred years that a year is in, as "the 1800s" from 1800 (1800-1899)."""
        first = year // 100 * 100
        return cls._of_years(first, first + 99, Precision.CENTURY)

    @classmethod
    def nth_century(cls, number: int) -> Self:
        """A century by number: the 20th is 1901-2000; 0 is the first before Christ."""
        return cls._of_years(number * 100 - 99, number * 100, Precision.CENTURY)

    # Windows: some time in

    @classmethod
    def window(
        cls,
        earliest: datetime.date | None,
        latest: datetime.date | None,
        precision: Precision | None = None,
    ) -> Self:
        """Some time from `earliest` to `latest` (None = open); without precision, the bounds tell it."""
        return cls(earliest, latest, precision or precision_of(earliest, latest))

    @classmethod
    def years_window(cls, first: int, last: int) -> Self:
        """Some time in the years `first` to `last`, as a part of a decade or of a century."""
        if not in_range(first, last):
            return cls._of_years(first, last, Precision.RANGE)
        return cls.window(*years_bounds(first, last))

    @classmethod
    def months_window(cls, year: int, first: int, last: int) -> Self:
        """Some time in the months `first` to `last` of a year; a `last` past 12 runs into the next year."""
        return cls._of_months(year, first, last - first + 1)

    @classmethod
    def between(cls, start: FuzzyDate, end: FuzzyDate) -> Self:
        """Some time between two dates, both included (OPEN: no bound); "about" of either is about the whole."""
        if start.years or end.years:
            years, days = (start.year_span[0], end.year_span[1]), (first_day(start), last_day(end))
            return hedged(cls.beyond(*years, window_text(start, end), Precision.RANGE, days), start, end)
        return hedged(cls(start.earliest, end.latest, Precision.RANGE), start, end)

    @classmethod
    def by(cls, date: FuzzyDate) -> Self:
        """Some time no later than a date: `[..X]`."""
        return cls.between(OPEN, date)

    @classmethod
    def before(cls, date: FuzzyDate) -> Self:
        """Some time before the first day of a date: `[..day before X]`."""
        if date.years and date.years[0] is not None:
            return hedged(cls.by(beside(date, -1)), date)
        if date.earliest is None or date.earliest == datetime.date.min:
            return cls.by(date)
        return hedged(cls(None, date.earliest - ONE_DAY, Precision.RANGE), date)

    @classmethod
    def after(cls, date: FuzzyDate) -> Self:
        """Some time after the last day of a date: `[day after X..]`."""
        if date.years and date.years[1] is not None:
            return hedged(cls.starting(beside(date, 1)), date)
        if date.latest is None or date.latest == datetime.date.max:
            return cls.starting(date)
        return hedged(cls(date.latest + ONE_DAY, None, Precision.RANGE), date)

    @classmethod
    def starting(cls, date: FuzzyDate) -> Self:
        """Some time no earlier than a date: `[X..]`."""
        return cls.between(date, OPEN)

    # Extents: it lasted

    @classmethod
    def extent(cls, start: FuzzyDate | None, end: FuzzyDate | None) -> Self:
        """It lasted from `start` to `end`; None is an open side."""
        first, last = edge(start or OPEN, 0), edge(end or OPEN, -1)
        years = (first.year_span[0], last.year_span[1]) if first.years or last.years else None
        return cls(
            first_day(first),
            last_day(last),
            Precision.RANGE,
            lasting=True,
            approximate=first.approximate or last.approximate,
            uncertain=first.uncertain or last.uncertain,
            parts=(first, last),
            years=years,
        )

    @classmethod
    def until(cls, date: FuzzyDate) -> Self:
        """It lasted to the end of a date, the start not said: `../X`."""
        return cls.extent(None, date)

    @classmethod
    def since(cls, date: FuzzyDate) -> Self:
        """It lasted from the start of a date, the end not said: `X/..`."""
        return cls.extent(date, None)

    # Several dates

    @classmethod
    def members(cls, *dates: FuzzyDate) -> Self:
        """All of several dates that do not touch: `{a,b}`."""
        return cls._several(flat(dates, choice=False), "")

    @classmethod
    def one_of(cls, *dates: FuzzyDate) -> Self:
        """One of several dates: `[a,b]`."""
        choices = list(flat(dates, choice=True))
        return cls._several(choices, choice_text(choices, OPEN))

    # Copies that say more

    def about(self) -> Self:
        """The same date, "about": of an extent or a set both ends or all members are."""
        return self._each(FuzzyDate.about, approximate=True)

    def perhaps(self) -> Self:
        """The same date, "perhaps": of an extent or a set both ends or all members are."""
        return self._each(FuzzyDate.perhaps, uncertain=True)

    def at(self, time: datetime.time, zone: str | None = None) -> Self:
        """The same day with a time of day and its zone."""
        return replace(self, time=time, zone=zone)

    # What can be asked

    @property
    def dated(self) -> bool:
        """Whether it says anything about when."""
        return bool(self.earliest or self.latest or self.years or self.parts)

    @property
    def exact(self) -> bool:
        """Whether it is one day and nothing about it is in doubt."""
        return self.is_day and not (self.approximate or self.uncertain)

    @property
    def is_day(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    @property
    def names_day(self) -> bool:
        """Whether it is one day, also of a year outside 1-9999, which `earliest` cannot hold."""
        return self.is_day or (self.years is not None and self.precision is Precision.DAY)

    @property
    def year_span(self) -> Years:
        """First and last year number, also outside 1-9999; None = open."""
        first, last = self.earliest, self.latest
        return self.years or (first.year if first else None, last.year if last else None)

    def holds(self, day: datetime.date) -> bool:
        """Whether a day lies within earliest and latest (an open side holds all)."""
        if self.years:
            first, last = self.years
            return (first is None or first <= day.year) and (last is None or day.year <= last)
        return (not self.earliest or self.earliest <= day) and (not self.latest or day <= self.latest)

    @property
    def edtf(self) -> str:
        """The date in EDTF, level 2 at most; "" if undated."""
        if self.lasting and self.parts:
            return f"{as_start(self.parts[0]) or ''}/{as_end(self.parts[-1]) or ''}"
        if self.parts and not self.pattern:
            return f"{{{','.join(as_member(part, OPEN) for part in self.parts)}}}"
        sign = notation.qualifier(self.approximate, self.uncertain)
        if self.pattern:
            # What has signs within, a window and significant digits (1950S2) have no place for one.
            return self.pattern + ("" if set(self.pattern) & set("?~%[{.S") else sign)
        if self.earliest and self.latest:
            clock = notation.clock_text(self.earliest, self.time, self.zone) if self.time and self.is_day else ""
            return notation.closed_text(self.earliest, self.latest, self.precision, sign, clock)
        if self.earliest or self.latest:
            return notation.window_text(self.earliest, self.latest)
        return ""

    # Inner workings

    @classmethod
    def beyond(
        cls, first: int | None, last: int | None, pattern: str, precision: Precision, days: Days = (None, None)
    ) -> Self:
        """Years of which one lies outside 1-9999, with the EDTF text to print; `days`: what days they have."""
        return cls(*days, precision, years=(first, last), pattern=pattern)

    @classmethod
    def _of_months(cls, year: int, month: int, count: int, precision: Precision | None = None) -> Self:
        """A window of months, which have their days where they lie in years 1-9999."""
        last = year + (month + count - 2) // 12
        if not in_range(year, last):
            if precision and (code := notation.far_code(year, month, precision)):
                return cls.beyond(year, last, code, precision)
            return cls.between(cls.month(year, month), cls.month(last, (month + count - 2) % 12 + 1))
        return cls.window(*months_bounds(year, month, count), precision)

    @classmethod
    def _of_years(cls, first: int, last: int, precision: Precision) -> Self:
        if in_range(first, last):
            return cls(*years_bounds(first, last), precision)
        return cls.beyond(first, last, notation.years_text(first, last), precision, known_days(first, last))

    @classmethod
    def _several(cls, dates: Iterable[FuzzyDate], pattern: str) -> Self:
        parts = tuple(dates)
        years = hull_of_years([part.year_span for part in parts]) if any(part.years for part in parts) else None
        bounds = hull_beyond(parts, years) if years else hull([(part.earliest, part.latest) for part in parts])
        about, perhaps = any(part.approximate for part in parts), any(part.uncertain for part in parts)
        kept = cls(*bounds, Precision.RANGE, approximate=about, uncertain=perhaps, parts=parts)
        return replace(kept, years=years, pattern=pattern)

    def _each(self, say: Callable[[FuzzyDate], FuzzyDate], **said: bool) -> Self:
        """The same date with what is said of it; of its dated parts too, since EDTF has no sign for the whole."""
        parts = tuple(say(part) if part.dated else part for part in self.parts)
        pattern = choice_text(parts, OPEN) if parts and self.pattern else self.pattern
        return replace(self, parts=parts, pattern=pattern, **said)


UNDATED = FuzzyDate(None, None, Precision.UNDATED)
"""No date at all."""
UNKNOWN = UNDATED
"""A side of an extent that the source does not know: EDTF `1985/`."""
OPEN = FuzzyDate(None, None, Precision.UNDATED, pattern="..")
"""A side of an extent that is open: EDTF `1985/..`."""
