"""Sections and lanes: add, rename, move, delete."""

import pytest

from timeline.records.changes import undo
from timeline.records.models import Change, Entry, Lane, Section


def titles(chronology):
    return [section.title for section in chronology.sections.all()]


@pytest.fixture
def chronology(make_chronology):
    return make_chronology()


def test_a_section_is_added_at_the_end_or_after_another(as_checker, at, chronology):
    address = at("section_new", slug=chronology.slug)
    first = chronology.sections.get()
    as_checker.post(address, {"title": "Last"})
    as_checker.post(address, {"title": "Second", "intro": "What came then.", "after": first.pk})
    assert titles(chronology) == ["All of it", "Second", "Last"]


def test_the_same_section_sent_twice_is_made_once(as_checker, at, chronology):
    for _time in range(2):
        as_checker.post(at("section_new", slug=chronology.slug), {"title": "Once"})
    assert titles(chronology) == ["All of it", "Once"]


def test_a_section_needs_a_title_and_keeps_the_rest(as_checker, at, chronology):
    answer = as_checker.post(at("section_new", slug=chronology.slug), {"title": " ", "intro": "Long work"})
    assert answer.status_code == 422
    assert "Long work" in answer.text


def test_sections_move_up_and_down(as_checker, at, chronology):
    as_checker.post(at("section_new", slug=chronology.slug), {"title": "Last"})
    last = Section.objects.get(title="Last")
    as_checker.post(at("section_move", pk=last.pk), {"direction": "up"})
    assert titles(chronology) == ["Last", "All of it"]
    as_checker.post(at("section_move", pk=last.pk), {"direction": "up"})
    assert titles(chronology) == ["Last", "All of it"]
    as_checker.post(at("section_move", pk=last.pk), {"direction": "down"})
    assert titles(chronology) == ["All of it", "Last"]


def test_a_section_is_renamed_unless_somebody_was_faster(as_checker, at, chronology, filled):
    address = at("section_edit", pk=chronology.sections.get().pk)
    page = as_checker.get(address)
    as_checker.post(address, filled(as_checker.get(address), title="Theirs"))
    answer = as_checker.post(address, filled(page, title="Mine"))
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert "Mine" in answer.text
    assert titles(chronology) == ["Theirs"]


def test_a_deleted_section_leaves_its_entries_and_can_be_undone(as_checker, checker, at, chronology, make_event, place):
    entry, section = place(chronology, make_event()), chronology.sections.get()
    asked = as_checker.get(at("section_delete", pk=section.pk))
    assert "1 entry stands in it" in asked.text
    as_checker.post(at("section_delete", pk=section.pk))
    assert Entry.objects.get(pk=entry.pk).section is None
    assert not Section.objects.exists()
    page = as_checker.get(at("chronology", slug=chronology.slug))
    assert "Without a section" in page.text
    undo(
        change=Change.objects.order_by("-pk")[0],
        by=checker,
        at=page.context["chronology"].history.latest().history_date,
    )
    assert Entry.objects.get(pk=entry.pk).section == section


def test_a_lane_is_added_edited_and_deleted(as_checker, at, chronology, filled):
    lane = {"letter": "M", "name": "Missiles", "style": "w", "theme": ""}
    as_checker.post(at("lane_new", slug=chronology.slug), lane)
    made = Lane.objects.get(letter="M")
    assert made.position == 2
    page = as_checker.get(at("lane_edit", pk=made.pk))
    as_checker.post(at("lane_edit", pk=made.pk), filled(page, name="Rockets"))
    assert Lane.objects.get(letter="M").name == "Rockets"
    as_checker.post(at("lane_move", pk=made.pk), {"direction": "up"})
    assert [one.letter for one in chronology.lanes.all()] == ["M", "T"]
    as_checker.post(at("lane_delete", pk=made.pk))
    assert not Lane.objects.filter(letter="M").exists()


def test_a_letter_is_given_once(as_checker, at, chronology):
    answer = as_checker.post(at("lane_new", slug=chronology.slug), {"letter": "T", "name": "Trade", "style": "c"})
    assert answer.status_code == 422
    assert "Another lane has this letter" in answer.text
    assert "Trade" in answer.text


@pytest.fixture
def as_somebody(as_researcher):
    return as_researcher


def test_a_researcher_changes_the_parts_of_what_is_not_public_only(as_somebody, at, make_chronology):
    public, private = make_chronology(), make_chronology("A draft", "a-draft", is_public=False)
    for chronology, status in ((public, 403), (private, 302)):
        answer = as_somebody.post(at("section_new", slug=chronology.slug), {"title": "Once"})
        assert answer.status_code == status
        section = chronology.sections.first()
        assert as_somebody.get(at("section_edit", pk=section.pk)).status_code == (200 if status == 302 else 403)
        assert as_somebody.get(at("chronology_edit", slug=chronology.slug)).status_code == (
            200 if status == 302 else 403
        )
        assert as_somebody.post(at("section_delete", pk=section.pk)).status_code == status
        assert as_somebody.post(at("lane_delete", pk=chronology.lanes.get().pk)).status_code == status
