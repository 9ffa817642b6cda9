"""Some events of a sample as records: prepared outside of any transaction, created in one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from timeline.records.changes import create_all
from timeline.records.models import (
    Actor,
    Batch,
    Chronology,
    Citation,
    CitationState,
    Entry,
    Event,
    EventStatus,
    Lane,
    Participation,
    Place,
    Section,
    Source,
    Subject,
    Theme,
    Wording,
)
from timeline.records.sorting import sort_key
from timeline.transfer.apply import Parts, create_parts
from timeline.transfer.sample.events import SampleCitation, SampleEvent

Made = Counter[type[Model]]
"""How many rows of each noun."""


@dataclass(frozen=True)
class Frame:
    """What all events of a sample share, stored."""

    at: datetime
    batch: Batch
    chronology: Chronology
    sections: list[Section]
    lanes: list[Lane]
    themes: list[Theme]
    actors: list[Actor]
    places: list[Place]


class Piece:
    """Some events with all that hangs on them, unsaved: what a transaction that failed leaves in them is of no use."""

    def __init__(self, frame: Frame, some: Sequence[SampleEvent], known: Mapping[int, Source]) -> None:
        self.frame = frame
        self.known = known
        self.new_sources: dict[int, Source] = {}
        self.parts = [self._parts(one) for one in some]
        self.entries = [self._entry(one, parts.event) for one, parts in zip(some, self.parts, strict=True)]

    def create(self) -> Made:
        """Create all of it under the open change."""
        sources = create_all(Source, list(self.new_sources.values()))
        made = create_parts(self.parts)
        made[Source], made[Entry] = len(sources), len(create_all(Entry, self.entries))
        return made

    def _parts(self, one: SampleEvent) -> Parts:
        frame = self.frame
        event = Event(
            words=one.words,
            sort_key=sort_key(one.date),
            time=one.date.time,
            zone=one.date.zone or "",
            place=None if one.place is None else frame.places[one.place],
            status=EventStatus.CHECKED,
            batch=frame.batch,
        )
        event.date = one.date
        parts = Parts(
            event,
            [Wording(event=event, language=code, headline=head, summary=text) for code, head, text in one.wordings],
            [Participation(event=event, actor=frame.actors[number]) for number in one.actors],
            [Subject(event=event, theme=frame.themes[number]) for number in one.themes],
            [self._citation(cited, event, chosen=not number) for number, cited in enumerate(one.citations)],
        )
        parts.settle()
        return parts

    def _citation(self, cited: SampleCitation, event: Event, *, chosen: bool) -> Citation:
        citation = Citation(
            event=event,
            source=self._source(cited),
            locator=cited.locator,
            exact=cited.exact,
            language=cited.source.language if cited.exact else "",
            words=cited.words,
            chosen=chosen,
            gives_date=cited.gives_date,
            state=CitationState.CHECKED,
        )
        citation.date = cited.date
        return citation

    def _source(self, cited: SampleCitation) -> Source:
        said = cited.source
        found = self.known.get(said.number) or self.new_sources.get(said.number)
        if found is None:
            found = self.new_sources[said.number] = Source(
                title=said.title, publisher=said.publisher, published=said.published, url=said.url,
                language=said.language, batch=self.frame.batch,
            )  # fmt: skip
        return found

    def _entry(self, one: SampleEvent, event: Event) -> Entry:
        frame = self.frame
        return Entry(
            chronology=frame.chronology,
            event=event,
            section=None if one.section is None else frame.sections[one.section],
            lane=frame.lanes[one.lane],
            published_since=frame.at,
        )
