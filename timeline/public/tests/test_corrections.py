"""The log of corrections, as a page and as a feed."""

from datetime import time

import pytest
from lxml import etree

from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.public.take_along import corrections
from timeline.records import actions
from timeline.records.models import Entry, Event, Verb, open_change

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def address(chronology):
    return f"/chronologies/{chronology.slug}/corrections/"


def edit(event, headline, date, why="A secret of the house", at=NOW, **fields):
    draft = actions.EventDraft(headline=headline, language="en", words=date, date=edtf.parse(date), **fields)
    return actions.edit_event(event=event, version=None, draft=draft, by=None, at=at, why=why)


def unpublish(event, since=None):
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry = Entry.objects.get(event=event)
        entry.published_since = since
        entry.save()


def test_a_date_and_words_that_changed_stand_before_and_after(make_published, address, as_visitor):
    event = make_published("Talks are held", "2002-09-17")
    seen = Event.objects.get(pk=event.pk).version
    edit(event, "A summit is held", "2002-09-18")
    text = as_visitor.get(address).text
    assert "<del>17 September 2002</del> <ins>18 September 2002</ins>" in text
    assert "<del>Talks are held</del> <ins>A summit is held</ins>" in text
    assert f'href="/events/{event.pk}/v/{seen}/"' in text
    assert "A secret of the house" not in text


def test_what_changed_before_it_was_published_is_no_correction(make_event, publish, chronology, address, as_visitor):
    event = make_event("A first try", checked=True)
    edit(event, "A second try", "2002-09-18")
    publish(event, chronology)
    assert "Nothing was corrected so far." in as_visitor.get(address).text


@pytest.fixture
def propose(make_source, researcher):
    """Let a researcher cite a second source, with another date."""

    def make(event, date, title):
        draft = actions.CitationDraft(source=make_source(title), words=date, date=edtf.parse(date))
        return actions.cite(event=event, draft=draft, by=researcher, at=NOW)

    return make


def test_what_no_reader_reads_is_no_correction(make_published, propose, address, as_visitor):
    event = make_published()
    edit(event, "Talks are held", "2002-09-17", note="For colleagues")
    propose(event, "2002-09-18", "The other paper")
    assert "Nothing was corrected so far." in as_visitor.get(address).text


def test_time_of_day_and_place_that_changed_are_told(make_published, address, as_visitor):
    event = make_published("Talks are held", "2002-09-17", place="Pyongyang")
    edit(event, "Talks are held", "2002-09-17", place="Tokyo", time=time(9, 30), zone="Asia/Tokyo")
    text = as_visitor.get(address).text
    assert "<dt>Place</dt>" in text
    assert "<del>Pyongyang</del> <ins>Tokyo</ins>" in text
    assert '<ins>09:30 (Tokyo)</ins>\n<span class="quiet small">added</span>' in text
    feed = as_visitor.get(f"{address}feed.atom").text
    assert "Place: “Pyongyang” is now “Tokyo”." in feed
    assert "Time of day: “09:30 (Tokyo)” was added." in feed


def test_words_of_a_date_that_changed_are_told(make_published, address, as_visitor):
    event = make_published("Talks are held", "2002-09-17")
    draft = actions.EventDraft(
        headline="Talks are held", language="en", words="that day", date=edtf.parse("2002-09-17")
    )
    actions.edit_event(event=event, version=None, draft=draft, by=None, at=NOW)
    assert "<del>2002-09-17</del> <ins>that day</ins>" in as_visitor.get(address).text


def test_a_wording_that_was_added_or_removed_is_told(make_published, add_wording, address, as_visitor):
    event = make_published("Talks are held", "2002-09-17")
    add_wording(event, "ja", "会談が開かれる", "平壌で。")
    text = as_visitor.get(address).text
    assert '<span lang="ja"> <ins>会談が開かれる</ins></span>' in text
    assert "<ins>平壌で。</ins>" in text
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        event.wordings.get(language="ja").delete()
    assert "Headline: “会談が開かれる” was removed." in as_visitor.get(f"{address}feed.atom").text


def check_citations(event):
    with open_change(by=None, at=NOW, verb=Verb.CHECK):
        for citation in event.citations.all():
            citation.state = "checked"
            citation.save()


def test_a_source_is_told_once_readers_see_it(make_published, propose, address, as_visitor):
    event = make_published("Talks are held", "2002-09-17")
    propose(event, "2002-09-18", "The Evening Wire")
    assert "The Evening Wire" not in as_visitor.get(address).text
    check_citations(event)
    assert "<ins>The Evening Wire</ins>" in as_visitor.get(address).text
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        event.citations.get(chosen=False).delete()
    assert "Source: “The Evening Wire” was removed." in as_visitor.get(f"{address}feed.atom").text


def test_another_source_of_the_date_and_another_date_of_a_source_are_told(
    make_published, add_rival, address, as_visitor
):
    event = make_published("Talks are held", "2002-09-17")
    add_rival(event, "2002-09-18", "The Evening Wire")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        rival = event.citations.get(chosen=False)
        rival.date = edtf.parse("2002-09-19")
        rival.save()
    assert "<del>18 September 2002</del> <ins>19 September 2002</ins>" in as_visitor.get(address).text
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for chosen in (False, True):
            for citation in event.citations.all():
                citation.chosen = chosen and citation.pk == rival.pk
                citation.save()
    text = as_visitor.get(address).text
    assert "<dt>Source of the date</dt>" in text
    assert "<del>The Niigata Gazette</del> <ins>The Evening Wire</ins>" in text


def merge(event, other):
    with open_change(by=None, at=NOW, verb=Verb.MERGE):
        event.merged_into = other
        event.save()


def test_what_was_merged_leads_to_what_it_is_part_of_now(make_published, address, as_visitor):
    event, other = make_published("A name that had to go", "2002-09-17"), make_published("Talks are held", "2002-09-18")
    last = make_published("The summit", "2002-09-18")
    merge(event, other)
    merge(other, last)
    text = as_visitor.get(address).text
    assert "Merged: an event dated 17 September 2002" in text
    assert f'Merged into “<a href="/events/{last.pk}/"><span lang="en">The summit</span></a>”.' in text
    assert "had to go" not in text
    assert "Withdrawn" not in text
    entry = etree.fromstring(as_visitor.get(f"{address}feed.atom").content).findall(f"{ATOM}entry")[-1]
    assert entry.findtext(f"{ATOM}title") == "Merged: an event dated 17 September 2002"
    assert entry.findtext(f"{ATOM}summary") == "Merged into “The summit”."


def test_what_was_merged_into_what_is_not_public_leads_nowhere(make_published, make_event, address, as_visitor):
    merge(make_published("Seen", "2002-09-17"), other := make_event("A draft", "2002-09-17"))
    text = as_visitor.get(address).text
    assert "Withdrawn: an event dated 17 September 2002" in text
    assert "A draft" not in text
    assert f"/events/{other.pk}/" not in text


def test_what_was_withdrawn_is_said_without_its_words(make_published, address, as_visitor):
    event = make_published("A name that had to go", "2002-09-17")
    edit(event, "Another name that had to go", "2002-09-17")
    unpublish(event)
    text = as_visitor.get(address).text
    assert "Withdrawn: an event dated 17 September 2002" in text
    assert "had to go" not in text
    assert f"/events/{event.pk}/" not in text


def test_what_was_changed_while_it_was_withdrawn_is_no_correction(make_published, address, as_visitor):
    event = make_published("A headline", "2002-09-17")
    unpublish(event)
    edit(event, "A headline for nobody", "2002-09-17")
    edit(event, "A headline", "2002-09-17")
    unpublish(event, NOW)
    assert "A headline for nobody" not in as_visitor.get(address).text


def test_another_chronology_has_its_own(make_published, make_chronology, as_visitor):
    edit(make_published("Talks are held"), "A summit is held", "2002-09-17")
    make_chronology("Another", "another")
    assert "Nothing was corrected so far." in as_visitor.get("/chronologies/another/corrections/").text


def test_pages_go_on_by_key_and_miss_nothing(make_published, address, as_visitor, monkeypatch):
    monkeypatch.setattr(corrections, "MOST", 3)
    monkeypatch.setattr(corrections, "LOOKED_AT", 5)
    event = make_published("Headline 0")
    for number in range(1, 14):
        edit(event, f"Headline {number}", "2002-09-17")
    asked, found, pages = address, [], 0
    while asked:
        text = as_visitor.get(asked).text
        found += [number for number in range(1, 14) if f"<ins>Headline {number}</ins>" in text]
        _before, _mark, later = text.partition('rel="next" href="')
        asked = later.partition('"')[0]
        pages += 1
    assert sorted(found) == list(range(1, 14))
    assert len(found) == 13
    assert pages < 10


def test_what_a_page_asks_does_not_grow(publish_all, chronology, address, as_visitor, django_assert_max_num_queries):
    events = publish_all([(f"Event {number}", "2002-09-17") for number in range(120)])
    for event in events[:80]:
        edit(Event.objects.get(pk=event.pk), "Another headline", "2002-09-17")
    with django_assert_max_num_queries(40):
        text = as_visitor.get(address).text
    assert "Older corrections" in text


@pytest.mark.parametrize("before", ["0", "-1", "x", "99999", "9" * 400, "1e5", "%00"])
def test_a_crooked_key_is_answered(before, make_published, address, as_visitor):
    edit(make_published("Talks are held"), "A summit is held", "2002-09-17")
    assert as_visitor.get(f"{address}?before={before}").status_code == 200


def test_a_place_that_is_not_there_is_said(make_published, address, as_visitor):
    edit(make_published("Talks are held"), "A summit is held", "2002-09-17")
    said = "The place that the address names is not in this log"
    assert said in as_visitor.get(f"{address}?before=x").text
    assert said not in as_visitor.get(f"{address}?before=99999").text
    assert said not in as_visitor.get(address).text


def test_the_feed_names_each_correction_for_good(make_published, address, as_visitor):
    event = make_published("Talks & <b>more</b>", "2002-09-17")
    edit(event, "Talks", "2002-09-18")
    first, second = (etree.fromstring(as_visitor.get(f"{address}feed.atom").content) for _time in range(2))
    (entry,) = first.findall(f"{ATOM}entry")
    name = entry.findtext(f"{ATOM}id")
    assert name.startswith(f"tag:testserver,2026:events/{event.pk}/corrections/")
    assert second.find(f"{ATOM}entry").findtext(f"{ATOM}id") == name
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert entry.get(lang) is None
    assert entry.find(f"{ATOM}title").get(lang) == "en"
    assert "“17 September 2002” is now “18 September 2002”" in entry.findtext(f"{ATOM}summary")
    assert first.findtext(f"{ATOM}updated") == "2026-11-23T12:00:00Z"
    unpublish(event)
    (entry,) = etree.fromstring(as_visitor.get(f"{address}feed.atom").content).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Withdrawn: an event dated 18 September 2002"


def test_what_had_no_date_is_withdrawn_without_one(make_published, address, as_visitor):
    unpublish(make_published("A name that had to go", ""))
    for name in ("", "feed.atom"):
        assert "Withdrawn: an event without a date" in as_visitor.get(f"{address}{name}").text


def test_a_chronology_that_is_not_public_has_none(make_chronology, as_visitor):
    make_chronology("Hidden", "hidden", is_public=False)
    for name in ("corrections/", "corrections/feed.atom", "feed.atom", "calendar.ics", "take-along/", "cite.json"):
        assert as_visitor.get(f"/chronologies/hidden/{name}").status_code == 404
