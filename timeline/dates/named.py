"""Named days: New Year's Day, Christmas Eve, public holidays; their days stand in the tables of `calendars`."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from timeline.dates.absolute import named_year, number
from timeline.dates.calendars import named_day
from timeline.dates.context import Context
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.lunar import lunar_day
from timeline.dates.option import Facts, Option, hung, name_of
from timeline.dates.record import replace

_YEARS_AROUND, _GREGORIAN = 2, 1583
# A history goes on: its next such day, if it is less than so far ahead.
_ONWARD, _NINE_MONTHS = 2, datetime.timedelta(days=270)
_ONE_DAY = datetime.timedelta(days=1)


def named(fields: Fields, context: Context) -> list[Option]:
    """The named day of its year; without a year the nearest one by tense, or by the story."""
    if (year := named_year(fields, context)) is not None:
        date = _of_year(fields, year) if 1 <= year <= 9999 else None
        if date is None and 1 <= year < _GREGORIAN:
            # The tables begin with the calendar that has their Easter.
            date = FuzzyDate.year(year)
        return [_option(fields, date, year)] if date else []
    base = context.reference
    if base is None:
        return []
    if "year_shift" in fields:
        year = base.day.year + (number(fields, "year_shift") or 0)
        date = _of_year(fields, year) if 1 <= year <= 9999 else None
        return [_option(fields, date, year, hung(base), name_of(base))] if date else []
    around = range(max(1, base.day.year - _YEARS_AROUND), min(9999, base.day.year + _YEARS_AROUND) + 1)
    dates = {date.earliest: (date, year) for year in around if (date := _of_year(fields, year)) and date.earliest}
    way = context.way[0] if not base.words else 0
    if base.words and context.narrative and not context.looks_back():
        way = _ONWARD
    chosen = _by_way(list(dates), base.day, number(fields, "shift"), way)
    facts = hung(base)
    return [_option(fields, *dates[day], facts, name_of(base), 0.35 if at else 0.9) for at, day in enumerate(chosen)]


def named_in(node: Node, context: Context, resolve: Callable[[Node, Context], list[Option]]) -> list[Option]:
    """ "Thanksgiving of last year", "next year's Easter", "March in a year": in the year that stands beside it."""
    day = next(child for child in node.children if child.meaning == "named" or "month" in child.fields)
    beside = next(child for child in node.children if child is not day)
    options = []
    for option in resolve(beside, context):
        if option.date and option.date.earliest:
            found = resolve(replace(day, fields=day.fields | {"year": option.date.earliest.year}), context)
            options += [
                option.then(_inner(one.rule), date=one.date, facts=one.facts, value="", mod="") for one in found
            ]
    return options


def _inner(rule: str) -> str:
    """The rule of a date whose year stands beside it: its words alone do not name it."""
    return rule.replace("named-in-full", "named-within")


def _of_year(fields: Fields, year: int) -> FuzzyDate | None:
    """The named day in a year, or the day or month of the lunar calendar; None where it had none that year."""
    name = str(fields["name"])
    if name != "lunar":
        day = named_day(name, year)
        if day and "eve" in fields and day > datetime.date.min:
            day -= _ONE_DAY
        return FuzzyDate.day(day) if day else None
    month, day_of_month = number(fields, "month") or 1, number(fields, "day")
    first = lunar_day(year, month, day_of_month or 1)
    if first is None or day_of_month:
        return FuzzyDate.day(first) if first else None
    following = lunar_day(year + month // 12, month % 12 + 1, 1)
    return FuzzyDate.window(first, following - _ONE_DAY) if following else None


def _option(
    fields: Fields, date: FuzzyDate, year: int, facts: Facts | None = None, anchor: str = "", confidence: float = 0.93
) -> Option:
    rule = ("lunar-day" if fields["name"] == "lunar" else "named-day") + ("-near" if facts else "")
    known = {"year": year} | (facts or {})
    return Option(date, rule, known, confidence, anchor=anchor, named_year=not facts)


def _by_way(days: list[datetime.date], base: datetime.date, shift: int | None, way: int) -> list[datetime.date]:
    """The last one by the base and the next one, the likelier first; "last" and "next" leave the base's own day out."""
    before = [day for day in days if (day < base if shift else day <= base)]
    after = [day for day in days if (day > base if shift else day >= base)]
    if shift == 0:
        own = [day for day in days if day.year == base.year]
        return own if way <= 0 or (own and own[0] >= base) else after[:1] + own
    ahead = shift > 0 if shift else way > 0
    if not shift and way in (0, _ONWARD) and before and after:
        ahead = after[0] - base < (_NINE_MONTHS if way else base - before[-1])
    pair = [after[:1], before[-1:]] if ahead else [before[-1:], after[:1]]
    return list(dict.fromkeys(pair[0] + pair[1]))
