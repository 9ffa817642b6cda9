"""One event a screen, with its neighbours."""

import re

import pytest
from playwright.sync_api import expect

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.models import Verb, open_change

pytestmark = pytest.mark.django_db
ADDRESS = "/chronologies/japan-north-korea/one/"


def headline(answer):
    return re.search(r"<h1[^>]*><a[^>]*>(.*?)</a></h1>", answer.text)[1]


def link(answer, rel):
    found = re.search(rf'<a rel="{rel}" href="([^"]*)"', answer.text)
    return found[1].replace("&amp;", "&") if found else ""


def test_it_begins_with_the_first_event_and_leads_on_to_the_last(make_published, as_visitor):
    for name, date in (("Second", "1971"), ("Third", "2002-09-17"), ("First", "1959")):
        make_published(name, date)
    seen, answer = [], as_visitor.get(ADDRESS)
    assert not link(answer, "prev")
    while True:
        seen.append(headline(answer))
        if not (further := link(answer, "next")):
            break
        answer = as_visitor.get(further)
    assert seen == ["First", "Second", "Third"]
    assert headline(as_visitor.get(link(answer, "prev"))) == "Second"


def test_it_shows_date_words_quotation_source_and_why(make_published, as_visitor):
    event = make_published("Talks are held", "2002-09-17", summary="They met in Pyongyang.")
    page = as_visitor.get(f"{ADDRESS}{event.pk}/").text
    for words in ("17 September 2002", "They met in Pyongyang.", "The Niigata Gazette", "Why this date"):
        assert words in page


def test_search_and_filters_stay_in_its_address(make_published, as_visitor):
    for name, date, place in (("A", "1959", "Niigata"), ("B", "1971", "Tokyo"), ("C", "2002", "Niigata")):
        make_published(name, date, place=place)
    first = as_visitor.get(f"{ADDRESS}?place=Niigata")
    assert headline(first) == "A"
    assert link(first, "next").endswith("?place=Niigata")
    assert headline(as_visitor.get(link(first, "next"))) == "C"
    assert "2 of 3 events" in first.text


def test_an_event_that_the_filters_leave_out_still_has_neighbours_among_the_found(make_published, as_visitor):
    three = ("A", "1959", "Niigata"), ("B", "1971", "Tokyo"), ("C", "2002", "Niigata")
    made = [make_published(name, date, place=place) for name, date, place in three]
    page = as_visitor.get(f"{ADDRESS}{made[1].pk}/?place=Niigata")
    assert f"/{made[0].pk}/" in link(page, "prev")
    assert f"/{made[2].pk}/" in link(page, "next")


def test_a_year_leads_to_its_first_event_or_the_next_after_it(make_published, as_visitor):
    for name, date in (("A", "1959"), ("B", "1971-03"), ("C", "2002")):
        make_published(name, date)
    assert headline(as_visitor.get(f"{ADDRESS}?at=1971")) == "B"
    assert headline(as_visitor.get(f"{ADDRESS}?at=1972")) == "C"
    assert headline(as_visitor.get(f"{ADDRESS}?at=2010")) == "C"


def test_bars_before_christ_lead_to_their_years(make_published, as_visitor):
    for name, date in (("A", "-0100"), ("B", "-0043-03-15"), ("C", "0014")):
        make_published(name, date)
    hrefs = re.findall(r'<a href="([^"]*/one/[?]at=[^"]*)"', as_visitor.get(ADDRESS).text)
    assert [headline(as_visitor.get(href)) for href in hrefs] == ["A", "B", "C"]


def test_bars_of_many_years_lead_to_the_first_event_in_them(make_published, as_visitor):
    for name, date in (("A", "1003"), ("B", "1505"), ("C", "2002")):
        make_published(name, date)
    hrefs = re.findall(r'<a href="([^"]*/one/[?]at=[^"]*)"', as_visitor.get(ADDRESS).text)
    assert [headline(as_visitor.get(href)) for href in hrefs] == ["A", "B", "C"]


@pytest.mark.parametrize("typed", ["junk", "--5", "1e3", "9" * 5000])
def test_what_is_no_year_is_said(typed, make_published, as_visitor):
    make_published()
    answer = as_visitor.get(f"{ADDRESS}?at={typed}")
    assert "The place that the address names is not in this chronology" in answer.text
    assert headline(answer) == "Talks are held"


def test_it_says_what_of_a_search_is_left_out(make_published, as_visitor):
    make_published()
    assert "Only the first 20 words are searched for" in as_visitor.get(f"{ADDRESS}?q={'talks+' * 21}").text


def test_the_numbers_of_the_strip_stand_in_words_and_in_a_table(many, as_visitor):
    many(14, first=1990)
    page = as_visitor.get(ADDRESS).text
    assert "14 events, most in 1990 (12)." in page
    assert '<th scope="row"><a href="/chronologies/japan-north-korea/1991/">1991</a><td>2' in page
    assert f'<a href="{ADDRESS}?bare=1&amp;at=1991">1991</a><td>2' in as_visitor.get(f"{ADDRESS}?bare=1").text


def test_a_merged_event_leads_to_the_one_it_became_where_that_is_seen(
    make_published, make_event, publish, chronology, as_visitor, as_checker
):
    kept, draft = make_published(), make_event("A draft", "2003")
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        actions.place(event=draft, chronology=chronology, section=None, lane=None, by=None, at=NOW)
    doubles = [make_event("Double", "2002", checked=True) for _number in range(2)]
    with open_change(by=None, at=NOW, verb=Verb.MERGE):
        for double, other in zip(doubles, (kept, draft), strict=True):
            double.merged_into = other
            double.save()
    known, hidden = (f"{ADDRESS}{double.pk}/" for double in doubles)
    assert as_visitor.get(f"{known}?q=talks").url == f"{ADDRESS}{kept.pk}/?q=talks"
    assert as_visitor.get(hidden).status_code == 404
    assert as_visitor.get(f"{hidden}?preview=1").status_code == 404
    assert as_checker.get(f"{hidden}?preview=1").url == f"{ADDRESS}{draft.pk}/?preview=1"


def test_bare_it_has_neither_masthead_nor_menu_and_stays_so(make_published, as_visitor):
    make_published("A", "1959")
    make_published("B", "1971")
    page = as_visitor.get(f"{ADDRESS}?bare=1")
    for part in ('id="masthead"', 'class="ways"', 'class="foot"'):
        assert part not in page.text
    assert link(page, "next").endswith("?bare=1")


def test_what_is_not_public_is_not_shown(make_published, make_event, publish, chronology, as_visitor, as_checker):
    make_published()
    event = make_event("A draft", "2003")
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        actions.place(event=event, chronology=chronology, section=None, lane=None, by=None, at=NOW)
    assert as_visitor.get(f"{ADDRESS}{event.pk}/").status_code == 404
    assert as_visitor.get(f"{ADDRESS}{event.pk}/?preview=1").status_code == 404
    assert as_checker.get(f"{ADDRESS}{event.pk}/?preview=1").status_code == 200
    assert as_checker.get(f"{ADDRESS}{event.pk}/").status_code == 404


def test_an_event_of_another_chronology_is_not_here(make_event, make_chronology, publish, as_visitor, make_published):
    make_published()
    event = make_event("Elsewhere", "2003", checked=True)
    publish(event, make_chronology("Other", "other"))
    assert as_visitor.get(f"{ADDRESS}{event.pk}/").status_code == 404
    assert as_visitor.get(f"/chronologies/other/one/{event.pk}/").status_code == 200


def test_an_empty_chronology_says_so(chronology, as_visitor):
    answer = as_visitor.get(ADDRESS)
    assert answer.status_code == 200
    assert "Nothing is published here yet" in answer.text


@pytest.mark.parametrize("query", ["at=0", "at=99999", "at=x", "at=-5", "bare=" + "x" * 9000, "place=Nowhere"])
def test_odd_questions_get_a_page(query, make_published, as_visitor):
    make_published()
    assert as_visitor.get(f"{ADDRESS}?{query}").status_code == 200
    assert as_visitor.head(f"{ADDRESS}?{query}").status_code == 200


def test_it_asks_no_more_of_the_database_for_more_events(many, as_visitor, django_assert_max_num_queries, nothing_kept):
    many(60)
    with django_assert_max_num_queries(40) as few:
        as_visitor.get(f"{ADDRESS}?at=1992")
    many(300, first=2000)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(f"{ADDRESS}?at=1992")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_arrow_keys_lead_on(make_published, page, live_server):
    make_published("A", "1959")
    make_published("B", "1971")
    page.goto(live_server.url + ADDRESS)
    expect(page.locator(".keys")).not_to_have_attribute("hidden", "")
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_have_text("B")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_have_text("A")
