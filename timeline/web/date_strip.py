"""The strip in the date box: the days around a reading as a picture; places in per cent, text in pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.dates import FuzzyDate, in_short

FEWEST_DAYS = 14
MOST_DAYS = 21
NEAR_PUBLICATION = 21
"""Days between a reading and the publication date up to which both are shown."""


@dataclass(frozen=True)
class Neighbour:
    """An event near a reading: its letter on the strip, its date, what it is and where it stands."""

    letter: str
    date: FuzzyDate
    headline: str
    address: str = ""
    language: str = ""

    @property
    def when(self) -> str:
        """Its day in few words; the strip beside it names the year."""
        return date_format(self.date.earliest, "j M") if self.date.earliest else ""


@dataclass(frozen=True)
class Tick:
    """A unit of the axis; `x` is its middle, `left` and `width` its extent."""

    x: str
    left: str
    width: str
    label: str
    below: str = ""
    is_off: bool = False


@dataclass(frozen=True)
class Shape:
    """A reading or a neighbour on the axis; `width` "" for a single day, `side` "<" or ">" beyond the strip."""

    x: str
    label: str
    width: str = ""
    is_chosen: bool = False
    side: str = ""
    shift: int = 0


@dataclass(frozen=True)
class Strip:
    """The picture and, in `label`, what it shows."""

    label: str
    ticks: tuple[Tick, ...]
    readings: tuple[Shape, ...]
    neighbours: tuple[Shape, ...]
    published: str
    beyond: tuple[Shape, ...]


@dataclass(frozen=True)
class Axis:
    """First and last day, both shown, and the unit of its ticks."""

    first: date
    last: date
    unit: str

    @property
    def days(self) -> int:
        """How many days it shows."""
        return (self.last - self.first).days + 1

    def at(self, day: date, within: float = 0.5) -> float:
        """Return the place of a day in per cent; `within` 0 is its start, 1 its end."""
        return ((day - self.first).days + within) * 100 / self.days

    def shows(self, day: date | None) -> bool:
        """Whether the day lies on it."""
        return day is not None and self.first <= day <= self.last


def draw(
    chosen: FuzzyDate | None,
    readings: Sequence[tuple[int, FuzzyDate]],
    published: date | None,
    neighbours: Sequence[Neighbour],
) -> Strip | None:
    """Return the strip around the chosen reading, or around all where none is chosen; None where no day is known."""
    axis = _axis([chosen] if chosen else [value for _number, value in readings], published)
    if axis is None:
        return None
    shapes = [_reading(axis, number, value, value == chosen) for number, value in readings]
    return Strip(
        label=_label(axis, readings, published),
        ticks=tuple(_ticks(axis)),
        readings=tuple(shape for shape in shapes if not shape.side),
        beyond=tuple(shape for shape in shapes if shape.side),
        neighbours=tuple(_neighbours(axis, neighbours)),
        published=_per_cent(axis.at(published)) if published and axis.shows(published) else "",
    )


def _axis(values: Sequence[FuzzyDate], published: date | None) -> Axis | None:
    if len(values) == 1 and values[0].years:
        # Its years have no days to draw; the end of 27 BC to AD 14 alone would look like a short time.
        return None
    values = [value for value in values if not value.years]
    days = [day for value in values for day in (value.earliest, value.latest) if day]
    if not days:
        return None
    first, last = min(days), max(days)
    if published and first - timedelta(days=NEAR_PUBLICATION) <= published <= last + timedelta(days=NEAR_PUBLICATION):
        first, last = min(first, published), max(last, published)
    if any(value.earliest is None for value in values):
        first = _years_off(first, -1)
    if any(value.latest is None for value in values):
        last = _years_off(last, 1)
    return _rounded(first, last)


def _rounded(first: date, last: date) -> Axis:
    """The axis in whole units, with room on both sides."""
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        pad = max(2, FEWEST_DAYS - days)
        return Axis(_days_off(first, -(pad // 2)), _days_off(last, pad - pad // 2), "day")
    if days <= 400:
        end = _month_start(_days_off(_month_start(last), 63))
        return Axis(_month_start(_days_off(_month_start(first), -1)), _days_off(end, -1), "month")
    step = 1 if days <= 366 * 14 else 10 if days <= 366 * 140 else 100
    low = max(1, (first.year // step) * step - step)
    high = min(9999, (last.year // step) * step + 2 * step - 1)
    return Axis(date(low, 1, 1), date(high, 12, 31), {1: "year", 10: "decade", 100: "century"}[step])


def _ticks(axis: Axis) -> Iterable[Tick]:
    if axis.unit == "day":
        for count in range(axis.days):
            day = axis.first + timedelta(days=count)
            label = f"{day.day}" if day.day > 1 and count else date_format(day, "j M")
            yield _tick(axis, day, day, label, date_format(day, "D")[:1], is_off=day.isoweekday() > 5)
        return
    starts = [*_starts(axis), _days_off(axis.last, 1)]
    every = max(1, (len(starts) + 7) // 8)
    for number, (start, following) in enumerate(pairwise(starts)):
        shown = number % every == 0
        yield _tick(axis, start, _days_off(following, -1), _unit_label(axis, start) if shown else "")


def _starts(axis: Axis) -> list[date]:
    if axis.unit == "month":
        months = range(axis.first.year * 12 + axis.first.month - 1, axis.last.year * 12 + axis.last.month)
        return [date(month // 12, month % 12 + 1, 1) for month in months]
    step = {"year": 1, "decade": 10, "century": 100}[axis.unit]
    return [date(max(year, 1), 1, 1) for year in range(axis.first.year // step * step, axis.last.year + 1, step)]


def _unit_label(axis: Axis, start: date) -> str:
    if axis.unit == "month":
        return date_format(start, "M Y" if start.month == 1 or start == axis.first else "M")
    return f"{start.year}" if axis.unit == "year" else _("%(year)ss") % {"year": start.year}


def _tick(axis: Axis, start: date, end: date, label: str, below: str = "", *, is_off: bool = False) -> Tick:
    left, right = axis.at(start, 0), axis.at(end, 1)
    return Tick(_per_cent((left + right) / 2), _per_cent(left), _per_cent(right - left), label, below, is_off)


def _reading(axis: Axis, number: int, value: FuzzyDate, is_chosen: bool) -> Shape:
    if value.years:
        side = "<" if (value.years[0] or 0) < 1 else ">"
        return Shape("", f"{number} → {in_short(value)}", side=side, is_chosen=is_chosen)
    first, last = value.earliest or axis.first, value.latest or axis.last
    if last < axis.first or first > axis.last:
        side = "<" if last < axis.first else ">"
        return Shape("", f"{number} → {in_short(value)}", side=side, is_chosen=is_chosen)
    if value.is_day:
        return Shape(_per_cent(axis.at(first)), str(number), is_chosen=is_chosen)
    left, right = axis.at(max(first, axis.first), 0), axis.at(min(last, axis.last), 1)
    return Shape(_per_cent(left), str(number), _per_cent(right - left), is_chosen)


def _neighbours(axis: Axis, neighbours: Sequence[Neighbour]) -> Iterable[Shape]:
    seen: dict[str, int] = {}
    for one in neighbours:
        if not one.date.is_day or not axis.shows(one.date.earliest):
            continue
        assert one.date.earliest is not None
        x = _per_cent(axis.at(one.date.earliest))
        seen[x] = seen.get(x, 0) + 1
        yield Shape(x, one.letter, shift=13 * seen[x])


def _label(axis: Axis, readings: Sequence[tuple[int, FuzzyDate]], published: date | None) -> str:
    span = {"first": date_format(axis.first, "j F Y"), "last": date_format(axis.last, "j F Y")}
    parts = [_("%(first)s to %(last)s.") % span]
    parts += [_("Reading %(number)s: %(date)s.") % {"number": n, "date": in_short(value)} for n, value in readings]
    if published and axis.shows(published):
        parts.append(_("Published %(day)s.") % {"day": date_format(published, "j F")})
    return " ".join(parts)


def _per_cent(share: float) -> str:
    return f"{share:.2f}%"


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _days_off(day: date, days: int) -> date:
    """The day so many days off, or the calendar's own end."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _years_off(day: date, years: int) -> date:
    return _days_off(day, 366 * years)
