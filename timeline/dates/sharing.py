"""What the members of a range or a list share: a month or year that stands once holds for all."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.dates.absolute import SHARED_MARK, number
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.record import replace

SHARED = ("year", "yy", "month", "era", "bc", "unit", "shift", "base")
_AFTER_CHRIST = re.compile(
    r"西暦|紀元後|서기|기원후|公元(?!前)|\bA\.?\s?D\b|\bC\.?\s?E\b|n\.\s?Chr|ap\.?\s?J|d\.\s?C", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,9}")
# Years that a range may run into the next century, and days that one must fall back to be of two months.
_MOST_YEARS, _FEWEST_DAYS = 50, 10
_LAST_YEAR, _DIGITS_OF_A_YEAR = 2099, 4


def in_common_years(fields: Fields) -> Fields:
    if "era" not in fields:
        return fields
    from timeline.dates.era_years import common_year

    return common_year(fields)


def is_of_moons(told: Fields, members: list[Node]) -> bool:
    """Whether all are days or months of one lunisolar year: `told`, the first as it stands, has lost its month."""
    if "era" not in told or "month" not in told or "month" in members[0].fields:
        return False
    return all(leaf(member).fields.keys() <= {"month", "day", "weekday"} for member in members[1:])


def leaf(node: Node) -> Node:
    """The calendar expression inside a part, an "about" or a time."""
    while node.meaning in ("part", "about", "time", "nth") and node.children:
        node = node.children[0]
    return node


def share(node: Node, members: list[Node], text: str) -> None:
    """A month or year that stands once holds for all: "26-28 May 2014", "5 May to 7 June 2004", "May 17-19"."""
    leaves = [leaf(member).fields for member in members]
    own_month = [_tells_month_first(member, text) for member in members]
    for fields in leaves:
        fields.update({name: value for name, value in node.fields.items() if name in SHARED and name not in fields})
    if "weekday" in node.fields and is_day(leaves[0]):
        leaves[0].setdefault("weekday", node.fields["weekday"])
    _turn_of_month(node, leaves, node.end - members[-1].end > 2)
    if "year" in node.fields and (place(leaves[0]) or (0, 0)) > (place(leaves[-1]) or (13, 0)):
        leaves[0]["year"] = int(node.fields["year"]) - 1
    for left, right in pairwise(leaves):
        if is_day(right) and "month" in left and not _placed(right, "month"):
            right["month"] = left["month"]
        if left.get("unit") == "month" and "day" in left and is_day(right) and not _placed(right, "month"):
            # 来月3日と15日
            right.update({name: left[name] for name in ("unit", "shift", "base") if name in left})
        if "short_decade" in right and isinstance(left.get("decade"), int):
            right["decade"] = int(left["decade"]) // 100 * 100 + int(right.pop("short_decade"))
        if "year_end" in right and isinstance(left.get("year"), int):
            right["year"] = int(left["year"]) // 10 * 10 + int(right.pop("year_end"))
        if "yy" in right and isinstance(left.get("year"), int) and len(right) == 1:
            _short_end(left, right)
    for (right, own), (left, _) in pairwise(reversed(list(zip(leaves, own_month, strict=True)))):
        if is_day(left) and "day" in right and "month" in right and not (own or _placed(left, "month")):
            left["month"] = right["month"]
    _share_mark(node, members, text)
    for after, before in pairwise(reversed(members)):
        _share_year_with(before, _edge(after, 0))
    for before, after in pairwise(members):
        _share_year_with(after, _edge(before, -1), after=True)


def _share_mark(node: Node, members: list[Node], text: str) -> None:
    """A mark "before Christ" holds for the members behind it whose numbers go down: 紀元前490年から479年."""
    leaves = [leaf(member).fields for member in members]
    if node.fields.get("mark") == "first":
        leaves[0]["bc"] = 1
    for left, right, member in zip(leaves, leaves[1:], members[1:], strict=False):
        numbers = [(left[name], right[name]) for name in ("year", "century") if name in left and name in right]
        falls = all(isinstance(one, int) and isinstance(other, int) and other < one for one, other in numbers)
        marked = bool({"bc", "ad"} & right.keys()) or _AFTER_CHRIST.search(text, member.start, member.end)
        if left.get("bc") and numbers and falls and not marked:
            right["bc"] = SHARED_MARK


def _edge(member: Node, at: int) -> Fields:
    """What a member says of its date; of a range in a list its start (0) or end (-1), with the year of the whole."""
    fields = leaf(member).fields
    if member.meaning != "range" or not member.children:
        return fields
    edge, end = leaf(member.children[at]).fields, leaf(member.children[-1]).fields
    if "month" in fields and "month" not in edge:
        # "June 5-6, 2018": the month stands beside the range.
        edge = edge | {"month": fields["month"]}
    year = edge.get("year", fields.get("year", end.get("year")))
    if not isinstance(year, int) or "year" in edge:
        return edge
    return edge | {"year": year - (at == 0 and crosses(list(member.children)))}


def _share_year_with(member: Node, other: Fields, after: bool = False) -> None:
    """The year of the member beside for this one; for a range in a list it is that of its end, and never another."""
    own = _edge(member, 0 if after else -1)
    shared = dict(own)
    _share_year(shared, other, after)
    new = {name: value for name, value in shared.items() if name not in own}
    if member.meaning == "range" and new.get("year", other.get("year")) != other.get("year") and not is_day(own):
        return
    if after and "year" in new and member.meaning == "range" and crosses(list(member.children)):
        new["year"] = int(new["year"]) + 1
    leaf(member).fields.update(new)


def _tells_month_first(member: Node, text: str) -> bool:
    """Whether the month of another year stands before its day, and so holds for that day alone (来年3月15日)."""
    fields = leaf(member).fields
    if fields.get("unit") != "year" or "day" not in fields:
        return False
    first = _NUMBER.search(text, member.start, member.end)
    return first is not None and int(first[0]) != fields["day"]


def _turn_of_month(node: Node, leaves: list[Fields], ends_with_month: bool) -> None:
    """ "The 27th to the 3rd of April", "June 27 to 3": the days of two months, of which one is named."""
    first, last = leaves[0], leaves[-1]
    days = number(first, "day"), number(last, "day")
    if node.meaning != "range" or None in days or (days[0] or 0) <= (days[1] or 0):
        return
    month = number(node.fields, "month") or 0
    if not month and is_day(first) and is_day(last) and _placed(first, "month") != _placed(last, "month"):
        # 30일부터 5월 2일까지; "from the 28th of April to the 2nd".
        named, bare, step = (last, first, -1) if _placed(last, "month") else (first, last, 1)
        if "month" in named and not bare.keys() & {"shift", "base"}:
            bare["month"] = (int(named["month"]) - 1 + step) % 12 + 1
    elif node.fields.get("unit") == "month":
        first["shift"] = (number(node.fields, "shift") or 0) - 1
    elif month > 1 and ends_with_month:
        first["month"] = month - 1
    elif 0 < month < 12 and not ends_with_month:
        last["month"] = month + 1


def is_day(fields: Fields) -> bool:
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
    mine, theirs = place(fields), place(other)
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


def place(fields: Fields) -> tuple[int, int] | None:
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


def month_of_year(members: list[Node]) -> Fields:
    """ "2019/05" is a month, since no range runs on to 2105; "2004/05" is two years, {} for that."""
    first, last = members[0].fields, members[-1].fields
    year, digits = number(first, "year"), number(last, "yy")
    if len(members) != 2 or year is None or digits is None or set(first) | set(last) != {"year", "yy"}:
        return {}
    follows = digits == (year + 1) % 100
    return {"year": year, "month": digits} if 1 <= digits <= 12 and digits <= year % 100 and not follows else {}


def backwards(members: list[Node]) -> bool:
    """Two bare numbers like years that run back, or lie far ahead ("1470-1381", "2100-2114"): numbers, no dates."""
    first, last = members[0].fields, members[-1].fields
    if set(first) != {"year"} or set(last) != {"year"} or members[0].end - members[0].start > _DIGITS_OF_A_YEAR:
        return False
    return int(first["year"]) > min(int(last["year"]), _LAST_YEAR)


def is_out_of_order(node: Node, members: list[Node]) -> bool:
    """Whether a short end cannot be meant: "2019-13" runs on to no 2113, "17-15 May" to no 17 April, and three years
    in a row are no range."""
    first, last = members[0].fields, members[-1].fields
    year, digits = number(first, "year"), number(last, "yy")
    if len(members) == 2 and year is not None and digits is not None and set(first) | set(last) == {"year", "yy"}:
        return digits < year % 100 and 100 + digits - year % 100 > _MOST_YEARS
    if node.meaning == "range" and members[0].meaning == "range" and members[0].children[-1].fields.keys() == {"year"}:
        # 1953-1955-1957
        return True
    days = number(first, "day"), number(last, "day")
    named = "month" in node.fields or node.fields.get("unit") == "month"
    is_of_days = node.meaning == "range" and named and all(member.fields.keys() == {"day"} for member in members)
    return is_of_days and 0 < (days[0] or 0) - (days[1] or 32) < _FEWEST_DAYS


def stretch(node: Node, members: list[Node]) -> None:
    """The month and year that the whole holds belong to the words of the member beside them."""
    if not any(name in node.fields for name in ("month", "year")):
        return
    if "month" in node.fields and members[0].start - node.start > 5:
        members[0] = replace(members[0], start=node.start)
    members[-1] = replace(members[-1], end=node.end)


def in_one_year(members: list[Node]) -> bool:
    """Whether the year counted for one holds for all: "in January and February of the following year"."""
    leaves = [leaf(member).fields for member in members]
    years = [[fields.get(name) for name in ("unit", "shift", "base")] for fields in leaves]
    return years[0][0] == "year" and years.count(years[0]) == len(years) and all(map(place, leaves))


def crosses(members: list[Node]) -> bool:
    """Whether a range runs over the end of a year."""
    first, last = (place(leaf(member).fields) for member in (members[0], members[-1]))
    return first is not None and last is not None and first > last
