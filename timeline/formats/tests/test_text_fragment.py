"""Links to a passage of a page."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.formats.text_fragment import LONGEST, link

PAGE = "https://a.example/story"


def test_a_passage_is_named_whole_and_its_signs_are_encoded():
    assert link(PAGE, "well-known, R&D at 5 % (#1)") == (
        f"{PAGE}#:~:text=well%2Dknown%2C%20R%26D%20at%205%20%25%20%28%231%29"
    )


def test_letters_of_all_scripts_are_encoded():
    assert unquote(link(PAGE, "両首脳は平壌で会談した。")) == f"{PAGE}#:~:text=両首脳は平壌で会談した。"


def test_a_fragment_that_the_address_has_stays():
    assert link(f"{PAGE}#top", "words") == f"{PAGE}#top:~:text=words"
    assert link(f"{PAGE}#:~:text=other", "words") == f"{PAGE}#:~:text=words"


def test_without_a_passage_or_an_address_there_is_nothing_to_add():
    assert link(PAGE, " \n ") == PAGE
    assert link("", "words") == ""


def test_a_long_passage_is_named_by_whole_words_at_its_ends():
    text = "The first of many words stands here " + "and more " * 60 + "until the very last of them ends."
    assert len(text) > LONGEST
    assert (
        link(PAGE, text)
        == f"{PAGE}#:~:text=The%20first%20of%20many%20words%20stands,the%20very%20last%20of%20them%20ends."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Seven words of one line stand here.",
        "両首脳は平壌で会談した",
        "One two three four five six seven eight nine ten.",
    ],
)
def test_a_passage_whose_ends_would_share_words_is_named_whole(text):
    assert unquote(link(PAGE, text, longest=10)) == f"{PAGE}#:~:text={text}"


def test_a_short_way_to_name_a_passage_is_by_its_ends():
    assert (
        unquote(link(PAGE, "昨年九月に、会談が行われた。", longest=10))
        == f"{PAGE}#:~:text=昨年九月に、,会談が行われた。"
    )


def test_what_has_no_ends_and_is_too_long_is_not_named():
    assert link(PAGE, "字" * (LONGEST + 1)) == PAGE


def test_a_passage_over_two_paragraphs_is_named_by_its_ends():
    assert unquote(link(PAGE, "一つ目。続く。\n\n二つ目。終わる。")) == f"{PAGE}#:~:text=一つ目。,終わる。"


@given(st.text())
def test_no_passage_leaves_the_directive(text):
    directive = link(PAGE, text).removeprefix(PAGE).removeprefix("#:~:text=")
    assert directive.count(",") <= 1
    assert not set(directive) & set("-&# \n")
