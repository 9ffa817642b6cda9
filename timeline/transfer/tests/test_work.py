"""The worker: a process of its own, killed in the middle, told to end, and what the next one makes of it."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings as installed

from timeline.conftest import NOW
from timeline.records.models import Change, Event, Run, Verb
from timeline.transfer import actions, runs
from timeline.transfer.tests.conftest import as_csv
from timeline.transfer.tests.test_limited_table import slow_table

pytestmark = [pytest.mark.django_db(transaction=True)]
ROWS = 600


@pytest.fixture
def batch():
    content = as_csv(*({"title": f"Talks number {number}", "source_title": f"No. {number}"} for number in range(ROWS)))
    batch = actions.keep_file(name="events.csv", content=content, by=None, at=NOW)
    return actions.make_plan(batch=batch, chosen=batch.mapping["columns"], language="en")


@pytest.fixture
def worker(own_database):
    """Start `manage.py work` on the tests' own database."""
    started = []
    surroundings = os.environ | {"DATABASE_URL": own_database, "DATA_DIR": str(installed.DATA_DIR)}

    def start(*options, **limits):
        started.append(
            subprocess.Popen(
                [sys.executable, "manage.py", "work", *options], cwd=installed.BASE_DIR, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, env=surroundings | limits,
            )
        )  # fmt: skip
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def wait_for(true, process):
    last = time.monotonic() + 120
    while not true():
        assert time.monotonic() < last
        assert process.poll() is None, process.stdout.read().decode()
        time.sleep(0.02)


def test_what_a_killed_worker_has_left_the_next_one_brings_to_its_end(batch, worker):
    run = actions.begin_apply(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    first = worker()
    wait_for(lambda: Run.objects.get(pk=run.pk).rows_done, first)
    first.send_signal(signal.SIGKILL)
    first.wait()
    run.refresh_from_db()
    assert run.state == "running"
    assert 0 < run.rows_done < ROWS
    assert not Event.objects.exists()
    output, _none = worker("--until-idle").communicate(timeout=120)
    run.refresh_from_db()
    assert (run.state, run.rows_done, Event.objects.count()) == ("done", ROWS, ROWS), output.decode()
    assert Change.objects.filter(verb=Verb.IMPORT).count() == 1
    assert Event.history.count() == ROWS


def test_a_worker_that_is_told_to_end_leaves_the_run_between_two_transactions(batch, worker):
    run = actions.begin_apply(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    first = worker()
    wait_for(lambda: Run.objects.get(pk=run.pk).rows_done, first)
    first.send_signal(signal.SIGTERM)
    first.wait(timeout=60)
    run.refresh_from_db()
    assert (run.state, run.owner) == ("waiting", "")
    assert 0 < run.rows_done < ROWS
    actions.stop(run=run, at=NOW)
    runs.work_on(run.pk)
    assert (Run.objects.get().state, Event._base_manager.count(), Change._base_manager.count()) == ("stopped", 0, 0)


def begin_plan(content):
    batch = actions.keep_file(name="events.csv", content=content, by=None, at=NOW)
    return actions.begin_plan(batch=batch, chosen=batch.mapping["columns"], language="en", by=None, at=NOW)


def test_a_table_that_takes_too_long_is_ended_and_the_next_one_is_planned(worker):
    slow, next_one = begin_plan(slow_table(1000)), begin_plan(b"title,date\nTalks,2002\n")
    output, _none = worker("--until-idle", TASK_SECONDS="2").communicate(timeout=120)
    states = [(run.state, run.problem) for run in Run.objects.order_by("pk")]
    assert states == [("failed", "not-read"), ("done", "")], output.decode()
    assert (slow.pk, next_one.pk) == tuple(Run.objects.order_by("pk").values_list("pk", flat=True))


def test_stop_ends_a_reading_in_the_middle(worker):
    run = begin_plan(slow_table(1000))
    process = worker(TASK_SECONDS="3600")
    wait_for(lambda: Run.objects.get(pk=run.pk).rows, process)
    actions.stop(run=run, at=NOW)
    began = time.monotonic()
    wait_for(lambda: Run.objects.get(pk=run.pk).state == "stopped", process)
    # Reading these rows takes a minute of processor time; a worker is asked about twice a second.
    assert time.monotonic() - began < 10
    assert Run.objects.get(pk=run.pk).rows_done == 0


HELD_UP = """
import os, signal, django
django.setup()
from timeline.transfer.management.commands import work
work.SECONDS_TO_LEAVE = 1
worker = work.LeavingWorker(
    queue_names=["*"], excluded_queue_names=[], interval=1, batch=False, startup_delay=False, backend_name="default",
    max_tasks=None, worker_id="held up",
)
worker.running = worker.running_task = True
worker.configure_signals()
os.kill(os.getpid(), signal.SIGTERM)
while True:
    pass
"""


def test_a_worker_that_is_held_up_when_it_is_told_to_end_is_ended_by_the_system():
    surroundings = os.environ | {"DJANGO_SETTINGS_MODULE": "timeline.settings", "DATA_DIR": str(installed.DATA_DIR)}
    ended = subprocess.run(
        [sys.executable, "-c", HELD_UP], cwd=installed.BASE_DIR, env=surroundings, capture_output=True, timeout=60
    )
    assert ended.returncode == -signal.SIGALRM
