"""The timeline page: order, headings, paging by key, what it costs."""

import re

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.public import paging
from timeline.public.homes import anchor_of
from timeline.public.items import begins_exactly
from timeline.public.tests.conftest import headlines
from timeline.records.models import Entry, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.mark.parametrize(
    ("date", "anchor", "known"),
    [
        ("1977-11-15", "y1977", True),
        ("1980-06", "y1980", False),
        ("1984", "y1984", False),
        ("[2017-09..2017-12]", "y2017", False),
        ("1978-06-12~", "y1978", False),
        ("197X", "d1970", False),
        ("[1970..1973]", "d1970", False),
        ("[2017-12..2018-02]", "d2010", False),
        ("19XX", "c1900", False),
        ("2014-05-26/2014-05-28", "y2014", True),
        ("1910/1945", "y1910", False),
        ("../2017", "y2017", False),
        ("2002-10-15/..", "y2002", True),
    ],
)
def test_a_date_stands_under_the_smallest_heading_that_holds_it(date, anchor, known):
    assert anchor_of(edtf.parse(date)) == anchor
    assert begins_exactly(edtf.parse(date)) is known


def test_what_has_no_exact_date_stands_at_the_end_of_the_month_or_year_that_holds_it(make_published, as_visitor):
    dated = [("Year", "1978"), ("June", "1978-06"), ("December", "1978-12-01"), ("May", "1978-05-01")]
    for name, date in [*dated, ("About", "1978-06-12~"), ("Late June", "1978-06-28")]:
        make_published(name, date)
    answer = as_visitor.get(ADDRESS)
    assert headlines(answer) == ["May", "Late June", "About", "June", "December", "Year"]
    before, rest = answer.text.split("In June 1978, exact date not known")
    of_june, of_year = rest.split("In 1978, exact date not known")
    assert "Late June" in before
    assert "December" in of_june
    assert "Year" in of_year
    assert 'datetime="1978-01-01"' not in answer.text


def test_what_lasted_stands_under_the_year_it_began_and_never_as_of_no_exact_date(make_published, as_visitor):
    for name, date in [("Rule", "1910/1945"), ("Spring", "1910-03/1910-05"), ("Day", "1910-08-22")]:
        make_published(name, date)
    answer = as_visitor.get(ADDRESS)
    assert headlines(answer) == ["Spring", "Day", "Rule"]
    assert "exact date not known" not in answer.text
    assert 'id="y1910"' in answer.text


def test_sections_stand_above_years_and_years_above_events(make_published, as_visitor):
    make_published()
    levels = re.findall(r"<(h[1-4])\b", as_visitor.get(ADDRESS).text.partition('id="legend"')[0])
    assert levels == ["h1", "h2", "h3", "h4"]


def test_what_no_year_holds_follows_the_years_of_its_decade(make_published, as_visitor):
    for name, date in [("Decade", "197X"), ("Day", "1979-12-31"), ("Next", "1980-01-01")]:
        make_published(name, date)
    answer = as_visitor.get(ADDRESS)
    assert headlines(answer) == ["Day", "Decade", "Next"]
    assert "In the 1970s, exact date not known" in answer.text


def test_undated_events_come_last_with_their_words(make_published, as_visitor):
    make_published("Dated")
    make_published("Undated one", date="", words="in those days")
    answer = as_visitor.get(ADDRESS)
    assert headlines(answer) == ["Dated", "Undated one"]
    assert "“in those days”" in answer.text


def test_the_source_is_quoted_only_where_the_words_are_known_to_be_its_own(make_published, as_visitor):
    make_published("Fuzzy", "1980-06", words="that summer")
    answer = as_visitor.get(ADDRESS)
    assert "the source says" not in answer.text
    assert "Recorded as" in answer.text


def test_sources_that_differ_say_so_with_their_dates(make_published, add_rival, as_visitor):
    add_rival(make_published("Disputed", "2017-07-28"), "2017-07-29")
    answer = as_visitor.get(ADDRESS)
    assert "sources differ" in answer.text
    assert "29 July 2017" in answer.text


def test_a_date_that_no_source_gives_is_said_to_be_unsourced(make_published, as_visitor):
    event = make_published("General knowledge", "1945-08-15")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        citation = event.citations.get()
        citation.gives_date = False
        citation.save()
    answer = as_visitor.get(ADDRESS)
    assert "Not yet sourced" in answer.text
    assert 'href="#m-half"' in answer.text
    assert "1 date not yet sourced" in answer.text


def test_parts_open_with_title_and_intro(make_published, second_section, as_visitor):
    event = make_published()
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        entry = event.entries.get()
        entry.section = second_section
        entry.save()
    answer = as_visitor.get(ADDRESS)
    assert "Later on" in answer.text
    assert "What came later." in answer.text


def test_pages_hold_at_most_fifty_events_and_lose_none(many, as_visitor):
    made = [f"Event {number}" for number in range(len(many(130)))]
    seen, address = [], ADDRESS
    while address:
        answer = as_visitor.get(address)
        page = answer.context["page"]
        assert len(headlines(answer)) <= 50
        seen += headlines(answer)
        address = page.later_href.partition("#")[0]
    assert seen == made


def test_earlier_pages_are_the_same_way_back(many, as_visitor):
    many(130)
    second = as_visitor.get(as_visitor.get(ADDRESS).context["page"].later_href)
    back = as_visitor.get(second.context["page"].earlier_href)
    assert headlines(back)[-1] == f"Event {int(headlines(second)[0].split()[1]) - 1}"


def test_a_page_ends_with_a_whole_year(many, as_visitor):
    many(130)
    assert headlines(as_visitor.get(ADDRESS))[-1] == "Event 47"


def test_a_year_too_big_for_a_page_is_continued(publish_all, as_visitor):
    publish_all([(f"Event {number:02d}", f"2017-{number // 5 + 1:02d}-{number % 5 + 1:02d}") for number in range(60)])
    first = as_visitor.get(ADDRESS)
    second = as_visitor.get(first.context["page"].later_href)
    assert headlines(first) + headlines(second) == [f"Event {number:02d}" for number in range(60)]
    assert re.search(r"<span>\d+ events, continued</span>", second.text)


def test_what_is_published_meanwhile_moves_nothing(many, make_published, as_visitor):
    many(80)
    later = as_visitor.get(ADDRESS).context["page"].later_href
    before = headlines(as_visitor.get(later))
    make_published("New at the beginning", "1980-01-01")
    assert headlines(as_visitor.get(later)) == before


def test_events_of_one_day_keep_their_rank_across_pages(publish_all, as_visitor):
    publish_all([(f"Event {number}", "2002-09-17") for number in range(60)])
    first = as_visitor.get(ADDRESS)
    second = as_visitor.get(first.context["page"].later_href)
    assert len({*headlines(first), *headlines(second)}) == 60


def test_a_year_in_the_address_begins_the_page(many, as_visitor):
    many(130)
    assert headlines(as_visitor.get(f"{ADDRESS}?at=1995"))[0] == "Event 60"
    assert headlines(as_visitor.get(f"{ADDRESS}?at=2500"))[-1] == "Event 129"


def test_all_of_it_stands_on_one_page_when_asked(many, as_visitor):
    many(70)
    assert len(headlines(as_visitor.get(f"{ADDRESS}?all=1"))) == 70


def test_more_than_one_page_may_hold_is_not_offered_and_goes_on_where_it_is_asked_for(
    many, as_visitor, monkeypatch, nothing_kept
):
    monkeypatch.setattr(paging, "MOST", 60)
    made = many(70)
    first = as_visitor.get(f"{ADDRESS}?all=1")
    later = as_visitor.get(first.context["page"].later_href)
    assert len(headlines(first)) == 60
    assert headlines(first) + headlines(later) == [str(event) for event in made]
    assert "on one page" not in as_visitor.get(ADDRESS).text
    monkeypatch.setattr(paging, "MOST", 70)
    nothing_kept()
    assert "All 70 on one page" in as_visitor.get(ADDRESS).text


def test_a_page_is_shown_though_the_event_before_it_went_meanwhile(many, as_visitor):
    many(60)
    Entry.objects.filter(event__wordings__headline="Event 47")._raw_delete("default")
    answer = as_visitor.get(f"{ADDRESS}?at=1994")
    assert answer.status_code == 200
    assert headlines(answer)[0] == "Event 48"


@pytest.mark.parametrize("query", ["after=999999", "after=abc", "before=-1", "after=", "at=soon", "after=" + "9" * 30])
def test_a_place_that_is_not_there_gives_the_beginning_and_says_so(query, make_published, as_visitor):
    make_published()
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert "is not in this chronology" in answer.text
    assert headlines(answer) == ["Talks are held"]


def test_an_empty_chronology_says_so(chronology, as_visitor):
    answer = as_visitor.get(ADDRESS)
    assert answer.status_code == 200
    assert "Nothing is published here yet" in answer.text


def test_titles_in_other_scripts_say_their_language(make_chronology, make_published, as_visitor):
    make_chronology("Second", "second", title_native="日朝関係年表", title_native_language="ja")
    assert '<span class="native" lang="ja">日朝関係年表</span>' in as_visitor.get("/chronologies/second/").text
    make_published("平壌宣言に署名", "2002-09-17", language="ja")
    assert '<h4 lang="ja">' in as_visitor.get(ADDRESS).text


def test_a_visitor_whose_copy_is_good_gets_304(make_published, as_visitor, make_event):
    make_published()
    first = as_visitor.get(ADDRESS)
    assert as_visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]}).status_code == 304
    make_published("Something new")
    assert as_visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_another_address_is_another_copy(make_published, as_visitor):
    make_published()
    assert as_visitor.get(ADDRESS)["ETag"] != as_visitor.get(f"{ADDRESS}?q=x")["ETag"]


def test_who_is_signed_in_gets_no_copy_of_anybody(make_published, as_researcher):
    make_published()
    assert "ETag" not in as_researcher.get(ADDRESS)


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}2002/", "/", f"{ADDRESS}?q=event"])
def test_the_number_of_queries_does_not_grow_with_events(address, make_published, add_rival, django_assert_num_queries):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(address).status_code == 200
        return len(queries)

    for number in range(2):
        event = make_published(f"Event {number}", f"2002-01-{number + 1:02d}", place="P", actors=("A",), themes=("t",))
        add_rival(event, "2003")
    make_published("Loose one", "197X")
    few = cost()
    for number in range(20):
        event = make_published(
            f"Event {number}", f"2002-02-{number + 1:02d}", place=f"Place {number}", actors=(f"Actor {number}",),
            themes=(f"theme {number}",),
        )  # fmt: skip
        add_rival(event, "2003-01-01")
    make_published("Loose two", "198X")
    assert cost() == few


def test_the_strip_links_each_year_and_hatches_what_is_not_known(make_published, as_visitor):
    make_published("Day", "2002-09-17")
    make_published("Month", "2002-10")
    make_published("Loose", "197X/198X")
    text = as_visitor.get(ADDRESS).text
    assert "<title>2002: 2 events</title>" in text
    assert 'fill="url(#p-t)"' in text
    assert 'fill="url(#h-t)"' in text
    assert "<title>Loose</title>" in text


def test_no_style_or_script_stands_in_the_page(make_published, as_visitor):
    make_published()
    text = as_visitor.get(ADDRESS).text
    assert " style=" not in text
    assert "<style" not in text
    assert " onclick" not in text


def test_a_page_of_fifty_events_weighs_less_than_forty_kilobytes(make_published, as_visitor):
    for number in range(60):
        make_published(
            f"Delegations number {number} meet on the question of the missing", f"2002-01-{number % 28 + 1:02d}",
            summary="They talked for a whole day about what had been promised the year before, and parted.",
            place=f"Town {number}", actors=(f"Person {number}", "Japan"), themes=("talks",),
        )  # fmt: skip
    page = as_visitor.get(ADDRESS)
    assert len(brotli.compress(page.content, quality=5)) < 40_000


def test_a_checked_event_names_its_checker(make_event, publish, chronology, checker, as_visitor):
    event = make_event("Checked by hand")
    publish(event, chronology)
    with open_change(by=checker, at=timezone.now(), verb=Verb.CHECK):
        event.status = "checked"
        event.save()
    with CaptureQueriesContext(connection) as asked:
        assert "by a checker" in as_visitor.get(ADDRESS).text
    assert not [query for query in asked.captured_queries if "historical" in query["sql"]]
