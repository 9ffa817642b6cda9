"""Records as they stood after a change, read from their histories; and which versions of an event readers have seen."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import models
from django.db.models import Max

from timeline.records.models import (
    Actor,
    Change,
    Chronology,
    Citation,
    CitationState,
    Entry,
    Event,
    EventStatus,
    Participation,
    Place,
    Source,
    Subject,
    Theme,
    Wording,
    history_of,
)
from timeline.records.sql import ask_of

Record = TypeVar("Record", bound=models.Model)
Stretch = tuple[int, int | None]
"""From one change, to before another; None: to this day."""
MOST_VERSIONS = 2000
"""Versions of an event that are looked through, the newest ones."""

# It is asked with every save, and to build such a question takes longer than to answer it.
_STATES = "SELECT id, status, change_id FROM records_historicalevent WHERE id IN ({}) ORDER BY history_id"


@dataclass(frozen=True)
class Version:
    """An event as one change left it; `until` is the key of the change that left it otherwise."""

    number: int
    change: int
    until: int | None
    is_checked: bool


@dataclass(frozen=True)
class Past:
    """An event with all it rested on after a change, as records that are not to be saved."""

    event: Event
    wordings: list[Wording] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    check: Change | None = None


def versions_of(event: int) -> list[Version]:
    """Return the versions of an event, oldest first: of those that one change made, the last, which alone was seen."""
    rows = history_of(Event).filter(id=event).order_by("-history_id")
    columns = rows.values_list("change_id", "version", "status", "merged_into_id", "history_type")[:MOST_VERSIONS]
    last: dict[int, tuple[int, bool]] = {}
    for change, number, status, merged_into, kind in reversed(columns):
        last[change] = number, status == EventStatus.CHECKED and merged_into is None and kind != "-"
    ends: list[int | None] = [*last, None]
    return [
        Version(number, change, until, is_checked)
        for (change, (number, is_checked)), until in zip(last.items(), ends[1:], strict=True)
    ]


def public_versions_of(event: int) -> list[Version]:
    """Return the versions of an event that readers have seen: checked, and published in a chronology that was public.

    Whether they may still see any of it is another question: what was withdrawn is gone with all its versions.
    """
    seen = _shown(event)
    return [one for one in versions_of(event) if one.is_checked and any(_meet(one, stretch) for stretch in seen)]


def is_of_change(event: int, number: int, change: int) -> bool:
    """Return whether a change made a version of an event, if not as its last."""
    return bool(history_of(Event).filter(id=event, version=number, change=change).exists())


def past_of(event: int, change: int) -> Past | None:
    """Return an event as a change left it; None if it did not stand then."""
    return pasts_of([event], change).get(event)


def pasts_of(events: Collection[int], change: int) -> dict[int, Past]:
    """Return events by key as a change left them: a query for each noun, however many events there are."""
    found = {event.pk: Past(event) for event in stood(Event, change, id__in=events)}
    for wording in stood(Wording, change, event_id__in=found):
        found[wording.event_id].wordings.append(wording)
    for citation in stood(Citation, change, event_id__in=found):
        past = found[citation.event_id]
        if past.event.status != EventStatus.CHECKED or citation.state == CitationState.CHECKED:
            past.citations.append(citation)
    _give_names(found, change)
    _give_sources([one for past in found.values() for one in past.citations], change)
    made = checks(found, until=change)
    changes = Change.objects.select_related("by").in_bulk(set(made.values()))
    return {key: _sorted(past, changes.get(made.get(key, 0))) for key, past in found.items()}


def checks(events: Iterable[int], *, until: int | None = None) -> dict[int, int]:
    """Return by event the key of the change that made it a checked one; `until` a change, what had by then."""
    made: dict[int, int] = {}
    for event, status, change in ask_of(_STATES, list(events)):
        if until is not None and change > until:
            continue
        if status != EventStatus.CHECKED:
            made.pop(event, None)
        else:
            made.setdefault(event, change)
    return made


def stood(noun: type[Record], change: int, **which: Any) -> list[Record]:
    """Return the records of a noun that stood after a change, as it left them, by their keys."""
    rows = history_of(noun)
    touched = rows.filter(**which).order_by().values("id")
    by_then = rows.filter(id__in=touched, change_id__lte=change).order_by().values("id")
    last = by_then.annotate(last=Max("history_id")).values("last")
    found = rows.filter(history_id__in=last).exclude(history_type="-").order_by("id")
    # It may have belonged elsewhere by then.
    return [record_of(noun, row) for row in found if _fits(row, which)]


def _fits(row: Any, which: Mapping[str, Any]) -> bool:
    return all(getattr(row, name.removesuffix("__in")) in values for name, values in which.items())


def record_of(noun: type[Record], row: Any) -> Record:
    """Return the record of a history row; its batch is no part of any history."""
    return noun(**{one.attname: getattr(row, one.attname) for one in row.tracked_fields})


def _sorted(past: Past, check: Change | None) -> Past:
    past.wordings.sort(key=lambda one: one.pk)
    past.citations.sort(key=lambda one: (not one.chosen, one.pk))
    return Past(past.event, past.wordings, past.citations, past.actors, past.themes, check)


def _give_names(found: Mapping[int, Past], change: int) -> None:
    """Give events their places, actors and themes, by the names these have now."""
    parts = stood(Participation, change, event_id__in=found)
    subjects = stood(Subject, change, event_id__in=found)
    actors = Actor.objects.in_bulk({one.actor_id for one in parts})
    themes = Theme.objects.in_bulk({one.theme_id for one in subjects})
    places = Place.objects.in_bulk({past.event.place_id for past in found.values() if past.event.place_id})
    for part in sorted(parts, key=lambda one: one.pk):
        if part.actor_id in actors:
            found[part.event_id].actors.append(actors[part.actor_id])
    for subject in sorted(subjects, key=lambda one: one.pk):
        if subject.theme_id in themes:
            found[subject.event_id].themes.append(themes[subject.theme_id])
    for past in found.values():
        past.event.place = places.get(past.event.place_id or 0)


def _give_sources(citations: Iterable[Citation], change: int) -> None:
    cited = list(citations)
    sources = {one.pk: one for one in stood(Source, change, id__in={one.source_id for one in cited})}
    for citation in cited:
        if citation.source_id in sources:
            citation.source = sources[citation.source_id]


def public_before(chronology: int, changes: Collection[int]) -> set[int]:
    """Return those of some changes right before which anyone might read a chronology."""
    stretches = _public([chronology]).get(chronology, [])
    return {
        change for change in changes if any(begin < change <= (end or change) for begin, end in stretches)
    }  # fmt: skip


def _shown(event: int) -> list[Stretch]:
    """Return when an event stood published in a chronology that anyone might read."""
    rows = history_of(Entry).filter(event_id=event).order_by("history_id")
    columns = "id", "change_id", "chronology_id", "published_since", "history_type"
    placed = list(rows.values_list(*columns))
    published = _stretches(
        ((entry, chronology), change, since is not None and kind != "-")
        for entry, change, chronology, since, kind in placed
    )
    public = _public({row[2] for row in placed})
    return [
        both
        for (_entry, chronology), stretches in published.items()
        for one in stretches
        for other in public.get(chronology, [])
        if (both := _both(one, other))
    ]


def _public(chronologies: Collection[int]) -> dict[int, list[Stretch]]:
    """Return when anyone might read each chronology."""
    states = history_of(Chronology).filter(id__in=chronologies).order_by("history_id")
    return _stretches(
        (key, change, is_public and kind != "-")
        for key, change, is_public, kind in states.values_list("id", "change_id", "is_public", "history_type")
    )


def _stretches(rows: Iterable[tuple[Any, int, bool]]) -> dict[Any, list[Stretch]]:
    """Return by key from which change to which something held of a record."""
    found: dict[Any, list[Stretch]] = {}
    begun: dict[Any, int] = {}
    for key, change, holds in rows:
        if holds:
            begun.setdefault(key, change)
        elif key in begun:
            found.setdefault(key, []).append((begun.pop(key), change))
    for key, change in begun.items():
        found.setdefault(key, []).append((change, None))
    return found


def _both(one: Stretch, other: Stretch) -> Stretch | None:
    """Return the stretch in which both lie."""
    begin, ends = max(one[0], other[0]), [end for end in (one[1], other[1]) if end is not None]
    end = min(ends, default=None)
    return None if end is not None and end <= begin else (begin, end)


def _meet(version: Version, stretch: Stretch) -> bool:
    return _both((version.change, version.until), stretch) is not None
