"""What the public pages are tested on."""

import re

import pytest
from django.db import connection

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.models import Lane, Section, Verb, open_change


@pytest.fixture
def chronology(make_chronology):
    return make_chronology()


@pytest.fixture
def make_published(make_event, publish, chronology):
    """A checked event that the public sees."""

    def make(headline="Talks are held", date="2002-09-17", **fields):
        event = make_event(headline, date, checked=True, **fields)
        publish(event, fields.get("chronology", chronology))
        return event

    return make


@pytest.fixture
def many(make_published):
    """So many events of one day each, a month apart."""

    def make(count, first=1990):
        made = [
            make_published(f"Event {number}", f"{first + number // 12}-{number % 12 + 1:02d}-15")
            for number in range(count)
        ]
        # In use PostgreSQL counts its rows by itself after a while; uncounted, it plans for one row and takes minutes.
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        return made

    return make


@pytest.fixture
def add_rival(make_source):
    """Let a second source give another date."""

    def make(event, date, title="The other paper"):
        from timeline.dates import edtf

        draft = actions.CitationDraft(source=make_source(title), words=date, date=edtf.parse(date))
        return actions.cite(event=event, draft=draft, by=None, at=NOW)

    return make


@pytest.fixture
def second_lane(chronology):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        lane = Lane(chronology=chronology, position=2, letter="W", name="Weapons", style="w")
        lane.save()
    return lane


@pytest.fixture
def second_section(chronology):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        section = Section(chronology=chronology, position=2, title="Later on", intro="What came later.")
        section.save()
    return section


def headlines(answer):
    """The headlines of a page's list, in order."""
    found = re.findall(r"<h3[^>]*><a[^>]*>(.*?)</a></h3>", answer.text)
    return [re.sub(r"<[^>]+>", "", text) for text in found]
