"""Texts that broke the engine once (found by benchmarks/fuzz_dates.py), and others at the edges of the calendar."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import FuzzyDate, find, read
from timeline.dates.edtf import parse
from timeline.dates.tests.strategies import every_kind

FIRST, LAST = datetime.date.min, datetime.date.max
PLAIN = datetime.date(2019, 5, 2)
# What it broke -> language, anchor, zone, text.
BROKEN = {
    "a zone that is none": ("en", PLAIN, "nowhere", "It began at 06:00."),
    "a zone with a path": ("en", PLAIN, "../etc", "It began at 06:00."),
    "a fiscal year past 9999": ("ja", LAST, None, "18年度末"),
    "a winter past 9999": ("en", LAST, None, "this winter"),
    "about beside a time of day": ("en", PLAIN, None, "two weeks ago at 06:00 JST"),
    "last Friday in the first week": ("en", FIRST, None, "last Friday"),
    "next Monday in the last week": ("en", LAST, None, "next Monday"),
    "a month past 9999": ("ko", LAST, None, "15년 5월 초순"),
    "a week before the first": ("en", FIRST, None, "last week"),
    "a night before the first day": ("en", FIRST, None, "last night"),
    "a range whose start lies past 9999": ("en", LAST, None, "From May 30 to June 2, 4-7 Jul"),
    "a week that no year 9999 ends": ("de", LAST, None, "diese Woche"),
    "a half of the last year": ("en", LAST, None, "- Q3 12P the second half of Q3"),
    "two fiscal years that run out of the calendar": ("en", LAST, None, "FY99-FY99"),
    "a story at the end of time": ("en", LAST, None, "On 31 December 9999 it ended. The following day was quiet."),
}


def check(date):
    if date is None:
        return
    if date.earliest and date.latest:
        assert date.earliest <= date.latest
    again = parse(date.edtf)
    assert (again.earliest, again.latest) == (date.earliest, date.latest)


@pytest.mark.parametrize(("language", "anchor", "zone", "text"), BROKEN.values(), ids=BROKEN)
def test_what_broke_once_is_answered(language, anchor, zone, text):
    found = [reading for phrase in find(text, anchor, language=language, zone=zone) for reading in phrase.readings]
    for reading in [*found, *read(text, anchor, language=language, zone=zone)]:
        assert reading.why
        check(reading.date)


@pytest.mark.parametrize("anchor", [FIRST, LAST])
@pytest.mark.parametrize(
    "words",
    [
        "yesterday", "tomorrow", "last week", "next week", "last month", "next month", "last year", "next year",
        "last Friday", "next Friday", "this weekend", "three days ago", "in three weeks", "two years ago",
        "next spring", "last winter", "the 31st", "in May", "the past three years", "the next decade", "Christmas Eve",
    ],
)  # fmt: skip
def test_words_at_the_edge_of_the_calendar_are_answered(words, anchor):
    for reading in read(words, anchor, language="en"):
        check(reading.date)


@pytest.mark.parametrize(
    ("date", "earliest"),
    [
        (FuzzyDate.season(9999, 4), datetime.date(9999, 12, 1)),
        (FuzzyDate.fiscal_year(9999), datetime.date(9999, 4, 1)),
        (FuzzyDate.half(10000, 1), None),
        (FuzzyDate.quarter(-12000, 1), None),
        (FuzzyDate.quarter(0, 1), None),
    ],
)
def test_what_runs_out_of_the_calendar_keeps_its_years_and_the_day_of_one_within_it(date, earliest):
    assert (date.earliest, date.latest) == (earliest, None)
    read_back = parse(date.edtf)
    assert (read_back.year_span, read_back.earliest, read_back.latest) == (date.year_span, earliest, None)


def test_about_beside_a_time_of_day_is_said_by_the_field_alone():
    date = FuzzyDate.day(PLAIN, time=datetime.time(6), zone="+09:00").about()
    assert date.approximate
    assert date.edtf == "2019-05-02T06:00:00+09:00"


def test_a_month_of_a_year_with_five_figures_is_that_year():
    assert FuzzyDate.month(12345, 5) == FuzzyDate.year(12345)
    assert FuzzyDate.month(-43, 5).edtf == "-0043-05"


SIDES = [parse(text) for text in ("2019", "2018-05-05/2018-05-07", "{2017-05,2017-07}", "[2016,2018]", "../2015")]


@given(st.lists(st.sampled_from(SIDES) | every_kind, min_size=2, max_size=3), st.booleans())
def test_sets_within_sets_are_printed_side_by_side(dates, every):
    outer = FuzzyDate.members(*dates) if every else FuzzyDate.one_of(*dates)
    again = parse(outer.edtf)
    assert (again.earliest, again.latest) == (outer.earliest, outer.latest)


def test_an_extent_of_extents_has_their_outer_sides():
    assert FuzzyDate.extent(SIDES[1], SIDES[0]).edtf == "2018-05-05/2019"
    assert FuzzyDate.extent(SIDES[2], SIDES[1]).edtf == "2017-05/2018-05-07"
    assert FuzzyDate.members(SIDES[2], SIDES[0]).edtf == "{2017-05,2017-07,2019}"
    assert FuzzyDate.one_of(SIDES[2], SIDES[0]).edtf == "[2017-05..2017-07,2019]"
