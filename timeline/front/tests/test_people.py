"""Which address counts, and whose session it is."""

from ipaddress import ip_network

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore

from timeline.conftest import signed_in
from timeline.front import people
from timeline.front.people import Sessions, client_address, customer

PROXIES = [ip_network(each) for each in ("127.0.0.1", "::1", "10.0.0.0/8")]


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "address"),
    [
        ("203.0.113.5", "198.51.100.1", [], "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", PROXIES, "203.0.113.5"),
        ("127.0.0.1", "198.51.100.1", PROXIES, "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", PROXIES, "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.2.3.4", PROXIES, "198.51.100.1"),
        ("::1", "2001:db8::7", PROXIES, "2001:db8::7"),
        ("127.0.0.1", "", PROXIES, "127.0.0.1"),
        ("127.0.0.1", "unknown", PROXIES, "127.0.0.1"),
        ("127.0.0.1", "1.2.3.4, <script>, 10.1.1.1", PROXIES, "10.1.1.1"),
        ("127.0.0.1", "10.1.1.1", PROXIES, "10.1.1.1"),
        ("::ffff:203.0.113.5", "", PROXIES, "203.0.113.5"),
        ("::ffff:127.0.0.1", "6.6.6.6, 198.51.100.1", PROXIES, "198.51.100.1"),
        ("::ffff:127.0.0.1", "unknown", PROXIES, "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1:4711", PROXIES, "127.0.0.1"),
    ],
)
def test_the_address_that_counts_is_the_last_one_no_proxy_of_ours_has(peer, forwarded, trusted, address):
    assert client_address(peer, forwarded, trusted) == address


@pytest.mark.parametrize(
    ("address", "other", "same"),
    [
        ("203.0.113.5", "203.0.113.6", False),
        ("203.0.113.5", "::ffff:203.0.113.5", True),
        ("2001:db8::1", "2001:db8::ffff:0:0:2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
    ],
)
def test_all_addresses_of_one_customer_count_as_one(address, other, same):
    assert (customer(address) == customer(other)) is same


@pytest.fixture
def sessions():
    return Sessions()


def test_a_session_of_a_signed_in_person_is_told(sessions, researcher):
    key = signed_in(researcher).cookies["sessionid"].value
    assert sessions.person(key) == str(researcher.pk)


@pytest.mark.parametrize("key", ["", "a" * 32, "../../etc/passwd", "' OR 1=1 --", "é" * 9, "a" * 5000])
def test_a_session_that_is_made_up_is_nobody_s(sessions, db, key):
    assert sessions.person(key) == ""


def test_a_session_of_a_visitor_is_nobody_s(sessions, db):
    visitor = SessionStore()
    visitor["language"] = "ja"
    visitor.save()
    assert sessions.person(visitor.session_key) == ""


def test_a_session_of_a_closed_account_is_nobody_s(sessions, researcher):
    key = signed_in(researcher).cookies["sessionid"].value
    get_user_model().objects.filter(pk=researcher.pk).update(is_active=False)
    assert sessions.person(key) == ""


def test_what_is_remembered_is_forgotten_after_a_while_and_never_grows(sessions, monkeypatch):
    monkeypatch.setattr(people, "REMEMBERED", 2)
    assert sessions.remembered("a") == ""
    for key in ("a", "b", "a", "c"):
        sessions.remember(key, f"person of {key}")
    assert [sessions.remembered(key) for key in ("a", "b", "c")] == ["person of a", "", "person of c"]
    monkeypatch.setattr(people.time, "monotonic", lambda: 10**9)
    assert not sessions.remembered("c")


def test_the_session_is_found_among_other_cookies(sessions):
    assert sessions.key_in("a=1; sessionid=abc; csrftoken=2") == "abc"
    assert sessions.key_in("csrftoken=2") == ""
