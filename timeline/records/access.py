"""Who may see which record, and who may change what the public sees: asked of every change, whoever opened it."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, Subquery, Value
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from timeline.accounts.models import Role, User
from timeline.records.editions import raise_editions
from timeline.records.models import (
    Actor,
    Change,
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
    after_the_others,
    history_of,
)

MOST_NAMED = 3
"""Records that a refusal names."""
MOST_ASKED = 10
"""Rows that are looked at for their names: some are states of one record."""
ANY_CHANGE = -9_151_314_442
"""Stands for the key of a change in the query that is kept."""
EVERY = 0
"""Stands for the key of every chronology."""
Conditions = Mapping[type[Model], Q]
Question = tuple[str, tuple[Any, ...]]


class CheckerNeeded(PermissionDenied):
    """Only a checker may do this; `records` are some of those that it would change."""

    def __init__(self, records: Iterable[Model]) -> None:
        self.records = list(dict.fromkeys(str(record) for record in records))[:MOST_NAMED]
        super().__init__(Role.CHECKER, self.records)

    @property
    def words(self) -> str:
        """The refusal in words, for a page that keeps what was typed."""
        told = _(
            "Not stored: only a checker changes what is checked or public (%(records)s). What you typed stays here."
        )
        return told % {"records": ", ".join(self.records)}


def readable_chronology(user: User | AnonymousUser, slug: str) -> Chronology:
    """Return a chronology that this person may read: a public one, or any for who is signed in; else Http404."""
    chronology = get_object_or_404(Chronology, slug=slug)
    if not chronology.is_public and not user.is_authenticated:
        raise Http404("not public")
    return chronology


def readable_event(user: User | AnonymousUser, pk: int) -> Event:
    """Return an event that this person may read: a published one, or any for who is signed in; else Http404.

    Of an event that was merged into another the other is returned: a page whose `pk` differs leads there.
    """
    event = get_object_or_404(Event, pk=pk).settled
    if user.is_authenticated:
        return event
    published = event.entries.filter(published_since__isnull=False, chronology__is_public=True)
    if event.status != EventStatus.CHECKED or not published.exists():
        raise Http404("not public")
    return event


def may_change(person: User | None, *records: Model) -> bool:
    """Return whether a person may change these records as they stand; None is Nenpyo itself, which may.

    What is checked, published, or stands over a public chronology, a checker changes; so does what hangs on it: the
    source of a checked citation, the name of an actor. The rest is anybody's who is signed in.
    """
    if _is_free(person):
        return True
    held = _conditions(seen=False)
    return not any(
        type(record)._default_manager.filter(held[type(record)], pk=record.pk).exists()
        for record in records
        if type(record) in held
    )


def must_change(person: User | None, *records: Model) -> None:
    """Raise CheckerNeeded, which names the records, unless `may_change`."""
    if not may_change(person, *records):
        raise CheckerNeeded(records)


@after_the_others
def settle(change: Change) -> None:
    """Ask of a change as a whole whether who made it may, and raise the editions of what readers see of it.

    Every row that is written leaves its state in the history of the change: each is asked about as it stands now and
    as it stood before, so that nothing goes unasked, an undo no more than a move.
    """
    if _is_free(change.by):
        if seen := _seen_in(change):
            change.is_public = True
            change.save(update_fields=["is_public"])
            _raise_editions(seen, change)
    elif touched := _touched(change):
        raise CheckerNeeded(touched)


def _is_free(person: User | None) -> bool:
    return person is None or person.is_checker


def _shown() -> Any:
    return Entry.objects.filter(published_since__isnull=False, chronology__is_public=True).order_by()


def _conditions(*, seen: bool) -> Conditions:
    """Return by noun which rows are a checker's; `seen` narrows them to what readers see at present.

    Each looks at a row's own columns, and through at most one other noun, whose own rows are asked about as well: who
    changes both at once is caught at the one that stands higher. A mention is no reader's: a citation has its own
    copy of how it was read.
    """

    def if_shown(event: str) -> Q:
        # Row by row: as a list of all that is shown it would grow with every event.
        return Q(Exists(_shown().filter(event=OuterRef(event)))) if seen else Q()

    of_event = Q(event__status=EventStatus.CHECKED) & if_shown("event")
    of_chronology = Q(chronology__is_public=True)
    citation = Q(state=CitationState.CHECKED) & if_shown("event")
    event = Q(status=EventStatus.CHECKED) & if_shown("id")
    return {
        Chronology: Q(is_public=True),
        Section: of_chronology,
        Lane: of_chronology,
        Entry: Q(published_since__isnull=False) & (of_chronology if seen else Q()),
        Event: event,
        Wording: of_event,
        Participation: of_event,
        Subject: of_event,
        Citation: citation,
        Source: Q(Exists(Citation.objects.filter(citation, source=OuterRef("id")))),
        Actor: Q(Exists(Participation.objects.filter(of_event, actor=OuterRef("id")))),
        Place: Q(Exists(Event.objects.filter(event, place=OuterRef("id")))),
        Theme: Q(Exists(Subject.objects.filter(of_event, theme=OuterRef("id"))))
        | Q(Exists(Lane.objects.filter(of_chronology, theme=OuterRef("id")))),
    }


def _touched(change: Change) -> list[Model]:
    """Return records that a checker's conditions hold of and a change has written, before it or after."""
    # The record as that row has it: it may be gone by now.
    return [
        history_of(apps.get_model("records", name)).get(pk=key).instance
        for name, key in _ask(_who_may_question(), change)
    ]


def _raise_editions(seen: Mapping[int, bool], change: Change) -> None:
    if EVERY in seen:
        raise_editions(None, at=change.at)
        return
    # In turn: who changes the same ones at the same time holds none that this one waits for.
    for only_entries in (True, False):
        if some := [key for key, is_more in seen.items() if is_more != only_entries]:
            raise_editions(some, at=change.at, only_entries=only_entries)


def _seen_in(change: Change) -> dict[int, bool]:
    """Return the chronologies in which readers see any of what a change has written, before it or after; or EVERY.

    Each with whether that is more than entries and what hangs on their events.
    """
    seen: dict[int, bool] = {}
    for key, is_more in _ask(_where_seen_question(), change):
        seen[key] = bool(is_more) or seen.get(key, False)
    return seen


def _ask(question: Question, change: Change) -> list[tuple[Any, ...]]:
    sql, values = question
    with connection.cursor() as cursor:
        cursor.execute(sql, [change.pk if value == ANY_CHANGE else value for value in values])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


@cache
def _who_may_question() -> Question:
    """Return the one query about all nouns: which rows are a checker's. Building it takes as long as a whole page."""
    first, *others = [
        states.filter(condition).order_by().values_list(Value(noun._meta.model_name), "history_id")
        for noun, condition in _conditions(seen=False).items()
        for states in _states(noun)
    ]
    sql, values = first.union(*others, all=True)[:MOST_ASKED].query.sql_with_params()
    return sql, tuple(values)


@cache
def _where_seen_question() -> Question:
    """Return the one query about all nouns: where readers see a row, and whether it is no entry's own."""
    first, *others = [
        _chronologies(noun, states.filter(condition).order_by())
        for noun, condition in _conditions(seen=True).items()
        for states in _states(noun)
    ]
    sql, values = first.union(*others).query.sql_with_params()
    return sql, tuple(values)


def _chronologies(noun: type[Model], rows: Any) -> Any:
    """Return in which chronologies rows of a noun stand, and whether the noun is more than an entry's own."""
    if noun is Chronology:
        return rows.values_list("id", Value(1))
    if noun in (Section, Lane, Entry):
        return rows.values_list("chronology_id", Value(int(noun is not Entry)))
    if noun in (Source, Actor, Place, Theme):
        return rows.values_list(Value(EVERY), Value(1))
    events = rows.values("id" if noun is Event else "event_id")
    return _shown().filter(event__in=events).values_list("chronology_id", Value(0))


def _states(noun: type[Model]) -> tuple[Any, Any]:
    """Return the history rows of a noun that a change left, and those that stood right before them.

    Apart, since PostgreSQL looks through a whole history for "either of them".
    """
    rows = history_of(noun)
    left = rows.filter(change=ANY_CHANGE)
    former = rows.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id")).order_by("-history_id")
    before = left.exclude(history_type="+").annotate(former=Subquery(former.values("history_id")[:1]))
    return left, rows.filter(history_id__in=before.order_by().values("former"))
