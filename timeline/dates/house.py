"""The house table as rows: what `conventions.py` makes of the words it settles, by an example of each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from timeline.dates import conventions
from timeline.dates.fuzzy import FuzzyDate

# The day of publication in every example, a Thursday.
ANCHOR = datetime.date(2019, 5, 2)
# A part in words; {0} is the unit as it is named after "the first half of", {1} as after "early".
PART_NAMES = {
    "early": "early {1}",
    "mid": "mid-{1}",
    "late": "late {1}",
    "first_half": "the first half of {0}",
    "second_half": "the second half of {0}",
    "mid_late": "mid-to-late {1}",
}
_HALVES = {"first_half": (1, 6), "second_half": (7, 12)}
# The units that have parts: their name, table and example.
_UNITS = (
    ("week", conventions.PARTS_OF_WEEK, FuzzyDate.week(ANCHOR), "this week"),
    ("month", conventions.PARTS_OF_MONTH, FuzzyDate.month(2019, 5), "May 2019"),
    ("season", conventions.PARTS_OF_SEASON, FuzzyDate.season(2019, 1), "spring 2019"),
    ("year", conventions.PARTS_OF_YEAR | _HALVES, FuzzyDate.year(2017), "2017"),
    ("decade", conventions.PARTS_OF_DECADE, FuzzyDate.decade(1970), "the 1970s"),
    ("century by number", conventions.PARTS_OF_CENTURY, FuzzyDate.nth_century(20), "the 20th century"),
    ("century by its hundreds", conventions.PARTS_OF_CENTURY, FuzzyDate.century(1800), "the 1800s"),
)


class Row(NamedTuple):
    """Words, an example of them, and its date."""

    words: str
    example: str
    date: FuzzyDate


def house_table() -> list[Row]:
    """Every convention of the house with an example, in the order of their size."""
    return [*_parts(), *_units(), *_around_anchor(), *_counted(), *_bounds()]


def _parts() -> Iterator[Row]:
    for unit, table, whole, name in _UNITS:
        for part in (part for part in PART_NAMES if part in table):
            date = conventions.part_of(whole, part)
            if date:
                example = PART_NAMES[part].format(name, name.removeprefix("the "))
                yield Row(f"{part.replace('_', ' ')}, of a {unit}", example, date)


def _units() -> Iterator[Row]:
    seasons = ("spring", "summer", "autumn", "winter")
    for number, name in enumerate(seasons, 1):
        yield Row(name, f"{name} 2018", FuzzyDate.season(2018, number))
    yield Row("a quarter", "Q3 2016", FuzzyDate.quarter(2016, 3))
    yield Row("a half", "the first half of 2006", FuzzyDate.half(2006, 1))
    yield Row("a fiscal year (Japan)", "fiscal 2018", FuzzyDate.fiscal_year(2018))
    yield Row("a decade", "the 1970s", FuzzyDate.decade(1970))
    yield Row("hundreds", "the 1800s", FuzzyDate.century(1800))
    yield Row("a century by number", "the 20th century", FuzzyDate.nth_century(20))


def _around_anchor() -> Iterator[Row]:
    for unit in ("week", "weekend", "month", "quarter", "year", "decade"):
        date = conventions.unit_of(ANCHOR, unit)
        if date:
            yield Row(f"the {unit} that holds a day", f"this {unit}", date)
    for words, shift in (("last week", -1), ("next week", 1)):
        yield Row("the week before or after", words, FuzzyDate.week(conventions.move(ANCHOR, "week", shift)))


def _counted() -> Iterator[Row]:
    """So many units ago: days are exact, longer units approximate."""
    for count, unit in ((3, "day"), (3, "workday"), (2, "week"), (3, "month"), (2, "year")):
        day = conventions.move(ANCHOR, unit, -count)
        coarse = conventions.unit_of(day, unit) if unit in ("month", "year") else FuzzyDate.day(day)
        made = coarse if unit in ("day", "workday") else coarse and coarse.about()
        if made:
            name = "working day" if unit == "workday" else unit
            yield Row(f"{name}s ago", f"{count} {name}s ago", made)


def _bounds() -> Iterator[Row]:
    month, year = FuzzyDate.month(2017, 12), FuzzyDate.year(2017)
    start, end = FuzzyDate.day(datetime.date(2004, 5, 5)), FuzzyDate.day(datetime.date(2004, 5, 7))
    yield Row("from A to B", "5-7 May 2004", FuzzyDate.extent(start, end))
    yield Row("between A and B", "between 5 and 7 May 2004", FuzzyDate.between(start, end))
    yield Row("A and B, not touching", "5 and 7 May 2004", FuzzyDate.members(start, end))
    yield Row("A or B", "5 or 7 May 2004", FuzzyDate.one_of(start, end))
    yield Row("until", "until December 2017", FuzzyDate.until(month))
    yield Row("since, from", "since December 2017", FuzzyDate.since(month))
    yield Row("by, no later than", "by December 2017", FuzzyDate.by(month))
    yield Row("before", "before 2017", FuzzyDate.before(year))
    yield Row("after", "after 2017", FuzzyDate.after(year))
    yield Row("about, around, circa", "about May 1980", FuzzyDate.month(1980, 5).about())
    yield Row("perhaps, possibly", "perhaps 1980", FuzzyDate.year(1980).perhaps())
