"""What the log says: nothing that a stranger sends makes a long entry of it."""

import logging

LONGEST = 1000
"""Letters of an entry; the trace of an error of our own stands whole below it."""


class Short(logging.Filter):
    """Cuts an entry, and leaves out the trace of a refusal: it repeats what was sent, and nothing is broken."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten the entry and let it pass."""
        try:
            told = record.getMessage()
        except (TypeError, ValueError):
            # Whoever wrote it gave words and values that do not fit: the handler says so, and nobody's request fails.
            return True
        if len(told) > LONGEST:
            record.msg, record.args = f"{told[:LONGEST]} … ({len(told)} letters)", ()
        if record.name.startswith("django.security") or getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
        return True
