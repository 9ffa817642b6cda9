"""History: who, when, why, what; undo, and what cannot be undone."""

import pytest

from timeline.conftest import NOW
from timeline.records.models import Batch, Change, Chronology, Entry, Event, Verb, open_change


@pytest.fixture
def edited(as_researcher, at, make_event, filled):
    """An event whose headline and place somebody changed, with the reason."""
    event = make_event("Talks are held")
    page = as_researcher.get(at("event_edit", pk=event.pk))
    sent = filled(page, headline_en="A summit is held", place="Pyongyang", why="It was a summit.")
    as_researcher.post(at("event_edit", pk=event.pk), sent)
    return event


def newest():
    return Change.objects.order_by("-pk")[0]


def test_the_history_says_who_when_why_and_what(as_researcher, at, edited):
    page = as_researcher.get(at("event_history", pk=edited.pk))
    for words in (
        "researcher ",
        "edited",
        "It was a summit.",
        "<del>Talks are held</del>",
        "<ins>A summit is held</ins>",
    ):
        assert words in page.text
    lines = {line.label: (line.before, line.after) for line in page.context["deeds"][0].lines}
    assert lines["Place of the event"] == ("", "Pyongyang")
    assert len(page.context["deeds"]) == 2


def test_a_change_is_undone_and_the_undoing_too(as_researcher, at, edited):
    back = {"next": at("event_history", pk=edited.pk)}
    answer = as_researcher.post(at("undo", pk=newest().pk), back, follow=True)
    assert "Undone. The history keeps both." in answer.text
    assert Event.objects.get().headline == "Talks are held"
    as_researcher.post(at("undo", pk=newest().pk), back)
    assert Event.objects.get().headline == "A summit is held"


def test_undoing_twice_is_said_and_done_once(as_researcher, at, edited):
    change = newest()
    for _time in range(2):
        answer = as_researcher.post(at("undo", pk=change.pk), follow=True)
    assert "That was undone before" in answer.text
    assert Event.objects.get().headline == "Talks are held"


def test_what_was_changed_again_since_is_not_undone(as_researcher, at, edited, filled):
    change = newest()
    page = as_researcher.get(at("event_edit", pk=edited.pk))
    as_researcher.post(at("event_edit", pk=edited.pk), filled(page, headline_en="Third"))
    answer = as_researcher.post(at("undo", pk=change.pk), follow=True)
    assert "Not undone: changed again since" in answer.text
    assert Event.objects.get().headline == "Third"


def test_what_touches_the_public_is_undone_by_a_checker(
    as_researcher, as_checker, at, make_event, make_chronology, place
):
    place(make_chronology(), make_event(checked=True))
    as_checker.post(at("publish", slug="japan-north-korea"))
    change = newest()
    assert as_researcher.post(at("undo", pk=change.pk)).status_code == 403
    as_checker.post(at("undo", pk=change.pk))
    assert Entry.objects.get().published_since is None


def test_a_check_is_undone_by_a_checker_only(as_researcher, as_checker, at, make_event):
    event = make_event()
    as_checker.post(at("check", pk=event.pk))
    assert as_researcher.post(at("undo", pk=newest().pk)).status_code == 403
    as_checker.post(at("undo", pk=newest().pk))
    assert Event.objects.get().status == "draft"


def test_an_import_is_undone_on_its_own_page(as_checker, at, make_event, db):
    batch = Batch.objects.create(file_name="events.csv", file_hash="0" * 64, content="", created_at=NOW)
    with open_change(by=None, at=NOW, verb=Verb.IMPORT, batch=batch) as change:
        make_event()
    assert "undone as a whole" in as_checker.post(at("undo", pk=change.pk), follow=True).text
    assert Event.objects.exists()
    assert at("undo", pk=change.pk) not in as_checker.get(at("event_history", pk=Event.objects.get().pk)).text


def test_undoing_an_addition_leads_to_a_page_that_is_there(as_researcher, at, researcher, make_event):
    event = make_event(by=researcher)
    answer = as_researcher.post(at("undo", pk=newest().pk), {"next": at("event_history", pk=event.pk)})
    assert answer.url == at("chronologies")
    assert not Event.objects.exists()


def test_it_leads_to_no_other_site(as_researcher, at, edited):
    answer = as_researcher.post(at("undo", pk=newest().pk), {"next": "//elsewhere.example/"})
    assert answer.url == at("chronologies")


def test_the_history_of_a_chronology_tells_moves_and_parts(as_checker, at, make_chronology, make_event, place, order):
    chronology = make_chronology()
    _one, two = place(chronology, make_event("One"), make_event("Two"))
    as_checker.post(at("entry_move", pk=two.pk), {"direction": "up"})
    as_checker.post(at("section_new", slug=chronology.slug), {"title": "A new part"})
    page = as_checker.get(at("chronology_history", slug=chronology.slug))
    assert "A new part" in page.text
    assert "Order by hand: Two" in page.text
    move = Change.objects.filter(verb=Verb.MOVE).get()
    as_checker.post(at("undo", pk=move.pk))
    assert order(chronology) == ["One", "Two"]


def test_an_unknown_change_is_not_found(as_researcher, at, db):
    assert as_researcher.post(at("undo", pk=99)).status_code == 404


@pytest.mark.parametrize("deed", ["withdraw", "make private"])
def test_a_withdrawal_is_undone_by_a_checker_only(
    as_researcher, as_checker, at, make_event, make_chronology, place, deed
):
    chronology = make_chronology()
    event = make_event(checked=True)
    place(chronology, event)
    as_checker.post(at("publish", slug=chronology.slug))
    if deed == "withdraw":
        as_checker.post(at("event_withdraw", pk=event.pk), {"why": "Wrong"})
    else:
        as_checker.post(at("chronology_public", slug=chronology.slug), {"public": ""})
    assert as_researcher.post(at("undo", pk=newest().pk)).status_code == 403


def test_a_researcher_undoes_nobody_else_s_change(as_researcher, as_checker, at, make_event, checker):
    event = make_event(by=checker)
    assert as_researcher.post(at("undo", pk=newest().pk)).status_code == 403
    assert Event.objects.filter(pk=event.pk).exists()


def test_undo_says_when_the_place_is_taken(as_checker, at, make_chronology):
    chronology = make_chronology()
    lane = chronology.lanes.get()
    as_checker.post(at("lane_delete", pk=lane.pk))
    deletion = newest()
    as_checker.post(at("lane_new", slug=chronology.slug), {"letter": "T", "name": "Talks", "style": "t"})
    assert chronology.lanes.count() == 1
    answer = as_checker.post(at("undo", pk=deletion.pk), follow=True)
    assert answer.status_code == 200
    assert "Not undone" in answer.text


def test_undoing_an_addition_takes_nothing_of_others_along(as_checker, at, make_chronology, make_event, place):
    chronology = make_chronology()
    made = newest()
    place(chronology, make_event())
    answer = as_checker.post(at("undo", pk=made.pk), follow=True)
    assert "Not undone" in answer.text
    assert Chronology.objects.get().entries.get().section is not None


def test_an_old_change_of_ones_own_is_not_undone_once_the_chronology_is_public(
    as_researcher, as_checker, researcher, at, make_chronology
):
    chronology = make_chronology(is_public=False)
    as_researcher.post(at("section_new", slug=chronology.slug), {"title": "Mine", "intro": ""})
    mine = newest()
    as_checker.post(at("chronology_public", slug=chronology.slug), {"public": "on"})
    answer = as_researcher.post(at("undo", pk=mine.pk))
    assert answer.status_code == 403
    assert "Mine" in answer.text
    assert chronology.sections.filter(title="Mine").exists()


def test_taking_an_unpublished_entry_out_is_undone_by_who_did_it(as_researcher, at, make_chronology, make_event, place):
    chronology = make_chronology()
    entry = place(chronology, make_event())
    as_researcher.post(at("entries_change", slug=chronology.slug), {"pick": entry.pk, "do": "take_out"})
    assert not chronology.entries.exists()
    as_researcher.post(at("undo", pk=newest().pk))
    assert chronology.entries.exists()
