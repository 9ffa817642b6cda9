"""Events, their sources and chronologies as citations, at addresses of their own."""

import datetime
import html
import json

import pytest

from timeline.conftest import NOW
from timeline.records.models import Entry, Event, Verb, open_change


@pytest.fixture
def event(make_published):
    made = make_published("50 % of {all} & more", "2002-09-17")
    return Event.objects.get(pk=made.pk)


def test_a_citation_names_the_version_its_date_and_its_address(event, as_visitor):
    answer = as_visitor.get(f"/events/{event.pk}/cite.json")
    assert answer["Content-Type"].startswith("application/vnd.citationstyles.csl+json")
    (item,) = json.loads(answer.content)
    assert item["title"] == "50 % of {all} & more"
    assert item["version"] == str(event.version)
    assert item["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert item["URL"] == f"http://testserver/events/{event.pk}/v/{event.version}/"
    assert item["container-title"] == "Japan and North Korea"


def test_a_version_is_cited_as_itself(event, as_visitor):
    then = json.loads(as_visitor.get(f"/events/{event.pk}/v/{event.version}/cite.json").content)
    assert then == json.loads(as_visitor.get(f"/events/{event.pk}/cite.json").content)


def test_it_says_the_day_on_which_it_was_asked_for(event, as_visitor, time_machine):
    for day in (3, 4):
        time_machine.move_to(f"2027-02-0{day}T12:00:00+09:00", tick=False)
        (item,) = json.loads(as_visitor.get(f"/events/{event.pk}/cite.json").content)
        assert item["accessed"] == {"date-parts": [[2027, 2, day]]}


@pytest.mark.parametrize(("way", "holds"), [("ris", "TI  - 50 % of {all} & more"), ("bib", r"{{50 \% of ")])
def test_other_formats_have_their_own_signs(way, holds, event, as_visitor):
    assert holds in as_visitor.get(f"/events/{event.pk}/cite.{way}").text


def test_sources_are_articles_of_newspapers_where_they_have_one(event, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = event.citations.get().source
        source.publisher, source.published, source.url = "The Gazette", "2002-09-18", "https://a.example/1"
        source.save()
    (item,) = json.loads(as_visitor.get(f"/events/{event.pk}/sources.json").content)
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2002, 9, 18]]}
    assert item["URL"] == "https://a.example/1"


def test_a_chronology_is_cited_in_the_state_of_its_last_change(event, chronology, as_visitor):
    (item,) = json.loads(as_visitor.get(f"/chronologies/{chronology.slug}/cite.json").content)
    assert item["title"] == "Japan and North Korea"
    assert item["version"].startswith("2026-11-23T")


@pytest.mark.parametrize("name", ["cite.json", "cite.ris", "cite.bib", "sources.json"])
def test_what_is_not_public_is_not_cited(name, event, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry = Entry.objects.get(event=event)
        entry.published_since = None
        entry.save()
    assert as_visitor.get(f"/events/{event.pk}/{name}").status_code == 404


@pytest.mark.parametrize("name", ["cite.xml", "cite.", "cite.json/", "cite.jsonx", "Cite.JSON"])
def test_other_formats_are_not_there(name, event, as_visitor):
    assert as_visitor.get(f"/events/{event.pk}/{name}").status_code == 404


def test_a_citation_is_kept_with_its_type(event, as_visitor):
    address = f"/events/{event.pk}/cite.bib"
    first, second = as_visitor.get(address), as_visitor.get(address)
    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert as_visitor.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_page_offers_its_own_version(event, as_visitor):
    text = as_visitor.get(f"/events/{event.pk}/").text
    for way in ("json", "ris", "bib"):
        assert f'href="/events/{event.pk}/v/{event.version}/cite.{way}"' in text
    assert f"version {event.version} of 23 November 2026" in text
    assert 'data-copy="cite-text"' in text
    assert f"“{event.wordings.get().headline}”, 17 September 2002. <i" in html.unescape(text)
    assert "hidden>Copy</button>" in text


def test_the_page_says_what_it_is_to_programs(event, as_visitor):
    text = as_visitor.get(f"/events/{event.pk}/").text
    said = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert said["@type"] == "Event"
    assert said["startDate"] == "2002-09-17"
    assert said["citation"][0]["name"] == "The Niigata Gazette"
    assert '<meta property="og:title" content="50 % of {all} &amp; more">' in text
    assert f'<link rel="canonical" href="http://testserver/events/{event.pk}/">' in text
def test_the_page_says_the_moment_to_programs(make_published, as_visitor):
    event = make_published(date="2017-11-28", time=datetime.time(23, 41), zone="Asia/Tokyo")
    text = as_visitor.get(f"/events/{event.pk}/").text
    said = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert said["startDate"] == "2017-11-28T23:41+09:00"


