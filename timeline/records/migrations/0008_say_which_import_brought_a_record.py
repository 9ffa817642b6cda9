"""What was imported before says which import brought it in, as what is imported from now on does."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def say_which_import(apps, schema_editor):
    """Tell every record that an import created which one it was, from its first row of history."""
    for name in ("Source", "Actor", "Place", "Theme", "Event"):
        noun, rows = apps.get_model("records", name), apps.get_model("records", f"Historical{name}").objects
        imported = rows.filter(history_type="+", change__verb="import", change__batch__isnull=False).order_by()
        mine = imported.filter(id=OuterRef("pk")).values("change__batch")[:1]
        noun.objects.filter(pk__in=imported.values("id")).update(batch=Subquery(mine))



class Migration(migrations.Migration):
    """Hand-written: moves no columns."""

    dependencies = [("records", "0007_work_on_imports_in_the_background")]
    operations = [migrations.RunPython(say_which_import, migrations.RunPython.noop)]
