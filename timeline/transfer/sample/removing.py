"""Take a sample away without a trace: its rows, their history, the changes that nothing else belongs to, its batch.

Entries go first, each piece in a change of its own, so that whatever is asked of changes sees them go; the history of
that goes with all else. What was interrupted is taken up where it was left.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from timeline.records import word_index
from timeline.records.changes import NOUNS, keep_history, save
from timeline.records.models import (
    Batch,
    Change,
    Chronology,
    Entry,
    Event,
    Lane,
    Revision,
    Section,
    Verb,
    history_of,
    open_change,
)
from timeline.records.unfinished import BROUGHT_IN, HANGING, delete_some
from timeline.transfer.pace import Pace
from timeline.transfer.sample.marker import KEY, NoSample, sample_named
from timeline.transfer.sample.pieces import Made

PIECE = 500
"""Records that go in one transaction, with all that hangs on them."""
ARRANGED: tuple[type[Model], ...] = (Section, Lane, Entry)
MOST_NAMED = 3


class InUse(ValueError):
    """Records that are not the sample's use some of it; the message names a few."""

    def __init__(self, users: list[Model]) -> None:
        super().__init__(", ".join(f"{user._meta.verbose_name} {user}" for user in users[:MOST_NAMED]))
        self.users = users


def remove_sample(*, slug: str, at: datetime, told: Callable[[int], None] = lambda _done: None) -> Made:
    """Take a sample away and return how many rows of each noun it was, history aside.

    NoSample if there is none under the short name, InUse if others' records hang on it: then nothing is done.
    """
    batch = sample_named(slug)
    if batch is None:
        raise NoSample
    remover = _Remover(batch, at)
    if users := remover.users():
        raise InUse(users)
    rows = remover.count()
    remover.hide()
    remover.remove_entries()
    remover.remove_events(told)
    remover.remove_the_rest()
    remover.tidy()
    return rows


class _Remover:
    """One sample on its way out."""

    def __init__(self, batch: Batch, at: datetime) -> None:
        self.batch, self.at = batch, at
        self.chronology = Chronology.objects.get(pk=batch.mapping[KEY]["chronology"])
        self.pace = Pace()
        self.others: set[int] = set()
        """Changes of people that wrote rows of the sample."""

    def change(self) -> AbstractContextManager[Change]:
        return open_change(by=None, at=self.at, verb=Verb.WITHDRAW, why=self.batch.file_name, batch=self.batch)

    def own(self, noun: type[Model]) -> Q:
        """Return the condition on a noun's rows to be the sample's."""
        if noun is Chronology:
            return Q(pk=self.chronology.pk)
        if noun in ARRANGED:
            return Q(chronology=self.chronology)
        return Q(event__batch=self.batch) if noun in HANGING else Q(batch=self.batch)

    def count(self) -> Made:
        """Count its rows."""
        return Counter({noun: noun._base_manager.filter(self.own(noun)).count() for noun in self.nouns()})

    def nouns(self) -> list[type[Model]]:
        kinds = (Chronology, *ARRANGED, *BROUGHT_IN, *HANGING)
        return [noun for noun in NOUNS if noun in kinds]

    def users(self) -> list[Model]:
        """Return a few records that are not the sample's and use some of it."""
        found: list[Model] = []
        for noun in NOUNS:
            for field in noun._meta.concrete_fields:
                if field.related_model in BROUGHT_IN:
                    using = noun._base_manager.filter(**{f"{field.name}__batch": self.batch})
                    theirs = using.exclude(self.own(noun)) if noun in self.nouns() else using
                    found += theirs[:MOST_NAMED]
        return found

    def in_turn(self, deed: Callable[[], None]) -> None:
        """Do something in one transaction."""

        def write() -> None:
            with transaction.atomic():
                deed()

        self.pace.in_turn(write)

    def hide(self) -> None:
        """Let readers see none of it any more."""

        def hide() -> None:
            self.batch.result = {}
            self.batch.save(update_fields=["result"])
            if self.chronology.is_public:
                with self.change():
                    self.chronology.is_public = False
                    save(self.chronology)

        self.in_turn(hide)

    def remove_entries(self) -> None:
        """Delete all entries, also those that others gave their own events."""
        entries = Entry._base_manager.filter(chronology=self.chronology)

        def remove() -> None:
            with self.change():
                keep_history(Entry, keys, "-")
                _delete(entries.filter(pk__in=keys))

        while keys := _next_keys(entries):
            self.in_turn(remove)

    def remove_events(self, told: Callable[[int], None]) -> None:
        """Delete events with all that hangs on them, then sources and names, each with its history."""
        done = 0
        for noun in BROUGHT_IN:
            own = noun._base_manager.filter(self.own(noun))
            while keys := _next_keys(own):
                self.in_turn(partial(self.remove, noun, keys))
                done += len(keys) * (noun is Event)
                told(done)

    def remove(self, noun: type[Model], keys: list[int]) -> None:
        """Delete the first records of a noun, which these are, and their history."""
        self.forget(history_of(noun).filter(id__in=keys))
        if noun is Event:
            hanging: tuple[type[Model], ...] = (*HANGING, Entry)
            for each in hanging:
                self.forget(history_of(each).filter(event__in=keys))
        delete_some(self.batch, len(keys), with_history=False)

    def forget(self, rows: "QuerySet[Any]") -> None:
        """Delete rows of history, and remember which people's changes they belonged to."""
        others = rows.exclude(change__batch=self.batch).order_by()
        self.others.update(others.values_list("change", flat=True).distinct())
        _delete(rows)

    def remove_the_rest(self) -> None:
        """Delete what is left of the history of entries, then the changes, then the chronology and its batch."""
        entries = history_of(Entry).filter(chronology=self.chronology)
        while keys := _next_keys(entries):
            self.in_turn(partial(self.forget, entries.filter(pk__in=keys)))
        kept = [
            change
            for noun in (Chronology, Section, Lane)
            for change in history_of(noun).filter(change__batch=self.batch).values_list("change", flat=True)
        ]
        changes = Change._base_manager.filter(batch=self.batch).exclude(pk__in=kept)
        while keys := _next_keys(changes):
            self.in_turn(partial(_delete, changes.filter(pk__in=keys)))
        self.in_turn(self.remove_chronology)

    def tidy(self) -> None:
        """Free the room that its words took in the index."""
        left = [True]

        def merge(*, from_the_start: bool) -> None:
            left[0] = word_index.merge(from_the_start=from_the_start)

        self.in_turn(partial(merge, from_the_start=True))
        while left[0]:
            self.in_turn(partial(merge, from_the_start=False))

    def remove_chronology(self) -> None:
        """Delete the chronology with sections and lanes, and everything that told of it."""
        key = self.chronology.pk
        with self.change():
            self.chronology.delete()
        self.forget(history_of(Chronology).filter(id=key))
        self.forget(history_of(Section).filter(chronology=key))
        self.forget(history_of(Lane).filter(chronology=key))
        _delete(Revision.objects.filter(change__in=Change._base_manager.filter(batch=self.batch)))
        _delete(Change._base_manager.filter(batch=self.batch))
        for noun in NOUNS:
            self.others -= set(history_of(noun).filter(change__in=self.others).values_list("change", flat=True))
        _delete(Revision.objects.filter(Q(chronology=key) | Q(change__in=self.others)))
        _delete(Change._base_manager.filter(pk__in=self.others))
        _delete(Batch.objects.filter(pk=self.batch.pk))


def _next_keys(rows: "QuerySet[Any]") -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True)[:PIECE])


def _delete(rows: "QuerySet[Any]") -> None:
    rows.order_by()._raw_delete(rows.db)
