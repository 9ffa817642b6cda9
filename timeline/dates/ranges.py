"""Ranges and lists: what their ends share, and whether the members join."""

from __future__ import annotations

import datetime
from itertools import pairwise

from timeline.dates.absolute import number
from timeline.dates.context import Context, Known
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.option import Option, Options, Resolve, impossible
from timeline.dates.record import replace

SHARED = ("year", "yy", "month", "era", "bc", "unit", "shift", "base")
_LAST_YEAR, _DIGITS_OF_A_YEAR = 2099, 4
# Readings of a range or list: each one after the first reads its members anew.
_MOST_WAYS = 2
ONE_DAY = datetime.timedelta(days=1)


def joined(node: Node, context: Context, resolve: Resolve) -> Options:
    """A range or a list: its members read with what they share, put together; members kept as parts."""
    node = replace(node, fields=_in_common_years(node.fields))
    members = [replace(child, fields=dict(_in_common_years(child.fields))) for child in node.children]
    if node.fields.get("how") in ("to_anchor", "from_anchor"):
        return _with_anchor(_dated(members), context, resolve, node.fields["how"] == "from_anchor")
    if members[0].start == node.start and _backwards(members):
        return []
    if month := _month_of_year(members):
        return resolve(replace(node, meaning="calendar", fields=month, children=()), context)
    _share(node, members)
    for member in members[1:]:
        # "지난 26~28일": the end lies after the start, whichever way the start was sought.
        if _is_day(_leaf(member).fields) and "month" not in _leaf(member).fields:
            _leaf(member).fields.pop("shift", None)
    _stretch(node, members)
    if _around_anchor(members, context):
        # "From the 7th to the 9th", said on the 9th, is of this month, whatever the verb.
        context = replace(context, look=lambda: (0, ""), forced=True)
    read = _read_members(node, members, context, resolve)
    if not all(read):
        return next((found for found in read if found), [])
    options = [
        _joined_at(rank, node, members, read if rank == 0 else _read_members(node, members, context, resolve, rank))
        for rank in range(min(max(map(len, read)), 1 if "inner" in node.fields else _MOST_WAYS))
    ]
    return [option for rank, option in enumerate(options) if rank == 0 or (option.date and _sensible(option))]


def _joined_at(rank: int, node: Node, members: list[Node], read: list[Options]) -> Option:
    """One reading of the whole: of a member that hangs on the first, what it is beside that one."""
    chosen = [found[0 if rank < len(read[0]) else min(rank, len(found) - 1)] for found in read]
    return _join(node, members, chosen, read)


def _sensible(option: Option) -> bool:
    """Whether the dates of another reading still stand in the order of the words."""
    return option.date is None or not option.date.parts or in_order(list(option.date.parts))


def _in_common_years(fields: Fields) -> Fields:
    if "era" not in fields:
        return fields
    from timeline.dates.era_years import common_year

    return common_year(fields)


def _backwards(members: list[Node]) -> bool:
    """Two bare numbers like years that run back, or lie far ahead ("1470-1381", "2100-2114"): numbers, no dates."""
    first, last = members[0].fields, members[-1].fields
    if set(first) != {"year"} or set(last) != {"year"} or members[0].end - members[0].start > _DIGITS_OF_A_YEAR:
        return False
    return int(first["year"]) > min(int(last["year"]), _LAST_YEAR)


def _month_of_year(members: list[Node]) -> Fields:
    """ "2019/05" is a month, since no range runs on to 2105; "2004/05" is two years, {} for that."""
    first, last = members[0].fields, members[-1].fields
    year, digits = number(first, "year"), number(last, "yy")
    if len(members) != 2 or year is None or digits is None or set(first) | set(last) != {"year", "yy"}:
        return {}
    follows = digits == (year + 1) % 100
    return {"year": year, "month": digits} if 1 <= digits <= 12 and digits <= year % 100 and not follows else {}


def _leaf(node: Node) -> Node:
    """The calendar expression inside a part, an "about" or a time."""
    while node.meaning in ("part", "about", "time", "nth") and node.children:
        node = node.children[0]
    return node


def _is_hung(node: Node) -> bool:
    """Whether a member, or what it tells the time of, hangs on the date before it (years of two figures: its era)."""
    return (
        node.fields.get("base") == "previous" or "yy" in node.fields or any(_is_hung(child) for child in node.children)
    )


def _in_one_year(members: list[Node]) -> bool:
    """Whether the year counted for one holds for all: "in January and February of the following year"."""
    leaves = [_leaf(member).fields for member in members]
    years = [[fields.get(name) for name in ("unit", "shift", "base")] for fields in leaves]
    return years[0][0] == "year" and years.count(years[0]) == len(years) and all(map(_place, leaves))


def _share(node: Node, members: list[Node]) -> None:
    """A month or year that stands once holds for all: "26-28 May 2014", "5 May to 7 June 2004", "May 17-19"."""
    leaves = [_leaf(member).fields for member in members]
    for fields in leaves:
        fields.update({name: value for name, value in node.fields.items() if name in SHARED and name not in fields})
    if "weekday" in node.fields and _is_day(leaves[0]):
        leaves[0].setdefault("weekday", node.fields["weekday"])
    _turn_of_month(node, leaves, node.end - members[-1].end > 2)
    if "year" in node.fields and (_place(leaves[0]) or (0, 0)) > (_place(leaves[-1]) or (13, 0)):
        leaves[0]["year"] = int(node.fields["year"]) - 1
    for left, right in pairwise(leaves):
        if _is_day(right) and "month" in left and not _placed(right, "month"):
            right["month"] = left["month"]
        if "short_decade" in right and isinstance(left.get("decade"), int):
            right["decade"] = int(left["decade"]) // 100 * 100 + int(right.pop("short_decade"))
        if "year_end" in right and isinstance(left.get("year"), int):
            right["year"] = int(left["year"]) // 10 * 10 + int(right.pop("year_end"))
        if "yy" in right and isinstance(left.get("year"), int) and len(right) == 1:
            _short_end(left, right)
    for right, left in pairwise(reversed(leaves)):
        if _is_day(left) and "month" in right and not _placed(left, "month"):
            left["month"] = right["month"]
        _share_year(left, right)
    for left, right in pairwise(leaves):
        _share_year(right, left, after=True)


def _turn_of_month(node: Node, leaves: list[Fields], ends_with_month: bool) -> None:
    """ "The 27th to the 3rd of April", "June 27 to 3": the days of two months, of which one is named."""
    first, last = leaves[0], leaves[-1]
    days = number(first, "day"), number(last, "day")
    if node.meaning != "range" or None in days or (days[0] or 0) <= (days[1] or 0):
        return
    month = number(node.fields, "month") or 0
    if node.fields.get("unit") == "month":
        first["shift"] = (number(node.fields, "shift") or 0) - 1
    elif month > 1 and ends_with_month:
        first["month"] = month - 1
    elif 0 < month < 12 and not ends_with_month:
        last["month"] = month + 1


def _is_day(fields: Fields) -> bool:
    return ("day" in fields) and "unit" not in fields


def _placed(fields: Fields, name: str) -> bool:
    return name in fields or "year" in fields


def _short_end(left: Fields, right: Fields) -> None:
    """ "1914-18": the end in the century of the start, or the next."""
    start, digits = int(left["year"]), int(right.pop("yy"))
    year = start // 100 * 100 + digits
    right["year"] = year if year >= start else year + 100


def _share_year(fields: Fields, other: Fields, after: bool = False) -> None:
    """The year of one end for the other, one more or less where the months would run backwards."""
    mine, theirs = _place(fields), _place(other)
    if mine is None or theirs is None or "year" in fields or "yy" in fields or "unit" in fields:
        return
    backwards = mine < theirs if after else mine > theirs
    step = (1 if after else -1) if backwards else 0
    if "year" not in other and other.get("unit") == "year" and "shift" not in fields:
        fields.update({name: other[name] for name in ("unit", "base") if name in other})
        fields["shift"] = int(other.get("shift", 0)) + step
    if isinstance(other.get("year"), int):
        fields["year"] = int(other["year"]) + step
        if "bc" in other:
            fields["bc"] = other["bc"]


def _place(fields: Fields) -> tuple[int, int] | None:
    """Month and day, or first month of a season or quarter, to compare the ends of a range by."""
    month = fields.get("month") or fields.get("month_number")
    if month is None and isinstance(fields.get("season"), int):
        month = int(fields["season"]) * 3
    if month is None and isinstance(fields.get("quarter"), int):
        month = int(fields["quarter"]) * 3 - 2
    if not isinstance(month, int):
        return None
    day = fields.get("day") or 0
    return month, int(day)


def _stretch(node: Node, members: list[Node]) -> None:
    """The month and year that the whole holds belong to the words of the member beside them."""
    if not any(name in node.fields for name in ("month", "year")):
        return
    if "month" in node.fields and members[0].start - node.start > 5:
        members[0] = replace(members[0], start=node.start)
    members[-1] = replace(members[-1], end=node.end)


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
        if member is members[0] and _crosses(members):
            # "From October to March" lies around the story, not a year after it.
            inner = replace(inner, looks_back=lambda: True)
        own = shared or _stands_alone(_leaf(member).fields)
        if read and read[-1] and read[-1][0].date and not (shared or _in_one_year(members)) and _is_hung(member):
            # "From 5 May 2004 to the next day".
            era = str(read[-1][0].facts.get("era", ""))
            inner = inner.hanging_on(Known(read[-1][0].date, context.words_of(members[len(read) - 1]), era=era))
        found = resolve(member, context if own else inner)
        if member is members[0] and rank < len(found):
            found = [found[rank], *found[:rank], *found[rank + 1 :]]
        read.append(found)
        if not found or found[0].date is None or found[0].date.years:
            continue
        fields = _leaf(member).fields
        ahead = fields.get("unit") == "day" and (number(fields, "shift") or 0) > 0
        if node.meaning == "range" or "weekday" in fields or "month" in fields or ahead:
            known = Known(found[0].date, "", True, context.paragraph, context.sentence)
            inner = _after_first(context, known)
    return read


def _stands_alone(fields: Fields) -> bool:
    """Whether an end is read from the anchor by itself: "올해 초", "지난 4월 30일", the 80s."""
    if "short_decade" in fields or fields.get("base") == "today":
        return True
    return ("unit" in fields or ("shift" in fields and "month" in fields)) and fields.get("base", "anchor") == "anchor"


def _around_anchor(members: list[Node], context: Context) -> bool:
    """Whether bare days of a month, or of months, run from one not after the anchor's day to one not before it."""
    leaves = [_leaf(member).fields for member in members]
    if context.anchor is None or not all("day" in fields for fields in leaves):
        return False
    if all(fields.keys() <= {"day", "weekday"} for fields in leaves):
        return int(leaves[0]["day"]) <= context.anchor.day <= int(leaves[-1]["day"])
    if not all(fields.keys() <= {"day", "weekday", "month", "month_number"} for fields in leaves):
        return False
    first, last = _place(leaves[0]), _place(leaves[-1])
    return first is not None and last is not None and first <= (context.anchor.month, context.anchor.day) <= last


def _crosses(members: list[Node]) -> bool:
    """Whether a range runs over the end of a year."""
    first, last = (_place(_leaf(member).fields) for member in (members[0], members[-1]))
    return first is not None and last is not None and first > last


def _after_first(context: Context, known: Known) -> Context:
    """The second end of a range without a year lies after the first."""
    anchor = known.day
    return replace(context, anchor=anchor, origin="start", narrative=False, look=lambda: (1, ""), forced=True)


def _join(node: Node, members: list[Node], chosen: list[Option], read: list[Options]) -> Option:
    how = str(node.fields.get("how", "lasting"))
    parts = tuple((member, tuple(found)) for member, found in zip(members, read, strict=True))
    # What only says that an end lies after the start is said by the range itself.
    told = [option for at, option in enumerate(chosen) if at == 0 or option.facts.get("origin") != "start"]
    facts = {name: value for option in reversed(told) for name, value in option.facts.items()}
    rule = "+".join(dict.fromkeys(piece for option in told for piece in option.rule.split("+")))
    bad = next((option for option in chosen if option.date is None), None)
    if bad is not None:
        return replace(bad, parts=parts)
    dates = [option.ground if option.ground and how == "lasting" else option.date for option in chosen]
    known = [date for date in dates if date is not None]
    confidence = min(option.confidence for option in chosen)
    named = any(option.named_year for option in chosen)
    made = Option(
        known[-1], rule, facts, confidence, anchor=told[-1].anchor, named_year=named, parts=parts, ground=known[-1]
    )
    if node.meaning == "list":
        return _list(how, known, made)
    if not in_order(known):
        return replace(impossible("range", **facts), parts=parts)
    if how == "between":
        return made.then("range-between", date=FuzzyDate.between(known[0], known[-1]))
    return made.then("range-lasting", date=FuzzyDate.extent(known[0], known[-1]))


def in_order(dates: list[FuzzyDate]) -> bool:
    """Whether a range from the first date to the last does not end before it begins."""
    years = dates[0].year_span[0], dates[-1].year_span[1]
    if None not in years and years[0] > years[1]:  # type: ignore[operator]
        return False
    first, last = dates[0].earliest, dates[-1].latest
    return first is None or last is None or first <= last


def _list(how: str, dates: list[FuzzyDate], made: Option) -> Option:
    if how == "or":
        return made.then("list-or", date=FuzzyDate.one_of(*dates))
    if all(_touch(left, right) for left, right in pairwise(dates)):
        return made.then("list-joined", date=FuzzyDate.extent(dates[0], dates[-1]))
    return made.then("list-and", date=FuzzyDate.members(*dates))


def _touch(left: FuzzyDate, right: FuzzyDate) -> bool:
    return bool(
        left.latest and right.earliest and left.latest < datetime.date.max and left.latest + ONE_DAY == right.earliest
    )


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
            options.append(option.then("range-lasting", date=FuzzyDate.extent(*ends)))
    return options
