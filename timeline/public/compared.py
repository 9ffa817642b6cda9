"""What the sources of an event say of its date, side by side: each window against the one chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from timeline.dates import FuzzyDate
from timeline.public.items import Item
from timeline.public.scale import percent
from timeline.records.models import Citation
from timeline.records.spans import BEGINNING, END, MONTH, span_of

Span = tuple[int, int]
MARGIN = 0.08
"""How much wider the drawing is than what it shows, at each side."""
NARROWEST = 1.6
"""Percent; a day in a drawing of years is still to be seen."""
MOST = 100
"""Sources that are drawn."""


class Relation(StrEnum):
    """How the date of a source stands to the one chosen."""

    SAME = "same"
    WITHIN = "within"
    AROUND = "around"
    OVERLAPS = "overlaps"
    APART = "apart"


SAID: dict[Relation, Promise] = {
    Relation.SAME: lazy("the same date"),
    Relation.WITHIN: lazy("nearer: it lies within the date chosen"),
    Relation.AROUND: lazy("wider: it holds the date chosen"),
    Relation.OVERLAPS: lazy("overlaps: both can be true"),
    Relation.APART: lazy("cannot both be true"),
}


@dataclass(frozen=True)
class Row:
    """What one source says; `x` and `width` place it in the drawing."""

    citation: Citation
    date: FuzzyDate
    relation: Relation
    x: str
    width: str
    is_open_left: bool
    is_open_right: bool

    @property
    def said(self) -> Promise:
        """The relation in words."""
        return SAID[self.relation]


@dataclass(frozen=True)
class Comparison:
    """All sources that give a date; `x` and `width` place the window that was chosen."""

    rows: list[Row]
    x: str
    width: str
    left_out: int

    @property
    def kinds(self) -> set[Relation]:
        """The relations that there are."""
        return {row.relation for row in self.rows}


def compare(item: Item) -> Comparison | None:
    """Return the sources of an event side by side; None where fewer than two give a date."""
    chosen = span_of(item.date)
    dated = [(one, date, span) for one in item.citations if (date := one.date) and (span := span_of(date))]
    if chosen is None or item.date is None or len(dated) < 2:
        return None
    shown = dated[:MOST]
    first, last = _frame([chosen, *(span for _one, _date, span in shown)])
    return Comparison(
        [
            Row(one, date, relation(item.date, date), *_placed(span, first, last), span[0] == BEGINNING, span[1] == END)
            for one, date, span in shown
        ],
        *_placed(chosen, first, last),
        len(dated) - len(shown),
    )


def relation(chosen: FuzzyDate, other: FuzzyDate) -> Relation:
    """Return how one date stands to another, by the days that each touches."""
    one, two = span_of(chosen), span_of(other)
    assert one is not None
    assert two is not None
    if chosen.edtf == other.edtf or one == two:
        return Relation.SAME
    if two[1] < one[0] or one[1] < two[0]:
        return Relation.APART
    if one[0] <= two[0] and two[1] <= one[1]:
        return Relation.WITHIN
    return Relation.AROUND if two[0] <= one[0] and one[1] <= two[1] else Relation.OVERLAPS


def _frame(spans: Sequence[Span]) -> Span:
    """Return the first and last number of the drawing: all ends that there are, and some room."""
    ends = [end for span in spans for end in span if end not in (BEGINNING, END)] or [0]
    first, last = min(ends), max(ends)
    room = max(int((last - first) * MARGIN), MONTH // 4)
    return first - room, last + room + 1


def _placed(span: Span, first: int, last: int) -> tuple[str, str]:
    left = _at(max(span[0], first), first, last)
    right = _at(min(span[1] + 1, last), first, last)
    width = max(right - left, NARROWEST)
    return percent(min(left, 100 - width)), percent(width)


def _at(number: int, first: int, last: int) -> float:
    return (number - first) / (last - first) * 100
