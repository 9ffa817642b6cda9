"""Which files hold the days of a chronology that has more than one file may: by years, of a full year by months."""

from collections import Counter
from dataclasses import dataclass

from timeline.records.selection import Bars, Selection
from timeline.web.marks import month_words, years_words

MOST = 5000
"""Days of a file that is offered: the whole, or one of those here. There are few of them, each is made once."""


@dataclass(frozen=True)
class Span:
    """Some years, or the month of one, as an address asks for them."""

    first: int
    last: int
    month: int = 0

    @property
    def words(self) -> str:
        """The span as a reader knows it."""
        return month_words(self.first, self.month) if self.month else years_words(self.first, self.last)

    @property
    def query(self) -> dict[str, str]:
        """The span as the fields from and to have it."""
        month = f"-{self.month:02d}" if self.month else ""
        return {"from": f"{self.first:04d}{month}", "to": f"{self.last:04d}{month}"}


def files_of(exact: Selection) -> list[Span]:
    """Return the files that hold all known days of a chronology; none where one file holds them."""
    return _spans(exact.bars) if exact.count > MOST else []


def _spans(bars: Bars) -> list[Span]:
    by_year: Counter[int] = Counter()
    for (year, _lane, _is_known), count in bars.items():
        by_year[year] += count
    spans: list[Span] = []
    held = MOST + 1
    for year in sorted(year for year in by_year if 1 <= year <= 9999):
        if held + by_year[year] > MOST:
            spans.append(Span(year, year))
            held = 0
        spans[-1] = Span(spans[-1].first, year)
        held += by_year[year]
    return [
        part
        for span in spans
        for part in ([span] if by_year[span.first] <= MOST else [Span(span.first, span.last, m) for m in range(1, 13)])
    ]
