"""What an import has written, while it is not finished or while it is being undone: taken away in small pieces."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Max

from timeline.records import search
from timeline.records.changes import NOUNS, keep_history
from timeline.records.models import (
    Actor,
    Batch,
    Change,
    Citation,
    Event,
    Participation,
    Place,
    Source,
    Subject,
    Theme,
    Wording,
    history_of,
)

HANGING: tuple[type[models.Model], ...] = (Citation, Subject, Participation, Wording)
"""What hangs on an event and goes with it."""
BROUGHT_IN: tuple[type[models.Model], ...] = (Event, Source, Actor, Theme, Place)
"""What an import brings in by itself, in the order in which it can be taken away."""
MOST_IN_THE_WAY = 200


def is_only_import(change: Change) -> bool:
    """Return whether all that a change did was to create what imports bring in: then it can be undone in pieces."""
    imported = (*HANGING, *BROUGHT_IN)
    others = [noun for noun in NOUNS if noun not in imported]
    return not any(history_of(noun).filter(change=change).exists() for noun in others) and not any(
        history_of(noun).filter(change=change).exclude(history_type="+").exists() for noun in imported
    )


def count(batch: Batch) -> int:
    """Return how many events, sources, names and places a batch brought in that are still there."""
    return sum(noun._base_manager.filter(batch=batch).count() for noun in BROUGHT_IN)


def newest_history() -> dict[str, int]:
    """Return the last key of every noun's history: what is written later has a higher one."""
    return {
        noun.__name__: history_of(noun).aggregate(newest=Max("history_id"))["newest"] or 0 for noun in NOUNS
    }  # fmt: skip


def in_the_way(batch: Batch, change: Change, since: Mapping[str, int]) -> list[models.Model]:
    """Return what keeps a batch from being undone: its records that were changed again, others' that use them.

    `since`: the `newest_history` of when the batch was finished; whoever changed or used anything of it wrote a row
    after that one. At most MOST_IN_THE_WAY are returned.
    """
    found: list[models.Model] = []
    for noun in (*BROUGHT_IN, *HANGING):
        own: Any = (
            {"event__in": Event._base_manager.filter(batch=batch).values("pk")}
            if noun in HANGING
            else {"id__in": noun._base_manager.filter(batch=batch).values("pk")}
        )
        later = history_of(noun).filter(history_id__gt=since.get(noun.__name__, 0), **own).exclude(change=change)
        # A later change and its own undo leave things as they were.
        undone = later.filter(change__undone_by__isnull=False, change__undone_by__undone_by__isnull=True)
        undos = later.filter(change__undoes__isnull=False, change__undone_by__isnull=True)
        again = later.exclude(pk__in=undone.values("pk")).exclude(pk__in=undos.values("pk"))
        found += [row.instance for row in again[:MOST_IN_THE_WAY]]
    for noun in NOUNS:
        written = history_of(noun).filter(history_id__gt=since.get(noun.__name__, 0)).exclude(change=change)
        for field in noun._meta.concrete_fields:
            if field.related_model not in BROUGHT_IN:
                continue
            users = noun._base_manager.filter(**{f"{field.name}__batch": batch}, pk__in=written.values("id"))
            if noun in HANGING:
                users = users.exclude(event__batch=batch)
            elif noun in BROUGHT_IN:
                users = users.exclude(batch=batch)
            found += users[:MOST_IN_THE_WAY]
    return found[:MOST_IN_THE_WAY]


def delete_some(batch: Batch, limit: int, *, with_history: bool) -> int:
    """Delete at most `limit` of the records that a batch brought in, and what hangs on them; return how many.

    `with_history`: their deletion is kept in the history of the open change; without, they are gone as if they had
    never been. 0 when none is left.
    """
    for noun in BROUGHT_IN:
        keys = list(noun._base_manager.filter(batch=batch).order_by("pk").values_list("pk", flat=True)[:limit])
        if not keys:
            continue
        if noun is Event:
            for hanging in HANGING:
                _delete(
                    hanging,
                    list(hanging._base_manager.filter(event__in=keys).values_list("pk", flat=True)),
                    with_history,
                )
        _delete(noun, keys, with_history)
        if noun is Event:
            search.index(keys)
        return len(keys)
    return 0


def _delete(noun: type[models.Model], keys: list[int], with_history: bool) -> None:
    for start in range(0, len(keys), 500):
        some = keys[start : start + 500]
        if with_history:
            keep_history(noun, some, "-")
        rows = noun._base_manager.filter(pk__in=some)
        rows._raw_delete(rows.db)


def forget_some(change: Change, limit: int) -> int:
    """Delete at most `limit` rows that a change has left in the history of one noun; return how many, 0 at the end."""
    for noun in (*HANGING, *BROUGHT_IN):
        rows = history_of(noun)
        keys = list(rows.filter(change=change).values_list("history_id", flat=True)[:limit])
        if keys:
            rows.filter(history_id__in=keys)._raw_delete(rows.db)
            return len(keys)
    return 0


def adopt(record: models.Model) -> None:
    """Let a record that a hidden batch has brought in be the open change's own: it is shown, and outlives the batch."""
    noun = type(record)
    history_of(noun).filter(id=record.pk, change__batch=record.batch_id).delete()  # type: ignore[attr-defined]
    record.batch = None  # type: ignore[attr-defined]
    noun._base_manager.filter(pk=record.pk).update(batch=None)
    keep_history(noun, [record.pk], "+")
