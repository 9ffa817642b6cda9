"""What stands over events in the language it was written in, and where somebody wrote it so in those of the pages."""

from typing import Any, ClassVar, NamedTuple

from django.db import models
from django.utils.text import capfirst

LANGUAGES = ("en", "ja", "ko")
"""What the public pages speak: a column of its own for each, beside the one in the chronology's own language."""


class Told(NamedTuple):
    """A text, and the language it is in: what a page marks it with."""

    text: str
    language: str


class InLanguages(models.Model):
    """A noun whose texts `TOLD` have a column for each language of the pages: title, title_en, title_ja, title_ko."""

    TOLD: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @property
    def own_language(self) -> str:
        """The language it was written in."""
        raise NotImplementedError

    def told(self, name: str, language: str) -> Told:
        """Return a text in `language`; where it has none, as it was written."""
        own, written = self.own_language, str(getattr(self, name))
        if language in LANGUAGES and language != own and (text := getattr(self, f"{name}_{language}")):
            return Told(text, language)
        return Told(written, own)

    @classmethod
    def told_fields(cls, own: str) -> list[str]:
        """Return the columns for the languages that are not its own, language by language."""
        return [f"{name}_{language}" for language in LANGUAGES if language != own for name in cls.TOLD]

    @classmethod
    def told_label(cls, column: str) -> str:
        """Return what a form or a history calls one of them: "Title in Japanese"."""
        field = cls._meta.get_field(column)
        assert isinstance(field, models.Field)
        return capfirst(str(field.verbose_name))

    def in_languages(self, own: str) -> dict[str, Any]:
        """Return what stands in those columns."""
        return {name: getattr(self, name) for name in self.told_fields(own)}
