"""Chronology, Section, Lane, Entry: how events are arranged and what of it is public."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.records.models.changes import history
from timeline.records.models.events import Event, EventStatus
from timeline.records.models.lines import LineField
from timeline.records.models.themes import Theme

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class ChronologyQuerySet(models.QuerySet["Chronology"]):
    """Chronologies by title."""

    def public(self) -> Self:
        """Keep those that anyone may read."""
        return self.filter(is_public=True)


class Chronology(models.Model):
    """An ordered, published choice of events."""

    title = LineField(_("title"), max_length=200)
    title_native = LineField(_("title in the subject's own script"), max_length=200, blank=True)
    title_native_language = models.CharField(_("language of that title"), max_length=12, blank=True)
    slug = models.SlugField(_("short name in the address"), max_length=80, unique=True)
    scope = LineField(_("scope in one line"), max_length=300, blank=True)
    intro = models.TextField(_("introduction"), blank=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    is_public = models.BooleanField(_("anyone may read it"), default=False)
    needs_second_reader = models.BooleanField(_("nobody checks their own draft"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history()
    objects = ChronologyQuerySet.as_manager()

    if TYPE_CHECKING:
        sections: RelatedManager["Section"]
        lanes: RelatedManager["Lane"]
        entries: "RelatedManager[Entry]"

    class Meta:
        verbose_name_plural = "chronologies"
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """A part of a chronology, with a heading of its own."""

    chronology = models.ForeignKey(Chronology, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    title = LineField(_("title"), max_length=200)
    intro = models.TextField(_("introduction"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history()

    class Meta:
        ordering = ("chronology", "position", "pk")

    def __str__(self) -> str:
        return self.title


class Lane(models.Model):
    """A row of the picture: events of one theme, or chosen by hand."""

    class Style(models.TextChoices):
        """Colour, letter and pattern, as static/css/tokens.css has them."""

        T = "t", _("blue, solid")
        A = "a", _("vermilion, one cut")
        W = "w", _("ochre, fine uprights")
        S = "s", _("plum, holes")
        R = "r", _("moss, broad uprights")
        C = "c", _("slate, two cuts")
        N = "n", _("teal, three uprights")

    chronology = models.ForeignKey(Chronology, on_delete=models.CASCADE, related_name="lanes")
    position = models.PositiveIntegerField()
    letter = LineField(_("letter"), max_length=2)
    name = LineField(_("name"), max_length=80)
    style = models.CharField(_("style"), max_length=1, choices=Style.choices, default=Style.C)
    theme = models.ForeignKey(Theme, on_delete=models.SET_NULL, null=True, blank=True, related_name="lanes")
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history()

    class Meta:
        ordering = ("chronology", "position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["chronology", "letter"], name="one_lane_per_chronology_and_letter"),
        )

    def __str__(self) -> str:
        return self.name


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries in the order of their dates; `rank` decides where the dates do not."""

    def in_order(self) -> Self:
        """Sort as the chronology is read."""
        return self.order_by("event__sort_key", "rank", "pk")

    def published(self) -> Self:
        """Keep what the public sees: published entries of checked events in a public chronology."""
        return self.filter(
            published_since__isnull=False,
            event__status=EventStatus.CHECKED,
            event__merged_into__isnull=True,
            chronology__is_public=True,
        )


class Entry(models.Model):
    """An event's place in a chronology."""

    chronology = models.ForeignKey(Chronology, on_delete=models.CASCADE, related_name="entries")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="entries")
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, blank=True, related_name="entries")
    lane = models.ForeignKey(Lane, on_delete=models.SET_NULL, null=True, blank=True, related_name="entries")
    rank = models.CharField(max_length=60, default="n", help_text=_("Order where the dates leave it open"))
    published_since = models.DateTimeField(_("published since"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history()
    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        ordering = ("chronology", "event__sort_key", "rank", "pk")
        constraints = (
            models.UniqueConstraint(fields=["chronology", "event"], name="one_entry_per_event_and_chronology"),
        )

    def __str__(self) -> str:
        return f"{self.event}"
