"""Days to EDTF text (Library of Congress, EDTF 2019): what a FuzzyDate prints. Knows bounds only."""

import datetime
import re
from functools import lru_cache

from timeline.dates.units import (
    Precision,
    ends_month,
    ends_year,
    starts_month,
    starts_year,
    whole_months,
    whole_years,
)

# Sub-year groupings that the house prints as a code: (precision, first month) -> code.
CODES = {
    (Precision.SEASON, 3): 21,
    (Precision.SEASON, 6): 22,
    (Precision.SEASON, 9): 23,
    (Precision.QUARTER, 1): 33,
    (Precision.QUARTER, 4): 34,
    (Precision.QUARTER, 7): 35,
    (Precision.QUARTER, 10): 36,
    (Precision.HALF, 1): 40,
    (Precision.HALF, 7): 41,
}
# Winter runs over New Year: the house reads its code and prints its months.
_GROUPS = {f"{code}": group for group, code in CODES.items()} | {"24": (Precision.SEASON, 12)}
_WITH_CODE = re.compile(r"-?\d{4}-(?P<code>\d\d)")
_BELOW_YEAR = re.compile(r"-?\d{4}-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
_LENGTHS = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.HALF: 6}


def year_text(year: int) -> str:
    """A year as EDTF writes it: four digits, a minus before year 0, "Y" before more than four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def years_text(first: int, last: int) -> str:
    """Some time in the years from one to another."""
    return f"[{year_text(first)}..{year_text(last)}]"


def below_year(text: str) -> tuple[int | None, int | None]:
    """The month and day that the EDTF text of one date names, None where it names none; no season, nothing unknown."""
    found = _BELOW_YEAR.fullmatch(text)
    if found is None:
        return None, None
    return int(found["month"]), int(found["day"]) if found["day"] else None


def far_code(year: int, month: int, precision: Precision) -> str:
    """The text of a season (not winter), quarter or half of a year that has no days; "" where it is none.

    EDTF knows no part of a year of five figures.
    """
    code = CODES.get((precision, month))
    return f"{year_text(year)}-{code}" if code and abs(year) <= 9999 else ""


def group_of(text: str) -> tuple[Precision, int] | None:
    """What a text such as -0429-21 names, by its precision and first month; None where it is no such code."""
    found = _WITH_CODE.fullmatch(text)
    return _GROUPS.get(found["code"]) if found else None


def months_of(text: str) -> tuple[str, str] | None:
    """The first and the last month of what a text such as -0429-21 names; None where it is no such code."""
    group = group_of(text)
    if group is None:
        return None
    year, (precision, month) = text.rpartition("-")[0], group
    last = month + _LENGTHS[precision] - 1
    end = year if last <= 12 else year_text(int(year) + 1)
    return f"{year}-{month:02d}", f"{end}-{(last - 1) % 12 + 1:02d}"


def qualifier(approximate: bool, uncertain: bool) -> str:
    """The sign for about (~), perhaps (?) or both (%)."""
    return "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""


@lru_cache(maxsize=4096)
def unit_text(earliest: datetime.date, latest: datetime.date) -> str:
    """The one EDTF word for a day, month, year, decade or century; "" where the bounds are no such unit."""
    if earliest == latest:
        return earliest.isoformat()
    if whole_years(earliest, latest):
        first, last = earliest.year, latest.year
        if first == last:
            return f"{first:04d}"
        if first % 10 == 0 and last == first + 9:
            return f"{first // 10:03d}X"
        if first % 100 == 0 and last == first + 99:
            return f"{first // 100:02d}XX"
        return ""
    if whole_months(earliest, latest) and (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.year:04d}-{earliest.month:02d}"
    return ""


def closed_text(earliest: datetime.date, latest: datetime.date, precision: Precision, sign: str, clock: str) -> str:
    """A unit with its sign (or its time of day), a season, quarter or half, else a window."""
    if unit := unit_text(earliest, latest):
        # EDTF knows no "about" beside a time of day: the field alone says it, as of a window.
        return unit + (clock or sign)
    if sign and precision is Precision.SEASON:
        # Winter's months, as they are printed else, have no place for a sign.
        return season_text(earliest) + sign
    code = code_text(earliest, latest, precision)
    return code + sign if code else window_text(earliest, latest)


def code_text(earliest: datetime.date, latest: datetime.date, precision: Precision) -> str:
    """The sub-year code of a season (not winter), quarter or half; "" where the bounds are none."""
    code = CODES.get((precision, earliest.month))
    fits = earliest.year == latest.year and whole_months(earliest, latest)
    if code and fits and latest.month - earliest.month + 1 == _LENGTHS[precision]:
        return f"{earliest.year:04d}-{code}"
    return ""


def season_text(first: datetime.date) -> str:
    """The code of the season that begins on a day; winter's year is that of its December."""
    return f"{first.year:04d}-{20 + first.month // 3}"


def window_text(earliest: datetime.date | None, latest: datetime.date | None) -> str:
    """Some time in: `[a..b]`, `[..b]`, `[a..]`."""
    return f"[{'..'.join(ends_text(earliest, latest))}]"


def ends_text(earliest: datetime.date | None, latest: datetime.date | None) -> tuple[str, str]:
    """Both ends, as years or months where the window is made of whole ones, else days; "" is an open end."""
    years = (not earliest or starts_year(earliest)) and (not latest or ends_year(latest))
    months = (not earliest or starts_month(earliest)) and (not latest or ends_month(latest))
    size = 4 if years else 7 if months else 10
    first, last = (day.isoformat()[:size] if day else "" for day in (earliest, latest))
    return first, last


def clock_text(day: datetime.date, time: datetime.time, zone: str | None) -> str:
    """The time of day as EDTF writes it after a day, with its offset."""
    return f"T{time.strftime('%H:%M:%S')}{_offset(day, time, zone)}"


def _offset(day: datetime.date, time: datetime.time, zone: str | None) -> str:
    """The offset that EDTF writes after a time; a tz database name gives the offset of that very day.

    Nothing is written for a name that the database does not know.
    """
    if not zone:
        return ""
    if zone == "Z" or zone[0] in "+-":
        return zone
    # Few texts name a zone: the tz database loads when one does.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        moment = datetime.datetime.combine(day, time, tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    text = moment.strftime("%z")
    return f"{text[:3]}:{text[3:5]}" if text else ""
