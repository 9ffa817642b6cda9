"""Which tests are marked as touching the database: only those run on PostgreSQL, too."""

import pytest


def is_marked(request):
    return request.node.get_closest_marker("database") is not None


def test_a_test_without_the_database_is_not_marked(request):
    assert not is_marked(request)


def test_a_test_with_the_database_is_marked(request, db):
    assert is_marked(request)


def test_a_test_whose_fixtures_use_the_database_is_marked(request, as_researcher):
    assert is_marked(request)


@pytest.mark.django_db(transaction=True)
def test_a_test_that_asks_for_the_database_by_mark_is_marked(request):
    assert is_marked(request)


@pytest.mark.browser
def test_a_test_in_the_browser_against_the_server_is_marked(request, live_server):
    assert is_marked(request)
