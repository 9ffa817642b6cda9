"""Days as whole numbers, of any year, and where an interval index holds a span of them.

The index is a relational interval tree (Kriegel, Pötke, Seidl: Managing Intervals Efficiently in Object-Relational
Databases, VLDB 2000) whose nodes are computed instead of walked to: numbers are halved again and again, and a span is
held where the halves meet that it reaches into both of, so that all spans that touch a day are found at a few dozen
numbers around it.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.dates import FuzzyDate
from timeline.dates.edtf import parse

MONTH, YEAR = 31, 372
"""Numbers that one month and one year take; those of days that a month does not have stay unused."""
MOST_YEARS = 10**12
"""Years farther away than this count as this far."""
ZERO = MOST_YEARS * YEAR + YEAR
"""Added, so that no number lies below zero."""
BEGINNING, END = 0, 2 * ZERO
"""Where an open side reaches to."""


def day_number(day: datetime.date) -> int:
    """Return the number of a day; later days have higher ones."""
    return first_of(day.year) + (day.month - 1) * MONTH + day.day - 1


def first_of(year: int, month: int = 1) -> int:
    """Return the number of the first day of a year, or of one of its months."""
    return max(-MOST_YEARS, min(year, MOST_YEARS)) * YEAR + (month - 1) * MONTH + ZERO


def last_of(year: int) -> int:
    """Return the highest number of a year."""
    return first_of(year) + YEAR - 1


def year_of(number: int) -> int:
    """Return the year that a day's number lies in."""
    return (number - ZERO) // YEAR


def span_of(date: FuzzyDate | None) -> tuple[int, int] | None:
    """Return the first and last day that a date touches, as numbers; an open side reaches as far as there is."""
    if date is None or not date.dated:
        return None
    first_year, last_year = date.year_span
    first = day_number(date.earliest) if date.earliest else BEGINNING if first_year is None else first_of(first_year)
    last = day_number(date.latest) if date.latest else END if last_year is None else last_of(last_year)
    return first, last


def differs(other: str, chosen: str) -> bool:
    """Return whether a date that a source gives is another than the one chosen, both in EDTF; "" is none.

    One that is only less exact, and holds all of the one chosen, is no other: "2002" beside 17 September 2002. What
    lasted, and several days, are no time within which something happened, however much they hold.
    """
    if other in ("", chosen):
        return False
    date = parse(other)
    one, two = span_of(parse(chosen)) if chosen else None, span_of(date)
    if one is None or two is None or date.lasting or date.parts or date.pattern:
        return True
    return one == two or not (two[0] <= one[0] and one[1] <= two[1])


def node_of(first: int, last: int) -> int:
    """Return the node that holds a span: the first number of the upper of the two halves that it reaches into."""
    level = level_of(first, last)
    return last >> level << level


def level_of(first: int, last: int) -> int:
    """Return the power of two that separates the ends of a span; 0 for one day."""
    return max((first ^ last).bit_length() - 1, 0)


@dataclass(frozen=True)
class Nodes:
    """Where spans can be held that touch certain days: at nodes before, after and among these days."""

    before: list[int]
    after: list[int]
    first: int
    last: int


def nodes_touching(first: int, last: int, levels: Iterable[int]) -> Nodes:
    """Return the nodes at which spans are held that touch the days from `first` to `last`.

    Those held at `before` do if they end at `first` or later, those at `after` if they begin at `last` or earlier,
    those in between always. `levels`: the levels at which spans are held at all.
    """
    before = {first >> level << level for level in levels}
    after = {((last >> level) + 1) << level for level in levels}
    return Nodes(sorted(node for node in before if node < first), sorted(after), first, last)
