"""Years before 1 and after 9999 have no days in the database, but are known: order, words, strip, filters, links."""

import pytest

from timeline.dates import edtf
from timeline.public.scale import Scale
from timeline.public.tests.conftest import headlines

ADDRESS = "/chronologies/japan-north-korea/"
SIEGE, REIGN, DEATH, COMET = "The city is besieged", "She reigns over the turn", "The old king dies", "A comet returns"


@pytest.fixture
def events(make_published):
    """Written in no order: a reign over the turn, a siege before it, a death after it, something far off."""
    return [
        make_published(REIGN, "-0026/0014"),
        make_published(SIEGE, "-0489/-0488"),
        make_published(DEATH, "0014"),
        make_published(COMET, "Y12345"),
    ]


def test_they_stand_in_order_under_their_years(as_visitor, events):
    answer = as_visitor.get(ADDRESS)
    page = answer.text
    assert headlines(answer) == [SIEGE, REIGN, DEATH, COMET]
    assert "490 BC – 12345" in page
    assert ">-489" not in page


def test_the_page_of_an_event_says_when_it_began(as_visitor, events):
    page = as_visitor.get(f"/events/{events[0].pk}/").text
    assert "27 BC to 31 December 14" in page
    assert "no beginning given" not in page


def test_the_list_of_chronologies_and_the_pages_of_years_are_drawn(as_visitor, events):
    assert "490 BC – 12345" in as_visitor.get("/").text
    year = as_visitor.get(f"{ADDRESS}14/").text
    assert DEATH in year
    assert REIGN in year


OVER_THE_TURN = ["[-0026..0014]", "{-0026,0014-03}", "[-0026,0014]", "-0026/0014", "000X", "[-0043-03-15..0014-03-15]"]


@pytest.mark.parametrize("date", OVER_THE_TURN)
def test_what_begins_before_year_1_stands_on_the_pages_of_the_years_it_may_be_of(as_visitor, make_published, date):
    make_published(REIGN, date)
    make_published(DEATH, "0020")
    assert headlines(as_visitor.get(f"{ADDRESS}5/")) == [REIGN]
    assert headlines(as_visitor.get(f"{ADDRESS}20/")) == [DEATH]
    assert headlines(as_visitor.get(f"{ADDRESS}?from=0005&to=0006")) == [REIGN]
    assert headlines(as_visitor.get(f"{ADDRESS}?from=0016")) == [DEATH]


def test_days_before_christ_stand_in_their_order(as_visitor, make_published):
    for date in ("-0043-10-02", "-0043", "-0043-03-15", "-0044-12"):
        make_published(date, date)
    assert headlines(as_visitor.get(ADDRESS)) == ["-0044-12", "-0043-03-15", "-0043-10-02", "-0043"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("to=2000", [SIEGE, REIGN, DEATH]),
        ("from=0010", [REIGN, DEATH, COMET]),
        ("from=2000", [COMET]),
        ("from=-0488&to=-0400", [SIEGE]),
        ("to=-0100", [SIEGE]),
        ("from=-0026&to=0000", [REIGN]),
        ("from=Y10000", [COMET]),
        ("to=Y12344", [SIEGE, REIGN, DEATH]),
    ],
)
def test_filters_know_years_without_days(as_visitor, events, query, found):
    assert headlines(as_visitor.get(f"{ADDRESS}?{query}")) == found


def test_a_page_can_begin_with_a_year_before_christ(as_visitor, events):
    assert headlines(as_visitor.get(f"{ADDRESS}?at=-26"))[0] == REIGN


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (["../2017"], 2010, 2020),
        (["2017/.."], 2010, 2020),
        (["../-0100"], -100, -90),
        (["-0026/0014"], -30, 20),
        (["0014", "../-0100", "2000/.."], -500, 2500),
        (["Y-4540000000/.."], -4540000000, -4539999990),
        (["Y-4540000000/..", "2000"], -5000000000, 1000000000),
        (["Y-13800000000", "2000"], -14000000000, 2000000000),
    ],
)
def test_an_axis_begins_near_what_it_shows(dates, first, last):
    spans = [edtf.parse(date).year_span for date in dates]
    single = [first for first, last in spans if first == last]
    scale = Scale.of(single, [span for span in spans if span[0] != span[1]])
    assert (scale.first, scale.last) == (first, last)


def test_a_day_before_christ_is_a_known_day_with_its_month(as_visitor, make_published):
    day, month = make_published("The dictator is killed", "-0043-03-15"), make_published(SIEGE, "-0043-10")
    for page in (as_visitor.get(ADDRESS).text, as_visitor.get(f"/events/{day.pk}/").text):
        assert "15 March 44 BC" in page
    assert "exact date not known" not in as_visitor.get(f"{ADDRESS}?to=-0043-03&q=dictator").text
    assert "October 44 BC" in as_visitor.get(f"/events/{month.pk}/").text
