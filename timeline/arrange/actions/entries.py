"""Entries: give events their place in a chronology, order them where the dates leave it open, publish, withdraw."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from timeline.accounts.models import User
from timeline.arrange import ranks
from timeline.arrange.queries import readers
from timeline.records import actions
from timeline.records.changes import claim, save
from timeline.records.models import Chronology, Entry, Event, Lane, Section, Verb, open_change


class MoveRefused(Exception):
    """The dates say where an entry stands; `against` are the entries it cannot pass."""

    def __init__(self, entry: Entry, against: Sequence[Entry]) -> None:
        super().__init__(f"{entry} cannot pass {', '.join(map(str, against))}")
        self.entry = entry
        self.against = list(against)


class AtTheEdge(Exception):
    """There is nothing above the first entry of a section, nor below the last."""


def place_events(
    *,
    chronology: Chronology,
    events: Iterable[Event],
    section: Section | None,
    lane: Lane | None,
    by: User | None,
    at: datetime,
) -> list[Entry]:
    """Give events a place; without a lane, each gets the one of its theme. Those that have a place keep it."""
    events = list(events)
    with open_change(by=by, at=at, verb=Verb.PLACE, why=chronology.title):
        held = Entry.objects.filter(chronology=chronology, event__in=[event.pk for event in events])
        there = set(held.order_by().values_list("event", flat=True))
        return [
            _place(chronology, event, section, lane or lane_of_theme(chronology, event), by, at)
            for event in events
            if event.pk not in there
        ]


def lane_of_theme(chronology: Chronology, event: Event) -> Lane | None:
    """Return the first lane whose theme the event has."""
    return chronology.lanes.filter(theme__in=event.themes.all()).first()


def set_section(*, entries: Iterable[Entry], section: Section | None, by: User | None, at: datetime) -> None:
    """Put entries into one section, or into none."""
    with open_change(by=by, at=at, verb=Verb.PLACE, why=str(section or "")):
        for entry in _claimed(entries):
            if entry.section != section:
                entry.section = section
                save(entry)


def set_lane(*, entries: Iterable[Entry], lane: Lane | None, by: User | None, at: datetime) -> None:
    """Put entries into one lane, or into none."""
    with open_change(by=by, at=at, verb=Verb.PLACE, why=str(lane or "")):
        for entry in _claimed(entries):
            if entry.lane != lane:
                entry.lane = lane
                save(entry)


def take_out(*, entries: Iterable[Entry], by: User | None, at: datetime) -> None:
    """Take entries out of their chronology; the events stay."""
    entries = list(entries)
    with open_change(by=by, at=at, verb=Verb.WITHDRAW, why=", ".join(map(str, entries))):
        for entry in _claimed(entries):
            entry.delete()


def step(*, entry: Entry, places: int, by: User | None, at: datetime) -> Entry:
    """Move an entry by so many places down its section (-1: up).

    MoveRefused if the dates decide it, AtTheEdge if there is no such place.
    """
    with open_change(by=by, at=at, verb=Verb.MOVE, why=str(entry)):
        siblings = list(_siblings(entry, entry.section))
        place = [sibling.pk for sibling in siblings].index(entry.pk)
        target = place + places
        if not 0 <= target < len(siblings):
            raise AtTheEdge
        del siblings[place]
        return _put(entry, siblings, target, entry.section)


def move(*, entry: Entry, section: Section | None, after: Entry | None, by: User | None, at: datetime) -> Entry:
    """Put an entry behind `after`, or first in `section`; MoveRefused if the dates decide against it."""
    with open_change(by=by, at=at, verb=Verb.MOVE, why=str(entry)):
        siblings = [sibling for sibling in _siblings(entry, section) if sibling.pk != entry.pk]
        keys = [sibling.pk for sibling in siblings]
        place = keys.index(after.pk) + 1 if after and after.pk in keys else 0
        return _put(entry, siblings, place, section)


def publish(*, chronology: Chronology, entries: Iterable[Entry] | None, by: User | None, at: datetime) -> list[Entry]:
    """Publish those of `entries` (None: of all) that are checked and not published yet; return them.

    Where the chronology asks for a second reader, what its drafter checked stays back.
    """
    with open_change(by=by, at=at, verb=Verb.PUBLISH, why=chronology.title):
        chosen = Entry.objects.filter(chronology=chronology).select_for_update(of=("self",))
        if entries is not None:
            chosen = chosen.filter(pk__in=[entry.pk for entry in entries])
        ready = [entry for entry in readers.ready(chosen) if not readers.lacks_second_reader(entry)]
        for entry in ready:
            entry.published_since = at
            save(entry)
        return ready


def withdraw(*, entries: Iterable[Entry], by: User | None, at: datetime, why: str = "") -> list[Entry]:
    """Take entries out of what the public sees; they stay in the chronology."""
    with open_change(by=by, at=at, verb=Verb.WITHDRAW, why=why):
        published = [entry for entry in _claimed(entries) if entry.published_since]
        for entry in published:
            entry.published_since = None
            save(entry)
        return published


def _place(
    chronology: Chronology, event: Event, section: Section | None, lane: Lane | None, by: User | None, at: datetime
) -> Entry:
    event = claim(Event.objects.all(), event.pk, None).settled
    peers = Entry.objects.filter(chronology=chronology, event__sort_key=event.sort_key).order_by("rank")
    last = peers.last()
    entry = actions.place(event=event, chronology=chronology, section=section, lane=lane, by=by, at=at)
    if last is not None and last.pk != entry.pk:
        behind = ranks.between(last.rank, "")
        if len(behind) <= ranks.LONGEST:
            entry.rank = behind
            save(entry)
    return entry


def _claimed(entries: Iterable[Entry]) -> list[Entry]:
    keys = [entry.pk for entry in entries]
    rows = Entry.objects.filter(pk__in=keys).select_for_update(of=("self",))
    return list(rows.select_related("event", "section", "lane", "chronology").in_order())


def _siblings(entry: Entry, section: Section | None) -> list[Entry]:
    rows = Entry.objects.filter(chronology=entry.chronology_id, section=section)
    return list(rows.select_for_update(of=("self",)).select_related("event").in_order())


def _put(entry: Entry, siblings: list[Entry], place: int, section: Section | None) -> Entry:
    """Put an entry at `place` among its siblings: between the ranks of those whose dates are the same."""
    entry = claim(Entry.objects.select_related("event"), entry.pk, None)
    key = entry.event.sort_key
    before, behind = siblings[:place], siblings[place:]
    against = [one for one in before if one.event.sort_key > key] + [one for one in behind if one.event.sort_key < key]
    if against:
        raise MoveRefused(entry, against)
    former = [one for one in before if one.event.sort_key == key]
    latter = [one for one in behind if one.event.sort_key == key]
    entry.section = section
    _rank(entry, former, latter)
    return entry


def _rank(entry: Entry, former: list[Entry], latter: list[Entry]) -> None:
    lower = former[-1].rank if former else ""
    upper = latter[0].rank if latter else ""
    if not upper or lower < upper:
        entry.rank = ranks.between(lower, upper) if lower or upper else entry.rank
        if len(entry.rank) <= ranks.LONGEST:
            save(entry)
            return
    group = [*former, entry, *latter]
    for one, rank in zip(group, ranks.spread(len(group)), strict=True):
        one.rank = rank
        save(one)
