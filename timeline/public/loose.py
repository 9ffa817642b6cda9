"""Events that no one year holds: the few of them that are drawn, and how many more there are."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.records.models import Event
from timeline.records.selection import Row, Selection
from timeline.records.spans import BEGINNING, END, year_of
from timeline.web.marks import language

MOST = 24
"""Events that a drawing shows."""


@dataclass(frozen=True)
class LooseEvent:
    """One of them, with what its bar needs."""

    row: Row
    headline: str
    lasting: bool
    edtf: str
    language: str = ""

    @property
    def years(self) -> tuple[int | None, int | None]:
        """First and last year; None for an open side."""
        first, last = self.row.first, self.row.last
        return (
            None if first is None or first == BEGINNING else year_of(first),
            None if last is None or last == END else year_of(last),
        )


@dataclass(frozen=True)
class Loose:
    """Those that are drawn, in order, and how many are not; None: it is not known how many."""

    events: Sequence[LooseEvent] = field(default_factory=list)
    more: int | None = 0


def loose_of(selection: Selection) -> Loose:
    """Return what a drawing shows of a selection."""
    rows = selection.loose(MOST)
    count = selection.loose_count
    events = [row.event for row in rows]
    told = _told(events) if events else {}
    drawn = [LooseEvent(row, *told[row.event]) for row in rows if row.event in told]
    return Loose(drawn, None if count is None else max(count - len(rows), 0))


def _told(events: Sequence[int]) -> dict[int, tuple[str, bool, str, str]]:
    """Return by event the headline in the page's language, else the first one; whether it lasted, its EDTF."""
    columns = "pk", "wordings__language", "wordings__headline", "lasting", "edtf"
    rows = list(Event.objects.filter(pk__in=events).order_by("-wordings__pk").values_list(*columns))
    firsts = {event: (headline or "", lasting, date, code or "") for event, code, headline, lasting, date in rows}
    here = language()
    own = {event: (headline, lasting, date, code) for event, code, headline, lasting, date in rows if code == here}
    return firsts | own
