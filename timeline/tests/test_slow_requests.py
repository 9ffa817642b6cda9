"""Requests that are slow, and many, on real sockets against a server that bin/serve started."""

import re
import select
import socket
import time
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from timeline.front.gate import LARGE_AT_ONCE
from timeline.tests.commands import HANGS, answer
from timeline.tests.conftest import LIMITS
from timeline.tests.sockets import HOST, SIGN_IN, STALLED, Browser, connect, exchange, read_to_end, status

PATIENCE = LIMITS["PATIENCE"]
BODIES = LIMITS["BODIES_PER_ADDRESS"]
SHARE = LIMITS["CONNECTIONS_PER_ADDRESS"]
HELD_UP = 10
"""Seconds within which a page comes, or a connection is let go, unless others hold it up."""


def test_seventeen_stalled_bodies_do_not_stop_the_site(server):
    with ExitStack() as held:
        for _number in range(17):
            held.enter_context(closing(connect(server, STALLED)))
        assert answer(server.port, "/", within=HELD_UP)[0] == 200


def test_many_stalled_heads_and_bodies_do_not_stop_the_site(server):
    with ExitStack() as held:
        for _number in range(60):
            held.enter_context(closing(connect(server, b"GET / HTTP/1.1\r\nHo")))
            held.enter_context(closing(connect(server, STALLED)))
        last = time.monotonic() + 2
        answers = []
        while time.monotonic() < last:
            answers.append(answer(server.port, "/", within=HELD_UP)[0])
        assert set(answers) == {200}


def test_a_stalled_head_is_let_go(server):
    assert exchange(server, b"GET / HTTP/1.1\r\nHo", HELD_UP) == b""


def test_a_head_that_trickles_does_not_live_forever(server):
    with closing(connect(server, b"GET / HTTP/1.1\r\nX-Slow: ")) as slow:
        last = time.monotonic() + 5 * PATIENCE
        with suppress(ConnectionError):
            while not select.select([slow], [], [], PATIENCE / 10)[0]:
                assert time.monotonic() < last
                slow.sendall(b"x")


def test_a_connection_that_says_nothing_is_let_go(server):
    assert exchange(server, b"", HELD_UP) == b""


def test_a_stalled_body_is_told_so_in_the_site_s_own_words(server):
    received = exchange(server, STALLED, HELD_UP)
    assert status(received) == 408
    head, page = received.split(b"\r\n\r\n", 1)
    assert b"connection: close" in head.lower()
    assert b"default-src 'none'" in re.search(rb"content-security-policy: (.*)", head)[1]
    assert b"What was sent came too slowly" in page


def test_a_body_that_trickles_does_not_live_forever(server):
    with closing(connect(server, SIGN_IN + b"Content-Length: 60000\r\n\r\n")) as slow:
        last = time.monotonic() + 10 * PATIENCE
        slow.settimeout(PATIENCE / 10)
        received = b""
        while not received and time.monotonic() < last:
            slow.sendall(b"x")
            try:
                received = slow.recv(4096)
            except TimeoutError:
                continue
    assert status(received) == 408


def test_a_slow_body_that_keeps_coming_is_taken(server):
    body = b"username=nobody&password=" + b"x" * 40_000
    with closing(connect(server, SIGN_IN + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body))) as slow:
        for start in range(0, len(body), 4000):
            slow.sendall(body[start : start + 4000])
            time.sleep(PATIENCE / 8)
        # It has no token, which only who reads the whole form can say.
        assert status(read_to_end(slow)) == 403


def is_held(server, connection):
    """Whether the server's end of a connection is still there."""
    there, here = (f"{port:04X}" for port in (server.port, connection.getsockname()[1]))
    return re.search(rf":{there} [0-9A-F]+:{here} ", Path("/proc/net/tcp").read_text()) is not None


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="Linux alone lets go of readers, and lists connections")
def test_a_reader_who_stops_reading_is_let_go_and_holds_nobody_up(server):
    name = re.search(r'href="(/static/css/base[^"]*)"', answer(server.port, "/")[1])[1]
    length = len(answer(server.port, name)[1].encode())
    one = f"GET {name} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    assert answer(server.port, "/")[0] == 200
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader.settimeout(HANGS)
    with closing(reader):
        reader.connect(("127.0.0.1", server.port))
        reader.sendall(one * 400)
        last = time.monotonic() + 5 * PATIENCE
        while is_held(server, reader):
            assert answer(server.port, "/", within=HELD_UP)[0] == 200
            assert time.monotonic() < last
            time.sleep(0.1)
        received = 0
        try:
            while part := reader.recv(1 << 20):
                received += len(part)
        except ConnectionResetError:
            pass
    assert received < 400 * length


def test_a_form_that_comes_at_once_is_taken_however_many_others_stall(server):
    browser = Browser(server)
    form = browser.form("/sign-in/", username="nobody", password="x")
    with ExitStack() as held:
        for _number in range(2 * BODIES):
            held.enter_context(closing(connect(server, STALLED)))
        assert browser.send("/sign-in/", form)[0] == 200


def test_the_body_that_waited_longest_gives_its_place_to_a_new_one(server):
    with ExitStack() as held:
        waiting = [held.enter_context(closing(connect(server, STALLED))) for _number in range(BODIES)]
        while True:
            newcomer = held.enter_context(closing(connect(server, STALLED)))
            if newcomer not in select.select([newcomer, *waiting], [], [], HANGS)[0]:
                break
            # Nobody has waited for a second yet, so the newcomer itself is refused.
            assert status(read_to_end(newcomer)) == 429
        received = [read_to_end(each) for each in waiting]
        assert sorted(map(status, received)) == [408] * (BODIES - 1) + [429]
        assert sum(b"retry-after: " in each.lower() for each in received) == 1
        assert status(read_to_end(newcomer)) == 408


def test_more_bodies_than_an_address_may_have_are_refused(server):
    with ExitStack() as held:
        waiting = [held.enter_context(closing(connect(server, STALLED))) for _number in range(3 * BODIES)]
        answers = [status(read_to_end(each)) for each in waiting]
    assert answers.count(429) >= 2 * BODIES
    assert set(answers) == {408, 429}


def test_a_person_cannot_have_more_large_bodies_under_way_than_a_few(server, admin_browser):
    cookie = f"Cookie: sessionid={admin_browser.cookies['sessionid']}\r\nContent-Length: 200000\r\n\r\n".encode()
    with ExitStack() as held:
        waiting = []
        for _number in range(LARGE_AT_ONCE + 2):
            stalled = connect(server, b"POST /articles/new/ HTTP/1.1\r\n" + HOST + cookie)
            waiting.append(held.enter_context(closing(stalled)))
        assert sorted(status(read_to_end(each)) for each in waiting) == [408] * LARGE_AT_ONCE + [429, 429]


def kept(connections):
    """How many connections the server has not closed."""
    return len(connections) - len(select.select(connections, [], [], 0)[0])


def test_one_address_cannot_hold_more_connections_than_its_share(server):
    with ExitStack() as held:
        stalled = b"GET / HTTP/1.1\r\nHo"
        # From then on heads are let go for their slowness.
        last = time.monotonic() + 0.9 * PATIENCE
        waiting = [held.enter_context(closing(connect(server, stalled))) for _number in range(SHARE + 40)]
        while kept(waiting) > SHARE and time.monotonic() < last:
            time.sleep(0.05)
        assert kept(waiting) <= SHARE
        assert answer(server.port, "/", within=HELD_UP)[0] == 200
