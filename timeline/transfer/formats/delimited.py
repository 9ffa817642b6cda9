"""Comma-, semicolon- and tab-separated text (RFC 4180), read and written."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from timeline.extract import CannotExtract, Decoded, encodings
from timeline.transfer.formats import signs
from timeline.transfer.formats.table import Row, Table, TableRefused
from timeline.transfer.formats.table import gettext_noop as _

LARGEST_FILE = 64_000_000
"""Most bytes that a file may have."""
MOST_ROWS = 100_000
"""Most rows that one import may bring."""
MOST_COLUMNS = 300
"""Most columns of a table; a page lets a person choose among them for each field."""
LONGEST_NAME = 80
"""Most letters of a column's name; a longer one is cut, and its number put behind it."""
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
    return list(islice(_records(text), count))


def read_table(text: str, *, names: bool = True) -> Table:
    """Return the table in a text; TableRefused names what is wrong with the file and on which line.

    `names`: the first line holds the names of the columns; else it is a row, and columns are called by number.
    """
    rows = _records(text)
    first = next(rows, None)
    if first is None:
        raise TableRefused(_("The file is empty."))
    header = _names(first.cells if names else ("",) * len(first.cells))
    if not names:
        rows = chain((first,), rows)
    filled = (row for row in rows if any(cell.strip() for cell in row.cells))
    table = Table(header, tuple(islice(filled, MOST_ROWS)))
    if not table.rows:
        raise TableRefused(_("The file has a line of column names, but no rows below it."))
    # What is too much is counted, for the message, but not kept.
    if too_many := sum(1 for _row in filled):
        numbers = {"rows": len(table.rows) + too_many, "limit": MOST_ROWS}
        raise TableRefused(_("The file has %(rows)d rows; %(limit)d is the most. Split it in two."), numbers)
    return table


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


def _records(text: str) -> Iterator[Row]:
    """Yield every record of a text with the line it begins on; a cell may hold line breaks."""
    said = _SAID_SEPARATOR.match(text)
    # A StringIO would hold the text once more, with four bytes for each letter.
    lines = (line[0] for line in _LINE.finditer(text, said.end() if said else 0) if line[0])
    reader = csv.reader(lines, delimiter=said[1] if said else _separator(text), strict=True)
    before = 1 if said else 0
    begins = before + 1
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                numbers = {"line": begins, "count": len(cells), "limit": MOST_COLUMNS}
                words = _("The row that begins on line %(line)d has %(count)d columns; %(limit)d is the most.")
                raise TableRefused(words, numbers)
            if cells:
                yield Row(begins, tuple(cells))
            begins = before + reader.line_num + 1
    except csv.Error as error:
        words = _("The row that begins on line %(line)d cannot be read: a quotation mark is open or alone (%(error)s).")
        raise TableRefused(words, {"line": begins, "error": str(error)}) from error


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
