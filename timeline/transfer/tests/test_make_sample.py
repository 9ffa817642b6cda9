"""A synthetic chronology: the same from the same seed, written like all that is written, gone without a trace."""

import io

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions
from timeline.records.changes import NOUNS, save
from timeline.records.models import (
    Actor,
    Batch,
    Change,
    Chronology,
    Citation,
    Entry,
    Event,
    Source,
    Verb,
    Wording,
    history_of,
    open_change,
)
from timeline.records.sorting import sort_key
from timeline.records.sql import ask
from timeline.transfer import queries
from timeline.transfer.sample import words
from timeline.transfer.sample.making import PIECE, make_sample

MORE_THAN_A_PIECE = PIECE + 20
# Readers' copies of a page are told by numbers that never go back.
ONLY_GROWING = {"records.Edition"}


class Interrupted(Exception):
    """Somebody pressed Ctrl-C."""


def run(*arguments, **options):
    out = io.StringIO()
    call_command("make_sample", *arguments, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def refusal(*arguments, **options):
    with pytest.raises(CommandError) as refused:
        run(*arguments, **options)
    return str(refused.value)


def interrupt(_done):
    raise Interrupted


def interrupted_sample():
    with pytest.raises(Interrupted):
        make_sample(events=MORE_THAN_A_PIECE, seed=1, slug="sample", ancient=False, at=NOW, told=interrupt)


def everything():
    """All rows of all tables, as they stand."""
    models = [model for model in apps.get_models() if model._meta.label not in ONLY_GROWING]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


def told():
    """What the sample says, without the keys of its rows."""
    rows = Citation.objects.order_by("pk").values_list(
        "event__sort_key", "event__edtf", "event__time", "event__place__name", "source__title",
        "source__publisher", "edtf", "words", "exact", "locator", "chosen", "gives_date",
    )  # fmt: skip
    return list(rows), list(Wording.objects.order_by("pk").values_list("language", "headline", "summary"))


# What is written.


def test_all_of_it_is_checked_published_and_arranged(db):
    said = run(events=300, ancient=True)
    assert "300 events" in said
    chronology = Chronology.objects.get()
    assert (chronology.slug, chronology.is_public) == ("sample", True)
    assert Entry.objects.published().filter(chronology=chronology, lane__isnull=False).count() == 300
    assert chronology.sections.count() == len(words.SECTIONS)
    assert chronology.lanes.count() == 7
    assert Actor.objects.count() == 500


def test_every_row_has_its_history_and_its_change(db):
    run(events=MORE_THAN_A_PIECE)
    for noun in NOUNS:
        created = history_of(noun).filter(history_type="+")
        assert set(created.values_list("id", flat=True)) == set(noun._base_manager.values_list("pk", flat=True))
    assert [change.verb for change in Change.objects.order_by("pk")] == ["import", "import", "import", "publish"]
    assert Change.objects.filter(is_public=True).count() == 1


def test_every_row_is_one_that_a_form_could_have_stored(db):
    run(events=300, ancient=True)
    for noun in NOUNS:
        for record in noun._base_manager.all():
            record.clean_fields()
            record.validate_constraints()
    for event in Event.objects.all():
        assert edtf.parse(event.edtf).earliest == event.earliest
        assert event.date.latest == event.latest
        assert event.sort_key == sort_key(event.date)
        assert event.citation_count == event.citations.count()


def test_the_command_makes_the_same_again_and_other_events_from_another_seed(db):
    run(events=60)
    first = told()
    run("--remove")
    run(events=60)
    assert told() == first
    run("--remove")
    run(events=60, seed=2)
    assert told() != first


def test_a_reader_and_a_researcher_see_it(as_visitor, as_researcher):
    run(events=60)
    assert as_visitor.get("/chronologies/sample/").status_code == 200
    assert as_researcher.get("/chronologies/sample/").status_code == 200


def test_it_is_no_import_that_could_be_undone_by_a_button(as_admin):
    run(events=20)
    batch = Batch.objects.get()
    assert list(queries.batches()) == []
    before = everything()
    for deed in ("apply", "undo", "discard"):
        assert as_admin.post(f"/imports/{batch.pk}/{deed}/").status_code < 500
    assert everything()["records.Event"] == before["records.Event"]
    assert Batch.objects.get() == batch


def test_two_samples_stand_beside_each_other_with_names_of_their_own(db):
    run(events=20)
    before = everything()
    run(events=20, slug="second")
    assert Actor.objects.filter(name__endswith=" (second)").count() == 500
    run("--remove", slug="second")
    assert everything() == before


# Meanwhile, and when it is interrupted.


def test_somebody_else_adds_an_event_meanwhile(researcher):
    drafts = []

    def draft(_done):
        said = actions.EventDraft(headline="Mine", language="en", actors=(words.actors()[0].en,))
        drafts.append(actions.draft_event(draft=said, by=researcher, at=NOW))

    make_sample(events=MORE_THAN_A_PIECE, seed=1, slug="sample", ancient=False, at=NOW, told=draft)
    assert len(drafts) == 2
    assert Event.objects.filter(pk__in=[event.pk for event in drafts]).count() == 2
    assert Event.objects.count() == MORE_THAN_A_PIECE + 2


def test_readers_see_nothing_before_the_end(as_visitor):
    interrupted_sample()
    assert Event.objects.count() == PIECE
    assert not Entry.objects.published().exists()
    assert as_visitor.get("/chronologies/sample/").status_code == 404
    assert as_visitor.get(f"/events/{Event.objects.first().pk}/").status_code == 404


def test_what_was_interrupted_is_taken_away_and_made_anew(db):
    before = everything()
    interrupted_sample()
    assert "not finished" in refusal(events=20)
    run("--remove")
    assert everything() == before
    run(events=20)
    assert Event.objects.count() == 20


def test_a_removal_that_was_interrupted_is_taken_up(db):
    before = everything()
    run(events=MORE_THAN_A_PIECE)
    from timeline.transfer.sample.removing import remove_sample

    with pytest.raises(Interrupted):
        remove_sample(slug="sample", at=NOW, told=interrupt)
    assert Event.objects.count() == 20
    assert not Chronology.objects.get().is_public
    run("--remove")
    assert everything() == before


# Without a trace.


def test_removing_leaves_every_table_as_it_was(make_event, make_chronology, publish, checker):
    publish(make_event(checked=True, by=checker), make_chronology())
    before = everything()
    made = run(events=MORE_THAN_A_PIECE)
    removed = run("--remove")
    assert everything() == before
    assert sorted(removed.split(": ")[1].rstrip(".\n").split(", ")) == sorted(
        made.split(": ")[1].rstrip(".\n").split(", ")
    )


@pytest.mark.skipif(connection.vendor == "postgresql", reason="PostgreSQL tidies its index itself")
def test_removing_leaves_no_dead_words_in_the_index(make_event):
    make_event("A harbour is dug", checked=True)
    before = words_kept()
    run("--events", "60")
    assert words_kept() > before
    run("--remove")
    assert words_kept() <= before + 200


def words_kept():
    """The size of what SQLite's index consists of."""
    return ask("SELECT SUM(LENGTH(block)) FROM records_findable_words_data")[0][0]


def test_what_people_did_to_it_goes_with_it(checker, make_event):
    own = make_event(headline="Mine", checked=True)
    source = Source.objects.get()
    before = everything()
    run(events=20)
    event, chronology = Event.objects.exclude(pk=own.pk).first(), Chronology.objects.get()
    cited = actions.CitationDraft(source=source, locator="page 9")
    actions.cite(event=event, draft=cited, by=checker, at=NOW)
    actions.place(event=own, chronology=chronology, section=None, lane=None, by=checker, at=NOW)
    with open_change(by=checker, at=NOW, verb=Verb.EDIT):
        chronology.title = "Renamed"
        save(chronology)
        lane = chronology.lanes.first()
        lane.name = "Renamed"
        save(lane)
    run("--remove")
    assert everything() == before


def test_a_change_that_also_wrote_other_rows_stays(checker, make_event):
    own = make_event(headline="Mine")
    run(events=20)
    with open_change(by=checker, at=NOW, verb=Verb.EDIT) as change:
        for event in (own, Event.objects.exclude(pk=own.pk).first()):
            event.note = "Both at once"
            save(event)
    run("--remove")
    assert Change.objects.filter(pk=change.pk).exists()
    assert own.history.filter(change=change).exists()


def test_what_others_use_keeps_it_from_being_removed(make_event):
    own = make_event(headline="Mine")
    run(events=20)
    source = Source.objects.exclude(citations__event=own).first()
    actions.cite(event=own, draft=actions.CitationDraft(source=source, locator="page 1"), by=None, at=NOW)
    before = everything()
    assert str(source) in refusal("--remove")
    assert everything() == before


# What is refused.


@pytest.mark.parametrize("events", [0, -5, 2_000_001])
def test_a_number_that_is_none_is_refused(events, db):
    assert "1 to 2,000,000" in refusal(events=events)
    assert not Batch.objects.exists()


def test_the_number_must_be_said(db):
    assert "--events" in refusal()


def test_a_short_name_must_be_one(db):
    assert "short name" in refusal(events=5, slug="no name")


def test_a_sample_that_stands_is_not_made_again(db):
    run(events=5)
    before = everything()
    assert "stands already" in refusal(events=5)
    assert everything() == before


def test_a_chronology_that_is_no_sample_is_left_alone(make_chronology):
    chronology = make_chronology()
    before = everything()
    assert "no sample" in refusal(events=5, slug=chronology.slug)
    assert "no sample" in refusal("--remove", slug=chronology.slug)
    assert "no sample" in refusal("--remove", slug="nothing")
    assert everything() == before


def test_a_sample_that_was_renamed_is_still_one(db):
    before = everything()
    run(events=5)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        chronology = Chronology.objects.get()
        chronology.slug = "renamed"
        save(chronology)
    assert "stands already" in refusal(events=5, slug="renamed")
    run("--remove", slug="renamed")
    assert everything() == before
