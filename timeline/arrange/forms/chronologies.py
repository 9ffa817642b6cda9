"""Forms about chronologies, sections, lanes and entries."""

from typing import Any

from django import forms
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _

from timeline.arrange.actions.chronologies import ChronologyDraft, LaneDraft
from timeline.arrange.forms.fields import LANGUAGES, LanguageTagField, VersionedForm, long_text
from timeline.records.models import Chronology, Lane, Section, Theme
from timeline.web.asked import keys_in

RESERVED = frozenset({"new", "events", "sections", "lanes", "entries", "changes"})
"""Words that stand in our own addresses where a short name would."""


class ChronologyForm(VersionedForm):
    """Title, scope and introduction of a chronology."""

    title = forms.CharField(label=_("Title"), max_length=200)
    title_native = forms.CharField(
        label=_("Title in the subject's own script"), max_length=200, required=False,
    )  # fmt: skip
    title_native_language = LanguageTagField(
        label=_("Language of that title"), required=False, help_text=_("A short tag: ja, ko, zh-Hant")
    )
    slug = forms.CharField(
        label=_("Short name in the address"), max_length=80, validators=[validate_slug],
        help_text=_("Small letters, digits and hyphens. Links break when it changes."),
    )  # fmt: skip
    scope = forms.CharField(label=_("Scope in one line"), max_length=300, required=False)
    intro = long_text(_("Introduction"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    needs_second_reader = forms.BooleanField(
        label=_("Second reader"), required=False, help_text=_("On: nobody checks what they drafted themselves")
    )

    def __init__(self, *args: Any, chronology: Chronology | None = None, **kwargs: Any) -> None:
        self.chronology = chronology
        super().__init__(*args, **kwargs)

    @classmethod
    def of(cls, chronology: Chronology) -> "ChronologyForm":
        """Return the form as the chronology stands now."""
        initial = {name: getattr(chronology, name) for name in cls.base_fields}
        return cls(initial=initial, chronology=chronology)

    def clean_slug(self) -> str:
        """Refuse a short name that is in use, here or in our own addresses."""
        slug: str = self.cleaned_data["slug"].lower()
        others = Chronology.objects.exclude(pk=self.chronology.pk) if self.chronology else Chronology.objects.all()
        if slug in RESERVED or others.filter(slug=slug).exists():
            raise forms.ValidationError(_("This short name is taken. Choose another."))
        return slug

    @property
    def draft(self) -> ChronologyDraft:
        """What was typed, as the action takes it."""
        return ChronologyDraft(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class SectionForm(VersionedForm):
    """Title and introduction of a section."""

    title = forms.CharField(label=_("Title"), max_length=200)
    intro = long_text(_("Introduction"), required=False)

    @classmethod
    def of(cls, section: Section) -> "SectionForm":
        """Return the form as the section stands now."""
        return cls(initial={name: getattr(section, name) for name in cls.base_fields})


class LaneForm(VersionedForm):
    """Letter, name, style and theme of a lane."""

    letter = forms.CharField(label=_("Letter"), max_length=2, help_text=_("One or two, shown on every mark"))
    name = forms.CharField(label=_("Name"), max_length=80)
    style = forms.ChoiceField(label=_("Style"), choices=Lane.Style.choices)
    theme = forms.ModelChoiceField(
        label=_("Theme"), queryset=Theme.objects.all(), required=False,
        help_text=_("Events of this theme go into the lane unless you choose another"),
    )  # fmt: skip

    def __init__(self, *args: Any, chronology: Chronology, lane: Lane | None = None, **kwargs: Any) -> None:
        self.chronology, self.lane = chronology, lane
        super().__init__(*args, **kwargs)

    @classmethod
    def of(cls, lane: Lane) -> "LaneForm":
        """Return the form as the lane stands now."""
        initial = {name: getattr(lane, name) for name in cls.base_fields if name != "theme"}
        return cls(initial={**initial, "theme": lane.theme_id}, chronology=lane.chronology, lane=lane)

    def clean_letter(self) -> str:
        """Refuse a letter that another lane of the chronology has."""
        letter: str = self.cleaned_data["letter"]
        others = self.chronology.lanes.exclude(pk=self.lane.pk if self.lane else 0)
        if others.filter(letter=letter).exists():
            raise forms.ValidationError(_("Another lane has this letter. Choose another."))
        return letter

    @property
    def draft(self) -> LaneDraft:
        """What was typed, as the action takes it."""
        values = self.cleaned_data
        return LaneDraft(letter=values["letter"], name=values["name"], style=values["style"], theme=values["theme"])


class PlaceForm(forms.Form):
    """Events to give a place, and the section and lane to put them into."""

    event = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": _("Choose at least one event.")})
    section = forms.ModelChoiceField(queryset=Section.objects.none(), required=False)
    lane = forms.ModelChoiceField(queryset=Lane.objects.none(), required=False)

    def __init__(self, *args: Any, chronology: Chronology, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = chronology.sections.all()  # type: ignore[attr-defined]
        self.fields["lane"].queryset = chronology.lanes.all()  # type: ignore[attr-defined]
        self.fields["event"].choices = [(key, key) for key in keys_in(self.data.getlist("event"))]  # type: ignore[attr-defined]
