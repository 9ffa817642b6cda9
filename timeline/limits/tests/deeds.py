"""What the workers of these tests are told to do: at the top of a module, so that a worker finds it."""

import ctypes
import os
import pickle
import re
import signal
import sys
import time
from pathlib import Path


def double(number):
    return number * 2


def spin():
    while True:
        pass


def spin_in_a_pattern():
    """Never leave the regular expression engine, which asks no signal handler of Python's."""
    re.match(r"(?:a|a)*b", "a" * 60)


def spin_noted(path):
    Path(path).write_text(str(os.getpid()), encoding="ascii")
    spin_in_a_pattern()


def sleep(seconds):
    time.sleep(seconds)


def fill_memory():
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def nest():
    return nest()


def answer_with(size):
    return "x" * size


def leave():
    os._exit(3)


def break_memory():
    ctypes.string_at(0)


def die(*_given):
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(reason):
    raise ValueError(reason)


def niceness():
    return os.nice(0)


def modules():
    return sorted(name for name in sys.modules if name.split(".")[0] in ("django", "timeline"))


def loaded_by(call):
    """Return the modules that a pickled function and its arguments make a worker load, from first to last."""
    before = set(sys.modules)
    function, given = pickle.loads(call)
    pickle.dumps(function(*given))
    return sorted(sys.modules.keys() - before)


def threads_of_the_one_that_forks():
    lines = Path(f"/proc/{os.getppid()}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Threads:"))


def note_and_wait(path):
    """Say that a worker has begun, and stay until the file is gone."""
    file = Path(path)
    file.write_text(str(os.getpid()), encoding="ascii")
    while file.exists():
        time.sleep(0.01)
    return os.getpid()


def count(function, *given):
    """Return how many things a function yields: a generator itself cannot leave a worker."""
    return sum(1 for _one in function(*given))
