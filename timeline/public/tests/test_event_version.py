"""Versions of an event, each at an address that always shows the same."""

import re

import pytest

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.public import versions
from timeline.records import actions, past
from timeline.records.models import Entry, Event, Verb, open_change


@pytest.fixture
def edited(make_published, add_rival):
    """A published event whose wording and date were changed since."""
    event = make_published("Talks are held", "2002-09-17")
    seen = Event.objects.get(pk=event.pk).version
    draft = actions.EventDraft(
        headline="A summit is held", language="en", words="2002-09", date=edtf.parse("2002-09"), themes=("talks",)
    )
    with open_change(by=None, at=NOW, verb=Verb.EDIT, why="A secret of the house"):
        actions.edit_event(event=event, version=None, draft=draft, by=None, at=NOW)
    return Event.objects.get(pk=event.pk), seen


def test_a_version_shows_the_event_as_it_stood(edited, as_visitor):
    event, seen = edited
    then, now = as_visitor.get(f"/events/{event.pk}/v/{seen}/"), as_visitor.get(f"/events/{event.pk}/")
    assert '<h1 lang="en">Talks are held</h1>' in then.text
    assert "17 September 2002" in then.text
    assert "A summit is held" in now.text
    assert "?theme=talks" in now.text
    assert "?theme=talks" not in then.text


def test_a_version_says_which_it_is_and_leads_to_the_one_that_stands(edited, as_visitor):
    event, seen = edited
    text = as_visitor.get(f"/events/{event.pk}/v/{seen}/").text
    assert f"This is version {seen} of {event.version}, replaced on 23 November 2026." in text
    assert f'<link rel="canonical" href="http://testserver/events/{event.pk}/">' in text
    assert '<meta name="robots" content="noindex">' in text
    newest = as_visitor.get(f"/events/{event.pk}/v/{event.version}/").text
    assert "the newest one, at the address that will always show it" in newest
    assert "noindex" not in as_visitor.get(f"/events/{event.pk}/").text


def test_the_event_lists_its_versions_but_not_why_they_were_made(edited, as_visitor):
    event, seen = edited
    text = as_visitor.get(f"/events/{event.pk}/").text
    assert f'href="/events/{event.pk}/v/{seen}/"' in text
    assert "A secret of the house" not in text


def history(answer):
    return answer.text.partition('<ol class="versions">')[2].partition("</ol>")[0]


def test_each_version_says_what_it_changed(edited, as_visitor):
    event, seen = edited
    told = history(as_visitor.get(f"/events/{event.pk}/"))
    newest, first = told.split("</li>")[:2]
    assert '<span lang="en"><del>Talks are held</del> <ins>A summit is held</ins></span>' in newest
    assert "<del>17 September 2002</del> <ins>September 2002</ins>" in newest
    assert f"/v/{seen}/" in first
    assert "<dl>" not in first
    assert "Nothing of date" not in first
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        actions.settle_citations(event)
    told = history(as_visitor.get(f"/events/{event.pk}/"))
    assert "Nothing of date, words, place or sources" in told.split("</li>")[0]


def test_older_versions_stand_on_the_next_page(make_published, as_visitor, monkeypatch):
    monkeypatch.setattr(versions, "MOST_LISTED", 3)
    event = make_published("Headline 0")
    for number in range(1, 8):
        draft = actions.EventDraft(
            headline=f"Headline {number}", language="en", words="2002-09-17", date=edtf.parse("2002-09-17")
        )
        actions.edit_event(event=event, version=None, draft=draft, by=None, at=NOW)
    asked, found, pages = f"/events/{event.pk}/", [], 0
    while asked and pages < 9:
        text = as_visitor.get(asked).text
        found += re.findall(r"<ins>Headline (\d)</ins>", text)
        assert ("The newest versions" in text) is (pages > 0)
        asked = text.partition("Older versions")[0].rpartition('href="')[2].partition("#")[0]
        asked, pages = asked if "Older versions" in text else "", pages + 1
    assert found == ["7", "6", "5", "4", "3", "2", "1"]
    assert pages == 3


def test_what_versions_changed_costs_the_same_however_many_there_are(
    make_published, as_visitor, django_assert_max_num_queries, nothing_kept
):
    event = make_published()
    most = 60
    for number in range(24):
        if number in (4, 23):
            nothing_kept()
            with django_assert_max_num_queries(most) as asked:
                as_visitor.get(f"/events/{event.pk}/")
            most = len(asked)
        draft = actions.EventDraft(headline=f"{number}", language="en", words="2002", date=edtf.parse("2002"))
        actions.edit_event(event=event, version=None, draft=draft, by=None, at=NOW)


@pytest.mark.parametrize("before", ["0", "1", "-1", "x", "99999", "9" * 400, "%00"])
def test_a_crooked_place_among_the_versions_is_answered(before, edited, as_visitor):
    event, seen = edited
    assert f"/v/{seen}/" in as_visitor.get(f"/events/{event.pk}/?before={before}").text


def test_sources_are_those_of_then_by_the_titles_of_then(make_published, add_rival, as_visitor):
    event = make_published()
    seen = Event.objects.get(pk=event.pk).version
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = event.citations.get().source
        source.title = "Another name"
        source.save()
    add_rival(event, "2002-09-18", "The Evening Wire")
    then, now = as_visitor.get(f"/events/{event.pk}/v/{seen}/").text, as_visitor.get(f"/events/{event.pk}/").text
    assert "The Evening Wire" in now
    assert "Another name" in now
    assert "The Evening Wire" not in then.partition('<ol class="versions">')[0]
    assert "The Niigata Gazette" in then
    assert "sources differ" not in then


def test_what_was_never_public_stays_with_those_who_sign_in(edited, as_visitor, as_researcher):
    event, seen = edited
    assert as_researcher.get(f"/events/{event.pk}/v/1/").status_code in (200, 302)
    first = past.versions_of(event.pk)[0]
    assert not first.is_checked or first.number == seen
    draft = [one.number for one in past.versions_of(event.pk) if not one.is_checked]
    for number in draft:
        assert as_visitor.get(f"/events/{event.pk}/v/{number}/").status_code == 404


def test_a_draft_of_a_public_event_is_no_version_that_readers_have_seen(make_event, publish, chronology, as_visitor):
    event = make_event("An early draft")
    draft = Event.objects.get(pk=event.pk).version
    with open_change(by=None, at=NOW, verb=Verb.CHECK):
        event.status = "checked"
        event.version += 1
        event.save()
        event.citations.update(state="checked")
    publish(event, chronology)
    assert as_visitor.get(f"/events/{event.pk}/").status_code == 200
    assert as_visitor.get(f"/events/{event.pk}/v/{draft}/").status_code == 404
    assert f"/v/{draft}/" not in as_visitor.get(f"/events/{event.pk}/").text


def test_what_was_changed_while_it_was_withdrawn_was_never_seen(edited, as_visitor):
    event, _seen = edited
    shown_to = event.version
    entry = Entry.objects.get(event=event)
    _publish(entry, None)
    draft = actions.EventDraft(headline="Not for readers", language="en", words="2002", date=edtf.parse("2002"))
    actions.edit_event(event=event, version=None, draft=draft, by=None, at=NOW)
    hidden = Event.objects.get(pk=event.pk).version
    draft = actions.EventDraft(headline="For readers", language="en", words="2002", date=edtf.parse("2002"))
    actions.edit_event(event=event, version=None, draft=draft, by=None, at=NOW)
    _publish(entry, NOW)
    assert as_visitor.get(f"/events/{event.pk}/v/{hidden}/").status_code == 404
    assert as_visitor.get(f"/events/{event.pk}/v/{shown_to}/").status_code == 200
    assert "For readers" in as_visitor.get(f"/events/{event.pk}/v/{hidden + 1}/").text
    told = history(as_visitor.get(f"/events/{event.pk}/"))
    assert "<del>A summit is held</del> <ins>For readers</ins>" in told
    assert "Not for readers" not in told


def _publish(entry, since):
    with open_change(by=None, at=NOW, verb=Verb.PUBLISH):
        entry.published_since = since
        entry.save()


def test_what_is_withdrawn_is_gone_with_all_its_versions(edited, as_visitor):
    event, seen = edited
    assert as_visitor.get(f"/events/{event.pk}/v/{seen}/").status_code == 200
    _publish(Entry.objects.get(event=event), None)
    assert as_visitor.get(f"/events/{event.pk}/v/{seen}/").status_code == 404
    assert as_visitor.get(f"/events/{event.pk}/v/{seen}/cite.json").status_code == 404


def test_a_version_between_two_of_one_change_leads_to_the_later(make_published, as_visitor):
    event = make_published()
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for _time in range(2):
            actions.settle_citations(event)
    answer = as_visitor.get(f"/events/{event.pk}/v/{event.version - 1}/")
    assert answer.status_code == 302
    assert answer["Location"] == f"/events/{event.pk}/v/{event.version}/"


@pytest.mark.parametrize("number", ["0", "999", "99999999999999999999999", "x", "-1", "3/extra"])
def test_an_unknown_version_is_not_there(number, make_published, as_visitor):
    event = make_published()
    assert as_visitor.get(f"/events/{event.pk}/v/{number}/").status_code == 404


def test_what_was_merged_leads_to_the_other(make_published, as_visitor):
    event, other = make_published("One"), make_published("Two", "2003-01-01")
    with open_change(by=None, at=NOW, verb=Verb.MERGE):
        event.merged_into = other
        event.save()
    assert as_visitor.get(f"/events/{event.pk}/v/1/")["Location"] == f"/events/{other.pk}/"
    assert as_visitor.get(f"/events/{event.pk}/cite.ris")["Location"] == f"/events/{other.pk}/cite.ris"
