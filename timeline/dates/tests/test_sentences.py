"""What is found and read in whole sentences, by a table that a researcher can read and extend.

A row: the sentence, the day of publication, and the phrases found, each as "words = EDTF" (or the TIMEX3 value of
a length, or the rule of a date that cannot be).
"""

import csv
import datetime
from pathlib import Path

import pytest

from timeline.dates import find

TABLES = sorted(Path(__file__).parent.glob("sentences_*.csv"))
ROWS = [
    (path.stem.removeprefix("sentences_"), row["sentence"], row["anchor"], row["phrases"])
    for path in TABLES
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
]


@pytest.mark.parametrize(("language", "sentence", "anchor", "phrases"), ROWS, ids=[row[1] for row in ROWS])
def test_a_sentence_is_read_as_the_table_has_it(language, sentence, anchor, phrases):
    found = find(sentence, datetime.date.fromisoformat(anchor), language=language)
    assert "; ".join(f"{phrase.words} = {_meaning(phrase)}" for phrase in found) == phrases


def _meaning(phrase):
    best = phrase.reading
    return best.date.edtf if best.date else best.timex.value or best.rule
