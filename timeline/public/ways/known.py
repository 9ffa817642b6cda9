"""A chronology as it was known on a day: the events that readers saw then, as they were worded and dated."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from timeline.public.items import Item
from timeline.public.links import Links
from timeline.public.merged import Goal, goals_of
from timeline.public.queries import citations_of, wordings_of
from timeline.public.ways.finding import lost_here, place_in
from timeline.records import past
from timeline.records.models import (
    Change,
    Chronology,
    Entry,
    Event,
    EventStatus,
    Listing,
    Participation,
    Subject,
)
from timeline.records.past import Past
from timeline.records.selection import Key, PublishedBy, Stood
from timeline.web.asked import key_in
from timeline.web.marks import day_words

SIZE = 50
"""Events of a page."""
PIECE, MOST_LOOKED_AT = 100, 400
"""Entries that are looked at together, and for one page."""
MOST_COUNTED = 10_000
"""Events published since that are counted, at most."""


@dataclass(frozen=True)
class Known:
    """An event as it was, and in what it differs today, in words.

    Of what is gone from the chronology only the date is shown: its words may be why.
    """

    item: Item
    version: int
    differs: list[str]
    is_gone: bool = False
    merged_into: Goal | None = None


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
    is_as_of_then: bool = True
    """Whether the events stand in the order of then, with what is gone."""

    @property
    def gone(self) -> int:
        """How many events of this page the chronology shows no more."""
        return sum(one.is_gone for one in self.events)

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
    published = PublishedBy(chronology.pk, change)
    key, lost = _place(query, published, chronology)
    events, further = _page(chronology, published, key)
    return KnownPage(
        links, day, today, events, _since(chronology, end), links.to(after=further) if further else "", lost,
        published.is_as_of_then,
    )  # fmt: skip


def _place(query: QueryDict, published: PublishedBy, chronology: Chronology) -> tuple[Key | None, list[str]]:
    """Return the place that an address names, where that stood then."""
    if not published.is_as_of_then:
        return place_in(query, "after", chronology)
    named = key_in(query.get("after", ""))
    key = published.place_of(named) if named else None
    return key, [lost_here()] if "after" in query and key is None else []


def _was_public(chronology: Chronology, change: int) -> bool:
    return any(one.is_public for one in past.stood(Chronology, change, id__in={chronology.pk}))


def _since(chronology: Chronology, end: datetime.datetime) -> int:
    """Return how many of the events that stand here now were published later; at most MOST_COUNTED."""
    listed = Listing.objects.filter(chronology=chronology, is_public=True, published_since__gte=end)
    return listed.order_by()[:MOST_COUNTED].count()


def _page(chronology: Chronology, published: PublishedBy, key: Key | None) -> tuple[list[Known], int | None]:
    """Return the events of a page, and the entry to go on from."""
    found: list[Known] = []
    for _piece in range(MOST_LOOKED_AT // PIECE):
        rows = published.after(key, PIECE)
        for number, one in enumerate(_known(chronology, rows, published.change)):
            found += [one] if one else []
            if len(found) == SIZE:
                return found, rows[number].entry if number < len(rows) - 1 or len(rows) == PIECE else None
        if len(rows) < PIECE:
            return found, None
        key = rows[-1].key
    return found, key[2] if key else None


def _known(chronology: Chronology, rows: Sequence[Stood], change: int) -> list[Known | None]:
    """Return for each row the event as it was known; None where readers did not see it then."""
    entries = {
        one.event_id: one
        for one in past.stood(Entry, change, id__in={row.entry for row in rows})
        if one.published_since is not None and one.chronology_id == chronology.pk
    }
    pasts = past.pasts_of(entries, change)
    shown = Listing.objects.filter(chronology=chronology, is_public=True, event__in=pasts)
    today = _today(shown.order_by().values_list("event", flat=True))
    merged = dict(Event.objects.filter(pk__in=pasts, merged_into__isnull=False).values_list("pk", "merged_into"))
    goals = goals_of(chronology, merged.values())
    found: list[Known | None] = []
    for row in rows:
        was = pasts.get(row.event)
        if was is None or was.event.status != EventStatus.CHECKED or was.event.merged_into_id:
            found.append(None)
            continue
        item = Item(entries[row.event], was.wordings, was.citations)
        item.entry.event = was.event
        if row.event in today:
            found.append(Known(item, was.event.version, _differences(was, item, today[row.event])))
        else:
            found.append(Known(item, was.event.version, [], True, goals.get(merged.get(row.event) or 0)))
    return found


@dataclass(frozen=True)
class _Today:
    """An event as it is now."""

    item: Item
    actors: frozenset[int]
    themes: frozenset[int]


def _today(events: Iterable[int]) -> dict[int, _Today]:
    now = {event.pk: event for event in Event.objects.filter(pk__in=list(events)).select_related("place")}
    wordings, citations = wordings_of(now), citations_of(now)
    actors, themes = _keys(Participation, "actor", now), _keys(Subject, "theme", now)
    return {
        key: _Today(
            Item(Entry(event=event), wordings[key], citations[key]), frozenset(actors[key]), frozenset(themes[key])
        )
        for key, event in now.items()
    }


def _keys(noun: type[Participation] | type[Subject], name: str, events: Iterable[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for event, key in noun.objects.filter(event__in=list(events)).order_by().values_list("event", name):
        found[event].add(key)
    return found


def _differences(was: Past, item: Item, today: _Today) -> list[str]:
    """Return in which way an event is shown otherwise today."""
    now = today.item.entry.event
    cited, cites = _cited(item), _cited(today.item)
    differs = {
        _("another date"): (was.event.edtf, was.event.words, was.event.time) != (now.edtf, now.words, now.time),
        _("another wording"): {(one.language, one.headline, one.summary) for one in was.wordings}
        != {(one.language, one.headline, one.summary) for one in today.item.wordings},
        _("other sources"): {source for source, _words in cited} != {source for source, _words in cites},
        _("other quotations"): {words for _source, words in cited} != {words for _source, words in cites},
        _("another place"): was.event.place_id != now.place_id,
        _("other people"): {one.pk for one in was.actors} != today.actors,
        _("other themes"): {one.pk for one in was.themes} != today.themes,
    }
    return [words for words, holds in differs.items() if holds]


def _cited(item: Item) -> set[tuple[int, str]]:
    return {(one.source_id, one.exact) for one in item.citations}
