"""What the feed of new events tells of each: what it is about, and what its first source says."""

import pytest
from lxml import etree, html

from timeline.conftest import NOW
from timeline.records.models import Theme, Verb, open_change

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEED = "/chronologies/japan-north-korea/feed.atom"


def entry_of(as_visitor, address=FEED):
    return etree.fromstring(as_visitor.get(address).content).find(f"{ATOM}entry")


@pytest.fixture
def shown(make_published):
    """An event with words of its source that are not to be taken for HTML."""
    event = make_published("Talks", summary="They <met>.", themes=("talks", "visits"))
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        theme = Theme.objects.get(name="talks")
        theme.name_ja = "会談"
        theme.save()
        citation = event.citations.get()
        citation.exact, citation.language = "<b>They met & parted.", "ko"
        citation.save()
        source = citation.source
        source.publisher, source.published, source.url = "The <Gazette>", "2002-09-18", "https://a.example/?a=1&b=2"
        source.save()
    return event


def test_an_entry_names_its_themes_in_the_language_of_the_feed(shown, as_visitor):
    for prefix, labels in (("", [("talks", "en"), ("visits", "en")]), ("/ja", [("会談", "ja"), ("visits", "en")])):
        found = entry_of(as_visitor, prefix + FEED).findall(f"{ATOM}category")
        assert [one.get("term") for one in found] == ["talks", "visits"]
        assert [(one.get("label"), one.get(LANG)) for one in found] == labels


def test_an_entry_carries_its_first_source_and_what_that_says(shown, as_visitor):
    entry = entry_of(as_visitor)
    assert entry.findtext(f"{ATOM}summary") == "They <met>."
    content = entry.find(f"{ATOM}content")
    assert (content.get("type"), content.get(LANG)) == ("html", "en")
    said = html.fragment_fromstring(content.text, create_parent=True)
    summary, quotation, source = said
    assert (summary.text_content(), summary.get("lang")) == ("They <met>.", "en")
    assert (quotation.text_content(), quotation[0].get("lang")) == ("<b>They met & parted.", "ko")
    assert source.text_content() == "The <Gazette>, 18 September 2002 — page 1."
    assert source.find("a").get("href") == "https://a.example/?a=1&b=2"
    assert entry.find(f"{ATOM}link[@rel='via']").get("href") == "https://a.example/?a=1&b=2"


def test_the_source_is_named_in_the_language_of_the_feed(shown, as_visitor):
    content = entry_of(as_visitor, f"/ja{FEED}").find(f"{ATOM}content")
    assert content.get(LANG) == "ja"
    assert "2002年9月18日" in content.text


def test_an_entry_whose_source_has_no_address_leads_to_none(make_published, as_visitor):
    make_published("Talks", "2004-05-26")
    entry = entry_of(as_visitor)
    assert entry.find(f"{ATOM}link[@rel='via']") is None
    assert entry.find(f"{ATOM}content").text == "<p><cite>The Niigata Gazette</cite> — page 1.</p>"
    assert entry.find(f"{ATOM}category") is None


def test_a_feed_costs_the_same_with_more_events(many, as_visitor, django_assert_max_num_queries, nothing_kept):
    many(3)
    with django_assert_max_num_queries(20) as few:
        as_visitor.get(FEED)
    many(40, 2010)
    nothing_kept()
    with django_assert_max_num_queries(len(few)):
        as_visitor.get(FEED)
