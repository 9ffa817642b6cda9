"""The task that a worker does: one run, to its end."""

import logging

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from timeline.limits import LimitReached
from timeline.records.models import Run
from timeline.transfer import actions, runs
from timeline.transfer.owners import release_orphans

logger = logging.getLogger(__name__)


@task()
def carry_out(key: int) -> None:
    """Carry a run out. What the run says of its end is on the page of its import; the log has what was unforeseen."""
    _carry_out(key, somebody_waits=False)


def carry_out_now(key: int) -> None:
    """Carry a run out while somebody waits; what is too much for that is left to a worker."""
    _carry_out(key, somebody_waits=True)


def _carry_out(key: int, *, somebody_waits: bool) -> None:
    try:
        runs.work_on(key, somebody_waits=somebody_waits)
    except LimitReached as refused:
        logger.warning("The run %s was ended: %s", key, refused)
    except runs.PlanIsOld:
        run = Run.objects.select_related("batch", "by").get(pk=key)
        mapping = run.batch.mapping
        again = actions.begin_plan(
            batch=run.batch, chosen=mapping["columns"], language=mapping["language"], order=mapping.get("order", ""),
            by=run.by, at=timezone.now(),
        )  # fmt: skip
        runs.work_on(again.pk, somebody_waits=somebody_waits)
    except Exception:
        logger.exception("The run %s failed", key)


def take_up() -> None:
    """Let every run wait that nobody works on any more, and see that each that waits has a task."""
    release_orphans(timezone.now())
    if DBTaskResult.objects.ready().exists():
        return
    for key in Run.objects.filter(state=Run.State.WAITING).order_by("pk").values_list("pk", flat=True):
        carry_out.enqueue(key)
