"""Events are found by the publishers of their sources, too."""

from django.db import migrations

from timeline.records import search


def index(apps, schema_editor):
    """Index anew what is stored, some hundred events at a time; what stays as it is is not written."""
    last, events = -1, apps.get_model("records", "Event").objects.order_by("pk")
    while keys := list(events.filter(pk__gt=last).values_list("pk", flat=True)[: search.CHUNK]):
        search.index(keys)
        last = keys[-1]


class Migration(migrations.Migration):
    """No table changes."""

    dependencies = [("records", "0017_take_reports_of_readers")]
    operations = [migrations.RunPython(index, migrations.RunPython.noop)]
