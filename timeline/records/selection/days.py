"""Entries by the days and the years that they stand under, and those that stand in another chronology too."""

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.records.selection.asking import IN_OUTLINE, Condition, all_of, beyond, marks, order
from timeline.records.selection.choice import Choice, Key, Row
from timeline.records.sorting import year_prefix
from timeline.records.sql import ask


def on_day(choice: Choice, day: int, key: Key | None, limit: int) -> list[Row]:
    """Return what happened on a day of the year, from the first year or after a place, in order."""
    return on_days(choice, [day], limit, key=key)[0]


def on_days(choice: Choice, days: Sequence[int], limit: int, *, key: Key | None = None) -> list[list[Row]]:
    """Return for each of some days of the year the first of what happened on it, in order; one query."""
    after: list[Condition] = [] if key is None else [beyond("l", key, backwards=False)]
    return _each(choice, [[("l.day_of_year = %s", [day]), *after] for day in days], limit)


def between(choice: Choice, ranges: Iterable[tuple[str, str]], limit: int) -> list[list[Row]]:
    """Return for each of some ranges of sort keys the first known days in it, in order; one query."""
    known: Condition = ("l.day_of_year IS NOT NULL", [])
    return _each(
        choice, [[("l.sort_key >= %s AND l.sort_key < %s", [low, high]), known] for low, high in ranges], limit
    )


def from_year(choice: Choice, first: int | None, before: int | None, limit: int) -> list[Row]:
    """Return the first of what stands from one year on, and before another, in order; None: as far as there is.

    With the years stands what is wider: decades and centuries behind their last year, what has no date at the end.
    """
    conditions: list[Condition] = [] if first is None else [("l.sort_key >= %s", [year_prefix(first)])]
    conditions += [] if before is None else [("l.sort_key < %s", [year_prefix(before)])]
    return _each(choice, [conditions], limit)[0]


def held_in(choice: Choice, events: Sequence[int]) -> set[int]:
    """Return which of some events stand in a chronology."""
    if not events:
        return set()
    conditions: list[Condition] = [
        (f"event_id IN ({marks(events)})", list(events)),
        (f"chronology_id = %s AND is_public IN ({marks(choice.audiences)})", [choice.chronology, *choice.audiences]),
    ]
    where, values = all_of(conditions)
    return {event for (event,) in ask(f"SELECT event_id FROM records_listing WHERE {where}", values)}


def _each(choice: Choice, asked: Sequence[list[Condition]], limit: int) -> list[list[Row]]:
    if not asked:
        return []
    questions: list[str] = []
    values: list[Any] = []
    for number, conditions in enumerate(asked):
        for audience in choice.audiences:
            of_all: Condition = ("l.chronology_id = %s AND l.is_public = %s", [choice.chronology, audience])
            where, given = all_of([of_all, *conditions])
            one = f"SELECT {number} AS asked, {IN_OUTLINE} FROM records_listing l WHERE {where}"
            questions.append(f"SELECT * FROM ({one} {order('l', backwards=False)} LIMIT {limit}) q{len(questions)}")
            values += given
    found: list[list[Row]] = [[] for _one in asked]
    for number, *row in ask(" UNION ALL ".join(questions), values):
        found[number].append(Row._make(row))
    return [sorted(rows)[:limit] for rows in found]
