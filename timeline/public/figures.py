"""What a drawing shows in a sentence or two and in a table, for who does not see it or wants the numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.public.strip import Strip
from timeline.records.models import Lane
from timeline.records.selection import Bars, Parts
from timeline.web.marks import year_words, years_words

MOST_YEARS = 24
"""Years that a table has rows of their own for; of more it counts by the cells of the axis."""


@dataclass(frozen=True)
class Slot:
    """A part of the time that a drawing shows, with its own bar: a year, a month, a day; 0 for what has none.

    `label` stands under the bar, `short` where there is little room.
    """

    number: int
    name: str
    label: str
    short: str
    href: str = ""


@dataclass(frozen=True)
class Row:
    """A slot with its numbers: all events, those of each lane, those without an exact date."""

    slot: Slot
    count: int
    by_lane: list[int]
    unknown: int


@dataclass(frozen=True)
class Figures:
    """The sentences and the table beside a drawing."""

    sentences: list[str]
    part: str
    lanes: list[Lane]
    rows: list[Row]


@dataclass(frozen=True)
class Counted:
    """How many events stand under each part of some time, and under the whole where that was counted by itself.

    `is_least`: there are more than were counted.
    """

    parts: Parts
    whole: Parts | None = None
    is_least: bool = False

    @property
    def count(self) -> int:
        """All of them."""
        return (self.whole or self.parts).total()

    @property
    def unknown(self) -> int:
        """Those whose exact date is not known."""
        return sum(count for (_part, _lane, is_known), count in (self.whole or self.parts).items() if not is_known)

    @property
    def is_drawn_whole(self) -> bool:
        """Whether all that were counted are counted by part too."""
        return self.parts.total() >= self.count


def figures_of(
    counted: Counted, slots: Sequence[Slot], lanes: Iterable[Lane], part: str, *, of_days: bool = False
) -> Figures | None:
    """Return the figures of the parts of some time; None where there is nothing. `part` says what they are."""
    if not counted.count:
        return None
    counts = Counter[int]()
    for (number, _lane, _known), count in counted.parts.items():
        counts[number] += count
    # Of some of them alone it is not known where most are.
    is_whole = counted.is_drawn_whole and not counted.is_least
    names = {slot.number: slot.name for slot in slots if slot.number} if is_whole else {}
    sentences = _sentences(counts, counted.count, counted.unknown, names, of_days=of_days)
    return _figures([*_cut_said(counted), *sentences], counted.parts, slots, lanes, part)


def _cut_said(counted: Counted) -> list[str]:
    if counted.is_least:
        return [_("Here are more events than are counted.")]
    return [] if counted.is_drawn_whole else [_only_said(counted.parts.total())]


def _some_said(count: int) -> str:
    told = ngettext(
        "Not everything was looked through: %(count)s event that was found is drawn.",
        "Not everything was looked through: %(count)s events that were found are drawn.",
        count,
    )
    return told % {"count": count}


def _only_said(count: int) -> str:
    told = ngettext("Only the first %(count)s is drawn.", "Only the first %(count)s are drawn.", count)
    return told % {"count": count}


def figures_of_years(
    bars: Bars, total: int | None, strip: Strip, lanes: Iterable[Lane], address: Callable[[int, int], str]
) -> Figures | None:
    """Return the figures of a whole strip by year, or of very many by the cells of its axis.

    `total`: how many events were found; None where that is not known, and the strip shows some of them.
    """
    if not bars:
        return None if total is not None else Figures([_some_said(0)], _("Years"), [], [])
    counts, unknown, parts = Counter[int](), 0, Parts()
    years = {year for year, _lane, _known in bars}
    step = 1 if len(years) <= MOST_YEARS else strip.step
    for (year, lane, is_known), count in bars.items():
        counts[year] += count
        unknown += 0 if is_known else count
        parts[strip.first + (year - strip.first) // step * step, lane, is_known] += count
    firsts = sorted({number for number, _lane, _known in parts})
    slots = [Slot(first, years_words(first, first + step - 1), "", "", address(first, step)) for first in firsts]
    names = {year: year_words(year) for year in years}
    sentences = [_some_said(counts.total())] if total is None else _sentences(counts, total, unknown, names)
    return _figures(sentences, parts, slots, lanes, _("Years"))


def _figures(sentences: list[str], parts: Parts, slots: Sequence[Slot], lanes: Iterable[Lane], part: str) -> Figures:
    counts, unknown, by_lane = Counter[int](), Counter[int](), Counter[tuple[int, int]]()
    for (number, lane, is_known), count in parts.items():
        counts[number] += count
        by_lane[number, lane] += count
        unknown[number] += 0 if is_known else count
    held = {lane for _number, lane in by_lane}
    shown = [lane for lane in lanes if lane.pk in held]
    rows = [
        Row(slot, counts[slot.number], [by_lane[slot.number, lane.pk] for lane in shown], unknown[slot.number])
        for slot in slots
        if counts[slot.number]
    ]
    return Figures(sentences, part, shown, rows)


def _sentences(
    counts: Counter[int], total: int, unknown: int, names: Mapping[int, str], *, of_days: bool = False
) -> list[str]:
    most, where = max(((count, number) for number, count in counts.items() if number in names), default=(0, 0))
    if 1 < most < total:
        told = _most_said(total, of_days=of_days) % {"count": total, "when": names[where], "most": most}
    else:
        told = ngettext("%(count)s event.", "%(count)s events.", total) % {"count": total}
    without = ngettext("%(count)s without an exact date.", "%(count)s without an exact date.", unknown)
    return [told, *([without % {"count": unknown}] if unknown else [])]


def _most_said(total: int, *, of_days: bool) -> str:
    if of_days:
        return ngettext(
            "%(count)s event, most on %(when)s (%(most)s).", "%(count)s events, most on %(when)s (%(most)s).", total
        )
    return ngettext(
        "%(count)s event, most in %(when)s (%(most)s).", "%(count)s events, most in %(when)s (%(most)s).", total
    )


def rest_name() -> str:
    """Return what the row of those is called that stand under none of the parts."""
    return _("not known nearer")
