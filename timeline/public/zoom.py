"""A decade, a year or a month by day: lanes with marks at their own days, labels that keep clear of each other.

x and width are in percent, y in px, as in the strip.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.dates import FuzzyDate
from timeline.public.items import Item, other_than_page
from timeline.public.labels import Packer, shorten, width_of
from timeline.public.scale import percent
from timeline.records.models import Lane, Told
from timeline.web.marks import Mark, language

WIDTH = 880
"""px for which labels are laid out; wider drawings only move them apart, narrower ones show marks alone."""
LONGEST_LABEL = 46
ROW, ABOVE, HEAD, FOOT, TOP = 24, 14, 31, 20, 26.5
"""px: a row; more where a label stands above its mark; lane line to first row; under the last; the months."""
SYMBOL = 11 / WIDTH * 100
"""Percent from a mark's centre to its label."""
SHORTEST_BAR = 4.4
"""Percent; anything shorter gets the symbol, which would else be narrower than it can be seen."""
MOST_ROWS = 80
"""More than a page holds events, so that each finds a row of its own."""


@dataclass(frozen=True)
class Frame:
    """The days from `first` to `last` that a drawing shows, and its lines: a day, its name and a shorter one."""

    first: datetime.date
    last: datetime.date
    lines: list[tuple[datetime.date, str, str]]

    def at(self, day: datetime.date, *, end: bool = False) -> float:
        """Where a day begins, or ends, in percent."""
        days = (self.last - self.first).days + 1
        return ((day - self.first).days + (1 if end else 0)) / days * 100

    def holds(self, day: datetime.date) -> bool:
        """Whether it shows a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Shape:
    """One event in the drawing: a symbol at `x`, or a bar from `x` of `width`."""

    item: Item
    kind: str
    x: str
    width: str
    end: str
    y: float
    label: str
    label_x: str
    label_y: float
    label_ends: bool
    rivals: list[tuple[str, float]] = field(default_factory=list)
    is_cut_left: bool = False
    is_cut_right: bool = False

    @property
    def bar_y(self) -> float:
        """Top of a bar 6 px high."""
        return self.y - 3

    @property
    def capsule_y(self) -> float:
        """Top of a capsule 8 px high."""
        return self.y - 4

    @property
    def foot(self) -> float:
        """Where the feet of a bracket end."""
        return self.y + 8

    @property
    def stops_left(self) -> bool:
        """Whether a line ends at its left with a foot: neither open nor cut there."""
        return self.kind != "until" and not self.is_cut_left

    @property
    def stops_right(self) -> bool:
        """Whether a line ends at its right with a foot."""
        return self.kind != "since" and not self.is_cut_right


@dataclass(frozen=True)
class Band:
    """One lane with its shapes."""

    name: str
    letter: str
    y: float
    shapes: list[Shape]
    foreign: str = ""
    """The language of its name, where that is not the page's."""

    @property
    def name_y(self) -> float:
        """Baseline of its name."""
        return self.y + 14.5


@dataclass(frozen=True)
class Zoom:
    """The whole drawing."""

    height: float
    bands: list[Band]
    lines: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Placed:
    """Where an event lies in the year, in percent, before it has a row."""

    item: Item
    kind: str
    left: float
    right: float
    is_cut_left: bool = False
    is_cut_right: bool = False


def draw_year(year: int, items: Sequence[Item], wider: Sequence[Item]) -> Zoom:
    """Draw a year: `items` stand in it, `wider` only touch it."""
    return draw_days(frame_of_year(year), items, wider, _("Wider than the year"))


def draw_days(frame: Frame, items: Sequence[Item], wider: Sequence[Item], wider_name: str) -> Zoom:
    """Draw the days of a frame: `items` stand in it, `wider` only touch it."""
    bands: list[Band] = []
    y = TOP
    here = language()
    groups: list[tuple[Lane | None, Told, list[Item]]] = [(None, Told(wider_name, here), list(wider))]
    groups += [(lane, lane.name_in(here) if lane else Told(_("No lane"), here), rows) for lane, rows in _by_lane(items)]
    for lane, name, rows in groups:
        if rows:
            shapes, bottom = _rows(frame, [_placed(frame, item) for item in rows], y + HEAD)
            foreign = other_than_page(name.language)
            bands.append(Band(name.text, lane.letter if lane else "", y, shapes, foreign))
            y = bottom + FOOT
    return Zoom(y, bands, [(percent(frame.at(day)), name, short) for day, name, short in frame.lines])


def frame_of_year(year: int) -> Frame:
    """Return the frame of a year, with a line for each month."""
    months = [datetime.date(year, month, 1) for month in range(1, 13)]
    lines = [(day, date_format(day, "M"), str(day.month)) for day in months]
    return Frame(datetime.date(year, 1, 1), datetime.date(year, 12, 31), lines)


def frame_of_years(first: int, last: int) -> Frame:
    """Return the frame of some years from 1 to 9999, with at most a dozen lines: each year, every second, fifth ..."""
    if first == last:
        return frame_of_year(first)
    step = next(one * 10**zeros for zeros in count() for one in (1, 2, 5) if (last - first) < 12 * one * 10**zeros)
    years = range(max(-(-first // step) * step, 1), last + 1, step)
    lines = [(datetime.date(year, 1, 1), str(year), f"’{year % 100:02d}") for year in years]
    return Frame(datetime.date(first, 1, 1), datetime.date(last, 12, 31), lines)


def draw_found(items: Sequence[Item]) -> Zoom | None:
    """Draw what was found in the years that it stands in; None where that is nothing, or years the calendar has not."""
    dated = [item for item in items if item.date and any(year is not None for year in item.date.year_span)]
    years = [year for item in dated if item.date for year in item.date.year_span if year is not None]
    if not years or min(years) < 1 or max(years) > 9999:
        return None
    return draw_days(frame_of_years(min(years), max(years)), dated, [], "")


def _by_lane(items: Sequence[Item]) -> list[tuple[Lane | None, list[Item]]]:
    lanes: dict[int, tuple[Lane | None, list[Item]]] = {}
    for item in sorted(items, key=lambda item: item.entry.lane.position if item.entry.lane else 10**9):
        lanes.setdefault(item.entry.lane_id or 0, (item.entry.lane, []))[1].append(item)
    return list(lanes.values())


def _placed(frame: Frame, item: Item) -> Placed:
    """Place an event; what reaches beyond the frame is cut at its edge and says so."""
    date = item.date
    assert date is not None
    left = frame.at(date.earliest) if date.earliest else -1.0
    right = frame.at(date.latest, end=True) if date.latest else 101.0
    kind = _kind(item, date, right - left)
    cut_left, cut_right = left < 0 and date.year_span[0] is not None, right > 100 and date.year_span[1] is not None
    return Placed(item, kind, max(left, 0.0), min(right, 100.0), cut_left, cut_right)


def _kind(item: Item, date: FuzzyDate, width: float) -> str:
    """Return "symbol", or the bar that shows the true width."""
    if item.mark in (Mark.UNTIL, Mark.SINCE):
        return str(item.mark)
    if date.is_day or (width < SHORTEST_BAR and item.mark != Mark.SEVERAL):
        return "symbol"
    if item.mark in (Mark.SPAN, Mark.UNSOURCED_SPAN):
        return "span"
    return "decade" if item.mark == Mark.DECADES else "about" if item.mark == Mark.ABOUT else "window"


def _rows(frame: Frame, placed: Sequence[Placed], top: float) -> tuple[list[Shape], float]:
    packer = Packer(MOST_ROWS)
    laid = [_labelled(packer, one) for one in placed]
    extra = [0.0] * (len(packer.rows) + 1)
    for one in laid:
        extra[one.row] = max(extra[one.row], ABOVE if one.above else 0)
        extra[one.row + 1] = max(extra[one.row + 1], 12 if one.placed.item.rivals else 0)
    tops = [top + ROW * number + sum(extra[: number + 1]) for number in range(len(packer.rows))]
    return [_shape(frame, one, tops[one.row]) for one in laid], tops[-1] + extra[-1]


@dataclass(frozen=True)
class Laid:
    """A placed event with its label and row."""

    placed: Placed
    row: int
    label: str
    side: str
    label_at: float

    @property
    def above(self) -> bool:
        """Whether the label stands above the mark, having no room beside it."""
        return self.side == "above"


def _labelled(packer: Packer, placed: Placed) -> Laid:
    label = shorten(placed.item.headline, LONGEST_LABEL)
    differs = _("sources differ") if placed.item.rivals else ""
    room = (width_of(label, 12.5) + width_of(differs, 11) + (5 if differs else 0)) / WIDTH * 100 + SYMBOL
    start, end = _extent(placed)
    if end + room <= 100:
        return Laid(placed, packer.place(start, end + room), label, "after", end)
    if start - room >= 0:
        return Laid(placed, packer.place(start - room, end), label, "before", start)
    at = max(min(start, 100 - room), 0)
    return Laid(placed, packer.place(min(start, at), max(end, at + room)), label, "above", at)


def _extent(placed: Placed) -> tuple[float, float]:
    if placed.kind != "symbol":
        return placed.left, placed.right
    middle = (placed.left + placed.right) / 2
    return middle - SYMBOL / 2, middle + SYMBOL / 2


def _shape(frame: Frame, laid: Laid, y: float) -> Shape:
    placed = laid.placed
    middle = (placed.left + placed.right) / 2
    is_symbol = placed.kind == "symbol"
    left, right = (middle, middle) if is_symbol else (placed.left, placed.right)
    label_x = {"after": right, "before": left, "above": laid.label_at}[laid.side]
    return Shape(
        item=placed.item, kind=placed.kind, x=percent(left), width=percent(right - left), end=percent(right), y=y,
        label=laid.label, label_x=percent(label_x), label_y=y - 8 if laid.above else y + 4,
        label_ends=laid.side == "before", rivals=_rivals(frame, placed, y), is_cut_left=placed.is_cut_left,
        is_cut_right=placed.is_cut_right,
    )  # fmt: skip


def _rivals(frame: Frame, placed: Placed, y: float) -> list[tuple[str, float]]:
    """Place the days that other sources give, where the frame shows them and the chosen one."""
    own = placed.item.date
    if own is None or own.earliest is None or not frame.holds(own.earliest):
        return []
    dates = [date for citation in placed.item.rivals if (date := citation.date)]
    days = [date.earliest for date in dates if date.is_day and date.earliest and frame.holds(date.earliest)]
    return [(percent((frame.at(day) + frame.at(day, end=True)) / 2), y + 15) for day in days]
