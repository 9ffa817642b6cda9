"""An event in a list is put together without a template: nothing that somebody wrote comes out as HTML."""

import re

import pytest

from timeline.conftest import NOW
from timeline.records.changes import save
from timeline.records.models import (
    Actor,
    Chronology,
    Citation,
    Entry,
    Lane,
    Place,
    Section,
    Source,
    Theme,
    Verb,
    Wording,
    open_change,
)

ADDRESS = "/chronologies/japan-north-korea/"
HOSTILE = "<b id=x>\"'&amp;</li>"
TEXTS = {
    Actor: ("name",),
    Chronology: ("title", "title_native", "scope"),
    Citation: ("exact", "locator", "note", "words", "language"),
    Lane: ("name", "letter"),
    Place: ("name",),
    Section: ("title", "intro"),
    Source: ("title", "publisher", "author", "published", "url", "archive_url", "language"),
    Theme: ("name",),
    Wording: ("headline", "summary", "language"),
}


@pytest.fixture
def hostile(make_published, add_rival):
    """A published event of which everything that somebody may write is HTML."""
    event = make_published("Talks", "2002-09", place="Place", actors=("Actor",), themes=("Theme",))
    add_rival(event, "2002-10")
    add_rival(event, "2002-09", title="A third")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        for noun, fields in TEXTS.items():
            for number, record in enumerate(noun.objects.all()):
                for field in fields:
                    column = noun._meta.get_field(field)
                    most = column.max_length or 1000
                    text = f"{number}{HOSTILE}"
                    if field in ("url", "archive_url"):
                        text = f"https://example.org/{text}"
                    setattr(record, field, text[:most] if most > 2 else "<")
                save(record)
        event.refresh_from_db()
        event.words, event.date_reason, event.zone = HOSTILE, HOSTILE, HOSTILE
        event.time = NOW.time()
        save(event)
    return event


@pytest.mark.parametrize("shown", ["", "?q=talks", "?all=1", "2002/", "event"])
@pytest.mark.parametrize("who", ["as_visitor", "as_researcher"])
def test_what_somebody_wrote_is_text(shown, who, hostile, request):
    client = request.getfixturevalue(who)
    answer = client.get(f"/events/{hostile.pk}/" if shown == "event" else f"{ADDRESS}{shown}")
    assert answer.status_code == 200
    assert "<b id" not in answer.text
    assert len(re.findall("<li[ >]", answer.text)) == answer.text.count("</li>")
    for value in re.findall(r'(?:href|lang|title|value|aria-label)="([^"]*)"', answer.text):
        assert "<" not in value
    if shown != "?q=talks":
        assert "&lt;b id=x&gt;&quot;&#x27;&amp;amp;&lt;/li&gt;" in answer.text


def card_of(event, page):
    return page[page.index(f'id="e{event.pk}"') :].partition("</li>\n")[0]


def text_of(html):
    """The text of some HTML as a screen reader says it: without what is hidden from it, links by their labels."""
    said = re.sub(r'<(\w+)[^>]* aria-hidden="true"[^>]*>.*?</\1>', "", html)
    said = re.sub(r'<a[^>]* aria-label="([^"]*)"[^>]*>.*?</a>', r"\1", said)
    return " ".join(re.sub(r"<[^>]+>", "", said).replace("\n", " ").split())


def test_a_card_says_how_it_is_known_where_it_stands_and_what_it_rests_on(make_published, add_rival, as_visitor):
    event = make_published("Talks are held", "2002-09", summary="In brief.", place="Pyongyang")
    add_rival(event, "2002-10")
    card = text_of(card_of(event, as_visitor.get(ADDRESS).text))
    assert "2 sources." in card
    assert "sources differ" in card
    assert "In brief." in card
    assert "Talks · Pyongyang" in card
    assert "Source 1" in card
    assert "Source 2" in card
    assert Entry.objects.filter(event=event).exists()


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2017-11-29", "29 November 2017. Exact day. 3 sources, all agree."),
        ("[2017-09..2017-12]", "Some time between September and December 2017. 3 sources, all agree."),
        ("2017-11-29~", "Around 29 November 2017. 3 sources, all agree."),
        ("2017", "2017. 3 sources, all agree."),
        ("2014-05-26/2014-05-28", "From 26 to 28 May 2014. 3 days. 3 sources, all agree."),
    ],
)
def test_a_date_is_read_aloud_once_with_how_it_is_known(date, said, make_published, add_rival, as_visitor):
    event = make_published("A test", date, words="those days")
    add_rival(event, date, title="Second")
    add_rival(event, date, title="Third")
    card = card_of(event, as_visitor.get(ADDRESS).text)
    assert text_of(re.search(r'<p class="when">.*?</p>', card)[0]) == said


def test_a_source_that_does_not_give_the_date_yet_does_not_agree(make_published, add_rival, as_visitor):
    event = make_published("A test", "2017-11-29")
    citation = add_rival(event, "2017-11-29", title="Second")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        citation.gives_date = False
        save(citation)
    card = card_of(event, as_visitor.get(ADDRESS).text)
    assert "2 sources." in text_of(re.search(r'<p class="when">.*?</p>', card)[0])
    assert "agree" not in card


def test_other_dates_of_other_sources_are_read_aloud(make_published, add_rival, as_visitor):
    event = make_published("A test", "2017-07-28")
    for title, date in (("Second", "2017-07-29"), ("Third", "2017-07-29"), ("Fourth", "2017-08")):
        add_rival(event, date, title=title)
    said = "Exact day. Another source says: Saturday 29 July 2017. Another source says: August 2017."
    card = card_of(event, as_visitor.get(ADDRESS).text)
    assert f"{said} 4 sources." in text_of(re.search(r'<p class="when">.*?</p>', card)[0])
    for address in (f"/events/{event.pk}/", f"{ADDRESS}one/", f"{ADDRESS}embed/"):
        assert said in as_visitor.get(address).text


def test_a_list_leads_to_the_source_and_one_by_one_to_its_passage_and_both_to_the_copy(make_published, as_visitor):
    event = make_published()
    citation = event.citations.get()

    def change(record, **fields):
        with open_change(by=None, at=NOW, verb=Verb.EDIT):
            for name, value in fields.items():
                setattr(record, name, value)
            save(record)

    change(citation, exact="They met.")
    change(citation.source, url="https://example.org/1", archive_url="https://archive.example/1")
    for address, href in (
        (ADDRESS, "https://example.org/1"),
        (f"{ADDRESS}one/", "https://example.org/1#:~:text=They%20met."),
    ):
        page = as_visitor.get(address).text
        assert f'href="{href}"' in page, address
        assert 'href="https://archive.example/1"' in page, address


def test_an_event_without_lane_and_place_begins_its_line_with_nothing_to_part(make_published, as_visitor):
    event = make_published(actors=("Japan", "Korea"))
    with open_change(by=None, at=NOW, verb=Verb.PLACE):
        entry = event.entries.get()
        entry.lane = None
        entry.save()
    page = as_visitor.get(f"/events/{event.pk}/").text
    assert text_of(page[page.index('<p class="meta">') :].partition("</p>")[0]) == "Japan · Korea"


def test_a_card_says_each_thing_once(make_published, make_source, as_visitor):
    event = make_published("Talks are held", "2002-09-17", summary="In brief.", place="Pyongyang")
    card = text_of(card_of(event, as_visitor.get(ADDRESS).text).partition("<details")[0])
    source = event.citations.get().source
    date = ("17 September", "2002", "Exact day", "1 source")
    told = ("Talks are held", "In brief.", "Talks ·", "Pyongyang", source.publisher or source.title, "Source 1")
    for fact in (*date, *told):
        assert card.count(fact) == 1, f"{fact}: {card}"


def test_words_that_are_no_date_are_read_aloud_once(make_published, as_visitor):
    event = make_published("A test", "", words="those days")
    card = card_of(event, as_visitor.get(ADDRESS).text)
    assert text_of(re.search(r'<p class="when">.*?</p>', card)[0]) == "“those days”. No date can be read. 1 source."


def test_the_words_of_a_source_are_read_aloud_once(make_published, as_visitor):
    event = make_published("A test", "[2017-09..2017-12]", words="late 2017")
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        citation = event.citations.get()
        citation.exact = "It was tested in late 2017."
        save(citation)
    card = card_of(event, as_visitor.get(ADDRESS).text)
    said = "Some time between September and December 2017; the source says “late 2017”. 1 source."
    assert text_of(re.search(r'<p class="when">.*?</p>', card)[0]) == said


def test_a_card_leads_to_who_changed_what(make_published, as_visitor):
    event = make_published()
    assert f'<a href="/events/{event.pk}/#history">History</a>' in card_of(event, as_visitor.get(ADDRESS).text)
