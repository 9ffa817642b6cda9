"""Dates print as the house table says, whichever way they are made."""

import datetime

import pytest

from timeline.dates import edtf
from timeline.dates.fuzzy import UNDATED, UNKNOWN, FuzzyDate, Precision

D = datetime.date
F = FuzzyDate

HOUSE_TABLE = [
    (F.day(D(2019, 5, 2)), "2019-05-02", "day"),
    (F.day(D(2019, 5, 2)).about(), "2019-05-02~", "day"),
    (F.week(D(2019, 4, 24)), "[2019-04-22..2019-04-28]", "week"),
    (F.window(D(2019, 5, 21), D(2019, 5, 31)), "[2019-05-21..2019-05-31]", "part-of-month"),
    (F.window(D(2019, 5, 1), D(2019, 5, 15)), "[2019-05-01..2019-05-15]", "part-of-month"),
    (F.month(1978, 6), "1978-06", "month"),
    (F.month(1980, 5).about(), "1980-05~", "month"),
    (F.season(2018, 1), "2018-21", "season"),
    (F.season(2017, 4), "[2017-12..2018-02]", "season"),
    (F.season(2018, 1).about(), "2018-21~", "season"),
    (F.season(2017, 4).perhaps(), "2017-24?", "season"),
    (F.years_window(1970, 1973).about(), "[1970..1973]", "part-of-decade"),
    (F.quarter(2016, 3), "2016-35", "quarter"),
    (F.half(2006, 1), "2006-40", "half"),
    (F.half(2006, 2), "2006-41", "half"),
    (F.months_window(2017, 1, 4), "[2017-01..2017-04]", "part-of-year"),
    (F.months_window(2017, 9, 12), "[2017-09..2017-12]", "part-of-year"),
    (F.year(2017), "2017", "year"),
    (F.year(2017).about(), "2017~", "year"),
    (F.year(2017).perhaps(), "2017?", "year"),
    (F.year(2017).about().perhaps(), "2017%", "year"),
    (F.year(-43), "-0043", "year"),
    (F.year(-43).about(), "-0043~", "year"),
    (F.year(0), "0000", "year"),
    (F.year(12345), "Y12345", "year"),
    (F.fiscal_year(2018), "[2018-04..2019-03]", "year"),
    (F.decade(1970), "197X", "decade"),
    (F.years_window(1970, 1973), "[1970..1973]", "part-of-decade"),
    (F.century(1800), "18XX", "century"),
    (F.nth_century(20), "[1901..2000]", "century"),
    (F.years_window(1967, 2000), "[1967..2000]", "part-of-century"),
    (F.by(F.year(2017)), "[..2017]", "range"),
    (F.before(F.year(2017)), "[..2016]", "range"),
    (F.before(F.day(D(2017, 5, 3))), "[..2017-05-02]", "range"),
    (F.after(F.month(2017, 5)), "[2017-06..]", "range"),
    (F.starting(F.year(-43)), "[-0043..]", "range"),
    (F.after(F.year(-44)), "[-0043..]", "range"),
    (F.before(F.year(-43)), "[..-0044]", "range"),
    (F.between(F.month(2006, 3), F.month(2006, 6)), "[2006-03..2006-06]", "range"),
    (F.between(F.year(-43), F.year(14)), "[-0043..0014]", "range"),
    (F.extent(F.day(D(2004, 5, 5)), F.day(D(2004, 5, 7))), "2004-05-05/2004-05-07", "range"),
    (F.extent(F.decade(1970), F.decade(1980)), "197X/198X", "range"),
    (F.extent(F.season(2018, 1), F.season(2018, 2)), "2018-03/2018-08", "range"),
    (F.extent(F.years_window(1950, 1953), F.years_window(1967, 1969)), "1950/1969", "range"),
    (F.until(F.months_window(2017, 9, 12)), "../2017-12", "range"),
    (F.since(F.year(2002)), "2002/..", "range"),
    (F.extent(F.year(1985), UNKNOWN), "1985/", "range"),
    (F.extent(F.year(-99), F.year(14)), "-0099/0014", "range"),
    (F.extent(F.year(1760), F.year(1765)).about(), "1760~/1765~", "range"),
    (F.extent(F.year(1760), F.year(1765)).about().perhaps(), "1760%/1765%", "range"),
    (F.extent(F.year(1760).about(), F.year(1765)), "1760~/1765", "range"),
    (F.extent(F.year(1760), F.year(1765).perhaps()).about(), "1760~/1765%", "range"),
    (F.since(F.year(1760)).about(), "1760~/..", "range"),
    (F.extent(F.year(1760), UNKNOWN).perhaps(), "1760?/", "range"),
    (F.extent(F.years_window(1950, 1953), F.years_window(1967, 1969)).about(), "1950~/1969~", "range"),
    (F.extent(F.season(2018, 1), F.season(2018, 2)).perhaps(), "2018-03?/2018-08?", "range"),
    (F.extent(F.by(F.year(1760)), F.year(1765)).about(), "/1765~", "range"),
    (F.members(F.day(D(2004, 5, 5)), F.day(D(2004, 5, 7))), "{2004-05-05,2004-05-07}", "range"),
    (F.members(F.season(2004, 1), F.season(2004, 3)), "{2004-21,2004-23}", "range"),
    (F.one_of(F.day(D(2004, 5, 5)), F.day(D(2004, 5, 7))), "[2004-05-05,2004-05-07]", "range"),
    (F.members(F.year(1760), F.season(1765, 4)).perhaps(), "{1760?,1765-24?}", "range"),
    (F.one_of(F.year(1760), F.year(1765).about()).about(), "[1760~,1765~]", "range"),
    (UNDATED, "", "undated"),
]


@pytest.mark.parametrize(("date", "edtf", "precision"), HOUSE_TABLE, ids=[row[1] or "-" for row in HOUSE_TABLE])
def test_a_date_prints_as_the_house_table_has_it(date, edtf, precision):
    assert (date.edtf, date.precision) == (edtf, precision)


def test_a_time_keeps_its_zone_and_prints_the_offset_of_that_day():
    pyongyang = F.day(D(2017, 11, 29)).at(datetime.time(3, 17), "Asia/Pyongyang")
    assert pyongyang.edtf == "2017-11-29T03:17:00+08:30"
    assert F.day(D(2018, 6, 12)).at(datetime.time(9), "Asia/Pyongyang").edtf == "2018-06-12T09:00:00+09:00"
    assert F.day(D(2018, 6, 12)).at(datetime.time(9)).edtf == "2018-06-12T09:00:00"


def test_open_sides_have_no_bound():
    until = F.until(F.months_window(2017, 9, 12))
    assert (until.earliest, until.latest, until.lasting) == (None, D(2017, 12, 31), True)
    before = F.before(F.year(2017))
    assert (before.earliest, before.latest, before.lasting) == (None, D(2016, 12, 31), False)


def test_years_outside_the_calendar_are_kept_by_number():
    assert F.year(-43).year_span == (-43, -43)
    assert F.extent(F.year(-99), F.year(14)).year_span == (-99, 14)
    assert F.year(-43).earliest is None
    assert F.year(-43).dated


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("[-0026..0014]", None, "0014-12-31"),
        ("[-0026..0014-03]", None, "0014-03-31"),
        ("[-0026,0014-03]", None, "0014-03-31"),
        ("{-0026,0014-03}", None, "0014-03-31"),
        ("{-0026..0014}", None, "0014-12-31"),
        ("-0026/0014-03", None, "0014-03-31"),
        ("[0014-02..Y12000]", "0014-02-01", None),
        ("{0014-02,Y12000}", "0014-02-01", None),
        ("00XX", None, "0099-12-31"),
        ("[-0026..-0014]", None, None),
        ("[..-0026]", None, None),
        ("[-0026..]", None, None),
        ("-0043-03-15", None, None),
        ("XXXX-12", None, None),
    ],
)
def test_of_years_of_which_one_has_days_that_one_gives_its_day(text, earliest, latest):
    date = edtf.parse(text)
    assert [str(day) if day else None for day in (date.earliest, date.latest)] == [earliest, latest]
    assert date.edtf == text
    assert edtf.parse(date.edtf) == date


def test_a_set_of_days_is_no_window():
    days = F.members(F.day(D(2004, 5, 5)), F.day(D(2004, 5, 7)))
    assert not days.lasting
    assert days.holds(D(2004, 5, 5))
    assert not days.holds(D(2004, 5, 8))


def test_precision_names_are_stable():
    assert [str(precision) for precision in Precision] == [
        "day",
        "week",
        "part-of-month",
        "month",
        "season",
        "quarter",
        "part-of-year",
        "half",
        "year",
        "part-of-decade",
        "decade",
        "part-of-century",
        "century",
        "range",
        "undated",
    ]
