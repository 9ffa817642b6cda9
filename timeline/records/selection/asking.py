"""The questions put to the database, in its own words: parts of them, with the values that are asked for beside."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from timeline.records.selection.choice import Bars, Choice, Key, Row
from timeline.records.tallies import ALL

Condition = tuple[str, list[Any]]
"""Some SQL and its values."""
COLUMNS = [f"{name}_id" if name in ("entry", "event") else name for name in Row._fields]
IN_OUTLINE = ", ".join(f"l.{column}" for column in COLUMNS)


def bars_of_rows(rows: Iterable[Row]) -> Bars:
    """Return how many rows belong to each year."""
    return Counter((row.year, row.lane or 0, row.is_known) for row in rows if row.year is not None)


def through(chronology: int, value: str, audience: bool) -> tuple[str, str, list[Condition]]:
    """Return the tables to go through for what has a value, which of them has the key, and what holds of their rows."""
    if value == ALL:
        return "records_listing l", "l", [("l.chronology_id = %s AND l.is_public = %s", [chronology, audience])]
    of_value = ("k.chronology_id = %s AND k.value = %s AND k.is_public = %s", [chronology, value, audience])
    return "records_facet k JOIN records_listing l ON l.entry_id = k.entry_id", "k", [of_value]


def beyond(table: str, key: Key, *, backwards: bool) -> Condition:
    """Return the condition that a row of `table` follows a place, or precedes it."""
    return f"({table}.sort_key, {table}.rank, {table}.entry_id) {'<' if backwards else '>'} (%s, %s, %s)", list(key)


def order(table: str, *, backwards: bool) -> str:
    """Return the order of the keys of `table`."""
    way = "DESC" if backwards else "ASC"
    return f"ORDER BY {table}.sort_key {way}, {table}.rank {way}, {table}.entry_id {way}"


def touching(choice: Choice) -> list[Condition]:
    """Return the conditions that a listing touches the days asked for."""
    conditions: list[Condition] = []
    if choice.first is not None:
        conditions.append(("l.last >= %s", [choice.first]))
    if choice.last is not None:
        conditions.append(("l.first <= %s", [choice.last]))
    return conditions


def having(values: Iterable[str]) -> list[Condition]:
    """Return the conditions that a listing has these values."""
    held = "EXISTS (SELECT 1 FROM records_facet f WHERE f.entry_id = l.entry_id AND f.value = %s)"
    return [(held, [value]) for value in values]


def all_of(conditions: Sequence[Condition]) -> Condition:
    """Return one condition that all of them hold."""
    return " AND ".join(sql for sql, _values in conditions) or "1 = 1", [
        value for _sql, values in conditions for value in values
    ]


def marks(values: Sequence[int]) -> str:
    """Return the marks that stand for values in a list."""
    return ", ".join(["%s"] * len(values)) or "NULL"
