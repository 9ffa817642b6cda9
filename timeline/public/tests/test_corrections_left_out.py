"""What the log of corrections leaves out: what readers never saw, and most of a change that touched very much."""

import pytest

from timeline.conftest import NOW
from timeline.public.take_along import corrections
from timeline.public.tests.test_corrections import edit
from timeline.records.models import Event, Verb, open_change


@pytest.fixture
def address(chronology):
    return f"/chronologies/{chronology.slug}/corrections/"


def test_what_was_changed_while_nobody_might_read_it_is_no_correction(
    make_published, make_event, make_chronology, publish, as_visitor
):
    hidden, seen = make_chronology("Hidden", "hidden", is_public=False), make_published("Seen")
    event = make_event("A secret headline", checked=True)
    publish(event, hidden)
    with open_change(by=None, at=NOW, verb=Verb.IMPORT):
        # One change, which readers see in another chronology.
        edit(seen, "Seen anew", "2002-09-17")
        edit(event, "An open headline", "2002-09-17")
    with open_change(by=None, at=NOW, verb=Verb.PUBLISH):
        hidden.is_public = True
        hidden.save()
    edit(Event.objects.get(pk=event.pk), "A later headline", "2002-09-17")
    for name in ("", "feed.atom"):
        text = as_visitor.get(f"/chronologies/hidden/corrections/{name}").text
        assert "A later headline" in text
        assert "An open headline" in text
        assert "A secret headline" not in text


def test_a_change_that_touched_very_much_is_looked_at_in_part(
    publish_all, chronology, address, as_visitor, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(corrections, "MOST_ROWS", 20)
    events = publish_all([(f"Event {number}", "2002-09-17") for number in range(60)])
    edit(Event.objects.get(pk=events[0].pk), "Before it", "2002-09-17")
    with open_change(by=None, at=NOW, verb=Verb.IMPORT):
        for event in events:
            edit(Event.objects.get(pk=event.pk), "By the import", "2002-09-18")
    with django_assert_max_num_queries(30):
        text = as_visitor.get(address).text
    assert text.count("<ins>By the import</ins>") == 20
    assert "<ins>Before it</ins>" in text


def test_what_one_change_adds_takes_the_place_of_no_correction(
    publish_all, make_event, address, as_visitor, monkeypatch
):
    monkeypatch.setattr(corrections, "MOST_ROWS", 5)
    event = Event.objects.get(pk=publish_all([("Talks", "2002-09-17")])[0].pk)
    with open_change(by=None, at=NOW, verb=Verb.IMPORT):
        for number in range(10):
            make_event(f"New {number}", checked=True)
        edit(event, "Corrected at last", "2002-09-18")
    text = as_visitor.get(address).text
    assert "<ins>Corrected at last</ins>" in text
    assert "only some of them" not in text


def test_a_change_of_which_only_a_part_is_listed_is_said(publish_all, address, as_visitor, monkeypatch):
    monkeypatch.setattr(corrections, "MOST", 3)
    events = publish_all([(f"Event {number}", "2002-09-17") for number in range(5)])
    with open_change(by=None, at=NOW, verb=Verb.IMPORT):
        for event in events:
            edit(Event.objects.get(pk=event.pk), "By the import", "2002-09-18")
    assert "only some of them are listed here" in as_visitor.get(address).text


def test_where_very_much_was_touched_pages_go_on_and_miss_no_change(publish_all, address, as_visitor, monkeypatch):
    monkeypatch.setattr(corrections, "MOST_TOUCHED", 5)
    events = publish_all([(f"Event {number}", "2002-09-17") for number in range(4)])
    for number in range(4):
        with open_change(by=None, at=NOW, verb=Verb.IMPORT):
            for event in events:
                edit(Event.objects.get(pk=event.pk), f"Round {number}", "2002-09-17")
    asked, found, pages = address, set(), 0
    while asked and pages < 20:
        text = as_visitor.get(asked).text
        found |= {number for number in range(4) if f"<ins>Round {number}</ins>" in text}
        later = text.partition('rel="next" href="')[2]
        asked, pages = later.partition('"')[0], pages + 1
    assert found == {0, 1, 2, 3}
    assert pages < 20
