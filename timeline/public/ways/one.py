"""One event a screen, with the way to its neighbours: for who comes from slides."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.db.models import prefetch_related_objects
from django.http import QueryDict
from django.utils.text import Truncator

from timeline.public import queries
from timeline.public.figure import year_of
from timeline.public.figures import Figures
from timeline.public.filters import Filters, choice_of, read
from timeline.public.items import Item, items
from timeline.public.links import Links
from timeline.public.loose import Loose
from timeline.public.overview import figures
from timeline.public.queries import Counts
from timeline.public.reading import Narrowed, left_out, lost
from timeline.public.scale import Scale
from timeline.public.strip import Strip, draw
from timeline.public.wanted import Wanted
from timeline.public.why_found import why_found
from timeline.records.models import Chronology, Entry, Listing
from timeline.records.selection import Choice, Key, Row, Selection, key_of, select
from timeline.records.sorting import year_prefix
from timeline.web.asked import year_in
from timeline.web.marks import language, year_words

LONGEST_QUOTATION = 400
"""Letters of the quotation that are shown, as templates/public/one.html cuts it off."""


@dataclass(frozen=True)
class Neighbour:
    """The event before or after."""

    item: Item
    href: str


@dataclass(frozen=True)
class One(Narrowed):
    """Everything that templates/public/one.html shows."""

    counts: Counts
    filters: Filters
    found: Selection
    links: Links
    bare: bool
    item: Item | None
    earlier: Neighbour | None
    later: Neighbour | None
    strip: Strip | None
    year: int | None
    ends: tuple[str, str] = ("", "")
    """The years between which the strip lies, in words."""
    figures: Figures | None = None
    said: list[str] = field(default_factory=list)
    """What of the address, or of the search, was left out."""
    why_found: str = ""
    """Where words of a search stand that the page does not show, as HTML."""

    @property
    def problems(self) -> list[str]:
        """What of the address was not used, and why."""
        return [one.error for one in self.filters.wrong] + self.said


def read_one(chronology: Chronology, query: QueryDict, *, preview: bool, event: int | None) -> One | None:
    """Read the page of an event, or without one of the first, or of the first at a year; None where it is not here."""
    prefetch_related_objects([chronology], "lanes")
    filters = read(query, chronology, language(), preview=preview)
    bare = "bare" in query
    state = {**filters.query, **({"bare": "1"} if bare else {})}
    links = Links.of(chronology, preview=preview, query=state, page="public:one")

    def among(key: Key | None, *, backwards: bool = False) -> Selection:
        asked = choice_of(chronology, filters, preview=preview, key=key, backwards=backwards)
        return select(asked, key=key, backwards=backwards)

    year, said = _year(query) if event is None else (None, [])
    key = place_of(chronology, event, preview=preview) if event is not None else _first(year, among)
    if key is None and event is not None:
        return None
    # Of what has to be looked through in pieces each side is looked through by itself.
    after = among(key)
    before = after if key is None or after.begun is None else among(key, backwards=True)
    rows = [] if key is None else [*before.before(key, 1), *after.after(key, 1)]
    keys = [*([key[2]] if key else []), *(row.entry for row in rows)]
    shown = {item.entry.pk: item for item in _items(chronology, keys)}
    item = shown.get(key[2]) if key else None
    earlier, later = _sides(rows, key, shown, links)
    here = replace(links, args=(item.entry.event_id,)) if item else links
    year = year_of(item) if item else None
    why = why_found([item], filters.query.get("q", ""), _seen) if item else {}
    everything = after if not filters.used else select(Choice(chronology.pk, preview))
    strip = draw(_strip(everything, after if filters.used else None, year, links))
    return One(
        counts=queries.count(chronology, preview=preview), filters=filters, found=after, links=here, bare=bare,
        item=item, earlier=earlier, later=later, year=year,
        strip=strip, ends=_ends(everything), said=said + left_out(filters, after.choice),
        # No other page of ours may stand in a frame: there its table leads to the events themselves, as its bars do.
        figures=figures(
            after, strip, [], links, filters, year_address=(lambda first: links.to(at=first)) if bare else None
        ),
        why_found=why.get(item.entry.event_id, "") if item else "",
    )  # fmt: skip


def _seen(item: Item, _words: str) -> list[str]:
    """Return what the page shows with the words of a search marked."""
    quoted = Truncator(item.chosen.exact).chars(LONGEST_QUOTATION) if item.chosen else ""
    return [item.headline, item.wording.summary if item.wording else "", item.place[0], quoted]


def place_of(chronology: Chronology, event: int, *, preview: bool) -> Key | None:
    """Return where an event stands that may be seen here."""
    seen = Listing.objects.filter(
        chronology=chronology, event=event, is_public__in=(True, False) if preview else (True,)
    )
    entry = seen.values_list("entry_id", flat=True).first()
    return None if entry is None else key_of(entry)


def _year(query: QueryDict) -> tuple[int | None, list[str]]:
    """Return the year that an address asks for, and what is to be said where it names none."""
    year = year_in(query.get("at", ""))
    return year, [lost()] if "at" in query and year is None else []


def _first(year: int | None, among: Callable[..., Selection]) -> Key | None:
    """Return the first event; where a year is asked for the first in or after it, else the last."""
    begin: Key | None = None if year is None else (year_prefix(year), "", 0)
    rows = among(begin).after(begin, 1) or (among(None, backwards=True).before(None, 1) if begin else [])
    return rows[0].key if rows else None


def _items(chronology: Chronology, keys: list[int]) -> list[Item]:
    entries = list(queries.with_event(Entry.objects.filter(pk__in=keys)))
    for entry in entries:
        entry.chronology = chronology
        if entry.lane:
            entry.lane.chronology = chronology
    return items(entries)


def _sides(
    rows: list[Row], key: Key | None, shown: dict[int, Item], links: Links
) -> tuple[Neighbour | None, Neighbour | None]:
    """Return what stands right before a place and right after it, as far as it still does."""
    found = [
        (row.key, Neighbour(item, replace(links, args=(row.event,)).to()))
        for row in rows
        if (item := shown.get(row.entry))
    ]
    earlier = next((one for where, one in found if key and where < key), None)
    return earlier, next((one for where, one in found if key and where > key), None)


def _strip(everything: Selection, found: Selection | None, year: int | None, links: Links) -> Wanted:
    return Wanted(
        everything=everything.bars,
        found=None if found is None else found.bars,
        loose=Loose([], 0),
        view=None if year is None else (year, year),
        year_address=lambda one: links.to(at=one),
        cell_address=lambda first, _step: links.to(at=first),
        small=True,
    )


def _ends(everything: Selection) -> tuple[str, str]:
    scale = Scale.of((year for year, _lane, _known in everything.bars), ())
    return (year_words(scale.first), year_words(scale.last)) if scale else ("", "")
