"""Who changed an event or a chronology, when, why and what: read from the history rows of each noun."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from timeline.arrange.queries.columns import COLUMNS, Names, moved
from timeline.records.models import (
    Change,
    Chronology,
    Citation,
    Entry,
    Event,
    Lane,
    Participation,
    Section,
    Subject,
    Wording,
)

MOST_DEEDS = 100
"""Deeds that a history page shows, newest first."""

OF_EVENT: Mapping[type[models.Model], str] = {
    Event: "id", Wording: "event_id", Participation: "event_id", Subject: "event_id",
    Citation: "event_id", Entry: "event_id",
}  # fmt: skip
OF_CHRONOLOGY: Mapping[type[models.Model], str] = {
    Chronology: "id", Section: "chronology_id", Lane: "chronology_id", Entry: "chronology_id",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One thing that a deed changed, before and after; "" before means that it is new, "" after that it is gone."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Deed:
    """A change as it touched this event or chronology."""

    change: Change
    lines: list[Line] = field(default_factory=list)


def of_event(event: Event) -> list[Deed]:
    """Return what was done to an event, newest first."""
    return _deeds(OF_EVENT, event.pk)


def of_chronology(chronology: Chronology) -> list[Deed]:
    """Return what was done to a chronology, its parts and its entries, newest first."""
    return _deeds(OF_CHRONOLOGY, chronology.pk)


def _history(noun: type[models.Model]) -> "models.Manager[Any]":
    manager: models.Manager[Any] = noun.history.model.objects  # type: ignore[attr-defined]
    return manager


def _deeds(nouns: Mapping[type[models.Model], str], key: int) -> list[Deed]:
    newest = _newest_changes(nouns, key)
    found = {change.pk: Deed(change) for change in _with_people(newest)}
    names = Names(by_chronology=Event in nouns)
    for noun, column in nouns.items():
        for row, former in _with_former(noun, column, key):
            if row.change_id in found:
                found[row.change_id].lines.extend(_lines(noun, row, former, names))
    return [deed for deed in found.values() if deed.lines]


def _newest_changes(nouns: Mapping[type[models.Model], str], key: int) -> list[int]:
    changes: set[int] = set()
    for noun, column in nouns.items():
        rows = _history(noun).filter(**{column: key}).order_by("-change_id")
        changes |= set(rows.values_list("change_id", flat=True).distinct()[: MOST_DEEDS + 1])
    return sorted(changes, reverse=True)[:MOST_DEEDS]


def _with_people(keys: Iterable[int]) -> "models.QuerySet[Change]":
    return Change.objects.filter(pk__in=keys).select_related("by", "undoes", "undone_by").order_by("-at", "-pk")


def _with_former(noun: type[models.Model], column: str, key: int) -> Iterator[tuple[Any, Any]]:
    """Yield each history row of the noun that belongs here, with the row before it of the same record."""
    touched = _history(noun).filter(**{column: key}).values("id")
    former: dict[int, Any] = {}
    for row in _history(noun).filter(id__in=touched).order_by("history_id"):
        if getattr(row, column) == key:
            yield row, former.get(row.id)
        former[row.id] = row


def _lines(noun: type[models.Model], row: Any, former: Any, names: Names) -> Iterator[Line]:
    """Yield what differs between two states of a record, in the words of the page."""
    past = former if former is not None and former.history_type != "-" else None
    present = None if row.history_type == "-" else row
    for label, show in COLUMNS[noun]:
        before, after = _shown(show, past, names), _shown(show, present, names)
        if before != after:
            yield Line(label(row, names) if callable(label) else str(label), before, after)
    if noun is Entry:
        yield from _entry_lines(row, past, present, names)


def _entry_lines(row: Any, past: Any, present: Any, names: Names) -> Iterator[Line]:
    words = _("“%(event)s” in “%(title)s”") % {
        "event": names.headline(row.event_id), "title": names.chronology(row.chronology_id),
    }  # fmt: skip
    if past is None or present is None:
        yield Line(_("Entry"), words if past is not None else "", words if present is not None else "")
    elif past.rank != present.rank:
        label, told = moved(row)
        yield Line(label(row, names), "", told)


def _shown(show: Callable[[Any, Names], str], row: Any, names: Names) -> str:
    return show(row, names) if row is not None else ""
