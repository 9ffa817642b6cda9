"""A decade, a year or a month of a chronology: its events by lane and day, and those that only touch it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.public.cards import Card, cards_of, legend_of, number_sources, sources_of
from timeline.public.columns import Columns, draw_columns
from timeline.public.figures import Counted, Figures, Slot, figures_of, rest_name
from timeline.public.headings import Heading
from timeline.public.items import items
from timeline.public.links import Links, event_address
from timeline.public.loose import loose_of
from timeline.public.overview import styles_of
from timeline.public.paging import MOST, SIZE
from timeline.public.periods import LABELLED, WIDER, Kind, Period, day_name, month_name
from timeline.public.queries import entries_of
from timeline.public.reading import lost
from timeline.public.strip import Strip, draw
from timeline.public.wanted import Wanted
from timeline.public.zoom import Zoom, draw_days
from timeline.records.models import Chronology, Entry, Tally
from timeline.records.selection import (
    Choice,
    Key,
    Row,
    beside,
    by_months,
    by_years,
    key_of,
    parts_under,
    reaching,
    select,
    standing_under,
    touching_beside,
    year_counts,
)
from timeline.records.sorting import heading_of, past, year_prefix
from timeline.web.asked import number_in, record_in
from timeline.web.marks import Mark, year_words

MOST_WIDER = 20
"""Events wider than the time of the page that are shown, the nearest ones."""
NEITHER = 13
"""The month of what has a year alone, in old addresses and in sort keys."""


@dataclass(frozen=True)
class Turn:
    """The way to another time: what it is called, and its address."""

    name: str
    href: str


@dataclass(frozen=True)
class SpanPage:
    """Everything that templates/public/_span.html shows."""

    period: Period
    headings: list[Heading]
    cards: list[Card]
    counted: Counted
    wider: list[Card]
    wider_count: int
    wider_is_cut: bool
    zoom: Zoom | None
    columns: Columns | None
    figures: Figures | None
    strip: Strip | None
    styles: list[str]
    legend: list[tuple[Mark, Card]]
    sources: SafeString
    links: Links
    earlier: Turn | None
    later: Turn | None
    begins_within: bool
    next_entry: int | None
    problems: list[str]

    @property
    def crumbs(self) -> list[Turn]:
        """What wholly holds it, the widest first."""
        found: list[Turn] = []
        wider = self.period.wider
        while wider is not None:
            found.insert(0, Turn(wider.name, wider.href(self.links)))
            wider = wider.wider
        return found

    @property
    def out_href(self) -> str:
        """One level out."""
        return self.crumbs[-1].href if self.crumbs else self.in_list

    @property
    def in_list(self) -> str:
        """Where it stands in the whole list."""
        return self.links.to(
            "events" if self.period.kind is Kind.DECADE else f"y{self.period.year}", at=self.period.year
        )

    @property
    def beginning_href(self) -> str:
        """The beginning, where this page does not show it."""
        return self.period.href(self.links) if self.begins_within else ""

    @property
    def further_href(self) -> str:
        """The further events; "" where there is none."""
        return self.period.href(self.links, after=self.next_entry) if self.next_entry else ""

    @property
    def is_part(self) -> bool:
        """Whether there is more of it than stands here."""
        return self.begins_within or self.next_entry is not None or self.wider_more > 0

    @property
    def shown(self) -> int:
        """How many events stand here."""
        return len(self.cards) + len(self.wider)

    @property
    def all_count(self) -> int:
        """How many events stand in it or touch it."""
        return self.counted.count + self.wider_count

    @property
    def is_least(self) -> bool:
        """Whether there may be more than these."""
        return self.counted.is_least or self.wider_is_cut

    @property
    def all_href(self) -> str:
        """All of them on one page, or nothing where that is more than one page may hold."""
        return "" if self.is_least or self.all_count > MOST else self._list(all=1)

    @property
    def wider_name(self) -> str:
        """The heading of what only touches it."""
        return str(WIDER[self.period.kind])

    @property
    def wider_words(self) -> str:
        """How many events only touch it."""
        return self.period.wider_words(self.wider_count, is_cut=self.wider_is_cut)

    @property
    def wider_more(self) -> int:
        """How many of them are not shown."""
        return self.wider_count - len(self.wider)

    @property
    def wider_href(self) -> str:
        """The list of all that touches it."""
        return self._list("events")

    def _list(self, fragment: str = "", **more: int) -> str:
        first, last = (f"{year:04d}" for year in self.period.years)
        if self.period.month:
            first = last = f"{first}-{self.period.month:02d}"
        return self.links.to(fragment, **{"from": first, "to": last}, **more)

    @property
    def unsourced(self) -> int:
        """How many of its events shown here no source here gives the date of yet."""
        return sum(not one.is_sourced for one in self.cards)

    @property
    def is_whole(self) -> bool:
        """Whether all of its events stand on this page, so that what is counted on it is counted of all."""
        return not self.begins_within and self.next_entry is None


def read_span(
    chronology: Chronology, period: Period, query: QueryDict, *, preview: bool, ground: str | None
) -> SpanPage:
    """Read a decade, a year or a month of a chronology, as many of its events as a page holds.

    `ground` as `cards_of` says.
    """
    choice = Choice(chronology.pk, preview)
    links = Links.of(chronology, preview=preview)
    start = _start(chronology, period, query)
    rows = standing_under(choice, period.prefix, start, SIZE + 1)
    wider_rows, is_cut = _wider(choice, period)
    shown_rows = [*rows[:SIZE], *sorted(wider_rows[:MOST_WIDER])]
    is_whole = start is None and len(rows) <= SIZE
    # A drawing by day needs each event with all that it is drawn from; a list only needs its cards.
    loaded = items(entries_of(shown_rows)) if is_whole else None
    shown = cards_of(shown_rows, ground=ground, loaded=loaded)
    number_sources(shown)
    is_own = {row.event for row in rows[:SIZE]}
    own, wider = ([one for one in shown if (one.event in is_own) == mine] for mine in (True, False))
    counted, slots, lanes = _counted(choice, period), _slots(period, links), list(chronology.lanes.all())
    earlier, later = _beside(choice, period, links)
    return SpanPage(
        period=period, headings=_headings(period, own, links), cards=own, counted=counted, wider=wider,
        wider_count=len(wider_rows), wider_is_cut=is_cut,
        zoom=None if loaded is None else draw_days(
            period.frame, [one for one in loaded if one.entry.event_id in is_own],
            [one for one in loaded if one.entry.event_id not in is_own], str(WIDER[period.kind]),
        ),
        columns=None if is_whole else draw_columns(slots, counted.parts, styles_of(lanes)),
        figures=figures_of(counted, slots, lanes, _part_name(period.kind), of_days=period.kind is Kind.MONTH),
        strip=_strip(choice, period, links),
        styles=sorted({one.style for one in shown if one.style}), legend=legend_of(shown),
        sources=sources_of(shown), links=links, earlier=earlier, later=later, begins_within=start is not None,
        next_entry=rows[SIZE - 1].entry if len(rows) > SIZE else None,
        problems=[lost()] if start is None and any(name in query for name in ("after", "day", "month")) else [],
    )  # fmt: skip


def _start(chronology: Chronology, period: Period, query: QueryDict) -> Key | None:
    """Return the place that the address asks to go on from: a day, what has no part, an entry; None: the beginning."""
    if "rest" in query or (period.kind is Kind.YEAR and number_in(query.get("month", "")) == NEITHER):
        return period.rest, "", 0
    day = number_in(query.get("day", ""), most=31)
    if day and period.month:
        return f"{period.prefix}.{day:02d}", "", 0
    entry = record_in(Entry.objects.filter(chronology=chronology), query.get("after", ""))
    return None if entry is None else key_of(entry.pk)


def _wider(choice: Choice, period: Period) -> tuple[list[Row], bool]:
    """Return what touches the days and stands elsewhere, the nearest first, and whether there is more of it."""
    first, last = period.days
    found = reaching(choice, first, last)
    rows = {row.entry: row for row in found.rows if not period.prefix <= row.sort_key < past(period.prefix)}
    is_cut = found.is_cut
    if period.month:
        most = SIZE
        some = touching_beside(choice, year_prefix(period.year), period.prefix, (first, last), most + 1)
        is_cut |= len(some) > most
        rows |= {row.entry: row for row in some[-most:]}
    return sorted(rows.values(), key=lambda row: (abs((row.first or 0) - first), row.entry)), is_cut


def _counted(choice: Choice, period: Period) -> Counted:
    """Count what stands under a time, by year, month or day."""
    if period.kind is Kind.YEAR:
        return Counted(year_counts(choice, period.year).by_month)
    if period.kind is Kind.MONTH:
        month = period.year * 100 + period.month
        parts, _is_cut = parts_under(choice, period.prefix)
        return Counted(parts, by_months(choice, month, month))
    parts = by_years(choice, *period.years)
    rest, is_cut = parts_under(choice, period.rest)
    for (_day, lane, is_known), count in rest.items():
        parts[0, lane, is_known] += count
    return Counted(parts, is_least=is_cut)


def _slots(period: Period, links: Links) -> list[Slot]:
    """Return the parts of a time in their order; behind them what has none, as the keys that entries are sorted by."""
    slots = []
    if period.kind is Kind.DECADE:
        for year in range(period.year, period.year + 10):
            slots.append(Slot(year, year_words(year), str(year), f"’{year % 100:02d}", links.year(year)))
    elif period.kind is Kind.YEAR:
        for month in range(1, 13):
            name, label = month_name(period.year, month), month_name(period.year, month, in_short=True)
            slots.append(Slot(month, name, label, str(month), links.month(period.year, month)))
    else:
        for day in range(1, period.frame.last.day + 1):
            label = str(day) if day in LABELLED else ""
            slots.append(
                Slot(day, day_name(period.frame.last.replace(day=day)), label, label, period.href(links, day=day))
            )
    return [*slots, Slot(0, rest_name(), "?", "?", f"{period.href(links, rest=1)}#events")]


def _part_name(kind: Kind) -> str:
    return {Kind.DECADE: _("Year"), Kind.YEAR: _("Month"), Kind.MONTH: _("Day")}[kind]


def _headings(period: Period, own: list[Card], links: Links) -> list[Heading]:
    """Group the events by the parts of the time that have a page of their own."""
    if period.kind is Kind.MONTH:
        return [Heading(period.name, period.anchor, period.year, own)] if own else []
    at = 0 if period.kind is Kind.DECADE else 1
    headings = []
    for number, rows in groupby(own, key=lambda one: heading_of(one.sort_key)[at]):
        if number is None:
            headings.append(Heading(period.within, period.anchor, None if at == 0 else period.year, list(rows)))
        elif at == 0:
            headings.append(Heading(year_words(number), f"y{number}", number, list(rows), href=links.year(number)))
        else:
            name, href = month_name(period.year, number), links.month(period.year, number)
            headings.append(Heading(name, f"m{number}", period.year, list(rows), href=href))
    return headings


def _beside(choice: Choice, period: Period, links: Links) -> tuple[Turn | None, Turn | None]:
    """Return the nearest times of the same kind, before and after, that hold events."""
    if period.kind is Kind.MONTH:
        month = period.year * 100 + period.month
        found: Iterable[int | None] = beside(choice, Tally.Level.MONTH, month, month)
    else:
        found = beside(choice, Tally.Level.YEAR, *period.years)
    earlier, later = (_turn(period.kind, number, links) for number in found)
    return earlier, later


def _turn(kind: Kind, number: int | None, links: Links) -> Turn | None:
    if number is None:
        return None
    year, month = divmod(number, 100) if kind is Kind.MONTH else (number, 0)
    if kind is Kind.DECADE:
        year = year // 10 * 10
    if not (10 if kind is Kind.DECADE else 1) <= year <= 9999:
        return None
    other = Period(kind, year, month)
    return Turn(other.name, other.href(links))


def _strip(choice: Choice, period: Period, links: Links) -> Strip | None:
    everything = select(choice)
    return draw(
        Wanted(
            everything=everything.bars,
            loose=loose_of(everything),
            view=period.years,
            small=True,
            axis=True,
            year_address=links.year,
            cell_address=lambda first, step: links.decade(first) if step == 10 else links.to("events", at=first),
            event_address=lambda one: event_address(one.row.event),
            more_address=links.to(exactness="wide"),
        )
    )
