"""Cards of events are shared by the pages of visitors; numbers and marked words stay a page's own."""

import re
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.public import cards, overview
from timeline.records.changes import save
from timeline.records.models import Edition, Verb, open_change
from timeline.web import caches as stores

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def two(make_published):
    return [
        make_published("First talks", "2002-09-17", place="Pyongyang"),
        make_published("Second talks", "2002-10-02", themes=("talks",)),
    ]


@pytest.fixture
def made(monkeypatch):
    """The events whose cards were made, not taken as they were kept."""
    events, card = [], cards.card

    def noted(item, *given):
        events.append(item.entry.event_id)
        return card(item, *given)

    monkeypatch.setattr(cards, "card", noted)
    return events


def card_of(page, event):
    return page[page.index(f'<li class="event l-t" id="e{event.pk}">') :].partition("</li>\n")[0]


def numbers_in(card):
    return re.findall(r"aria-label=\"Source \d+\">(\d+)</a>", card)


def test_pages_share_cards_and_number_their_sources_themselves(two, as_visitor, made):
    whole, alone, year = (as_visitor.get(f"{ADDRESS}{rest}").text for rest in ("", "?theme=talks", "2002/"))
    assert made == [event.pk for event in two]
    assert numbers_in(card_of(whole, two[1])) == ["2"]
    assert numbers_in(card_of(alone, two[1])) == ["1"]
    assert card_of(year, two[1]) == card_of(whole, two[1])
    assert card_of(alone, two[1]) == card_of(whole, two[1]).replace('Source 2">2</a>', 'Source 1">1</a>')


def test_marked_words_are_a_page_s_own(two, as_visitor, made):
    for _ in range(2):
        assert as_visitor.get(f"{ADDRESS}?q=second").text.count("<mark>Second</mark>") == 1
        assert "<mark>" not in as_visitor.get(ADDRESS).text
        assert as_visitor.get(f"{ADDRESS}?q=talks").text.count("<mark>talks</mark>") == 2


def test_nothing_of_who_is_signed_in_is_kept_or_taken(two, as_researcher, as_visitor, made):
    for rest in ("", "?preview=1", "2002/"):
        as_researcher.get(f"{ADDRESS}{rest}")
    assert not stores._stores["parts"].entries
    as_visitor.get(ADDRESS)
    made.clear()
    as_researcher.get(ADDRESS)
    assert made == [event.pk for event in two]


def test_a_change_makes_new_cards_of_what_it_changed_alone(two, as_visitor, made):
    as_visitor.get(ADDRESS)
    made.clear()
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        wording = two[0].wordings.get()
        wording.headline = "Other words"
        save(wording)
    for rest in ("", "?theme=talks", "2002/"):
        assert ("Other words" in as_visitor.get(f"{ADDRESS}{rest}").text) is (rest != "?theme=talks")
    assert made == [two[0].pk]


def changed(record, name, value):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        setattr(record, name, value)
        save(record)


@pytest.mark.parametrize(
    ("record", "name", "shown"),
    [
        (lambda event: event, "edtf", "17 August"),
        (lambda event: event.citations.get(), "locator", "Other words"),
        (lambda event: event.citations.get().source, "title", "Other words"),
        (lambda event: event.entries.get().lane, "name", "Other words"),
        (lambda event: event.place, "name", "Other words"),
    ],
    ids=["date", "citation", "source", "lane", "place"],
)
def test_whatever_a_card_rests_on_is_shown_as_it_stands_now(record, name, shown, two, as_visitor):
    as_visitor.get(ADDRESS)
    changed(record(two[0]), name, "2002-08-17" if name == "edtf" else shown)
    page = as_visitor.get(ADDRESS).text
    # A source's title stands in the list of sources, which is kept with the card.
    assert shown in (page if name == "title" else card_of(page, two[0]))


def test_what_is_changed_twice_in_one_instant_is_shown_as_it_stands_last(two, as_visitor):
    for headline in ("Once changed", "Twice changed"):
        changed(two[0].wordings.get(), "headline", headline)
        assert headline in as_visitor.get(ADDRESS).text


def test_what_is_kept_asks_nothing_of_its_events(two, as_visitor):
    as_visitor.get(ADDRESS)
    for store in ("pages", "pages_asked_once"):
        caches[store].clear()
    with CaptureQueriesContext(connection) as asked:
        as_visitor.get(ADDRESS)
    tables = ("entry", "event", "citation", "source", "change")
    from_tables = re.compile(rf'\b(?:FROM|JOIN) "?records_(?:{"|".join(tables)})\b')
    assert not [query["sql"] for query in asked if from_tables.search(query["sql"])]


def test_cards_are_fetched_at_once(two, as_visitor, monkeypatch):
    asked = []
    many = type(caches["parts"]).get_many
    monkeypatch.setattr(type(caches["parts"]), "get_many", lambda *given: asked.append(given[1]) or many(*given))
    as_visitor.get(ADDRESS)
    assert [len(keys) for keys in asked] == [2]


def test_the_drawing_of_all_is_made_once_an_edition_and_framed_by_each_page(two, publish_all, as_visitor, monkeypatch):
    publish_all([(f"Event of {year}", f"{year}-01-{day:02d}") for year in range(1960, 1970) for day in range(1, 9)])
    drawn, draw = [], overview.draw
    monkeypatch.setattr(overview, "draw", lambda wanted: drawn.append(wanted) or draw(wanted))
    first, later = (as_visitor.get(f"{ADDRESS}{rest}").text for rest in ("", "?at=2002"))
    assert len(drawn) == 1
    frames = [re.search(r'<rect class="selected"[^>]*>', page)[0] for page in (first, later)]
    assert frames[0] != frames[1]
    assert 'href="#y1960"' in first
    assert 'href="#y1960"' not in later
    assert 'href="#y2002"' in later
    changed(two[0].wordings.get(), "headline", "Other words")
    as_visitor.get(ADDRESS)
    assert len(drawn) == 2


def test_a_change_of_entries_alone_leaves_the_frame_and_of_a_lane_does_not(two, as_visitor):
    edition = Edition.objects.get(chronology__slug="japan-north-korea")
    changed(two[0].wordings.get(), "headline", "Other words")
    after = Edition.objects.get(pk=edition.pk)
    assert (after.frame, after.number > edition.number) == (edition.frame, True)
    changed(two[0].entries.get().lane, "name", "Other words")
    assert Edition.objects.get(pk=edition.pk).frame > edition.frame


def test_a_change_of_entries_of_one_and_a_lane_of_another_chronology_frames_the_other_anew(
    two, make_chronology, make_event, publish
):
    other = make_chronology("Other", "other")
    publish(make_event("Elsewhere", checked=True), other)
    before = dict(Edition.objects.values_list("chronology__slug", "frame"))
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        wording, lane = two[0].wordings.get(), other.lanes.get()
        wording.headline = lane.name = "Other words"
        save(wording)
        save(lane)
    after = dict(Edition.objects.values_list("chronology__slug", "frame"))
    assert after["other"] > before["other"]
    assert after["japan-north-korea"] == before["japan-north-korea"]


def test_what_is_kept_and_cannot_be_read_is_made_anew(two, as_visitor):
    before = as_visitor.get(ADDRESS).text
    store = stores._stores["parts"].entries
    for broken in (b"", b"no json", b"[1, 2]", b"{}", b'{"counts": 1}'):
        for key in store:
            store[key] = broken
        for name in ("pages", "pages_asked_once"):
            caches[name].clear()
        assert as_visitor.get(ADDRESS).text == before


def test_nothing_of_what_is_kept_can_run_here():
    modules = Path(cards.__file__).parent.rglob("*.py")
    assert not [
        module for module in modules if re.search(r"^\s*(import|from) (pickle|marshal|shelve)", module.read_text())
    ]
