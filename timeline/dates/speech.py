"""What a language must be able to say of days, units and dates, and how English says it: the material of wording.py."""

import datetime
from typing import NamedTuple, Protocol

DASH = "–"


class Point(NamedTuple):
    """A year, a month or a day, as far as it is known; the year may lie outside 1-9999."""

    year: int
    month: int | None = None
    day: int | None = None


class Speech(Protocol):
    """What each language must be able to say."""

    undated: str
    seasons: tuple[str, str, str, str]
    parts: dict[str, str]

    def point(self, point: Point, weekday: int | None = None) -> str: ...
    def pair(self, first: Point, last: Point) -> tuple[str, str]: ...
    def clock(self, day: str, time: datetime.time, zone: str) -> str: ...
    def season(self, year: int, season: int) -> str: ...
    def quarter(self, year: int, quarter: int) -> str: ...
    def half(self, year: int, half: int) -> str: ...
    def fiscal(self, year: int) -> str: ...
    def decade(self, year: int) -> str: ...
    def hundreds(self, year: int) -> str: ...
    def century(self, number: int) -> str: ...
    def part(self, part: str, unit: str) -> str: ...
    def between(self, first: str, last: str) -> str: ...
    def lasted(self, first: str, last: str) -> str: ...
    def stretch(self, first: str, last: str) -> str: ...
    def inside(self, first: str, last: str) -> str: ...
    def until(self, date: str) -> str: ...
    def since(self, date: str) -> str: ...
    def by(self, date: str) -> str: ...
    def after(self, date: str) -> str: ...
    def about(self, date: str) -> str: ...
    def perhaps(self, date: str) -> str: ...
    def several(self, dates: list[str], every: bool) -> str: ...


class English:
    """English, day before month: Friday 26 April 2019."""

    undated = "date not known"
    seasons = ("spring", "summer", "autumn", "winter")
    parts = {
        "early": "early",
        "mid": "mid-",
        "late": "late",
        "first_half": "first half",
        "second_half": "second half",
    }
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
    ordinals = ("first", "second", "third", "fourth")

    def year(self, year: int) -> str:
        if year <= 0:
            return f"{1 - year} BC"
        return f"AD {year}" if year < 1000 else f"{year}"

    def point(self, point: Point, weekday: int | None = None) -> str:
        name = f"{self.weekdays[weekday]} " if weekday is not None else ""
        return name + " ".join([*self._below_year(point), self.year(point.year)])

    def _below_year(self, point: Point) -> list[str]:
        day = [str(point.day)] if point.day else []
        return [*day, self.months[point.month - 1]] if point.month else []

    def pair(self, first: Point, last: Point) -> tuple[str, str]:
        if first.day and first[:2] == last[:2]:
            return str(first.day), self.point(last)
        if first.month and first.year == last.year:
            return " ".join(self._below_year(first)), self.point(last)
        return self.point(first), self.point(last)

    def clock(self, day: str, time: datetime.time, zone: str) -> str:
        return f"{day} at {time.strftime('%H:%M')}{f' ({zone})' if zone else ''}"

    def season(self, year: int, season: int) -> str:
        if season == 4:
            return f"winter {winter(year, DASH) if year > 0 else self.year(year) + DASH + self.year(year + 1)}"
        return f"{self.seasons[season - 1]} {self._year_of_part(year)}"

    def _year_of_part(self, year: int) -> str:
        return f"{year}" if year > 0 else self.year(year)

    def quarter(self, year: int, quarter: int) -> str:
        return f"the {self.ordinals[quarter - 1]} quarter of {self._year_of_part(year)}"

    def half(self, year: int, half: int) -> str:
        return f"the {self.ordinals[half - 1]} half of {self._year_of_part(year)}"

    def fiscal(self, year: int) -> str:
        return f"fiscal {year}"

    def decade(self, year: int) -> str:
        return f"the {year}s"

    def hundreds(self, year: int) -> str:
        return f"the {year}s"

    def century(self, number: int) -> str:
        return f"the {number}{ordinal_ending(number)} century"

    def part(self, part: str, unit: str) -> str:
        bare = unit.removeprefix("the ")
        article = "the " if bare != unit else ""
        if part.endswith("half"):
            return f"the {self.parts[part]} of {unit}"
        return f"{article}mid-{bare}" if part == "mid" else f"{article}{self.parts[part]} {bare}"

    def between(self, first: str, last: str) -> str:
        return f"some time between {first} and {last}"

    def lasted(self, first: str, last: str) -> str:
        return f"from {first} to {last}"

    def stretch(self, first: str, last: str) -> str:
        space = " " if " " in first else ""
        return f"{first}{space}{DASH}{space}{last}"

    def inside(self, first: str, last: str) -> str:
        return f"between {first} and {last}"

    def until(self, date: str) -> str:
        return f"until {date}"

    def since(self, date: str) -> str:
        return f"since {date}"

    def by(self, date: str) -> str:
        return f"no later than {date}"

    def after(self, date: str) -> str:
        return f"after {date}"

    def about(self, date: str) -> str:
        return f"around {date}"

    def perhaps(self, date: str) -> str:
        return f"perhaps {date}"

    def several(self, dates: list[str], every: bool) -> str:
        word = "and" if every else "or"
        if len(dates) == 2 and all(date.startswith("the ") and date.endswith("s") for date in dates):
            return f"{dates[0]} {word} {dates[1].removeprefix('the ')}"
        return f"{', '.join(dates[:-1])} {word} {dates[-1]}" if len(dates) > 1 else dates[0]


def winter(year: int, dash: str) -> str:
    """The two years of a winter: 2017–18, 1999–2000."""
    later = year + 1
    return f"{year}{dash}{later if later % 100 == 0 else f'{later % 100:02d}'}"


def ordinal_ending(number: int) -> str:
    """The letters after an English ordinal: 1st, 22nd, 13th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
