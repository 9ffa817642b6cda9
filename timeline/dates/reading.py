"""A node, what it is read against -> its readings, best first."""

from __future__ import annotations

from timeline.dates import beside, combine
from timeline.dates.absolute import (
    check_era,
    check_weekday,
    common_year,
    in_year,
    many_years,
    named_year,
    number,
    other_winter,
    week_of_year,
)
from timeline.dates.bare import day_of_month, weekday, without_year
from timeline.dates.combine import Options
from timeline.dates.context import Context
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.numeric import numeric, numeric_range
from timeline.dates.option import Option, impossible
from timeline.dates.ranges import joined
from timeline.dates.relative import length, shifted, span
from timeline.dates.timex import recurring, reference

MOST_READINGS = 4


def resolve(node: Node, context: Context) -> Options:
    """Every reading of a node, best first; [] where there is nothing to hang it on.

    What leads out of Python's calendar (years 1-9999) is found, without days.
    """
    try:
        return _resolve(node, context)
    except (OverflowError, ValueError):
        return [impossible("count")]


def _resolve(node: Node, context: Context) -> Options:
    match node.meaning:
        case "calendar":
            return calendar(node.fields, context)
        case "numeric":
            return numeric(node.fields, context)
        case "figures_range":
            return numeric_range(node.fields, context)
        case "named":
            # Few texts name holidays: their tables load when one does.
            from timeline.dates.named import named

            return named(node.fields, context)
        case "named_in":
            from timeline.dates.named import named_in

            return named_in(node, context, resolve)
        case "weekdays":
            return combine.weekdays_from(node, context, resolve)
        case "offset":
            return combine.counted_from(node, context, resolve)
        case "stretch":
            return combine.stretch(node, context, resolve)
        case "part":
            return combine.part(node, context, resolve)
        case "nth":
            return combine.nth(node, context, resolve)
        case "near_weekday":
            return beside.near_weekday(node, context, resolve)
        case "weekend_beside":
            return beside.weekend(node, context, resolve)
        case "within_length":
            return beside.within_length(node.fields, context)
        case "within":
            return combine.within(node, context, resolve)
        case "time":
            return combine.clocked(node, context, resolve)
        case "range" | "list":
            return joined(node, context, resolve)
        case "bound":
            return combine.bound(node, context, resolve)
        case "plain":
            return resolve(node.children[0], context)
        case "about":
            return combine.about(node, context, resolve)
        case "span":
            return span(node.fields, context)
    return _without_days(node)


def calendar(fields: Fields, context: Context) -> Options:
    """What the calendar fields say, with the time of day and the weekday they name beside."""
    fields = common_year(fields)
    if fields.keys() == {"era", "era_year"}:
        return [impossible("era", **fields)]
    if (number(fields, "quarter") or 1) > 4 or (number(fields, "half") or 1) > 2:
        return []
    options = [check_era(option, fields) for option in _calendar(fields, context)]
    if "weekday" in fields and ("day" in fields):
        options = [check_weekday(option, number(fields, "weekday")) for option in options]
    if "daypart" in fields:
        options = [combine.with_time(option, fields, context.zone) for option in options]
    return options[:MOST_READINGS]


def _calendar(fields: Fields, context: Context) -> Options:
    if found := many_years(fields, context):
        return found
    if (year := named_year(fields, context)) is not None:
        if "iso_week" in fields:
            return week_of_year(fields, year)
        return [in_year(fields, year), *other_winter(fields, year)]
    if "iso_week" in fields and "unit" not in fields:
        return week_of_year(fields, context.reference.day.year) if context.reference else []
    if "unit" in fields:
        return shifted(fields, context)
    if any(name in fields for name in ("month", "month_number", "season", "quarter", "half")):
        return without_year(fields, context)
    if "day" in fields:
        return day_of_month(fields, context)
    return weekday(fields, context) if "weekday" in fields else []


def _without_days(node: Node) -> Options:
    """Lengths, repeated times and vague words: found, never counted as a date."""
    fields = node.fields
    unit, count = str(fields.get("unit", "day")), number(fields, "count")
    if node.meaning == "duration":
        return [length(fields)]
    if node.meaning == "set":
        value = recurring(count or 1, unit if "unit" in fields else "week" if "weekday" in fields else "day").value
        return [Option(None, "repeated", {"unit": unit, "count": count or 1}, 0.9, "SET", value)]
    if node.meaning == "vague":
        when = str(fields.get("when", "present"))
        return [Option(None, "vague", {"when": when}, 0.9, value=reference(when).value)]
    return []
