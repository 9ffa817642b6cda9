"""Planned rows become records: in bulk, some at a time, under one open change, hidden till the import is finished."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

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
    wording: Wording
    participations: list[Participation] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)


def create_events(rows: Sequence[PlannedRow], *, as_checked: bool, batch: Batch) -> Counter[str]:
    """Create the events of rows that have no errors, and what they need; return how many of each noun were made.

    `as_checked` makes checked events of those that have a source; the others stay drafts.
    """
    made: Counter[str] = Counter()
    shared = Shared(rows, made, batch)
    parts = [_parts(row, shared, as_checked) for row in rows]
    for one in parts:
        one.event.batch = batch
    create_all(Event, [one.event for one in parts])
    create_all(Wording, [one.wording for one in parts])
    create_all(Participation, [link for one in parts for link in one.participations])
    create_all(Subject, [link for one in parts for link in one.subjects])
    citations = create_all(Citation, [citation for one in parts for citation in one.citations])
    # Adding two Counters with + would drop what is zero, and what was made of each noun is said even then.
    made.update(events=len(parts), citations=len(citations))
    return made


class Shared:
    """People, places, themes and sources of a chunk of rows: those that exist, and new ones, made here."""

    def __init__(self, rows: Sequence[PlannedRow], made: Counter[str], batch: Batch) -> None:
        # What this very import has made stays hidden; what another one that is not finished has made is not ours.
        others = set(Run.objects.filter(hides=True).exclude(batch=batch).values_list("batch", flat=True))
        self.batch, self.others, self.made = batch, others, made
        spots = {row.values["place"]: row.coordinates or (None, None) for row in reversed(rows) if row.values["place"]}
        self.actors = self._named(Actor, {name: Actor(name=name) for row in rows for name in row.names("actors")})
        self.themes = self._named(Theme, {name: Theme(name=name) for row in rows for name in row.names("tags")})
        places = {name: Place(name=name, latitude=spot[0], longitude=spot[1]) for name, spot in spots.items()}
        self.places = self._named(Place, places)
        self.sources = self._sources(dict.fromkeys(key for row in rows for key in row.sources()))

    def _named(self, noun: type[NamedNoun], wanted: dict[str, NamedNoun]) -> dict[str, NamedNoun]:
        found: dict[str, NamedNoun] = {}
        for names in chunks(wanted, CHUNK):
            found |= {one.name: one for one in noun._base_manager.filter(name__in=names)}
        for one in found.values():
            if one.batch_id in self.others:
                adopt(one)
        new = self._create(noun, [one for name, one in wanted.items() if name not in found])
        self.made[f"{noun._meta.model_name}s"] += len(new)
        return found | {one.name: one for one in new}

    def _sources(self, wanted: Iterable[SourceKey]) -> dict[SourceKey, Source]:
        """Return a source for each key; one of the same title, publisher, address and day is used again."""
        found: dict[SourceKey, Source] = {}
        keys = list(wanted)
        for some in chunks(keys, CHUNK):
            for source in Source._base_manager.filter(title__in={key[0] for key in some}, article__isnull=True):
                if source.batch_id not in self.others:
                    found.setdefault((source.title, source.publisher, source.url, source.published), source)
        new = [
            Source(title=title, publisher=publisher, url=url, published=published)
            for title, publisher, url, published in keys
            if (title, publisher, url, published) not in found
        ]
        self.made["sources"] += len(new)
        self._create(Source, new)
        return found | {(one.title, one.publisher, one.url, one.published): one for one in new}

    def _create(self, noun: type[SharedNoun], new: list[SharedNoun]) -> list[SharedNoun]:
        for one in new:
            one.batch = self.batch
        return create_all(noun, new)


def _parts(row: PlannedRow, shared: Shared, as_checked: bool) -> Parts:
    event = _event(row, shared)
    wording = Wording(
        event=event, language=row.values["language"], headline=row.values["title"], summary=row.values["summary"]
    )
    actors = [shared.actors[name] for name in row.names("actors")]
    themes = [shared.themes[name] for name in row.names("tags")]
    parts = Parts(
        event,
        wording,
        participations=[Participation(event=event, actor=actor) for actor in actors],
        subjects=[Subject(event=event, theme=theme) for theme in themes],
        citations=_citations(row, event, shared),
    )
    event.citation_count = len(parts.citations)
    if as_checked and parts.citations:
        event.status = EventStatus.CHECKED
        for citation in parts.citations:
            citation.state = CitationState.CHECKED
    event.date_reason = "" if parts.citations or not row.date else NO_SOURCE
    named = [*actors, *themes, *([event.place] if event.place else [])]
    event.search_text = search.document_of(event, [wording], parts.citations, named)
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
