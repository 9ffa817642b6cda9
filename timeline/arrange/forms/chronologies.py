"""Forms about chronologies, sections, lanes and entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _

from timeline.arrange.actions.chronologies import ChronologyDraft, LaneDraft, SectionDraft
from timeline.arrange.forms.fields import LANGUAGES, LanguageTagField, VersionedForm, long_text
from timeline.records.models import Chronology, Lane, Licence, Section, Theme
from timeline.records.models.told import LANGUAGES as TOLD_IN
from timeline.records.models.told import InLanguages
from timeline.web.asked import keys_in

RESERVED = frozenset({"new", "events", "sections", "lanes", "entries", "changes"})
"""Words that stand in our own addresses where a short name would."""


@dataclass(frozen=True)
class OtherLanguage:
    """The fields of a form for one language that the chronology was not written in."""

    code: str
    fields: list[forms.BoundField]

    @property
    def is_used(self) -> bool:
        """Whether anything stands in them, so that they should stand open."""
        return any(field.value() or field.errors for field in self.fields)


class ToldForm(VersionedForm):
    """A form of a noun that is told in the languages of the pages, too: each text has a field for every other one."""

    noun: type[InLanguages]
    told: list[str]

    def tell(self, own: str) -> None:
        """Add the fields for the languages that are not the chronology's own, like those of the own one."""
        self.told = self.noun.told_fields(own)
        for column in self.told:
            name, _line, language = column.rpartition("_")
            like = self.fields[name]
            widget: Any = type(like.widget)(attrs={"lang": language})
            field = forms.CharField(
                label=self.noun.told_label(column), required=False, widget=widget,
                max_length=getattr(like, "max_length", None),
            )  # fmt: skip
            field.show_hidden_initial = self.initial.get("version") is not None
            self.fields[column] = field

    @property
    def other_languages(self) -> Iterator[OtherLanguage]:
        """The fields of each other language, as the page groups them."""
        for code in TOLD_IN:
            if found := [self[name] for name in self.told if name.endswith(f"_{code}")]:
                yield OtherLanguage(code, found)

    @property
    def draft_told(self) -> dict[str, str]:
        """What was typed in those fields."""
        return {name: self.cleaned_data[name] for name in self.told}

    def draft_own(self) -> Mapping[str, Any]:
        """What was typed in the others."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"version", *self.told}}


def initial_of(record: InLanguages, form: type[VersionedForm], own: str) -> dict[str, Any]:
    """Return what a form about a record begins with."""
    return {name: getattr(record, name) for name in form.base_fields} | record.in_languages(own)


class ChronologyForm(ToldForm):
    """Title, scope, introduction, method and licence of a chronology."""

    noun = Chronology
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
    method = long_text(
        _("Method"), required=False,
        help_text=_("Who chose the events, from which sources, how dates are read. Readers see it below the events."),
    )  # fmt: skip
    licence = forms.ChoiceField(
        label=_("Licence"), choices=Licence.choices, required=False, help_text=_("What readers may do with it")
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    needs_second_reader = forms.BooleanField(
        label=_("Second reader"), required=False, help_text=_("On: nobody checks what they drafted themselves")
    )

    def __init__(self, *args: Any, chronology: Chronology | None = None, **kwargs: Any) -> None:
        self.chronology = chronology
        super().__init__(*args, **kwargs)
        # A new one is told in its own language first, which is not known before it is stored.
        self.told = []
        if chronology:
            self.tell(chronology.language)

    @classmethod
    def of(cls, chronology: Chronology) -> "ChronologyForm":
        """Return the form as the chronology stands now."""
        return cls(initial=initial_of(chronology, cls, chronology.language), chronology=chronology)

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
        return ChronologyDraft(**self.draft_own(), told=self.draft_told)


class SectionForm(ToldForm):
    """Title and introduction of a section."""

    noun = Section
    title = forms.CharField(label=_("Title"), max_length=200)
    intro = long_text(_("Introduction"), required=False)

    def __init__(self, *args: Any, chronology: Chronology, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tell(chronology.language)

    @classmethod
    def of(cls, section: Section) -> "SectionForm":
        """Return the form as the section stands now."""
        chronology = section.chronology
        return cls(initial=initial_of(section, cls, chronology.language), chronology=chronology)

    @property
    def draft(self) -> SectionDraft:
        """What was typed, as the action takes it."""
        return SectionDraft(**self.draft_own(), told=self.draft_told)


class LaneForm(ToldForm):
    """Letter, name, style and theme of a lane."""

    noun = Lane
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
        self.tell(chronology.language)

    @classmethod
    def of(cls, lane: Lane) -> "LaneForm":
        """Return the form as the lane stands now."""
        initial = initial_of(lane, cls, lane.chronology.language) | {"theme": lane.theme_id}
        return cls(initial=initial, chronology=lane.chronology, lane=lane)

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
        return LaneDraft(**self.draft_own(), told=self.draft_told)


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
