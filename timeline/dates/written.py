"""Dates written in signs and figures, whole and by themselves: EDTF, ISO 8601, bare years, 2019/3/5, 5.2019, 490 BC.

What stands here needs no grammar and no day to count from. A bare number is the year of that number; below 0 it counts
as EDTF and ISO 8601 do, so that 0 is 1 BC and -427 is 428 BC.
"""

from __future__ import annotations

import datetime
import re
import unicodedata

from timeline.dates import edtf
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.notation import year_text
from timeline.dates.option import Option, impossible, make_day
from timeline.dates.units import Precision, days_in_month, in_range

_MINUS = str.maketrans({"−": "-", "﹣": "-", "－": "-", "／": "/", "．": ".", "：": ":", "＋": "+"})
_BARE_YEAR = re.compile(r"[+-]?\d{1,4}|-\d{5,9}")
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)")
_DAY = re.compile(
    r"(?P<sign>[+-])?(?P<year>\d{4,9})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[Tt ]\s?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s?"
    r"(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
# A midnight that a spreadsheet or a database put behind a day says nothing of the hour.
_MIDNIGHT = re.compile(r"(?<=\d)[Tt ]\s?(?:0?0:00(?::00)?(?:[.,]0+)?|12:00(?::00)? ?[Aa][Mm])\Z")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sep>[-/.])\s?(?P<month>\d\d?)(?:(?P=sep)\s?(?P<day>\d\d?))?\.?")
_MONTH_YEAR = re.compile(r"(?P<month>\d\d?)[./-]\s?(?P<year>\d{4})")
_ZERO_DAY = re.compile(r"(?P<day>00)(?P<sep>[-/.])(?P<month>\d\d)(?P=sep)(?P<year>\d{4})")
# "1939-40" is a half-year of 1939 in EDTF, and two years to most who write it.
_TWO_YEARS = re.compile(r"(\d\d)(\d\d)-(\d\d)")
# 2009/10, 2001–02, 1731/2 and 1999/00 are a month in one table and two years in the next.
_MONTH_OR_YEARS = re.compile(r"(?P<year>\d{4})(?P<sign>[-/–—])(?P<last>\d\d?)")
_MOST_YEARS = 50
# Not the wide tilde, which is "from" behind a date, nor signs of doubt and dashes, which have rules of their own.
_WIDE_OR_SQUARE = re.compile("[\uff01-\uff0c\uff0e-\uff1e\uff20-\uff5d\u3220-\u33ff]")
_NOTHING = re.compile(r"0{1,4}(?:[-/.]0{1,4}){1,2}\.?|0{6}|0{8}")
# "?-1953" is until 1953 from nobody knows when; the doubtful year 1954 BC has its mark behind it.
_UNKNOWN_START = re.compile(r"\?-\d")
_SURE, _OTHER = 0.97, 0.4


def written(words: str) -> list[Option]:
    """The readings of words that are nothing but a date in signs and figures, best first; [] for others."""
    text = without_midnight(words.translate(_MINUS).strip())
    if not text or not any(sign.isdecimal() or sign in "X." for sign in text) or is_empty(text):
        return []
    if _UNKNOWN_START.match(text):
        return []
    if _BARE_YEAR.fullmatch(text):
        return _bare_year(text)
    if found := _DAY.fullmatch(text):
        return _day(found)
    if options := _month_or_years(text):
        return options
    try:
        date = edtf.parse(text)
    except edtf.EdtfError:
        return _figures(text)
    return [_named(date, "written-edtf"), *_two_years(text)]


def folded_in(text: str) -> str:
    """The text with what is one sign for several, or wide for narrow, in plain signs: ㍻, ㋀, Ｈ１４．９．１７."""
    if text.isascii():
        return text
    return _WIDE_OR_SQUARE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def is_empty(text: str) -> bool:
    """Whether a database means by it that no date was given: 0000-00-00, 00/00/0000."""
    return _NOTHING.fullmatch(text) is not None


def without_midnight(text: str) -> str:
    """A day without the 0:00 that a table has behind it."""
    return _MIDNIGHT.sub("", text)


def _named(date: FuzzyDate, rule: str, confidence: float = _SURE) -> Option:
    return Option(date, rule, {"edtf": date.edtf}, confidence, named_year=True)


def _bare_year(text: str) -> list[Option]:
    year = int(text)
    # A lone 0 is an empty cell more often than 1 BC, which is written 0000.
    return [] if not year and len(text) < 4 else [_named(FuzzyDate.year(year), "written-year")]


def _two_years(text: str) -> list[Option]:
    """The other reading of 1939-40."""
    found = _TWO_YEARS.fullmatch(text)
    if not found or int(found[3]) <= max(int(found[2]), 12):
        return []
    first, last = (FuzzyDate.year(int(found[1] + digits)) for digits in (found[2], found[3]))
    return [_named(FuzzyDate.extent(first, last), "written-years", _OTHER)]


def _month_or_years(text: str) -> list[Option]:
    """Both readings of a year with one or two more figures, the likelier first; [] where one is plainly not meant."""
    found = _MONTH_OR_YEARS.fullmatch(text)
    if found is None:
        return []
    year, month, sign = int(found["year"]), int(found["last"]), found["sign"]
    span = (month - year) % 10 ** len(found["last"])
    if month > 12 or not 0 < span <= _MOST_YEARS:
        return []
    if sign in "–—" or (sign == "/" and month > 9):
        years_first = True
    elif sign == "-" and len(found["last"]) == 1 and month > year % 10:
        # 1850-2 is no EDTF: a month in a table that writes no noughts, 1850-52 in a library.
        years_first = False
    elif span == 1 and not (sign == "-" and month and len(found["last"]) == 2):
        years_first = month == 0
    else:
        # 2001-02 is EDTF, 2001/9 no year of two figures.
        return []
    years = _named(FuzzyDate.extent(FuzzyDate.year(year), FuzzyDate.year(year + span)), "written-years", _OTHER)
    options = [years, *_of_figures(year, month, 0)]
    return options if years_first else options[::-1]


def _day(found: re.Match[str]) -> list[Option]:
    """An ISO day with its sign; with month or day 00, the year or month that is left; its time, unless midnight."""
    year = int(found["year"]) * (-1 if found["sign"] == "-" else 1)
    if found["sign"] == "-" and not year:
        return []
    options = _of_figures(year, int(found["month"]), int(found["day"]))
    if found["hour"] is None or not options or options[0].date is None or not options[0].date.is_day:
        return options
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if not hour and not minute and not second:
        return options
    if hour > 23 or minute > 59 or second > 59:
        return []
    zone = {"z": "Z", "utc": "Z", "gmt": "Z"}.get((found["zone"] or "").lower(), found["zone"])
    moment = options[0].date.at(datetime.time(hour, minute, second), zone)
    try:
        edtf.parse(moment.edtf)
    except edtf.EdtfError:
        # No place on Earth has such a zone.
        return []
    return [_named(moment, "written-edtf")]


def _figures(text: str) -> list[Option]:
    """Figures in an order that only one reading has: 2019/3/5, 2019. 3. 5., 5.2019, 00.08.1912."""
    if found := _COMPACT.fullmatch(text):
        year, month, day = (int(figures) for figures in found.groups())
        return _of_figures(year, month, day) if 0 < month <= 12 and 0 < day <= 31 else []
    found = _YEAR_FIRST.fullmatch(text) or _MONTH_YEAR.fullmatch(text) or _ZERO_DAY.fullmatch(text)
    if not found:
        return []
    said = found.groupdict()
    month, day = int(said["month"]), int(said.get("day") or 0)
    if said.get("sep") in ("/", "-") and "day" in said and said["day"] is None and month > 9:
        # 1911/12 may be two years: the grammars tell.
        return []
    if month == 0 and said.get("day") is None:
        return [_named(FuzzyDate.year(int(said["year"])), "written-figures")]
    return _of_figures(int(said["year"]), month, day)


def _of_figures(year: int, month: int, day: int) -> list[Option]:
    if month == 0:
        return [_named(FuzzyDate.year(year), "written-figures")] if day == 0 else [impossible("month", month=month)]
    if month > 12:
        return [impossible("month", month=month)]
    if day == 0:
        return [_named(FuzzyDate.month(year, month), "written-figures")]
    if abs(year) > 9999:
        return [_named(FuzzyDate.year(year), "written-figures")]
    if not 1 <= day <= days_in_month(year, month):
        return [impossible("day", year=year, month=month, day=day)]
    found = make_day(year, month, day) if in_range(year) else None
    if found is None:
        text = f"{year_text(year)}-{month:02d}-{day:02d}"
        return [_named(FuzzyDate.beyond(year, year, text, Precision.DAY), "written-figures")]
    return [_named(FuzzyDate.day(found), "written-figures")]
