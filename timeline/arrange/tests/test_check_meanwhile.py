"""Two people at the same moment: one changes a source, the other checks what cites it."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from timeline.arrange.actions import events, proposed
from timeline.arrange.queries import readers
from timeline.conftest import NOW
from timeline.records import actions as records
from timeline.records.changes import Stale, claim, save
from timeline.records.models import Citation, CitationState, Event, EventStatus, Source, Verb, open_change

pytestmark = [pytest.mark.django_db(transaction=True)]


def while_the_title_changes(source, by, deed):
    """What a deed gives, or raises, that begins before somebody has ended changing a source's title."""
    changed, end = threading.Event(), threading.Event()

    def change():
        with open_change(by=by, at=NOW, verb=Verb.EDIT):
            claimed = claim(Source.objects.all(), source.pk, None)
            claimed.title = "A blog nobody checked"
            save(claimed)
            changed.set()
            end.wait(60)
        connection.close()

    def do():
        try:
            return deed()
        except Stale as stale:
            return stale
        finally:
            connection.close()

    with ThreadPoolExecutor() as threads:
        changing = threads.submit(change)
        assert changed.wait(60)
        doing = threads.submit(do)
        # Time enough for whoever does not wait.
        time.sleep(2)
        end.set()
        changing.result()
        return doing.result()


def test_an_event_whose_source_is_being_changed_is_not_checked_for_what_was_seen_before(
    make_event, researcher, checker
):
    event = make_event(by=researcher)
    source, seen = event.citations.get().source, readers.versions_of_sources(event)
    found = while_the_title_changes(
        source, researcher, lambda: events.check(event=event, by=checker, at=NOW, version=event.version, sources=seen)
    )
    assert isinstance(found, Stale)
    assert Event.objects.get().status == EventStatus.DRAFT


def test_a_proposal_whose_source_is_being_changed_is_not_checked_for_what_was_seen_before(
    make_event, make_source, researcher, checker
):
    event, source = make_event(checked=True), make_source("Another gazette")
    cited = records.CitationDraft(source=source, locator="page 2", words="2002")
    citation = records.cite(event=event, draft=cited, by=researcher, at=NOW)
    picked = [(citation.pk, citation.version_read)]
    found = while_the_title_changes(
        source, researcher, lambda: proposed.check_citations(picked=picked, by=checker, at=NOW)
    )
    assert isinstance(found, Stale)
    assert Citation.objects.get(pk=citation.pk).state == CitationState.PROPOSED
