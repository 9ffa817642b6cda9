"""Events that no one year holds: the few of them that are drawn, and how many more there are."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.records.models import Event, Wording
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
    texts = headlines(events) if events else {}
    columns = Event.objects.filter(pk__in=events).order_by().values_list("pk", "lasting", "edtf")
    dates = {pk: (lasting, edtf) for pk, lasting, edtf in columns} if events else {}
    drawn = [LooseEvent(row, texts.get(row.event, ""), *dates[row.event]) for row in rows if row.event in dates]
    return Loose(drawn, None if count is None else max(count - len(rows), 0))


def headlines(events: Sequence[int]) -> dict[int, str]:
    """Return by event the headline in the page's language, else the first one; one query."""
    rows = Wording.objects.filter(event__in=events).order_by("-pk").values_list("event", "language", "headline")
    firsts = {event: headline for event, _language, headline in rows}
    return firsts | {event: headline for event, code, headline in rows if code == language()}
