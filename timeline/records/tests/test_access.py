"""Access: who may read which chronology and event."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from timeline.conftest import NOW
from timeline.records.access import readable_chronology, readable_event
from timeline.records.changes import save
from timeline.records.models import EventStatus, Verb, open_change

VISITOR = AnonymousUser()


def test_a_visitor_reads_public_chronologies_only(make_chronology, researcher):
    public, private = make_chronology(), make_chronology(slug="not-yet", is_public=False)
    assert readable_chronology(VISITOR, public.slug) == public
    with pytest.raises(Http404):
        readable_chronology(VISITOR, private.slug)
    assert readable_chronology(researcher, private.slug) == private


@pytest.mark.parametrize("checked", [True, False])
def test_a_visitor_reads_published_checked_events_only(checked, make_event, make_chronology, publish, researcher):
    event = make_event(checked=checked)
    publish(event, make_chronology())
    assert readable_event(researcher, event.pk) == event
    if checked:
        assert readable_event(VISITOR, event.pk) == event
    else:
        with pytest.raises(Http404):
            readable_event(VISITOR, event.pk)


def test_an_event_that_stands_in_no_public_chronology_is_not_public(make_event, make_chronology, publish):
    event = make_event(checked=True)
    publish(event, make_chronology(is_public=False))
    with pytest.raises(Http404):
        readable_event(VISITOR, event.pk)


def test_a_merged_event_leads_to_the_one_that_stands_for_it(make_event, make_chronology, publish):
    kept, middle, first = make_event("Kept", checked=True), make_event("Middle"), make_event("First")
    publish(kept, make_chronology())
    with open_change(by=None, at=NOW, verb=Verb.MERGE):
        for gone, into in ((middle, kept), (first, middle)):
            gone.merged_into, gone.status = into, EventStatus.WITHDRAWN
            save(gone)
    assert readable_event(VISITOR, first.pk) == kept
