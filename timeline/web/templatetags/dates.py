"""Dates on pages: in words, with their mark."""

import datetime
from functools import lru_cache
from typing import Protocol

from django import template
from django.utils.safestring import SafeString

from timeline.dates import FuzzyDate, edtf, wording
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
@marks.kept_by_language
def edtf_in_words(text: str) -> str:
    """`{{ source.published|edtf_in_words }}`: a date stored as EDTF, in words; text that is no EDTF as it stands."""
    try:
        return in_words_short(edtf.parse(text)) if text else ""
    except edtf.EdtfError:
        return text


@register.filter
def weekday(date: FuzzyDate | None) -> str:
    """`{{ event.date|weekday }}`: the weekday of one day; "" for anything wider."""
    return marks.weekday_of(date)


@register.filter
def spoken(date: FuzzyDate | None) -> str:
    """`{{ event.date|spoken }}`: how exactly it is known, as a sentence for who cannot see the mark."""
    return marks.window_phrase(date)


@register.filter(expects_localtime=True)
def day_in_words(day: datetime.date) -> str:
    """`{{ version.day|day_in_words }}`: a day in full, "15 August 1945", in the language of the page."""
    return marks.day_words(day)


@register.filter(expects_localtime=True)
def day_in_short(day: datetime.date) -> str:
    """`{{ counts.published|day_in_short }}`: "23 Nov 2026", in the language of the page."""
    return marks.day_in_short(day)


@register.filter
def day_with_weekday(day: datetime.date) -> str:
    """`{{ anchor|day_with_weekday }}`: "Thursday 2 May 2019", in the language of the page."""
    return marks.day_with_weekday(day)


@register.filter
def in_year_words(year: int) -> str:
    """`{{ year|in_year_words }}`: "1945", 1945年, "27 BC"."""
    return marks.year_words(year)


@register.filter
@lru_cache(maxsize=1024)
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
    return marks.mark_shape(of, lane)
