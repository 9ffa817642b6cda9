"""Search and filters of a timeline: read from the address, where they live."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.dates import edtf
from timeline.public.offered import Choices, Offered
from timeline.records import search
from timeline.records.models import Chronology
from timeline.records.selection import Choice, Key, reaching
from timeline.records.sorting import year_prefix
from timeline.records.spans import MONTH, first_of
from timeline.records.word_index import standing_in

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
    offered: int = 0
    """How many choices are offered, the most frequent ones, where there are others; else 0."""
    all_of: int = 0
    """How many there are then."""

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
    offered = Offered(chronology, language, preview)
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


def _read(name: str, typed: str, offered: Offered) -> Filter:
    # PostgreSQL takes no NUL in a text.
    value, label = typed.replace("\x00", "").strip(), str(LABELS[name])
    kept = value[: _longest(name)]
    choices, facet = offered.choices(name), offered.facet(name, kept) if kept else ""
    if facet and kept not in dict(choices):
        choices = [*choices, (kept, offered.name_of(name, kept))]
    counts, foreign = offered.counts.get(name, {}), offered.foreign.get(name, {})
    facets = offered.facets.get(name, {})
    plain = Filter(
        name, label, kept, facet, choices, counts=counts, foreign=foreign, facets=facets,
        offered=offered.most if name in offered.all_of else 0, all_of=offered.all_of.get(name, 0),
    )  # fmt: skip
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
