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


def test_a_card_says_how_it_is_known_where_it_stands_and_what_it_rests_on(make_published, add_rival, as_visitor):
    event = make_published("Talks are held", "2002-09", summary="In brief.", place="Pyongyang")
    add_rival(event, "2002-10")
    page = as_visitor.get(ADDRESS).text
    card = re.sub(r"<[^>]+>", "", page[page.index(f'id="e{event.pk}"') :].partition("</li>\n")[0])
    assert "2 sources." in card
    assert "sources differ" in card
    assert "In brief." in card
    assert re.search(r"T Talks\s*·\s*Pyongyang", card)
    assert "Source 1" in card
    assert "Source 2" in card
    assert Entry.objects.filter(event=event).exists()
