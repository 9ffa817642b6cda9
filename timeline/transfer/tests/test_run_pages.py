"""What the pages tell of an import that is being worked on, and what they let nobody do meanwhile."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from timeline.conftest import NOW
from timeline.records.models import (
    Run,
)
from timeline.transfer import actions, owners, runs
from timeline.transfer.tests.conftest import as_csv


def test_what_is_being_worked_on_takes_nothing_else(as_admin, half_applied):
    run = half_applied()
    for name, typed in {
        "import_apply": {"leave_out": "on"}, "import_discard": {}, "import_undo": {},
        "import_columns": {"title": "title", "edtf": "edtf"}, "import_columns ": {"first_line": "names"},
    }.items():  # fmt: skip
        answer = as_admin.post(reverse(f"transfer:{name.strip()}", args=[run.batch_id]), typed, follow=True)
        assert "this import is being worked on" in answer.text
    assert Run.objects.get().rows_done == 2


@pytest.mark.parametrize(("at_once", "status"), [(3, "applied"), (2, "planned")])
def test_few_rows_are_brought_in_while_one_waits_and_many_by_the_worker(at_once, status, as_admin, plan, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.IMPORT_CARRIED_OUT_AT_ONCE = at_once
    batch = plan({}, {"title": "Two"}, {"title": "Three"})
    as_admin.post(reverse("transfer:import_apply", args=[batch.pk]))
    batch.refresh_from_db()
    assert batch.status == status
    if status == "applied":
        as_admin.post(reverse("transfer:import_undo", args=[batch.pk]))
        batch.refresh_from_db()
        assert batch.status == "undone"
    else:
        assert Run.objects.get(batch=batch, kind="apply").state == "waiting"


# Its page.


def test_its_page_tells_rows_rate_and_time_left_and_asks_for_itself(as_admin, half_applied):
    run = half_applied()
    began = timezone.now() - timedelta(seconds=1000)
    Run.objects.update(
        state="running", owner="elsewhere:1", heard_at=timezone.now(), started_at=began, rows=100_000, rows_done=20_000,
        options={"done_before": 0},
    )  # fmt: skip
    page = as_admin.get(reverse("transfer:import_plan", args=[run.batch_id])).text
    assert "20,000 of 100,000 rows" in page
    assert "20 rows a second" in page
    assert "about 67 minutes left" in page
    assert '<progress id="progress-bar" aria-label="Rows done" max="100000" value="20000">' in page
    asked = reverse("transfer:import_progress", args=[run.batch_id])
    assert f'hx-get="{asked}"' in page
    assert as_admin.get(asked)["Location"] == reverse("transfer:import_plan", args=[run.batch_id])
    assert "20 % of the rows are done" in as_admin.get(asked, {"told": "10"}, headers={"HX-Request": "true"}).text
    assert "are done" not in as_admin.get(asked, {"told": "20"}, headers={"HX-Request": "true"}).text
    Run.objects.update(state="running", owner=owners.this_process(), rows_done=2, rows=3)
    Run.objects.update(state="waiting")
    runs.work_on(run.pk)
    assert as_admin.get(asked, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


@pytest.mark.parametrize(
    ("state", "column", "minutes", "words"),
    [
        ("waiting", "at", -1, "no worker seems to run"),
        ("waiting", "at", 9, None),
        ("running", "heard_at", -1, "Nothing was heard of it"),
        ("running", "heard_at", 9, None),
    ],
)
def test_its_page_says_when_nobody_works_on_it(as_admin, plan, state, column, minutes, words):
    run = actions.begin_apply(batch=plan({}), as_checked=False, leave_out=False, by=None, at=NOW)
    # Counted from now, not from when the tests were collected: a slow machine comes to this one much later.
    Run.objects.update(state=state, **{column: timezone.now() + timedelta(minutes=minutes)})
    page = as_admin.get(reverse("transfer:import_plan", args=[run.batch_id])).text
    assert ("notice-warn" in page) == bool(words)
    assert (words or "") in page


def test_a_large_table_is_planned_in_the_background_too(as_admin, settings):
    settings.IMPORT_PLANNED_AT_ONCE = 1
    batch = actions.keep_file(name="events.csv", content=as_csv({}, {"title": "Other talks"}), by=None, at=NOW)
    address = reverse("transfer:import_columns", args=[batch.pk])
    as_admin.post(address, batch.mapping["columns"] | {"language_of_rows": "en"})
    run = Run.objects.get()
    assert (run.kind, run.state, run.rows, run.rows_done) == ("plan", "done", 2, 2)
    batch.refresh_from_db()
    assert (batch.plan["counts"]["rows"], batch.mapping["language"]) == (2, "en")


def test_stopping_by_the_button_says_so(as_admin, half_applied):
    run = half_applied()
    as_admin.post(reverse("transfer:import_stop", args=[run.batch_id]))
    assert "Stopping" in as_admin.get(reverse("transfer:import_plan", args=[run.batch_id])).text
    runs.work_on(run.pk)
    page = as_admin.get(reverse("transfer:import_plan", args=[run.batch_id])).text
    assert "Stopped: nothing was imported." in page
    answer = as_admin.post(reverse("transfer:import_stop", args=[run.batch_id]), follow=True)
    assert "There was nothing to stop" in answer.text


def test_undoing_cannot_be_stopped(as_admin, bring_in):
    batch = bring_in({})
    actions.begin_undo(batch=batch, by=None, at=NOW)
    answer = as_admin.post(reverse("transfer:import_stop", args=[batch.pk]), follow=True)
    assert "Undoing cannot be stopped" in answer.text
    assert not Run.objects.filter(stop=True).exists()


def test_commands_import_in_one_go(bring_in):
    batch = bring_in({})
    assert (batch.status, batch.applied_at, Run.objects.get().state) == ("applied", NOW, "done")
