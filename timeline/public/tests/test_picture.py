"""The picture that other sites show beside a link to an event."""

import struct

import pytest
from django.test import Client

from timeline.conftest import NOW
from timeline.formats import picture
from timeline.records.models import Entry, Verb, open_change


@pytest.fixture
def event(make_published):
    return make_published("Talks are held", "2002-09-17")


@pytest.fixture
def times(monkeypatch):
    """An item for each picture that was drawn."""
    drawn, draw = [], picture.write
    monkeypatch.setattr(picture, "write", lambda given: drawn.append(1) or draw(given))
    return drawn


def test_the_page_names_its_picture(event, as_visitor):
    text = as_visitor.get(f"/events/{event.pk}/").text
    address = text.partition('<meta property="og:image" content="')[2].partition('"')[0]
    answer = as_visitor.get(address.removeprefix("http://testserver"))
    assert answer["Content-Type"] == "image/png"
    assert struct.unpack(">II", answer.content[16:24]) == (1200, 630)


def test_it_is_drawn_once_and_kept_as_it_is(event, as_visitor, times):
    address = f"/events/{event.pk}/card.png"
    answers = [as_visitor.get(address, headers={"Accept-Encoding": "br"}) for _time in range(3)]
    as_visitor.get(f"{address}?v=7&other=8")
    assert len(times) == 1
    assert {answer.content for answer in answers} == {answers[0].content}
    assert all("Content-Encoding" not in answer for answer in answers)
    assert as_visitor.get(address, headers={"If-None-Match": answers[0]["ETag"]}).status_code == 304


@pytest.mark.parametrize("cookie", ["sessionid", "messages"])
def test_no_cookie_has_it_drawn_anew(cookie, event, times):
    address = f"/events/{event.pk}/card.png"
    for number in range(3):
        client = Client()
        client.cookies[cookie] = f"x{number}"
        assert client.get(address).status_code == 200
    assert len(times) == 1


def test_who_is_signed_in_gets_that_of_visitors_and_of_what_is_not_public_one_of_their_own(
    event, make_event, times, as_visitor, as_checker
):
    address = f"/events/{event.pk}/card.png"
    assert as_checker.get(address).content == as_visitor.get(address).content
    assert len(times) == 1
    draft = f"/events/{make_event('A draft').pk}/card.png"
    assert as_checker.get(draft).status_code == 200
    assert as_visitor.get(draft).status_code == 404


def test_where_too_many_are_asked_for_it_says_when_to_come_again(event, as_visitor, monkeypatch):
    def refuse(_picture):
        raise picture.Busy

    address = f"/events/{event.pk}/card.png"
    with monkeypatch.context() as busy:
        busy.setattr(picture, "write", refuse)
        answer = as_visitor.get(address)
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "2", "no-store")
    assert "ETag" not in answer
    assert "again in a moment" in answer.text
    assert as_visitor.get(address)["Content-Type"] == "image/png"


def test_it_follows_the_event(event, as_visitor):
    before = as_visitor.get(f"/events/{event.pk}/card.png").content
    with open_change(by=None, at=NOW, verb=Verb.EDIT):
        wording = event.wordings.get()
        wording.headline = "A summit is held"
        wording.save()
    assert as_visitor.get(f"/events/{event.pk}/card.png").content != before


@pytest.mark.parametrize("date", ["", "2002", "-0043", "197X", "../2002", "2002-09~", "{2002-09-17,2002-10-15}"])
def test_every_kind_of_date_is_drawn(date, make_published, as_visitor):
    event = make_published("It happened", date)
    assert as_visitor.get(f"/events/{event.pk}/card.png").status_code == 200


def test_what_is_not_public_has_none(event, as_visitor):
    with open_change(by=None, at=NOW, verb=Verb.WITHDRAW):
        entry = Entry.objects.get(event=event)
        entry.published_since = None
        entry.save()
    assert as_visitor.get(f"/events/{event.pk}/card.png").status_code == 404
    assert as_visitor.get("/events/999999/card.png").status_code == 404
