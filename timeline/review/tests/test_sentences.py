"""Sentences and quotations."""

import pytest

from timeline.limits.tests import deeds
from timeline.review import sentences
from timeline.review.quotation import grown, quotation, shrunk


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("Mr. Abe met Gen. Kim on Jan. 2 at 3.15 p.m. in St. Paul. He left.",
         ["Mr. Abe met Gen. Kim on Jan. 2 at 3.15 p.m. in St. Paul.", "He left."]),
        ("At 3 p.m. He met U.S. President X.", ["At 3 p.m.", "He met U.S. President X."]),
        ("The U.S. envoy left. J. Smith stayed.", ["The U.S. envoy left.", "J. Smith stayed."]),
        ("“We met.” She left!  Why? No.", ["“We met.”", "She left!", "Why?", "No."]),
        ("首相は5日に会見した。「行く」と述べた。", ["首相は5日に会見した。", "「行く」と述べた。"]),
        ("A line\n\nAnother line", ["A line", "Another line"]),
        ("", []),
        (" \n ", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_into_its_sentences(text, parts):
    assert [text[start:end] for start, end in sentences.spans(text)] == parts


@pytest.mark.parametrize("piece", [". ", "a.", "。", "Mr. ", ".”", "x" * 40])
def test_a_hostile_text_is_cut_in_linear_time(piece, in_time):
    assert in_time(deeds.count, sentences.spans, piece * (400_000 // len(piece))) >= 1


def test_the_sentence_around_a_place_is_looked_for_near_it_only(work_of):
    text = "Mr. A met Mr. B in St. P. " * 20_000
    assert work_of(lambda: sentences.around(text, 250_000, 250_005)) < 50_000
    first, last = sentences.around(text, 250_000, 250_005)
    assert first <= 250_000 < 250_005 <= last


def test_the_quotation_is_the_sentence_and_grows_and_shrinks_by_sentence(make_article):
    article = make_article("Snow fell. They met on Wednesday. They left. All was quiet.\nNew line.")
    mention = article.mentions.get()
    first = quotation(article, mention)
    assert first.exact == "They met on Wednesday."
    second = grown(article, mention, first)
    assert second.exact == "They met on Wednesday. They left."
    whole = grown(article, mention, grown(article, mention, second))
    assert whole.exact == "Snow fell. They met on Wednesday. They left. All was quiet."
    assert grown(article, mention, whole) == whole
    assert shrunk(article, mention, second) == first
    assert shrunk(article, mention, first) == first
    back = whole
    for _step in range(5):
        back = shrunk(article, mention, back)
    assert back == first


@pytest.mark.parametrize("place", [(0, 3), (-5, 40), (0, 10**9), (30, 20)])
def test_a_quotation_that_does_not_hold_the_phrase_falls_back_to_its_sentence(make_article, place):
    article = make_article("Snow fell. They met on Wednesday.")
    assert quotation(article, article.mentions.get(), *place).exact == "They met on Wednesday."
