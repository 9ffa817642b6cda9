"""One page of a timeline: what was asked for in the address, found, grouped and drawn."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.public import drawn, paging
from timeline.public.among import count_among
from timeline.public.cards import Card, cards_of, legend_of, number_sources, sources_of
from timeline.public.filters import Filter, Filters, choice_of, read, spans_beside, typed_year
from timeline.public.headings import Heading, Part, parts_of
from timeline.public.items import items
from timeline.public.links import Links
from timeline.public.overview import Overview, figures, found_beside, overview_of, seen_from
from timeline.public.paging import Page
from timeline.public.queries import Counts, entries_of
from timeline.public.strip import Cell, Strip
from timeline.public.zoom import Zoom, draw_found
from timeline.records.models import Chronology, Entry, Lane, Section
from timeline.records.selection import Choice, Key, Selection, key_of, select
from timeline.records.sorting import year_prefix
from timeline.web.asked import record_in, search_in, year_in
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


class Narrowed:
    """What search and filters make of a page that has them, and links."""

    filters: Filters
    links: Links
    found: Selection

    @property
    def all_href(self) -> str:
        """All of it on one page, or nothing where that is more than one page may hold."""
        return self.links.to(all="1") if self.found.is_whole and self.found.count <= paging.MOST else ""

    @property
    def is_least(self) -> bool:
        """Whether more than what was counted may be found."""
        return not self.found.is_whole

    @property
    def chips(self) -> list[Chip]:
        """The filters in use, and where one goes without each."""
        return [Chip(one, self.links.without(one.name)) for one in self.filters.used]

    @property
    def words(self) -> str:
        """The words that were searched for."""
        return self.filters.query.get("q", "")

    @property
    def is_narrowed(self) -> bool:
        """Whether search or filters leave something out."""
        return bool(self.filters.used)


@dataclass(frozen=True)
class TimelinePage(Narrowed):
    """Everything that templates/public/timeline.html shows."""

    counts: Counts
    found: Selection
    filters: Filters
    problems: list[str]
    lanes: list[LaneKey]
    styles: list[str]
    strip: Strip | None
    figures: SafeString
    marks: Zoom | None
    """What search and filters found, one by one, where a page holds all of it."""
    cells: list[Cell]
    parts: list[Part]
    page: Page
    legend: list[tuple[Mark, Card]]
    sources: SafeString
    links: Links
    years: str
    span: tuple[int, int] | None
    """The first and the last year of all there is."""
    counts_found: bool
    """Whether the numbers beside choices count what is found, not the whole chronology."""

    @property
    def earlier_href(self) -> str:
        """The page before; "" where there is none."""
        return self.links.to("events", before=self.page.earlier) if self.page.earlier else ""

    @property
    def later_href(self) -> str:
        """The page after; "" where there is none."""
        return self.links.to("events", after=self.page.later) if self.page.later else ""

    @property
    def spans_beside(self) -> list[tuple[str, str]]:
        """The years before and after those that are chosen, in words, with the address of each."""
        return [
            (years_words(first, last), self.links.to("events", **{"from": typed_year(first), "to": typed_year(last)}))
            for first, last in spans_beside(self.filters)
        ]


def read_page(
    chronology: Chronology, query: QueryDict, *, preview: bool, edition: str | None, ground: str | None
) -> TimelinePage:
    """Read one page of a timeline from its address; `edition` as `overview_of` says, `ground` as `cards_of` does."""
    prefetch_related_objects([chronology], "lanes")
    filters = read(query, chronology, language(), preview=preview)
    place, problems = _place(query, chronology)
    everything = select(Choice(chronology.pk, preview))
    choice = choice_of(chronology, filters, preview=preview, key=place.key, backwards=place.backwards)
    found = select(choice, key=place.key, backwards=place.backwards) if filters.used else everything
    page = _page(query, found, place)
    if "at" in query and not page.rows and filters.used:
        # Nothing that was found stands there any more: the last of it.
        choice = choice_of(chronology, filters, preview=preview, backwards=True)
        found = select(choice, backwards=True)
        page = paging.last_page(found)
    among = count_among(filters, choice, found)
    links = Links.of(chronology, preview=preview, query=filters.query)
    preceding = [page.preceding] if page.preceding else []
    # So few are drawn one by one, each with all that it is drawn from; of more only bars.
    is_few = bool(filters.used) and page.is_whole and len(page.rows) <= paging.SIZE
    loaded = items(entries_of([*preceding, *page.rows])) if is_few else None
    cards = cards_of([*preceding, *page.rows], ground=ground, words=links.query.get("q", ""), loaded=loaded)
    # It may have gone since the page was found.
    last = cards.pop(0) if preceding and cards and cards[0].event == preceding[0].event else None
    number_sources(cards)
    parts = _parts(chronology, cards, last, links)
    lanes = list(chronology.lanes.all())
    view = overview_of(chronology, everything, preview=preview, edition=edition, is_drawn=not filters.used)
    view = _seen(
        view, lanes, everything, found, [heading for part in parts for heading in part.headings], links, filters
    )
    keys = _lanes(lanes, _by_lane(choice, found), links)
    return TimelinePage(
        counts=view.counts,
        found=found,
        filters=among.filters,
        counts_found=among.is_narrowed,
        problems=[one.error for one in filters.wrong] + problems + left_out(filters, choice),
        lanes=keys,
        styles=sorted({key.lane.style for key in keys}),
        strip=view.strip,
        figures=view.figures,
        marks=draw_found(loaded) if loaded else None,
        cells=view.strip.cells if view.strip else [],
        parts=parts,
        page=page,
        legend=legend_of(cards),
        sources=sources_of(cards),
        links=links,
        years=view.years,
        span=view.span,
    )


def _seen(
    view: Overview,
    lanes: Sequence[Lane],
    everything: Selection,
    found: Selection,
    headings: list[Heading],
    links: Links,
    filters: Filters,
) -> Overview:
    """Return an overview as a page shows it: its years framed, and what search and filters found beside the rest."""
    if not filters.used:
        return replace(view, strip=seen_from(view.strip, headings))
    strip = found_beside(lanes, everything, found, headings, links)
    return replace(view, strip=strip, figures=drawn.figures(figures(found, strip, lanes, links, filters)))


@dataclass(frozen=True)
class Place:
    """Where a page begins or ends."""

    key: Key | None = None
    backwards: bool = False


def _place(query: QueryDict, chronology: Chronology) -> tuple[Place, list[str]]:
    """Return where the page that the address asks for begins; at the beginning, which is said, where it names none."""
    if "all" in query:
        return Place(), []
    for name in ("after", "before"):
        if name in query:
            key = key_in(query.get(name, ""), chronology)
            return (Place(key, backwards=name == "before"), []) if key else (Place(), [lost()])
    if "at" in query:
        year = year_in(query.get("at", ""))
        return (Place(), [lost()]) if year is None else (Place((year_prefix(year), "", 0)), [])
    return Place(), []


def _page(query: QueryDict, found: Selection, place: Place) -> Page:
    if "all" in query:
        return paging.whole(found)
    if place.key is None:
        return paging.first_page(found)
    if place.backwards:
        return paging.page_before(found, place.key)
    page = paging.page_after(found, place.key)
    return page if page.rows or "at" not in query else paging.last_page(found)


def left_out(filters: Filters, choice: Choice) -> list[str]:
    """Return what is said of a search of which not every word, or not every event, was looked at."""
    said = [search_in(filters["q"].value).left_out]
    if choice.crowded:
        said.append(_("Of one day too many events hold these words; some of them are left out. Add another word."))
    return [one for one in said if one]


def lost() -> str:
    """Return what is said where an address asks to go on from a place that is not there."""
    return _("The place that the address names is not in this chronology; here is its beginning.")


def key_in(text: str, chronology: Chronology) -> Key | None:
    """Return where the entry stands whose key `text` is; None where the chronology has none such."""
    found = record_in(Entry.objects.filter(chronology=chronology), text)
    return None if found is None else key_of(found.pk)


def _parts(chronology: Chronology, cards: list[Card], last: Card | None, links: Links) -> list[Part]:
    """Group the page, knowing the last card of the page before it."""
    sections = Section.objects.in_bulk({one.section for one in cards if one.section})
    for section in sections.values():
        section.chronology = chronology
    if last is None:
        return parts_of(cards, sections, links)
    return parts_of(cards, sections, links, begun=last.section, cut=last.anchor)


def _by_lane(choice: Choice, found: Selection) -> Counter[int]:
    """Return by lane what the other filters leave, so that one can go from lane to lane."""
    others = tuple(value for value in choice.values if not value.startswith("lane:"))
    if others == choice.values:
        return found.lanes
    return select(replace(choice, values=others)).lanes


def _lanes(lanes: Sequence[Lane], counts: Counter[int], links: Links) -> list[LaneKey]:
    chosen = links.query.get("lane")
    return [
        LaneKey(lane, counts[lane.pk], links.without("lane") if lane.letter == chosen else links.to(lane=lane.letter),
                lane.letter == chosen)
        for lane in lanes
        if counts[lane.pk] or lane.letter == chosen
    ]  # fmt: skip
