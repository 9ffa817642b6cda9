"""The seeds: all of them come in, once, and a second run changes nothing."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records.changes import NOUNS
from timeline.records.models import Article, Batch, Change, Chronology, Citation, Entry, Event
from timeline.transfer import actions


def load():
    out = io.StringIO()
    call_command("load_seeds", stdout=out)
    return out.getvalue()


@pytest.fixture
def loaded(db):
    return load()


def state():
    return {noun: list(noun.objects.order_by("pk").values()) for noun in NOUNS}


def test_the_chronology_comes_in_checked_published_and_arranged(loaded):
    assert "250 events" in loaded
    chronology = Chronology.objects.get()
    assert (chronology.title, chronology.title_native) == ("Japan and North Korea, 1945–2025", "日朝関係年表")
    assert Entry.objects.published().count() == 249
    assert not Entry.objects.filter(section=None).exists()
    assert not Entry.objects.filter(lane=None).exists()
    assert [lane.letter for lane in chronology.lanes.all()] == ["T", "A", "W", "S", "R", "C"]


def test_the_event_without_a_source_stays_a_draft_and_is_not_published(loaded):
    event = Event.objects.get(external_id="e188")
    assert (event.status, event.citation_count) == ("draft", 0)
    assert event.entries.get().published_since is None


def test_what_is_general_knowledge_so_far_says_so(loaded):
    unsourced = Citation.objects.filter(chosen=True, gives_date=False)
    assert unsourced.count() == 32  # 33 rows are marked so; one of them has no source at all
    assert not Citation.objects.exclude(exact="").exists()


def test_sources_that_give_another_date_are_cited_beside_the_chosen_one(loaded):
    rivals = {event.external_id for event in Event.objects.prefetch_related("citations") if event.rival_citations}
    assert len(rivals) == 19
    rival = Citation.objects.get(event__external_id="e184", edtf="2017-11-28")
    assert (rival.chosen, rival.words) == (False, "28 November 2017")
    assert rival.note
    assert rival.source.url
    assert Event.objects.get(external_id="e184").edtf == "2017-11-29"


def test_every_stored_date_is_read_again_as_it_is(loaded):
    for event in Event.objects.exclude(edtf=""):
        assert edtf.parse(event.edtf).earliest == event.earliest
        assert event.date.latest == event.latest


def test_the_articles_are_ours_in_three_languages_with_their_phrases(loaded):
    assert Article.objects.count() >= 6
    assert set(Article.objects.values_list("source__language", flat=True)) == {"en", "ja", "ko"}
    assert all("Nenpyo sample" in article.source.publisher for article in Article.objects.all())
    assert all(article.mentions.count() >= 7 for article in Article.objects.all())


def test_the_first_article_holds_the_nine_phrases_that_the_engine_was_built_for(loaded):
    first = Article.objects.get(published_on="2019-05-02")
    assert {mention.words: (str(mention.earliest), str(mention.latest)) for mention in first.mentions.all()} == {
        "Thursday": ("2019-05-02", "2019-05-02"),
        "Wednesday": ("2019-05-01", "2019-05-01"),
        "Until late 2017": ("None", "2017-12-31"),
        "last week": ("2019-04-22", "2019-04-28"),
        "Friday": ("2019-04-26", "2019-04-26"),
        "late May": ("2019-05-21", "2019-05-31"),
        "the 1970s and 1980s": ("1970-01-01", "1989-12-31"),
        "in 2002": ("2002-01-01", "2002-12-31"),
    }


def test_a_second_run_changes_nothing_and_is_quick(loaded):
    before, changes = state(), Change.objects.count()
    with CaptureQueriesContext(connection) as asked:
        said = load()
    assert len(asked) < 50
    assert state() == before
    assert Change.objects.count() == changes
    assert "nothing to do" in said


def test_the_chronology_can_be_taken_back_as_a_whole_and_stays_away(loaded):
    actions.undo_batch(batch=Batch.objects.get(), by=None, at=NOW)
    assert not Event.objects.exists()
    assert not Chronology.objects.exists()
    load()
    assert not Event.objects.exists()


def counted(noun):
    """Return how many rows the database takes a table to have, or of SQLite's about that many."""
    asked = "SELECT reltuples FROM pg_class WHERE relname = %s"
    if connection.vendor == "sqlite":
        asked = "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = %s"
    with connection.cursor() as cursor:
        cursor.execute(asked, [noun._meta.db_table])
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_the_database_counts_what_came_in():
    """It plans by that count; where it takes the tables for empty, a page of the timeline takes minutes."""
    load()
    nouns = (Event, Entry, Citation, Event.history.model)
    assert {noun.__name__: counted(noun) for noun in nouns} == {noun.__name__: noun.objects.count() for noun in nouns}
