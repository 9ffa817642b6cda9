"""A worker finds loaded what it needs to read a table: each of many pieces would else load it anew."""

import os
import pickle
import subprocess
import sys

import pytest
from django.conf import settings

from timeline.limits import run_limited
from timeline.limits.tests import deeds
from timeline.transfer.received import Part, Wanted, cells_of, look_at, read_rows, receive, suggested_columns

COLUMNS = {"title": "title", "date_phrase": "date", "edtf": "edtf", "source_title": "paper", "source_url": "address"}
ORDINARY = """title,date,edtf,paper,address
Talks are held in the capital,2 May 2019,2019-05-02,A gazette,https://example.org/a?b=1
会談が行われた,令和元年5月2日,,新聞,
회담이 열렸다,음력 2019년 5월 2일,,,
Talks go on,Easter 2019,,,
"""
FOREIGN = """Переговоры прошли в столице,2 мая 2019,,,not an address
Les discussions ont lieu dans la capitale,le 2 mai 2019,,Le journal,
Talks are held,Ramadan 1440,,,
<b>Talks</b> &amp; more talks \u202eare held\u202c,sometime soon,13/13/13,=1+1,https://[
"""
WILD = ORDINARY + FOREIGN


def calls(table):
    looked = look_at(table, True, COLUMNS)
    parts = [Part(piece, table[piece.start : piece.end]) for piece in looked.pieces]
    return {
        "read its rows": (read_rows, (looked.way, parts, Wanted())),
        "give its cells": (cells_of, (looked.way.separator, parts, Wanted())),
        "look it over": (look_at, (table, True, COLUMNS)),
        "suggest its columns": (suggested_columns, (table, False)),
        "take it in": (receive, (table.encode(),)),
    }


def loaded_to(deed, table):
    return run_limited(deeds.loaded_by, pickle.dumps(calls(table)[deed]), limits=settings.LIMITS)


@pytest.mark.parametrize("deed", calls(ORDINARY))
def test_a_worker_loads_nothing_to(deed):
    assert loaded_to(deed, ORDINARY) == []


@pytest.mark.parametrize("deed", calls(WILD))
def test_whatever_stands_in_a_table_a_worker_loads_nothing_of_ours_to(deed):
    assert [name for name in loaded_to(deed, WILD) if name.startswith(("timeline", "django"))] == []


BACKGROUND = """
import pickle
from django.conf import settings
from django.core.management import call_command
from timeline.limits import run_limited
from timeline.limits.tests import deeds
from timeline.transfer.tests.test_preloaded import WILD, calls
call_command("work", until_idle=True)
read = pickle.dumps(calls(WILD)["read its rows"])
print(sum(name.startswith("dateparser") for name in run_limited(deeds.loaded_by, read, limits=settings.LIMITS)))
"""


@pytest.mark.django_db(transaction=True)
def test_in_the_background_a_worker_finds_dateparser_loaded_too(own_database):
    # Elsewhere it is loaded by whoever has to ask it: beside every process it would cost more than all of ours.
    environment = os.environ | {"DATABASE_URL": own_database}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", BACKGROUND]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1:] == ["0"], done.stderr


def test_what_workers_find_loaded_knows_neither_the_database_nor_a_secret():
    loaded = run_limited(deeds.modules, limits=settings.LIMITS)
    assert "timeline.transfer.received" in loaded
    assert [name for name in loaded if name.startswith(("django.db", "timeline.settings", "timeline.records"))] == []


@pytest.mark.skipif(sys.platform != "linux", reason="the system says so on Linux alone")
def test_the_process_that_forks_has_no_threads_but_its_own():
    assert run_limited(deeds.threads_of_the_one_that_forks, limits=settings.LIMITS) == 1
