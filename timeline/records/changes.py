"""Save records under the open change, claim them against stale forms, undo a change as a whole."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, connection, models
from django.db.models import Max, ProtectedError
from django.db.models.deletion import Collector

from timeline.accounts.models import User
from timeline.records.listings import hold_showing
from timeline.records.models import (
    Actor,
    Article,
    Change,
    Chronology,
    Citation,
    Entry,
    Event,
    Lane,
    Mention,
    Participation,
    Place,
    Section,
    Source,
    Subject,
    Theme,
    Verb,
    Wording,
    history_of,
    open_change,
)
from timeline.records.models.changes import current_change

Record = TypeVar("Record", bound=models.Model)

# What a noun needs stands before it: undo restores in this order and deletes in the reverse one.
NOUNS: tuple[type[models.Model], ...] = (
    Source, Article, Actor, Place, Theme, Mention, Event, Wording, Participation, Subject, Citation,
    Chronology, Section, Lane, Entry,
)  # fmt: skip

CHUNK = 500


class Stale(Exception):
    """The record was changed after the form was drawn; `record` is as it stands now."""

    def __init__(self, record: models.Model) -> None:
        super().__init__(f"{record} was changed meanwhile")
        self.record = record


class UndoRefused(Exception):
    """A change cannot be undone; `records` were changed again, or are used by others, since."""

    def __init__(self, records: Sequence[models.Model]) -> None:
        super().__init__("changed again since, or in use")
        self.records = list(records)


def save(record: Record) -> Record:
    """Save a record under the open change; a record that existed gets the next version."""
    if record.pk is not None and hasattr(record, "version"):
        record.version += 1
    record.save()
    return record


def create_all(model: type[Record], records: Sequence[Record]) -> list[Record]:
    """Create many records at once, each with its history row."""
    created: list[Record] = model._base_manager.bulk_create(records, batch_size=CHUNK)
    for keys in _chunks([record.pk for record in created]):
        keep_history(model, keys, "+")
    return created


def save_all(model: type[Record], records: Sequence[Record], fields: Sequence[str]) -> None:
    """Save the named fields of many records that exist, each with its next version and its history row."""
    for some in (records[start : start + CHUNK] for start in range(0, len(records), CHUNK)):
        for record in some:
            record.version += 1  # type: ignore[attr-defined]
        model._default_manager.bulk_update(some, [*fields, "version"], batch_size=50)
        keep_history(model, [record.pk for record in some], "~")


def claim(queryset: "models.QuerySet[Record]", pk: int, version: int | None) -> Record:
    """Lock a record for the open transaction; Stale if its version is not the one the form was drawn with.

    SQLite has no row locks, but its transactions are IMMEDIATE: whoever reads here is alone in writing.
    `version` None claims whatever version stands.
    """
    record = queryset.select_for_update(of=("self",)).get(pk=pk)
    if version is not None and record.version != version:  # type: ignore[attr-defined]
        raise Stale(record)
    return record


def rows_of(change: Change) -> list[Any]:
    """Return every history row of a change, oldest first within each noun."""
    return [row for noun in NOUNS for row in history_of(noun).filter(change=change).order_by("history_id")]


def undo(*, change: Change, by: User | None, at: datetime, why: str = "") -> Change:
    """Put every record back as it was before `change`.

    UndoRefused if any was changed again since, if somebody else's record hangs on one, or if another stands in its
    place (the database says so: a name taken again, what it hung on gone, the change undone by somebody else).
    """
    try:
        return _undo(change, by, at, why)
    except IntegrityError as error:
        raise UndoRefused([]) from error


def _undo(change: Change, by: User | None, at: datetime, why: str) -> Change:
    with open_change(by=by, at=at, verb=Verb.UNDO, why=why or str(change), undoes=change) as undoing:
        firsts = _first_rows(change)
        _refuse_lost_texts(firsts)
        _refuse_if_changed_again(change, firsts)
        shown = [row for row in firsts if row.history_type != "+"]
        hold_showing(
            {noun: [row.id for row in shown if row.instance_type is noun] for noun in (Source, Actor, Place, Theme)}
        )
        _free_the_choice(firsts)
        created = [row for row in firsts if row.history_type == "+"]
        for row in (row for row in firsts if row.history_type != "+"):
            _restore(row)
        keys_of = {noun: [row.id for row in created if row.instance_type is noun] for noun in NOUNS}
        for noun in reversed(NOUNS):
            _delete_all(noun, keys_of[noun])
    return undoing


def _first_rows(change: Change) -> list[Any]:
    """Return the first history row that a change left for each record."""
    seen: dict[tuple[type[models.Model], int], Any] = {}
    for row in rows_of(change):
        seen.setdefault((row.instance_type, row.id), row)
    return list(seen.values())


def _refuse_if_changed_again(change: Change, rows: Sequence[Any]) -> None:
    later = []
    for noun in {row.instance_type for row in rows}:
        newest = history_of(noun).filter(change=change).aggregate(newest=Max("history_id"))["newest"]
        for keys in _chunks([row.id for row in rows if row.instance_type is noun]):
            touched = history_of(noun).filter(id__in=keys, history_id__gt=newest)
            # A later change and its own undo leave things as they were.
            undone = touched.filter(change__undone_by__isnull=False, change__undone_by__undone_by__isnull=True)
            undos = touched.filter(change__undoes__isnull=False, change__undone_by__isnull=True)
            changed = touched.exclude(change=change).exclude(pk__in=undone).exclude(pk__in=undos)
            later += [row.instance for row in changed]
    if later:
        raise UndoRefused(later)


def _refuse_lost_texts(rows: Sequence[Any]) -> None:
    """An article's text has no history: once deleted it cannot come back, and an article without text is none."""
    lost = [row.instance for row in rows if row.instance_type is Article and row.history_type == "-"]
    if lost:
        raise UndoRefused(lost)


def _free_the_choice(rows: Sequence[Any]) -> None:
    """Let no citation be chosen while they are put back one by one: an event may never have two."""
    for keys in _chunks([row.id for row in rows if row.instance_type is Citation]):
        Citation.objects.filter(pk__in=keys).update(chosen=False)


def _restore(row: Any) -> None:
    before = history_of(row.instance_type).filter(id=row.id, history_id__lt=row.history_id).order_by("-history_id")[0]
    record, present = before.instance, row.instance_type._base_manager.filter(pk=row.id).first()
    if present is not None:
        for name in row._history_excluded_fields:
            setattr(record, name, getattr(present, name))
    if hasattr(record, "version"):
        # Above every version that was ever seen, so that a form drawn in between stays stale.
        record.version = (present.version if present is not None else row.version) + 1
    record.save(force_insert=present is None)


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield keys in lists that every database takes as one query's parameters."""
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def _delete_all(noun: type[models.Model], keys: Sequence[int]) -> None:
    """Delete records, each with its history row; UndoRefused if something that stays uses one of them."""
    for some in _chunks(keys):
        records = list(noun._base_manager.filter(pk__in=some))
        collector = Collector(using=noun._base_manager.db)
        try:
            collector.collect(records)
        except ProtectedError as error:
            used = [one for one in error.protected_objects if isinstance(one, models.Model)]
            raise UndoRefused(used) from error
        if others := _others(noun, collector):
            raise UndoRefused(others)
        if _nothing_hangs_on(noun, collector):
            keep_history(noun, some, "-")
            noun._base_manager.filter(pk__in=some)._raw_delete(collector.using)
        else:
            collector.delete()


def _others(noun: type[models.Model], collector: Collector) -> list[models.Model]:
    """Records of other kinds that a deletion would take along or cut off; the change's own are gone by now."""
    reached = [one for model, some in collector.data.items() if model in NOUNS and model is not noun for one in some]
    querysets = [some for some in collector.fast_deletes if some.model in NOUNS and some.model is not noun]
    reached += [one for some in querysets for one in some[:5]]
    for (field, _value), updates in collector.field_updates.items():
        if field.model in NOUNS:
            reached += [one for some in updates for one in _each(some)]
    return reached


def _each(some: Any) -> list[models.Model]:
    """The records of what a collector updates: a queryset, or one record."""
    return list(some[:5]) if isinstance(some, models.QuerySet) else [some]


def _nothing_hangs_on(noun: type[models.Model], collector: Collector) -> bool:
    """Return whether a deletion touches no other table, so that rows can go at once; else Django deletes one by one."""
    touched = [*collector.fast_deletes, *(one for some in collector.field_updates.values() for one in some)]
    return set(collector.data) <= {noun} and not any(touched)


def keep_history(noun: type[models.Model], keys: Sequence[int], kind: str) -> None:
    """Copy records as they stand into their history; half the time that building a second object for each takes."""
    rows, change = history_of(noun).model, current_change()
    columns = [rows._meta.get_field(field.name).column for field in rows.tracked_fields]
    added = {"history_date": change.at, "history_user": change.by_id, "history_type": kind, "change": change.pk}
    fields = [rows._meta.get_field(name) for name in added]
    values = [field.get_db_prep_save(value, connection) for field, value in zip(fields, added.values(), strict=True)]
    quote = connection.ops.quote_name
    into = ", ".join(quote(column) for column in [*columns, *(field.column for field in fields)])
    kept = ", ".join([quote(column) for column in columns] + ["%s"] * len(values))
    table, key = quote(noun._meta.db_table), quote(noun._meta.pk.column)  # type: ignore[arg-type]
    some = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(rows._meta.db_table)} ({into}) "  # noqa: S608  names come from the models alone
            f"SELECT {kept} FROM {table} WHERE {key} IN ({some}) ORDER BY {key}",
            [*values, *keys],
        )
