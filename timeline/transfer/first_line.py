"""Whether the first line of a table holds the names of its columns, and what its columns hold where it does not."""

import re
from collections.abc import Iterable, Sequence

from timeline.dates.typed import read_typed
from timeline.transfer.columns import suggest
from timeline.transfer.formats.table import Row, Table

LOOKED_AT = 12
"""Rows that are looked at to tell what a column holds."""
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[-+]?\d+(?:[.,]\d+)?\s*")
_LONGEST_DATE = 60


def holds_names(rows: Sequence[Row]) -> bool:
    """Return whether the first of some rows holds column names: no date and no address stands in it.

    A number counts as a name, unless the same column has numbers below, too. One name that is known settles it.
    """
    first, *others = rows
    if suggest([cell for cell in first.cells if cell.strip() and not _is_date(cell)]):
        return True
    return not any(
        _is_number_like_those_below(at, cell, others)
        if _NUMBER.fullmatch(cell)
        else _ADDRESS.match(cell) or _is_date(cell)
        for at, cell in enumerate(first.cells)
    )


def suggest_by_content(table: Table) -> dict[str, str]:
    """Return the columns that by what stands in them hold the date, the headline, the summary and an address."""
    rows = table.rows[:LOOKED_AT]
    by_column = {
        name: [row.cells[at].strip() for row in rows if at < len(row.cells) and row.cells[at].strip()]
        for at, name in enumerate(table.header)
    }
    dates = [name for name, cells in by_column.items() if cells and _most(_is_date(cell) for cell in cells)]
    addresses = [name for name, cells in by_column.items() if cells and _most(bool(_ADDRESS.match(c)) for c in cells)]
    words = [name for name, cells in by_column.items() if cells and name not in {*dates, *addresses}]
    fields = (("date_phrase", dates), ("title", words), ("summary", words[1:]), ("source_url", addresses))
    return {field: names[0] for field, names in fields if names}


def _most(found: Iterable[bool]) -> bool:
    truths = list(found)
    return sum(truths) * 2 > len(truths)


def _is_date(cell: str) -> bool:
    return len(cell) <= _LONGEST_DATE and any(sign.isdigit() for sign in cell) and read_typed(cell, None).is_read


def _is_number_like_those_below(at: int, cell: str, others: Sequence[Row]) -> bool:
    below = [row.cells[at] for row in others if at < len(row.cells) and row.cells[at].strip()]
    return bool(below) and all(_NUMBER.fullmatch(one) or _is_date(one) for one in below)
