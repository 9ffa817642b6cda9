"""What the public pages read: entries that may be seen, with everything a page shows of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, Min, Model
from django.utils.timezone import localtime

from timeline.accounts.models import User
from timeline.records import about, past, tallies
from timeline.records.models import (
    Article,
    Change,
    Chronology,
    Citation,
    Edition,
    Entry,
    Event,
    Lane,
    Listing,
    Place,
    Section,
    Subject,
    Theme,
    Wording,
    history_of,
)
from timeline.records.models.chronologies import EntryQuerySet
from timeline.records.selection import Choice, Row, key_of, select
from timeline.records.tallies import ALL, ANY_AUDIENCE, SOURCES

CHUNK = 500
"""Records that are asked for at once."""


def shows_preview(user: User | AnonymousUser, chronology: Chronology, asked: bool) -> bool:
    """Return whether what is not published is shown too: to who is signed in and asks, or where nothing is public."""
    return user.is_authenticated and (asked or not chronology.is_public)


def with_event(entries: EntryQuerySet) -> EntryQuerySet:
    """Fetch beside each entry its event, and where it stands."""
    return entries.select_related("event__place", "lane", "section")


def wordings_of(events: Iterable[int]) -> dict[int, list[Wording]]:
    """Return by event its wordings, the one it was written in first; one query.

    Django's own prefetching makes a queryset for each event to hand them out, which takes longer than all the rest.
    """
    found: dict[int, list[Wording]] = defaultdict(list)
    for wording in Wording.objects.filter(event__in=list(events)).order_by("pk"):
        found[wording.event_id].append(wording)
    return found


def citations_of(events: Iterable[int]) -> dict[int, list[Citation]]:
    """Return by event the citations that it rests on, with their sources, the chosen one first; one query."""
    found: dict[int, list[Citation]] = defaultdict(list)
    rows = Citation.objects.standing().filter(event__in=list(events)).select_related("source")
    for citation in rows.order_by("-chosen", "pk"):
        found[citation.event_id].append(citation)
    return found


def themes_of(events: Iterable[int]) -> dict[int, list[Theme]]:
    """Return by event what it is about; one query."""
    found: dict[int, list[Theme]] = defaultdict(list)
    for subject in Subject.objects.filter(event__in=list(events)).select_related("theme").order_by("pk"):
        found[subject.event_id].append(subject.theme)
    return found


def stored_on(sources: Collection[int]) -> dict[int, date]:
    """Return of those sources whose text is stored as an article's on which day it was; two queries at most."""
    articles = dict(Article.objects.filter(source__in=sources).order_by().values_list("pk", "source_id"))
    rows = history_of(Article).filter(id__in=articles).order_by() if articles else history_of(Article).none()
    first = dict(rows.values_list("id").annotate(Min("change__at")))
    return {source: localtime(first[key]).date() for key, source in articles.items() if key in first}


@dataclass(frozen=True)
class Counts:
    """How much a chronology holds, and the instant it last changed for readers."""

    events: int
    sources: int
    unsourced: int
    unpublished: int
    published: datetime | None


def count(chronology: Chronology, *, preview: bool) -> Counts:
    """Return how much a chronology holds, from its tallies."""
    key, audiences = chronology.pk, (True, False) if preview else (True,)
    counts = tallies.wholes(key, (ALL, "exactness:unsourced"), audiences)
    listed = [Listing.objects.filter(chronology=chronology, is_public=audience) for audience in audiences]
    published = [rows.aggregate(last=Max("published_since"))["last"] for rows in listed]
    return Counts(
        events=counts[ALL],
        sources=tallies.whole(key, SOURCES, (ANY_AUDIENCE if preview else True,)),
        unsourced=counts["exactness:unsourced"],
        unpublished=tallies.whole(key, ALL, (False,)) if preview else 0,
        published=max((instant for instant in published if instant), default=None),
    )


def entries_of(rows: Sequence[Row]) -> list[Entry]:
    """Return the entries of some rows in their order, with their events."""
    found = Entry.objects.select_related("event").in_bulk([row.entry for row in rows])
    entries = [found[row.entry] for row in rows if row.entry in found]
    _share(entries, "lane", Lane)
    _share(entries, "section", Section)
    _share([entry.event for entry in entries], "place", Place)
    _let_parts_know(entries)
    return entries


def _share(rows: Iterable[Model], name: str, model: type[Model]) -> None:
    """Give rows what many of them have in common, which is made once; joined, it would be made for each of them."""
    keys = {row: getattr(row, f"{name}_id") for row in rows}
    shared = model._base_manager.in_bulk({key for key in keys.values() if key})
    for row, key in keys.items():
        if key in shared:
            setattr(row, name, shared[key])


def _let_parts_know(entries: Collection[Entry]) -> None:
    """Give entries, their lanes and sections their chronology, whose language theirs is; one query for all."""
    chronologies = Chronology.objects.in_bulk({entry.chronology_id for entry in entries})
    for entry in entries:
        entry.chronology = chronologies[entry.chronology_id]
        if entry.lane:
            entry.lane.chronology = entry.chronology
        if entry.section:
            entry.section.chronology = entry.chronology


def checks(entries: Sequence[Entry]) -> dict[int, Change]:
    """Return by event the change that made it a checked one; two queries, and one more where no list holds an entry.

    Many events may have been checked by one change, which is made once here.
    """
    keys = [entry.pk for entry in entries if entry.pk is not None]
    listed = Listing.objects.filter(entry__in=keys).order_by()
    found: dict[int, int | None] = dict(listed.values_list("event_id", "check_change_id"))
    if unlisted := [entry.event_id for entry in entries if entry.event_id not in found]:
        found |= past.checks(unlisted)
    changes = Change.objects.select_related("by").in_bulk({change for change in found.values() if change})
    return {event: changes[change] for event, change in found.items() if change in changes}


def entry_of(event: Event, user: User | AnonymousUser) -> Entry | None:
    """Return the entry under which an event is shown: a published one, else any for who is signed in."""
    entries = with_event(Entry.objects.filter(event=event)).order_by("pk")
    found = entries.published().first() or (entries.first() if user.is_authenticated else None)
    _let_parts_know([found] if found else [])
    return found


def neighbour(entry: Entry, *, preview: bool, later: bool) -> Entry | None:
    """Return the entry next to `entry`, with its event's wordings."""
    selection, key = select(Choice(entry.chronology_id, preview)), key_of(entry.pk)
    rows = [] if key is None else selection.after(key, 1) if later else selection.before(key, 1)
    entries = Entry.objects.select_related("event").prefetch_related("event__wordings")
    return entries.filter(pk=rows[0].entry).first() if rows else None


def instant_of(chronology: Chronology) -> datetime | None:
    """Return when readers last saw a change of a chronology; None where that is not known."""
    return instants_of([chronology.pk]).get(chronology.pk)


def instants_of(chronologies: Collection[int]) -> dict[int, datetime]:
    """Return the same of some chronologies, by their keys."""
    numbers = Edition.objects.filter(chronology__in=chronologies).order_by().values_list("chronology", "number")
    found = {key: about.instant_of(number) for key, number in numbers if key is not None}
    return {key: instant for key, instant in found.items() if instant}


def changed_at(events: Sequence[int]) -> dict[int, datetime]:
    """Return when each of some events was last changed."""
    found: dict[int, datetime] = {}
    for start in range(0, len(events), CHUNK):
        rows = history_of(Event).filter(id__in=events[start : start + CHUNK]).order_by()
        found |= dict(rows.values_list("id").annotate(Max("change__at")))
    return found
