"""What a chronology has had published, and what touched that since, is found by key."""

from django.db import migrations, models

EARLIER = """
    JOIN records_historicalentry earlier ON earlier.event_id = former.{event}
        AND earlier.published_since IS NOT NULL AND earlier.change_id < former.change_id
    WHERE former.change_id > (
        SELECT MIN(published.change_id) FROM records_historicalentry published
        WHERE published.published_since IS NOT NULL
    )
"""
HANGING = {
    "wording": "", "participation": "", "subject": "",
    "citation": """ AND (former.state = 'checked' OR 'checked' = (
        SELECT older.state FROM records_historicalcitation older
        WHERE older.id = former.id AND older.history_id < former.history_id ORDER BY older.history_id DESC LIMIT 1
    ))""",
}  # fmt: skip
ENTRY = f"""
    SELECT former.chronology_id, former.change_id FROM records_historicalentry former
    {EARLIER.format(event="event_id")} AND earlier.chronology_id = former.chronology_id AND (
        former.history_type = '-' OR former.published_since IS NULL OR COALESCE(former.lane_id, 0) <> COALESCE((
            SELECT older.lane_id FROM records_historicalentry older
            WHERE older.id = former.id AND older.history_id < former.history_id ORDER BY older.history_id DESC LIMIT 1
        ), 0)
    )
"""  # noqa: S608
EVENT = f"""
    SELECT earlier.chronology_id, former.change_id FROM records_historicalevent former
    {EARLIER.format(event="id")} AND former.history_type <> '+'
"""  # noqa: S608
OTHERS = [
    f"SELECT earlier.chronology_id, former.change_id FROM records_historical{noun} former"  # noqa: S608
    f"{EARLIER.format(event='event_id')}{condition}"
    for noun, condition in HANGING.items()
]


def fill(apps, schema_editor):
    """Tell by the histories which changes touched what had been published before; no row from before that counts."""
    told = " UNION ".join([ENTRY, EVENT, *OTHERS])
    schema_editor.execute(f"INSERT INTO records_revision (chronology_id, change_id) {told}", None)


class Migration(migrations.Migration):
    """A table of its own, and an index of a history."""

    dependencies = [("records", "0023_part_wider_dates_from_others")]
    operations = [
        migrations.RemoveIndex("change", "change_public_by_key"),
        migrations.AddIndex(
            "historicalentry",
            models.Index(
                fields=["chronology", "change", "id"], condition=models.Q(published_since__isnull=False),
                name="entry_history_of_published",
            ),
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "change",
                    models.ForeignKey(
                        db_constraint=False, on_delete=models.DO_NOTHING, related_name="+", to="records.change"
                    ),
                ),
                (
                    "chronology",
                    models.ForeignKey(
                        db_constraint=False, db_index=False, on_delete=models.DO_NOTHING, related_name="+",
                        to="records.chronology",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["chronology", "change"], name="one_revision_of_each")]
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]  # fmt: skip
