"""Drafting, citing, choosing, placing: what more than one room asks for."""

from datetime import date

import pytest
from django.db import IntegrityError

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions
from timeline.records.actions import CitationDraft, EventDraft
from timeline.records.models import Citation, Event, Place, Theme
from timeline.records.search import matching
from timeline.records.sorting import sort_key


def test_a_citation_raises_the_count_and_gives_the_date(make_event):
    event = make_event(date="2002-09-17")
    assert event.citation_count == 1
    assert event.earliest == date(2002, 9, 17)
    assert event.chosen_citation.words == "2002-09-17"


def test_only_one_citation_is_chosen(make_event, make_source, rivals_of):
    event = make_event(date="1959-08-13")
    rival = CitationDraft(source=make_source(), locator="page 4", date=edtf.parse("1959-08-12"), chosen=True)
    actions.cite(event=event, draft=rival, by=None, at=NOW)
    event = Event.objects.get(pk=event.pk)
    assert event.citations.filter(chosen=True).count() == 1
    assert event.edtf == "1959-08-12"
    assert rivals_of(event) == ["1959-08-13"]


def test_a_quotation_must_stand_in_the_stored_text(make_article, make_event):
    article = make_article("On Thursday the ship sailed from Niigata. Nobody waved.")
    event = make_event()
    cited = CitationDraft(source=article.source, exact="the ship sailed from Niigata")
    citation = actions.cite(event=event, draft=cited, by=None, at=NOW)
    assert citation.prefix == "On Thursday "
    assert citation.suffix == ". Nobody waved."
    invented = CitationDraft(source=article.source, exact="everybody waved")
    with pytest.raises(actions.QuotationNotFound):
        actions.cite(event=event, draft=invented, by=None, at=NOW)
    assert Citation.objects.filter(event=event).count() == 2


@pytest.mark.django_db
def test_names_are_made_once():
    for headline in ("One", "Two"):
        draft = EventDraft(headline=headline, language="en", place="Pyongyang", themes=("talks", " talks ", ""))
        actions.draft_event(draft=draft, by=None, at=NOW)
    assert Place.objects.count() == 1
    assert Theme.objects.count() == 1


@pytest.mark.parametrize("words", ["拉致", "납치", "YOKOTA megumi", "ｙｏｋｏｔａ"])
def test_events_are_found_by_the_parts_of_words_in_three_languages(make_event, words):
    found = make_event("Yokota Megumi vanishes", summary="拉致被害者 · 납치 피해자")
    make_event("Something else happens")
    assert list(matching(Event.objects.all(), words)) == [found]


def test_a_fuzzy_date_sorts_after_the_dated_ones_of_its_year():
    keys = [sort_key(edtf.parse(text)) for text in ("2017-01-01", "2017-12-31", "2017", "2018-01-01")]
    assert keys == sorted(keys)
    assert sort_key(None) > keys[-1]


def test_a_second_entry_of_an_event_in_a_chronology_moves_the_first(make_event, make_chronology):
    event, chronology = make_event(), make_chronology()
    lane = chronology.lanes.get()
    first = actions.place(event=event, chronology=chronology, section=None, lane=None, by=None, at=NOW)
    second = actions.place(event=event, chronology=chronology, section=None, lane=lane, by=None, at=NOW)
    assert first.pk == second.pk
    assert second.lane == lane


def test_the_same_text_has_one_hash_whatever_its_line_ends():
    assert actions.text_hash("one\r\ntwo\n") == actions.text_hash(" one\ntwo")


def test_an_event_has_one_wording_a_language(make_event):
    event = make_event()
    with pytest.raises(IntegrityError):
        event.wordings.bulk_create([event.wordings.model(event=event, language="en", headline="Twice")])
