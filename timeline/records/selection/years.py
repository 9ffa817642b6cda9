"""Entries by year: how many belong to each, and what stands under one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.records.models import Tally
from timeline.records.selection.asking import (
    Condition,
    all_of,
    marks,
)
from timeline.records.selection.choice import Bars, Choice
from timeline.records.sql import ask
from timeline.records.tallies import ALL, kind_of

_YEAR_OF_MONTH = "CASE WHEN period < 0 THEN (period - 99) / 100 ELSE period / 100 END"
"""Both databases divide towards zero."""


def bars_of(
    chronology: int, value: str, audiences: Sequence[bool], first: int | None = None, last: int | None = None
) -> Bars:
    """Return how many entries that have a value belong to each year, from one year to another."""
    return _bars(chronology, value, audiences, Tally.Level.YEAR, first, last)


def _bars(
    chronology: int,
    value: str,
    audiences: Sequence[bool],
    level: str,
    first: int | None,
    last: int | None,
    *,
    period: str = "period",
) -> Bars:
    conditions: list[Condition] = [
        ("chronology_id = %s AND kind = %s AND level = %s AND value = %s", [chronology, kind_of(value), level, value]),
        (f"is_public IN ({marks(audiences)})", list(audiences)),
    ]
    conditions += [] if first is None else [("period >= %s", [first])]
    conditions += [] if last is None else [("period <= %s", [last])]
    sql, values = all_of(conditions)
    bars: Bars = Counter()
    counted = f"SELECT {period}, lane, is_known, SUM(count) FROM records_tally WHERE {sql} GROUP BY 1, 2, 3"
    for number, lane, is_known, count in ask(counted, values):
        bars[number, lane, bool(is_known)] += int(count)
    return bars


def values_by_year(
    choice: Choice, kind: str, values: Sequence[str] | None = None, years: tuple[int, int] | None = None
) -> Counter[tuple[str, int]]:
    """Return how many entries have each value of a kind ("lag"), by value and year; of `values` and `years` alone."""
    conditions: list[Condition] = [
        ("chronology_id = %s AND kind = %s AND level = 'y'", [choice.chronology, kind]),
        (f"is_public IN ({marks(choice.audiences)})", list(choice.audiences)),
    ]
    if values is not None:
        conditions.append((f"value IN ({', '.join(['%s'] * len(values)) or 'NULL'})", list(values)))
    if years is not None:
        conditions.append(("period BETWEEN %s AND %s", list(years)))
    sql, given = all_of(conditions)
    rows = ask(f"SELECT value, period, SUM(count) FROM records_tally WHERE {sql} GROUP BY 1, 2", given)
    return Counter({(value, year): int(count) for value, year, count in rows})


def sources_by_year(choice: Choice, years: tuple[int, int]) -> set[tuple[str, int]]:
    """Return which sources ("cites:12") are cited for which of these years: as long as it takes to go through them."""
    of_chronology = f"chronology_id = %s AND is_public IN ({marks(choice.audiences)})"
    given = [choice.chronology, *choice.audiences]
    cited = f"SELECT value FROM records_tally WHERE {of_chronology} AND kind = 'cites' AND level = 'w'"
    rows = ask(
        "SELECT DISTINCT k.value, l.year FROM records_facet k JOIN records_listing l ON l.entry_id = k.entry_id"
        f" WHERE k.{of_chronology.replace('is_public', 'k.is_public')} AND k.value IN ({cited})"
        " AND l.year BETWEEN %s AND %s",
        [*given, *given, *years],
    )
    return {(value, int(year)) for value, year in rows}


@dataclass(frozen=True)
class YearCounts:
    """How many entries stand under a year."""

    by_month: Bars
    """By month (0: none), lane and exactness."""

    @property
    def count(self) -> int:
        """All of them."""
        return self.by_month.total()

    @property
    def unknown(self) -> int:
        """Those whose exact date is not known."""
        return sum(count for (_month, _lane, is_known), count in self.by_month.items() if not is_known)


def year_counts(choice: Choice, year: int) -> YearCounts:
    """Return how many of all entries stand under a year."""
    first = year * 100
    found = by_months(choice, first, first + 99)
    return YearCounts(Counter({(month - first, lane, known): count for (month, lane, known), count in found.items()}))


def by_years(choice: Choice, first: int | None = None, last: int | None = None) -> Bars:
    """Return how many of all entries stand under each year, whether or not it holds the whole of them."""
    start, end = None if first is None else first * 100, None if last is None else last * 100 + 99
    return _bars(choice.chronology, ALL, choice.audiences, Tally.Level.MONTH, start, end, period=_YEAR_OF_MONTH)


def by_months(choice: Choice, first: int | None, last: int | None) -> Bars:
    """Return how many of all entries stand under each month, as year * 100 + month; month 0: under none of the year."""
    return _bars(choice.chronology, ALL, choice.audiences, Tally.Level.MONTH, first, last)
