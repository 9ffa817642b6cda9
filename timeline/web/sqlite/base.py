"""The engine: who wants to write looks the more often, the longer they have waited.

SQLite's own way is the reverse: who has just come looks every few milliseconds, who has waited long every tenth of a
second. Sixteen people who save at once then keep the unlucky one of them waiting for 20 s, while others save again and
again.
"""

import time

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from timeline.web.busy import is_busy

FIRST_PAUSE = 0.02
SHORTEST_PAUSE = 0.001


def pause_after(waited: float) -> float:
    """Return the seconds until the next look of who has waited for so many."""
    return max(SHORTEST_PAUSE, FIRST_PAUSE / (1 + 4 * waited))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions begin in turn; OPTIONS' `timeout` is how many seconds they wait at most."""

    def _start_transaction_under_autocommit(self) -> None:
        began, patience = time.monotonic(), float(self.settings_dict["OPTIONS"].get("timeout", 5))
        self._let_sqlite_wait(0)
        try:
            while True:
                try:
                    super()._start_transaction_under_autocommit()  # type: ignore[misc]
                    return
                except OperationalError as error:
                    waited = time.monotonic() - began
                    if not is_busy(error) or waited > patience:
                        raise
                    time.sleep(pause_after(waited))
        finally:
            self._let_sqlite_wait(patience)

    def _let_sqlite_wait(self, seconds: float) -> None:
        self.connection.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")
