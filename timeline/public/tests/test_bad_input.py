"""Whatever an address asks for: a page that says what was ignored, or a refusal of our own; never a fault."""

import csv
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

ADDRESS = "/chronologies/japan-north-korea/"
MOST_QUERIES = 60
ROWS = list(csv.DictReader((Path(__file__).parent / "addresses.csv").read_text(encoding="utf-8").splitlines()))
NAMES = list(
    dict.fromkeys((row["name"], row["kwargs"]) for row in ROWS if row["method"] == "GET" and row["visitor"] == "200")
)
ODD = {
    "year 0": "from=0&to=0000&at=0&day=0&month=0&on=0",
    "year 99999": "from=99999&to=-99999&at=99999&day=99999",
    "no years": "from=abc&to=31+June&at=soon&on=2024-02-30&day=x&month=x",
    "crossed": "from=2010&to=2005",
    "far years": "from=Y170000002&to=Y-170000002&at=-99999999999",
    "absurd keys": f"after={'9' * 5000}&before=-1&page=1e9&version={'9' * 30}&around=x",
    "10 kB of words": "q=" + "missile+" * 1250,
    "10 kB of one word": "q=" + "x" * 10_000,
    "10 kB of kanji": "q=" + "%E6%8B%89" * 1000,
    "wildcards": "q=" + "%2A+%25+_+%3F+" * 200,
    "the index's own words": "q=" + "%22a+NEAR%2F9+b%22+OR+NOT+%28terms%3A+a%29+%5E+%3A%2A+%26+%7C+%21",
    "one letter": "q=e",
    "everything twice": "q=a&q=b&theme=c&theme=d&from=2000&from=2001&all=1&all=2",
    "everything unknown": "theme=%F0%9F%98%80&actor=x&place=x&lane=x&source=x&exactness=x&order=x&zoom=x&bare=x",
    "half a letter": "q=%E5%B9&theme=%ED%A0%80&lane=%00",
    "nested": "q[]=a&from[x]=1&__proto__=1&q%5B%24ne%5D=1",
    "no names": "=&==&&&?&%",
}


@pytest.fixture
def things(make_published, add_rival):
    """What the addresses name: a chronology, an event of it with a second date, and its version."""
    event = make_published("Missile over Hokkaido", "2002-09-17", place="Tokyo", themes=("talks",), actors=("Japan",))
    add_rival(event, "2002-09-18")
    make_published("Some time", "200X")
    return {"chronology": "japan-north-korea", "event": event.pk}


def address_of(name, kwargs, things):
    pairs = (pair.split("=") for pair in kwargs.split() if pair)
    return reverse(name, kwargs={key: things.get(token, token) for key, token in pairs})


@pytest.mark.parametrize("odd", ODD)
def test_every_address_answers_whatever_is_asked(odd, things, as_visitor, as_researcher):
    wrong = []
    for name, kwargs in NAMES:
        address = address_of(name, kwargs, things)
        for client in (as_visitor, as_researcher):
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(f"{address}?{ODD[odd]}")
            if answer.status_code not in (200, 302, 304, 400, 404) or len(queries) > MOST_QUERIES:
                wrong.append(f"{address}: {answer.status_code} after {len(queries)} queries")
            if answer.status_code == 302 and odd not in ("everything twice", "no names", "half a letter"):
                wrong.append(f"{address} leads to {answer['Location'][:60]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=99999", "is no date"),
        ("from=2010&to=2005", "lies before"),
        ("from=0-0", "is no date"),
        ("after=" + "9" * 5000, "is not in this chronology"),
        ("at=soon", "is not in this chronology"),
        ("q=" + "x" * 10_000, "at most 200 characters"),
        ("theme=%00%F0%9F%98%80", "nothing here has"),
        ("q=" + "a+" * 60, "Only the first"),
    ],
)
def test_the_list_says_what_was_ignored(query, said, things, as_visitor):
    answer = as_visitor.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert said in answer.text


@pytest.mark.parametrize("query", ["after=x", "after=" + "9" * 40])
@pytest.mark.parametrize("period", ["2000s/", "2002/", "2002/09/"])
def test_a_time_says_that_a_place_is_not_in_it(period, query, things, as_visitor):
    assert "is not in this chronology" in as_visitor.get(f"{ADDRESS}{period}?{query}").text


@pytest.mark.parametrize(
    "junk", ["x", "x/", "/", "%00/", "..%2f", "?x/../", "1e9/", "-1/", "٣/", "'/", "%F0%9F%98%80/"]
)
def test_trailing_junk_is_refused_by_a_page_of_our_own(junk, things, as_visitor):
    for name, kwargs in NAMES:
        address = address_of(name, kwargs, things) + junk
        if address == "//":
            continue
        answer = as_visitor.get(address)
        if answer.status_code == 404:
            assert "Nothing stands at this address" in answer.text, address
        else:
            # A query is no junk of the path, and Django adds the slash that is missing.
            assert answer.status_code in (200, 301, 302), address
            assert "?" in junk or answer.status_code == 301 or junk == "x/", f"{address}: {answer.status_code}"


def test_head_is_get_without_the_page(things, as_visitor):
    for name, kwargs in NAMES:
        address = address_of(name, kwargs, things)
        whole, head = as_visitor.get(address), as_visitor.head(address)
        assert head.status_code == whole.status_code == 200, address
        assert head["Content-Type"] == whole["Content-Type"], address
        assert head.content == b"", address


@pytest.mark.parametrize("condition", ['"x"', "*", "W/" * 4000, 'W/"' + "9" * 8000 + '"', ',,",', "\x00"])
def test_a_crooked_condition_is_no_fault(condition, things, as_visitor):
    for name, kwargs in NAMES:
        answer = as_visitor.get(address_of(name, kwargs, things), headers={"If-None-Match": condition})
        assert answer.status_code in (200, 304, 400), name
    old = as_visitor.get(ADDRESS, headers={"If-Modified-Since": "yesterday", "Range": "bytes=0-,0-,0-"})
    assert old.status_code == 200


def test_what_is_typed_never_stands_in_a_page_as_markup(things, as_visitor):
    hostile = "%22%3E%3Cimg+src%3Dx%3E"
    for name, kwargs in NAMES:
        fields = "&".join(
            f"{one}={hostile}" for one in ("q", "theme", "from", "to", "at", "after", "day", "order", "lane")
        )
        answer = as_visitor.get(f"{address_of(name, kwargs, things)}?{fields}")
        if "html" in answer.get("Content-Type", ""):
            assert not re.search(r"<img src=x>", answer.text), name
