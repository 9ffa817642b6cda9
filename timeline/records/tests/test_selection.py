"""What a choice finds is what looking at every entry finds, in the same order, page by page, to and fro."""

import random
import sys
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import selection
from timeline.records.actions import named
from timeline.records.models import (
    Actor,
    Entry,
    Event,
    Facet,
    Lane,
    Listing,
    Subject,
    Tally,
    Theme,
    Verb,
    open_change,
)
from timeline.records.models.events import Participation
from timeline.records.selection import Choice, Row, counted, gathered, select
from timeline.records.selection.asking import COLUMNS
from timeline.records.selection.counted import Counted
from timeline.records.selection.gathered import Gathered
from timeline.records.sorting import year_prefix
from timeline.records.spans import day_number, first_of, last_of
from timeline.records.sql import ask

DATES = [
    "1971-05-03", "1971-05", "1971", "197X", "19XX", "1971/1974",
    "1971-11-20/1972-02-03", "1975?", "../1973", "1974/..",
    "1972-01-01", "1972-12-31", "1973-21", "[1972,1974]",
    "1968-12/1969-02", "1895/1905", "-0044-03-15", "1972~", "",
]  # fmt: skip


@pytest.fixture
def many(make_chronology, make_event, publish):
    """Sixty events of every kind of date, some published, some not, with themes, actors and lanes."""
    chronology = make_chronology()
    chance = random.Random(5)
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        lane = Lane(chronology=chronology, position=2, letter="A", name="Abductions", style="a")
        lane.save()
        lanes = [lane, chronology.lanes.first(), None]
        themes = [named(Theme, name) for name in ("talks", "missiles")]
        actors = [named(Actor, name) for name in ("Niigata", "Wonsan")]
    for number in range(60):
        date = DATES[number % len(DATES)]
        event = make_event(f"Event {number}", date, checked=True)
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            for theme in chance.sample(themes, chance.randrange(3)):
                Subject(event=event, theme=theme).save()
            for actor in chance.sample(actors, chance.randrange(3)):
                Participation(event=event, actor=actor).save()
            entry = Entry(chronology=chronology, event=event, lane=chance.choice(lanes), rank=chance.choice("mnp"))
            entry.published_since = NOW if number % 5 else None
            entry.save()
    return chronology


def naive(choice):
    """Every entry, looked at one by one."""
    held = {}
    for entry, value in Facet.objects.values_list("entry", "value"):
        held.setdefault(entry, set()).add(value)
    return [
        row
        for row in sorted(map(Row._make, Listing.objects.values_list(*COLUMNS)))
        if (choice.preview or Listing.objects.get(pk=row.entry).is_public)
        and set(choice.values) <= held.get(row.entry, set())
        and (choice.events is None or row.event in choice.events)
        and (choice.first is None or (row.last is not None and row.last >= choice.first))
        and (choice.last is None or (row.first is not None and row.first <= choice.last))
    ]


def choices(chronology):
    talks, niigata = (f"theme:{Theme.objects.get(name='talks').pk}", f"actor:{Actor.objects.get(name='Niigata').pk}")
    events = frozenset(Event.objects.values_list("pk", flat=True)[:30])
    spans = [
        (None, None), (first_of(1972), last_of(1972)), (first_of(1972), last_of(1974)), (None, last_of(1971)),
        (first_of(1973), None), (day_of("1971-05-10"), day_of("1973-02-01")), (first_of(1900), last_of(1900)),
        (first_of(-50), last_of(-40)), (first_of(2001), last_of(2002)),
    ]  # fmt: skip
    for preview in (False, True):
        for first, last in spans:
            for values in ((), (talks,), ("exactness:wide",), (talks, niigata), (talks, "exactness:day")):
                yield Choice(chronology.pk, preview, values, None, first, last)
            yield Choice(chronology.pk, preview, (), events, first, last)
            yield Choice(chronology.pk, preview, (talks,), events, first, last)


def day_of(text):
    return day_number(edtf.parse(text).earliest)


def test_a_choice_finds_what_looking_at_every_entry_finds(many):
    for choice in choices(many):
        found, expected = select(choice), naive(choice)
        assert found.after(None, 100) == expected, choice
        assert found.count == len(expected), choice
        assert found.lanes == Counter(row.lane or 0 for row in expected), choice
        assert found.loose_count == sum(row.length is not None for row in expected), choice
        assert found.loose(100) == [row for row in expected if row.length is not None], choice
        assert found.bars == Counter(
            (row.year, row.lane or 0, row.is_known) for row in expected if row.year is not None
        )
        assert found.is_whole


def test_one_goes_through_a_choice_page_by_page_to_and_fro(many):
    for choice in choices(many):
        found, expected = select(choice), naive(choice)
        forth, page = [], found.after(None, 7)
        while page:
            forth += page
            page = found.after(page[-1].key, 7)
        back, page = [], found.before(None, 7)
        while page:
            back = page + back
            page = found.before(page[0].key, 7)
        assert forth == back == expected, choice


@pytest.mark.parametrize("preview", [False, True])
@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_too_much_is_gathered_in_pieces_that_say_how_far_they_reach(many, monkeypatch, preview, backwards):
    monkeypatch.setattr(gathered, "MOST", 5)
    choice = next(one for one in choices(many) if len(one.values) == 2 and one.first is None and one.preview == preview)
    expected, key, found = naive(choice), None, []
    for _piece in range(30):
        piece = select(choice, key=key, backwards=backwards)
        assert isinstance(piece, Gathered)
        assert not piece.is_whole
        found = piece.rows + found if backwards else found + piece.rows
        if piece.reached is None:
            break
        key = piece.reached
    assert found == expected
    assert len(expected) > 3


def test_a_count_between_two_days_is_cut_off_where_it_takes_too_long(many, monkeypatch):
    monkeypatch.setattr(counted, "MOST", 5)
    found = select(Choice(many.pk, first=first_of(1971), last=last_of(1974)))
    assert isinstance(found, Counted)
    assert not found.is_whole


def test_the_years_beside_one_are_the_nearest_that_have_a_bar(many):
    choice = Choice(many.pk)
    years = sorted({year for year, _lane, _known in select(choice).bars})
    for earlier, year, later in zip([None, *years], years, [*years[1:], None], strict=False):
        assert selection.beside(choice, Tally.Level.YEAR, year, year) == (earlier, later)


def test_what_stands_under_a_year_is_counted_and_paged(many):
    from timeline.records.sorting import heading_of

    choice = Choice(many.pk, preview=True)
    for year in (1968, 1971, 1972, 1973, 1974, 1990):
        expected = [row for row in naive(choice) if heading_of(row.sort_key)[0] == year]
        rows, page = [], selection.standing_under(choice, year_prefix(year), None, 3)
        while page:
            rows += page
            page = selection.standing_under(choice, year_prefix(year), page[-1].key, 3)
        counts = selection.year_counts(choice, year)
        assert rows == expected
        assert counts.count == len(expected)
        assert counts.unknown == sum(not row.is_known for row in expected)


def test_of_too_many_that_reach_into_days_the_last_are_kept_and_it_is_said(many, monkeypatch):
    monkeypatch.setattr(sys.modules["timeline.records.selection.reaching"], "MOST_REACHING", 1)
    choice = Choice(many.pk, preview=True)
    everything = [row for row in naive(choice) if row.length is not None or row.last != row.first]
    found = selection.reaching(choice, first_of(1972), last_of(1972))
    assert found.is_cut
    assert len(found.rows) <= 6
    assert set(found.rows) <= set(everything)
    assert not select(Choice(many.pk, preview=True, first=first_of(1972), last=last_of(1973))).is_whole


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a small table without its indexes")
@pytest.mark.parametrize("preview", [False, True])
def test_the_longest_and_the_outermost_are_met_in_an_index(many, preview):
    """A preview looks for what is public and for what is not by itself: no index knows the first of both together."""
    found = select(Choice(many.pk, preview))
    with CaptureQueriesContext(connection) as asked:
        assert found.loose(3)
        assert found.years
    questions = [query["sql"] for query in asked if "length IS NOT NULL" in query["sql"]]
    assert len(questions) == 2 * (1 + preview)
    for question in questions:
        plan = [row[3] for row in ask(f"EXPLAIN QUERY PLAN {question}")]
        assert not [step for step in plan if "TEMP B-TREE" in step]
        assert not [step for step in plan if step.startswith("SCAN l")]
        assert any("INDEX listing_of_loose" in step for step in plan)
