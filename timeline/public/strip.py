"""The strip: one stacked bar a year, by lane; a rail for what no one year holds. Drawn here, printed by the template.

x and width are in percent of the strip, y and height in px, so that one drawing serves every width.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from timeline.public.outline import Outline
from timeline.public.rail import RAIL_STEP, rail_of
from timeline.public.rail import Bar as RailBar
from timeline.public.scale import Scale, percent
from timeline.public.wanted import Wanted
from timeline.web.marks import year_words

UNIT = 7.0
"""px of one event; less where a year holds more than fit."""
TALLEST = 140
"""px of the tallest bar."""
HEAD = 21
"""px above the tallest bar, for its label."""
SMALL_TALLEST, SMALL_HEAD = 64, 2
Years = Counter[int]
FILLED = 0.84
"""Share of a year's width that its bar takes."""


@dataclass(frozen=True)
class Piece:
    """Events of one lane in a bar: solid, or hatched where the exact day is not known."""

    y: str
    height: str
    style: str
    hatched: bool = False


@dataclass(frozen=True)
class Bar:
    """One year."""

    year: int
    left: str
    width: str
    x: str
    brick: str
    title: str
    href: str
    pieces: list[Piece]
    gaps: tuple[str, str] | None = None
    ghost: Piece | None = None


@dataclass(frozen=True)
class Cell:
    """One step of the axis, a decade as a rule."""

    century: str
    rest: str
    count: int
    href: str
    first: int


@dataclass(frozen=True)
class Line:
    """A line of the scale at so many events."""

    y: str
    text_y: str
    count: int


@dataclass(frozen=True)
class Strip:
    """A whole drawing."""

    height: int
    base: int
    bars: list[Bar]
    rail: list[RailBar]
    cells: list[Cell] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    peak: tuple[str, str, str] | None = None
    frame: tuple[str, str] | None = None
    left: str = "0%"
    right: str = "100%"

    @property
    def foot(self) -> str:
        """Where the frame ends."""
        return f"{self.height - 2:g}"


def draw(wanted: Wanted) -> Strip | None:
    """Draw a strip; None where nothing has a date."""
    scale = Scale.of(wanted.everything)
    if scale is None:
        return None
    whole: Years = Counter(row.brick for row in wanted.everything if row.brick is not None)
    peak_year, peak = max(whole.items(), key=lambda pair: (pair[1], pair[0]), default=(scale.first, 0))
    tallest, head = (SMALL_TALLEST, SMALL_HEAD) if wanted.small else (TALLEST, HEAD)
    unit = min(4.0 if wanted.small else UNIT, tallest / max(peak, 1))
    # A multiple of the pattern's tile, so that its cuts fall between bricks.
    base = ceil((head + peak * unit) / UNIT) * int(UNIT)
    rail = rail_of(wanted, scale, base + 12)
    rows = 1 + max((one.row for one in rail), default=-1)
    return Strip(
        height=base + 6 + rows * RAIL_STEP + (8 if rows else 0),
        base=base,
        bars=_bars(wanted, scale, whole, base, unit),
        rail=rail,
        cells=_cells(wanted, scale) if wanted.axis or not wanted.small else [],
        lines=[] if wanted.small else _lines(peak, base, unit),
        peak=None if wanted.small or peak < 2 else _peak(scale, peak_year, peak, base, unit),
        frame=_frame(wanted, scale),
        left=percent(scale.at(min(whole, default=scale.first))),
        right=percent(scale.at(max(whole, default=scale.last - 1) + 1)),
    )


def _bars(wanted: Wanted, scale: Scale, whole: Years, base: int, unit: float) -> list[Bar]:
    rows: dict[int, list[Outline]] = {}
    for row in wanted.shown:
        if row.brick is not None:
            rows.setdefault(row.brick, []).append(row)
    return [_bar(wanted, scale, year, rows.get(year, []), whole[year], base, unit) for year in sorted(whole)]


def _bar(wanted: Wanted, scale: Scale, year: int, rows: list[Outline], all_of_year: int, base: int, unit: float) -> Bar:
    ghost = None
    if wanted.found is not None and len(rows) < all_of_year:
        ghost = Piece(f"{base - all_of_year * unit:g}", f"{all_of_year * unit:g}", "")
    return Bar(
        year=year,
        left=percent(scale.at(year)),
        width=percent(scale.year),
        x=percent(scale.at(year) + scale.year * (1 - FILLED) / 2),
        brick=percent(scale.year * FILLED),
        title=f"{year_words(year)}: {events(len(rows))}",
        href=wanted.year_address(year),
        pieces=_pieces(rows, base, unit, by_lane=not wanted.small),
        gaps=(f"{base - len(rows) * unit:g}", f"{len(rows) * unit:g}") if unit == UNIT and rows else None,
        ghost=ghost,
    )


def events(count: int) -> str:
    """Return "1 event", "16 events"."""
    return ngettext("%(count)s event", "%(count)s events", count) % {"count": count}


def _pieces(rows: Iterable[Outline], base: int, unit: float, *, by_lane: bool) -> list[Piece]:
    """Stack the events of a year: exact days below, by lane; hatched caps on top."""
    stacks = Counter((not row.is_known, (row.style or "") if by_lane else "") for row in rows)
    order = "tawsrcn"
    pieces, level = [], 0
    for (hatched, style), count in sorted(stacks.items(), key=lambda pair: (pair[0][0], order.find(pair[0][1]))):
        single = hatched and unit == UNIT
        for size in [1] * count if single else [count]:
            top = base - (level + size) * unit
            inset = 1.5 if hatched and unit >= 4 else 0
            pieces.append(Piece(f"{top + inset:g}", f"{size * unit - inset - (inset and 0.5):g}", style, hatched))
            level += size
    return pieces


def _cells(wanted: Wanted, scale: Scale) -> list[Cell]:
    counts = Counter((row.brick - scale.first) // scale.step for row in wanted.shown if row.brick is not None)
    return [_cell(wanted, scale, number, counts[number]) for number in range(scale.cells)]


def _cell(wanted: Wanted, scale: Scale, number: int, count: int) -> Cell:
    year = scale.first + number * scale.step
    century, rest = year_words(year), ""
    if scale.step == 10 and year >= 1000:
        century = str(year)[:-2]
        rest = pgettext("a decade without its century", "%(years)ss") % {"years": str(year)[-2:]}
    return Cell(century, rest, count, wanted.cell_address(year, scale.step), year)


def _lines(peak: int, base: int, unit: float) -> list[Line]:
    step = next(step for step in (1, 5, 10, 20, 50, 100, 500, 1000, 5000, 10**5) if peak / step <= 4)
    return [
        Line(f"{base - count * unit:g}", f"{base - count * unit - 2:g}", count) for count in range(step, peak + 1, step)
    ]


def _peak(scale: Scale, year: int, count: int, base: int, unit: float) -> tuple[str, str, str]:
    text = _("%(count)s in %(year)s") % {"count": count, "year": year_words(year)}
    return percent(min(max(scale.at(year) + scale.year / 2, 4), 96)), f"{base - count * unit - 6:g}", text


def _frame(wanted: Wanted, scale: Scale) -> tuple[str, str] | None:
    if wanted.view is None:
        return None
    left, right = max(scale.at(wanted.view[0]), 0), min(scale.at(wanted.view[1] + 1), 100)
    return (percent(left), percent(right - left)) if right > left else None
