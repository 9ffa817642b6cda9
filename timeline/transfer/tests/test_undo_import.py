"""An import is taken back in pieces: hidden at once, refused where anything of it is used."""

import pytest

from timeline.conftest import NOW
from timeline.records import actions as records
from timeline.records.changes import NOUNS, UndoRefused, undo
from timeline.records.models import (
    Actor,
    Batch,
    Change,
    Event,
    Place,
    Run,
    Source,
    Verb,
    history_of,
    open_change,
)
from timeline.transfer import actions, runs
from timeline.transfer.tests.conftest import interrupt


def shown():
    return {noun.__name__: noun.objects.count() for noun in (*NOUNS, Change)}


def test_undoing_hides_all_at_once_and_goes_on_where_its_process_ended(bring_in, make_event, monkeypatch):
    make_event()
    before = shown()
    batch = bring_in({}, {"title": "Other talks"}, {"title": "Third talks"})
    run = actions.begin_undo(batch=batch, by=None, at=NOW)
    assert shown() | {"Change": 0} == before | {"Change": 0}
    with monkeypatch.context() as patch:
        interrupt(patch, after=2)
        runs.work_on(run.pk)
    assert (Run.objects.get(pk=run.pk).state, Event._base_manager.count()) == ("waiting", 2)
    assert shown() | {"Change": 0} == before | {"Change": 0}
    runs.work_on(run.pk)
    assert shown() == before | {"Change": before["Change"] + 2}
    assert Batch.objects.get(pk=batch.pk).status == "undone"
    for noun in NOUNS:
        rows = history_of(noun).filter(change__batch=batch)
        assert rows.filter(history_type="+").count() == rows.filter(history_type="-").count()


def use_its_place(make_event):
    make_event("Elsewhere", place="Pyongyang")


def use_its_actor(make_event):
    make_event("Elsewhere", actors=("Japan",))


def cite_another_source(make_event):
    source = make_event("Elsewhere").citations.get().source
    draft = records.CitationDraft(source=source, locator="page 2")
    records.cite(event=Event.objects.get(external_id="a1"), draft=draft, by=None, at=NOW)


def rename_its_actor(make_event):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        actor = Actor.objects.get(name="Japan")
        actor.name_ja = "日本"
        records.save(actor)


USES = [use_its_place, use_its_actor, cite_another_source, rename_its_actor]


@pytest.mark.parametrize("use", USES, ids=lambda use: use.__name__)
@pytest.mark.parametrize("remembered", [True, False], ids=["", "imported by an earlier version"])
def test_undoing_is_refused_when_anything_is_used_or_changed(bring_in, make_event, use, remembered):
    batch = bring_in({})
    if not remembered:
        Run.objects.all().delete()
    use(make_event)
    with pytest.raises(UndoRefused) as refused:
        actions.begin_undo(batch=batch, by=None, at=NOW)
    assert refused.value.records
    assert Event.objects.filter(external_id="a1").exists()
    assert not Change.objects.filter(verb=Verb.UNDO).exists()


def test_what_was_changed_and_changed_back_is_not_in_the_way(bring_in, make_event):
    batch = bring_in({})
    rename_its_actor(make_event)
    undo(change=Change.objects.filter(verb=Verb.EDIT).get(), by=None, at=NOW)
    actions.undo_batch(batch=batch, by=None, at=NOW)
    assert not Event.objects.exists()


def test_what_earlier_imports_brought_in_stays(bring_in):
    bring_in({"id": "first"})
    second = bring_in({"id": "second", "title": "Other talks", "place": "Wonsan"})
    actions.undo_batch(batch=second, by=None, at=NOW)
    assert (Event.objects.get().external_id, Place.objects.get().name, Source.objects.count()) == (
        "first",
        "Pyongyang",
        2,
    )
