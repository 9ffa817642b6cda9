"""Where an article was written for: typed as the name of a city."""

import pytest

from timeline.ingest.tests.test_article_new import ADDRESS, typed
from timeline.records.models import Article


@pytest.mark.parametrize(("place", "stored"), [("Seoul", "Asia/Seoul"), ("new york", "America/New_York")])
def test_the_place_is_typed_as_the_name_of_a_city(place, stored, as_researcher):
    assert as_researcher.post(ADDRESS, typed(zone=place)).status_code == 302
    assert Article.objects.get().zone == stored


@pytest.mark.parametrize(
    ("place", "told"), [("Tokio", "Is it Tokyo?"), ("ACT", "Give a large city"), ("", "Name a large city")]
)
def test_a_place_that_is_not_known_is_asked_for_and_nothing_is_lost(place, told, as_researcher):
    answer = as_researcher.post(ADDRESS, typed(zone=place))
    assert answer.status_code == 422
    assert told in answer.text
    assert "The two sides meet" in answer.text
    assert not Article.objects.exists()
