"""All ways to read in a real browser: accessible, no wider than a phone, at home in every scheme."""

import pytest
from playwright.sync_api import expect

from timeline.conftest import NOW
from timeline.records.models import Place, Verb, open_change

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/chronologies/japan-north-korea/"
PAGES = [
    "table/", "table/?place=Nowhere&order=latest", "map/", "map/?zoom=world", "one/", "one/?bare=1",
    "this-week/?day=2027-09-17", "coverage/", "lag/?lag=next", "compare/", "compare/?with=weapons",
    "as-known-on/2026-11-23/", "as-known-on/?day=soon", "names/place/?exactness=day",
]  # fmt: skip

IN_OTHER_LANGUAGES = [
    f"/ja{ADDRESS}table/", f"/ja{ADDRESS}this-week/?day=2027-09-17", f"/ko{ADDRESS}lag/?lag=next",
    f"/ko{ADDRESS}compare/?with=weapons", f"/ja{ADDRESS}one/",
]  # fmt: skip


@pytest.fixture
def published(make_published, make_chronology, publish, add_rival):
    """Events of several kinds of date, in a place that is known, from a source of the next day, in two chronologies."""
    other = make_chronology("Weapons", "weapons")
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        Place(name="Tokyo, Japan", latitude=35.68, longitude=139.77).save()
    days = ("1977-11-15", "2002-09-17", "2017", "197X", "2004-05-26/2004-05-28", "")
    made = [make_published(f"What happened {day}", day, words="then", place="Tokyo, Japan") for day in days]
    publish(made[1], other)
    add_rival(made[0], "1977-11-16")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = made[1].citations.get().source
        source.published = "2002-09-18"
        source.save()


def test_axe_finds_nothing_and_nothing_scrolls_sideways_on_a_phone(published, page, live_server, axe):
    page.set_viewport_size({"width": 360, "height": 800})
    said = []
    page.on("console", lambda message: said.append(message.text))
    for address in (*(ADDRESS + one for one in PAGES), *IN_OTHER_LANGUAGES):
        assert page.goto(live_server.url + address).status == 200
        axe(page)
        expect(page.locator("html")).to_have_js_property("scrollWidth", 360)
    assert said == []
