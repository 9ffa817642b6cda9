"""Which changes touched what had been published before, by chronology."""

from importlib import import_module
from io import StringIO
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions, revising
from timeline.records.changes import save, undo
from timeline.records.models import Lane, Revision, Verb, open_change
from timeline.records.sql import ask

fill = import_module("timeline.records.migrations.0024_keep_what_revises").fill


@pytest.fixture
def chronology(make_chronology):
    return make_chronology()


@pytest.fixture
def shown(make_event, publish, chronology):
    event = make_event(checked=True)
    return SimpleNamespace(event=event, entry=publish(event, chronology))


def kept():
    return set(Revision.objects.values_list("chronology", "change"))


def change_of(record, verb=Verb.EDIT, **fields):
    """The change that gives a record other values."""
    with open_change(by=None, at=NOW, verb=verb) as change:
        for name, value in fields.items():
            setattr(record, name, value)
        save(record)
    return change


def test_what_is_published_is_no_revision(shown, make_event, publish, chronology):
    publish(make_event("Another", checked=True), chronology)
    assert kept() == set()


def test_an_edit_of_what_was_published_is_one_where_it_was(shown, make_chronology, chronology, publish):
    other = make_chronology("Other", "other")
    change = change_of(shown.event, note="Another")
    assert kept() == {(chronology.pk, change.pk)}
    publish(shown.event, other)
    later = change_of(shown.event.wordings.get(), headline="Another")
    assert kept() == {(chronology.pk, change.pk), (chronology.pk, later.pk), (other.pk, later.pk)}


def test_withdrawing_taking_out_and_another_lane_are_and_another_rank_is_none(shown, chronology):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        lane = save(Lane(chronology=chronology, position=2, letter="W", name="Weapons"))
    change_of(shown.entry, rank="m")
    assert kept() == set()
    moved, withdrawn = change_of(shown.entry, lane=lane), change_of(shown.entry, published_since=None)
    with open_change(by=None, at=NOW, verb=Verb.EDIT) as gone:
        shown.entry.delete()
    assert kept() == {(chronology.pk, change.pk) for change in (moved, withdrawn, gone)}


def test_what_is_proposed_is_none_until_it_is_checked_and_when_it_is_no_more(
    shown, make_source, researcher, chronology
):
    draft = actions.CitationDraft(source=make_source("Another"), words="2003", date=edtf.parse("2003"))
    citation = actions.cite(event=shown.event, draft=draft, by=researcher, at=NOW)
    assert kept() == set()
    changes = [change_of(citation, state=state) for state in ("checked", "proposed")]
    assert kept() == {(chronology.pk, change.pk) for change in changes}


def test_an_undo_is_one_itself(shown, chronology):
    change = change_of(shown.event, note="Another")
    undone = undo(change=change, by=None, at=NOW)
    assert kept() == {(chronology.pk, change.pk), (chronology.pk, undone.pk)}


@pytest.fixture
def many(shown, chronology, monkeypatch):
    monkeypatch.setattr(revising, "AT_ONCE", 2)
    return {(chronology.pk, change_of(shown.event, note=f"Note {number}").pk) for number in range(5)}


def test_what_is_kept_otherwise_is_found_and_mended(many, chronology):
    call_command("verify", stdout=StringIO())
    ask("DELETE FROM records_revision WHERE change_id = %s", [max(many)[1]])
    for lost in (1, 2**40):
        Revision.objects.create(chronology_id=chronology.pk, change_id=lost)
    told = StringIO()
    with pytest.raises(CommandError, match="3 revisions"):
        call_command("verify", stdout=StringIO(), stderr=told)
    assert f"change {max(many)[1]}: not kept as a revision of chronology {chronology.pk}" in told.getvalue()
    assert f"change {2**40}: kept as a revision" in told.getvalue()
    call_command("verify", repair=True, stdout=StringIO())
    assert kept() == many
    call_command("verify", stdout=StringIO())


def test_what_was_written_before_is_told_by_the_histories(many, shown):
    change_of(shown.entry, published_since=None)
    now = kept()
    Revision.objects.all().delete()
    fill(apps, SimpleNamespace(execute=lambda sql, _given: ask(sql)))
    assert kept() == now
