"""A person chooses the name that readers and colleagues see; it is never the one for signing in."""

import re

import pytest
from playwright.sync_api import expect

from timeline.accounts.models import Role, User
from timeline.conftest import NOW

ADDRESS = "/name/"


def test_a_name_is_chosen_and_taken_back(as_researcher, researcher):
    assert as_researcher.post(ADDRESS, {"public_name": "  Keiko   Mori "}, follow=True).status_code == 200
    researcher.refresh_from_db()
    assert (str(researcher), researcher.name_for_readers, researcher.own_name) == ("Keiko Mori",) * 3
    assert "Readers know you as <b>Keiko Mori</b>" in as_researcher.get("/password/").text
    as_researcher.post(ADDRESS, {"public_name": ""})
    researcher.refresh_from_db()
    assert researcher.name_for_readers == "a checker"
    assert str(researcher) == f"researcher {researcher.pk}"
    assert researcher.own_name == "the-researcher"


@pytest.mark.parametrize("typed", ["the-researcher", "THE-researcher", "ｔｈｅ-researcher"])
def test_what_one_signs_in_with_is_not_ones_public_name(typed, as_researcher, researcher):
    answer = as_researcher.post(ADDRESS, {"public_name": typed})
    assert answer.status_code == 422
    assert "you sign in with" in answer.text
    researcher.refresh_from_db()
    assert researcher.public_name == ""


@pytest.mark.parametrize("typed", ["the-{}", "THE-{}", "ｔｈｅ-{}"])
def test_nobody_learns_here_who_else_signs_in(typed, as_researcher):
    User.objects.create_person("the-gardener", None, Role.CHECKER)
    answers = []
    for name in ("gardener", "gardiner"):
        answer = as_researcher.post(ADDRESS, {"public_name": typed.format(name)}, follow=True)
        answers.append((answer.status_code, answer.text.replace(name, "")))
    (one, there), (other, not_there) = answers
    assert one == other == 200
    assert without_token(there) == without_token(not_there)


def without_token(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


@pytest.mark.parametrize("typed", ["Keiko", "keiko", "ＫＥＩＫＯ"])
def test_two_people_have_two_names(typed, as_researcher, checker):
    checker.choose_public_name("Keiko", at=NOW)
    answer = as_researcher.post(ADDRESS, {"public_name": typed})
    assert answer.status_code == 422
    assert "cannot be taken" in answer.text


@pytest.mark.parametrize("typed", ["Kei\u202eko", "Kei\u200bko", "\u2066Keiko"])
def test_letters_that_nobody_sees_are_refused(typed, as_researcher):
    answer = as_researcher.post(ADDRESS, {"public_name": typed})
    assert answer.status_code == 422
    assert "letters that can be seen" in answer.text


def test_a_name_too_long_is_refused_and_stays_typed(as_researcher):
    answer = as_researcher.post(ADDRESS, {"public_name": "K" * 81})
    assert answer.status_code == 422
    assert "K" * 81 in answer.text


def test_an_admin_sees_and_changes_it(as_admin, researcher):
    address = f"/admin/accounts/user/{researcher.pk}/change/"
    assert "public_name" in as_admin.get(address).text
    sent = {"username": "the-researcher", "role": Role.RESEARCHER, "public_name": "Keiko", "is_active": "on"}
    as_admin.post(address, sent)
    researcher.refresh_from_db()
    assert researcher.public_name == "Keiko"
    assert researcher.public_name_since is not None


def test_the_full_name_that_an_admin_notes_is_not_shown(researcher):
    researcher.first_name, researcher.last_name = "Keiko", "Mori"
    researcher.save()
    assert "Keiko" not in f"{User.objects.get(pk=researcher.pk)} {researcher.name_for_readers}"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_is_accessible(page, live_server, sign_in, axe, researcher):
    sign_in(researcher)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{live_server.url}{ADDRESS}")
        axe(page)
        expect(page.locator("html")).to_have_js_property("scrollWidth", width)
