"""A table as a file holds it, before anybody asks what its columns mean."""

from dataclasses import dataclass


class TableRefused(ValueError):
    """A file cannot be read as a table; the message is for the person who sent it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of the line it begins on (the header is line 1) and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Column names, all different, and the rows that are not blank."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
