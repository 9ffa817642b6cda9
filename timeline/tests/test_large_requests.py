"""Requests that are large, on real sockets against a server that bin/serve started."""

import re
from contextlib import closing

import pytest
from playwright.sync_api import expect

from timeline.tests.sockets import HOST, SIGN_IN, connect, exchange, status


def files_in(folder):
    """Return the files of a folder; what else stands there is no body of a request."""
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("path", [b"/sign-in/", b"/", b"/articles/new/", b"/no-such-page"])
def test_a_stranger_s_large_body_is_refused_before_a_byte_of_it_is_read(server, path):
    head = b"POST " + path + b" HTTP/1.1\r\n" + HOST + b"Content-Length: 400000000\r\nExpect: 100-continue\r\n\r\n"
    received = exchange(server, head)
    assert status(received) == 413
    assert b"100 Continue" not in received
    assert b"64 kB" in received


def test_a_large_body_that_comes_all_the_same_is_not_kept(server):
    with closing(connect(server, SIGN_IN + b"Content-Length: 400000000\r\n\r\n")) as connection:
        sent = 0
        try:
            while sent < 400_000_000:
                sent += connection.send(b"x" * 65536)
                assert not files_in(server.scratch)
        except OSError:
            pass
        assert sent < 100_000_000


def test_a_chunked_body_is_counted_and_cut_off(server):
    chunk = b"2000\r\n" + b"x" * 0x2000 + b"\r\n"
    with closing(connect(server, SIGN_IN + b"Transfer-Encoding: chunked\r\n\r\n")) as connection:
        for _number in range(9):
            connection.sendall(chunk)
        assert status(connection.recv(4096)) == 413


def test_a_chunked_body_that_is_short_enough_is_read(server):
    received = exchange(
        server, SIGN_IN + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n"
    )
    assert status(received) == 403


def test_a_session_that_is_made_up_opens_no_door(server):
    cookie = b"Cookie: sessionid=" + b"a" * 32 + b"\r\nExpect: 100-continue\r\nContent-Length: 300000\r\n\r\n"
    received = exchange(server, b"POST /articles/new/ HTTP/1.1\r\n" + HOST + cookie)
    assert status(received) == 413
    assert b"You are not signed in" in received


def test_a_signed_in_person_s_long_text_is_taken(server, admin_browser):
    form = admin_browser.form("/articles/new/", text="A long day. " * 60_000)
    code, page = admin_browser.send("/articles/new/", form)
    assert code == 422
    assert page.count("A long day.") == 60_000


def test_a_signed_in_person_s_long_text_is_taken_in_chunks(server, admin_browser):
    form = admin_browser.form("/articles/new/", text="Eleven long days. " * 20_000).encode()
    parts = (form[start : start + 30_000] for start in range(0, len(form), 30_000))
    code, page = admin_browser.send("/articles/new/", parts)
    assert code == 422
    assert page.count("Eleven long days.") == 20_000


def test_a_form_that_is_too_long_is_refused_with_the_limit(server, admin_browser):
    code, page = admin_browser.send("/articles/new/", "text=" + "x" * 13_000_000)
    assert code == 413
    assert "12 MB" in page
    assert "your browser should still have what you typed" in page


def test_a_table_is_taken_where_a_form_would_not_be(server, admin_browser):
    token = re.search(r"csrfmiddlewaretoken=(\w+)", admin_browser.form("/imports/new/"))[1]
    part = '--edge\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    body = part % ("csrfmiddlewaretoken", "", token) + part % ("file", '; filename="t.csv"', "x" * 13_000_000)
    code, page = admin_browser.ask(
        "POST", "/imports/new/", body + "--edge--\r\n", Content_Type="multipart/form-data; boundary=edge"
    )
    assert code == 422
    assert "too large" not in page
    assert not files_in(server.scratch)


def test_a_table_that_is_too_large_is_refused_with_the_limit(server, admin_browser):
    cookie = f"Cookie: sessionid={admin_browser.cookies['sessionid']}\r\nContent-Length: 500000000\r\n".encode()
    kind = b"Content-Type: multipart/form-data; boundary=edge\r\nExpect: 100-continue\r\n\r\n"
    received = exchange(server, b"POST /imports/new/ HTTP/1.1\r\n" + HOST + cookie + kind)
    assert status(received) == 413
    assert b"66 MB" in received


def test_a_large_head_is_refused(server):
    received = exchange(server, b"GET / HTTP/1.1\r\n" + HOST + b"X-Long: " + b"x" * 300_000 + b"\r\n\r\n")
    assert status(received) in (None, 400, 431)
    many = b"".join(b"X-%d: 1\r\n" % number for number in range(500))
    assert status(exchange(server, b"GET / HTTP/1.1\r\n" + HOST + many + b"\r\n")) == 431


@pytest.mark.browser
def test_a_browser_shows_the_refusal_and_still_has_what_was_typed(server, page, axe):
    page.goto(f"http://127.0.0.1:{server.port}/sign-in/")
    page.evaluate("document.querySelector('[name=username]').removeAttribute('maxlength')")
    page.get_by_label("Username").fill("a long name " * 20_000)
    page.get_by_label("Password").fill("a-long-enough-one")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Too much for somebody who is not signed in").wait_for()
    expect(page.get_by_text("at most 64 kB")).to_be_visible()
    axe(page)
    page.go_back()
    expect(page.get_by_label("Username")).to_have_value("a long name " * 20_000)


@pytest.mark.browser
def test_a_browser_shows_that_a_file_is_too_large(server, admin_browser, context, page):
    address = f"http://127.0.0.1:{server.port}"
    context.add_cookies([{"name": "sessionid", "value": admin_browser.cookies["sessionid"], "url": address}])
    page.goto(f"{address}/imports/new/")
    page.evaluate(
        "const box = new DataTransfer(); box.items.add(new File(['x'.repeat(80000000)], 'large.csv'));"
        "document.querySelector('input[type=file]').files = box.files"
    )
    page.locator("form:has(input[type=file])").evaluate("form => form.submit()")
    page.get_by_role("heading", name="This is too large").wait_for()
    expect(page.get_by_text("At most 66 MB")).to_be_visible()
