"""Entries: place, move where the dates leave it open, section and lane for several, publish, withdraw."""

import pytest

from timeline.arrange.actions import entries as actions
from timeline.conftest import NOW
from timeline.records.models import Entry, Lane, Section, Verb, open_change


@pytest.fixture
def chronology(make_chronology):
    return make_chronology()


@pytest.fixture
def three(chronology, make_event, place):
    """Two events of one day, and one of the day before."""
    return place(
        chronology,
        make_event("Eve", "2018-06-13"),
        make_event("First", "2018-06-14"),
        make_event("Second", "2018-06-14"),
    )


def test_events_without_a_place_are_listed_found_and_placed(as_researcher, at, chronology, make_event):
    event, other = make_event("A ferry sails", themes=("ships",)), make_event("Talks are held")
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        lane = Lane(chronology=chronology, position=2, letter="S", name="Ships", theme=event.themes.get())
        lane.save()
    page = as_researcher.get(at("chronology", slug=chronology.slug) + "?q=ferry")
    assert [one.pk for one in page.context["unplaced"]] == [event.pk]
    sent = {"event": [event.pk, other.pk], "section": chronology.sections.get().pk, "lane": ""}
    as_researcher.post(at("entry_new", slug=chronology.slug), sent)
    assert Entry.objects.get(event=event).lane == lane
    assert Entry.objects.get(event=other).lane is None
    assert not as_researcher.get(at("chronology", slug=chronology.slug)).context["unplaced"]


def test_placing_twice_makes_one_entry_and_keeps_its_place(as_researcher, at, chronology, make_event):
    event = make_event()
    for section in (chronology.sections.get().pk, ""):
        as_researcher.post(at("entry_new", slug=chronology.slug), {"event": [event.pk], "section": section})
    assert Entry.objects.get().section == chronology.sections.get()


def test_placing_nothing_says_so(as_researcher, at, chronology):
    answer = as_researcher.post(at("entry_new", slug=chronology.slug), {"event": "x"})
    assert answer.status_code == 422
    assert "Nothing is placed" in answer.text


def test_entries_of_one_day_are_drawn_together(as_researcher, at, chronology, three):
    page = as_researcher.get(at("chronology", slug=chronology.slug)).text
    assert page.count("Same day, order is yours") == 1


@pytest.mark.parametrize("sent", [{"direction": "up"}, {"after": "eve"}])
def test_the_order_within_a_day_is_the_editors(sent, as_researcher, at, chronology, three, order):
    eve, _first, second = three
    if "after" in sent:
        sent = {"after": eve.pk}
    answer = as_researcher.post(at("entry_move", pk=second.pk), sent)
    assert answer.url.endswith(f"#entry-{second.pk}")
    assert order(chronology) == ["Eve", "Second", "First"]
    as_researcher.post(at("entry_move", pk=second.pk), {"direction": "down"})
    assert order(chronology) == ["Eve", "First", "Second"]


def test_a_move_writes_one_row_once_the_ranks_differ(as_researcher, at, chronology, three, order):
    _eve, first, second = three
    as_researcher.post(at("entry_move", pk=second.pk), {"direction": "up"})
    ranks = Entry.objects.get(pk=first.pk).version
    as_researcher.post(at("entry_move", pk=second.pk), {"direction": "down"})
    assert Entry.objects.get(pk=first.pk).version == ranks
    assert order(chronology) == ["Eve", "First", "Second"]


def test_a_new_event_of_the_same_day_comes_last(as_researcher, at, chronology, three, order, make_event):
    as_researcher.post(at("entry_move", pk=three[2].pk), {"direction": "up"})
    third = make_event("Third", "2018-06-14")
    as_researcher.post(at("entry_new", slug=chronology.slug), {"event": [third.pk]})
    assert order(chronology) == ["Eve", "Second", "First", "Third"]


def test_a_move_that_the_dates_contradict_says_which_and_why_and_offers_to_open_them(
    as_researcher, at, chronology, three, order
):
    eve, first, _second = three
    answer = as_researcher.post(at("entry_move", pk=eve.pk), {"direction": "down"})
    assert answer.status_code == 409
    assert "13 June 2018 is over before Thursday 14 June 2018 begins" in answer.text
    for entry in (eve, first):
        assert at("event_edit", pk=entry.event_id) in answer.text
    assert order(chronology) == ["Eve", "First", "Second"]


def test_a_move_across_several_days_names_every_event_it_cannot_pass(as_researcher, at, three):
    eve, _first, second = three
    answer = as_researcher.post(at("entry_move", pk=eve.pk), {"after": second.pk})
    assert [one.event.headline for one in answer.context["refused"].against] == ["First", "Second"]


def test_a_date_that_is_not_exact_is_not_moved_among_exact_ones(as_researcher, at, chronology, make_event, place):
    month = place(chronology, make_event("Some time", "2018-06"))
    place(chronology, make_event("That day", "2018-06-14"))
    answer = as_researcher.post(at("entry_move", pk=month.pk), {"direction": "up"})
    assert answer.status_code == 409
    assert "a date that is not exact stands behind" in answer.text


def test_undated_events_stand_last_and_in_any_order(as_researcher, at, chronology, make_event, place, order):
    place(chronology, make_event("Dated"))
    _one, other = place(chronology, make_event("One", date=""), make_event("Other", date=""))
    as_researcher.post(at("entry_move", pk=other.pk), {"direction": "up"})
    assert order(chronology) == ["Dated", "Other", "One"]
    answer = as_researcher.post(at("entry_move", pk=other.pk), {"direction": "up"})
    assert "What has no date stands behind" in answer.text


def test_there_is_nothing_above_the_first(as_researcher, at, three, order, chronology):
    answer = as_researcher.post(at("entry_move", pk=three[0].pk), {"direction": "up"}, follow=True)
    assert "nothing further in this section" in answer.text


def test_htmx_gets_the_section_alone_and_a_sentence(as_researcher, at, three):
    headers = {"HX-Request": "true"}
    answer = as_researcher.post(at("entry_move", pk=three[2].pk), {"direction": "up"}, headers=headers)
    assert answer.text.count("<section") == 1
    assert "<html" not in answer.text
    assert "Moved: Second" in answer.text
    refused = as_researcher.post(at("entry_move", pk=three[0].pk), {"direction": "down"}, headers=headers)
    assert refused.status_code == 409
    assert "Not moved" in refused.text


def test_an_entry_dragged_to_another_section_changes_both(as_researcher, at, chronology, three):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        section = Section(chronology=chronology, position=2, title="Later")
        section.save()
    sent = {"after": "", "section": section.pk}
    answer = as_researcher.post(at("entry_move", pk=three[0].pk), sent, headers={"HX-Request": "true"})
    assert answer.text.count("<section") == 2
    assert Entry.objects.get(pk=three[0].pk).section == section


def test_many_moves_to_one_place_keep_ranks_in_their_column(as_researcher, researcher, chronology, make_event, place):
    entries = place(chronology, *(make_event(f"Event {number}", "2018-06-14") for number in range(3)))
    for number in range(200):
        moved, after = entries[1 + number % 2], entries[0]
        actions.move(entry=moved, section=moved.section, after=after, by=researcher, at=NOW)
    ranks = list(Entry.objects.in_order().values_list("rank", flat=True))
    assert ranks == sorted(set(ranks))
    assert max(map(len, ranks)) <= 60


def test_several_entries_get_one_section_and_lane(as_researcher, at, chronology, three):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        section = Section(chronology=chronology, position=2, title="Later")
        section.save()
    address, picked = at("entries_change", slug=chronology.slug), [three[0].pk, three[1].pk]
    as_researcher.post(address, {"do": "section", "section": section.pk, "pick": picked})
    assert section.entries.count() == 2
    as_researcher.post(address, {"do": "lane", "lane": "none", "pick": picked})
    assert Entry.objects.filter(lane=None).count() == 2


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"do": "section", "section": "", "pick": "first"}, "Choose a section or lane from the list first"),
        ({"do": "section", "section": "1"}, "Select entries first"),
        ({"do": "merge", "pick": "first"}, "exactly two"),
        ({"do": "dance", "pick": "first"}, "Say what to do"),
    ],
)
def test_what_cannot_be_done_to_a_selection_is_said(sent, told, as_researcher, at, chronology, three):
    if sent.get("pick"):
        sent = {**sent, "pick": three[0].pk}
    answer = as_researcher.post(at("entries_change", slug=chronology.slug), sent)
    assert answer.status_code == 422
    assert told in answer.text


def test_two_selected_entries_go_side_by_side(as_researcher, at, chronology, three):
    sent = {"do": "merge", "pick": [three[1].pk, three[2].pk]}
    answer = as_researcher.post(at("entries_change", slug=chronology.slug), sent)
    assert answer.url == at("merge", pk=three[1].event_id, other=three[2].event_id)


def test_a_checker_publishes_all_that_is_checked_and_nothing_else(as_checker, at, chronology, make_event, place):
    checked = place(chronology, make_event(checked=True))
    draft = place(chronology, make_event("A draft"))
    assert "Publish 1 change" in as_checker.get(at("chronology", slug=chronology.slug)).text
    as_checker.post(at("publish", slug=chronology.slug))
    assert Entry.objects.get(pk=checked.pk).published_since
    assert Entry.objects.get(pk=draft.pk).published_since is None
    since = Entry.objects.get(pk=checked.pk).published_since
    as_checker.post(at("publish", slug=chronology.slug))
    assert Entry.objects.get(pk=checked.pk).published_since == since


def test_selected_entries_are_published_and_withdrawn_by_checkers_only(
    as_researcher, as_checker, at, chronology, make_event, place
):
    entry, address = place(chronology, make_event(checked=True)), at("entries_change", slug=chronology.slug)
    assert as_researcher.post(address, {"do": "publish", "pick": entry.pk}).status_code == 403
    as_checker.post(address, {"do": "publish", "pick": entry.pk})
    assert Entry.objects.get().published_since
    assert as_researcher.post(address, {"do": "withdraw", "pick": entry.pk}).status_code == 403
    assert as_researcher.post(address, {"do": "take_out", "pick": entry.pk}).status_code == 403
    as_checker.post(address, {"do": "withdraw", "pick": entry.pk})
    assert Entry.objects.get().published_since is None
    as_researcher.post(address, {"do": "take_out", "pick": entry.pk})
    assert not Entry.objects.exists()


def test_what_its_drafter_checked_waits_for_a_second_reader(
    as_checker, checker, at, make_chronology, make_event, place
):
    event = make_event(by=checker)
    as_checker.post(at("check", pk=event.pk))
    strict = make_chronology(slug="strict", needs_second_reader=True)
    entry = place(strict, event)
    answer = as_checker.post(at("publish", slug="strict"), follow=True)
    assert "Still waiting for a second reader" in answer.text
    assert Entry.objects.get(pk=entry.pk).published_since is None


def test_an_entry_of_another_chronology_is_not_touched(as_researcher, at, make_chronology, three):
    other = make_chronology(slug="other")
    sent = {"do": "lane", "lane": "none", "pick": three[0].pk}
    assert as_researcher.post(at("entries_change", slug=other.slug), sent).status_code == 422
    assert Entry.objects.get(pk=three[0].pk).lane
