"""What the fields of filters offer to choose from: names and counts of what a chronology has."""

from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext

from timeline.dates.detection import language_of
from timeline.records import tallies
from timeline.records.models import Actor, Chronology, Place, Theme
from timeline.records.models.names import NAME_FIELDS
from timeline.web.languages import in_latin_letters

EXACTNESS: dict[str, Promise] = {
    "day": lazy("exact day"),
    "month": lazy("month, season or part"),
    "year": lazy("year or wider"),
    "about": lazy("about"),
    "lasted": lazy("it lasted"),
    "wide": lazy("wider than a year"),
    "differ": lazy("sources differ"),
    "unsourced": lazy("not yet sourced"),
}
DIFFER, YES = "differ", "yes"
"""A field of its own, since sources may differ on a date of any exactness; `exactness=differ` says the same alone."""
MOST_CHOICES = 30
"""Choices that a field offers, the most frequent ones; others can be typed into the address."""
Choices = list[tuple[str, str]]
COUNTED = ("source", "lane", "exactness")
"""Fields whose values are counted by themselves, beside those of nouns."""
LISTED = ("theme", "actor", "place", "source")
"""Fields of which a page lists all values; what has more than are offered leads there."""
NOUNS: dict[str, type[Theme] | type[Actor] | type[Place]] = {"theme": Theme, "actor": Actor, "place": Place}


class Offered:
    """What a chronology offers to choose from: the most frequent values of each field, and whether one occurs."""

    def __init__(self, chronology: Chronology, language: str, preview: bool) -> None:
        self.chronology = chronology
        self.language = language
        self.audiences = (True, False) if preview else (True,)
        self.most = MOST_CHOICES
        self.counts: dict[str, dict[str, int]] = {}
        """How many events have each choice, by field."""
        self.facets: dict[str, dict[str, str]] = {}
        """What each choice is in lists, by field."""
        self.foreign: dict[str, dict[str, str]] = {}
        """The language of each choice whose name is in another than the page's, by field."""

    @cached_property
    def _ranked(self) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
        return tallies.ranked(self.chronology.pk, (*NOUNS, *COUNTED), self.audiences, self.most)

    @property
    def _frequent(self) -> dict[str, dict[str, int]]:
        return self._ranked[0]

    @property
    def all_of(self) -> dict[str, int]:
        """How many values there are of each field that has more than are offered."""
        return {name: many for name, many in self._ranked[1].items() if name in LISTED and many > self.most}

    def choices(self, name: str) -> Choices:
        """Return the values of a field as the address has them, with their names."""
        if name in NOUNS:
            nouns = NOUNS[name].objects.filter(pk__in=[int(key) for key in self._frequent[name]])
            names = list(nouns.order_by().values_list("pk", "name", NAME_FIELDS.get(self.language, "name")))
            self.counts[name] = {english: self._frequent[name][str(key)] for key, english, _own in names}
            self.facets[name] = {english: f"{name}:{key}" for key, english, _own in names}
            self.foreign[name] = {english: "en" for _key, english, own in names if self.language != "en" and not own}
            named = [(english, own or english) for _key, english, own in names]
            return sorted(named, key=lambda choice: (choice[1].casefold(), choice[0]))
        self.counts[name] = self._frequent.get(name, {})
        self.facets[name] = {value: f"{name}:{value}" for value in self.counts[name]}
        if name == DIFFER:
            self.counts[name] = {YES: self._frequent["exactness"].get(DIFFER, 0)}
            self.facets[name] = {YES: f"exactness:{DIFFER}"}
            return [(YES, pgettext("whether sources differ", "yes"))]
        if name == "lane":
            lanes = [lane for lane in self.chronology.lanes.all() if str(lane.pk) in self._frequent[name]]
            self.counts[name] = {lane.letter: self._frequent[name][str(lane.pk)] for lane in lanes}
            self.facets[name] = {lane.letter: f"{name}:{lane.pk}" for lane in lanes}
            told = {lane.letter: lane.name_in(self.language) for lane in lanes}
            self.foreign[name] = {letter: one.language for letter, one in told.items() if one.language != self.language}
            return [(letter, f"{letter} {one.text}") for letter, one in told.items()]
        if name == "source":
            names = sorted(self._frequent[name])
            # Those of many sources come together here: letters alone tell, and Latin ones do not.
            codes = {one: language_of(one) for one in names if not in_latin_letters(one)}
            self.foreign[name] = {one: code for one, code in codes.items() if code != self.language}
            return [(one, one) for one in names]
        if name == "exactness":
            return [(value, str(label)) for value, label in EXACTNESS.items() if value != DIFFER]
        return []

    def facet(self, name: str, value: str) -> str:
        """Return the facet that a value of a field stands for; "" where nothing here has it, or it is no such field."""
        if name == "exactness":
            return f"exactness:{value}" if value in EXACTNESS else ""
        if name == DIFFER:
            return f"exactness:{DIFFER}" if value == YES else ""
        key = self._key(name, value)
        facet = f"{name}:{key}" if key else ""
        return facet if facet and tallies.whole(self.chronology.pk, facet, self.audiences) else ""

    def name_of(self, name: str, value: str) -> str:
        """Return what a reader calls a value that is not among the choices."""
        if name == "exactness" and value in EXACTNESS:
            return str(EXACTNESS[value])
        noun = NOUNS[name].objects.filter(name=value).first() if name in NOUNS else None
        named = noun.name_in(self.language) if noun else value
        if noun and named == noun.name and self.language != "en":
            self.foreign[name][value] = "en"
        return named

    def _key(self, name: str, value: str) -> str:
        if name == "source":
            return value
        if name == "lane":
            key = next((lane.pk for lane in self.chronology.lanes.all() if lane.letter == value), None)
        elif name in NOUNS:
            key = NOUNS[name].objects.filter(name=value).values_list("pk", flat=True).first()
        else:
            return ""
        return str(key or "")
