"""What words that are meant as one date read as, and what is open in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.dates.open_ways import OTHER_CALENDAR, TAKEN_CENTURY
from timeline.dates.record import record, replace
from timeline.dates.result import Reading

# Where one of several readings rests on these, nothing tells it from the others.
_TWO_WAYS = ("figures-other-order", "written-years", "mark-not-shared", "dual-year", OTHER_CALENDAR)
_YEAR_ZERO = re.compile(r"(?<!\d)0000(?!\d)")


@record
class Typed:
    """What words read as. `readings` are best first, () where they are no date, or need a day to count from.

    `language`: the one they were read in, "" where no language was needed. `used`: the part of the words that the
    readings rest on; `unread`: the rest that means something, "" where all was read. While `unread` says something,
    the readings are of a part only and never to be taken without a person's word. `other_language`: one in which the
    words are another date ("listopada" is November in Polish, October in Croatian), else "".
    """

    words: str
    readings: tuple[Reading, ...] = ()
    language: str = ""
    used: str = ""
    unread: str = ""
    other_language: str = ""

    @property
    def reading(self) -> Reading | None:
        """The best reading."""
        return self.readings[0] if self.readings else None

    @property
    def is_read(self) -> bool:
        """Whether all the words are read, as a date that has days or years."""
        return not self.unread and any(reading.date for reading in self.readings)

    @property
    def is_half_read(self) -> bool:
        """Whether only a part of the words is read."""
        return bool(self.unread) and any(reading.date for reading in self.readings)

    @property
    def is_ambiguous(self) -> bool:
        """Whether they can be read in two ways: 05/04/2001; 1939-40, which EDTF takes as a half-year; two languages."""
        rules = [reading.rule for reading in self.readings if reading.date]
        return bool(self.other_language) or (len(rules) > 1 and any(way in rule for rule in rules for way in _TWO_WAYS))

    @property
    def is_century_taken(self) -> bool:
        """Whether the words give two figures of their year, and nothing tells their century: 24/08/79."""
        return self.is_read and TAKEN_CENTURY in self.readings[0].rule

    @property
    def is_year_zero(self) -> bool:
        """Whether they name the year 0000, which is 1 BC, and in many a database a year that nobody knows."""
        return self.is_read and names_year_zero(self.words)


def names_year_zero(words: str) -> bool:
    """Whether words have the year 0000."""
    return _YEAR_ZERO.search(words) is not None


def whole(words: str, readings: Iterable[Reading], language: str) -> Typed:
    """Readings that rest on all of the words."""
    start = len(words) - len(words.lstrip())
    end = len(words.rstrip())
    spanned = tuple(replace(reading, start=start, end=end) for reading in readings)
    return Typed(words, spanned, language, words[start:end])
