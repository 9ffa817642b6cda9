"""The list of chronologies: what is kept of each by its own edition, a page at a time."""

import re

import pytest

from timeline.public import overview, shelf
from timeline.public.tests.test_corrections import edit
from timeline.records.models import Chronology


@pytest.fixture
def drawn(monkeypatch):
    """The strips that were drawn, not taken as they were kept."""
    made, draw = [], overview.draw

    def noted(wanted):
        made.append(wanted)
        return draw(wanted)

    monkeypatch.setattr(overview, "draw", noted)
    return made


@pytest.fixture
def two(make_event, make_published, make_chronology, publish):
    here = make_published("Here", "1978-07-07")
    there = make_event("There", "1980-06", checked=True)
    publish(there, make_chronology("Second", "second"))
    return here, there


def test_only_the_strip_of_what_has_changed_is_drawn_anew(two, as_visitor, drawn):
    before = as_visitor.get("/").text
    assert len(drawn) == 2
    edit(two[1], "There", "1990-06")
    after = as_visitor.get("/").text
    assert len(drawn) == 3
    assert "1990" in after

    def first(page):
        return page.partition("<h2")[2].partition("<h2")[0]

    assert first(after) == first(before)


def test_a_strip_that_is_kept_is_that_which_was_made(two, as_visitor, as_researcher, drawn):
    pages = [
        client.get("/").text.partition('<ol class="shelf">')[2].partition("</ol>")[0] for client in (as_visitor,) * 2
    ]
    edit(two[1], "There", "1990-06")
    edit(two[1], "There", "1980-06")
    again = as_visitor.get("/").text.partition('<ol class="shelf">')[2].partition("</ol>")[0]
    assert pages[0] == pages[1] == again
    drawn.clear()
    for _time in range(2):
        assert as_researcher.get("/").status_code == 200
    assert len(drawn) == 4


def test_each_language_and_era_has_its_own(two, as_visitor, drawn):
    for address in ("/", "/ja/", "/?eras=juche"):
        as_visitor.get(address)
    assert len(drawn) == 6


@pytest.fixture
def five(two, make_chronology, monkeypatch):
    monkeypatch.setattr(shelf, "SIZE", 2)
    return [
        "Japan and North Korea",
        "Second",
        *(make_chronology(f"Empty {one}", f"empty-{one}").title for one in "cab"),
    ]


def names(page):
    return re.findall(r'<h2 id="name-[^"]*"><a [^>]*>(.*?)</a>', page)


def following(page):
    found = re.search(r'<a rel="next" href="([^"]*)">', page)
    return found and found[1]


def test_pages_go_on_by_key_the_fullest_first_and_miss_none(five, as_visitor):
    address, found, pages = "/", [], 0
    while address:
        page = as_visitor.get(address).text
        assert ("The first chronologies" in page) == (pages > 0)
        found, address, pages = [*found, *names(page)], following(page), pages + 1
    assert sorted(found) == sorted(five)
    assert found[:2] == five[:2]
    assert found[2:] == ["Empty a", "Empty b", "Empty c"]
    assert pages == 3


def test_pages_keep_the_language_and_the_eras(five, as_visitor):
    assert following(as_visitor.get("/ja/?eras=juche").text).startswith("/ja/?after=")
    assert "eras=juche" in following(as_visitor.get("/ja/?eras=juche").text)


def test_one_page_asks_no_more_than_it_holds(five, as_visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        as_visitor.get("/")


@pytest.mark.parametrize("after", ["0", "-1", "x", "99999", "9" * 400, "1e5", "%00", "", "a" * 10_000])
def test_a_place_that_is_not_there_is_said(after, five, as_visitor):
    answer = as_visitor.get(f"/?after={after}")
    assert answer.status_code == 200
    assert names(answer.text) == five[:2]
    assert "The place that the address names is not in this list; here is its beginning." in answer.text


def test_a_chronology_that_is_not_public_is_no_place_for_visitors(five, make_chronology, as_visitor, as_researcher):
    hidden = make_chronology("Hidden", "hidden", is_public=False)
    said = "The place that the address names is not in this list"
    assert said in as_visitor.get(f"/?after={hidden.pk}").text
    assert said not in as_researcher.get(f"/?after={hidden.pk}").text
    assert "Hidden" not in as_visitor.get(f"/?after={Chronology.objects.get(slug='second').pk}").text
