"""An article on the desk, and its form as the page would send it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from timeline.records.models import Mention

TEXT = (
    "Snow fell. The two sides met on Wednesday. He flew to Vladivostok last week. "
    "They will meet in late May. Nothing is known of the ferry."
)


@pytest.fixture
def article(make_article):
    return make_article(TEXT, title="Two sides meet")


@pytest.fixture
def mention(article):
    """ "Wednesday", 1 May 2019."""
    return article.mentions.first()


@pytest.fixture
def last_week(article):
    return article.mentions.get(words="last week")


@pytest.fixture
def typed():
    """The form of a mention with some fields typed."""

    def make(mention, **fields):
        now = Mention.objects.get(pk=mention.pk)
        date = fields.get("date", now.words)
        return {"version": now.version, "headline": "The two sides meet", "date": date, "date_read": date} | fields

    return make


@pytest.fixture
def desk(as_researcher, article):
    def get(**asked):
        return as_researcher.get(reverse("review:review", args=[article.pk]), asked)

    return get


@pytest.fixture
def open_desk(page, live_server, sign_in, researcher, article):
    """The desk of the article, at its first phrase; whatever the console or the policy refuses fails the test."""
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if "Content Security" in said.text else None)
    sign_in(researcher)

    def go(**asked):
        query = "&".join(f"{key}={value}" for key, value in asked.items())
        page.goto(f"{live_server.url}{reverse('review:review', args=[article.pk])}?{query}")
        expect(page.locator("#candidate-title")).to_be_visible()
        return page

    yield go
    assert not problems


def decisions():
    return [mention.decision for mention in Mention.objects.order_by("start")]


def at(page, number):
    expect(page.locator("#candidate-title .hidden-text")).to_contain_text(f"phrase {number} of 3")
    # A key pressed before the part that came is made ready sends its form as a browser without script does.
    expect(page.locator(".htmx-added, .htmx-swapping, .htmx-settling")).to_have_count(0)
