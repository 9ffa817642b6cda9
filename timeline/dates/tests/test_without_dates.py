"""Text in which nothing is a date: hardly anything is found in it. The whole 200 kB: benchmarks/without_dates.py."""

import pytest

from benchmarks.without_dates import invented, text_without_dates

CHARACTERS = 40_000


@pytest.mark.parametrize("seed", [7, 8])
def test_at_most_one_date_in_20000_characters_is_invented(seed):
    found = [place for places in invented(CHARACTERS, seed).values() for place in places]
    # Each text is read as news and as a history.
    assert len(found) / 2 <= CHARACTERS / 20_000, found


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_the_text_without_dates_is_the_same_on_every_run(language):
    assert text_without_dates(language, 5_000) == text_without_dates(language, 5_000)
