"""Korea's lunar calendar, 1945-2040: new moons and the sun's place by Meeus, Astronomical Algorithms (1998)."""

import datetime
from functools import cache
from math import floor, radians, sin

FIRST_YEAR, LAST_YEAR = 1945, 2040
_KOREA = 9 / 24
_EPOCH = 2451545.0
# Terrestrial time runs about a minute ahead of the clocks in these years.
_DELTA_T = 60 / 86400
_MOON_TERMS = (
    # coefficient in days, then multiples of the sun's anomaly, the moon's anomaly and the moon's latitude
    (-0.40720, 0, 1, 0),
    (0.17241, 1, 0, 0),
    (0.01608, 0, 2, 0),
    (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0),
    (-0.00111, 0, 1, -2),
    (-0.00057, 0, 1, 2),
    (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0),
    (0.00042, 1, 0, 2),
    (0.00038, 1, 0, -2),
    (-0.00024, -1, 2, 0),
)


def lunar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day of Korea's lunar calendar (a common month, not a leap one); None outside 1945-2040."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= day <= 30:
        return None
    return _first_days(year + month // 11)[month] + datetime.timedelta(days=day - 1)


@cache
def _first_days(year: int) -> dict[int, datetime.date]:
    """The first day of the lunar months 1 to 10 of a year, and of 11 and 12 of the year before."""
    before, after = _eleventh_month(year - 1), _eleventh_month(year)
    months = [_new_moon(number) for number in range(before, after + 1)]
    leap = _leap_month(months) if len(months) == 14 else None
    common = [day for place, day in enumerate(months[:-1]) if place != leap]
    return {(place + 10) % 12 + 1: day for place, day in enumerate(common)}


def _leap_month(months: list[datetime.date]) -> int | None:
    """The first month in which the sun reaches no multiple of 30 degrees."""
    for place in range(1, len(months) - 1):
        if _sector(months[place]) == _sector(months[place + 1]):
            return place
    return None


def _eleventh_month(year: int) -> int:
    """The number of the new moon that begins the month of the winter solstice."""
    solstice = next(day for day in _late_december(year) if _sector(day + datetime.timedelta(days=1)) == 9)
    number = floor((year + 1 - 2000) * 12.3685) + 1
    while _new_moon(number) > solstice:
        number -= 1
    return number


def _late_december(year: int) -> list[datetime.date]:
    return [datetime.date(year, 12, day) for day in range(19, 26)]


def _sector(day: datetime.date) -> int:
    """Which 30 degrees the sun is in at the start of a day in Korea (270 degrees, sector 9: winter solstice)."""
    return floor(_longitude(day.toordinal() + 1721424.5 - _KOREA + _DELTA_T) / 30) % 12


def _longitude(julian: float) -> float:
    """The sun's apparent longitude in degrees (Meeus, chapter 25, low accuracy: 0.01 degrees)."""
    century = (julian - _EPOCH) / 36525
    mean = 280.46646 + 36000.76983 * century + 0.0003032 * century**2
    anomaly = radians(357.52911 + 35999.05029 * century - 0.0001537 * century**2)
    centre = (1.914602 - 0.004817 * century) * sin(anomaly)
    centre += (0.019993 - 0.000101 * century) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * century)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360


@cache
def _new_moon(number: int) -> datetime.date:
    """The day in Korea of a new moon, counted from January 2000 (Meeus, chapter 49)."""
    century = number / 1236.85
    julian = 2451550.09766 + 29.530588861 * number + 0.00015437 * century**2
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    latitude = radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    node = radians(124.7746 - 1.56375588 * number)
    julian += sum(size * sin(a * sun + b * moon + c * latitude) for size, a, b, c in _MOON_TERMS)
    julian += -0.00017 * sin(node) + 0.000325 * sin(radians(299.77 + 0.107408 * number))
    return datetime.date.fromordinal(floor(julian - _DELTA_T + _KOREA + 0.5) - 1721425)
