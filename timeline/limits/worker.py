"""The worker's side: take on the limits, then the work, and answer."""

import fcntl
import math
import os
import pickle
import resource
import signal
import sys
import traceback
from multiprocessing.connection import Connection

from timeline.limits.stated import Limits

LARGEST_ANSWER = 130_000_000
"""Most bytes of a pickled result: the text of the largest table, which an old encoding holds in half the bytes."""
OUT_OF_MEMORY, ANSWER_TOO_LARGE, CALLER_GONE = 70, 71, 72


def work(caller: Connection, limits: Limits) -> None:
    """Do what the caller sends, a function and its arguments, and send back (whether it succeeded, what it gave)."""
    _take_on(limits)
    try:
        function, arguments = pickle.loads(caller.recv_bytes())  # noqa: S301 - our own process sent it
        answer = _answer(function, arguments, caller)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except EOFError:
        os._exit(CALLER_GONE)
    if len(answer) > LARGEST_ANSWER:
        os._exit(ANSWER_TOO_LARGE)
    caller.send_bytes(answer)


def _take_on(limits: Limits) -> None:
    os.nice(limits.niceness)
    most = limits.megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The timer counts processor time exactly, the limit behind it in whole seconds, but nothing can take it back.
    last = math.ceil(limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (last, last))
    for kind in (signal.SIGPROF, signal.SIGALRM, signal.SIGIO, signal.SIGXCPU):
        signal.signal(kind, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.waiting)


def _answer(function: object, arguments: tuple[object, ...], caller: Connection) -> bytes:
    _end_with(caller, True)
    try:
        answer: tuple[bool, object] = True, function(*arguments)  # type: ignore[operator]
    except MemoryError:
        raise
    except RecursionError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:
        error.add_note("In the worker:\n" + "".join(traceback.format_tb(error.__traceback__)))
        answer = False, error
    _end_with(caller, False)
    return pickle.dumps(answer)


def _end_with(caller: Connection, on: bool) -> None:
    """Let the system kill this process when the caller is gone, even inside a function that never looks.

    From here on the caller sends nothing, so the only thing that can be signalled is the end of the connection.
    """
    if sys.platform != "linux":
        return
    fcntl.fcntl(caller.fileno(), fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(caller.fileno(), fcntl.F_GETFL)
    fcntl.fcntl(caller.fileno(), fcntl.F_SETFL, flags | os.O_ASYNC if on else flags & ~os.O_ASYNC)
