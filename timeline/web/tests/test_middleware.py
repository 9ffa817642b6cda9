"""What happens to every request."""

import pytest

from timeline.conftest import signed_in


@pytest.mark.parametrize("address", ["/articles/?q=%00", "/arrange/events/?q=a%00b", "/chronologies/x%20/?q=%00"])
def test_the_character_nul_in_an_address_harms_nothing(as_checker, address):
    assert as_checker.get(address).status_code in (200, 404)


def test_the_character_nul_in_a_form_is_left_out(as_checker, make_event):
    event = make_event(checked=True)
    answer = as_checker.post(f"/arrange/events/{event.pk}/withdraw/", {"why": "Wr\0ong"})
    assert answer.status_code == 302
    event.refresh_from_db()
    assert event.status == "withdrawn"


@pytest.mark.parametrize(
    "address", ["/", "/articles/", "/arrange/", "/admin/", "/no-such-page/", "/arrange/events/999/"]
)
def test_no_browser_keeps_a_page_of_who_is_signed_in(as_researcher, address):
    assert "no-store" in as_researcher.get(address)["Cache-Control"]


@pytest.mark.parametrize("address", ["/arrange/x/publish/", "/sign-out/", "/arrange/events/new/"])
def test_nor_what_a_form_was_answered(as_researcher, address):
    assert "no-store" in as_researcher.post(address)["Cache-Control"]


def test_nor_a_page_that_fails(researcher, monkeypatch):
    def broken(*_args, **_options):
        raise RuntimeError

    monkeypatch.setattr("timeline.ingest.queries.articles", broken)
    client = signed_in(researcher)
    client.raise_request_exception = False
    answer = client.get("/articles/")
    assert answer.status_code == 500
    assert "no-store" in answer["Cache-Control"]


def test_a_visitor_keeps_public_pages(as_visitor, db):
    assert "no-store" not in as_visitor.get("/").get("Cache-Control", "")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_back_shows_no_private_page_after_signing_out(page, live_server, sign_in, researcher, make_article):
    make_article(title="Not for everyone")
    sign_in(researcher)
    for address in ("/arrange/", "/articles/"):
        page.goto(live_server.url + address)
    page.get_by_role("link", name="Not for everyone", exact=True).wait_for()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{live_server.url}/")
    for _step in range(2):
        page.go_back()
        page.get_by_label("Password").wait_for()
        assert "Not for everyone" not in page.content()
