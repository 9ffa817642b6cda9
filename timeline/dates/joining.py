"""Members of a range or a list, as read -> one date, with its reason."""

from __future__ import annotations

import datetime
from itertools import pairwise

from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.option import Option, Options, impossible
from timeline.dates.record import replace

_ONE_DAY = datetime.timedelta(days=1)
# What the whole says of any member, since it hangs on nothing else: rule -> the facts that it tells.
_SAID_OF_ANY: dict[str, tuple[str, ...]] = {
    "early-part": (),
    "mid-part": (),
    "late-part": (),
    "early-mid-part": (),
    "mid-late-part": (),
    "first-half-part": (),
    "second-half-part": (),
    "mark-shared": (),
    "about": (),
    "perhaps": (),
    "named-day": ("year",),
    "lunar-day": ("year",),
    "weekday-mismatch": ("is_weekday",),
}
# Rules that hang on something -> what they say without it.
_WITHOUT_BASE = {"named-day-near": "named-day", "lunar-day-near": "lunar-day"}


def join(node: Node, members: list[Node], chosen: list[Option], read: list[Options]) -> Option:
    how = str(node.fields.get("how", "lasting"))
    parts = tuple((member, tuple(found)) for member, found in zip(members, read, strict=True))
    told = _told(chosen, read)
    bad = next((option for option in chosen if option.date is None), None)
    if bad is not None:
        return replace(bad, parts=parts)
    dates = [option.ground if option.ground and how == "lasting" else option.date for option in chosen]
    known = [date for date in dates if date is not None]
    confidence = min(option.confidence for option in chosen)
    named = any(option.named_year for option in chosen)
    made = Option(
        known[-1],
        told.rule,
        told.facts,
        confidence,
        anchor=told.anchor,
        named_year=named,
        parts=parts,
        ground=known[-1],
    )
    if node.meaning == "list":
        return _list(how, known, made)
    if not in_order(known):
        return replace(impossible("range", **told.facts), parts=parts)
    if how == "between":
        return made.then("range-between", date=FuzzyDate.between(known[0], known[-1]))
    return made.then("range-lasting", date=FuzzyDate.extent(known[0], known[-1]))


def _told(chosen: list[Option], read: list[Options]) -> Option:
    """The member whose reason the whole gives: the first; of another reading the first that is read otherwise.

    Of the others it says only what hangs on nothing; the rest stands in their own reasons.
    """
    places = range(len(chosen))
    teller = chosen[next((at for at in places if chosen[at].date != read[at][0].date), 0)]
    rule, facts = teller.rule, dict(teller.facts)
    for option in chosen:
        for piece in (_WITHOUT_BASE.get(name, name) for name in option.rule.split("+")):
            said = {name: option.facts[name] for name in _SAID_OF_ANY.get(piece, ()) if name in option.facts}
            clashes = any(facts.get(name, value) != value for name, value in said.items())
            if piece in _SAID_OF_ANY and not {piece, f"{piece}-near"} & set(rule.split("+")) and not clashes:
                rule, facts = f"{rule}+{piece}", facts | said
    return replace(teller, rule=rule, facts=facts)


def in_order(dates: list[FuzzyDate]) -> bool:
    """Whether a range from the first date to the last does not end before it begins."""
    years = dates[0].year_span[0], dates[-1].year_span[1]
    # mypy does not see that "not in" leaves no None.
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
        left.latest and right.earliest and left.latest < datetime.date.max and left.latest + _ONE_DAY == right.earliest
    )


def sensible(option: Option) -> bool:
    """Whether the dates of another reading still stand in the order of the words."""
    return option.date is None or not option.date.parts or in_order(list(option.date.parts))
