"""One year by months, where it holds too many events for marks of their own: a stacked bar a month, by lane.

x and width are in percent, y and height in px, as in the strip.
"""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.public.links import Links
from timeline.public.scale import percent
from timeline.public.strip import FILLED, HEAD, TALLEST, UNIT, Bar, Stack, events, stacked
from timeline.records.selection import YearCounts

NOT_KNOWN = 13
"""Stands for what has no month, behind the last one; so do the keys that entries are sorted by."""


@dataclass(frozen=True)
class Months:
    """The whole drawing: a bar and a name for each month, and for what has none."""

    height: int
    base: int
    bars: list[Bar]
    names: list[tuple[str, str, str]]


def draw_months(year: int, counts: YearCounts, styles: Mapping[int, str], links: Links) -> Months:
    """Draw how many events stand under each month of a year; each bar leads to the first of them."""
    stacks: dict[int, Stack] = {}
    for (month, lane, is_known), number in counts.by_month.items():
        stacks.setdefault(month or NOT_KNOWN, Counter())[not is_known, styles.get(lane, "")] += number
    peak = max((stack.total() for stack in stacks.values()), default=1)
    unit = min(UNIT, TALLEST / peak)
    base = int(HEAD + peak * unit)
    width = 100 / (NOT_KNOWN if NOT_KNOWN in stacks else NOT_KNOWN - 1)
    names = [(month, _name(year, month)) for month in range(1, NOT_KNOWN + (NOT_KNOWN in stacks))]
    bars = [
        Bar(
            year=month, left=percent((month - 1) * width), width=percent(width),
            x=percent((month - 1) * width + width * (1 - FILLED) / 2), brick=percent(width * FILLED),
            title=f"{name}: {events(stacks[month].total())}", href=links.year(year, month=month),
            pieces=stacked(stacks[month], base, unit),
        )
        for month, name in names
        if month in stacks
    ]  # fmt: skip
    labels = [(percent((month - 0.5) * width), name, str(month) if month < NOT_KNOWN else "?") for month, name in names]
    return Months(base + 20, base, bars, labels)


def _name(year: int, month: int) -> str:
    return _("no month") if month == NOT_KNOWN else date_format(datetime.date(year, month, 1), "M")
