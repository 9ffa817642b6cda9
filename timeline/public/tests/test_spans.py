"""Decades and months: each an address, with its drawing, its figures, and the way in, out, back and on."""

import itertools
import re

import pytest

from timeline.public.tests.conftest import headlines
from timeline.records.selection import periods

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def dated(publish_all):
    """Events of every level, each named by its date."""
    dates = ["1969-12-31", "1970-01-01", "1977", "1977-09", "1977-09-19", "1977-09-19/1977-10-02", "1977-11-15",
             "1979-12-31", "197X", "[1976..1978]", "197X/198X", "1980-01-01"]  # fmt: skip
    return publish_all([(date, date) for date in dates])


def test_a_decade_holds_its_years_and_at_its_end_what_only_it_holds(dated, as_visitor):
    page = as_visitor.get(f"{ADDRESS}1970s/")
    found = headlines(page)
    assert found[0] == "1970-01-01"
    assert found[-3:] == ["197X/198X", "197X", "[1976..1978]"] or set(found[-3:]) == {
        "197X/198X",
        "197X",
        "[1976..1978]",
    }
    assert "1969-12-31" not in found
    assert "1980-01-01" not in found
    assert re.findall(rf'<h3 [^>]*><a href="{ADDRESS}(\d+)/">', page.text) == ["1970", "1977", "1979"]
    assert "In the 1970s, exact date not known" in page.text


def test_a_month_holds_its_days_and_what_touches_it(dated, as_visitor):
    page = as_visitor.get(f"{ADDRESS}1977/09/")
    assert "<h1>September 1977</h1>" in page.text
    own, wider = headlines(page)[:3], headlines(page)[3:]
    assert own == ["1977-09-19", "1977-09-19/1977-10-02", "1977-09"]
    assert set(wider) == {"1977", "197X", "[1976..1978]", "197X/198X"}
    assert "In September 1977, exact date not known" in page.text
    assert "Wider than the month" in page.text


def test_what_lasted_from_an_earlier_month_of_the_year_touches_the_next(dated, as_visitor):
    assert "1977-09-19/1977-10-02" in headlines(as_visitor.get(f"{ADDRESS}1977/10/"))


@pytest.mark.parametrize(
    ("address", "earlier", "later", "out"),
    [
        ("1970s/", "1960s/", "1980s/", "?at=1970#events"),
        ("1977/", "1970/", "1979/", "1970s/"),
        ("1977/09/", "1970/01/", "1977/11/", "1977/"),
        ("1977/11/", "1977/09/", "1979/12/", "1977/"),
    ],
)
def test_one_goes_back_on_and_out(address, earlier, later, out, dated, as_visitor):
    page = as_visitor.get(ADDRESS + address).text
    assert f'rel="prev" href="{ADDRESS}{earlier}"' in page
    assert f'rel="next" href="{ADDRESS}{later}"' in page
    assert f'<a href="{ADDRESS}{out}">Zoom out</a>' in page


def test_headings_go_down_by_one(dated, as_visitor):
    for address in ("1970s/", "1977/", "1977/09/", "1951/", "1977/10/"):
        levels = [int(level) for level in re.findall(r"<h([1-4])\b", as_visitor.get(ADDRESS + address).text)]
        assert all(second <= first + 1 for first, second in itertools.pairwise(levels)), address


def test_figures_say_in_words_and_in_a_table_what_is_drawn(dated, as_visitor):
    page = as_visitor.get(f"{ADDRESS}1970s/").text
    assert "10 events, most in 1977 (5). 5 without an exact date." in page
    rows = re.findall(rf'<tr><th scope="row"><a href="{ADDRESS}(\d+)/">(\d+)</a>((?:<td>\d*)+)', page)
    assert [(year, re.findall(r"<td>(\d*)", numbers)[0]) for _href, year, numbers in rows] == [
        ("1970", "1"), ("1977", "5"), ("1979", "1"),
    ]  # fmt: skip
    assert "3 events, most on 19 September (2). 1 without an exact date." in as_visitor.get(f"{ADDRESS}1977/09/").text


def test_the_strip_has_its_figures_and_bars_that_lead_to_their_years(dated, as_visitor):
    page = as_visitor.get(ADDRESS).text
    assert "12 events, most in 1977 (5)." in page
    assert f'<a href="{ADDRESS}1977/" tabindex="-1"><title>1977: 5 events' in page
    assert f'<th scope="row"><a href="{ADDRESS}1977/">1977</a>' in page
    narrowed = as_visitor.get(f"{ADDRESS}?exactness=day").text
    assert f'href="{ADDRESS}?exactness=day&amp;from=1977&amp;to=1977#events">1977</a>' in narrowed


def test_of_very_many_years_the_table_counts_by_the_cells_of_the_axis(many, as_visitor):
    many(400)
    page = as_visitor.get(ADDRESS).text
    assert f'<th scope="row"><a href="{ADDRESS}1990s/">1990–1999</a>' in page


@pytest.mark.parametrize("period", ["1990s", "1995", "1995/03"])
def test_too_many_for_marks_are_drawn_as_bars_and_paged(period, publish_all, as_visitor):
    publish_all([(f"Event {number}", f"1995-03-{number % 28 + 1:02d}") for number in range(70)] + [("Some", "1995-03")])
    first = as_visitor.get(f"{ADDRESS}{period}/")
    assert 'class="zoom months"' in first.text
    further = re.search(r'rel="next" href="([^"]+)#events"', first.text)[1]
    second = as_visitor.get(further)
    assert len(headlines(first)) == 50
    assert len(headlines(second)) == 21
    assert not set(headlines(first)) & set(headlines(second))


def test_a_day_of_such_a_month_is_a_place_to_begin(publish_all, as_visitor):
    publish_all([(f"Event {number}", f"1995-03-{number % 28 + 1:02d}") for number in range(70)])
    assert f'href="{ADDRESS}1995/03/?day=28"' in as_visitor.get(f"{ADDRESS}1995/03/").text
    assert headlines(as_visitor.get(f"{ADDRESS}1995/03/?day=28")) == ["Event 27", "Event 55"]


@pytest.mark.parametrize("asked", ["day=0", "day=32", "day=x", "after=0", "after=x", "after=" + "9" * 30, "rest=x"])
@pytest.mark.parametrize("address", ["1970s/", "1977/", "1977/09/", "9990s/", "9999/12/", "1/01/"])
def test_a_place_that_is_not_there_is_no_fault(address, asked, dated, as_visitor):
    assert as_visitor.get(f"{ADDRESS}{address}?{asked}").status_code == 200


def test_what_is_not_published_is_shown_on_request_to_who_is_signed_in(
    chronology, make_event, publish, as_visitor, as_researcher
):
    publish(make_event("Drafted", "1977-09-19"), chronology)
    for address in ("1970s/", "1977/", "1977/09/"):
        assert headlines(as_visitor.get(ADDRESS + address)) == []
        shown = as_researcher.get(f"{ADDRESS}{address}?preview=1")
        assert headlines(shown) == ["Drafted"]
        assert "preview=1" in shown.text


def test_a_decade_counts_all_that_it_lists(publish_all, as_visitor):
    publish_all([("It lasts", "1972/1975"), ("It goes on", "1973/.."), ("A day", "1974-05-01")])
    page = as_visitor.get(f"{ADDRESS}1970s/")
    assert headlines(page) == ["It lasts", "It goes on", "A day"]
    assert "<b>3</b> events" in page.text
    assert "3 events." in page.text


def test_a_month_counts_all_of_its_events_and_says_where_only_some_are_drawn(publish_all, as_visitor, monkeypatch):
    publish_all([("First", "1977-09-01"), ("Last", "1977-09-30"), ("Some day", "1977-09"), ("Second", "1977-09-02")])
    assert "are drawn" not in as_visitor.get(f"{ADDRESS}1977/09/").text
    monkeypatch.setattr(periods, "MOST_COUNTED", 2)
    page = as_visitor.get(f"{ADDRESS}1977/09/?after=0").text
    assert "<b>4</b> events" in page
    assert "1 without an exact date" in page
    assert "Only the first 2 are drawn. 4 events." in page
    assert re.findall(r'<tr><th scope="row"><a[^>]*>(\d+ September)</a>', page) == ["1 September", "2 September"]


def test_a_decade_says_where_more_stand_under_none_of_its_years_than_are_counted(publish_all, as_visitor, monkeypatch):
    publish_all([(f"Some year {number}", "197X") for number in range(4)])
    monkeypatch.setattr(periods, "MOST_COUNTED", 3)
    page = as_visitor.get(f"{ADDRESS}1970s/").text
    assert "at least <b>3</b> events" in page
    assert "Here are more events than are counted." in page
