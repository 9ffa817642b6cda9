"""Ranks: there is always a key between two keys, and it sorts there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.arrange.ranks import BASE, LETTERS, between, spread

keys = st.text(alphabet=LETTERS, min_size=1, max_size=12).filter(lambda key: not key.endswith("a"))


@given(keys, keys)
def test_a_key_between_two_keys_sorts_between_them(one, other):
    if one == other:
        return
    lower, upper = sorted((one, other))
    key = between(lower, upper)
    assert lower < key < upper
    assert not key.endswith("a")


@given(keys)
def test_there_is_room_before_and_after_every_key(key):
    assert between("", key) < key < between(key, "")


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=40))
def test_inserting_anywhere_any_number_of_times_keeps_the_order(places):
    order = ["n"]
    for place in places:
        place %= len(order) + 1
        lower = order[place - 1] if place else ""
        upper = order[place] if place < len(order) else ""
        order.insert(place, between(lower, upper))
    assert order == sorted(set(order))


@given(st.integers(min_value=0, max_value=2000))
def test_spread_keys_are_distinct_in_order_and_short(count):
    found = spread(count)
    assert len(found) == count
    assert found == sorted(set(found))
    assert all(key and not key.endswith("a") and BASE ** (len(key) - 1) <= max(count, 1) for key in found)


@pytest.mark.parametrize(("lower", "upper"), [("n", "n"), ("t", "g"), ("na", ""), ("", "Z"), ("", "a")])
def test_no_key_is_made_up_where_there_is_no_room(lower, upper):
    with pytest.raises(ValueError, match="no key between"):
        between(lower, upper)
