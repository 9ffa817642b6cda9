"""Years side by side, or decades, or centuries, where there are too many years to show each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Self

from django.http import QueryDict

from timeline.public.scale import percent
from timeline.web.asked import year_in
from timeline.web.marks import year_words, years_words

MOST = 130
"""Columns of a drawing, and rows of the table beside it."""
FILLED = 0.8
FARTHEST = 10**9
LAST_ROOM = 0.86
"""How far across a year may begin to be written on a phone."""


@dataclass(frozen=True)
class Bucket:
    """One column: years from `first` to `last`, and where it stands across the drawing."""

    first: int
    last: int
    x: str
    width: str

    @property
    def name(self) -> str:
        """Its years in words."""
        return years_words(self.first, self.last)


@dataclass(frozen=True)
class Buckets:
    """All columns between two years, of `step` years each."""

    first: int
    last: int
    step: int

    @classmethod
    def of(cls, first: int, last: int, *, least: int = 1) -> Self:
        """Return the finest columns between two years that are not too many, of no fewer years than `least`."""
        step = next(
            step for step in (10**zeros for zeros in count()) if step >= least and last // step - first // step < MOST
        )
        return cls(first // step * step, last // step * step + step - 1, step)

    def __len__(self) -> int:
        return (self.last - self.first + 1) // self.step

    def of_year(self, year: int) -> int:
        """Return the first year of the column that a year belongs to."""
        return year // self.step * self.step

    @property
    def all(self) -> list[Bucket]:
        """The columns, in order."""
        width = 100 / len(self)
        return [
            Bucket(
                first, first + self.step - 1,
                percent((number + (1 - FILLED) / 2) * width), percent(width * FILLED),
            )
            for number, first in enumerate(range(self.first, self.last + 1, self.step))
        ]  # fmt: skip

    @property
    def marks(self) -> list[tuple[str, str, bool]]:
        """Where to write which years below the columns: at most ten of them, so that they never lie over each other.

        And whether one stands so near the end that a phone has no room for it.
        """
        every = next(
            every for every in (first * 10**zeros for zeros in count() for first in (1, 2, 5))
            if every >= self.step and (self.last - self.first) // every < 6
        )  # fmt: skip
        start = -(-self.first // every) * every
        across = self.last + 1 - self.first
        shares = [(year, (year - self.first) / across) for year in range(start, self.last, every)]
        return [(percent(share * 100), year_words(year), share > LAST_ROOM) for year, share in shares]


def span_in(query: QueryDict) -> tuple[int, int] | None:
    """Return the years between which an address asks for; None where it names none, or none in order."""
    first, last = (year_in(query.get(name, ""), FARTHEST) for name in ("from", "to"))
    return None if first is None or last is None or first > last else (first, last)


def ends(years: Iterable[int]) -> tuple[int, int] | None:
    """Return the first and the last of some years."""
    found = list(years)
    return (min(found), max(found)) if found else None
