"""Questions put to the database in its own words, where to build them as queries takes longer than to answer them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection


def ask(sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows that the database answers with; none where it was told and not asked."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall()) if cursor.description else []


def ask_of(sql: str, keys: Sequence[int]) -> list[tuple[Any, ...]]:
    """Ask a question of some records, whose keys stand where it has braces."""
    return ask(sql.format(", ".join(["%s"] * len(keys))), keys) if keys else []
