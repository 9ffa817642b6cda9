"""Dates stand in a list where their source puts them, and never as if on the first of January."""

import datetime
import random

import pytest
from hypothesis import given

from timeline.dates import read
from timeline.dates.edtf import parse
from timeline.dates.fuzzy import UNDATED
from timeline.dates.order import Order, both_can_be_true, compare, home, order_key
from timeline.dates.tests.strategies import every_kind, qualified_whole

IN_ORDER = [
    "Y-17000",
    "-0043-03-15",
    "-0043-03",
    "-0043-10-02",
    "-0043",
    "1910/1945",
    "1945-08-15",
    "1945",
    "1978-06-01",
    "1978-06-05~",
    "1978-06-05/1978-06-09",
    "1978-06",
    "1978-07-01",
    "1978",
    "1979-12-31",
    "197X",
    "197X/198X",
    "1980-05~",
    "[1970..1989]",
    "2004-05-05",
    "2004-05-05T06:00:00+09:00",
    "2004-05-05T09:00:00+09:00",
    "{2004-05-05,2004-05-07}",
    "[2004-05-06,2004-05-08]",
    "2004-06-01",
    "2004-21",
    "[2004-09..2004-12]",
    "2005-01-01",
    "../2017-12",
    "2018-01-01",
    "[2017-12..2018-02]",
    "20XX",
    "Y12345",
]


def test_a_list_is_in_the_order_that_a_reader_expects():
    shuffled = [*map(parse, IN_ORDER), UNDATED]
    random.Random(1).shuffle(shuffled)
    assert [date.edtf for date in sorted(shuffled, key=order_key)] == [*IN_ORDER, ""]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("1978-06-05", "1978-06-05"),
        ("[1978-06-01..1978-06-10]", "1978-06"),
        ("1978-21", "1978"),
        ("[1978-09..1979-02]", "197X"),
        ("[1978-09..1981-02]", "19XX"),
        ("[1901..2000]", "2000"),
        ("../2017-12", "2017-12"),
        ("[2017-03..]", "2017"),
        ("2014-05-26/2014-06-02", "2014-05-26"),
        ("-0043", "-0043"),
        ("-0043-03-15", "-0043-03-15"),
        ("-0043-03~", "-0043-03"),
    ],
)
def test_a_date_belongs_under_the_smallest_heading_that_holds_it(text, heading):
    assert home(parse(text)).edtf == heading


def test_nothing_undated_has_a_heading():
    assert home(UNDATED) is None


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2019-05-01", "2019-05-02", Order.BEFORE),
        ("2019-05", "2019-05-02", Order.OVERLAPS),
        ("2020", "2019-05-02", Order.AFTER),
        ("[..2016]", "2017", Order.BEFORE),
        ("[2018..]", "2017", Order.AFTER),
        ("../2017", "2017-12-31", Order.OVERLAPS),
        ("-0043", "0014", Order.BEFORE),
        ("Y12345", "9999", Order.AFTER),
        ("-0043-03-15", "-0043-10", Order.BEFORE),
        ("-0043-10", "-0043-03/-0043-04", Order.AFTER),
        ("-0043-03", "-0043-03-31", Order.OVERLAPS),
        ("-0043/0014-02-03", "0014-05", Order.BEFORE),
        ("[-0026..0014]", "0015", Order.BEFORE),
        ("9998-05/Y12345", "9998-04", Order.AFTER),
        ("-0043", "-0043", Order.OVERLAPS),
    ],
)
def test_two_dates_compare_by_every_day_they_leave_possible(first, second, order):
    assert compare(parse(first), parse(second)) is order


@pytest.mark.parametrize(
    ("first", "second", "possible"),
    [
        ("1998-08-31", "1998-10", False),
        ("1995-03-09", "1995-03-15", False),
        ("1980-05~", "1988", False),
        ("1980-05~", "1980-04/1980-06", True),
        ("1980-05~", "1980-06", True),
        ("1980-05", "1980-06", False),
        ("1910/1945", "1941/1945", False),
        ("1910/1945", "1910-08-22/1945-08-15", True),
        ("2017/..", "2017-05/2019", True),
        ("2017", "2017-05-03", True),
        ("9999~", "9999", True),
    ],
)
def test_two_datings_of_one_event_can_or_cannot_both_be_true(first, second, possible):
    assert both_can_be_true(parse(first), parse(second)) is possible
    assert both_can_be_true(parse(second), parse(first)) is possible


def test_the_undated_contradicts_nothing():
    assert both_can_be_true(UNDATED, parse("2017"))


@given(every_kind, every_kind)
def test_the_order_of_two_exact_sides_is_the_order_of_their_keys(first, second):
    exact = all(date.is_day and not date.parts for date in (first, second))
    if exact and compare(first, second) is Order.BEFORE:
        assert order_key(first) < order_key(second)
    assert all(isinstance(part, int) for part in order_key(first))
    assert len(order_key(first)) == 8


@given(every_kind)
def test_every_date_is_within_its_heading_or_begins_there(date):
    heading = home(date)
    assert heading is not None
    if date.earliest and date.latest and heading.earliest and not date.parts and date.precision != "century":
        assert heading.holds(date.latest)


@given(qualified_whole)
def test_about_and_perhaps_move_nothing(date):
    assert order_key(date) == order_key(parse(date.edtf.translate(str.maketrans("", "", "?~%"))))


def test_the_first_of_january_is_nobodys_place():
    new_year, year = parse("2017-01-01"), parse("2017")
    assert order_key(year) > order_key(parse("2017-12-31")) > order_key(new_year)
    assert datetime.date(2017, 1, 1) == new_year.earliest


@pytest.mark.parametrize(
    "words",
    [
        "1st century BC to 1st century AD",
        "late 2017 to 2018",
        "spring 2017 to 2019",
        "until late 2017",
        "spring 430 BC",
    ],
)
def test_a_date_stands_where_it_stands_once_it_is_stored(words):
    date = read(words, None, language="en")[0].date
    assert order_key(date) == order_key(parse(date.edtf))
