"""A window from 27 BC to AD 14 has a last day, and a day before Christ its place in its year."""

from django.db import migrations
from django.db.models import Q

from timeline.dates import edtf
from timeline.records.sorting import sort_key


def give_days(apps, schema_editor):
    """Fill in the days, and the order of events, that the EDTF of years before 1 and after 9999 tells."""
    without_days = Q(earliest__isnull=True) | Q(latest__isnull=True)
    # What stands in the history is what an undone change brings back.
    for noun in ("Event", "Citation", "Mention", "HistoricalEvent", "HistoricalCitation", "HistoricalMention"):
        model = apps.get_model("records", noun)
        for pk, text in model.objects.filter(without_days).exclude(edtf="").values_list("pk", "edtf").iterator():
            date = edtf.parse(text)
            if date.years:
                days = {"earliest": date.earliest, "latest": date.latest}
                order = {"sort_key": sort_key(date)} if noun.endswith("Event") else {}
                model.objects.filter(pk=pk).update(**days, **order)


class Migration(migrations.Migration):
    """Hand-written: moves no columns."""

    dependencies = [("records", "0008_say_which_import_brought_a_record")]
    operations = [migrations.RunPython(give_days, migrations.RunPython.noop)]
