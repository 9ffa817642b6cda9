"""Dates on pages: in words, with their mark."""

import datetime
from typing import Protocol

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from timeline.dates import FuzzyDate, Precision, edtf, wording
from timeline.dates.calendars import era_of
from timeline.web import marks
from timeline.web.marks import Mark

register = template.Library()


class HasDate(Protocol):
    """Anything that has a date: an event, a citation, a reading."""

    date: FuzzyDate | None


@register.filter
def in_words(date: FuzzyDate | None) -> str:
    """`{{ event.date|in_words }}`: in full, "some time between September and December 2017"; "" for none."""
    return wording.in_words(date, marks.language()) if date else ""


@register.filter
def in_words_short(date: FuzzyDate | None) -> str:
    """`{{ event.date|in_words_short }}`: for lists, "late 2017"."""
    return wording.in_short(date, marks.language()) if date else ""


@register.filter
def edtf_in_words(text: str) -> str:
    """`{{ source.published|edtf_in_words }}`: a date stored as EDTF, in words; text that is no EDTF as it stands."""
    try:
        return in_words_short(edtf.parse(text)) if text else ""
    except edtf.EdtfError:
        return text


@register.filter
def without_year(date: FuzzyDate | None) -> str:
    """`{{ event.date|without_year }}`: short, for use under a heading that names the year."""
    if date is None or date.earliest is None or date.latest is None or date.approximate or date.uncertain:
        return in_words_short(date)
    if date.is_day:
        return _day(date.earliest)
    if date.lasting and all(part.is_day for part in date.parts) and date.earliest.year == date.latest.year:
        return _days(date.earliest, date.latest)
    if date.precision is Precision.MONTH and not date.lasting:
        return date_format(date.earliest, pgettext("format of a month", "F"))
    return in_words_short(date)


def _day(day: datetime.date) -> str:
    return date_format(day, pgettext("format of a day without year", "j F"))


def _days(first: datetime.date, last: datetime.date) -> str:
    if first.month != last.month:
        return f"{_day(first)} – {_day(last)}"
    template_ = pgettext("days of one month: first, last, month", "%(first)s–%(last)s %(month)s")
    return template_ % {"first": first.day, "last": last.day, "month": date_format(first, "F")}


@register.filter
def weekday(date: FuzzyDate | None) -> str:
    """`{{ event.date|weekday }}`: the weekday of one day; "" for anything wider."""
    return date_format(date.earliest, "l") if date and date.is_day and date.earliest else ""


@register.filter
def duration(date: FuzzyDate | None) -> str:
    """`{{ event.date|duration }}`: "13 days" for what lasted from day to day; else ""."""
    return marks.duration_words(date) if date else ""


@register.filter
def window(date: FuzzyDate | None) -> str:
    """`{{ event.date|window }}`: first and last day in words."""
    return marks.window_days(date) if date else ""


@register.filter
def spoken(date: FuzzyDate | None) -> str:
    """`{{ event.date|spoken }}`: how exactly it is known, as a sentence for who cannot see the mark."""
    return marks.window_phrase(date)


@register.filter
def era(year: int) -> str:
    """`{{ year|era }}`: the year of the Japanese era, 平成31年・令和元年 where two share it; "" before Meiji."""
    if not 1 <= year <= 9999:
        return ""
    ends = (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    named = [(found, found.number(day)) for day in ends if (found := era_of(day))]
    texts = [f"{found.japanese}{'元' if number == 1 else number}年" for found, number in named]
    return "・".join(dict.fromkeys(texts))


@register.filter
def era_of_date(date: FuzzyDate | None) -> str:
    """`{{ event.date|era_of_date }}`: the year of the Japanese era that a date lies in; "" where it has none or two."""
    return wording.in_era(date) if date else ""


@register.simple_tag
def mark(of: Mark | str | FuzzyDate | HasDate | None, lane: str = "") -> SafeString:
    """`{% mark event %}`, `{% mark date %}`, `{% mark "disputed" lane=style %}`: the mark; put the words beside it.

    The page must hold `{% include "web/_marks.html" %}` once.
    """
    if not isinstance(of, str):
        of = marks.mark_of(of if isinstance(of, FuzzyDate) or of is None else of.date)
    style = f" l-{lane}" if lane else ""
    return format_html(
        '<svg class="mark{}" viewBox="-9 -9 18 18" aria-hidden="true"><use href="#m-{}"/></svg>', style, str(of)
    )
