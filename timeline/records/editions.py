"""Raise the editions of what readers see differently after a change."""

from collections.abc import Collection
from datetime import datetime

from django.db import connection

_SITE = """
INSERT INTO records_edition (chronology_id, number, frame) VALUES (NULL, %s, 0)
ON CONFLICT (COALESCE(chronology_id, 0)) DO UPDATE SET number =
CASE WHEN records_edition.number < excluded.number THEN excluded.number ELSE records_edition.number + 1 END
"""
_CHRONOLOGIES = """
INSERT INTO records_edition (chronology_id, number, frame)
SELECT chronology.id, site.number, site.number FROM records_chronology chronology, records_edition site
WHERE site.chronology_id IS NULL{among}
ON CONFLICT (COALESCE(chronology_id, 0)) DO UPDATE SET number = excluded.number{and_frame}
"""


def raise_editions(chronologies: Collection[int] | None, *, at: datetime, only_entries: bool = False) -> None:
    """Give the site, and chronologies by their keys, all of them for None, an edition that there never was.

    `only_entries`: nothing else has changed than entries and what hangs on their events, so cards of others stay good.
    The site's row comes first and stays locked to the end of the transaction: who raises an edition at the same time
    waits, so that no two changes share a number.
    """
    among = "" if chronologies is None else f" AND chronology.id IN ({', '.join(['%s'] * len(chronologies))})"
    with connection.cursor() as cursor:
        cursor.execute(_SITE, [int(at.timestamp() * 1_000_000)])
        if chronologies is None or chronologies:
            and_frame = "" if only_entries else ", frame = excluded.frame"
            question = _CHRONOLOGIES.format(among=among, and_frame=and_frame)
            cursor.execute(question, list(chronologies or ()))
