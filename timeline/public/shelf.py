"""The list of chronologies: each with its counts and a small strip."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from timeline.accounts.models import User
from timeline.public import queries
from timeline.public.figures import Figures
from timeline.public.filters import Filters
from timeline.public.links import Links, event_address
from timeline.public.loose import loose_of
from timeline.public.overview import figures, years_of
from timeline.public.queries import Counts
from timeline.public.strip import Strip, draw
from timeline.public.wanted import Wanted
from timeline.records.models import Chronology
from timeline.records.selection import Choice, select


@dataclass(frozen=True)
class Shelved:
    """One chronology of the list."""

    chronology: Chronology
    counts: Counts
    strip: Strip | None
    figures: Figures | None
    years: str
    preview: bool
    links: Links


def shelf_of(chronologies: Iterable[Chronology], user: User | AnonymousUser) -> list[Shelved]:
    """Return what the list shows, the fullest chronology first."""
    shelf = [_shelved(chronology, user) for chronology in chronologies]
    return sorted(shelf, key=lambda one: -one.counts.events)


def _shelved(chronology: Chronology, user: User | AnonymousUser) -> Shelved:
    preview = queries.shows_preview(user, chronology, asked=False)
    everything = select(Choice(chronology.pk, preview))
    links = Links.of(chronology, preview=preview)
    wanted = Wanted(
        everything=everything.bars, loose=loose_of(everything), small=True, year_address=links.year,
        event_address=lambda one: event_address(one.row.event), more_address=links.to(exactness="wide"),
    )  # fmt: skip
    counts = queries.count(chronology, preview=preview)
    strip = draw(wanted)
    told = figures(everything, strip, [], links, Filters({}))
    return Shelved(chronology, counts, strip, told, years_of(everything), preview, links)
