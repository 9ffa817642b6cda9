"""Everything but plain calendar dates: what is put together of other phrases, and what has no days.

`resolve` reads the phrases inside; it is given, so that each of these modules can hang on others and none on it.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.dates import beside, combine
from timeline.dates.absolute import number, unit_around
from timeline.dates.clock import clocked, zoned
from timeline.dates.context import Context
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.numeric import event, numeric, numeric_range
from timeline.dates.option import Option, Options, Resolve
from timeline.dates.ranges import joined
from timeline.dates.record import replace
from timeline.dates.relative import length, span
from timeline.dates.timex import recurring, reference

Reader = Callable[[Node, Context, Resolve], Options]


def _named(node: Node, context: Context, resolve: Resolve) -> Options:
    """A named day. Few texts name holidays: their tables load when one does."""
    from timeline.dates.named import named

    # "Last Christmas" is built on "Christmas".
    return named(node.children[0].fields | node.fields if node.children else node.fields, context)


def _named_in(node: Node, context: Context, resolve: Resolve) -> Options:
    from timeline.dates.named import named_in

    return named_in(node, context, resolve)


def _plain(node: Node, context: Context, resolve: Resolve) -> Options:
    options = resolve(node.children[0], context)
    if len(node.children) < 2 or not options:
        return options
    # "On 4 June 2006, 90 years later": one date told twice, whatever the count comes to.
    first, second = node.children
    told, unit = options[0].date, str(second.fields.get("unit"))
    again = options
    if unit in ("month", "year", "decade", "century") and told and told.earliest:
        again = [options[0].then_date(unit_around(told.earliest, unit).about())]
    return [replace(options[0], parts=((first, tuple(options)), (second, tuple(again)))), *options[1:]]


def _of_fields(reader: Callable[[Fields, Context], Options]) -> Reader:
    """What needs only the fields of its node."""
    return lambda node, context, resolve: reader(node.fields, context)


# Meaning -> what reads it.
READERS: dict[str, Reader] = {
    "about": combine.about,
    "apposed": beside.apposed,
    "bound": combine.bound,
    "event": _of_fields(event),
    "figures_range": _of_fields(numeric_range),
    "hung": beside.hung_on_day,
    "list": joined,
    "named": _named,
    "named_in": _named_in,
    "near_weekday": beside.near_weekday,
    "nearest": beside.nearest,
    "nth": combine.nth,
    "numeric": _of_fields(numeric),
    "offset": combine.counted_from,
    "part": combine.part,
    "plain": _plain,
    "range": joined,
    "span": _of_fields(span),
    "stretch": combine.stretch,
    "time": clocked,
    "weekdays": combine.weekdays_from,
    "weekend_beside": beside.weekend,
    "within": combine.within,
    "within_length": _of_fields(beside.within_length),
    "zoned": zoned,
}


def compound(node: Node, context: Context, resolve: Resolve) -> Options:
    """Every reading of a node that is no plain calendar date, best first."""
    reader = READERS.get(node.meaning)
    return reader(node, context, resolve) if reader else _without_days(node)


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
        # "On a Friday in 2018": some one of them.
        value = f"XXXX-WXX-{fields['weekday']}" if "weekday" in fields else reference(when).value
        return [Option(None, "vague", {"when": when}, 0.9, value=value)]
    return []
