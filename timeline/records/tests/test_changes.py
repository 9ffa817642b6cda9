"""Changes: every row belongs to one, a stale form is refused, a change is undone as a whole."""

import pytest
from django.db import IntegrityError, transaction

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.changes import Stale, UndoRefused, claim, save, undo
from timeline.records.models import Change, Event, NoOpenChange, Source, Verb, Wording, open_change


def last_change():
    return Change.objects.order_by("-pk")[0]


def draft(headline="Talks are held", **fields):
    return actions.EventDraft(headline=headline, language="en", **fields)


@pytest.mark.django_db
def test_a_record_is_not_written_outside_a_change():
    with pytest.raises(NoOpenChange), transaction.atomic():
        Source(title="Nobody knows why").save()
    assert not Source.objects.exists()


def test_every_history_row_says_who_and_in_which_change(researcher):
    event = actions.draft_event(draft=draft(), by=researcher, at=NOW)
    row = event.history.latest()
    assert row.change == last_change()
    assert row.history_user == researcher
    assert row.change.verb == Verb.ADD


def test_a_change_inside_another_joins_it(make_event):
    before = Change.objects.count()
    make_event()
    assert Change.objects.count() == before + 1


def test_a_change_that_fails_leaves_nothing(researcher):
    def store_half_of_it():
        with open_change(by=researcher, at=NOW, verb=Verb.ADD):
            save(Source(title="Half of it"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store_half_of_it()
    assert not Source.objects.exists()
    assert not Change.objects.exists()


def test_a_stale_version_is_refused_and_the_present_record_is_told(make_event, researcher):
    event = make_event()
    drawn_with = event.version
    actions.edit_event(event=event, version=drawn_with, draft=draft("First comes"), by=researcher, at=NOW)
    with pytest.raises(Stale) as stale:
        actions.edit_event(event=event, version=drawn_with, draft=draft("Second comes"), by=researcher, at=NOW)
    assert stale.value.record.headline == "First comes"
    assert Event.objects.get(pk=event.pk).headline == "First comes"


def test_undoing_an_edit_brings_every_noun_back(make_event, researcher):
    event = make_event("Before", themes=("talks",))
    actions.edit_event(event=event, version=event.version, draft=draft("After", themes=("aid",)), by=researcher, at=NOW)
    undo(change=last_change(), by=researcher, at=NOW)
    event = Event.objects.get(pk=event.pk)
    assert event.headline == "Before"
    assert event.edtf == "2002-09-17"
    assert [theme.name for theme in event.themes.all()] == ["talks"]


def test_undoing_an_addition_takes_it_away(researcher):
    actions.draft_event(draft=draft(place="Pyongyang"), by=researcher, at=NOW)
    undo(change=last_change(), by=researcher, at=NOW)
    assert not Event.objects.exists()
    assert not Wording.objects.exists()


def test_an_undo_can_be_undone(make_event, researcher):
    event = make_event("Before")
    actions.edit_event(event=event, version=event.version, draft=draft("After"), by=researcher, at=NOW)
    undoing = undo(change=last_change(), by=researcher, at=NOW)
    undo(change=undoing, by=researcher, at=NOW)
    assert Event.objects.get(pk=event.pk).headline == "After"


def test_what_was_changed_again_is_not_undone(make_event, researcher):
    event = make_event("Before")
    event = actions.edit_event(event=event, version=event.version, draft=draft("After"), by=researcher, at=NOW)
    first = last_change()
    actions.edit_event(event=event, version=event.version, draft=draft("Later"), by=researcher, at=NOW)
    with pytest.raises(UndoRefused) as refused:
        undo(change=first, by=researcher, at=NOW)
    assert event.pk in {record.pk for record in refused.value.records}
    assert Event.objects.get(pk=event.pk).headline == "Later"


def test_versions_rise_with_every_save_and_with_an_undo(make_event, researcher):
    event = make_event()
    edited = actions.edit_event(event=event, version=event.version, draft=draft("After"), by=researcher, at=NOW)
    undo(change=last_change(), by=researcher, at=NOW)
    assert Event.objects.get(pk=event.pk).version > edited.version


def test_a_claimed_record_of_any_version_is_given(make_event):
    event = make_event()
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        assert claim(Event.objects.all(), event.pk, None) == event


@pytest.mark.django_db
def test_an_event_is_not_checked_without_a_citation(researcher):
    event = actions.draft_event(draft=draft(), by=researcher, at=NOW)
    event.status = "checked"
    with pytest.raises(IntegrityError), open_change(by=researcher, at=NOW, verb=Verb.CHECK):
        event.save()
