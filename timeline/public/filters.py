"""Search and filters of a timeline: read from the address, where they live."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.dates import Precision, edtf
from timeline.public.queries import differing, sources_of, unsourced
from timeline.records.models import Actor, Citation, Place, Theme
from timeline.records.models.chronologies import EntryQuerySet
from timeline.records.search import matching

LONGEST = 200
"""Characters of one value; more is refused."""
LABELS: dict[str, Promise] = {
    "q": lazy("Search"),
    "theme": lazy("Theme"),
    "actor": lazy("Actor"),
    "place": lazy("Place"),
    "exactness": lazy("Exactness"),
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
    "differ": lazy("sources differ"),
    "unsourced": lazy("not yet sourced"),
}
SHORTER_THAN_YEAR = (
    Precision.WEEK, Precision.PART_OF_MONTH, Precision.MONTH, Precision.SEASON, Precision.QUARTER,
    Precision.PART_OF_YEAR, Precision.HALF,
)  # fmt: skip
Choices = list[tuple[str, str]]
Day = tuple[int, int, int]
"""Year, month and day; the year may be one that the calendar of the database does not have."""


@dataclass(frozen=True)
class Filter:
    """One field as the page shows it: what was typed, what may be chosen, what is wrong."""

    name: str
    label: str
    value: str = ""
    choices: Choices = field(default_factory=list)
    error: str = ""

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

    def without(self, name: str) -> "Filters":
        """The same without one field."""
        return Filters({key: one for key, one in self.fields.items() if key != name})

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


def read(query: QueryDict, entries: EntryQuerySet, language: str) -> Filters:
    """Read the filters from an address; `entries` say what there is to choose from."""
    choices = _choices(entries, language)
    fields = {name: _read(name, query.get(name, ""), choices.get(name, [])) for name in LABELS}
    first, last = fields["from"], fields["to"]
    if first.value and last.value and not (first.error or last.error) and _edge(first) > _edge(last, end=True):
        error = _("“To” lies before “From”; neither was used.")
        fields["from"] = Filter("from", first.label, first.value, error=error)
        fields["to"] = Filter("to", last.label, last.value, error=error)
    return Filters(fields)


def narrow(entries: EntryQuerySet, filters: Filters) -> EntryQuerySet:
    """Keep the entries that every used field lets through."""
    for one in filters.used:
        entries = NARROW[one.name](entries, one)
    return entries


def _read(name: str, typed: str, choices: Choices) -> Filter:
    # PostgreSQL takes no NUL in a text.
    value, label = typed.replace("\x00", "").strip(), str(LABELS[name])
    plain = Filter(name, label, value[:LONGEST], choices)
    return Filter(name, label, plain.value, choices, _error(plain, value)) if value else plain


def _error(one: Filter, value: str) -> str:
    if len(value) > LONGEST:
        return _("%(field)s: at most %(most)s characters; only the first are kept here.") % {
            "field": one.label, "most": LONGEST,
        }  # fmt: skip
    if one.name in ("from", "to"):
        refusal = _("“%(value)s” is no date. Write a year such as 1977, or 1977-11, or 1977-11-15.")
        return "" if _days(value) else refusal % {"value": value}
    if one.name != "q" and one.holds_unknown:
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


def _in_calendar(edge: Day) -> datetime.date:
    """The day as the database compares it; the calendar's own end where the year lies beyond."""
    year, month, day = edge
    return datetime.date.min if year < 1 else datetime.date.max if year > 9999 else datetime.date(year, month, day)


def _choices(entries: EntryQuerySet, language: str) -> dict[str, Choices]:
    events = entries.values("event")
    themes, actors = Theme.objects.filter(events__in=events), Actor.objects.filter(events__in=events)
    places = Place.objects.filter(events__in=events)
    publishers = sources_of(entries).exclude(publisher="").order_by("publisher").values_list("publisher", flat=True)
    lanes = entries.filter(lane__isnull=False).order_by("lane__position").values_list("lane__letter", "lane__name")
    return {
        "theme": _names(themes, language),
        "actor": _names(actors, language),
        "place": _names(places, language),
        "exactness": [(value, str(label)) for value, label in EXACTNESS.items()],
        "source": [(name, name) for name in publishers.distinct()],
        "lane": [(letter, f"{letter} {name}") for letter, name in lanes.distinct()],
    }


def _names(nouns: QuerySet[Theme] | QuerySet[Actor] | QuerySet[Place], language: str) -> Choices:
    return [(noun.name, noun.name_in(language)) for noun in nouns.distinct().order_by("name")]


def _exactness(entries: EntryQuerySet, one: Filter) -> EntryQuerySet:
    exact = Q(event__approximate=False, event__uncertain=False, event__lasting=False)
    conditions = {
        "day": Q(event__precision=Precision.DAY) & exact,
        "month": Q(event__precision__in=SHORTER_THAN_YEAR, event__lasting=False),
        "year": Q(event__lasting=False) & ~Q(event__precision__in=(Precision.DAY, *SHORTER_THAN_YEAR)),
        "about": Q(event__approximate=True) | Q(event__uncertain=True),
        "lasted": Q(event__lasting=True),
        "unsourced": unsourced(),
    }
    return entries.filter(differing() if one.value == "differ" else conditions[one.value])


def _publisher(entries: EntryQuerySet, one: Filter) -> EntryQuerySet:
    return entries.filter(event__in=Citation.objects.standing().filter(source__publisher=one.value).values("event"))


def _search(entries: EntryQuerySet, one: Filter) -> EntryQuerySet:
    return matching(entries, one.value, path="event__")  # type: ignore[arg-type, return-value]


def _from(entries: EntryQuerySet, one: Filter) -> EntryQuerySet:
    edge = _edge(one)
    reach = [text for text, (_first, last) in _without(entries, "latest") if last is None or (last, 12, 31) >= edge]
    known = Q(event__latest__gte=_in_calendar(edge)) if edge[0] <= 9999 else Q(pk__in=())
    return entries.filter(known | Q(event__latest__isnull=True, event__edtf__in=reach))


def _to(entries: EntryQuerySet, one: Filter) -> EntryQuerySet:
    edge = _edge(one, end=True)
    reach = [text for text, (first, _last) in _without(entries, "earliest") if first is None or (first, 1, 1) <= edge]
    known = Q(event__earliest__lte=_in_calendar(edge)) if edge[0] >= 1 else Q(pk__in=())
    return entries.filter(known | Q(event__earliest__isnull=True, event__edtf__in=reach))


def _without(entries: EntryQuerySet, side: str) -> list[tuple[str, tuple[int | None, int | None]]]:
    """Return the dates that have no day on one side, each with its years: open there, or outside years 1 to 9999."""
    missing = entries.filter(**{f"event__{side}__isnull": True}).exclude(event__edtf="").order_by()
    return [(text, edtf.parse(text).year_span) for text in missing.values_list("event__edtf", flat=True).distinct()]


NARROW: dict[str, Callable[[EntryQuerySet, Filter], EntryQuerySet]] = {
    "q": _search,
    "theme": lambda entries, one: entries.filter(event__themes__name=one.value),
    "actor": lambda entries, one: entries.filter(event__actors__name=one.value),
    "place": lambda entries, one: entries.filter(event__place__name=one.value),
    "exactness": _exactness,
    "source": _publisher,
    "lane": lambda entries, one: entries.filter(lane__letter=one.value),
    "from": _from,
    "to": _to,
}
