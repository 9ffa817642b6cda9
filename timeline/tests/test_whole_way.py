"""The whole way, in a real browser: paste an article, check its dates, arrange, check, publish, read."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from timeline.records.models import Article, Decision, Event

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "articles" / "afp-2019-05-02.txt"
PHRASES = [
    ("Thursday", "2019-05-02"),
    ("Wednesday", "2019-05-01"),
    ("Until late 2017", "../2017-12"),
    ("last week", "[2019-04-22..2019-04-28]"),
    ("Friday", "2019-04-26"),
    ("late May", "[2019-05-21..2019-05-31]"),
    ("Wednesday", "2019-05-01"),
    ("the 1970s and 1980s", "197X/198X"),
    ("in 2002", "2002"),
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.whole_way,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not ARTICLE.exists(), reason="needs ../shared/articles/afp-2019-05-02.txt, which is absent"),
]


def paste(page, base):
    page.goto(f"{base}/articles/new/")
    page.get_by_label("Text").first.fill(ARTICLE.read_text(encoding="utf-8"))
    page.get_by_label("Title").fill("Shinzo Abe offers to meet Kim Jong Un")
    page.get_by_label("Publisher").fill("AFP")
    page.get_by_label("Publication date").fill("2 May 2019")
    page.get_by_role("button", name="Store and find dates").click()


def accept(page, words, typed=""):
    expect(page.locator("#candidate-title")).to_contain_text(words)
    if typed:
        page.fill("#date-text", typed)
        expect(page.locator("#reading")).to_contain_text("Thursday 25 April 2019")
    page.locator("#accept").click()


def test_an_article_becomes_public(
    page, context, live_server, sign_in, axe, researcher, checker, make_chronology, browser
):
    chronology = make_chronology()
    lane, section = chronology.lanes.get(), chronology.sections.get()

    sign_in(researcher)
    paste(page, live_server.url)
    expect(page.locator("#candidate-title")).to_contain_text("Thursday")
    article = Article.objects.get()
    assert [(one.words, one.edtf) for one in article.mentions.all()] == PHRASES
    axe(page)

    page.select_option("#chronology", str(chronology.pk))
    page.select_option("#section", str(section.pk))
    page.locator(f"[name=lane][value='{lane.pk}']").check()
    accept(page, "Thursday")
    for place, (words, _edtf) in enumerate(PHRASES[1:], start=2):
        expect(page.locator("#candidate-title")).to_contain_text(f"phrase {place} of 9")
        accept(page, words, "25 April 2019" if words == "last week" else "")
    expect(page.locator("#last")).to_contain_text("in 2002")
    decisions = [one.decision for one in article.mentions.all()]
    assert decisions.count(Decision.CORRECTED) == 1
    assert decisions.count(Decision.ACCEPTED) == 8
    corrected = article.mentions.get(decision=Decision.CORRECTED)
    assert corrected.words == "last week"
    assert corrected.decided_edtf == "2019-04-25"
    assert Event.objects.count() == 9

    context.clear_cookies()
    sign_in(checker)
    for event in Event.objects.all():
        page.goto(f"{live_server.url}/arrange/events/{event.pk}/")
        page.get_by_role("button", name="Check: this is right").click()
        expect(page.get_by_role("link", name="As readers see it")).to_be_visible()
    page.goto(f"{live_server.url}/arrange/{chronology.slug}/")
    for event in Event.objects.filter(entries=None):
        page.locator(f"#event-{event.pk}").check()
    if Event.objects.filter(entries=None).exists():
        page.locator("#unplaced").get_by_role("button", name="Place the selected events").click()
    page.get_by_role("button", name="Publish 9 changes").click()
    expect(page.get_by_text("Everything checked is published")).to_be_visible()
    axe(page)

    reader = browser.new_context().new_page()
    reader.goto(f"{live_server.url}/chronologies/{chronology.slug}/")
    expect(reader.locator("li.event")).to_have_count(9)
    page_text = reader.locator("main").inner_text()
    assert "Kim met Russian President Vladimir Putin last week" in page_text
    meeting = Event.objects.get(edtf="2019-04-25")
    reader.goto(f"{live_server.url}/events/{meeting.pk}/")
    expect(reader.locator("main")).to_contain_text("Kim met Russian President Vladimir Putin last week")
    expect(reader.locator("main")).to_contain_text("25 April 2019")
    expect(reader.locator("main")).to_contain_text("Why this date")
    axe(reader)
