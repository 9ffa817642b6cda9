"""However bin/serve ends, nothing of it is left behind: real servers, stopped in the middle of an import."""

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from timeline.tests.commands import Copy, Running, answer

pytestmark = pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="processes are told by /proc")

ROWS = 4000
IMPORT = f"""
from django.utils import timezone
from timeline.transfer import actions
rows = [f"row-{{n}},Event number {{n}} is held,{{1900 + n % 100}}-05-02" for n in range({ROWS})]
table = "\\n".join(["id,headline,words", *rows])
chosen = {{"id": "id", "headline": "headline", "words": "words"}}
batch = actions.keep_file(name="rows.csv", content=table.encode(), by=None, at=timezone.now())
batch = actions.make_plan(batch=batch, chosen=batch.mapping["columns"])
actions.begin_apply(batch=batch, as_checked=False, leave_out=False, by=None, at=timezone.now())
"""


def begin_import(copy, data):
    command = [copy.virtual / "bin" / "python", "manage.py", "shell", "--no-imports", "-c", IMPORT]
    environment = copy.environment(DATA_DIR=str(data))
    subprocess.run(command, cwd=copy.folder, env=environment, check=True, timeout=120)


def import_of(data):
    """How far the import has come: its state, and rows done."""
    with closing(sqlite3.connect(f"file:{data}/nenpyo.sqlite3?mode=ro", uri=True)) as database:
        return database.execute("SELECT state, rows_done FROM records_run").fetchone()


def processes_of(copy):
    """Every process that runs in the project's folder, with its words."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "cwd").readlink() == copy.folder and " Z " not in (process / "stat").read_text():
                found[int(process.name)] = (process / "cmdline").read_text().replace("\0", " ")
    return found


def wait_until(true, seconds=120):
    last = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < last
        time.sleep(0.1)


@contextmanager
def ended(copy):
    """Whatever happens, leave nothing behind."""
    try:
        yield
    finally:
        for process in processes_of(copy):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


@pytest.fixture(scope="module")
def stopped(tmp_path_factory, prepared):
    copy = Copy(tmp_path_factory.mktemp("stopping"))
    copy.link_environment()
    copy.take(prepared)
    with ended(copy):
        with Running(copy, WORKERS="1"):
            """It is stopped in the moment in which it says that it runs, and starts what runs beside it."""
        yield copy


@pytest.fixture(scope="module")
def waiting(stopped, tmp_path_factory):
    """Data in which an import waits for a worker."""
    data = tmp_path_factory.mktemp("waiting") / "data"
    shutil.copytree(stopped.folder / "var", data)
    begin_import(stopped, data)
    return data


@pytest.fixture
def copy(stopped, waiting, tmp_path):
    """A project that is prepared, with data of this test alone, in which an import begins as soon as a server runs."""
    shutil.copytree(waiting, tmp_path / "data")
    return stopped


def terminate(server):
    server.process.terminate()


def terminate_twice(server):
    server.process.terminate()
    time.sleep(0.1)
    server.process.terminate()


def terminate_and_interrupt_at_once(server):
    server.process.terminate()
    server.process.send_signal(signal.SIGINT)


def kill(server):
    server.process.kill()


def kill_with_granian(server):
    os.kill(server.granian(), signal.SIGKILL)
    server.process.kill()


def test_nothing_is_left_of_a_server_that_is_stopped_while_it_starts(stopped):
    assert processes_of(stopped) == {}


@pytest.mark.parametrize("end", [terminate, terminate_twice, terminate_and_interrupt_at_once, kill, kill_with_granian])
def test_nothing_is_left_of_a_server_that_ends_in_the_middle_of_an_import(copy, tmp_path, end):
    data = tmp_path / "data"
    with ended(copy), Running(copy, DATA_DIR=str(data)) as server:
        wait_until(lambda: import_of(data)[1] > 0)
        assert import_of(data)[0] == "running"
        end(server)
        server.process.wait(120)
        wait_until(lambda: not processes_of(copy))
    done = import_of(data)[1]
    assert 0 < done < ROWS
    with ended(copy), Running(copy, WORKERS="1", DATA_DIR=str(data)) as again:
        assert answer(again.port, "/")[0] == 200
        wait_until(lambda: import_of(data)[1] > done)
