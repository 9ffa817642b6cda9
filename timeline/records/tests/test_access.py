"""Access: who may read which chronology and event, and who may change what."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from timeline.accounts.models import Role
from timeline.conftest import NOW
from timeline.records.access import CheckerNeeded, may_change, must_change, readable_chronology, readable_event
from timeline.records.changes import create_all, save, undo
from timeline.records.models import Actor, Change, Entry, EventStatus, Place, Verb, Wording, open_change

VISITOR = AnonymousUser()


def test_a_visitor_reads_public_chronologies_only(make_chronology, researcher):
    public, private = make_chronology(), make_chronology(slug="not-yet", is_public=False)
    assert readable_chronology(VISITOR, public.slug) == public
    with pytest.raises(Http404):
        readable_chronology(VISITOR, private.slug)
    assert readable_chronology(researcher, private.slug) == private


@pytest.mark.parametrize("checked", [True, False])
def test_a_visitor_reads_published_checked_events_only(checked, make_event, make_chronology, publish, researcher):
    event = make_event(checked=checked)
    publish(event, make_chronology())
    assert readable_event(researcher, event.pk) == event
    if checked:
        assert readable_event(VISITOR, event.pk) == event
    else:
        with pytest.raises(Http404):
            readable_event(VISITOR, event.pk)


def test_an_event_that_stands_in_no_public_chronology_is_not_public(make_event, make_chronology, publish):
    event = make_event(checked=True)
    publish(event, make_chronology(is_public=False))
    with pytest.raises(Http404):
        readable_event(VISITOR, event.pk)


def test_a_merged_event_leads_to_the_one_that_stands_for_it(make_event, make_chronology, publish):
    kept, middle, first = make_event("Kept", checked=True), make_event("Middle"), make_event("First")
    publish(kept, make_chronology())
    with open_change(by=None, at=NOW, verb=Verb.MERGE):
        for gone, into in ((middle, kept), (first, middle)):
            gone.merged_into, gone.status = into, EventStatus.WITHDRAWN
            save(gone)
    assert readable_event(VISITOR, first.pk) == kept


def seen_records(event):
    """What hangs on a checked event, by noun."""
    entry, citation = event.entries.get(), event.citations.get()
    return [
        event, entry, entry.chronology, entry.section, entry.lane, event.wordings.get(), citation, citation.source,
        event.place, event.actors.get(), event.themes.get(), event.participations.get(), event.subjects.get(),
    ]  # fmt: skip


@pytest.fixture
def shown(make_event, make_chronology, publish):
    event = make_event(checked=True, place="Pyongyang", actors=("Japan",), themes=("talks",))
    publish(event, make_chronology())
    return event


@pytest.mark.parametrize("place", range(13))
def test_what_is_checked_or_public_is_a_checkers(place, shown, researcher, checker):
    record = seen_records(shown)[place]
    assert may_change(checker, record)
    assert may_change(None, record)
    assert not may_change(researcher, record)
    with pytest.raises(CheckerNeeded) as refused:
        must_change(researcher, record)
    assert refused.value.args == (Role.CHECKER, [str(record)])


@pytest.mark.parametrize("place", range(13))
def test_no_change_of_a_researcher_writes_it_whatever_the_action_forgot(place, shown, researcher):
    record = seen_records(shown)[place]
    with pytest.raises(CheckerNeeded), open_change(by=researcher, at=NOW, verb=Verb.EDIT):
        save(record)
    assert Change.objects.filter(by=researcher).count() == 0


def test_deleting_and_adding_are_asked_about_like_changing(shown, researcher, make_source):
    with pytest.raises(CheckerNeeded), open_change(by=researcher, at=NOW, verb=Verb.EDIT):
        shown.entries.get().delete()
    with pytest.raises(CheckerNeeded), open_change(by=researcher, at=NOW, verb=Verb.EDIT):
        create_all(Wording, [Wording(event=shown, language="ja", headline="会談")])
    assert Entry.objects.count() == 1


def test_two_records_changed_at_once_do_not_hide_each_other(shown, researcher):
    entry = shown.entries.get()
    entry.published_since, shown.status = None, EventStatus.DRAFT
    with pytest.raises(CheckerNeeded), open_change(by=researcher, at=NOW, verb=Verb.WITHDRAW):
        save(entry).event = save(shown)


def test_a_draft_with_all_that_hangs_on_it_is_anybodys(make_event, make_chronology, researcher):
    event = make_event(place="Pyongyang", actors=("Japan",), themes=("talks",))
    private = make_chronology(is_public=False)
    with open_change(by=researcher, at=NOW, verb=Verb.PLACE):
        save(Entry(chronology=private, event=event, section=private.sections.get(), lane=private.lanes.get()))
    for record in seen_records(event):
        assert may_change(researcher, record), record
        with open_change(by=researcher, at=NOW, verb=Verb.EDIT):
            save(record)


def test_a_name_that_a_checked_event_has_is_a_checkers_though_a_draft_has_it_too(shown, make_event, researcher):
    make_event("A draft", place="Pyongyang", actors=("Japan",))
    assert not may_change(researcher, Place.objects.get())
    assert not may_change(researcher, Actor.objects.get())


def test_whoever_was_a_checker_once_undoes_no_check_any_more(make_event, checker):
    event = make_event()
    with open_change(by=checker, at=NOW, verb=Verb.CHECK) as check:
        event.status = EventStatus.CHECKED
        save(event)
    checker.role = Role.RESEARCHER
    with pytest.raises(CheckerNeeded):
        undo(change=check, by=checker, at=NOW)


@pytest.mark.parametrize("is_public", [True, False])
def test_a_change_knows_whether_readers_see_any_of_it(is_public, make_event, make_chronology, publish, checker):
    event = make_event(checked=True)
    publish(event, make_chronology(is_public=is_public))
    with open_change(by=checker, at=NOW, verb=Verb.EDIT) as change:
        event.wordings.get().save()
    change.refresh_from_db()
    assert change.is_public == is_public


def test_taking_a_published_event_from_readers_is_seen_by_them(shown, checker):
    with open_change(by=checker, at=NOW, verb=Verb.WITHDRAW) as change:
        shown.entries.get().delete()
        shown.status = EventStatus.WITHDRAWN
        save(shown)
    assert change.is_public
