"""One page of a timeline: what was asked for in the address, found, grouped and drawn."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.public import paging, queries
from timeline.public.filters import Filter, Filters, narrow, read
from timeline.public.headings import Heading, Part, anchor_of, parts_of
from timeline.public.items import Item, items
from timeline.public.links import Links, event_address
from timeline.public.outline import Outline, outlines
from timeline.public.paging import Page
from timeline.public.queries import Counts
from timeline.public.rail import loose
from timeline.public.strip import Cell, Strip, draw
from timeline.public.wanted import Wanted
from timeline.records.models import Chronology, Citation, Entry, Lane, Source, Wording
from timeline.records.models.chronologies import EntryQuerySet
from timeline.web.asked import number_in, record_in, search_in
from timeline.web.marks import Mark, language, years_words


@dataclass(frozen=True)
class LaneKey:
    """A lane with its number of events, and where the list shows it alone."""

    lane: Lane
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True)
class Chip:
    """A filter in use, and where the list goes without it."""

    filter: Filter
    href: str


@dataclass(frozen=True)
class TimelinePage:
    """Everything that templates/public/timeline.html shows."""

    counts: Counts
    found: int
    filters: Filters
    chips: list[Chip]
    problems: list[str]
    lanes: list[LaneKey]
    styles: list[str]
    strip: Strip | None
    cells: list[Cell]
    parts: list[Part]
    page: Page
    legend: list[tuple[Mark, Item]]
    sources: list[Source]
    links: Links
    years: str

    @property
    def words(self) -> str:
        """The words that were searched for."""
        return self.links.query.get("q", "")

    @property
    def earlier_href(self) -> str:
        """The page before; "" where there is none."""
        return self.links.to("events", before=self.page.earlier) if self.page.earlier else ""

    @property
    def later_href(self) -> str:
        """The page after; "" where there is none."""
        return self.links.to("events", after=self.page.later) if self.page.later else ""

    @property
    def all_href(self) -> str:
        """All of it on one page, or nothing where that is more than one page may hold."""
        return self.links.to(all="1") if self.found <= paging.MOST else ""

    @property
    def is_narrowed(self) -> bool:
        """Whether search or filters leave something out."""
        return bool(self.filters.used)


def read_page(chronology: Chronology, query: QueryDict, *, preview: bool) -> TimelinePage:
    """Read one page of a timeline from its address."""
    everything = queries.visible(chronology, preview=preview)
    filters = read(query, everything, language())
    found = narrow(everything, filters)
    page, problems = _page(query, found, chronology)
    shown = items(page.entries)
    links = Links.of(chronology, preview=preview, query=filters.query)
    parts = _parts(found, page, shown, links)
    rows = outlines(everything)
    kept = _kept(rows, found) if filters.used else None
    strip = draw(_wanted(rows, kept, parts, links))
    lanes = _lanes(chronology, _any_lane(everything, filters, rows, kept), links)
    return TimelinePage(
        counts=queries.count(everything),
        found=len(rows if kept is None else kept),
        filters=filters,
        chips=[Chip(one, links.without(one.name)) for one in filters.used],
        problems=[one.error for one in filters.wrong] + problems + _left_out(filters),
        lanes=lanes,
        styles=sorted({key.lane.style for key in lanes}),
        strip=strip,
        cells=strip.cells if strip else [],
        parts=parts,
        page=page,
        legend=legend_of(shown),
        sources=sources_of(shown),
        links=links,
        years=_years(rows),
    )


def _page(query: QueryDict, found: EntryQuerySet, chronology: Chronology) -> tuple[Page, list[str]]:
    """Return the page that the address asks for; a place that cannot be found gives the first page and says so."""
    if "all" in query:
        return paging.whole(found), []
    for name, page_from in (("after", paging.page_after), ("before", paging.page_before)):
        if name in query:
            entry = _entry(chronology, query.get(name, ""))
            return (page_from(found, entry), []) if entry else (paging.first_page(found), [_lost()])
    if "at" in query:
        year = _year(query.get("at", ""))
        return (paging.page_at(found, year), []) if year is not None else (paging.first_page(found), [_lost()])
    return paging.first_page(found), []


def _left_out(filters: Filters) -> list[str]:
    left_out = search_in(filters["q"].value).left_out
    return [left_out] if left_out else []


def _lost() -> str:
    return _("The place that the address names is not in this chronology; here is its beginning.")


def _entry(chronology: Chronology, text: str) -> Entry | None:
    return record_in(Entry.objects.select_related("event").filter(chronology=chronology), text)


def _year(text: str) -> int | None:
    found = number_in(text.removeprefix("-"), most=10**11)
    return -found if found and text.startswith("-") else found


def _parts(found: EntryQuerySet, page: Page, shown: list[Item], links: Links) -> list[Part]:
    """Group the page, knowing where the page before it ended."""
    if page.earlier is None:
        return parts_of(shown, links)
    last = queries.before(found, page.entries[0]).in_order().reverse().select_related("event", "section").first()
    return parts_of(shown, links, begun=last.section if last else None, cut=anchor_of(last.event.date) if last else "")


def _kept(rows: Sequence[Outline], found: EntryQuerySet) -> list[Outline]:
    keys = set(found.values_list("pk", flat=True))
    return [row for row in rows if row.pk in keys]


def _any_lane(
    everything: EntryQuerySet, filters: Filters, rows: list[Outline], kept: list[Outline] | None
) -> list[Outline]:
    """Return what the other filters leave, so that one can go from lane to lane."""
    if "lane" in filters.query:
        return _kept(rows, narrow(everything, filters.without("lane")))
    return rows if kept is None else kept


def _wanted(rows: list[Outline], kept: list[Outline] | None, parts: list[Part], links: Links) -> Wanted:
    headings = [heading for part in parts for heading in part.headings]
    here = {heading.year: heading for heading in headings if heading.year is not None}
    events = {item.entry.event_id for heading in headings for item in heading.items}
    loose_events = loose(rows if kept is None else kept)
    return Wanted(
        everything=rows,
        found=kept,
        view=(min(here), max(here)) if here else None,
        headlines=headlines(loose_events) if loose_events else {},
        year_address=lambda year: f"#{here[year].anchor}" if year in here else links.to(f"y{year}", at=year),
        cell_address=lambda first, step: _cell_address(headings, links, first, step),
        event_address=lambda row: f"#e{row.event}" if row.event in events else event_address(row),
    )


def _cell_address(headings: list[Heading], links: Links, first: int, step: int) -> str:
    """The first heading of a decade on this page, else the page that begins with the decade."""
    for heading in headings:
        if heading.year is not None and first <= heading.year < first + step:
            return f"#{heading.anchor}"
    return links.to("events", at=first)


def headlines(events: Sequence[int]) -> dict[int, str]:
    """Return by event the headline in the page's language, else the first one; one query."""
    rows = Wording.objects.filter(event__in=events).order_by("-pk").values_list("event", "language", "headline")
    firsts = {event: headline for event, _language, headline in rows}
    return firsts | {event: headline for event, code, headline in rows if code == language()}


def _lanes(chronology: Chronology, rows: Sequence[Outline], links: Links) -> list[LaneKey]:
    counts = Counter(row.lane for row in rows)
    chosen = links.query.get("lane")
    return [
        LaneKey(lane, counts[lane.pk], links.without("lane") if lane.letter == chosen else links.to(lane=lane.letter),
                lane.letter == chosen)
        for lane in chronology.lanes.all()
        if counts[lane.pk] or lane.letter == chosen
    ]  # fmt: skip


def legend_of(shown: Sequence[Item]) -> list[tuple[Mark, Item]]:
    """Return each mark of a page with the first event that has it."""
    found: dict[Mark, Item] = {}
    for item in shown:
        found.setdefault(item.mark, item)
        if item.rivals:
            found.setdefault(Mark.DISPUTED, item)
    return [(mark, found[mark]) for mark in Mark if mark in found]


def sources_of(shown: Sequence[Item]) -> list[Source]:
    """Return the sources of a page in the order of their numbers."""
    citations: list[Citation] = [citation for item in shown for citation in item.citations]
    return list({citation.source_id: citation.source for citation in citations}.values())


def _years(rows: Sequence[Outline]) -> str:
    years = [year for row in rows for year in row.years if year is not None]
    return years_words(min(years), max(years)) if years else ""
