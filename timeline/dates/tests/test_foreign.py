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


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("La réunion du lundi 17 septembre 2002 a eu lieu à Paris.", "mardi"),
        ("Die Sitzung fand am Montag, dem 17. September 2002, in Bonn statt.", "Dienstag"),
        ("La reunión del lunes 17 de septiembre de 2002 fue breve.", "martes"),
        ("Встреча состоялась в понедельник, 17 сентября 2002 года.", "вторник"),
    ],
)
def test_a_weekday_in_front_of_a_day_is_checked(sentence, right):
    said = next(word for word in ("lundi", "Montag", "lunes", "понедельник") if word in sentence)
    for text, wrong in ((sentence, True), (sentence.replace(said, right), False)):
        best = find(text, ANCHOR)[0].reading
        assert (best.date.edtf, best.is_weekday_mismatch) == ("2002-09-17", wrong)


@pytest.mark.parametrize("sentence", ["Es war so 17. September 2002 geplant.", "Am Ende 17. September 2002."])
def test_a_short_word_in_front_of_a_day_is_no_weekday(sentence):
    assert not find(sentence, ANCHOR, language="de")[0].reading.is_weekday_mismatch
