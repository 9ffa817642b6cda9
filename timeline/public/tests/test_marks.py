"""Few events that search or filters leave are drawn one by one, in the years that they stand in."""

import datetime
import re

import pytest

from timeline.public.zoom import frame_of_years
from timeline.web.zones import days_elsewhere

ADDRESS = "/chronologies/japan-north-korea/"


def drawn(page):
    """The events of the drawing, by what their links say."""
    found = re.search(r'<svg class="zoom".*?</svg>\n', page, re.DOTALL)
    return re.findall(r'href="#(e\d+)" tabindex="-1"', found[0]) if found else None


@pytest.fixture
def some(publish_all):
    dates = ["1959-12-14", "197X", "2002-09-17", "2002-10", "../2004"]
    return publish_all([(f"Event in {date}", date) for date in dates])


def test_what_a_filter_leaves_is_drawn_by_its_days(some, as_visitor):
    page = as_visitor.get(f"{ADDRESS}?from=1950&to=2010").text
    assert set(drawn(page)) == {f"e{event.pk}" for event in some}
    assert all(f'id="e{event.pk}"' in page for event in some)
    assert drawn(as_visitor.get(f"{ADDRESS}?q=2002").text) == [f"e{event.pk}" for event in some if "2002" in event.edtf]


def test_without_a_filter_and_of_more_than_a_page_holds_only_bars_are_drawn(some, publish_all, as_visitor):
    assert drawn(as_visitor.get(ADDRESS).text) is None
    publish_all([(f"Other {number}", f"1960-01-{number % 28 + 1:02d}") for number in range(51)])
    assert drawn(as_visitor.get(f"{ADDRESS}?q=other").text) is None
    assert len(drawn(as_visitor.get(f"{ADDRESS}?from=1970").text)) == 4


@pytest.mark.parametrize("date", ["", "-0044", "Y12000"])
def test_what_no_calendar_holds_is_listed_and_not_drawn(date, make_published, as_visitor):
    event = make_published("Far away", date)
    page = as_visitor.get(f"{ADDRESS}?q=away").text
    assert drawn(page) is None
    assert f'id="e{event.pk}"' in page


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (2002, 2002, 12),
        (2002, 2004, [2002, 2003, 2004]),
        (1945, 2024, [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020]),
        (1, 9999, [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000]),
    ],
)
def test_a_drawing_names_at_most_a_dozen_years(first, last, named):
    frame = frame_of_years(first, last)
    assert (frame.first, frame.last) == (datetime.date(first, 1, 1), datetime.date(last, 12, 31))
    if isinstance(named, int):
        assert len(frame.lines) == named
    else:
        assert [day.year for day, _name, _short in frame.lines] == named


def test_an_event_says_where_it_was_another_day(make_published, as_visitor):
    late = make_published("Missile", "2017-11-29", time=datetime.time(3, 18), zone="Asia/Tokyo")
    assert (
        "At that time it was 28 November 2017 in Moscow, London, Paris, New York."
        in as_visitor.get(f"/events/{late.pk}/").text
    )
    assert "At that time it was 28 November 2017 in" in as_visitor.get(ADDRESS).text
    assert "2017年11月28日" in as_visitor.get(f"/ja/events/{late.pk}/").text


@pytest.mark.parametrize(
    ("time", "zone"), [(datetime.time(15, 0), "Asia/Tokyo"), (datetime.time(3, 0), "Nowhere/City")]
)
def test_where_it_was_the_same_day_everywhere_or_no_zone_is_known_nothing_is_said(time, zone):
    assert days_elsewhere(datetime.date(2017, 11, 29), time, zone) == {}


def test_at_the_edges_of_the_calendar_a_day_that_it_has_not_is_left_out():
    first = days_elsewhere(datetime.date.min, datetime.time(0, 0), "Asia/Tokyo")
    last = days_elsewhere(datetime.date.max, datetime.time(23, 59), "America/New_York")
    assert "New York" not in str(first)
    assert "Tokyo" not in str(last)


def test_a_time_without_a_zone_says_nothing_of_elsewhere(make_published, as_visitor):
    event = make_published("Missile", "2017-11-29", time=datetime.time(3, 18))
    assert "At that time" not in as_visitor.get(f"/events/{event.pk}/").text
