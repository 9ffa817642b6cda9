"""What stands under a time that begins all its sort keys: in order, counted by its parts, and what lies beside it."""

from collections import Counter

from timeline.records.models import Tally
from timeline.records.selection.asking import IN_OUTLINE, Condition, all_of, beyond, marks, order, through
from timeline.records.selection.choice import Choice, Key, Row
from timeline.records.sorting import past
from timeline.records.sql import ask
from timeline.records.tallies import ALL, kind_of

MOST_COUNTED = 10_000
"""Entries that are counted one by one, the first of them, where no tally holds them."""
Parts = Counter[tuple[int, int, bool]]
"""Numbers of entries by part of the time that they stand under (0: none), lane (0: none), and whether the day is known.
"""
_DAY_AT = 23
"""Where a sort key names the day."""


def standing_under(choice: Choice, prefix: str, key: Key | None, limit: int) -> list[Row]:
    """Return what stands under a stretch of time, from its beginning or after a place, in order."""
    found: list[Row] = []
    for audience in choice.audiences:
        tables, k, conditions = through(choice.chronology, ALL, audience)
        conditions.append(_under(k, prefix))
        conditions += [] if key is None else [beyond(k, key, backwards=False)]
        sql, values = all_of(conditions)
        in_order = order(k, backwards=False)
        found += map(Row._make, ask(f"SELECT {IN_OUTLINE} FROM {tables} WHERE {sql} {in_order} LIMIT {limit}", values))
    return sorted(found)[:limit]


def parts_under(choice: Choice, prefix: str) -> tuple[Parts, bool]:
    """Return how many stand under each day of a month, 0 for none, and whether none but the first were counted."""
    parts: Parts = Counter()
    is_cut = False
    for audience in choice.audiences:
        tables, k, conditions = through(choice.chronology, ALL, audience)
        sql, values = all_of([*conditions, _under(k, prefix)])
        columns = f"SUBSTR(l.sort_key, {_DAY_AT}, 2) AS day, l.lane, l.is_known"
        inner = f"SELECT {columns} FROM {tables} WHERE {sql} {order(k, backwards=False)} LIMIT {MOST_COUNTED}"
        rows = ask(f"SELECT day, lane, is_known, COUNT(*) FROM ({inner}) counted GROUP BY 1, 2, 3", values)
        for day, lane, is_known, count in rows:
            parts[int(day) if int(day) <= 31 else 0, lane or 0, bool(is_known)] += count
        is_cut |= sum(row[3] for row in rows) >= MOST_COUNTED
    return parts, is_cut


def beside(choice: Choice, level: Tally.Level, first: int, last: int) -> tuple[int | None, int | None]:
    """Return the nearest years, or months as year * 100 + month, before `first` and after `last` that hold entries."""
    conditions: list[Condition] = [
        (
            "chronology_id = %s AND kind = %s AND level = %s AND value = %s",
            [choice.chronology, kind_of(ALL), level, ALL],
        ),
        (f"is_public IN ({marks(choice.audiences)})", list(choice.audiences)),
    ]
    if level == Tally.Level.MONTH:
        conditions.append(("period %% 100 > 0", []))
    found = []
    for edge, way in ((("period < %s", [first]), "DESC"), (("period > %s", [last]), "ASC")):
        sql, values = all_of([*conditions, edge])
        rows = ask(f"SELECT period FROM records_tally WHERE {sql} ORDER BY period {way} LIMIT 1", values)
        found.append(rows[0][0] if rows else None)
    return found[0], found[1]


def touching_beside(choice: Choice, within: str, prefix: str, days: tuple[int, int], limit: int) -> list[Row]:
    """Return what stands under `within`, but not under `prefix`, and touches some days: "1980" touches May 1980."""
    found: list[Row] = []
    for audience in choice.audiences:
        tables, k, conditions = through(choice.chronology, ALL, audience)
        conditions += [
            _under(k, within),
            (f"NOT ({k}.sort_key >= %s AND {k}.sort_key < %s)", [prefix, past(prefix)]),
            ("l.last >= %s AND l.first <= %s", list(days)),
        ]
        sql, values = all_of(conditions)
        in_order = order(k, backwards=True)
        found += map(Row._make, ask(f"SELECT {IN_OUTLINE} FROM {tables} WHERE {sql} {in_order} LIMIT {limit}", values))
    return sorted(found)[-limit:]


def _under(table: str, prefix: str) -> Condition:
    return f"{table}.sort_key >= %s AND {table}.sort_key < %s", [prefix, past(prefix)]
