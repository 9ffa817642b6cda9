"""What the database knows of how many rows it has."""

from django.apps import apps
from django.db import connection, transaction


def refresh_statistics() -> None:
    """Let PostgreSQL count its rows after many came at once, when they are committed.

    It counts by itself, but only after a while, and may have counted none meanwhile: it then plans for one row, and a
    page that needs a blink takes minutes. SQLite plans without counting.
    """
    if connection.vendor == "postgresql":
        # Not before: while it counts, whoever else counts waits for the transaction to end.
        transaction.on_commit(_count)


def _count() -> None:
    models = apps.get_app_config("records").get_models(include_auto_created=True)
    tables = ", ".join(sorted({connection.ops.quote_name(model._meta.db_table) for model in models}))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
