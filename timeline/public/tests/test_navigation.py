"""The menu of the ways to read: which of them keep search and filters, and what the others say."""

import re

import pytest

ADDRESS = "/chronologies/japan-north-korea/"
KNOWS_NONE = ["map", "this-week", "coverage", "lag", "compare", "as-known-on"]
NOTE = "* shows everything: search and filters are not used there"


@pytest.fixture(autouse=True)
def published(make_published):
    make_published("Talks", "2002-09-17", themes=("talks",))


def menu(answer):
    """The links of the menu by their addresses, and the rest of each."""
    text = answer.text.partition('<nav class="ways"')[2].partition("</nav>")[0]
    return {address.partition(ADDRESS)[2]: rest for address, rest in re.findall(r'<a href="([^"]*)"(.*?)</a>', text)}


@pytest.mark.parametrize("rest", ["", "table/", "one/"])
def test_with_filters_in_use_the_menu_says_which_ways_do_not_know_them(rest, as_visitor):
    page = as_visitor.get(f"{ADDRESS}{rest}?theme=talks")
    links = menu(page)
    assert {"?theme=talks", "table/?theme=talks", "one/?theme=talks"} <= links.keys()
    described = {address for address, more in links.items() if 'aria-describedby="shows-all"' in more}
    assert described == {f"{name}/" for name in KNOWS_NONE}
    assert f'id="shows-all">{NOTE}<' in page.text


@pytest.mark.parametrize("rest", ["", "table/?order=latest", "one/", "map/", "lag/?lag=next", "coverage/?from=2000"])
def test_without_them_it_says_nothing(rest, as_visitor):
    page = as_visitor.get(f"{ADDRESS}{rest}")
    assert len(menu(page)) == 9
    assert "shows-all" not in page.text


def test_a_bar_of_what_was_found_leads_to_its_year_with_the_same_filters(as_visitor):
    page = as_visitor.get(f"{ADDRESS}?theme=talks").text
    bars = re.search(r'<svg class="strip".*?</svg>\n', page, re.DOTALL)[0]
    address = f"{ADDRESS}?theme=talks&amp;from=2002&amp;to=2002#events"
    assert f'<a href="{address}" tabindex="-1">' in bars
    assert f'<th scope="row"><a href="{address}">' in page
    assert "1 of 1 events" in as_visitor.get(f"{ADDRESS}?theme=talks&from=2002&to=2002").text
