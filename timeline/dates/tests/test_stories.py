"""Passages of news and of histories, by a table: the passage, its style, the day of publication, what is read."""

import csv
import datetime
from pathlib import Path

import pytest

from timeline.dates import find

ROWS = [
    tuple(row.values())
    for row in csv.DictReader(Path(__file__).with_name("stories.csv").read_text(encoding="utf-8").splitlines())
]


@pytest.mark.parametrize(("passage", "style", "anchor", "phrases"), ROWS, ids=[row[0] for row in ROWS])
def test_a_passage_is_read_as_the_table_has_it(passage, style, anchor, phrases):
    found = find(passage, datetime.date.fromisoformat(anchor), language="en", style=style or None)
    assert "; ".join(f"{phrase.words} = {_meaning(phrase)}" for phrase in found) == phrases


def _meaning(phrase):
    best = phrase.reading
    return best.date.edtf if best.date else best.timex.value or best.rule


@pytest.mark.parametrize(("heading", "month"), [("Landings of 1944", "1944-05"), ("Retreat (1943-1945)", "1943-05")])
def test_a_heading_sets_the_scene_for_the_months_below_it(heading, month):
    text = f"The war began on 3 March 1931.\n\n{heading}\n\nThe coast was held as in 1614. In May they landed."
    found = find(text, datetime.date(2009, 12, 19), language="en", style="narrative")
    assert found[-1].reading.date.edtf == month
