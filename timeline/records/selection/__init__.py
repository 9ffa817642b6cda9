"""Some of a chronology's entries, in order, read so that what it costs depends on what is shown, not on what there is.

What at most one value narrows is paged through its index and counted by its tallies, however much it is. Anything else
is gathered: the rarest condition is walked along, MOST entries of it at a time.
"""

from timeline.records.models import Listing
from timeline.records.selection.choice import WIDE, Bars, Choice, Key, Row, Selection
from timeline.records.selection.counted import Counted
from timeline.records.selection.days import between, from_year, held_in, on_day, on_days
from timeline.records.selection.gathered import Gathered
from timeline.records.selection.periods import Parts, beside, parts_under, standing_under, touching_beside
from timeline.records.selection.published import PublishedBy, Stood
from timeline.records.selection.reaching import reaching
from timeline.records.selection.years import (
    YearCounts,
    bars_of,
    by_months,
    by_years,
    sources_by_year,
    values_by_year,
    year_counts,
)

__all__ = [
    "WIDE", "Bars", "Choice", "Key", "Parts", "PublishedBy", "Row", "Selection", "Stood", "YearCounts", "bars_of",
    "beside", "between", "by_months", "by_years", "from_year", "held_in", "key_of", "on_day", "on_days",
    "parts_under", "reaching", "select", "sources_by_year", "standing_under", "touching_beside", "values_by_year",
    "year_counts",
]  # fmt: skip


def select(choice: Choice, *, key: Key | None = None, backwards: bool = False) -> Selection:
    """Return what a choice finds; of what has to be gathered in pieces, those that follow `key`, or precede it."""
    if choice.events is None and len(choice.values) <= 1:
        return Counted(choice)
    return Gathered(choice, key, backwards=backwards)


def key_of(entry: int) -> Key | None:
    """Return where an entry stands; None if no list shows it."""
    return Listing.objects.filter(entry=entry).values_list("sort_key", "rank", "entry_id").first()
