"""What a file is that is no table, told from how it begins: a clear refusal at once, before anything is read."""

import io
import re
import zipfile

from timeline.transfer.formats.table import TableRefused
from timeline.transfer.formats.table import gettext_noop as _

_BY_ENTRY = {
    "xl/workbook.xml": "an Excel workbook (XLSX)",
    "xl/workbook.bin": "an Excel workbook (XLSB)",
    "content.xml": "an OpenDocument file (ODS)",
    "word/document.xml": "a Word document (DOCX)",
    "ppt/presentation.xml": "a PowerPoint file (PPTX)",
    "Index/Document.iwa": "a Numbers or Pages file",
    "META-INF/container.xml": "an e-book (EPUB)",
}
_BY_BYTES = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file (XLS, DOC)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b", "a compressed file (GZIP)"),
    (b"BZh", "a compressed file (BZIP2)"),
    (b"\xfd7zXZ", "a compressed file (XZ)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7Z)"),
    (b"Rar!", "an archive (RAR)"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_BY_WORDS = (
    (re.compile(r"\s*(?:\{\s*[\"'}]|\[\s*(?:[\[{\]]|\"[^\"\n]*\"\s*[,\]]\s*$|-?\d[\d., ]*\]))", re.MULTILINE), "JSON"),
    (re.compile(r"\s*<(?:!--|(?:!doctype\s+html|html|head|body|table|div)\b)", re.IGNORECASE), "a web page (HTML)"),
    (re.compile(r"\s*(?:<\?xml|<!doctype|<(?:rss|feed|kml|gpx|svg|tei)\b)", re.IGNORECASE), "XML"),
    (re.compile(r"\s*BEGIN:V(?:CALENDAR|CARD)"), "a calendar or address file (ICS, VCF)"),
    (re.compile(r"\s*@(?:article|book|misc|in\w+|online|string|comment)\s*\{", re.IGNORECASE), "BibTeX"),
    (re.compile(r"\s*(?:%YAML|---[^\S\n]*\n\s*[\w-]+:)"), "YAML"),
)  # fmt: skip


def what_bytes_are(content: bytes) -> str:
    """Return in words what a file is that holds bytes and no text; "" if nothing tells it."""
    if content.startswith(b"PK\x03\x04"):
        return _what_is_zipped(content)
    return next((words for start, words in _BY_BYTES if content.startswith(start)), "")


def what_words_are(text: str) -> str:
    """Return in words what a text is that is no table, as "JSON"; "" if nothing tells it."""
    start = text[:2000]
    return next((words for sign, words in _BY_WORDS if sign.match(start)), "")


def refusal(what: str) -> TableRefused:
    """Return the refusal of a file for what it is."""
    words = _("This is %(what)s, not a table. Save the table as “CSV UTF-8” and send that.")
    return TableRefused(words, {"what": what})


def _what_is_zipped(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = set()
    return next((words for name, words in _BY_ENTRY.items() if name in names), "a spreadsheet or an archive (ZIP)")
