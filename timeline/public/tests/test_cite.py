"""Events, their sources and chronologies as citations, at addresses of their own."""

import datetime
import html
import json

import pytest

from timeline.conftest import NOW
from timeline.records.models import Article, Entry, Event, Verb, open_change


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


@pytest.fixture
def describe(event):
    """Say more of the event's source; `text`: what came here as an article."""

    def say(*, text="", **fields):
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            source = event.citations.get().source
            for name, value in fields.items():
                setattr(source, name, value)
            source.save()
            if text:
                Article(source=source, text=text, text_hash=text, published_on=datetime.date(2002, 9, 18)).save()

    return say


MINISTRY = {"publisher": "Ministry of Foreign Affairs", "published": "2002-09-18", "url": "https://a.example/1"}


def test_a_source_is_news_only_where_its_text_came_here_as_an_article(event, describe, as_visitor):
    describe(text="They met.", **MINISTRY | {"publisher": "The Gazette"})
    (item,) = json.loads(as_visitor.get(f"/events/{event.pk}/sources.json").content)
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "The Gazette"
    assert item["issued"] == {"date-parts": [[2002, 9, 18]]}
    assert item["URL"] == "https://a.example/1"
    assert item["accessed"] == {"date-parts": [[2026, 11, 23]]}
    assert b"TY  - NEWS\r\n" in as_visitor.get(f"/events/{event.pk}/sources.ris").content
    assert "@misc{" in as_visitor.get(f"/events/{event.pk}/sources.bib").text
    assert '"@type": "NewsArticle"' in as_visitor.get(f"/events/{event.pk}/").text


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        (MINISTRY, ("webpage", "ELEC", "@online{", "WebPage")),
        (MINISTRY | {"url": ""}, ("document", "GEN", "@misc{", "CreativeWork")),
        (MINISTRY | {"url": "ftp://a.example/1"}, ("document", "GEN", "@misc{", "CreativeWork")),
        (
            {"publisher": "", "url": "https://a.example/1", "text": "A page."},
            ("webpage", "ELEC", "@online{", "WebPage"),
        ),
    ],
)
def test_what_is_published_otherwise_is_no_newspaper(fields, kinds, event, describe, as_visitor):
    describe(**fields)
    (item,) = json.loads(as_visitor.get(f"/events/{event.pk}/sources.json").content)
    ris, bib = (as_visitor.get(f"/events/{event.pk}/sources.{way}").text for way in ("ris", "bib"))
    page = as_visitor.get(f"/events/{event.pk}/").text
    assert item["type"] == kinds[0]
    assert item.get("publisher", "") == fields["publisher"]
    assert "container-title" not in item
    assert f"TY  - {kinds[1]}\n" in ris.replace("\r", "")
    assert bib.startswith(kinds[2])
    assert fields["publisher"] in bib
    assert f'"@type": "{kinds[3]}", "name": "The Niigata Gazette"' in page
    # Nothing says on which day a page was read that did not come here as an article.
    assert ("accessed" in item) == ("text" in fields)


def test_the_place_and_the_words_that_are_cited_stand_in_the_note(event, describe, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        citation = event.citations.get()
        citation.exact, citation.language = "They met\non Tuesday.", "en"
        citation.save()
    said = "page 1: “They met on Tuesday.”; Cited at http://testserver/events/"
    (item,) = json.loads(as_visitor.get(f"/events/{event.pk}/sources.json").content)
    assert item["note"].startswith(said)
    assert f"N1  - {said}" in as_visitor.get(f"/events/{event.pk}/sources.ris").text
    assert "note = {{page 1: “They met on Tuesday.”; Cited at" in as_visitor.get(f"/events/{event.pk}/sources.bib").text


def test_a_place_without_words_stands_there_alone(event, as_visitor):
    (item,) = json.loads(as_visitor.get(f"/events/{event.pk}/sources.json").content)
    assert item["note"].startswith("page 1; Cited at ")


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


def test_the_page_says_the_moment_to_programs(make_published, as_visitor):
    event = make_published(date="2017-11-28", time=datetime.time(23, 41), zone="Asia/Tokyo")
    text = as_visitor.get(f"/events/{event.pk}/").text
    said = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert said["startDate"] == "2017-11-28T23:41+09:00"


def test_the_page_says_what_it_is_to_programs(event, as_visitor):
    text = as_visitor.get(f"/events/{event.pk}/").text
    said = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert said["@type"] == "Event"
    assert said["startDate"] == "2002-09-17"
    assert said["citation"][0]["name"] == "The Niigata Gazette"
    assert '<meta property="og:title" content="50 % of {all} &amp; more">' in text
    assert f'<link rel="canonical" href="http://testserver/events/{event.pk}/">' in text
