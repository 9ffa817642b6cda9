"""The list of chronologies: each with its counts and a small strip."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from timeline.accounts.models import User
from timeline.public import queries
from timeline.public.links import Links, event_address
from timeline.public.outline import outlines
from timeline.public.queries import Counts
from timeline.public.rail import loose
from timeline.public.reading import headlines
from timeline.public.strip import Strip, draw
from timeline.public.wanted import Wanted
from timeline.records.models import Chronology
from timeline.web.marks import years_words


@dataclass(frozen=True)
class Shelved:
    """One chronology of the list."""

    chronology: Chronology
    counts: Counts
    strip: Strip | None
    years: str
    preview: bool
    links: Links


def shelf_of(chronologies: Iterable[Chronology], user: User | AnonymousUser) -> list[Shelved]:
    """Return what the list shows, the fullest chronology first."""
    shelf = [_shelved(chronology, user) for chronology in chronologies]
    return sorted(shelf, key=lambda one: -one.counts.events)


def _shelved(chronology: Chronology, user: User | AnonymousUser) -> Shelved:
    preview = queries.shows_preview(user, chronology, asked=False)
    entries = queries.visible(chronology, preview=preview)
    rows = outlines(entries)
    links = Links.of(chronology, preview=preview)
    years = [year for row in rows for year in row.years if year is not None]
    wanted = Wanted(
        everything=rows, small=True, headlines=headlines(loose(rows)), year_address=links.year,
        event_address=event_address,
    )  # fmt: skip
    span = years_words(min(years), max(years)) if years else ""
    return Shelved(chronology, queries.count(entries), draw(wanted), span, preview, links)
