"""A chronology as known on a day costs what it holds itself, and stands in its own order, whatever others do since."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.public.tests.test_as_known_on import DAY
from timeline.public.tests.test_as_known_on_order import told
from timeline.public.tests.test_corrections import edit
from timeline.records.models import Change, Verb, open_change
from timeline.records.selection import PublishedBy, published

LATER = NOW.replace(day=25)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-26T03:00:00Z", tick=False):
        yield


@pytest.fixture
def three(make_published):
    return [make_published(name, date) for name, date in (("First", "2001"), ("Second", "2002"), ("Third", "2003"))]


@pytest.fixture
def import_elsewhere(make_event, make_chronology, publish):
    """Publish and edit events of another chronology afterwards."""
    other = make_chronology("Other", "other")

    def make(count):
        with open_change(by=None, at=LATER, verb=Verb.IMPORT):
            events = [make_event(f"Elsewhere {number}", checked=True) for number in range(count)]
            for event in events:
                publish(event, other)
        with open_change(by=None, at=LATER, verb=Verb.EDIT):
            for event in events:
                edit(event, "Elsewhere anew", "2002", at=LATER)

    return make


def test_an_import_elsewhere_changes_no_order_of_then(three, import_elsewhere, as_visitor, monkeypatch):
    monkeypatch.setattr(published, "MOST_BY_KEY", 0)
    monkeypatch.setattr(published, "MOST_SINCE", 4)
    edit(three[0], "First", "2009", at=LATER)
    import_elsewhere(6)
    answer = as_visitor.get(DAY)
    assert told(answer) == ["First", "Second", "Third"]
    assert "the events stand in the order of today’s dates" not in answer.text


def test_too_much_that_was_published_here_since_does(three, make_event, publish, chronology, as_visitor, monkeypatch):
    monkeypatch.setattr(published, "MOST_BY_KEY", 0)
    monkeypatch.setattr(published, "MOST_SINCE", 2)
    with open_change(by=None, at=LATER, verb=Verb.IMPORT):
        for number in range(3):
            publish(make_event(f"Late {number}", checked=True), chronology)
    assert "the events stand in the order of today’s dates" in as_visitor.get(DAY).text


@pytest.mark.parametrize("is_counted", [False, True])
@pytest.mark.parametrize("most", [published.MOST_BY_KEY, 0])
def test_both_are_searched_for_by_an_index(most, is_counted, three, chronology, monkeypatch):
    monkeypatch.setattr(published, "MOST_BY_KEY", most)
    if is_counted:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    found = PublishedBy(chronology.pk, Change.objects.latest("pk").pk - 1)
    with CaptureQueriesContext(connection) as asked:
        found.after(None, 10)
    histories = [query["sql"] for query in asked if " LIMIT " in query["sql"] and "_historical" in query["sql"]]
    assert len(histories) == (1 if most else 4)
    for sql in histories:
        plan = plan_of(sql)
        assert "SCAN" not in plan.replace("Index Scan", "").replace("Index Only Scan", ""), plan
        if connection.vendor == "sqlite":  # Of so few rows one index is to PostgreSQL as good as another.
            index = "entry_history_of_published" if "published_since" in sql else "one_revision_of_each"
            assert index in plan or "(chronology_id=? AND change_id>?)" in plan, plan


def plan_of(sql):
    """How the database means to answer a question, if it can."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            return "\n".join(row[3] for row in cursor.fetchall())
        # So few rows are read faster as they lie.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN {sql}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
        return plan.replace("Seq Scan", "SCAN")
