"""What of a chronology is asked for, and what is known of what was found."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

Key = tuple[str, str, int]
"""Where an entry stands: its sort key, its rank and its own key."""
Bars = Counter[tuple[int, int, bool]]
"""Numbers of entries by year, lane (0: none) and whether the day is known."""
WIDE = "exactness:wide"
"""The facet of what has a date that no one year holds."""


class Row(NamedTuple):
    """An entry in outline; days are numbers, as `records.spans` counts them; `shown` as in Listing."""

    sort_key: str
    rank: str
    entry: int
    event: int
    first: int | None
    last: int | None
    year: int | None
    length: int | None
    lane: int | None
    is_known: bool
    shown: int = 0

    @property
    def key(self) -> Key:
        """Where it stands."""
        return self.sort_key, self.rank, self.entry


@dataclass(frozen=True)
class Choice:
    """What of a chronology is asked for.

    `preview`: also what is not published. `values`: as in Facet, all of which must hold. `events`: none but these;
    where `more_events` there are others, before `events_begin` and from the sort key `events_reach` on (None: not).
    `crowded`: of one day some are left out. `first` and `last`: days as
    numbers, which an entry has to touch; None: as far as there is.
    """

    chronology: int
    preview: bool = False
    values: tuple[str, ...] = ()
    events: frozenset[int] | None = None
    first: int | None = None
    last: int | None = None
    more_events: bool = False
    events_begin: Key | None = None
    events_reach: str | None = None
    crowded: bool = False

    @property
    def audiences(self) -> tuple[bool, ...]:
        """The values of `is_public` that are asked for."""
        return (True, False) if self.preview else (True,)

    @property
    def has_days(self) -> bool:
        """Whether it is narrowed by days."""
        return self.first is not None or self.last is not None


class Selection:
    """What a Choice finds."""

    choice: Choice
    """What was asked for."""
    is_whole: bool
    """Whether all that was found is known: else `count` is the least, and `bars` are not all."""
    count: int
    """How many entries were found."""
    bars: Bars
    """How many belong to each year; what no one year holds is left out."""
    loose_count: int | None
    """How many have a date that no one year holds; None: it is not known."""
    lanes: Counter[int]
    """How many stand in each lane; 0: in none."""

    @property
    def years(self) -> list[int]:
        """Years between which all dates lie that are known to both sides, or the bars; nothing where there are none."""
        raise NotImplementedError

    reached: Key | None = None
    """How far was looked, where it was not looked through to the end."""
    begun: Key | None = None
    """Where the looking began, if there may be others on the other side."""
    backwards = False
    """Whether it was looked through from the end."""

    def after(self, key: Key | None, limit: int) -> list[Row]:
        """Return what follows a place, at the beginning what comes first; in order."""
        raise NotImplementedError

    def before(self, key: Key | None, limit: int) -> list[Row]:
        """Return what stands right before a place, at the end what comes last; in order."""
        raise NotImplementedError

    def loose(self, limit: int) -> list[Row]:
        """Return some of what has a date that no one year holds, in order."""
        raise NotImplementedError
