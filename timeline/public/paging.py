"""Later and earlier: pages of a timeline by key, so that what is published meanwhile moves nothing."""

from dataclasses import dataclass
from functools import cached_property

from timeline.public.queries import entries_of
from timeline.records.models import Entry
from timeline.records.selection import Key, Row, Selection

SIZE = 50
"""Events a page, at most."""
MOST = 1000
"""Events that one page holds where all are asked for: anybody may ask, and each event costs some milliseconds."""
LEAST = 30
"""A page ends with a whole year where that leaves it at least so many events."""


@dataclass(frozen=True)
class Page:
    """Rows in order, and the keys to go on from; None: there is nothing further.

    `preceding`: what stands right before the first of them.
    """

    rows: list[Row]
    earlier: int | None = None
    later: int | None = None
    preceding: Row | None = None

    @cached_property
    def entries(self) -> list[Entry]:
        """Their entries, with their events."""
        return entries_of(self.rows)

    @property
    def is_whole(self) -> bool:
        """Whether everything stands on this page."""
        return self.earlier is None and self.later is None


def heading_key(key: str) -> str:
    """Return the part of a sort key that all dates of one year (or one decade, or none) share."""
    return ".".join(key.split(".")[:3])


def whole(selection: Selection) -> Page:
    """Return everything as one page, or of more than that may hold the beginning."""
    return _page(selection, selection.after(None, MOST))


def first_page(selection: Selection) -> Page:
    """Return the page that begins with the first event."""
    return _forward(selection, None)


def page_after(selection: Selection, key: Key) -> Page:
    """Return the page that follows a place."""
    return _forward(selection, key)


def last_page(selection: Selection) -> Page:
    """Return the page that ends with the last event."""
    return _backward(selection, None)


def page_before(selection: Selection, key: Key) -> Page:
    """Return the page that ends before a place; the first page where there is less than one."""
    return _backward(selection, key)


def rest_before(selection: Selection, key: Key) -> Page:
    """Return the page that ends before a place, however little stands there: for who reads backwards."""
    rows = selection.before(key, SIZE + 1)
    return _page(selection, rows) if len(rows) <= SIZE else _backward(selection, key)


def _backward(selection: Selection, key: Key | None) -> Page:
    rows = selection.before(key, SIZE + 1)
    if len(rows) <= SIZE:
        return first_page(selection)
    return _page(selection, rows[len(rows) - _cut(rows[::-1]) :])


def _forward(selection: Selection, key: Key | None) -> Page:
    rows = selection.after(key, SIZE + 1)
    return _page(selection, rows[: _cut(rows)])


def _cut(rows: list[Row]) -> int:
    """Return how many of the rows make the page: up to a whole year, so that its undated ones stay with it."""
    if len(rows) <= SIZE:
        return len(rows)
    keys = [heading_key(row.sort_key) for row in rows]
    return next((end for end in range(SIZE, LEAST - 1, -1) if keys[end - 1] != keys[end]), SIZE)


def _page(selection: Selection, rows: list[Row]) -> Page:
    reached = selection.reached[2] if selection.reached else None
    earlier, later = (reached, None) if selection.backwards else (None, reached)
    if not rows:
        return Page([], earlier, later)
    preceding, following = selection.before(rows[0].key, 1), selection.after(rows[-1].key, 1)
    begun_behind, begun_before = (selection.begun is not None and way == selection.backwards for way in (False, True))
    return Page(
        rows,
        earlier=rows[0].entry if preceding or begun_behind else earlier,
        later=rows[-1].entry if following or begun_before else later,
        preceding=preceding[0] if preceding else None,
    )
