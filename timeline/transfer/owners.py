"""Who works on a run: one process, by name, and whether it still does."""

import os
import socket
from datetime import datetime

from timeline.records.models import QUIET, Run


def this_process() -> str:
    """Return what names this process among all that work on runs: its machine and its number."""
    return f"{socket.gethostname()}:{os.getpid()}"[:120]


def is_gone(owner: str) -> bool:
    """Return whether a process is known to have ended: only of one on this machine can that be known."""
    host, _colon, number = owner.rpartition(":")
    if host != socket.gethostname()[: len(host)] or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def is_orphan(run: Run, now: datetime) -> bool:
    """Return whether nobody works on a running run any more: its owner has ended, or was not heard of for QUIET."""
    if run.state != Run.State.RUNNING:
        return False
    return is_gone(run.owner) or run.heard_at is None or now - run.heard_at > QUIET


def release_orphans(now: datetime) -> int:
    """Let runs that nobody works on any more wait for somebody; return how many. A running one is left alone."""
    released = 0
    for run in Run.objects.filter(state=Run.State.RUNNING).defer("options"):
        if is_orphan(run, now):
            # Whoever was heard of in between still has it.
            same = Run.objects.filter(pk=run.pk, state=Run.State.RUNNING, owner=run.owner, heard_at=run.heard_at)
            released += same.update(state=Run.State.WAITING, owner="")
    return released
