"""The AFP story of 2 May 2019: nine date phrases, no more."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = Path(__file__).resolve().parents[3] / ".." / "shared" / "articles"
STORY = ARTICLES / "afp-2019-05-02.txt"

pytestmark = pytest.mark.skipif(not STORY.exists(), reason="the folder ../shared/articles is not here")


def gold():
    phrases = json.loads(STORY.with_suffix(".gold.json").read_text(encoding="utf-8"))["phrases"]
    return [(p["start"], p["end"], p["lo"], p["hi"]) for p in phrases if p["core"]]


def printed(*options):
    command = [sys.executable, "-m", "timeline.dates", *options, str(STORY)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_command_prints_exactly_the_nine_phrases_and_their_days():
    found = printed("--anchor", "2019-05-02")
    assert [(p["start"], p["end"], p["earliest"], p["latest"]) for p in found] == gold()


def test_each_phrase_says_why_in_a_sentence():
    assert all(p["why"].endswith(".") and " " in p["why"] for p in printed("--anchor", "2019-05-02"))


def test_no_trap_is_taken_for_a_date():
    from timeline.dates import find

    text = STORY.read_text(encoding="utf-8")
    traps = json.loads(STORY.with_suffix(".gold.json").read_text(encoding="utf-8"))["traps_not_dates"]
    phrases = [p for p in find(text, datetime.date(2019, 5, 2)) if p.counts]
    assert not [p for p in phrases for trap in traps if p.start < trap["end"] and trap["start"] < p.end]
