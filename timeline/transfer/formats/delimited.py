"""Comma-, semicolon- and tab-separated text (RFC 4180), read and written."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from timeline.extract import CannotExtract, Decoded, encodings
from timeline.transfer.formats import signs
from timeline.transfer.formats.table import Piece, Row, Table, TableRefused
from timeline.transfer.formats.table import gettext_noop as _

LARGEST_FILE = 64_000_000
"""Most bytes that a file may have."""
MOST_ROWS = 100_000
"""Most rows that one import may bring."""
MOST_COLUMNS = 300
"""Most columns of a table; a page lets a person choose among them for each field."""
LONGEST_NAME = 80
"""Most letters of a column's name; a longer one is cut, and its number put behind it."""
PIECE_ROWS = 1000
"""Rows in a piece of a table: what is read, and looked up in the database, at a time."""
PIECE_LETTERS = 500_000
"""Letters after which a piece ends that has fewer rows."""
MOST_NAMED = 10
SEPARATORS = (",", ";", "\t", "|")
_SAID_SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n")
"""A first line that tells Excel what parts the cells."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, "CSV injection")."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")


def decode(content: bytes) -> Decoded:
    """Return the text of a file: UTF-8, UTF-16, or in an old encoding that its letters tell, which is named.

    TableRefused if it is empty, too large, no text, plainly something else than a table, or in no encoding known
    here; the message says what it is, or names the line.
    """
    if len(content) > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        raise TableRefused(_("The file is too large: %(limit)d MB is the most. Split it in two."), {"limit": limit})
    if what := signs.what_bytes_are(content):
        raise signs.refusal(what)
    try:
        decoded = encodings.decode(content, guess=True)
    except CannotExtract as refused:
        raise TableRefused(_why_no_text(content), {"line": refused.line or 1}) from refused
    if not decoded.text.strip():
        raise TableRefused(_("The file is empty."))
    if what := signs.what_words_are(decoded.text):
        raise signs.refusal(what)
    return decoded


def _why_no_text(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _("Line %(line)d is not UTF-8 text, and nothing tells its encoding. Save the file as “CSV UTF-8”.")
    return _("Line %(line)d holds bytes that are no text. Is this a CSV file?")


def first_rows(text: str, count: int) -> list[Row]:
    """Return the first records of a text, those of column names and blank ones included; TableRefused as below."""
    return list(islice(_records_of(text), count))


def read_table(text: str, *, names: bool = True) -> Table:
    """Return the table in a text, all its rows at once; `names` and TableRefused as in Reading."""
    reading = Reading(text, names=names)
    return Table(reading.header, tuple(reading))


def rows_in(text: str, separator: str, first_line: int) -> Iterator[Row]:
    """Yield the rows of a piece of a table that are not blank."""
    return (row for row in Records(text, separator, line=first_line) if _is_filled(row))


class Reading:
    """The rows of the table in a text that are not blank, one after the other; none is kept.

    `names`: the first line holds the names of the columns; else it is a row, and columns are called by number.
    TableRefused names what is wrong with the file and on which line. After the last row `pieces` say where all stand.
    """

    def __init__(self, text: str, *, names: bool = True) -> None:
        self.pieces: list[Piece] = []
        self._records = _records_of(text)
        self.separator = self._records.separator
        self._start, self._line = self._records.end, self._records.line
        self._rows: Iterator[Row] = iter(self._records)
        first = next(self._rows, None)
        if first is None:
            raise TableRefused(_("The file is empty."))
        self.header = _names(first.cells if names else ("",) * len(first.cells))
        if names:
            self._start, self._line = self._records.end, self._records.line
        else:
            self._rows = chain((first,), self._rows)

    def __iter__(self) -> Iterator[Row]:
        done = rows = 0
        for row in self._rows:
            if _is_filled(row):
                rows += 1
                # What is too much is counted, for the message, but not given.
                if done + rows <= MOST_ROWS:
                    yield row
            if rows == PIECE_ROWS or self._records.end - self._start >= PIECE_LETTERS:
                self._end_piece(done, rows)
                done, rows = done + rows, 0
        self._end_piece(done, rows)
        if not done + rows:
            raise TableRefused(_("The file has a line of column names, but no rows below it."))
        if done + rows > MOST_ROWS:
            numbers = {"rows": done + rows, "limit": MOST_ROWS}
            raise TableRefused(_("The file has %(rows)d rows; %(limit)d is the most. Split it in two."), numbers)

    def _end_piece(self, done: int, rows: int) -> None:
        end, line = self._records.end, self._records.line
        if rows:
            self.pieces.append(Piece(self._start, end, self._line, line - 1, done, rows))
        self._start, self._line = end, line


def write_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return rows as CSV; a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([escape(name) for name in header])
    writer.writerows([[escape(cell) for cell in row] for row in rows])
    return out.getvalue()


def escape(cell: str) -> str:
    """Return a cell as a spreadsheet shows it and does not run it; numbers stay numbers."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


class Records:
    """The records of a text with the line each begins on; a cell may hold line breaks."""

    def __init__(self, text: str, separator: str, *, start: int = 0, line: int = 1) -> None:
        self.text, self.separator = text, separator
        self.end = start
        """Where what was read so far ends."""
        self.line = line
        """The line on which the next record begins."""

    def __iter__(self) -> Iterator[Row]:
        reader = csv.reader(self._lines(), delimiter=self.separator, strict=True)
        before = self.line - 1
        try:
            for cells in reader:
                begins, self.line = self.line, before + reader.line_num + 1
                if len(cells) > MOST_COLUMNS:
                    numbers = {"line": begins, "count": len(cells), "limit": MOST_COLUMNS}
                    words = _("The row that begins on line %(line)d has %(count)d columns; %(limit)d is the most.")
                    raise TableRefused(words, numbers)
                if cells:
                    yield Row(begins, tuple(cells))
        except csv.Error as error:
            words = _(
                "The row that begins on line %(line)d cannot be read: a quotation mark is open or alone (%(error)s)."
            )
            raise TableRefused(words, {"line": self.line, "error": str(error)}) from error

    def _lines(self) -> Iterator[str]:
        # A StringIO would hold the text once more, with four bytes for each letter.
        for line in _LINE.finditer(self.text, self.end):
            if line[0]:
                self.end = line.end()
                yield line[0]


def _records_of(text: str) -> Records:
    """Return the records of a whole file's text, with what parts its cells."""
    if said := _SAID_SEPARATOR.match(text):
        return Records(text, said[1], start=said.end(), line=2)
    return Records(text, _separator(text))


def _is_filled(row: Row) -> bool:
    return any(cell.strip() for cell in row.cells)


def _separator(text: str) -> str:
    """Return what parts the column names: the separator that the first line has most of."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def _names(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return column names, trimmed and not too long; a column without one is called by its number.

    They are kept with the import, so they are the same in every language.
    """
    names = [_cut(" ".join(cell.split()), at) for at, cell in enumerate(cells, 1)]
    doubled = sorted(name for name, count in Counter(names).items() if count > 1)
    if doubled:
        raise TableRefused(_("Two columns have the same name: %(names)s."), {"names": ", ".join(doubled[:MOST_NAMED])})
    return tuple(names)


def _cut(name: str, at: int) -> str:
    if len(name) <= LONGEST_NAME:
        return name or f"column {at}"
    return f"{name[:LONGEST_NAME]}… (column {at})"
