"""Corrections are found however much else was published or written since, here or elsewhere."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from timeline.public.take_along import corrections, feeds
from timeline.public.tests.test_corrections import ATOM, edit, unpublish
from timeline.records.models import Event


@pytest.fixture
def address(chronology):
    return f"/chronologies/{chronology.slug}/corrections/"


def entries_of(feed):
    return [entry.findtext(f"{ATOM}title") for entry in etree.fromstring(feed.content).findall(f"{ATOM}entry")]


@pytest.fixture
def corrected(make_published, monkeypatch):
    monkeypatch.setattr(corrections, "LOOKED_AT", 3)
    event = make_published("Talks are held", "2002-09-17")
    edit(event, "A summit is held", "2002-09-17")
    return event


@pytest.mark.usefixtures("corrected")
def test_what_is_published_here_hides_none(make_published, address, as_visitor):
    for number in range(5):
        make_published(f"Another {number}", "2003-01-01")
    assert entries_of(as_visitor.get(f"{address}feed.atom")) == ["A summit is held"]
    assert "<ins>A summit is held</ins>" in as_visitor.get(address).text


@pytest.mark.usefixtures("corrected")
def test_what_is_corrected_elsewhere_hides_none(make_event, make_chronology, publish, address, as_visitor):
    publish(event := make_event("Elsewhere", checked=True), make_chronology("Other", "other"))
    with CaptureQueriesContext(connection) as before:
        as_visitor.get(address)
    for number in range(5):
        edit(event, f"Elsewhere {number}", "2002-09-17")
    with CaptureQueriesContext(connection) as after:
        page = as_visitor.get(address).text
    assert "<ins>A summit is held</ins>" in page
    assert "Older corrections" not in page
    assert len(after) <= len(before)
    feed = as_visitor.get(f"{address}feed.atom")
    assert entries_of(feed) == ["A summit is held"]
    assert "2000-01-01" not in feed.text


@pytest.mark.usefixtures("corrected")
def test_what_was_withdrawn_with_all_its_corrections_hides_none_in_the_feed(make_published, address, as_visitor):
    gone = make_published("It has to go", "2003-01-01")
    for number in range(5):
        edit(Event.objects.get(pk=gone.pk), f"It has to go {number}", "2003-01-01")
    unpublish(gone)
    assert entries_of(as_visitor.get(f"{address}feed.atom")) == [
        "Withdrawn: an event dated 1 January 2003", "A summit is held",
    ]  # fmt: skip


@pytest.mark.usefixtures("corrected")
def test_the_feed_looks_through_few_pages(make_published, address, as_visitor, monkeypatch):
    monkeypatch.setattr(feeds, "MOST_PAGES", 1)
    gone = make_published("It has to go", "2003-01-01")
    for number in range(5):
        edit(Event.objects.get(pk=gone.pk), f"It has to go {number}", "2003-01-01")
    unpublish(gone)
    assert entries_of(as_visitor.get(f"{address}feed.atom")) == ["Withdrawn: an event dated 1 January 2003"]
