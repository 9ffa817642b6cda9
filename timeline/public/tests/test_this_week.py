"""This week in any year, and its anniversaries."""

import re

import pytest
import time_machine

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.models import Verb, open_change

pytestmark = pytest.mark.django_db
ADDRESS = "/chronologies/japan-north-korea/this-week/"


@pytest.fixture(autouse=True)
def today():
    """Monday in Tokyo, still Sunday in London."""
    with time_machine.travel("2026-11-29T20:00:00Z", tick=False):
        yield


def headlines(answer):
    return re.findall(r"<h3[^>]*><a[^>]*>(.*?)</a></h3>", answer.text)


def link(answer, rel):
    found = re.search(rf'<a rel="{rel}" href="([^"]*)"', answer.text)
    return found[1].replace("&amp;", "&") if found else ""


def test_it_shows_the_week_of_today_in_the_zone_of_the_site(make_published, as_visitor):
    for date in ("2016-11-30", "1999-12-06", "2001-11-29", "2002-12-07"):
        make_published(date, date)
    answer = as_visitor.get(ADDRESS)
    assert headlines(answer) == ["2016-11-30", "1999-12-06"]
    assert "30 November to 6 December" in answer.text
    assert "This week in" in answer.text


def test_only_known_days_stand_in_it(make_published, as_visitor):
    for date in ("2016-11-30~", "2016-11", "2016", "2016-12-01/2016-12-03"):
        make_published(date, date)
    assert headlines(as_visitor.get(ADDRESS)) == ["2016-12-01/2016-12-03"]


def test_a_page_of_yesterday_is_not_shown_today(make_published, as_visitor):
    make_published("Later", "2016-12-08")
    first = as_visitor.get(ADDRESS)
    assert headlines(first) == []
    assert as_visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with time_machine.travel("2026-12-08T03:00:00Z", tick=False):
        second = as_visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
        assert second.status_code == 200
        assert headlines(second) == ["Later"]


def test_another_day_leads_to_its_week_and_weeks_lead_on(make_published, as_visitor):
    for date in ("1977-09-19", "2002-09-17", "2002-09-10"):
        make_published(date, date)
    answer = as_visitor.get(f"{ADDRESS}?day=2027-09-17")
    assert headlines(answer) == ["2002-09-17", "1977-09-19"]
    assert headlines(as_visitor.get(link(answer, "prev"))) == ["2002-09-10"]
    assert link(answer, "next").endswith("?day=2027-09-20")
    assert headlines(as_visitor.get(f"{ADDRESS}?day=9-17")) == ["2002-09-17", "1977-09-19"]


def test_round_numbers_of_years_are_marked_and_stand_in_front(make_published, as_visitor):
    for year in (2021, 2020, 2001, 1976, 1926):
        make_published(f"In {year}", f"{year}-12-01")
    page = as_visitor.get(ADDRESS).text
    block = re.search(r'<section class="anniversaries".*?</section>', page, re.DOTALL)[0]
    assert re.findall(r'class="ago">([^<]*)</b> <span class="num">(\d+)', block) == [
        ("100 years ago", "1926"), ("50 years ago", "1976"), ("25 years ago", "2001"), ("5 years ago", "2021"),
    ]  # fmt: skip
    assert "Anniversaries in 2026" in block


def test_a_week_over_the_turn_of_the_year_counts_each_day_from_its_own(make_published, as_visitor):
    make_published("New Year", "2017-01-01")
    make_published("Eve", "2016-12-31")
    page = as_visitor.get(f"{ADDRESS}?day=2026-12-31")
    assert headlines(page) == ["Eve", "New Year"]
    assert page.text.count("10 years ago") == 4


def test_29_february_stands_behind_the_28th_where_there_is_none(make_published, as_visitor):
    make_published("Leap day", "2012-02-29")
    assert headlines(as_visitor.get(f"{ADDRESS}?day=2027-02-28")) == ["Leap day"]
    assert headlines(as_visitor.get(f"{ADDRESS}?day=02-29")) == ["Leap day"]
    assert headlines(as_visitor.get(f"{ADDRESS}?day=2028-02-29")) == ["Leap day"]


def test_a_full_day_has_a_page_of_its_own_that_leads_on(publish_all, as_visitor):
    publish_all([(f"Event {year}", f"{year}-12-01") for year in range(1900, 1970)])
    week = as_visitor.get(ADDRESS)
    assert len(headlines(week)) == 10
    more = re.search(r'<p class="more"><a href="([^"]*)"', week.text)[1]
    first = as_visitor.get(more)
    assert headlines(first) == [f"Event {year}" for year in range(1900, 1950)]
    assert headlines(as_visitor.get(link(first, "next"))) == [f"Event {year}" for year in range(1950, 1970)]


def test_what_is_not_public_is_not_shown(make_event, chronology, as_visitor, as_checker):
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        event = make_event("A draft", "2002-12-01")
        actions.place(event=event, chronology=chronology, section=None, lane=None, by=None, at=NOW)
    assert headlines(as_visitor.get(f"{ADDRESS}?preview=1")) == []
    assert headlines(as_checker.get(f"{ADDRESS}?preview=1")) == ["A draft"]


@pytest.mark.parametrize(
    "query", ["day=0", "day=13-45", "day=0000-01-01", "day=99999-01-01", "day=9999-12-31", "day=0001-01-01",
              "day=" + "9" * 5000, "on=02-30", "on=x", "day=2027-02-29x"],
)  # fmt: skip
def test_what_is_no_day_is_said(query, make_published, as_visitor):
    make_published("Now", "2016-11-30")
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert "is no day" in answer.text
    assert headlines(answer) == ["Now"]
    assert as_visitor.head(f"{ADDRESS}?{query}").status_code == 200


@pytest.mark.parametrize("query", ["day=0002-01-01", "day=9998-12-31", "on=12-01&after=x", "on=12-01&after=999999"])
def test_odd_questions_get_a_page(query, make_published, as_visitor):
    make_published("Now", "2016-12-01")
    assert as_visitor.get(f"{ADDRESS}?{query}").status_code == 200


def test_it_asks_no_more_of_the_database_for_more_events(
    publish_all, as_visitor, django_assert_max_num_queries, nothing_kept
):
    publish_all([(f"Event {year}", f"{year}-12-01") for year in range(1950, 1970)])
    with django_assert_max_num_queries(20) as few:
        as_visitor.get(ADDRESS)
    publish_all([(f"Event {year}", f"{year}-12-02") for year in range(1700, 1970)])
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(ADDRESS)
