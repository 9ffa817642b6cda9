"""What a hand-written migration does to what is stored."""

from importlib import import_module

from django.apps import apps

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.models import Change, Citation

check_citations = import_module("timeline.records.migrations.0005_check_citations_of_checked_events").check


def test_what_was_public_stays_so(make_event, make_article):
    checked, draft = make_event(checked=True), make_event("A draft", "2003-01-01")
    mention = make_article().mentions.get()
    cited = actions.CitationDraft(source=mention.article.source, mention=mention, words=mention.words)
    actions.cite(event=checked, draft=cited, by=None, at=NOW)
    reading = Citation.objects.get(mention=mention).reading
    for rows in (Citation.objects, Citation.history):
        rows.update(state="proposed", reading={})
    Change.objects.update(is_public=False)

    check_citations(apps, None)

    assert set(checked.citations.values_list("state", flat=True)) == {"checked"}
    assert set(draft.citations.values_list("state", flat=True)) == {"proposed"}
    assert Citation.objects.get(mention=mention).reading == reading
    assert reading["rule"]
    # An old change that is undone later brings nothing back as a proposal.
    assert set(Citation.history.filter(event=checked).values_list("state", flat=True)) == {"checked"}
    assert not Change.objects.filter(is_public=False).exists()
