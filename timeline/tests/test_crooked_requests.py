"""Requests that are cut off or crooked, and plain ones, on real sockets against a server that bin/serve started."""

import http.client
import re
import select
import socket
from contextlib import ExitStack, closing

import pytest

from timeline.tests.commands import HANGS, Running, answer
from timeline.tests.sockets import HOST, SIGN_IN, STALLED, Browser, ask, connect, exchange, read_to_end, status


@pytest.mark.parametrize(
    "head_and_body",
    [
        b"Content-Length: 900\r\n\r\n%s",
        b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\nzz\r\n",
    ],
)
def test_a_body_that_was_cut_off_is_not_acted_upon(server, head_and_body):
    browser = Browser(server)
    form = browser.form("/sign-in/", username="admin", password=server.password).encode()
    cookie = f"Cookie: csrftoken={browser.cookies['csrftoken']}\r\n".encode()
    sent = head_and_body % ((len(form), form) if b"%x" in head_and_body else form)
    with closing(connect(server, SIGN_IN + cookie + sent)) as connection:
        connection.shutdown(socket.SHUT_WR)
        assert b"sessionid" not in read_to_end(connection)


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 3\r\nContent-Length: 4\r\n\r\n",
        b"Content-Length: 3, 4\r\n\r\n",
        b"Content-Length: -3\r\n\r\n",
        b"Content-Length: +3\r\n\r\n",
        b"Content-Length: 0x3\r\n\r\n",
        b"Content-Length : 3\r\n\r\n",
        b"Content-Length: " + b"9" * 30 + b"\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\n\r\n",
        b"Transfer-Encoding: chunked, identity\r\n\r\n",
        b"X: a\r\n folded\r\n\r\n",
        b"X: a\rContent-Length: 3\r\n\r\n",
    ],
)
def test_a_head_that_two_servers_might_read_two_ways_is_refused(server, head):
    received = exchange(server, SIGN_IN + head + b"abcGET /sign-in/ HTTP/1.1\r\n" + HOST + b"\r\n")
    assert status(received) == 400
    assert received.count(b"HTTP/1.1 ") == 1


def test_nothing_after_a_body_of_two_lengths_is_taken_for_a_request(server):
    hidden = b"0\r\n\r\nGET /sign-in/ HTTP/1.1\r\n" + HOST + b"\r\n"
    received = exchange(server, SIGN_IN + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + hidden)
    assert received.count(b"HTTP/1.1 ") == 1
    assert b"connection: close" in received.lower()


@pytest.mark.parametrize(
    "body",
    [
        b"3;" + b"a" * 100_000 + b"\r\nabc\r\n0\r\n\r\n",
        b"F" * 16 + b"1\r\nabc",
        b"-3\r\nabc",
        b"3\r\nabcdef\r\n0\r\n\r\n",
        b"0\r\n" + b"X: y\r\n" * 20_000 + b"\r\n",
    ],
)
def test_chunks_that_are_none_are_the_sender_s_fault(server, body):
    received = exchange(server, SIGN_IN + b"Transfer-Encoding: chunked\r\n\r\n" + body)
    assert status(received) == 400
    assert b"did not arrive whole" in received


def test_a_length_of_thousands_of_zeros_is_the_number_after_them(server):
    head = SIGN_IN + b"Connection: close\r\nContent-Length: " + b"0" * 5000 + b"3\r\n\r\n"
    assert status(exchange(server, head + b"a=b")) == 403


def test_a_head_with_unix_line_ends_is_read(server):
    assert status(exchange(server, b"GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n")) == 200


def test_a_header_with_an_underscore_passes_for_no_other(server):
    received = exchange(
        server, b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX_Forwarded_Host: a\r\n\r\n"
    )
    assert status(received) == 200


def test_http_2_without_tls_is_not_waited_for(server):
    assert b"200" not in exchange(server, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")


@pytest.mark.parametrize("path", ["/chronologies/%FF/", "/chronologies/%E6%97%A5%2F/", "//", "/%00", "/a;b=c/"])
def test_odd_paths_are_not_found_and_break_nothing(server, path):
    assert answer(server.port, path)[0] in (400, 404)


def test_several_requests_at_once_on_one_connection_are_answered_in_turn(server):
    last = b"GET /no-such-page HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
    received = exchange(server, b"GET /sign-in/ HTTP/1.1\r\n" + HOST + b"\r\n" + last)
    assert re.findall(rb"HTTP/1\.1 (\d+)", received) == [b"200", b"404"]


def test_who_asks_first_whether_to_send_a_body_is_told_to_go_on(server):
    with closing(
        connect(server, SIGN_IN + b"Expect: 100-continue\r\nConnection: close\r\nContent-Length: 3\r\n\r\n")
    ) as one:
        assert one.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        one.sendall(b"a=b")
        assert status(read_to_end(one)) == 403


def test_a_head_request_gets_the_head_of_the_page_and_nothing_else(server):
    page, content = ask(server, "/")
    head, nothing = ask(server, "/", "HEAD")
    assert (head.status, nothing) == (200, b"")
    assert head.headers["Content-Length"] == page.headers["Content-Length"] == str(len(content))


def test_a_page_that_has_not_changed_is_not_sent_again(server):
    address = "/"
    page, _content = ask(server, address)
    again, nothing = ask(server, address, If_None_Match=page.headers["ETag"])
    assert (again.status, nothing) == (304, b"")


def test_pages_and_files_are_sent_compressed(server):
    page, content = ask(server, "/", Accept_Encoding="br")
    assert page.headers["Content-Encoding"] == "br"
    assert page.headers["Content-Length"] == str(len(content))


def test_files_keep_for_ever_and_are_sent_in_part_where_asked(server):
    name = re.search(r'href="(/static/css/base[^"]*)"', answer(server.port, "/")[1])[1]
    whole, content = ask(server, name)
    assert "immutable" in whole.headers["Cache-Control"]
    part, some = ask(server, name, Range="bytes=10-19")
    assert (part.status, some) == (206, content[10:20])


@pytest.fixture
def behind_a_proxy(server, served_copy):
    """Another server, over IPv6, that believes this machine about where requests come from."""
    with Running(served_copy, HOST="::1", WORKERS="1", TRUSTED_PROXIES="::1", BODIES_PER_ADDRESS="2") as other:
        yield other


def test_who_comes_through_a_proxy_is_counted_alone_and_the_server_stops_though_bodies_stall(behind_a_proxy):
    def stalled_from(address):
        connection = held.enter_context(closing(socket.create_connection(("::1", behind_a_proxy.port), timeout=HANGS)))
        connection.sendall(STALLED.replace(HOST, HOST + f"X-Forwarded-For: 6.6.6.6, {address}\r\n".encode()))
        return connection

    page = http.client.HTTPConnection("::1", behind_a_proxy.port, timeout=HANGS)
    with closing(page):
        page.request("GET", "/")
        assert page.getresponse().status == 200
    with ExitStack() as held:
        waiting = [stalled_from(address) for address in ["198.51.100.1"] * 3 + ["198.51.100.2"] * 2]
        refused = select.select(waiting, [], [], HANGS)[0]
        assert [waiting.index(each) in (0, 1, 2) for each in refused] == [True]
        assert status(read_to_end(refused[0])) == 429
        behind_a_proxy.process.terminate()
        assert behind_a_proxy.process.wait(20) == 0
        assert behind_a_proxy.children() == []
