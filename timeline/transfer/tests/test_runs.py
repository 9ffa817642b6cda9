"""Work on an import in the background: hidden before it is whole, gone on with, stopped, taken back in pieces."""

import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import Q
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records import actions as records
from timeline.records.changes import NOUNS
from timeline.records.models import (
    Actor,
    Batch,
    Change,
    Citation,
    Edition,
    Event,
    Participation,
    Place,
    Run,
    Verb,
    Wording,
    open_change,
)
from timeline.records.models.shown import Imported, ShownManager, ShownWithEvent
from timeline.transfer import actions, owners, runs


def everything():
    """How many rows stand in every table of the records, hidden ones and history too; runs and editions aside."""
    models = [*apps.get_app_config("records").get_models(include_auto_created=True)]
    return {model.__name__: model._base_manager.count() for model in models if model not in (Run, Edition)}


def shown():
    return {noun.__name__: noun.objects.count() for noun in (*NOUNS, Change)}


# Hidden.


@pytest.mark.parametrize("noun", [*NOUNS, Change], ids=lambda noun: noun.__name__)
def test_what_an_import_can_bring_in_is_hidden_wherever_it_is_looked_up(noun):
    brought_in = issubclass(noun, Imported) or noun in (Change, Citation, Wording, Participation)
    assert isinstance(noun._default_manager, ShownManager) or not brought_in


def test_nothing_of_half_an_import_is_shown_and_all_of_a_whole_one(half_applied, make_event):
    make_event()
    before = shown()
    run = half_applied()
    assert shown() == before
    assert Event._base_manager.count() == 3
    runs.work_on(run.pk)
    assert Event.objects.count() == 4
    assert Change.objects.filter(batch=run.batch).count() == 1


ABOUT_IMPORTS = re.compile("/(imports|static|sign-|admin/(records/(batch|run)|django_tasks|axes))")
OTHER_EACH_TIME = re.compile(r'value="\w{64}"|"token": ?"[^"]*"|\d+ (seconds?|minutes?) ago')


def pages(client):
    """Every page that links lead to, by address, without what differs at each look."""
    found, waiting = {}, ["/", "/admin/", *(f"/admin/records/{name}/" for name in ("event", "source", "change"))]
    while waiting and len(found) < 400:
        address = waiting.pop(0)
        if address in found or ABOUT_IMPORTS.match(address):
            continue
        answer = client.get(address)
        text = OTHER_EACH_TIME.sub("", "" if answer.streaming else answer.text)
        found[address] = (answer.status_code, text)
        waiting += [one.replace("&amp;", "&").partition("#")[0] for one in re.findall(r'href="(/[^"]*)"', text)]
    return found


@pytest.fixture
def walked(half_applied, bring_in, make_event, make_chronology, make_article, publish):
    """All pages as a person sees them, before and after an import is half done."""

    def walk(client):
        make_article()
        bring_in({"id": "earlier", "title": "Talks were held before"})
        event = make_event("Talks are held elsewhere", checked=True, actors=("Japan",), place="Pyongyang")
        publish(event, make_chronology())
        before = pages(client)
        half_applied()
        return before, pages(client)

    return walk


@pytest.mark.parametrize("who", ["as_visitor", "as_admin"])
def test_no_page_shows_anything_of_half_an_import(who, request, walked):
    before, after = walked(request.getfixturevalue(who))
    assert list(after) == list(before)
    assert [address for address in before if before[address] != after[address]] == []
    assert len(before) > (4 if who == "as_visitor" else 60)


@pytest.mark.parametrize("hiding", [ShownManager, ShownWithEvent])
def test_the_pages_walked_through_would_show_it_if_nothing_hid_it(hiding, walked, as_admin, monkeypatch):
    monkeypatch.setattr(hiding, "condition", Q())
    before, after = walked(as_admin)
    seen = [address for address in after if before.get(address) != after[address]]
    assert any("Other talks" in after[address][1] for address in seen)


def test_a_hidden_event_has_no_address_and_is_placed_nowhere(half_applied, as_checker, make_chronology):
    half_applied()
    hidden, chronology = Event._base_manager.first(), make_chronology()
    for name in ("event_edit", "event_history", "merge_with"):
        assert as_checker.get(reverse(f"arrange:{name}", args=[hidden.pk])).status_code == 404
    as_checker.post(reverse("arrange:entry_new", args=[chronology.slug]), {"event": hidden.pk})
    assert not chronology.entries.exists()


def test_a_name_that_an_unfinished_import_has_made_can_be_used_and_stays_when_that_is_stopped(half_applied, make_event):
    run = half_applied()
    assert not Place.objects.filter(name="Wonsan").exists()
    event = make_event(place="Wonsan", actors=("Japan",))
    assert event.place.name == "Wonsan"
    actions.stop(run=run, at=NOW)
    runs.work_on(run.pk)
    assert sorted(Place.objects.values_list("name", flat=True)) == ["Wonsan"]
    assert Place.history.get().change == Event.history.filter(id=event.pk).first().change
    assert list(Actor._base_manager.values_list("name", flat=True)) == ["Japan"]


# Gone on with.


def test_a_run_goes_on_where_its_process_ended(half_applied, bring_in, plan):
    run = half_applied()
    runs.work_on(run.pk)
    in_pieces, result = everything(), Batch.objects.get().result
    actions.undo_batch(batch=run.batch, by=None, at=NOW)
    before = everything()
    whole = bring_in({}, {"title": "Other talks", "place": "Wonsan"}, {"title": "Third talks"}, as_checked=True)
    assert whole.result == result
    assert {name: count - before[name] for name, count in everything().items() if count != before[name]} == {
        name: count for name, count in in_pieces.items() if count
    }


def test_who_finds_the_run_in_other_hands_writes_nothing(plan, monkeypatch):
    run = actions.begin_apply(batch=plan({}), as_checked=False, leave_out=False, by=None, at=NOW)
    before = everything()
    create = runs.create_events

    def taken(*args, **kwargs):
        Run.objects.update(owner="elsewhere:1")
        return create(*args, **kwargs)

    monkeypatch.setattr(runs, "create_events", taken)
    assert runs.work_on(run.pk) is None
    run.refresh_from_db()
    assert (run.owner, run.state) == ("elsewhere:1", "running")
    after = everything()
    # The row that was being written when it was taken, and no more.
    assert after["Event"] - before["Event"] <= 1


@pytest.mark.parametrize(
    ("owner", "silent_for", "released"),
    [
        ("this process", 0, False),
        ("this process", 121, True),
        ("elsewhere:1", 60, False),
        ("elsewhere:1", 121, True),
        ("an ended process", 0, True),
        ("an ended process here, by the name of another machine", 0, False),
    ],
)
def test_only_an_orphan_is_taken_up(plan, owner, silent_for, released):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    here = owners.this_process().rpartition(":")[0]
    named = {"this process": owners.this_process(), "an ended process": f"{here}:{ended.pid}"}
    run = actions.begin_apply(batch=plan({}), as_checked=False, leave_out=False, by=None, at=NOW)
    heard_at = NOW - timedelta(seconds=silent_for)
    Run.objects.update(state="running", owner=named.get(owner, f"elsewhere:{ended.pid}"), heard_at=heard_at)
    assert owners.release_orphans(NOW) == released
    run.refresh_from_db()
    assert (run.state == "waiting") == released


# Stopped.


def test_a_run_that_has_not_begun_stops_at_once(plan):
    batch = plan({})
    run = actions.begin_apply(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    actions.stop(run=run, at=NOW)
    assert runs.work_on(run.pk) is None
    assert (Run.objects.get().state, Event._base_manager.count()) == ("stopped", 0)
    actions.apply_plan(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    assert Event.objects.count() == 1


def test_a_stopped_import_leaves_nothing_behind(plan, half_applied, make_event):
    make_event(place="Pyongyang", actors=("Japan",))
    batch = plan({}, {"title": "Other talks"}, {"title": "Third talks"})
    before = everything()
    run = half_applied(batch=batch)
    actions.stop(run=run, at=NOW)
    runs.work_on(run.pk)
    run.refresh_from_db()
    assert (run.state, run.hides, run.change) == ("stopped", False, None)
    assert everything() == before
    assert Batch.objects.get(pk=batch.pk).status == "planned"


def test_a_plan_that_is_old_is_found_in_the_middle_and_leaves_nothing(half_applied, plan, bring_in):
    run = half_applied()
    before = everything()
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        records.save(Event(external_id="a3"))
    with pytest.raises(runs.PlanIsOld):
        runs.work_on(run.pk)
    assert Event._base_manager.count() == 1
    run.refresh_from_db()
    assert (run.state, run.problem, run.hides) == ("failed", "plan-is-old", False)
    assert before["Batch"] == 1
