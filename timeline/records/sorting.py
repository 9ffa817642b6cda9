"""The order of dates as a column: text that sorts as `timeline.dates.order_key` does, on every database."""

from timeline.dates import FuzzyDate, order_key

LAST = "~"
"""Sorts after every dated event."""
WIDTHS = (12, 2, 2, 2, 2, 6, 7, 7)
"""Digits for each number of `order_key`: century, decade, year, month, day, second of the day, the two bounds."""
CENTURY_ZERO = 5 * 10**11
"""Added to the century, so that those before Christ sort as text too."""


def sort_key(date: FuzzyDate | None) -> str:
    """Return the key of a date, 47 characters; undated sorts last."""
    if date is None or not date.dated:
        return LAST
    century, *rest = order_key(date)
    shifted = min(max(century + CENTURY_ZERO, 0), 2 * CENTURY_ZERO - 1)
    return ".".join(f"{part:0{width}d}" for part, width in zip((shifted, *rest), WIDTHS, strict=True))
