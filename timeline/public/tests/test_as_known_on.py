"""A chronology as readers saw it on a day."""

import re
from datetime import timedelta

import pytest
import time_machine

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.public.ways import known
from timeline.records.models import Verb, open_change
from timeline.records.selection import published

pytestmark = pytest.mark.django_db
ADDRESS = "/chronologies/japan-north-korea/as-known-on/"
DAY = f"{ADDRESS}2026-11-23/"
LATER = NOW + timedelta(days=3)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-30T03:00:00Z", tick=False):
        yield


def headlines(answer):
    return re.findall(r"<h2[^>]*><a[^>]*>(.*?)</a></h2>", answer.text)


def link(answer, rel):
    found = re.search(rf'<a rel="{rel}" href="([^"]*)"', answer.text)
    return found[1].replace("&amp;", "&") if found else ""


@pytest.fixture
def reworded(make_published):
    """An event whose headline and date are others since."""
    event = make_published("Talks are held", "2002-09-17")
    with open_change(by=None, at=LATER, verb=Verb.EDIT):
        wording = event.wordings.get()
        wording.headline = "Talks are held at last"
        wording.save()
        event.date = edtf.parse("2002-09-18")
        event.version += 1
        event.save()
    return event


def test_it_shows_words_and_dates_of_then_and_what_is_otherwise_today(reworded, as_visitor):
    then = as_visitor.get(DAY)
    assert headlines(then) == ["Talks are held"]
    assert "17 September 2002" in then.text
    for words in ("another date", "another wording", "1 of them is shown otherwise today"):
        assert words in then.text
    now = as_visitor.get(f"{ADDRESS}2026-11-26/")
    assert headlines(now) == ["Talks are held at last"]
    assert "All of them are shown the same today" in now.text


def test_the_day_lasts_to_its_end_in_the_zone_of_the_site(reworded, as_visitor):
    # 12:00 in London on the 26th is 21:00 in Tokyo.
    assert headlines(as_visitor.get(f"{ADDRESS}2026-11-25/")) == ["Talks are held"]
    assert headlines(as_visitor.get(f"{ADDRESS}2026-11-26/")) == ["Talks are held at last"]


def test_what_was_published_later_is_counted_and_not_shown(make_published, make_event, publish, chronology, as_visitor):
    make_published("Talks are held")
    entry = publish(make_event("Later", "2003", checked=True), chronology)
    with open_change(by=None, at=LATER, verb=Verb.PUBLISH):
        entry.published_since = LATER
        entry.save()
    entry.history.exclude(change__at=LATER).update(published_since=None)
    answer = as_visitor.get(DAY)
    assert headlines(answer) == ["Talks are held"]
    assert "1 event was published since" in answer.text


def test_before_anything_was_public_it_says_so(make_published, as_visitor):
    make_published()
    assert "Nothing of this chronology was public on that day" in as_visitor.get(f"{ADDRESS}2020-01-01/").text


def test_a_chronology_that_was_not_public_then_shows_nothing(make_published, chronology, as_visitor):
    make_published()
    chronology.history.update(is_public=False)
    assert headlines(as_visitor.get(DAY)) == []


def test_the_form_leads_to_the_address_of_its_day(make_published, as_visitor):
    make_published()
    assert as_visitor.get(f"{ADDRESS}?day=2026-11-23").url.endswith(DAY)
    page = as_visitor.get(ADDRESS).text
    assert 'type="date"' in page
    assert 'max="2026-11-30"' in page


@pytest.mark.parametrize("typed", ["yesterday", "2026-02-30", "0000-01-01", "99999-01-01", "x" * 9000])
def test_what_is_no_day_is_said_in_the_form(typed, make_published, as_visitor):
    make_published()
    answer = as_visitor.get(f"{ADDRESS}?day={typed}")
    assert answer.status_code == 200
    assert "is no day" in answer.text


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "20261123", "2026-W48-1", "0000-01-01", "9" * 5000])
def test_an_address_without_a_day_is_not_found(day, make_published, as_visitor):
    make_published()
    assert as_visitor.get(f"{ADDRESS}{day}/").status_code == 404


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-12-01"])
def test_the_ends_of_the_calendar_get_a_page(day, make_published, as_visitor):
    make_published()
    answer = as_visitor.get(f"{ADDRESS}{day}/")
    assert answer.status_code == 200
    assert ("has not come yet" in answer.text) == (day > "2026-11-30")


def test_they_are_paged_by_key_and_looked_through_in_pieces(many, as_visitor, monkeypatch):
    monkeypatch.setattr(known, "PIECE", 20)
    monkeypatch.setattr(known, "MOST_LOOKED_AT", 100)
    many(120)
    seen, address = [], DAY
    while address:
        answer = as_visitor.get(address)
        seen += headlines(answer)
        address = link(answer, "next")
    assert seen == [f"Event {number}" for number in range(120)]


def test_where_nothing_was_public_so_far_it_leads_on(many, make_published, as_visitor, monkeypatch):
    # More was published by then, and changed since, than is looked up.
    monkeypatch.setattr(published, "MOST_BY_KEY", 0)
    monkeypatch.setattr(published, "MOST_SINCE", -1)
    monkeypatch.setattr(known, "PIECE", 20)
    monkeypatch.setattr(known, "MOST_LOOKED_AT", 40)
    for event in many(60):
        event.history.update(status="draft")
    make_published("The only one then", "2020")
    first = as_visitor.get(DAY)
    assert headlines(first) == []
    assert headlines(as_visitor.get(link(first, "next"))) == ["The only one then"]


@pytest.mark.parametrize("most", [known.SIZE, 0])
def test_what_was_published_since_makes_no_empty_pages(most, many, make_published, as_visitor, monkeypatch):
    monkeypatch.setattr(published, "MOST_BY_KEY", most)
    monkeypatch.setattr(known, "PIECE", 20)
    monkeypatch.setattr(known, "MOST_LOOKED_AT", 40)
    make_published("The only one then", "2020")
    events = many(60)
    with open_change(by=None, at=LATER, verb=Verb.PUBLISH) as change:
        pass
    for event in events:
        event.entries.get().history.update(change=change)
    first = as_visitor.get(DAY)
    assert headlines(first) == ["The only one then"]
    assert not link(first, "next")


@pytest.mark.parametrize("most", [known.SIZE, 0])
def test_what_stood_in_another_chronology_then_was_not_known_here(
    most, make_published, make_event, publish, make_chronology, as_visitor, monkeypatch
):
    monkeypatch.setattr(published, "MOST_BY_KEY", most)
    make_published("Here", "2001")
    publish(make_event("Elsewhere", "2002", checked=True), make_chronology("Other", "other"))
    assert headlines(as_visitor.get(DAY)) == ["Here"]


def test_it_asks_no_more_of_the_database_for_more_events(many, as_visitor, django_assert_max_num_queries, nothing_kept):
    many(110)
    with django_assert_max_num_queries(40) as few:
        as_visitor.get(DAY)
    many(300, first=2000)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(DAY)
