"""Differences: pieces that lead from one text to the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.arrange.differences import MOST_TOKENS, differences


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_hold_both_texts_whole(before, after):
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ("would lift it", "would ease it", "ease"),
        ("共同声明を出した", "共同声明を出さない", "さない"),
        ("합의했다", "합의하지 않았다", "하지 않았"),
    ],
)
def test_only_what_is_new_is_marked(before, after, new):
    assert "".join(piece.text for piece in differences(before, after) if piece.kind == "new") == new


def test_very_long_texts_are_not_compared_word_by_word():
    before, after = "a " * MOST_TOKENS, "b " * MOST_TOKENS
    assert [piece.kind for piece in differences(before, after)] == ["gone", "new"]
