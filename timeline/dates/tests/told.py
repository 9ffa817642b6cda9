"""Dates of every kind as texts tell them, so that their words can be read back: years 1000 to 2990.

Left out is what has no words of its own: decades and centuries that begin alike (the 1900s are the century), and lists
whose members touch, overlap or are not told in order.
"""

import datetime

from hypothesis import strategies as st

from timeline.dates.fuzzy import FuzzyDate

F = FuzzyDate
years = st.integers(1000, 2990)
exact = st.dates(datetime.date(1000, 1, 1), datetime.date(2990, 12, 31)).map(F.day)
months = st.builds(F.month, years, st.integers(1, 12))
decades = st.integers(100, 298).filter(lambda number: number % 10).map(lambda number: F.decade(number * 10))
centuries = st.integers(10, 19).map(lambda number: F.century(number * 100))
units = st.one_of(exact, months, years.map(F.year), decades, centuries)
timed = st.builds(
    lambda date, time: date.at(time.replace(microsecond=0), None),
    exact,
    st.times(),
)
groupings = st.one_of(
    st.builds(F.season, years, st.integers(1, 4)),
    st.builds(F.quarter, years, st.integers(1, 4)),
    st.builds(F.half, years, st.integers(1, 2)),
)
parts = st.one_of(
    st.builds(lambda year, third: F.months_window(year, 4 * third - 3, 4 * third), years, st.integers(1, 3)),
    decades.map(lambda date: F.years_window(date.earliest.year, date.earliest.year + 3)),
)
windows = st.one_of(
    exact.map(lambda date: F.week(date.earliest)),
    st.integers(11, 29).map(F.nth_century),
    years.map(F.fiscal_year),
    parts,
    st.builds(lambda a, b: F.window(*sorted((a.earliest, b.earliest))), exact, exact),
)
qualified = units.flatmap(lambda date: st.sampled_from([date.about(), date.perhaps(), date.about().perhaps()]))


def _in_order(dates: list[FuzzyDate]) -> bool:
    return (dates[1].earliest - dates[0].latest).days > 1


def _pairs(kind):
    return (
        st.lists(kind, min_size=2, max_size=2)
        .map(lambda dates: sorted(dates, key=lambda date: date.earliest))
        .filter(_in_order)
    )


extents = st.one_of(
    _pairs(units).map(lambda dates: F.extent(*dates)),
    (units | units.map(F.about) | units.map(F.perhaps)).map(F.since),
    (units | units.map(F.about) | units.map(F.perhaps)).map(F.until),
)
open_windows = st.one_of(units.map(F.by), units.map(F.before), units.map(F.after))
alike = _pairs(exact) | _pairs(months)
several = st.one_of(alike.map(lambda dates: F.members(*dates)), alike.map(lambda dates: F.one_of(*dates)))
told = st.one_of(units, timed, groupings, windows, qualified, extents, open_windows, several)
