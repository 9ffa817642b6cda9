"""What several conditions narrow: gathered, some of the rarest of them at a time."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from timeline.records.selection.asking import (
    IN_OUTLINE,
    Condition,
    all_of,
    bars_of_rows,
    beyond,
    having,
    marks,
    order,
    through,
    touching,
)
from timeline.records.selection.choice import Bars, Choice, Key, Row, Selection
from timeline.records.spans import BEGINNING, END, year_of
from timeline.records.sql import ask
from timeline.records.tallies import ALL, whole

MOST = 10_000
"""Entries that are gathered at once."""


class Gathered(Selection):
    """What several conditions narrow: the rarest of them is walked along, MOST entries of it at a time."""

    def __init__(self, choice: Choice, key: Key | None, *, backwards: bool = False) -> None:
        self.choice = choice
        self.key = key
        self.backwards = backwards
        self.begun: Key | None = None
        self.rows = sorted(self._of_events() if choice.events is not None else self._walked())
        if choice.more_events:
            self.begun = begun = choice.events_begin
            # They are found by their days, on the first of which others may stand.
            self.rows = [
                row for row in self.rows if begun is None or (row.key < begun if backwards else row.key > begun)
            ]
            self.reached = self._last_before(choice.events_reach)
        # What follows a place, or precedes it, is the rest of what was found, and not all of it.
        self.is_whole = not choice.more_events and self.reached is None and self.begun is None

    @property
    def count(self) -> int:  # type: ignore[override]
        """How many were found, as far as was looked."""
        return len(self.rows)

    @cached_property
    def bars(self) -> Bars:  # type: ignore[override]
        """How many belong to each year, as far as was looked."""
        return bars_of_rows(self.rows)

    @property
    def loose_count(self) -> int:  # type: ignore[override]
        """How many have a date that no one year holds, as far as was looked."""
        return sum(row.length is not None for row in self.rows)

    @property
    def lanes(self) -> Counter[int]:  # type: ignore[override]
        """How many stand in each lane, as far as was looked."""
        return Counter(row.lane or 0 for row in self.rows)

    @property
    def years(self) -> list[int]:
        """Years between which the dates lie whose sides are known."""
        days = [day for row in self.rows for day in (row.first, row.last)]
        return [year_of(day) for day in days if day not in (None, BEGINNING, END)]

    def after(self, key: Key | None, limit: int) -> list[Row]:
        """Return what follows a place, at the beginning what comes first; in order."""
        return [row for row in self.rows if key is None or row.key > key][:limit]

    def before(self, key: Key | None, limit: int) -> list[Row]:
        """Return what stands right before a place, at the end what comes last; in order."""
        return [row for row in self.rows if key is None or row.key < key][-limit:]

    def loose(self, limit: int) -> list[Row]:
        """Return the first of what has a date that no one year holds."""
        return [row for row in self.rows if row.length is not None][:limit]

    def _of_events(self) -> Iterator[Row]:
        events = sorted(self.choice.events or ())
        for start in range(0, len(events), 500):
            some = events[start : start + 500]
            conditions: list[Condition] = [
                ("l.chronology_id = %s", [self.choice.chronology]),
                (f"l.event_id IN ({marks(some)})", list(some)),
                *([] if self.choice.preview else [("l.is_public", [])]),
                *having(self.choice.values), *touching(self.choice),
            ]  # fmt: skip
            sql, values = all_of(conditions)
            yield from map(Row._make, ask(f"SELECT {IN_OUTLINE} FROM records_listing l WHERE {sql}", values))

    def _walked(self) -> list[Row]:
        chronology, audiences = self.choice.chronology, self.choice.audiences
        rarest = min(self.choice.values, key=lambda value: whole(chronology, value, audiences))
        others = [value for value in self.choice.values if value != rarest]
        self.begun = key = self.key if whole(chronology, rarest, audiences) > MOST else None
        found: list[Row] = []
        ends: list[Key] = []
        for audience in audiences:
            _tables, k, conditions = through(chronology, rarest, audience)
            conditions += [] if key is None else [beyond(k, key, backwards=self.backwards)]
            where, values = all_of(conditions)
            in_order = f"{order(k, backwards=self.backwards)} LIMIT {MOST + 1}"
            walked = f"SELECT k.sort_key, k.rank, k.entry_id FROM records_facet k WHERE {where} {in_order}"
            held, more = all_of([*having(others), *touching(self.choice)])
            joined = f"({walked}) k JOIN records_listing l ON l.entry_id = k.entry_id"
            sql = f"SELECT {IN_OUTLINE} FROM {joined} WHERE {held}"
            found += map(Row._make, ask(sql, [*values, *more]))
            ends += ask(f"SELECT sort_key, rank, entry_id FROM ({walked}) k LIMIT 1 OFFSET {MOST}", values)
        if not ends:
            return found
        # No farther than every audience was walked along.
        self.reached = reached = max(ends) if self.backwards else min(ends)
        return [row for row in found if (row.key >= reached if self.backwards else row.key <= reached)]

    def _last_before(self, reach: str | None) -> Key | None:
        """Return the last key before a sort key, the first behind it where it was looked backwards."""
        found: list[Key] = []
        for audience in self.choice.audiences if reach else ():
            _tables, k, conditions = through(self.choice.chronology, ALL, audience)
            sql, values = all_of([*conditions, (f"{k}.sort_key {'>' if self.backwards else '<'} %s", [reach])])
            in_order = order(k, backwards=not self.backwards)
            nearest = f"SELECT {k}.sort_key, {k}.rank, {k}.entry_id FROM records_listing l WHERE {sql} {in_order}"
            found += [(key, rank, entry) for key, rank, entry in ask(f"{nearest} LIMIT 1", values)]
        return (min if self.backwards else max)(found, default=None)
