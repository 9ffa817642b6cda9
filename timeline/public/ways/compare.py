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
from timeline.records.selection import Choice, Row, by_years, from_year, held_in
from timeline.records.sorting import LAST, heading_of
from timeline.records.tallies import ALL, whole
from timeline.web.asked import year_in
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
    marks: list[tuple[str, str, bool]]
    years: list[Year]
    span: str
    counts: tuple[int, int]
    loose: int
    cut_hrefs: tuple[str, str] | None
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
    empty = Comparison(links, offered, other, [], [], [], "", (0, 0), 0, None, "", "", problems)
    if other is None:
        return empty
    seen = queries.shows_preview(person, other, "preview" in query)
    sides = Choice(chronology.pk, preview), Choice(other.pk, seen)
    counts = [_by_year(side) for side in sides]
    start = year_in(query.get("from", ""))
    if "from" in query and start is None:
        problems.append(_("“From” is no year; here is the beginning."))
    return _page(empty, sides, counts, start)


def _page(
    empty: Comparison, sides: tuple[Choice, Choice], counts: Sequence[Counter[int]], start: int | None
) -> Comparison:
    """Return the page from a year on. Each begins where one ends, so what no year holds stands on one."""
    links, known = empty.links, sorted({*counts[0], *counts[1]})
    wholes = whole(sides[0].chronology, ALL, sides[0].audiences), whole(sides[1].chronology, ALL, sides[1].audiences)
    loose = max(sum(wholes) - counts[0].total() - counts[1].total(), 0)
    if not known:
        years, is_cut = _years(sides, None, None)
        cut = _timelines(sides, empty, None) if is_cut else None
        return replace(empty, years=years, span=_("No one year"), counts=wholes, loose=loose, cut_hrefs=cut)
    first, last = _stretch(known, counts, known[0] if start is None else start)
    following = next((year for year in known if year > last), None)
    years, is_cut = _years(sides, None if first == known[0] else first, following)
    return replace(
        empty, pairs=_pairs(counts, links), marks=Buckets.of(known[0], known[-1]).marks, years=years,
        span=years_words(first, last), counts=wholes, loose=loose,
        cut_hrefs=_timelines(sides, empty, first) if is_cut else None,
        earlier_href=_before(known, counts, first, links),
        later_href="" if following is None else _from(links, following),
    )  # fmt: skip


def _by_year(choice: Choice) -> Counter[int]:
    """Return how many events stand under each year, whether or not it holds the whole of them."""
    counts: Counter[int] = Counter()
    for (year, _lane, _known), number in by_years(choice).items():
        counts[year] += number
    return counts


def _timelines(sides: tuple[Choice, Choice], page: Comparison, first: int | None) -> tuple[str, str]:
    """Return the lists of both from a year on, which leave out nothing."""
    assert page.other is not None
    slugs = page.links.slug, page.other.slug
    state: dict[str, int] = {} if first is None else {"at": first}
    left, right = (
        Links(slug, {"preview": "1"} if side.preview else {}).to("events", **state)
        for slug, side in zip(slugs, sides, strict=True)
    )
    return left, right


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


def _years(sides: tuple[Choice, Choice], first: int | None, before: int | None) -> tuple[list[Year], bool]:
    """Return the events from one year on and before another, by year, and whether there are more than are shown."""
    left, right = (from_year(side, first, before, MOST + 1) for side in sides)
    is_cut = max(len(left), len(right)) > MOST
    rows: dict[int, Row] = {}
    for row in (*left[:MOST], *right[:MOST]):
        rows.setdefault(row.event, row)
    shown = sorted(rows.values(), key=lambda row: (row.sort_key, row.event))
    here, there = (held_in(side, list(rows)) for side in sides)
    by_event = {item.entry.event_id: item for item in items(entries_of(shown))}
    years = []
    for name, some in groupby(shown, key=_name):
        events = [
            Compared(by_event[row.event], row.event in here, row.event in there)
            for row in some
            if row.event in by_event
        ]
        years.append(Year(name, events))
    return years, is_cut


def _name(row: Row) -> str:
    year, _month = heading_of(row.sort_key)
    if year is not None:
        return year_words(year)
    return _("Undated") if row.sort_key == LAST else _("Wider than a year")
