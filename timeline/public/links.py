"""Addresses of the public pages that keep the search, the filters and the preview."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Self

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from timeline.public import eras
from timeline.public.filters import LABELS
from timeline.records.models import Chronology


@dataclass(frozen=True)
class Links:
    """Where the parts of one chronology are found."""

    slug: str
    query: dict[str, str] = field(default_factory=dict)
    page: str = "public:timeline"
    """The page that `to` leads to, of those that show one chronology."""
    args: tuple[int | str, ...] = ()
    """What of the chronology that page shows, as its address names it."""

    @classmethod
    def of(
        cls,
        chronology: Chronology,
        *,
        preview: bool,
        query: dict[str, str] | None = None,
        page: str = "public:timeline",
    ) -> Self:
        """Return the links of a chronology; a preview stays one wherever one goes."""
        kept = {"preview": "1"} if preview else {}
        return cls(chronology.slug, {**(query or {}), **kept}, page)

    @property
    def path(self) -> str:
        """The page itself, without any state."""
        return _path(self.page, self.slug, *self.args)

    @property
    def all(self) -> str:
        """The page without search and filters."""
        kept = {name: value for name, value in self.query.items() if name == "preview"}
        return replace(self, query=kept).to()

    @property
    def timeline(self) -> str:
        """The timeline without search and filters."""
        return replace(self, page="public:timeline", args=()).all

    @property
    def along(self) -> str:
        """What can be taken along, of what search and filters leave."""
        kept = {name: value for name, value in self.query.items() if name in LABELS}
        return replace(self, query=kept, page="public:take_along", args=()).to()

    def to(self, fragment: str = "", **more: str | int) -> str:
        """The page with the state kept and `more` added."""
        return _address(self.path, {**self.query, **more}, fragment)

    def without(self, name: str) -> str:
        """The page with one filter taken away."""
        return replace(self, query={key: value for key, value in self.query.items() if key != name}).to()

    def names(self, kind: str) -> str:
        """The page of all names of a kind, from where each leads back to the list with the other filters."""
        kept = {name: value for name, value in self.query.items() if name not in ("order", "bare")}
        return replace(self, query=kept, page="public:names", args=(kind,)).to()

    def year(self, year: int, **more: str | int) -> str:
        """The page of one year, and `more` of it; where it has none (before 1, after 9999), its place in the list."""
        if not 1 <= year <= 9999:
            kept = {name: value for name, value in self.query.items() if name == "preview"}
            return replace(self, query=kept, page="public:timeline", args=()).to(f"y{year}", at=year)
        return self._of("public:year", year, **more)

    def decade(self, first: int, **more: str | int) -> str:
        """The page of a decade, and `more` of it; where it has none (before 10, after 9999), its place in the list."""
        if not 10 <= first <= 9999:
            return self._of("public:timeline", at=first)
        return self._of("public:decade", first, **more)

    def month(self, year: int, month: int, **more: str | int) -> str:
        """The page of a month of a year from 1 to 9999, and `more` of it."""
        return self._of("public:month", year, month, **more)

    def _of(self, page: str, *args: int, **more: str | int) -> str:
        kept = {name: value for name, value in self.query.items() if name == "preview"}
        return _address(_path(page, self.slug, *args), {**kept, **more})


def home(**query: str | int) -> str:
    """The list of chronologies, or a page of it."""
    return _address(_path("public:chronologies"), query)


def event_address(event: int) -> str:
    """The page of an event."""
    return _address(_path("public:event", event), {})


def version_address(event: int, version: int) -> str:
    """The page of an event as it stood at a version."""
    return _address(_path("public:event_version", event, version), {})


def _path(name: str, *args: str | int) -> str:
    return _path_in(get_language(), name, *args)


@lru_cache(maxsize=8192)
def _path_in(_language: str | None, name: str, *args: str | int) -> str:
    # A page has some hundred, of which most stand on the next one, too; to make one takes as long as to ask for a row.
    return reverse(name, args=args)


def _address(path: str, query: Mapping[str, str | int], fragment: str = "") -> str:
    query = {**query, **eras.kept()}
    return path + (f"?{urlencode(query)}" if query else "") + (f"#{fragment}" if fragment else "")
