"""The table of a batch, read by workers with limits: nothing of a stranger's table is read in our own process."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, replace
from functools import cached_property
from typing import Any

from timeline.limits import Busy, LimitReached, Limits, Stopped, run_limited
from timeline.records.models import Batch
from timeline.transfer.formats.table import Piece, Row
from timeline.transfer.received import Looked, Part, Wanted, Way, cells_of, look_at, read_rows
from timeline.transfer.rows import PlannedRow

LETTERS_FOR_SECONDS = 16_000_000
"""Letters that are looked over, and no more, in the seconds that a limit gives; longer texts have as many times more.

The slowest table there is, of two letters a cell, takes about a quarter of that.
"""
LETTERS_AT_ONCE = 8_000_000
"""Letters that one worker is handed of a table whose cells are wanted as they are written."""


class RowsNotRead(LimitReached):
    """The rows on some lines could not be read within the limits; `why` is the limit."""

    def __init__(self, why: LimitReached, piece: Piece) -> None:
        super().__init__(f"lines {piece.first_line} to {piece.last_line}: {why}")
        self.why, self.first_line, self.last_line = why, piece.first_line, piece.last_line


def limits_of(limits: Limits, letters: int) -> Limits:
    """Return the limits for one look over a whole table: what is larger may take longer."""
    times = 1 + letters / LETTERS_FOR_SECONDS
    return replace(limits, seconds=limits.seconds * times, waiting=limits.waiting * times)


class LimitedTable:
    """The table of a batch. Each method raises LimitReached and, but for plans that are stored, TableRefused.

    `keep_going` is asked while a worker reads, as `run_limited` does.
    """

    def __init__(self, batch: Batch, limits: Limits, keep_going: Callable[[], bool] = lambda: True) -> None:
        self.batch, self.limits, self.keep_going = batch, limits, keep_going

    def look(self) -> Looked:
        """Look over the whole table, with its columns as the batch has them."""
        mapping, text = self.batch.mapping, self.batch.content
        return run_limited(
            look_at, text, mapping.get("names", True), mapping["columns"], mapping["language"],
            mapping.get("order", ""), limits=limits_of(self.limits, len(text)), keep_going=self.keep_going,
        )  # fmt: skip

    def read(self, way: Way, pieces: Iterable[Piece]) -> Iterator[list[PlannedRow]]:
        """Yield the rows of each piece as they read by themselves; RowsNotRead says where that passed a limit."""
        for piece in pieces:
            try:
                yield self._run(read_rows, way, self._parts([piece]), Wanted())
            except (Busy, Stopped):
                raise
            except LimitReached as refused:
                raise RowsNotRead(refused, piece) from refused

    def rows(self, wanted: Wanted) -> list[PlannedRow]:
        """Return the wanted rows of a planned table, as they read by themselves."""
        way, pieces = self.stored
        return self._run(read_rows, way, self._parts(wanted.pieces_of(pieces)), wanted)

    def cells(self, wanted: Wanted) -> Iterator[Row]:
        """Yield the wanted rows of a planned table as they are written."""
        way, pieces = self.stored
        for some in _together(wanted.pieces_of(pieces)):
            yield from self._run(cells_of, way.separator, self._parts(some), wanted)

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns of a planned table."""
        return self.stored[0].header

    @cached_property
    def stored(self) -> tuple[Way, Sequence[Piece]]:
        """How a planned table is read, as its plan says it; a plan of before, which does not, is looked at anew."""
        if said := self.batch.plan.get("reading"):
            return stored_reading(said)
        looked = self.look()
        return looked.way, looked.pieces

    def _run(self, function: Callable[..., list[Any]], *given: object) -> list[Any]:
        return run_limited(function, *given, limits=self.limits, keep_going=self.keep_going)

    def _parts(self, pieces: Iterable[Piece]) -> list[Part]:
        return [Part(piece, self.batch.content[piece.start : piece.end]) for piece in pieces]


def as_stored(looked: Looked) -> dict[str, Any]:
    """Return what is kept with a plan, so that a page of its rows can be read without the others."""
    return {"way": asdict(looked.way), "pieces": [astuple(piece) for piece in looked.pieces]}


def stored_reading(said: dict[str, Any]) -> tuple[Way, list[Piece]]:
    """Return how rows are read and where they stand, as `as_stored` has kept it."""
    way = Way(**said["way"] | {"header": tuple(said["way"]["header"])})
    return way, [Piece(*piece) for piece in said["pieces"]]


def _together(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield pieces in lists of about LETTERS_AT_ONCE."""
    some: list[Piece] = []
    for piece in pieces:
        some.append(piece)
        if sum(one.end - one.start for one in some) >= LETTERS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some
