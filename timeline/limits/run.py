"""The caller's side: start a worker, wait for it, kill it where it passes its limits."""

import multiprocessing
import multiprocessing.connection
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from types import ModuleType
from typing import Any, TypeVar, TypeVarTuple, cast

from timeline.limits.slots import slot
from timeline.limits.stated import Crashed, LimitReached, Limits, Stopped, TooLarge, TooLong
from timeline.limits.worker import ANSWER_TOO_LARGE, OUT_OF_MEMORY, work

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

PRELOADED = ("timeline.limits.worker", "timeline.limits.preloaded", "timeline.dates.article", "timeline.dates.foreign")
"""What every worker finds loaded when it starts, beside what `preload` names; anything else it loads itself."""
_LOOK_AGAIN = 0.5  # seconds between two questions whether to keep going
_MARGIN = 2  # seconds after which a worker is killed from here that should have been ended by its own clock

# A small process that has no threads and no state forks every worker: a start takes milliseconds, and each is new.
_context = multiprocessing.get_context("forkserver")
_preloaded = list(PRELOADED)
_context.set_forkserver_preload(_preloaded)
_starting = threading.Lock()


def preload(module: str) -> None:
    """Let workers find one more module loaded; called before the first one starts, as the process that forks loads it.

    It stays loaded there beside each process that calls for work. It starts no thread and opens no connection.
    """
    if module not in _preloaded:
        _preloaded.append(module)
        _context.set_forkserver_preload(_preloaded)


def run_limited(
    function: Callable[[*Ts], T], *args: *Ts, limits: Limits, keep_going: Callable[[], bool] = lambda: True
) -> T:
    """Return function(*args), worked out in a process of its own that is killed when it passes `limits`.

    The function stands at the top of a module; it, its arguments and its result can be pickled. What it raises is
    raised here. TooLong, TooLarge, Crashed, and Busy if no worker came free; `keep_going` is asked twice a second,
    and Stopped is raised when it says no. Whatever is raised, no process is left behind.
    """
    asked = pickle.dumps((function, args))
    with slot(limits, keep_going):
        return cast(T, _run(asked, limits, keep_going))


def _run(asked: bytes, limits: Limits, keep_going: Callable[[], bool]) -> Any:
    ours, theirs = _context.Pipe()
    with closing(ours):
        with closing(theirs):
            worker = _started(theirs, limits)
        try:
            return _answer(worker, ours, asked, limits, keep_going)
        finally:
            worker.kill()
            worker.join()
            worker.close()


def _started(theirs: Connection, limits: Limits) -> ForkServerProcess:
    for attempt in range(5):
        worker = _context.Process(target=work, args=(theirs, limits), name="limited", daemon=True)
        try:
            with _no_main():
                worker.start()
        except (OSError, EOFError) as error:
            # The process that forks may have been killed a moment ago; once it is gone, the next start makes another.
            failed = error
            time.sleep(0.05 * 2**attempt)
        else:
            return worker
    raise Crashed(f"no worker could be started: {failed}") from failed


@contextmanager
def _no_main() -> Iterator[None]:
    """Let a worker that starts load nothing of the program that called for it.

    It would load that program's first file before its limits hold: a script without a guard would start over in it.
    """
    with _starting:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _answer(
    worker: ForkServerProcess, ours: Connection, asked: bytes, limits: Limits, keep_going: Callable[[], bool]
) -> Any:
    last = time.monotonic() + limits.waiting + _MARGIN
    try:
        ours.send_bytes(asked)
        while not multiprocessing.connection.wait([ours], _LOOK_AGAIN):
            if time.monotonic() > last:
                raise TooLong(f"not done after {limits.waiting} s by the clock")
            if not keep_going():
                raise Stopped
        answer = ours.recv_bytes()
    except (EOFError, OSError):
        raise _why_dead(worker, limits) from None
    succeeded, given = pickle.loads(answer)  # noqa: S301 - our own process sent it
    if succeeded:
        return given
    raise given


def _why_dead(worker: ForkServerProcess, limits: Limits) -> LimitReached:
    """Return what the way in which a worker ended says."""
    worker.join(_MARGIN)
    code = worker.exitcode
    if code in (-signal.SIGPROF, -signal.SIGXCPU):
        return TooLong(f"{limits.seconds} s of processor time are used up")
    if code == -signal.SIGALRM:
        return TooLong(f"not done after {limits.waiting} s by the clock")
    if code == OUT_OF_MEMORY:
        return TooLarge(f"more than {limits.megabytes} MB of memory, or nested too deeply")
    if code == ANSWER_TOO_LARGE:
        return TooLarge("the result is too large")
    return Crashed(f"the worker ended with {signal.Signals(-code).name if code and code < 0 else code}")
