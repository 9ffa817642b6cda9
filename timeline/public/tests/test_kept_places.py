"""Addresses that say the same have one page, and what asks for the unknown displaces no other."""

import pytest
from django.core.cache import caches

from timeline.public import kept, views

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def made(monkeypatch):
    """The addresses of the pages that were made, not taken as they were kept."""
    asked, render = [], views.render
    monkeypatch.setattr(views, "render", lambda *given, **more: asked.append(1) or render(*given, **more))
    return asked


@pytest.fixture
def large(monkeypatch):
    """The pages that came to the large place."""
    stored, keep = [], caches["pages"].set
    monkeypatch.setattr(caches["pages"], "set", lambda name, page: stored.append(name) or keep(name, page))
    return stored


@pytest.mark.parametrize(
    "addresses",
    [
        ("?all=1", "?all=2", "?all="),
        ("2002/?rest=1", "2002/?rest=0"),
        ("?theme=a&q=x", "?q=x&theme=a", "?utm=3&q=x&theme=a"),
    ],
)
def test_what_says_the_same_is_one_page(addresses, make_published, as_visitor, made):
    make_published()
    for address in addresses:
        assert as_visitor.get(ADDRESS + address).status_code == 200
    assert len(made) == 1


@pytest.mark.parametrize(
    "address",
    ["?lane=Q", "?at=1234", "?after=999999", "2002/?after=999999", "?theme=zeppelins", "table/?order=sideways",
     "table/?before=999999", "map/?zoom=moon", "map/?around=999999", "this-week/?day=1-1",
     "this-week/?on=1-1&after=9999", "lag/?lag=never", "lag/?after=999999",
     "compare/?with=none", "coverage/?from=1&to=2", "as-known-on/2026-11-23/"],
)  # fmt: skip
def test_what_asks_for_the_unknown_stays_in_the_small_place(address, make_published, as_visitor, large):
    make_published()
    for _ in range(3):
        assert as_visitor.get(ADDRESS + address).status_code == 200
    assert large == []


@pytest.mark.parametrize(
    "address", ["", "?lane=T", "2002/", "2000s/", "2002/09/", "table/?order=latest", "map/", "one/?bare=1", "lag/"]
)
def test_what_there_is_comes_to_the_large_place(address, make_published, as_visitor, large):
    make_published()
    for _ in range(2):
        assert as_visitor.get(ADDRESS + address).status_code == 200
    assert len(large) == 1


def test_what_is_too_large_for_the_small_place_is_kept_at_once_where_it_has_no_query(
    make_published, as_visitor, large, monkeypatch
):
    make_published()
    monkeypatch.setattr(kept, "LARGE", 10)
    for end in ("calendar.ics?from=2001", "?lane=T", "as-known-on/2026-11-23/"):
        as_visitor.get(ADDRESS + end)
    assert large == []
    as_visitor.get(f"{ADDRESS}calendar.ics")
    assert len(large) == 1
    monkeypatch.setattr(kept, "LARGE", 1_000_000)
    as_visitor.get(f"{ADDRESS}table/")
    assert len(large) == 1


def test_an_event_and_a_time_have_one_address_each(make_published, as_visitor):
    event = make_published()
    for address in (f"/events/0{event.pk}/", f"{ADDRESS}02002/", f"{ADDRESS}2002/9/", f"{ADDRESS}02000s/"):
        assert as_visitor.get(address).status_code == 404
