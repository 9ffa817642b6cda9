"""Somebody else writes and does not end: who sends something meanwhile is told to send it again, and has it still."""

import threading
import time
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection

from timeline.conftest import signed_in
from timeline.records.models import Event
from timeline.web.sqlite.base import pause_after

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = {
    "headline_en": "Talks & <more> are held", "summary_en": "typed\nby hand", "date": "2002-09-17",
    "source_title": "A gazette", "locator": "page 1",
}  # fmt: skip


@contextmanager
def others_writing(monkeypatch):
    """Hold what a writer needs, from another connection, and let ours be quickly impatient."""
    if connection.vendor == "postgresql":
        said = connection.get_connection_params()
        with psycopg.connect(
            dbname=said["dbname"], user=said["user"], host=said["host"], port=said.get("port")
        ) as other:
            other.execute("LOCK TABLE records_change IN ACCESS EXCLUSIVE MODE")
            connection.cursor().execute("SET lock_timeout = '100ms'")
            yield
            other.rollback()
    else:
        other = connection.copy("other")
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
        connection.close()
        with other.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            yield
        other.rollback()
        other.close()
    connection.close()


def test_a_form_is_kept_and_can_be_sent_again(checker, monkeypatch):
    client = signed_in(checker)
    with others_writing(monkeypatch):
        answer = client.post("/arrange/events/new/", TYPED)
    assert (answer.status_code, answer["Retry-After"]) == (503, "3")
    assert "Others are writing just now" in answer.text
    assert 'action="/arrange/events/new/"' in answer.text
    assert '<input type="hidden" name="headline_en" value="Talks &amp; &lt;more&gt; are held">' in answer.text
    assert '<input type="hidden" name="summary_en" value="typed\nby hand">' in answer.text
    assert not Event.objects.exists()
    assert client.post("/arrange/events/new/", TYPED).status_code == 302


def test_htmx_gets_one_sentence(checker, monkeypatch):
    client = signed_in(checker)
    with others_writing(monkeypatch):
        answer = client.post("/arrange/events/new/", TYPED, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert "What you typed is still here" in answer.text


def test_a_password_is_not_sent_back(checker, monkeypatch):
    client = signed_in(checker)
    with others_writing(monkeypatch):
        answer = client.post("/arrange/events/new/", TYPED | {"password": "a-secret-one"})
    assert answer.status_code == 503
    assert "a-secret-one" not in answer.text
    assert "Go back" in answer.text


@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="a session is no change, which is what is held there")
def test_what_is_busy_outside_of_a_view_is_answered_so_too(checker, monkeypatch):
    from django.test import Client

    client = Client(raise_request_exception=False)
    with others_writing(monkeypatch):
        answer = client.post("/sign-in/", {"username": "the-checker", "password": "a-long-enough-one"})
    assert answer.status_code == 503
    assert "a-long-enough-one" not in answer.text


def test_whatever_else_goes_wrong_is_no_busy_answer(checker, monkeypatch):
    from django.db import OperationalError

    def fail(*_args, **_kwargs):
        raise OperationalError("disk I/O error")

    monkeypatch.setattr("timeline.records.models.changes.Change.objects.create", fail)
    client = signed_in(checker)
    client.raise_request_exception = False
    assert client.post("/arrange/events/new/", TYPED).status_code == 500


def test_who_waits_longer_to_write_looks_more_often():
    pauses = [pause_after(waited) for waited in (0, 0.1, 1, 5, 100)]
    assert pauses == sorted(pauses, reverse=True)
    assert (pauses[0], pauses[-1]) == (0.02, 0.001)


@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="PostgreSQL has many writers")
def test_who_has_waited_longest_writes_next(db, monkeypatch):
    """A late comer, who by SQLite's own way would look first, does not pass by."""
    order, holder = [], connection.copy("holder")
    pauses = {"early": [], "late": []}

    def noted(waited):
        pauses[threading.current_thread().name].append(pause_after(waited))
        return pauses[threading.current_thread().name][-1]

    def pausing(name, at_most):
        last = time.monotonic() + 15
        while not pauses[name] or pauses[name][-1] > at_most:
            assert time.monotonic() < last
            time.sleep(0.001)

    monkeypatch.setattr("timeline.web.sqlite.base.pause_after", noted)

    def write(name):
        own = connection.copy(name)
        with own.cursor() as cursor:
            own.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
            cursor.execute("SELECT 1")
            order.append(name)
            time.sleep(0.3)
        own.rollback()
        own.close()

    with holder.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        early = threading.Thread(target=write, args=("early",), name="early")
        early.start()
        pausing("early", at_most=0.002)
        late = threading.Thread(target=write, args=("late",), name="late")
        late.start()
        pausing("late", at_most=0.02)
        holder.rollback()
    early.join()
    late.join()
    holder.close()
    assert order == ["early", "late"]
