"""How a run takes turns with all others who write: in short transactions, with time for them between two."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from timeline.records.models import Change, Run
from timeline.records.models.changes import continue_change
from timeline.transfer.owners import this_process
from timeline.transfer.pace import Pace

LEAVING = threading.Event()
"""Set when this process is to end: runs are left where they are, for another process to go on with."""
FIRST_PIECE = 50
"""Rows in the first transaction, before it is known how long one takes."""
MOST_IN_A_PIECE = 1000
HEARD_EVERY = 5
"""Seconds after which a run says that it is still worked on, while a worker reads rows for it."""

Thing = TypeVar("Thing")


class Lost(Exception):
    """The run is another process's now."""


class StopAsked(Exception):
    """Somebody wants the run stopped."""


class Left(Exception):
    """This process ends before the run does, or has no more time for it: another one goes on."""


class Turns:
    """The transactions of one run and their pace."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.piece = FIRST_PIECE
        self.took = 0.0
        self.pace = Pace()
        self.last_heard = time.monotonic()

    def goes_on(self) -> bool:
        """Say while a worker reads that the run is still worked on; Lost, StopAsked or Left if it is not."""
        if LEAVING.is_set():
            raise Left
        stop = self.mine().values_list("stop", flat=True).first()
        if stop is None:
            raise Lost
        if stop:
            raise StopAsked
        if time.monotonic() - self.last_heard > HEARD_EVERY:
            self.write(lambda: None)
        return True

    def pieces(self, things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
        """Yield the things in pieces of the size that a transaction is to take at present."""
        start = 0
        while start < len(things):
            yield (some := things[start : start + self.piece])
            start += len(some)
            self.adapt(len(some))

    def adapt(self, things: int) -> None:
        """Aim the next piece at IMPORT_HOLD seconds."""
        wanted = things * settings.IMPORT_HOLD / max(self.took, 0.001)
        # By steps, because one slow transaction says little.
        self.piece = int(max(10, min(MOST_IN_A_PIECE, wanted, self.piece * 2), self.piece // 2))

    def write(
        self, deed: Callable[[], None], change: Change | None = None, *, stoppable: bool = True, things: int = 0
    ) -> None:
        """Do something in one transaction in which the run is this process's own; wait while others write.

        Lost, StopAsked, Left instead, with nothing written.
        """
        if connection.in_atomic_block:
            # Part of a larger deed, which nobody sees before its end.
            began = time.monotonic()
            self._in_transaction(deed, change, stoppable)
            self.took = time.monotonic() - began
            return
        self.pace.in_turn(lambda: self._in_transaction(deed, change, stoppable), first=_leave_if_told)
        if things:
            self.adapt(things)

    def mine(self) -> QuerySet[Run]:
        """Return the run, if this process still works on it."""
        return Run.objects.filter(pk=self.run.pk, state=Run.State.RUNNING, owner=this_process())

    def _in_transaction(self, deed: Callable[[], None], change: Change | None, stoppable: bool) -> None:
        with transaction.atomic():
            began = time.monotonic()
            mine = self.mine()
            if not mine.update(heard_at=timezone.now()):
                raise Lost
            self.last_heard = began
            if stoppable and mine.filter(stop=True).exists():
                raise StopAsked
            if change is None:
                deed()
            else:
                with continue_change(change):
                    deed()
        self.took = time.monotonic() - began


def _leave_if_told() -> None:
    if LEAVING.is_set():
        raise Left
