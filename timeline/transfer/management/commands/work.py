"""`manage.py work`: do what waits in the background, one thing after the other, until the process is told to end."""

import contextlib
import logging
import os
import signal
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import timedelta
from types import FrameType

from django.core.management.base import BaseCommand
from django.db import OperationalError, connections
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from timeline.limits import preload
from timeline.transfer.owners import this_process
from timeline.transfer.tasks import take_up
from timeline.transfer.turns import LEAVING
from timeline.web.busy import is_busy

NICE = 10
"""Whoever waits for a page comes first."""
SECONDS_BETWEEN_LOOKS = 5.0
KEPT = timedelta(days=7)
SECONDS_TO_LEAVE = 15

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Works on what was asked for in the background, and takes up what another worker has left."""

    help = "Work on imports in the background. bin/serve runs one such worker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add `--until-idle`."""
        parser.add_argument("--until-idle", action="store_true", help="end when nothing waits any more")

    def handle(self, *, until_idle: bool, **options: object) -> None:
        """Work."""
        os.nice(NICE)
        preload("timeline.transfer.preloaded_in_tasks")
        _when_free(forget_old_tasks)
        _when_free(take_up)
        worker = LeavingWorker(
            queue_names=["*"], excluded_queue_names=[], interval=1, batch=until_idle, startup_delay=False,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS, max_tasks=None, worker_id=this_process()[:64],
        )  # fmt: skip
        worker.configure_signals()
        threading.Thread(target=_look_again_and_again, daemon=True).start()
        _when_free(worker.run)


class LeavingWorker(Worker):
    """The library's worker, that leaves a run after its present transaction when it is told to end."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Leave; whoever works next goes on."""
        LEAVING.set()
        # Whatever holds it up then, the system ends it; whoever works next takes up what it had not stored.
        signal.alarm(SECONDS_TO_LEAVE)
        super().shutdown(signum, frame)


def forget_old_tasks() -> None:
    """Delete tasks that have ended, or whose worker has, long ago: what came of them is on the pages of the imports."""
    DBTaskResult.objects.filter(enqueued_at__lt=timezone.now() - KEPT).exclude(status="READY").delete()


def _look_again_and_again() -> None:
    """Take up what other workers have left, also while this one is at work."""
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        try:
            take_up()
        except OperationalError:
            logger.warning("The database is busy; looked for what was left behind in vain.")
        finally:
            connections.close_all()


def _when_free(deed: Callable[[], object]) -> None:
    """Do something, again if the database was busy."""
    while True:
        try:
            deed()
            return
        except OperationalError as error:
            if not is_busy(error):
                raise
            with contextlib.suppress(Exception):
                connections.close_all()
