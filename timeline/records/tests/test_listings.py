"""What lists are read from follows every write, and is found out and mended where it does not."""

import pytest
from django.core.management import CommandError, call_command

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import access, actions, listings, search, verifying
from timeline.records.changes import undo
from timeline.records.listings import FACETED, Listed
from timeline.records.models import Change, Entry, Facet, Findable, Listing, Source, Tally, Verb, changes, open_change
from timeline.records.sorting import sort_key
from timeline.records.tallies import ALL, SOURCES, whole
from timeline.records.touched import touched


@pytest.fixture
def chronology(make_chronology):
    return make_chronology()


def assert_kept():
    assert list(verifying.wrong_entries()) == []
    assert verifying.wrong_tallies() == {}


@pytest.fixture(autouse=True)
def agrees_at_the_end(db):
    yield
    assert_kept()


def test_a_placed_event_is_listed_with_its_order_and_its_facets(make_event, publish, chronology):
    entry = publish(make_event("Talks", "2002-09-17", checked=True, place="Pyongyang", actors=("Koizumi",)), chronology)
    listing = Listing.objects.get(entry=entry)
    assert (listing.is_public, listing.year, listing.is_known, listing.node) == (True, 2002, True, None)
    kinds = {value.partition(":")[0] for value in Facet.objects.filter(entry=entry).values_list("value", flat=True)}
    assert kinds == {"actor", "place", "lane", "cites", "exactness", "calendar"}
    assert whole(chronology.pk, ALL, (True,)) == 1
    assert whole(chronology.pk, SOURCES, (True,)) == 1


def test_an_event_without_an_entry_is_not_listed(make_event, chronology):
    make_event(checked=True)
    assert not Listing.objects.exists()


def test_a_new_date_moves_what_is_listed(make_event, publish, chronology):
    event = make_event(date="2002-09-17", checked=True)
    publish(event, chronology)
    draft = actions.EventDraft(headline="Talks", language="en", words="1970s", date=edtf.parse("197X"))
    actions.edit_event(event=event, version=None, draft=draft, by=None, at=NOW)
    listing = Listing.objects.get()
    assert (listing.year, listing.is_known) == (None, False)
    assert listing.length > 3000
    assert whole(chronology.pk, "exactness:wide", (True,)) == 1


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_an_event_that_is_checked_no_more_is_not_public(make_event, publish, chronology, status):
    event = make_event(checked=True)
    publish(event, chronology)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        event.status = status
        event.save()
    assert whole(chronology.pk, ALL, (True,)) == 0
    assert whole(chronology.pk, ALL, (False,)) == (status == "draft")


def test_an_undone_change_leaves_what_was_kept_before(make_event, publish, chronology):
    publish(make_event(checked=True), chronology)
    before = [list(model.objects.order_by("pk").values()) for model in (Listing, Tally)]
    second = make_event("Another", "1999-01-02", checked=True)
    publish(second, chronology)
    change = Change.objects.filter(verb=Verb.PUBLISH).order_by("pk").last()
    undo(change=change, by=None, at=NOW)
    after = [list(model.objects.order_by("pk").values()) for model in (Listing, Tally)]
    assert after[0] == before[0]
    assert [{**row, "id": 0} for row in after[1]] == [{**row, "id": 0} for row in before[1]]


def test_a_source_of_two_events_is_counted_once_until_none_cites_it(make_event, publish, chronology):
    first, second = make_event(checked=True), make_event("Another", checked=True)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for citation in second.citations.all():
            citation.source = first.citations.get().source
            citation.save()
    entries = [publish(event, chronology) for event in (first, second)]
    assert whole(chronology.pk, SOURCES, (True,)) == 1
    for left, entry in zip((1, 0), entries, strict=True):
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            entry.published_since = None
            entry.save()
        assert whole(chronology.pk, SOURCES, (True,)) == left
        assert whole(chronology.pk, SOURCES, (False,)) == 1


def test_another_publisher_moves_the_facet_of_all_that_cite_it(make_event, publish, chronology):
    publish(make_event(checked=True), chronology)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = Source.objects.get()
        source.publisher = "The Gazette"
        source.save()
    assert whole(chronology.pk, "source:The Gazette", (True,)) == 1


def test_of_a_source_only_another_publisher_touches_what_cites_it(make_event, publish, chronology):
    entry = publish(make_event(checked=True), chronology)
    source = Source.objects.get()

    def change(**fields):
        with open_change(by=None, at=NOW, verb=Verb.EDIT) as made:
            for name, value in fields.items():
                setattr(source, name, value)
            source.save()
        return made

    assert touched(change(title="Another title", author="Somebody")) == []
    assert touched(named := change(publisher="The Gazette")) == [entry.pk]
    assert touched(undo(change=named, by=None, at=NOW)) == [entry.pk]


def test_a_lane_that_is_deleted_leaves_its_events_in_none(make_event, publish, chronology):
    publish(make_event(checked=True), chronology)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        chronology.lanes.get().delete()
    assert Listing.objects.get().lane is None


def test_a_chronology_that_is_deleted_leaves_nothing(make_event, publish, chronology):
    publish(make_event(checked=True), chronology)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        chronology.delete()
    assert not any(model.objects.exists() for model in (Listing, Facet, Tally))


def test_verify_finds_nothing_where_all_agrees(make_event, publish, chronology, capsys):
    publish(make_event(checked=True), chronology)
    call_command("verify")
    assert "says what the records say" in capsys.readouterr().out


def test_verify_names_what_differs_and_repair_mends_it(make_event, publish, chronology, capsys):
    entry = publish(make_event(checked=True), chronology)
    Listing.objects.update(sort_key=sort_key(edtf.parse("1999")))
    Facet.objects.filter(value__startswith="exactness:").delete()
    Tally.objects.filter(value=ALL).update(count=7)
    Findable.objects.update(terms="other")
    with pytest.raises(CommandError, match=r"1 entries, \d+ counts, 0 revisions and the words of 1 events differ"):
        call_command("verify")
    assert f"entry {entry.pk}" in capsys.readouterr().err
    call_command("verify", repair=True)
    assert "the words of 1 events" in capsys.readouterr().out
    assert_kept()
    assert search.check_index().wrong == 0


def test_what_is_kept_of_entries_that_are_gone_is_found_and_taken_away(make_event, publish, chronology):
    entry = publish(make_event(checked=True), chronology)
    Entry.objects.filter(pk=entry.pk)._raw_delete("default")
    assert list(verifying.wrong_entries()) == [[entry.pk]]
    verifying.repair()
    assert not Listing.objects.exists()


def test_records_from_before_anything_was_kept_are_listed_at_the_next_start(make_event, publish, chronology):
    publish(make_event(checked=True), chronology)
    for model in (Listing, Facet, Tally):
        model.objects.all().delete()
    verifying.fill()
    assert whole(chronology.pk, ALL, (True,)) == 1


def test_the_rows_written_have_the_columns_of_their_tables():
    assert (*Listed._fields, "shown") == tuple(column.attname for column in Listing._meta.concrete_fields)
    assert tuple(column.attname for column in Facet._meta.concrete_fields if not column.primary_key) == FACETED


def test_a_filling_that_was_ended_in_the_middle_goes_on(make_event, publish, chronology):
    entries = [publish(make_event(f"Event {number}", checked=True), chronology) for number in range(3)]
    undo_all = (Listing, Facet, Tally)
    for model in undo_all:
        model.objects.all().delete()
    listings.refresh([entries[0].pk], at=NOW)
    verifying.fill()
    assert whole(chronology.pk, ALL, (True,)) == 3


def test_a_publisher_of_any_length_that_a_source_takes_can_be_chosen(make_event, publish, chronology, as_visitor):
    publish(make_event(checked=True), chronology)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = Source.objects.get()
        source.publisher = "長" * 300
        source.save()
    page = as_visitor.get(f"/chronologies/{chronology.slug}/", {"source": source.publisher})
    assert "1 of 1 events" in page.text
    assert "at most" not in page.text


def test_who_may_is_asked_when_all_else_is_done(make_event, researcher, publish, chronology):
    entry = publish(make_event(checked=True), chronology)
    entry.published_since = None
    with pytest.raises(access.CheckerNeeded), open_change(by=researcher, at=NOW, verb=Verb.EDIT):
        entry.save()
    assert whole(chronology.pk, ALL, (True,)) == 1
    assert changes._last_questions == [access.settle]
    assert listings.keep in changes._questions
