"""The order of a page: parts, years, and at the end of each year what has no exact date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from timeline.dates import edtf
from timeline.dates.wording import in_short
from timeline.public.cards import Card
from timeline.public.links import Links
from timeline.records.models import Section
from timeline.records.sorting import heading_of
from timeline.web.marks import language, month_words, year_words, years_words


@dataclass
class Heading:
    """A year, or a decade or century for what no year holds, with its events."""

    name: str
    anchor: str
    year: int | None = None
    cards: list[Card] = field(default_factory=list)
    continued: bool = False
    href: str = ""

    @cached_property
    def groups(self) -> list["Group"]:
        """Its events as they stand: exact days and what lasted by itself, what has no exact date by month and year."""
        return _groups(self)

    @property
    def is_dated(self) -> bool:
        """Whether it is a span of time at all."""
        return bool(self.anchor) and not self.anchor.startswith("undated")


@dataclass(frozen=True)
class Group:
    """Events in a row; those whose exact date is not known are said to be, with the time that wholly holds them.

    They come after the others of that time, as in the old annals.
    """

    cards: list[Card]
    anchor: str = ""
    span: str = ""


@dataclass
class Part:
    """A section of the chronology with the headings of this page that stand in it."""

    section: Section | None
    number: int
    headings: list[Heading]
    continued: bool = False

    @property
    def count(self) -> int:
        """How many events of this page it holds."""
        return sum(len(heading.cards) for heading in self.headings)

    @property
    def span(self) -> str:
        """First and last year on this page."""
        years = [heading.year for heading in self.headings if heading.year is not None]
        if not years:
            return ""
        return years_words(years[0], years[-1])


def _groups(heading: Heading) -> list[Group]:
    groups: list[Group] = []
    for month, rows in groupby(heading.cards, key=lambda one: heading_of(one.sort_key)[1]):
        standing, unknown = _parted(rows)
        if standing and groups and not groups[-1].anchor:
            groups[-1].cards.extend(standing)
        elif standing:
            groups.append(Group(standing))
        if unknown:
            anchor = f"u-{heading.anchor}-{month}" if month else f"u-{heading.anchor}"
            groups.append(Group(unknown, anchor, _month_of(heading, month) if month else heading.name))
    return groups


def _month_of(heading: Heading, month: int) -> str:
    return month_words(heading.year, month) if heading.year and 1 <= heading.year <= 9999 else ""


def _parted(rows: Iterable[Card]) -> tuple[list[Card], list[Card]]:
    """Part what stands by itself from what has no exact date."""
    standing: list[Card] = []
    unknown: list[Card] = []
    for one in rows:
        (standing if one.stands else unknown).append(one)
    return standing, unknown


def parts_of(
    cards: Sequence[Card], sections: Mapping[int, Section], links: Links, *, begun: int | None = None, cut: str = ""
) -> list[Part]:
    """Group the cards of a page.

    `begun`: the key of the section that the page before ended in; `cut`: the anchor of the heading that it ended in.
    """
    parts: list[Part] = []
    anchors: set[str] = set()
    seen = {begun} if begun else set()
    for key, rows in groupby(cards, key=lambda one: one.section or 0):
        headings = _headings(list(rows), links, anchors, cut)
        parts.append(Part(sections.get(key), len(parts) + 1, headings, continued=key in seen))
        seen.add(key)
    return parts


def _headings(cards: list[Card], links: Links, anchors: set[str], cut: str) -> list[Heading]:
    headings: list[Heading] = []
    for anchor, rows in groupby(cards, key=lambda one: one.anchor):
        heading = _heading(anchor, list(rows))
        heading.href = links.year(heading.year) if heading.year and 1 <= heading.year <= 9999 else ""
        heading.continued = anchor in anchors or anchor == cut
        if anchor in anchors:
            heading.anchor = f"{anchor}-{len(anchors)}"
        anchors.update((anchor, heading.anchor))
        headings.append(heading)
    return headings


def _heading(anchor: str, cards: list[Card]) -> Heading:
    place = edtf.parse(cards[0].home) if cards[0].home else None
    if place is None:
        return Heading(_("Undated"), anchor, cards=cards)
    if place.precision == "year":
        year = place.year_span[0]
        return Heading(in_short(place, language()) if year is None else year_words(year), anchor, year, cards)
    return Heading(in_short(place, language()), anchor, cards=cards)
