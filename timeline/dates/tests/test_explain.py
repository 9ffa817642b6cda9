"""Every rule has its sentence in three languages, and stored facts are enough to say it."""

import csv
import datetime
import json
import re
from pathlib import Path

import pytest

from timeline.dates import explain, find
from timeline.dates.reasons import REASONS

HERE = Path(__file__).parent
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in HERE.parent.glob("*.py"))
SENTENCES = [
    (path.stem[-2:], row["sentence"], row["anchor"])
    for path in sorted(HERE.glob("sentences_*.csv"))
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
]


@pytest.mark.parametrize("rule", REASONS)
def test_a_rule_has_a_sentence_in_each_language(rule):
    assert len({sentence for sentence in REASONS[rule] if sentence.strip()}) == 3


@pytest.mark.parametrize(("language", "sentence", "anchor"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_every_reading_says_why_from_its_stored_facts(language, sentence, anchor):
    for phrase in find(sentence, datetime.date.fromisoformat(anchor), language=language):
        for reading in phrase.readings:
            assert set(reading.rule.split("+")) <= set(REASONS)
            stored = json.loads(json.dumps(reading.facts))
            for told in ("en", "ja", "ko"):
                why = explain(reading.rule, stored, told)
                assert why
                assert not re.search(r"[{}?]", why), why


def test_an_unknown_language_is_told_in_english():
    assert explain("about", {}, "fr") == explain("about", {}, "en")


def test_facts_that_are_missing_do_not_break_a_page():
    assert "?" in explain("weekday-before", {})
