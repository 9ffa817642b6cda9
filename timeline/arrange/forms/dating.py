"""The date of an event or a citation: typed words, read by the engine, shown in the shared date box."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from timeline.dates import FuzzyDate, Reading, Typed, read_typed
from timeline.dates.timex import Timex
from timeline.records.models import Article, Event
from timeline.web.date_box import UNDATED, DateBox, make_box


class DateForm(forms.Form):
    """Words of a date and which of their readings is meant; words that cannot be read are kept, undated.

    `date` are the words, `reading` the EDTF of the choice, `date_read` the words that the choices were drawn for.
    """

    date = forms.CharField(
        label=_("Date"), max_length=300, required=False, widget=forms.TextInput({"id": "date-text"})
    )  # fmt: skip
    date_read = forms.CharField(max_length=300, required=False)
    reading = forms.CharField(max_length=200, required=False)

    event: Event | None = None
    """The event whose date it is: its own words keep the date they have, whatever they were read against."""

    def clean(self) -> dict[str, Any]:
        """Read the words; where they can be read in several ways, ask which is meant."""
        values = super().clean() or self.cleaned_data
        typed = values.get("date", "")
        values["value"] = None
        if typed and not self._keeps(typed):
            dated = [choice for choice in self.box.choices if choice.date]
            chosen = self.box.choice(values.get("reading", "")) if values.get("date_read") == typed else None
            if chosen is None and self.box.needs_choice and dated and self._read(typed).is_half_read:
                self.add_error("date", _("Only a part of these words was read. Choose what is meant, or “undated”."))
            elif chosen is None and self.box.needs_choice and len(dated) == 1:
                warned = [f"{one.title} {one.sentence}" for one in self.box.warnings]
                self.add_error("date", " ".join([*warned, str(_("Choose a reading."))]))
            elif chosen is None and len(dated) > 1:
                self.add_error("date", _("These words can be read in more than one way. Choose one of the readings."))
            values["value"] = chosen.date if chosen else dated[0].date if dated else None
        elif typed and self.event:
            values["value"] = self.event.date
        return values

    def _keeps(self, typed: str) -> bool:
        """Whether words and reading are the ones that the event has."""
        if self.event is None or typed != shown_words(self.event):
            return False
        chosen = self.cleaned_data.get("reading", "") if self.cleaned_data.get("date_read") == typed else ""
        return not chosen or chosen == (self.event.edtf or UNDATED)

    @property
    def words(self) -> str:
        """The words as written, which are the event's own where nothing was changed."""
        typed: str = self.cleaned_data["date"]
        return self.event.words if self.event and self._keeps(typed) else typed

    @property
    def box(self) -> DateBox:
        """The date box as it stands after what was sent."""
        typed = self["date"].value() or ""
        chosen = self["reading"].value() or ""
        read_for = self["date_read"].value() if self.is_bound else typed
        found = self._read(typed)
        chosen = chosen if read_for == typed else ""
        return make_box(words=typed, found=found, chosen=chosen)

    @property
    def box_of(self) -> dict[str, str]:
        """What the server needs to read the words while one types."""
        article = _article(self.event)
        if article is None:
            return {}
        return {"published_on": article.published_on.isoformat(), "language": article.source.language}

    @property
    def drawn(self) -> list[tuple[str, str]]:
        """Name and value of the hidden fields that tell what the form began with."""
        return [
            (f"initial-{name}", self.data.get(f"initial-{name}", self.initial.get(name, "")))
            for name in ("date", "reading")
        ]

    @property
    def unread(self) -> bool:
        """Whether there are words of a date that nothing could be read from."""
        return bool(self.cleaned_data.get("date")) and self.cleaned_data.get("value") is None

    def _read(self, typed: str) -> Typed:
        article = _article(self.event)
        anchor, language = (article.published_on, article.source.language) if article else (None, None)
        found = read_typed(typed, anchor, language=language)
        if self.event and self.event.date and typed == shown_words(self.event):
            return Typed(typed, (_reading(self.event.date), *found.readings), used=typed)
        return found


def shown_words(event: Event) -> str:
    """Return what stands in the field: the words as written, else the EDTF."""
    return event.words or event.edtf


def _article(event: Event | None) -> Article | None:
    """Return the article whose date the event's words were read against."""
    chosen = event.chosen_citation if event else None
    return chosen.mention.article if chosen and chosen.mention else None


def _reading(date: FuzzyDate) -> Reading:
    return Reading(date, Timex("DATE", ""), "as-typed")
