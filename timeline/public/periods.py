"""The stretches of time that have a page of their own: a decade, a year, a month; and how their addresses say them."""

import datetime
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum

from django.urls import register_converter
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext, pgettext

from timeline.public.links import Links
from timeline.public.zoom import Frame, frame_of_year
from timeline.records.sorting import decade_prefix, year_prefix
from timeline.records.spans import MONTH, first_of, last_of
from timeline.web.marks import in_format, month_words, year_words


class Kind(StrEnum):
    """How long one is."""

    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"


WIDER: dict[Kind, Promise] = {
    Kind.DECADE: lazy("Wider than the decade"),
    Kind.YEAR: lazy("Wider than the year"),
    Kind.MONTH: lazy("Wider than the month"),
}
LABELLED = (1, 5, 10, 15, 20, 25)
"""Days of a month that are named under a drawing."""


@dataclass(frozen=True)
class Period:
    """A decade from `year` on, a year, or a month of it; of the years 1 to 9999."""

    kind: Kind
    year: int
    month: int = 0

    @property
    def name(self) -> str:
        """What its heading says: "1970s", "1977", "September 2017"."""
        if self.kind is Kind.DECADE:
            return pgettext("a decade", "%(years)ss") % {"years": self.year}
        if self.kind is Kind.YEAR:
            return year_words(self.year)
        return month_words(self.year, self.month)

    @property
    def within(self) -> str:
        """What a sentence says: "the 1970s", "1977", "September 2017"."""
        if self.kind is Kind.DECADE:
            return pgettext("a decade in a sentence", "the %(years)ss") % {"years": self.year}
        return self.name

    @property
    def anchor(self) -> str:
        """Where it stands in the list."""
        return f"{self.kind[0]}{self.year}" + (f"-{self.month}" if self.month else "")

    @property
    def years(self) -> tuple[int, int]:
        """Its first and last year."""
        return self.year, self.year + (9 if self.kind is Kind.DECADE else 0)

    @property
    def days(self) -> tuple[int, int]:
        """Its first and last day, as numbers."""
        if self.month:
            first = first_of(self.year, self.month)
            return first, first + MONTH - 1
        return first_of(self.year), last_of(self.years[1])

    @property
    def prefix(self) -> str:
        """What the sort keys of all that stands under it begin with."""
        if self.kind is Kind.DECADE:
            return decade_prefix(self.year)[:15]
        return year_prefix(self.year) + (f".{self.month:02d}" if self.month else "")

    @property
    def rest(self) -> str:
        """What the keys begin with of what stands under it, and under no year, month or day of it."""
        if self.kind is Kind.DECADE:
            return decade_prefix(self.year)
        return f"{self.prefix}.{'32' if self.month else '13'}"

    @property
    def frame(self) -> Frame:
        """Its days as a drawing shows them."""
        if self.kind is Kind.YEAR:
            return frame_of_year(self.year)
        if self.kind is Kind.DECADE:
            begins = [datetime.date(year, 1, 1) for year in range(max(self.year, 1), self.years[1] + 1)]
            lines = [(day, str(day.year), f"’{day.year % 100:02d}") for day in begins]
            return Frame(begins[0], datetime.date(self.years[1], 12, 31), lines)
        first = datetime.date(self.year, self.month, 1)
        last = datetime.date(self.year, self.month, monthrange(self.year, self.month)[1])
        lines = [(first.replace(day=day), str(day), str(day)) for day in LABELLED]
        return Frame(first, last, lines)

    @property
    def wider(self) -> "Period | None":
        """The smallest one that wholly holds it."""
        if self.kind is Kind.MONTH:
            return Period(Kind.YEAR, self.year)
        return Period(Kind.DECADE, self.year // 10 * 10) if self.kind is Kind.YEAR and self.year >= 10 else None

    def href(self, links: Links, **more: str | int) -> str:
        """Its page."""
        if self.kind is Kind.DECADE:
            return links.decade(self.year, **more)
        return links.month(self.year, self.month, **more) if self.month else links.year(self.year, **more)

    def wider_words(self, count: int, *, is_cut: bool) -> str:
        """Return how many events are wider than it, or more than that where it `is_cut`."""
        return _wider_words(self.kind, count, is_cut=is_cut)


def month_name(year: int, month: int, *, in_short: bool = False) -> str:
    """Return the name of a month: "September"; "Sep"."""
    shape = "M" if in_short else pgettext("format of a month", "F")
    return in_format(datetime.date(year, month, 1), shape)


def day_name(day: datetime.date) -> str:
    """Return a day without its year: "9 September"."""
    return in_format(day, pgettext("format of a day without year", "j F"))


def _wider_words(kind: Kind, count: int, *, is_cut: bool) -> str:
    if is_cut:
        told = {
            Kind.DECADE: _("more than %(events)s wider than the decade"),
            Kind.YEAR: _("more than %(events)s wider than the year"),
            Kind.MONTH: _("more than %(events)s wider than the month"),
        }[kind]
    else:
        told = {
            Kind.DECADE: ngettext("%(events)s wider than the decade", "%(events)s wider than the decade", count),
            Kind.YEAR: ngettext("%(events)s wider than the year", "%(events)s wider than the year", count),
            Kind.MONTH: ngettext("%(events)s wider than the month", "%(events)s wider than the month", count),
        }[kind]
    return told % {"events": count}


class YearConverter:
    """A year of the calendar in an address: `<year:year>`, 1 to 9999, in one way only."""

    regex = "[1-9][0-9]{0,3}"

    def to_python(self, value: str) -> int:
        """Return the year."""
        return int(value)

    def to_url(self, value: object) -> str:
        """Write the year."""
        return str(value)


class DecadeConverter(YearConverter):
    """A decade in an address, "1970s", as its first year; the first one has no page."""

    regex = "[1-9][0-9]{0,2}0s"

    def to_python(self, value: str) -> int:
        """Return its first year."""
        return int(value[:-1])

    def to_url(self, value: object) -> str:
        """Write the decade."""
        return f"{value}s"


class MonthConverter(YearConverter):
    """A month in an address: 01 to 12."""

    regex = "0[1-9]|1[0-2]"

    def to_url(self, value: object) -> str:
        """Write the month in two figures."""
        return f"{int(str(value)):02d}"


register_converter(YearConverter, "year")
register_converter(DecadeConverter, "decade")
register_converter(MonthConverter, "month")
