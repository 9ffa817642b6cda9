"""What at most one value narrows, beside the days: paged through its index, counted by its tallies."""

from collections import Counter
from dataclasses import replace
from functools import cached_property

from timeline.records.selection.asking import (
    IN_OUTLINE,
    Condition,
    all_of,
    bars_of_rows,
    beyond,
    order,
    through,
    touching,
)
from timeline.records.selection.choice import WIDE, Bars, Choice, Key, Row, Selection
from timeline.records.selection.gathered import MOST, Gathered
from timeline.records.selection.reaching import MOST_REACHING, Reaching, reaching
from timeline.records.selection.years import bars_of
from timeline.records.sorting import century_prefix, decade_prefix, past, year_prefix
from timeline.records.spans import BEGINNING, END, first_of, last_of, year_of
from timeline.records.sql import ask
from timeline.records.tallies import ALL, by_lane, whole


class Counted(Selection):
    """What at most one value narrows, beside the days: paged through its index, counted by its tallies."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.value = choice.values[0] if choice.values else ALL
        self._reached_into: dict[int, Reaching] = {}

    def after(self, key: Key | None, limit: int) -> list[Row]:
        """Return what follows a place, at the beginning what comes first; in order."""
        found = [row for row in self._begun_before if key is None or row.key > key][:limit]
        if len(found) < limit:
            found += self._standing(key, limit - len(found), backwards=False)
        if len(found) < limit:
            found += [row for row in self._named_after if key is None or row.key > key][: limit - len(found)]
        return found

    def before(self, key: Key | None, limit: int) -> list[Row]:
        """Return what stands right before a place, at the end what comes last; in order."""
        found = [row for row in self._named_after if key is None or row.key < key][-limit:]
        if len(found) < limit:
            found = self._standing(key, limit - len(found), backwards=True) + found
        if len(found) < limit:
            earlier = [row for row in self._begun_before if key is None or row.key < key]
            found = earlier[len(found) - limit :] + found
        return found

    @cached_property
    def count(self) -> int:  # type: ignore[override]
        """How many entries were found; of more than MOST between two days only so many."""
        if not self.choice.has_days:
            return whole(self.choice.chronology, self.value, self.choice.audiences)
        inside = 0
        for audience in self.choice.audiences:
            question, values = self._question(audience, None, backwards=False)
            inside += ask(f"SELECT COUNT(*) FROM (SELECT 1 {question} LIMIT {MOST}) found", values)[0][0]
        return inside + len(self._begun_before) + len(self._named_after)

    @cached_property
    def is_whole(self) -> bool:  # type: ignore[override]
        """Whether the count is not cut off."""
        days = [day for day in (self.choice.first, self.choice.last) if day is not None]
        return self.count < MOST and not any(self._reaching(day).is_cut for day in days) if days else True

    @cached_property
    def bars(self) -> Bars:  # type: ignore[override]
        """How many belong to each year; of a year that is not asked for whole, what is asked for is counted."""
        first, last = self.choice.first, self.choice.last
        start = None if first is None else year_of(first) + (first != first_of(year_of(first)))
        end = None if last is None else year_of(last) - (last != last_of(year_of(last)))
        bars = bars_of(self.choice.chronology, self.value, self.choice.audiences, start, end)
        edges = {year_of(day) for day in (first, last) if day is not None}
        for year in (
            year for year in edges if (start is not None and year < start) or (end is not None and year > end)
        ):
            bars += self._bars_within(year)
        bars.update(bars_of_rows([*self._begun_before, *self._named_after]))
        return bars

    def loose(self, limit: int) -> list[Row]:
        """Return some of what has a date that no one year holds, in order: of all the longest, else the first."""
        if self.value in (ALL, WIDE) and not self.choice.has_days:
            longest = f"ORDER BY l.length DESC, l.entry_id DESC LIMIT {limit}"
            found: list[Row] = []
            for audience in self.choice.audiences:
                # Each by itself: of both together no index knows which are the longest.
                of_loose = "l.chronology_id = %s AND l.is_public = %s AND l.length IS NOT NULL"
                asked = f"SELECT {IN_OUTLINE} FROM records_listing l WHERE {of_loose} {longest}"
                found += map(Row._make, ask(asked, [self.choice.chronology, audience]))
            found.sort(key=lambda row: (row.length or 0, row.entry), reverse=True)
            return sorted(found[:limit])
        return self._loose.rows[:limit]

    @cached_property
    def loose_count(self) -> int | None:  # type: ignore[override]
        """How many have a date that no one year holds; None where too much would have to be looked through."""
        if self.value in (ALL, WIDE) and not self.choice.has_days:
            return whole(self.choice.chronology, WIDE, self.choice.audiences)
        return self._loose.count if self._loose.is_whole else None

    @cached_property
    def _loose(self) -> Gathered:
        return Gathered(replace(self.choice, values=(*self.choice.values, WIDE)), None)

    @cached_property
    def lanes(self) -> Counter[int]:  # type: ignore[override]
        """How many stand in each lane; 0: in none."""
        if not self.choice.has_days:
            return by_lane(self.choice.chronology, self.value, self.choice.audiences)
        lanes = Counter(row.lane or 0 for row in (*self._begun_before, *self._named_after))
        for audience in self.choice.audiences:
            question, values = self._question(audience, None, backwards=False)
            inner = f"SELECT l.lane {question} LIMIT {MOST}"
            for lane, number in ask(f"SELECT lane, COUNT(*) FROM ({inner}) found GROUP BY 1", values):
                lanes[lane or 0] += number
        return lanes

    @cached_property
    def years(self) -> list[int]:
        """Years between which the bars lie and what no one year holds, as far as its sides are known."""
        of_loose = "chronology_id = %s AND is_public = %s AND length IS NOT NULL"
        earliest = f"SELECT MIN(first) FROM records_listing WHERE {of_loose} AND first > %s"
        latest = f"SELECT MAX(last) FROM records_listing WHERE {of_loose} AND last < %s"
        sides: list[int | None] = []
        for audience in self.choice.audiences:
            values = [self.choice.chronology, audience]
            sides += ask(f"SELECT ({earliest}), ({latest})", [*values, BEGINNING, *values, END])[0]
        return [
            *(year for year, _lane, _known in self.bars),
            *(year_of(day) for day in sides if day is not None),
        ]

    def _standing(self, key: Key | None, limit: int, *, backwards: bool) -> list[Row]:
        """Return rows that stand where the days asked for do."""
        found: list[Row] = []
        for audience in self.choice.audiences:
            question, values = self._question(audience, key, backwards=backwards)
            found += map(Row._make, ask(f"SELECT {IN_OUTLINE} {question} LIMIT {limit}", values))
        found.sort(reverse=backwards)
        return sorted(found[:limit])

    def _question(self, audience: bool, key: Key | None, *, backwards: bool, year: int | None = None) -> Condition:
        """Return from where, under which conditions and in which order rows are asked for."""
        tables, k, conditions = through(self.choice.chronology, self.value, audience)
        low, high = self._bounds if year is None else (year_prefix(year), past(year_prefix(year)))
        conditions += [] if low is None else [(f"{k}.sort_key >= %s", [low])]
        conditions += [] if high is None else [(f"{k}.sort_key < %s", [high])]
        conditions += [] if key is None else [beyond(k, key, backwards=backwards)]
        sql, values = all_of([*conditions, *touching(self.choice)])
        return f"FROM {tables} WHERE {sql} {order(k, backwards=backwards)}", values

    @property
    def _bounds(self) -> tuple[str | None, str | None]:
        first, last = self.choice.first, self.choice.last
        return (
            None if first is None else year_prefix(year_of(first)),
            None if last is None else past(year_prefix(year_of(last))),
        )

    def _bars_within(self, year: int) -> Bars:
        bars: Bars = Counter()
        for audience in self.choice.audiences:
            question, values = self._question(audience, None, backwards=False, year=year)
            inner = f"SELECT l.year, l.lane, l.is_known {question}"
            sql = f"SELECT year, lane, is_known, COUNT(*) FROM ({inner}) found GROUP BY 1, 2, 3"
            for year_found, lane, is_known, count in ask(sql, values):
                if year_found is not None:
                    bars[year_found, lane or 0, bool(is_known)] += count
        return bars

    @cached_property
    def _begun_before(self) -> list[Row]:
        """What had begun before the years asked for and still went on, or may have; nearest first kept, in order."""
        day, low = self.choice.first, self._bounds[0]
        if day is None:
            return []
        return sorted(row for row in self._reaching(day).rows if low is not None and row.sort_key < low)

    @cached_property
    def _named_after(self) -> list[Row]:
        """What touches the years asked for and stands behind them: under a later year, their decade or century."""
        day, high = self.choice.last, self._bounds[1]
        if day is None or high is None:
            return []
        year = year_of(day)
        found = set(self._reaching(day).rows)
        for prefix in (decade_prefix(year), century_prefix(year)):
            for audience in self.choice.audiences:
                tables, k, conditions = through(self.choice.chronology, self.value, audience)
                conditions.append((f"{k}.sort_key >= %s AND {k}.sort_key < %s", [prefix, past(prefix)]))
                sql, values = all_of([*conditions, *touching(self.choice)])
                rows = ask(f"SELECT {IN_OUTLINE} FROM {tables} WHERE {sql} LIMIT {MOST_REACHING}", values)
                found.update(map(Row._make, rows))
        first = self.choice.first
        asked_for = (row for row in found if first is None or (row.last or 0) >= first)
        return sorted(row for row in asked_for if row.sort_key >= high)

    def _reaching(self, day: int) -> Reaching:
        """Return what reaches beyond its own year and holds a day."""
        if day not in self._reached_into:
            self._reached_into[day] = reaching(self.choice, day, day)
        return self._reached_into[day]
