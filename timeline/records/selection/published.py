"""What is public in a chronology today and had been published in it by some change."""

from functools import cached_property

from timeline.records.selection.asking import IN_OUTLINE, Condition, all_of, beyond, marks, order, through
from timeline.records.selection.choice import Choice, Key, Row
from timeline.records.sql import ask
from timeline.records.tallies import ALL

MOST_BY_KEY = 1_000
"""Rows of the history of entries that are asked for by the change; where there are more, the list is walked along."""
_PUBLISHED = "h.change_id <= %s AND h.published_since IS NOT NULL"


class PublishedBy:
    """Entries that the public sees now and of which any state up to a change was published, in today's order.

    Whether they still were at that change is for `records.past` to say.
    """

    def __init__(self, chronology: int, change: int) -> None:
        self.choice = Choice(chronology)
        self.change = change

    def after(self, key: Key | None, limit: int) -> list[Row]:
        """Return what follows a place, at the beginning what comes first."""
        tables, k, conditions = through(self.choice.chronology, ALL, True)
        sql, values = all_of(
            [*conditions, self._condition, *([] if key is None else [beyond(k, key, backwards=False)])]
        )
        asked = f"SELECT {IN_OUTLINE} FROM {tables} WHERE {sql} {order(k, backwards=False)} LIMIT {limit}"
        return list(map(Row._make, ask(asked, values)))

    @cached_property
    def _condition(self) -> Condition:
        """Few are named by key: where most came later, none of these is looked at."""
        given = [self.change, self.choice.chronology]
        # The plus keeps from going through all entries of the chronology, most of which came later.
        first = f"WHERE {_PUBLISHED} AND +h.chronology_id = %s ORDER BY h.change_id LIMIT {MOST_BY_KEY + 1}"
        few = [entry for (entry,) in ask(f"SELECT h.id FROM records_historicalentry h {first}", given)]
        if len(few) <= MOST_BY_KEY:
            keys = sorted(set(few))
            return f"l.entry_id IN ({marks(keys)})", keys
        held = f"h.id = l.entry_id AND {_PUBLISHED} AND h.chronology_id = %s"
        return f"EXISTS (SELECT 1 FROM records_historicalentry h WHERE {held})", given
