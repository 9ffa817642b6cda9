"""What other sites show beside a link to a page of a chronology."""

import re

import pytest

from timeline.conftest import NOW
from timeline.records.models import Verb, open_change

ADDRESS = "/chronologies/japan-north-korea/"


@pytest.fixture
def told(make_published, chronology):
    make_published("Talks", "2002-09-17")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        chronology.title, chronology.scope = 'Japan & "North" Korea', "What the two did, <and> why."
        chronology.save()


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("", ""), ("2002/", "2002 – "), ("2000s/", "2000s – "), ("2002/09/", "September 2002 – "),
        ("take-along/", "Take along: "),
    ],
)  # fmt: skip
def test_a_page_of_a_chronology_says_its_title_and_its_scope(page, named, told, as_visitor):
    text = as_visitor.get(ADDRESS + page).text
    assert re.findall('<meta property="og:title" content="(.*)">', text) == [
        f"{named}Japan &amp; &quot;North&quot; Korea"
    ]
    described = "What the two did, &lt;and&gt; why."
    assert re.findall('<meta property="og:description" content="(.*)">', text) == [described]
    assert f'<meta name="description" content="{described}">' in text
    # No picture of a chronology is drawn.
    assert "og:image" not in text


def test_a_chronology_without_a_scope_describes_nothing(make_published, as_visitor):
    make_published("Talks", "2002-09-17")
    for page in ("", "2002/"):
        text = as_visitor.get(ADDRESS + page).text
        assert '<meta property="og:title"' in text
        assert "og:description" not in text
