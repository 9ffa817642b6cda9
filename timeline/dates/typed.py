"""One date as a person or a table gives it: whatever was typed, all of it read, or said which part was not.

`read` reads a phrase of a text in one language. Here nobody knows the language of a few words for sure, and nothing
stands around them; but they are meant as one date, so that what is left over of them is told.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from timeline.dates.around import around, between_dates
from timeline.dates.core import whole_by_dateparser
from timeline.dates.detection import language_of
from timeline.dates.engine import read, reading_of
from timeline.dates.left_over import unread_beside
from timeline.dates.open_ways import TAKEN_CENTURY, of_century, with_other_calendar, with_other_century
from timeline.dates.option import Option
from timeline.dates.record import replace
from timeline.dates.result import Reading
from timeline.dates.spellings import plainly
from timeline.dates.told_twice import told_twice
from timeline.dates.typed_result import Typed, names_year_zero, whole
from timeline.dates.written import folded_in, is_empty, without_midnight, written

Anchor = datetime.date | None

ORDERS = ("dmy", "mdy", "ymd")
"""What stands first in figures: day, month and year, by their first letters."""

# Where the letters do not tell the language: those asked first, and those asked where a word beside figures may be a
# month in one of them.
_LATIN = ("de", "fr", "es", "it", "pt", "nl")
_MORE_LATIN = (
    "pl",
    "cs",
    "sk",
    "hr",
    "sl",
    "hu",
    "ro",
    "sv",
    "da",
    "nb",
    "fi",
    "et",
    "lv",
    "lt",
    "tr",
    "ca",
    "id",
    "vi",
)
_SCRIPTS = (
    (re.compile("[぀-ヿ]"), ("ja",)),
    (re.compile("[가-힣]"), ("ko",)),
    (re.compile("[一-鿿]"), ("ja", "zh")),
    (re.compile("[Ѐ-ӿ]"), ("ru", "uk", "bg")),
    (re.compile("[Ͱ-Ͽ]"), ("el",)),
    (re.compile("[؀-ۿ]"), ("ar", "fa")),
)
_WORD_BESIDE_FIGURES = re.compile(r"\d\W*[^\W\d_]{3}|[^\W\d_]{3}\W*\d")
_LETTER = re.compile(r"[^\W\d_]")
_BY_IDEOGRAPHS = frozenset({"ja", "ko", "zh"})
# H14.9.17, R3: the initial of an era of Japan, in which no other date begins.
_ERA_INITIAL = re.compile(
    r"(?P<era>[MTSHR])\.?\s?(?P<year>\d{1,2})(?:[./年-](?P<month>\d{1,2}))?(?:[./月-](?P<day>\d{1,2}))?[年月日]?",
    re.IGNORECASE,
)
_FOUR_FIGURES = re.compile(r"\d{3,4}")
_YEAR_BEFORE_MONTH = re.compile("[^年년]{1,20}[年년](?=.{0,10}[月월])")
_FIGURES = re.compile(r"\s*(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\b")
# A figure of which one half is not known is no nought: "1998/05/0?" is one of nine days.
_HALF_FIGURE = re.compile(r"(?P<date>\d{4}(?:[./-]\d{1,2})?)[./-](?P<half>0[?？]+)")
_TWO_DAYS = re.compile(r"([^/]*\d[^/]*)/([^/]*\d[^/]*)")
# Longer words are no date with others around it.
_LONGEST = 120
# Longer words are no date that somebody typed: no field takes them.
_LONGEST_TYPED = 300


def read_typed(
    words: str,
    anchor: Anchor,
    *,
    language: str | None = None,
    zone: str | None = None,
    order: str | None = None,
    century: int | None = None,
) -> Typed:
    """Read words that are meant as one date: EDTF, ISO 8601, figures, or words in any language.

    `anchor` is the day that "yesterday" counts from; without one such words are not read. `language` is the one a
    person or an article says; what it does not read whole is read in the languages that the letters allow. `order`
    ("dmy", "mdy" or "ymd") decides figures such as 05/04/2001, `century` (its first year, as 1900) years of two
    figures. Raises ValueError for another order, on no words.
    """
    if order is not None and order not in ORDERS:
        raise ValueError(f"order must be one of {', '.join(ORDERS)}, not {order!r}")
    if len(words) > _LONGEST_TYPED:
        # Neither worked on nor remembered, since it may be a million letters that a stranger sent.
        return Typed(words, unread=words.strip())
    return _read_with_doubts(words, anchor, language or "", zone, order, century)


@lru_cache(maxsize=20_000)
def _read_with_doubts(
    words: str, anchor: Anchor, language: str, zone: str | None, order: str | None, century: int | None
) -> Typed:
    """Read words with what stays open in them beside the language and the order of figures."""

    def reread(base: datetime.date) -> tuple[Reading, ...]:
        again = _read_typed(words, base, language, zone, order)
        return again.readings if again.is_read else ()

    if half := _HALF_FIGURE.fullmatch(words.strip()):
        return replace(_read_typed(half["date"], anchor, language, zone, order), words=words, unread=half["half"])
    found = _read_typed(words, anchor, language, zone, order)
    if not found.is_read:
        return _by_two_calendars(words, lambda text: _read_typed(text, anchor, language, zone, order)) or found
    if names_year_zero(words) and not any(one.date and 0 in one.date.year_span for one in found.readings):
        # 0000 is no year of two figures, as 00 is.
        return Typed(words, unread=words.strip())
    readings = with_other_century(words, found.readings, anchor, reread)
    if century is not None and TAKEN_CENTURY in readings[0].rule:
        readings = of_century(century, reread) or readings
    return replace(found, readings=with_other_calendar(words, readings))


def _by_two_calendars(words: str, reread: Callable[[str], Typed]) -> Typed | None:
    """Read "29 May/10 June 1850" as it is with blanks, if the two days may be one day by two calendars."""
    days = _TWO_DAYS.fullmatch(words.strip())
    if days is None:
        return None
    found = reread(f"{days[1].strip()} / {days[2].strip()}")
    both = with_other_calendar(words, found.readings) if found.is_read else ()
    return whole(words, both, found.language) if len(both) > len(found.readings) else None


@lru_cache(maxsize=20_000)
def _read_typed(words: str, anchor: Anchor, language: str, zone: str | None, order: str | None) -> Typed:
    text = words.strip()
    if not text:
        return Typed(words)
    if is_empty(text):
        return Typed(words, unread=text)
    if (folded := folded_in(text)) != text:
        found = _read_typed(folded, anchor, language, zone, order)
        all_read = whole(words, found.readings, found.language)
        return replace(all_read, unread=found.unread, other_language=found.other_language)
    if options := written(text):
        return whole(words, [reading_of(option) for option in options], "")
    if (plain := plainly(text)) != text:
        found = _read_typed(plain, anchor, language, zone, order)
        if found.readings and not found.unread:
            return replace(whole(words, found.readings, found.language), other_language=found.other_language)
    said: list[str] = []

    def rest(part: str) -> list[Option]:
        found = _read_typed(part, anchor, language, zone, order)
        if not found.is_read:
            return []
        said.append(found.language)
        return [_option(reading) for reading in found.readings if reading.date]

    def told() -> str:
        return next((code for code in said if code), "")

    looked_around = len(text) <= _LONGEST
    if (day := without_midnight(text)) != text:
        found = _read_typed(day, anchor, language, zone, order)
        return whole(words, found.readings, found.language) if found.is_read else found
    if era := _ERA_INITIAL.fullmatch(text):
        return _of_era(words, era) if _is_surely_of_era(era, language) else Typed(words, unread=text)
    if looked_around and (options := told_twice(text, rest)):
        return whole(words, [reading_of(option) for option in options], told())
    if looked_around and (options := around(text, rest)):
        return whole(words, [reading_of(option) for option in options], told())
    codes: list[str] = []
    best: Typed | None = None
    for code in _languages(text, language):
        codes.append(code)
        found = _in_order(_in_language(words, anchor, code, zone), order)
        if found.is_read:
            return _in_other_language(found, words, anchor, zone) if code in _MORE_LATIN and code != language else found
        best = found if best is None or _better(found, best) else best
    if looked_around and (options := between_dates(text, rest)):
        return whole(words, [reading_of(option) for option in options], told())
    for code in (code for code in codes if code not in _MORE_LATIN or code == language):
        if options := whole_by_dateparser(text, anchor, code):
            return whole(words, [reading_of(option) for option in options], code)
    return best or Typed(words, unread=text)


def _is_surely_of_era(said: re.Match[str], language: str) -> bool:
    """Whether it is no half of a year, highway or strength of an earthquake (H1, S39, M4.5), as far as signs tell."""
    in_signs = any(sign in said[0] for sign in "年月日")
    return (
        in_signs or language.partition("-")[0] == "ja" or bool(said["day"] or (said["month"] and len(said["year"]) > 1))
    )


def _of_era(words: str, said: re.Match[str]) -> Typed:
    signs = (("year", "年"), ("month", "月"), ("day", "日"))
    plain = said["era"].upper() + "".join(f"{said[name]}{sign}" for name, sign in signs if said[name])
    readings = read(plain, None, language="ja")
    if not readings or readings[0].end - readings[0].start < len(plain):
        return Typed(words, unread=words.strip())
    all_read = whole(words, readings, "ja")
    if said["month"] and "lunisolar-year" in readings[0].rule:
        year, lost = said.string[: said.end("year")], said.string[said.end("year") :].strip("./年- ")
        spanned = tuple(replace(reading, end=reading.start + len(year)) for reading in all_read.readings)
        return replace(all_read, readings=spanned, used=year, unread=lost)
    return all_read


def _option(reading: Reading) -> Option:
    return Option(reading.date, reading.rule, reading.facts, reading.confidence, anchor=reading.anchor)


def _better(one: Typed, other: Typed) -> bool:
    """Whether more of the words is read; a date that cannot be is worth more than none."""
    return (bool(one.readings), -len(one.unread)) > (bool(other.readings), -len(other.unread))


def _languages(text: str, told: str) -> Iterator[str]:
    """The languages to read words in, each once, the likeliest first."""
    asked: set[str] = set()
    for code in _likely(text, told):
        if code and code not in asked:
            asked.add(code)
            yield code


def _likely(text: str, told: str) -> Iterator[str]:
    by_script = next((codes for script, codes in _SCRIPTS if script.search(text)), None)
    if by_script:
        # A Chinese sign may be of the language that is told, a letter of Latin may not.
        if told.partition("-")[0] in _BY_IDEOGRAPHS:
            yield told
        yield from by_script
        yield told
        return
    if told.partition("-")[0] not in _BY_IDEOGRAPHS:
        yield told
    yield "en"
    if _LETTER.search(text):
        yield language_of(text)
        yield from _LATIN
    yield told
    if _WORD_BESIDE_FIGURES.search(text):
        yield from _MORE_LATIN


def _in_language(words: str, anchor: Anchor, code: str, zone: str | None) -> Typed:
    readings = read(words, anchor, language=code, zone=zone)
    if not readings:
        return Typed(words, unread=words.strip())
    readings = _without_lost_day(words, readings)
    used = words[readings[0].start : readings[0].end]
    return Typed(words, tuple(readings), code, used.strip(), unread_beside(words, readings[0]))


def _without_lost_day(words: str, readings: list[Reading]) -> list[Reading]:
    """Of a day that no table has only the year is read, the rest is not.

    So it is with a named day ("Tuesday after Easter 1520"), and with one of the moon's months in an era's year.
    """
    best = readings[0]
    if best.date is None or best.date.is_day:
        return readings
    if "lunisolar-year" in best.rule:
        year = _YEAR_BEFORE_MONTH.search(words, best.start, best.end)
    else:
        year = _FOUR_FIGURES.search(words, best.start, best.end) if best.rule == "named-day" else None
    return [replace(reading, start=year.start(), end=year.end()) for reading in readings] if year else readings


def _in_other_language(found: Typed, words: str, anchor: Anchor, zone: str | None) -> Typed:
    """The same with the readings of another language in which the words are another date, if there is one."""
    dates = {reading.date for reading in found.readings}
    for code in _MORE_LATIN:
        other = _in_language(words, anchor, code, zone)
        if other.is_read and dates.isdisjoint(reading.date for reading in other.readings):
            return replace(found, readings=found.readings + other.readings, other_language=code)
    return found


def _in_order(found: Typed, order: str | None) -> Typed:
    """The same where somebody said which of two figures is the day."""
    if order is None or not found.is_ambiguous:
        return found
    figures = _FIGURES.match(found.used)
    if figures is None:
        return found
    first, second, third = (int(figures[place]) for place in (1, 3, 4))
    said = {"mdy": (third, first, second), "dmy": (third, second, first), "ymd": (first, second, third)}[order]
    fitting = [one for one in found.readings if one.date and one.date.earliest and _is_day(one.date.earliest, *said)]
    if not fitting:
        return found
    chosen = replace(fitting[0], rule="figures-told-order", facts={"month_first": int(order == "mdy")})
    return replace(found, readings=(chosen,))


def _is_day(day: datetime.date, year: int, month: int, number: int) -> bool:
    """Whether a day is that of three figures; a year of two figures may be of any century."""
    return (day.month, day.day) == (month, number) and year in (day.year, day.year % 100)
