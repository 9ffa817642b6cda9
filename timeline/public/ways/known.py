"""A chronology as it was known on a day: the events that readers saw then, as they were worded and dated."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from timeline.public.items import Item
from timeline.public.links import Links
from timeline.public.queries import citations_of, wordings_of
from timeline.public.ways.finding import place_in
from timeline.records import past
from timeline.records.models import Change, Chronology, Entry, Event, EventStatus, Listing
from timeline.records.past import Past
from timeline.records.selection import Key, PublishedBy, Row
from timeline.web.marks import day_words

SIZE = 50
"""Events of a page."""
PIECE, MOST_LOOKED_AT = 100, 400
"""Entries that are looked at together, and for one page."""
MOST_COUNTED = 10_000
"""Events published since that are counted, at most."""


@dataclass(frozen=True)
class Known:
    """An event as it was, and in what it differs today, in words."""

    item: Item
    version: int
    differs: list[str]


@dataclass(frozen=True)
class KnownPage:
    """Everything that templates/public/as_known_on.html shows."""

    links: Links
    day: datetime.date | None
    today: datetime.date
    events: list[Known]
    since: int
    further_href: str
    problems: list[str]

    @property
    def day_words(self) -> str:
        """The day in words."""
        return day_words(self.day) if self.day else ""

    @property
    def differing(self) -> int:
        """How many events of this page are shown otherwise today."""
        return sum(bool(one.differs) for one in self.events)

    @property
    def is_since_cut(self) -> bool:
        """Whether more have been published since than were counted."""
        return self.since >= MOST_COUNTED


def day_in(text: str) -> datetime.date | None:
    """Return the day that an address names; None for anything else."""
    try:
        return datetime.date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


def read_known(
    chronology: Chronology, day: datetime.date | None, query: QueryDict, *, today: datetime.date
) -> KnownPage:
    """Read the page from its address; of a day that has not come, or none, only the question for one."""
    links = Links.of(chronology, preview=False, page="public:as_known_on")
    problems = [_("That day has not come yet.")] if day and day > today else []
    if day is None or problems:
        return KnownPage(links, None, today, [], 0, "", problems)
    links = Links(links.slug, links.query, links.page, (day.isoformat(),))
    end = make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))
    change = Change.objects.filter(at__lt=end).order_by("-at", "-pk").values_list("pk", flat=True).first()
    if change is None or not _was_public(chronology, change):
        return KnownPage(links, day, today, [], _since(chronology, end), "", problems)
    key, lost = place_in(query, "after", chronology)
    events, further = _page(chronology, change, key)
    return KnownPage(
        links, day, today, events, _since(chronology, end), links.to(after=further) if further else "", lost
    )


def _was_public(chronology: Chronology, change: int) -> bool:
    return any(one.is_public for one in past.stood(Chronology, change, id__in={chronology.pk}))


def _since(chronology: Chronology, end: datetime.datetime) -> int:
    """Return how many of the events that stand here now were published later; at most MOST_COUNTED."""
    listed = Listing.objects.filter(chronology=chronology, is_public=True, published_since__gte=end)
    return listed.order_by()[:MOST_COUNTED].count()


def _page(chronology: Chronology, change: int, key: Key | None) -> tuple[list[Known], int | None]:
    """Return the events of a page in today's order, and the entry to go on from.

    What readers may not see today they do not see as it was, either.
    """
    published = PublishedBy(chronology.pk, change)
    found: list[Known] = []
    for _piece in range(MOST_LOOKED_AT // PIECE):
        rows = published.after(key, PIECE)
        for number, one in enumerate(_known(chronology, rows, change)):
            found += [one] if one else []
            if len(found) == SIZE:
                return found, rows[number].entry if number < len(rows) - 1 or len(rows) == PIECE else None
        if len(rows) < PIECE:
            return found, None
        key = rows[-1].key
    return found, key[2] if key else None


def _known(chronology: Chronology, rows: Sequence[Row], change: int) -> list[Known | None]:
    """Return for each row the event as it was known; None where readers did not see it then."""
    entries = {
        one.event_id: one
        for one in past.stood(Entry, change, id__in={row.entry for row in rows})
        if one.published_since is not None and one.chronology_id == chronology.pk
    }
    pasts = past.pasts_of(entries, change)
    now = {event.pk: event for event in Event.objects.filter(pk__in=pasts).select_related("place")}
    wordings, citations = wordings_of(pasts), citations_of(pasts)
    found: list[Known | None] = []
    for row in rows:
        was = pasts.get(row.event)
        if was is None or was.event.status != EventStatus.CHECKED or was.event.merged_into_id or row.event not in now:
            found.append(None)
            continue
        item = Item(entries[row.event], was.wordings, was.citations)
        item.entry.event = was.event
        today = Item(Entry(event=now[row.event]), wordings[row.event], citations[row.event])
        found.append(Known(item, was.event.version, _differences(was, item, today)))
    return found


def _differences(was: Past, item: Item, today: Item) -> list[str]:
    """Return in which way an event is shown otherwise today."""
    now = today.entry.event
    differs = {
        _("another date"): (was.event.edtf, was.event.words, was.event.time) != (now.edtf, now.words, now.time),
        _("another wording"): {(one.language, one.headline, one.summary) for one in was.wordings}
        != {(one.language, one.headline, one.summary) for one in today.wordings},
        _("other sources"): {one.source_id for one in item.citations} != {one.source_id for one in today.citations},
        _("another place"): was.event.place_id != now.place_id,
    }
    return [words for words, holds in differs.items() if holds]
