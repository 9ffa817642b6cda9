"""Write a sample: checked, published, with its history, in many short transactions and hidden until the last.

Nobody but who is signed in sees any of it before, because its chronology is not public. A run that is interrupted
leaves a sample that is not finished: it can be taken away like any other.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from timeline.records.changes import create_all, save
from timeline.records.models import (
    Actor,
    Batch,
    Change,
    Chronology,
    Event,
    Lane,
    Place,
    Section,
    Source,
    Theme,
    Verb,
    open_change,
)
from timeline.records.statistics import refresh_statistics
from timeline.transfer.pace import Pace
from timeline.transfer.plan import chunks
from timeline.transfer.sample import words
from timeline.transfer.sample.events import RECENT, SampleEvent, sample_events
from timeline.transfer.sample.marker import is_finished, mapping_of, sample_named
from timeline.transfer.sample.pieces import Frame, Made, Piece

MOST = 2_000_000
PIECE = 500
"""Events in one transaction, which takes some tenths of a second."""
SCOPE = "Invented by a program, to try things with: none of it happened"
NamedNoun = TypeVar("NamedNoun", Actor, Place, Theme)


class NoSuchNumber(ValueError):
    """So many events are none, or too many."""


class SampleStands(ValueError):
    """A sample with this short name stands already; `finished` says whether all of it does."""

    def __init__(self, *, finished: bool) -> None:
        super().__init__(finished)
        self.finished = finished


def make_sample(
    *, events: int, seed: int, slug: str, ancient: bool, at: datetime, told: Callable[[int], None] = lambda _done: None
) -> Made:
    """Write a public chronology of so many events and return how many rows were made of each noun, history aside.

    NoSuchNumber; SampleStands; NoSample if the short name is another chronology's.
    """
    if not 1 <= events <= MOST:
        raise NoSuchNumber
    if (standing := sample_named(slug)) is not None:
        raise SampleStands(finished=is_finished(standing))
    with transaction.atomic():
        batch = Batch.objects.create(
            file_name=f"sample of {events} events, seed {seed}", file_hash="", content="", created_at=at
        )
        frame = _frame(batch, slug, events, at)
        batch.mapping = mapping_of(frame.chronology, events=events, seed=seed, ancient=ancient)
        batch.save(update_fields=["mapping"])
    writer = _Writer(frame)
    for some in chunks(sample_events(events, seed, ancient=ancient), PIECE):
        writer.write(some)
        told(writer.made[Event])
    writer.publish()
    return writer.made


def _frame(batch: Batch, slug: str, events: int, at: datetime) -> Frame:
    """Make a chronology, which is not public, and the names that its events share."""
    with open_change(by=None, at=at, verb=Verb.IMPORT, why=batch.file_name, batch=batch):
        chronology = Chronology(title=f"Sample of {events:,} events", scope=SCOPE, slug=slug)
        save(chronology)
        sections = [
            Section(chronology=chronology, position=number, title=title)
            for number, (title, _first, _last) in enumerate(words.SECTIONS, start=1)
        ]
        lanes = [
            Lane(chronology=chronology, position=number, letter=letter, name=name, style=letter.lower())
            for number, (letter, name) in enumerate(words.LANES, start=1)
        ]
        themes = [Theme(name=en, name_ja=ja, name_ko=ko) for en, ja, ko in words.THEMES]
        actors = [Actor(name=one.en, name_ja=one.ja, name_ko=one.ko) for one in words.actors()]
        places = [
            Place(name=one.en, name_ja=one.ja, name_ko=one.ko, latitude=latitude, longitude=longitude)
            for one, latitude, longitude in words.places()
        ]
        return Frame(
            at=at,
            batch=batch,
            chronology=chronology,
            sections=create_all(Section, sections),
            lanes=create_all(Lane, lanes),
            themes=_create_names(Theme, themes, batch, slug),
            actors=_create_names(Actor, actors, batch, slug),
            places=_create_names(Place, places, batch, slug),
        )


def _create_names(noun: type[NamedNoun], named: list[NamedNoun], batch: Batch, slug: str) -> list[NamedNoun]:
    """Create names of the sample's own: what somebody else calls something by gets the short name behind it."""
    taken = set(noun._base_manager.filter(name__in=[one.name for one in named]).values_list("name", flat=True))
    for one in named:
        one.batch = batch
        one.name = f"{one.name} ({slug})" if one.name in taken else one.name
    return create_all(noun, named)


class _Writer:
    """One run: what was made, the last sources, and the pace."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        shared = (frame.sections, frame.lanes, frame.themes, frame.actors, frame.places)
        self.made: Made = Counter({Chronology: 1} | {type(some[0]): len(some) for some in shared})
        self.sources: dict[int, Source] = {}
        self.next_count = PIECE
        self.pace = Pace()

    def write(self, some: Sequence[SampleEvent]) -> None:
        """Write some events in one transaction and one change, of which is asked what is asked of every change."""
        prepared = [Piece(self.frame, some, self.sources)]

        def create() -> None:
            piece = prepared.pop() if prepared else Piece(self.frame, some, self.sources)
            with self.change(Verb.IMPORT):
                made = piece.create()
            self.made.update(made)
            self.sources.update(piece.new_sources)

        self.pace.in_turn(create)
        for number in list(self.sources)[:-RECENT]:
            del self.sources[number]
        if self.made[Event] >= self.next_count:
            # PostgreSQL plans for tables as it last counted them: not for empty ones while they grow.
            self.next_count = 4 * self.made[Event]
            refresh_statistics()

    def publish(self) -> None:
        """Show all of it at once."""

        def publish() -> None:
            batch, chronology = self.frame.batch, self.frame.chronology
            with self.change(Verb.PUBLISH):
                chronology.is_public = True
                save(chronology)
                batch.result = {"events": self.made[Event]}
                batch.save(update_fields=["result"])
                refresh_statistics()

        self.pace.in_turn(publish)

    def change(self, verb: Verb) -> AbstractContextManager[Change]:
        batch = self.frame.batch
        return open_change(by=None, at=self.frame.at, verb=verb, why=batch.file_name, batch=batch)
