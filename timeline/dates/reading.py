"""A node, what it is read against -> its readings, best first."""

from __future__ import annotations

from timeline.dates.absolute import (
    DOUBTFUL,
    MOST_AFTER_CHRIST,
    SHARED_MARK,
    check_weekday,
    in_year,
    many_years,
    named_year,
    number,
    of_two_years,
    other_winter,
    week_of_year,
)
from timeline.dates.bare import without_year
from timeline.dates.bare_days import day_of_month, weekday
from timeline.dates.clock import with_time
from timeline.dates.context import Context
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.option import Options, impossible
from timeline.dates.record import replace
from timeline.dates.relative import length, shifted

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
    if node.meaning == "calendar":
        return calendar(node.fields, context)
    # What is put together of other phrases loads when the first such phrase is read.
    from timeline.dates.compound import compound

    return compound(node, context, resolve)


def calendar(fields: Fields, context: Context) -> Options:
    """What the calendar fields say, with the time of day and the weekday they name beside."""
    story = context.story.at("year") if "yy" in fields else None
    if story and (story.era or fields.get("next")):
        from timeline.dates.era_years import in_era_of_story

        fields = in_era_of_story(fields, story)
    if "or_length" in fields and "yy" in fields:
        return [length({"count": fields["yy"], "unit": "year"})]
    if "era" in fields:
        return _of_era(fields, context)
    return _checked(fields, context)[:MOST_READINGS]


def _of_era(fields: Fields, context: Context) -> Options:
    """The same where an era counts the years. Few texts do: their tables load when one does."""
    from timeline.dates.era_years import check_era, common_year, contradicted, told_twice

    if (counted := told_twice(fields)) is not None:
        years = (fields, fields | {"year": counted})
        return [contradicted(option, fields, counted) for said in years for option in _checked(said, context)[:1]]

    fields = common_year(fields)
    if fields.keys() == {"era", "era_year"}:
        return [impossible("era", **fields)]
    return [check_era(option, fields) for option in _checked(fields, context)[:MOST_READINGS]]


def _checked(fields: Fields, context: Context) -> Options:
    if (number(fields, "quarter") or 1) > 4 or (number(fields, "half") or 1) > 2:
        return []
    options = _calendar(fields, context)
    if "weekday" in fields and "day" in fields:
        options = [check_weekday(option, number(fields, "weekday")) for option in options]
    if "daypart" in fields or "hour" in fields:
        options = [with_time(option, fields, context.zone) for option in options]
    return options


def _calendar(fields: Fields, context: Context) -> Options:
    if fields.get("bc") == SHARED_MARK:
        return _before_christ_as_first(fields, context)
    if found := many_years(fields, context):
        return found
    if (year := named_year(fields, context)) is not None:
        if "iso_week" in fields:
            return week_of_year(fields, year)
        if "dual" in fields:
            return of_two_years(fields, year)
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


def _before_christ_as_first(fields: Fields, context: Context) -> Options:
    """紀元前27年から14年: before Christ as the date in front of it; a small number may also be a year of ours."""
    marked = [option.then("mark-shared") for option in _calendar(fields | {"bc": 1}, context)]
    year = number(fields, "year")
    if year is not None and year > MOST_AFTER_CHRIST:
        return marked
    unmarked = _calendar({name: value for name, value in fields.items() if name != "bc"}, context)
    return [
        *(replace(option, confidence=DOUBTFUL) for option in marked),
        *(replace(option.then("mark-not-shared"), confidence=DOUBTFUL) for option in unmarked),
    ]
