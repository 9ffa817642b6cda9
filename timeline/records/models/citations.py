"""Citation: the place in a source that an event rests on, and what that source says of the date."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from timeline.records.models.changes import history
from timeline.records.models.dated import Dated, earliest_not_after_latest
from timeline.records.models.events import Event, EventStatus
from timeline.records.models.lines import LineField
from timeline.records.models.mentions import Mention
from timeline.records.models.shown import ShownWithEvent
from timeline.records.models.sources import Source


class CitationState(models.TextChoices):
    """Whether a checker has looked at a citation: only what is checked is public."""

    PROPOSED = "proposed", _("proposed")
    CHECKED = "checked", _("checked")


class CitationQuerySet(models.QuerySet["Citation"]):
    """Citations, the chosen one of each event first."""

    def standing(self) -> Self:
        """Keep those that their event rests on: of a checked event the checked ones, of any other all."""
        return self.filter(Q(state=CitationState.CHECKED) | ~Q(event__status=EventStatus.CHECKED))

    def waiting(self) -> Self:
        """Keep those that a checker is to look at: proposed for an event that is checked already.

        Those of a draft are checked with it.
        """
        return self.filter(state=CitationState.PROPOSED, event__status=EventStatus.CHECKED)


class Citation(Dated):
    """An event, a source, a place in it. The inherited columns are this source's own date of the event.

    `prefix`, `exact`, `suffix` are a W3C TextQuoteSelector; `exact` may be empty when a locator stands.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, null=True, blank=True, related_name="citations")
    locator = LineField(_("place in the source"), max_length=500, blank=True)
    exact = models.TextField(_("quotation"), blank=True)
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    chosen = models.BooleanField(_("its date is the event's"), default=False)
    gives_date = models.BooleanField(
        _("the source itself gives this date"), default=True, help_text=_("Off: the date is general knowledge so far")
    )
    note = LineField(_("note"), max_length=500, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=CitationState.choices, default=CitationState.PROPOSED, db_index=True
    )
    reading = models.JSONField(
        default=dict, blank=True, help_text=_("How the words of the article were read, as it was when this was cited")
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history()
    objects = ShownWithEvent.from_queryset(CitationQuerySet)()

    class Meta:
        ordering = ("event", "-chosen", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["event"], condition=models.Q(chosen=True), name="one_chosen_citation_per_event"
            ),
            earliest_not_after_latest("citation"),
            models.CheckConstraint(condition=Q(state__in=CitationState.values), name="citation_has_a_known_state"),
        )

    def __str__(self) -> str:
        return f"{self.source}"

    @property
    def version_read(self) -> int:
        """The version of all that a checker reads of it: its own and its source's, of which each only grows."""
        return self.version + self.source.version

    @property
    def is_checked(self) -> bool:
        """Whether a checker has looked at it."""
        return self.state == CitationState.CHECKED
