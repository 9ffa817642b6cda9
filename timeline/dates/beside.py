"""Dates beside others: the weekday near a counted day, the weekend beside a holiday, what lies within a length."""

from __future__ import annotations

import datetime

from timeline.dates.absolute import number
from timeline.dates.context import Context, Known, Story
from timeline.dates.conventions import add_months, unit_of
from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, Options, Resolve, hung, name_of
from timeline.dates.record import replace
from timeline.dates.relative import length, offset

_AHEAD = 0.8


def near_weekday(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "Monday two weeks from now", "in three days on Friday": that weekday nearest to the counted day."""
    named, counted = sorted(node.children, key=lambda child: "weekday" not in child.fields)
    wanted = number(named.fields, "weekday") or 1
    options = [option for option in resolve(counted, context) if option.date and option.date.is_day]
    return [
        option.then("weekday-near", facts={"near_weekday": wanted}, date=_nearest(option, wanted)) for option in options
    ]


def _nearest(option: Option, wanted: int) -> FuzzyDate | None:
    day = option.date.earliest if option.date else None
    if day is None or not 8 <= day.toordinal() <= datetime.date.max.toordinal() - 8:
        return option.date
    return FuzzyDate.day(day + datetime.timedelta(days=(wanted - day.isoweekday() + 3) % 7 - 3))


def nearest(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "The Monday closest to 5 October", "the Christmas nearest to today": on either side of the other date."""
    named = next(child for child in node.children if child.meaning == "named" or "weekday" in child.fields)
    options = [
        option
        for child in node.children
        if child is not named
        for option in resolve(child, context)
        if option.date and option.date.is_day
    ]
    if named.meaning == "named":
        return [found for option in options for found in _nearest_named(named, option, context, resolve)]
    wanted = number(named.fields, "weekday") or 1
    return [
        option.then("weekday-near", facts={"near_weekday": wanted}, date=_nearest(option, wanted), value="")
        for option in options
    ]


def _nearest_named(named: Node, option: Option, context: Context, resolve: Resolve) -> Options:
    day = option.date.earliest if option.date else None
    if day is None:
        return []
    years = (day.year - 1, day.year, day.year + 1)
    found = [one for year in years for one in resolve(replace(named, fields=named.fields | {"year": year}), context)]
    away = [(abs((one.date.earliest - day).days), one) for one in found if one.date and one.date.earliest]
    return [one for _, one in sorted(away, key=lambda pair: pair[0])[:2]]


def weekend(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "Labor Day weekend": the Saturday and Sunday nearest to the day, and the days from or to it."""
    return [
        option.then("weekend-beside", date=_weekend(option.date.earliest), value="", mod="")
        for option in resolve(node.children[0], context)
        if option.date and option.date.is_day and option.date.earliest
    ]


def _weekend(day: datetime.date) -> FuzzyDate:
    saturday = day + datetime.timedelta(days=(6 - day.isoweekday() + 3) % 7 - 3)
    sunday = saturday + datetime.timedelta(days=1)
    if day.isoweekday() in (2, 3):
        return FuzzyDate.window(saturday, sunday)
    return FuzzyDate.window(min(day, saturday), max(day, sunday))


def hung_on_day(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "추석 다음 날", "설날 사흘 전": what hangs on the named day right before it."""
    day, other = node.children
    other = replace(other, fields={**other.fields, "base": "previous"})
    options: Options = []
    for option in resolve(day, context):
        if option.date is not None:
            found = resolve(other, context.hanging_on(Known(option.date, "", option.named_year)))
            options += [
                option.then("counted-from", date=one.date, facts=one.facts, value=one.value) for one in found[:1]
            ]
    return options


def apposed(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "2年後の1934年3月1日", "3日後の9日": the second where it lies in the first; [] where these are two dates."""
    first, second = node.children
    outer = resolve(first, context)
    for option in outer:
        if found := _within(option, first, second, context, resolve):
            parts = ((first, tuple(outer)), (second, tuple(found)))
            return [replace(found[0], parts=parts), *found[1:]]
    return []


def _within(option: Option, first: Node, second: Node, context: Context, resolve: Resolve) -> Options:
    """The readings of a second phrase if it lies in the first, as read."""
    whole = option.date
    if whole is None or whole.parts or whole.earliest is None or whole.latest is None:
        return []
    inner = replace(context, narrative=True, story=Story(Known(whole, context.words_of(first))))
    for tried in (inner, context):
        found = _today_in(whole, second, context) or resolve(second, tried)
        best = found[0].date if found else None
        if best and best.earliest and best.latest and whole.earliest <= best.earliest and best.latest <= whole.latest:
            return found
    return []


def _today_in(whole: FuzzyDate, second: Node, context: Context) -> Options:
    """ "10年前の今日", "先月の今日": the anchor's day in that year or month; [] where it is in it already."""
    today = context.anchor
    unit = str(second.fields.get("unit", ""))
    said = {name: value for name, value in second.fields.items() if name != "base"}
    if today is None or whole.holds(today) or said not in ({"unit": "day", "shift": 0}, {"unit": "month", "shift": 0}):
        return []
    months = {Precision.YEAR: 12, Precision.MONTH: 1}.get(whole.precision)
    if months is None or whole.earliest is None:
        return []
    away = 12 * (whole.earliest.year - today.year) + (whole.earliest.month - today.month) * (months == 1)
    size, counted = (12, "year") if away % 12 == 0 else (1, "month")
    sign = 1 if away > 0 else -1
    facts: Facts = {"unit": counted, "count": abs(away) // size, "sign": sign, **hung(context.publication)}
    rule = "count-after" if away > 0 else "count-before"
    found = unit_of(add_months(today, away), unit)
    return [Option(found, rule, facts, _AHEAD, anchor=name_of(context.publication))]


def within_length(fields: Fields, context: Context) -> Options:
    """ "Within five days" of a clause that looks ahead: some time from the anchor on; elsewhere a length."""
    base = context.publication
    ahead = "way" in fields or context.way[0] > 0 or ("unless_back" in fields and context.way[0] == 0)
    if base is None or not ahead or context.narrative:
        return [length(fields)]
    counted = offset(fields | {"sign": 1, "exact": 1}, context, base)[0]
    last = counted.date.latest if counted.date else None
    if last is None:
        return [length(fields)]
    if number(fields, "count") is None:
        return [counted]
    facts: Facts = {"unit": counted.facts["unit"], "count": counted.facts["count"], **hung(base)}
    made = FuzzyDate.day(base.day) if last == base.day else FuzzyDate.window(base.day, last)
    return [Option(made, "within-length", facts, _AHEAD, anchor=name_of(base))]
