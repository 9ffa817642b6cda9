"""Named days: New Year's Day, Christmas Eve, public holidays; their days stand in the tables of `calendars`."""

from __future__ import annotations

import datetime

from timeline.dates.absolute import named_year, number
from timeline.dates.calendars import named_day
from timeline.dates.context import Context
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, hung, name_of

_YEARS_AROUND = 2


def named(fields: Fields, context: Context) -> list[Option]:
    """The named day of its year; without a year the nearest one by tense, or by the story."""
    name = str(fields["name"])
    if (year := named_year(fields, context)) is not None:
        day = named_day(name, year) if 1 <= year <= 9999 else None
        return [_option(day, year)] if day else []
    base = context.reference
    if base is None:
        return []
    around = range(max(1, base.day.year - _YEARS_AROUND), min(9999, base.day.year + _YEARS_AROUND) + 1)
    days = [day for year in around if (day := named_day(name, year))]
    chosen = _by_way(days, base.day, number(fields, "shift"), 0 if base.words else context.way[0])
    facts = hung(base)
    return [_option(day, day.year, facts, name_of(base), 0.35 if at else 0.9) for at, day in enumerate(chosen)]


def _option(
    day: datetime.date, year: int, facts: Facts | None = None, anchor: str = "", confidence: float = 0.93
) -> Option:
    known = {"year": year} | (facts or {})
    return Option(FuzzyDate.day(day), "named-day", known, confidence, anchor=anchor, named_year=not facts)


def _by_way(days: list[datetime.date], base: datetime.date, shift: int | None, way: int) -> list[datetime.date]:
    """The last one by the base and the next one, the likelier first; "last" and "next" leave the base's own day out."""
    before = [day for day in days if (day < base if shift else day <= base)]
    after = [day for day in days if (day > base if shift else day >= base)]
    if shift == 0:
        return [day for day in days if day.year == base.year]
    ahead = shift > 0 if shift else way > 0
    if not shift and way == 0 and before and after:
        ahead = after[0] - base < base - before[-1]
    pair = [after[:1], before[-1:]] if ahead else [before[-1:], after[:1]]
    return list(dict.fromkeys(pair[0] + pair[1]))
