"""Mention: one date phrase of an article, as the machine read it and as a person decided."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.dates import FuzzyDate, edtf
from timeline.records.models.articles import Article
from timeline.records.models.changes import history
from timeline.records.models.dated import Dated, earliest_not_after_latest


class Decision(models.TextChoices):
    """What a person decided on a phrase."""

    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    CORRECTED = "corrected", _("corrected")
    REJECTED = "rejected", _("rejected")
    UNSURE = "unsure", _("not sure")


class RejectReason(models.TextChoices):
    """Why a phrase dates no event; the first letter of each label is its key."""

    NO_EVENT = "no-event", _("no event")
    BACKGROUND = "background", _("background")
    PLAN = "plan", _("plan")
    DOUBLE = "double", _("double")
    WRONG_DATE = "wrong-date", _("wrong date")


class MentionQuerySet(models.QuerySet["Mention"]):
    """Mentions in the order of the text."""

    def waiting(self) -> Self:
        """Keep those nobody has decided on."""
        return self.filter(decision=Decision.WAITING)


class Mention(Dated):
    """A place in a text that names a date. The inherited columns are the machine's reading.

    `start` and `end` count code points of the article's text, end exclusive.
    """

    class Origin(models.TextChoices):
        """Who found the phrase."""

        MACHINE = "machine", _("found by the engine")
        PERSON = "person", _("marked by a person")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    rule = models.CharField(max_length=300, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    confidence = models.FloatField(default=0.0)
    alternatives = models.JSONField(default=list, blank=True, help_text=_("Readings not chosen, best first"))
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.MACHINE)
    engine_version = models.CharField(max_length=20, blank=True)

    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.WAITING, db_index=True)
    reason = models.CharField(max_length=12, choices=RejectReason.choices, blank=True)
    decided_words = models.CharField(max_length=300, blank=True)
    decided_edtf = models.CharField(max_length=1000, blank=True)
    decided_earliest = models.DateField(null=True, blank=True)
    decided_latest = models.DateField(null=True, blank=True)
    decided_precision = models.CharField(max_length=20, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history()
    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ("article", "start", "end")
        constraints = (
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="mention_ends_after_start"),
            models.UniqueConstraint(fields=["article", "start", "end"], name="one_mention_per_place"),
            models.CheckConstraint(
                condition=models.Q(decision="waiting") | models.Q(decided_at__isnull=False),
                name="mention_decided_has_an_instant",
            ),
            earliest_not_after_latest("mention"),
        )

    def __str__(self) -> str:
        return self.words

    @property
    def decided_date(self) -> FuzzyDate | None:
        """The date a person decided on; None when undecided or undated."""
        return edtf.parse(self.decided_edtf) if self.decided_edtf else None

    @decided_date.setter
    def decided_date(self, value: FuzzyDate | None) -> None:
        self.decided_edtf = value.edtf if value else ""
        self.decided_earliest = value.earliest if value else None
        self.decided_latest = value.latest if value else None
        self.decided_precision = str(value.precision) if value else ""
