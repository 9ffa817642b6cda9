"""EDTF text to FuzzyDate: levels 0, 1 and 2 of the Extended Date/Time Format (Library of Congress, 2019)."""

import datetime
import re
from typing import NoReturn

from timeline.dates.fuzzy import OPEN, UNKNOWN, FuzzyDate
from timeline.dates.record import replace
from timeline.dates.units import Precision, in_range
from timeline.dates.unspecified import Impossible, read_date

_LONGEST = 2000
_YEAR = re.compile(r"-?[0-9X]{4}(?![0-9X])")
_TWO = re.compile(r"[0-9X]{2}(?![0-9X])")
_SIGN = re.compile(r"[?~%]")
_LONG = re.compile(r"Y(-?[0-9]+)(?:E([0-9]+))?(?:S([0-9]+))?(?![0-9A-Z])")
_SIGNIFICANT = re.compile(r"S([0-9]+)")
_CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")


class EdtfError(ValueError):
    """Text that is no EDTF; the message says where it stops being EDTF and what was expected there."""

    def __init__(self, text: str, at: int, expected: str) -> None:
        self.text, self.at, self.expected = text, at, expected
        rest = text[at : at + 20]
        found = f"found “{rest}”" if rest else "the text ends"
        super().__init__(f"“{text[:80]}”, character {at + 1}: expected {expected}, {found}.")


def parse(text: str) -> FuzzyDate:
    """The date that an EDTF text (level 0 to 2) means; EdtfError says where it goes wrong."""
    reader = _Reader(text.strip())
    if len(reader.text) > _LONGEST:
        reader.fail(f"at most {_LONGEST} characters")
    date = reader.set() if reader.sees("[", "{") else reader.interval_or_date()
    if reader.at < len(reader.text):
        reader.fail("the end of the text")
    return date


class _Reader:
    """Reads from left to right, so that every complaint knows its place."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def fail(self, expected: str, at: int | None = None) -> NoReturn:
        raise EdtfError(self.text, self.at if at is None else at, expected)

    def sees(self, *signs: str) -> bool:
        return self.text.startswith(signs, self.at)

    def take(self, sign: str) -> bool:
        found = self.sees(sign)
        self.at += len(sign) if found else 0
        return found

    def match(self, shape: re.Pattern[str]) -> re.Match[str] | None:
        found = shape.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def need(self, shape: re.Pattern[str], expected: str) -> str:
        found = self.match(shape)
        if not found:
            raise EdtfError(self.text, self.at, expected)
        return found[0]

    def sign(self) -> str:
        found = self.match(_SIGN)
        return found[0] if found else ""

    # A set: [one of] or {all of}

    def set(self) -> FuzzyDate:
        every = self.take("{")
        if not every:
            self.take("[")
        closing = "}" if every else "]"
        members = [self.member(every)]
        while self.take(","):
            members.append(self.member(every))
        if not self.take(closing):
            self.fail(f"a comma or “{closing}”")
        if len(members) == 1 and not (every and members[0].lasting):
            return members[0]
        return FuzzyDate.members(*members) if every else FuzzyDate.one_of(*members)

    def member(self, every: bool) -> FuzzyDate:
        start_at = self.at
        start = None if self.sees("..") else self.date()
        if not self.take(".."):
            return start or OPEN
        end = None if self.sees(",", "]", "}") else self.date()
        if start is None and end is None:
            self.fail("a date before or after “..”")
        self.check_order(start, end, start_at)
        return FuzzyDate.extent(start, end) if every else self.window(start, end, start_at)

    def window(self, start: FuzzyDate | None, end: FuzzyDate | None, at: int) -> FuzzyDate:
        if any(side and (side.approximate or side.uncertain) for side in (start, end)):
            self.fail("ends of a window without ?, ~ or %", at)
        if start is None or end is None:
            return FuzzyDate.starting(start) if start else FuzzyDate.by(end or OPEN)
        if start.earliest and end.latest:
            return FuzzyDate.window(start.earliest, end.latest)
        return FuzzyDate.between(start, end)

    def check_order(self, start: FuzzyDate | None, end: FuzzyDate | None, at: int) -> None:
        if not start or not end:
            return
        first, last = start.year_span[0], end.year_span[1]
        if first is None or last is None:
            return
        days = start.earliest, end.latest
        if first > last or (days[0] and days[1] and days[0] > days[1]):
            self.fail("an end that is not before its start", at)

    # An interval, or one date

    def interval_or_date(self) -> FuzzyDate:
        start = self.side()
        if not self.sees("/"):
            if not start.dated:
                self.fail("a date, as 2019-05-02, 2019-05, 2019, 197X, 2004/2006 or [2017-01..2017-04]", 0)
            return start
        self.at += 1
        end_at = self.at
        end = self.side()
        if not start.dated and not end.dated:
            self.fail("a date on at least one side of “/”", end_at)
        self.check_order(start, end, end_at)
        return FuzzyDate.extent(start, end)

    def side(self) -> FuzzyDate:
        if self.at == len(self.text) or self.sees("/"):
            return UNKNOWN
        return OPEN if self.take("..") else self.date()

    # One date

    def date(self) -> FuzzyDate:
        start = self.at
        if self.sees("Y"):
            return self.long_year()
        signs = [self.sign()]
        parts = [self.need(_YEAR, "a year of four digits, as 1985, 198X or -0043")]
        if self.sees("S"):
            return self.significant(parts[0], start)
        signs.append(self.sign())
        for expected in ("a month 01-12, or 21-41 for a season, quarter or half", "a day 01-31"):
            if not self.take("-"):
                break
            signs.append(self.sign())
            parts.append(self.need(_TWO, expected))
            signs.append(self.sign())
        return self.clock(self.qualified(parts, signs, start))

    def qualified(self, parts: list[str], signs: list[str], start: int) -> FuzzyDate:
        try:
            date = read_date(parts)
        except Impossible as reason:
            raise EdtfError(self.text, start, str(reason)) from None
        said = "".join(signs)
        if not said:
            return date
        # A sign at the very end, or before a lone year, is about the whole date; others keep their place.
        whole = not any(signs[:-1]) or (len(parts) == 1 and not signs[1])
        pattern = date.pattern if whole else self.text[start : self.at]
        approximate, uncertain = any(c in said for c in "~%"), any(c in said for c in "?%")
        return replace(date, approximate=approximate, uncertain=uncertain, pattern=pattern)

    def clock(self, date: FuzzyDate) -> FuzzyDate:
        if not self.sees("T"):
            return date
        at = self.at
        found = self.match(_CLOCK)
        if not found or not date.is_day:
            raise EdtfError(self.text, at, "a time as T06:00:00, T06:00:00Z or T06:00:00+09:00 after a full day")
        hour, minute, second = (int(found[n]) for n in (1, 2, 3))
        if hour > 23 or minute > 59 or second > 59 or not _fits(found[4]):
            self.fail("a time from 00:00:00 to 23:59:59, with an offset of at most 14:00", at)
        return date.at(datetime.time(hour, minute, second), found[4])

    def long_year(self) -> FuzzyDate:
        at, found = self.at, self.match(_LONG)
        exponent = int(found[2] or 0) if found and len(found[2] or "") < 3 else 99
        if not found or exponent > 18 or len(found[1]) > 19:
            raise EdtfError(self.text, at, "a long year, as Y17000, Y-17E7 or Y171010000S3, of at most 18 zeros")
        year = int(found[1]) * 10**exponent
        if abs(year) <= 9999:
            self.fail("more than four digits after Y", at)
        precision = Precision.YEAR
        first = last = year
        if found[3]:
            first, last = _significant(year, len(str(abs(year))), self.digits(found[3], at))
            precision = Precision.RANGE
        date = FuzzyDate.beyond(first, last, found[0], precision)
        return self.signed(date) if not found[3] else date

    def signed(self, date: FuzzyDate) -> FuzzyDate:
        said = self.sign()
        return replace(date, approximate=said in ("~", "%"), uncertain=said in ("?", "%")) if said else date

    def digits(self, text: str, at: int) -> int:
        if len(text) > 2 or int(text) == 0:
            self.fail("a number of significant digits from S1", at)
        return int(text)

    def significant(self, year: str, at: int) -> FuzzyDate:
        if "X" in year:
            self.fail("a year without X before S")
        found = self.match(_SIGNIFICANT)
        digits = self.digits(found[1] if found else "0", at)
        first, last = _significant(int(year), 4, digits)
        pattern = self.text[at : self.at]
        if not in_range(first, last):
            return FuzzyDate.beyond(first, last, pattern, Precision.RANGE)
        days = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
        return FuzzyDate(*days, Precision.RANGE, pattern=pattern)


def _significant(year: int, length: int, digits: int) -> tuple[int, int]:
    """First and last year that share the significant digits (1950S2: 1900-1999)."""
    unit = 10 ** max(length - digits, 0)
    nearest = abs(year) // unit * unit
    span = nearest, nearest + unit - 1
    return span if year >= 0 else (-span[1], -span[0])


def _fits(offset: str | None) -> bool:
    if not offset or offset == "Z":
        return True
    hours, minutes = int(offset[1:3]), int(offset[-2:]) if len(offset) > 3 else 0
    return hours * 60 + minutes <= 14 * 60 and minutes < 60
