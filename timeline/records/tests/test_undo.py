"""Undo: what was merged, deleted or found by search stands again as it was."""

import pytest

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.changes import Stale, claim, save, undo
from timeline.records.models import Change, Event, Section, Verb, open_change
from timeline.records.search import matching


def last_change():
    return Change.objects.order_by("-pk")[0]


def test_an_undone_edit_is_found_by_its_former_words(make_event, researcher):
    event = make_event("Talks are held in Niigata")
    draft = actions.EventDraft(headline="A ferry sails", language="en", words=event.words, date=event.date)
    actions.edit_event(event=event, version=event.version, draft=draft, by=researcher, at=NOW)
    undo(change=last_change(), by=researcher, at=NOW)
    assert matching(Event.objects.all(), "talks").exists()
    assert not matching(Event.objects.all(), "ferry").exists()


def test_a_form_drawn_before_an_undo_stays_stale(make_event, researcher):
    event = make_event()
    with open_change(by=researcher, at=NOW, verb=Verb.EDIT) as change:
        save(save(save(event)))
    drawn = Event.objects.get().version
    undo(change=change, by=researcher, at=NOW)
    with pytest.raises(Stale):
        claim(Event.objects.all(), event.pk, drawn)


def test_a_record_that_was_changed_and_deleted_in_one_deed_comes_back(make_chronology, checker):
    section = make_chronology().sections.get()
    with open_change(by=checker, at=NOW, verb=Verb.EDIT) as change:
        section.title = "About to go"
        save(section).delete()
    undo(change=change, by=checker, at=NOW)
    assert Section.objects.get().title == "All of it"


def test_a_changed_choice_between_citations_can_be_undone(make_event, make_source, researcher):
    event = make_event(date="2002-09-17")
    former = event.chosen_citation
    rival = actions.CitationDraft(source=make_source("A rival"), locator="page 2", words="2002-09-18", chosen=True)
    actions.cite(event=event, draft=rival, by=researcher, at=NOW)
    newer = event.citations.get(source__title="A rival")
    undo(change=last_change(), by=researcher, at=NOW)
    assert Event.objects.get().chosen_citation == former
    assert not Event.objects.get().citations.filter(pk=newer.pk).exists()


def test_citing_does_not_write_over_what_someone_else_saved_meanwhile(make_event, make_source, researcher):
    mine = make_event("Talks are held")
    theirs = Event.objects.get()
    draft = actions.EventDraft(headline="Talks", language="en", words="2002", note="from a colleague")
    actions.edit_event(event=theirs, version=theirs.version, draft=draft, by=researcher, at=NOW)
    cited = actions.CitationDraft(source=make_source("Another"), locator="page 3")
    actions.cite(event=mine, draft=cited, by=researcher, at=NOW)
    assert Event.objects.get().note == "from a colleague"
