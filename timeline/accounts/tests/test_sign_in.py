"""Signing in and out: who gets in, who is locked out, where it leads."""

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

from timeline.accounts.models import Role, User
from timeline.conftest import PASSWORD, signed_in

SIGN_IN = "/sign-in/"


def sign_in(client, password=PASSWORD, name="the-researcher", **more):
    return client.post(SIGN_IN, {"username": name, "password": password, **more})


@pytest.mark.parametrize("role", list(Role))
def test_each_role_signs_in_and_comes_to_the_articles(role, as_visitor):
    User.objects.create_person("somebody", PASSWORD, role)
    answer = sign_in(as_visitor, name="somebody")
    assert answer.url == reverse("ingest:articles")
    assert "_auth_user_id" in as_visitor.session


def test_signing_in_leads_back_to_where_one_came_from(as_visitor, researcher):
    asked = as_visitor.get(reverse("arrange:chronologies"))
    assert asked.url == f"{SIGN_IN}?next=/arrange/"
    assert 'value="/arrange/"' in as_visitor.get(asked.url).text
    assert sign_in(as_visitor, next="/arrange/").url == "/arrange/"


def test_signing_in_leads_to_no_other_site(as_visitor, researcher):
    assert sign_in(as_visitor, next="https://elsewhere.example/").url == reverse("ingest:articles")


def test_a_wrong_password_is_said_and_the_name_stays(as_visitor, researcher):
    answer = sign_in(as_visitor, "not-the-password")
    assert "do not fit together" in answer.text
    assert 'value="the-researcher"' in answer.text
    assert "not-the-password" not in answer.text
    assert "_auth_user_id" not in as_visitor.session


def test_nobody_learns_whether_a_name_exists(as_visitor, researcher):
    known, unknown = sign_in(as_visitor, "wrong"), sign_in(as_visitor, "wrong", name="nobody-here")
    for answer in (known, unknown):
        assert "do not fit together" in answer.text


def test_a_name_longer_than_any_account_s_is_like_any_wrong_one(as_visitor, researcher):
    answer = sign_in(as_visitor, name="9" * 5000)
    assert answer.status_code == 200
    assert "do not fit together" in answer.text
    assert not AccessAttempt.objects.exists()


def test_a_closed_account_does_not_get_in(as_visitor, researcher):
    User.objects.filter(pk=researcher.pk).update(is_active=False)
    sign_in(as_visitor)
    assert "_auth_user_id" not in as_visitor.session


def test_a_closed_account_is_out_at_once(as_researcher, researcher):
    User.objects.filter(pk=researcher.pk).update(is_active=False)
    assert as_researcher.get(reverse("arrange:chronologies")).url.startswith(SIGN_IN)


def test_ten_wrong_passwords_lock_the_name_even_for_the_right_one(as_visitor, researcher):
    for _time in range(9):
        assert sign_in(as_visitor, "wrong").status_code == 200
    assert sign_in(as_visitor, "wrong").status_code == 429
    locked = sign_in(as_visitor)
    assert locked.status_code == 429
    assert "Too many wrong passwords" in locked.text
    assert "fifteen minutes" in locked.text
    assert "_auth_user_id" not in as_visitor.session


def test_a_lock_holds_for_that_name_and_address_only(as_visitor, researcher, checker):
    for _time in range(10):
        sign_in(as_visitor, "wrong")
    assert sign_in(as_visitor, name="the-checker").status_code == 302
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_a_lock_ends_after_fifteen_minutes(as_visitor, researcher, time_machine):
    time_machine.move_to("2026-11-23T12:00:00Z", tick=False)
    for _time in range(10):
        sign_in(as_visitor, "wrong")
    assert sign_in(as_visitor).status_code == 429
    time_machine.move_to("2026-11-23T12:15:01Z", tick=False)
    assert sign_in(as_visitor).status_code == 302


def test_the_right_password_forgives_the_wrong_ones_before(as_visitor, researcher):
    for _round in range(2):
        for _time in range(8):
            sign_in(as_visitor, "wrong")
        assert sign_in(as_visitor).status_code == 302
        as_visitor.post("/sign-out/")


def test_who_is_signed_in_is_not_asked_again(as_researcher):
    assert as_researcher.get(SIGN_IN).status_code == 302


def test_signing_out_needs_a_button(as_researcher):
    assert as_researcher.get("/sign-out/").status_code == 405
    answer = as_researcher.post("/sign-out/")
    assert answer.url == reverse("public:chronologies")
    assert as_researcher.get(reverse("arrange:chronologies")).status_code == 302


def test_a_form_without_a_token_is_refused_with_our_own_page(researcher):
    client = Client(enforce_csrf_checks=True)
    answer = sign_in(client)
    assert answer.status_code == 403
    assert "This form is out of date" in answer.text


@pytest.mark.parametrize(
    ("role", "seen"), [(Role.RESEARCHER, []), (Role.CHECKER, []), (Role.ADMIN, ["transfer:imports", "admin:index"])]
)
def test_the_masthead_shows_the_rooms_of_ones_role(role, seen, db):
    client = signed_in(User.objects.create_person("somebody", PASSWORD, role))
    page = client.get(reverse("arrange:chronologies")).text
    for name in ("transfer:imports", "admin:index"):
        assert (f'href="{reverse(name)}"' in page) == (name in seen)
