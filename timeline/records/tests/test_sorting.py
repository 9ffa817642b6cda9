"""Sort keys: text that sorts as the dates do and fits its column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import FuzzyDate, edtf, order_key
from timeline.records.models import Event
from timeline.records.sorting import LAST, sort_key

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
