"""Questions put to the database in its own words, where to build them as queries takes longer than to answer them."""

from collections.abc import Iterable
from typing import Any

from django.db import connection


def ask(sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows that the database answers with; none where it was told and not asked."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall()) if cursor.description else []
