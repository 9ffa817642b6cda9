"""A page that is printed says which part of the events it holds, and where all of them are."""

import html
import re

import pytest

from timeline.public import paging
from timeline.public.tests.conftest import headlines

ADDRESS = "/chronologies/japan-north-korea/"
WHOLE = f"http://testserver{ADDRESS}"


def said(answer):
    """What is said on paper alone; "" where nothing is."""
    found = re.search(r'<p class="on-paper">(.*?)</p>', answer.text)
    return html.unescape(found[1]) if found else ""


@pytest.fixture
def sixty(publish_all):
    return publish_all([(f"Event {number}", f"2017-0{number % 9 + 1}-15") for number in range(60)])


@pytest.mark.parametrize(
    ("rest", "shown", "whole"),
    [
        ("", 50, "?all=1"),
        ("?q=event", 50, "?q=event&all=1"),
        ("table/", 50, "table/?all=1"),
        ("table/?order=latest", 50, "table/?order=latest&all=1"),
        ("2017/", 50, "?from=2017&to=2017&all=1"),
        ("2010s/", 50, "?from=2010&to=2019&all=1"),
    ],
)
def test_a_part_says_so_and_names_the_whole_which_holds_all(rest, shown, whole, sixty, as_visitor):
    page = as_visitor.get(ADDRESS + rest)
    assert said(page) == f"On this page: {shown} of 60 events. All of them: {WHOLE}{whole}"
    assert f'<a class="quiet" href="{html.escape(ADDRESS + whole)}">' in page.text
    all_of_it = as_visitor.get(ADDRESS + whole)
    assert said(all_of_it) == ""
    assert all(f">{event.wordings.get().headline}<" in re.sub("</?mark>", "", all_of_it.text) for event in sixty)


def test_the_whole_table_can_stand_with_the_latest_first(sixty, as_visitor):
    rows = re.findall(r"Event \d+", as_visitor.get(f"{ADDRESS}table/?order=latest&all=1").text)
    assert (len(rows), rows[0], rows[-1]) == (60, "Event 53", "Event 0")


@pytest.mark.parametrize("rest", ["", "table/", "?from=2017", "2017/09/", "2016/"])
def test_what_holds_all_says_nothing_of_parts(rest, make_published, as_visitor):
    make_published("Talks", "2017-09-15")
    page = as_visitor.get(ADDRESS + rest)
    assert said(page) == ""
    assert "to print" not in page.text


@pytest.mark.parametrize("rest", ["", "?all=1", "table/", "table/?all=1", "2017/"])
def test_of_more_than_one_page_may_hold_it_is_said_how_to_print_the_others(rest, sixty, as_visitor, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 55)
    monkeypatch.setattr("timeline.public.span_page.MOST", 55)
    monkeypatch.setattr("timeline.public.templatetags.ways.MOST", 55)
    page = as_visitor.get(ADDRESS + rest)
    assert said(page) == (
        f"On this page: {55 if 'all' in rest else 50} of 60 events. "
        "One page holds at most 55: search, filters and years print the others in parts."
    )
    assert "to print" not in page.text


def test_a_frame_never_holds_all(sixty, as_checker):
    assert len(re.findall("<h2 lang", as_checker.get(f"{ADDRESS}embed/?all=1").text)) == 50
    assert len(headlines(as_checker.get(f"{ADDRESS}?all=1"))) == 60
