"""Ranges and lists: their members read with what they share, each beside the one before it."""

from __future__ import annotations

from timeline.dates.absolute import DOUBTFUL, DUAL_YEAR, number, steps_of_two_years
from timeline.dates.context import Context, Known
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.joining import in_order, join, sensible
from timeline.dates.languages import Fields
from timeline.dates.option import Facts, Option, Options, Resolve, impossible
from timeline.dates.record import replace
from timeline.dates.sharing import (
    backwards,
    crosses,
    in_common_years,
    in_one_year,
    is_day,
    is_of_moons,
    is_out_of_order,
    leaf,
    month_of_year,
    place,
    share,
    stretch,
)

# Readings of a range or list: each one after the first reads its members anew.
_MOST_WAYS = 2


def joined(node: Node, context: Context, resolve: Resolve) -> Options:
    """A range or a list: its members read with what they share, put together; members kept as parts."""
    if two_years := next((one.fields for one in (node, *map(leaf, node.children)) if "dual" in one.fields), None):
        return _in_either_year(node, two_years, context, resolve)
    node = replace(node, fields=in_common_years(node.fields))
    members = [replace(child, fields=dict(in_common_years(child.fields))) for child in node.children]
    if is_of_moons(node.children[0].fields, members):
        # 慶応3年11月3日から5日まで: of the first only the year is known, and of what is told from it no more.
        return resolve(members[0], context)
    if node.fields.get("how") in ("to_anchor", "from_anchor"):
        return _with_anchor(_dated(members), context, resolve, node.fields["how"] == "from_anchor")
    if "bc" not in node.fields and "mark" not in node.fields and members[0].start == node.start and backwards(members):
        return []
    if month := month_of_year(members):
        return resolve(replace(node, meaning="calendar", fields=month, children=()), context)
    if is_out_of_order(node, members):
        return []
    share(node, members, context.text)
    for member in members[1:]:
        # "지난 26~28일": the end lies after the start, whichever way the start was sought.
        if is_day(leaf(member).fields) and "month" not in leaf(member).fields:
            leaf(member).fields.pop("shift", None)
    stretch(node, members)
    if _around_anchor(members, context) and (node.meaning == "range" or context.way[0] >= 0):
        # "From the 7th to the 9th", said on the 9th, is of this month, whatever the verb.
        context = replace(context, look=lambda: (0, ""), forced=True)
    read = _read_members(node, members, context, resolve)
    if not all(read):
        return next((found for found in read if found), [])
    options = [
        _joined_at(rank, node, members, read if rank == 0 else _read_members(node, members, context, resolve, rank))
        for rank in range(min(max(map(len, read)), 1 if "inner" in node.fields else _MOST_WAYS))
    ]
    return [option for rank, option in enumerate(options) if rank == 0 or (option.date and sensible(option))]


def _in_either_year(node: Node, two_years: Fields, context: Context, resolve: Resolve) -> Options:
    """ "10/11 February 1732/3": all of it in the one year, or all of it in the other."""
    first = number(two_years, "year") or 0
    # A month that stands once is of the whole.
    place = dict(node.fields) | dict(leaf(node.children[-1]).fields)
    facts: Facts = {"first": first, "last": first + 1}
    options: Options = []
    for step in steps_of_two_years(two_years, first, place):
        read = joined(_years_on(node, step), context, resolve)
        options += [one.then(DUAL_YEAR, facts=facts, confidence=DOUBTFUL) for one in read[:1] if one.date]
    return options or [impossible("two-years", first=first)]


def _years_on(node: Node, step: int) -> Node:
    """The same in the one or the other of its two years."""
    fields = {name: value for name, value in node.fields.items() if name != "dual"}
    if "dual" in node.fields:
        fields["year"] = int(node.fields["year"]) + step
    return replace(node, fields=fields, children=tuple(_years_on(child, step) for child in node.children))


def _joined_at(rank: int, node: Node, members: list[Node], read: list[Options]) -> Option:
    """One reading of the whole: of a member that hangs on the first, what it is beside that one."""
    chosen = [found[0 if rank < len(read[0]) else min(rank, len(found) - 1)] for found in read]
    return join(node, members, chosen, read)


def _is_hung(node: Node) -> bool:
    """Whether a member, or what it tells the time of, hangs on the date before it (years of two figures: its era)."""
    return (
        node.fields.get("base") == "previous" or "yy" in node.fields or any(_is_hung(child) for child in node.children)
    )


def _read_members(node: Node, members: list[Node], context: Context, resolve: Resolve, rank: int = 0) -> list[Options]:
    """Each member's readings; one without its own year or week hangs on the member before.

    `rank`: which reading of the first member comes first.
    """
    read: list[Options] = []
    inner = context
    shared = "base" in node.fields
    for member in members:
        if member.meaning in ("range", "list"):
            # Of a range in a range the best reading is enough.
            member.fields["inner"] = 1
        if member is members[0] and crosses(members):
            # "From October to March" lies around the story, not a year after it.
            inner = replace(inner, looks_back=lambda: True)
        own = shared or _stands_alone(leaf(member).fields)
        if read and read[-1] and read[-1][0].date and not (shared or in_one_year(members)) and _is_hung(member):
            # "From 5 May 2004 to the next day".
            era = str(read[-1][0].facts.get("era", ""))
            inner = inner.hanging_on(Known(read[-1][0].date, context.words_of(members[len(read) - 1]), era=era))
        found = resolve(member, context if own else inner)
        if read and not own and _told_from_anchor(members[0], member):
            found = _after(read[0], resolve(member, context)) or found
        if member is members[0] and rank < len(found):
            found = [found[rank], *found[:rank], *found[rank + 1 :]]
        read.append(found)
        if not found or found[0].date is None or found[0].date.years:
            continue
        fields = leaf(member).fields
        ahead = fields.get("unit") == "day" and (number(fields, "shift") or 0) > 0
        if node.meaning == "range" or "weekday" in fields or "month" in fields or ahead:
            known = Known(found[0].date, "", True, context.paragraph, context.sentence)
            inner = _after_first(context, known, "start" if node.meaning == "range" else "listed")
    return _in_words_order(node, members, read, context, resolve)


def _in_words_order(
    node: Node, members: list[Node], read: list[Options], context: Context, resolve: Resolve
) -> list[Options]:
    """Bare days that came after what they are told before: of the month, or nearest month, that is not after it."""
    dates = [found[0].date for found in read if found and found[0].date]
    if len(dates) < len(read) or dates[-1].years or in_order(dates):
        return read
    hung = context.hanging_on(Known(dates[-1], context.words_of(members[-1]), origin="told_after"))
    if node.meaning == "range":
        first = leaf(members[0]).fields
        if not is_day(first) or "month" in first:
            return read
        beside = resolve(_hanging(members[0]), hung) if members[0].meaning == "calendar" else []
        return [_before(read[0], dates[-1]) or _before(beside, dates[-1], clear=True) or read[0], *read[1:]]
    days = [int(member.fields["day"]) for member in members if member.fields.keys() == {"day"}]
    if len(days) < len(members) or sorted(days) != days:
        return read
    # "He came on the 27th and the 29th", said on the 28th: the days of one month.
    return [*(resolve(_hanging(member), hung) or read[at] for at, member in enumerate(members[:-1])), read[-1]]


def _hanging(member: Node) -> Node:
    """A bare day, told from the date beside it."""
    fields = {name: value for name, value in member.fields.items() if name != "shift"}
    return replace(member, fields=fields | {"base": "previous"})


def _before(found: Options, last: FuzzyDate, clear: bool = False) -> Options:
    """The readings of a start, first the likeliest that is not after the end (`clear`: nor in it); [] without one."""
    fitting = [option for option in found if option.date and in_order([option.date, last])]
    apart = [option for option in fitting if option.date and not in_order([last, option.date])] if clear else []
    return _first([*apart, *fitting][0], found) if fitting else []


def _first(fitting: Option, found: Options) -> Options:
    """The readings with another one first, as sure as the one before was."""
    return [replace(fitting, confidence=found[0].confidence), *(option for option in found if option is not fitting)]


def _told_from_anchor(first: Node, member: Node) -> bool:
    """Whether a weekday is told from the anchor: "last Tuesday to next Friday"; not "from Monday to next Friday"."""
    fields = leaf(member).fields
    if "weekday" not in fields or "shift" not in fields or fields.get("base", "anchor") != "anchor":
        return False
    start = leaf(first).fields
    return _stands_alone(start) or "shift" in start or (number(fields, "shift") or 0) < 0


def _after(first: Options, found: Options) -> Options:
    """The readings of an end told from the anchor; [] where the best of them lies before the start."""
    dates = [options[0].date for options in (first, found) if options]
    return found if len(dates) == 2 and all(dates) and in_order([date for date in dates if date]) else []


def _stands_alone(fields: Fields) -> bool:
    """Whether an end is read from the anchor by itself: "올해 초", "지난 4월 30일", the 80s."""
    if "short_decade" in fields or fields.get("base") == "today":
        return True
    return ("unit" in fields or ("shift" in fields and "month" in fields)) and fields.get("base", "anchor") == "anchor"


def _around_anchor(members: list[Node], context: Context) -> bool:
    """Whether bare days of a month, or of months, run from one not after the anchor's day to one not before it."""
    leaves = [leaf(member).fields for member in members]
    if context.anchor is None or not all("day" in fields for fields in leaves):
        return False
    if all(fields.keys() <= {"day", "weekday"} for fields in leaves):
        return int(leaves[0]["day"]) <= context.anchor.day <= int(leaves[-1]["day"])
    if not all(fields.keys() <= {"day", "weekday", "month", "month_number"} for fields in leaves):
        return False
    first, last = place(leaves[0]), place(leaves[-1])
    return first is not None and last is not None and first <= (context.anchor.month, context.anchor.day) <= last


def _after_first(context: Context, known: Known, origin: str) -> Context:
    """The second end of a range without a year lies after the first, and so does what is listed after it."""
    anchor = known.day
    return replace(context, anchor=anchor, origin=origin, narrative=False, look=lambda: (1, ""), forced=True)


def _dated(members: list[Node]) -> Node:
    """The member that is no "now"."""
    return next((member for member in members if member.meaning != "vague"), members[0])


def _with_anchor(member: Node, context: Context, resolve: Resolve, before: bool) -> Options:
    """ "from 2007 to the present", "between now and May"."""
    if context.anchor is None:
        return []
    now = FuzzyDate.day(context.anchor)
    options: Options = []
    for option in resolve(member, replace(context, look=lambda: (1, ""), forced=True) if before else context):
        ends = [now, option.date] if before else [option.date, now]
        if option.date and in_order([end for end in ends if end]):
            told = option.then("to-now", facts={"now": context.anchor.isoformat()})
            options.append(told.then("range-lasting", date=FuzzyDate.extent(*ends)))
    return options
