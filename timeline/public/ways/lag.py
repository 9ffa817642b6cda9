"""How long after an event its source was published: by kinds of lag, and by the time of the event."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from timeline.public import paging
from timeline.public.items import Item, items
from timeline.public.links import Links
from timeline.public.scale import percent
from timeline.public.ways.buckets import Buckets, ends
from timeline.public.ways.finding import place_in
from timeline.records import tallies
from timeline.records.known_days import BEFORE, LONGER
from timeline.records.models import Chronology
from timeline.records.selection import Choice, Key, select, values_by_year

LAG_WORDS: dict[str, Promise] = {
    BEFORE: lazy("before the event"),
    "same": lazy("the same day"),
    "next": lazy("the next day"),
    "week": lazy("within a week"),
    "month": lazy("within a month"),
    "year": lazy("within a year"),
    "decade": lazy("within ten years"),
    LONGER: lazy("later"),
}
TALLEST = 110
"""px of the tallest column."""
ROW = 22
"""px of a row of the drawing by time."""


@dataclass(frozen=True)
class Kind:
    """One kind of lag: how many events have it, and where they are listed."""

    name: str
    words: str
    count: int
    href: str
    is_chosen: bool
    x: str
    middle: str
    width: str
    y: str
    height: str
    label_y: str


@dataclass(frozen=True)
class Piece:
    """A part of a row: the share of one kind."""

    name: str
    title: str
    x: str
    width: str


@dataclass(frozen=True)
class Row:
    """Events of some years by kinds of lag."""

    name: str
    counts: list[int]
    total: int
    pieces: list[Piece]
    y: int


@dataclass(frozen=True)
class Example:
    """An event with the kind of lag that is looked at."""

    item: Item
    days: int | None


@dataclass(frozen=True)
class Lag:
    """Everything that templates/public/lag.html shows."""

    links: Links
    kinds: list[Kind]
    rows: list[Row]
    total: int
    exact: int
    chosen: Kind | None
    examples: list[Example]
    earlier_href: str
    later_href: str
    problems: list[str]

    @property
    def height(self) -> int:
        """px of the columns."""
        return TALLEST + 20

    @property
    def rows_height(self) -> int:
        """px of the rows."""
        return len(self.rows) * ROW

    @property
    def most(self) -> Kind | None:
        """The most frequent kind."""
        return max(self.kinds, key=lambda kind: kind.count) if self.total else None

    @property
    def unknown(self) -> int:
        """Events of one day whose source has none."""
        return max(self.exact - self.total, 0)


def read_lag(chronology: Chronology, query: QueryDict, *, preview: bool) -> Lag:
    """Read the page from its address."""
    choice = Choice(chronology.pk, preview)
    links = Links.of(chronology, preview=preview, page="public:lag")
    counts = tallies.wholes(chronology.pk, [*(f"lag:{name}" for name in LAG_WORDS), "exactness:day"], choice.audiences)
    asked = query.get("lag", "")
    chosen = asked if asked in LAG_WORDS else ""
    problems = [_("There is no such lag; all of them stand here.")] if asked and not chosen else []
    kinds = _kinds(counts, chosen, links)
    after, lost = place_in(query, "after", chronology)
    before, lost_too = place_in(query, "before", chronology)
    problems += lost or lost_too
    examples, earlier, later = _examples(choice, chosen, after, before) if chosen else ([], None, None)
    here = replace(links, query={**links.query, "lag": chosen})
    return Lag(
        links=links, kinds=kinds, rows=_rows(choice), total=sum(kind.count for kind in kinds),
        exact=counts["exactness:day"], chosen=next((kind for kind in kinds if kind.is_chosen), None),
        examples=examples, earlier_href=here.to("examples", before=earlier) if earlier else "",
        later_href=here.to("examples", after=later) if later else "", problems=problems,
    )  # fmt: skip


def _kinds(counts: Counter[str], chosen: str, links: Links) -> list[Kind]:
    most = max((counts[f"lag:{name}"] for name in LAG_WORDS), default=0)
    width = 100 / len(LAG_WORDS)
    kinds = []
    for number, (name, words) in enumerate(LAG_WORDS.items()):
        count = counts[f"lag:{name}"]
        height = count / most * TALLEST if most else 0
        kinds.append(
            Kind(
                name,
                str(words),
                count,
                links.to("examples", lag=name),
                name == chosen,
                percent((number + 0.1) * width),
                percent((number + 0.5) * width),
                percent(width * 0.8),
                f"{TALLEST + 18 - height:g}",
                f"{height:g}",
                f"{TALLEST + 13 - height:g}",
            )
        )
    return kinds


def _rows(choice: Choice) -> list[Row]:
    """Return the kinds by decades, or longer stretches where there are too many."""
    by_year = values_by_year(choice, "lag")
    span = ends(year for _value, year in by_year)
    if span is None:
        return []
    buckets = Buckets.of(*span, least=10)
    found: Counter[tuple[int, str]] = Counter()
    for (value, year), count in by_year.items():
        found[buckets.of_year(year), value.removeprefix("lag:")] += count
    rows: list[Row] = []
    for bucket in buckets.all:
        counts = [found[bucket.first, name] for name in LAG_WORDS]
        if total := sum(counts):
            y = len(rows) * ROW
            rows.append(Row(bucket.name, counts, total, _pieces(counts, total), y + 3))
    return rows


def _pieces(counts: list[int], total: int) -> list[Piece]:
    pieces, at = [], 0.0
    for (name, words), count in zip(LAG_WORDS.items(), counts, strict=True):
        if count:
            width = count / total * 100
            pieces.append(Piece(name, f"{words}: {count}", percent(at), percent(width)))
            at += width
    return pieces


def _examples(
    choice: Choice, lag: str, after: Key | None, before: Key | None
) -> tuple[list[Example], int | None, int | None]:
    """Return one page of the events that have a kind of lag, and the keys to go on from."""
    found = select(replace(choice, values=(f"lag:{lag}",)))
    if after is not None:
        page = paging.page_after(found, after)
    else:
        page = paging.first_page(found) if before is None else paging.page_before(found, before)
    return [Example(item, _days(item)) for item in items(page.entries)], page.earlier, page.later


def _days(item: Item) -> int | None:
    day = item.entry.event.earliest
    try:
        published = date.fromisoformat(item.chosen.source.published) if item.chosen else None
    except ValueError:
        return None
    return (published - day).days if published and day else None
