"""The files of a calendar: together they hold every known day, and those that are offered are made once."""

import re

import pytest
from django.core.cache import caches

from timeline.public.take_along import calendar, calendar_files


@pytest.fixture
def base(chronology):
    return f"/chronologies/{chronology.slug}/"


@pytest.fixture
def small(monkeypatch):
    """Files of three days at most, and of one where nobody offers them."""
    monkeypatch.setattr(calendar_files, "MOST", 3)
    monkeypatch.setattr(calendar, "MOST", 3)
    monkeypatch.setattr(calendar, "PAGE", 1)


@pytest.fixture
def large(monkeypatch):
    """The pages that came to the large place."""
    stored, keep = [], caches["pages"].set
    monkeypatch.setattr(caches["pages"], "set", lambda name, page: stored.append(name) or keep(name, page))
    return stored


def offered(as_visitor, base):
    """The files that are offered beside the whole: their words, and their addresses."""
    text = as_visitor.get(f"{base}take-along/").text
    found = re.findall(r'href="http://testserver([^"]*calendar\.ics\?[^"]*)">([^<]*)<', text)
    return {words: href.replace("&amp;", "&") for href, words in found}


def held(as_visitor, address):
    return set(re.findall(r"^UID:(.*)\r$", as_visitor.get(address).text, re.MULTILINE))


def said(as_visitor, address):
    text = as_visitor.get(address).content.replace(b"\r\n ", b"").decode()
    return re.search(r"X-WR-CALDESC:(.*)\r", text)[1]


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["1990-05-05", "1990-05-06", "1995-02-03/1997-04-05", "2017-01-01", "2017-01-02"], ["1990–2016", "2017"]),
        # Before the first year that has a day of its own, and after the last.
        (["1980-01-01/1982-02-02", "1990-05-05", "1990-05-06", "2017-01-01", "2017-01-02", "2019-01-01/2021-01-01"],
         ["1980–2016", "2017–2021"]),
    ],
)  # fmt: skip
def test_what_touches_only_years_between_two_files_is_in_one(dates, words, make_published, base, as_visitor, small):
    events = {f"event-{make_published(date, date).pk}@testserver" for date in dates}
    files = offered(as_visitor, base)
    assert [*files] == words
    assert set.union(*(held(as_visitor, address) for address in files.values())) == events


def test_a_year_of_months_leaves_out_nothing_beside_it(make_published, base, as_visitor, small):
    dates = ["1980-01-01/1982-02-02", "2018-01-01/2019-02-02", "2030-01-01/2031-05-05"]
    dates += [f"{year}-0{month}-01" for year in (2010, 2025) for month in range(1, 5)]
    events = {f"event-{make_published(date, date).pk}@testserver" for date in dates}
    files = offered(as_visitor, base)
    assert len(files) == 12 + 12 + 3
    assert [words for words in files if words[0].isdigit()] == ["1980–2009", "2011–2024", "2026–2031"]
    assert set.union(*(held(as_visitor, address) for address in files.values())) == events


def test_first_and_last_file_reach_as_far_as_there_is(make_published, base, as_visitor, small):
    for date in ("1990-05-05", "1990-05-06", "2017-01-01", "2017-01-02"):
        make_published(date, date)
    assert [*offered(as_visitor, base).values()] == [f"{base}calendar.ics?to=2016", f"{base}calendar.ics?from=2017"]


def test_a_file_that_is_offered_is_kept_at_once_in_the_large_place(make_published, base, as_visitor, small, large):
    for date in ("1990-05-05", "1990-05-06", "2017-01-01", "2017-01-02"):
        make_published(date, date)
    files = [*offered(as_visitor, base).values(), f"{base}calendar.ics"]
    for address in files:
        first = as_visitor.get(address)
        assert as_visitor.get(address).content == first.content
    assert len(large) == len(files)


@pytest.mark.parametrize(
    "query",
    ["from=2016", "to=2017", "from=1990&to=2016", "from=2017-01", "from=2017&theme=none", "from=2017&after=1",
     "from=02017", "to=2016&lane=T", "from=2017&eras=juche", "to=2016&q=a", "from=2017&to=9999", "from=%EF%BC%92017"],
)  # fmt: skip
def test_no_range_that_somebody_makes_up_comes_there(query, make_published, base, as_visitor, small, large):
    for date in ("1990-05-05", "1990-05-06", "2017-01-01", "2017-01-02"):
        make_published(date, date)
    for _ in range(3):
        assert as_visitor.get(f"{base}calendar.ics?{query}").status_code == 200
    assert large == []


def test_days_before_the_year_1_are_said_apart(make_published, base, as_visitor):
    make_published("Known", "2017-07-28")
    make_published("Fuzzy", "2017-07")
    for day in (14, 15):
        make_published("Ides", f"-0043-03-{day}")
    assert said(as_visitor, f"{base}calendar.ics") == (
        "1 event without an exact day is left out. 2 exact days before the year 1 are left out: no calendar has them."
    )
    assert "before the year 1" not in said(as_visitor, f"{base}calendar.ics?from=2000")
    assert said(as_visitor, f"{base}calendar.ics?to=0100").endswith("no calendar has them.")
    text = as_visitor.get(f"{base}take-along/").text
    assert "1 event has none" in text
    assert "2 exact days lie before the year 1" in text


def test_a_calendar_without_such_days_does_not_speak_of_them(make_published, base, as_visitor):
    make_published("Known", "2017-07-28")
    make_published("A year", "-0043")
    assert said(as_visitor, f"{base}calendar.ics") == "1 event without an exact day is left out."
    assert "before the year 1" not in as_visitor.get(f"{base}take-along/").text
