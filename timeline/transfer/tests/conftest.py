"""Tables to import, written where a test needs them."""

import csv
import io
import os

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from timeline.conftest import NOW
from timeline.transfer import actions, runs, turns
from timeline.transfer.columns import FIELDS
from timeline.transfer.limited_table import LimitedTable
from timeline.transfer.plan import planned

# Findings that tables made for a test have, and are not about.
BESIDE = {"no-source", "no-source-title"}
HEADER = (
    "id", "title", "date_phrase", "edtf", "start", "end", "lo", "hi", "certainty", "summary", "place", "lat", "lon",
    "actors", "tags", "source_title", "source_publisher", "source_url", "source_date", "source2_title", "source2_url",
    "quote_locator", "verified", "notes",
)  # fmt: skip
WHOLE = {
    "id": "a1", "title": "Talks are held", "date_phrase": "17 September 2002", "edtf": "2002-09-17",
    "lo": "2002-09-17", "hi": "2002-09-17", "certainty": "certain", "summary": "Two leaders meet.",
    "place": "Pyongyang", "lat": "39.03", "lon": "125.75", "actors": "Japan; North Korea", "tags": "summit; abductions",
    "source_title": "A gazette", "source_publisher": "The press", "source_url": "https://example.org/a",
    "source_date": "2002-09-18", "source2_title": "Another gazette", "source2_url": "https://example.org/b",
    "quote_locator": "page 1", "verified": "page", "notes": "A note.",
}  # fmt: skip


def as_csv(*rows, header=HEADER, encoding="utf-8"):
    """Return a file with one row for each mapping; what a row does not say is a whole row's."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for number, row in enumerate(rows, start=1):
        values = WHOLE | {"id": f"a{number}"} | row
        writer.writerow([values.get(name, "") for name in header])
    return out.getvalue().encode(encoding)


@pytest.fixture
def plan(db):
    """Plan rows, and return the batch."""

    def make(*rows, content=None, language="en", order=""):
        batch = actions.keep_file(name="events.csv", content=content or as_csv(*rows), by=None, at=NOW)
        return actions.make_plan(batch=batch, chosen=batch.mapping["columns"], language=language, order=order)

    return make


@pytest.fixture
def bring_in(plan):
    """Plan and apply rows."""

    def make(*rows, as_checked=False, leave_out=False, by=None):
        return actions.apply_plan(batch=plan(*rows), as_checked=as_checked, leave_out=leave_out, by=by, at=NOW)

    return make


def codes(batch):
    """Return the codes found in each row, in the order of the file."""
    return [[code for code, _facts, _error in found] for found in batch.plan["findings"].values()]


def at(name, batch=None):
    return reverse(f"transfer:{name}", args=[batch.pk] if batch else [])


def send(client, content, name="events.csv"):
    return client.post(at("import_new"), {"file": SimpleUploadedFile(name, content)})


def columns_of(batch):
    return {field.name: batch.mapping["columns"].get(field.name, "") for field in FIELDS} | {"language_of_rows": "en"}


def rows_of(plan, table, **choices):
    return planned_rows(plan(content=table.encode(), language="", **choices))


def planned_rows(batch):
    return [row for chunk in planned(LimitedTable(batch, settings.LIMITS)) for row in chunk]


def codes_of(row):
    return " ".join(finding.code for finding in row.findings if finding.code not in BESIDE)


def interrupt(monkeypatch, after):
    """Let the process of a run end after so many transactions that write rows, one row in each."""
    counted = []

    def pace(work, things):
        work.piece = 1

    def deed(original):
        def counting(*args, **kwargs):
            if len(counted) == after:
                raise turns.Left
            counted.append(1)
            return original(*args, **kwargs)

        return counting

    monkeypatch.setattr(turns, "FIRST_PIECE", 1)
    monkeypatch.setattr(turns.Turns, "adapt", pace)
    monkeypatch.setattr(runs, "create_events", deed(runs.create_events))
    monkeypatch.setattr(runs.unfinished, "delete_some", deed(runs.unfinished.delete_some))


@pytest.fixture
def half_applied(plan, monkeypatch):
    """An import of three rows of which two are written, then its process ended; the run that waits to go on."""

    def make(*rows, batch=None, **options):
        batch = batch or plan(*(rows or ({}, {"title": "Other talks", "place": "Wonsan"}, {"title": "Third talks"})))
        run = actions.begin_apply(batch=batch, as_checked=True, leave_out=True, by=None, at=NOW)
        with monkeypatch.context() as patch:
            interrupt(patch, after=2)
            runs.work_on(run.pk)
        run.refresh_from_db()
        assert (run.state, run.rows_done, run.hides) == ("waiting", 2, True)
        return run

    return make


@pytest.fixture
def own_database():
    """The address of the tests' own database, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
