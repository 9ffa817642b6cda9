"""Explicit dates in languages without a grammar of ours, the language given or told by the text."""

import csv
import datetime
from pathlib import Path

import pytest

from timeline.dates import find
from timeline.dates.detection import reading_language

HERE = Path(__file__).parent
ROWS = list(csv.DictReader((HERE / "foreign.csv").read_text(encoding="utf-8").splitlines()))
ANCHOR = datetime.date(2019, 5, 2)


@pytest.mark.parametrize("row", ROWS, ids=[row["sentence"] for row in ROWS])
@pytest.mark.parametrize("given", [True, False])
def test_the_explicit_dates_of_other_languages_are_read(row, given):
    found = find(row["sentence"], ANCHOR, language=row["language"] if given else None)
    assert "; ".join(f"{one.words} = {one.reading.date.edtf}" for one in found) == row["phrases"]


@pytest.mark.parametrize("row", ROWS, ids=[row["sentence"] for row in ROWS])
def test_the_language_is_told_by_the_text(row):
    assert reading_language(row["sentence"]) == row["language"]


@pytest.mark.parametrize("text", ["The talks were held in Beijing.", "", "1234", "Los Angeles and San Diego"])
def test_what_is_not_clearly_another_language_is_read_as_english(text):
    assert reading_language(text) == "en"


@pytest.mark.parametrize("code", ["zh", "ru", "de", "no-such-language"])
def test_counts_and_figures_are_no_dates(code):
    assert find("1718 12 13,5 3.14 第13次 10.000", ANCHOR, language=code) == []
