"""Work in a process of its own: what it gives, and how it ends when it passes a limit."""

import os
import signal
import subprocess
import sys
import time
from ast import literal_eval
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from timeline.limits import Busy, Crashed, Limits, Stopped, TooLarge, TooLong, run_limited
from timeline.limits.slots import MOST_CALLS
from timeline.limits.tests import deeds
from timeline.limits.worker import LARGEST_ANSWER


@pytest.fixture
def limits(tmp_path):
    return Limits(folder=tmp_path / "locks", seconds=5, waiting=120, patience=60)


def has_ended(pid):
    """Whether a process is gone, at once or after the moment that the system takes."""
    for _attempt in range(500):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def begun(path):
    """Wait until a worker has left its number in a file, and return it."""
    while not (path.exists() and path.read_text(encoding="ascii")):
        time.sleep(0.01)
    return int(path.read_text(encoding="ascii"))


def test_it_gives_what_the_function_gives(limits):
    assert run_limited(deeds.double, 21, limits=limits) == 42


def test_it_raises_what_the_function_raises_and_says_where(limits):
    with pytest.raises(ValueError, match="not a table") as raised:
        run_limited(deeds.refuse, "not a table", limits=limits)
    assert "deeds.py" in raised.value.__notes__[0]


@pytest.fixture
def by_script(limits, tmp_path):
    """Run a script that prints what a call of `run_limited` gives, in a process that knows nothing of ours."""

    def run(call, before="", by="file"):
        script = tmp_path / "script.py"
        script.write_text(
            "from pathlib import Path\n"
            "from timeline.limits import Limits, preload, run_limited\n"
            "from timeline.limits.tests import deeds\n"
            f"{before}\n"
            f"print(run_limited({call}, limits=Limits(folder=Path({str(limits.folder)!r}))))\n",
            encoding="utf-8",
        )
        with script.open("rb") as lines:
            how = (
                {"args": [sys.executable, script]} if by == "file" else {"args": [sys.executable, "-"], "stdin": lines}
            )
            environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
            done = subprocess.run(**how, env=environment, capture_output=True, text=True)
        assert done.stderr == ""
        return done.stdout

    return run


@pytest.mark.parametrize("by", ["file", "standard input"])
def test_a_script_that_guards_nothing_is_not_run_again_in_the_worker(by_script, by):
    assert by_script("deeds.double, 21", by=by) == "42\n"


def test_a_worker_is_nice(limits):
    assert run_limited(deeds.niceness, limits=replace(limits, niceness=7)) - os.nice(0) == 7


def test_a_worker_finds_the_engine_loaded_and_no_django(by_script):
    loaded = literal_eval(by_script("deeds.modules"))
    assert "timeline.dates.engine" in loaded
    assert "timeline.extract.pages" in loaded
    assert "timeline.web.turning" not in loaded
    assert [name for name in loaded if name.startswith("django")] == []


def test_a_worker_finds_loaded_what_a_room_above_has_named(by_script):
    loaded = literal_eval(by_script("deeds.modules", before="preload('timeline.web.turning')"))
    assert "timeline.web.turning" in loaded
    assert "timeline.dates.engine" in loaded, "beside what it finds anyway"


ENDINGS = {
    "processor time in Python": (deeds.spin, (), {"seconds": 0.2}, TooLong, "processor time"),
    "processor time in a pattern": (deeds.spin_in_a_pattern, (), {"seconds": 0.2}, TooLong, "processor time"),
    "the clock": (deeds.sleep, (600,), {"waiting": 0.2}, TooLong, "by the clock"),
    "memory": (deeds.fill_memory, (), {"megabytes": 150}, TooLarge, "150 MB"),
    "depth": (deeds.nest, (), {}, TooLarge, "nested"),
    "a result that is too large": (deeds.answer_with, (LARGEST_ANSWER + 1,), {}, TooLarge, "result"),
    "an end of its own": (deeds.leave, (), {}, Crashed, "ended with 3"),
    "a fault of memory": (deeds.break_memory, (), {}, Crashed, "SIGSEGV"),
    "a kill by the system": (deeds.die, (), {}, Crashed, "SIGKILL"),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_passes_a_limit_ends(limits, ending):
    function, arguments, own, error, words = ENDINGS[ending]
    with pytest.raises(error, match=words):
        run_limited(function, *arguments, limits=replace(limits, **own))
    assert run_limited(deeds.double, 1, limits=limits) == 2, "the next one runs"


def test_a_large_argument_and_a_large_result_pass(limits):
    assert len(run_limited(deeds.double, "x" * 5_000_000, limits=limits)) == 10_000_000


def test_a_third_is_busy_while_two_are_at_work_and_runs_when_one_is_done(limits, tmp_path):
    notes = [tmp_path / "one", tmp_path / "two"]
    with ThreadPoolExecutor() as threads:
        running = [threads.submit(run_limited, deeds.note_and_wait, str(note), limits=limits) for note in notes]
        for note in notes:
            begun(note)
        with pytest.raises(Busy):
            run_limited(deeds.double, 1, limits=replace(limits, patience=0.2))
        assert run_limited(deeds.double, 1, limits=replace(limits, name="task")) == 2, "counted by itself"
        third = threads.submit(run_limited, deeds.double, 1, limits=limits)
        notes[0].unlink()
        assert third.result() == 2
        notes[1].unlink()
        assert len({each.result() for each in running}) == 2


HOLDS_A_PLACE = """
import sys; from pathlib import Path; from timeline.limits import *; from timeline.limits.tests import deeds
run_limited(getattr(deeds, sys.argv[3]), sys.argv[2], limits=Limits(folder=Path(sys.argv[1]), at_once=1, seconds=99))
"""


def other_process(limits, note, deed):
    command = [sys.executable, "-c", HOLDS_A_PLACE, str(limits.folder), str(note), deed]
    return subprocess.Popen(command, cwd=Path(__file__).parents[3])


def test_workers_of_other_processes_are_counted(limits, tmp_path):
    note = tmp_path / "one"
    other = other_process(limits, note, "note_and_wait")
    begun(note)
    with pytest.raises(Busy):
        run_limited(deeds.double, 1, limits=replace(limits, at_once=1, patience=0.2))
    note.unlink()
    assert other.wait() == 0
    assert run_limited(deeds.double, 1, limits=replace(limits, at_once=1)) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="the system says so on Linux alone")
def test_a_worker_ends_with_its_caller_and_frees_its_place(limits, tmp_path):
    note = tmp_path / "one"
    other = other_process(limits, note, "spin_noted")
    pid = begun(note)
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert has_ended(pid), "although it never leaves its pattern"
    assert run_limited(deeds.double, 1, limits=replace(limits, at_once=1)) == 2


def test_a_call_that_is_wanted_no_longer_is_stopped(limits, tmp_path):
    note = tmp_path / "one"
    with pytest.raises(Stopped):
        run_limited(deeds.spin_noted, str(note), limits=replace(limits, seconds=99), keep_going=lambda: not begun(note))
    assert has_ended(begun(note))


def test_one_that_waits_for_its_place_can_be_stopped(limits, tmp_path):
    note = tmp_path / "one"
    other = other_process(limits, note, "note_and_wait")
    begun(note)
    with pytest.raises(Stopped):
        run_limited(deeds.double, 1, limits=replace(limits, at_once=1), keep_going=lambda: False)
    note.unlink()
    other.wait()


def test_few_threads_of_a_process_wait(limits, tmp_path):
    notes = [tmp_path / str(number) for number in range(MOST_CALLS)]
    own = replace(limits, at_once=MOST_CALLS)
    with ThreadPoolExecutor() as threads:
        running = [threads.submit(run_limited, deeds.note_and_wait, str(note), limits=own) for note in notes]
        for note in notes:
            begun(note)
        with pytest.raises(Busy):
            run_limited(deeds.double, 1, limits=replace(limits, patience=3600))
        for note in notes:
            note.unlink()
        assert all(each.result() for each in running)
    assert run_limited(deeds.double, 1, limits=limits) == 2


def test_the_process_that_forks_may_be_killed(limits):
    from multiprocessing import forkserver

    run_limited(deeds.double, 1, limits=limits)
    os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)
    assert run_limited(deeds.double, 21, limits=limits) == 42
