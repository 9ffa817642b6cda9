"""The axis of a strip: which years it spans, and where a year lies on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Self

from timeline.records.spans import YEAR, first_of, year_of

MOST_CELLS = 10
"""So many labels still fit beside each other on a phone."""


def _steps() -> Iterator[int]:
    """Yield the years that one cell may span: 10, 20, 50, 100 ..., so that no axis begins far before what it shows."""
    return (first * 10**zeros for zeros in count(1) for first in (1, 2, 5))


@dataclass(frozen=True)
class Scale:
    """Years from `first` to before `last`, in cells of `step` years."""

    first: int
    last: int
    step: int

    @classmethod
    def of(cls, bars: Iterable[int], loose: Iterable[tuple[int | None, int | None]]) -> Self | None:
        """Span the years that have bars, and so much of loose events that none lies wholly outside.

        `loose`: first and last year of each; None for an open side.
        """
        years, edges = list(bars), list(loose)
        ends = [year for first, last in edges if (year := first if last is None else last) is not None]
        starts = [year for first, last in edges if (year := last if first is None else first) is not None]
        if not years + ends:
            return None
        low, high = sorted((min(years + ends), max(years + starts)))
        step = next(step for step in _steps() if high // step - low // step < MOST_CELLS)
        return cls(low // step * step, high // step * step + step, step)

    @property
    def cells(self) -> int:
        """How many cells the axis has."""
        return (self.last - self.first) // self.step

    @property
    def year(self) -> float:
        """Width of a year, in percent."""
        return 100 / (self.last - self.first)

    def at(self, year: float) -> float:
        """Where a year begins, in percent."""
        return (year - self.first) * self.year

    def at_number(self, day: int) -> float:
        """Where a day lies, in percent; the day as a number."""
        year = year_of(day)
        return self.at(year + (day - first_of(year)) / YEAR)


def percent(number: float) -> str:
    """Return a share as SVG writes it, a thousandth of a percent fine."""
    return f"{number:.3f}".rstrip("0").rstrip(".") + "%"
