"""What addresses and forms ask for, read in one way in every room: keys, places, pages, words to search for."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.core.validators import URLValidator
from django.db.models import Model, QuerySet
from django.urls import register_converter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

Record = TypeVar("Record", bound=Model)
LARGEST = 2**63 - 1
"""The largest number that both databases hold."""
FARTHEST = 10**11
"""The year before and after which no address asks."""
MOST_WORDS = 20
"""Words that one search looks for; what is typed beyond them is said to be left out."""
LONGEST_SEARCH = 1000
"""Characters of a search that are looked at."""


def number_in(text: object, most: int = LARGEST) -> int | None:
    """Return the whole number from 0 to `most` that `text` is, in plain digits; None for anything else."""
    if not isinstance(text, str) or not (text.isascii() and text.isdigit()) or len(text) > len(str(LARGEST)):
        return None
    found = int(text)
    return found if found <= most else None


def year_in(text: str, most: int = FARTHEST) -> int | None:
    """Return the year that `text` is, with a minus one before year 0; None for anything else, or one farther off."""
    found = number_in(text.removeprefix("-"), most)
    return -found if found and text.startswith("-") else found


def key_in(text: object) -> int | None:
    """Return the key of a record; None for what can be none, be it a word or a number too long for any database."""
    return number_in(text)


def record_in(records: "QuerySet[Record]", text: object) -> Record | None:
    """Return the record among `records` whose key `text` is; None where there is none."""
    found = key_in(text)
    return None if found is None else records.filter(pk=found).first()


def keys_in(texts: Collection[object]) -> list[int]:
    """Return the keys among `texts`, in order."""
    return [found for text in texts if (found := key_in(text)) is not None]


def page_of(rows: "Sequence[Any] | QuerySet[Any]", size: int, asked: object) -> Page[Any]:
    """Return the page asked for: the first where it names none, the last where it lies beyond."""
    return Paginator(rows, size).get_page(number_in(asked) or 1)


@dataclass(frozen=True)
class Search:
    """What is searched for: as it was typed, and word by word; `left_out` says so where that is not all."""

    typed: str
    words: tuple[str, ...]
    left_out: str = ""


def search_in(text: str) -> Search:
    """Return what a search looks for: at most MOST_WORDS words of the first LONGEST_SEARCH characters."""
    kept = text.strip()[:LONGEST_SEARCH].strip()
    # Counted as they are compared: NFKC makes eighteen words of one Arabic sign.
    words = unicodedata.normalize("NFKC", kept).split()
    if len(words) <= MOST_WORDS and len(kept) == len(text.strip()):
        return Search(kept, tuple(words))
    searched = tuple(words[:MOST_WORDS])
    told = ngettext(
        "Only the first %(count)s word is searched for; the others are left out.",
        "Only the first %(count)s words are searched for; the others are left out.",
        len(searched),
    )
    return Search(kept, searched, told % {"count": len(searched)})


class NumberField(forms.Field):
    """A whole number that a form carries along: the version it was drawn with, a place in a text."""

    def to_python(self, value: object) -> int | None:
        """Return the number; None where nothing was sent."""
        if value in self.empty_values:
            return None
        found = number_in(str(value).strip())
        if found is None:
            raise ValidationError(_("Enter a whole number."), code="invalid")
        return found


class AddressField(forms.URLField):
    """The address of a page on the web: http or https, which is what a reader can open."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": lazy("Give an address of the web, as https://example.org/page."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=1000, assume_scheme="https", **options)
        for one in self.validators:
            if isinstance(one, URLValidator):
                one.message = self.error_messages["invalid"]


class KeyConverter:
    """The key of a record in an address: `<key:pk>`, written in one way only; too long for a database, it is none."""

    regex = "0|[1-9][0-9]*"

    def to_python(self, value: str) -> int:
        """Return the key; ValueError leads to "not found"."""
        found = key_in(value)
        if found is None:
            raise ValueError(value)
        return found

    def to_url(self, value: object) -> str:
        """Write the key."""
        return str(value)


register_converter(KeyConverter, "key")
