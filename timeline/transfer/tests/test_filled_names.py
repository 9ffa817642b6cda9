"""A name is changed while an event that shows it is being published: one waits for the other."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.records import search
from timeline.records.changes import save, undo
from timeline.records.models import Actor, Place, Theme, Verb, open_change
from timeline.transfer import filling

SEVERAL_WRITERS = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer, who never waits for another"
)
ROWS = [
    {"kind": kind, "name": name, "name_ja": "名", "name_ko": "", "native": ""}
    for kind, name in (("place", "Pyongyang"), ("theme", "talks"), ("actor", "Koizumi"))
]


@pytest.fixture
def event(make_event):
    return make_event("Talks", "2002", checked=True, place="Pyongyang", themes=("talks",), actors=("Koizumi",))


def fill():
    with open_change(by=None, at=NOW, verb=Verb.EDIT) as change:
        filling.fill_names(ROWS)
    return change


def locked_before_names(asked):
    """Whether events were locked before any name was written."""
    written = [query["sql"] for query in asked]
    lock = next(number for number, sql in enumerate(written) if "FOR UPDATE" in sql and "records_event" in sql)
    name = re.compile(r'UPDATE "?records_(actor|place|theme)\b')
    return lock < next(number for number, sql in enumerate(written) if name.match(sql))


def test_names_are_filled_in(event):
    change = fill()
    assert {noun.objects.get().name_ja for noun in (Actor, Place, Theme)} == {"名"}
    undo(change=change, by=None, at=NOW)
    assert {noun.objects.get().name_ja for noun in (Actor, Place, Theme)} == {""}


@SEVERAL_WRITERS
def test_events_are_locked_before_the_names_that_they_show(event):
    with CaptureQueriesContext(connection) as asked:
        change = fill()
    assert locked_before_names(asked)
    with CaptureQueriesContext(connection) as asked:
        undo(change=change, by=None, at=NOW)
    assert locked_before_names(asked)


@SEVERAL_WRITERS
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["place", "theme", "actor"])
def test_who_publishes_an_event_waits_for_who_changes_a_name_that_it_shows(
    kind, event, make_chronology, publish, monkeypatch
):  # fmt: skip
    # The index of words makes both wait for each other, too, but not for a name that very many events show.
    monkeypatch.setattr(search, "MOST_RENAMED", 0)
    chronology = make_chronology()
    filled, end, done = threading.Event(), threading.Event(), []

    def rename():
        with transaction.atomic():
            with open_change(by=None, at=NOW, verb=Verb.EDIT):
                filling.fill_names([row for row in ROWS if row["kind"] == kind])
            # All is asked: what is published from here on it would not see.
            filled.set()
            # Time enough for whoever does not wait.
            end.wait(2)
            done.append("renamed")
        connection.close()

    def show():
        assert filled.wait(60)
        publish(event, chronology)
        done.append("published")
        end.set()
        connection.close()

    with ThreadPoolExecutor() as threads:
        for doing in [threads.submit(rename), threads.submit(show)]:
            doing.result()
    assert done == ["renamed", "published"]


def test_a_name_that_nothing_shows_is_changed_alone(db):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        save(Place(name="Pyongyang"))
    fill()
    assert Place.objects.get().name_ja == "名"
