"""A source whose date is only less exact than the one chosen differs no more."""

from django.db import migrations


def empty(apps, schema_editor):
    """Take away what is kept for lists: `prepare` makes it anew, with what differs as it is told today."""
    for name in ("Facet", "Tally", "Listing"):
        apps.get_model("records", name).objects.all()._raw_delete("default")


class Migration(migrations.Migration):
    """No table changes."""

    dependencies = [("records", "0022_name_what_is_shown_of_an_entry")]
    operations = [migrations.RunPython(empty, migrations.RunPython.noop)]
