"""What the engine answers: phrases, and the readings of each."""

from __future__ import annotations

from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.languages import NO_FIELDS, Value
from timeline.dates.record import record
from timeline.dates.timex import Timex

Facts = dict[str, Value]


@record
class Reading:
    """One way to read a phrase: the date (None for none), the rule with its facts, and what it hangs on.

    `start` and `end` say which part of the words given to `read` it rests on, in code points; `find` gives them to the
    phrase instead, and leaves both 0.
    """

    date: FuzzyDate | None
    timex: Timex
    rule: str
    facts: Facts = NO_FIELDS
    confidence: float = 0.0
    anchor: str = ""
    start: int = 0
    end: int = 0

    @property
    def is_weekday_mismatch(self) -> bool:
        """Whether the words name a weekday that the day is not."""
        return "weekday-mismatch" in self.rule

    @property
    def is_outside_era(self) -> bool:
        """Whether the words count by an era that does not hold the date."""
        return "outside-era" in self.rule

    @property
    def is_impossible(self) -> bool:
        """Whether the words name a date that no calendar has; it then has no days."""
        return self.rule.startswith("impossible")

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
        return best is not None and self.kind in ("DATE", "TIME") and (best.date is not None or best.is_impossible)
