"""What names the state of a public page: only what readers see moves it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from timeline.accounts.models import Role, User
from timeline.conftest import NOW
from timeline.dates import edtf
from timeline.records import actions
from timeline.records.changes import save, undo
from timeline.records.models import Actor, Chronology, Edition, Verb, open_change

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


# Which editions a deed raises: those of the chronologies in which readers see any of it, and the site's.


def editions():
    return dict(Edition.objects.values_list("chronology__slug", "number"))


def raised(before):
    """The chronologies whose edition is another now; None is the site."""
    return {slug for slug, number in editions().items() if before.get(slug) != number}


def edit(record, **fields):
    with open_change(by=None, at=NOW, verb=Verb.EDIT) as change:
        for field, value in fields.items():
            setattr(record, field, value)
        save(record)
    return change


@pytest.fixture
def two(make_event, make_chronology, publish):
    """One event in each of two public chronologies, `here` and `there`."""
    made = {}
    for slug in ("here", "there"):
        made[slug] = make_chronology(slug=slug)
        publish(make_event(slug, checked=True, place=slug, actors=(slug,), themes=(slug,)), made[slug])
    return made


def event_in(chronology):
    return chronology.entries.get().event


ONE = {None, "here"}
BOTH = {None, "here", "there"}
DEEDS = {
    "a title of the chronology": (ONE, lambda here: edit(here, title="Another")),
    "a lane": (ONE, lambda here: edit(here.lanes.get(), name="Others")),
    "a section": (ONE, lambda here: edit(here.sections.get(), title="Other parts")),
    "a headline": (ONE, lambda here: edit(event_in(here).wordings.get(), headline="Other words")),
    "a quotation": (ONE, lambda here: edit(event_in(here).citations.get(), exact="As it stands there")),
    "an event": (ONE, lambda here: edit(event_in(here), date_reason="So it is")),
    "withdrawing an entry": (ONE, lambda here: edit(here.entries.get(), published_since=None)),
    "withdrawing an event": (ONE, lambda here: edit(event_in(here), status="withdrawn")),
    "hiding the chronology": (ONE, lambda here: edit(here, is_public=False)),
    "a source's title": (BOTH, lambda here: edit(event_in(here).citations.get().source, title="Another")),
    "an actor's name": (BOTH, lambda here: edit(event_in(here).actors.get(), name="Somebody")),
    "a place's name": (BOTH, lambda here: edit(event_in(here).place, name_ja="平壌")),
    "a theme's name": (BOTH, lambda here: edit(event_in(here).themes.get(), name="Something")),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_and_its_undoing_raise_the_editions_of_what_readers_see_of_it(deed, two):
    expected, do = DEEDS[deed]
    before = editions()
    change = do(two["here"])
    assert raised(before) == expected
    before = editions()
    undo(change=change, by=None, at=NOW)
    assert raised(before) == expected


def test_publishing_raises_the_edition_and_placing_does_not(two, make_event, checker):
    here, event = two["here"], make_event("Next", checked=True)
    before = editions()
    with open_change(by=checker, at=NOW, verb=Verb.PLACE):
        entry = actions.place(event=event, chronology=here, section=None, lane=None, by=checker, at=NOW)
    assert raised(before) == set()
    edit(entry, published_since=NOW)
    assert raised(before) == ONE


def test_an_event_in_both_chronologies_raises_both(two, publish):
    publish(event_in(two["here"]), two["there"])
    before = editions()
    edit(event_in(two["here"]).wordings.get(), headline="Other words")
    assert raised(before) == BOTH


def test_moving_an_event_to_another_chronology_raises_both(two):
    before = editions()
    edit(two["here"].entries.get(), chronology=two["there"], section=None, lane=None)
    assert raised(before) == BOTH


def test_a_chronology_made_public_gets_an_edition_and_a_private_one_moves_nothing(two, make_chronology):
    before = editions()
    private = make_chronology(slug="private", is_public=False)
    edit(private, title="Another")
    assert raised(before) == set()
    edit(private, is_public=True)
    assert raised(before) == {None, "private"}


def test_mending_what_lists_are_read_from_raises_all(two):
    before = editions()
    call_command("verify", repair=True, verbosity=0, stdout=StringIO())
    assert raised(before) == BOTH


def test_a_name_that_nothing_public_has_moves_nothing(two):
    with open_change(by=None, at=NOW, verb=Verb.ADD):
        actor = save(Actor(name="Nobody"))
    before = editions()
    edit(actor, name="Somebody")
    assert raised(before) == set()


def test_no_number_comes_again_though_the_chronology_was_deleted_and_put_back(two, make_chronology):
    seen = set(editions().values())
    with open_change(by=None, at=NOW, verb=Verb.ADD) as change:
        save(Chronology(title="New", slug="new", is_public=True))
    for _ in range(3):
        assert editions()[None] not in seen
        seen.add(editions()[None])
        change = undo(change=change, by=None, at=NOW)
        assert editions().get("new") not in seen


def test_a_number_is_the_instant_of_its_change_unless_a_later_one_was_there(two):
    late = NOW + timedelta(days=1)
    with open_change(by=None, at=late, verb=Verb.EDIT):
        save(two["here"])
    assert editions()["here"] == editions()[None] == int(late.timestamp()) * 1_000_000
    edit(two["there"], title="Another")
    assert editions()["there"] == editions()[None] == int(late.timestamp()) * 1_000_000 + 1


def test_a_page_moves_with_its_own_chronology_alone_and_the_home_page_with_all(two, as_visitor):
    pages = {
        slug: [f"/chronologies/{slug}/", f"/chronologies/{slug}/2002/", f"/events/{event_in(two[slug]).pk}/"]
        for slug in two
    }

    def etags(addresses):
        return [as_visitor.get(address)["ETag"] for address in addresses]

    here, there, home = etags(pages["here"]), etags(pages["there"]), etags(["/"])
    edit(two["here"], title="Another")
    assert not set(here) & set(etags(pages["here"]))
    assert etags(pages["there"]) == there
    assert etags(["/"]) != home


def test_what_no_visitor_may_read_has_no_etag(two, make_event, as_visitor):
    edit(two["here"], is_public=False)
    hidden = (f"/events/{make_event().pk}/", "/chronologies/here/", "/chronologies/none/", "/chronologies/there/0/")
    for address in hidden[:3]:
        answer = as_visitor.get(address, headers={"If-None-Match": "*"})
        assert answer.status_code == 404
        assert not answer.has_header("ETag")
    assert as_visitor.get(hidden[3]).status_code == 404
