"""A long form is not left by mistake: no browser keeps a page of who is signed in, so Back would empty it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from timeline.records.models import Article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIELDS = {
    "ingest:article_new": "#id_text", "ingest:article_edit": "#id_title", "arrange:event_new": "#id_headline_en",
    "arrange:event_edit": "#id_headline_en", "arrange:citation_new": "#id_source_title",
    "arrange:chronology_new": "#id_title", "arrange:chronology_edit": "#id_title",
}  # fmt: skip


@pytest.fixture
def asked(page):
    """The questions that the browser asked before a page was left; each is answered with "stay"."""
    kinds = []

    def stay(dialog):
        kinds.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return kinds


@pytest.fixture
def begin(page, live_server, sign_in, checker, make_article, make_event, make_chronology):
    """Open a form, coming from another page."""
    sign_in(checker)
    article, event, chronology = make_article(), make_event(), make_chronology()
    given = {
        "ingest:article_edit": [article.pk], "arrange:event_edit": [event.pk], "arrange:citation_new": [event.pk],
        "arrange:chronology_edit": [chronology.slug],
    }  # fmt: skip

    def make(form):
        page.goto(f"{live_server.url}/arrange/")
        page.goto(live_server.url + reverse(form, args=given.get(form)))
        return page.locator(FIELDS[form])

    return make


def leave(page):
    """Follow a link of the masthead, as a hand that slips does."""
    page.get_by_role("banner").get_by_role("link").first.click(no_wait_after=True)


@pytest.mark.parametrize("form", FIELDS)
def test_the_browser_asks_before_what_was_typed_is_left(form, begin, page, asked):
    field = begin(form)
    field.click()
    field.press_sequentially("Mine")
    typed = field.input_value()
    address = page.url
    for way in (leave, lambda page: page.evaluate("setTimeout(() => history.back())")):
        with page.expect_event("dialog"):
            way(page)
        expect(page).to_have_url(address)
        expect(field).to_have_value(typed)
    assert asked == ["beforeunload"] * 2


def test_nothing_is_asked_where_nothing_was_typed_or_all_was_sent(begin, page, asked, live_server):
    begin("ingest:article_new").click()
    leave(page)
    expect(page).to_have_url(f"{live_server.url}/")
    begin("ingest:article_new").fill("They met on Wednesday.")
    page.locator("#id_title").fill("Two sides")
    page.locator("#id_published_on").fill("2 May 2019")
    page.get_by_role("button", name="Store and find dates").click()
    expect(page.locator("#candidate-title")).to_be_visible()
    assert Article.objects.count() == 2
    assert asked == []


def test_what_was_refused_is_still_asked_about(begin, page, asked):
    begin("ingest:article_new").fill("They met on Wednesday.")
    page.get_by_role("button", name="Store and find dates").click()
    expect(page.locator("#errors")).to_be_focused()
    with page.expect_event("dialog"):
        leave(page)
    expect(page.locator("#id_text")).to_have_value("They met on Wednesday.")
    assert asked == ["beforeunload"]
