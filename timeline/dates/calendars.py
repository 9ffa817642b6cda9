"""Other ways to count years, and days that have a name: Japanese eras, Juche, holidays of four countries."""

import datetime
from collections.abc import Callable, Mapping
from math import floor

from timeline.dates.lunar import lunar_day
from timeline.dates.record import record

Rule = Callable[[int], datetime.date | None]
_ALWAYS = (1, 9999)


@record
class Era:
    """A Japanese era with its exact first and last day (None: it goes on); its year 1 is that of `first`."""

    name: str
    japanese: str
    korean: str
    letter: str
    first: datetime.date
    last: datetime.date | None

    def number(self, day: datetime.date) -> int:
        """The era year that a day of this era is in."""
        return day.year - self.first.year + 1

    def holds(self, day: datetime.date) -> bool:
        """Whether a day is in the era."""
        return self.first <= day and (self.last is None or day <= self.last)


# First and last days as proclaimed; a new era begins on the day named, or the day after the old one ends.
ERAS = (
    Era("Meiji", "明治", "메이지", "M", datetime.date(1868, 10, 23), datetime.date(1912, 7, 29)),
    Era("Taisho", "大正", "다이쇼", "T", datetime.date(1912, 7, 30), datetime.date(1926, 12, 24)),
    Era("Showa", "昭和", "쇼와", "S", datetime.date(1926, 12, 25), datetime.date(1989, 1, 7)),
    Era("Heisei", "平成", "헤이세이", "H", datetime.date(1989, 1, 8), datetime.date(2019, 4, 30)),
    Era("Reiwa", "令和", "레이와", "R", datetime.date(2019, 5, 1), None),
)
_ENDED_WITHIN_A_DAY = ("Meiji", "Taisho")
_ERA_NAMES = {name.casefold(): era for era in ERAS for name in (era.name, era.japanese, era.korean, era.letter)}


def era(name: str) -> Era | None:
    """The era of a name in English, Japanese or Korean, or of its letter."""
    return _ERA_NAMES.get(name.casefold())


def era_of(day: datetime.date) -> Era | None:
    """The era that a day is in; None before 23 October 1868."""
    return next((era for era in ERAS if era.holds(day)), None)


def era_year(name: str, number: int) -> int | None:
    """The common year of an era's year; None where the era never had that year (Showa 65)."""
    found = era(name)
    if found is None or number < 1:
        return None
    year = found.first.year + number - 1
    return year if year <= (found.last.year if found.last else 9999) else None


def in_era(name: str, earliest: datetime.date, latest: datetime.date) -> bool:
    """Whether any day from earliest to latest is in the era: Showa 64 is, 8 January of it is not.

    The day on which an emperor died and the next era was proclaimed (30 July 1912, 25 December 1926) is of both.
    """
    found = era(name)
    if found is None or found.first > latest:
        return False
    shared = datetime.timedelta(days=found.name in _ENDED_WITHIN_A_DAY)
    return found.last is None or earliest <= found.last + shared


def juche_year(number: int) -> int | None:
    """The common year of a Juche year (Juche 1 is 1912; in public use 1997 to October 2024)."""
    return 1911 + number if 1 <= number <= 8088 else None


def named_day(name: str, year: int) -> datetime.date | None:
    """The day that a name (a key of `NAMED_DAYS`) has in a year; None where it had none that year."""
    for (first, last), rule in NAMED_DAYS.get(name, ()):
        if first <= year <= last:
            return rule(year)
    return None


def easter(year: int) -> datetime.date | None:
    """Easter Sunday of the western churches (Gauss's rule as completed by Butcher, 1876); from 1583."""
    if year < 1583:
        return None
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return datetime.date(year, month, day + 1)


def julian_easter(year: int) -> datetime.date | None:
    """Easter Sunday of the eastern churches in the Gregorian calendar (Meeus's rule for the Julian one); 1900-2099."""
    if not 1900 <= year <= 2099:
        return None
    moon = (19 * (year % 19) + 15) % 30
    after = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + after + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(days=13)


def vernal_equinox(year: int) -> datetime.date | None:
    """The spring equinox in Japan, 1900-2099 (the National Observatory's short formula)."""
    return _equinox(year, 3, 20.8357, 20.8431)


def autumnal_equinox(year: int) -> datetime.date | None:
    """The autumn equinox in Japan, 1900-2099 (the National Observatory's short formula)."""
    return _equinox(year, 9, 23.2588, 23.2488)


def _equinox(year: int, month: int, before: float, since: float) -> datetime.date | None:
    if not 1900 <= year <= 2099:
        return None
    moved = 0.242194 * (year - 1980)
    if year < 1980:
        return datetime.date(year, month, floor(before + moved - int((year - 1983) / 4)))
    return datetime.date(year, month, floor(since + moved) - (year - 1980) // 4)


def _on(month: int, day: int) -> Rule:
    return lambda year: datetime.date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> Rule:
    """The nth weekday (Monday 1) of a month; -1 is the last."""

    def rule(year: int) -> datetime.date:
        if number > 0:
            first = datetime.date(year, month, 1)
            return first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
        last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
        return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)

    return rule


def _from_easter(days: int) -> Rule:
    def rule(year: int) -> datetime.date | None:
        sunday = easter(year)
        return sunday + datetime.timedelta(days=days) if sunday else None

    return rule


def _from_julian_easter(days: int) -> Rule:
    def rule(year: int) -> datetime.date | None:
        sunday = julian_easter(year)
        return sunday + datetime.timedelta(days=days) if sunday else None

    return rule


def _lunar(month: int, day: int) -> Rule:
    return lambda year: lunar_day(year, month, day)


def _days_after(rule: Rule, days: int) -> Rule:
    def later_day(year: int) -> datetime.date | None:
        day = rule(year)
        return day + datetime.timedelta(days=days) if day else None

    return later_day


def _day_after(rule: Rule) -> Rule:
    return _days_after(rule, 1)


Rules = tuple[tuple[tuple[int, int], Rule], ...]


def _always(rule: Rule) -> Rules:
    return ((_ALWAYS, rule),)


def _since(first: int, rule: Rule) -> Rules:
    return (((first, 9999), rule),)


_CHRISTIAN_AND_COMMON: dict[str, Rules] = {
    "new_year": _always(_on(1, 1)),
    "new_year_eve": _always(_on(12, 31)),
    "valentine": _always(_on(2, 14)),
    "womens_day": _always(_on(3, 8)),
    "st_patrick": _always(_on(3, 17)),
    "april_fools": _always(_on(4, 1)),
    "earth_day": _always(_on(4, 22)),
    "may_day": _always(_on(5, 1)),
    "halloween": _always(_on(10, 31)),
    "christmas_eve": _always(_on(12, 24)),
    "christmas": _always(_on(12, 25)),
    "boxing_day": _always(_on(12, 26)),
    "good_friday": _always(_from_easter(-2)),
    "easter": _always(_from_easter(0)),
    "easter_monday": _always(_from_easter(1)),
    "shrove_tuesday": _always(_from_easter(-47)),
    "ash_wednesday": _always(_from_easter(-46)),
    "palm_sunday": _always(_from_easter(-7)),
    "maundy_thursday": _always(_from_easter(-3)),
    "ascension": _always(_from_easter(39)),
    "pentecost": _always(_from_easter(49)),
    "whit_monday": _always(_from_easter(50)),
    "trinity_sunday": _always(_from_easter(56)),
    "corpus_christi": _always(_from_easter(60)),
    "holy_saturday": _always(_from_easter(-1)),
    "orthodox_palm_sunday": _always(_from_julian_easter(-7)),
    "orthodox_good_friday": _always(_from_julian_easter(-2)),
    "orthodox_easter": _always(_from_julian_easter(0)),
    "orthodox_easter_monday": _always(_from_julian_easter(1)),
    "orthodox_pentecost": _always(_from_julian_easter(49)),
    "orthodox_christmas": (((1900, 2099), _on(1, 7)),),
    "groundhog": _since(1887, _on(2, 2)),
    "candlemas": _always(_on(2, 2)),
    "burns_night": _since(1801, _on(1, 25)),
    "twelfth_night": _always(_on(1, 5)),
    "australia": _since(1935, _on(1, 26)),
    "anzac": _since(1916, _on(4, 25)),
    "cinco_de_mayo": _since(1862, _on(5, 5)),
    "canada": _since(1868, _on(7, 1)),
    "all_souls": _always(_on(11, 2)),
    "epiphany": _always(_on(1, 6)),
    "all_saints": _always(_on(11, 1)),
    "bastille": _since(1790, _on(7, 14)),
    "guy_fawkes": _since(1605, _on(11, 5)),
    "armistice": _since(1918, _on(11, 11)),
    "mothers_day": _since(1914, _nth(5, 7, 2)),
    "fathers_day": _since(1910, _nth(6, 7, 3)),
}
_UNITED_STATES: dict[str, Rules] = {
    "king_us": _since(1986, _nth(1, 1, 3)),
    "presidents_us": (((1879, 1970), _on(2, 22)), ((1971, 9999), _nth(2, 1, 3))),
    "memorial_us": (((1868, 1970), _on(5, 30)), ((1971, 9999), _nth(5, 1, -1))),
    "juneteenth_us": _since(1865, _on(6, 19)),
    "independence_us": _since(1776, _on(7, 4)),
    "labor_us": _since(1894, _nth(9, 1, 1)),
    "columbus_us": (((1937, 1970), _on(10, 12)), ((1971, 9999), _nth(10, 1, 2))),
    "veterans_us": (((1971, 1977), _nth(10, 1, 4)), ((1919, 9999), _on(11, 11))),
    "thanksgiving": (((1863, 1938), _nth(11, 4, -1)), ((1939, 9999), _nth(11, 4, 4))),
    "flag_us": _since(1877, _on(6, 14)),
    "election_us": _since(1845, _day_after(_nth(11, 1, 1))),
    "cyber_monday": _since(2005, _days_after(_nth(11, 4, 4), 4)),
    "giving_tuesday": _since(2012, _days_after(_nth(11, 4, 4), 5)),
    "black_friday": _since(1942, _day_after(_nth(11, 4, 4))),
}
_JAPAN: dict[str, Rules] = {
    "coming_of_age_jp": (((1949, 1999), _on(1, 15)), ((2000, 9999), _nth(1, 1, 2))),
    "foundation_jp": _since(1967, _on(2, 11)),
    "emperor_jp": (((1949, 1988), _on(4, 29)), ((1989, 2018), _on(12, 23)), ((2020, 9999), _on(2, 23))),
    "vernal_equinox": _always(vernal_equinox),
    "showa_jp": _since(2007, _on(4, 29)),
    "constitution_jp": _since(1947, _on(5, 3)),
    "greenery_jp": (((1989, 2006), _on(4, 29)), ((2007, 9999), _on(5, 4))),
    "children_jp": _always(_on(5, 5)),
    "sea_jp": (
        ((1996, 2002), _on(7, 20)),
        ((2020, 2020), _on(7, 23)),
        ((2021, 2021), _on(7, 22)),
        ((2003, 9999), _nth(7, 1, 3)),
    ),
    "mountain_jp": (
        ((2020, 2020), _on(8, 10)),
        ((2021, 2021), _on(8, 8)),
        ((2016, 9999), _on(8, 11)),
    ),
    "war_end_jp": _since(1945, _on(8, 15)),
    "aged_jp": (((1966, 2002), _on(9, 15)), ((2003, 9999), _nth(9, 1, 3))),
    "autumnal_equinox": _always(autumnal_equinox),
    "sports_jp": (
        ((1966, 1999), _on(10, 10)),
        ((2020, 2020), _on(7, 24)),
        ((2021, 2021), _on(7, 23)),
        ((2000, 9999), _nth(10, 1, 2)),
    ),
    "culture_jp": _since(1948, _on(11, 3)),
    "labour_thanksgiving_jp": _since(1948, _on(11, 23)),
}
_KOREA: dict[str, Rules] = {
    "seollal": _always(_lunar(1, 1)),
    "daeboreum": _always(_lunar(1, 15)),
    "independence_movement_kr": _since(1919, _on(3, 1)),
    "arbor_kr": _since(1949, _on(4, 5)),
    "children_kr": _since(1946, _on(5, 5)),
    "parents_kr": _since(1956, _on(5, 8)),
    "teachers_kr": _since(1965, _on(5, 15)),
    "buddha_kr": _always(_lunar(4, 8)),
    "dano": _always(_lunar(5, 5)),
    "memorial_kr": _since(1956, _on(6, 6)),
    "korean_war": _since(1950, _on(6, 25)),
    "constitution_kr": _since(1948, _on(7, 17)),
    "liberation_day": _since(1945, _on(8, 15)),
    "chuseok": _always(_lunar(8, 15)),
    "armed_forces_kr": _since(1956, _on(10, 1)),
    "foundation_kr": _since(1949, _on(10, 3)),
    "hangul": _since(1945, _on(10, 9)),
    "day_of_the_shining_star": _since(1942, _on(2, 16)),
    "day_of_the_sun": _since(1912, _on(4, 15)),
    "army_day_kp": (((1948, 1977), _on(2, 8)), ((1978, 2017), _on(4, 25)), ((2018, 9999), _on(2, 8))),
    "victory_kp": _since(1953, _on(7, 27)),
    "songun_kp": _since(1960, _on(8, 25)),
    "foundation_kp": _since(1948, _on(9, 9)),
    "party_foundation_kp": _since(1945, _on(10, 10)),
    "constitution_kp": _since(1972, _on(12, 27)),
}
NAMED_DAYS: Mapping[str, Rules] = _CHRISTIAN_AND_COMMON | _UNITED_STATES | _JAPAN | _KOREA
"""Name -> the years a rule held and the rule; where years overlap, the rule written first stands."""
