"""Records in the admin site: searched, filtered and read there, changed in our own forms."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from timeline.records.models import (
    Actor,
    Article,
    Batch,
    Change,
    Chronology,
    Citation,
    Entry,
    Event,
    Lane,
    Mention,
    Participation,
    Place,
    Section,
    Source,
    Subject,
    Theme,
    Wording,
)
from timeline.records.read_only import Address, NamedValues, ReadOnlyAdmin, sign_in

admin.site.login = sign_in  # type: ignore[method-assign]
admin.site.site_header = _("Nenpyo: admin")
admin.site.site_title = _("Nenpyo")
admin.site.index_title = _("Everything that is stored")


class OfEvent(ReadOnlyAdmin):
    """A record that hangs on an event is changed with it."""

    list_select_related: ClassVar[Any] = ("event",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Bring the headlines along, which are what an event is called by."""
        rows: QuerySet[Any] = super().get_queryset(request).prefetch_related("event__wordings")
        return rows

    def address(self, record: Any) -> Address | None:
        """Lead to the event's form."""
        return "arrange:event_edit", {"pk": record.event_id}


@admin.register(Source)
class SourceAdmin(ReadOnlyAdmin):
    """Sources."""

    list_display = ("title", "publisher", "published", "language", "url")
    list_filter = (("language", NamedValues),)
    search_fields = ("title", "publisher", "author", "url")


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    """Articles."""

    list_display = ("source", "publisher", "published_on", "zone", "open_in_nenpyo")
    list_filter = (("source__language", NamedValues), "zone")
    list_select_related = ("source",)
    search_fields = ("source__title", "source__publisher", "text")
    date_hierarchy = "published_on"

    @admin.display(description=_("publisher"), ordering="source__publisher")
    def publisher(self, article: Article) -> str:
        """Return the publisher of the article's source."""
        return article.source.publisher

    def address(self, record: Any) -> Address | None:
        """Lead to the desk."""
        return "review:review", {"pk": record.pk}


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    """Date phrases."""

    list_display = ("words", "article", "edtf", "decided_edtf", "decision", "decided_by", "rule", "open_in_nenpyo")
    list_filter = ("decision", "reason", "origin", ("precision", NamedValues), "decided_by")
    list_select_related = ("article__source", "decided_by")
    search_fields = ("words", "edtf", "decided_edtf", "rule", "article__source__title")

    def address(self, record: Any) -> Address | None:
        """Lead to the article's desk."""
        return "review:review", {"pk": record.article_id}


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """Events."""

    list_display = ("headline", "edtf", "open_in_nenpyo", "status", "citation_count", "external_id")
    list_filter = ("status", ("precision", NamedValues), "approximate", "uncertain", "lasting", "themes")
    list_select_related = ("place",)
    search_fields = ("wordings__headline", "wordings__summary", "words", "edtf", "external_id")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Bring the headlines along."""
        rows: QuerySet[Any] = super().get_queryset(request).prefetch_related("wordings")
        return rows

    def address(self, record: Any) -> Address | None:
        """Lead to the event's form."""
        return "arrange:event_edit", {"pk": record.pk}


@admin.register(Wording)
class WordingAdmin(OfEvent):
    """Headlines and summaries."""

    list_display = ("headline", "language", "open_in_nenpyo")
    list_filter = ("language",)
    search_fields = ("headline", "summary")


@admin.register(Citation)
class CitationAdmin(OfEvent):
    """Citations."""

    list_display = ("event", "source", "locator", "edtf", "state", "chosen", "gives_date", "open_in_nenpyo")
    list_filter = ("state", "chosen", "gives_date", ("language", NamedValues))
    list_select_related = ("event", "source")
    search_fields = ("source__title", "source__publisher", "event__wordings__headline", "exact", "locator")


@admin.register(Participation)
class ParticipationAdmin(OfEvent):
    """Who took part in what."""

    list_display = ("event", "actor", "open_in_nenpyo")
    list_select_related = ("event", "actor")
    search_fields = ("actor__name", "event__wordings__headline")


@admin.register(Subject)
class SubjectAdmin(OfEvent):
    """What is about what."""

    list_display = ("event", "theme", "open_in_nenpyo")
    list_filter = ("theme",)
    list_select_related = ("event", "theme")
    search_fields = ("theme__name", "event__wordings__headline")


@admin.register(Chronology)
class ChronologyAdmin(ReadOnlyAdmin):
    """Chronologies."""

    list_display = ("title", "slug", "language", "licence", "is_public", "needs_second_reader", "open_in_nenpyo")
    list_filter = ("is_public", "language", ("licence", NamedValues))
    search_fields = ("title", "title_native", "title_en", "title_ja", "title_ko", "slug", "scope")

    def address(self, record: Any) -> Address | None:
        """Lead to its page in the arrange room."""
        return "arrange:chronology", {"slug": record.slug}


class OfChronology(ReadOnlyAdmin):
    """A part of a chronology is changed where the chronology is arranged."""

    list_select_related: ClassVar[Any] = ("chronology",)

    def address(self, record: Any) -> Address | None:
        """Lead to the chronology's page in the arrange room."""
        return "arrange:chronology", {"slug": record.chronology.slug}


@admin.register(Section)
class SectionAdmin(OfChronology):
    """Sections."""

    list_display = ("title", "chronology", "position", "open_in_nenpyo")
    list_filter = ("chronology",)
    search_fields = ("title", "title_en", "title_ja", "title_ko", "intro")


@admin.register(Lane)
class LaneAdmin(OfChronology):
    """Lanes."""

    list_display = ("letter", "name", "chronology", "position", "theme", "open_in_nenpyo")
    list_display_links = ("letter", "name")
    list_filter = ("chronology", "style")
    list_select_related = ("chronology", "theme")
    search_fields = ("name", "name_en", "name_ja", "name_ko", "letter")


@admin.register(Entry)
class EntryAdmin(OfChronology):
    """Entries."""

    list_display = ("event", "chronology", "section", "lane", "published_since", "open_in_nenpyo")
    list_filter = ("chronology", "section", "lane")
    list_select_related = ("event", "chronology", "section", "lane")
    search_fields = ("event__wordings__headline",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Bring the headlines along."""
        rows: QuerySet[Any] = super().get_queryset(request).prefetch_related("event__wordings")
        return rows


@admin.register(Actor, Theme)
class NamedAdmin(ReadOnlyAdmin):
    """People, bodies and themes."""

    list_display = ("name", "name_ja", "name_ko", "name_native")
    search_fields = ("name", "name_ja", "name_ko", "name_native")


@admin.register(Place)
class PlaceAdmin(ReadOnlyAdmin):
    """Places."""

    list_display = ("name", "name_ja", "name_ko", "name_native", "latitude", "longitude")
    search_fields = ("name", "name_ja", "name_ko", "name_native")


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    """Who changed what, when and why."""

    list_display = ("at", "by", "verb", "why", "batch_name", "undoes")
    list_filter = ("verb", "by")
    list_select_related = ("by", "undoes")
    search_fields = ("why", "by__username")
    date_hierarchy = "at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave the files of imports in the database."""
        rows: QuerySet[Any] = super().get_queryset(request).select_related("batch")
        return rows.defer("batch__content", "batch__plan")

    @admin.display(description=_("import"), ordering="batch")
    def batch_name(self, change: Change) -> str:
        """Return the file that a change brought in."""
        return str(change.batch or "")


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    """Imports; file and plan are looked at on their own page."""

    list_display = ("file_name", "by", "created_at", "status", "applied_at", "as_checked", "open_in_nenpyo")
    list_filter = ("status", "as_checked", "by")
    list_select_related = ("by",)
    search_fields = ("file_name", "file_hash")
    exclude = ("content", "plan")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave the files in the database."""
        rows: QuerySet[Any] = super().get_queryset(request).defer("content", "plan")
        return rows

    def address(self, record: Any) -> Address | None:
        """Lead to the import."""
        return "transfer:import_plan", {"pk": record.pk}
