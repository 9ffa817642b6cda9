"""Signs that turn the direction of writing are left out of lines, and who sent them is told."""

import pytest
from django.urls import reverse

from timeline.records.models import Actor, Article, Event, Place
from timeline.transfer.tests.conftest import bring_in, codes, plan  # noqa: F401
from timeline.web.turning import straight

TURNED = "The \u202eBay\u202c Post \u202d2019"
STRAIGHT = "The Bay Post 2019"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (TURNED, STRAIGHT),
        ("2019 \u202e9102", "2019 9102"),
        ("\u2066never closed", "never closed"),
        ("closed only\u2069\u202c", "closed only"),
        ("\u2067crossed \u202bover\u2069 here\u202c", "crossed \u202bover here\u202c"),
        ("a \u202b\u202eb\u202c\u202c c", "a \u202bb\u202c c"),
    ],
)
def test_what_turns_a_line_or_is_not_closed_goes(written, line):
    assert straight(written) == line


@pytest.mark.parametrize(
    "written",
    [
        "كتاب \u200f2019",
        "ספר \u2066(2019)\u2069 טוב",
        "the word \u202bכתב\u202c stands",
        "a\u200eb",
        "\u2067\u2066a\u2069\u2069",
    ],
)
def test_what_arabic_and_hebrew_need_stays(written):
    assert straight(written) == written


def test_an_article_is_stored_without_them_and_its_text_as_it_is(as_researcher):
    sent = {"text": f"They met on 2 May 2019. {TURNED}", "published_on": "2019-05-02", "zone": "Asia/Tokyo"}
    lines = dict.fromkeys(("title", "publisher", "author"), TURNED)
    answer = as_researcher.post(reverse("ingest:article_new"), sent | lines, follow=True)
    article = Article.objects.get()
    assert {article.source.title, article.source.publisher, article.source.author} == {STRAIGHT}
    assert TURNED in article.text
    assert "invisible signs in author, publisher, title." in answer.text


def test_an_event_is_drafted_without_them(as_researcher):
    sent = {
        "headline_en": TURNED, "date": "2019", "date_read": "2019", "place": TURNED, "themes": TURNED, "actors": TURNED,
        "source_title": TURNED, "locator": "page 1", "language": "en",
    }  # fmt: skip
    answer = as_researcher.post(reverse("arrange:event_new"), sent, follow=True)
    event = Event.objects.get()
    assert [one.headline for one in event.wordings.all()] == [STRAIGHT]
    assert event.place.name == event.subjects.get().theme.name == event.participations.get().actor.name == STRAIGHT
    assert event.citations.get().source.title == STRAIGHT
    assert "invisible signs in headline, name, title." in answer.text
    assert "\u202e" not in answer.text


def test_a_table_is_imported_without_them_and_the_row_says_so(bring_in, plan):  # noqa: F811
    rows = {"title": TURNED, "place": TURNED, "source_title": TURNED}
    assert codes(plan(rows))[0].count("turned") == 3
    bring_in({**rows, "id": "one"}, {"place": STRAIGHT, "id": "two"})
    assert Event.objects.get(external_id="one").wordings.get().headline == STRAIGHT
    assert Place.objects.get().name == STRAIGHT


def test_nothing_is_told_where_nothing_was_left_out(as_researcher):
    sent = {"text": "They met on 2 May 2019.", "published_on": "2019-05-02", "title": "The Post", "zone": "Asia/Tokyo"}
    answer = as_researcher.post(reverse("ingest:article_new"), sent, follow=True)
    assert Article.objects.exists()
    assert "invisible signs" not in answer.text


def test_a_pair_around_several_names_encloses_none_of_them(as_researcher):
    names = {"actors": "\u2067Alpha\nBeta\u2069\nAlpha", "themes": "\u2067Alpha\nBeta\u2069\nAlpha"}
    sent = {"headline_en": "Talks", "date": "2019", "date_read": "2019", "language": "en"}
    answer = as_researcher.post(reverse("arrange:event_new"), sent | names, follow=True)
    event = Event.objects.get()
    assert [one.name for one in event.actors.order_by("participations__pk")] == ["Alpha", "Beta"]
    assert [one.name for one in event.themes.order_by("subjects__pk")] == ["Alpha", "Beta"]
    assert "invisible signs in name." in answer.text


def test_a_pair_around_several_names_of_a_table_encloses_none_of_them(bring_in):  # noqa: F811
    enclosed = "\u2067Alpha; Beta\u2069"
    bring_in({"id": "one", "actors": "Beta", "tags": "Beta"})
    bring_in({"id": "two", "actors": enclosed, "tags": enclosed}, {"id": "three", "actors": "Alpha", "tags": "Alpha"})
    event = Event.objects.get(external_id="two")
    assert [one.name for one in event.actors.order_by("name")] == ["Alpha", "Beta"]
    assert [one.name for one in event.themes.order_by("name")] == ["Alpha", "Beta"]
    assert Actor.objects.count() == 2
