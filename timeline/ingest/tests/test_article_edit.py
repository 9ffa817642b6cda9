"""Correcting an article: what hangs on its date is listed first, done as one change, undone as one."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from timeline.conftest import NOW
from timeline.records import actions
from timeline.records.changes import save, undo
from timeline.records.models import Article, Change, Decision, Mention, Verb, open_change

TEXT = "They met on Wednesday. Until 2017 they had not. He flew home last week."


@pytest.fixture
def article(make_article):
    return make_article(TEXT, title="Two sides meet")


def address(article):
    return reverse("ingest:article_edit", args=[article.pk])


def typed(article, **fields):
    article = Article.objects.select_related("source").get(pk=article.pk)
    return {
        "title": article.source.title, "published_on": article.published_on.isoformat(), "zone": article.zone,
        "language": article.source.language, "version": article.version, "source_version": article.source.version,
    } | fields  # fmt: skip


def settle(mention, decision, words, edtf):
    with open_change(by=None, at=NOW, verb=Verb.ACCEPT):
        mention.decision, mention.decided_words, mention.decided_edtf, mention.decided_at = decision, words, edtf, NOW
        save(mention)


def test_title_and_publisher_are_corrected_and_the_text_stays(as_researcher, article):
    answer = as_researcher.post(address(article), typed(article, title="Better title", publisher="Gazette"))
    assert answer.status_code == 302
    article.refresh_from_db()
    assert article.source.title == "Better title"
    assert article.text == TEXT


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer, who never waits for another")
def test_events_are_locked_before_the_source_that_they_cite(as_researcher, article):
    """Who checks an event locks it and then its sources: the other way round, each would wait for the other."""
    with CaptureQueriesContext(connection) as asked:
        as_researcher.post(address(article), typed(article, publisher="Gazette"))
    locked = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"]]
    tables = [re.search(r'FROM "?(\w+)', sql)[1] for sql in locked]
    assert tables.index("records_event") < tables.index("records_source")


def test_another_date_lists_what_hangs_on_it_before_anything_is_stored(as_researcher, article):
    answer = as_researcher.post(address(article), typed(article, published_on="16 May 2019"))
    assert answer.status_code == 200
    assert "Not changed yet" in answer.text
    for words in ("1 May 2019", "15 May 2019", "2 dates change", "1 stays"):
        assert words in answer.text
    assert Article.objects.get().published_on == date(2019, 5, 2)


def test_confirmed_it_reads_every_undecided_phrase_again(as_researcher, article):
    as_researcher.post(address(article), typed(article, published_on="16 May 2019", confirm="2019-05-16 Asia/Tokyo en"))
    article.refresh_from_db()
    assert article.published_on == date(2019, 5, 16)
    assert article.source.published == "2019-05-16"
    assert [mention.edtf for mention in article.mentions.all()] == [
        "2019-05-15", "../2017", "[2019-05-06..2019-05-12]",
    ]  # fmt: skip


def test_a_settled_phrase_asks_to_be_confirmed_again_unless_its_date_stands(as_researcher, article):
    wednesday, until, last_week = article.mentions.all()
    settle(wednesday, Decision.ACCEPTED, "Wednesday", "2019-05-01")
    settle(until, Decision.ACCEPTED, "Until 2017", "../2017")
    settle(last_week, Decision.CORRECTED, "25 April 2019", "2019-04-25")
    as_researcher.post(address(article), typed(article, published_on="16 May 2019", confirm="2019-05-16 Asia/Tokyo en"))
    wednesday.refresh_from_db()
    assert wednesday.decision == Decision.WAITING
    assert "Confirm again" in wednesday.note
    assert wednesday.edtf == "2019-05-15"
    assert [Mention.objects.get(pk=one.pk).decision for one in (until, last_week)] == ["accepted", "corrected"]


def test_one_undo_takes_all_of_it_back(as_researcher, researcher, article):
    wednesday = article.mentions.first()
    settle(wednesday, Decision.ACCEPTED, "Wednesday", "2019-05-01")
    before = list(article.mentions.values_list("edtf", "decision", "note"))
    as_researcher.post(address(article), typed(article, published_on="16 May 2019", confirm="2019-05-16 Asia/Tokyo en"))
    undo(change=Change.objects.filter(by=researcher).latest("pk"), by=researcher, at=NOW)
    article.refresh_from_db()
    assert article.published_on == date(2019, 5, 2)
    assert article.text == TEXT
    assert list(article.mentions.values_list("edtf", "decision", "note")) == before


def test_a_date_that_was_not_listed_is_listed_before_it_is_confirmed(as_researcher, article):
    form = typed(article, published_on="17 May 2019", confirm="2019-05-16 Asia/Tokyo en")
    assert "Not changed yet" in as_researcher.post(address(article), form).text
    assert Article.objects.get().published_on == date(2019, 5, 2)


def test_a_stale_form_answers_with_both_texts_and_keeps_mine(as_researcher, as_checker, article):
    mine = typed(article, title="My title")
    as_checker.post(address(article), typed(article, title="Their title"))
    answer = as_researcher.post(address(article), mine)
    assert answer.status_code == 409
    assert "My title" in answer.text
    assert "Their title" in answer.text
    article.source.refresh_from_db()
    assert article.source.title == "Their title"


def test_after_a_stale_answer_mine_can_be_sent_again(as_researcher, as_checker, article):
    as_checker.post(address(article), typed(article, title="Their title"))
    assert as_researcher.post(address(article), typed(article, title="My title")).status_code == 302


@pytest.mark.parametrize("day", ["", "31 June 2019", "Wednesday 2 May 2019"])
def test_a_date_that_is_none_is_refused_and_all_typed_stays(as_researcher, article, day):
    answer = as_researcher.post(address(article), typed(article, published_on=day, title="Better title"))
    assert answer.status_code == 422
    assert "Better title" in answer.text


def test_an_article_that_is_not_there_is_not_found(as_researcher):
    assert as_researcher.get("/articles/99999/edit/").status_code == 404


GERMAN = "Das Schiff kam zuletzt, und am 3. März fuhr es wieder ab."
JAPANESE = "両国は2002年9月17日に宣言に署名した。会談は先週も続いた。"


def to_language(article, language, **fields):
    article = Article.objects.select_related("source").get(pk=article.pk)
    versions = {"version": article.version, "source_version": article.source.version}
    return {"language": language} | versions | fields


def language_address(article):
    return reverse("ingest:article_language", args=[article.pk])


def test_another_language_reads_an_article_without_phrases_again_at_once(as_researcher, make_article):
    article = make_article(GERMAN, language="en")
    answer = as_researcher.post(language_address(article), to_language(article, "de"), follow=True)
    assert "1 date phrase was found" in answer.text
    article.refresh_from_db()
    assert article.source.language == "de"
    assert [mention.words for mention in article.mentions.all()] == ["3. März"]


def test_another_language_lists_what_hangs_on_it_before_anything_is_stored(as_researcher, article):
    answer = as_researcher.post(language_address(article), to_language(article, "de"))
    assert answer.status_code == 200
    assert "Not changed yet" in answer.text
    assert "Deutsch" in answer.text
    assert reverse("ingest:article_edit", args=[article.pk]) in answer.text
    article.refresh_from_db()
    assert article.source.language == "en"


def test_a_changed_language_reads_undecided_phrases_again_and_asks_for_decided_ones(as_researcher, researcher, article):
    wednesday = article.mentions.first()
    settle(wednesday, Decision.ACCEPTED, "Wednesday", "2019-05-01")
    before = list(article.mentions.values_list("words", "edtf", "decision", "note"))
    confirm = "2019-05-02 Asia/Tokyo de"
    as_researcher.post(address(article), typed(article, language="de", confirm=confirm))
    wednesday.refresh_from_db()
    assert wednesday.decision == Decision.WAITING
    assert "language was changed from English to Deutsch" in wednesday.note
    undo(change=Change.objects.filter(by=researcher).latest("pk"), by=researcher, at=NOW)
    article.source.refresh_from_db()
    assert article.source.language == "en"
    assert list(article.mentions.values_list("words", "edtf", "decision", "note")) == before


def test_a_phrase_that_another_language_reads_with_more_words_takes_them(as_researcher, researcher, make_article):
    article = make_article(JAPANESE, language="ja")
    mention = article.mentions.first()
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        mention.end, mention.words, mention.edtf = mention.start + 4, "2002", "2002"
        save(mention)
        article.source.language = "en"
        save(article.source)
    answer = as_researcher.post(language_address(article), to_language(article, "ja"))
    assert "2002 → 2002年9月17日" in answer.text
    confirm = "2019-05-02 Asia/Tokyo ja"
    as_researcher.post(address(article), typed(article, language="ja", confirm=confirm))
    assert [one.words for one in article.mentions.all()] == ["2002年9月17日", "先週"]
    undo(change=Change.objects.filter(by=researcher).latest("pk"), by=researcher, at=NOW)
    assert [one.words for one in article.mentions.all()] == ["2002", "先週"]


@pytest.mark.parametrize("language", ["tlh", "xx", "EN", "<b>"])
def test_a_language_that_is_not_known_is_refused_and_nothing_changes(as_researcher, article, language):
    answer = as_researcher.post(language_address(article), to_language(article, language))
    assert answer.status_code == 422
    assert "field-language" in answer.text
    article.source.refresh_from_db()
    assert article.source.language == "en"


def test_a_language_is_not_changed_over_what_somebody_else_stored_meanwhile(as_researcher, make_article):
    article = make_article(GERMAN, language="en")
    answer = as_researcher.post(language_address(article), to_language(article, "de", source_version=99))
    assert answer.status_code == 409


def test_told_from_the_text_names_the_language_and_takes_it(as_researcher, article):
    assert "Told from the text (English)" in as_researcher.get(address(article)).text
    as_researcher.post(address(article), typed(article, language=""))
    article.source.refresh_from_db()
    assert article.source.language == "en"


@pytest.fixture
def cited(article, make_event):
    """The article, cited by a checked event."""
    event = make_event(checked=True)
    mention = article.mentions.first()
    draft = actions.CitationDraft(source=article.source, mention=mention, words=mention.words, date=mention.date)
    actions.cite(event=event, draft=draft, by=None, at=NOW)
    return event


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Typed with care"},
        {"publisher": "Another"},
        {"url": "https://example.org/2"},
        {"published_on": "2019-05-16", "confirm": "2019-05-16 Asia/Tokyo en"},
    ],
)
def test_what_a_checked_event_cites_is_corrected_by_a_checker(changed, as_researcher, as_checker, article, cited):
    assert "changed by a checker" in as_researcher.get(address(article)).text
    assert "changed by a checker" not in as_checker.get(address(article)).text
    answer = as_researcher.post(address(article), typed(article, **changed))
    assert answer.status_code == 403
    assert "only a checker changes what is checked or public" in answer.text
    assert next(iter(changed.values())) in answer.text
    article.refresh_from_db()
    assert (article.source.title, article.published_on) == ("Two sides meet", date(2019, 5, 2))
    assert as_checker.post(address(article), typed(article, **changed)).status_code == 302


def test_the_reason_that_a_checked_event_shows_stays_when_the_article_is_redated(as_checker, article, cited):
    before = cited.citations.get(source=article.source).reading
    as_checker.post(address(article), typed(article, published_on="2019-05-16", confirm="2019-05-16 Asia/Tokyo en"))
    assert article.mentions.first().edtf == "2019-05-15"
    after = cited.citations.get(source=article.source).reading
    assert after == before
    assert (after["anchor"], after["edtf"]) == ("2019-05-02", "2019-05-01")
