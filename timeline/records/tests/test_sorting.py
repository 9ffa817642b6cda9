"""Sort keys: text that sorts as the dates do and fits its column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import FuzzyDate, edtf, order_key
from timeline.records.models import Event
from timeline.records.sorting import LAST, day_at, event_at, past, place_of, sort_key

DATES = [
    "Y-1700000002", "-0043", "0001-01-01", "1950", "2002-09-17", "2002-09", "2002", "200X", "20XX", "2018-06-14",
    "2018-06-14T10:00:00", "[2018-06-01..2018-06-10]", "../2017-12-31", "9999-12-31", "Y170000002",
]  # fmt: skip


@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=6))
def test_keys_sort_as_the_order_of_dates_does(texts):
    dates = [edtf.parse(text) for text in texts]
    assert sorted(map(sort_key, dates)) == [sort_key(date) for date in sorted(dates, key=order_key)]


@pytest.mark.parametrize("text", [*DATES, "Y-99999999999999"])
def test_every_key_fits_its_column_and_comes_before_the_undated(text):
    key = sort_key(edtf.parse(text))
    assert len(key) <= Event._meta.get_field("sort_key").max_length
    assert key < LAST


def test_what_has_no_date_comes_last():
    assert sort_key(None) == sort_key(FuzzyDate(None, None, "undated")) == LAST


def test_a_place_sorts_as_the_day_of_its_key_does():
    texts = ["Y-50000", "-0044-03-15", "0001", "1971-05-02", "1971-05-03", "1971-05", "1971", "197X", "19XX", "9999"]
    keys = ["", *(sort_key(edtf.parse(text)) for text in texts), sort_key(None)]
    places = [place_of(key, 2**37 - 1 - number) for number, key in enumerate(keys)]
    assert places == sorted(places)
    assert 0 <= places[0] < places[-1] < 2**63
    assert [event_at(place) for place in places] == [2**37 - 1 - number for number in range(len(keys))]
    for key in keys[2:]:
        day = day_at(place_of(key, 5))
        assert key.startswith(day)
        assert place_of(day) == place_of(past(day)) <= place_of(key)
