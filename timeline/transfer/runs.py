"""Carry a run out: plan, apply or undo an import in short transactions, so that nobody else waits for it.

What a run has written is hidden (`records.models.shown`) until its last transaction, or taken away again. Its row is
written in each of them, so that what is done and how far it has come are always the same; who finds that the run is
no longer theirs writes nothing.
"""

from collections import Counter
from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError
from django.db.models import F
from django.utils import timezone

from timeline.limits import Busy, LimitReached
from timeline.records import unfinished
from timeline.records.models import Batch, Change, Run, Verb
from timeline.records.models.changes import open_change_or_none
from timeline.records.statistics import refresh_statistics
from timeline.transfer import not_read
from timeline.transfer.apply import create_events, prepare
from timeline.transfer.limited_table import LimitedTable
from timeline.transfer.owners import this_process
from timeline.transfer.plan import plan_of, planned
from timeline.transfer.rows import PlannedRow
from timeline.transfer.turns import Left, Lost, StopAsked, Turns

PLAN_IS_OLD = "plan-is-old"
IN_USE = "in-use"
NOT_READ = "not-read"


class PlanIsOld(ValueError):
    """What is stored has changed since the plan was made, and with it what the plan would do."""


def work_on(key: int, *, somebody_waits: bool = False) -> Run | None:
    """Take a waiting run and carry it out to its end; None if another process has taken it, or it has ended.

    PlanIsOld if what is stored has changed since the plan was made, LimitReached if rows cannot be read within the
    limits of background work, or whatever else went wrong; then all is as it was before. Where `somebody_waits`, the
    limits are those of a page, and what passes them is left waiting for a process that has more time.
    """
    now = timezone.now()
    waiting = Run.objects.filter(pk=key, state=Run.State.WAITING)
    if not waiting.update(state=Run.State.RUNNING, owner=this_process(), heard_at=now, started_at=now):
        return None
    run = Run.objects.select_related("by").get(pk=key)
    # What is said of the rate is said of this process.
    Run.objects.filter(pk=key).update(options=run.options | {"done_before": run.rows_done})
    try:
        _Work(run, somebody_waits).to_the_end()
    except Lost:
        return None
    except Left:
        Run.objects.filter(pk=key, owner=this_process()).update(state=Run.State.WAITING, owner="")
        return None
    return Run.objects.get(pk=key)


class _Work(Turns):
    """One run and its steps."""

    def __init__(self, run: Run, somebody_waits: bool) -> None:
        super().__init__(run)
        self.somebody_waits = somebody_waits

    def to_the_end(self) -> None:
        """Do what the run is for; whatever goes wrong, nothing half done is left."""
        steps = {Run.Kind.PLAN: self.plan, Run.Kind.APPLY: self.apply, Run.Kind.UNDO: self.undo}
        try:
            steps[Run.Kind(self.run.kind)]()
        except (Lost, Left):
            raise
        except StopAsked:
            self._give_up(Run.State.STOPPED)
        except PlanIsOld:
            self._give_up(Run.State.FAILED, PLAN_IS_OLD)
            raise
        except IntegrityError:
            # Somebody used a record in the moment in which undoing began.
            self._give_up(Run.State.FAILED, IN_USE)
            raise
        except LimitReached as refused:
            if self.somebody_waits or isinstance(refused, Busy):
                raise Left from refused
            self._give_up(Run.State.FAILED, NOT_READ, result=not_read.as_stored(refused))
            raise
        except Exception as error:
            self._give_up(Run.State.FAILED, str(error) or type(error).__name__)
            raise

    # Steps.

    def plan(self) -> None:
        """Look through the rows and keep the plan."""
        batch = Batch.objects.get(pk=self.run.batch_id)
        batch.mapping = batch.mapping | self.run.options["mapping"]
        plan = plan_of(self._table_of(batch), self._looked_at)

        def keep() -> None:
            waiting = Batch.objects.filter(pk=batch.pk, status=Batch.Status.PLANNED)
            waiting.update(mapping=batch.mapping, plan=plan)
            self._end(Run.State.DONE)

        self.write(keep)

    def _table_of(self, batch: Batch) -> LimitedTable:
        limits = settings.LIMITS if self.somebody_waits else settings.LIMITS_OF_TASKS
        return LimitedTable(batch, limits, self.goes_on)

    def _looked_at(self, done: int, rows: int) -> None:
        def tell() -> None:
            Run.objects.filter(pk=self.run.pk).update(rows=rows, rows_done=done)

        self.write(tell)

    def apply(self) -> None:
        """Create the events of the plan, hidden, and show them all at once."""
        run, batch = self.run, Batch.objects.get(pk=self.run.batch_id)
        change = run.change or self._begin_change(Verb.IMPORT, batch)
        as_checked = bool(run.options.get("as_checked"))
        made = Counter({"events": 0, "citations": 0, "sources": 0} | run.result.get("made", {}))
        at, before = 0, run.rows_done
        for rows in planned(self._table_of(batch)):
            _hold_to_plan(batch, rows)
            rest, at = rows[max(0, before - at) :], at + len(rows)
            for some in self.pieces(rest):
                made = self._create(change, batch, some, as_checked, made)

        def finish() -> None:
            result = {**made, "left_out": batch.plan["counts"]["refused"]}
            Batch.objects.filter(pk=batch.pk).update(
                status=Batch.Status.APPLIED, applied_at=run.at, as_checked=as_checked, result=result
            )
            self._end(Run.State.DONE, result={"newest": unfinished.newest_history()})
            refresh_statistics()

        self.write(finish, change)

    def _create(
        self, change: Change, batch: Batch, rows: Sequence[PlannedRow], as_checked: bool, made: Counter[str]
    ) -> Counter[str]:
        total: Counter[str] = Counter()
        good = [row for row in rows if row.is_event and not row.is_refused]
        # All that can be done before others have to wait is done before the transaction.
        prepared = [prepare(good, as_checked=as_checked, batch=batch)]

        def create() -> None:
            # What a transaction that failed has left its keys in is prepared anew.
            new = create_events(prepared.pop() if prepared else prepare(good, as_checked=as_checked, batch=batch))
            total.clear()
            total.update(made)
            total.update(new)
            Run.objects.filter(pk=self.run.pk).update(rows_done=F("rows_done") + len(rows), result={"made": total})

        try:
            self.write(create, change)
        except IntegrityError as error:
            # Somebody has brought in the same identifier meanwhile.
            raise PlanIsOld from error
        return total

    def undo(self) -> None:
        """Delete what the import brought in, which is hidden since undoing was asked for."""
        run, batch = self.run, Batch.objects.defer("content", "plan").get(pk=self.run.batch_id)
        undoing = run.change
        assert undoing is not None
        left = True
        while left:
            left = bool(self._delete(batch, undoing, with_history=True))

        def finish() -> None:
            Batch.objects.filter(pk=batch.pk).update(status=Batch.Status.UNDONE)
            self._end(Run.State.DONE)

        self.write(finish, undoing)

    # What the steps share.

    def _begin_change(self, verb: Verb, batch: Batch) -> Change:
        """Open the change that all belongs to, hidden with all else; inside another change, all belongs to that one."""
        run = self.run

        def begin() -> None:
            run.change = open_change_or_none() or Change.objects.create(
                by=run.by, at=run.at, verb=verb, why=batch.file_name[:500], batch=batch
            )
            Run.objects.filter(pk=run.pk).update(change=run.change, hides=True, rows=batch.plan["counts"]["rows"])

        self.write(begin)
        assert run.change is not None
        return run.change

    def _delete(self, batch: Batch, change: Change, *, with_history: bool) -> int:
        deleted = 0

        def delete() -> None:
            nonlocal deleted
            deleted = unfinished.delete_some(batch, self.piece, with_history=with_history)
            if with_history:
                Run.objects.filter(pk=self.run.pk).update(rows_done=F("rows_done") + deleted)

        self.write(delete, change, stoppable=False, things=self.piece)
        return deleted

    def _give_up(self, state: Run.State, problem: str = "", **columns: object) -> None:
        """Take away what was written; an undoing that cannot go on shows what is left of its import again."""
        run = self.run
        change = run.change if run.kind == Run.Kind.APPLY else None
        batch = Batch.objects.defer("content", "plan").get(pk=run.batch_id)
        own = change is not None and change != open_change_or_none()
        left = change is not None
        while change is not None and left:
            left = bool(self._delete(batch, change, with_history=False))
        while change is not None and own and self._forget(change):
            pass

        def end() -> None:
            self._end(state, problem=problem[:500], change=None if change else run.change, **columns)
            if change is not None and own:
                Change._base_manager.filter(pk=change.pk).delete()

        self.write(end, stoppable=False)

    def _forget(self, change: Change) -> int:
        forgotten = 0

        def forget() -> None:
            nonlocal forgotten
            forgotten = unfinished.forget_some(change, self.piece * 4)

        self.write(forget, stoppable=False)
        return forgotten

    def _end(self, state: Run.State, **columns: object) -> None:
        Run.objects.filter(pk=self.run.pk).update(
            state=state, hides=False, ended_at=timezone.now(), owner="", **columns
        )  # fmt: skip


def _hold_to_plan(batch: Batch, rows: Sequence[PlannedRow]) -> None:
    """Raise PlanIsOld unless the same rows are refused as the person saw in the preview."""
    findings = batch.plan["findings"]
    for row in rows:
        foreseen = any(is_error for _code, _facts, is_error in findings.get(str(row.line), ()))
        if foreseen != row.is_refused:
            raise PlanIsOld
