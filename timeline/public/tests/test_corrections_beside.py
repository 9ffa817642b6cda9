"""What the log of corrections tells beside dates and words: quotations, themes, people, lanes."""

import pytest

from timeline.conftest import NOW
from timeline.public.take_along import corrections
from timeline.public.tests.test_corrections import check_citations, edit
from timeline.records.models import Verb, open_change

NOTHING = "Nothing was corrected so far."


@pytest.fixture
def address(chronology):
    return f"/chronologies/{chronology.slug}/corrections/"


def retouch(record, verb=Verb.EDIT, **fields):
    with open_change(by=None, at=NOW, verb=verb):
        for name, value in fields.items():
            setattr(record, name, value)
        record.save()


def test_a_quotation_and_its_place_that_changed_are_told(make_published, address, as_visitor):
    citation = make_published().citations.get()
    retouch(citation, exact="They met on Tuesday", locator="page 1")
    retouch(citation, exact="They met on Wednesday", locator="page 2", language="en")
    text = as_visitor.get(address).text
    assert "<dt>Quotation from The Niigata Gazette</dt>" in text
    assert '<span lang="en"><del>They met on Tuesday</del> <ins>They met on Wednesday</ins></span>' in text
    assert "<dt>Place in The Niigata Gazette</dt>" in text
    assert "<del>page 1</del> <ins>page 2</ins>" in text


def test_a_second_quotation_of_a_source_is_told_when_it_comes_and_when_it_goes(
    make_published, add_rival, address, as_visitor
):
    event = make_published()
    rival = add_rival(event, "2002-09-17", "The Evening Wire")
    check_citations(event)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        rival.pk, rival.exact, rival.chosen = None, "On a Tuesday", False
        rival.save()
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        rival.delete()
    told = as_visitor.get(f"{address}feed.atom").text
    assert "Quotation from The Evening Wire: “On a Tuesday” was added." in told
    assert "Quotation from The Evening Wire: “On a Tuesday” was removed." in told


def test_a_quotation_that_nobody_may_read_yet_is_no_correction(make_published, add_rival, address, as_visitor):
    event = make_published()
    rival = add_rival(event, "2002-09-17", "The Evening Wire")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        rival.state = "proposed"
        rival.save()
    retouch(rival, exact="A secret quotation")
    assert "A secret quotation" not in as_visitor.get(address).text


def test_a_date_that_a_source_gives_at_last_is_told(make_published, address, as_visitor):
    citation = make_published().citations.get()
    retouch(citation, gives_date=False)
    assert "<del>The Niigata Gazette</del> <ins>not yet sourced</ins>" in as_visitor.get(address).text
    retouch(citation, gives_date=True)
    told = as_visitor.get(f"{address}feed.atom").text
    assert "Source of the date: “not yet sourced” is now “The Niigata Gazette”." in told


def test_themes_and_people_that_came_and_went_are_told(make_published, address, as_visitor):
    event = make_published("Talks are held", "2002-09-17", themes=("diplomacy",), actors=("Koizumi",))
    edit(event, "Talks are held", "2002-09-17", themes=("abductions",), actors=("Koizumi", "Kim Jong Il"))
    told = as_visitor.get(f"{address}feed.atom").text
    for sentence in (
        "Theme: “diplomacy” was removed.", "Theme: “abductions” was added.", "Actor: “Kim Jong Il” was added.",
    ):  # fmt: skip
        assert sentence in told
    assert "“Koizumi”" not in told


def test_themes_of_an_event_that_was_just_published_are_no_correction(make_published, address, as_visitor):
    make_published("Talks are held", "2002-09-17", themes=("diplomacy",), actors=("Koizumi",))
    assert NOTHING in as_visitor.get(address).text


def test_another_lane_is_told_in_the_language_of_the_page(make_published, second_lane, address, as_visitor):
    entry = make_published().entries.get()
    former = entry.lane.name
    retouch(second_lane, name_ja="兵器")
    retouch(entry, lane=second_lane)
    assert f"<del>{former}</del> <ins>Weapons</ins>" in as_visitor.get(address).text
    assert "<ins>兵器</ins>" in as_visitor.get(f"/ja{address}").text


def test_a_lane_of_another_chronology_is_none_of_this_ones_business(
    make_published, make_chronology, publish, address, as_visitor
):
    event, other = make_published(), make_chronology("Other", "other")
    entry = publish(event, other)
    retouch(entry, lane=None)
    assert NOTHING in as_visitor.get(address).text
    assert "<dt>Lane</dt>" in as_visitor.get("/chronologies/other/corrections/").text


def test_what_moved_within_its_lane_takes_the_place_of_no_correction(
    publish_all, second_lane, address, as_visitor, monkeypatch
):
    monkeypatch.setattr(corrections, "MOST_ROWS", 3)
    entries = [event.entries.get() for event in publish_all([(f"Event {number}", "2002") for number in range(10)])]
    with open_change(by=None, at=NOW, verb=Verb.MOVE):
        for number, entry in enumerate(entries):
            entry.rank = f"m{number}"
            entry.lane = second_lane if number == 9 else entry.lane
            entry.save()
    text = as_visitor.get(address).text
    assert "Event 9" in text
    assert "only some of them" not in text
