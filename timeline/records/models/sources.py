"""Source: what a citation points to; an article, a book, a table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.records.models.changes import history
from timeline.records.models.lines import LineField
from timeline.records.models.shown import Imported


class Source(Imported):
    """Something that was published and says when something happened."""

    title = LineField(_("title"), max_length=500)
    publisher = LineField(_("publisher"), max_length=300, blank=True)
    author = LineField(_("author"), max_length=300, blank=True)
    published = models.CharField(_("published (EDTF)"), max_length=40, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    archive_url = models.URLField(_("archived copy"), max_length=1000, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = history(excluded_fields=["batch"])

    class Meta:
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def link(self) -> str:
        """The address where a reader can open it; "" for anything but the web's."""
        return _of_web(self.url)

    @property
    def archive_link(self) -> str:
        """The same for its archived copy."""
        return _of_web(self.archive_url)


def _of_web(address: str) -> str:
    return address if address.lower().startswith(("https://", "http://")) else ""
