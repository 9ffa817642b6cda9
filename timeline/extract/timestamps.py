"""Moments as markup writes them: the days they may be, by zone, and never one chosen for the reader."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

EARLIEST, LATEST = 1400, 9998
"""The years that a publication is believed to be of: outside stand the zeros and the nines of programs."""
LONGEST = 80
"""Letters of a timestamp; what is longer is none."""
_ISO = re.compile(
    r"(?:(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})|(\d{4})(\d\d)(\d\d))"
    r"(?:(?:[T_]|\s{1,3}|,\s?)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(AM|PM)?"
    r"\s?(Z|UTC|GMT|JST|KST|[+\-−]\d{2}(?::?\d{2})?)?)?(?:\[[A-Za-z/_]{1,40}\])?\.?",
    re.IGNORECASE,
)
_EAST_ASIAN = re.compile(
    r"(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일](?:\s?[(（].[)）])?(?:\s?.{0,3}\d{1,2}[時시:].{0,20})?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})\d{4}(?:\d{2})?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
# 2024050209 is 9 o'clock on that day, or a second of this year.
_HOURS_FROM = 2030
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
# What goes on after a date is its time, and no second date.
_TIME_BEHIND = r"(?:[\s,T-](?!.*(?<![+\-−\d])[12]\d{3}(?!\d)).{0,40})?"
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _TIME_BEHIND)
_WORDS = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]([A-Za-z]{3,9})\.?,?[\s-](\d{4})"
    r"|([A-Za-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4}))" + _TIME_BEHIND,
    re.IGNORECASE,
)
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "JST": 9 * 60, "KST": 9 * 60}


@dataclass(frozen=True)
class Timestamp:
    """A moment, or a day, as a page writes it."""

    days: tuple[date, ...]
    """The day as written; two where day and month can be read either way."""
    moment: datetime | None = None
    """The moment in UTC, where the writing tells it."""
    offset: int | None = None
    """Minutes ahead of UTC in which it is written, where the writing tells; 0 says nothing of the page's own zone."""

    @property
    def in_utc(self) -> bool:
        """Whether it is told in UTC, as programs write moments of every zone."""
        return self.offset == 0


def read_timestamp(written: str) -> Timestamp | None:
    """Read what markup gives as a moment or a day; None if it is neither, or not one full day."""
    words = " ".join(written[: LONGEST + 1].split())
    if not words or len(words) > LONGEST:
        return None
    try:
        found = _of_figures(words) or _of_words(words)
    except (ValueError, OverflowError):
        return None
    return (
        found if found and all(EARLIEST <= day.year <= LATEST for day in found.days) and not _is_zero(found) else None
    )


def _is_zero(found: Timestamp) -> bool:
    return found.moment == datetime(1970, 1, 1, tzinfo=UTC)


def _of_figures(words: str) -> Timestamp | None:
    if iso := _ISO.fullmatch(words):
        *figures, hour, minute, second, half, zone = iso.groups()
        year, month, day = (int(figure) for figure in figures if figure and figure.isdecimal())
        the_day = date(year, month, day)
        if hour is None or zone is None:
            return Timestamp((the_day,))
        return _at(the_day, _hour(int(hour), half), int(minute), int(second or 0), _offset(zone))
    if compact := _COMPACT.fullmatch(words):
        return Timestamp((date(int(compact[1]), int(compact[2]), int(compact[3])),))
    if _EPOCH.fullmatch(words):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(words[:10]))
        year, month, day = int(words[:4]), int(words[4:6]), int(words[6:8])
        if moment.year >= _HOURS_FROM and int(words[8:10]) < 24 and _is_day(year, month, day):
            return Timestamp((date(year, month, day), moment.date()))
        return Timestamp((moment.date(),), moment, 0)
    if found := _EAST_ASIAN.fullmatch(words):
        return Timestamp((date(int(found[1]), int(found[2]), int(found[3])),))
    if found := _FIGURES.fullmatch(words):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        # Points part day, month, year; strokes both ways.
        ways = [(second, first)] if found[2] == "." else [(second, first), (first, second)]
        days = dict.fromkeys(date(year, month, day) for month, day in ways if _is_day(year, month, day))
        return Timestamp(tuple(days)) if days else None
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _hour(hour: int, half: str | None) -> int:
    return hour % 12 + 12 * (half.upper() == "PM") if half else hour


def _offset(zone: str) -> int:
    """Return the minutes that a zone is ahead of UTC."""
    known = _ZONES.get(zone.upper())
    if known is not None:
        return known
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return minutes if zone[0] == "+" else -minutes


def _at(day: date, hour: int, minute: int, second: int, offset: int) -> Timestamp:
    more = hour == 24
    written = datetime(day.year, day.month, day.day, 0 if more else hour, minute, min(second, 59), tzinfo=UTC)
    written += timedelta(days=more)
    return Timestamp((written.date(),), written - timedelta(minutes=offset), offset)


def _of_words(words: str) -> Timestamp | None:
    """Read a date of mail ("Thu, 02 May 2024 09:31:01 +0900"), of JavaScript, or one in English words."""
    found = _WORDS.fullmatch(words)
    if not found:
        return _of_javascript(words)
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    number = _month(month)
    if not number:
        return None
    the_day = date(int(year), number, int(day))
    return _of_mail(words) or _of_javascript(words) or Timestamp((the_day,))


def _month(word: str) -> int:
    """Return the number of a month that is written out or shortened; 0 for another word."""
    plain = "sep" if word.lower() == "sept" else word.lower()
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(plain) and len(plain) > 2), 0)


def _of_mail(words: str) -> Timestamp | None:
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:
        # "-0000" and no zone at all come out alike; a zone of its own name (EST) is not told apart from none either.
        if not re.search(r"\s-0000$", words):
            return None
        moment = moment.replace(tzinfo=UTC)
    offset = moment.utcoffset() or timedelta()
    return Timestamp((moment.date(),), moment.astimezone(UTC), round(offset.total_seconds() / 60))


_JAVASCRIPT = re.compile(
    r"[A-Za-z]{3}\s([A-Za-z]{3})\s(\d{1,2})\s(\d{4})\s(\d{2}):(\d{2}):(\d{2})\s(?:GMT|UTC)?([+\-]\d{4})(?:\s?\(.{0,40}\))?"
)


def _of_javascript(words: str) -> Timestamp | None:
    found = _JAVASCRIPT.fullmatch(words)
    if not found or not _month(found[1]):
        return None
    day = date(int(found[3]), _month(found[1]), int(found[2]))
    return _at(day, int(found[4]), int(found[5]), int(found[6]), _offset(found[7]))
