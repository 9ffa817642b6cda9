"""No regular expression of the product can be made to hang: each is tried on texts that are made for it."""

import re

import pytest

from timeline.limits import Crashed, Limits, run_limited
from timeline.tests import hostile

ROOMS = ("dates", "extract", "web", "accounts", "records", "ingest", "review", "arrange", "public", "transfer")
SIZE = 40_000
"""Letters: a pattern that looks at each of them for each of them needs hundreds of times SECONDS' share of one."""
SECONDS = 0.4
BOUNDS = {
    "timeline.dates.around.": 120,
    "timeline.dates.dateline._PLACE": 80,
    "timeline.dates.typed.": 120,
    "timeline.dates.written.": 120,
    "timeline.dates.told_twice.": 120,
    "timeline.dates.weekday_names._BEHIND": 120,
    "timeline.dates.eras.": 300,
    "timeline.dates.languages.en_numbers.": 120,
    "timeline.extract.encodings._DECLARED": 4096,
    "timeline.extract.page_titles.": 500,
    "timeline.review.headlines.": 3000,
    "timeline.review.sentences._WORD_BEFORE": 30,
    "timeline.transfer.formats.signs.": 2000,
}
"""The most letters that the patterns of a module ever meet, where that is few: whoever calls them refuses more."""


def in_worker(tmp_path, function, *arguments):
    note = tmp_path / "note"
    limits = Limits(folder=tmp_path, seconds=600, waiting=3600, megabytes=1024)
    try:
        return run_limited(function, *arguments, SECONDS, str(note), limits=limits)
    except Crashed as crashed:
        pytest.fail(f"{note.read_text(encoding='utf-8')}: {crashed}")


@pytest.mark.parametrize("room", ROOMS)
def test_no_pattern_hangs(room, tmp_path):
    in_worker(tmp_path, hostile.try_all, f"timeline.{room}", BOUNDS, SIZE)


@pytest.mark.parametrize(
    ("pattern", "piece"),
    [
        (r"(?:<!--.*?-->\s*)*<html", "<!--a-->"),
        (r"<!--.*?-->", "<!--"),
        (r"\s+$", " "),
        (r"(\w+\s?)*!", "a"),
    ],
)
def test_the_strings_that_are_made_hold_the_one_that_hangs(pattern, piece):
    assert piece in {made for _before, made in hostile.pieces(re.compile(pattern))}


HANGS = re.compile("<!--.*?-->", re.DOTALL)


def test_a_pattern_that_hangs_is_found_where_it_is_searched_for(tmp_path):
    with pytest.raises(pytest.fail.Exception, match=r"HANGS on .*SIGVTALRM"):
        in_worker(tmp_path, hostile.try_one, "HANGS", HANGS, True, SIZE)
    assert in_worker(tmp_path, hostile.try_one, "HANGS", HANGS, False, SIZE)


def test_the_patterns_of_the_product_are_found_and_how_they_are_used():
    found = dict(hostile.patterns_of("timeline.extract"))
    assert "timeline.extract.text._UNWANTED" in found
    assert hostile.is_searched_for("timeline.extract.text._UNWANTED")
    assert not hostile.is_searched_for("timeline.extract.documents._HTML")


def test_a_pattern_that_is_compiled_only_when_a_text_needs_it_is_found():
    found = dict(hostile.patterns_of("timeline.dates"))
    assert "timeline.dates.detection._name()" in found
    assert hostile.is_searched_for("timeline.dates.detection._name()")
