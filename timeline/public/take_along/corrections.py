"""What was changed in published events since they were published: read from the histories, newest first.

A page looks at so many changes and no more, however many there are, and says where the next one goes on.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Min
from django.utils.translation import gettext as _

from timeline.dates.wording import in_short
from timeline.records import past
from timeline.records.models import Change, Chronology, Entry, Event, EventStatus, Wording
from timeline.records.sql import ask
from timeline.web.marks import language

LOOKED_AT = 100
"""Changes that one page looks at."""
MOST = 50
"""Corrections after which a page ends, with the change that they belong to; of one change no more are shown."""
MOST_PAIRS = 300
"""Events as changes touched them, that one page looks at."""
MOST_ROWS = 200
"""Rows that are looked at of what one change left in one history: an import may have left a million."""
MOST_TOUCHED = 2000
"""Events as changes touched them, of which is asked whether they had been published."""
Pair = tuple[int, int]
"""A change and an event that it touched."""


@dataclass(frozen=True)
class Line:
    """One thing that was changed, before and after; `language` of both, "" for words of the page."""

    label: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True)
class Correction:
    """An event that readers had seen, as one change left it."""

    change: int
    at: datetime
    event: int
    headline: str
    language: str
    lines: list[Line] = field(default_factory=list)
    version_before: int = 0
    version_after: int = 0
    day_withdrawn: str = ""
    """The date, in words, of an event that was withdrawn: its words are gone with it."""
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Log:
    """One page; `later` is where the next one begins."""

    corrections: list[Correction]
    later: int | None = None


def read_log(chronology: Chronology, before: int | None = None) -> Log:
    """Return corrections of what a chronology shows, those of changes before a given one."""
    asked = Change.objects.filter(is_public=True)
    asked = asked if before is None else asked.filter(pk__lt=before)
    changes = list(asked.order_by("-pk")[: LOOKED_AT + 1])
    later = changes[LOOKED_AT - 1].pk if len(changes) > LOOKED_AT else None
    instants = {change.pk: change.at for change in changes[:LOOKED_AT]}
    pairs, cut = _pairs(chronology, instants)
    later = cut or later
    found: list[Correction] = []
    in_order = sorted(_without_excess(pairs), key=lambda pair: (-pair[0], pair[1]))
    for start in range(0, len(in_order), MOST):
        some = in_order[start : start + MOST]
        found += _corrections(chronology, some, instants)
        last, is_last = some[-1][0], start + MOST >= len(in_order)
        if not is_last and (len(found) >= MOST or start + MOST >= MOST_PAIRS):
            # The change at which the page ends begins the next one, unless it began this one.
            end = last + 1 if last != in_order[0][0] else last
            return Log([one for one in found if one.change >= end], end)
    return Log(found, later)


def _without_excess(pairs: set[Pair]) -> Iterator[Pair]:
    """Yield of each change no more than a page holds."""
    counts: Counter[int] = Counter()
    for change, event in sorted(pairs):
        counts[change] += 1
        if counts[change] <= MOST:
            yield change, event


def _pairs(chronology: Chronology, changes: Collection[int]) -> tuple[set[Pair], int | None]:
    """Return what the changes touched of what had been published before; and where that was cut off."""
    pairs = sorted(set(_touched(chronology, list(changes))), key=lambda pair: -pair[0])
    cut = None
    if len(pairs) > MOST_TOUCHED:
        newest, last = pairs[0][0], pairs[MOST_TOUCHED][0]
        # The change at which it was cut off begins the next page, unless it began this one.
        pairs = [pair for pair in pairs[:MOST_TOUCHED] if pair[0] > last or last == newest]
        cut = last if last == newest else last + 1
    return _published(chronology, set(pairs)), cut


def _touched(chronology: Chronology, changes: Sequence[int]) -> Iterator[Pair]:
    """Yield each change with the events that it may have corrected: what it added is no correction."""
    for change, event, kind in _rows(Event, "id, history_type", changes):
        if kind == "~":
            yield change, event
    for change, event, kind in _rows(Wording, "event_id, history_type", changes):
        if kind != "+":
            yield change, event
    columns = "event_id, chronology_id, history_type, published_since IS NULL"
    for change, event, where, kind, is_hidden in _rows(Entry, columns, changes):
        if where == chronology.pk and (kind == "-" or is_hidden):
            yield change, event


def _rows(noun: type[models.Model], columns: str, changes: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return some rows that each change left in the history of a noun: no more are read, whatever there are."""
    table = _history(noun).model._meta.db_table
    few = f"SELECT change_id, {columns} FROM {table} WHERE change_id = %s LIMIT {MOST_ROWS}"  # noqa: S608  our own names
    return ask(" UNION ALL ".join([f"SELECT * FROM ({few}) AS few"] * len(changes)), changes) if changes else []  # noqa: S608


def _published(chronology: Chronology, pairs: set[Pair]) -> set[Pair]:
    """Keep those of events that had been published in the chronology before."""
    events = sorted({event for _change, event in pairs})
    first: dict[int, int] = {}
    published = _history(Entry).filter(chronology_id=chronology.pk, published_since__isnull=False).order_by()
    for start in range(0, len(events), 500):
        some = published.filter(event_id__in=events[start : start + 500])
        first |= dict(some.values_list("event_id").annotate(Min("change_id")))
    return {(change, event) for change, event in pairs if first.get(event, change) < change}


@dataclass(frozen=True)
class _State:
    """What readers saw of an event."""

    event: Event
    wordings: Mapping[str, Any]
    is_shown: bool


class _Histories:
    """The histories of some events, read at once."""

    def __init__(self, chronology: Chronology, events: Collection[int], until: int) -> None:
        self.events = _by_event(Event, "id", until, id__in=events)
        self.wordings = _by_event(Wording, "event_id", until, event_id__in=events)
        self.entries = _by_event(Entry, "event_id", until, event_id__in=events, chronology_id=chronology.pk)

    def after(self, event: int, change: int) -> _State | None:
        """Return an event as a change left it."""
        rows = _last(self.events.get(event, ()), change)
        if not rows:
            return None
        stood = past.record_of(Event, rows[0])
        placed = _last(self.entries.get(event, ()), change)
        is_shown = stood.status == EventStatus.CHECKED and stood.merged_into_id is None
        wordings = {row.language: row for row in _last(self.wordings.get(event, ()), change)}
        return _State(stood, wordings, is_shown and any(row.published_since is not None for row in placed))


def _by_event(noun: type[models.Model], column: str, until: int, **which: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in _history(noun).filter(change_id__lte=until, **which).order_by("history_id"):
        found.setdefault(getattr(row, column), []).append(row)
    return found


def _last(rows: Iterable[Any], change: int) -> list[Any]:
    """Return of each record the row that stood after a change."""
    last = {row.id: row for row in rows if row.change_id <= change}
    return [row for row in last.values() if row.history_type != "-"]


def _corrections(
    chronology: Chronology, pairs: Sequence[Pair], instants: Mapping[int, datetime]
) -> Iterator[Correction]:
    events = {event for _change, event in pairs}
    histories = _Histories(chronology, events, max(change for change, _event in pairs))
    entries = Entry.objects.published().filter(chronology=chronology, event__in=events)
    shown = set(entries.values_list("event", flat=True))
    for change, event in pairs:
        one, other = histories.after(event, change - 1), histories.after(event, change)
        if one is None or not one.is_shown:
            continue
        if other is None or not other.is_shown:
            words = in_short(one.event.date, language()) if one.event.date else ""
            yield Correction(change, instants[change], event, "", "", day_withdrawn=words, is_withdrawn=True)
        elif event in shown and (lines := list(_lines(one, other))):
            wording = _wording(other)
            yield Correction(
                change, instants[change], event, wording.headline if wording else f"#{event}",
                wording.language if wording else "", lines, one.event.version, other.event.version,
            )  # fmt: skip


def _wording(state: _State) -> Any:
    wordings = sorted(state.wordings.values(), key=lambda one: one.id)
    return state.wordings.get(language()) or (wordings[0] if wordings else None)


def _lines(one: _State, other: _State) -> Iterator[Line]:
    if one.event.edtf != other.event.edtf:
        undated = _("Undated")
        days = [in_short(date, language()) if (date := state.event.date) else undated for state in (one, other)]
        yield Line(_("Date"), days[0], days[1])
    for code, former in sorted(one.wordings.items()):
        present = other.wordings.get(code)
        if present is not None and present.headline != former.headline:
            yield Line(_("Headline"), former.headline, present.headline, code)
        if present is not None and present.summary != former.summary:
            yield Line(_("Summary"), former.summary, present.summary, code)


def _history(noun: type[models.Model]) -> "models.Manager[Any]":
    manager: models.Manager[Any] = noun.history.model.objects  # type: ignore[attr-defined]
    return manager
