"""What the forms of this room share: languages, names one a line, a form that knows what it began with."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from timeline.dates.language_names import OWN_LANGUAGE_NAMES, language_name
from timeline.records.models import Event
from timeline.web.asked import NumberField
from timeline.web.dropped import straightened

LANGUAGES = tuple(OWN_LANGUAGE_NAMES.items())
"""What events and chronologies are written in; an event drafted from what another language says has that one too."""
LONGEST_TEXT = 10_000

language_tag = RegexValidator(
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", _("Give a language as a short tag: en, ja, ko, zh-Hant.")
)


def languages_of(*events: Event) -> tuple[tuple[str, str], ...]:
    """Return the languages that events can be worded in, and after them those that these have a wording in."""
    found = {wording.language for event in events for wording in event.wordings.all()}
    return (*LANGUAGES, *((code, language_name(code)) for code in sorted(found - set(OWN_LANGUAGE_NAMES))))


class VersionedForm(forms.Form):
    """A form that carries the version it was drawn with, and each field's first value beside it."""

    version = NumberField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "version" and self.initial.get("version") is not None

    @property
    def drawn_with(self) -> int:
        """The version that the form was drawn with; 0, which none has, when it was left out."""
        return self.cleaned_data["version"] or 0


class LanguageTagField(forms.CharField):
    """A language as a short tag (BCP 47)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=12, validators=[language_tag], **kwargs)


class NamesField(forms.CharField):
    """Names, one a line; cleaned to a tuple without doubles."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the names in the order given."""
        text: str = super().clean(value)
        lines = (" ".join(straightened(line, _("name")).split()) for line in text.splitlines())
        names = tuple(dict.fromkeys(line for line in lines if line))
        if any(len(name) > 200 for name in names):
            raise forms.ValidationError(_("A name has at most 200 characters. Write one name a line."))
        return names


def long_text(label: Any, **options: Any) -> forms.CharField:
    """Return a field for a text of several lines."""
    return forms.CharField(label=label, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}), **options)
