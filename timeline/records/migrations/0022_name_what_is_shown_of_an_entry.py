"""What a page shows of an entry has a name, so that cards stay good when others change."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Columns of their own; the old rows' number 0 is as good as any that never comes again."""

    dependencies = [("records", "0021_find_days_of_calendars")]
    operations = [
        migrations.AddField("edition", "frame", models.BigIntegerField(default=0)),
        migrations.AddField("listing", "shown", models.BigIntegerField(default=0)),
    ]
