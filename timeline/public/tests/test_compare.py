"""Two chronologies side by side."""

import re

import pytest

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.models import Verb, open_change

pytestmark = pytest.mark.django_db
ADDRESS = "/chronologies/japan-north-korea/compare/"


@pytest.fixture
def other(make_chronology):
    return make_chronology("Weapons", "weapons")


@pytest.fixture
def both(make_published, publish, make_event, other):
    """One event in both, one in the first only, one in the second only."""
    shared = make_published("In both", "2002-09-17")
    publish(shared, other)
    make_published("Only here", "2002-10-01")
    publish(make_event("Only there", "2003-01-05", checked=True), other)


def table(answer):
    events = answer.text.partition('<table class="both">')[2]
    rows = re.findall(r'<th scope="row"[^>]*><a[^>]*>(.*?)</a></th>(.*?)</tr>', events, re.DOTALL)
    return [(headline, *re.findall(r'class="hidden-text">(\w+)<', cells)) for headline, cells in rows]


def link(answer, rel):
    found = re.search(rf'<a rel="{rel}" href="([^"]*)"', answer.text)
    return found[1].replace("&amp;", "&") if found else ""


def test_it_says_of_each_event_in_which_it_stands(both, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?with=weapons")
    assert table(answer) == [("In both", "yes", "yes"), ("Only here", "yes", "no"), ("Only there", "no", "yes")]
    for words in ("1 event stands in both", "1 event only in Japan and North Korea", "1 event only in Weapons"):
        assert words in answer.text


def test_without_another_it_offers_those_there_are(both, as_visitor, make_chronology):
    make_chronology("A secret one", "secret", is_public=False)
    page = as_visitor.get(ADDRESS).text
    assert '<option value="weapons"' in page
    assert "secret" not in page
    assert 'value="japan-north-korea"' not in page


def test_alone_it_says_so(make_published, as_visitor):
    make_published()
    assert "There is no other chronology to compare with yet" in as_visitor.get(ADDRESS).text


@pytest.mark.parametrize("name", ["none", "secret", "japan-north-korea", "x" * 9000, "%27%3B--"])
def test_what_is_no_other_public_chronology_is_said(name, both, make_chronology, as_visitor):
    make_chronology("A secret one", "secret", is_public=False)
    answer = as_visitor.get(f"{ADDRESS}?with={name}")
    assert answer.status_code == 200
    assert "There is no other chronology" in answer.text
    assert "A secret one" not in answer.text


def test_a_draft_of_the_other_counts_for_nothing(make_published, make_event, other, as_visitor):
    event = make_published("In both, one day", "2002-09-17")
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        actions.place(event=event, chronology=other, section=None, lane=None, by=None, at=NOW)
    assert table(as_visitor.get(f"{ADDRESS}?with=weapons")) == [("In both, one day", "yes", "no")]


def test_a_change_of_the_other_is_seen_at_once(both, make_event, publish, other, as_visitor):
    first = as_visitor.get(f"{ADDRESS}?with=weapons")
    publish(make_event("New there", "2004", checked=True), other)
    second = as_visitor.get(f"{ADDRESS}?with=weapons", headers={"If-None-Match": first["ETag"]})
    assert ("New there", "no", "yes") in table(second)


def test_some_years_stand_on_a_page_and_lead_on_to_all_of_them(many, both, as_visitor):
    many(130, first=1950)
    seen, address = [], f"{ADDRESS}?with=weapons"
    while address:
        answer = as_visitor.get(address)
        assert len(table(answer)) <= 60
        seen += [row[0] for row in table(answer)]
        address = link(answer, "next")
    assert seen == [*(f"Event {number}" for number in range(130)), "In both", "Only here", "Only there"]
    assert table(as_visitor.get(link(answer, "prev")))


def test_what_no_year_holds_stands_on_one_page_too(many, make_published, make_event, publish, other, as_visitor):
    wide = ["1951/1953", "195X", "19XX", "../1930", "1961/..", "[1951..1953]", ""]
    for date in wide:
        make_published(f"Wide {date or 'undated'}", date, words="one day")
    publish(make_event("Wide there", "194X", checked=True), other)
    many(130, first=1950)
    many(60, first=1985)
    seen, address = [], f"{ADDRESS}?with=weapons"
    while address:
        answer = as_visitor.get(address)
        seen += [row[0] for row in table(answer)]
        address = link(answer, "next")
    assert sorted(name for name in seen if name.startswith("Wide")) == sorted(
        ["Wide there", *(f"Wide {date or 'undated'}" for date in wide)]
    )
    assert seen[-1] == "Wide undated"
    assert "Undated" in answer.text
    assert "events stand under no one year" in answer.text


def test_the_pages_back_leave_out_nothing_either(many, make_published, other, as_visitor):
    for year in (1954, 1963):
        make_published(f"Wide {year}", f"{year}/{year + 3}")
    many(40, first=1950)
    many(60, first=1970)
    seen, address = [], f"{ADDRESS}?with=weapons&from=9999"
    while address:
        answer = as_visitor.get(address)
        seen += [row[0] for row in table(answer)]
        address = link(answer, "prev")
    assert {"Wide 1954", "Wide 1963"} <= set(seen)


def test_what_has_no_year_at_all_is_compared_all_the_same(make_published, other, as_visitor):
    make_published("Some day", "", words="one day")
    answer = as_visitor.get(f"{ADDRESS}?with=weapons")
    assert table(answer) == [("Some day", "yes", "no")]
    assert "<svg" not in answer.text.partition("<main")[2].partition('id="years"')[0].partition("</dl>")[2]


def test_what_is_drawn_stands_in_a_table_with_the_ways_there(both, as_visitor):
    page = as_visitor.get(f"{ADDRESS}?with=weapons").text
    rows = re.findall(r'<tr><th scope="row"><a href="([^"]*)">(\d+)</a></th><td>(\d+)</td><td>(\d+)</td></tr>', page)
    assert [row[1:] for row in rows] == [("2002", "2", "1"), ("2003", "0", "1")]
    assert rows[1][0].replace("&amp;", "&").endswith("?with=weapons&from=2003#years")


def test_a_year_with_very_many_events_is_cut_and_it_is_said(publish_all, both, as_visitor):
    publish_all([(f"Event {number}", "2002-05-01") for number in range(110)])
    answer = as_visitor.get(f"{ADDRESS}?with=weapons&from=2002")
    assert "These years have more events than stand here" in answer.text
    for slug in ("japan-north-korea", "weapons"):
        assert f'<a href="/chronologies/{slug}/?at=2002#events"' in answer.text
    assert len(table(answer)) <= 200


@pytest.mark.parametrize("query", ["from=x", "from=-99999", "from=99999", "from=0", "from=" + "9" * 5000])
def test_odd_years_get_a_page(query, both, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?with=weapons&{query}")
    assert answer.status_code == 200
    assert table(answer)
    assert as_visitor.head(f"{ADDRESS}?with=weapons&{query}").status_code == 200


def test_it_asks_no_more_of_the_database_for_more_events(
    both, many, as_visitor, django_assert_max_num_queries, nothing_kept
):
    many(60)
    with django_assert_max_num_queries(30) as few:
        as_visitor.get(f"{ADDRESS}?with=weapons")
    many(300, first=1900)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(f"{ADDRESS}?with=weapons")
