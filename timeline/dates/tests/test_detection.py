"""The language of a text is told by the share of its letters; a name in another script changes nothing."""

import csv
from pathlib import Path

import pytest

from timeline.dates.detection import language_of
from timeline.dates.language_names import LANGUAGE_NAMES, OWN_LANGUAGE_NAMES, language_name
from timeline.dates.languages import OWN_LANGUAGES

ROWS = list(csv.DictReader((Path(__file__).parent / "languages.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_the_language_is_told_by_the_share_of_letters(row):
    assert language_of(row["text"]) == row["language"]


def test_every_language_of_the_engine_has_its_own_name():
    assert tuple(OWN_LANGUAGE_NAMES) == OWN_LANGUAGES
    assert language_name("ja") == LANGUAGE_NAMES["ja"] == "日本語"


def test_a_code_that_is_not_known_is_shown_as_it_stands():
    assert language_name("tlh") == "tlh"
