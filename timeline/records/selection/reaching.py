"""What reaches into some days from elsewhere, through the interval index."""

from dataclasses import dataclass

from timeline.records.selection.asking import IN_OUTLINE, Condition, all_of, having, marks, order
from timeline.records.selection.choice import Choice, Row
from timeline.records.spans import nodes_touching
from timeline.records.sql import ask
from timeline.records.tallies import levels

MOST_REACHING = 1_000
"""Entries that reach into the days asked for, those that stand last."""


@dataclass(frozen=True)
class Reaching:
    """What reaches into some days, and whether there is more of it than was asked for."""

    rows: list[Row]
    is_cut: bool


def reaching(choice: Choice, first: int, last: int) -> Reaching:
    """Return what reaches beyond its own year and touches the days from `first` to `last`.

    Of more than MOST_REACHING in one part of the index those that stand last, which began last.
    """
    nodes = nodes_touching(first, last, levels(choice.chronology, choice.audiences))
    found: list[Row] = []
    is_cut = False
    backwards = order("l", backwards=True)
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
            asked = f"SELECT {IN_OUTLINE} FROM records_listing l WHERE {sql} {backwards} LIMIT {MOST_REACHING + 1}"
            rows = ask(asked, given)
            is_cut |= len(rows) > MOST_REACHING
            found += map(Row._make, rows[:MOST_REACHING])
    return Reaching(found, is_cut)
