"""Work on a stranger's text in a process of its own, which is killed when it passes its limits.

No Django and no database: what runs here is a function of what it is given.
"""

from timeline.limits.run import preload, run_limited
from timeline.limits.stated import Busy, Crashed, LimitReached, Limits, Stopped, TooLarge, TooLong

__all__ = [
    "Busy", "Crashed", "LimitReached", "Limits", "Stopped", "TooLarge", "TooLong", "preload", "run_limited",
]  # fmt: skip
