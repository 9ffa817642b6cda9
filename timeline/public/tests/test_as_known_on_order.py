"""A chronology as known on a day: in the order of then, with what was withdrawn or merged since."""

import re

import pytest
import time_machine

from timeline.conftest import NOW
from timeline.public.tests.test_as_known_on import ADDRESS, DAY, link
from timeline.public.tests.test_corrections import edit
from timeline.public.ways import known
from timeline.records.models import Verb, open_change
from timeline.records.selection import published

pytestmark = pytest.mark.django_db
LOOKED_UP, WALKED, TOO_MUCH = {}, {"MOST_BY_KEY": 0}, {"MOST_BY_KEY": 0, "MOST_SINCE": -1}
AFTERWARDS = f"{ADDRESS}2026-11-26/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-26T03:00:00Z", tick=False):
        yield


@pytest.fixture(params=[LOOKED_UP, WALKED], ids=["looked up", "walked along"])
def found(request, monkeypatch):
    """Find what stood in the one way and in the other."""
    for name, value in request.param.items():
        monkeypatch.setattr(published, name, value)


def told(answer):
    """Headlines of a page in order, and what stands in the place of those that are gone."""
    rows = re.findall(r'<h2[^>]*><a[^>]*>(.*?)</a></h2>|<p class="gone">(.*?)</p>', answer.text)
    return [re.sub("<[^>]+>", "", headline or gone) for headline, gone in rows]


@pytest.fixture
def change_entries(as_checker):
    """Change entries as a checker does it, on the page of the chronology."""

    def change(deed, *events):
        sent = {"do": deed, "pick": [event.entries.get().pk for event in events]}
        assert as_checker.post("/arrange/japan-north-korea/entries/", sent).status_code == 302

    return change


@pytest.fixture
def merge(as_checker):
    def make(kept, gone):
        address = f"/arrange/events/{kept.pk}/merge/{gone.pk}/"
        drawn = {bound.html_name: bound.value() or "" for bound in as_checker.get(address).context["form"]}
        assert as_checker.post(address, {**drawn, "why": "They are one."}).status_code == 302

    return make


@pytest.fixture
def three(make_published):
    return [make_published(name, date) for name, date in (("First", "2001"), ("Second", "2002"), ("Third", "2003"))]


@pytest.mark.usefixtures("found")
def test_events_stand_in_the_order_of_the_dates_of_then(three, make_event, publish, chronology, as_visitor):
    edit(three[0], "First", "2009", at=NOW.replace(day=25))
    assert told(as_visitor.get(DAY)) == ["First", "Second", "Third"]
    assert told(as_visitor.get(AFTERWARDS)) == ["Second", "Third", "First"]


@pytest.mark.usefixtures("found")
def test_what_was_withdrawn_since_stands_in_its_place_without_its_words(three, change_entries, as_visitor, as_checker):
    change_entries("withdraw", three[1])
    for client in (as_visitor, as_checker):
        answer = client.get(DAY)
        assert told(answer) == ["First", "Withdrawn since.", "Third"]
        assert "2002" in answer.text
        assert "Second" not in answer.text
        assert f"/events/{three[1].pk}/" not in answer.text
        assert "1 of them was withdrawn or merged since." in answer.text
        assert "shown the same today" not in answer.text
    assert told(as_visitor.get(AFTERWARDS)) == ["First", "Third"]


@pytest.mark.usefixtures("found")
def test_what_was_taken_out_or_withdrawn_everywhere_stands_there_too(three, change_entries, as_checker, as_visitor):
    change_entries("take_out", three[0])
    as_checker.post(f"/arrange/events/{three[2].pk}/withdraw/", {"why": "It was none."})
    assert told(as_visitor.get(DAY)) == ["Withdrawn since.", "Second", "Withdrawn since."]
    assert told(as_visitor.get(AFTERWARDS)) == ["Second"]


@pytest.mark.usefixtures("found")
def test_what_was_withdrawn_and_published_again_is_shown_as_it_was(three, change_entries, as_visitor):
    change_entries("withdraw", three[1])
    change_entries("publish", three[1])
    assert told(as_visitor.get(DAY)) == ["First", "Second", "Third"]


@pytest.mark.usefixtures("found")
def test_what_was_merged_since_leads_to_what_it_is_part_of(three, merge, as_visitor):
    merge(three[2], three[0])
    answer = as_visitor.get(DAY)
    assert told(answer) == ["Merged since into “Third”.", "Second", "Third"]
    assert "First" not in answer.text
    assert f'<a href="/events/{three[2].pk}/"><span lang="en">Third</span></a>' in answer.text
    assert told(as_visitor.get(AFTERWARDS)) == ["Second", "Third"]


@pytest.mark.usefixtures("found")
def test_what_was_withdrawn_on_that_day_or_published_later_was_not_known(
    three, make_event, publish, chronology, change_entries, as_visitor
):
    late = make_event("Late", "2000", checked=True)
    with open_change(by=None, at=NOW.replace(day=25), verb=Verb.PUBLISH):
        publish(late, chronology)
    change_entries("withdraw", three[0])
    assert "Late" not in told(as_visitor.get(DAY))
    assert told(as_visitor.get(AFTERWARDS)) == ["Late", "Second", "Third"]


@pytest.mark.usefixtures("found")
def test_pages_go_on_where_what_moved_or_is_gone_stood(many, change_entries, as_visitor, monkeypatch):
    monkeypatch.setattr(known, "SIZE", 3)
    monkeypatch.setattr(known, "PIECE", 4)
    events = many(12)
    for number in (2, 5):
        edit(events[number], f"Event {number}", "2020", at=NOW.replace(day=25))
    change_entries("withdraw", events[8], events[9])
    seen, address = [], DAY
    while address:
        answer = as_visitor.get(address)
        seen += told(answer)
        address = link(answer, "next")
    assert seen == [
        "Withdrawn since." if number in (8, 9) else f"Event {number}" for number in range(12)
    ]  # fmt: skip


def test_a_place_that_did_not_stand_then_is_said(three, make_event, publish, chronology, as_visitor):
    late = make_event("Late", "2000", checked=True)
    with open_change(by=None, at=NOW.replace(day=25), verb=Verb.PUBLISH):
        entry = publish(late, chronology)
    said = "The place that the address names is not in this chronology."
    assert said in as_visitor.get(f"{DAY}?after={entry.pk}").text
    assert said in as_visitor.get(f"{DAY}?after={'9' * 400}").text
    assert said not in as_visitor.get(f"{DAY}?after={three[0].entries.get().pk}").text


def test_where_too_much_was_changed_since_the_order_is_of_today_and_it_is_said(
    three, change_entries, as_visitor, monkeypatch
):
    for name, value in TOO_MUCH.items():
        monkeypatch.setattr(published, name, value)
    said = "the events stand in the order of today’s dates, and those withdrawn since are left out"
    edit(three[0], "First", "2009", at=NOW.replace(day=25))
    change_entries("withdraw", three[1])
    answer = as_visitor.get(DAY)
    assert told(answer) == ["Third", "First"]
    assert said in answer.text
    for name in TOO_MUCH:
        monkeypatch.setattr(published, name, 5000)
    assert said not in as_visitor.get(f"{ADDRESS}2026-11-24/").text


@pytest.mark.usefixtures("found")
def test_people_themes_and_quotations_that_are_others_today_are_said(three, as_visitor):
    edit(three[0], "First", "2001", themes=("talks",), actors=("Koizumi",), at=NOW.replace(day=25))
    with open_change(by=None, at=NOW.replace(day=25), verb=Verb.EDIT):
        citation = three[1].citations.get()
        citation.exact = "Another quotation"
        citation.save()
    page = as_visitor.get(DAY).text
    assert "<span>other people</span>, <span>other themes</span>" in page
    assert "other quotations" in page
    assert "2 of them are shown otherwise today." in page
