"""Batch: one import of a file, from its plan to its undoing."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    """A file of rows to import: what it says, what would be done with it, and what was done."""

    class Status(models.TextChoices):
        """How far an import has come."""

        PLANNED = "planned", _("planned")
        APPLIED = "applied", _("applied")
        UNDONE = "undone", _("undone")

    file_name = models.CharField(max_length=255)
    file_hash = models.CharField(max_length=64, help_text=_("SHA-256 of the file's bytes"))
    content = models.TextField(help_text=_("The file's text, so that the plan can be made again"))
    mapping = models.JSONField(default=dict, help_text=_("Column of the file, by field"))
    plan = models.JSONField(default=dict, help_text=_("Rows with their errors and warnings"))
    result = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PLANNED)
    as_checked = models.BooleanField(default=False, help_text=_("Imported rows arrive checked, not as drafts"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="batches")
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "batches"
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(status="planned") | models.Q(applied_at__isnull=False),
                name="batch_applied_has_an_instant",
            ),
        )

    def __str__(self) -> str:
        return self.file_name
