"""The limits themselves, and what is raised where one of them is passed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much one piece of work may use, and how many such pieces run at once on this installation."""

    folder: Path
    """Where the files stand whose locks count the running workers of all processes."""
    name: str = "work"
    """Workers under one name are counted together."""
    seconds: float = 5
    """Processor time of the work: a busy machine makes it wait, but does not fail it."""
    megabytes: int = 512
    """Memory of the whole worker process."""
    waiting: float = 40
    """Seconds by the clock after which a worker is killed that has not used its processor time: it is stuck."""
    at_once: int = 2
    """Most workers at one time."""
    patience: float = 10
    """Seconds by the clock that a call waits for a free worker before it is Busy."""
    niceness: int = 10
    """How far the worker steps back behind those who answer readers (0 to 19)."""


class LimitReached(Exception):
    """The work has no result, because it passed a limit or could not be begun; nothing of it is left behind."""


class TooLong(LimitReached):
    """The work used more time than it may."""


class TooLarge(LimitReached):
    """The work needed more memory than it may use, or its result is larger than is taken."""


class Busy(LimitReached):
    """As many workers as may run are at work; the same call may succeed a little later."""


class Crashed(LimitReached):
    """The worker died of itself; the words say how, for the log."""


class Stopped(LimitReached):
    """Whoever called for the work wants it no longer."""
