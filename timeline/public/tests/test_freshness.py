"""What names the state of a public page: only what readers see moves it."""

import pytest

from timeline.accounts.models import Role, User
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


@pytest.mark.parametrize("deed", [draft, article, decision, proposal, checked_and_not_placed, name])
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


def test_who_checks_no_more_is_not_named_and_by_another_name_moves_nothing(
    make_published, as_visitor, as_admin, checker
):
    event = make_published(by=checker)
    checker.choose_public_name("Keiko", at=NOW)
    before = states(as_visitor, event)
    assert "by Keiko" in as_visitor.get(f"/events/{event.pk}/").text
    sent = {"username": checker.username, "role": Role.RESEARCHER, "public_name": "Keiko", "is_active": "on"}
    assert as_admin.post(f"/admin/accounts/user/{checker.pk}/change/", sent).status_code == 302
    after = states(as_visitor, event)
    assert not set(after) & set(before)
    assert "by a checker" in as_visitor.get(f"/events/{event.pk}/").text
    User.objects.get(pk=checker.pk).choose_public_name("Mori", at=NOW)
    assert states(as_visitor, event) == after
