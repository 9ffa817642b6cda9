"""The order of dates as a column: text that sorts as `timeline.dates.order_key` does, on every database."""

from timeline.dates import FuzzyDate, order_key

LAST = "~"
"""Sorts after every dated event."""
OFFSET = 10**6
WIDTH = 8


def sort_key(date: FuzzyDate | None) -> str:
    """Return the key of a date; undated sorts last."""
    if date is None:
        return LAST
    return ".".join(f"{part + OFFSET:0{WIDTH}d}" for part in order_key(date))
