"""Counts are compared and mended in pieces, without holding anybody up."""

from collections import Counter

import pytest

from timeline.records import counting, listings, tallies, verifying
from timeline.records.models import Facet, Listing, Tally
from timeline.records.tallies import ALL, SOURCES, whole

DATES = [
    "1959", "1959-08", "1959-08-13", "1959-08~", "196X", "19XX", "1959/1984", "2002-09-17/2002-09-21", "../2017",
    "1998-03/..", "-0026", "[1999,2001]", "Y12002", "",
]  # fmt: skip


@pytest.fixture
def published(make_event, make_chronology, publish):
    """One event of every kind of date, the last of them not public."""
    events = [
        make_event(f"Event {number}", date, words="then", checked=date != "", actors=("Koizumi",), themes=("talks",))
        for number, date in enumerate(DATES)
    ]  # fmt: skip
    chronology = make_chronology()
    return [publish(event, chronology) for event in events]


@pytest.fixture(params=[500, 2])
def in_pieces(request, monkeypatch):
    monkeypatch.setattr(counting, "VALUES", request.param)


def stored():
    return Counter({tuple(row): count for *row, count in Tally.objects.values_list(*tallies.TALLIED, "count")})


def test_the_database_adds_up_what_each_entry_counts_for(published, in_pieces):
    """What `Kept.tallies` says of every entry, and the sources that they cite."""
    expected = Counter()
    for one in listings.stored([entry.pk for entry in published]).values():
        expected.update(one.tallies())
    chronology = published[0].chronology_id
    expected[chronology, SOURCES, False, "w", 0, 0, False] = len(DATES)
    expected[chronology, SOURCES, True, "w", 0, 0, False] = len(DATES) - 1
    assert stored() == expected
    Tally.objects.all().delete()
    assert verifying.wrong_tallies() == expected


def test_counts_of_nothing_are_found(published, in_pieces):
    before = stored()
    for model in (Listing, Facet):
        model.objects.all().delete()
    assert verifying.wrong_tallies() == Counter({key: -count for key, count in before.items()})


def test_what_was_wrong_is_mended_beside_who_writes(published, in_pieces, make_event, publish):
    """Found before somebody wrote, and added afterwards."""
    chronology = published[0].chronology
    Tally.objects.filter(value=ALL).update(count=7)
    Tally.objects.filter(kind="actor").delete()
    found = list(verifying.differences())
    publish(make_event("One more", "1959-08-13", checked=True, actors=("Koizumi",)), chronology)
    for wrong in found:
        tallies.put(wrong)
    assert verifying.wrong_tallies() == {}
    assert whole(chronology.pk, ALL, (True,)) == len(DATES)


def test_no_question_holds_more_values_than_a_piece(published, monkeypatch):
    monkeypatch.setattr(counting, "VALUES", 3)
    Tally.objects.all().delete()
    pieces = [{key[1] for key in wrong} - {ALL, SOURCES} for wrong in verifying.differences()]
    assert len([piece for piece in pieces if piece]) > 5
    assert all(len({value for value in piece if not value.startswith("level:")}) <= 3 for piece in pieces)
