"""A table as it comes in, looked at in a worker with limits: no database, and no language chosen."""

from dataclasses import dataclass

from timeline.transfer.columns import Columns, suggest
from timeline.transfer.first_line import LOOKED_AT, holds_names, suggest_by_content
from timeline.transfer.formats.delimited import decode, first_rows, read_table
from timeline.transfer.formats.table import Table
from timeline.transfer.survey import Orders, orders_of


@dataclass(frozen=True)
class Received:
    """A file that is a table: its text, the old encoding it was taken for, and what its first line and columns seem."""

    text: str
    encoding: str
    names: bool
    suggested: dict[str, str]


@dataclass(frozen=True)
class Looked:
    """What the choice of columns shows of a table: its names with its first row, the number
    of rows, and the orders of day and month.
    """

    table: Table
    rows: int
    orders: Orders


def receive(content: bytes) -> Received:
    """Return what a file holds; TableRefused if it is no table."""
    decoded = decode(content)
    first = first_rows(decoded.text, LOOKED_AT)
    names = not first or holds_names(first)
    return Received(decoded.text, decoded.encoding, names, suggested_columns(decoded.text, names))


def suggested_columns(text: str, names: bool) -> dict[str, str]:
    """Return the columns likely to hold each field, with the first line as names or as a row; TableRefused."""
    table = read_table(text, names=names)
    return suggest(table.header, table.rows[0].cells) if names else suggest_by_content(table)


def look_at(text: str, names: bool, columns: Columns) -> Looked:
    """Return what is shown of a table whose columns are to be chosen; TableRefused."""
    table = read_table(text, names=names)
    return Looked(Table(table.header, table.rows[:1]), len(table.rows), orders_of(table, columns))
