"""A stranger's table, read in a worker with limits: as it comes in, as a whole, by its pieces. No database."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from timeline.transfer.columns import Columns, suggest
from timeline.transfer.first_line import LOOKED_AT, holds_names, suggest_by_content
from timeline.transfer.formats.delimited import Reading, decode, first_rows, rows_in
from timeline.transfer.formats.table import Piece, Row, Table
from timeline.transfer.rows import ROWS_THAT_TELL, PlannedRow, Reader, usual_language
from timeline.transfer.survey import Orders, orders_of


@dataclass(frozen=True)
class Received:
    """A file that is a table: its text, the old encoding it was taken for, and what its first line and columns seem."""

    text: str
    encoding: str
    names: bool
    suggested: dict[str, str]


@dataclass(frozen=True)
class Way:
    """How the rows of a table are read: its columns, what parts the cells, and what the table as a whole tells."""

    header: tuple[str, ...]
    separator: str
    columns: Columns
    language: str
    """Of rows that name none; "" where each row's own words tell it."""
    usual: str
    """What the headlines of the table tell together."""
    orders: dict[str, str] = field(default_factory=dict)
    """Of day and month, by field."""
    centuries: dict[str, int] = field(default_factory=dict)
    """Of years in two figures, by field."""

    def reader(self) -> Reader:
        """Return what reads a row so."""
        return Reader(
            self.header, self.columns, language=self.language, usual=self.usual, orders=self.orders,
            centuries=self.centuries,
        )  # fmt: skip


@dataclass(frozen=True)
class Looked:
    """What one look over a whole table shows: its names with its first row, its pieces, and what its columns tell."""

    table: Table
    pieces: tuple[Piece, ...]
    orders: Orders
    way: Way

    @property
    def rows(self) -> int:
        """The number of rows."""
        return sum(piece.rows for piece in self.pieces)


@dataclass(frozen=True)
class Part:
    """A piece of a table with its text, as it is handed to a worker."""

    piece: Piece
    text: str

    def rows(self, separator: str, wanted: "Wanted") -> Iterator[Row]:
        """Yield the rows that are wanted."""
        rows = enumerate(rows_in(self.text, separator, self.piece.first_line), self.piece.before)
        return (row for number, row in rows if wanted.holds(number, row.line))


@dataclass(frozen=True)
class Wanted:
    """Which rows of a table are wanted: those on lines, those of a range of numbers from 0, or all."""

    lines: frozenset[int] | None = None
    numbers: range | None = None

    def holds(self, number: int, line: int) -> bool:
        """Return whether a row is wanted."""
        return (self.lines is None or line in self.lines) and (self.numbers is None or number in self.numbers)

    def pieces_of(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Return the pieces that may hold a row that is wanted."""
        numbers = self.numbers
        if numbers is not None:
            pieces = [one for one in pieces if numbers.start < one.before + one.rows and one.before < numbers.stop]
        if self.lines is not None:
            lines = sorted(self.lines)
            pieces = [one for one in pieces if bisect_left(lines, one.first_line) < bisect_right(lines, one.last_line)]
        return list(pieces)


def receive(content: bytes) -> Received:
    """Return what a file holds; TableRefused if it is no table."""
    decoded = decode(content)
    first = first_rows(decoded.text, LOOKED_AT)
    names = not first or holds_names(first)
    return Received(decoded.text, decoded.encoding, names, suggested_columns(decoded.text, names))


def suggested_columns(text: str, names: bool) -> dict[str, str]:
    """Return the columns likely to hold each field, with the first line as names or as a row; TableRefused."""
    reading = Reading(text, names=names)
    rows = _first_of(reading, LOOKED_AT)
    if names:
        return suggest(reading.header, rows[0].cells)
    return suggest_by_content(Table(reading.header, tuple(rows)))


def look_at(text: str, names: bool, columns: Columns, language: str = "", order: str = "") -> Looked:
    """Look over a table once, with its columns, language and order of day and month as they are chosen; TableRefused.

    `language` and `order` "" are left to the rows and columns themselves.
    """
    reading = Reading(text, names=names)
    first: list[Row] = []
    orders = orders_of(reading.header, _keeping(reading, first, ROWS_THAT_TELL), columns, order)
    table = Table(reading.header, tuple(first))
    usual = "" if language else usual_language(table, columns)
    way = Way(
        reading.header, reading.separator, columns, language, usual, dict(orders.by_field), dict(orders.centuries)
    )
    return Looked(Table(reading.header, table.rows[:1]), tuple(reading.pieces), orders, way)


def read_rows(way: Way, parts: Sequence[Part], wanted: Wanted) -> list[PlannedRow]:
    """Return the wanted rows of some parts of a table, each as it reads by itself."""
    reader = way.reader()
    return [reader.read(row) for part in parts for row in part.rows(way.separator, wanted)]


def cells_of(separator: str, parts: Sequence[Part], wanted: Wanted) -> list[Row]:
    """Return the wanted rows of some parts of a table as they are written."""
    return [row for part in parts for row in part.rows(separator, wanted)]


def _first_of(reading: Reading, count: int) -> list[Row]:
    """Return the first rows; TableRefused for what is wrong anywhere."""
    first: list[Row] = []
    for _row in _keeping(reading, first, count):
        pass
    return first


def _keeping(rows: Iterable[Row], kept: list[Row], count: int) -> Iterator[Row]:
    for row in rows:
        if len(kept) < count:
            kept.append(row)
        yield row
