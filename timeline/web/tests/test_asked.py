"""One way to read the numbers, keys, pages and search words that are asked for."""

import pytest
from django.urls import reverse

from timeline.web.asked import (
    LONGEST_SEARCH,
    MOST_WORDS,
    KeyConverter,
    NumberField,
    key_in,
    keys_in,
    number_in,
    page_of,
    search_in,
)

NO_NUMBERS = [
    "",
    " ",
    "-1",
    "+1",
    "1.0",
    "1e9",
    "1_000",
    "０１２",
    "٣",
    "²",
    "9" * 25,
    "9" * 5000,
    "9223372036854775808",
    None,
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_it_is_no_number_that_a_record_could_have(text):
    assert number_in(text) is None
    assert key_in(text) is None


@pytest.mark.parametrize(("text", "expected"), [("0", 0), ("12", 12), ("007", 7), ("9223372036854775807", 2**63 - 1)])
def test_plain_digits_are_a_number(text, expected):
    assert key_in(text) == expected


def test_a_number_beyond_the_most_is_none():
    assert number_in("12", most=11) is None


def test_keys_keep_their_order_and_leave_the_rest_out():
    assert keys_in(["3", "x", "1", "9" * 30]) == [3, 1]


@pytest.mark.parametrize(("asked", "number"), [("2", 2), ("", 1), ("x", 1), ("0", 1), ("99", 3), ("9" * 25, 1)])
def test_there_is_always_a_page(asked, number):
    assert page_of(list(range(25)), 10, asked).number == number


def test_a_key_too_long_is_no_address():
    with pytest.raises(ValueError, match="99"):
        KeyConverter().to_python("9" * 25)


@pytest.mark.parametrize("text", [text for text in NO_NUMBERS if text and text.strip()])
def test_a_field_refuses_what_is_no_number(text):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        NumberField().clean(text)


@pytest.mark.parametrize("text", ["talks", " ".join(["word"] * MOST_WORDS), "日朝　会談"])
def test_a_search_of_usual_length_is_searched_for_whole(text):
    assert not search_in(text).left_out


@pytest.mark.parametrize(
    "text",
    [" ".join(["word"] * (MOST_WORDS + 1)), "ﷺ " * 6, "x" * (LONGEST_SEARCH + 1)],
    ids=["words", "one sign that is many words", "one long word"],
)
def test_a_longer_search_says_what_it_leaves_out(text):
    found = search_in(text)
    assert len(found.words) <= MOST_WORDS
    assert "left out" in found.left_out


@pytest.mark.parametrize(
    "name", ["arrange:events_list", "ingest:articles", "arrange:chronology", "arrange:merge_with", "public:timeline"]
)
def test_every_search_says_on_its_page_what_it_leaves_out(name, as_researcher, make_chronology, make_event):
    kwargs = {"arrange:merge_with": {"pk": make_event().pk}}.get(name, {})
    if name in ("arrange:chronology", "public:timeline"):
        kwargs = {"slug": make_chronology().slug}
    words = " ".join("abcdefghijklmnopqrstuvwxyz")
    assert (
        "Only the first 20 words are searched for" in as_researcher.get(reverse(name, kwargs=kwargs), {"q": words}).text
    )
