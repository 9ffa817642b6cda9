"""What filters offer and say of themselves: the order of choices, what their numbers count, what was found."""

import re

import pytest

from timeline.conftest import NOW
from timeline.public import among
from timeline.records.changes import save
from timeline.records.models import Theme, Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"


def test_choices_stand_in_the_order_of_the_names_that_readers_see(make_published, as_visitor):
    make_published(themes=("abductions", "talks", "Zeal"))
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for english, korean in (("abductions", "납치"), ("talks", "교섭")):
            theme = Theme.objects.get(name=english)
            theme.name_ko = korean
            save(theme)

    def choices(page):
        field = page[page.index('name="theme"') :].partition("</select>")[0]
        return re.findall(r"<option value=\"[^\"]+\"[^>]*>(.*?) \(", field)

    assert choices(as_visitor.get(ADDRESS).text) == ["abductions", "talks", "Zeal"]
    assert choices(as_visitor.get(f"/ko{ADDRESS}").text) == ["Zeal", "교섭", "납치"]


def test_it_is_said_once_what_the_numbers_beside_choices_count(make_published, as_visitor):
    make_published(themes=("talks",))
    for page in (as_visitor.get(ADDRESS).text, as_visitor.get(f"{ADDRESS}table/").text):
        assert page.count("Numbers beside the choices count the whole chronology.") == 1


@pytest.mark.parametrize("way", ["", "table/", "one/"])
def test_what_was_found_is_spoken_wherever_search_narrows(way, make_published, as_visitor):
    make_published(themes=("talks",))
    page = as_visitor.get(f"{ADDRESS}{way}?theme=talks").text
    assert re.search(r'<script src="/static/js/base(\.[0-9a-f]+)?\.js" defer>', page)
    assert 'id="found"' in page


WITHIN = "Numbers beside the choices say how many events each would leave, with what else is chosen."


def numbers(page, field):
    held = page[page.index(f'name="{field}"') :].partition("</select>")[0]
    return {name: int(count) for name, count in re.findall(r"<option value=\"([^\"]+)\"[^>]*>[^<]* \((\d+)\)", held)}


@pytest.fixture
def some(make_published):
    for day, themes, place in (
        ("2001-01-01", ("talks",), "Tokyo"), ("2002", ("talks",), "Seoul"), ("2003-03-03", ("ships",), "Tokyo"),
        ("2004-04-04", ("talks", "ships"), "Tokyo"),
    ):  # fmt: skip
        make_published(f"Then {day}", day, themes=themes, place=place)


@pytest.mark.parametrize("way", ["", "table/"])
def test_numbers_say_how_many_events_a_choice_leaves(way, some, as_visitor):
    page = as_visitor.get(f"{ADDRESS}{way}?theme=talks").text
    assert page.count(WITHIN) == 1
    assert numbers(page, "place") == {"Tokyo": 2, "Seoul": 1}
    assert numbers(page, "theme") == {"talks": 3, "ships": 2}  # another theme takes the place of this one
    assert numbers(page, "exactness")["day"] == 2
    page = as_visitor.get(f"{ADDRESS}{way}?theme=talks&place=Tokyo&from=2002").text
    assert numbers(page, "theme") == {"talks": 1, "ships": 2}
    assert numbers(page, "place") == {"Tokyo": 1, "Seoul": 1}
    page = as_visitor.get(f"{ADDRESS}{way}?q=then+2003").text
    assert numbers(page, "theme") == {"talks": 0, "ships": 1}


def test_each_number_is_what_one_gets(some, as_visitor):
    page = as_visitor.get(f"{ADDRESS}?theme=talks").text
    for field in ("place", "lane", "exactness"):
        for value, number in numbers(page, field).items():
            found = as_visitor.get(f"{ADDRESS}?theme=talks&{field}={value}").text
            assert f"<b>{number} of 4 events</b>" in found, (field, value)


@pytest.mark.parametrize("name", ["MOST", "MOST_GATHERED"])
def test_of_many_events_the_numbers_are_those_of_the_whole(name, some, as_visitor, monkeypatch):
    monkeypatch.setattr(among, name, 1)
    page = as_visitor.get(f"{ADDRESS}?theme=talks&place=Tokyo").text
    assert WITHIN not in page
    assert page.count("Numbers beside the choices count the whole chronology.") == 1
    assert numbers(page, "theme") == {"talks": 3, "ships": 2}
    assert numbers(page, "place") == {"Tokyo": 3, "Seoul": 1}


@pytest.mark.parametrize("query", ["theme=Typo", "theme=talks&place=Nowhere", "from=x&theme=talks", "q=nothing&lane=A"])
def test_odd_choices_have_numbers_too(query, some, as_visitor):
    assert "ships (" in as_visitor.get(f"{ADDRESS}?{query}").text
