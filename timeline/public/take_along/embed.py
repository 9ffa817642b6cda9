"""A chronology in a frame of another site: a small strip and a page of events, each leading to its own page."""

from dataclasses import dataclass

from django.http import QueryDict

from timeline.public.figures import Figures
from timeline.public.items import Item, items
from timeline.public.links import Links
from timeline.public.loose import Loose
from timeline.public.overview import figures
from timeline.public.strip import Strip, draw
from timeline.public.wanted import Wanted
from timeline.public.ways.finding import Found, find
from timeline.records.models import Chronology
from timeline.records.selection import Choice, select


@dataclass(frozen=True)
class Embed:
    """Everything that templates/public/embed.html shows."""

    found: Found
    items: list[Item]
    strip: Strip | None
    figures: Figures | None
    whole: str
    """The page that holds the same events, outside of the frame."""


def read_embed(chronology: Chronology, query: QueryDict) -> Embed:
    """Read one page of the frame from its address."""
    found = find(
        chronology, query, preview=False,
        links=lambda filters: Links.of(chronology, preview=False, query=filters.query, page="public:embed"),
    )  # fmt: skip
    whole = Links.of(chronology, preview=False, query=found.filters.query)
    shown = items(found.page.entries)
    years = [item.date.year_span[0] for item in shown if item.date and item.date.year_span[0] is not None]
    everything = select(Choice(chronology.pk)) if found.is_narrowed else found.found
    strip = draw(
        Wanted(
            everything=everything.bars, found=found.found.bars if found.is_narrowed else None, loose=Loose([], 0),
            view=(min(years), max(years)) if years else None, year_address=whole.year, small=True,
        )
    )  # fmt: skip
    told = figures(found.found, strip, [], whole, found.filters)
    return Embed(found, shown, strip, told, whole.to())
