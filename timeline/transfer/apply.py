"""Planned rows become records: in bulk, some at a time, under one open change, hidden till the import is finished."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Model

from timeline.records import search
from timeline.records.changes import create_all
from timeline.records.models import (
    Actor,
    Batch,
    Citation,
    CitationState,
    Event,
    EventStatus,
    Participation,
    Place,
    Run,
    Source,
    Subject,
    Theme,
    Wording,
)
from timeline.records.sorting import sort_key
from timeline.records.unfinished import adopt
from timeline.transfer.plan import CHUNK, chunks
from timeline.transfer.rows import PlannedRow

NO_SOURCE = "Stated in the imported table; no source yet."
SourceKey = tuple[str, str, str, str]
NamedNoun = TypeVar("NamedNoun", Actor, Place, Theme)
SharedNoun = TypeVar("SharedNoun", Actor, Place, Theme, Source)


@dataclass
class Parts:
    """One event with all that hangs on it, unsaved."""

    event: Event
    wordings: list[Wording]
    participations: list[Participation] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)

    def settle(self) -> None:
        """Let the event hold what is told by all that hangs on it: how many citations it has."""
        self.event.citation_count = len(self.citations)


@dataclass
class Prepared:
    """Some rows as records that are not saved yet, for one transaction: what that leaves in them is of no other use."""

    parts: list[Parts]
    shared: "Shared"


def prepare(rows: Sequence[PlannedRow], *, as_checked: bool, batch: Batch) -> Prepared:
    """Return the events of rows that have no errors, and all they need, unsaved: the database is not asked.

    `as_checked` makes checked events of those that have a source; the others stay drafts.
    """
    shared = Shared(rows, batch)
    parts = [_parts(row, shared, as_checked) for row in rows]
    for one in parts:
        one.event.batch = batch
    return Prepared(parts, shared)


def create_events(prepared: Prepared) -> Counter[str]:
    """Create what was prepared; return how many of each noun were made."""
    made = prepared.shared.settle()
    created = create_parts(prepared.parts)
    search.index(one.event.pk for one in prepared.parts)
    # Adding two Counters with + would drop what is zero, and what was made of each noun is said even then.
    made.update(events=created[Event], citations=created[Citation])
    return made


def create_parts(parts: Sequence[Parts]) -> Counter[type[Model]]:
    """Create events and all that hangs on them, whose people, places, themes and sources are there; count the rows."""
    rows: dict[type[Model], list[Any]] = {
        Event: [one.event for one in parts],
        Wording: [wording for one in parts for wording in one.wordings],
        Participation: [link for one in parts for link in one.participations],
        Subject: [link for one in parts for link in one.subjects],
        Citation: [citation for one in parts for citation in one.citations],
    }
    return Counter({noun: len(create_all(noun, some)) for noun, some in rows.items()})


class Shared:
    """People, places, themes and sources of some rows, one object for each, which gets its key when they are settled.

    Then it is known which exist already; the others are made.
    """

    def __init__(self, rows: Sequence[PlannedRow], batch: Batch) -> None:
        self.batch = batch
        self.actors = {name: Actor(name=name) for row in rows for name in row.names("actors")}
        self.themes = {name: Theme(name=name) for row in rows for name in row.names("tags")}
        spots = {row.values["place"]: row.coordinates or (None, None) for row in reversed(rows) if row.values["place"]}
        self.places = {name: Place(name=name, latitude=spot[0], longitude=spot[1]) for name, spot in spots.items()}
        self.sources: dict[SourceKey, Source] = {
            key: Source(title=key[0], publisher=key[1], url=key[2], published=key[3])
            for key in dict.fromkeys(key for row in rows for key in row.sources())
        }

    def settle(self) -> Counter[str]:
        """Give each the key of the one that exists, or create it; return how many were made of each noun."""
        # What this very import has made stays hidden; what another one that is not finished has made is not ours.
        others = set(Run.objects.filter(hides=True).exclude(batch=self.batch).values_list("batch", flat=True))
        return Counter(
            actors=self._settle_named(Actor, self.actors, others),
            themes=self._settle_named(Theme, self.themes, others),
            places=self._settle_named(Place, self.places, others),
            sources=self._settle_sources(others),
        )

    def _settle_named(self, noun: type[NamedNoun], wanted: dict[str, NamedNoun], others: set[int]) -> int:
        for names in chunks(wanted, CHUNK):
            for found in noun._base_manager.filter(name__in=names):
                if found.batch_id in others:
                    adopt(found)
                wanted[found.name].pk = found.pk
        return self._create(noun, wanted.values())

    def _settle_sources(self, others: set[int]) -> int:
        """Use a source of the same title, publisher, address and day again."""
        for keys in chunks(self.sources, CHUNK):
            found = Source._base_manager.filter(title__in={key[0] for key in keys}, article__isnull=True)
            for source in found:
                one = self.sources.get((source.title, source.publisher, source.url, source.published))
                if one is not None and not one.pk and source.batch_id not in others:
                    one.pk = source.pk
        return self._create(Source, self.sources.values())

    def _create(self, noun: type[SharedNoun], wanted: Iterable[SharedNoun]) -> int:
        new = [one for one in wanted if one.pk is None]
        for one in new:
            one.batch = self.batch
        return len(create_all(noun, new))


def _parts(row: PlannedRow, shared: Shared, as_checked: bool) -> Parts:
    event = _event(row, shared)
    own = (row.values["language"], row.values["title"], row.values["summary"])
    wordings = [
        Wording(event=event, language=language, headline=headline, summary=summary)
        for language, headline, summary in (own, *row.other_wordings())
    ]
    actors = [shared.actors[name] for name in row.names("actors")]
    themes = [shared.themes[name] for name in row.names("tags")]
    parts = Parts(
        event,
        wordings,
        participations=[Participation(event=event, actor=actor) for actor in actors],
        subjects=[Subject(event=event, theme=theme) for theme in themes],
        citations=_citations(row, event, shared),
    )
    if as_checked and parts.citations:
        event.status = EventStatus.CHECKED
        for citation in parts.citations:
            citation.state = CitationState.CHECKED
    event.date_reason = "" if parts.citations or not row.date else NO_SOURCE
    parts.settle()
    return parts


def _event(row: PlannedRow, shared: Shared) -> Event:
    event = Event(
        external_id=row.values["id"],
        words=row.words,
        place=shared.places.get(row.values["place"]),
        note=row.values["notes"],
        sort_key=sort_key(row.date),
    )
    event.date = row.date
    return event


def _citations(row: PlannedRow, event: Event, shared: Shared) -> list[Citation]:
    """Return a citation for each source; the first gives the event its date, of what others say nothing is known."""
    made: list[Citation] = []
    for key in row.sources():
        source = shared.sources[key]
        if any(citation.source == source for citation in made):
            continue
        if made:
            made.append(Citation(event=event, source=source, gives_date=False))
            continue
        first = Citation(
            event=event,
            source=source,
            locator=row.values["quote_locator"],
            words=row.words,
            chosen=True,
            gives_date=row.gives_date,
        )
        first.date = row.date
        made.append(first)
    return made
