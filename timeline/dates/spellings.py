"""Other spellings of a date in figures, made the plain one: blanks around its signs, Roman months."""

from __future__ import annotations

import re

# "17. 9. 2002", "2002 - 09 - 17", "17 / 9 / 2002": the same sign twice.
_THREE_FIGURES = re.compile(r"(?<![\d./-])(\d{4}|\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{1,2})(?!\d)")
_MONTH_AND_YEAR = re.compile(r"(?<![\d./-])(?<!/\s)(\d{4}\s?/\s?\d{1,2}|\d{1,2}\s?/\s?\d{4})(?!\d|\s?/)")
# With blanks two years are as likely as a month, as they are with a longer dash: 2002 - 09 is no EDTF.
_TWO_YEARS = re.compile(r"(?<![\d-])(\d{4}) - (\d\d)\Z")
_NAMES = dict(
    zip(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        strict=True,
    )
)
_ROMAN, _SIGN = r"(?P<month>I{1,3}|IV|VI{0,3}|IX|XI{0,2})", r"(?:\s?[./-]\s?|\s)"
_ROMAN_MONTHS = (
    re.compile(rf"(?<!\w)(?P<day>\d{{1,2}}){_SIGN}{_ROMAN}{_SIGN}(?P<year>\d{{4}}|\d\d)(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<year>\d{{4}}){_SIGN}{_ROMAN}{_SIGN}(?P<day>\d{{1,2}})(?!\d)\.?", re.IGNORECASE),
    re.compile(rf"(?<!\w){_ROMAN}{_SIGN}(?P<year>\d{{4}})(?!\d)"),
)


def plainly(text: str) -> str:
    """The text with the dates in figures closed up and Roman months named: 17. 9. 2002, 17.IX.2002.

    What is no date may be changed too: only what is then read whole is to be believed.
    """
    for shape in _ROMAN_MONTHS:
        text = shape.sub(_with_name, text)
    text = _THREE_FIGURES.sub(r"\1\2\3\2\4", text)
    text = _MONTH_AND_YEAR.sub(lambda found: "".join(found[0].split()), text)
    return _TWO_YEARS.sub(r"\1–\2", text)


def _with_name(found: re.Match[str]) -> str:
    said = found.groupdict()
    return f"{said.get('day', '')} {_NAMES[said['month'].upper()]} {said['year']}".strip()
