"""The list of articles: progress, search, where one stopped."""

import pytest

from timeline.conftest import NOW
from timeline.records.changes import save
from timeline.records.models import Decision, Verb, open_change

ADDRESS = "/articles/"


def decide(mention, person, decision=Decision.REJECTED):
    with open_change(by=person, at=NOW, verb=Verb.REJECT):
        mention.decision, mention.decided_by, mention.decided_at = decision, person, NOW
        save(mention)


def test_each_article_shows_how_far_its_checking_has_come(as_researcher, researcher, make_article):
    article = make_article("They met on Wednesday and on Thursday, and will in late May.")
    first, second, _third = article.mentions.all()
    decide(first, researcher)
    decide(second, researcher, Decision.UNSURE)
    page = as_researcher.get(ADDRESS).text
    assert "1 of 3 checked" in page
    assert "1 not sure" in page


def test_it_says_where_one_stopped_and_not_where_another_did(as_researcher, as_checker, researcher, make_article):
    decide(make_article("They met on Wednesday and on Thursday.", title="A ferry").mentions.first(), researcher)
    assert "Where you stopped" in as_researcher.get(ADDRESS).text
    assert "Where you stopped" not in as_checker.get(ADDRESS).text


@pytest.mark.parametrize(
    ("words", "found"), [("ferry", True), ("wednesday FERRY", True), ("拉致", False), ("%", False)]
)
def test_search_looks_in_title_publisher_and_text(as_researcher, make_article, words, found):
    make_article("They met on Wednesday.", title="A ferry leaves")
    assert ("A ferry leaves" in as_researcher.get(ADDRESS, {"q": words}).text) is found


def test_a_two_character_word_is_found(as_researcher, make_article):
    make_article("家族会は5月2日、拉致問題で会見した。", title="会見", language="ja")
    assert "会見</a>" in as_researcher.get(ADDRESS, {"q": "拉致"}).text


def test_a_search_without_result_says_so(as_researcher):
    assert "No article holds all these words" in as_researcher.get(ADDRESS, {"q": "zzz"}).text


def test_an_empty_desk_says_how_to_begin(as_researcher):
    assert "No articles yet" in as_researcher.get(ADDRESS).text


@pytest.mark.parametrize("page", ["0", "x", "99999"])
def test_a_page_that_does_not_exist_shows_one_that_does(as_researcher, page):
    assert as_researcher.get(ADDRESS, {"page": page}).status_code == 200
