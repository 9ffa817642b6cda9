"""Feeds, the calendar and the page that lists what can be taken along."""

import datetime
import json
import re

import pytest
from lxml import etree

from timeline.conftest import NOW
from timeline.public.take_along import calendar, calendar_files
from timeline.records.models import Entry, Verb, open_change

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def base(chronology):
    return f"/chronologies/{chronology.slug}/"


def days_of(answer):
    return answer.content.replace(b"\r\n ", b"").decode().split("\r\n")


def test_the_newest_events_come_first(make_event, publish, chronology, base, as_visitor):
    for number in range(3):
        entry = publish(make_event(f"Event {number}", checked=True), chronology)
        with open_change(by=None, at=NOW, verb=Verb.PUBLISH):
            entry.published_since = NOW + datetime.timedelta(days=number)
            entry.save()
    answer = as_visitor.get(f"{base}feed.atom")
    root = etree.fromstring(answer.content)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    titles = [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]
    assert titles == [f"17 September 2002: Event {number}" for number in (2, 1, 0)]
    assert root.findtext(f"{ATOM}updated") == "2026-11-25T12:00:00Z"
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href").startswith("http://testserver/events/")


def test_an_empty_feed_is_one_all_the_same(base, as_visitor):
    root = etree.fromstring(as_visitor.get(f"{base}feed.atom").content)
    for name in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{name}") is not None


def test_a_feed_is_in_the_language_of_its_address(make_published, base, as_visitor):
    make_published()
    root = etree.fromstring(as_visitor.get(f"/ja{base}feed.atom").content)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"
    assert root.find(f"{ATOM}entry").get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    english = etree.fromstring(as_visitor.get(f"{base}feed.atom").content)
    assert root.findtext(f"{ATOM}id") != english.findtext(f"{ATOM}id")
    assert root.find(f"{ATOM}entry").findtext(f"{ATOM}id") == english.find(f"{ATOM}entry").findtext(f"{ATOM}id")


def test_a_title_and_its_date_are_in_one_language(make_published, add_wording, base, as_visitor):
    event = make_published("Talks", "2002-09-17")
    titles = "{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}title"
    assert (
        etree.fromstring(as_visitor.get(f"/ja{base}feed.atom").content).findtext(titles) == "17 September 2002: Talks"
    )
    add_wording(event, "ja", "会談")
    assert "2002年9月17日" in etree.fromstring(as_visitor.get(f"/ja{base}feed.atom").content).findtext(titles)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        event.wordings.all().delete()
    add_wording(event, "lv", "Sarunas")
    assert etree.fromstring(as_visitor.get(f"/ja{base}feed.atom").content).findtext(titles) == "Sarunas"


def test_a_feed_names_its_page_in_each_language(make_published, base, as_visitor):
    make_published()
    root = etree.fromstring(as_visitor.get(f"/ja{base}feed.atom").content)
    pages = {link.get("hreflang"): link.get("href") for link in root.findall(f"{ATOM}link[@rel='alternate']")}
    assert pages == {
        code: f"http://testserver{'' if code == 'en' else '/' + code}{base}" for code in ("en", "ja", "ko")
    }


def test_drafts_are_in_no_feed_and_no_calendar(make_published, make_event, publish, chronology, base, as_visitor):
    make_published("Seen")
    publish(make_event("A draft"), chronology)
    for name in ("feed.atom", "calendar.ics"):
        text = as_visitor.get(f"{base}{name}").text
        assert "Seen" in text
        assert "A draft" not in text


def test_the_calendar_has_exact_days_and_says_what_it_leaves_out(make_published, base, as_visitor):
    event = make_published("Exact, it is", "2017-07-28")
    for date in ("2017-07", "2017-07-29~", "-0043", "-0043-03-15", "2017-08-01/2017-08~", "2017-08/2017-09"):
        make_published(f"Fuzzy {date}", date)
    answer = as_visitor.get(f"{base}calendar.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    lines = days_of(answer)
    assert [line for line in lines if line.startswith("SUMMARY")] == ["SUMMARY;LANGUAGE=en:Exact\\, it is"]
    assert "DTEND;VALUE=DATE:20170729" in lines
    assert f"UID:event-{event.pk}@testserver" in lines
    assert (
        "X-WR-CALDESC:5 events without an exact day are left out."
        " 1 exact day before the year 1 is left out: no calendar has it."
    ) in lines


def test_what_lasted_from_a_known_day_to_another_has_all_its_days(make_published, base, as_visitor):
    make_published("They meet", "2004-05-26/2004-05-28")
    make_published("They still talk", "2004-05-26/..")
    lines = days_of(as_visitor.get(f"{base}calendar.ics"))
    assert [line for line in lines if line.startswith(("DTSTART", "DTEND"))] == [
        "DTSTART;VALUE=DATE:20040526", "DTEND;VALUE=DATE:20040529",
    ]  # fmt: skip
    assert "X-WR-CALDESC:1 event without an exact day is left out." in lines
    text = as_visitor.get(f"{base}take-along/").text
    assert "1 event has an exact day." in text
    assert "1 event has none" in text


def test_a_calendar_says_in_which_language_its_words_are(make_published, add_wording, base, as_visitor):
    add_wording(make_published("Talks", "2004-05-26"), "ja", "会談")
    lines = days_of(as_visitor.get(f"/ja{base}calendar.ics"))
    assert "SUMMARY;LANGUAGE=ja:会談" in lines
    assert "NAME;LANGUAGE=en:Japan and North Korea" in lines
    assert any(line.startswith("DESCRIPTION;LANGUAGE=ja:") for line in lines)


def test_the_calendar_is_narrowed_like_the_timeline(make_published, base, as_visitor):
    make_published("Early", "1990-05-05", themes=("talks",))
    make_published("Late", "2017-07-28", themes=("talks",))
    make_published("Other", "2017-07-29", themes=("weapons",))
    text = as_visitor.get(f"{base}calendar.ics?theme=talks&from=2000").text
    assert [name for name in ("Early", "Late", "Other") if name in text] == ["Late"]


def test_what_somebody_adds_to_an_address_does_not_stand_in_the_file_of_others(make_published, base, as_visitor):
    make_published(themes=("talks",))
    lines = days_of(as_visitor.get(f"{base}calendar.ics?anything=odd&theme=talks"))
    assert [line for line in lines if line.startswith("SOURCE")] == [
        f"SOURCE;VALUE=URI:http://testserver{base}calendar.ics?theme=talks"
    ]
    assert "odd" not in "".join(lines)


def test_a_calendar_says_which_filter_it_does_not_know(make_published, base, as_visitor):
    make_published()
    lines = days_of(as_visitor.get(f"{base}calendar.ics?theme=Typo"))
    assert any(line.startswith("X-WR-CALDESC:Not used:") and "Typo" in line for line in lines)


def test_a_calendar_holds_so_many_days_and_says_so(many, base, as_visitor, monkeypatch):
    monkeypatch.setattr(calendar, "MOST", 10)
    many(25)
    answer = as_visitor.get(f"{base}calendar.ics")
    assert answer.content.count(b"BEGIN:VEVENT") == 10
    said = answer.content.replace(b"\r\n ", b"").decode()
    assert "15 exact days more are left out here" in said


def test_a_narrowed_calendar_holds_fewer_days_and_leads_on_to_all_of_them(many, base, as_visitor, monkeypatch):
    monkeypatch.setattr(calendar, "PAGE", 10)
    many(25)
    assert as_visitor.get(f"{base}calendar.ics").text.count("BEGIN:VEVENT") == 25
    address, found, files = f"{base}calendar.ics?from=1990", [], 0
    while address:
        said = as_visitor.get(address).content.replace(b"\r\n ", b"").decode()
        assert said.count("BEGIN:VEVENT") <= 10
        found += re.findall(r"^UID:(.*)\r$", said, re.MULTILINE)
        leads = re.search(r"X-WR-CALDESC:.*follow at (http://testserver\S+after=\d+)", said)
        address, files = leads[1].removeprefix("http://testserver") if leads else "", files + 1
    assert (len(found), len(set(found)), files) == (25, 25, 3)


@pytest.mark.parametrize("query", ["from=2001&to=1990", "theme=Typo", "after=99999999", "after=x", "from=0000&to=9999"])
def test_no_odd_question_makes_a_long_calendar(query, many, base, as_visitor, monkeypatch):
    monkeypatch.setattr(calendar, "PAGE", 10)
    many(25)
    answer = as_visitor.get(f"{base}calendar.ics?{query}")
    assert answer.status_code == 200
    assert answer.text.count("BEGIN:VEVENT") == 10


def test_a_day_of_a_calendar_is_told_in_the_language_of_the_page(make_published, add_wording, base, as_visitor):
    add_wording(make_published("Talks", "2004-05-26"), "ja", "会談", summary="平壌で。")
    lines = days_of(as_visitor.get(f"/ja{base}calendar.ics"))
    assert "SUMMARY;LANGUAGE=ja:会談" in lines
    assert "SUMMARY;LANGUAGE=en:Talks" in days_of(as_visitor.get(f"/ko{base}calendar.ics"))


def test_where_one_file_does_not_hold_all_days_others_do(many, make_published, base, as_visitor, monkeypatch):
    monkeypatch.setattr(calendar_files, "MOST", 3)
    monkeypatch.setattr(calendar, "MOST", 3)
    monkeypatch.setattr(calendar, "PAGE", 1)
    for year in (1990, 1991):
        make_published(f"In {year}", f"{year}-05-05")
    for day in range(1, 5):
        make_published(f"On {day}", f"2017-{6 + day % 2:02d}-{day:02d}")
    text = as_visitor.get(f"{base}take-along/").text
    listed = re.findall(r'href="([^"]*calendar\.ics\?[^"]*)">([^<]*)<', text)
    assert [words for _href, words in listed][:2] == ["1990–2016", "January 2017"]
    assert len(listed) == 13
    days = [as_visitor.get(href.replace("&amp;", "&")).text.count("BEGIN:VEVENT") for href, _words in listed]
    assert sum(days) == 6
    assert max(days) <= 3


@pytest.mark.parametrize(
    "query", ["from=0", "from=99999", "from=x&to=y", "q=%25%25%25", "lane=Z", f"q={'a' * 9000}", "%00=1"]
)
def test_a_crooked_question_gets_a_calendar(query, make_published, base, as_visitor):
    make_published()
    assert as_visitor.get(f"{base}calendar.ics?{query}").status_code == 200


def test_the_page_lists_all_of_it_in_full(make_published, base, as_visitor):
    make_published("Exact", "2017-07-28")
    make_published("Fuzzy", "2017-07")
    text = as_visitor.get(f"{base}take-along/").text
    for name in ("feed.atom", "corrections/feed.atom", "calendar.ics"):
        assert f"http://testserver{base}{name}" in text
    assert "1 event has an exact day." in text
    assert "1 event has none" in text
    assert f'href="{base}cite.bib"' in text
    said = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert said["@type"] == "Dataset"
    assert said["temporalCoverage"] == "2017/2017"
    assert len(said["distribution"]) == 6


def test_the_timeline_says_the_same_to_programs_unless_it_is_narrowed(make_published, base, as_visitor):
    make_published("Exact", "2017-07-28", themes=("talks",))
    mark = '<script type="application/ld+json">'
    for address in (base, f"{base}take-along/"):
        said = json.loads(as_visitor.get(address).text.partition(mark)[2].partition("</script>")[0])
        assert said["@id"] == f"http://testserver{base}"
        assert said["temporalCoverage"] == "2017/2017"
        kinds = [file["encodingFormat"] for file in said["distribution"]]
        assert kinds.count("application/atom+xml") == 2
        assert {"text/calendar", "application/x-bibtex"} <= set(kinds)
    assert mark not in as_visitor.get(f"{base}?theme=talks").text


def test_the_timeline_and_each_event_lead_there(make_published, base, as_visitor):
    event = make_published()
    for address in (base, f"/events/{event.pk}/"):
        assert f'href="{base}take-along/"' in as_visitor.get(address).text
    assert f'type="application/atom+xml" title="New events (Atom)" href="{base}feed.atom"' in as_visitor.get(base).text


def test_what_is_taken_along_is_fresh(make_published, base, as_visitor):
    event = make_published("Seen")
    assert "Seen" in as_visitor.get(f"{base}feed.atom").text
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry = Entry.objects.get(event=event)
        entry.published_since = None
        entry.save()
    for name in ("feed.atom", "calendar.ics"):
        assert "Seen" not in as_visitor.get(f"{base}{name}").text


@pytest.fixture
def two(make_published):
    make_published("Talks", "2002-09-17", themes=("talks",))
    make_published("Some talks", "2003", themes=("talks",))
    make_published("Missile", "2017-07-28")


@pytest.mark.parametrize("rest", ["", "table/", "table/?order=latest", "one/"])
def test_search_and_filters_lead_to_what_is_taken_along(rest, two, base, as_visitor):
    sign = "&" if "?" in rest else "?"
    text = as_visitor.get(f"{base}{rest}{sign}q=talks&theme=talks&utm=7").text
    assert f'href="{base}take-along/?q=talks&amp;theme=talks"' in text


def test_calendar_and_frames_are_of_what_search_and_filters_leave(two, base, as_visitor):
    text = as_visitor.get(f"{base}take-along/?q=talks&theme=talks").text
    for address in ("calendar.ics?q=talks&amp;theme=talks", "embed/?q=talks&amp;theme=talks"):
        assert f"http://testserver{base}{address}" in text
    # What is copied stands in a text field: there HTML is escaped once more.
    assert f"{base}one/?q=talks&amp;amp;theme=talks&amp;amp;bare=1" in text
    assert "1 event has an exact day." in text
    assert "1 event has none" in text
    narrowed = text.partition('id="narrowed"')[2].partition("</div>")[0]
    assert '<span class="quiet">Theme</span> <bdi>talks</bdi>' in narrowed
    assert f'href="{base}take-along/"' in narrowed
    assert f'href="{base}?q=talks&amp;theme=talks"' in narrowed
    for name in ("feed.atom", "corrections/feed.atom"):
        assert f'<dd class="num">http://testserver{base}{name}</dd>' in text


def test_without_filters_the_page_says_nothing_of_them(two, base, as_visitor):
    assert 'id="narrowed"' not in as_visitor.get(f"{base}take-along/").text


def test_a_filter_that_nothing_has_is_said_and_not_taken_along(two, base, as_visitor):
    text = as_visitor.get(f"{base}take-along/?lane=Z&from=2002").text
    assert "nothing here has “Z”" in text
    assert f"http://testserver{base}calendar.ics?from=2002<" in text


def test_of_more_days_than_a_narrowed_file_holds_the_page_says_so(two, base, as_visitor, monkeypatch):
    monkeypatch.setattr("timeline.public.take_along.offers.PAGE", 1)
    said = "A file holds 1 of these days at most"
    assert said in as_visitor.get(f"{base}take-along/?from=2000").text
    assert said not in as_visitor.get(f"{base}take-along/?from=2017").text
    assert said not in as_visitor.get(f"{base}take-along/").text
