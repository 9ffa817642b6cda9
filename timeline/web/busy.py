"""Whether the database refused only because others were writing: then trying again is the answer."""

from django.db import OperationalError

# PostgreSQL: lock_not_available, query_canceled (by a limit of time), deadlock_detected, serialization_failure,
# idle_in_transaction_session_timeout, too_many_connections.
_BUSY_STATES = ("55P03", "57014", "40P01", "40001", "25P03", "53300")
_BUSY_WORDS = ("database is locked", "database table is locked", "database schema is locked")


def is_busy(error: BaseException | None) -> bool:
    """Return whether a database error says that others were writing for too long."""
    if not isinstance(error, OperationalError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    return state in _BUSY_STATES or str(error).startswith(_BUSY_WORDS)
