"""What stood published in a chronology after a change, in the order of the dates of then."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import NamedTuple

from timeline.records.selection.asking import Condition, all_of, beyond, marks, order, through
from timeline.records.selection.choice import Choice, Key
from timeline.records.sql import ask
from timeline.records.tallies import ALL

MOST_BY_KEY = 5_000
"""Rows of the history of entries that are asked for by the change: of so many each state of then is looked up."""
MOST_SINCE = 5_000
"""Rows of a history that may tell of this chronology since the change, where more had been published by then."""
_PUBLISHED = "h.change_id <= %s AND h.published_since IS NOT NULL"


_PUBLISHED_HERE = "records_historicalentry h WHERE h.published_since IS NOT NULL AND h.chronology_id = %s"
# In this order also where SQLite has counted the rows of a small table.
_REVISED = (
    "records_revision r CROSS JOIN records_historical{noun} h"
    " WHERE h.change_id = r.change_id AND r.chronology_id = %s AND r.change_id > %s"
)


class Stood(NamedTuple):
    """An entry where it stood."""

    sort_key: str
    rank: str
    entry: int
    event: int

    @property
    def key(self) -> Key:
        """Where it stood."""
        return self.sort_key, self.rank, self.entry


class PublishedBy:
    """Entries that stood published after a change, also what was withdrawn since, in the order of the dates of then.

    Few are looked up in the histories, each. Of many, the list of today is walked along past what any row of the
    histories since has touched, and that is put in where it stood. Where too much was touched to do that, what the
    public sees today stands in the order of today, whether or not it still stood published at that very change.
    """

    def __init__(self, chronology: int, change: int) -> None:
        self.choice = Choice(chronology)
        self.change = change

    @property
    def is_as_of_then(self) -> bool:
        """Whether the order is that of then, and what was withdrawn since stands in it."""
        return self._few is not None or self._touched is not None

    def after(self, key: Key | None, limit: int) -> list[Stood]:
        """Return what follows a place, at the beginning what comes first."""
        if self._few is not None:
            return self._looked_up_after(key, limit)
        walked = self._walked_after(key, limit)
        return list(islice(merge(self._looked_up_after(key, limit), walked), limit)) if self.is_as_of_then else walked

    def place_of(self, entry: int) -> Key | None:
        """Return where an entry stood; None where it did not."""
        found = self._states([entry])
        return found[0].key if found else None

    def _looked_up_after(self, key: Key | None, limit: int) -> list[Stood]:
        begin = 0 if key is None else bisect_right(self._looked_up, key, key=lambda one: one.key)
        return self._looked_up[begin : begin + limit]

    def _walked_after(self, key: Key | None, limit: int) -> list[Stood]:
        tables, k, conditions = through(self.choice.chronology, ALL, True)
        sql, values = all_of(
            [*conditions, self._walked, *([] if key is None else [beyond(k, key, backwards=False)])]
        )  # fmt: skip
        columns = "l.sort_key, l.rank, l.entry_id, l.event_id"
        asked = f"SELECT {columns} FROM {tables} WHERE {sql} {order(k, backwards=False)} LIMIT {limit}"
        return list(map(Stood._make, ask(asked, values)))

    @property
    def _walked(self) -> Condition:
        if self._touched is not None:
            if not self._touched:
                return "1 = 1", []
            return f"l.entry_id NOT IN ({marks(self._touched)})", list(self._touched)
        held = f"h.id = l.entry_id AND {_PUBLISHED} AND h.chronology_id = %s"
        given = [self.change, self.choice.chronology]
        return f"EXISTS (SELECT 1 FROM records_historicalentry h WHERE {held})", given

    @cached_property
    def _looked_up(self) -> list[Stood]:
        return sorted(self._states(self._touched or [] if self._few is None else self._few))

    @cached_property
    def _few(self) -> list[int] | None:
        """What had been published by then; None where that is much."""
        return self._entries(
            f"SELECT h.id FROM {_PUBLISHED_HERE} AND h.change_id <= %s ORDER BY h.change_id", MOST_BY_KEY
        )

    @cached_property
    def _touched(self) -> list[int] | None:
        """The entries that have been published or moved since, or touched otherwise; None where that is very much.

        Whatever touched what had been published before is a revision: what others have imported since counts nothing.
        """
        published = self._entries(
            f"SELECT h.id FROM {_PUBLISHED_HERE} AND h.change_id > %s ORDER BY h.change_id", MOST_SINCE
        )
        withdrawn = self._entries(
            f"SELECT h.id FROM {_REVISED.format(noun='entry')} AND h.chronology_id = r.chronology_id", MOST_SINCE
        )
        events = self._entries(f"SELECT h.id FROM {_REVISED.format(noun='event')}", MOST_SINCE)
        if published is None or withdrawn is None or events is None:
            return None
        theirs = "SELECT h.id FROM records_historicalentry h WHERE h.event_id IN ({}) AND h.chronology_id = %s"
        here = ask(theirs.format(marks(events)), [*events, self.choice.chronology])
        return sorted({*published, *withdrawn, *(entry for (entry,) in here)})

    def _entries(self, question: str, most: int) -> list[int] | None:
        """Return what is asked for of this chronology and change; None where that is more than `most` rows."""
        found = ask(f"{question} LIMIT {most + 1}", [self.choice.chronology, self.change])
        return sorted({key for (key,) in found}) if len(found) <= most else None

    def _states(self, entries: Sequence[int]) -> list[Stood]:
        """Return where some entries stood after the change, of those that stood published."""
        last = "SELECT MAX(history_id) FROM {table} WHERE id IN ({keys}) AND change_id <= %s GROUP BY id"
        of_entries = last.format(table="records_historicalentry", keys=marks(entries))
        stood = ask(
            f"SELECT event_id, rank, id FROM records_historicalentry WHERE history_id IN ({of_entries})"
            " AND history_type <> '-' AND published_since IS NOT NULL AND chronology_id = %s",
            [*entries, self.change, self.choice.chronology],
        )
        events = sorted({event for event, _rank, _entry in stood})
        of_events = last.format(table="records_historicalevent", keys=marks(events))
        checked = ask(
            f"SELECT id, sort_key FROM records_historicalevent WHERE history_id IN ({of_events})"
            " AND history_type <> '-' AND status = 'checked' AND merged_into_id IS NULL",
            [*events, self.change],
        )
        keys = dict(checked)
        return [Stood(keys[event], rank, entry, event) for event, rank, entry in stood if event in keys]
