"""The candidate: what a person says of a phrase and its event."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.records.models import Chronology, Decision, Event, Lane, Mention, RejectReason, Section
from timeline.review import headlines
from timeline.review.quotation import Quotation
from timeline.review.readings import SENTENCE
from timeline.web.asked import NumberField
from timeline.web.dropped import straightened

LONGEST_NAME = 200


class CandidateForm(forms.Form):
    """Headline, date, themes, place and note of a candidate; the date is read by the date box, not here."""

    version = NumberField()
    another = forms.BooleanField(required=False)
    headline = forms.CharField(label=lazy("Headline"), max_length=300, required=False)
    summary = forms.CharField(label=lazy("Summary"), max_length=4000, required=False)
    date = forms.CharField(label=lazy("Date"), max_length=300, required=False)
    date_read = forms.CharField(max_length=300, required=False)
    reading = forms.CharField(label=lazy("Reading"), max_length=200, required=False)
    themes = forms.CharField(label=lazy("Themes"), max_length=500, required=False)
    chronology = forms.ModelChoiceField(Chronology.objects.all(), label=lazy("Chronology"), required=False)
    section = forms.ModelChoiceField(Section.objects.all(), label=lazy("Section"), required=False)
    lane = forms.ModelChoiceField(Lane.objects.all(), label=lazy("Lane"), required=False)
    quote_start = NumberField(required=False)
    quote_end = NumberField(required=False)
    target = forms.ModelChoiceField(Event.objects.live(), label=lazy("Same as"), required=False)
    note = forms.CharField(label=lazy("Note"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a headline where a new event is drafted; section and lane must be the chronology's own."""
        named = self.cleaned_data.get("target") or self.cleaned_data.get("headline")
        if not named and not {"target", "headline"} & set(self.errors):
            self.add_error("headline", _("Give the event a headline, or choose the event it is the same as."))
        chronology = self.cleaned_data.get("chronology")
        for name in ("section", "lane"):
            part = self.cleaned_data.get(name)
            if part and part.chronology_id != (chronology.pk if chronology else None):
                self.cleaned_data[name] = None
        return self.cleaned_data

    def clean_themes(self) -> str:
        """No theme longer than a name may be."""
        themes: str = self.cleaned_data["themes"]
        if any(len(name.strip()) > LONGEST_NAME for name in themes.split(",")):
            raise forms.ValidationError(_("The name of a theme has at most 200 characters."))
        return themes

    @property
    def theme_names(self) -> tuple[str, ...]:
        """The themes, one by one, in the order typed."""
        parts = self.cleaned_data["themes"].split(",")
        names = (straightened(part, _("name")).strip() for part in parts)
        return tuple(dict.fromkeys(name for name in names if name))


class RejectForm(forms.Form):
    """Why a phrase dates no event."""

    version = NumberField()
    reason = forms.ChoiceField(choices=RejectReason.choices)
    note = forms.CharField(max_length=500, required=False)


class PutOffForm(forms.Form):
    """Not sure."""

    version = NumberField()
    note = forms.CharField(max_length=500, required=False)


class MarkForm(forms.Form):
    """What the engine missed: the very words, and which of them where they stand more than once."""

    words = forms.CharField(label=lazy("Words, exactly as in the text"), max_length=300, strip=False)
    start = NumberField(required=False)
    kind = forms.ChoiceField(choices=[("phrase", ""), ("sentence", "")], required=False)


def first_values(mention: Mention, quotation: Quotation, chronology: Chronology | None) -> QueryDict:
    """Return the form of a phrase as it first stands, as if it had been sent."""
    values = QueryDict(mutable=True)
    values.update(
        {
            "version": str(mention.version),
            "headline": headlines.suggest(quotation.before, quotation.words, quotation.after),
            "date": "" if mention.rule == SENTENCE else mention.decided_words or mention.words,
            "chronology": str(chronology.pk) if chronology else "",
            "note": "" if mention.decision == Decision.WAITING else mention.note,
        }
    )
    return values
