"""What was changed in published events since they were published: read from the histories, newest first.

A page looks at so many changes and no more, however many there are, and says where the next one goes on.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Min
from django.utils.translation import gettext as _

from timeline.dates.wording import in_short
from timeline.public.differences import Histories, Line
from timeline.public.merged import Goal, goals_of
from timeline.records import past
from timeline.records.models import (
    Change,
    Chronology,
    Citation,
    Entry,
    Event,
    Participation,
    Revision,
    Subject,
    Wording,
    history_of,
)
from timeline.records.sql import ask
from timeline.web.marks import language

LOOKED_AT = 100
"""Changes of what had been published here that one page looks at."""
MOST = 50
"""Corrections after which a page ends, with the change that they belong to; of one change no more are shown."""
MOST_PAIRS = 300
"""Events as changes touched them, that one page looks at."""
MOST_ROWS = 200
"""Rows that are looked at of what one change left in one history: an import may have left a million."""
MOST_MOVED = 2000
"""Rows of entries of one change, of which is asked whether they stood in another lane before."""
MOST_TOUCHED = 2000
"""Events as changes touched them, of which is asked whether they had been published."""
Pair = tuple[int, int]
"""A change and an event that it touched."""


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
    merged_into: Goal | None = None
    """What it is part of now, where it was not withdrawn but merged into what readers see."""

    @property
    def gone(self) -> str:
        """What is said of an event that is not there any more."""
        if self.merged_into:
            dated, undated = _("Merged: an event dated %(date)s"), _("Merged: an event without a date")
        else:
            dated, undated = _("Withdrawn: an event dated %(date)s"), _("Withdrawn: an event without a date")
        return dated % {"date": self.day_withdrawn} if self.day_withdrawn else undated


@dataclass(frozen=True)
class Log:
    """One page; `later` is where the next one begins."""

    corrections: list[Correction]
    later: int | None = None
    is_cut: bool = False
    """Whether a change touched more events than are shown of one."""


def read_log(chronology: Chronology, before: int | None = None) -> Log:
    """Return corrections of what a chronology shows, those of changes before a given one."""
    asked = Revision.objects.filter(chronology=chronology)
    asked = asked if before is None else asked.filter(change__lt=before)
    changes = list(asked.order_by("-change_id").values_list("change_id", flat=True)[: LOOKED_AT + 1])
    later = changes[LOOKED_AT - 1] if len(changes) > LOOKED_AT else None
    public = Change.objects.filter(pk__in=changes[:LOOKED_AT], is_public=True)
    instants = dict(public.order_by().values_list("pk", "at"))
    pairs, cut = _pairs(chronology, instants)
    later = cut or later
    found: list[Correction] = []
    in_order = sorted(_without_excess(pairs), key=lambda pair: (-pair[0], pair[1]))
    is_cut = len(in_order) < len(pairs)
    for start in range(0, len(in_order), MOST):
        some = in_order[start : start + MOST]
        found += _corrections(chronology, some, instants)
        last, is_last = some[-1][0], start + MOST >= len(in_order)
        if not is_last and (len(found) >= MOST or start + MOST >= MOST_PAIRS):
            # The change at which the page ends begins the next one, unless it began this one.
            end = last + 1 if last != in_order[0][0] else last
            return Log([one for one in found if one.change >= end], end, is_cut)
    return Log(found, later, is_cut)


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
    """Yield each change with the events that it may have corrected; one that it added had not been published.

    What cannot be a correction is left out before any row is counted, so that it takes the place of none.
    """
    yield from _rows(Event, "id", "history_type = '~'", changes)
    for noun in (Wording, Citation, Subject, Participation):
        yield from _rows(noun, "event_id", f"NOT EXISTS ({_ADDED})", changes)
    hidden = f"chronology_id = {chronology.pk:d} AND (history_type = '-' OR published_since IS NULL)"
    yield from _rows(Entry, "event_id", hidden, changes)
    yield from _moved(chronology, changes)


_ADDED = """
    SELECT 1 FROM records_historicalevent added
    WHERE added.id = event_id AND added.change_id = former.change_id AND added.history_type = '+'
"""


def _moved(chronology: Chronology, changes: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the first entries that each change put into another lane.

    Who publishes a million leaves a million rows that moved nowhere: only so many of them are asked about.
    """
    few = f"""
        SELECT change_id, event_id FROM (
            SELECT * FROM records_historicalentry
            WHERE change_id = %s AND chronology_id = {chronology.pk:d} AND history_type = '~'
                AND published_since IS NOT NULL
            ORDER BY history_id LIMIT {MOST_MOVED}
        ) AS former
        WHERE COALESCE(lane_id, 0) <> COALESCE((
            SELECT earlier.lane_id FROM records_historicalentry earlier
            WHERE earlier.id = former.id AND earlier.history_id < former.history_id
            ORDER BY earlier.history_id DESC LIMIT 1
        ), 0)
        ORDER BY history_id LIMIT {MOST_ROWS}
    """  # noqa: S608  our own numbers
    return ask(_each(few, changes), changes) if changes else []


def _each(few: str, changes: Sequence[int]) -> str:
    """Return a question asked of each of some changes, as one."""
    return " UNION ALL ".join([f"SELECT * FROM ({few}) AS few"] * len(changes))  # noqa: S608  our own names


def _rows(noun: type[models.Model], event: str, condition: str, changes: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the first rows, by change and event, that each change left in the history of a noun, and no more."""
    table = history_of(noun).model._meta.db_table
    few = (
        f"SELECT change_id, {event} FROM {table} former WHERE change_id = %s AND {condition}"  # noqa: S608  our own names
        f" ORDER BY history_id LIMIT {MOST_ROWS}"
    )
    return ask(_each(few, changes), changes) if changes else []


def _published(chronology: Chronology, pairs: set[Pair]) -> set[Pair]:
    """Keep those of events that had been published in the chronology before, while anyone might read it."""
    read = past.public_before(chronology.pk, {change for change, _event in pairs})
    pairs = {pair for pair in pairs if pair[0] in read}
    events = sorted({event for _change, event in pairs})
    first: dict[int, int] = {}
    published = history_of(Entry).filter(chronology_id=chronology.pk, published_since__isnull=False).order_by()
    for start in range(0, len(events), 500):
        some = published.filter(event_id__in=events[start : start + 500])
        first |= dict(some.values_list("event_id").annotate(Min("change_id")))
    return {(change, event) for change, event in pairs if first.get(event, change) < change}


def _corrections(
    chronology: Chronology, pairs: Sequence[Pair], instants: Mapping[int, datetime]
) -> Iterator[Correction]:
    events, changes = {event for _change, event in pairs}, [change for change, _event in pairs]
    histories = Histories(events, min(changes) - 1, max(changes), chronology.pk, chronology.language)
    entries = Entry.objects.published().filter(chronology=chronology, event__in=events)
    shown = set(entries.values_list("event", flat=True))
    states = [(*pair, histories.after(pair[1], pair[0] - 1), histories.after(pair[1], pair[0])) for pair in pairs]
    goals = goals_of(chronology, {other.event.merged_into_id for *_pair, _one, other in states if other} - {None})
    for change, event, one, other in states:
        if one is None or not one.is_shown:
            continue
        if other is None or not other.is_shown:
            words = in_short(one.event.date, language()) if one.event.date else ""
            yield Correction(
                change, instants[change], event, "", "", day_withdrawn=words, is_withdrawn=True,
                merged_into=goals.get((other and other.event.merged_into_id) or 0),
            )  # fmt: skip
        elif event in shown and (lines := list(histories.lines(one, other))):
            wording = other.wording
            yield Correction(
                change, instants[change], event, wording.headline if wording else f"#{event}",
                wording.language if wording else "", lines, one.event.version, other.event.version,
            )  # fmt: skip
