"""Processes that `bin/serve` starts: ended with every child of theirs, also by its own end, and kept running beside it.

Nothing but the standard library: it is imported before anything is installed.
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import IO

SECONDS_TO_STOP = 15
LONGEST_PAUSE = 60.0  # seconds

SIGNALS_TO_STOP = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

Process = subprocess.Popen[bytes]
_started: list[Process] = []


def start(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, log: IO[bytes] | None = None
) -> Process:
    """Start a command in a process group of its own, so that one signal reaches all it starts in turn.

    On Linux the group is told to end when this program is gone, even if that was killed and could tell nobody.
    """
    lifeline = _new_lifeline()
    # No signal comes between a start and its being known: what nobody knows of nobody stops.
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS_TO_STOP)
    try:
        process = subprocess.Popen(
            list(command), env=dict(environment), cwd=folder, stdout=log, stderr=log, start_new_session=True,
            pass_fds=lifeline, preexec_fn=partial(_hold_on, lifeline, heard),
        )  # fmt: skip
        _started.append(process)
        for end in lifeline:
            os.close(end)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    return process


def _new_lifeline() -> tuple[int, ...]:
    """Return an end of the pipe whose other end is this program's alone, with an owner of its own; or nothing."""
    if sys.platform != "linux":
        return ()
    end = os.open(f"/proc/self/fd/{_pipe()[0]}", os.O_RDONLY | os.O_NONBLOCK)
    fcntl.fcntl(end, fcntl.F_SETSIG, signal.SIGTERM)
    fcntl.fcntl(end, fcntl.F_SETFL, fcntl.fcntl(end, fcntl.F_GETFL) | os.O_ASYNC)
    return (end,)


def _hold_on(lifeline: Sequence[int], heard: Iterable[int]) -> None:
    """In the new process: let the system send its group the signal when nobody holds the other end any more."""
    for end in lifeline:
        fcntl.fcntl(end, fcntl.F_SETOWN, -os.getpid())
    for kind in SIGNALS_TO_STOP:
        signal.signal(kind, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, heard)


@cache
def _pipe() -> tuple[int, int]:
    """Return the pipe that closes when this program ends, however it ends. Nothing is ever written to it."""
    return os.pipe()


def stop_all() -> None:
    """Stop whatever was started here and still runs."""
    stop(*_started)
    # Their numbers may soon be others'.
    _started.clear()


def stop(*processes: Process) -> None:
    """Stop processes and every child they started, all at once, kindly first."""
    for kind, seconds in ((signal.SIGTERM, SECONDS_TO_STOP), (signal.SIGKILL, 5)):
        left = [process for process in processes if _signal(process, kind)]
        last = time.monotonic() + seconds
        for process in left:
            try:
                process.wait(max(0, last - time.monotonic()))
            except subprocess.TimeoutExpired:
                continue


def _signal(process: Process, kind: signal.Signals) -> bool:
    """Send a signal to a whole group; return whether there is anybody left in it."""
    try:
        os.killpg(process.pid, kind)
    except ProcessLookupError:
        return False
    return True


class Companion:
    """A command that is to run as long as the server does: when it ends, it is started again after a pause."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, log: IO[bytes], pause: float = 1.0
    ) -> None:
        self.command = command
        self.environment = environment
        self.folder = folder
        self.log = log
        self.process: Process | None = None
        self._first_pause = self._pause = pause
        self._started = 0.0
        self._next_start = 0.0

    def keep(self, now: float) -> None:
        """Start the command if it does not run and its pause is over; `now` in seconds, on any clock that rises.

        The pause doubles each time up to a minute; a command that ran for longer than that begins anew.
        """
        if self.process and self.process.poll() is not None:
            self._write(f"ended with {self.process.returncode}; it starts again in {self._pause:.0f} s")
            stop(self.process)
            _started.remove(self.process)
            if now - self._started > LONGEST_PAUSE:
                self._pause = self._first_pause
            self._next_start = now + self._pause
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            self.process = None
        if not self.process and now >= self._next_start:
            self.process = start(self.command, self.environment, self.folder, self.log)
            self._started = now

    def _write(self, words: str) -> None:
        self.log.write(f"{' '.join(self.command)}: {words}\n".encode())
        self.log.flush()
