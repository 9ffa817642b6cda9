"""What the tests of this room start from."""

import pytest
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.models import Entry


@pytest.fixture
def at():
    """The address of a page of this room: `at("chronology", slug="x")`."""

    def address(name, **kwargs):
        return reverse(f"arrange:{name}", kwargs=kwargs)

    return address


@pytest.fixture
def place():
    """Place events in a chronology, in its first section and lane, one after the other."""

    def make(chronology, *events):
        section, lane = chronology.sections.first(), chronology.lanes.first()
        placed = [
            actions.place(event=event, chronology=chronology, section=section, lane=lane, by=None, at=NOW)
            for event in events
        ]
        return placed[0] if len(placed) == 1 else placed

    return make


@pytest.fixture
def order():
    """Headlines of a chronology in the order of reading."""

    def headlines(chronology):
        return [entry.event.headline for entry in Entry.objects.filter(chronology=chronology).in_order()]

    return headlines


@pytest.fixture
def filled():
    """What a browser would send: every field of the first form of a page that has `version`, hidden ones too."""

    def fields(page, **changes):
        form = page.context["form"]
        sent = {}
        for bound in form:
            value = bound.value()
            if value is None or value is False:
                value = ""
            sent[bound.html_name] = "on" if value is True else value
            if bound.field.show_hidden_initial:
                first = form.get_initial_for_field(bound.field, bound.name)
                sent[bound.html_initial_name] = "" if first is None else first
        return {**sent, **changes}

    return fields
