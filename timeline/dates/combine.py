"""What is built on other dates: parts and places in a unit, times of day, open sides, "about"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable

from timeline.dates.absolute import number
from timeline.dates.bare_days import day_of_month
from timeline.dates.context import Context, Known
from timeline.dates.conventions import TIMEX_MODIFIERS, UNKNOWN_COUNT, add_months, months_from, move, part_of, unit_of
from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, Options, Resolve, counted_on
from timeline.dates.record import replace
from timeline.dates.relative import OTHER, length, offset, weekdays
from timeline.dates.timex import timex

# Days: what is longer than ten years has quarters of years.
_DECADE = 3700
# A part of a unit that is named by its edge.
_EDGES = {
    "before": re.compile(r"\b(?:end|close|conclusion)\b|(?:末|終わり|말|끝)\Z"),
    "after": re.compile(r"\b(?:beginning|start|opening|outset|onset)\b"),
}
# What hardly lies ahead when something is called the first in so many of it.
_LONG = ("year", "decade", "century")


def part(node: Node, context: Context, resolve: Resolve) -> Options:
    """The early, middle or late part, or a half, of a date."""
    name = str(node.fields.get("part", "early"))
    whole = _child(node, context, resolve)
    options = [_part(option, name) for option in whole]
    bare = node.children or node.fields.get("base") == "context"
    earlier = _part_before(node, options, whole, context) if bare else None
    return [earlier, *options] if earlier else options


def _part_before(node: Node, options: Options, whole: Options, context: Context) -> Option | None:
    """The part of the unit before: the anchor's own has not begun, but the verb looks back ("sank in late May")."""
    if not options or context.anchor is None or whole[0].rule not in ("year-before", "unit-of"):
        return None
    base = (node.children[0] if node.children else node).fields.get("base")
    if "anchor" not in whole[0].facts or (whole[0].rule == "unit-of" and base != "context"):
        return None
    date, unit = options[0].date, whole[0].date
    if date is None or unit is None or date.earliest is None or unit.earliest is None:
        return None
    if date.earliest <= context.anchor or not unit.holds(context.anchor) or context.way[0] >= 0:
        return None
    months = 12 if whole[0].rule == "year-before" or unit.precision is Precision.YEAR else 1
    first = add_months(unit.earliest, -months)
    before = (
        FuzzyDate.year(first.year) if unit.precision is Precision.YEAR else FuzzyDate.month(first.year, first.month)
    )
    rule = "unit-before" if whole[0].rule == "unit-of" else "year-of-part"
    facts = whole[0].facts | {"shift": -1}
    return _part(
        replace(whole[0], date=before, rule=rule, facts=facts, value=""), str(node.fields.get("part", "early"))
    )


def _part(option: Option, name: str) -> Option:
    if option.date is None:
        return option
    date = part_of(option.date, name)
    if date is None:
        return option
    date = date.about() if option.date.approximate else date
    value, mod = option.value or timex(option.date).value, TIMEX_MODIFIERS.get(name, "")
    if option.date.is_day:
        # "Late on Friday" is on Friday: no third of it is counted.
        return option.then("part-of-day", date=date, mod=mod)
    if date.precision is Precision.HALF:
        return option.then(f"{name.replace('_', '-')}-part", date=date, mod=mod)
    return option.then(f"{name.replace('_', '-')}-part", date=date, value=value, mod=mod)


def _child(node: Node, context: Context, resolve: Resolve) -> Options:
    """The readings of the one date inside; a node that names only a unit means that unit of the base."""
    if node.children:
        return resolve(node.children[0], context)
    return resolve(Node(node.start, node.end, "calendar", _without(node.fields, "part", "nth")), context)


def _without(fields: Fields, *names: str) -> Fields:
    return {name: value for name, value in fields.items() if name not in names}


def nth(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "the second week of October 2002", "the first three months of 2006", "the last Monday of May"."""
    fields, children = dict(node.fields), node.children
    if len(children) > 1:
        fields |= children[0].fields
        node = Node(node.start, node.end, node.meaning, fields, children[1:])
    if "nth_last" in fields:
        fields["nth"] = -(number(fields, "nth") or 1)
    if fields.get("count") == UNKNOWN_COUNT and children:
        # "The first few days of July" are its early part.
        name = "late" if (number(fields, "nth") or 1) < 0 else "early"
        return [_part(option, name) for option in _child(node, context, resolve)]
    return [found for option in _child(node, context, resolve) for found in _nth(fields, option)]


def _nth(fields: Fields, option: Option) -> Iterable[Option]:
    date = option.date
    if date is None or date.earliest is None or date.latest is None or (date.is_day and fields.get("nth")):
        # "For a second day Friday" counts days up to that one, not within it.
        return [option]
    place, count = number(fields, "nth") or 0, number(fields, "count") or 1
    facts = _place_told(fields, place, count) | {"of": date.edtf}
    try:
        found = _place(fields, date.earliest, date.latest, place, count)
    except (OverflowError, ValueError):
        found = None
    if found is None:
        return []
    value = "" if option.date is None else timex(found).value
    rule = "place-in-unit" if place else "weekend-of-date" if fields.get("unit") == "weekend" else "unit-of-date"
    return [option.then(rule, date=found, facts=facts, value=value, confidence=option.confidence * 0.97)]


def _place_told(fields: Fields, place: int, count: int) -> Facts:
    """The place as facts of its own names: what it is counted within may be a unit or a weekday itself."""
    weekday = number(fields, "weekday")
    facts: Facts = {"nth": place, "place_unit": "weekday" if weekday else str(fields.get("unit", "day"))}
    return facts | ({"place_weekday": weekday} if weekday else {}) | ({"place_count": count} if count > 1 else {})


def _place(fields: Fields, first: datetime.date, last: datetime.date, place: int, count: int) -> FuzzyDate | None:
    weekday = number(fields, "weekday")
    unit = "weekday" if weekday else str(fields.get("unit", "day"))
    if place == 0:
        return unit_of(first, unit)
    if unit == "quarter" and (last - first).days > _DECADE:
        return _quarter_of_years(first.year, last.year, place)
    starts = list(_starts(unit, weekday or 1, first, last))
    if not starts or abs(place) * count > len(starts) + (count > 1):
        return None
    if unit in ("weekday", "day") and count == 1:
        return FuzzyDate.day(starts[place - (place > 0)])
    chosen = starts[(place - 1) * count : place * count] if place > 0 else starts[len(starts) + place * count :][:count]
    units = [unit_of(start, "day" if unit == "weekday" else unit) for start in chosen]
    ends = [unit for unit in units if unit]
    if len(ends) == 1:
        return ends[0]
    return FuzzyDate.window(ends[0].earliest, ends[-1].latest) if ends else None


def _quarter_of_years(first: int, last: int, place: int) -> FuzzyDate | None:
    """The third quarter of the 19th century: its years 1851-75."""
    at, size = place - 1 if place > 0 else place + 4, (last - first + 1) // 4
    return FuzzyDate.years_window(first + at * size, first + at * size + size - 1) if 0 <= at < 4 and size else None


def _starts(unit: str, weekday: int, first: datetime.date, last: datetime.date) -> Iterable[datetime.date]:
    """A day of every such unit in the stretch; a week belongs where its Thursday is (ISO 8601)."""
    step = {"day": 1, "week": 7, "weekend": 7, "weekday": 7}.get(unit)
    if step is None:
        return months_from(
            first, last, {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120}.get(unit, 12)
        )
    wanted = {"week": 4, "weekend": 6, "weekday": weekday}.get(unit, first.isoweekday())
    start = first + datetime.timedelta(days=(wanted - first.isoweekday()) % 7 if step == 7 else 0)
    limit = min((last - start).days // step + 1, 400)
    return [start + datetime.timedelta(days=step * i) for i in range(max(limit, 0))]


def within(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "Friday of the first week of May": the weekday in the date."""
    named, whole = sorted(node.children, key=lambda child: child.meaning != "calendar" or "weekday" not in child.fields)
    weekday = number(named.fields, "weekday") or 1
    if "nth" in node.fields:
        whole = Node(whole.start, whole.end, "nth", node.fields, (whole,))
    options = []
    for option in resolve(whole, context):
        date = option.date
        if date is None or date.earliest is None or date.latest is None:
            continue
        day = date.earliest + datetime.timedelta(days=(weekday - date.earliest.isoweekday()) % 7)
        if day <= date.latest:
            options.append(
                option.then("weekday-in-unit", date=FuzzyDate.day(day), value="", mod="", facts={"weekday": weekday})
            )
    return options


def counted_from(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "a week after 5 May", "two days later"."""
    if not node.children:
        if node.fields.get("way") == "in" and context.is_length:
            return [length(node.fields)]
        if node.fields.get("way") == "in" and node.fields.get("unit") in _LONG and context.is_ranked():
            # "The first congress in 36 years will be held in May"; shorter ones may well be a day ahead.
            return [
                length(node.fields),
                *(replace(one, confidence=OTHER) for one in offset(node.fields, context, None)),
            ]
        asked = {"unit": "day", "count": context.anchor.day, "or_day": 1} if context.anchor else {}
        if context.anchor and asked.items() <= node.fields.items():
            # "14日で1年となる", said on the 14th.
            return [*day_of_month({"day": context.anchor.day}, context), *offset(node.fields, context, None)]
        return offset(node.fields, context, None)
    options: Options = []
    fields = dict(node.fields)
    for child in node.children[:-1]:
        fields |= child.fields
    if fields.get("count") == UNKNOWN_COUNT:
        # "In the weeks after 5 May".
        side = "before" if number(fields, "sign") == -1 else "after"
        return bound(replace(node, fields={"bound": side}, children=node.children[-1:]), context, resolve)
    if "ahead" in fields and not context.way[0]:
        # "Two weeks from 5 May" is said of what is to come.
        context = replace(context, look=lambda: (1, ""), forced=True)
    for option in resolve(node.children[-1], context):
        if option.date is None:
            continue
        if _is_unknown_day(node.children[-1], option):
            options.append(option)
            continue
        base = Known(option.date, "", option.named_year)
        found = offset(fields, context, base)
        options += [counted_on(option, one) for one in found[:1]]
    return options


def weekdays_from(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "the Monday after Easter", "two Sundays from now"."""
    if not node.children:
        return weekdays(node.fields, context, None)
    fields = dict(node.fields)
    for child in node.children[:-1]:
        fields |= child.fields
    options: Options = []
    for option in resolve(node.children[-1], context):
        if option.date is None:
            continue
        if _is_unknown_day(node.children[-1], option):
            options.append(option)
        else:
            found = weekdays(fields, context, Known(option.date, "", option.named_year))
            options += [counted_on(option, one, "weekdays-from-it") for one in found]
    return options


def _is_unknown_day(node: Node, option: Option) -> bool:
    """ "The Tuesday after Easter 1520" is some time in 1520: no table has that Easter."""
    return node.meaning == "named" and option.date is not None and not option.date.is_day


def stretch(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "two weeks starting 20 May": it lasted so long from that day."""
    told, start = sorted(node.children, key=lambda child: child.meaning != "duration")
    length = told.fields
    count = number(length, "count")
    options: Options = []
    for option in resolve(start, context):
        first = option.date.earliest if option.date else None
        if first is None or option.date is None or option.date.parts or count is None:
            return [option]
        try:
            last = move(first, str(length["unit"]), count) - datetime.timedelta(days=1)
        except OverflowError:
            continue
        made = FuzzyDate.extent(FuzzyDate.day(first), FuzzyDate.day(max(first, last)))
        options.append(option.then("stretch", date=made, ground=option.date))
    return options


def bound(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "until", "since" (it lasted, the other side open); "by", "before", "after" (some time in)."""
    name = str(node.fields["bound"])
    if name == "from" and node.children[0].meaning == "offset":
        # "Up 5 % from a year earlier" compares.
        return resolve(node.children[0], context)
    makers: dict[str, Callable[[FuzzyDate], FuzzyDate]] = {
        "until": FuzzyDate.until,
        "since": FuzzyDate.since,
        "from": FuzzyDate.since,
        "by": FuzzyDate.by,
        "before": FuzzyDate.before,
        "before_end": FuzzyDate.by,
        "after": FuzzyDate.after,
        "after_start": FuzzyDate.starting,
        "or_later": FuzzyDate.starting,
    }
    if name == "until" and context.narrative:
        context = replace(context, onward=not context.looks_back())
    context = _side_of_bound(node, name, context)
    name = _edge_named(node.children[0], name, context)
    options = []
    for option in resolve(node.children[0], context):
        date = option.date
        if option.kind == "TIME" and name in ("before", "before_end", "after", "after_start", "by"):
            # "Shortly before midnight on 4 May" is on 4 May.
            options.append(option)
            continue
        if date is None or date.parts or not (date.years or (date.earliest and date.latest)):
            options.append(option)
            continue
        inner = timex(date)
        made = makers[name](date)
        value, mod = option.value or inner.value, option.mod or inner.mod
        options.append(
            option.then(
                f"bound-{name.replace('_', '-')}", date=made, value=value, mod=mod, ground=option.ground or date
            )
        )
    return options


def _edge_named(inner: Node, name: str, context: Context) -> str:
    """ "Before the end of the year" is before its last moment, not before its late part; so "after the start"."""
    named = _EDGES.get(name)
    if inner.meaning != "part" or named is None:
        return name
    words, edge = context.text[inner.start : inner.end].lower(), f"{name}_{'end' if name == 'before' else 'start'}"
    return edge if named.search(words) else name


def _side_of_bound(node: Node, name: str, context: Context) -> Context:
    """ "Since March" lies back whatever the verb says; "until March" ahead after "postponed" or where no verb tells."""
    if "past" in node.fields:
        return context.towards(-1, "since")
    if name == "before" and node.children[0].meaning == "named" and context.way[0] < 0:
        # "The busiest week before Christmas" was near it: the verb does not tell.
        return context.towards(0, "")
    if name == "by" and context.way[0] == 0:
        return context.towards(1, "by")
    if name == "until" and (context.way[0] == 0 or context.defers()):
        return context.towards(1, "until")
    return context


def about(node: Node, context: Context, resolve: Resolve) -> Options:
    """ "about 1860", "perhaps 1860"."""
    uncertain = node.fields.get("qualifier") == "uncertain"
    options = []
    for option in resolve(node.children[0], context):
        if option.date is None:
            options.append(option)
        elif uncertain:
            options.append(option.then("perhaps", date=option.date.perhaps()))
        else:
            options.append(option.then("about", date=option.date.about(), mod=option.mod or "APPROX"))
    return options
