"""Later and earlier: pages of a timeline by key, so that what is published meanwhile moves nothing."""

from dataclasses import dataclass

from timeline.dates import FuzzyDate
from timeline.public.queries import after, before, with_everything
from timeline.records.models import Entry
from timeline.records.models.chronologies import EntryQuerySet
from timeline.records.sorting import sort_key

SIZE = 50
"""Events a page, at most."""
MOST = 1000
"""Events that one page holds where all are asked for: anybody may ask, and each event costs some milliseconds."""
LEAST = 30
"""A page ends with a whole year where that leaves it at least so many events."""


@dataclass(frozen=True)
class Page:
    """Entries in order, and the keys to go on from; None: there is nothing further."""

    entries: list[Entry]
    earlier: int | None = None
    later: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything stands on this page."""
        return self.earlier is None and self.later is None


def heading_key(key: str) -> str:
    """Return the part of a sort key that all dates of one year (or one decade, or none) share."""
    return ".".join(key.split(".")[:3])


def whole(entries: EntryQuerySet) -> Page:
    """Return everything as one page, or of more than that may hold the beginning."""
    return _page(entries, list(with_everything(entries).in_order()[:MOST]))


def first_page(entries: EntryQuerySet) -> Page:
    """Return the page that begins with the first event."""
    return _forward(entries, entries)


def page_after(entries: EntryQuerySet, entry: Entry) -> Page:
    """Return the page that follows `entry`."""
    return _forward(entries, after(entries, entry))


def page_at(entries: EntryQuerySet, year: int) -> Page:
    """Return the page that begins with a year: its first event, or the next one after it; past the end, the last."""
    start = heading_key(sort_key(FuzzyDate.year(year)))
    page = _forward(entries, entries.filter(event__sort_key__gte=start))
    return page if page.entries else last_page(entries)


def last_page(entries: EntryQuerySet) -> Page:
    """Return the page that ends with the last event."""
    return _backward(entries, entries)


def page_before(entries: EntryQuerySet, entry: Entry) -> Page:
    """Return the page that ends before `entry`; the first page where there is less than one."""
    return _backward(entries, before(entries, entry))


def _backward(entries: EntryQuerySet, preceding: EntryQuerySet) -> Page:
    rows = list(with_everything(preceding).in_order().reverse()[: SIZE + 1])
    if len(rows) <= SIZE:
        return first_page(entries)
    return _page(entries, rows[: _cut(rows)][::-1])


def _forward(entries: EntryQuerySet, following: EntryQuerySet) -> Page:
    rows = list(with_everything(following).in_order()[: SIZE + 1])
    return _page(entries, rows[: _cut(rows)])


def _cut(rows: list[Entry]) -> int:
    """Return how many of the rows make the page: up to a whole year, so that its undated ones stay with it."""
    if len(rows) <= SIZE:
        return len(rows)
    keys = [heading_key(row.event.sort_key) for row in rows]
    return next((end for end in range(SIZE, LEAST - 1, -1) if keys[end - 1] != keys[end]), SIZE)


def _page(entries: EntryQuerySet, rows: list[Entry]) -> Page:
    if not rows:
        return Page([])
    return Page(
        rows,
        earlier=rows[0].pk if before(entries, rows[0]).exists() else None,
        later=rows[-1].pk if after(entries, rows[-1]).exists() else None,
    )
