"""Bring a table of events in: keep the file, plan, apply, undo."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from timeline.accounts.models import User
from timeline.limits import run_limited
from timeline.records import changes
from timeline.records.models import Batch, Change, Verb, open_change
from timeline.records.statistics import refresh_statistics
from timeline.transfer import columns
from timeline.transfer.apply import create_events
from timeline.transfer.plan import plan_of, planned
from timeline.transfer.received import receive, suggested_columns
from timeline.transfer.rows import PlannedRow


@dataclass
class ImportedBefore(Exception):
    """The very same file was sent before, and its batch is planned or applied."""

    batch: Batch


class ColumnsMissing(ValueError):
    """Nothing says which columns hold what a table must say; `labels` names it."""

    def __init__(self, labels: list[str]) -> None:
        super().__init__(", ".join(labels))
        self.labels = labels


class NotPlanned(ValueError):
    """The batch has no plan that could be applied: it was applied, or undone, or its columns are not chosen."""


class PlanIsOld(ValueError):
    """What is stored has changed since the plan was made, and with it what the plan would do."""


class RowsRefused(ValueError):
    """Rows have errors, and the person did not choose to leave them out."""


class NotApplied(ValueError):
    """The batch is not applied, so there is nothing to undo."""


def keep_file(*, name: str, content: bytes, by: User | None, at: datetime) -> Batch:
    """Keep a file as a batch without a plan; its columns are suggested by their names.

    TableRefused if it is no table, LimitReached if it cannot be read within the limits, ImportedBefore if the same
    bytes stand in a batch that is not undone.
    """
    received = run_limited(receive, content, limits=settings.LIMITS)
    file_hash = hashlib.sha256(content).hexdigest()
    earlier = Batch.objects.filter(file_hash=file_hash).exclude(status=Batch.Status.UNDONE).first()
    if earlier:
        raise ImportedBefore(earlier)
    return Batch.objects.create(
        file_name=name[:255], file_hash=file_hash, content=received.text, by=by, created_at=at,
        mapping=_first_mapping(received.suggested, received.names) | {"encoding": received.guessed},
    )  # fmt: skip


def take_first_line(*, batch: Batch, names: bool) -> Batch:
    """Take the first line of a file for the names of its columns, or for a row; the columns are suggested anew.

    TableRefused if the file is no table that way, LimitReached as above, NotPlanned if the batch was applied meanwhile.
    """
    suggested = run_limited(suggested_columns, batch.content, names, limits=settings.LIMITS)
    mapping = _first_mapping(suggested, names) | {"encoding": batch.mapping.get("encoding", "")}
    if not Batch.objects.filter(pk=batch.pk, status=Batch.Status.PLANNED).update(mapping=mapping, plan={}):
        raise NotPlanned
    batch.mapping, batch.plan = mapping, {}
    return batch


def _first_mapping(suggested: dict[str, str], names: bool) -> dict[str, Any]:
    return {"columns": suggested, "language": "", "order": "", "names": names}


def make_plan(*, batch: Batch, chosen: Mapping[str, str], language: str = "", order: str = "") -> Batch:
    """Plan what a batch would do with its columns so chosen; nothing else is written.

    `language` "": each row's own words tell it; `order` of day and month "dmy", "mdy", or "" where the column tells.
    ColumnsMissing names what no column gives, NotPlanned if the batch was applied meanwhile.
    """
    labels = [str(label) for label in columns.missing(chosen)]
    if labels:
        raise ColumnsMissing(labels)
    batch.mapping = batch.mapping | {"columns": dict(chosen), "language": language, "order": order}
    batch.plan = plan_of(batch)
    waiting = Batch.objects.filter(pk=batch.pk, status=Batch.Status.PLANNED)
    if not waiting.update(mapping=batch.mapping, plan=batch.plan):
        raise NotPlanned
    return batch


def apply_plan(*, batch: Batch, as_checked: bool, leave_out: bool, by: User | None, at: datetime) -> Batch:
    """Create the events of a plan, all or none, as drafts unless `as_checked`.

    NotPlanned, PlanIsOld; RowsRefused if rows have errors and `leave_out` is false.
    """
    with open_change(by=by, at=at, verb=Verb.IMPORT, why=batch.file_name, batch=batch):
        batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if batch.status != Batch.Status.PLANNED or not batch.plan:
            raise NotPlanned
        refused = batch.plan["counts"]["refused"]
        if refused and not leave_out:
            raise RowsRefused
        made = Counter(events=0, citations=0, sources=0)
        for rows in planned(batch):
            _hold_to_plan(batch, rows)
            made.update(
                create_events([row for row in rows if row.is_event and not row.is_refused], as_checked=as_checked)
            )
        batch.status, batch.applied_at, batch.as_checked = Batch.Status.APPLIED, at, as_checked
        batch.result = {**made, "left_out": refused}
        batch.save(update_fields=["status", "applied_at", "as_checked", "result"])
        refresh_statistics()
    return batch


def undo_batch(*, batch: Batch, by: User | None, at: datetime) -> Batch:
    """Take back all that a batch brought in; NotApplied, or UndoRefused if any of it was changed or used since."""
    with transaction.atomic():
        batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if batch.status != Batch.Status.APPLIED:
            raise NotApplied
        changes.undo(change=change_of(batch), by=by, at=at)
        batch.status = Batch.Status.UNDONE
        batch.save(update_fields=["status"])
    return batch


def discard(*, batch: Batch) -> None:
    """Forget a file that was never applied; NotPlanned if it was."""
    deleted, _rows = Batch.objects.filter(pk=batch.pk, status=Batch.Status.PLANNED, changes__isnull=True).delete()
    if not deleted:
        raise NotPlanned


def change_of(batch: Batch) -> Change:
    """Return the change under which a batch was applied."""
    return Change.objects.get(batch=batch, verb=Verb.IMPORT)


def _hold_to_plan(batch: Batch, rows: list[PlannedRow]) -> None:
    """Raise PlanIsOld unless the same rows are refused as the person saw in the preview."""
    findings = batch.plan["findings"]
    for row in rows:
        foreseen = any(is_error for _code, _facts, is_error in findings.get(str(row.line), ()))
        if foreseen != row.is_refused:
            raise PlanIsOld
