"""Who sees what: drafts are nobody's but ours."""

import pytest
from django.urls import reverse

from timeline.conftest import NOW
from timeline.public.tests.conftest import headlines
from timeline.records.models import Event, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def mixed(chronology, make_event, publish, make_published):
    """One public event; a draft that is placed; a checked one that is placed and not published; a withdrawn one."""
    make_published("Public")
    draft, checked, withdrawn = make_event("Draft"), make_event("Unpublished", checked=True), make_event("Withdrawn")
    for event in (draft, withdrawn):
        publish(event, chronology)
    entry = publish(checked, chronology)
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry.published_since = None
        entry.save()
        withdrawn.status = "withdrawn"
        withdrawn.save()
    return {"draft": draft, "checked": checked, "withdrawn": withdrawn}


def test_the_public_sees_what_is_checked_and_published(mixed, as_visitor):
    assert headlines(as_visitor.get(ADDRESS)) == ["Public"]
    assert headlines(as_visitor.get(f"{ADDRESS}2002/")) == ["Public"]


def test_who_is_signed_in_sees_the_same(mixed, as_researcher):
    assert headlines(as_researcher.get(ADDRESS)) == ["Public"]


def test_a_preview_shows_the_rest_and_says_so(mixed, as_researcher):
    answer = as_researcher.get(f"{ADDRESS}?preview=1")
    assert sorted(headlines(answer)) == ["Draft", "Public", "Unpublished"]
    assert answer.text.count('<span class="badge badge-warn">not public</span>') == 2
    assert "2 events here are not public" in answer.text


def test_a_preview_is_nothing_to_a_visitor(mixed, as_visitor):
    assert headlines(as_visitor.get(f"{ADDRESS}?preview=1")) == ["Public"]


def test_a_preview_stays_one_from_page_to_page(mixed, as_researcher):
    assert f"{ADDRESS}2002/?preview=1" in as_researcher.get(f"{ADDRESS}?preview=1").text


@pytest.mark.parametrize("which", ["draft", "checked", "withdrawn"])
def test_the_page_of_an_unpublished_event_is_not_public(which, mixed, as_visitor, as_researcher):
    address = reverse("public:event", args=[mixed[which].pk])
    assert as_visitor.get(address).status_code == 404
    answer = as_researcher.get(address)
    assert answer.status_code == 200
    assert "This event is not public" in answer.text


def test_a_chronology_that_is_not_public_is_not_there(make_chronology, make_event, publish, as_visitor, as_checker):
    hidden = make_chronology("Hidden", "hidden", is_public=False)
    event = make_event("Waits", checked=True)
    publish(event, hidden)
    assert as_visitor.get("/chronologies/hidden/").status_code == 404
    assert as_visitor.get("/chronologies/hidden/2002/").status_code == 404
    assert as_visitor.get(f"/events/{event.pk}/").status_code == 404
    assert "Hidden" not in as_visitor.get("/").text
    answer = as_checker.get("/chronologies/hidden/")
    assert headlines(answer) == ["Waits"]
    assert "This chronology is not public" in answer.text
    assert "Hidden" in as_checker.get("/").text


def test_an_event_without_a_place_is_shown_to_who_is_signed_in(make_event, as_researcher):
    assert as_researcher.get(f"/events/{make_event().pk}/").status_code == 200


def test_a_merged_event_leads_to_the_one_it_became(make_published, make_event, as_visitor):
    kept, double = make_published("Kept"), make_event("Double", checked=True)
    with open_change(by=None, at=NOW, verb=Verb.MERGE):
        double.merged_into = kept
        double.save()
    answer = as_visitor.get(f"/events/{double.pk}/")
    assert answer.status_code == 302
    assert answer.url == f"/events/{kept.pk}/"


def test_nothing_is_written_by_reading(mixed, as_visitor):
    before = list(Event.objects.values_list("pk", "version"))
    for address in ("/", ADDRESS, f"{ADDRESS}2002/", "/how-dates-are-read/"):
        as_visitor.get(address)
    assert list(Event.objects.values_list("pk", "version")) == before


def test_the_notes_of_colleagues_are_not_public(make_published, as_visitor):
    event = make_published("Public")
    Event.objects.filter(pk=event.pk).update(note="Ask Mika about the ferry")
    assert "Ask Mika" not in as_visitor.get(ADDRESS).text
    assert "Ask Mika" not in as_visitor.get(reverse("public:event", args=[event.pk])).text
