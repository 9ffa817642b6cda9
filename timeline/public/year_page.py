"""One year of a chronology: its events by lane and day, and those that only touch it."""

from dataclasses import dataclass

from django.http import QueryDict

from timeline.dates import FuzzyDate
from timeline.public.headings import Heading
from timeline.public.items import Item, items
from timeline.public.links import Links, event_address
from timeline.public.loose import loose_of
from timeline.public.months import Months, draw_months
from timeline.public.paging import SIZE
from timeline.public.queries import entries_of
from timeline.public.reading import legend_of, sources_of, styles_of
from timeline.public.strip import Strip, draw
from timeline.public.wanted import Wanted
from timeline.public.zoom import Zoom, draw_year
from timeline.records.models import Chronology, Entry, Source
from timeline.records.selection import (
    Choice,
    Key,
    YearCounts,
    key_of,
    reaching,
    select,
    under_year,
    year_counts,
    years_beside,
)
from timeline.records.sorting import heading_of, year_prefix
from timeline.records.spans import first_of, last_of
from timeline.web.asked import number_in, record_in
from timeline.web.marks import Mark, year_words

MOST_WIDER = 20
"""Events wider than the year that are shown, the nearest ones."""


@dataclass(frozen=True)
class YearPage:
    """Everything that templates/public/year.html shows."""

    year: int
    heading: Heading
    counts: YearCounts
    wider: list[Item]
    wider_count: int
    wider_is_cut: bool
    zoom: Zoom | None
    months: Months | None
    strip: Strip | None
    styles: list[str]
    legend: list[tuple[Mark, Item]]
    sources: list[Source]
    links: Links
    earlier: int | None
    later: int | None
    begins_within: bool
    next_entry: int | None
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
    def beginning_href(self) -> str:
        """The beginning of the year, where this page does not show it."""
        return self.links.year(self.year) if self.begins_within else ""

    @property
    def further_href(self) -> str:
        """The further events of the year; "" where there is none."""
        return self.links.year(self.year, after=self.next_entry) if self.next_entry else ""

    @property
    def wider_more(self) -> int:
        """How many events that are wider than the year are not shown."""
        return self.wider_count - len(self.wider)

    @property
    def wider_href(self) -> str:
        """The list of all that touches the year."""
        return self.links.to("events", **{"from": str(self.year), "to": str(self.year)})

    @property
    def unsourced(self) -> int:
        """How many of its events shown here no source here gives the date of yet."""
        return sum(not item.is_sourced for item in self.heading.items)


def read_year(chronology: Chronology, year: int, query: QueryDict, *, preview: bool) -> YearPage:
    """Read one year of a chronology, as many of its events as a page holds."""
    choice = Choice(chronology.pk, preview)
    start = _start(chronology, year, query)
    rows = under_year(choice, year, start, SIZE + 1)
    reaching_in = reaching(choice, first_of(year), last_of(year))
    wider_rows = sorted(
        (row for row in reaching_in.rows if heading_of(row.sort_key)[0] != year),
        key=lambda row: (abs((row.first or 0) - first_of(year)), row.entry),
    )
    nearest = sorted(wider_rows[:MOST_WIDER])
    shown = items(entries_of([*rows[:SIZE], *nearest]))
    own, wider = shown[: len(rows[:SIZE])], shown[len(rows[:SIZE]) :]
    counts = year_counts(choice, year)
    earlier, later = years_beside(choice, year)
    is_whole = start is None and len(rows) <= SIZE
    links = Links.of(chronology, preview=preview)
    return YearPage(
        year=year,
        heading=Heading(year_words(year), f"y{year}", year, own),
        counts=counts,
        wider=wider,
        wider_count=len(wider_rows),
        wider_is_cut=reaching_in.is_cut,
        zoom=draw_year(year, own, wider) if is_whole else None,
        months=None if is_whole else draw_months(year, counts, styles_of(chronology.lanes.all()), links),
        strip=_strip(chronology, choice, year, links),
        styles=sorted({item.style for item in shown if item.style}),
        legend=legend_of(shown),
        sources=sources_of(shown),
        links=links,
        earlier=earlier if earlier and earlier >= 1 else None,
        later=later if later and later <= 9999 else None,
        begins_within=start is not None,
        next_entry=rows[SIZE - 1].entry if len(rows) > SIZE else None,
    )


def _start(chronology: Chronology, year: int, query: QueryDict) -> Key | None:
    """Return the place that the address asks to go on from; a month, an entry, or None for the beginning."""
    month = number_in(query.get("month", ""), most=13)
    if month:
        return f"{year_prefix(year)}.{month:02d}", "", 0
    entry = record_in(Entry.objects.filter(chronology=chronology), query.get("after", ""))
    return None if entry is None else key_of(entry.pk)


def _strip(chronology: Chronology, choice: Choice, year: int, links: Links) -> Strip | None:
    everything = select(choice)
    return draw(
        Wanted(
            everything=everything.bars,
            loose=loose_of(everything),
            view=(year, year),
            small=True,
            axis=True,
            year_address=links.year,
            cell_address=lambda first, step: links.to("events", at=first),
            event_address=lambda one: event_address(one.row.event),
            more_address=links.to(exactness="wide"),
        )
    )
