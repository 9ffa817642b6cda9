"""Events in outline: the few columns that the strip is drawn from, for a whole chronology at once."""

import datetime
import re
from dataclasses import dataclass
from functools import cached_property

from timeline.dates import edtf
from timeline.records.models.chronologies import EntryQuerySet

COLUMNS = (
    "pk", "event_id", "event__edtf", "event__earliest", "event__latest", "event__lasting", "event__approximate",
    "event__uncertain", "lane", "lane__style",
)  # fmt: skip
LONGEST_BRICK = 366
"""Days; what lasted longer is drawn in the rail."""
FULL_DAY = re.compile(r"-?\d{4}-\d\d-\d\d(/|$)")


@dataclass(frozen=True)
class Outline:
    """Where one event stands, without reading its date anew."""

    pk: int
    event: int
    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    lasting: bool
    approximate: bool
    uncertain: bool
    lane: int | None
    style: str | None

    @cached_property
    def years(self) -> tuple[int | None, int | None]:
        """First and last year; None for an open side, and twice for undated."""
        # A missing day may be an open side, or a year before 1 or after 9999: the words know.
        if (self.earliest and self.latest) or not self.edtf:
            return self.earliest.year if self.earliest else None, self.latest.year if self.latest else None
        return edtf.parse(self.edtf).year_span

    @cached_property
    def brick(self) -> int | None:
        """The year whose bar it belongs to; None for what no one year holds."""
        first, last = self.years
        if first is None or last is None:
            return None
        if first == last:
            return first
        is_short = bool(self.earliest and self.latest and (self.latest - self.earliest).days < LONGEST_BRICK)
        return first if self.lasting and is_short else None

    @property
    def is_loose(self) -> bool:
        """Whether it has a date that no one year holds."""
        return self.brick is None and self.years != (None, None)

    @property
    def is_known(self) -> bool:
        """Whether the day is known, or the day it began."""
        return not (self.approximate or self.uncertain) and FULL_DAY.match(self.edtf) is not None


def outlines(entries: EntryQuerySet) -> list[Outline]:
    """Return entries in outline, in order; one query."""
    return [Outline(*row) for row in entries.in_order().values_list(*COLUMNS)]
