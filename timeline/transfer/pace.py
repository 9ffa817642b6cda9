"""The pace of a long deed: transactions one after the other, with time between two for all others who write."""

import time
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError, connection

from timeline.web.busy import is_busy

TRIES = 20


class Pace:
    """When the last transaction of a deed ended."""

    def __init__(self) -> None:
        self.last_end = 0.0

    def in_turn(self, write: Callable[[], None], *, first: Callable[[], None] = lambda: None) -> None:
        """Let `write` open its transaction when it is its turn, again if others were writing for too long.

        `first` is asked each time, right before.
        """
        for left in reversed(range(TRIES)):
            # SQLite lets waiting writers look every tenth of a second: who goes on at once locks them out.
            time.sleep(max(0.0, self.last_end + settings.IMPORT_PAUSE - time.monotonic()))
            first()
            try:
                write()
                break
            except OperationalError as error:
                if not is_busy(error) or not left:
                    raise
                connection.close_if_unusable_or_obsolete()
        self.last_end = time.monotonic()
