"""The seeds: all of them come in, once, and a second run changes nothing."""

import csv
import io
import re
import shutil

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.public.items import items
from timeline.records.about import about
from timeline.records.actions import CitationDraft, cite
from timeline.records.changes import NOUNS, save
from timeline.records.models import (
    Actor,
    Article,
    Batch,
    Change,
    Chronology,
    Citation,
    Entry,
    Event,
    Place,
    Theme,
    Verb,
    Wording,
    open_change,
)
from timeline.records.search import matching
from timeline.transfer import actions
from timeline.transfer.seeds import load_seeds

FOUND_BY = (
    ({"actors__name": "Yokota Megumi"}, "Yokota 横田 요코타"),
    ({"actors__name": "Kim Jong Un"}, "Kim 金正恩 김정은"),
    ({"themes__name": "sanctions"}, "sanctions 制裁 제재"),
    ({"place__name": "Niigata, Japan"}, "Niigata 新潟 니가타"),
)


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
    assert Entry.objects.published().count() == 250
    assert not Entry.objects.filter(section=None).exists()
    assert not Entry.objects.filter(lane=None).exists()
    assert [lane.letter for lane in chronology.lanes.all()] == ["T", "A", "W", "S", "R", "C"]


def test_every_date_has_a_source_that_gives_it(loaded, rivals_of):
    assert not Citation.objects.filter(chosen=True, gives_date=False).exists()
    assert not Citation.objects.exclude(exact="").exists()
    assert Citation.objects.filter(state="proposed").count() == 0
    without_any = Event.objects.get(external_id="e188")  # its row names no source: all were found since
    assert (without_any.status, without_any.citation_count) == ("checked", 3)
    assert without_any.chosen_citation.source.title == "Kim Jong Un Pays Unofficial Visit to China"

    for name, day in (("e065", "1997-01-21"), ("e088", "2002-03-11")):
        event = Event.objects.get(external_id=name)
        assert (event.edtf, event.chosen_citation.gives_date) == (day, True)
    assert set(rivals_of(event)) == {"2002-03-12"}


def test_everything_is_told_in_three_languages(loaded):
    for event in Event.objects.prefetch_related("wordings"):
        assert [wording.language for wording in event.wordings.all()] == ["en", "ja", "ko"]
        assert all(wording.headline and wording.summary for wording in event.wordings.all())
    chronology = Chronology.objects.get()
    assert chronology.told("title", "ja") == ("日本と北朝鮮、1945〜2025年", "ja")
    parts = [(chronology, chronology.TOLD), *((part, ("title", "intro")) for part in chronology.sections.all())]
    parts += [(lane, ("name",)) for lane in chronology.lanes.all()]
    assert all(
        part.told(name, code).language == code for part, names in parts for name in names for code in ["ja", "ko"]
    )
    untold = {actor.name for actor in Actor.objects.filter(name_ko="")}
    assert untold == {"Ko Gang", "Ko Kyong Mi"}, "whose names are read in two ways in Korean"
    assert not any(noun.objects.filter(name_ja="").exists() for noun in (Actor, Place, Theme))
    assert not Place.objects.filter(name_ko="").exists()
    said = about(chronology, "ko")
    assert (said.licence, said.method.language) == ("MIT", "ko")
    plain = "\n".join(Wording.objects.filter(language="ja").values_list("headline", flat=True))
    assert not re.search("[一-龥ァ-ヶー]さん|[一-龥ァ-ヶー]氏(?!名)|総書記|国務委員長", plain), "no titles of courtesy"
    for named, words in FOUND_BY:
        events = set(Event.objects.filter(**named))
        assert events
        assert all(events <= set(matching(Event.objects.all(), word)) for word in words.split())


def test_sources_that_give_another_date_are_cited_beside_the_chosen_one(loaded):
    shown = items(Entry.objects.select_related("event"))
    assert sum(bool(item.rivals) for item in shown) == 20
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
    assert len(asked) < 52
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


SOME = ("e001", "e002", "e065", "e188")


def edition(folder, *, later):
    """Write a few of our seeds: as they were before they had other languages and sources found since, or all of it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(settings.BASE_DIR / "seeds", folder, ignore=shutil.ignore_patterns("articles"))
    for path in folder.rglob("*.csv"):
        keep(path, lambda row: row.get("id", row.get("event", "e001")) in SOME, later or path.name == "lanes.csv")
        if path.name in ("names.csv", "sources.csv") and not later:
            keep(path, lambda _row: False, later)
    if not later:
        path = next(folder.rglob("chronology.toml"))
        path.write_text(re.sub(r'(?sm)^(method|licence|\w+_(?:ja|ko)) = (""".*?"""|"[^"]*")$', "", path.read_text()))
    return folder


def keep(path, wanted, later):
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        names, rows = [name for name in table.fieldnames if later or not name.endswith(("_ja", "_ko"))], list(table)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(row for row in rows if wanted(row))


def test_an_installation_of_before_gains_what_a_later_edition_holds(db, tmp_path):
    before = list(load_seeds(edition(tmp_path / "seeds", later=False), at=NOW))
    assert "4 events" in before[0]
    assert Chronology.objects.get().licence == ""
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        mine = Wording(event=Event.objects.get(external_id="e001"), language="ja", headline="私の見出し")
        mine.save()
        japan = Actor.objects.get(name="Japan")
        japan.name_ja = "日本国"
        save(japan)
    keys = set(Event.objects.values_list("pk", flat=True))
    (said,) = load_seeds(edition(tmp_path / "seeds", later=True), at=NOW)
    assert "0 events" in said
    assert "7 wordings added" in said
    assert set(Event.objects.values_list("pk", flat=True)) == keys
    assert Wording.objects.filter(language="ja").count() == Wording.objects.filter(language="ko").count() == 4
    assert Wording.objects.get(pk=mine.pk).headline == "私の見出し"
    assert Actor.objects.get(name="Japan").name_ja == "日本国"
    assert Actor.objects.get(name="Korea").name_ja == "朝鮮"
    assert Event.objects.get(external_id="e065").edtf == "1997-01-21"
    assert Event.objects.get(external_id="e188").entries.get().published_since == NOW
    assert about(Chronology.objects.get(), "ja").method.language == "ja"
    (again,) = load_seeds(tmp_path / "seeds", at=NOW)
    assert "nothing to do" in again


def test_a_date_that_somebody_chose_since_stays(db, tmp_path, make_source):
    list(load_seeds(edition(tmp_path / "seeds", later=False), at=NOW))
    event = Event.objects.get(external_id="e065")
    theirs = CitationDraft(source=make_source(), words="in 1997", date=edtf.parse("1997"), chosen=True)
    cite(event=event, draft=theirs, by=None, at=NOW)
    list(load_seeds(edition(tmp_path / "seeds", later=True), at=NOW))
    event.refresh_from_db()
    assert event.edtf == "1997"
    assert "1997-01-21" in {citation.edtf for citation in event.citations.all()}


def test_a_later_edition_publishes_in_its_own_chronology_alone(db, tmp_path, make_chronology):
    list(load_seeds(edition(tmp_path / "seeds", later=False), at=NOW))
    event, other = Event.objects.get(external_id="e188"), make_chronology("Another", "another")
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        theirs = save(Entry(chronology=other, event=event))
    list(load_seeds(edition(tmp_path / "seeds", later=True), at=NOW))
    assert event.entries.exclude(pk=theirs.pk).get().published_since == NOW
    theirs.refresh_from_db()
    assert theirs.published_since is None


def _wording(event):
    return event.wordings.get(language="en")


@pytest.mark.parametrize("second_reader", [False, True])
@pytest.mark.parametrize("changed", [lambda event: event, _wording], ids=["event", "wording"])
def test_a_later_edition_checks_and_dates_nothing_that_a_person_has_changed(
    changed, second_reader, db, tmp_path, researcher
):
    list(load_seeds(edition(tmp_path / "seeds", later=False), at=NOW))
    event = Event.objects.get(external_id="e188")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        chronology = Chronology.objects.get()
        chronology.needs_second_reader = second_reader
        save(chronology)
    with open_change(by=researcher, at=NOW, verb=Verb.EDIT):
        save(changed(event))
    before = event.edtf
    list(load_seeds(edition(tmp_path / "seeds", later=True), at=NOW))
    event = Event.objects.get(external_id="e188")
    assert event.citations.count() == 3
    assert (event.status, event.edtf, event.chosen_citation) == ("draft", before, None)
    assert event.entries.get().published_since is None


def test_a_later_edition_publishes_no_entry_that_a_person_has_placed_or_taken_out(db, tmp_path, checker):
    list(load_seeds(edition(tmp_path / "seeds", later=False), at=NOW))
    moved, gone = (Event.objects.get(external_id=name).entries.get() for name in ("e188", "e001"))
    with open_change(by=checker, at=NOW, verb=Verb.MOVE):
        save(moved)
        gone.delete()
    list(load_seeds(edition(tmp_path / "seeds", later=True), at=NOW))
    assert moved.event.entries.get().published_since is None
    assert not Entry.objects.filter(event__external_id="e001").exists()


def test_of_what_was_taken_back_a_later_edition_brings_nothing(db, tmp_path):
    list(load_seeds(edition(tmp_path / "seeds", later=False), at=NOW))
    actions.undo_batch(batch=Batch.objects.get(), by=None, at=NOW)
    (said,) = load_seeds(edition(tmp_path / "seeds", later=True), at=NOW)
    assert "taken back" in said
    assert not Event.objects.exists()


def test_a_later_edition_can_be_taken_back_by_itself(db, tmp_path):
    list(load_seeds(edition(tmp_path / "seeds", later=False), at=NOW))
    list(load_seeds(edition(tmp_path / "seeds", later=True), at=NOW))
    actions.undo_batch(batch=Batch.objects.latest("pk"), by=None, at=NOW)
    assert Event.objects.count() == 4
    assert not Wording.objects.exclude(language="en").exists()
    assert Event.objects.get(external_id="e065").edtf == "1997-01"
