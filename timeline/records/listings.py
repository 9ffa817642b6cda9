"""Keep what lists are read from: made anew for what a change has touched, checked and repaired by `manage.py verify`.

Everything here follows from the records. What an entry counts for is taken off and put on in the same transaction as
the change itself.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model

from timeline.dates import FuzzyDate, Precision
from timeline.records import tallies
from timeline.records.known_days import day_of_year, names_full_day, values_of
from timeline.records.models import (
    Actor,
    Change,
    Entry,
    Event,
    EventStatus,
    Facet,
    Listing,
    Place,
    Source,
    Tally,
    Theme,
    before_the_end,
)
from timeline.records.past import checks
from timeline.records.sorting import heading_of
from timeline.records.spans import BEGINNING, END, YEAR, differs, level_of, node_of, span_of, year_of
from timeline.records.sql import ask, ask_of
from timeline.records.tallies import ALL, TallyKey
from timeline.records.touched import touched

PIECE = 500
"""Entries that are looked at together; both databases take so many keys in one question."""
LONGEST_BAR = 366
"""Days; what lasted longer is no year's own."""
OPEN_LENGTH = 5 * YEAR
"""Days; what has an open side is not the longest of all for that."""
SHORTER_THAN_YEAR = (
    Precision.WEEK, Precision.PART_OF_MONTH, Precision.MONTH, Precision.SEASON, Precision.QUARTER,
    Precision.PART_OF_YEAR, Precision.HALF,
)  # fmt: skip
FACETED = ("entry_id", "chronology_id", "value", "is_public", "sort_key", "rank")
STANDING = """
    SELECT citation.event_id, source_id, publisher, published, citation.edtf, chosen, gives_date
    FROM records_citation citation
    JOIN records_event event ON event.id = citation.event_id JOIN records_source source ON source.id = source_id
    WHERE citation.event_id IN ({}) AND (state = 'checked' OR event.status <> 'checked')
"""
"""What `CitationQuerySet.standing` keeps; these are asked with every save, and to build such a question takes longer
than to answer it."""


class Listed(NamedTuple):
    """The columns of a Listing that follow from the records, in their order; `shown` is the one behind them."""

    entry_id: int
    chronology_id: int
    event_id: int
    is_public: bool
    sort_key: str
    rank: str
    first: int | None
    last: int | None
    node: int | None
    year: int | None
    length: int | None
    lane: int | None
    is_known: bool
    day_of_year: int | None
    published_since: datetime | None
    check_change_id: int | None


@dataclass(frozen=True)
class Kept:
    """An entry as the tables keep it: its row, and the values that it can be chosen by."""

    listed: Listed
    values: frozenset[str]
    shown: int = field(default=0, compare=False)

    @property
    def facets(self) -> list[tuple[Any, ...]]:
        """The rows of its values, in the order of FACETED."""
        one = self.listed
        return [
            (one.entry_id, one.chronology_id, value, one.is_public, one.sort_key, one.rank)
            for value in sorted(self.values)
        ]

    def tallies(self) -> Iterator[TallyKey]:
        """Yield what the entry counts for, one each."""
        one = self.listed
        lane, whole = one.lane or 0, Tally.Level.WHOLE.value
        for value in (ALL, *self.values):
            yield one.chronology_id, value, one.is_public, whole, 0, 0, False
            if value.startswith("cites:"):
                continue
            yield one.chronology_id, value, one.is_public, Tally.Level.LANE.value, 0, lane, False
            if one.year is not None:
                yield one.chronology_id, value, one.is_public, Tally.Level.YEAR.value, one.year, lane, one.is_known
        year, month = heading_of(one.sort_key)
        if year is not None:
            period = year * 100 + (month or 0)
            yield one.chronology_id, ALL, one.is_public, Tally.Level.MONTH.value, period, lane, one.is_known
        if one.node is not None:
            assert one.first is not None
            assert one.last is not None
            level = f"level:{level_of(one.first, one.last)}"
            yield one.chronology_id, level, one.is_public, whole, 0, 0, False


@before_the_end
def keep(change: Change) -> None:
    """Make anew what is kept of every entry that a change has touched."""
    if entries := touched(change):
        refresh(entries, at=change.at)


def refresh(entries: Iterable[int], *, at: datetime) -> None:
    """Make anew what is kept of these entries, whether they stand, have changed at this instant or are gone."""
    instant = int(at.timestamp() * 1_000_000)
    counts: Counter[TallyKey] = Counter()
    for keys in pieces(sorted(set(entries))):
        _hold_events(keys)
        before, now = stored(keys), made(keys)
        changed = {key for key in keys if before.get(key) != now.get(key)}
        for key in changed:
            if key in before:
                counts.subtract(before[key].tallies())
            if key in now:
                counts.update(now[key].tallies())
        later = {key: one.shown + 1 for key, one in before.items()}
        _write(
            changed, [replace(one, shown=max(instant, later.get(key, 0))) for key, one in now.items() if key in changed]
        )
        _show_anew(now.keys() - changed, instant)
    tallies.add(counts)


def stored(entries: Sequence[int]) -> dict[int, Kept]:
    """Return by entry what the tables hold of it; at most PIECE entries."""
    rows = Listing.objects.filter(entry__in=entries).order_by().values_list(*Listed._fields, "shown")
    values: dict[int, set[str]] = {row[0]: set() for row in rows}
    for entry, value in ask_of("SELECT entry_id, value FROM records_facet WHERE entry_id IN ({})", list(values)):
        values[entry].add(value)
    return {row[0]: Kept(Listed._make(row[:-1]), frozenset(values[row[0]]), row[-1]) for row in rows}


def made(entries: Sequence[int]) -> dict[int, Kept]:
    """Return by entry what the tables are to hold of it; at most PIECE entries; none of what no list ever shows."""
    shown = Entry.objects.filter(pk__in=entries, event__merged_into__isnull=True)
    rows = list(shown.exclude(event__status=EventStatus.WITHDRAWN).select_related("event").order_by())
    facts = _facts_of([row.event_id for row in rows])
    return {row.pk: _kept(row, facts[row.event_id]) for row in rows}


@dataclass
class _Facts:
    """What hangs on an event."""

    actors: set[int]
    themes: set[int]
    publishers: set[str]
    sources: set[int]
    dates: set[str]
    is_unsourced: bool = False
    check: int | None = None
    published: str = ""
    """When the chosen source was, as it was written down."""


def _facts_of(events: Sequence[int]) -> dict[int, _Facts]:
    facts = {event: _Facts(set(), set(), set(), set(), set()) for event in events}
    for event, actor in ask_of("SELECT event_id, actor_id FROM records_participation WHERE event_id IN ({})", events):
        facts[event].actors.add(actor)
    for event, theme in ask_of("SELECT event_id, theme_id FROM records_subject WHERE event_id IN ({})", events):
        facts[event].themes.add(theme)
    for event, source, publisher, published, date, chosen, gives_date in ask_of(STANDING, events):
        one = facts[event]
        one.sources.add(source)
        one.publishers |= {publisher} - {""}
        one.dates |= {date} - {""}
        one.is_unsourced |= bool(chosen and not gives_date)
        one.published = published if chosen else one.published
    for event, change in checks(events).items():
        facts[event].check = change
    return facts


def _kept(entry: Entry, facts: _Facts) -> Kept:
    event = entry.event
    date = event.date
    span = span_of(date)
    first, last = span or (None, None)
    year = _bar(event, date, span)
    length = None if span is None or year is not None else _length(span)
    listed = Listed(
        entry_id=entry.pk, chronology_id=entry.chronology_id, event_id=event.pk,
        is_public=entry.published_since is not None and event.status == EventStatus.CHECKED,
        sort_key=event.sort_key, rank=entry.rank, first=first, last=last,
        node=node_of(*span) if span and _is_beyond_its_year(event.sort_key, span) else None,
        year=year, length=length, lane=entry.lane_id, is_known=_is_known(event),
        day_of_year=day_of_year(event.edtf) if _is_known(event) else None,
        published_since=entry.published_since, check_change_id=facts.check,
    )  # fmt: skip
    return Kept(listed, frozenset(_values(entry, facts, date, length)))


def _values(entry: Entry, facts: _Facts, date: FuzzyDate | None, length: int | None) -> Iterator[str]:
    event = entry.event
    yield from (f"actor:{key}" for key in facts.actors)
    yield from (f"theme:{key}" for key in facts.themes)
    yield from (f"source:{name}" for name in facts.publishers)
    yield from (f"cites:{key}" for key in facts.sources)
    if event.place_id:
        yield f"place:{event.place_id}"
    if entry.lane_id:
        yield f"lane:{entry.lane_id}"
    exactness = {
        "day": event.precision == Precision.DAY and not (event.approximate or event.uncertain or event.lasting),
        "month": event.precision in SHORTER_THAN_YEAR and not event.lasting,
        "year": event.precision not in (Precision.DAY, *SHORTER_THAN_YEAR) and not event.lasting,
        "about": event.approximate or event.uncertain,
        "lasted": event.lasting,
        "wide": length is not None,
        "differ": any(differs(other, event.edtf) for other in facts.dates),
        "unsourced": facts.is_unsourced,
    }
    yield from (f"exactness:{name}" for name, holds in exactness.items() if holds)
    yield from values_of(date, facts.published if exactness["day"] else "")


def _bar(event: Event, date: FuzzyDate | None, span: tuple[int, int] | None) -> int | None:
    """Return the year whose bar an event belongs to; None for what no one year holds."""
    if date is None or span is None or span[0] == BEGINNING or span[1] == END:
        return None
    first, last = date.year_span
    if first == last:
        return first
    is_short = bool(event.earliest and event.latest and (event.latest - event.earliest).days < LONGEST_BAR)
    return first if event.lasting and is_short else None


def _length(span: tuple[int, int]) -> int:
    """Return how long a span is drawn: an open side makes it no longer than its arrow is."""
    return OPEN_LENGTH if span[0] == BEGINNING or span[1] == END else span[1] - span[0]


def _is_known(event: Event) -> bool:
    """Return whether the day is known, or the day it began."""
    return not (event.approximate or event.uncertain) and names_full_day(event.edtf)


def _is_beyond_its_year(sort_key: str, span: tuple[int, int]) -> bool:
    """Return whether a span touches days outside of the one year that it stands under, if it stands under one."""
    year, _month = heading_of(sort_key)
    return year is None or year_of(span[0]) != year or year_of(span[1]) != year


def _hold_events(entries: Sequence[int]) -> None:
    """Let whoever changes the same events at the same time wait, and see then what this change has done."""
    # SQLite has one writer, and who asks here is the one.
    if connection.features.has_select_for_update:
        ask_of(
            "SELECT id FROM records_event WHERE id IN (SELECT event_id FROM records_entry WHERE id IN ({}))"
            " ORDER BY id FOR UPDATE", entries,
        )  # fmt: skip


_SHOWING: Mapping[type[Model], str] = {
    Source: "SELECT event_id FROM records_citation WHERE source_id IN ({})",
    Actor: "SELECT event_id FROM records_participation WHERE actor_id IN ({})",
    Theme: "SELECT event_id FROM records_subject WHERE theme_id IN ({})",
    Place: "SELECT id FROM records_event WHERE place_id IN ({})",
}


def hold_showing(shown: Mapping[type[Model], Sequence[int]]) -> None:
    """Lock the events that show sources, people, themes or places, before these are changed.

    Everybody locks events first, and in one order. A source that is changed moves them at the end of the change; who
    checks one of them locks it and then its sources. Who publishes one meanwhile is waited for, or waits: else neither
    would see of the other that readers are shown a name which has become another.
    """
    asked = [_SHOWING[noun].format(", ".join(["%s"] * len(keys))) for noun, keys in shown.items() if keys]
    if asked and connection.features.has_select_for_update:
        ask(
            f"SELECT id FROM records_event WHERE id IN ({' UNION '.join(asked)}) ORDER BY id FOR UPDATE",  # noqa: S608
            [key for keys in shown.values() for key in keys],
        )


def _write(changed: Collection[int], now: Sequence[Kept]) -> None:
    Facet.objects.filter(entry__in=changed)._raw_delete("default")
    Listing.objects.filter(entry__in=changed)._raw_delete("default")
    published = Listing._meta.get_field("published_since").get_db_prep_save
    rows = [
        (*one.listed._replace(published_since=published(one.listed.published_since, connection)), one.shown)
        for one in now
    ]
    _insert(Listing, (*Listed._fields, "shown"), rows)
    _insert(Facet, FACETED, [facet for one in now for facet in one.facets])


def _show_anew(entries: Collection[int], instant: int) -> None:
    """Say of listings that stay as they are that what a page shows of their entries has changed."""
    if entries:
        marks = ", ".join(["%s"] * len(entries))
        ask(
            "UPDATE records_listing SET shown = CASE WHEN shown < %s THEN %s ELSE shown + 1 END"  # noqa: S608
            f" WHERE entry_id IN ({marks})", [instant, instant, *entries],
        )  # fmt: skip


def _insert(model: type[Listing] | type[Facet], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows as they are: to make an object of each takes five times as long."""
    quote = connection.ops.quote_name
    into, marks = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({into}) VALUES ({marks})",  # noqa: S608  the model's own names
            rows,
        )


def pieces(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield keys some at a time."""
    return (keys[start : start + PIECE] for start in range(0, len(keys), PIECE))
