"""The order of dates as a column: text that sorts as `timeline.dates.order_key` does, on every database."""

from itertools import zip_longest

from timeline.dates import FuzzyDate, order_key

LAST = "z"
"""Sorts after every dated event: a letter, since signs sort before figures in the order of some languages."""
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


def heading_of(key: str) -> tuple[int | None, int | None]:
    """Return the year and the month that a key stands under; None for a year, or both, where no one holds the date."""
    if key == LAST:
        return None, None
    century, decade, year, month = (int(part) for part in key.split(".")[:4])
    if decade > 9 or year > 9:
        return None, None
    return (century - CENTURY_ZERO) * 100 + decade * 10 + year, month if month <= 12 else None


def year_prefix(year: int) -> str:
    """Return what the keys of all dates begin with that stand under a year."""
    century = min(max(year // 100 + CENTURY_ZERO, 0), 2 * CENTURY_ZERO - 1)
    return f"{century:012d}.{year // 10 % 10:02d}.{year % 10:02d}"


def decade_prefix(year: int) -> str:
    """Return the same for what stands under the decade of a year, and under no year."""
    return f"{year_prefix(year)[:16]}10"


def century_prefix(year: int) -> str:
    """Return the same for what stands under the century of a year, and under no decade."""
    return f"{year_prefix(year)[:13]}10.10"


def past(prefix: str) -> str:
    """Return a key behind all that begin with `prefix`, and before any later one."""
    return f"{prefix}.99"


_SIZES = (1024, 11, 11, 14, 33)
"""How many centuries are told apart, and how many decades, years, months and days `order_key` knows."""
KEY_BITS = 37
"""Bits of a place that hold the key of an event."""
KEYS = (1 << KEY_BITS) - 1
"""Stands behind all keys of events that a place holds."""
_UNDATED = (1 << 63 - KEY_BITS) - 1


def place_of(key: str, event: int = 0) -> int:
    """Return where a sort key stands as a number that both databases hold: by day, then by the key of the event.

    What lies more than 51,200 years away stands all on one day at that end. A sort key may be cut off after any part,
    and an empty one stands first.
    """
    if key.startswith(LAST):
        return _UNDATED << KEY_BITS | event
    if not key:
        return event
    century, *rest = (int(part) for part in key.split(".")[: len(_SIZES)])
    day = 0
    for part, size in zip_longest((century - CENTURY_ZERO + _SIZES[0] // 2, *rest), _SIZES, fillvalue=0):
        day = day * size + min(max(part, 0), size - 1)
    return day << KEY_BITS | event


def event_at(place: int) -> int:
    """Return the key of the event that stands at a place."""
    return place & KEYS


def day_at(place: int) -> str:
    """Return the sort key of the day of a place, cut off after the day: it sorts before all that stand on that day."""
    day = place >> KEY_BITS
    if day == _UNDATED:
        return LAST
    parts: list[int] = []
    for size in reversed(_SIZES):
        day, part = divmod(day, size)
        parts.append(part)
    century, *rest = reversed(parts)
    shifted = (century - _SIZES[0] // 2 + CENTURY_ZERO, *rest)
    return ".".join(f"{part:0{width}d}" for part, width in zip(shifted, WIDTHS, strict=False))
