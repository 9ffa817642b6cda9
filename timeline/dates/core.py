"""What our grammars do not cover goes to dateparser, one expression at a time. The only module that imports it.

dateparser gets the language, the anchor and strict parts, and never a whole text: of a text in a language without a
grammar of ours it is asked what single words mean (which month is "мая"?), once for each word.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from timeline.dates.conventions import unit_of
from timeline.dates.fuzzy import FuzzyDate
from timeline.dates.option import Option

TYPE_CHECKING = False  # typing itself takes as long to load as a page takes to read
if TYPE_CHECKING:
    from typing import Any

# What dateparser reads wrongly, so that it never sees it: decades, years before Christ, numbers with dots, eras by
# their initial, two days with a stroke or a word between them, a day that cannot be (32日 is no count of days), two
# years beside a month (February 1732/3).
_TRAPS = re.compile(
    r"\d0'?s\b|\b(?:bce?|ad|ce)\b|\d+\.\d+\.\d+\.\d+|\A[\d\W]*\Z|\A(?:may|march|sat|sun|second|mon)\Z"
    r"|\b[mtshr]\d{1,2}\.\d|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])|\d\D*\b(?:and|or|und|oder|et|ou|y|и|или)\b\D*\d"
    r"|\A\s*[-–—]|[<>≤≥±†?？]"
    r"|[^\W\d_]\W{1,3}\d{4}\s?[/–-]\s?\d{1,4}(?!\d|\s?[/.–-]\s?\d)"
    r"|\d(?:st|nd|rd|th)?\W*[日月일월][\W日月일월]*\Z",
    re.IGNORECASE,
)
SILENT = frozenset(
    "on the in at of day dated date am im den der dem vom le la les l el los en du de del il nel di em uhr "  # noqa: SIM905
    "roku r в во году года год г に の は で 、 에 의 일자 付 付け".split()
)
"""Words beside a date that say nothing about it."""
_WORD, _SIGN_OF_UNIT = re.compile(r"[^\W\d_]+"), re.compile(r"[年月日号號년월일]")
_BOTH_ORDERS = re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|1[0-2])[./-]\d{2,4}(?!\d)")
_YEAR_OF_TWO_FIGURES = re.compile(r"[-./'’](\d\d)\W*\Z")
_FEWEST_LETTERS, _LATEST_OF_TWO_FIGURES = 3, 2030
_LONGEST = 60
_PERIODS = {"month", "year", "week"}
# Two days that differ in year, month, day of the month and of the week: what is read the same from both names its day.
_EITHER = datetime.date(1968, 2, 29), datetime.date(2013, 11, 11)


@lru_cache(maxsize=20_000)
def month_of(word: str, code: str) -> int:
    """The number of the month that a word names in a language; 0 for none."""
    # Slavic languages say "in September" with an ending that dateparser does not know: сентябре, августе, мае.
    endings = ("", "ь", "й") if word.endswith(("е", "і")) else ()
    for form in (word, *(word[:-1] + ending for ending in endings)):
        found = _ask(f"1 {form} 2000", code, None, None)
        if found and found[0].year == 2000 and found[0].day == 1:
            return found[0].month
    return 0


def foreign_options(words: str, anchor: datetime.date | None, code: str, direction: str | None) -> list[Option]:
    """One expression as dateparser reads it; [] where it reads none, or reads such things wrongly."""
    if len(words) > _LONGEST or _TRAPS.search(words.strip()):
        return []
    found = _ask(words, code, anchor, direction)
    if found is None:
        return []
    day, period = found
    made = unit_of(day, period) if period in _PERIODS else FuzzyDate.day(day)
    if made is None:
        return []
    hanging = anchor.isoformat() if anchor else ""
    return [Option(made, "dateparser", {"language": code}, 0.7, anchor=hanging)]


def whole_by_dateparser(
    words: str, anchor: datetime.date | None, code: str, direction: str | None = None
) -> list[Option]:
    """Words that are one date, as dateparser reads all of them; [] where it may have left out a figure.

    It passes over words that it knows for fillers, takes one letter for a month, and any figure for an hour; so each
    figure has to be one of the date, or how many days, weeks, months or years lie between it and the anchor, and each
    word beside a year a month. A month beside two figures may be a day of it ("17 augusti"), no year.
    """
    if _BOTH_ORDERS.search(words):
        return []
    options = foreign_options(words, anchor, code, direction)
    date = options[0].date if options else None
    if date is None or date.earliest is None or date.latest is None:
        return []
    names_year = re.search(rf"(?<!\d){date.earliest.year:04d}(?!\d)", words) is not None
    if names_year and not all(_is_of_date(word, code) for word in _WORD.findall(words)):
        return []
    figures = [int(figure) for figure in re.findall(r"\d+", words)]
    if not names_year and not date.is_day and date.earliest.year % 100 <= 31 and date.earliest.year % 100 in figures:
        return []
    told = {date.earliest.year, date.earliest.month, date.earliest.day}
    if (short := _YEAR_OF_TWO_FIGURES.search(words)) and int(short[1]) == date.earliest.year % 100:
        # 24-Aug-79; "24 August 79" may well be the year 79, and "12 Nov 4" has no year.
        if date.earliest.year > _LATEST_OF_TWO_FIGURES:
            return []
        told.add(int(short[1]))
    words_said = _WORD.findall(words)
    if all(len(word) < _FEWEST_LETTERS and word.isascii() for word in words_said):
        # "12 an", "Sa 12", "5 s"
        return []
    if all(figure in told for figure in figures):
        # A day of a month that nothing names would be of the anchor's: "31 set", "12 min".
        names_month = date.earliest.month in figures or any(
            month_of(word.lower(), code) == date.earliest.month for word in words_said
        )
        return options if names_month or not figures or not date.is_day else []
    if anchor is None or len(figures) != 1 or not any(_SIGN_OF_UNIT.sub("", word) for word in words_said):
        # "29 月 年" says neither "ago" nor "in": the signs alone count nothing.
        return []
    days = abs((date.earliest - anchor).days)
    months = abs((date.earliest.year - anchor.year) * 12 + date.earliest.month - anchor.month)
    counts = {days, days // 7 if not days % 7 or date.earliest != date.latest else -1, months, months / 12}
    return options if figures[0] in counts else []


def _is_of_date(word: str, code: str) -> bool:
    """Whether a word beside a year says nothing, or names a month."""
    plain = word.lower()
    if plain in SILENT or not _SIGN_OF_UNIT.sub("", plain):
        return True
    return (len(plain) > 2 or not plain.isascii()) and month_of(plain, code) > 0


@lru_cache(maxsize=20_000)
def _ask(
    words: str, code: str, anchor: datetime.date | None, direction: str | None
) -> tuple[datetime.date, str] | None:
    """The day and period that dateparser gives; None for none. It never fails on words, whatever they are.

    Without an anchor it would count from the clock of the machine, so it is asked from two days: what does not come
    out the same needs a day to count from.
    """
    if anchor is not None:
        return _ask_from(words, code, anchor, direction)
    one = _ask_from(words, code, _EITHER[0], direction)
    other = _ask_from(words, code, _EITHER[1], direction) if one else None
    return one if one and other and _unit(*one) == _unit(*other) else None


def _unit(day: datetime.date, period: str) -> tuple[int, ...]:
    """What of a day dateparser read, and did not fill in."""
    return (day.year, day.month, day.day)[: {"year": 1, "month": 2}.get(period, 3)]


def _ask_from(words: str, code: str, anchor: datetime.date, direction: str | None) -> tuple[datetime.date, str] | None:
    """The same, counted from a day."""
    reader = _reader(code, anchor, {"after": "future", "before": "past"}.get(direction or "", "current_period"))
    if reader is None:
        return None
    try:
        data = reader.get_date_data(words)
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return None
    return (data.date_obj.date(), data.period) if data.date_obj else None


@lru_cache(maxsize=2_000)
def _reader(code: str, anchor: datetime.date, prefer: str) -> Any:
    """dateparser for one language and anchor; None for a language it does not know."""
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {
        "PREFER_DATES_FROM": prefer,
        "RETURN_TIME_AS_PERIOD": False,
        "RELATIVE_BASE": datetime.datetime.combine(anchor, datetime.time(12)),
    }
    try:
        return DateDataParser(languages=[code], settings=settings)
    except ValueError:
        return None
