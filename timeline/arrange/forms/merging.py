"""The form that puts two events side by side."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from timeline.arrange.actions.merging import MergeChoices, OwnDate
from timeline.arrange.forms.fields import languages_of
from timeline.dates import FuzzyDate, in_words
from timeline.records.models import Citation, Entry, Event, Wording
from timeline.web.asked import NumberField, keys_in


@dataclass(frozen=True)
class DateChoice:
    """A date that the merged event could have: what a source says, an event's own, or left open between them."""

    key: str
    date: FuzzyDate
    hint: str
    choice: Citation | OwnDate


@dataclass(frozen=True)
class Side:
    """One field of the comparison; `choices` are the values that can be kept, by key; one choice: nothing to ask."""

    name: str
    label: str
    ours: str
    theirs: str
    language: str = ""
    may_join: bool = False

    @property
    def settled(self) -> str | None:
        """The value where nothing has to be chosen; None where something has."""
        if self.ours == self.theirs or not self.theirs:
            return self.ours
        return self.theirs if not self.ours else None


class MergeForm(forms.Form):
    """Which value of which event stays, field by field."""

    version_kept = NumberField(widget=forms.HiddenInput)
    version_gone = NumberField(widget=forms.HiddenInput)
    why = forms.CharField(label=gettext_lazy("In your words"), max_length=500, required=False)

    def __init__(self, *args: Any, kept: Event, gone: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.kept, self.gone = kept, gone
        self.initial.update(version_kept=kept.version, version_gone=gone.version)
        self.dates = _dates(kept, gone)
        self.sides = [*_wording_sides(kept, gone), *_place_side(kept, gone), *_entry_sides(kept, gone)]
        for side in self.sides:
            if side.settled is None:
                self.fields[side.name] = _choice(side)
        if self.dates_differ:
            choices = [(one.key, one.hint) for one in self.dates]
            self.fields["date"] = forms.ChoiceField(label=_("Date"), choices=choices, initial=self.dates[0].key)
            self.fields["why"].required = True

    @property
    def dates_differ(self) -> bool:
        """Whether the two events, or their sources, give more than one date."""
        return len(self.dates) > 1

    @property
    def rows(self) -> list[tuple[Side, str]]:
        """Each field with what is chosen so far; "" where there is nothing to choose."""
        return [(side, "" if side.settled is not None else self[side.name].value() or "") for side in self.sides]

    @property
    def choices(self) -> MergeChoices:
        """What was chosen, as the action takes it."""
        taken = {side.name: self._taken(side) for side in self.sides}
        wordings = {
            language: (taken[f"headline_{language}"], taken.get(f"summary_{language}", ""))
            for language, _name in languages_of(self.kept, self.gone)
            if f"headline_{language}" in taken
        }
        theirs_in = [name.removeprefix("entry_") for name in taken if self.cleaned_data.get(name) == "theirs"]
        return MergeChoices(
            wordings=wordings, place=self._place(), date=self._date(), why=self.cleaned_data["why"],
            theirs_in=frozenset(keys_in(theirs_in)),
        )  # fmt: skip

    def _taken(self, side: Side) -> str:
        if side.settled is not None:
            return side.settled
        choice = self.cleaned_data[side.name]
        return f"{side.ours}\n{side.theirs}" if choice == "both" else side.ours if choice == "ours" else side.theirs

    def _place(self) -> Any:
        if self.kept.place and self.gone.place:
            return self.gone.place if self.cleaned_data.get("place") == "theirs" else self.kept.place
        return self.kept.place or self.gone.place

    def _date(self) -> Citation | OwnDate | None:
        if not self.dates_differ:
            return self.dates[0].choice if self.dates and not self.kept.edtf else None
        return next(one.choice for one in self.dates if one.key == self.cleaned_data["date"])


def _choice(side: Side) -> forms.ChoiceField:
    choices = [("ours", side.ours), ("theirs", side.theirs)]
    if side.may_join:
        choices.append(("both", ""))
    return forms.ChoiceField(label=side.label, choices=choices, initial="ours")


def _wording_sides(kept: Event, gone: Event) -> list[Side]:
    ours = {wording.language: wording for wording in kept.wordings.all()}
    theirs = {wording.language: wording for wording in gone.wordings.all()}
    sides = []
    for language, name in ((key, name) for key, name in languages_of(kept, gone) if key in ours or key in theirs):
        ourword, theirword = ours.get(language, Wording()), theirs.get(language, Wording())
        label = {"language": name}
        headline, summary = _("Headline (%(language)s)") % label, _("Summary (%(language)s)") % label
        sides.append(Side(f"headline_{language}", headline, ourword.headline, theirword.headline, language))
        if ourword.summary or theirword.summary:
            sides.append(Side(f"summary_{language}", summary, ourword.summary, theirword.summary, language, True))
    return sides


def _place_side(kept: Event, gone: Event) -> list[Side]:
    if not (kept.place or gone.place):
        return []
    return [Side("place", _("Place"), str(kept.place or ""), str(gone.place or ""))]


def _entry_sides(kept: Event, gone: Event) -> list[Side]:
    ours = {entry.chronology_id: entry for entry in kept.entries.all()}
    return [
        Side(f"entry_{entry.chronology_id}", str(entry.chronology), _stands(ours[entry.chronology_id]), _stands(entry))
        for entry in gone.entries.select_related("chronology", "section", "lane")
        if entry.chronology_id in ours
    ]


def _stands(entry: Entry) -> str:
    return " · ".join(str(part) for part in (entry.section, entry.lane) if part) or _("no section, no lane")


def _dates(kept: Event, gone: Event) -> list[DateChoice]:
    """Return the dates that are claimed, the one of `kept` first, and last "left open" if they are two or more."""
    found: dict[str, DateChoice] = {}
    for event in (kept, gone):
        for citation in sorted(event.citations.select_related("source"), key=lambda one: (not one.chosen, one.pk)):
            _add(found, f"citation-{citation.pk}", citation.date, _hint(citation), citation)
        own = OwnDate(words=event.words, date=event.date)
        _add(found, f"event-{event.pk}", event.date, _("as event %(number)s has it") % {"number": event.pk}, own)
    dates = sorted(found.values(), key=lambda one: one.date.edtf != kept.edtf)
    if len(dates) > 1:
        either = FuzzyDate.one_of(*(one.date for one in dates))
        words = in_words(either, get_language() or "en")
        hint = _("shown to readers as this, with the words “sources differ”")
        dates.append(DateChoice("open", either, hint, OwnDate(words=words[:300], date=either)))
    return dates


def _add(found: dict[str, DateChoice], key: str, date: FuzzyDate | None, hint: str, choice: Citation | OwnDate) -> None:
    if date is not None:
        found.setdefault(date.edtf, DateChoice(key, date, hint, choice))


def _hint(citation: Citation) -> str:
    words = citation.exact or citation.words
    return f"{citation.source}: “{words}”" if words else str(citation.source)
