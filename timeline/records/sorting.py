"""The order of dates as a column: text that sorts as `timeline.dates.order_key` does, on every database."""

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
