"""What the sources of an event say of its date, side by side."""

import pytest

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.public.compared import Relation, compare, relation
from timeline.public.items import items
from timeline.records import actions, verifying
from timeline.records.models import Entry


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("2017-07-28", Relation.SAME), ("2017-07-29", Relation.APART), ("2017-07", Relation.AROUND),
        ("2017", Relation.AROUND), ("../2017-07-27", Relation.APART), ("[..2017-07-28]", Relation.AROUND),
        ("-0043", Relation.APART), ("Y12017", Relation.APART),
    ],
)  # fmt: skip
def test_dates_are_compared_with_a_day(other, expected):
    assert relation(edtf.parse("2017-07-28"), edtf.parse(other)) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("2017-07-28", Relation.WITHIN), ("[2017-07-20..2017-08-03]", Relation.OVERLAPS), ("2017-07", Relation.SAME),
        ("2017-07-01/2017-07-31", Relation.SAME), ("2017-08", Relation.APART), ("[2017-07-31..]", Relation.OVERLAPS),
    ],
)  # fmt: skip
def test_dates_are_compared_with_a_month(other, expected):
    assert relation(edtf.parse("2017-07"), edtf.parse(other)) is expected


def test_the_page_shows_each_source_against_the_date_chosen(make_published, add_rival, as_visitor):
    event = make_published("Hwasong-14", "2017-07-28")
    add_rival(event, "2017-07-29", "The Evening Wire")
    add_rival(event, "2017-07", "The Monthly")
    text = as_visitor.get(f"/events/{event.pk}/").text
    assert "The sources side by side" in text
    assert "cannot both be true" in text
    assert "wider: it holds the date chosen" in text


def test_a_source_that_is_only_wider_is_said_to_be_and_differs_nowhere(make_published, add_rival, as_visitor):
    event = make_published("Hwasong-14", "2017-07-28")
    add_rival(event, "2017-07", "The Monthly")
    listed = "/chronologies/japan-north-korea/"
    for address in (f"/events/{event.pk}/", listed, f"{listed}2017/07/", f"{listed}table/", f"{listed}one/"):
        text = as_visitor.get(address).text
        assert ">sources differ" not in text, address
        assert "another source says" not in text.lower(), address
        assert "agree" not in text, address
    assert "<span>wider: it holds the date chosen</span>" in as_visitor.get(f"/events/{event.pk}/").text
    assert "Hwasong-14" not in as_visitor.get(f"{listed}?differ=yes").text
    assert verifying.wrong_tallies() == {}
    add_rival(event, "2017-07-29", "The Evening Wire")
    assert "Hwasong-14" in as_visitor.get(f"{listed}?differ=yes").text
    assert "sources differ" in as_visitor.get(listed).text


def test_one_source_has_nothing_to_stand_beside(make_published, as_visitor):
    event = make_published()
    assert "The sources side by side" not in as_visitor.get(f"/events/{event.pk}/").text


@pytest.mark.parametrize("dates", [("2017-07-28", "2017-07-28"), ("-0043", "2017"), ("../2017", "2018/..")])
def test_every_window_lies_within_the_drawing(dates, make_published, add_rival):
    event = make_published("It happened", dates[0])
    add_rival(event, dates[1])
    (item,) = items(Entry.objects.filter(event=event))
    found = compare(item)
    assert found is not None
    for row in found.rows:
        x, width = float(row.x[:-1]), float(row.width[:-1])
        assert x >= 0
        assert x + width <= 100.01


def test_a_quotation_links_to_its_passage(make_published, make_article, as_visitor):
    event = make_published()
    article = make_article("He said: “R&D, well-known”. It was 5 May.")
    article.source.url = "https://a.example/story#part"
    with actions.open_change(by=None, at=NOW, verb="edit"):
        article.source.save()
    draft = actions.CitationDraft(source=article.source, exact="R&D, well-known", words="5 May", date=event.date)
    actions.cite(event=event, draft=draft, by=None, at=NOW)
    text = as_visitor.get(f"/events/{event.pk}/").text
    assert 'href="https://a.example/story#part:~:text=R%26D%2C%20well%2Dknown"' in text
