"""Report: what a reader says is wrong with an event, for the checkers' eyes."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from timeline.accounts.models import User
from timeline.records.models.events import Event

LONGEST_MESSAGE, LONGEST_CONTACT = 4000, 200


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports."""

    def waiting(self) -> Self:
        """Keep those that no checker has closed."""
        return self.filter(closed_at__isnull=True)


class Report(models.Model):
    """What a reader wrote of an event, in the version that he had read, and what a checker made of it.

    It is no record of the chronology, so it has no history. `sender` tells reports of one address on one day from
    others', and nothing else: it is a keyed hash. It and `contact` are forgotten when the report is closed.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="reports")
    version = models.PositiveIntegerField(_("version that was read"))
    message = models.TextField(_("what is wrong"), max_length=LONGEST_MESSAGE)
    contact = models.CharField(_("how to reach the reader"), max_length=LONGEST_CONTACT, blank=True)
    language = models.CharField(_("language of the page"), max_length=12, blank=True)
    sender = models.CharField(max_length=64, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), db_index=True)
    answer = models.TextField(_("what was done"), max_length=LONGEST_MESSAGE, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by: "models.ForeignKey[User | None, User | None]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=["sender", "sent_at"], condition=~Q(sender=""), name="report_by_sender"),
            models.Index(fields=["id"], condition=Q(closed_at__isnull=True), name="report_waiting"),
        )

    def __str__(self) -> str:
        return f"#{self.pk}"
