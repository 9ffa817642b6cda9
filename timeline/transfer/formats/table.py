"""A table as a file holds it, before anybody asks what its columns mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext


def gettext_noop(message: str) -> str:
    """Mark a message for translation; Django's own function of this name asks for settings, which no worker has."""
    return message


class TableRefused(ValueError):
    """A file cannot be read as a table; the message is for the person who sent it.

    It is put into that person's language when it is shown: a file is read where no language is chosen.
    """

    def __init__(self, message: str, facts: Mapping[str, object] | None = None) -> None:
        super().__init__(message, facts)
        self.message, self.facts = message, facts or {}

    def __str__(self) -> str:
        return gettext(self.message) % self.facts


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of the line it begins on (the header is line 1) and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a table's text that holds whole rows and can be read by itself."""

    start: int
    end: int
    """Where it begins in the text, and where the next one does."""
    first_line: int
    last_line: int
    before: int
    """Rows of the table before it."""
    rows: int
    """Rows in it that are not blank."""


@dataclass(frozen=True, slots=True)
class Table:
    """Column names, all different, and the rows that are not blank."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
