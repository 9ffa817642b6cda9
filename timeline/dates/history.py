"""Whether a text is a history, told in its own time, and the year that it opens in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from timeline.dates.context import Known
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.units import in_range

# A history: most of the years it names are far from its day of publication.
_FEWEST_YEARS, _FAR = 3, 3
_OUTWEIGHED, _OUTWEIGHED_IN_SPEECH = 12, 4


def is_history(nodes: list[Node], anchor: datetime.date | None) -> bool:
    """Whether a text is told in its own time: several years far from the anchor, hardly a day beside it."""
    years: list[int] = []
    beside = 0
    for fields in leaves(nodes):
        year = fields.get("year") or fields.get("decade")
        if isinstance(year, int):
            years.append(year)
        else:
            beside += _tells_of_today(fields)
    if len(years) < _FEWEST_YEARS or beside > len(years):
        return False
    if anchor is None:
        return True
    away = sorted(abs(year - anchor.year) for year in years)
    # The median, without the module of statistics: it takes longer to load than a short text to read.
    return away[len(away) // 2] + away[(len(away) - 1) // 2] > 2 * _FAR


def _tells_of_today(fields: Fields) -> int:
    """How many years of a history one expression outweighs: "Friday" and "last week" many, "today" few."""
    if "day" in fields or fields.get("base", "anchor") != "anchor":
        return 0
    unit = fields.get("unit")
    if "weekday" in fields or unit == "week" or (unit == "month" and fields.get("shift") == -1):
        return _OUTWEIGHED
    return _OUTWEIGHED_IN_SPEECH if unit == "day" else 0


def opening(text: str, nodes: list[Node]) -> Known | None:
    """The first year that a history names: what stands before it without a year is of that year, too."""
    for node in nodes:
        for fields in leaves([node]):
            year = fields.get("year")
            if isinstance(year, int) and in_range(year) and "bc" not in fields:
                return Known(FuzzyDate.year(year), text[node.start : node.end], origin="opening")
    return None


def leaves(nodes: Iterable[Node]) -> Iterator[Fields]:
    """The fields of every calendar expression, range and list, however deep."""
    for node in nodes:
        if node.children:
            yield from leaves(node.children)
        if node.meaning in ("calendar", "range", "list"):
            yield node.fields
