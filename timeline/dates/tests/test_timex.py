"""Dates become TIMEX3 values that other programs know."""

import pytest
from hypothesis import given

from timeline.dates.edtf import parse
from timeline.dates.fuzzy import UNDATED, FuzzyDate
from timeline.dates.tests.strategies import every_kind
from timeline.dates.timex import Timex, duration, recurring, reference, timex

TABLE = [
    ("2019-05-02", "DATE", "2019-05-02", ""),
    ("2019-05-02~", "DATE", "2019-05-02", "APPROX"),
    ("2019-05-02T06:00:00+09:00", "TIME", "2019-05-02T06:00", ""),
    ("1978-06", "DATE", "1978-06", ""),
    ("2017~", "DATE", "2017", "APPROX"),
    ("[2019-04-22..2019-04-28]", "DATE", "2019-W17", ""),
    ("[2018-12-31..2019-01-06]", "DATE", "2019-W01", ""),
    ("[2019-04-27..2019-04-28]", "DATE", "2019-W17-WE", ""),
    ("[2019-05-21..2019-05-31]", "DATE", "2019-05", "END"),
    ("[2019-05-11..2019-05-20]", "DATE", "2019-05", "MID"),
    ("[2017-01..2017-04]", "DATE", "2017", "START"),
    ("[2017-09..2017-12]", "DATE", "2017", "END"),
    ("2018-21", "DATE", "2018-SP", ""),
    ("2017-24", "DATE", "2017-WI", ""),
    ("2016-35", "DATE", "2016-Q3", ""),
    ("2006-40", "DATE", "2006-H1", ""),
    ("[2018-04..2019-03]", "DATE", "FY2018", ""),
    ("197X", "DATE", "197", ""),
    ("[1970..1973]", "DATE", "197", "START"),
    ("18XX", "DATE", "18", ""),
    ("[1901..2000]", "DATE", "19", ""),
    ("[1967..2000]", "DATE", "19", "END"),
    ("../2017-12", "DATE", "2017-12", ""),
    ("2002/..", "DATE", "2002", ""),
    ("[..2016]", "DATE", "2016", "ON_OR_BEFORE"),
    ("[2017-06..]", "DATE", "2017-06", "ON_OR_AFTER"),
    ("2004-05-05/2004-05-07", "DATE", "", ""),
    ("-0043", "DATE", "BC0044", ""),
    ("0000", "DATE", "BC0001", ""),
]


@pytest.mark.parametrize(("text", "kind", "value", "mod"), TABLE, ids=[row[0] for row in TABLE])
def test_a_date_has_the_value_of_its_unit(text, kind, value, mod):
    assert timex(parse(text)) == Timex(kind, value, mod)


def test_until_late_2017_keeps_its_part():
    assert timex(FuzzyDate.until(FuzzyDate.months_window(2017, 9, 12))) == Timex("DATE", "2017", "END")


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [(3, "year", "P3Y"), (2, "hour", "PT2H"), ("X", "day", "PXD"), (1, "fortnight", "P2W"), (1.5, "hour", "PT1.5H")],
)
def test_a_length_has_its_value(count, unit, value):
    assert duration(count, unit) == Timex("DURATION", value, "")


def test_what_comes_again_is_a_set_and_what_is_vague_a_reference():
    assert recurring(2, "week") == Timex("SET", "P2W", "")
    assert reference("past") == Timex("DATE", "PAST_REF", "")
    assert timex(UNDATED) == Timex("DATE", "", "")


@given(every_kind)
def test_every_date_has_a_timex(date):
    assert timex(date).type in ("DATE", "TIME")
