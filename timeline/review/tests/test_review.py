"""The desk as a page, and marking what was missed."""

import re

import pytest
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records.models import Citation, Event, Mention, Verb, open_change


def test_it_begins_at_the_first_phrase_that_waits(as_researcher, article, mention, desk):
    as_researcher.post(reverse("review:reject", args=[mention.pk]), {"version": 1, "reason": "plan"})
    answer = desk()
    assert answer.context["candidate"].mention.words == "last week"
    assert "<b>2 of 3</b>" in answer.text
    assert "Thursday 2 May 2019" in answer.text
    assert "Tokyo" in answer.text


def test_every_phrase_wears_its_reading_and_state(as_researcher, mention, desk):
    as_researcher.post(reverse("review:reject", args=[mention.pk]), {"version": 1, "reason": "plan"})
    page = desk().text
    for gloss in ("<rt>× plan</rt>", "<rt>22–28 Apr</rt>", "<rt>21–31 May</rt>"):
        assert gloss in page


def test_a_mention_of_another_article_is_not_shown_here(make_article, desk):
    other = make_article("Another one met on Friday.")
    assert desk(mention=other.mentions.get().pk).context["candidate"].mention.words == "Wednesday"


@pytest.mark.parametrize("asked", ["x", "99999", "-1", "²", "9" * 30])
def test_a_phrase_that_is_not_there_shows_the_first(desk, asked):
    assert desk(mention=asked).context["candidate"].mention.words == "Wednesday"


def test_previous_and_next_keep_to_the_phrases_shown(as_researcher, mention, last_week, desk):
    as_researcher.post(reverse("review:put_off", args=[last_week.pk]), {"version": 1})
    assert desk(mention=mention.pk, show="waiting").context["desk"].next.words == "late May"
    assert desk(mention=mention.pk, show="unsure").context["desk"].next.words == "last week"
    assert desk(mention=mention.pk).context["desk"].previous is None


def test_markup_in_an_article_is_shown_as_text(as_researcher, make_article):
    article = make_article("<script>alert(1)</script> met on <b>Friday</b>.", title="<i>Title</i>")
    page = as_researcher.get(reverse("review:review", args=[article.pk])).text
    assert "<script>alert" not in page
    assert "<i>Title" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_article_without_phrases_can_be_read_and_marked(as_researcher, make_article):
    article = make_article("Nothing dated stands here.")
    answer = as_researcher.get(reverse("review:review", args=[article.pk]))
    assert "No date phrase was found" in answer.text


def test_a_future_reading_is_flagged(as_researcher, article, desk):
    mention = article.mentions.get(words="late May")
    assert "After publication." in desk(mention=mention.pk).text


def test_the_likely_same_event_is_offered_and_those_far_off_are_not(desk, make_event):
    near = make_event("The two sides meet in Tokyo", "2019-05-01")
    far = make_event("A rocket is launched", "1998-08-31")
    answer = desk()
    assert [one.event for one in answer.context["candidate"].likely] == [near]
    assert f"like event {near.pk}" in answer.text
    assert f"event {far.pk}" not in answer.text


def test_events_near_the_date_are_on_the_strip(desk, make_event):
    make_event("A treaty is signed", "2019-04-29")
    neighbours = desk().context["candidate"].box.neighbours
    assert [one.headline for one in neighbours] == ["A treaty is signed"]


class TestMark:
    """Marking what the engine missed."""

    @pytest.fixture
    def mark(self, as_researcher, article):
        def post(**fields):
            return as_researcher.post(reverse("review:mark", args=[article.pk]), fields)

        return post

    def test_words_that_stand_once_become_a_phrase(self, mark, article):
        assert mark(words="Snow fell").status_code == 302
        made = article.mentions.get(origin="person")
        assert (made.words, made.start, made.end, made.edtf) == ("Snow fell", 0, 9, "")

    def test_marked_words_are_read_in_their_sentence(self, as_researcher, make_article):
        article = make_article("Talks will be held on Friday.")
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            article.mentions.get().delete()
        as_researcher.post(reverse("review:mark", args=[article.pk]), {"words": "Friday"})
        assert article.mentions.get().edtf == "2019-05-03"

    def test_marked_words_of_which_a_part_is_read_get_no_date_until_one_is_chosen(self, as_researcher, make_article):
        article = make_article("He went on 4 May 1953 if one believes him.")
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            article.mentions.get().delete()
        words = "on 4 May 1953 if one believes him"
        as_researcher.post(reverse("review:mark", args=[article.pk]), {"words": words})
        mention = article.mentions.get()
        assert (mention.words, mention.edtf) == (words, "")
        answer = as_researcher.get(reverse("review:review", args=[article.pk]), {"mention": mention.pk})
        assert "“if one believes him” was not read" in answer.text
        assert 'value="1953-05-04"' in answer.text

    def test_marked_words_in_another_language_are_read_whole(self, as_researcher, make_article):
        article = make_article("Der Vertrag of (1. März 1998) was kept.")
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            article.mentions.all().delete()
        as_researcher.post(reverse("review:mark", args=[article.pk]), {"words": "1. März 1998"})
        assert article.mentions.get().edtf == "1998-03-01"

    def test_words_that_stand_often_are_asked_about(self, mark, article):
        answer = mark(words="met")
        assert answer.status_code in (302, 422)
        answer = mark(words="e")
        assert answer.status_code == 422
        assert "Which one?" in answer.text

    def test_the_place_may_be_given(self, mark, article):
        start = article.text.index("known")
        mark(words="known", start=start)
        assert article.mentions.get(origin="person").start == start

    @pytest.mark.parametrize(
        "fields", [{"words": ""}, {"words": "not in the text"}, {"words": "met", "start": 3}, {"words": "x" * 301}]
    )
    def test_words_that_do_not_stand_there_are_refused(self, mark, fields, article):
        assert mark(**fields).status_code == 422
        assert not article.mentions.filter(origin="person").exists()

    def test_a_phrase_over_another_leads_to_that_one(self, mark, mention):
        answer = mark(words="on Wednesday")
        assert answer.headers["Location"].endswith(f"?mention={mention.pk}")
        assert not Mention.objects.filter(origin="person").exists()

    def test_a_sentence_without_a_date_gives_an_event(self, mark, as_researcher, article):
        mark(words="the ferry", kind="sentence")
        made = article.mentions.get(origin="person")
        assert made.words == "Nothing is known of the ferry."
        as_researcher.post(
            reverse("review:accept", args=[made.pk]),
            {"version": 1, "headline": "The ferry is lost", "date": "May 2019", "date_read": "May 2019"},
        )
        event, citation = Event.objects.get(), Citation.objects.get()
        assert (event.edtf, event.words) == ("2019-05", "")
        assert (citation.exact, citation.gives_date) == ("Nothing is known of the ferry.", False)

    def test_a_sentence_s_event_may_stay_undated(self, mark, as_researcher, article):
        mark(words="the ferry", kind="sentence")
        made = article.mentions.get(origin="person")
        as_researcher.post(
            reverse("review:accept", args=[made.pk]),
            {"version": 1, "headline": "The ferry is lost", "date": "", "date_read": "", "reading": "undated"},
        )
        assert Event.objects.get().edtf == ""

    def test_a_mark_is_undone(self, mark, as_researcher, article):
        page = as_researcher.get(mark(words="Snow fell").headers["Location"])
        change = page.context["desk"].last.change.pk
        as_researcher.post(reverse("review:undo", args=[article.pk]), {"change": change})
        assert not article.mentions.filter(origin="person").exists()


class TestLongArticle:
    """A text of many pages is shown in parts, around the current phrase."""

    @pytest.fixture
    def show(self, as_researcher, make_article):
        article = make_article(
            "They met on Wednesday.\n" + "Snow fell on the town. " * 20_000 + "\nHe left on Thursday."
        )
        return lambda **asked: as_researcher.get(reverse("review:review", args=[article.pk]), asked)

    def test_the_part_around_the_phrase_is_shown_with_ways_to_the_others(self, show):
        answer = show()
        assert len(answer.content) < 150_000
        assert "Later part of the text" in answer.text
        assert "Earlier part of the text" not in answer.text
        assert answer.context["desk"].next.words == "Thursday"

    def test_the_last_phrase_is_shown_at_the_end(self, show):
        last = show().context["desk"].mentions[-1]
        answer = show(mention=last.pk)
        assert f'id="m{last.pk}"' in answer.text
        assert "Earlier part of the text" in answer.text
        assert "Later part of the text" not in answer.text

    @pytest.mark.parametrize("at", ["200000", "0", "99999999", "x", "-1"])
    def test_any_part_can_be_asked_for(self, show, at):
        assert show(at=at).status_code == 200

    def test_the_parts_leave_nothing_out(self, show):
        article, at, seen = None, 0, 0
        while at is not None:
            desk = show(at=at).context["desk"]
            assert desk.shown[0] <= seen
            article, seen, at = desk.article, desk.shown[1], desk.later
        assert seen == len(article.text)


def test_the_desk_says_which_language_was_taken_and_offers_others_only_where_no_phrase_is_found(
    as_researcher, make_article
):
    read = as_researcher.get(reverse("review:review", args=[make_article("They met on Wednesday.").pk]))
    assert 'read as <b lang="en">English</b>' in read.text
    assert 'id="languages"' not in read.text
    found_none = make_article("Das Schiff kam zuletzt, und am 3. März fuhr es wieder ab.")
    answer = as_researcher.get(reverse("review:review", args=[found_none.pk]))
    assert "The text was read as" in answer.text
    offered = re.findall(r'name="language" value="(\w+)"', answer.text)
    assert offered[:3] == ["de", "ja", "ko"], "what the letters tell comes first"
    assert "en" not in offered


def test_the_desk_says_where_no_language_could_be_told(as_researcher, make_article):
    answer = as_researcher.get(reverse("review:review", args=[make_article("Kim Jong Il", language="").pk]))
    assert "No language could be told" in answer.text
