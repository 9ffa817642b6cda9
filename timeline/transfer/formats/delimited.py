"""Comma-, semicolon- and tab-separated text (RFC 4180), read and written."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from timeline.transfer.formats.table import Row, Table, TableRefused

LARGEST_FILE = 64_000_000
"""Most bytes that a file may have."""
MOST_ROWS = 100_000
"""Most rows that one import may bring."""
SEPARATORS = (",", ";", "\t")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, "CSV injection")."""


def decode(content: bytes) -> str:
    """Return the text of a file: UTF-8, with or without a byte order mark, or UTF-16 with one.

    TableRefused if it is empty, too large, no text, or in another encoding; the message names the line.
    """
    if len(content) > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        raise TableRefused(_("The file is too large: %(limit)d MB is the most. Split it in two.") % {"limit": limit})
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _accepted(_decode_as(content, "utf-16"))
    if content.startswith(b"PK\x03\x04"):
        raise TableRefused(
            _("This is a spreadsheet or an archive, not a CSV file. Save the sheet as “CSV UTF-8” and send that.")
        )
    return _accepted(_decode_as(content, "utf-8-sig"))


def read_table(text: str) -> Table:
    """Return the table in a text; TableRefused names what is wrong with the file and on which line."""
    rows = _records(text)
    first = next(rows, None)
    if first is None:
        raise TableRefused(_("The file is empty."))
    table = Table(_names(first.cells), tuple(row for row in rows if any(cell.strip() for cell in row.cells)))
    if not table.rows:
        raise TableRefused(_("The file has a line of column names, but no rows below it."))
    if len(table.rows) > MOST_ROWS:
        numbers = {"rows": len(table.rows), "limit": MOST_ROWS}
        raise TableRefused(_("The file has %(rows)d rows; %(limit)d is the most. Split it in two.") % numbers)
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


def _decode_as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise TableRefused(
            _("Line %(line)d is not UTF-8 text. Save the file as “CSV UTF-8” and send it again.") % {"line": line}
        ) from error


def _accepted(text: str) -> str:
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise TableRefused(_("Line %(line)d holds bytes that are no text. Is this a CSV file?") % {"line": line})
    if not text.strip():
        raise TableRefused(_("The file is empty."))
    return text


def _records(text: str) -> Iterator[Row]:
    """Yield every record of a text with the line it begins on; a cell may hold line breaks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begins = 1
    try:
        for cells in reader:
            if cells:
                yield Row(begins, tuple(cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        words = _("The row that begins on line %(line)d cannot be read: a quotation mark is open or alone (%(error)s).")
        raise TableRefused(words % {"line": begins, "error": error}) from error


def _separator(text: str) -> str:
    """Return what parts the column names: the separator that the first line has most of."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def _names(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return column names, trimmed; a column without one is called by its number."""
    names = [" ".join(cell.split()) or _("column %(number)d") % {"number": at} for at, cell in enumerate(cells, 1)]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise TableRefused(_("Two columns have the same name: %(names)s.") % {"names": ", ".join(doubled)})
    return tuple(names)
