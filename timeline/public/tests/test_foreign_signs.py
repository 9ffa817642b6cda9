"""What a stranger wrote stays in its own place: signs that turn the writing, addresses, scripts, tags."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from playwright.sync_api import expect

from timeline.conftest import NOW
from timeline.records.models import Source, Verb, open_change
from timeline.web.asked import AddressField

TURNED = "\u202eThe Bay Post"


@pytest.fixture
def published(make_event, publish, make_chronology):
    """A published event whose source, publisher and author turn the writing around."""
    event = make_event(f"{TURNED} meets <b>all</b> &amp; some", checked=True)
    publish(event, make_chronology())
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        source = Source.objects.get()
        source.title = source.publisher = source.author = TURNED
        source.url, source.archive_url = "ftp://example.org/a", "https://example.org/b"
        source.save()
    return event


def test_htmx_takes_no_script_from_an_answer(as_checker):
    config = re.search(r"name=\"htmx-config\" content='([^']+)'", as_checker.get("/arrange/events/new/").text)[1]
    assert json.loads(config)["allowScriptTags"] is False


@pytest.mark.parametrize("address", ["ftp://example.org/a", "ftps://example.org/a", "javascript:alert(1)", "data:,a"])
def test_only_the_web_is_an_address(address):
    with pytest.raises(ValidationError):
        AddressField().clean(address)


def test_an_address_without_scheme_is_one_of_the_web():
    assert AddressField().clean("example.org/a") == "https://example.org/a"


def test_the_forms_refuse_ftp_and_keep_it(as_researcher):
    sent = {"text": "They met on 2 May 2019.", "published_on": "2019-05-02", "title": "A", "url": "ftp://example.org/a"}
    answer = as_researcher.post(reverse("ingest:article_new"), sent)
    assert answer.status_code == 422
    assert "Give an address of the web" in answer.text
    assert "ftp://example.org/a" in answer.text


@pytest.mark.parametrize("address", ["/chronologies/japan-north-korea/", "event"])
def test_a_stored_ftp_address_is_no_link(as_visitor, published, address):
    page = as_visitor.get(address.replace("event", f"/events/{published.pk}/")).text
    assert "ftp://" not in page
    assert "https://example.org/b" in page


def test_tags_in_a_stored_title_are_shown_as_they_are_and_do_nothing(as_visitor, published):
    page = as_visitor.get(f"/events/{published.pk}/").text
    assert "<b>all</b>" not in page
    assert "&lt;b&gt;all&lt;/b&gt;" in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_follows_a_turned_title_is_not_turned(page, live_server, published):
    for address in ("/chronologies/japan-north-korea/", f"/events/{published.pk}/"):
        page.goto(f"{live_server.url}{address}")
        expect(page.locator("h1, h4").filter(has_text="The Bay Post").first).to_be_visible()
        # Every inline element that holds the sign keeps it to itself; a bare text beside others would not.
        loose = page.evaluate("""() => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const wrong = [];
            while (walker.nextNode()) {
                const text = walker.currentNode, around = text.parentElement;
                if (!text.textContent.includes('\u202e')) continue;
                const style = getComputedStyle(around);
                const alone = !['inline', 'contents'].includes(style.display) && around.childNodes.length === 1;
                if (!alone && !style.unicodeBidi.includes('isolate')) wrong.push(around.outerHTML.slice(0, 200));
            }
            return wrong;
        }""")
        assert not loose
