"""What names the state of a public page: only what readers see moves it."""

import pytest

from timeline.accounts.models import User
from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions
from timeline.records.changes import save
from timeline.records.models import Verb, open_change

ADDRESSES = ("/", "/chronologies/japan-north-korea/", "/chronologies/japan-north-korea/2002/")


def states(client, event):
    return [client.get(address)["ETag"] for address in (*ADDRESSES, f"/events/{event.pk}/")]


def draft(event, by, make_event, make_article):
    make_event("A draft", by=by)


def article(event, by, make_event, make_article):
    make_article()


def decision(event, by, make_event, make_article):
    mention = make_article().mentions.get()
    with open_change(by=by, at=NOW, verb=Verb.REJECT):
        mention.decision, mention.decided_at = "rejected", NOW
        save(mention)


def proposal(event, by, make_event, make_article):
    cited = actions.CitationDraft(source=event.citations.get().source, locator="page 9", date=edtf.parse("2002-09-18"))
    actions.cite(event=event, draft=cited, by=by, at=NOW)


def checked_and_not_placed(event, by, make_event, make_article):
    make_event("Checked", checked=True)


def wording(event, by, make_event, make_article):
    with open_change(by=by, at=NOW, verb=Verb.EDIT):
        one = event.wordings.get()
        one.headline = "Other words"
        save(one)


def source(event, by, make_event, make_article):
    with open_change(by=by, at=NOW, verb=Verb.EDIT):
        one = event.citations.get().source
        one.title = "Another title"
        save(one)


def name(event, by, make_event, make_article):
    User.objects.get(pk=by.pk).choose_public_name("Keiko", at=NOW)


@pytest.mark.parametrize("deed", [draft, article, decision, proposal, checked_and_not_placed])
def test_what_readers_do_not_see_moves_nothing(deed, make_published, as_visitor, researcher, make_event, make_article):
    event = make_published()
    before = states(as_visitor, event)
    deed(event, researcher, make_event, make_article)
    assert states(as_visitor, event) == before


@pytest.mark.parametrize("deed", [wording, source, proposal, name])
def test_what_readers_see_moves_every_page(deed, make_published, as_visitor, checker, make_event, make_article):
    event = make_published()
    before = states(as_visitor, event)
    deed(event, checker, make_event, make_article)
    assert not set(states(as_visitor, event)) & set(before)
