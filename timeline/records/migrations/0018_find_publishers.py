"""Events are found by the publishers of their sources, too."""

from django.db import migrations, transaction

from timeline.records import search

CHUNK = 500
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


def index(apps, schema_editor):
    """Index anew what is stored, some hundred events in a transaction; what stays as it is is not written."""
    findable, last = apps.get_model("records", "Findable"), -1
    events = apps.get_model("records", "Event").objects.order_by("pk")
    while keys := list(events.filter(pk__gt=last).values_list("pk", flat=True)[:CHUNK]):
        with transaction.atomic():
            _index(findable, keys)
        last = keys[-1]


def _index(findable, keys):
    """Write what differs. Whoever changes one of these events meanwhile waits, and then writes what is right now."""
    rows = findable.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    held = {pk: (place, terms) for pk, place, terms in rows.values_list("pk", "place", "terms")}
    made = [one for one in search.findables(keys, SAID) if held.get(one.pk) != (one.place, one.terms)]
    findable.objects.bulk_create(
        [findable(event_id=one.pk, place=one.place, terms=one.terms) for one in made],
        update_conflicts=True, unique_fields=["event"], update_fields=["place", "terms"],
    )  # fmt: skip


class Migration(migrations.Migration):
    """No table changes. Not in one transaction, which would let nobody write for minutes; ended, it begins again."""

    atomic = False
    dependencies = [("records", "0017_take_reports_of_readers")]
    operations = [migrations.RunPython(index, migrations.RunPython.noop)]
