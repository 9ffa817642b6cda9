"""Finished pages: kept for visitors, never out of date, never anybody's own."""

import gzip
import re

import brotli
import pytest
from django.core.cache import caches
from django.test import Client, override_settings

from timeline.conftest import NOW
from timeline.public import views
from timeline.records.changes import save, undo
from timeline.records.models import Verb, open_change
from timeline.web import caches as stores

ADDRESS = "/chronologies/japan-north-korea/"
KEPT = ("pages", "pages_asked_once")


@pytest.fixture
def shown(make_published):
    return make_published("Talks are held", place="Pyongyang", actors=("Japan",), themes=("talks",))


@pytest.fixture
def made(monkeypatch):
    """The addresses of the pages that were made, not taken as they were kept."""
    asked = []
    render = views.render

    def noted(request, *given, **more):
        asked.append(request.get_full_path())
        return render(request, *given, **more)

    monkeypatch.setattr(views, "render", noted)
    return asked


@pytest.fixture
def another_process(settings):
    """Be served, for a while, by a process that keeps pages of its own."""
    elsewhere = {
        name: options | {"LOCATION": f"{name} elsewhere"} if "LOCATION" in options else options
        for name, options in settings.CACHES.items()
    }
    with override_settings(CACHES=elsewhere):
        for cache in caches.all():
            cache.clear()
    return lambda: override_settings(CACHES=elsewhere)


def rename(event, headline="Other words"):
    with open_change(by=None, at=NOW, verb=Verb.EDIT) as change:
        wording = event.wordings.get()
        wording.headline = headline
        save(wording)
    return change


def test_a_page_is_made_once_and_is_the_same_from_then_on(shown, as_visitor, made):
    addresses = [
        "/",
        ADDRESS,
        f"{ADDRESS}2002/",
        f"/events/{shown.pk}/",
        f"{ADDRESS}?theme=talks",
        "/how-dates-are-read/",
    ]
    first = [as_visitor.get(address).text for address in addresses]
    assert made == addresses
    for _ in range(3):
        assert [as_visitor.get(address).text for address in addresses] == first
    assert made == addresses


def test_who_takes_no_brotli_gets_the_same_page(shown, as_visitor, made):
    plain = as_visitor.get(ADDRESS)
    assert not plain.has_header("Content-Encoding")
    for wanted, opened in (
        ("gzip, br", brotli.decompress),
        ("gzip", gzip.decompress),
        ("br;q=0, gzip", gzip.decompress),
    ):
        answer = as_visitor.get(ADDRESS, headers={"Accept-Encoding": wanted})
        assert answer["Content-Encoding"] == ("br" if opened is brotli.decompress else "gzip")
        assert opened(answer.content) == plain.content
        assert answer["Content-Length"] == str(len(answer.content))
        assert answer["ETag"] == plain["ETag"]
    assert as_visitor.get(ADDRESS).content == plain.content
    assert len(made) == 1


def test_a_page_says_what_else_it_depends_on_and_that_a_copy_has_to_be_asked_about(shown, as_visitor):
    first = as_visitor.get(ADDRESS)
    again = as_visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    for answer in (first, as_visitor.get(ADDRESS), again):
        assert answer["Cache-Control"] == "public, no-cache"
        assert {one.strip() for one in answer["Vary"].split(",")} == {"Accept-Encoding", "Accept-Language", "Cookie"}
        assert answer["ETag"] == first["ETag"]


def test_a_copy_is_good_however_it_is_asked_about(shown, as_visitor):
    etag = as_visitor.get(ADDRESS)["ETag"]
    for asked in (etag, etag.removeprefix("W/"), f'"other", {etag}', "*"):
        answer = as_visitor.get(ADDRESS, headers={"If-None-Match": asked})
        assert (answer.status_code, answer.content) == (304, b"")
        assert as_visitor.head(ADDRESS, headers={"If-None-Match": asked}).status_code == 304
    for asked in ('"other"', "W/other", "", etag[:-2]):
        assert as_visitor.get(ADDRESS, headers={"If-None-Match": asked}).status_code == 200


def test_head_is_get_without_the_page(shown, as_visitor, made):
    for headers in ({}, {"Accept-Encoding": "br"}):
        asked = [as_visitor.head(ADDRESS, headers=headers), as_visitor.get(ADDRESS, headers=headers)]
        assert [answer.status_code for answer in asked] == [200, 200]
        assert asked[0].content == b""
        assert dict(asked[0].items()) == dict(asked[1].items())
    assert len(made) == 1


# Who sees what.


def test_who_is_signed_in_never_gets_a_visitors_page_nor_a_visitor_theirs(shown, as_visitor, as_researcher, made):
    addresses = [ADDRESS, f"{ADDRESS}2002/", f"/events/{shown.pk}/", "/"]
    for _ in range(3):
        for address in addresses:
            theirs, ours = as_researcher.get(address), as_visitor.get(address)
            assert "Sign out" in theirs.text
            assert "Sign out" not in ours.text
            assert "csrfmiddlewaretoken" not in ours.text
            assert not theirs.has_header("ETag")
            assert "no-store" in theirs["Cache-Control"]
    assert len(made) == 3 * len(addresses) + len(addresses), "a signed-in person's page is made anew each time"


def test_a_session_that_is_over_gets_a_page_of_its_own_which_nobody_keeps(shown, made):
    client = Client()
    client.cookies["sessionid"] = "long-gone"
    for _ in range(2):
        answer = client.get(ADDRESS)
        assert "Sign in" in answer.text
        assert "no-store" in answer["Cache-Control"]
    assert len(made) == 2
    assert all(name not in caches[store] for store in KEPT for name in stores._stores[store].entries)


def test_a_preview_is_never_kept(make_event, shown, chronology, publish, as_researcher, as_visitor):
    draft = make_event("Still a draft", "2002-09-18")
    publish(draft, chronology)
    for _ in range(3):
        assert "Still a draft" in as_researcher.get(f"{ADDRESS}?preview=1").text
        assert "Still a draft" not in as_visitor.get(f"{ADDRESS}?preview=1").text
        assert as_visitor.get(f"/events/{draft.pk}/").status_code == 404
        assert as_researcher.get(f"/events/{draft.pk}/").status_code == 200


def test_what_the_page_before_has_to_say_is_said_once(shown, as_researcher):
    """Signing out says so on the next page, which is a visitor's."""
    client = Client()
    plain = client.get("/").text
    client.cookies["messages"] = _message("You have signed out.")
    told = client.get("/")
    assert "You have signed out." in told.text
    assert not told.has_header("ETag")
    assert client.get("/").text == plain


def _message(words):
    from django.contrib.messages import constants
    from django.contrib.messages.storage.base import Message
    from django.contrib.messages.storage.cookie import CookieStorage
    from django.test import RequestFactory

    return CookieStorage(RequestFactory().get("/"))._encode([Message(constants.INFO, words)])


def test_a_page_that_is_not_there_is_not_kept(shown, as_visitor):
    for address in ("/events/999999/", "/chronologies/none/", f"{ADDRESS}0/"):
        for _ in range(2):
            assert as_visitor.get(address).status_code == 404
    assert not any(stores._stores[store].entries for store in KEPT)


def test_a_merged_event_leads_on_and_is_not_kept(shown, make_event, as_visitor):
    gone = make_event("Gone")
    with open_change(by=None, at=NOW, verb=Verb.MERGE):
        gone.merged_into, gone.status = shown, "withdrawn"
        save(gone)
    for _ in range(2):
        assert as_visitor.get(f"/events/{gone.pk}/").status_code == 302
    assert not any(stores._stores[store].entries for store in KEPT)


# One name for what is one page.


def test_order_empty_fields_and_what_the_page_does_not_read_make_no_other_copy(shown, as_visitor, made):
    same = (
        "?theme=talks&actor=Japan", "?actor=Japan&theme=talks", "?actor=Japan&theme=talks&q=&from=+",
        "?utm_source=letter&theme=talks&actor=Japan&fbclid=1", "?theme=other&theme=talks&actor=Japan",
        "?actor=+Japan&theme=talks",
        "?preview=1&theme=talks&actor=Japan",
    )  # fmt: skip
    assert len({as_visitor.get(f"{ADDRESS}{query}", follow=True).text for query in same}) == 1
    assert len({as_visitor.get(f"{ADDRESS}{query}", follow=True)["ETag"] for query in same}) == 1
    assert len(made) == 1
    for address in ("/", f"{ADDRESS}2002/", f"/events/{shown.pk}/"):
        assert as_visitor.get(f"{address}?utm_source=letter").text == as_visitor.get(address).text
    assert len(made) == 4


def test_what_the_page_reads_makes_another(shown, as_visitor):
    queries = (
        "", "?theme=talks", "?actor=Japan", "?q=talks", "?q=Talks", "?from=2002", "?to=2002", "?at=2002", "?all=1",
        f"?after={shown.entries.get().pk}", f"?before={shown.entries.get().pk}", "?after=", "?lane=T", "?exactness=day",
    )  # fmt: skip
    assert len({as_visitor.get(f"{ADDRESS}{query}")["ETag"] for query in queries}) == len(queries)


def test_an_address_in_full_is_that_of_whoever_asked(shown, as_visitor, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    for host in ("one.example", "two.example"):
        assert f"http://{host}/events/" in as_visitor.get(f"/events/{shown.pk}/", headers={"Host": host}).text


def test_languages_are_kept_apart(shown, as_visitor, made):
    asked = [(prefix, wanted) for prefix in ("", "/ja", "/ko") for wanted in ("", "en", "ja", "ko")]
    for _ in range(3):
        pages = {
            (prefix, wanted): as_visitor.get(f"{prefix}{ADDRESS}", headers={"Accept-Language": wanted})
            for prefix, wanted in asked
        }
        for (prefix, wanted), page in pages.items():
            code = prefix.removeprefix("/") or "en"
            assert f'<html lang="{code}"' in page.text
            assert re.findall('id="offer"><a href="[^"]*" lang="(..)"', page.text) == [wanted] * (
                wanted not in ("", code)
            )
            assert {one.strip() for one in page["Vary"].split(",")} >= {"Accept-Language"}
    # Nothing offered is one page, whether the reader asked for nothing or for what it is in.
    assert len({page["ETag"] for page in pages.values()}) == len(made) == 9


def test_what_a_reader_wants_besides_makes_no_page_of_its_own(shown, as_visitor, made):
    wishes = ("ja", "ja-JP", "JA", "fr, ja;q=0.9, en;q=0.3", "de,ja", "ja;q=0.2", "x" * 150 + ",ja")
    assert len({as_visitor.get(ADDRESS, headers={"Accept-Language": wish})["ETag"] for wish in wishes}) == 1
    for wish in (
        "",
        "en",
        "*",
        "fr",
        "en,ja",
        "en-GB,ja;q=0.9",
        "ja;q=0",
        "ja;q=x",
        "ja;q=9",
        "q=1,;;,",
        "日本",
        "x" * 9000,
    ):
        assert 'id="offer"' not in as_visitor.get(ADDRESS, headers={"Accept-Language": wish}).text
    assert len(made) == 2


# Never out of date.


def test_no_process_shows_an_old_page_after_a_change_or_its_undoing(shown, as_visitor, another_process):
    addresses = [ADDRESS, f"{ADDRESS}2002/", f"/events/{shown.pk}/"]

    def says(words):
        return [words in as_visitor.get(address).text for address in addresses for _ in range(3)]

    def both_say(words):
        here = says(words)
        with another_process():
            return all(here + says(words))

    assert both_say("Talks are held")
    change = rename(shown)
    assert both_say("Other words")
    undo(change=change, by=None, at=NOW)
    assert both_say("Talks are held")


def test_a_page_that_was_being_made_during_a_change_is_not_kept_for_after_it(shown, as_visitor, monkeypatch):
    """The edition is read before anything else: what comes between belongs to no later one."""
    render = views.render

    def late(request, template, context, **more):
        answer = render(request, template, context, **more)
        rename(shown)
        return answer

    monkeypatch.setattr(views, "render", late)
    assert "Talks are held" in as_visitor.get(ADDRESS).text
    monkeypatch.setattr(views, "render", render)
    for _ in range(3):
        assert "Other words" in as_visitor.get(ADDRESS).text


# Bounded.


@pytest.mark.parametrize("query", ["q=invented{}", "from=1{:03}", "lane=J&to=21{:02}"])
def test_what_is_typed_freely_pushes_out_nothing_but_its_like(query, shown, as_visitor, made, monkeypatch):
    for _ in range(2):
        as_visitor.get(ADDRESS)
    wanted = list(stores._stores["pages"].entries)
    store = caches["pages_asked_once"]
    room = store.most
    for number in range(40):
        for _ in range(2):
            as_visitor.get(f"{ADDRESS}?{query.format(number)}")
        if number == 3:
            monkeypatch.setattr(store, "most", min(room, 4 * store.store.size))
    assert list(stores._stores["pages"].entries) == wanted
    assert stores._stores["pages_asked_once"].size <= store.most
    assert len(stores._stores["pages_asked_once"].entries) < 40
    made.clear()
    as_visitor.get(ADDRESS)
    as_visitor.get(f"{ADDRESS}?{query.format(39)}")
    assert made == []
