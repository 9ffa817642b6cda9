"""One year by lane and day."""

import re
import sys

import pytest

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.public.items import Item
from timeline.public.tests.conftest import headlines
from timeline.public.zoom import draw_year
from timeline.records.changes import save
from timeline.records.models import Entry, Event, Verb, Wording, open_change

ADDRESS = "/chronologies/japan-north-korea/"


def test_what_has_no_exact_date_stands_in_the_month_or_year_that_holds_it(make_published, as_visitor):
    for name, date in [("Year", "1978"), ("June", "1978-06"), ("Day", "1978-06-28"), ("December", "1978-12-01")]:
        make_published(name, date)
    page = as_visitor.get(f"{ADDRESS}1978/")
    assert headlines(page) == ["Day", "June", "December", "Year"]
    assert re.findall(r'<h3 [^>]*><a href="([^"]+)">(\w+)', page.text) == [
        (f"{ADDRESS}1978/06/", "June"), (f"{ADDRESS}1978/12/", "December"),
    ]  # fmt: skip


def test_a_year_holds_its_own_events_and_those_that_touch_it(make_published, as_visitor):
    for name, date in [("Own", "1978-07-07"), ("Month", "1978-06"), ("Loose", "197X/198X"), ("Other", "1979-01-01")]:
        make_published(name, date)
    answer = as_visitor.get(f"{ADDRESS}1978/")
    assert headlines(answer) == ["Month", "Own", "Loose"]
    assert "2 events" in " ".join(answer.text.replace("<b>", "").replace("</b>", "").split())
    assert "1 wider than the year" in answer.text
    assert "昭和53年" in answer.text


def test_years_lead_to_those_that_have_events(make_published, as_visitor):
    for date in ("1970-01-01", "1978-07-07", "1983-01-01"):
        make_published(date, date)
    answer = as_visitor.get(f"{ADDRESS}1978/")
    assert f'rel="prev" href="{ADDRESS}1970/"' in answer.text
    assert f'rel="next" href="{ADDRESS}1983/"' in answer.text


def test_a_year_without_events_says_so(make_published, as_visitor):
    make_published()
    answer = as_visitor.get(f"{ADDRESS}1951/")
    assert answer.status_code == 200
    assert "No event of this chronology is dated to 1951" in answer.text


@pytest.mark.parametrize(
    "year",
    ["0", "0978", "10000", "99999999999999999999", "1978/0", "1978/00", "1978/13", "1978/6", "0s", "1975s", "00s"],
)
def test_a_year_outside_the_calendar_is_not_there(year, chronology, as_visitor):
    assert as_visitor.get(f"{ADDRESS}{year}/").status_code == 404


def item(pk, text, headline="A headline of some length here"):
    event = Event(pk=pk)
    event.date = edtf.parse(text)
    made = Item(Entry(pk=pk, event=event))
    made.__dict__.update(citations=[], rivals=[], wording=Wording(headline=headline, language="en"))
    return made


def shapes(*texts):
    return draw_year(2017, [item(pk, text) for pk, text in enumerate(texts, 1)], []).bands[0].shapes


def test_marks_stand_at_their_days():
    first, middle, last = shapes("2017-01-01", "2017-07-02", "2017-12-31")
    assert first.x.startswith("0.1")
    assert middle.x == "50%"
    assert last.x.startswith("99.8")


def test_a_window_is_drawn_as_wide_as_it_is():
    (shape,) = shapes("2017-06")
    assert (shape.kind, shape.width) == ("window", "8.219%")


def test_labels_in_one_row_do_not_overlap():
    made = shapes(*[f"2017-01-{day:02d}" for day in range(1, 21)])
    assert len({shape.y for shape in made}) == 20


def test_what_reaches_beyond_the_year_is_cut_there():
    band = draw_year(2017, [], [item(1, "1959-12/2020-07")]).bands[0]
    (shape,) = band.shapes
    assert (shape.x, shape.width) == ("0%", "100%")
    assert shape.is_cut_left
    assert shape.is_cut_right


def test_an_open_beginning_is_not_a_cut():
    (shape,) = draw_year(2017, [], [item(1, "../2017")]).bands[0].shapes
    assert shape.kind == "until"
    assert not shape.is_cut_left


def test_a_year_of_many_events_is_drawn_by_months_and_paged(as_visitor, publish_all):
    publish_all([(f"Event {day}", f"2002-{day % 12 + 1:02d}-{day % 27 + 1:02d}") for day in range(70)])
    publish_all([("Some time in it", "2002")])
    first = as_visitor.get(f"{ADDRESS}2002/")
    assert "<b>71</b> events" in first.text
    assert "1 without an exact date" in first.text
    assert "not known nearer: 1 event" in first.text
    assert len(headlines(first)) == 50
    further = re.search(r'href="([^"]+)#events">Further events of 2002', first.text)[1]
    second = as_visitor.get(further.replace("&amp;", "&"))
    assert len(headlines(second)) == 21
    assert "From the beginning of 2002" in second.text
    assert not set(headlines(first)) & set(headlines(second))


def test_a_month_has_a_page_of_its_own_to_which_its_old_address_leads(chronology, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}2002/?month=12")
    assert (answer.status_code, answer["Location"]) == (302, f"{ADDRESS}2002/12/")


@pytest.mark.parametrize("asked", ["month=13", "rest=1"])
def test_what_has_only_the_year_is_a_place_to_begin(asked, as_visitor, publish_all):
    publish_all([("Day", "2002-12-31"), ("Year", "2002")])
    assert headlines(as_visitor.get(f"{ADDRESS}2002/?{asked}")) == ["Year"]


@pytest.mark.parametrize(
    "asked", ["month=0", "month=99", "month=x", "after=0", "after=99999999999999999999", "after=x"]
)
def test_a_place_that_a_year_does_not_have_gives_its_beginning(as_visitor, publish_all, asked):
    publish_all([(f"Event {day}", f"2002-01-{day + 1:02d}") for day in range(3)])
    assert headlines(as_visitor.get(f"{ADDRESS}2002/?{asked}"))[0] == "Event 0"


def test_a_count_of_what_is_wider_than_a_year_that_was_cut_off_says_so(as_visitor, publish_all, monkeypatch):
    publish_all([(f"Span {number}", f"{1950 + number}/2010") for number in range(30)])
    monkeypatch.setattr(sys.modules["timeline.records.selection.reaching"], "MOST_REACHING", 25)
    page = as_visitor.get(f"{ADDRESS}2002/").text
    assert "more than 25 wider than the year" in page
    assert ">and more<" in page


def test_of_what_is_wider_than_a_year_the_nearest_are_shown_and_the_rest_linked(as_visitor, publish_all):
    publish_all([(f"Span {number}", f"{1950 + number}/2010") for number in range(30)] + [("A day", "2002-05-06")])
    page = as_visitor.get(f"{ADDRESS}2002/")
    assert "30 wider than the year" in page.text
    assert "and 10 more" in page.text
    assert "Span 29" in headlines(page)
    assert "Span 0" not in headlines(page)
    listed = as_visitor.get(f"{ADDRESS}?from=2002&to=2002")
    assert "31 of 31 events" in listed.text


def test_what_is_counted_on_a_page_alone_is_said_to_be(publish_all, as_visitor):
    events = publish_all([(f"Event {number}", "1978-07-07") for number in range(52)])
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for event in events:
            citation = event.citations.get()
            citation.gives_date = False
            save(citation)
    first = as_visitor.get(f"{ADDRESS}1978/")
    assert "<b>52</b> events" in first.text
    assert "on this page 50 dates not yet sourced" in first.text
    assert "on this page 2 dates not yet sourced" in as_visitor.get(first.context["page"].further_href).text


def test_of_a_year_on_one_page_what_is_counted_is_counted_of_the_year(publish_all, as_visitor):
    [event] = publish_all([("Event", "1978-07-07")])
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        citation = event.citations.get()
        citation.gives_date = False
        save(citation)
    page = as_visitor.get(f"{ADDRESS}1978/").text
    assert "1 date not yet sourced" in page
    assert "on this page 1 date" not in page
