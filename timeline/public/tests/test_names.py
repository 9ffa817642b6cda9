"""All names of a kind: those too that a field of the filters has no room for."""

import html
import re

import pytest

from timeline.conftest import NOW
from timeline.public.tests.conftest import headlines
from timeline.records.changes import save
from timeline.records.models import Actor, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def three(make_published):
    """Three events of which two have one actor and the third another."""
    for headline, actor in (("A", "Often"), ("B", "Often"), ("C", "Seldom & Co")):
        make_published(headline, "2002", actors=(actor,), themes=(f"of {headline}",), place=f"Town {headline}")


def listed(page):
    found = re.findall(r'<li><a href="([^"]*)"[^>]*><bdi[^>]*>(.*?)</bdi></a>.*?\((\d+)\)', page.text)
    return {html.unescape(name): (html.unescape(href), int(count)) for href, name, count in found}


@pytest.mark.parametrize("way", ["", "table/"])
def test_a_field_says_how_many_it_leaves_out_and_leads_to_them(way, three, as_visitor, monkeypatch):
    assert "most frequent of" not in as_visitor.get(f"{ADDRESS}{way}").text
    monkeypatch.setattr("timeline.public.offered.MOST_CHOICES", 1)
    page = as_visitor.get(f"{ADDRESS}{way}?theme=of+C&exactness=year").text
    [href] = re.findall(r'href="([^"]*)">The 1 most frequent of 2: show all<', page)
    assert html.unescape(href) == f"{ADDRESS}names/actor/?theme=of+C&exactness=year"
    assert page.count("The 1 most frequent of 3: show all") == 2
    # Who hears the page hears the name of a field, not the link beside it.
    assert not [label for label in re.findall(r"<label.*?</label>", page, re.DOTALL) if "<a" in label]


def test_each_name_leads_to_its_events(three, as_visitor):
    found = listed(as_visitor.get(f"{ADDRESS}names/actor/"))
    assert {name: count for name, (_href, count) in found.items()} == {"Often": 2, "Seldom & Co": 1}
    assert next(iter(found)) == "Often"
    for name, (href, count) in found.items():
        assert len(headlines(as_visitor.get(href.partition("#")[0]))) == count, name


def test_what_else_is_chosen_stays_chosen(three, as_visitor):
    page = as_visitor.get(f"{ADDRESS}names/actor/?theme=of+C&actor=Often")
    assert "What else is chosen stays chosen:" in page.text
    [href] = [href for name, (href, _count) in listed(page).items() if name.startswith("Seldom")]
    assert href == f"{ADDRESS}?theme=of+C&actor=Seldom+%26+Co#events"
    assert headlines(as_visitor.get(href.partition("#")[0])) == ["C"]
    assert re.search(r'aria-current="true"><bdi>Often', page.text)


@pytest.mark.parametrize("kind", ["theme", "actor", "place", "source"])
def test_the_names_are_paged_by_key(kind, make_published, add_rival, as_visitor, monkeypatch):
    monkeypatch.setattr("timeline.public.ways.names.MOST", 2)
    names = [f"N {number}" for number in range(5)]
    for name in names:
        event = make_published("An event", place=name, actors=(name,), themes=(name,))
        source = add_rival(event, "2002-09-17", title=name).source
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            source.publisher = name
            save(source)
    seen, address = [], f"{ADDRESS}names/{kind}/?exactness=day"
    while address:
        page = as_visitor.get(address)
        seen += listed(page)
        assert ('rel="first"' in page.text) is ("after" in address)
        found = re.search(r'rel="next" href="([^"]*)">and (\d) more', page.text)
        address = html.unescape(found[1]) if found else ""
    assert sorted(seen) == names


def test_names_stand_in_the_language_of_the_page(three, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        actor = Actor.objects.get(name="Often")
        actor.name_ja = "多い"
        save(actor)
    page = as_visitor.get(f"/ja{ADDRESS}names/actor/").text
    assert "<bdi>多い</bdi>" in page
    assert '<bdi lang="en">Seldom &amp; Co</bdi>' in page


def test_what_is_not_public_has_no_name_here(three, make_event, publish, chronology, as_visitor, as_researcher):
    publish(make_event("A draft", actors=("Hidden",)), chronology)
    assert "Hidden" not in listed(as_visitor.get(f"{ADDRESS}names/actor/?preview=1"))
    assert "Hidden" not in listed(as_researcher.get(f"{ADDRESS}names/actor/"))
    assert "Hidden" in listed(as_researcher.get(f"{ADDRESS}names/actor/?preview=1"))


@pytest.mark.parametrize("kind", ["lane", "exactness", "q", "x" * 900])
def test_what_is_no_kind_of_names_is_not_there(kind, three, as_visitor):
    assert as_visitor.get(f"{ADDRESS}names/{kind}/").status_code == 404


@pytest.mark.parametrize("kind", ["actor", "source"])
@pytest.mark.parametrize("after", ["99999", "9" * 40, "x", "%00", "y" * 10_000])
def test_a_place_that_is_not_there_gives_the_beginning_and_says_so(kind, after, three, as_visitor):
    page = as_visitor.get(f"{ADDRESS}names/{kind}/?after={after}")
    assert page.status_code == 200
    assert "The place that the address names is not in this chronology." in page.text
    assert listed(page) == listed(as_visitor.get(f"{ADDRESS}names/{kind}/"))


def test_a_chronology_without_names_says_so(chronology, as_visitor):
    assert "There are no such names here." in as_visitor.get(f"{ADDRESS}names/actor/").text
