"""`python -m timeline.dates`: lines in, lines out, and what it says to bad input."""

import json
import subprocess
import sys

import pytest

FIELDS = {"start", "end", "words", "kind", "timex_value", "timex_mod", "edtf", "earliest", "latest", "precision"}
FIELDS |= {"rule", "why", "confidence", "alternatives", "parts"}


def run(*options, text=""):
    command = [sys.executable, "-m", "timeline.dates", *options]
    return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")


def test_documents_are_answered_line_by_line():
    asked = [{"id": 1, "text": "On 5 May 2004.", "anchor": "2019-05-02"}, {"id": 2, "text": "", "anchor": None}]
    done = run("--jsonl", text="\n".join(map(json.dumps, asked)))
    first, second = map(json.loads, done.stdout.splitlines())
    assert set(first["phrases"][0]) == FIELDS
    assert (first["id"], first["phrases"][0]["edtf"]) == (1, "2004-05-05")
    assert second == {"id": 2, "phrases": []}


def test_the_parts_of_a_joined_phrase_are_phrases():
    done = run("--jsonl", text=json.dumps({"id": 1, "text": "26-28 May 2014", "anchor": "2019-05-02"}))
    parts = json.loads(done.stdout)["phrases"][0]["parts"]
    assert [(part["words"], part["edtf"]) for part in parts] == [("26", "2014-05-26"), ("28 May 2014", "2014-05-28")]


@pytest.mark.parametrize(
    ("direction", "edtf"), [("before", "2019-04-26"), ("after", "2019-05-03"), (None, "2019-04-26")]
)
def test_words_are_read_in_the_direction_asked_for(direction, edtf):
    asked = {"id": "a", "words": "Friday", "anchor": "2019-05-02", "language": "en", "direction": direction}
    answer = json.loads(run("--read", text=json.dumps(asked)).stdout)
    assert (answer["id"], answer["readings"][0]["edtf"]) == ("a", edtf)


def test_words_that_are_no_date_have_no_readings():
    assert json.loads(run("--read", text='{"id": 1, "words": "xyzzy", "anchor": null}').stdout)["readings"] == []


def test_a_line_that_is_no_json_is_named():
    done = run("--jsonl", text="{")
    assert (done.returncode, "line 1" in done.stderr) == (2, True)


def test_a_file_that_is_not_there_is_named():
    done = run("--anchor", "2019-05-02", "nowhere.txt")
    assert (done.returncode, "nowhere.txt" in done.stderr) == (2, True)


def test_an_anchor_that_is_no_day_is_refused():
    done = run("--anchor", "2019-02-30", text="May")
    assert (done.returncode, "write it as" in done.stderr) == (2, True)
