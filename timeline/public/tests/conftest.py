"""What the public pages are tested on."""

import re

import pytest

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions
from timeline.records.changes import create_all
from timeline.records.models import Citation, Entry, Event, Lane, Section, Verb, Wording, open_change
from timeline.records.sorting import sort_key
from timeline.records.statistics import refresh_statistics


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
def publish_all(chronology, make_source):
    """Publish checked events in bulk, a headline and a date each, as an import makes them."""

    def make(rows):
        source = make_source()
        with open_change(by=None, at=NOW, verb=Verb.ADD):
            events = create_all(Event, [_checked(date) for _, date in rows])
            named = [(event, headline) for event, (headline, _) in zip(events, rows, strict=True)]
            create_all(Wording, [Wording(event=event, language="en", headline=headline) for event, headline in named])
            create_all(Citation, [_cited(event, source) for event in events])
        place = {"chronology": chronology, "section": chronology.sections.first(), "lane": chronology.lanes.first()}
        with open_change(by=None, at=NOW, verb=Verb.PUBLISH):
            create_all(Entry, [Entry(event=event, published_since=NOW, **place) for event in events])
        refresh_statistics()
        return events

    return make


def _checked(date):
    value = edtf.parse(date)
    event = Event(words=date, status="checked", citation_count=1, sort_key=sort_key(value))
    event.date = value
    return event


def _cited(event, source):
    citation = Citation(event=event, source=source, locator="page 1", words=event.words, chosen=True, state="checked")
    citation.date = event.date
    return citation


@pytest.fixture
def many(publish_all):
    """So many events of one day each, a month apart."""

    def make(count, first=1990):
        return publish_all(
            [(f"Event {number}", f"{first + number // 12}-{number % 12 + 1:02d}-15") for number in range(count)]
        )

    return make


@pytest.fixture
def add_rival(make_source):
    """Let a second source give another date."""

    def make(event, date, title="The other paper"):
        draft = actions.CitationDraft(source=make_source(title), words=date, date=edtf.parse(date))
        return actions.cite(event=event, draft=draft, by=None, at=NOW)

    return make


@pytest.fixture
def add_wording():
    """Say an event in another language too."""

    def add(event, language, headline, summary=""):
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            create_all(Wording, [Wording(event=event, language=language, headline=headline, summary=summary)])

    return add


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
    found = re.findall(r"<h4[^>]*><a[^>]*>(.*?)</a></h4>", answer.text)
    return [re.sub(r"<[^>]+>", "", text) for text in found]
