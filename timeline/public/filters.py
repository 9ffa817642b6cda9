"""Search and filters of a timeline: read from the address, where they live."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext

from timeline.dates import edtf
from timeline.dates.detection import language_of
from timeline.records import search, tallies
from timeline.records.models import Actor, Chronology, Place, Theme
from timeline.records.models.names import NAME_FIELDS
from timeline.records.selection import Choice, Key, reaching
from timeline.records.sorting import year_prefix
from timeline.records.spans import MONTH, first_of
from timeline.records.word_index import standing_in
from timeline.web.languages import in_latin_letters

LONGEST, LONGEST_SOURCE = 200, 300
"""Characters of one value, and of a publisher's name; more is refused."""
LABELS: dict[str, Promise] = {
    "q": lazy("Search"),
    "theme": lazy("Theme"),
    "actor": lazy("Actor"),
    "place": lazy("Place"),
    "exactness": lazy("Exactness"),
    "differ": lazy("Sources differ"),
    "source": lazy("Source"),
    "lane": lazy("Lane"),
    "from": lazy("From"),
    "to": lazy("To"),
}
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
Day = tuple[int, int, int]
"""Year, month and day; the year may be one that the calendar of the database does not have."""


@dataclass(frozen=True)
class Filter:
    """One field as the page shows it: what was typed, what may be chosen, what is wrong."""

    name: str
    label: str
    value: str = ""
    facet: str = ""
    choices: Choices = field(default_factory=list)
    error: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many events of the chronology have each choice; see `among` for how many of those found."""
    facets: Mapping[str, str] = field(default_factory=dict)
    """What each choice that is counted is in lists."""
    foreign: Mapping[str, str] = field(default_factory=dict)
    """The language of each choice whose name is in another than the page's."""

    @property
    def foreign_words(self) -> str:
        """The language of `words`, where that is not the page's; else ""."""
        return self.foreign.get(self.value, "")

    @property
    def words(self) -> str:
        """The value as a reader knows it."""
        return dict(self.choices).get(self.value, self.value)

    @property
    def holds_unknown(self) -> bool:
        """Whether what was typed is none of the choices; it is kept on the page all the same."""
        return bool(self.value) and self.value not in dict(self.choices)


@dataclass(frozen=True)
class Filters:
    """All fields; those with an error do not count."""

    fields: dict[str, Filter]

    def __getitem__(self, name: str) -> Filter:
        return self.fields[name]

    @property
    def used(self) -> list[Filter]:
        """Fields that narrow the list."""
        return [one for one in self.fields.values() if one.value and not one.error]

    @property
    def wrong(self) -> list[Filter]:
        """Fields whose value cannot be used."""
        return [one for one in self.fields.values() if one.error]

    @property
    def folded(self) -> list[Filter]:
        """Fields of the folded part: all but the search."""
        return [one for name, one in self.fields.items() if name != "q"]

    @property
    def beyond_search(self) -> bool:
        """Whether a field of the folded part is filled, so that it should stand open."""
        return any(one.value for name, one in self.fields.items() if name != "q")

    @property
    def query(self) -> dict[str, str]:
        """What of the address makes this state."""
        return {one.name: one.value for one in self.used}


def spans_beside(filters: Filters) -> list[tuple[int, int]]:
    """Return the years right before and right after those chosen by from and to, as many; nothing of parts of years."""
    first, last = filters["from"], filters["to"]
    if not (first.value and last.value) or first.error or last.error:
        return []
    (begun, *day), (ended, *end) = _edge(first), _edge(last, end=True)
    if (day, end) != ([1, 1], [12, 31]):
        return []
    many = ended - begun + 1
    return [(begun - many, begun - 1), (ended + 1, ended + many)]


def typed_year(year: int) -> str:
    """Return a year as the fields from and to take it."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}" if abs(year) <= 9999 else f"Y{year}"


def read(query: QueryDict, chronology: Chronology, language: str, *, preview: bool) -> Filters:
    """Read the filters from an address; what the chronology holds says what there is to choose from."""
    offered = _Offered(chronology, language, preview)
    fields = {name: _read(name, query.get(name, ""), offered) for name in LABELS}
    first, last = fields["from"], fields["to"]
    if first.value and last.value and not (first.error or last.error) and _edge(first) > _edge(last, end=True):
        error = _("“To” lies before “From”; neither was used.")
        fields["from"] = Filter("from", first.label, first.value, error=error)
        fields["to"] = Filter("to", last.label, last.value, error=error)
    return Filters(fields)


def choice_of(
    chronology: Chronology, filters: Filters, *, preview: bool, key: Key | None = None, backwards: bool = False
) -> Choice:
    """Return what the used fields ask for; of too many events that words find those that follow `key`, or precede it.

    Where it names none, the first that do not lie before the days asked for.
    """
    used = {one.name: one for one in filters.used}
    choice = Choice(
        chronology.pk,
        preview=preview,
        values=tuple(one.facet for one in used.values() if one.facet),
        first=_number(_edge(used["from"])) if "from" in used else None,
        last=_number(_edge(used["to"], end=True)) if "to" in used else None,
    )
    if "q" not in used:
        return choice
    words, within = used["q"].value, standing_in(chronology.pk, public=not preview)
    found = search.candidates(words, search.MOST, within=within)
    if not found.more:
        return replace(choice, events=found.events)
    begin = year_prefix(_edge(used["from"])[0]) if "from" in used and not backwards else None
    start = max(filter(None, (key[0] if key else None, begin)), default=None)
    if start is not None:
        found = search.candidates(
            words, search.MOST, within=within, after=start, backwards=backwards, goes_on=key is not None
        )
    events = found.events | (_going_on(choice, begin, words, within) if begin else frozenset())
    return replace(
        choice, events=events, more_events=True, events_reach=found.reached, events_begin=key, crowded=found.crowded
    )


def _going_on(choice: Choice, begin: str, words: str, within: str) -> frozenset[int]:
    """Return what holds the words and began earlier than the year that is asked for, but reaches into its days."""
    assert choice.first is not None
    rows = reaching(choice, choice.first, choice.first).rows
    return search.holding(words, [(row.sort_key, row.event) for row in rows if row.sort_key < begin], within=within)


def _read(name: str, typed: str, offered: "_Offered") -> Filter:
    # PostgreSQL takes no NUL in a text.
    value, label = typed.replace("\x00", "").strip(), str(LABELS[name])
    kept = value[: _longest(name)]
    choices, facet = offered.choices(name), offered.facet(name, kept) if kept else ""
    if facet and kept not in dict(choices):
        choices = [*choices, (kept, offered.name_of(name, kept))]
    counts, foreign = offered.counts.get(name, {}), offered.foreign.get(name, {})
    facets = offered.facets.get(name, {})
    plain = Filter(name, label, kept, facet, choices, counts=counts, foreign=foreign, facets=facets)
    return replace(plain, error=_error(plain, value)) if value else plain


def _longest(name: str) -> int:
    return LONGEST_SOURCE if name == "source" else LONGEST


def _error(one: Filter, value: str) -> str:
    if len(value) > _longest(one.name):
        return _("%(field)s: at most %(most)s characters; only the first are kept here.") % {
            "field": one.label, "most": _longest(one.name),
        }  # fmt: skip
    if one.name in ("from", "to"):
        refusal = _("“%(value)s” is no date. Write a year such as 1977, or 1977-11, or 1977-11-15.")
        return "" if _days(value) else refusal % {"value": value}
    if one.name != "q" and not one.facet:
        return _("%(field)s: nothing here has “%(value)s”.") % {"field": one.label, "value": value}
    return ""


def _days(value: str) -> tuple[Day, Day] | None:
    """Return the first and last day of what was typed; years before 1 and after 9999 have days too."""
    try:
        date = edtf.parse(value)
    except edtf.EdtfError:
        return None
    first, last = date.year_span
    if first is None or last is None:
        return None
    return _day(date.earliest, (first, 1, 1)), _day(date.latest, (last, 12, 31))


def _day(day: datetime.date | None, otherwise: Day) -> Day:
    return (day.year, day.month, day.day) if day else otherwise


def _edge(one: Filter, *, end: bool = False) -> Day:
    days = _days(one.value)
    assert days is not None
    return days[1] if end else days[0]


def _number(day: Day) -> int:
    year, month, number = day
    return first_of(year) + (month - 1) * MONTH + number - 1


class _Offered:
    """What a chronology offers to choose from: the most frequent values of each field, and whether one occurs."""

    def __init__(self, chronology: Chronology, language: str, preview: bool) -> None:
        self.chronology = chronology
        self.language = language
        self.audiences = (True, False) if preview else (True,)
        self.counts: dict[str, dict[str, int]] = {}
        """How many events have each choice, by field."""
        self.facets: dict[str, dict[str, str]] = {}
        """What each choice is in lists, by field."""
        self.foreign: dict[str, dict[str, str]] = {}
        """The language of each choice whose name is in another than the page's, by field."""

    @cached_property
    def _frequent(self) -> dict[str, dict[str, int]]:
        return tallies.most_frequent(self.chronology.pk, (*NOUNS, *COUNTED), self.audiences, MOST_CHOICES)

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


COUNTED = ("source", "lane", "exactness")
"""Fields whose values are counted by themselves, beside those of nouns."""
NOUNS: dict[str, type[Theme] | type[Actor] | type[Place]] = {"theme": Theme, "actor": Actor, "place": Place}
