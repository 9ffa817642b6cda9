"""Forms about events: wording, date, people, sources."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from timeline.arrange.actions.events import QuotationDraft, SourceDraft, WordingDraft
from timeline.arrange.forms.dating import DateForm, shown_words
from timeline.arrange.forms.fields import (
    LANGUAGES,
    LanguageTagField,
    NamesField,
    VersionedForm,
    languages_of,
    long_text,
)
from timeline.dates import FuzzyDate, read_typed
from timeline.records.actions import EventDraft
from timeline.records.models import Citation, Event
from timeline.web.asked import AddressField, NumberField

LONGEST_PUBLISHED = 40


class SourceMixin(forms.Form):
    """A book, article or table, and the place in it."""

    source_title = forms.CharField(label=_("Title of the source"), max_length=500, required=False)
    source_author = forms.CharField(label=_("Author"), max_length=300, required=False)
    source_publisher = forms.CharField(label=_("Publisher"), max_length=300, required=False)
    source_published = forms.CharField(
        label=_("Published"), max_length=LONGEST_PUBLISHED, required=False, help_text=_("2004, 2004-05 or 2004-05-22")
    )
    source_url = AddressField(label=_("Address"), required=False)
    source_language = LanguageTagField(label=_("Language of the source"), required=False)
    locator = forms.CharField(
        label=_("Place in the source"), max_length=500, required=False, help_text=_("Chapter, page, minute")
    )
    exact = long_text(_("Quotation, letter by letter"), required=False)

    def clean_source_published(self) -> str:
        """Refuse what is not read whole as one date."""
        text: str = self.cleaned_data["source_published"]
        if not text:
            return ""
        found = read_typed(text, None)
        is_open = found.is_ambiguous or found.is_century_taken or found.is_year_zero
        sure = found.reading if found.is_read and not is_open else None
        date = sure.date.edtf if sure and sure.date and not (sure.is_weekday_mismatch or sure.is_outside_era) else ""
        # A few words may name many days ("1, 3 and 5 May").
        if not date or len(date) > LONGEST_PUBLISHED:
            raise forms.ValidationError(_("Write a year, a month or a day: 2004, 2004-05, 2004-05-22."))
        return date

    def clean(self) -> dict[str, Any]:
        """Refuse a source of which nobody could find the place."""
        values = super().clean() or self.cleaned_data
        if values.get("source_title") and not (values.get("locator") or values.get("exact")):
            self.add_error("locator", _("Say where in the source it stands, or quote it."))
        if not values.get("source_title") and (values.get("locator") or values.get("exact")):
            self.add_error("source_title", _("Give the title of the source."))
        return values

    @property
    def source(self) -> SourceDraft:
        """The source as the action takes it."""
        names = ("title", "author", "publisher", "published", "url", "language")
        return SourceDraft(**{name: self.cleaned_data[f"source_{name}"] for name in names})


class EventForm(DateForm, VersionedForm):
    """What an event says, in English, Japanese, Korean and each language that it is worded in already."""

    field_order = [
        "date", "date_read", "reading", "date_reason", "place", "actors", "themes", "note",
    ]  # fmt: skip
    date_reason = forms.CharField(label=_("Why this date"), max_length=500, required=False)
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, widget=forms.TextInput({"list": "places"})
    )
    actors = NamesField(label=_("Actors"), required=False, help_text=_("One a line"))
    themes = NamesField(label=_("Themes"), required=False, help_text=_("One a line"))
    note = forms.CharField(label=_("Note for colleagues"), max_length=1000, required=False)
    why = forms.CharField(label=_("Reason of this change"), max_length=500, required=False)

    def __init__(self, *args: Any, event: Event | None = None, **kwargs: Any) -> None:
        self.event = event
        self.languages = languages_of(event) if event else LANGUAGES
        super().__init__(*args, **kwargs)
        wordings = dict(_wording_fields(self.languages))
        self.fields |= wordings
        self.fields["headline_en"].help_text = _("In at least one language")
        self.order_fields([*wordings, *self.field_order])
        if self.initial.get("version") is not None:
            for name, _language in self._wordings():
                self.fields[name].show_hidden_initial = True

    @classmethod
    def of(cls, event: Event, data: Any = None) -> "EventForm":
        """Return the form as the event stands now, or as it was sent."""
        initial = {
            "version": event.version, "date": shown_words(event), "reading": event.edtf,
            "date_reason": event.date_reason, "place": event.place.name if event.place else "", "note": event.note,
            "actors": "\n".join(actor.name for actor in event.actors.order_by("participations__pk")),
            "themes": "\n".join(theme.name for theme in event.themes.order_by("subjects__pk")),
        }  # fmt: skip
        for wording in event.wordings.all():
            initial[f"headline_{wording.language}"] = wording.headline
            initial[f"summary_{wording.language}"] = wording.summary
        return cls(data, initial=initial, event=event)

    def clean(self) -> dict[str, Any]:
        """Ask for a headline, and for a reason where the date is not the one of the chosen source."""
        values = super().clean()
        if not any(values.get(f"headline_{language}") for language, _name in self.languages):
            self.add_error("headline_en", _("Give a headline in at least one language."))
        for language, _name in self.languages:
            if values.get(f"summary_{language}") and not values.get(f"headline_{language}"):
                self.add_error(f"headline_{language}", _("A summary needs a headline in the same language."))
        if self._leaves_its_source() and not values.get("date_reason"):
            self.add_error("date_reason", _("The cited sources give another date. Say why this one is right."))
        return values

    def _leaves_its_source(self) -> bool:
        """Whether the date is new and no cited source gives it."""
        if self.event is None or self.errors:
            return False
        value = self.cleaned_data["value"]
        given = [citation.edtf for citation in self.event.citations.all() if citation.edtf]
        is_new = (value.edtf if value else "") != self.event.edtf
        return is_new and bool(given) and (value.edtf if value else "") not in given

    def _wordings(self) -> Iterator[tuple[str, str]]:
        for language, _name in self.languages:
            yield f"headline_{language}", language
            yield f"summary_{language}", language

    @property
    def further_wordings(self) -> list[tuple[str, str, forms.BoundField, forms.BoundField]]:
        """Each language but the first, with its own name, headline and summary."""
        return [
            (language, name, self[f"headline_{language}"], self[f"summary_{language}"])
            for language, name in self.languages[1:]
        ]

    @property
    def wordings(self) -> list[WordingDraft]:
        """Headline and summary in each language, empty ones too."""
        values = self.cleaned_data
        return [
            WordingDraft(
                language=language, headline=values[f"headline_{language}"], summary=values[f"summary_{language}"]
            )
            for language, _name in self.languages
        ]

    @property
    def draft(self) -> EventDraft:
        """The event as the action takes it, in the first language that has a headline."""
        values, first = self.cleaned_data, next(wording for wording in self.wordings if wording.headline)
        date: FuzzyDate | None = values["value"]
        same = self.event if self.event and date and date.edtf == self.event.edtf else None
        return EventDraft(
            headline=first.headline, summary=first.summary, language=first.language, words=self.words,
            date=date, date_reason=values["date_reason"], place=values["place"], actors=values["actors"],
            themes=values["themes"], note=values["note"],
            time=same.time if same else date.time if date else None,
            zone=same.zone if same else (date.zone or "") if date else "",
        )  # fmt: skip


class NewEventForm(SourceMixin, EventForm):
    """An event made by hand, with the source that it cites."""

    @property
    def quotation(self) -> QuotationDraft | None:
        """The citation as the action takes it; None without a source."""
        if not self.cleaned_data["source_title"]:
            return None
        return QuotationDraft(
            source=self.source, locator=self.cleaned_data["locator"], exact=self.cleaned_data["exact"]
        )


class CitationForm(SourceMixin, DateForm):
    """One more source of an event, and what it says of the date."""

    field_order = [
        "source_title", "source_author", "source_publisher", "source_published", "source_url", "source_language",
        "locator", "exact", "date", "date_read", "reading", "note",
    ]  # fmt: skip
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.fields["source_title"].required = True

    @property
    def quotation(self) -> QuotationDraft:
        """The citation as the action takes it."""
        values = self.cleaned_data
        return QuotationDraft(
            source=self.source, locator=values["locator"], exact=values["exact"], words=self.words,
            date=values["value"], note=values["note"],
        )  # fmt: skip


class ChooseDateForm(forms.Form):
    """Which citation gives the event its date, and why."""

    version = NumberField(widget=forms.HiddenInput)
    citation = forms.ModelChoiceField(label=_("Citation"), queryset=Citation.objects.none())
    date_reason = forms.CharField(label=_("Because"), max_length=500)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.fields["citation"].queryset = event.citations.exclude(edtf="")  # type: ignore[attr-defined]


def _wording_fields(languages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, forms.Field]]:
    for language, name in languages:
        headline = forms.CharField(label=_now("Headline"), max_length=300, required=False)
        summary = long_text(_now("Summary"), required=False)
        for part, field in (("headline", headline), ("summary", summary)):
            field.widget.attrs["lang"] = language
            field.label = f"{field.label} ({name})"
            yield f"{part}_{language}", field
