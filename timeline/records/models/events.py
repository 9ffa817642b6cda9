"""Event: something that happened, its date, and its wording in each language."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from timeline.records.models.actors import Actor
from timeline.records.models.changes import history
from timeline.records.models.dated import Dated, earliest_not_after_latest
from timeline.records.models.lines import LineField
from timeline.records.models.places import Place
from timeline.records.models.shown import Imported, ShownManager, ShownWithEvent
from timeline.records.models.themes import Theme

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from timeline.records.models.citations import Citation


class EventStatus(models.TextChoices):
    """How far an event has come."""

    DRAFT = "draft", _("draft")
    CHECKED = "checked", _("checked")
    WITHDRAWN = "withdrawn", _("withdrawn")


class EventQuerySet(models.QuerySet["Event"]):
    """Events, in order of date."""

    def live(self) -> Self:
        """Leave out those merged into another and those withdrawn."""
        return self.filter(merged_into__isnull=True).exclude(status=EventStatus.WITHDRAWN)

    def within(self, earliest: date | None, latest: date | None) -> Self:
        """Keep those whose window touches the days from `earliest` to `latest`; None leaves a side open."""
        kept = self.exclude(edtf="")
        if earliest or latest:
            # Without any day it lies before year 1 or after 9999.
            kept = kept.exclude(earliest__isnull=True, latest__isnull=True)
        if earliest:
            kept = kept.filter(Q(latest__gte=earliest) | Q(latest__isnull=True))
        if latest:
            kept = kept.filter(Q(earliest__lte=latest) | Q(earliest__isnull=True))
        return kept


class Event(Dated, Imported):
    """Something that happened. Its date is the chosen citation's, or its own with a reason."""

    time = models.TimeField(_("time of day"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=60, blank=True)
    date_reason = models.CharField(_("why this date and not the source's"), max_length=500, blank=True)
    sort_key = models.CharField(max_length=60, db_index=True, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    status = models.CharField(max_length=10, choices=EventStatus.choices, default=EventStatus.DRAFT, db_index=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from")
    note = LineField(_("note"), max_length=1000, blank=True)
    external_id = models.CharField(_("identifier in the imported table"), max_length=100, blank=True)
    citation_count = models.PositiveIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    actors = models.ManyToManyField(Actor, through="Participation", related_name="events")
    themes = models.ManyToManyField(Theme, through="Subject", related_name="events")

    history = history(excluded_fields=["batch"])
    objects = ShownManager.from_queryset(EventQuerySet)()  # type: ignore[misc]

    if TYPE_CHECKING:
        wordings: RelatedManager["Wording"]
        citations: RelatedManager[Citation]

    class Meta:
        ordering = ("sort_key", "pk")
        constraints = (
            earliest_not_after_latest("event"),
            models.CheckConstraint(
                condition=~Q(status="checked") | Q(citation_count__gt=0), name="event_checked_has_a_citation"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("pk")),
                name="event_not_merged_into_itself",
            ),
            models.UniqueConstraint(
                fields=["external_id"], condition=~Q(external_id=""), name="one_event_per_external_id"
            ),
        )

    def __str__(self) -> str:
        return self.headline

    @property
    def settled(self) -> "Event":
        """The event that stands for this one: itself, or what it was merged into."""
        event = self
        while event.merged_into is not None:
            event = event.merged_into
        return event

    @property
    def wording(self) -> "Wording | None":
        """The first wording: the one the event was written in."""
        return min(self.wordings.all(), key=lambda wording: wording.pk, default=None)

    def wording_in(self, language: str) -> "Wording | None":
        """Return its wording in `language`, else the one it was written in."""
        return next((one for one in self.wordings.all() if one.language == language), self.wording)

    @property
    def headline(self) -> str:
        """The headline of the first wording."""
        return self.wording.headline if self.wording else f"#{self.pk}"

    @property
    def standing_citations(self) -> "list[Citation]":
        """The citations that the event rests on: of a checked event the checked ones, of any other all."""
        is_checked = self.status == EventStatus.CHECKED
        return [citation for citation in self.citations.all() if citation.is_checked or not is_checked]

    @property
    def chosen_citation(self) -> "Citation | None":
        """The citation whose date is the event's; None when the event has its own."""
        return next((citation for citation in self.citations.all() if citation.chosen), None)


class Wording(models.Model):
    """Headline and summary of an event in one language."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=12)
    headline = LineField(_("headline"), max_length=300)
    summary = models.TextField(_("summary"), blank=True)

    history = history()
    objects = ShownWithEvent()

    class Meta:
        ordering = ("event", "pk")
        constraints = (
            models.UniqueConstraint(fields=["event", "language"], name="one_wording_per_event_and_language"),
        )

    def __str__(self) -> str:
        return self.headline


class Participation(models.Model):
    """An actor takes part in an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="participations")

    history = history()
    objects = ShownWithEvent()

    class Meta:
        ordering = ("event", "pk")
        constraints = (
            models.UniqueConstraint(fields=["event", "actor"], name="one_participation_per_event_and_actor"),
        )

    def __str__(self) -> str:
        return f"{self.actor}"


class Subject(models.Model):
    """An event is about a theme."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="subjects")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="subjects")

    history = history()
    objects = ShownWithEvent()

    class Meta:
        ordering = ("event", "pk")
        constraints = (models.UniqueConstraint(fields=["event", "theme"], name="one_subject_per_event_and_theme"),)

    def __str__(self) -> str:
        return f"{self.theme}"
