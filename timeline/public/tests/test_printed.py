"""What a printed page says at its foot, and what every file says of its licence."""

import json
import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from timeline.conftest import NOW
from timeline.records.models import Event, Verb, open_change


@pytest.fixture
def licensed(chronology):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        chronology.licence = "CC-BY-4.0"
        chronology.save()
    return chronology


def printed(answer):
    return answer.text.partition('data-printed="')[2].partition('"')[0].strip()


def test_a_timeline_names_its_address_with_its_state_and_its_day(make_published, chronology, as_visitor):
    make_published()
    answer = as_visitor.get(f"/chronologies/{chronology.slug}/?q=talks&utm=7")
    address = f"http://testserver/chronologies/{chronology.slug}/?q=talks"
    assert printed(answer) == f"Nenpyo · {address} · as of 23 November 2026"
    assert f'<p class="printed" aria-hidden="true">{printed(answer)}' in answer.text


WAYS = ["table/", "map/", "one/", "this-week/", "coverage/", "lag/", "compare/", "as-known-on/2026-11-23/"]
SPANS = ["2000s/", "2002/", "2002/09/"]


@pytest.mark.parametrize("rest", [*WAYS, *SPANS, "take-along/", "corrections/", "embed/"])
def test_each_page_of_a_chronology_names_its_day(rest, make_published, chronology, as_visitor):
    make_published()
    address = f"/chronologies/{chronology.slug}/{rest}"
    assert printed(as_visitor.get(address)) == f"Nenpyo · http://testserver{address} · as of 23 November 2026"


@pytest.mark.parametrize("rest", [*WAYS, *SPANS])
def test_each_way_to_read_shows_licence_method_and_the_way_out(rest, licensed, make_published, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        licensed.method = "By hand."
        licensed.save()
    make_published()
    base = f"/chronologies/{licensed.slug}/"
    foot = as_visitor.get(f"{base}{rest}").text.partition('<footer class="terms">')[2].partition("</footer>")[0]
    assert (
        'Licence: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener">CC BY 4.0</a>' in foot
    )
    for address in (f"{base}#about", f"{base}take-along/", f"{base}corrections/"):
        assert f'href="{address}"' in foot


def test_what_nobody_stated_is_not_shown(make_published, chronology, as_visitor):
    make_published()
    foot = as_visitor.get(f"/chronologies/{chronology.slug}/map/").text.partition('<footer class="terms">')[2]
    assert "Licence" not in foot
    assert "Method" not in foot


def test_lane_and_place_are_printed():
    paper = (settings.BASE_DIR / "static/css/timeline.css").read_text().partition("@media print {")[2]
    hidden = re.search(r"^  \.find, .*\{ display: none; \}$", paper, re.MULTILINE)
    assert ".meta" not in hidden[0]
    # These lead nowhere on paper.
    assert {".eras", ".figures > summary span"} <= set(hidden[0].strip().partition(" {")[0].split(", "))
    assert '"when meta"' in paper


def test_an_event_names_its_version(make_published, as_visitor):
    event = Event.objects.get(pk=make_published().pk)
    foot = printed(as_visitor.get(f"/events/{event.pk}/"))
    assert foot == f"Nenpyo · http://testserver/events/{event.pk}/ · version {event.version} of 23 November 2026"


def test_a_page_of_the_desk_and_an_error_say_no_more_than_the_name(as_checker, as_visitor):
    assert printed(as_checker.get("/articles/")) == "Nenpyo"
    assert printed(as_visitor.get("/none/")) == "Nenpyo"


def test_what_is_typed_ends_no_attribute(chronology, as_visitor):
    answer = as_visitor.get(f"/chronologies/{chronology.slug}/", {"q": '"><script>alert(1)</script>'})
    assert "<script>alert" not in answer.text


def test_every_file_carries_the_licence(licensed, make_published, as_visitor):
    event = make_published("Talks", "2002-09-17")
    base, url = f"/chronologies/{licensed.slug}/", "https://creativecommons.org/licenses/by/4.0/"
    assert f"<rights>CC BY 4.0 {url}</rights>" in as_visitor.get(f"{base}feed.atom").text
    assert f"Licence: CC BY 4.0 {url}." in as_visitor.get(f"{base}calendar.ics").text.replace("\r\n ", "")
    for address in (f"{base}cite.json", f"/events/{event.pk}/cite.json"):
        assert url in json.loads(as_visitor.get(address).content)[0]["note"]
    for address in (f"{base}take-along/", f"/events/{event.pk}/", f"{base}embed/"):
        assert url in as_visitor.get(address).text


def test_every_file_leads_to_the_method(licensed, make_published, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        licensed.method = "By hand."
        licensed.save()
    event = make_published("Talks", "2002-09-17")
    base, method = f"/chronologies/{licensed.slug}/", f"http://testserver/chronologies/{licensed.slug}/#about"
    of_event = f"/events/{event.pk}/"
    for address in (
        base, *(f"{base}{name}" for name in ("feed.atom", "corrections/feed.atom", "calendar.ics", "take-along/")),
        *(f"{base}cite.{way}" for way in ("json", "ris")), of_event,
        *(f"{of_event}{name}" for name in ("cite.json", "cite.ris", "sources.json", "sources.ris")),
    ):  # fmt: skip
        assert method in as_visitor.get(address).text.replace("\r\n ", ""), address
    for address in (f"{base}cite.bib", f"{of_event}cite.bib", f"{of_event}sources.bib"):
        assert r"japan-north-korea/\#about" in as_visitor.get(address).text
    for frame in ("embed/", "one/?bare=1"):
        text = as_visitor.get(f"{base}{frame}").text
        assert f'href="{base}#about" target="_blank"' in text
        assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert b"CC BY 4.0 https" in as_visitor.get(f"/events/{event.pk}/card.png").content


def test_a_licence_without_an_address_is_told_by_its_name(licensed, make_published, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        licensed.licence = "all-rights-reserved"
        licensed.save()
    event = make_published("Talks", "2002-09-17")
    text = as_visitor.get(f"/events/{event.pk}/").text
    assert '"license": {"@type": "CreativeWork", "name": "all rights reserved"}' in text
    assert '<meta name="dcterms.rights" content="all rights reserved">' in text
    assert "(all rights reserved)" in as_visitor.get(f"/events/{event.pk}/sources.ris").text


def test_what_other_pages_call_about_is_not_taken_for_a_chronology():
    """Pages of the desk have their own words under these names."""
    assert (
        render_to_string("_printed.html", {"about": {"day": "Monday", "edition": 1}, "shown": "all"}).strip()
        == "Nenpyo"
    )


def test_what_leads_nowhere_on_paper_is_not_printed_and_dates_and_crumbs_break_well():
    styles = {name: (settings.BASE_DIR / f"static/css/{name}.css").read_text() for name in ("base", "map", "table")}
    assert ".places :is(th, td):last-child" in styles["map"].rpartition("@media print")[2]
    assert ".events-table .date:lang(ja) { word-break: keep-all; }" in styles["table"]
    # A line may end with the sign between two crumbs, and never begins with it.
    assert ".crumbs li + li::before" not in styles["base"]
    assert '.crumbs li:not(:last-child)::after { content: "›"' in styles["base"]


def test_on_paper_months_have_room_for_their_names_and_a_month_alone_has_the_width_of_the_page():
    year = (settings.BASE_DIR / "static/css/year.css").read_text().partition("@media print {")[2]
    assert ".year-list .year { grid-template-columns: 22mm minmax(0, 1fr); }" in year
    assert ".year-list .year-head:not(:has(a)) + .year-body { grid-column: 1 / -1; }" in year
