"""Coverage: numbers by year, gaps in words, what waits."""

import re
from datetime import date

import pytest

from timeline.conftest import NOW
from timeline.public.tests.test_corrections import check_citations
from timeline.public.ways import coverage
from timeline.public.ways.buckets import Buckets
from timeline.public.ways.coverage import gaps_of
from timeline.records import waiting
from timeline.records.models import Mention, Source, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/coverage/"


def table(answer):
    """The rows of the table: years, then numbers."""
    rows = re.findall(r'<tr[^>]*><th scope="row"><a[^>]*>(.*?)</a></th>(.*?)</tr>', answer.text)
    return {years: [int(number) for number in re.findall(r"<td[^>]*>(\d+)</td>", cells)] for years, cells in rows}


def test_gaps_are_the_years_between_that_have_nothing():
    assert gaps_of([1960, 1965, 1966, 1968]) == [(1961, 1964), (1967, 1967)]
    assert gaps_of([1960]) == gaps_of([]) == []


@pytest.mark.parametrize(
    ("first", "last", "step", "columns"),
    [(1945, 2025, 1, 81), (1900, 2029, 1, 130), (1900, 2030, 10, 14), (-500, 1900, 100, 25), (0, 10**9, 10**7, 101)],
)
def test_columns_are_years_decades_or_more_and_never_too_many(first, last, step, columns):
    buckets = Buckets.of(first, last)
    assert (buckets.step, len(buckets), len(buckets.all)) == (step, columns, columns)
    assert buckets.first <= first
    assert buckets.last >= last
    assert len(buckets.marks) <= 10


def test_a_year_that_has_no_room_on_a_phone_says_so():
    assert [(name, is_late) for _x, name, is_late in Buckets.of(1945, 2025).marks] == [
        ("1960", False), ("1980", False), ("2000", False), ("2020", True),
    ]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("most", "counted"), [(coverage.MOST_CITED, "Sources"), (3, "Publishers")])
def test_each_year_says_events_sources_and_waiting_phrases(
    most, counted, make_published, make_source, make_article, add_rival, as_visitor, monkeypatch
):
    monkeypatch.setattr(coverage, "MOST_CITED", most)
    for name, day in (("A", "1960-05-01"), ("B", "1960"), ("C", "1963-01-01")):
        event = make_published(name, day)
        check_citations(event)
        if name == "A":
            add_rival(event, "1960-05-01", "Another page of the same publisher")
            check_citations(event)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for source in Source.objects.all():
            source.publisher = "AFP"
            source.save()
    make_article("They met on 5 May 1960 and again in June 1961.", published_on=date(1970, 1, 1))
    answer = as_visitor.get(ADDRESS)
    many = 3 if counted == "Sources" else 1
    assert table(answer) == {
        "1960": [2, 1, many, 1], "1961": [0, 0, 0, 1], "1962": [0, 0, 0, 0], "1963": [1, 0, 1, 0],
    }  # fmt: skip
    assert f'<th scope="col" class="number">{counted}</th>' in answer.text
    assert f"{counted}, at most {many}" in answer.text
    assert ("too many sources to count them" in answer.text) == (counted == "Publishers")


@pytest.mark.django_db
def test_gaps_are_said_in_words(make_published, as_visitor):
    for day in ("1960", "1965", "1967"):
        make_published(day, day)
    page = as_visitor.get(ADDRESS).text
    assert "No event in 1961–1964." in page
    assert "No event in 1966." in page


@pytest.mark.django_db
def test_further_gaps_open_below_the_longest(make_published, as_visitor):
    for year in range(1900, 1930, 2):
        make_published(str(year), str(year))
    first, _summary, further = as_visitor.get(ADDRESS).text.partition("And 2 gaps more, no longer than these.")
    assert first.count("No event in") == 12
    assert further.count("No event in") == 2


@pytest.mark.django_db
def test_of_very_many_gaps_it_is_said_that_not_all_are_named(make_published, as_visitor, monkeypatch):
    monkeypatch.setattr(coverage, "MOST_FURTHER_GAPS", 1)
    for year in range(1900, 1930, 2):
        make_published(str(year), str(year))
    page = as_visitor.get(ADDRESS).text
    assert page.count("No event in") == 13
    assert "Only the 1 longest of them is named" in page


@pytest.mark.django_db
def test_what_is_decided_waits_no_longer_and_the_page_is_made_anew(make_published, make_article, as_visitor):
    make_published("A", "1960")
    first = as_visitor.get(ADDRESS)
    assert table(first)["1960"][3] == 0
    article = make_article("They met on 5 May 1960.", published_on=date(1970, 1, 1))
    second = as_visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert table(second)["1960"][3] == 1
    with open_change(by=None, at=NOW, verb=Verb.REJECT):
        mention = article.mentions.get()
        mention.decision, mention.decided_at = "rejected", NOW
        mention.save()
    assert table(as_visitor.get(ADDRESS))["1960"][3] == 0
    kept = as_visitor.get(ADDRESS)
    assert as_visitor.get(ADDRESS, headers={"If-None-Match": kept["ETag"]}).status_code == 304


@pytest.mark.django_db
def test_the_words_of_what_waits_are_shown_to_nobody(make_published, make_article, as_visitor):
    make_published("A", "1960")
    make_article("A secret meeting on 5 May 1960.", published_on=date(1970, 1, 1), title="A secret paper")
    page = as_visitor.get(ADDRESS).text
    assert "secret" not in page
    assert "5 May" not in page


@pytest.mark.django_db
def test_of_very_many_phrases_only_the_newest_are_counted_and_it_is_said(
    make_published, make_article, as_visitor, monkeypatch
):
    make_published("A", "1960")
    make_article("It was on 5 May 1960, on 6 May 1960 and on 7 May 1960.", published_on=date(1970, 1, 1))
    monkeypatch.setattr(waiting, "MOST", 2)
    answer = as_visitor.get(ADDRESS)
    assert Mention.objects.count() == 3
    assert table(answer)["1960"][3] == 2
    assert "only the newest were" in answer.text


@pytest.mark.django_db
def test_many_years_stand_together_and_lead_to_each(make_published, as_visitor):
    for day in ("1700", "1705", "2002"):
        make_published(day, day)
    answer = as_visitor.get(ADDRESS)
    assert table(answer)["1700–1709"][0] == 2
    href = re.search(r'<a href="([^"]*)"[^>]*>1700–1709</a>', answer.text)[1].replace("&amp;", "&")
    zoomed = as_visitor.get(href)
    assert table(zoomed)["1705"][0] == 1
    assert 'id="problems"' not in zoomed.text
    assert "All years" in zoomed.text


@pytest.mark.django_db
def test_drafts_count_in_a_preview_only(make_published, make_event, publish, chronology, as_visitor, as_checker):
    make_published("A", "1960")
    entry = publish(make_event("B", "1960", checked=True), chronology)
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry.published_since = None
        entry.save()
    assert table(as_visitor.get(f"{ADDRESS}?preview=1"))["1960"][0] == 1
    assert table(as_checker.get(f"{ADDRESS}?preview=1"))["1960"][0] == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["from=x&to=1990", "from=1990&to=1960", "from=1990", "from=99999&to=99999999", "from=-0&to=" + "9" * 5000]
)
def test_years_that_cannot_be_shown_are_said(query, make_published, as_visitor):
    make_published("A", "1960")
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert "here is all of it" in answer.text
    assert table(answer)
    assert as_visitor.head(f"{ADDRESS}?{query}").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "shown", "years"),
    [("from=1000&to=1965", "1960–1965", 6), ("from=1965&to=9000", "1965–1970", 6), ("from=1&to=9000", "1960–1970", 11)],
)
def test_years_that_reach_beyond_the_events_are_clipped_and_it_is_said(query, shown, years, make_published, as_visitor):
    make_published("A", "1960")
    make_published("B", "1970")
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert f"No event here is dated to a year outside of 1960–1970. Shown: {shown}." in answer.text
    assert len(table(answer)) == years


@pytest.mark.django_db
def test_an_empty_chronology_says_so(chronology, as_visitor):
    assert "No event here is dated to a year yet" in as_visitor.get(ADDRESS).text


@pytest.mark.django_db
def test_it_asks_no_more_of_the_database_for_more_events(many, as_visitor, django_assert_max_num_queries, nothing_kept):
    many(60)
    with django_assert_max_num_queries(20) as few:
        as_visitor.get(ADDRESS)
    many(300, first=1990)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(ADDRESS)


@pytest.mark.django_db
def test_of_very_many_sources_none_is_read_to_count_them(make_published, add_rival, as_visitor, monkeypatch):
    event = make_published("A", "1960-05-01")
    for name in "BC":
        add_rival(event, "1960-05-01", name)
    check_citations(event)
    monkeypatch.setattr(coverage, "MOST_CITED", 2)
    monkeypatch.setattr(coverage.tallies, "values_of_kind", lambda *_given: 1 // 0)
    assert "too many sources to count them" in as_visitor.get(ADDRESS).text
