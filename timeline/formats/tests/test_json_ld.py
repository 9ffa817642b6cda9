"""An event and a chronology in the words of schema.org."""

import datetime
import json

import pytest

from timeline.dates import edtf
from timeline.formats.json_ld import ChronologyPage, EventPage, write_chronology, write_event
from timeline.formats.works import Kind, Work

ADDRESS = "https://a.example/events/7/"


def event(**fields):
    given = {"address": ADDRESS, "headline": "Talks are held", "language": "en", **fields}
    return json.loads(write_event(EventPage(**given)))


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2017-07-28", {"startDate": "2017-07-28"}),
        ("2017-07-28/2017-08-02", {"startDate": "2017-07-28", "endDate": "2017-08-02"}),
        ("2017-07-28/..", {"startDate": "2017-07-28"}),
        ("2017-07-28/2017-08", {"startDate": "2017-07-28"}),
        # An end without a beginning says nothing to who reads it.
        ("2017-07/2017-08-02", {}), ("../2017-08-02", {}), ("2017-07-28~/2017-08-02", {}),
        ("2017-07", {}), ("2017", {}), ("2017-07-28~", {}), ("2017-07-28?", {}), ("-0043", {}),
        ("[2017-09..2017-12]", {}), ("{2017-07-28,2017-07-30}", {}),
    ],
)  # fmt: skip
def test_a_day_is_given_only_where_it_is_known(date, days):
    said = event(date=edtf.parse(date))
    assert {name: said[name] for name in ("startDate", "endDate") if name in said} == days


@pytest.mark.parametrize(
    ("time", "zone", "said"),
    [
        ("23:41", "Asia/Tokyo", "2017-11-28T23:41+09:00"), ("23:41:07", "Asia/Tokyo", "2017-11-28T23:41:07+09:00"),
        ("00:00", "UTC", "2017-11-28T00:00+00:00"), ("13:41", "America/New_York", "2017-11-28T13:41-05:00"),
        ("23:41", None, "2017-11-28T23:41"), ("23:41", "Nowhere/Else", "2017-11-28T23:41"),
        ("23:41", "+08:30", "2017-11-28T23:41+08:30"),
    ],
)  # fmt: skip
def test_a_moment_has_its_time_and_zone_where_they_are_known(time, zone, said):
    date = edtf.parse("2017-11-28").at(datetime.time.fromisoformat(time), zone)
    assert event(date=date)["startDate"] == said
    assert datetime.datetime.fromisoformat(said)


def test_an_undated_event_says_nothing_of_when():
    assert "startDate" not in event()


def test_it_names_its_sources_its_version_and_its_chronology():
    source = Work(
        key="s1", kind=Kind.NEWS, title="They meet", container="The Gazette", issued=(2017, 7), url="https://b.example/"
    )
    said = event(version="3", chronology="Talks", chronology_address="https://a.example/c/", citations=[source])
    assert said["citation"] == [
        {
            "@type": "NewsArticle", "name": "They meet", "publisher": {"@type": "Organization", "name": "The Gazette"},
            "datePublished": "2017-07", "url": "https://b.example/",
        }
    ]  # fmt: skip
    assert said["subjectOf"]["version"] == "3"
    assert said["subjectOf"]["isPartOf"]["name"] == "Talks"


@pytest.mark.parametrize(
    ("kind", "type"), [(Kind.NEWS, "NewsArticle"), (Kind.PAGE, "WebPage"), (Kind.OTHER, "CreativeWork")]
)
def test_a_source_is_called_what_it_is(kind, type):
    (said,) = event(citations=[Work(key="s1", kind=kind, title="They meet", publisher="The Ministry")])["citation"]
    assert said["@type"] == type
    assert said["publisher"]["name"] == "The Ministry"


def test_nothing_within_it_ends_the_element_that_it_stands_in():
    written = write_event(EventPage(address=ADDRESS, headline="</script><!-- \u2028", language="en"))
    assert not set(written.decode()) & set("<>&\u2028")
    assert json.loads(written)["name"] == "</script><!-- \u2028"


def test_a_chronology_names_its_years_and_what_can_be_taken_along():
    page = ChronologyPage(
        address="https://a.example/c/", title="Talks", language="en", years=(988, 2025), version="2026-11-23",
        downloads=[("text/calendar", "https://a.example/c/calendar.ics")],
    )  # fmt: skip
    said = json.loads(write_chronology(page))
    assert said["temporalCoverage"] == "0988/2025"
    assert said["distribution"][0]["encodingFormat"] == "text/calendar"


@pytest.mark.parametrize(
    ("terms", "license"),
    [
        ({"license": "https://a.example/by", "license_name": "BY"}, "https://a.example/by"),
        ({"license_name": "all rights reserved"}, {"@type": "CreativeWork", "name": "all rights reserved"}),
        ({}, None),
    ],
)
def test_a_licence_is_told_by_its_address_or_else_its_name(terms, license):
    page = ChronologyPage(address=ADDRESS, title="Talks", language="en", method=f"{ADDRESS}#about", **terms)
    said = json.loads(write_chronology(page))
    assert said.get("license") == license
    assert event(**terms)["subjectOf"].get("license") == license
    assert said["publishingPrinciples"] == f"{ADDRESS}#about"


@pytest.mark.parametrize(
    ("years", "said"), [((-26, 2014), "-0026/2014"), ((0, 14), "0000/0014"), ((-500, -43), "-0500/-0043"), (None, None)]
)
def test_years_before_christ_are_counted_as_iso_8601_counts_them(years, said):
    page = ChronologyPage(address="https://a.example/c/", title="Talks", language="en", years=years)
    assert json.loads(write_chronology(page)).get("temporalCoverage") == said
