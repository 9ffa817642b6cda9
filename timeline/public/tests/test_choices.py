"""What filters offer and say of themselves: the order of choices, what their numbers count, what was found."""

import re

import pytest

from timeline.conftest import NOW
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
