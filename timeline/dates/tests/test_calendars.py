"""Eras, Juche years and named days, by known examples."""

import csv
import datetime
import itertools
from pathlib import Path

import pytest

from timeline.dates.calendars import (
    ERAS,
    NAMED_DAYS,
    era,
    era_of,
    era_year,
    in_era,
    juche_year,
    named_day,
)
from timeline.dates.lunar import lunar_day

D = datetime.date
DAYS = list(csv.DictReader((Path(__file__).parent / "named_days.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", DAYS, ids=[f"{row['name']} {row['day'][:4]}" for row in DAYS])
def test_a_named_day_is_found_by_year(row):
    assert str(named_day(row["name"], int(row["day"][:4]))) == row["day"]


def test_a_day_that_was_not_kept_that_year_is_none():
    assert named_day("emperor_jp", 2019) is None
    assert named_day("mountain_jp", 2015) is None
    assert named_day("seollal", 1900) is None
    assert named_day("easter", 1500) is None
    assert named_day("no such day", 2019) is None


@pytest.mark.parametrize("name", sorted(NAMED_DAYS))
def test_every_named_day_can_be_asked_for_every_year(name):
    days = [named_day(name, year) for year in (1, 1582, 1945, 2000, 2040, 2100, 9999)]
    assert any(days)
    assert all(day is None or abs(day.year) in (1, 1582, 1945, 2000, 2040, 2100, 9999) for day in days)


def test_lunar_months_follow_each_other_without_gap():
    for year in range(1945, 2041):
        firsts = [lunar_day(year, month, 1) for month in range(1, 11)]
        assert D(year, 1, 20) <= firsts[0] <= D(year, 2, 21)
        assert all(29 <= (later - earlier).days <= 60 for earlier, later in itertools.pairwise(firsts))


def test_eras_follow_each_other_without_gap():
    for earlier, later in itertools.pairwise(ERAS):
        assert later.first - earlier.last == datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "name", "number"),
    [
        (D(1989, 1, 7), "Showa", 64),
        (D(1989, 1, 8), "Heisei", 1),
        (D(2019, 4, 30), "Heisei", 31),
        (D(2019, 5, 1), "Reiwa", 1),
        (D(1926, 12, 25), "Showa", 1),
        (D(1912, 7, 29), "Meiji", 45),
    ],
)
def test_an_era_ends_to_the_day(day, name, number):
    assert (era_of(day).name, era_of(day).number(day)) == (name, number)


def test_an_era_year_outside_its_era_is_none():
    assert era_year("昭和", 64) == 1989
    assert era_year("昭和", 65) is None
    assert era_year("平成", 31) == 2019
    assert era_year("平成", 32) is None
    assert era_year("쇼와", 20) == 1945
    assert era_year("R", 1) == 2019
    assert era_year("令和", 0) is None
    assert era_year("慶応", 3) is None
    assert era("h").japanese == "平成"


def test_a_day_after_the_end_of_its_era_is_told():
    assert in_era("昭和", D(1989, 1, 1), D(1989, 12, 31))
    assert not in_era("昭和", D(1989, 1, 8), D(1989, 1, 8))
    assert not in_era("令和", D(2019, 4, 1), D(2019, 4, 30))
    assert not in_era("大正", D(1926, 12, 26), D(1926, 12, 26))


def test_the_day_on_which_an_emperor_died_is_of_both_eras():
    for day, old, new in ((D(1912, 7, 30), "明治", "大正"), (D(1926, 12, 25), "大正", "昭和")):
        assert in_era(old, day, day)
        assert in_era(new, day, day)


def test_no_era_goes_back_before_1868():
    assert era_of(D(1860, 1, 1)) is None


def test_juche_counts_from_1912():
    assert juche_year(1) == 1912
    assert juche_year(108) == 2019
    assert juche_year(0) is None
