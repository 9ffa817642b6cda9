"""Chronology, Section, Lane, Entry: how events are arranged and what of it is public."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.records.models.changes import history
from timeline.records.models.events import Event, EventStatus
from timeline.records.models.lines import LineField
from timeline.records.models.themes import Theme
from timeline.records.models.told import InLanguages, Told

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Licence(models.TextChoices):
    """What readers may do with a chronology: SPDX's short names, and the two that need none."""

    UNSTATED = "", _("none stated")
    CC0 = "CC0-1.0", "CC0 1.0"
    BY = "CC-BY-4.0", "CC BY 4.0"
    BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    BY_NC = "CC-BY-NC-4.0", "CC BY-NC 4.0"
    MIT = "MIT", "MIT"
    RESERVED = "all-rights-reserved", _("all rights reserved")

    @property
    def address(self) -> str:
        """Where its text stands; "" for what is no public licence."""
        if self is Licence.CC0:
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        if self is Licence.MIT:
            return "https://spdx.org/licenses/MIT.html"
        name, _dash, version = self.value.removeprefix("CC-").rpartition("-")
        return f"https://creativecommons.org/licenses/{name.lower()}/{version}/" if self.value[:3] == "CC-" else ""


class ChronologyQuerySet(models.QuerySet["Chronology"]):
    """Chronologies by title."""

    def public(self) -> Self:
        """Keep those that anyone may read."""
        return self.filter(is_public=True)


class Chronology(InLanguages):
    """An ordered, published choice of events."""

    title = LineField(_("title"), max_length=200)
    title_native = LineField(_("title in the subject's own script"), max_length=200, blank=True)
    title_native_language = models.CharField(_("language of that title"), max_length=12, blank=True)
    slug = models.SlugField(_("short name in the address"), max_length=80, unique=True)
    scope = LineField(_("scope in one line"), max_length=300, blank=True)
    intro = models.TextField(_("introduction"), blank=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    method = models.TextField(
        _("method"), blank=True, help_text=_("Who chose the events, from which sources, and how dates are read")
    )
    licence = models.CharField(
        _("licence"), max_length=30, choices=Licence.choices, default=Licence.UNSTATED, blank=True
    )
    title_en = LineField(_("title in English"), max_length=200, blank=True)
    title_ja = LineField(_("title in Japanese"), max_length=200, blank=True)
    title_ko = LineField(_("title in Korean"), max_length=200, blank=True)
    scope_en = LineField(_("scope in one line in English"), max_length=300, blank=True)
    scope_ja = LineField(_("scope in one line in Japanese"), max_length=300, blank=True)
    scope_ko = LineField(_("scope in one line in Korean"), max_length=300, blank=True)
    intro_en = models.TextField(_("introduction in English"), blank=True)
    intro_ja = models.TextField(_("introduction in Japanese"), blank=True)
    intro_ko = models.TextField(_("introduction in Korean"), blank=True)
    method_en = models.TextField(_("method in English"), blank=True)
    method_ja = models.TextField(_("method in Japanese"), blank=True)
    method_ko = models.TextField(_("method in Korean"), blank=True)
    is_public = models.BooleanField(_("anyone may read it"), default=False)
    needs_second_reader = models.BooleanField(_("nobody checks their own draft"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    TOLD: ClassVar[tuple[str, ...]] = ("title", "scope", "intro", "method")
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

    @property
    def own_language(self) -> str:
        """The language it was written in."""
        return self.language


class Section(InLanguages):
    """A part of a chronology, with a heading of its own."""

    chronology = models.ForeignKey(Chronology, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    title = LineField(_("title"), max_length=200)
    intro = models.TextField(_("introduction"), blank=True)
    title_en = LineField(_("title in English"), max_length=200, blank=True)
    title_ja = LineField(_("title in Japanese"), max_length=200, blank=True)
    title_ko = LineField(_("title in Korean"), max_length=200, blank=True)
    intro_en = models.TextField(_("introduction in English"), blank=True)
    intro_ja = models.TextField(_("introduction in Japanese"), blank=True)
    intro_ko = models.TextField(_("introduction in Korean"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    TOLD: ClassVar[tuple[str, ...]] = ("title", "intro")
    history = history()

    class Meta:
        ordering = ("chronology", "position", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def own_language(self) -> str:
        """The language of its chronology."""
        return self.chronology.language


class Lane(InLanguages):
    """A row of the picture: events of one theme, or chosen by hand."""

    class Style(models.TextChoices):
        """Colour, letter and pattern, as static/css/base.css has them."""

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
    name_en = LineField(_("name in English"), max_length=80, blank=True)
    name_ja = LineField(_("name in Japanese"), max_length=80, blank=True)
    name_ko = LineField(_("name in Korean"), max_length=80, blank=True)
    style = models.CharField(_("style"), max_length=1, choices=Style.choices, default=Style.C)
    theme = models.ForeignKey(Theme, on_delete=models.SET_NULL, null=True, blank=True, related_name="lanes")
    version = models.PositiveIntegerField(default=1, editable=False)

    TOLD: ClassVar[tuple[str, ...]] = ("name",)
    history = history()

    class Meta:
        ordering = ("chronology", "position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["chronology", "letter"], name="one_lane_per_chronology_and_letter"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def own_language(self) -> str:
        """The language of its chronology."""
        return self.chronology.language

    def name_in(self, language: str) -> Told:
        """Return its name in `language`, else as it was written."""
        return self.told("name", language)


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

    history = history(
        indexes=[
            models.Index(
                fields=["chronology", "change", "id"], condition=models.Q(published_since__isnull=False),
                name="entry_history_of_published",
            )
        ]
    )  # fmt: skip
    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        ordering = ("chronology", "event__sort_key", "rank", "pk")
        constraints = (
            models.UniqueConstraint(fields=["chronology", "event"], name="one_entry_per_event_and_chronology"),
        )

    def __str__(self) -> str:
        return f"{self.event}"
