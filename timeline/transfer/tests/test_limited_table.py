"""A stranger's table is read by workers with limits: by pages, by pieces, in the background; and what passes them."""

import fcntl
from datetime import timedelta

import pytest
from django.utils import timezone

from timeline.conftest import NOW
from timeline.limits import TooLarge
from timeline.records.models import Batch, Run
from timeline.transfer import actions, owners, runs, turns
from timeline.transfer.formats import delimited
from timeline.transfer.formats.delimited import Reading, read_table, rows_in
from timeline.transfer.limited_table import RowsNotRead
from timeline.transfer.tests.conftest import at, send


def slow_table(rows):
    """A table of which every row takes a hundred times as long as another one, but is looked over like any other."""
    lines = (f'Talks {number},"{number} {"1 May " * 48}"' for number in range(rows))
    return "\n".join(("title,date", *lines)).encode()


CHOSEN = {"title": "title", "date_phrase": "date", "language_of_rows": "en"}


@pytest.fixture
def kept(db):
    def make(content):
        return actions.keep_file(name="events.csv", content=content, by=None, at=NOW)

    return make


@pytest.fixture
def begin(kept):
    """A run that waits to plan a table."""

    def make(content):
        batch = kept(content)
        return actions.begin_plan(batch=batch, chosen=batch.mapping["columns"], language="en", by=None, at=NOW)

    return make


# Pieces.


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("start", ["", "sep=;\n", "\n\n"])
@pytest.mark.parametrize("letters", [1, 10, 1000])
def test_pieces_read_by_themselves_are_the_table(monkeypatch, names, start, letters):
    monkeypatch.setattr(delimited, "PIECE_ROWS", 2)
    monkeypatch.setattr(delimited, "PIECE_LETTERS", letters)
    text = start + 'title;date\r\na;1\n\n"two\nlines";2\n;\nc;"3;3"\r\nd;4\n\n\n"e\r\n\r\n";5\nf;6'
    reading = Reading(text, names=names)
    rows = list(reading)
    parts = [
        list(rows_in(text[one.start : one.end], reading.separator, one.first_line)) for one in reading.pieces
    ]  # fmt: skip
    assert [row for part in parts for row in part] == rows == list(read_table(text, names=names).rows)
    assert [one.rows for one in reading.pieces] == [len(part) for part in parts]
    assert [one.before for one in reading.pieces] == [sum(map(len, parts[:at])) for at in range(len(parts))]
    for one, part in zip(reading.pieces, parts, strict=True):
        assert one.first_line <= part[0].line <= part[-1].line <= one.last_line


def test_a_page_of_a_plan_shows_its_rows_wherever_they_stand(as_admin, plan):
    lines = [f"Talks number {number},{1000 + number % 900}" for number in range(2100)]
    lines[999] = lines[2050] = ",1990"
    batch = plan(content="\n".join(("title,date", *lines)).encode())
    assert len(batch.plan["reading"]["pieces"]) == 3
    page = as_admin.get(at("import_plan", batch), {"show": "all", "page": "41"}).text
    assert [f"Talks number {number}<" in page for number in (1999, 2000, 2049, 2051)] == [False, True, True, False]
    page = as_admin.get(at("import_plan", batch), {"show": "errors"}).text
    assert page.count("nothing is written here") == 2
    assert "</span>1001</td>" in page
    assert "</span>2052</td>" in page
    answer = as_admin.get(at("import_refused", batch))
    assert [line.split(",")[0] for line in answer.text.splitlines()] == ["line", "1001", "2052"]


def test_a_plan_of_before_that_does_not_say_how_it_is_read_has_its_pages_too(as_admin, plan):
    batch = plan({}, {"title": ""})
    del batch.plan["reading"]
    batch.save()
    assert "Talks are held" in as_admin.get(at("import_plan", batch), {"show": "all"}).text
    assert "3,headline: nothing is written here." in as_admin.get(at("import_refused", batch)).text
    as_admin.post(at("import_apply", batch), {"leave_out": "on"})
    assert Batch.objects.get().status == "applied"


# While somebody waits.


def test_rows_that_cannot_be_read_now_leave_the_plan_and_what_can_be_done_with_it(as_admin, plan, limit):
    batch = plan({"title": ""})
    limit(at_once=0, patience=0)
    answer = as_admin.get(at("import_plan", batch))
    assert answer.status_code == 503
    assert "Too much is being read" in answer.text
    assert "Forget this file" in answer.text
    answer = as_admin.get(at("import_refused", batch), follow=True)
    assert answer.redirect_chain == [(at("import_plan", batch), 302)]


def test_a_table_that_is_too_much_for_a_page_is_planned_in_the_background(as_admin, limit):
    send(as_admin, slow_table(150))
    batch = Batch.objects.get()
    limit(seconds=1.5)
    answer = as_admin.post(at("import_columns", batch), CHOSEN)
    assert answer["Location"] == at("import_plan", batch)
    run = Run.objects.get()
    assert (run.kind, run.state, run.rows_done) == ("plan", "done", 150)
    batch.refresh_from_db()
    assert batch.plan["counts"]["rows"] == 150


def test_an_import_for_which_no_worker_is_free_now_waits_for_one(as_admin, plan, limit, tmp_path):
    batch = plan({})
    limit(folder=tmp_path, patience=0, at_once=1)
    with (tmp_path / "work-0.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        as_admin.post(at("import_apply", batch))
    run = Run.objects.get()
    assert (run.state, run.owner) == ("waiting", "")
    runs.work_on(run.pk)
    assert Batch.objects.get().status == "applied"


# In the background.


def test_rows_that_take_too_long_are_named_and_nothing_is_planned(as_admin, begin, limit_of_tasks):
    run = begin(slow_table(1200))
    limit_of_tasks(seconds=1.5)
    with pytest.raises(RowsNotRead):
        runs.work_on(run.pk)
    run.refresh_from_db()
    assert (run.state, run.problem, run.batch.plan) == ("failed", "not-read", {})
    page = as_admin.get(at("import_plan", run.batch), follow=True).text
    assert "Reading the rows of lines 2 to 1001 was ended: it took longer than 1.5 seconds" in page
    assert "Which column holds what?" in page, "from where it can be planned again"


def test_a_table_that_takes_too_much_memory_is_refused_with_what_to_do(as_admin, begin, limit_of_tasks):
    names = ",".join(("title", "date", *(f"x{number}" for number in range(90))))
    run = begin(f"{names}\n{','.join('y' * 130_000 for _name in range(92))}".encode())
    limit_of_tasks(megabytes=60)
    with pytest.raises(TooLarge):
        runs.work_on(run.pk)
    page = as_admin.get(at("import_plan", run.batch), follow=True).text
    assert "Reading the table was ended: it needed more than 60 MB of memory. Split it" in page


def test_an_import_whose_rows_cannot_be_read_any_more_leaves_nothing_and_says_why(as_admin, begin, limit_of_tasks):
    runs.work_on(begin(slow_table(60)).pk)
    batch = Batch.objects.get()
    run = actions.begin_apply(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    limit_of_tasks(seconds=0.02)
    with pytest.raises(RowsNotRead):
        runs.work_on(run.pk)
    run.refresh_from_db()
    assert (run.state, run.hides, run.change) == ("failed", False, None)
    assert "Nothing was imported. Reading the rows of lines 2 to 61" in as_admin.get(at("import_plan", batch)).text


@pytest.fixture
def turns_of(begin):
    """The turns of a run of this process."""
    run = begin(b"title,date\nTalks,2002\n")
    long_ago = timezone.now() - timedelta(seconds=60)
    Run.objects.update(state="running", owner=owners.this_process(), heard_at=long_ago)
    return turns.Turns(run)


def test_a_run_for_which_a_worker_reads_says_now_and_then_that_it_goes_on(turns_of):
    assert turns_of.goes_on()
    silent = timezone.now() - Run.objects.get().heard_at
    turns_of.last_heard -= turns.HEARD_EVERY
    assert turns_of.goes_on()
    assert timezone.now() - Run.objects.get().heard_at < timedelta(seconds=50) < silent


@pytest.mark.parametrize(
    ("columns", "raised"), [({"stop": True}, turns.StopAsked), ({"owner": "elsewhere:1"}, turns.Lost)]
)
def test_a_worker_that_reads_is_ended_when_the_run_is(turns_of, columns, raised):
    Run.objects.update(**columns)
    with pytest.raises(raised):
        turns_of.goes_on()


def test_a_worker_that_reads_is_ended_when_its_process_is_to_end(turns_of):
    turns.LEAVING.set()
    try:
        with pytest.raises(turns.Left):
            turns_of.goes_on()
    finally:
        turns.LEAVING.clear()
