"""What programs that walk the web read."""

import pytest
from django.conf import settings
from lxml import etree

from timeline.conftest import NOW
from timeline.formats import sitemap
from timeline.public.filters import LABELS
from timeline.public.take_along import sitemaps
from timeline.records.models import Entry, Verb, open_change

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IN_LANGUAGES = {"en": "", "ja": "/ja", "ko": "/ko"}
LINK = "{http://www.w3.org/1999/xhtml}link"


def addresses(answer):
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return [loc.text for loc in etree.fromstring(answer.content).iter(f"{SITEMAP}loc")]


def test_robots_are_told_where_the_sitemap_is(as_visitor, db):
    answer = as_visitor.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Sitemap: http://testserver/sitemap.xml" in answer.text
    desk = ["arrange", "review", "articles", "imports", "admin", "sign-in", "password", "name", "reports", "*/embed"]
    states = ["theme", "from", "before", "eras", "preview"]
    for path in (*(f"/{room}/" for room in desk), *(f"/*?*{state}=" for state in states)):
        assert f"Disallow: {path}\n" in answer.text, path


def test_every_state_of_a_page_is_left_out_by_name():
    assert set(LABELS) | {"after", "before", "at", "preview"} <= set(sitemaps.STATES)


def test_decades_years_and_months_that_hold_events_are_listed(make_published, chronology, as_visitor):
    for date in ("2002-09-17", "2002-09-18", "2003", "1977-11", "-0043", "197X"):
        make_published("It happened", date)
    listed = addresses(as_visitor.get(f"/sitemap-periods-{chronology.slug}.xml"))
    assert listed == [
        f"http://testserver{code}/chronologies/{chronology.slug}/{path}"
        for path in ("2000s/", "1970s/", "2003/", "2002/", "1977/", "2002/09/", "1977/11/")
        for code in ("", "/ja", "/ko")
    ]
    for address in listed:
        assert as_visitor.get(address.removeprefix("http://testserver")).status_code == 200
    assert f"http://testserver/sitemap-periods-{chronology.slug}.xml" in addresses(as_visitor.get("/sitemap.xml"))


def test_a_sitemap_of_periods_costs_the_same_with_more_events(
    many, chronology, as_visitor, django_assert_max_num_queries, nothing_kept
):
    many(24)
    with django_assert_max_num_queries(10) as few:
        as_visitor.get(f"/sitemap-periods-{chronology.slug}.xml")
    many(240)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(f"/sitemap-periods-{chronology.slug}.xml")


def test_what_is_not_public_has_no_sitemap_of_its_own(make_chronology, as_visitor, as_checker):
    make_chronology("Hidden", "hidden", is_public=False)
    for client in (as_visitor, as_checker):
        assert client.get("/sitemap-periods-hidden.xml").status_code == 404
        assert client.get("/sitemap-periods-none.xml").status_code == 404


def test_the_list_leads_to_every_public_event(make_published, make_event, publish, chronology, as_visitor, monkeypatch):
    monkeypatch.setattr(sitemaps, "SIZE", 2)
    events = [make_published(f"Event {number}") for number in range(5)]
    publish(make_event("A draft"), chronology)
    listed = addresses(as_visitor.get("/sitemap.xml"))
    found = []
    for address in listed:
        found += addresses(as_visitor.get(address.removeprefix("http://testserver")))
    assert {f"http://testserver/events/{event.pk}/" for event in events} <= set(found)
    assert len([address for address in found if "/events/" in address]) == 5 * len(settings.LANGUAGES)
    assert f"http://testserver/chronologies/{chronology.slug}/" in found


def test_each_page_has_its_addresses_in_all_languages_and_the_day_of_its_change(make_published, as_visitor):
    event = make_published()
    root = etree.fromstring(as_visitor.get("/sitemap-events-0.xml").content)
    own = {code: f"http://testserver{path}/events/{event.pk}/" for code, path in IN_LANGUAGES.items()}
    assert [url.findtext(f"{SITEMAP}loc") for url in root] == [*own.values()]
    for url in root:
        assert url.findtext(f"{SITEMAP}lastmod") == "2026-11-23T12:00:00+00:00"
        links = {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}
        assert links == own | {"x-default": own["en"]}


def test_every_page_of_every_sitemap_leads_back_from_its_other_languages(make_published, chronology, as_visitor):
    """Programs believe what a page says of others only where these say the same of it."""
    make_published()
    for address in ("/sitemap-pages.xml", f"/sitemap-periods-{chronology.slug}.xml", "/sitemap-events-0.xml"):
        said = {}
        for url in etree.fromstring(as_visitor.get(address).content):
            said[url.findtext(f"{SITEMAP}loc")] = {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}
        assert said
        for loc, links in said.items():
            assert set(links) == {*IN_LANGUAGES, "x-default"}
            assert loc in links.values()
            assert all(said[other] == links for other in links.values())


def test_the_sitemaps_keep_to_what_one_may_hold():
    months = sitemaps.MOST_PERIODS
    assert len(settings.LANGUAGES) * (months + months + 999) <= sitemap.MOST
    assert len(settings.LANGUAGES) * sitemaps.SIZE <= sitemap.MOST
    chronologies = sitemaps.MOST_PAGES // len(sitemaps.OF_CHRONOLOGY) - 1
    assert len(settings.LANGUAGES) * (2 + chronologies * len(sitemaps.OF_CHRONOLOGY)) <= sitemap.MOST


def test_what_is_withdrawn_leaves_the_sitemap(make_published, as_visitor):
    event, _other = make_published(), make_published("Another")
    assert len(addresses(as_visitor.get("/sitemap-events-0.xml"))) == 2 * len(settings.LANGUAGES)
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry = Entry.objects.get(event=event)
        entry.published_since = None
        entry.save()
    assert len(addresses(as_visitor.get("/sitemap-events-0.xml"))) == len(settings.LANGUAGES)


@pytest.mark.parametrize("number", ["7", "9223372036854775807", "99999999999999999999", "x", "-1"])
def test_a_sitemap_without_events_is_none(number, make_published, as_visitor):
    make_published()
    assert as_visitor.get(f"/sitemap-events-{number}.xml").status_code == 404


def test_a_private_chronology_is_in_none(make_chronology, as_visitor):
    make_chronology("Hidden", "hidden", is_public=False)
    assert not [address for address in addresses(as_visitor.get("/sitemap-pages.xml")) if "hidden" in address]


def test_the_sitemap_of_pages_asks_no_more_for_more_chronologies(
    make_chronology, as_visitor, django_assert_max_num_queries, nothing_kept
):
    make_chronology("One", "one")
    with django_assert_max_num_queries(10) as few:
        as_visitor.get("/sitemap-pages.xml")
    for number in range(5):
        make_chronology(f"Further {number}", f"further-{number}")
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        assert "further-4" in as_visitor.get("/sitemap-pages.xml").text
