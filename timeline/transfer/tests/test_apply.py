"""What an import writes, that it writes all or nothing, and that it is undone as a whole."""

import pytest
from django.db import OperationalError

from timeline.conftest import NOW
from timeline.records import actions as records
from timeline.records import search
from timeline.records.changes import NOUNS, UndoRefused
from timeline.records.models import Actor, Batch, Change, Citation, Event, Findable, Place, Source, Theme
from timeline.transfer import actions, runs
from timeline.transfer import apply as applying
from timeline.transfer.tests.conftest import as_csv, planned_rows

NO_SOURCE = dict.fromkeys(("source_title", "source_url", "source2_title", "source2_url"), "")


def counts():
    return {noun.__name__: noun.objects.count() for noun in NOUNS}


def test_a_row_becomes_an_event_with_all_it_says(bring_in):
    bring_in({})
    event = Event.objects.get()
    assert (event.headline, event.wording.summary, event.status) == ("Talks are held", "Two leaders meet.", "draft")
    assert (event.words, event.edtf, event.precision) == ("17 September 2002", "2002-09-17", "day")
    assert (event.external_id, event.wording.language, event.note) == ("a1", "en", "A note.")
    assert (event.place.name, event.place.latitude, event.place.longitude) == ("Pyongyang", 39.03, 125.75)
    assert [actor.name for actor in event.actors.all()] == ["Japan", "North Korea"]
    assert [theme.name for theme in event.themes.all()] == ["abductions", "summit"]


def test_the_first_source_gives_the_date_and_of_the_second_nothing_is_claimed(bring_in, rivals_of):
    bring_in({})
    first, second = Event.objects.get().citations.order_by("pk")
    assert (first.source.title, first.source.published, first.locator) == ("A gazette", "2002-09-18", "page 1")
    assert (first.chosen, first.gives_date, first.exact, first.edtf) == (True, True, "", "2002-09-17")
    assert (second.source.title, second.chosen, second.gives_date, second.edtf) == ("Another gazette", False, False, "")
    assert not rivals_of(Event.objects.get())


def test_known_means_that_the_source_does_not_give_the_date(bring_in):
    bring_in({"verified": "known"})
    assert Citation.objects.get(chosen=True).gives_date is False


def test_rows_arrive_checked_when_the_importer_says_so_but_not_without_a_source(bring_in):
    bring_in({}, {"title": "Unsourced"} | NO_SOURCE, as_checked=True)
    assert Event.objects.get(external_id="a1").status == "checked"
    unsourced = Event.objects.get(external_id="a2")
    assert (unsourced.status, unsourced.citation_count) == ("draft", 0)
    assert set(Citation.objects.values_list("state", flat=True)) == {"checked"}
    assert unsourced.date_reason


def test_the_citations_of_drafts_arrive_proposed(bring_in):
    bring_in({})
    assert set(Citation.objects.values_list("state", flat=True)) == {"proposed"}


def test_an_imported_event_is_found_like_one_made_by_hand(bring_in):
    bring_in({})
    event = Event.objects.get()
    assert search.matching(Event.objects.all(), "pyongyang").get() == event
    assert search.check_index().wrong == 0


def test_names_and_sources_are_shared_between_rows_and_with_what_is_stored(bring_in):
    bring_in({}, {"title": "Other talks"})
    bring_in({"id": "b", "title": "Third talks"})
    assert (Actor.objects.count(), Theme.objects.count(), Place.objects.count(), Source.objects.count()) == (2, 2, 1, 2)
    assert Event.objects.count() == 3


def test_every_record_has_its_history_under_one_change(bring_in, admin):
    batch = bring_in({}, {"title": "Other talks"}, by=admin)
    change = Change.objects.get(batch=batch)
    assert (change.verb, change.by, change.at) == ("import", admin, NOW)
    for noun in NOUNS:
        rows = noun.history.model.objects.filter(change=change, history_type="+", history_user=admin)
        assert rows.count() == noun.objects.count()


def test_a_formula_is_stored_as_the_text_it_is(bring_in):
    bring_in({"title": '=HYPERLINK("https://example.org")'})
    assert Event.objects.get().headline == '=HYPERLINK("https://example.org")'


def test_rows_with_errors_keep_the_whole_import_back_unless_they_are_left_out(plan):
    batch = plan({}, {"title": "", "id": "bad"})
    with pytest.raises(actions.RowsRefused):
        actions.apply_plan(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    assert not Event.objects.exists()
    done = actions.apply_plan(batch=batch, as_checked=False, leave_out=True, by=None, at=NOW)
    assert (done.result["events"], done.result["left_out"]) == (1, 1)


def test_a_failure_in_the_middle_leaves_nothing(plan, monkeypatch):
    batch = plan({}, {"title": "Other talks"})
    before = counts()

    def fail(*_arguments):
        raise RuntimeError

    monkeypatch.setattr(applying, "_citations", fail)
    with pytest.raises(RuntimeError):
        actions.apply_plan(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    assert counts() == before
    assert not Change.objects.exists()
    assert Batch.objects.get().status == "planned"


def test_a_plan_is_applied_once(bring_in):
    batch = bring_in({})
    with pytest.raises(actions.NotPlanned):
        actions.apply_plan(batch=batch, as_checked=False, leave_out=True, by=None, at=NOW)
    assert Event.objects.count() == 1


def test_a_plan_that_no_longer_holds_is_not_applied(plan):
    first = plan({"id": "same"})
    second = plan({"id": "same", "title": "Other talks"})
    actions.apply_plan(batch=first, as_checked=False, leave_out=False, by=None, at=NOW)
    with pytest.raises(actions.PlanIsOld):
        actions.apply_plan(batch=second, as_checked=False, leave_out=True, by=None, at=NOW)
    assert Event.objects.count() == 1


def test_columns_that_are_missing_are_named(db):
    batch = actions.keep_file(name="x.csv", content=b"a,b\n1,2\n", by=None, at=NOW)
    with pytest.raises(actions.ColumnsMissing, match="headline, the date"):
        actions.make_plan(batch=batch, chosen=batch.mapping["columns"], language="en")


def test_the_same_file_twice_leads_to_the_earlier_batch_until_that_is_undone(bring_in):
    batch = bring_in({})
    with pytest.raises(actions.ImportedBefore) as before:
        actions.keep_file(name="again.csv", content=as_csv({}), by=None, at=NOW)
    assert before.value.batch == batch
    actions.undo_batch(batch=batch, by=None, at=NOW)
    assert actions.keep_file(name="again.csv", content=as_csv({}), by=None, at=NOW) != batch


def test_an_import_is_undone_as_a_whole_and_its_history_stays(bring_in):
    before = counts()
    batch = bring_in(*({"id": f"n{number}", "title": f"Talks {number}"} for number in range(30)))
    undone = actions.undo_batch(batch=batch, by=None, at=NOW)
    assert counts() == before
    assert undone.status == "undone"
    assert not Findable.objects.exists()
    assert Event.history.filter(history_type="-").count() == 30
    with pytest.raises(actions.NotApplied):
        actions.undo_batch(batch=batch, by=None, at=NOW)


def test_undoing_leaves_what_stood_before(bring_in, make_event):
    make_event(actors=("Japan",))
    before = counts()
    actions.undo_batch(batch=bring_in({}), by=None, at=NOW)
    assert counts() == before


def test_undo_is_refused_when_an_event_was_changed_since_and_says_which(bring_in, researcher):
    batch = bring_in({})
    event = Event.objects.get()
    draft = records.EventDraft(headline="Talks were held", language="en", words=event.words, date=event.date)
    records.edit_event(event=event, version=event.version, draft=draft, by=researcher, at=NOW)
    with pytest.raises(UndoRefused) as refused:
        actions.undo_batch(batch=batch, by=None, at=NOW)
    assert event in refused.value.records
    assert Event.objects.get().headline == "Talks were held"
    assert Batch.objects.get().status == "applied"


def test_undo_is_refused_when_an_event_was_placed_since(bring_in, make_chronology):
    batch = bring_in({})
    chronology = make_chronology()
    entry = records.place(event=Event.objects.get(), chronology=chronology, section=None, lane=None, by=None, at=NOW)
    with pytest.raises(UndoRefused) as refused:
        actions.undo_batch(batch=batch, by=None, at=NOW)
    assert entry in refused.value.records
    assert Event.objects.count() == 1


def test_undo_is_refused_when_a_later_import_uses_the_same_source(bring_in):
    batch = bring_in({})
    bring_in({"id": "b", "title": "Other talks"})
    with pytest.raises(UndoRefused):
        actions.undo_batch(batch=batch, by=None, at=NOW)
    assert Event.objects.count() == 2


def test_an_event_that_was_merged_elsewhere_keeps_the_identifier_unique(bring_in):
    bring_in({"id": "x"})
    assert list(Event.objects.values_list("external_id", flat=True)) == ["x"]


def test_rows_become_records_before_the_transaction(plan, django_assert_num_queries):
    batch = plan({}, {"title": "Other talks", "place": "Wonsan"})
    rows = planned_rows(batch)
    with django_assert_num_queries(0):
        prepared = applying.prepare(rows, as_checked=False, batch=batch)
    assert [one.wordings[0].headline for one in prepared.parts] == ["Talks are held", "Other talks"]


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_has_to_be_tried_again_brings_in_the_same(plan, monkeypatch):
    batch = plan({}, {"title": "Other talks", "place": "Wonsan"})
    create, tried = runs.create_events, []

    def fail_once(prepared):
        made = create(prepared)
        tried.append(made)
        if len(tried) == 1:
            raise OperationalError("database is locked")
        return made

    monkeypatch.setattr(runs, "create_events", fail_once)
    actions.apply_plan(batch=batch, as_checked=False, leave_out=False, by=None, at=NOW)
    assert tried[0] == tried[1]
    events = Event.objects.order_by("pk")
    assert [(event.headline, event.place.name) for event in events] == [
        ("Talks are held", "Pyongyang"), ("Other talks", "Wonsan"),
    ]  # fmt: skip
    assert {citation.source.title for citation in Citation.objects.all()} == {"A gazette", "Another gazette"}
