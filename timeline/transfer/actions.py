"""Bring a table of events in: keep the file, plan, apply, undo."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from timeline.accounts.models import User
from timeline.limits import run_limited
from timeline.records import changes, unfinished
from timeline.records.changes import UndoRefused
from timeline.records.models import Batch, Change, Run, Verb
from timeline.transfer import columns, runs
from timeline.transfer.limited_table import LimitedTable, limits_of
from timeline.transfer.plan import plan_of
from timeline.transfer.received import receive, suggested_columns
from timeline.transfer.runs import PlanIsOld

__all__ = ["PlanIsOld"]


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


class RowsRefused(ValueError):
    """Rows have errors, and the person did not choose to leave them out."""


class AtWork(ValueError):
    """Something is being done with the batch in the background at present; `run` says what."""

    def __init__(self, run: Run | None) -> None:
        super().__init__(str(run))
        self.run = run


class NotApplied(ValueError):
    """The batch is not applied, so there is nothing to undo."""


def keep_file(*, name: str, content: bytes, by: User | None, at: datetime) -> Batch:
    """Keep a file as a batch without a plan; its columns are suggested by their names.

    TableRefused if it is no table, LimitReached if it cannot be read within the limits, ImportedBefore if the same
    bytes stand in a batch that is not undone.
    """
    received = run_limited(receive, content, limits=limits_of(settings.LIMITS, len(content)))
    file_hash = hashlib.sha256(content).hexdigest()
    earlier = Batch.objects.filter(file_hash=file_hash).exclude(status=Batch.Status.UNDONE).first()
    if earlier:
        raise ImportedBefore(earlier)
    return Batch.objects.create(
        file_name=name[:255], file_hash=file_hash, content=received.text, by=by, created_at=at,
        mapping=_first_mapping(received.suggested, received.names) | {"encoding": received.encoding},
    )  # fmt: skip


def take_first_line(*, batch: Batch, names: bool) -> Batch:
    """Take the first line of a file for the names of its columns, or for a row; the columns are suggested anew.

    TableRefused if the file is no table that way, LimitReached as above, NotPlanned if the batch was applied meanwhile,
    AtWork.
    """
    limits = limits_of(settings.LIMITS, len(batch.content))
    suggested = run_limited(suggested_columns, batch.content, names, limits=limits)
    mapping = _first_mapping(suggested, names) | {"encoding": batch.mapping.get("encoding", "")}
    _nobody_is_at(batch)
    if not Batch.objects.filter(pk=batch.pk, status=Batch.Status.PLANNED).update(mapping=mapping, plan={}):
        raise NotPlanned
    batch.mapping, batch.plan = mapping, {}
    return batch


def _first_mapping(suggested: dict[str, str], names: bool) -> dict[str, Any]:
    return {"columns": suggested, "language": "", "order": "", "names": names}


def make_plan(*, batch: Batch, chosen: Mapping[str, str], language: str = "", order: str = "") -> Batch:
    """Plan what a batch would do with its columns so chosen; nothing else is written.

    `language` "": each row's own words tell it; `order` of day and month "dmy", "mdy", or "" where the column tells.
    ColumnsMissing names what no column gives, NotPlanned if the batch was applied meanwhile, AtWork if it is just now;
    LimitReached if its rows cannot be read within the limits of a page.
    """
    batch.mapping = _mapping(batch, chosen, language, order)
    batch.plan = plan_of(LimitedTable(batch, settings.LIMITS))
    _nobody_is_at(batch)
    waiting = Batch.objects.filter(pk=batch.pk, status=Batch.Status.PLANNED)
    if not waiting.update(mapping=batch.mapping, plan=batch.plan):
        raise NotPlanned
    return batch


def begin_plan(
    *, batch: Batch, chosen: Mapping[str, str], language: str = "", order: str = "", by: User | None, at: datetime
) -> Run:
    """Let a batch be planned in the background; errors as in `make_plan`."""
    mapping = _mapping(batch, chosen, language, order)
    return _begin(batch, Run.Kind.PLAN, by=by, at=at, options={"mapping": mapping})


def _mapping(batch: Batch, chosen: Mapping[str, str], language: str, order: str) -> dict[str, Any]:
    labels = [str(label) for label in columns.missing(chosen)]
    if labels:
        raise ColumnsMissing(labels)
    mapping: dict[str, Any] = batch.mapping | {"columns": dict(chosen), "language": language, "order": order}
    return mapping


def begin_apply(*, batch: Batch, as_checked: bool, leave_out: bool, by: User | None, at: datetime) -> Run:
    """Let the events of a plan be created in the background, all or none, as drafts unless `as_checked`.

    NotPlanned; RowsRefused if rows have errors and `leave_out` is false; AtWork.
    """
    if batch.status != Batch.Status.PLANNED or not batch.plan:
        raise NotPlanned
    if batch.plan["counts"]["refused"] and not leave_out:
        raise RowsRefused
    return _begin(batch, Run.Kind.APPLY, by=by, at=at, options={"as_checked": as_checked})


def apply_plan(*, batch: Batch, as_checked: bool, leave_out: bool, by: User | None, at: datetime) -> Batch:
    """Do the same now, to the end; PlanIsOld if what is stored has changed since, and then nothing is written."""
    batch = Batch.objects.get(pk=batch.pk)
    run = begin_apply(batch=batch, as_checked=as_checked, leave_out=leave_out, by=by, at=at)
    runs.work_on(run.pk)
    return Batch.objects.get(pk=batch.pk)


def begin_undo(*, batch: Batch, by: User | None, at: datetime) -> Run | None:
    """Hide all that a batch brought in at once, and let it be taken back in the background.

    NotApplied, AtWork; UndoRefused if any of it was changed or used since. A batch with which other things were made
    in one change (a chronology that was arranged with it) is taken back at once, as one: None.
    """
    with transaction.atomic():
        batch = Batch.objects.select_for_update(of=("self",)).defer("content", "plan").get(pk=batch.pk)
        _nobody_is_at(batch)
        if batch.status != Batch.Status.APPLIED:
            raise NotApplied
        change = change_of(batch)
        if not unfinished.is_only_import(change):
            changes.undo(change=change, by=by, at=at)
            batch.status = Batch.Status.UNDONE
            batch.save(update_fields=["status"])
            return None
        applied = batch.runs.filter(kind=Run.Kind.APPLY, state=Run.State.DONE).first()
        if records := unfinished.in_the_way(batch, change, applied.result["newest"] if applied else {}):
            raise UndoRefused(records)
        # An undoing that broke off has its change already.
        undoing = Change._base_manager.filter(undoes=change).first() or Change.objects.create(
            by=by, at=at, verb=Verb.UNDO, why=str(change)[:500], batch=batch, undoes=change
        )
        return _begin(
            batch, Run.Kind.UNDO, by=by, at=at, change=undoing, hides=True, rows=unfinished.count(batch)
        )  # fmt: skip


def undo_batch(*, batch: Batch, by: User | None, at: datetime) -> Batch:
    """Take back all that a batch brought in, now; errors as in `begin_undo`."""
    run = begin_undo(batch=batch, by=by, at=at)
    if run:
        runs.work_on(run.pk)
    return Batch.objects.get(pk=batch.pk)


def stop(*, run: Run, at: datetime) -> None:
    """Let a run end and leave nothing of what it wrote: at once if it has not begun, else when its worker sees it."""
    unbegun = Run.objects.filter(pk=run.pk, state=Run.State.WAITING, change__isnull=True)
    if not unbegun.update(state=Run.State.STOPPED, stop=True, ended_at=at):
        Run.objects.filter(pk=run.pk, state__in=Run.UNFINISHED).exclude(kind=Run.Kind.UNDO).update(stop=True)


def _begin(batch: Batch, kind: Run.Kind, **columns: Any) -> Run:
    try:
        with transaction.atomic():
            return Run.objects.create(batch=batch, kind=kind, **columns)
    except IntegrityError as error:
        raise AtWork(batch.runs.filter(state__in=Run.UNFINISHED).first()) from error


def _nobody_is_at(batch: Batch) -> None:
    if run := batch.runs.filter(state__in=Run.UNFINISHED).first():
        raise AtWork(run)


def discard(*, batch: Batch) -> None:
    """Forget a file that was never applied; NotPlanned if it was, AtWork if it is just now."""
    _nobody_is_at(batch)
    deleted, _rows = Batch.objects.filter(pk=batch.pk, status=Batch.Status.PLANNED, changes__isnull=True).delete()
    if not deleted:
        raise NotPlanned


def change_of(batch: Batch) -> Change:
    """Return the change under which a batch was applied."""
    return Change._base_manager.get(batch=batch, verb=Verb.IMPORT)
