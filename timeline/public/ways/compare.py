"""Two chronologies side by side: which events both have, which only one of them, some years at a time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.accounts.models import User
from timeline.public import queries
from timeline.public.items import Item, items
from timeline.public.links import Links
from timeline.public.queries import entries_of
from timeline.public.ways.buckets import Bucket, Buckets, ends
from timeline.records.models import Chronology
from timeline.records.selection import Choice, Row, held_in, select, under_years
from timeline.records.sorting import heading_of
from timeline.web.asked import number_in
from timeline.web.marks import year_words, years_words

SIZE = 50
"""Events of both that a page holds, about: it ends with a whole year."""
MOST = 100
"""Events of each that a page shows, where one year has more than fit."""
MOST_OFFERED = 100
"""Chronologies that are offered to compare with."""
TALLEST = 60
"""px of the tallest column of each."""


@dataclass(frozen=True)
class Compared:
    """An event, and in which of the two it stands."""

    item: Item
    in_left: bool
    in_right: bool


@dataclass(frozen=True)
class Year:
    """The events of one year."""

    name: str
    events: list[Compared]


@dataclass(frozen=True)
class Pair:
    """A column of the strip: how many events of these years the two have, up and down."""

    bucket: Bucket
    href: str
    left: int
    right: int
    y: str
    up: str
    down: str


@dataclass(frozen=True)
class Comparison:
    """Everything that templates/public/compare.html shows."""

    links: Links
    offered: list[Chronology]
    other: Chronology | None
    pairs: list[Pair]
    marks: list[tuple[str, str]]
    years: list[Year]
    span: str
    counts: tuple[int, int]
    is_cut: bool
    earlier_href: str
    later_href: str
    problems: list[str]
    turned = False

    @property
    def middle(self) -> int:
        """Where the two meet in the strip."""
        return TALLEST + 2

    @property
    def height(self) -> int:
        """px of the strip."""
        return 2 * self.middle + 16

    @property
    def told(self) -> Counter[str]:
        """How many events of this page both have, and how many only one of the two."""
        places = {(True, True): "both", (True, False): "left", (False, True): "right"}
        return Counter(places[one.in_left, one.in_right] for year in self.years for one in year.events)

    @property
    def both(self) -> int:
        """Events of this page that both have."""
        return self.told["both"]

    @property
    def only_left(self) -> int:
        """Events of this page that only the first has."""
        return self.told["left"]

    @property
    def only_right(self) -> int:
        """Events of this page that only the second has."""
        return self.told["right"]


def read_comparison(
    chronology: Chronology, query: QueryDict, person: User | AnonymousUser, *, preview: bool
) -> Comparison:
    """Read the page from its address."""
    readable = Chronology.objects.all() if person.is_authenticated else Chronology.objects.public()
    others = readable.exclude(pk=chronology.pk)
    asked = query.get("with", "")[:80]
    other = others.filter(slug=asked).first() if asked else None
    problems = []
    if asked and other is None:
        problems.append(_("There is no other chronology “%(name)s” to compare with.") % {"name": asked})
    links = Links.of(chronology, preview=preview, page="public:compare", query={"with": other.slug} if other else None)
    offered = list(others.prefetch_related("lanes")[:MOST_OFFERED]) if other is None else [other]
    empty = Comparison(links, offered, other, [], [], [], "", (0, 0), False, "", "", problems)
    if other is None:
        return empty
    seen = queries.shows_preview(person, other, "preview" in query)
    sides = Choice(chronology.pk, preview), Choice(other.pk, seen)
    counts = [_by_year(side) for side in sides]
    known = sorted({*counts[0], *counts[1]})
    if not known:
        return empty
    start = _year(query.get("from", ""))
    if "from" in query and start is None:
        problems.append(_("“From” is no year; here is the beginning."))
    first, last = _stretch(known, counts, known[0] if start is None else start)
    years, is_cut = _years(sides, first, last)
    return replace(
        empty, pairs=_pairs(counts, links), marks=Buckets.of(known[0], known[-1]).marks, years=years,
        span=years_words(first, last), counts=(counts[0].total(), counts[1].total()), is_cut=is_cut,
        earlier_href=_before(known, counts, first, links),
        later_href=_from(links, next(year for year in known if year > last)) if last < known[-1] else "",
    )  # fmt: skip


def _by_year(choice: Choice) -> Counter[int]:
    counts: Counter[int] = Counter()
    for (year, _lane, _known), number in select(choice).bars.items():
        counts[year] += number
    return counts


def _year(text: str) -> int | None:
    found = number_in(text.removeprefix("-"), most=10**9)
    return -found if found and text.startswith("-") else found


def _stretch(known: Sequence[int], counts: Sequence[Counter[int]], start: int) -> tuple[int, int]:
    """Return the years that make a page: whole ones, from the first known at `start` or later; else the last."""
    years = [year for year in known if year >= start] or [known[-1]]
    held, last = 0, years[0]
    for year in years:
        held += counts[0][year] + counts[1][year]
        if held > SIZE and year != years[0]:
            break
        last = year
    return years[0], last


def _before(known: Sequence[int], counts: Sequence[Counter[int]], first: int, links: Links) -> str:
    """Return the page of the years before; "" where there are none."""
    held, start = 0, None
    for year in reversed([year for year in known if year < first]):
        held += counts[0][year] + counts[1][year]
        if held > SIZE and start is not None:
            break
        start = year
    return "" if start is None else _from(links, start)


def _from(links: Links, year: int) -> str:
    return replace(links, query={**links.query, "from": str(year)}).to("years")


def _pairs(counts: Sequence[Counter[int]], links: Links) -> list[Pair]:
    span = ends([*counts[0], *counts[1]])
    assert span is not None
    buckets = Buckets.of(*span)
    sums = [Counter[int](), Counter[int]()]
    for number, of_years in enumerate(counts):
        for year, count in of_years.items():
            sums[number][buckets.of_year(year)] += count
    most = max([*sums[0].values(), *sums[1].values()])
    return [
        Pair(
            one, _from(links, one.first), left, right, f"{TALLEST + 2 - left / most * TALLEST:g}",
            f"{left / most * TALLEST:g}", f"{right / most * TALLEST:g}",
        )
        for one in buckets.all
        if (left := sums[0][one.first]) + (right := sums[1][one.first])
    ]  # fmt: skip


def _years(sides: tuple[Choice, Choice], first: int, last: int) -> tuple[list[Year], bool]:
    """Return the events of some years by year, and whether there are more than are shown."""
    left, right = (under_years(side, first, last, MOST + 1) for side in sides)
    is_cut = max(len(left), len(right)) > MOST
    rows: dict[int, Row] = {}
    for row in (*left[:MOST], *right[:MOST]):
        rows.setdefault(row.event, row)
    shown = sorted(rows.values(), key=lambda row: (row.sort_key, row.event))
    here, there = (held_in(side, list(rows)) for side in sides)
    by_event = {item.entry.event_id: item for item in items(entries_of(shown))}
    years = []
    for year, some in groupby(shown, key=lambda row: heading_of(row.sort_key)[0]):
        events = [
            Compared(by_event[row.event], row.event in here, row.event in there)
            for row in some
            if row.event in by_event
        ]
        years.append(Year(_("Wider than a year") if year is None else year_words(year), events))
    return years, is_cut
