"""Events are found through an index, which holds what stood in a column of theirs."""

import django.db.models.deletion
from django.db import migrations, models

import timeline.records.models.findable
from timeline.records import search, word_index


NAMES = "named.name, named.name_ja, named.name_ko, named.name_native"
SAID = {
    "event": f"SELECT held.id, sort_key, status, words, {NAMES} FROM records_event held"  # noqa: S608
    " LEFT JOIN records_place named ON named.id = held.place_id WHERE held.id IN ({})",
    "wording": "SELECT event_id, headline, summary FROM records_wording WHERE event_id IN ({})",
    "participation": f"SELECT event_id, {NAMES} FROM records_participation held"  # noqa: S608
    " JOIN records_actor named ON named.id = held.actor_id WHERE event_id IN ({})",
    "subject": f"SELECT event_id, {NAMES} FROM records_subject held"  # noqa: S608
    " JOIN records_theme named ON named.id = held.theme_id WHERE event_id IN ({})",
    "citation": "SELECT event_id, state, exact, words, title, publisher FROM records_citation held"
    " JOIN records_source named ON named.id = held.source_id WHERE event_id IN ({})",
    "entry": "SELECT event_id, chronology_id, published_since IS NOT NULL FROM records_entry"
    " WHERE event_id IN ({}) ORDER BY 2",
}
"""What events were found by when this was written: later columns are not there yet."""


def fill(apps, schema_editor):
    """Index what is stored, some hundred events at a time."""
    findable, last = apps.get_model("records", "Findable"), -1
    events = apps.get_model("records", "Event").objects.order_by("pk")
    while keys := list(events.filter(pk__gt=last).values_list("pk", flat=True)[: search.CHUNK]):
        made = search.findables(keys, SAID)
        findable.objects.bulk_create(findable(event_id=one.pk, place=one.place, terms=one.terms) for one in made)
        last = keys[-1]


def index(apps, schema_editor):
    """Make the index of this database's own kind."""
    word_index.make()


def forget(apps, schema_editor):
    """Take away what only SQLite has beside the table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE records_findable_words")


class Migration(migrations.Migration):
    """Hand-written where it fills and indexes: filled first, an index is made in a fraction of the time."""

    dependencies = [("records", "0012_keep_what_lists_are_read_from")]
    operations = [
        migrations.CreateModel(
            name="Findable",
            fields=[
                ("event", models.OneToOneField(
                    db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True,
                    related_name="findable", serialize=False, to="records.event",
                )),
                ("place", models.BigIntegerField(unique=True)),
                ("terms", timeline.records.models.findable.TermsField()),
            ],
            options={"ordering": ("place",)},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index, forget),
        migrations.RemoveField(model_name="event", name="search_text"),
    ]
