"""Which changes touched what had been published before, by chronology: kept with each change, told by the histories.

So what is looked for among the changes of one chronology (its corrections, what has stood since a day) is found by
key, however much is published there or written elsewhere.
"""

from collections.abc import Iterator

from django.db import connection, transaction

from timeline.records.models import Change, Revision, before_the_end
from timeline.records.sql import ask

AT_ONCE = 1000
"""Changes that are compared together."""
LARGEST = 2**63 - 1
_EARLIER = """
    JOIN records_historicalentry earlier ON earlier.event_id = former.{event}
        AND earlier.published_since IS NOT NULL AND earlier.change_id < former.change_id
"""
_HANGING = {
    "wording": "", "participation": "", "subject": "",
    # What is only proposed readers do not see, and anybody may propose.
    "citation": """ AND (former.state = 'checked' OR 'checked' = (
        SELECT older.state FROM records_historicalcitation older
        WHERE older.id = former.id AND older.history_id < former.history_id ORDER BY older.history_id DESC LIMIT 1
    ))""",
}  # fmt: skip
_TOUCHED = " UNION ".join(
    [
        # One that the change itself has added had not been published.
        "SELECT earlier.chronology_id, former.change_id FROM records_historicalevent former"  # noqa: S608
        f" {_EARLIER.format(event='id')} WHERE former.change_id {{which}} AND former.history_type <> '+'",
        *(
            f"SELECT earlier.chronology_id, former.change_id FROM records_historical{noun} former"  # noqa: S608
            f" {_EARLIER.format(event='event_id')} WHERE former.change_id {{which}}{condition}"
            for noun, condition in _HANGING.items()
        ),
        # Of the entry itself: that it was taken out or withdrawn, or put into another lane.
        f"""
        SELECT former.chronology_id, former.change_id FROM records_historicalentry former
        {_EARLIER.format(event="event_id")} AND earlier.chronology_id = former.chronology_id
        WHERE former.change_id {{which}} AND (
            former.history_type = '-' OR former.published_since IS NULL OR COALESCE(former.lane_id, 0) <> COALESCE((
                SELECT older.lane_id FROM records_historicalentry older
                WHERE older.id = former.id AND older.history_id < former.history_id
                ORDER BY older.history_id DESC LIMIT 1
            ), 0)
        )
        """,  # noqa: S608
    ]
)
"""In SQL, since it is asked with every change."""
_OF_ONE = _TOUCHED.format(which="= %s")
_STRETCH = "BETWEEN %s AND %s"
_DIFFERING = f"""
    WITH told AS ({_TOUCHED.format(which=_STRETCH)}),
        kept AS (SELECT chronology_id, change_id FROM records_revision WHERE change_id {_STRETCH})
    SELECT 1, chronology_id, change_id FROM (SELECT * FROM told EXCEPT SELECT * FROM kept) AS missing
    UNION ALL SELECT 0, chronology_id, change_id FROM (SELECT * FROM kept EXCEPT SELECT * FROM told) AS too_many
"""  # noqa: S608  our own words


@before_the_end
def keep(change: Change) -> None:
    """Keep in which chronologies a change touched what had been published before it."""
    _add(ask(_OF_ONE, [change.pk] * _OF_ONE.count("%s")))


def differences() -> Iterator[list[tuple[int, int, int]]]:
    """Yield, some changes at a time, what is kept otherwise than told: 1 for what is missing, 0 for what is too many.

    Each piece is one question: what is kept and what is told are of one instant, whoever writes meanwhile.
    """
    first = 0
    while first <= LARGEST:
        keys = ask("SELECT id FROM records_change WHERE id >= %s ORDER BY id LIMIT %s", [first, AT_ONCE])
        last = keys[-1][0] if len(keys) == AT_ONCE else LARGEST
        if found := ask(_DIFFERING, [first, last] * _DIFFERING.count(_STRETCH)):
            yield [(int(is_missing), chronology, change) for is_missing, chronology, change in found]
        first = last + 1


def repair() -> int:
    """Keep what the histories tell, in short transactions; return how many rows were wrong."""
    mended = 0
    for found in differences():
        with transaction.atomic():
            _add([(chronology, change) for is_missing, chronology, change in found if is_missing])
            for is_missing, chronology, change in found:
                if not is_missing:
                    Revision.objects.filter(chronology=chronology, change=change).delete()
        mended += len(found)
    return mended


def _add(rows: list[tuple[int, int]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO records_revision (chronology_id, change_id) VALUES (%s, %s) ON CONFLICT DO NOTHING", rows
            )  # fmt: skip
