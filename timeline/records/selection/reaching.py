"""What reaches into some days from elsewhere, through the interval index."""

from timeline.records.selection.asking import IN_OUTLINE, Condition, all_of, ask, having, marks
from timeline.records.selection.choice import Choice, Row
from timeline.records.spans import nodes_touching
from timeline.records.tallies import levels

MOST_REACHING = 1_000
"""Entries that reach into the days asked for and stand outside of them, nearest to them."""


def reaching(choice: Choice, first: int, last: int) -> list[Row]:
    """Return what reaches beyond its own year and touches the days from `first` to `last`; at most MOST_REACHING."""
    nodes = nodes_touching(first, last, levels(choice.chronology, choice.audiences))
    found: list[Row] = []
    for audience in choice.audiences:
        for where, values in (
            (f"l.node IN ({marks(nodes.before)}) AND l.last >= %s", [*nodes.before, first]),
            (f"l.node IN ({marks(nodes.after)}) AND l.first <= %s", [*nodes.after, last]),
            ("l.node BETWEEN %s AND %s", [first, last]),
        ):
            conditions: list[Condition] = [
                ("l.chronology_id = %s AND l.is_public = %s", [choice.chronology, audience]), (where, list(values)),
                *having(choice.values),
            ]  # fmt: skip
            sql, given = all_of(conditions)
            rows = ask(f"SELECT {IN_OUTLINE} FROM records_listing l WHERE {sql} LIMIT {MOST_REACHING}", given)
            found += map(Row._make, rows)
    return found
