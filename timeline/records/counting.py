"""The questions by which the counts are compared with what the listed entries come to, in SQL alone.

What differs is found by the database, which holds what it adds up and hands out only that: of 1,000,000 events the
counts are as many again. `Kept.tallies` says the same of one entry.
"""

from timeline.records.sorting import CENTURY_ZERO, LAST
from timeline.records.tallies import ALL, ANY_AUDIENCE, SOURCES

VALUES = 500
"""Values that are compared with one question."""
NEXT_VALUES = """
WITH RECURSIVE held(value, number) AS (
    SELECT MIN(value), 1 FROM records_facet WHERE chronology_id = %s AND value > %s
    UNION ALL SELECT (
        SELECT MIN(value) FROM records_facet WHERE chronology_id = %s AND value > held.value
    ), number + 1 FROM held WHERE value IS NOT NULL AND number < %s
) SELECT value FROM held WHERE value IS NOT NULL ORDER BY number
"""
"""The next values that entries have, each met by one look into the index: they are few among their rows."""

_KEY = "chronology_id, value, is_public, level, period, lane, is_known"
_DIFFERING = f"SELECT {_KEY}, SUM(number) FROM ({{}}) c GROUP BY {_KEY} HAVING SUM(number) <> 0"  # noqa: S608  ours
_COUNTED = (
    "SELECT kept.chronology_id, kept.value, kept.is_public, kept.level, kept.period, kept.lane, kept.is_known,"
    " -kept.count AS number FROM records_tally kept WHERE kept.chronology_id = %s"
)
_HELD = """
    FROM records_facet kept JOIN records_listing listing ON listing.entry_id = kept.entry_id
    WHERE kept.chronology_id = %s AND kept.value > %s {upto}
"""
OF_VALUES = _DIFFERING.format(f"""
    SELECT kept.chronology_id, kept.value, listing.is_public, 'w' AS level, 0 AS period, 0 AS lane, FALSE AS is_known,
        COUNT(*) AS number {_HELD} GROUP BY kept.chronology_id, kept.value, listing.is_public
    UNION ALL SELECT kept.chronology_id, kept.value, listing.is_public, 'l', 0, COALESCE(listing.lane, 0), FALSE,
        COUNT(*) {_HELD} AND kept.value NOT LIKE 'cites:%%'
        GROUP BY kept.chronology_id, kept.value, listing.is_public, COALESCE(listing.lane, 0)
    UNION ALL SELECT kept.chronology_id, kept.value, listing.is_public, 'y', listing.year, COALESCE(listing.lane, 0),
        listing.is_known, COUNT(*) {_HELD} AND kept.value NOT LIKE 'cites:%%' AND listing.year IS NOT NULL
        GROUP BY kept.chronology_id, kept.value, listing.is_public, listing.year, COALESCE(listing.lane, 0),
            listing.is_known
    UNION ALL {_COUNTED} AND kept.value > %s {{upto}} AND kept.kind NOT IN ('{SOURCES}', 'level')
""")
"""What differs of the values behind one, up to another where there is one: {upto}."""

_LEVEL = " ".join(f"WHEN (first | last) - (first & last) < {2 << level} THEN {level}" for level in range(61))
_YEAR = (
    f"(CAST(SUBSTR(sort_key, 1, 12) AS BIGINT) - {CENTURY_ZERO}) * 100 + CAST(SUBSTR(sort_key, 14, 2) AS BIGINT) * 10"
    " + CAST(SUBSTR(sort_key, 17, 2) AS BIGINT)"
)
_MONTH = "CASE WHEN SUBSTR(sort_key, 20, 2) <= '12' THEN CAST(SUBSTR(sort_key, 20, 2) AS BIGINT) ELSE 0 END"
_LISTED = "FROM records_listing WHERE chronology_id = %s"
_CITED = """
    FROM records_facet kept JOIN records_listing listing ON listing.entry_id = kept.entry_id
    WHERE kept.chronology_id = %s AND kept.value LIKE 'cites:%%'
"""
OF_ALL = _DIFFERING.format(f"""
    SELECT chronology_id, '{ALL}' AS value, is_public, 'w' AS level, 0 AS period, 0 AS lane, FALSE AS is_known,
        COUNT(*) AS number {_LISTED} GROUP BY 1, 3
    UNION ALL SELECT chronology_id, '{ALL}', is_public, 'l', 0, COALESCE(lane, 0), FALSE, COUNT(*)
        {_LISTED} GROUP BY 1, 3, 6
    UNION ALL SELECT chronology_id, '{ALL}', is_public, 'y', year, COALESCE(lane, 0), is_known, COUNT(*)
        {_LISTED} AND year IS NOT NULL GROUP BY 1, 3, 5, 6, 7
    UNION ALL SELECT chronology_id, '{ALL}', is_public, 'm', ({_YEAR}) * 100 + {_MONTH}, COALESCE(lane, 0), is_known,
        COUNT(*) {_LISTED} AND sort_key <> '{LAST}' AND SUBSTR(sort_key, 14, 2) <= '09'
        AND SUBSTR(sort_key, 17, 2) <= '09' GROUP BY 1, 3, 5, 6, 7
    UNION ALL SELECT chronology_id, 'level:' || CASE {_LEVEL} END, is_public, 'w', 0, 0, FALSE, COUNT(*)
        {_LISTED} AND node IS NOT NULL GROUP BY 1, 2, 3
    UNION ALL SELECT kept.chronology_id, '{SOURCES}', TRUE, 'w', 0, 0, FALSE, COUNT(DISTINCT kept.value)
        {_CITED} AND listing.is_public GROUP BY 1
    UNION ALL SELECT kept.chronology_id, '{SOURCES}', {str(ANY_AUDIENCE).upper()}, 'w', 0, 0, FALSE,
        COUNT(DISTINCT kept.value) {_CITED} GROUP BY 1
    UNION ALL {_COUNTED} AND (kept.value = '{ALL}' OR kept.kind IN ('{SOURCES}', 'level'))
""")
"""What differs of the whole of a chronology: its entries, the levels of its spans, and the sources that they cite."""
