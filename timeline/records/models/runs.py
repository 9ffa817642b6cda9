"""Run: work on an import in the background: in short transactions, to be stopped or taken up again."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from timeline.records.models.batches import Batch
from timeline.records.models.changes import Change

QUIET = timedelta(minutes=2)
"""How long nothing may be heard of a run before another process takes it up."""


class Run(models.Model):
    """One run through the rows of a batch: to plan it, to apply it, or to undo it.

    It has a small table of its own, because its row is written again and again and a batch holds a whole file.
    """

    class Kind(models.TextChoices):
        """What is done."""

        PLAN = "plan", _("looking through")
        APPLY = "apply", _("importing")
        UNDO = "undo", _("undoing")

    class State(models.TextChoices):
        """How far it has come; the last three are ends."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("failed")

    UNFINISHED = (State.WAITING, State.RUNNING)

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="runs")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(help_text=_("When it was asked for"))
    options = models.JSONField(default=dict, blank=True, help_text=_("What the person chose"))
    change = models.ForeignKey(Change, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    hides = models.BooleanField(default=False, help_text=_("Nothing that its import brought in is shown"))
    rows = models.PositiveIntegerField(default=0, help_text=_("Rows in all, or 0 before they are counted"))
    rows_done = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict, blank=True, help_text=_("What was made so far, and where to go on"))
    owner = models.CharField(max_length=120, blank=True, help_text=_("Machine and process that work on it"))
    heard_at = models.DateTimeField(null=True, blank=True, help_text=_("When its owner was last heard of"))
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    stop = models.BooleanField(default=False, help_text=_("Somebody asked to stop it"))
    problem = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["batch"], condition=Q(state__in=["waiting", "running"]), name="one_unfinished_run_per_batch"
            ),
        )
        indexes = (models.Index(fields=["batch"], condition=Q(hides=True), name="run_hides"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.batch}"

    @property
    def is_unfinished(self) -> bool:
        """Whether it waits or runs."""
        return self.state in self.UNFINISHED
