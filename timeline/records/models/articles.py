"""Article: a source whose text is stored, once, and never edited."""

from typing import Self

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from timeline.records.models.changes import history
from timeline.records.models.sources import Source

LONGEST_TEXT = 1_000_000
"""Most bytes of UTF-8 that an article's text may have."""


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, and how far the checking of each has come."""

    def with_progress(self) -> Self:
        """Add `phrase_count`, `waiting_count` and `unsure_count` to each."""
        return self.annotate(
            phrase_count=Count("mentions"),
            waiting_count=Count("mentions", filter=Q(mentions__decision="waiting")),
            unsure_count=Count("mentions", filter=Q(mentions__decision="unsure")),
        )


class Article(models.Model):
    """The stored text of one source, with the day its date phrases are read against."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="article")
    text = models.TextField(_("text"))
    text_hash = models.CharField(max_length=64, editable=False)
    published_on = models.DateField(_("publication date"))
    zone = models.CharField(_("time zone"), max_length=60, default="Asia/Tokyo")
    phrases_left_out = models.PositiveIntegerField(
        default=0, editable=False, help_text=_("about how many date phrases stand after the last one that is kept")
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history(excluded_fields=["text"])
    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ("-published_on", "-pk")
        constraints = (models.UniqueConstraint(fields=["text_hash"], name="one_article_per_text"),)

    def __str__(self) -> str:
        return self.source.title
