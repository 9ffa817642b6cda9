"""What our grammars do not cover goes to dateparser, one expression at a time. The only module that imports it.

dateparser gets the language, the anchor and strict parts, and never a whole text: of a text in a language without a
grammar of ours it is asked what single words mean (which month is "мая"?), once for each word.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from timeline.dates.conventions import unit_of
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.grammar import Node
from timeline.dates.languages import Fields
from timeline.dates.option import Option

_KANA, _HANGUL = re.compile(r"[぀-ヿ]"), re.compile(r"[가-힣]")
_HAN, _CYRILLIC = re.compile(r"[一-鿿]"), re.compile(r"[Ѐ-ӿ]")
_SAMPLE = 20_000
# Explicit dates as most languages write them; a word between the numbers must be a month of the language.
_EXPLICIT = re.compile(
    r"(?<![\d.,/-])(?:"
    r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>\d{4})"
    r"|(?P<y3>\d{4})\s?年(?:\s?(?P<m3>\d{1,2})\s?月(?:\s?(?P<d3>\d{1,2})\s?[日号號])?)?"
    r"|(?P<m4>\d{1,2})\s?月\s?(?P<d4>\d{1,2})\s?[日号號]"
    r"|(?P<d5>\d{1,2})(?:\.|er|º|-го)?\s(?:de\s)?(?P<w5>[^\W\d_]{3,14})\.?(?:\s(?:de\s|del\s)?(?P<y5>\d{4}))?"
    r")(?![\d%])"
    r"|\b(?P<w6>[^\W\d_]{3,14})\s(?:de\s)?(?P<y6>\d{4})(?![\d%])"
)
# What dateparser reads wrongly, so that it never sees it: decades, years before Christ, numbers with dots.
_TRAPS = re.compile(
    r"\d0'?s\b|\b(?:bc|bce)\b|\d+\.\d+\.\d+\.\d+|\A[\d\W]*\Z|\A(?:may|march|sat|sun|second|mon)\Z", re.IGNORECASE
)
_LONGEST = 60
_MOST_WORDS = 3_000
_PERIODS = {"month", "year", "week"}


def language_of(text: str) -> str:
    """The language of a text by its script: ja, ko, zh, ru, else en."""
    sample = text[:_SAMPLE]
    kana, hangul = len(_KANA.findall(sample)), len(_HANGUL.findall(sample))
    if hangul > kana:
        return "ko"
    if kana:
        return "ja"
    if _HAN.search(sample):
        return "zh" if len(_HAN.findall(sample)) > 8 else "ja"
    return "ru" if _CYRILLIC.search(sample) else "en"


def foreign_nodes(text: str, code: str) -> Iterator[Node]:
    """The explicit dates of a text in a language without a grammar of ours."""
    asked: set[str] = set()
    for found in _EXPLICIT.finditer(text):
        fields = _fields({name[0]: value for name, value in found.groupdict().items() if value}, code, asked)
        if fields:
            yield Node(found.start(), found.end(), "calendar", fields)


def _fields(parts: dict[str, str], code: str, asked: set[str]) -> Fields:
    fields: Fields = {name: int(parts[sign]) for name, sign in _NAMES if sign in parts}
    if "w" in parts:
        word = parts["w"].lower()
        asked.add(word)
        month = month_of(word, code) if len(asked) < _MOST_WORDS else 0
        return fields | {"month": month} if month else {}
    return fields if 1 <= int(fields.get("month", 1)) <= 12 else {}


_NAMES = (("year", "y"), ("month", "m"), ("day", "d"))


@lru_cache(maxsize=20_000)
def month_of(word: str, code: str) -> int:
    """The number of the month that a word names in a language; 0 for none."""
    found = _ask(f"1 {word} 2000", code, None, None)
    return found[0].month if found and found[0].year == 2000 and found[0].day == 1 else 0


def foreign_options(words: str, anchor: datetime.date | None, code: str, direction: str | None) -> list[Option]:
    """One expression as dateparser reads it; [] where it reads none, or reads such things wrongly."""
    if len(words) > _LONGEST or _TRAPS.search(words.strip()):
        return []
    found = _ask(words, code, anchor, direction)
    if found is None:
        return []
    day, period = found
    made = unit_of(day, period) if period in _PERIODS else FuzzyDate.day(day)
    hanging = anchor.isoformat() if anchor else ""
    return [Option(made, "dateparser", {"language": code}, 0.7, anchor=hanging)]


@lru_cache(maxsize=20_000)
def _ask(
    words: str, code: str, anchor: datetime.date | None, direction: str | None
) -> tuple[datetime.date, str] | None:
    """The day and period that dateparser gives; None for none. It never fails on words, whatever they are."""
    reader = _reader(code, anchor, {"after": "future", "before": "past"}.get(direction or "", "current_period"))
    if reader is None:
        return None
    try:
        data = reader.get_date_data(words)
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return None
    return (data.date_obj.date(), data.period) if data.date_obj else None


@cache
def _reader(code: str, anchor: datetime.date | None, prefer: str) -> Any:
    """dateparser for one language and anchor; None for a language it does not know."""
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {"PREFER_DATES_FROM": prefer, "RETURN_TIME_AS_PERIOD": False}
    if anchor:
        settings["RELATIVE_BASE"] = datetime.datetime.combine(anchor, datetime.time(12))
    else:
        settings |= {"STRICT_PARSING": False, "REQUIRE_PARTS": ["day", "month", "year"]}
    try:
        return DateDataParser(languages=[code], settings=settings)
    except ValueError:
        return None
