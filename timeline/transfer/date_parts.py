"""A year, a month and a day that stand in cells of their own, put together as words that can be read as one date."""

import re

from timeline.dates.calendars import ERAS
from timeline.dates.eras import is_old

_FIGURE = re.compile(r"([-+]?)(\d{1,4})\s*[年년月월日일.]?")
_EASTERN = re.compile("[㐀-鿿가-힣]")
_HANGUL = re.compile("[가-힣]")
_BEFORE_CHRIST = frozenset(
    {"bc", "bce", "b.c.", "b.c.e.", "v.chr.", "v.u.z.", "av.j.-c.", "a.c.", "дон.э.", "前", "紀元前", "公元前",
     "西暦前", "기원전"}
)  # fmt: skip
_AFTER_CHRIST = frozenset(
    {"", "ad", "ce", "a.d.", "c.e.", "n.chr.", "u.z.", "ap.j.-c.", "d.c.", "н.э.", "公元", "西暦", "서기"}
)
_REIGNS = frozenset(name for era in ERAS for name in (era.japanese, era.korean))


def put_together(year: str, month: str, day: str, era: str = "") -> str:
    """Return the parts as one date: EDTF where all are figures, else in the order in which people write them.

    `era` is what the year counts in: 昭和, or BC.
    """
    year = _in_era(year, era)
    parts = (year, month, day)
    figures = [_FIGURE.fullmatch(part) for part in parts]
    if year and all(found or not part for found, part in zip(figures, parts, strict=True)):
        sign = "-" if year.startswith("-") else ""
        years, months, days = (f"{int(found[2]):02d}" if found else "" for found in figures)
        whole = [f"{sign}{int(years):04d}", months or ("XX" if days else ""), days]
        return "-".join(part for part in whole if part)
    together = [part for part in parts if part]
    if any(_EASTERN.search(part) for part in together):
        signs = "년월일" if any(_HANGUL.search(part) for part in together) else "年月日"
        return "".join(_signed(part, sign) for part, sign in zip(parts, signs, strict=True) if part)
    return " ".join(reversed(together))


def is_before_christ(era: str) -> bool:
    """Return whether a cell of the era says BC, in whatever language."""
    return _folded(era) in _BEFORE_CHRIST


def _folded(era: str) -> str:
    return "".join(era.casefold().split())


def _in_era(year: str, era: str) -> str:
    """Return a year as it is counted by `era`; beside one that is not known here it is no figure any more."""
    counted = _folded(era)
    if not year or counted in _AFTER_CHRIST:
        return year
    if counted in _BEFORE_CHRIST:
        before = int(year) if year.isdecimal() and len(year) <= 4 else 0
        # EDTF has a year 0, which is 1 BC.
        return (f"-{before - 1:04d}" if before > 1 else "0000") if before else f"{year} BC"
    if (counted in _REIGNS or is_old(counted)) and year != "元" and len(year.rstrip("年년")) > 2:
        # No reign has a hundred years: the column only says in which one the year lies.
        return year
    return f"{era}{year}" if _EASTERN.search(era) else f"{era} {year}"


def _signed(part: str, sign: str) -> str:
    """Return 5 as 5月; a part that has its sign, or is no figure, as it is."""
    return part + sign if part[-1].isdecimal() or part[-1] == "元" else part
