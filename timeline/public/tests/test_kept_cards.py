"""Cards of events are shared by the pages of visitors; numbers and marked words stay a page's own."""

import re

import pytest
from django.core.cache import caches

from timeline.conftest import NOW
from timeline.public import kept_cards
from timeline.records.changes import save
from timeline.records.models import Verb, open_change
from timeline.web import caches as stores

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def two(make_published):
    return [
        make_published("First talks", "2002-09-17"),
        make_published("Second talks", "2002-10-02", themes=("talks",)),
    ]


@pytest.fixture
def made(monkeypatch):
    """The events whose cards were made, not taken as they were kept."""
    events, card = [], kept_cards.card

    def noted(item, *given):
        events.append(item.entry.event_id)
        return card(item, *given)

    monkeypatch.setattr(kept_cards, "card", noted)
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


def test_a_change_makes_new_cards(two, as_visitor):
    as_visitor.get(ADDRESS)
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        wording = two[0].wordings.get()
        wording.headline = "Other words"
        save(wording)
    assert "Other words" in as_visitor.get(f"{ADDRESS}?all=1").text
    assert "Other words" in as_visitor.get(f"{ADDRESS}2002/").text


def test_a_card_with_a_source_that_the_page_has_not_read_is_made_anew(two, as_visitor):
    before = card_of(as_visitor.get(ADDRESS).text, two[0])
    store = stores._stores["parts"].entries
    for key in store:
        store[key] = b'["newer ", 987654, ""]'
    assert card_of(as_visitor.get(f"{ADDRESS}2002/").text, two[0]) == before


def test_cards_are_fetched_at_once(two, as_visitor, monkeypatch):
    asked = []
    many = type(caches["parts"]).get_many
    monkeypatch.setattr(type(caches["parts"]), "get_many", lambda *given: asked.append(given[1]) or many(*given))
    as_visitor.get(ADDRESS)
    assert [len(keys) for keys in asked] == [2]
