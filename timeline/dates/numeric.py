"""Dates in figures: 3/7/2000, 10/06/00, 17-03-2014, 3.5.2019. The order is told by the zone, then by the anchor."""

from __future__ import annotations

import datetime

from timeline.dates.absolute import in_year, number, year_of_two_digits
from timeline.dates.context import Context
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, hung, impossible, make_day
from timeline.dates.record import replace

# Where the month is written first.
MONTH_FIRST_ZONES = ("America/", "US/")
_OTHER = 0.3


def numeric(fields: Fields, context: Context) -> list[Option]:
    """Both orders of day and month that the figures allow, the likelier first."""
    third: int | None
    if (shift := number(fields, "shift")) and "weekday" not in fields:
        # "Next 5/12" lies ahead whatever its clause says.
        way = shift
        context = replace(context, look=lambda: (way, ""), forced=True)
    if isinstance(compact := fields.get("compact_day"), str):
        return _year_first(int(compact[:4]), int(compact[4:6]), int(compact[6:]), context)
    rule = "figures"
    if isinstance(dotted := fields.get("dotted"), str):
        first, second, third = (int(figure) for figure in dotted.split("."))
        month_first, rule = False, "figures-dotted"
    else:
        first, second = number(fields, "first") or 0, number(fields, "second") or 0
        third = number(fields, "third")
        month_first = _month_first(context)
    if (first, second, third) == (24, 7, None) and "weekday" not in fields:
        # All day, every day.
        return []
    if first > 31 and third is not None:
        return _year_first(first, second, third, context)
    orders: list[tuple[int | None, int, int]] = [(third, first, second), (third, second, first)]
    options = _options(orders if month_first else orders[::-1], context, month_first, rule)
    if third is not None and third <= 31 and first > 12:
        # 18/04/01 is a day in April 2001, or the first of April 2018.
        options += [
            replace(option, rule="figures-other-order", confidence=_OTHER)
            for option in _year_first(first, second, third, context)
            if option.date and options[0].date
        ]
    return options


def _year_first(year: int, month: int, day: int, context: Context) -> list[Option]:
    """2014-05-06, 20140506: what begins with the year goes on with the month."""
    options = _options([(year, month, day)], context, True)
    return [replace(option, rule="figures-year-first") if option.date else option for option in options]


def event(fields: Fields, context: Context) -> list[Option]:
    """ "9/11": the day known by its figures, and what the figures say; these first where the clause looks ahead.

    Nothing that was written before that year speaks of it.
    """
    known, month, day = (number(fields, name) or 0 for name in ("event", "month", "day"))
    figures = [option for option in numeric({"first": month, "second": day}, context) if option.date]
    if context.anchor and context.anchor.year < known:
        return figures
    named = [in_year({"month": month, "day": day}, known)]
    ahead = "sure" not in fields and context.way[0] > 0
    return [*figures, *named] if ahead else [*named, *figures]


def numeric_range(fields: Fields, context: Context) -> list[Option]:
    """ "10/1/2018-10/7/2018", "12/5-12/9": in each order of day and month in which both ends make a range.

    A year that stands once holds for both.
    """
    first, second, first_to, second_to = (
        number(fields, name) or 0 for name in ("first", "second", "first_to", "second_to")
    )
    year_to = number(fields, "third_to")
    year = number(fields, "third") if "third" in fields else year_to
    month_first = _month_first(context)
    orders = [((year, first, second), (year_to, first_to, second_to))]
    orders.append(((year, second, first), (year_to, second_to, first_to)))
    found: list[FuzzyDate] = []
    for start, end in orders if month_first else orders[::-1]:
        days = _day(*start, context), _day(*end, context)
        if days[0] and days[1] and days[0] <= days[1]:
            found.append(FuzzyDate.extent(FuzzyDate.day(days[0]), FuzzyDate.day(days[1])))
    made = likely = list(dict.fromkeys(found))
    if year is not None:
        starts = _by_anchor([date.earliest for date in made if date.earliest], context)
        likely = sorted(made, key=lambda date: starts.index(date.earliest) if date.earliest else 0)
    options = [_in_figures(date, place, len(made), month_first, context) for place, date in enumerate(likely)]
    if likely != made:
        options[0] = replace(options[0], rule="figures-by-anchor", facts=options[0].facts | hung(context.publication))
    return [option.then("range-lasting") for option in options] or _no_day(year is None, context)


def _month_first(context: Context) -> bool:
    return context.zone is None or context.zone.startswith(MONTH_FIRST_ZONES)


def _no_day(without_year: bool, context: Context) -> list[Option]:
    """No order makes a day; where neither the figures nor anything read before tells a year, nothing can be said."""
    return [] if without_year and context.reference is None else [impossible("figures")]


def _options(
    orders: list[tuple[int | None, int, int]], context: Context, month_first: bool, rule: str = "figures"
) -> list[Option]:
    days: list[datetime.date] = []
    for year, month, day in orders:
        found = _day(year, month, day, context)
        if found and found not in days:
            days.append(found)
    if not days:
        return _no_day(all(year is None for year, _, _ in orders), context)
    likeliest = _by_anchor(days, context)
    options = [
        _in_figures(FuzzyDate.day(day), place, len(days), month_first, context) for place, day in enumerate(likeliest)
    ]
    if likeliest != days:
        options[0] = replace(options[0], rule="figures-by-anchor", facts=options[0].facts | hung(context.publication))
    elif len(orders) > 1 and orders[0] == orders[1]:
        options[0] = replace(options[0], rule="figures-same-day")
    elif len(days) > 1:
        options[0] = replace(options[0], rule=rule)
    return options


def _in_figures(date: FuzzyDate, place: int, orders: int, month_first: bool, context: Context) -> Option:
    """One reading of figures: the only one, the likelier of two, or the other."""
    facts: Facts = {"month_first": int(month_first), "orders": orders}
    if context.zone:
        facts["zoned"] = 1
    if orders == 1:
        return Option(date, "figures-one-order", facts, 0.95, named_year=True)
    if place:
        return Option(date, "figures-other-order", facts, _OTHER, named_year=True)
    return Option(date, "figures", facts, 0.75, named_year=True)


def _day(year: int | None, month: int, day: int, context: Context) -> datetime.date | None:
    if year is not None:
        year = year_of_two_digits(year, context) if year < 100 else year
        return make_day(year, month, day)
    base = context.reference
    if base is None:
        return None
    found = make_day(base.day.year, month, day)
    if found is None:
        return None
    way = context.way[0]
    if way > 0 and found < base.day:
        return make_day(base.day.year + 1, month, day)
    return make_day(base.day.year - 1, month, day) if way < 0 and found > base.day else found


def _by_anchor(days: list[datetime.date], context: Context) -> list[datetime.date]:
    """Where one order lies far after the anchor and the other before, the past one first."""
    if context.anchor is None or len(days) < 2 or context.zone:
        return days
    if context.forced or context.way[0] > 0:
        return sorted(days, key=lambda day: day < context.anchor if context.anchor else False)
    past = [day for day in days if day <= context.anchor]
    return (
        past + [day for day in days if day > context.anchor] if past and days[0].year >= context.anchor.year else days
    )
