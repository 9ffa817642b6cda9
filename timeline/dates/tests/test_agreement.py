"""Our fast reading of common cores against dateparser's, and every difference that is meant."""

import datetime
import itertools
from functools import cache

import pytest
from dateparser.date import DateDataParser

from timeline.dates import read

ANCHORS = [datetime.date(2019, 5, 2) + datetime.timedelta(days=137 * step) for step in range(-12, 13)]
MONTHS = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November"]
CORES = {
    "day, month, year": [
        f"{day} {month} {year}" for day, month, year in itertools.product((1, 9, 28), MONTHS, (1978, 2004))
    ],
    "month, day, year": [
        f"{month} {day}, {year}" for day, month, year in itertools.product((3, 17), MONTHS, (1950, 2017))
    ],
    "month, year": [f"{month} {year}" for month, year in itertools.product(MONTHS, (1945, 2002, 2026))],
    "year, month, day": [f"2006-{month:02d}-{day:02d}" for month, day in itertools.product(range(1, 13), (5, 26))],
    "day names": ["today", "yesterday", "tomorrow"],
    "days ago": [f"{count} days ago" for count in range(2, 41)],
    "days ahead": [f"in {count} days" for count in range(2, 31)],
}
# Where we mean something else than dateparser does: words -> why.
INTENDED = {
    "2 weeks ago": "the day, about; dateparser gives the day",
    "3 months ago": "the month, about; dateparser gives the day",
    "2 years ago": "the year, about; dateparser gives the day",
    "the 1930s": "the decade; dateparser counts 1,930 seconds back",
    "31 June 2024": "no such day; dateparser gives June",
    "44 BC": "the year -43; dateparser gives 2044",
}


@cache
def dateparser_for(anchor):
    noon = datetime.datetime.combine(anchor, datetime.time(12))
    return DateDataParser(languages=["en"], settings={"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "current_period"})


def theirs(words, anchor):
    data = dateparser_for(anchor).get_date_data(words)
    day = data.date_obj.date()
    return (day.year, day.month) if data.period == "month" else day


def ours(words, anchor):
    date = read(words, anchor, language="en")[0].date
    return date.earliest if date.is_day else (date.earliest.year, date.earliest.month)


def pairs(cores):
    return list(itertools.product(cores, ANCHORS))


def test_there_are_enough_pairs():
    assert sum(len(pairs(cores)) for cores in CORES.values()) >= 5_000


@pytest.mark.parametrize("name", CORES)
def test_the_fast_reading_agrees_with_dateparser(name):
    differences = [
        (words, anchor) for words, anchor in pairs(CORES[name]) if ours(words, anchor) != theirs(words, anchor)
    ]
    assert differences == []


@pytest.mark.parametrize("words", INTENDED)
def test_the_differences_that_are_meant_are_still_there(words):
    anchor = datetime.date(2019, 5, 2)
    data = dateparser_for(anchor).get_date_data(words)
    best = read(words, anchor, language="en")[0].date
    assert (
        best is None
        or data.date_obj is None
        or not (best.is_day and best.exact and best.earliest == data.date_obj.date())
    )
