"""Dates of every kind, for property tests."""

import datetime

from hypothesis import strategies as st

from timeline.dates.fuzzy import UNKNOWN, FuzzyDate

F = FuzzyDate
years = st.integers(2, 9990)
days = st.dates(datetime.date(2, 1, 1), datetime.date(9990, 12, 31))
exact = days.map(F.day)
offsets = st.sampled_from([None, "Z", "+09:00", "-05:00", "+08:30"])
clocks = st.times().map(lambda time: time.replace(microsecond=0))
timed = st.builds(lambda day, time, zone: F.day(day, time=time, zone=zone), days, clocks, offsets)
beyond = (st.integers(-99999, 0) | st.integers(10000, 99999)).map(F.year)
units = st.one_of(
    exact,
    st.builds(F.month, years, st.integers(1, 12)),
    years.map(F.year),
    st.integers(10, 9900).map(F.decade),
    st.integers(100, 9800).map(F.century),
)
groupings = st.one_of(
    st.builds(F.season, years, st.integers(1, 4)),
    st.builds(F.quarter, years, st.integers(1, 4)),
    st.builds(F.half, years, st.integers(1, 2)),
)
windows = st.one_of(
    days.map(F.week),
    st.integers(2, 98).map(F.nth_century),
    years.map(F.fiscal_year),
    st.builds(lambda a, b: F.window(min(a, b), max(a, b)), days, days),
    st.builds(lambda year, third: F.months_window(year, 4 * third - 3, 4 * third), years, st.integers(1, 3)),
    st.builds(lambda year: F.years_window(year // 10 * 10, year // 10 * 10 + 3), st.integers(10, 9900)),
)
qualified = st.builds(
    lambda date, about, perhaps: (date.about() if about else date).perhaps() if perhaps else date,
    units | beyond,
    st.booleans(),
    st.booleans(),
)


def _in_order(make):
    def build(first, second):
        first, second = sorted((first, second), key=lambda date: date.year_span[0])
        if first.earliest and second.latest and first.earliest > second.latest:
            first, second = second, first
        return make(first, second)

    return build


extents = st.one_of(
    st.builds(_in_order(F.extent), units | qualified, units | qualified),
    (units | qualified).map(F.since),
    (units | qualified).map(F.until),
    units.map(lambda date: F.extent(date, UNKNOWN)),
)
open_windows = st.one_of(units.map(F.by), units.map(F.before), units.map(F.after), units.map(F.starting))
several = st.one_of(
    st.lists(units | groupings | qualified, min_size=2, max_size=4).map(lambda dates: F.members(*dates)),
    st.lists(units | groupings | qualified, min_size=2, max_size=4).map(lambda dates: F.one_of(*dates)),
)
qualified_whole = st.builds(
    lambda date, say: say(date),
    extents | several | groupings,
    st.sampled_from([F.about, F.perhaps, lambda date: date.about().perhaps()]),
)
every_kind = st.one_of(
    timed, units, groupings, windows, qualified, extents, open_windows, several, beyond, qualified_whole
)
