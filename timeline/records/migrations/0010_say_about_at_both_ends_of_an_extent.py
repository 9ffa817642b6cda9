"""The EDTF of "about 1760 to 1765" was `1760/1765`, with "about" in a column beside it: now it is `1760~/1765~`."""

from django.db import migrations
from django.db.models import Q

from timeline.dates import Precision, edtf
from timeline.dates.record import replace


def text_of(text, precision, approximate, uncertain):
    """Return the EDTF that says what was in the columns alone, where EDTF can say it."""
    date = replace(edtf.parse(text), precision=Precision(precision))
    date = date.about() if approximate and not date.approximate else date
    return (date.perhaps() if uncertain and not date.uncertain else date).edtf


def reworded(reading, old, new):
    """Return a reading as it is stored, with the new text in place of the old, also in the readings not chosen."""
    kept = reading | {"edtf": new} if reading.get("edtf") == old else reading
    return kept | {"others": [reworded(one, old, new) for one in kept["others"]]} if "others" in kept else kept


def say_about(apps, schema_editor):
    """Write what is about or perhaps so into the EDTF of extents, sets and seasons."""
    # What stands in the history is what an undone change brings back.
    for noun in ("Event", "Citation", "Mention", "HistoricalEvent", "HistoricalCitation", "HistoricalMention"):
        rows = apps.get_model("records", noun).objects
        doubted = rows.filter(Q(approximate=True) | Q(uncertain=True)).exclude(edtf="")
        for row in doubted.iterator():
            old, new = row.edtf, text_of(row.edtf, row.precision, row.approximate, row.uncertain)
            if old == new:
                continue
            values = {"edtf": new}
            if noun.endswith("Citation"):
                values["reading"] = reworded(row.reading, old, new)
            if noun.endswith("Mention"):
                values["decided_edtf"] = new if row.decided_edtf == old else row.decided_edtf
            rows.filter(pk=row.pk).update(**values)


class Migration(migrations.Migration):
    """Hand-written: moves no columns."""

    dependencies = [("records", "0009_give_dates_over_the_turn_their_known_day")]
    operations = [migrations.RunPython(say_about, migrations.RunPython.noop)]
