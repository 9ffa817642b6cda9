"""One date as a person or a table gives it: whatever was typed, all of it read, or said which part was not.

`read` reads a phrase of a text in one language. Here nobody knows the language of a few words for sure, and nothing
stands around them; but they are meant as one date, so that what is left over of them is told.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from timeline.dates.around import around, between_dates
from timeline.dates.core import SILENT, whole_by_dateparser
from timeline.dates.detection import language_of
from timeline.dates.engine import read, reading_of
from timeline.dates.option import Option
from timeline.dates.record import record, replace
from timeline.dates.result import Reading
from timeline.dates.spellings import plainly
from timeline.dates.told_twice import told_twice
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
_HOURS = re.compile(r"\d{1,2}:\d\d")
# Signs beside a date that change it: >1998, → 1998, - 12 May 1998. Bullets (■, ○, ★) do not.
_SPEAKING_SIGN, _DASH_AT_END = re.compile(r"[<>≤≥±†‡*+#?？←-⇿⌀-⏿✝㈀-㏿]"), re.compile(r"(?:\A|\s)[-–—~〜～]\s*\Z")
_PIECE = re.compile(r"[^\W_]+")
_YEAR_BEFORE_MONTH = re.compile("[^年년]{1,20}[年년](?=.{0,10}[月월])")
_FIGURES = re.compile(r"\s*(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\b")
# Where one of several readings rests on these, nothing tells it from the others.
_TWO_WAYS = ("figures-other-order", "written-years", "mark-not-shared")
# Longer words are no date with others around it.
_LONGEST = 120
# Longer words are no date that somebody typed: no field takes them.
_LONGEST_TYPED = 300


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


def read_typed(
    words: str, anchor: Anchor, *, language: str | None = None, zone: str | None = None, order: str | None = None
) -> Typed:
    """Read words that are meant as one date: EDTF, ISO 8601, figures, or words in any language.

    `anchor` is the day that "yesterday" counts from; without one such words are not read. `language` is the one a
    person or an article says; what it does not read whole is read in the languages that the letters allow. `order`
    ("dmy", "mdy" or "ymd") decides figures such as 05/04/2001. Raises ValueError for another order, on no words.
    """
    if order is not None and order not in ORDERS:
        raise ValueError(f"order must be one of {', '.join(ORDERS)}, not {order!r}")
    if len(words) > _LONGEST_TYPED:
        # Neither worked on nor remembered, since it may be a million letters that a stranger sent.
        return Typed(words, unread=words.strip())
    return _read_typed(words, anchor, language or "", zone, order)


@lru_cache(maxsize=20_000)
def _read_typed(words: str, anchor: Anchor, language: str, zone: str | None, order: str | None) -> Typed:
    text = words.strip()
    if not text:
        return Typed(words)
    if is_empty(text):
        return Typed(words, unread=text)
    if (folded := folded_in(text)) != text:
        found = _read_typed(folded, anchor, language, zone, order)
        whole = _whole(words, found.readings, found.language)
        return replace(whole, unread=found.unread, other_language=found.other_language)
    if options := written(text):
        return _whole(words, [reading_of(option) for option in options], "")
    if (plain := plainly(text)) != text:
        found = _read_typed(plain, anchor, language, zone, order)
        if found.readings and not found.unread:
            return replace(_whole(words, found.readings, found.language), other_language=found.other_language)
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
        return _whole(words, found.readings, found.language) if found.is_read else found
    if era := _ERA_INITIAL.fullmatch(text):
        return _of_era(words, era) if _is_surely_of_era(era, language) else Typed(words, unread=text)
    if looked_around and (options := told_twice(text, rest)):
        return _whole(words, [reading_of(option) for option in options], told())
    if looked_around and (options := around(text, rest)):
        return _whole(words, [reading_of(option) for option in options], told())
    codes: list[str] = []
    best: Typed | None = None
    for code in _languages(text, language):
        codes.append(code)
        found = _in_order(_in_language(words, anchor, code, zone), order)
        if found.is_read:
            return _in_other_language(found, words, anchor, zone) if code in _MORE_LATIN and code != language else found
        best = found if best is None or _better(found, best) else best
    if looked_around and (options := between_dates(text, rest)):
        return _whole(words, [reading_of(option) for option in options], told())
    for code in (code for code in codes if code not in _MORE_LATIN or code == language):
        if options := whole_by_dateparser(text, anchor, code):
            return _whole(words, [reading_of(option) for option in options], code)
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
    whole = _whole(words, readings, "ja")
    if said["month"] and "lunisolar-year" in readings[0].rule:
        year, lost = said.string[: said.end("year")], said.string[said.end("year") :].strip("./年- ")
        spanned = tuple(replace(reading, end=reading.start + len(year)) for reading in whole.readings)
        return replace(whole, readings=spanned, used=year, unread=lost)
    return whole


def _option(reading: Reading) -> Option:
    return Option(reading.date, reading.rule, reading.facts, reading.confidence, anchor=reading.anchor)


def _whole(words: str, readings: Iterable[Reading], language: str) -> Typed:
    start = len(words) - len(words.lstrip())
    end = len(words.rstrip())
    spanned = tuple(replace(reading, start=start, end=end) for reading in readings)
    return Typed(words, spanned, language, words[start:end])


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


def unread_beside(words: str, reading: Reading) -> str:
    """What of words, as `read` was given them, a reading does not rest on; "" where the rest says nothing."""
    before, after = words[: reading.start], words[reading.end :]
    rest = (before.strip() if _DASH_AT_END.search(before) else _told(before), _told(after))
    lost = _lost_hours(words[reading.start : reading.end], reading)
    return " … ".join(part for part in (*rest, *lost) if part)


def _lost_hours(used: str, reading: Reading) -> list[str]:
    """The hours among the words, where the date has none: a month, or a year before Christ."""
    date = reading.date
    return [] if date is None or date.time or any(part.time for part in date.parts) else _HOURS.findall(used)


def _in_other_language(found: Typed, words: str, anchor: Anchor, zone: str | None) -> Typed:
    """The same with the readings of another language in which the words are another date, if there is one."""
    dates = {reading.date for reading in found.readings}
    for code in _MORE_LATIN:
        other = _in_language(words, anchor, code, zone)
        if other.is_read and dates.isdisjoint(reading.date for reading in other.readings):
            return replace(found, readings=found.readings + other.readings, other_language=code)
    return found


def _told(rest: str) -> str:
    """What is left beside a date, "" where it says nothing."""
    if all(piece.lower() in SILENT for piece in _pieces(rest)) and not _SPEAKING_SIGN.search(rest):
        return ""
    return rest.strip(" \t\n,;:.、。()[]（）「」\"'-–—")


def _pieces(text: str) -> Iterator[str]:
    return (found[0] for found in _PIECE.finditer(text))


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
