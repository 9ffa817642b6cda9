"""A person changes their password."""

import pytest
from django.test import Client

from timeline.conftest import PASSWORD, signed_in

ADDRESS = "/password/"
FRESH = "quite-another-one-9"


def change(client, old=PASSWORD, new=FRESH, again=None):
    return client.post(ADDRESS, {"old_password": old, "new_password1": new, "new_password2": again or new})


def test_the_new_password_holds_and_the_person_stays_signed_in(as_researcher, researcher):
    answer = change(as_researcher)
    assert answer.status_code == 302
    assert "Your password is changed" in as_researcher.get(ADDRESS).text
    researcher.refresh_from_db()
    assert researcher.check_password(FRESH)


def test_other_browsers_are_signed_out(as_researcher, researcher):
    elsewhere = signed_in(researcher)
    change(as_researcher)
    assert elsewhere.get(ADDRESS).status_code == 302
    assert as_researcher.get(ADDRESS).status_code == 200


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"old": "wrong"}, "old password was entered incorrectly"),
        ({"again": "something-different-1"}, "didn’t match"),
        ({"new": "short"}, "too short"),
        ({"new": "password123"}, "too common"),
        ({"new": "92837465018273"}, "entirely numeric"),
        ({"new": "the-researcher"}, "too similar"),
    ],
)
def test_what_is_wrong_is_said_and_the_old_one_holds(sent, told, as_researcher, researcher):
    answer = change(as_researcher, **sent)
    assert told in answer.text
    assert "Not stored" in answer.text
    researcher.refresh_from_db()
    assert researcher.check_password(PASSWORD)


def test_a_visitor_is_asked_to_sign_in(db):
    assert Client().get(ADDRESS).url == f"/sign-in/?next={ADDRESS}"
