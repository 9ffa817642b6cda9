"""English: what its numbers may be, in figures and in words."""
# A pattern stands on one line, however long.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import re

from timeline.dates.languages import Fields, Value

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
_FIRSTS += "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()

CARDINALS = {word: value for value, word in enumerate(_ONES) if value}
CARDINALS |= {word: 10 * tens for tens, word in enumerate(_TENS, 2)}
ORDINALS: dict[str, Value] = {word: value for value, word in enumerate(_FIRSTS, 1)}
ORDINALS |= {"twentieth": 20, "thirtieth": 30}

_COMPOUND = rf"(?:{'|'.join(_TENS)})[ -](?:{'|'.join([*_ONES[1:10], *_FIRSTS[:9]])})(?![^\W_])"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(sorted(_ONES[1:], key=len, reverse=True))})"
_SPELLED_YEAR = (
    rf"(?:two thousand(?: and)?(?: {_BELOW_HUNDRED})?"
    rf"|(?:sixteen|seventeen|eighteen|nineteen|twenty)(?: hundred(?: and)?)? {_BELOW_HUNDRED})(?![^\W_])"
)
NUMBERS = (
    # Most words begin with none of these letters, and are no number.
    rf"(?=['nwapstfe])(?:'s(?![^\W_])|new york(?![^\W_])|week-ends?(?![^\W_])|[ap]\.m\.?(?![^\W_])"
    rf"|{_SPELLED_YEAR}|{_COMPOUND})"
    r"|\d+(?:,\d{3}(?!\d)|\.\d+)*(?:(?:st|nd|rd|th|'?s)(?![^\W_]))?"
)
_CENTURIES = ("sixteen", "seventeen", "eighteen", "nineteen", "twenty")
# "730" for half past seven.
_COMPACT_TIME = re.compile(r"(?:0\d|[1-9]|1[0-2])[0-5]\d")
# "1530" of "1530 GMT".
_WIRE_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_WRITTEN = re.compile(r"(\d+)(st|nd|rd|th|'?s)")


def numeral(written: str) -> Fields:
    """ "21st", "1970s", "70s", "twenty-first", "8.30", "3.5.2019": their classes and values."""
    if found := _WRITTEN.fullmatch(written):
        value, ending = int(found[1][-8:]), found[2]
        if ending == "'s" and len(found[1]) == 4 and 1000 < value < 3000 and value % 10:
            return {"possessive_year": value}
        return _plural_number(found[1], value) if ending.endswith("s") and ending != "st" else _ordinal(value)
    if written[0].isalpha():
        words = re.split("[ -]", written)
        return _spelled_year(words) or _spelled(words)
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.(\d{4}|\d\d)", written):
        # With two figures for the year it may be a version: only its neighbours make it a date.
        return {"dotted" if len(written.rpartition(".")[2]) == 4 else "short_dotted": written}
    if found := re.fullmatch(r"([12]\d{3})\.(\d\d)\.(\d\d)", written):
        return {"compact_day": "".join(found.groups())}
    if re.fullmatch(r"\d{1,2}\.[0-5]\d", written):
        return {"dotted_time": written}
    if len(written) == 1 and written.isdecimal() and written != "0":
        return {"one_digit": 9, "nine": 9} if written == "9" else {"one_digit": int(written)}
    if written == "11":
        return {"eleven": 11}
    kinds = (("compact_time", _COMPACT_TIME), ("wire_time", _WIRE_TIME))
    return {kind: f"{written[:-2]}.{written[-2:]}" for kind, shape in kinds if shape.fullmatch(written)}


def _ordinal(value: int, kind: str = "day_figure") -> Fields:
    found: Fields = {"ordinal": value}
    return found | {kind: value} if 1 <= value <= 31 else found


def _plural_number(digits: str, value: int) -> Fields:
    if len(digits) == 4 and value % 10 == 0 and 1000 <= value <= 2990:
        return {"hundreds": value} if value % 100 == 0 else {"decade": value}
    return {"short_decade": value} if len(digits) == 2 and value % 10 == 0 and value else {}


def _spelled_year(words: list[str]) -> Fields:
    """ "two thousand and five", "nineteen eighty-six", "seventeen hundred thirty three"."""
    rest = [word for word in words if word not in ("and", "hundred")]
    if rest[:2] == ["two", "thousand"]:
        return {"year": 2000 + sum(CARDINALS[word] for word in rest[2:])}
    if (
        len(rest) < 2
        or rest[0] not in _CENTURIES
        or (len(rest) == 2 and rest[0] == "twenty" and CARDINALS.get(rest[1], 0) < 10)
    ):
        return {}
    if any(word not in CARDINALS for word in rest):
        return {}
    return {"year": 100 * CARDINALS[rest[0]] + sum(CARDINALS[word] for word in rest[1:])}


def _spelled(words: list[str]) -> Fields:
    if len(words) != 2 or words[0] not in CARDINALS:
        return {}
    tens = CARDINALS[words[0]]
    if words[1] in ORDINALS:
        return _ordinal(tens + int(ORDINALS[words[1]]), "word_day")
    if words[1] not in CARDINALS:
        return {}
    value = tens + CARDINALS[words[1]]
    found: Fields = {"number": value, "count": value}
    return found | {"spelled_day": value} if value <= 31 else found
