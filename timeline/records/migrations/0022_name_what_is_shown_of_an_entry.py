"""What a page shows of an entry has a name, so that cards stay good when others change."""

from django.db import migrations, models
from django.utils import timezone


def begin(apps, schema_editor):
    """Give each chronology a frame that there never was, not in a copy of this database either."""
    instant = int(timezone.now().timestamp() * 1_000_000)
    apps.get_model("records", "Edition").objects.filter(chronology__isnull=False).update(frame=instant)


class Migration(migrations.Migration):
    """Columns of their own; with frames of this instant, what is shown of old entries may begin with 0."""

    dependencies = [("records", "0021_find_days_of_calendars")]
    operations = [
        migrations.AddField("edition", "frame", models.BigIntegerField(default=0)),
        migrations.AddField("listing", "shown", models.BigIntegerField(default=0)),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
