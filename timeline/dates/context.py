"""What a phrase is read against: the anchor, the story so far, the style, and which way its clause looks."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cached_property, lru_cache

from timeline.dates.fuzzy import FuzzyDate, Precision
from timeline.dates.grammar import Node
from timeline.dates.record import record, replace

RANKS = {
    Precision.DAY: 0,
    Precision.WEEK: 1,
    Precision.PART_OF_MONTH: 2,
    Precision.MONTH: 2,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.PART_OF_YEAR: 4,
    Precision.HALF: 4,
    Precision.YEAR: 5,
    Precision.PART_OF_DECADE: 6,
    Precision.DECADE: 6,
    Precision.PART_OF_CENTURY: 7,
    Precision.CENTURY: 7,
    Precision.RANGE: 5,
}
UNIT_RANKS = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


@record
class Known:
    """A date already read: its days, words, place, and whether the text itself names the year."""

    date: FuzzyDate
    words: str
    named_year: bool = True
    paragraph: int = 0
    sentence: int = 0
    # Told beside the point ("which was sold in July 1988"): its year does not carry into the next sentence.
    in_passing: bool = False
    # Told on about in its own sentence ("in 1704, when it held out from June").
    told_on: bool = False
    # Named by a heading, which sets the scene for what follows.
    in_heading: bool = False
    # The whole stretch, where the date is the end of one (4月から6月まで).
    whole: FuzzyDate | None = None
    # The era that its year was counted in (昭和20年).
    era: str = ""
    # A year of the lunisolar calendar, which is all that is known of it (慶応4年1月3日).
    lunisolar: bool = False
    # What it is to those that hang on it, where that is neither the day of publication nor words read before them:
    # "dateline", "start" (of their range), "opening" (the first year of a history, named only after them).
    origin: str = ""

    @property
    def day(self) -> datetime.date:
        """The day that others hang on: its first (its last where the start is open)."""
        return self.date.earliest or self.date.latest or datetime.date.min

    @property
    def is_year(self) -> bool:
        """Whether it is one whole year."""
        return self.date.precision is Precision.YEAR


# A history rarely goes further in one step; a year beyond that is named in passing.
_YEARS_AHEAD = 10


class Story:
    """The dates read so far: the last one of each fineness."""

    def __init__(self, known: Known | None = None) -> None:
        self.last: Known | None = None
        self.first: Known | None = None
        # The date last spoken of, also in passing.
        self.mentioned: Known | None = None
        # The date last told where Python's calendar has none: before Christ.
        self.bygone: Known | None = None
        self.quarter: Known | None = None
        # News: the last day told that is not after the anchor, and the last of those it is published for or after.
        self.told: Known | None = None
        self.near: Known | None = None
        # The year last told by the lunisolar calendar: no day can be counted from it.
        self.lunisolar: Known | None = None
        self._fine: list[Known | None] = [None] * 8
        if known:
            self.note(known)

    def note(self, known: Known) -> None:
        """Remember a date that has days."""
        if known.date.years:
            # Named in a story of later days ("a vase made in 44 BC") it leaves that where it was.
            self.bygone = known if self.last is None else self.bygone
        else:
            self.bygone = None
        if known.date.earliest is None and known.date.latest is None:
            return
        self.first = self.first or known
        if known.lunisolar:
            self.lunisolar = known
        if known.date.precision is Precision.QUARTER:
            self.quarter = known
        fine = self._fine[RANKS[Precision.MONTH]]
        if fine is None or not (known.is_year and known.day.year == fine.day.year):
            self.last = known
        first = RANKS.get(known.date.precision, 5)
        for rank in range(min(first, RANKS[Precision.MONTH]) if known.in_heading else first, len(self._fine)):
            self._fine[rank] = known

    def tell(self, known: Known, anchor: datetime.date | None) -> None:
        """Remember a day of news that had come when it was published."""
        if anchor is None or not known.date.is_day or known.day > anchor:
            return
        self.told = known
        if not known.in_passing and (anchor - known.day).days <= 1:
            self.near = known

    @property
    def many_years(self) -> Known | None:
        """The decade or century that the story has come to, with no year of it told: which year is meant is open."""
        last, fine = self.last, self._fine[RANKS[Precision.YEAR]]
        if last is None or RANKS.get(last.date.precision, 0) <= RANKS[Precision.YEAR]:
            return None
        # "In 2002 the pact of the 1990s collapsed": named beside the year that its sentence tells of.
        beside = fine is not None and (last.date.holds(fine.day) or last.sentence == fine.sentence)
        return None if beside else last

    def for_months(self, paragraph: int, sentence: int) -> Known | None:
        """What a month without a year hangs on: the last date, unless that is a year far away named in passing."""
        fine, last = self._fine[RANKS[Precision.SEASON]], self._fine[RANKS[Precision.YEAR]]
        if fine is None or last is None or not last.is_year or last.in_heading or last.sentence == sentence:
            return last
        ahead = last.day.year - fine.day.year
        near = 0 < ahead <= _YEARS_AHEAD or (last.paragraph == paragraph and ahead == -1)
        # "In 1497 Albert invaded": what opens the sentence before is told, however far on it is.
        near = near or (ahead > 0 and last.sentence == sentence - 1 and last.words[:1].isupper())
        return last if near else fine

    def named(self, unit: str) -> Known | None:
        """What "the same year" or "the following month" hangs on: the unit last spoken of, if it was just before."""
        said, last = self.mentioned, self.at(unit)
        rank = UNIT_RANKS.get(unit, 7)
        if said and last and RANKS.get(said.date.precision) == rank and said.sentence <= last.sentence + 1:
            return said
        return last

    def at(self, unit: str) -> Known | None:
        """The last date that says its unit (or one finer); the last of all where none does."""
        return self._fine[UNIT_RANKS.get(unit, 7)] or self.last


Way = tuple[int, str]


@lru_cache(maxsize=64)
def _published(anchor: datetime.date, origin: str) -> Known:
    return Known(FuzzyDate.day(anchor), "", origin=origin)


@record
class Context:
    """Everything that a reading may hang on."""

    anchor: datetime.date | None
    story: Story
    narrative: bool = False
    zone: str | None = None
    paragraph: int = 0
    sentence: int = 0
    look: Callable[[], Way] = lambda: (0, "")
    forced: bool = False
    ranks: Callable[[], bool] = bool
    is_ranked: Callable[[], bool] = bool
    looks_back: Callable[[], bool] = bool
    # "Until February" lies after what the story tells.
    onward: bool = False
    modifies: Callable[[], bool] = bool
    defers: Callable[[], bool] = bool
    plans: Callable[[], bool] = bool
    # Whether other words than the verb have settled the way.
    settled: bool = False
    # What its nodes are places in.
    text: str = ""
    # What the anchor is, where it is not the day of publication; as in `Known`.
    origin: str = ""

    @cached_property
    def way(self) -> Way:
        """-1 for before, 1 for after, 0 where nothing tells, and the words that decided."""
        return self.look()

    def words_of(self, node: Node) -> str:
        """The words of a node."""
        return self.text[node.start : node.end]

    @property
    def is_length(self) -> bool:
        """Whether "in three years" is how long something took: after "the first", "the worst", or in the past tense."""
        return not self.forced and self.way[0] <= 0 and (self.way[0] < 0 or self.ranks())

    @cached_property
    def reference(self) -> Known | None:
        """What dates without a year, month or week hang on: the story's last date in a narrative, else the anchor."""
        if self.bygone:
            return None
        if self.narrative and self.story.last:
            return self.story.last
        return self.publication

    @property
    def publication(self) -> Known | None:
        """The anchor as a known date: the day of publication, or what `origin` calls it."""
        return _published(self.anchor, self.origin) if self.anchor else None

    @property
    def bygone(self) -> Known | None:
        """The date before Christ that a history tells of, whose days nothing here can count; else None."""
        return self.story.bygone if self.narrative else None

    def base(self, name: str, unit: str) -> Known | None:
        """What "anchor", "today", "previous", "later" or "context" stands for here, fine enough for a unit."""
        if name == "today":
            return self.publication
        if self.bygone:
            return None
        if name == "later":
            # "It will open in three days" counts from today, unless its own sentence says from when.
            beside = self.narrative or (self.story.last and self.story.last.sentence == self.sentence)
            name = "previous" if beside or self.way[0] <= 0 else "anchor"
        if unit == "quarter" and name != "anchor" and self.story.quarter:
            return self.story.quarter
        if name == "previous" or (self.narrative and self.story.last):
            found = self.story.named(unit) if self.narrative and name == "previous" else self.story.at(unit)
            return (self._come(found) if unit == "day" else found) or self.publication
        if name == "context" and unit == "day" and self.story.near and self.way[0] < 0:
            # "Prices fell yesterday; late in the day they rose."
            return self.story.near
        if name == "summed" and self.way[0] <= 0:
            # "In the fourth quarter of 1999 ... For the year, it lost": of what was just spoken of.
            found = self.story.at(unit)
            return found if found and found.sentence >= self.sentence - 1 else self.publication
        return self.publication

    def _come(self, found: Known | None) -> Known | None:
        """The day last named; in the past tense of news, the last one that had come."""
        told = self.story.told
        ahead = found and told and self.anchor and not self.narrative and found.day > self.anchor
        return told if ahead and self.way[0] < 0 else found

    def just_told(self, unit: str, sign: int) -> Known | None:
        """The date told in passing just before, if "three months earlier" or "the next month" hangs on that.

        What is counted on hangs on it only where the sentence told nothing else.
        """
        said, last = self.story.mentioned, self.story.last
        if not self.narrative or self.bygone or said is None or last is None or said.sentence < self.sentence - 1:
            return None
        if last.sentence >= said.sentence and (sign > 0 or said is last):
            return None
        return said if RANKS.get(said.date.precision, 7) <= UNIT_RANKS.get(unit, 0) else None

    def towards(self, way: int, cue: str) -> Context:
        """The same place, looking one way whatever its verbs say; not where the caller has chosen a way."""
        return self if self.forced else replace(self, look=lambda: (way, cue), settled=True)

    def hanging_on(self, known: Known) -> Context:
        """The same place, with another date as the last one read."""
        return replace(self, story=Story(known))
