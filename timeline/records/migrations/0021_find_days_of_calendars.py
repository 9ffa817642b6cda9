"""What lasted from a known day to another is found by its days, too."""

from django.db import migrations


def empty(apps, schema_editor):
    """Take away what is kept for lists: `prepare` makes it anew, with the days of calendars in it."""
    for name in ("Facet", "Tally", "Listing"):
        apps.get_model("records", name).objects.all()._raw_delete("default")


class Migration(migrations.Migration):
    """No table changes."""

    dependencies = [("records", "0020_forget_how_to_reach_readers")]
    operations = [migrations.RunPython(empty, migrations.RunPython.noop)]
