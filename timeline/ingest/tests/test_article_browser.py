"""The pages of articles in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page, live_server, sign_in, researcher):
    sign_in(researcher)
    return lambda path: page.goto(f"{live_server.url}{path}")


def test_axe_finds_nothing_on_the_pages_of_articles(desk, page, axe, make_article):
    desk("/articles/")
    axe(page)
    article = make_article("They met on Wednesday. Until 2017 they had not.")
    desk("/articles/")
    axe(page)
    desk("/articles/new/")
    axe(page)
    desk(reverse("ingest:article_edit", args=[article.pk]))
    axe(page)
    page.locator("#id_published_on").fill("16 May 2019")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#redated")).to_contain_text("1 date changes")
    axe(page)


def test_a_refused_form_is_told_first_and_its_lines_lead_to_the_fields(desk, page, axe):
    desk("/articles/new/")
    page.locator("#id_text").fill("They met on Wednesday.")
    page.locator("#id_title").fill("Two sides")
    page.locator("#id_published_on").fill("2.5.2019")
    page.get_by_role("button", name="Store and find dates").click()
    expect(page.locator("#errors")).to_be_focused()
    axe(page)
    expect(page.locator("#id_text")).to_have_value("They met on Wednesday.")
    page.get_by_role("button", name="Thursday 2 May 2019").click()
    expect(page.locator("#candidate-title")).to_contain_text("Wednesday")


def test_a_page_of_html_is_read_shown_and_confirmed(desk, page, tmp_path):
    file = tmp_path / "ferry.html"
    file.write_text(
        '<html lang="en"><head><title>Ferry</title><meta property="article:published_time" content="2019-05-02">'
        "</head><body><article><p>The two sides met on Wednesday and put the ferry plan off.</p></article>"
    )
    desk("/articles/new/")
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="Store and find dates").click()
    expect(page.locator("#was-read")).to_contain_text("confirm it")
    expect(page.locator("#id_published_on")).to_have_value("2019-05-02")
    page.get_by_role("button", name="Store and find dates").click()
    expect(page.locator(".reads-as")).to_contain_text("Wednesday 1 May 2019")


def test_the_day_of_a_page_in_utc_is_chosen_by_its_button(desk, page, axe, tmp_path):
    file = tmp_path / "works.html"
    file.write_text(
        '<html lang="en"><head><meta property="article:published_time" content="2024-05-01T22:30:00Z">'
        "<title>Works</title></head><body><article><p>The works ended on Wednesday, the city said.</p></article>"
    )
    desk("/articles/new/")
    page.locator("#id_zone").fill("Tokyo")
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="Store and find dates").click()
    expect(page.locator("#choice")).to_contain_text("counted in Tokyo")
    expect(page.locator("#id_published_on")).to_have_value("")
    axe(page)
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator("html")).to_have_js_property("scrollWidth", 360)
    page.get_by_role("button", name="Thursday 2 May 2024").click()
    expect(page.locator(".reads-as")).to_contain_text("Wednesday 1 May 2024")


@pytest.mark.parametrize("width", [320, 360, 900, 1280])
def test_nothing_scrolls_sideways(desk, page, width, make_article):
    article = make_article("They met on Wednesday.", title="A title that is rather long " * 4)
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/articles/", "/articles/new/", reverse("ingest:article_edit", args=[article.pk])):
        desk(path)
        expect(page.locator("html")).to_have_js_property("scrollWidth", width)


def test_an_article_in_the_wrong_language_is_corrected_at_the_desk(desk, page, axe, make_article):
    article = make_article("Das Schiff kam zuletzt, und am 3. März fuhr es wieder ab.", language="en")
    desk(reverse("review:review", args=[article.pk]))
    expect(page.locator("#languages-said")).to_contain_text("English")
    axe(page)
    page.get_by_role("button", name="Deutsch").click()
    expect(page.locator(".reads-as")).to_contain_text("3 March 2019")
    expect(page.locator(".docket")).to_contain_text("read as Deutsch")
