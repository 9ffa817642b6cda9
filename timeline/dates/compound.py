"""Everything but plain calendar dates: what is put together of other phrases, and what has no days.

`resolve` reads the phrases inside; it is given, so that each of these modules can hang on others and none on it.
"""

from __future__ import annotations

from timeline.dates import beside, combine
from timeline.dates.absolute import number
from timeline.dates.clock import clocked, zoned
from timeline.dates.context import Context
from timeline.dates.grammar import Node
from timeline.dates.numeric import numeric, numeric_range
from timeline.dates.option import Option, Options, Resolve
from timeline.dates.ranges import joined
from timeline.dates.relative import length, span
from timeline.dates.timex import recurring, reference


def compound(node: Node, context: Context, resolve: Resolve) -> Options:
    """Every reading of a node that is no plain calendar date, best first."""
    match node.meaning:
        case "numeric":
            return numeric(node.fields, context)
        case "figures_range":
            return numeric_range(node.fields, context)
        case "named":
            # Few texts name holidays: their tables load when one does.
            from timeline.dates.named import named

            # "Last Christmas" is built on "Christmas".
            return named(node.children[0].fields | node.fields if node.children else node.fields, context)
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
        case "nearest":
            return beside.nearest(node, context, resolve)
        case "weekend_beside":
            return beside.weekend(node, context, resolve)
        case "hung":
            return beside.hung_on_day(node, context, resolve)
        case "apposed":
            return beside.apposed(node, context, resolve)
        case "within_length":
            return beside.within_length(node.fields, context)
        case "within":
            return combine.within(node, context, resolve)
        case "time":
            return clocked(node, context, resolve)
        case "zoned":
            return zoned(node, context, resolve)
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
