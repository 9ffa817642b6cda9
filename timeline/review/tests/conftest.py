"""An article on the desk, and its form as the page would send it."""

import pytest

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
