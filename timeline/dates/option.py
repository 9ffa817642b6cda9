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
        """The same reading with one more rule on top; facts are added to those there are."""
        facts = self.facts | changes.pop("facts", {})  # type: ignore[operator]
        return replace(self, rule=f"{self.rule}+{rule}", facts=facts, **changes)

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


def name_of(known: Known | None) -> str:
    """What a reading hangs on, as the interface names it: a day, or the earlier words."""
    return "" if known is None else known.words or known.day.isoformat()


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
