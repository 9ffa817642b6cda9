"""Dates as sources put them, at random: most of them days, some wider, some half open."""

import random
from datetime import date, time, timedelta

from timeline.dates import FuzzyDate

FIRST, LAST = date(1945, 1, 1), date(2025, 12, 31)
DAY, MONTH, YEAR, SPAN = 0.70, 0.84, 0.93, 0.98
"""Up to where a number from 0 to 1 means such a date; above the last, a span of years."""
TIMED, ABOUT, PERHAPS, DECADE, OPEN, WINDOW = 0.05, 0.06, 0.02, 0.06, 0.06, 0.25
"""Of the days those with a time; of months and years those said to be "about" or "perhaps"; of years those that are
decades; of spans those with an open side, and those within which it happened some day."""
ANCIENT = 0.005
"""Of all dates those before Christ, where they are asked for."""
ZONES = ("+09:00", "Z", "-05:00")


def some_date(chosen: random.Random, *, ancient: bool) -> FuzzyDate:
    """Return a date."""
    if ancient and chosen.random() < ANCIENT:
        return _before_christ(chosen)
    day = FIRST + timedelta(days=int((LAST - FIRST).days * chosen.random() ** 0.6))
    kind = chosen.random()
    if kind < DAY:
        return _day(chosen, day)
    if kind < YEAR:
        return _unit(chosen, day, is_month=kind < MONTH)
    return _span(chosen, day, is_of_years=kind >= SPAN)


def another_date(chosen: random.Random, said: FuzzyDate) -> FuzzyDate:
    """Return what a source says that differs: a day some days off, or another year."""
    near = said.earliest or said.latest
    if near is None:
        return FuzzyDate.year((said.year_span[0] or 0) - chosen.randint(1, 9))
    return FuzzyDate.day(near - timedelta(days=chosen.randint(1, 40)))


def _day(chosen: random.Random, day: date) -> FuzzyDate:
    if chosen.random() >= TIMED:
        return FuzzyDate.day(day)
    return FuzzyDate.day(
        day, time=time(chosen.randrange(24), 5 * chosen.randrange(12)), zone=chosen.choice(ZONES)
    )  # fmt: skip


def _unit(chosen: random.Random, day: date, *, is_month: bool) -> FuzzyDate:
    if is_month:
        found = FuzzyDate.month(day.year, day.month)
    else:
        found = FuzzyDate.decade(day.year) if chosen.random() < DECADE else FuzzyDate.year(day.year)
    doubt = chosen.random()
    if doubt < ABOUT:
        return found.about()
    return found.perhaps() if doubt < ABOUT + PERHAPS else found


def _span(chosen: random.Random, day: date, *, is_of_years: bool) -> FuzzyDate:
    length = chosen.randint(400, 3600) if is_of_years else chosen.randint(6, 150)
    first, last = FuzzyDate.day(day), FuzzyDate.day(day + timedelta(days=length))
    if chosen.random() < OPEN:
        sides = (FuzzyDate.since, FuzzyDate.until, FuzzyDate.by, FuzzyDate.starting)
        return chosen.choice(sides)(first)
    return FuzzyDate.between(first, last) if chosen.random() < WINDOW else FuzzyDate.extent(first, last)


def _before_christ(chosen: random.Random) -> FuzzyDate:
    year = -chosen.randint(1, 600)
    kind = chosen.randrange(3)
    if kind == 0:
        return FuzzyDate.month(year, chosen.randint(1, 12))
    return FuzzyDate.nth_century(year // 100) if kind == 1 else FuzzyDate.year(year)
