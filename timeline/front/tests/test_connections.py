"""Looking after connections from outside, at real sockets of this process."""

import socket
import time
from contextlib import ExitStack, closing
from ipaddress import ip_network

import pytest

from timeline.front import connections

pytestmark = pytest.mark.skipif(not connections.OPEN_FILES.exists(), reason="needs Linux's list of open files")


@pytest.fixture(params=["127.0.0.1", "::1"])
def listener(request):
    family = socket.AF_INET6 if ":" in request.param else socket.AF_INET
    with closing(socket.create_server((request.param, 0), family=family)) as listener:
        yield listener


@pytest.fixture
def pairs(listener):
    """Six connections, both ends of each; the oldest first."""
    with ExitStack() as held:
        made = []
        for number in range(6):
            mine = held.enter_context(socket.create_connection(listener.getsockname()[:2], timeout=60))
            theirs = held.enter_context(listener.accept()[0])
            mine.sendall(b"x")
            theirs.recv(1)
            made.append((mine, theirs))
            time.sleep(0.02 if number < 5 else 0)
        yield made


def ended(pairs):
    """Which of the connections the other side has closed."""
    found = []
    for number, (mine, _theirs) in enumerate(pairs):
        mine.settimeout(0.05)
        try:
            found += [number] * (mine.recv(1) == b"")
        except TimeoutError:
            continue
    return found


def test_what_an_address_holds_above_its_share_is_closed_the_longest_silent_first(listener, pairs):
    # The first has just said something, so the second is the longest silent.
    pairs[0][0].sendall(b"x")
    assert connections.close_surplus({listener.getsockname()[1]}, 4, []) == 2
    assert ended(pairs) == [1, 2]


def test_nothing_is_closed_within_the_share(listener, pairs):
    assert connections.close_surplus({listener.getsockname()[1]}, 6, []) == 0
    assert ended(pairs) == []


def test_a_trusted_proxy_may_hold_as_many_as_it_likes(listener, pairs):
    trusted = [ip_network("127.0.0.1"), ip_network("::1")]
    assert connections.close_surplus({listener.getsockname()[1]}, 1, trusted) == 0
    assert ended(pairs) == []


def test_a_proxy_is_known_at_a_socket_of_both_families():
    with ExitStack() as held:
        both = held.enter_context(closing(socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)))
        port = both.getsockname()[1]
        for _number in range(3):
            held.enter_context(socket.create_connection(("127.0.0.1", port)))
            held.enter_context(both.accept()[0])
        assert connections.close_surplus({port}, 2, [ip_network("127.0.0.1")]) == 0
        assert connections.close_surplus({port}, 2, []) == 1


def test_connections_of_others_are_not_touched(pairs):
    assert connections.close_surplus({1}, 1, []) == 0
    assert ended(pairs) == []


def test_connections_inherit_how_long_a_reader_may_stall(listener):
    assert listener.getsockname()[1] in connections.let_go_of_stalled_readers(7)
    with socket.create_connection(listener.getsockname()[:2]), listener.accept()[0] as accepted:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 7000


def test_looking_leaves_no_handle_open(listener, pairs):
    before = len(list(connections.OPEN_FILES.iterdir()))
    connections.close_surplus({listener.getsockname()[1]}, 1, [])
    assert len(list(connections.OPEN_FILES.iterdir())) == before
