"""No number, however long, and no text, however odd, ends in a 5xx: every address, every field, every role."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from django.db import connection, transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from timeline.tests.test_addresses import ROLES, ROOMS, entries, names, things  # noqa: F401

NUMBERS = ("9" * 25, "9" * 5000, "-" + "9" * 25, "9223372036854775808", "-1", "０１２", "1e9", "٣")
TEXTS = ("", "‮", " ".join(f"word{n}" for n in range(500)), "x" * 100_000)
# As sent: a lone surrogate, NUL, and half a character.
RAW = ("%ED%A0%80", "%00", "%E5%B9")
HOSTILE = (*(quote(one) for one in (*NUMBERS, *TEXTS)), *RAW)
# Each of these alone in each field, for every role; an admin also meets all of them in all fields at once.
ALONE = tuple(quote(one) for one in (NUMBERS[1], TEXTS[2]))
ASKED = re.compile(r"""(?:GET|asked|query)\b(?:\.get|\.getlist)?[(\[]"(\w+)\"""")


class Forms(HTMLParser):
    """The forms of a page, as (method, action, fields), and the names in the addresses of its links."""

    def __init__(self, page, address):
        super().__init__()
        self.address, self.forms, self.linked, self.inside = address, [], set(), None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = {}
            action = urlsplit(given.get("action") or self.address).path
            self.forms.append(((given.get("method") or "get").upper(), action, self.inside))
        elif tag == "a":
            self.linked |= {name for name, _value in parse_qsl(urlsplit(given.get("href") or "").query)}
        elif given.get("formaction"):
            self.forms.append(("POST", urlsplit(given["formaction"]).path, self.inside))
        if tag in ("input", "textarea", "select", "button") and given.get("name") and self.inside is not None:
            self.inside.setdefault(given["name"], given.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = None


def asked_in(room):
    """The names that the code of a room asks an address or a form for."""
    files = [file for file in (ROOMS / room).rglob("*.py") if "tests" not in file.parts]
    return {name for file in files for name in ASKED.findall(Path(file).read_text(encoding="utf-8"))}


def encoded(fields):
    return "&".join(f"{quote(name)}={value}" for name, value in fields.items())


def sent(client, method, address, fields):
    """The status of an answer; what it stored is taken back."""
    mark, cookies = transaction.savepoint(), client.cookies.copy()
    try:
        if method == "POST":
            return client.post(
                address, encoded(fields), content_type="application/x-www-form-urlencoded", HTTP_HX_REQUEST="false"
            ).status_code
        return client.get(f"{address}?{encoded(fields)}").status_code
    finally:
        transaction.savepoint_rollback(mark)
        client.cookies = cookies


def short(values):
    """What was sent, short enough to read in a failure."""
    return ", ".join(f"{name}={one[:12]}({len(one)})" for name, one in values.items())


def attempts(fields, role, *, each=True):
    """All fields odd in the same way, then `each` alone among the form's own values."""
    plain = {name: quote(value) for name, value in fields.items() if not name.startswith(("csrf", "initial-"))}
    for value in HOSTILE if role == "admin" else ALONE:
        yield dict.fromkeys(plain, value)
    for name in plain if each else ():
        for value in ALONE:
            yield {**plain, name: value}


@pytest.fixture(autouse=True)
def each_role_once(request):
    """What a database takes depends on no role: on PostgreSQL an admin's forms and a visitor's, all there are, do."""
    if connection.vendor != "sqlite" and request.node.callspec.params["role"] not in ("admin", "visitor"):
        pytest.skip("the same forms as the admin's, which are asked on both databases")


@pytest.fixture
def clients(as_visitor, as_researcher, as_checker, as_admin):
    found = dict(zip(ROLES, (as_visitor, as_researcher, as_checker, as_admin), strict=True))
    for client in found.values():
        client.raise_request_exception = False
    return found


def addresses(things):  # noqa: F811
    """Each address of the project once, with the name of its room."""
    kwargs = {row["name"]: row["kwargs"] for row in reversed(list(entries()))}
    for name in names():
        pairs = (pair.split("=") for pair in kwargs[name].split() if pair)
        yield name.split(":")[0], reverse(name, kwargs={key: things.get(token, token) for key, token in pairs})


def patterns(resolver=None, before=""):
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern)


@pytest.mark.parametrize("role", ROLES)
def test_no_key_in_an_address_is_too_odd(role, clients, db):
    wrong = []
    for pattern in {one for one in patterns() if "<" in one}:
        for value in (*NUMBERS[1:6], "\0", "x" * 5000) if role == "admin" else NUMBERS[:2]:
            address = "/" + re.sub(r"<[^>]+>", quote(value), pattern)
            for method in ("GET", "POST") if value == NUMBERS[1] else ("GET",):
                if (status := sent(clients[role], method, address, {})) >= 500:
                    wrong.append(f"{method} {address[:60]}: {status}")
    assert not wrong, "\n".join(wrong)


def asked_by(role, room):
    """Whether a role has a room's pages for itself: who is signed in reads the public ones as an admin does.

    What an admin reads there beside a visitor depends on no database.
    """
    return room != "public" or role == "visitor" or (role == "admin" and connection.vendor == "sqlite")


@pytest.mark.parametrize("role", ROLES)
def test_no_question_of_an_address_is_too_odd(role, clients, things):  # noqa: F811
    wrong = []
    for room, address in addresses(things):
        if not asked_by(role, room):
            continue
        client = clients[role]
        page = client.get(address)
        if page.status_code != 200:
            continue
        found = Forms(page.text, address) if "html" in page["Content-Type"] else None
        fields = dict.fromkeys(asked_in(room) | (found.linked if found else set()), "")
        for values in attempts(fields, role, each=room != "public" or role == "visitor"):
            if (status := sent(client, "GET", address, values)) >= 500:
                wrong.append(f"{address} { ({name: one[:30] for name, one in values.items()}) }: {status}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ROLES)
def test_no_field_of_a_form_is_too_odd(role, clients, things):  # noqa: F811
    client, wrong, seen = clients[role], [], set()
    for room, address in addresses(things):
        if not asked_by(role, room):
            continue
        page = client.get(address)
        if page.status_code != 200 or "html" not in page["Content-Type"]:
            continue
        for method, action, fields in Forms(page.text, address).forms:
            if (method, action) in seen or not fields:
                continue
            seen.add((method, action))
            for values in attempts(fields, role):
                if (status := sent(client, method, action, values)) >= 500:
                    wrong.append(f"{method} {action} { ({name: one[:30] for name, one in values.items()}) }: {status}")
    assert seen
    assert not wrong, "\n".join(wrong)
