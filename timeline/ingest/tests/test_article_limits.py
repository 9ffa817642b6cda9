"""What is too much for one article: refused in words, with all that was typed, and without a worker left behind."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from timeline.conftest import NOW
from timeline.dates import article as of_article
from timeline.ingest import actions, redating
from timeline.ingest.actions import About, add_article, edit_article
from timeline.ingest.tests.test_article_new import ADDRESS, PAGE, typed
from timeline.limits import TooLong
from timeline.limits.tests import deeds
from timeline.records.changes import Stale, save
from timeline.records.models import Article, Decision, Mention, RejectReason, Source, Verb, open_change


def page_file(content=PAGE):
    return SimpleUploadedFile("page.html", content)


def is_refused(answer, status, words):
    assert answer.status_code == status
    assert words in answer.text
    assert "The two sides meet" in answer.text, "what was typed stays"
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def test_a_pasted_text_that_takes_too_long_is_refused_and_stays(as_researcher, limit):
    limit(seconds=0.001)
    answer = as_researcher.post(ADDRESS, typed(text="Met on 1 May. " * 4000))
    is_refused(answer, 422, "longer than 0.001 seconds")
    assert "Met on 1 May. Met on 1 May." in answer.text


def test_a_file_that_takes_too_long_is_refused(as_researcher, limit):
    limit(seconds=0.001)
    content = PAGE.replace(b"<p>", b"<p>It rained on and off.</p><p>" * 2000)
    answer = as_researcher.post(ADDRESS, typed(text="", file=page_file(content)))
    is_refused(answer, 422, "longer than 0.001 seconds")


def test_a_file_that_needs_too_much_memory_is_refused(as_researcher, limit):
    limit(megabytes=30)
    file = SimpleUploadedFile("large.txt", ("a" * 4_000_000 + "😀").encode())
    is_refused(as_researcher.post(ADDRESS, typed(text="", file=file)), 422, "more than 30 MB")


def test_a_file_that_breaks_its_worker_is_refused_and_the_log_says_how(as_researcher, monkeypatch, caplog):
    monkeypatch.setattr("timeline.ingest.forms.extract", deeds.die)
    is_refused(as_researcher.post(ADDRESS, typed(text="", file=page_file())), 422, "broke off")
    assert "SIGKILL" in caplog.text


def test_where_all_workers_are_busy_the_same_form_may_be_sent_again(as_researcher, all_at_work, limit):
    is_refused(as_researcher.post(ADDRESS, typed()), 503, "Too much is being read")
    is_refused(as_researcher.post(ADDRESS, typed(text="", file=page_file())), 503, "Too much is being read")
    limit(at_once=3)
    assert as_researcher.post(ADDRESS, typed()).status_code == 302


@pytest.mark.parametrize(
    "content",
    [b"<!---->" * 40 + b"x", b"<p " + b"a=1 " * 100_000 + b">x</p>", b"<div>" * 200_000 + b"x", b"<!--" * 100_000],
    ids=["comments", "attributes", "depth", "open comments"],
)
def test_a_hostile_file_is_read_or_refused_and_the_next_is_served(as_researcher, content):
    answer = as_researcher.post(ADDRESS, {"file": page_file(content), "zone": "Asia/Tokyo"})
    assert answer.status_code == 422
    assert as_researcher.post(ADDRESS, typed()).status_code == 302


@pytest.mark.parametrize("path", ["edit", "language"])
def test_an_article_that_cannot_be_read_again_stays_as_it_is(as_researcher, make_article, limit, path):
    article = make_article("Met on Wednesday. " * 1000)
    before = list(Mention.objects.values())
    limit(seconds=0.001)
    about = {"title": "Another", "published_on": "2019-06-02", "zone": "Asia/Tokyo", "language": "ja"}
    versions = {"version": article.version, "source_version": article.source.version}
    answer = as_researcher.post(f"/articles/{article.pk}/{path}/", about | versions)
    assert answer.status_code == 422
    assert "longer than 0.001 seconds" in answer.text
    assert list(Mention.objects.values()) == before


def test_phrases_are_found_before_the_transaction(db, monkeypatch):
    def find(*arguments, **options):
        assert len(connection.savepoint_ids) == depth, "a transaction is open, and everybody waits for it"
        return real(*arguments, **options)

    real, depth = actions.find_phrases, len(connection.savepoint_ids)
    monkeypatch.setattr("timeline.ingest.actions.find_phrases", find)
    monkeypatch.setattr("timeline.ingest.redating.find_phrases", find)
    article, _new = add_article(text="Met on Wednesday.", title="T", published_on=date(2019, 5, 2), by=None, at=NOW)
    assert edit(article, published_on=date(2019, 5, 9))
    assert article.mentions.get().edtf == "2019-05-08"


def edit(article, **fields):
    known = {"title": "T", "publisher": "", "author": "", "url": "", "language": article.source.language,
             "zone": article.zone, "published_on": article.published_on}  # fmt: skip
    versions = {"version": article.version, "source_version": article.source.version}
    return edit_article(article=article, **versions, about=About(**known | fields), by=None, at=NOW)


def test_a_decision_made_while_the_text_was_read_again_is_looked_at_anew(make_article, researcher, monkeypatch):
    article = make_article("Met on Wednesday.")
    mention = article.mentions.get()

    def plan_then_decide(*arguments):
        made = real(*arguments)
        if not plans:
            with open_change(by=researcher, at=NOW, verb=Verb.REJECT):
                mention.decision, mention.decided_at, mention.reason = Decision.REJECTED, NOW, RejectReason.NO_EVENT
                save(mention)
        plans.append(made)
        return made

    plans, real = [], redating.plan
    monkeypatch.setattr(redating, "plan", plan_then_decide)
    edit(article, published_on=date(2019, 5, 9))
    assert len(plans) == 2
    now = Mention.objects.get()
    assert (now.decision, now.edtf) == ("rejected", "2019-05-08")


def test_an_article_on_which_somebody_decides_all_the_time_is_stale(make_article, researcher, monkeypatch):
    article = make_article("Met on Wednesday.")

    def never(*_given):
        raise redating.PlanIsOld

    monkeypatch.setattr(redating, "redate", never)
    with pytest.raises(Stale):
        edit(article, published_on=date(2019, 5, 9))


def test_the_same_text_stored_while_it_was_read_leads_to_that_article(db, monkeypatch):
    def find_while_another_stores(*arguments, **options):
        found = real(*arguments, **options)
        monkeypatch.setattr(actions, "find_phrases", real)
        others.append(add_article(text="On Friday.", title="T", published_on=date(2019, 5, 2), by=None, at=NOW)[0])
        return found

    others, real = [], actions.find_phrases
    monkeypatch.setattr(actions, "find_phrases", find_while_another_stores)
    article, new = add_article(text="On Friday.", title="T", published_on=date(2019, 5, 2), by=None, at=NOW)
    assert (article, new) == (others[0], False)


def test_the_phrases_of_one_article_are_capped_and_the_page_says_so(as_researcher, monkeypatch):
    many = "1月1日、" * (of_article.MOST_PHRASES + 200)
    answer = as_researcher.post(ADDRESS, typed(text=many, language="ja"), follow=True)
    article = Article.objects.get()
    assert article.mentions.count() == of_article.MOST_PHRASES
    assert article.phrases_left_out == 200
    assert "Only the first 5,000 date phrases of this text are kept" in answer.text
    assert "about 200 more" in answer.text
    assert len(answer.content) < 700_000


def test_an_article_with_few_phrases_says_nothing_of_it(as_researcher):
    answer = as_researcher.post(ADDRESS, typed(), follow=True)
    assert Article.objects.get().phrases_left_out == 0
    assert "are kept" not in answer.text


def test_a_worker_that_is_killed_leaves_the_action_without_a_trace(db, limit):
    limit(seconds=0.001)
    with pytest.raises(TooLong):
        add_article(text="Met on 1 May. " * 4000, title="T", published_on=date(2019, 5, 2), by=None, at=NOW)
    assert not Source.objects.exists()


def test_a_page_built_to_stop_the_reader_is_refused_at_once(as_researcher):
    file = SimpleUploadedFile("odd.html", b"<p " + b" ".join(b"a%d" % at for at in range(100_000)) + b">x")
    answer = as_researcher.post(ADDRESS, typed(text="", file=file))
    assert answer.status_code == 422
    assert "too large or too strangely built" in answer.text
    assert "The two sides meet" in answer.text
