"""Our own pages for what goes wrong: they say what to do, and axe finds nothing on them."""

import pytest
from django.test import Client, RequestFactory
from playwright.sync_api import expect

from timeline.web import views


def test_a_form_without_a_token_says_that_it_is_out_of_date(db):
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "the-researcher"})
    assert answer.status_code == 403
    assert "This form is out of date" in answer.text


def test_the_wrong_role_is_told_which_role_is_needed(as_researcher):
    answer = as_researcher.get("/imports/")
    assert answer.status_code == 403
    assert "This needs the role: admin" in answer.text


def test_a_fault_of_ours_is_told_without_the_database():
    answer = views.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text


def test_a_host_that_is_not_ours_gets_our_own_page(as_visitor):
    answer = as_visitor.get("/", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "This request cannot be understood" in answer.text


MANY = "f=1&" * 1500


@pytest.mark.parametrize(
    ("address", "method", "headers", "status", "said"),
    [
        ("/", "get", {}, 400, "This request cannot be understood"),
        ("/ja/", "get", {}, 400, 'lang="ja"'),
        ("/no-such-page/", "get", {}, 400, "This request cannot be understood"),
        ("/arrange/", "get", {}, 400, "This request cannot be understood"),
        ("/", "post", {}, 400, "This request cannot be understood"),
        ("/sign-in/", "post", {}, 403, "This form is out of date"),
        ("/", "get", {"Host": "elsewhere.example"}, 400, "This request cannot be understood"),
    ],
)
def test_a_query_of_too_many_fields_gets_our_own_page(address, method, headers, status, said, db):
    client = Client(enforce_csrf_checks=address == "/sign-in/")
    answer = client.generic(method.upper(), f"{address}?{MANY}", headers=headers)
    assert (answer.status_code, said in answer.text) == (status, True)


def test_every_page_sends_the_strict_policy(as_visitor):
    policy = as_visitor.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/sign-in/", "/no-such-page/", "/imports/", "/sign-out/", "/password/"])
def test_axe_finds_nothing_on_the_pages_between(address, page, live_server, sign_in, researcher, axe):
    if address != "/sign-in/":
        sign_in(researcher)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}{address}")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator("html")).to_have_js_property("scrollWidth", width)
        axe(page)


@pytest.mark.browser
def test_axe_says_what_is_wrong_with_a_page(page, axe):
    page.set_content("<html lang=en><title>A page</title><main><h1>A page</h1><img src=photograph.png></main>")
    with pytest.raises(AssertionError, match=r"image-alt: <img src=.photograph"):
        axe(page)
    pale = "@media (prefers-color-scheme: dark) { p { color: #eee } }"
    page.set_content(
        f"<html lang=en><title>A page</title><style>{pale}</style><main><h1>A page</h1><p>Words</p></main>"
    )
    with pytest.raises(AssertionError, match=r"\(dark\)\s+color-contrast: <p>Words"):
        axe(page)
