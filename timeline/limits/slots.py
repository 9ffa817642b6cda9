"""How many workers run at once on this installation: each holds the lock of one file in a folder."""

import fcntl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timeline.limits.stated import Busy, Limits, Stopped

_LOOK_AGAIN = 0.05  # seconds
MOST_CALLS = 4
"""Calls of one process that run or wait; a fifth is Busy at once, so that threads are left for readers."""
_calls = threading.BoundedSemaphore(MOST_CALLS)


@contextmanager
def slot(limits: Limits, keep_going: Callable[[], bool]) -> Iterator[None]:
    """Hold one of the places of `limits`, waiting for it as long as its patience lasts; Busy, or Stopped.

    The system frees a place whose process dies, however it dies.
    """
    if not _calls.acquire(blocking=False):
        raise Busy(f"{MOST_CALLS} calls of this process run or wait")
    try:
        with _file(limits, keep_going):
            yield
    finally:
        _calls.release()


@contextmanager
def _file(limits: Limits, keep_going: Callable[[], bool]) -> Iterator[None]:
    limits.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    last = time.monotonic() + limits.patience
    while True:
        for number in range(limits.at_once):
            # Opened anew: a lock belongs to the opened file, so the threads of one process exclude each other, too.
            with (limits.folder / f"{limits.name}-{number}.lock").open("ab") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                yield
                return
        if time.monotonic() > last:
            raise Busy(f"{limits.at_once} workers run already")
        if not keep_going():
            raise Stopped
        time.sleep(_LOOK_AGAIN)
