"""What the database knows of how many rows it has."""

from django.apps import apps
from django.db import connection, transaction

ROWS_LOOKED_AT = 1000
"""Of each index, by SQLite: enough to tell a state that most rows have from a key, in some hundredths of a second."""


def refresh_statistics() -> None:
    """Let the database count its rows after many came at once, when they are committed.

    PostgreSQL counts by itself, but only after a while, and may have counted none meanwhile: it then plans for one
    row, and a page that needs a blink takes minutes. SQLite never counts by itself, and takes every value of an index
    for rare: it then goes through all that is checked to find what one change has written.
    """
    # Not before: while it counts, whoever else counts waits for the transaction to end.
    transaction.on_commit(_count_in_sqlite if connection.vendor == "sqlite" else _count_in_postgres)


def _count_in_sqlite() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")


def _count_in_postgres() -> None:
    models = apps.get_app_config("records").get_models(include_auto_created=True)
    tables = ", ".join(sorted({connection.ops.quote_name(model._meta.db_table) for model in models}))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
