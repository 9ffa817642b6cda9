"""Marks of dates, and dates in words on pages."""

import datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from timeline.dates import edtf
from timeline.web.marks import (
    Mark,
    day_words,
    days_without_year,
    mark_of,
    month_words,
    window_days,
    window_phrase,
    years_words,
)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("2002-09-17", Mark.DAY),
        ("2017-08-29T05:58:00+09:00", Mark.TIME),
        ("1980-06", Mark.WINDOW),
        ("1984", Mark.WINDOW),
        ("[2017-09..2017-12]", Mark.WINDOW),
        ("2018-21", Mark.WINDOW),
        ("1978-06~", Mark.ABOUT),
        ("1978-06-12?", Mark.ABOUT),
        ("2014-05-26/2014-05-28", Mark.SPAN),
        ("1910/1945", Mark.SPAN),
        ("197X", Mark.DECADES),
        ("[1970..1973]", Mark.DECADES),
        ("197X/198X", Mark.DECADES),
        ("../2017", Mark.UNTIL),
        ("[..1999]", Mark.UNTIL),
        ("2002/..", Mark.SINCE),
        ("{2004-05-05,2004-05-07}", Mark.SEVERAL),
    ],
)
def test_each_kind_of_date_has_its_mark(text, mark):
    assert mark_of(edtf.parse(text)) == mark


def test_no_date_has_a_mark_too():
    assert mark_of(None) == Mark.UNDATED


def test_a_day_that_no_source_gives_is_half_filled():
    assert mark_of(edtf.parse("1945-08-15"), sourced=False) == Mark.UNSOURCED
    assert mark_of(edtf.parse("2005-09-13/2005-09-19"), sourced=False) == Mark.UNSOURCED_SPAN


def test_every_mark_is_drawn_and_has_words():
    drawn = Template('{% include "web/_marks.html" %}').render(Context())
    for mark in Mark:
        assert f'id="m-{mark}"' in drawn
        assert str(mark.words)


def test_a_window_is_said_in_full_to_who_cannot_see_it():
    assert window_phrase(edtf.parse("[2017-09..2017-12]")) == "Some time between September and December 2017."
    assert window_phrase(edtf.parse("2017-11-29")) == "Exact day."
    assert window_days(edtf.parse("1980-05~")) == "1 May 1980 to 31 May 1980"
    assert window_days(edtf.parse("../2017")) == "no beginning given, to 31 December 2017"


def render(template, **context):
    return Template("{% load dates %}" + template).render(Context(context))


def test_under_a_year_the_year_is_not_said_again():
    assert days_without_year(edtf.parse("2005-02-10")) == "10 February"
    assert days_without_year(edtf.parse("2005-12-24/2005-12-25")) == "24–25 December"
    assert days_without_year(edtf.parse("2005-07-26/2005-08-07")) == "26 July – 7 August"
    assert days_without_year(edtf.parse("2005-02")) == "February"


def test_a_year_of_two_eras_names_both():
    assert render("{{ year|era }}", year=2019) == "平成31年・令和元年"
    assert render("{{ year|era }}", year=1945) == "昭和20年"
    assert render("{{ year|era }}", year=1800) == ""


def test_an_edtf_that_is_none_is_shown_as_it_stands():
    assert render("{{ text|edtf_in_words }}", text="2015-10-06") == "6 October 2015"
    assert render("{{ text|edtf_in_words }}", text="no date") == "no date"


def test_the_mark_of_an_event_is_a_reference_to_a_symbol():
    drawn = render("{% mark date lane='t' %}", date=edtf.parse("2002-09-17"))
    assert 'href="#m-day"' in drawn
    assert "mark l-t" in drawn


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("-0026/0014", "27 BC to 31 December 14"),
        ("9990/Y12345", "1 January 9990 to 12345"),
        ("0000/0003", "1 BC to 31 December 3"),
        ("-0489/-0488", "from 490 BC to 489 BC"),
        ("../0014", "no beginning given, to 31 December 14"),
        ("9999/..", "from 1 January 9999, no end given"),
        ("-0100/..", "since 101 BC"),
    ],
)
def test_a_year_without_days_is_no_open_side(written, words):
    assert window_days(edtf.parse(written)) == words


@pytest.mark.parametrize(
    ("years", "words"),
    [((1945, 2025), "1945–2025"), ((-489, 14), "490 BC – 14"), ((-26, -26), "27 BC"), ((0, 0), "1 BC")],
)
def test_years_before_christ_are_named_so(years, words):
    assert years_words(*years) == words


def test_a_year_of_two_or_three_figures_is_written_with_them_in_each_language():
    day = datetime.date(14, 8, 19)
    said = {}
    for code in ("en", "ja", "ko"):
        with override(code):
            said[code] = (day_words(day), month_words(14, 8))
    assert said == {
        "en": ("19 August 14", "August 14"),
        "ja": ("14年8月19日", "14年8月"),
        "ko": ("14년 8월 19일", "14년 8월"),
    }
