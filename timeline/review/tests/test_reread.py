"""`manage.py reread`: what today's engine reads differently is shown; only what nobody has decided moves."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from timeline.conftest import NOW
from timeline.dates import FuzzyDate
from timeline.records.changes import save_all, undo
from timeline.records.models import Change, Decision, Mention, RejectReason, Verb, open_change
from timeline.review import actions, marking
from timeline.review.rereading import Selection, reread

TEXT = "The two sides met on Wednesday. They will meet again in late May. Nothing came of it in 2002."


@pytest.fixture
def article(make_article):
    return make_article(TEXT)


def ask(*options):
    out = io.StringIO()
    call_command("reread", *options, stdout=out)
    return out.getvalue()


def read_before_as(mention, value, rule="weekday-before"):
    """Leave a mention as an older engine read it."""
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        mention.date, mention.rule, mention.engine_version = value, rule, "0"
        mention.save()
    return mention


@pytest.fixture
def old(article):
    """Wednesday was once read as a week too early."""
    return read_before_as(article.mentions.get(words="Wednesday"), FuzzyDate.day(date(2019, 4, 24)))


def state():
    return list(Mention.objects.order_by("pk").values())


def test_nothing_moves_where_the_engine_reads_as_before(article):
    before = state()
    assert ask("--apply") == "Nothing moves: every stored phrase is read as before.\n"
    assert state() == before


def test_nothing_moves_where_there_are_no_articles(db):
    assert "Nothing moves" in ask()


def test_what_would_move_is_shown_with_its_old_and_new_window_and_rule_and_nothing_is_stored(article, old):
    before, changes = state(), Change.objects.count()
    shown = ask()
    assert f"mention {old.pk} “Wednesday”, article {article.pk}" in shown
    assert "2019-04-24 -> 2019-05-01, by weekday-before" in shown
    assert "1 undecided would move, 0 decided" in shown
    assert "--apply moves" in shown
    assert (state(), Change.objects.count()) == (before, changes)


def test_a_window_is_shown_with_its_days(article):
    mention = article.mentions.get(words__contains="late May")
    read_before_as(mention, FuzzyDate.month(2019, 5).about(), "year-after")
    shown = ask()
    assert "2019-05~ (2019-05-01 to 2019-05-31, month) -> [2019-05-21..2019-05-31]" in shown
    assert "by year-after -> year-after+late-part" in shown


def test_an_undated_phrase_and_an_open_side_are_shown(article):
    read_before_as(article.mentions.get(words="Wednesday"), None, "")
    read_before_as(article.mentions.get(words="in 2002"), FuzzyDate.since(FuzzyDate.year(2002)))
    shown = ask()
    assert "undated -> 2019-05-01, by none -> weekday-before" in shown
    assert "2002/.. (2002-01-01 to open, range) -> 2002" in shown


def test_apply_moves_the_undecided_in_one_change_that_can_be_undone(article, old):
    read_before_as(article.mentions.get(words="in 2002"), FuzzyDate.year(2003))
    before, changes = state(), Change.objects.count()
    shown = ask("--apply")
    change = Change.objects.order_by("-pk")[0]
    assert f"Moved 2, as change {change.pk}" in shown
    assert Change.objects.count() == changes + 1
    moved = Mention.objects.get(pk=old.pk)
    assert (moved.edtf, moved.earliest, moved.engine_version != "0") == ("2019-05-01", date(2019, 5, 1), True)
    assert moved.version == old.version + 1
    assert moved.history.count() == 3
    assert moved.history.first().change == change
    assert "Nothing moves" in ask()
    undo(change=change, by=None, at=NOW)
    undone = [{**row, "version": 0} for row in state()]
    assert undone == [{**row, "version": 0} for row in before]


@pytest.mark.parametrize("decision", [Decision.ACCEPTED, Decision.CORRECTED, Decision.REJECTED])
def test_the_decided_are_listed_and_never_touched(article, old, decision):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        old.decision, old.decided_at = decision, NOW
        old.save()
    before = state()
    shown = ask("--apply")
    assert "(decided, would read differently now)" in shown
    assert "0 undecided would move, 1 decided" in shown
    assert "Nothing was changed: all of them are decided." in shown
    assert state() == before


def test_what_was_decided_while_it_was_listed_stays(article, old, researcher, monkeypatch):
    from timeline.review.management.commands import reread as command

    def decide_first(*args, **options):
        actions.reject(mention=old, version=old.version, reason=RejectReason.NO_EVENT, note="", by=researcher, at=NOW)
        return real(*args, **options)

    real = command.move
    monkeypatch.setattr(command, "move", decide_first)
    assert "Moved 0" in ask("--apply")
    assert Mention.objects.get(pk=old.pk).edtf == "2019-04-24"


def test_what_was_put_off_is_undecided(article, old):
    with open_change(by=None, at=NOW, verb=Verb.UNSURE):
        old.decision, old.decided_at = Decision.UNSURE, NOW
        old.save()
    assert "Moved 1" in ask("--apply")
    assert Mention.objects.get(pk=old.pk).decision == Decision.UNSURE


def test_one_article_one_rule_or_one_language_can_be_asked_for(article, old, make_article):
    other = make_article("수요일 만났다. 지난 26일 떠났다.", language="ko")
    read_before_as(other.mentions.get(words="지난 26일"), FuzzyDate.day(date(2019, 3, 26)), "day-last")
    assert ask().count("->") == 2
    for options in (
        ["--article", str(article.pk)], ["--language", "en"], ["--rule", "weekday-before"],
    ):  # fmt: skip
        shown = ask(*options)
        assert ("Wednesday" in shown, "지난 26일" in shown) == (True, False), options
    assert "Moved 1" in ask("--apply", "--language", "ko")
    assert Mention.objects.get(pk=old.pk).edtf == "2019-04-24"


def test_a_rule_that_reads_it_only_now_is_found_too(article):
    read_before_as(article.mentions.get(words__contains="late May"), FuzzyDate.month(2019, 5), "year-after")
    assert "late May" in ask("--rule", "late-part")
    assert "Nothing moves" in ask("--rule", "early-part")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--article", "99999"], "There is no article 99999"),
        (["--rule", "no-such"], "No rule is called no-such"),
        (["--language", "xx"], "There is no article in the language xx"),
    ],
)
def test_what_is_not_there_is_said(article, options, message):
    with pytest.raises(CommandError, match=message):
        ask(*options)


def test_phrases_and_sentences_that_a_person_marked_are_read_as_when_marked(article, researcher):
    start = TEXT.index("again")
    marking.mark_phrase(article=article, start=start, end=start + 5, by=researcher, at=NOW)
    marking.mark_sentence(article=article, start=0, end=3, by=researcher, at=NOW)
    assert "Nothing moves" in ask()


def test_a_phrase_that_the_engine_finds_no_more_is_read_in_its_sentence(article):
    mention = article.mentions.get(words="in 2002")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        mention.start, mention.words = mention.start + 3, "2002"
        mention.save()
    assert "Nothing moves" in ask()


def test_articles_are_read_one_after_the_other_with_one_query_each(make_article, django_assert_max_num_queries):
    for number in range(30):
        read_before_as(make_article(f"Number {number}. {TEXT}").mentions.get(words="Wednesday"), None)
    with django_assert_max_num_queries(40):
        assert len(list(reread(Selection()))) == 30
    with django_assert_max_num_queries(200):
        assert "Moved 30" in ask("--apply")


def test_many_rows_are_saved_at_once_each_with_its_history(article, django_assert_max_num_queries):
    mentions = list(article.mentions.all())
    for mention in mentions:
        mention.note = "seen"
    with open_change(by=None, at=NOW, verb=Verb.EDIT), django_assert_max_num_queries(6):
        save_all(Mention, mentions, ["note"])
    assert {(one.note, one.version, one.history.count()) for one in article.mentions.all()} == {("seen", 2, 2)}
    assert connection.connection is not None
