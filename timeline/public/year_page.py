"""One year of a chronology: its events by lane and day, and those that only touch it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from timeline.dates import FuzzyDate
from timeline.public import queries
from timeline.public.headings import Heading, anchor_of
from timeline.public.items import Item, items
from timeline.public.links import Links, event_address
from timeline.public.outline import Outline, outlines
from timeline.public.rail import loose
from timeline.public.reading import headlines, legend_of, sources_of
from timeline.public.strip import Strip, draw
from timeline.public.wanted import Wanted
from timeline.public.zoom import Zoom, draw_year
from timeline.records.models import Chronology, Source
from timeline.web.marks import Mark


@dataclass(frozen=True)
class YearPage:
    """Everything that templates/public/year.html shows."""

    year: int
    heading: Heading
    wider: list[Item]
    zoom: Zoom
    strip: Strip | None
    styles: list[str]
    legend: list[tuple[Mark, Item]]
    sources: list[Source]
    links: Links
    earlier: int | None
    later: int | None
    words: str = ""

    @property
    def decade(self) -> FuzzyDate:
        """The decade that the year is in."""
        return FuzzyDate.decade(self.year)

    @property
    def in_list(self) -> str:
        """Where the year stands in the whole list."""
        return self.links.to(f"y{self.year}", at=self.year)

    @property
    def earlier_href(self) -> str:
        """The last year before it with events; "" where there is none."""
        return self.links.year(self.earlier) if self.earlier else ""

    @property
    def later_href(self) -> str:
        """The next year with events; "" where there is none."""
        return self.links.year(self.later) if self.later else ""

    @property
    def unsourced(self) -> int:
        """How many of its events no source here gives the date of yet."""
        return sum(not item.is_sourced for item in self.heading.items)


def read_year(chronology: Chronology, year: int, *, preview: bool) -> YearPage:
    """Read one year of a chronology."""
    everything = queries.visible(chronology, preview=preview)
    touching = everything.filter(
        ~Q(event__edtf=""),
        Q(event__earliest__isnull=True) | Q(event__earliest__lte=datetime.date(year, 12, 31)),
        Q(event__latest__isnull=True) | Q(event__latest__gte=datetime.date(year, 1, 1)),
    ).exclude(event__earliest__isnull=True, event__latest__isnull=True)
    shown = items(queries.with_everything(touching).in_order())
    own = [item for item in shown if anchor_of(item.date) == f"y{year}"]
    wider = [item for item in shown if item not in own]
    links = Links.of(chronology, preview=preview)
    rows = outlines(everything)
    years = sorted({row.brick for row in rows if row.brick is not None and 1 <= row.brick <= 9999})
    return YearPage(
        year=year,
        heading=Heading(str(year), f"y{year}", year, own),
        wider=wider,
        zoom=draw_year(year, own, wider),
        strip=_strip(rows, year, links),
        styles=sorted({item.style for item in shown if item.style}),
        legend=legend_of(shown),
        sources=sources_of(shown),
        links=links,
        earlier=max((other for other in years if other < year), default=None),
        later=min((other for other in years if other > year), default=None),
    )


def _strip(rows: Sequence[Outline], year: int, links: Links) -> Strip | None:
    return draw(
        Wanted(
            everything=rows,
            view=(year, year),
            small=True,
            axis=True,
            year_address=links.year,
            cell_address=lambda first, step: links.to("events", at=first),
            headlines=headlines(loose(rows)),
            event_address=event_address,
        )
    )
