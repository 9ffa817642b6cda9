"""What was public stays so: the citations of checked events count as checked, each with how its words were read."""

from django.db import migrations

CHUNK = 500


def check(apps, schema_editor):
    """Check the citations of checked events, copy each phrase's reading, and call every past change a public one."""
    Citation, Event = apps.get_model("records", "Citation"), apps.get_model("records", "Event")
    History, Change = apps.get_model("records", "HistoricalCitation"), apps.get_model("records", "Change")
    checked = Event.objects.filter(status="checked").order_by().values("pk")
    for rows in (Citation.objects, History.objects):
        rows.filter(event__in=checked).update(state="checked")
    Change.objects.update(is_public=True)
    with_phrase = Citation.objects.filter(mention__isnull=False).select_related("mention__article")
    for citation in with_phrase.defer("mention__article__text").order_by("pk").iterator(chunk_size=CHUNK):
        mention = citation.mention
        # Nothing else tells a correction in what was stored so far than that the dates differ.
        reading = {
            "anchor": mention.article.published_on.isoformat(),
            "edtf": mention.edtf,
            "rule": mention.rule,
            "facts": mention.facts,
            "others": mention.alternatives,
        }
        Citation.objects.filter(pk=citation.pk).update(reading=reading)
        History.objects.filter(id=citation.pk).update(reading=reading)


class Migration(migrations.Migration):
    """Hand-written: moves no columns."""

    dependencies = [("records", "0004_propose_and_check_citations")]
    operations = [migrations.RunPython(check, migrations.RunPython.noop)]
