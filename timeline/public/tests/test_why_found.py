"""A list says why an event was found where nothing that it shows holds the words of the search."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.conftest import NOW
from timeline.records.changes import save
from timeline.records.models import Actor, Theme, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"
WAYS = ["", "table/", "one/"]


@pytest.fixture
def known(make_published):
    """An event whose actor, theme and place have names in other languages."""
    event = make_published("A girl disappears", "1977-11-15", actors=("Yokota Megumi",), themes=("abductions",))
    call(Actor, "Yokota Megumi", name_ja="横田めぐみ", name_ko="요코타 메구미", name_native="横田めぐみ")
    call(Theme, "abductions", name_ja="拉致")
    return event


def call(noun, name, **names):
    change(noun.objects.get(name=name), **names)


def change(record, **fields):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for name, value in fields.items():
            setattr(record, name, value)
        save(record)


def said(page):
    """The line of each event, in order."""
    return re.findall(r"(Found in[^\n]*?)</(?:p|td)>", page)


@pytest.mark.parametrize("way", WAYS)
def test_a_name_in_another_language_that_found_an_event_is_shown(way, known, as_visitor):
    page = as_visitor.get(f"{ADDRESS}{way}?q=横田").text
    assert said(page) == ['Found in: <span>Yokota Megumi</span> (<span lang="ja"><mark>横田</mark>めぐみ</span>)']


@pytest.mark.parametrize("way", WAYS)
def test_it_is_said_in_the_language_of_the_page(way, known, as_visitor):
    page = as_visitor.get(f"/ja{ADDRESS}{way}?q=yokota").text
    assert "横田めぐみ" in page
    assert '<span lang="en"><mark>Yokota</mark> Megumi</span>' in page


@pytest.mark.parametrize("way", WAYS)
def test_what_is_marked_already_is_not_said_again(way, known, as_visitor):
    assert said(as_visitor.get(f"{ADDRESS}{way}?q=girl").text) == []
    assert said(as_visitor.get(f"{ADDRESS}{way}").text) == []


def test_of_several_words_those_are_told_that_are_not_marked(known, as_visitor):
    page = as_visitor.get(f"{ADDRESS}?q=girl+拉致+megumi").text
    assert said(page) == [
        'Found in: <span>Yokota <mark>Megumi</mark></span>; '
        '<span>abductions</span> (<span lang="ja"><mark>拉致</mark></span>)'
    ]  # fmt: skip


def test_a_publisher_and_a_quotation_of_another_source_are_told(known, add_rival, as_visitor):
    other = add_rival(known, "1977-11-15", title="Zeppelin found")
    change(other, exact="Nobody saw the <ferry> leave.", language="en")
    assert said(as_visitor.get(f"{ADDRESS}?q=niigata").text) == [
        "Found in the source: <cite>The <mark>Niigata</mark> Gazette</cite>"
    ]
    assert said(as_visitor.get(f"{ADDRESS}?q=zeppelin").text) == [
        "Found in the source: <cite><mark>Zeppelin</mark> found</cite>"
    ]
    [line] = said(as_visitor.get(f"{ADDRESS}?q=ferry").text)
    assert '<q lang="en">Nobody saw the &lt;<mark>ferry</mark>&gt; leave.</q>' in line


@pytest.mark.parametrize("way", WAYS)
def test_words_of_another_wording_are_told_in_their_language(way, known, add_wording, as_visitor):
    add_wording(known, "ko", "소녀가 사라지다")
    assert said(as_visitor.get(f"{ADDRESS}{way}?q=소녀").text) == [
        'Found in: <span lang="ko"><mark>소녀</mark>가 사라지다</span>'
    ]


def test_what_somebody_wrote_stays_text(make_published, as_visitor):
    make_published("Then", actors=("<b>Zeal</b>",))
    assert said(as_visitor.get(f"{ADDRESS}?q=zeal").text) == [
        "Found in: <span>&lt;b&gt;<mark>Zeal</mark>&lt;/b&gt;</span>"
    ]


@pytest.mark.parametrize("way", ["", "table/"])
def test_it_takes_two_questions_for_all_of_a_page(way, make_published, as_researcher):
    def asked(words):
        with CaptureQueriesContext(connection) as caught:
            page = as_researcher.get(f"{ADDRESS}{way}?q={words}")
        return len(caught), page.text

    for number in range(3):
        make_published(f"Then {number}", f"200{number}", actors=("Yokota Megumi",), themes=("ships",))
    asked("then")
    (plain, _), (more, page) = asked("then"), asked("yokota")
    assert len(said(page)) == 3
    assert more <= plain + 2
