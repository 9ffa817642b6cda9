"""Who is at the other end: the address that counts, and whether a session is a signed-in person's."""

import time
from collections import OrderedDict
from importlib import import_module
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.contrib.auth import get_user
from django.db import close_old_connections
from django.http import HttpRequest
from django.http.cookie import parse_cookie

REMEMBERED = 1000  # sessions
SECONDS_TO_REMEMBER = 30

Network = IPv4Network | IPv6Network


def plain_address(text: str) -> IPv4Address | IPv6Address:
    """Return the address that is written; a socket of both families writes an IPv4 one as IPv6. Else ValueError."""
    address = ip_address(text)
    return getattr(address, "ipv4_mapped", None) or address


def client_address(peer: str, forwarded: str, trusted: list[Network]) -> str:
    """Return the address a request came from: the last one that no trusted proxy has, if a trusted proxy sent it."""
    for step in (peer, *(each.strip() for each in reversed(forwarded.split(",")))):
        try:
            address = plain_address(step)
        except ValueError:
            # What no proxy of ours would write is not worth believing.
            return peer
        if not any(address in network for network in trusted):
            return str(address)
        peer = str(address)
    return peer


def customer(address: str) -> str:
    """Return whom an address stands for: itself, or of IPv6 the 64 bits of which one customer has every address."""
    plain = plain_address(address)
    return str(plain) if plain.version == 4 else str(ip_network((plain, 64), strict=False))


class Sessions:
    """Which sessions are signed-in people's; a good one can be remembered for a while, by the event loop alone."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._store = import_module(settings.SESSION_ENGINE).SessionStore

    def key_in(self, cookies: str) -> str:
        """Return the session named in a request's cookies, or nothing."""
        return parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME, "")

    def remembered(self, key: str) -> str:
        """Return the person's key if the session was good a moment ago, or nothing."""
        person, until = self._known.get(key, ("", 0.0))
        return person if until > time.monotonic() else ""

    def remember(self, key: str, person: str) -> None:
        """Take a session for that person's for a while."""
        self._known[key] = (person, time.monotonic() + SECONDS_TO_REMEMBER)
        self._known.move_to_end(key)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def person(self, key: str) -> str:
        """Return the key of the person whose session it is, or nothing; asks the database, so in a thread."""
        request = HttpRequest()
        request.session = self._store(key)
        user = get_user(request)
        return str(user.pk) if user.is_authenticated else ""

    def person_outside_a_request(self, key: str) -> str:
        """Return the same, and treat the thread's connection to the database as a request would."""
        close_old_connections()
        try:
            return self.person(key)
        finally:
            close_old_connections()
