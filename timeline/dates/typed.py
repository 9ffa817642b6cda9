"""One date as a person or a table gives it: whatever was typed, all of it read, or said which part was not.

`read` reads a phrase of a text in one language. Here nobody knows the language of a few words for sure, and nothing
stands around them; but they are meant as one date, so that what is left over of them is told.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from timeline.dates.engine import read, reading_of
from timeline.dates.record import record, replace
from timeline.dates.result import Reading
from timeline.dates.written import written

Anchor = datetime.date | None

ORDERS = ("dmy", "mdy", "ymd")
"""What stands first in figures: day, month and year, by their first letters."""

# Where the letters do not tell the language; what is only in some of these is not asked of the others.
_LATIN = ("en", "de", "fr", "es", "it", "pt", "nl")
_SCRIPTS = (
    (re.compile("[぀-ヿ]"), ("ja",)),
    (re.compile("[가-힣]"), ("ko",)),
    (re.compile("[一-鿿]"), ("ja", "zh")),
    (re.compile("[Ѐ-ӿ]"), ("ru", "uk", "bg")),
    (re.compile("[Ͱ-Ͽ]"), ("el",)),
    (re.compile("[؀-ۿ]"), ("ar", "fa")),
)
_LETTER = re.compile(r"[^\W\d_]")
_BY_IDEOGRAPHS = frozenset({"ja", "ko", "zh"})
# H14.9.17, R3: the initial of an era of Japan.
_ERA_INITIAL = re.compile(r"[MTSHR]\d{1,2}\.\d|\b[MTSHR]\d{1,2}年")
# Words beside a date that say nothing about it.
_SILENT = frozenset(
    "on the in at of day dated date am im den der dem vom le la les l el los en du de del il nel di em".split()  # noqa: SIM905
    + "に の は で 、 에 의 일자 付 付け".split()  # noqa: SIM905
)
_PIECE = re.compile(r"[^\W_]+")
_FIGURES = re.compile(r"\s*(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\b")
_TWO_WAYS = "figures-other-order"


@record
class Typed:
    """What words read as. `readings` are best first, () where they are no date, or need a day to count from.

    `language`: the one they were read in, "" where no language was needed. `used`: the part of the words that the
    readings rest on; `unread`: the rest that means something, "" where all was read. While `unread` says something,
    the readings are of a part only and never to be taken without a person's word.
    """

    words: str
    readings: tuple[Reading, ...] = ()
    language: str = ""
    used: str = ""
    unread: str = ""

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
        """Whether the figures can be read in two ways: 05/04/2001, and 1939-40, which EDTF takes as a half-year."""
        return any(_TWO_WAYS in reading.rule or reading.rule == "written-years" for reading in self.readings[1:])


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
    return _read_typed(words, anchor, language or "", zone, order)


@lru_cache(maxsize=20_000)
def _read_typed(words: str, anchor: Anchor, language: str, zone: str | None, order: str | None) -> Typed:
    text = words.strip()
    if not text:
        return Typed(words)
    if options := written(text):
        return _whole(words, [reading_of(option) for option in options], "")
    best: Typed | None = None
    for code in _languages(text, language):
        found = _in_order(_in_language(words, anchor, code, zone), order)
        if found.is_read:
            return found
        best = found if best is None or _better(found, best) else best
    return best or Typed(words, unread=text)


def _whole(words: str, readings: Iterable[Reading], language: str) -> Typed:
    start = len(words) - len(words.lstrip())
    end = len(words.rstrip())
    spanned = tuple(replace(reading, start=start, end=end) for reading in readings)
    return Typed(words, spanned, language, words[start:end])


def _better(one: Typed, other: Typed) -> bool:
    """Whether more of the words is read; a date that cannot be is worth more than none."""
    return (bool(one.readings), -len(one.unread)) > (bool(other.readings), -len(other.unread))


def _languages(text: str, told: str) -> list[str]:
    """The languages to read words in, the likeliest first."""
    if _ERA_INITIAL.match(text):
        return ["ja"]
    by_script = next((codes for script, codes in _SCRIPTS if script.search(text)), None)
    if by_script is None:
        likely = _LATIN if _LETTER.search(text) else ("en",)
        by_ideographs = told.partition("-")[0] in _BY_IDEOGRAPHS
        codes = (*likely, told) if by_ideographs else (told, *likely)
    else:
        codes = (told, *by_script) if told.partition("-")[0] in _BY_IDEOGRAPHS else (*by_script, told)
    return list(dict.fromkeys(code for code in codes if code))


def _in_language(words: str, anchor: Anchor, code: str, zone: str | None) -> Typed:
    readings = read(words, anchor, language=code, zone=zone)
    if not readings:
        return Typed(words, unread=words.strip())
    start, end = readings[0].start, readings[0].end
    rest = (words[:start], words[end:])
    unread = " … ".join(part for part in (_told(one) for one in rest) if part)
    return Typed(words, tuple(readings), code, words[start:end].strip(), unread)


def _told(rest: str) -> str:
    """What is left beside a date, "" where it says nothing."""
    if all(piece.lower() in _SILENT for piece in _pieces(rest)):
        return ""
    return rest.strip(" \t\n,;:.、。()[]（）「」\"'-–—")


def _pieces(text: str) -> Iterator[str]:
    return (found[0] for found in _PIECE.finditer(text))


def _in_order(found: Typed, order: str | None) -> Typed:
    """The same where somebody said which of two figures is the day."""
    if order is None or not found.is_ambiguous:
        return found
    figures = _FIGURES.match(found.used)
    if figures is None or order == "ymd":
        return found
    month = int(figures[1 if order == "mdy" else 3])
    fitting = [one for one in found.readings if one.date and one.date.earliest and one.date.earliest.month == month]
    if not fitting:
        return found
    chosen = replace(fitting[0], rule="figures-told-order", facts={"month_first": int(order == "mdy")})
    return replace(found, readings=(chosen,))
