"""What the public pages read: entries that may be seen, with everything a page shows of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, Max, OuterRef, Prefetch, Q, QuerySet

from timeline.accounts.models import User
from timeline.records.models import Change, Chronology, Citation, Entry, Event, EventStatus, Source
from timeline.records.models.chronologies import EntryQuerySet


def shows_preview(user: User | AnonymousUser, chronology: Chronology, asked: bool) -> bool:
    """Return whether what is not published is shown too: to who is signed in and asks, or where nothing is public."""
    return user.is_authenticated and (asked or not chronology.is_public)


def visible(chronology: Chronology, *, preview: bool = False) -> EntryQuerySet:
    """Return the entries that the public sees; in a preview also those not published."""
    entries: EntryQuerySet = Entry.objects.filter(chronology=chronology)
    if preview:
        return entries.filter(event__merged_into__isnull=True).exclude(event__status=EventStatus.WITHDRAWN)
    return entries.published()


def with_everything(entries: EntryQuerySet) -> EntryQuerySet:
    """Fetch beside each entry all that a page shows of its event; the number of queries does not grow."""
    citations = Citation.objects.standing().select_related("source").order_by("-chosen", "pk")
    return (
        entries.select_related("event__place", "lane", "section")
        .defer("event__search_text")
        .prefetch_related("event__wordings", "event__actors", "event__themes", Prefetch("event__citations", citations))
    )


def differing() -> Exists:
    """Return the condition on an entry that another source gives its event another date."""
    rivals = (
        Citation.objects.standing()
        .filter(event=OuterRef("event"))
        .exclude(edtf="")
        .exclude(edtf=OuterRef("event__edtf"))
    )
    return Exists(rivals)


def unsourced() -> Q:
    """Return the condition on an entry that the source its date was taken from does not itself give it."""
    return Q(event__in=Citation.objects.filter(chosen=True, gives_date=False).values("event"))


@dataclass(frozen=True)
class Counts:
    """How much a chronology holds, and the instant it last changed for readers."""

    events: int
    sources: int
    unsourced: int
    unpublished: int
    published: datetime | None


def count(entries: EntryQuerySet) -> Counts:
    """Count what `entries` hold."""
    return Counts(
        events=entries.count(),
        sources=sources_of(entries).count(),
        unsourced=entries.filter(unsourced()).count(),
        unpublished=entries.exclude(pk__in=Entry.objects.published()).count(),
        published=entries.aggregate(last=Max("published_since"))["last"],
    )


def sources_of(entries: EntryQuerySet) -> QuerySet[Source]:
    """Return the sources that the events of `entries` cite."""
    citations = Citation.objects.standing().filter(event__in=entries.values("event"))
    return Source.objects.filter(pk__in=citations.values("source"))


def checks(events: Iterable[int]) -> dict[int, Change]:
    """Return by event the change that made it a checked one; two queries."""
    rows = Event.history.filter(id__in=list(events)).order_by("history_id").values_list("id", "status", "change_id")
    made: dict[int, int] = {}
    for event, status, change in rows:
        if status != EventStatus.CHECKED:
            made.pop(event, None)
        else:
            made.setdefault(event, change)
    changes = Change.objects.select_related("by").in_bulk(set(made.values()))
    return {event: changes[change] for event, change in made.items()}


def entry_of(event: Event, user: User | AnonymousUser) -> Entry | None:
    """Return the entry under which an event is shown: a published one, else any for who is signed in."""
    entries = with_everything(Entry.objects.filter(event=event)).select_related("chronology").order_by("pk")
    found = entries.published().first()
    return found or (entries.first() if user.is_authenticated else None)


def after(entries: EntryQuerySet, entry: Entry) -> EntryQuerySet:
    """Keep what follows `entry` in the order of the chronology."""
    return entries.filter(_beyond(entry, "gt"))


def before(entries: EntryQuerySet, entry: Entry) -> EntryQuerySet:
    """Keep what precedes `entry` in the order of the chronology."""
    return entries.filter(_beyond(entry, "lt"))


def _beyond(entry: Entry, way: str) -> Q:
    """Compare by the key (sort key, rank, primary key), as `in_order` sorts."""
    key = entry.event.sort_key
    same_key, same_rank = Q(event__sort_key=key), Q(rank=entry.rank)
    return (
        Q(**{f"event__sort_key__{way}": key})
        | same_key & Q(**{f"rank__{way}": entry.rank})
        | same_key & same_rank & Q(**{f"pk__{way}": entry.pk})
    )


def neighbour(entries: EntryQuerySet, entry: Entry, *, later: bool) -> Entry | None:
    """Return the entry next to `entry`, with its event's wordings."""
    ordered = after(entries, entry).in_order() if later else before(entries, entry).in_order().reverse()
    return ordered.select_related("event").prefetch_related("event__wordings").first()
