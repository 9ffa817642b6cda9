from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """The index of the longest knows which of two of one length comes first, so that nothing has to be sorted."""

    dependencies = [("records", "0018_find_publishers")]
    operations = [
        migrations.RemoveIndex(model_name="listing", name="listing_of_loose_by_length"),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                condition=Q(("length__isnull", False)),
                fields=["chronology", "is_public", "length", "entry"],
                name="listing_of_loose_by_length",
            ),
        ),
    ]
