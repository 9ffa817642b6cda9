"""What a stranger sends makes no long entry in the log."""

import io
import logging

import pytest

from timeline.web.logs import Short


@pytest.fixture
def log():
    """What the server's own handler writes."""
    console = logging._handlers["console"]
    kept = io.StringIO()
    former = console.setStream(kept)
    yield kept
    console.setStream(former)


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/" + "x" * 60_000, {}),
        ("/", {"host": "x" * 30_000}),
        ("/admin/records/event/?_to_field=" + "x" * 60_000, {}),
    ],
)
def test_a_refusal_is_told_in_a_line(path, headers, log, as_admin):
    assert as_admin.get(path, headers=headers).status_code in (400, 404)
    assert 20 < len(log.getvalue()) < 2500
    assert "Traceback" not in log.getvalue()


def test_an_error_of_our_own_keeps_its_trace(log, as_admin, monkeypatch):
    as_admin.raise_request_exception = False
    monkeypatch.setattr("timeline.public.views.shelf_of", lambda *_some: 1 // 0)
    assert as_admin.get("/").status_code == 500
    assert "ZeroDivisionError" in log.getvalue()
    assert "Traceback" in log.getvalue()


def test_an_entry_whose_values_do_not_fit_its_words_fails_nobody():
    assert Short().filter(logging.makeLogRecord({"msg": "%d of %s", "args": ("few",)}))
