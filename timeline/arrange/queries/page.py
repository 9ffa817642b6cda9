"""What the page of a chronology shows: sections, the entries in them, and what is not placed yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from timeline.arrange.queries import readers
from timeline.records import search
from timeline.records.models import Chronology, Entry, Event, EventStatus, Lane, Section, Wording
from timeline.records.models.chronologies import EntryQuerySet
from timeline.records.models.events import EventQuerySet

MOST_UNPLACED = 50
"""Events without a place that are shown at once; the search finds the others."""


@dataclass(frozen=True)
class Group:
    """Entries with one and the same date; more than one: their order is the editor's."""

    entries: list[Entry]

    @property
    def is_open(self) -> bool:
        """Whether the dates leave the order to the editor."""
        return len(self.entries) > 1

    @property
    def is_day(self) -> bool:
        """Whether they all happened on one day."""
        date = self.entries[0].event
        return date.precision == "day"

    @property
    def is_undated(self) -> bool:
        """Whether none of them has a date."""
        return not self.entries[0].event.edtf


@dataclass(frozen=True)
class Part:
    """A section with its entries in order; `section` None: entries that stand in none."""

    section: Section | None
    entries: list[Entry] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What the part is called in addresses and ids."""
        return str(self.section.pk) if self.section else "none"

    @property
    def groups(self) -> Iterator[Group]:
        """Entries grouped by date."""
        for _key, entries in groupby(self.entries, lambda entry: entry.event.sort_key):
            yield Group(list(entries))


def chronologies() -> QuerySet[Chronology]:
    """Return all chronologies with `entry_count`, `published_count` and `ready_count`."""
    published = Q(entries__published_since__isnull=False)
    ready = Q(entries__published_since__isnull=True, entries__event__status=EventStatus.CHECKED)
    return Chronology.objects.annotate(
        entry_count=Count("entries"),
        published_count=Count("entries", filter=published),
        ready_count=Count("entries", filter=ready),
    )


def parts(chronology: Chronology) -> list[Part]:
    """Return the sections in order, each with its entries, and last the entries without a section if there are any."""
    by_section: dict[int | None, list[Entry]] = {}
    for entry in shown(Entry.objects.filter(chronology=chronology)):
        by_section.setdefault(entry.section_id, []).append(entry)
    found = [Part(section, by_section.get(section.pk, [])) for section in chronology.sections.all()]
    return [*found, Part(None, by_section[None])] if None in by_section else found


def part_of(chronology: Chronology, section: Section | None) -> Part:
    """Return one section with its entries."""
    return Part(section, list(shown(Entry.objects.filter(chronology=chronology, section=section))))


def shown(entries: EntryQuerySet) -> EntryQuerySet:
    """Fetch what a row of the page shows, in the order of reading."""
    wordings = Prefetch("event__wordings", queryset=Wording.objects.order_by("pk"))
    return entries.select_related("event", "lane").prefetch_related(wordings).in_order()


def lanes(chronology: Chronology) -> QuerySet[Lane]:
    """Return the lanes with `entry_count`."""
    return chronology.lanes.select_related("theme").annotate(entry_count=Count("entries"))


def ready_count(chronology: Chronology) -> int:
    """Return how many entries are checked and not published yet."""
    return readers.ready(Entry.objects.filter(chronology=chronology)).count()


def unplaced(chronology: Chronology, words: str) -> QuerySet[Event]:
    """Return live events without a place in this chronology, those that have a place nowhere first."""
    here = Entry.objects.filter(event=OuterRef("pk"), chronology=chronology)
    anywhere = Entry.objects.filter(event=OuterRef("pk"))
    events = search.matching(Event.objects.live().filter(~Exists(here)), words).prefetch_related("wordings")
    return events.annotate(elsewhere=Exists(anywhere)).order_by("elsewhere", "sort_key", "pk")


def events(words: str, status: str) -> EventQuerySet:
    """Return events, newest made first, that hold all words and have a status ("" for any)."""
    found = Event.objects.filter(pk__in=search.matching(Event.objects.all(), words).values("pk"))
    if status in EventStatus.values:
        found = found.filter(status=status)
    return found.prefetch_related("wordings", "entries__chronology").order_by("-pk")


def alike(event: Event) -> QuerySet[Event]:
    """Return live events whose window touches this one's: the first to look at when two may be the same."""
    others = Event.objects.live().exclude(pk=event.pk).prefetch_related("wordings", "entries__chronology")
    return others.within(event.earliest, event.latest) if event.edtf else others.filter(edtf="")
