"""The strip: one stacked bar a year, by lane; a rail for what no one year holds. Drawn here, printed by the template.

x and width are in percent of the strip, y and height in px, so that one drawing serves every width.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain, count
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from timeline.public.rail import RAIL_STEP, rail_of
from timeline.public.rail import Bar as RailBar
from timeline.public.scale import Scale, percent
from timeline.public.wanted import Wanted
from timeline.web import joining
from timeline.web.marks import year_words, years_words

UNIT = 7.0
"""px of one event; less where a year holds more than fit."""
TALLEST = 140
"""px of the tallest bar."""
HEAD = 21
"""px above the tallest bar, for its label."""
SMALL_TALLEST, SMALL_HEAD = 64, 2
Stack = Counter[tuple[bool, str]]
"""Events of one bar by whether the exact day is not known, and the style of their lane."""
MOST_BARS = 260
"""Bars that a strip has; where there are more years, one bar is ten of them, or a hundred ..."""
WIDE = 1000
"""Units of a drawing in layers across: about as many as px, so that patterns keep their size."""
LEFT_HAND, LINE_OF_TEXT = 18, 13
"""Percent of a phone's width in which the scale has its numbers beside the words of a peak; px of a line of text."""
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
class Layer:
    """All pieces of one kind in one path, where there are too many for elements of their own; WIDE across."""

    kind: str
    style: str
    path: str


@dataclass(frozen=True)
class Cell:
    """One step of the axis, a decade as a rule."""

    century: str
    rest: str
    ending: str
    """What makes a decade of its number, where there is room."""
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
    layers: list[Layer] = field(default_factory=list)
    more: int | None = 0
    more_href: str = ""
    cells: list[Cell] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    peak: tuple[str, str, str] | None = None
    frame: tuple[str, str] | None = None
    left: str = "0%"
    right: str = "100%"
    first: int = 0
    last: int = 0
    step: int = 1
    """From which year to before which one it reaches, and the years of a cell of its axis."""
    html: str = ""
    """Its bars as they stand in a page, where they are kept so; it has no `bars` then."""

    @property
    def foot(self) -> str:
        """Where the frame ends."""
        return f"{self.height - 2:g}"


def draw(wanted: Wanted) -> Strip | None:
    """Draw a strip; None where nothing has a date."""
    scale = Scale.of((year for year, _lane, _known in wanted.everything), (one.years for one in wanted.loose.events))
    if scale is None:
        return None
    span = _span_of_bar(scale)
    whole: Counter[int] = Counter()
    for (year, _lane, _known), number in wanted.everything.items():
        whole[year // span * span] += number
    peak_year, peak = max(whole.items(), key=lambda pair: (pair[1], pair[0]), default=(scale.first, 0))
    tallest, head = (SMALL_TALLEST, SMALL_HEAD) if wanted.small else (TALLEST, HEAD)
    unit = min(4.0 if wanted.small else UNIT, tallest / max(peak, 1))
    # A multiple of the pattern's tile, so that its cuts fall between bricks.
    base = ceil((head + peak * unit) / UNIT) * int(UNIT)
    bars = _bars(wanted, scale, whole, span, base, unit)
    layers = _layers(bars) if unit < UNIT else []
    rail = rail_of(wanted, scale, base + 12)
    rows = 1 + max((one.row for one in rail), default=-1)
    said = None if wanted.small or peak < 2 else _peak(scale, peak_year, span, peak, base, unit)
    return Strip(
        height=base + 6 + rows * RAIL_STEP + (8 if rows else 0),
        base=base,
        bars=[replace(bar, pieces=[], ghost=None) for bar in bars] if layers else bars,
        layers=layers,
        rail=rail,
        more=_not_drawn(wanted, rail),
        more_href=wanted.more_address,
        cells=_cells(wanted, scale) if wanted.axis or not wanted.small else [],
        lines=[] if wanted.small else _lines(peak, base, unit, beside=said),
        peak=said,
        frame=_frame(wanted.view, scale),
        left=percent(scale.at(min(whole, default=scale.first))),
        right=percent(scale.at(max(whole, default=scale.last - span) + span)),
        first=scale.first,
        last=scale.last,
        step=scale.step,
    )


def _not_drawn(wanted: Wanted, rail: list[RailBar]) -> int | None:
    """Return how many events that no year holds stand in no rail; None where it is not known."""
    more = wanted.loose.more
    return None if more is None else more + len(wanted.loose.events) - len(rail)


def _span_of_bar(scale: Scale) -> int:
    """Return how many years one bar stands for: 1, or a power of ten where there are too many for bars of their own."""
    span = 1
    while (scale.last - scale.first) // span > MOST_BARS:
        span *= 10
    return span


def _bars(wanted: Wanted, scale: Scale, whole: Counter[int], span: int, base: int, unit: float) -> list[Bar]:
    stacks: dict[int, Stack] = {}
    for (year, lane, is_known), number in wanted.shown.items():
        style = "" if wanted.small else wanted.styles.get(lane, "")
        stacks.setdefault(year // span * span, Counter())[not is_known, style] += number
    return [
        _bar(wanted, scale, year, span, stacks.get(year, Counter()), whole[year], base, unit) for year in sorted(whole)
    ]


def _bar(
    wanted: Wanted, scale: Scale, year: int, span: int, stack: Stack, all_of_year: int, base: int, unit: float
) -> Bar:
    number, width = stack.total(), scale.year * span
    ghost = None
    if wanted.found is not None and number < all_of_year:
        ghost = Piece(f"{base - all_of_year * unit:g}", f"{all_of_year * unit:g}", "")
    return Bar(
        year=year,
        left=percent(scale.at(year)),
        width=percent(width),
        x=percent(scale.at(year) + width * (1 - FILLED) / 2),
        brick=percent(width * FILLED),
        title=joining.dated(_years(year, span), events(number)),
        href=wanted.year_address(year) if span == 1 else wanted.cell_address(year, span),
        pieces=stacked(stack, base, unit),
        gaps=(f"{base - number * unit:g}", f"{number * unit:g}") if unit == UNIT and number else None,
        ghost=ghost,
    )


def _layers(bars: list[Bar]) -> list[Layer]:
    paths: dict[tuple[str, str], list[str]] = {}
    for bar in bars:
        ghosts = [("ghost", bar.ghost)] if bar.ghost else []
        kinds = [("cap" if piece.hatched else "brick" if piece.style else "count", piece) for piece in bar.pieces]
        left, width = _across(bar.x), _across(bar.brick)
        for kind, piece in [*ghosts, *kinds]:
            path = f"M{left:g} {piece.y}h{width:g}v{piece.height}H{left:g}z"
            paths.setdefault((kind, piece.style), []).append(path)
    order = ("ghost", "brick", "count", "cap")
    return [
        Layer(kind, style, "".join(found))
        for (kind, style), found in sorted(paths.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1]))
    ]


def _across(share: str) -> float:
    return round(float(share.removesuffix("%")) * WIDE / 100, 1)


def _years(year: int, span: int) -> str:
    return year_words(year) if span == 1 else years_words(year, year + span - 1)


def events(number: int) -> str:
    """Return "1 event", "16 events"."""
    return ngettext("%(count)s event", "%(count)s events", number) % {"count": number}


def stacked(stack: Stack, base: int, unit: float) -> list[Piece]:
    """Stack the events of a bar: exact days below, by lane; hatched caps on top."""
    order = "tawsrcn"
    pieces, level = [], 0
    for (hatched, style), number in sorted(stack.items(), key=lambda pair: (pair[0][0], order.find(pair[0][1]))):
        single = hatched and unit == UNIT
        for size in [1] * number if single else [number]:
            top = base - (level + size) * unit
            inset = 1.5 if hatched and unit >= 4 else 0
            pieces.append(Piece(f"{top + inset:g}", f"{size * unit - inset - (inset and 0.5):g}", style, hatched))
            level += size
    return pieces


def _cells(wanted: Wanted, scale: Scale) -> list[Cell]:
    counts: Counter[int] = Counter()
    for (year, _lane, _known), number in wanted.shown.items():
        counts[(year - scale.first) // scale.step] += number
    return [_cell(wanted, scale, number, counts[number]) for number in range(scale.cells)]


def _cell(wanted: Wanted, scale: Scale, number: int, count: int) -> Cell:
    year = scale.first + number * scale.step
    century, rest, ending = str(year) if year > 0 else year_words(year), "", ""
    if scale.step == 10 and year >= 1000:
        century, rest = str(year)[:-2], str(year)[-2:]
        decade = pgettext("a decade without its century", "%(years)ss") % {"years": rest}
        ending = decade.removeprefix(rest)
    return Cell(century, rest, ending, count, wanted.cell_address(year, scale.step), year)


def _lines(peak: int, base: int, unit: float, *, beside: tuple[str, str, str] | None) -> list[Line]:
    """Return the lines of the scale, but none whose number would lie under the words of the peak."""
    is_left = beside is not None and float(beside[0].removesuffix("%")) < LEFT_HAND
    many = (five * 10**zeros for zeros in count(2) for five in (1, 5))
    step = next(step for step in chain((1, 5, 10, 20, 50), many) if peak / step <= 4)
    return [
        Line(f"{base - number * unit:g}", f"{base - number * unit - 2:g}", number)
        for number in range(step, peak + 1, step)
        if not (is_left and beside and abs(base - number * unit - 2 - float(beside[1])) < LINE_OF_TEXT)
    ]


def _peak(scale: Scale, year: int, span: int, count: int, base: int, unit: float) -> tuple[str, str, str]:
    text = _("%(count)s in %(year)s") % {"count": count, "year": _years(year, span)}
    return percent(min(max(scale.at(year) + scale.year * span / 2, 9), 91)), f"{base - count * unit - 6:g}", text


def framed(strip: Strip, view: tuple[int, int] | None) -> Strip:
    """Return a strip with a frame over the years in view."""
    return replace(strip, frame=_frame(view, Scale(strip.first, strip.last, strip.step)))


def _frame(view: tuple[int, int] | None, scale: Scale) -> tuple[str, str] | None:
    if view is None:
        return None
    left, right = max(scale.at(view[0]), 0), min(scale.at(view[1] + 1), 100)
    return (percent(left), percent(right - left)) if right > left else None
