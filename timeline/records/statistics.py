"""What the database knows of how many rows it has."""

from django.db import connection

from timeline.records.changes import NOUNS


def refresh_statistics() -> None:
    """Let PostgreSQL count its rows after many came at once.

    It counts by itself, but only after a while, and may have counted none meanwhile: it then plans for one row, and a
    page that needs a blink takes minutes. SQLite plans without counting.
    """
    if connection.vendor != "postgresql":
        return
    tables = ", ".join(connection.ops.quote_name(noun._meta.db_table) for noun in NOUNS)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
