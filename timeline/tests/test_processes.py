"""Processes beside the server: real ones."""

import os
import signal
import subprocess
import sys
import time

import pytest

from timeline import processes
from timeline.processes import Companion, stop, stop_all

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
# It starts another of its kind and does not hear a kind word.
DEAF = "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True)"
WITH_CHILD = [
    sys.executable,
    "-c",
    f"{DEAF}; subprocess.Popen([sys.executable, '-c', {DEAF!r} + '; time.sleep(60)']); time.sleep(60)",
]


@pytest.fixture
def log(tmp_path):
    with (tmp_path / "log").open("w+b") as file:
        yield file


@pytest.fixture
def companion(tmp_path, log):
    def make(command, **options):
        return Companion(command, os.environ, tmp_path, log, **options)

    yield make
    stop_all()


def group(process):
    listed = subprocess.run(["ps", "-e", "-o", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if line.split()[0] == str(process.pid) and "Z" not in line]


def test_a_companion_that_runs_is_left_alone(companion):
    sleeping = companion(SLEEP)
    sleeping.keep(0)
    first = sleeping.process.pid
    sleeping.keep(1000)
    assert sleeping.process.pid == first


def test_a_companion_that_ends_is_started_again_after_a_pause_that_grows(companion, log):
    failing = companion([sys.executable, "-c", "raise SystemExit(3)"])
    starts = []
    for now in range(20):
        before = failing.process
        failing.keep(now)
        if failing.process and failing.process is not before:
            starts.append(now)
            failing.process.wait(10)
    assert starts == [0, 2, 5, 10, 19]
    log.seek(0)
    assert b"ended with 3; it starts again in 1 s" in log.read()


def test_a_companion_that_ran_long_is_started_again_at_once(companion):
    sleeping = companion(SLEEP)
    sleeping._pause = 32.0
    sleeping.keep(0)
    os.kill(sleeping.process.pid, signal.SIGKILL)
    sleeping.process.wait(10)
    sleeping.keep(processes.LONGEST_PAUSE + 1)
    assert sleeping.process is None
    sleeping.keep(processes.LONGEST_PAUSE + 2)
    assert sleeping.process.poll() is None


def test_what_does_not_listen_is_killed_with_its_children(monkeypatch, companion, log):
    monkeypatch.setattr(processes, "SECONDS_TO_STOP", 0.2)
    deaf = companion(WITH_CHILD)
    deaf.keep(0)
    last = time.monotonic() + 20
    while log.tell() < 0 or log.seek(0) or log.read().count(b"on") < 2:
        assert time.monotonic() < last
        time.sleep(0.05)
    assert len(group(deaf.process)) == 2
    stop(deaf.process)
    assert group(deaf.process) == []
