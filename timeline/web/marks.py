"""Marks: the shape that says how exactly a date is known. Shape and words, never colour alone.

The shapes are drawn in templates/web/_marks.html, 18 by 18 with the origin in the centre.
"""

import datetime
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache, wraps
from typing import Any, ParamSpec

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.dates import FuzzyDate, Precision
from timeline.dates.wording import in_short, in_words

Given = ParamSpec("Given")
LONG_UNITS = frozenset(
    {Precision.PART_OF_DECADE, Precision.DECADE, Precision.PART_OF_CENTURY, Precision.CENTURY}
)  # fmt: skip
LONGEST_CAPSULE = 366
"""Days; a window that is wider is drawn as a bracket."""


class Mark(StrEnum):
    """The kinds of date that have a shape of their own; the value is the symbol's id after `m-`."""

    DAY = "day"
    UNSOURCED = "half"
    UNSOURCED_SPAN = "half-span"
    TIME = "time"
    WINDOW = "window"
    ABOUT = "about"
    SPAN = "span"
    DECADES = "decade"
    UNTIL = "until"
    SINCE = "since"
    SEVERAL = "several"
    DISPUTED = "disputed"
    UNDATED = "undated"

    @property
    def words(self) -> str | Promise:
        """What the shape says, for the legend."""
        return WORDS[self]


WORDS: dict[Mark, Promise] = {
    Mark.DAY: lazy("exact day"),
    Mark.UNSOURCED: lazy("exact day, but no source here gives it yet"),
    Mark.UNSOURCED_SPAN: lazy("it lasted; no source here gives the days yet"),
    Mark.TIME: lazy("exact day, time of day given"),
    Mark.WINDOW: lazy("one day within this window, which day is not known"),
    Mark.ABOUT: lazy("about then: the window’s own edges are in doubt"),
    Mark.SPAN: lazy("it lasted, first to last day"),
    Mark.DECADES: lazy("within these years, no nearer"),
    Mark.UNTIL: lazy("up to then; no beginning is given"),
    Mark.SINCE: lazy("from then on; no end is given"),
    Mark.SEVERAL: lazy("on each of these days"),
    Mark.DISPUTED: lazy("sources differ: the date chosen, and the other"),
    Mark.UNDATED: lazy("no date can be read from the words"),
}


def mark_of(date: FuzzyDate | None, *, sourced: bool = True, timed: bool = False) -> Mark:
    """Return the mark of a date; `sourced`: a source gives it, `timed`: the time of day is known."""
    if date is None or not date.dated:
        return Mark.UNDATED
    if date.lasting:
        return _lasting(date, sourced)
    if date.names_day:
        if date.approximate or date.uncertain:
            return Mark.ABOUT
        if not sourced:
            return Mark.UNSOURCED
        return Mark.TIME if timed or date.time else Mark.DAY
    return _window(date)


def _lasting(date: FuzzyDate, sourced: bool) -> Mark:
    first, last = date.year_span
    if first is None or last is None:
        return Mark.UNTIL if first is None else Mark.SINCE
    if all(part.precision in LONG_UNITS for part in date.parts):
        return Mark.DECADES
    return Mark.SPAN if sourced else Mark.UNSOURCED_SPAN


def _window(date: FuzzyDate) -> Mark:
    if date.parts and not date.pattern:
        return Mark.SEVERAL
    first, last = date.year_span
    if first is None or last is None:
        return Mark.UNTIL if first is None else Mark.SINCE
    if date.approximate or date.uncertain:
        return Mark.ABOUT
    if date.earliest and date.latest and (date.latest - date.earliest).days <= LONGEST_CAPSULE:
        return Mark.WINDOW
    return Mark.DECADES if last > first else Mark.WINDOW


def in_format(day: datetime.date, shape: str) -> str:
    """Return a day in one of Django's formats, in the language of the page."""
    return _formatted(day, shape, get_language())


@lru_cache(maxsize=8192)
def _formatted(day: datetime.date, shape: str, _language: str | None) -> str:
    # A day of a page is said in three ways, and each of them again on other pages; Django takes each format apart anew.
    # Of years before 1000 it would write "0014".
    return date_format(day, shape.replace("Y", "".join(f"\\{figure}" for figure in str(day.year))))


def kept_by_language(words: Callable[Given, str]) -> Callable[Given, str]:
    """Keep what is said of days and years in each language: to look up its words takes longer than to join them."""

    @lru_cache(maxsize=8192)
    def said(_language: str | None, *given: Any) -> str:
        # Called with what `say` was given, whose types are checked there.
        return words(*given)  # type: ignore[call-arg]

    @wraps(words)
    def say(*given: Given.args, **_none: Given.kwargs) -> str:
        return said(get_language(), *given)

    return say


@kept_by_language
def day_words(day: datetime.date) -> str:
    """Return a day in words: "15 August 1945"."""
    return in_format(day, pgettext("format of a day", "j F Y"))


@kept_by_language
def day_with_weekday(day: datetime.date) -> str:
    """Return a day in words with its weekday: "Wednesday 15 August 1945"."""
    return in_format(day, pgettext("format of a day with its weekday", "l j F Y"))


@kept_by_language
def day_in_short(day: datetime.date) -> str:
    """Return a day in few letters: "15 Aug 1945"."""
    return in_format(day, pgettext("format of a day, short", "j M Y"))


@kept_by_language
def month_words(year: int, month: int) -> str:
    """Return a month and its year in words: "September 2017"."""
    return in_format(datetime.date(year, month, 1), pgettext("format of a month and its year", "F Y"))


def window_days(date: FuzzyDate) -> str:
    """Return first and last day in words; an open side says so."""
    if date.earliest is None and date.latest is None:
        return in_words(date, language())
    if date.is_day and date.earliest:
        return day_words(date.earliest)
    # Years before 1 and after 9999 have no days, but are known all the same.
    first, last = (_edge(day, year) for day, year in zip((date.earliest, date.latest), date.year_span, strict=True))
    if first and last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    text = _("from %(day)s, no end given") if first else _("no beginning given, to %(day)s")
    return text % {"day": first or last}


def _edge(day: datetime.date | None, year: int | None) -> str:
    """Return the day in words, else the year; "" for an open side."""
    return day_words(day) if day else year_words(year) if year is not None else ""


def days_without_year(date: FuzzyDate) -> str:
    """Return a date in few words, for use under a heading that names the year."""
    if date.earliest is None or date.latest is None or date.approximate or date.uncertain:
        return in_short(date, language())
    if date.is_day:
        return _day(date.earliest)
    if date.lasting and all(part.is_day for part in date.parts) and date.earliest.year == date.latest.year:
        return _days(date.earliest, date.latest)
    if date.precision is Precision.MONTH and not date.lasting:
        return in_format(date.earliest, pgettext("format of a month", "F"))
    return in_short(date, language())


@kept_by_language
def _day(day: datetime.date) -> str:
    return in_format(day, pgettext("format of a day without year", "j F"))


def _days(first: datetime.date, last: datetime.date) -> str:
    if first.month != last.month:
        return _from_to(_day(first), _day(last))
    words = pgettext("days of one month: first, last, month", "%(first)s–%(last)s %(month)s")
    return words % {"first": first.day, "last": last.day, "month": in_format(first, "F")}


def _from_to(first: str, last: str) -> str:
    return pgettext("from one day or year to another", "%(first)s – %(last)s") % {"first": first, "last": last}


def weekday_of(date: FuzzyDate | None) -> str:
    """Return the weekday of one day; "" for anything wider."""
    return in_format(date.earliest, "l") if date and date.is_day and date.earliest else ""


@lru_cache(maxsize=1024)
def mark_shape(mark: Mark | str, lane: str = "") -> SafeString:
    """Return the shape of a mark, in the colour of a lane's style; its words stand beside it."""
    style = f" l-{lane}" if lane else ""
    return format_html(
        '<svg class="mark{}" viewBox="-9 -9 18 18" aria-hidden="true"><use href="#m-{}"/></svg>', style, str(mark)
    )


@kept_by_language
def year_words(year: int) -> str:
    """Return a year in words: "1945", "27 BC"; 1945年."""
    if year <= 0:
        return in_short(FuzzyDate.year(year), language())
    return pgettext("a year", "%(year)s") % {"year": year}


@kept_by_language
def years_words(first: int, last: int) -> str:
    """Return a stretch of years in words: "1945–2025", "490 BC – 14"."""
    if first == last:
        return year_words(first)
    if first <= 0:
        return _from_to(year_words(first), year_words(last))
    return pgettext("from year to year", "%(first)s–%(last)s") % {"first": first, "last": last}


def duration_words(date: FuzzyDate) -> str:
    """Return how long a lasting date lasted, where both its days are known; else ""."""
    if not date.lasting or not date.earliest or not date.latest or not all(part.is_day for part in date.parts):
        return ""
    days = (date.latest - date.earliest).days + 1
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


def window_phrase(date: FuzzyDate | None) -> str:
    """Return one sentence for who cannot see the mark: "Some time between September and December 2017."."""
    if date is None or not date.dated:
        return _("No date can be read.")
    if date.exact:
        return _("Exact day.")
    return _("%(date)s.") % {"date": capfirst(in_words(date, language()))}


def language() -> str:
    """Return the language of the page: "en", "ja", "ko"."""
    return (get_language() or "en").split("-")[0]
