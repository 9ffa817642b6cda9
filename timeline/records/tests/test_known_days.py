"""Days of the year, and the lag of a source, as lists keep them."""

from datetime import date

import pytest

from timeline.conftest import NOW
from timeline.dates import edtf as written_date
from timeline.records import actions
from timeline.records.known_days import calendar_days, day_of_year, lag_of, number_of
from timeline.records.models import Chronology, Facet, Listing, Verb, open_change
from timeline.records.selection import Choice, between, on_day, on_days
from timeline.records.verifying import wrong_entries, wrong_tallies


@pytest.mark.parametrize(
    ("edtf", "day"),
    [("2002-09-17", (9, 17)), ("2004-05-26/2004-05-28", (5, 26)), ("-0043-03-15", (3, 15)), ("2002-09", None),
     ("2002", None), ("[2017-09..2017-12]", None), ("", None), ("2002-09-17~", None)],
)  # fmt: skip
def test_a_date_names_a_day_of_the_year_where_it_begins_with_a_known_one(edtf, day):
    assert day_of_year(edtf) == (number_of(*day) if day else None)


@pytest.mark.parametrize(
    ("written", "days"),
    [("2004-05-26/2004-05-28", (26, 28)), ("2004-05-26", (26, 26)), ("2004-05", None), ("2004-05-26/..", None),
     ("2004-05-26/2004-05", None), ("2004-05-26~/2004-05-28", None), ("2004-05-26?", None), ("-0043-03-15", None),
     ("{2004-05-26,2004-05-28}", None), ("[2004-05-26..2004-05-28]", None), ("../2004-05-28", None)],
)  # fmt: skip
def test_a_calendar_has_known_days_only(written, days):
    assert calendar_days(written_date.parse(written)) == (days and tuple(date(2004, 5, day) for day in days))
    assert calendar_days(None) is None


@pytest.mark.parametrize(
    ("published", "lag"),
    [("2002-09-16", "before"), ("2002-09-17", "same"), ("2002-09-18", "next"), ("2002-09-19", "week"),
     ("2002-09-24", "week"), ("2002-09-25", "month"), ("2003-09-18", "year"), ("2011-01-01", "decade"),
     ("2025-01-01", "longer"), ("2002", ""), ("2002-09", ""), ("2002-02-30", ""), ("", ""), ("2002-9-18", "")],
)  # fmt: skip
def test_a_lag_is_named_by_the_days_between(published, lag):
    assert lag_of(date(2002, 9, 17), published) == lag
    assert lag_of(None, published) == ""


@pytest.fixture
def published(make_chronology, make_event, publish):
    chronology = make_chronology()

    def make(headline, edtf):
        return publish(make_event(headline, edtf, checked=True), chronology)

    return make


@pytest.mark.django_db
def test_a_listing_holds_the_day_of_the_year_of_what_is_known(published):
    entries = [published(edtf, edtf) for edtf in ("2002-09-17", "2002-09-17~", "2002-09", "2004-05-26/2004-05-28")]
    days = dict(Listing.objects.values_list("entry", "day_of_year"))
    assert [days[entry.pk] for entry in entries] == [number_of(9, 17), None, None, number_of(5, 26)]


@pytest.mark.django_db
def test_the_lag_follows_the_day_of_the_chosen_source(published):
    entry = published("Talks", "2002-09-17")
    assert not Facet.objects.filter(value__startswith="lag:").exists()
    source = entry.event.citations.get().source
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source.published = "2002-09-18"
        source.save()
    assert list(Facet.objects.filter(value__startswith="lag:").values_list("entry", "value")) == [
        (entry.pk, "lag:next")
    ]
    assert not list(wrong_entries())
    assert not wrong_tallies()


@pytest.mark.django_db
def test_days_of_any_year_are_found_in_order_and_by_key(published):
    for edtf in ("2002-09-17", "1990-09-17", "1977-09-18", "2017-09-17"):
        published(edtf, edtf)
    choice = Choice(Chronology.objects.get().pk)
    first, second = on_days(choice, [number_of(9, 17), number_of(9, 18)], 5)
    assert [row.year for row in first] == [1990, 2002, 2017]
    assert [row.year for row in second] == [1977]
    assert [row.year for row in on_day(choice, number_of(9, 17), first[0].key, 1)] == [2002]
    assert on_days(choice, [], 5) == []
    assert [len(rows) for rows in between(choice, [("0", "z"), ("z", "zz")], 9)] == [4, 0]


@pytest.mark.django_db
def test_what_is_not_public_is_found_in_a_preview_only(make_chronology, make_event):
    chronology = make_chronology()
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        event = make_event("A draft", "2002-09-17")
        actions.place(event=event, chronology=chronology, section=None, lane=None, by=None, at=NOW)
    assert on_days(Choice(chronology.pk), [number_of(9, 17)], 5) == [[]]
    assert len(on_days(Choice(chronology.pk, preview=True), [number_of(9, 17)], 5)[0]) == 1
