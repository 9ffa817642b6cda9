"""What a reader cites: an event at a version, a chronology, a source; and how the formats of citing take it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from timeline.dates import FuzzyDate, Precision, edtf

DateParts = tuple[int, ...]
"""Year; year and month; year, month and day: as far as it is known. Empty where it is not."""


class Kind(StrEnum):
    """What is cited, as far as that is sure: what is no news of a newspaper may have an address, or none."""

    PAGE = "page"
    NEWS = "news"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Work:
    """One thing to be cited. `key` names it in the file: letters, digits and hyphens."""

    key: str
    kind: Kind
    title: str
    container: str = ""
    author: str = ""
    publisher: str = ""
    issued: DateParts = ()
    accessed: DateParts = ()
    url: str = ""
    archive_url: str = ""
    language: str = ""
    version: str = ""
    note: str = ""


def date_parts(text: str) -> DateParts:
    """Return what of a date in EDTF the formats can hold; nothing for what they would make more exact than it is."""
    try:
        date = edtf.parse(text) if text else None
    except edtf.EdtfError:
        return ()
    return parts_of(date)


def parts_of(date: FuzzyDate | None) -> DateParts:
    """Return year, month and day of a date as far as they are known for certain."""
    if date is None or date.lasting or date.approximate or date.uncertain or not date.earliest:
        return ()
    first = date.earliest
    if date.is_day:
        return first.year, first.month, first.day
    if date.precision is Precision.MONTH:
        return first.year, first.month
    is_year = date.precision is Precision.YEAR and (first.month, first.day) == (1, 1)
    return (first.year,) if is_year else ()


def one_line(text: str) -> str:
    """Return a text on one line, without what controls a terminal or a file: every format counts on its own lines."""
    kept = text
    if not text.isprintable():
        kept = "".join(" " if letter.isspace() else letter for letter in text if _is_kept(letter))
    return (re.sub(" {2,}", " ", kept) if "  " in kept else kept).strip()


def _is_kept(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cs")


def figures(parts: DateParts, between: str = "-") -> str:
    """Return a date in figures, "2026-11-23"; as far as it is known."""
    return between.join(f"{part:0{4 if place == 0 else 2}d}" for place, part in enumerate(parts))
