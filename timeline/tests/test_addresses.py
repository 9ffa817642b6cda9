"""Role x address x method: who may ask what of every address. A new address without an entry fails."""

import csv
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

ROOMS = Path(__file__).resolve().parent.parent
ROLES = ("visitor", "researcher", "checker", "admin")
METHODS = ("GET", "POST")


def entries():
    for table in sorted(ROOMS.glob("*/tests/addresses.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def names(resolver=None, space=""):
    """Every address that the project itself names: `public:timeline`."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver) and pattern.app_name != "admin":
            yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{space}{pattern.name}"


@pytest.fixture
def things(make_article, make_event, make_chronology, publish, db):
    """One of each noun, by the token that the tables use."""
    chronology = make_chronology()
    event = make_event(checked=True)
    entry = publish(event, chronology)
    article = make_article()
    from timeline.conftest import NOW
    from timeline.records.models import Batch

    batch = Batch.objects.create(file_name="events.csv", file_hash="0" * 64, content="", created_at=NOW)
    return {
        "event": event.pk,
        "other_event": make_event("Another thing happens").pk,
        "chronology": chronology.slug,
        "article": article.pk,
        "mention": article.mentions.get().pk,
        "entry": entry.pk,
        "section": chronology.sections.get().pk,
        "lane": chronology.lanes.get().pk,
        "batch": batch.pk,
        "citation": event.citations.get().pk,
        "change": event.history.latest().change_id,
    }


def test_every_address_has_an_entry_for_each_method():
    listed = {(row["name"], row["method"]) for row in entries()}
    missing = {(name, method) for name in names() for method in METHODS} - listed
    assert not missing, f"add to the room's tests/addresses.csv: {sorted(missing)}"


def test_no_entry_is_left_of_an_address_that_is_gone():
    assert {row["name"] for row in entries()} <= set(names())


@pytest.mark.parametrize("row", list(entries()), ids=lambda row: f"{row['method']} {row['name']}")
def test_each_role_gets_what_the_table_says(row, things, as_visitor, as_researcher, as_checker, as_admin):
    clients = dict(zip(ROLES, (as_visitor, as_researcher, as_checker, as_admin), strict=True))
    pairs = (pair.split("=") for pair in row["kwargs"].split() if pair)
    address = reverse(row["name"], kwargs={key: things.get(token, token) for key, token in pairs})
    for role in ROLES:
        answer = clients[role].generic(row["method"], address, **form_headers(row["method"]))
        allowed = {int(code) for code in row[role].split("|")}
        assert answer.status_code in allowed, f"{role} {row['method']} {address}: {answer.status_code}"


def form_headers(method):
    return {"content_type": "application/x-www-form-urlencoded"} if method == "POST" else {}


@pytest.mark.parametrize("address", ["/no-such-page/", "/events/999999/", "/chronologies/none/"])
def test_an_unknown_address_gets_our_own_page(address, as_visitor, db):
    answer = as_visitor.get(address)
    assert answer.status_code == 404
    assert "Nothing stands at this address" in answer.text


def test_a_wrong_method_gets_our_own_page(as_visitor, db):
    answer = as_visitor.get(reverse("accounts:sign_out"))
    assert answer.status_code == 405
    assert "This address is not used this way" in answer.text
    assert answer["Allow"]
