"""What the engine answers: phrases, and the readings of each."""

from __future__ import annotations

from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.languages import NO_FIELDS, Value
from timeline.dates.record import record
from timeline.dates.timex import Timex

Facts = dict[str, Value]


@record
class Reading:
    """One way to read a phrase: the date (None for none), the rule with its facts, and what it hangs on."""

    date: FuzzyDate | None
    timex: Timex
    rule: str
    facts: Facts = NO_FIELDS
    confidence: float = 0.0
    anchor: str = ""

    @property
    def why(self) -> str:
        """Why, as a sentence in English; `explain` says it in any of our languages."""
        from timeline.dates.why import explain

        return explain(self.rule, self.facts, "en")


@record
class Phrase:
    """Words of a text that speak of time: place in code points, words as written, readings best first."""

    start: int
    end: int
    words: str
    kind: str
    readings: tuple[Reading, ...]
    parts: tuple[Phrase, ...] = ()

    @property
    def reading(self) -> Reading | None:
        """The best reading."""
        return self.readings[0] if self.readings else None

    @property
    def counts(self) -> bool:
        """Whether it is a date: it has days, or names one that cannot be. Vague words and bare lengths do not count."""
        best = self.reading
        return (
            best is not None
            and self.kind in ("DATE", "TIME")
            and (best.date is not None or best.rule.startswith("impossible"))
        )
