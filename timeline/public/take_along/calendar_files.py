"""Which files hold the days of a chronology that has more than one file may: by years, of a full year by months."""

from collections import Counter
from dataclasses import dataclass, replace

from timeline.records.selection import Choice, Selection, select
from timeline.records.spans import first_of
from timeline.web.marks import month_words, years_words

MOST = 5000
"""Days of a file that is offered: the whole, or one of those here. There are few of them, each is made once."""
FIRST_YEAR, LAST_YEAR = 1, 9999
"""The years that a calendar has."""
DAY = "exactness:day"


@dataclass(frozen=True)
class Span:
    """Some years, or the month of one; the first years have no beginning in their address, the last ones no end."""

    first: int
    last: int
    month: int = 0
    begins: bool = True
    ends: bool = True

    @property
    def words(self) -> str:
        """The span as a reader knows it."""
        return month_words(self.first, self.month) if self.month else years_words(self.first, self.last)

    @property
    def query(self) -> dict[str, str]:
        """The span as the fields from and to have it."""
        month = f"-{self.month:02d}" if self.month else ""
        sides = {"from": (self.begins, self.first), "to": (self.ends, self.last)}
        return {name: f"{year:04d}{month}" for name, (is_said, year) in sides.items() if is_said}


def files_of(exact: Selection) -> list[Span]:
    """Return the files that hold all known days of a chronology; none where one file holds them."""
    return _spans(exact) if exact.count > MOST else []


def earlier_days(choice: Choice) -> Selection | None:
    """Return what is known to the day and lies before the first year of calendars; None of what is none of it."""
    end = first_of(FIRST_YEAR) - 1
    if choice.first is not None and choice.first > end:
        return None
    last = end if choice.last is None else min(choice.last, end)
    return select(replace(choice, values=tuple(dict.fromkeys((*choice.values, DAY))), last=last))


def _spans(exact: Selection) -> list[Span]:
    """Return years that follow each other without a gap: what lasted over years may touch those between alone."""
    by_year: Counter[int] = Counter()
    for (year, _lane, _is_known), count in exact.bars.items():
        if FIRST_YEAR <= year <= LAST_YEAR:
            by_year[year] += count
    years = [min(max(year, FIRST_YEAR), LAST_YEAR) for year in exact.years]
    low, high = min(years, default=FIRST_YEAR), max(years, default=LAST_YEAR)
    starts = _starts(by_year, low, high)
    if len(starts) == 1 and by_year[starts[0]] <= MOST:
        return []
    spans: list[Span] = []
    for start, following in zip(starts, [*starts[1:], high + 1], strict=True):
        if by_year[start] > MOST:
            spans += [Span(start, start, month) for month in range(1, 13)]
        else:
            spans.append(Span(start, following - 1, begins=start != starts[0], ends=following in starts))
    return spans


def _starts(by_year: Counter[int], low: int, high: int) -> list[int]:
    """Return the first years of the files: a year that is too much for one stands alone."""
    starts = [] if by_year[low] > MOST else [low]
    held = 0
    for year in sorted(by_year):
        is_full = by_year[year] > MOST
        if held + by_year[year] > MOST and year not in starts[-1:]:
            starts.append(year)
            held = 0
        held += by_year[year]
        if is_full:
            starts.append(year + 1)
            held = 0
    return [year for year in starts if year <= high]
