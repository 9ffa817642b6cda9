"""Reporting lag: how long after events their sources appeared."""

import re

import pytest

from timeline.conftest import NOW
from timeline.records.models import Verb, open_change

pytestmark = pytest.mark.django_db
ADDRESS = "/chronologies/japan-north-korea/lag/"
KINDS = ["before", "same", "next", "week", "month", "year", "decade", "longer"]


@pytest.fixture
def reported(make_published):
    """An event and the day on which its source appeared."""

    def make(headline, day, published):
        event = make_published(headline, day)
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            source = event.citations.get().source
            source.published = published
            source.save()
        return event

    return make


def table(answer):
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', answer.text)
    return {name: [int(number) for number in re.findall(r"<td[^>]*>(\d+)</td>", cells)] for name, cells in rows}


def headlines(answer):
    return re.findall(r"<h3[^>]*><a[^>]*>(.*?)</a></h3>", answer.text)


def link(answer, rel):
    found = re.search(rf'<a rel="{rel}" href="([^"]*)"', answer.text)
    return found[1].replace("&amp;", "&") if found else ""


def test_events_are_counted_by_lag_and_by_their_decade(reported, as_visitor):
    reported("A", "2002-09-17", "2002-09-17")
    reported("B", "2002-09-17", "2002-09-18")
    reported("C", "1977-11-15", "2002-09-17")
    reported("D", "1977-11-15", "1977")
    reported("E", "1977", "1977-11-15")
    answer = as_visitor.get(ADDRESS)
    assert table(answer) == {
        "1970–1979": [0, 0, 0, 0, 0, 0, 0, 1, 1],
        "2000–2009": [0, 1, 1, 0, 0, 0, 0, 0, 2],
        "All": [0, 1, 1, 0, 0, 0, 0, 1, 3],
    }
    assert "Of 3 events both their day and that of their source are known" in answer.text
    assert "Of 1 event more with an exact day the source names no day" in answer.text


def test_a_lag_leads_to_the_events_that_have_it(reported, as_visitor):
    reported("A", "2002-09-17", "2002-09-20")
    reported("B", "2002-09-17", "2003-09-20")
    answer = as_visitor.get(f"{ADDRESS}?lag=week")
    assert headlines(answer) == ["A"]
    assert "3 days later" in answer.text
    assert headlines(as_visitor.get(ADDRESS)) == []


def test_they_are_paged_by_key(many, as_visitor):
    events = many(120)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = events[0].citations.get().source
        source.published = "2020-01-01"
        source.save()
    seen, address = [], f"{ADDRESS}?lag=longer"
    while address:
        answer = as_visitor.get(address)
        seen += headlines(answer)
        address = link(answer, "next")
    assert seen == [f"Event {number}" for number in range(120)]
    assert headlines(as_visitor.get(link(answer, "prev")))


def test_drafts_are_not_counted(reported, make_event, as_visitor):
    reported("A", "2002-09-17", "2002-09-17")
    make_event("B", "2002-09-17")
    assert table(as_visitor.get(ADDRESS))["All"][-1] == 1


def test_without_any_it_says_so(make_published, as_visitor):
    make_published()
    assert "Of no event here both its own day and that of its source are known" in as_visitor.get(ADDRESS).text


@pytest.mark.parametrize("query", ["lag=never", "lag=" + "x" * 9000, "lag=%E2%80%AEsame"])
def test_an_unknown_lag_is_said(query, reported, as_visitor):
    reported("A", "2002-09-17", "2002-09-17")
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert "There is no such lag" in answer.text


@pytest.mark.parametrize("query", ["lag=same&after=x", "lag=same&before=99999999999999999999", "after=0"])
def test_odd_keys_get_a_page(query, reported, as_visitor):
    reported("A", "2002-09-17", "2002-09-17")
    assert as_visitor.get(f"{ADDRESS}?{query}").status_code == 200
    assert as_visitor.head(f"{ADDRESS}?{query}").status_code == 200


def test_it_asks_no_more_of_the_database_for_more_events(
    reported, many, as_visitor, django_assert_max_num_queries, nothing_kept
):
    reported("A", "2002-09-17", "2002-09-17")
    with django_assert_max_num_queries(20) as few:
        as_visitor.get(ADDRESS)
    many(100)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(ADDRESS)
