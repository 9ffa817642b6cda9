"""One possible reading while it is being put together, and the small sums that all rules share."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from timeline.dates.context import Context, Known
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.languages import NO_FIELDS, Value
from timeline.dates.record import record, replace

Facts = dict[str, Value]
# The facts that say what a reading hangs on.
_BASE = frozenset({"anchor", "previous", "previous_date", "origin"})


@record
class Option:
    """A date with the rule and facts behind it; `ground` is what later phrases hang on, if not the date itself."""

    date: FuzzyDate | None
    rule: str
    facts: Facts = NO_FIELDS
    confidence: float = 0.95
    kind: str = "DATE"
    value: str = ""
    mod: str = ""
    anchor: str = ""
    ground: FuzzyDate | None = None
    named_year: bool = False
    parts: tuple[tuple[Node, tuple[Option, ...]], ...] = ()

    def then(self, rule: str, **changes: object) -> Option:
        """The same reading with one more rule on top; facts are added to those there are.

        What it hangs on stays: a date counted from one beside it does not hang on that as on the day of publication.
        """
        # Keyword arguments have one type for all; "facts" are facts.
        facts: Facts = changes.pop("facts", {})  # type: ignore[assignment]
        if facts and not _BASE.isdisjoint(self.facts):
            facts = {name: value for name, value in facts.items() if name not in _BASE}
        return replace(self, rule=f"{self.rule}+{rule}", facts=self.facts | facts, **changes)

    def then_date(self, date: FuzzyDate, confidence: float | None = None) -> Option:
        """The same rule and facts with a date."""
        return replace(self, date=date, confidence=self.confidence if confidence is None else confidence)


Options = list[Option]
Resolve = Callable[[Node, Context], Options]


def impossible(reason: str, **facts: Value) -> Option:
    """A date that cannot exist: found, without days."""
    return Option(None, f"impossible-{reason}", facts, 0.9)


def hung(known: Known | None) -> Facts:
    """What a reading hangs on, as facts: the anchor's day, or the words and date read before; what that is to it."""
    if known is None:
        return {}
    origin: Facts = {"origin": known.origin} if known.origin else {}
    if not known.words:
        return {"anchor": known.day.isoformat()} | origin
    return {"previous": known.words, "previous_date": known.date.edtf} | origin


def counted_on(option: Option, one: Option, rule: str = "") -> Option:
    """A date counted from another: what is counted gets facts of its own names, so that both can be told."""
    facts = {f"from_{name}": value for name, value in one.facts.items() if name not in _BASE}
    steps = one.facts.get("sign") or one.facts.get("shift")
    way = "counted-from" if not isinstance(steps, int) or not steps else "counted-back" if steps < 0 else "counted-on"
    if one.rule.startswith("impossible"):
        rule = one.rule
    return option.then(rule or way, date=one.date, facts=facts, value=one.value, mod="")


def name_of(known: Known | None) -> str:
    """What a reading hangs on, as the interface names it: a day, or the earlier words."""
    return "" if known is None else known.words or known.day.isoformat()


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
