"""What several nouns share: names in the languages of the project."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.records.models.lines import LineField

NAME_FIELDS = {"en": "name", "ja": "name_ja", "ko": "name_ko"}


class Named(models.Model):
    """A name in English, and where known in Japanese, Korean and its own script."""

    name = LineField(_("name"), max_length=200, unique=True)
    name_ja = LineField(_("name in Japanese"), max_length=200, blank=True)
    name_ko = LineField(_("name in Korean"), max_length=200, blank=True)
    name_native = LineField(_("name in its own script"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def name_in(self, language: str) -> str:
        """Return the name in `language`, else the English one."""
        return getattr(self, NAME_FIELDS.get(language, "name"), "") or self.name
