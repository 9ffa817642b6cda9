"""Who gets a thread: no address takes all of them, and nobody who has left one."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from timeline.front.gate import THREADS, THREADS_PER_ADDRESS, Gate

SCOPE = {
    "type": "http", "method": "GET", "query_string": b"", "scheme": "http", "http_version": "1.1",
    "server": ("127.0.0.1", "8000"), "headers": [],
}  # fmt: skip


def run(attempt):
    """Run it in a thread of its own: the browser of other tests may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, attempt).result()


async def asked(gate, address, path="/", leaves=None, method="GET"):
    """The status that an address is answered; `leaves` is set when whoever asked goes away."""
    sent, received = [], []

    async def receive():
        received.append(None)
        if len(received) > 1:
            await (leaves or asyncio.Event()).wait()
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {**SCOPE, "method": method, "path": path, "raw_path": path.encode(), "client": (address, 5000)}
    await gate(scope, receive, send)
    return sent[0]["status"]


async def until(happens):
    """Wait for what another thread does."""
    async with asyncio.timeout(10):
        while not happens():
            await asyncio.sleep(0.01)


def test_who_asks_for_hundreds_of_pages_at_once_keeps_nobody_else_waiting():
    goes_on, busy = threading.Event(), []

    def application(environ, start_response):
        if environ["REMOTE_ADDR"] == "203.0.113.5":
            busy.append(environ)
            goes_on.wait(20)
        start_response("200 OK", [])
        return [b"page"]

    async def attempt():
        gate = Gate(application)
        many = [asyncio.create_task(asked(gate, "203.0.113.5")) for _number in range(10 * THREADS)]
        try:
            assert await asyncio.wait_for(asked(gate, "203.0.113.6"), 10) == 200
            assert 0 < len(busy) < THREADS
        finally:
            goes_on.set()
        assert set(await asyncio.gather(*many)) == {200}
        assert len(busy) == 10 * THREADS
        del many
        assert len(gate.turns) == 0

    run(attempt())


def test_what_nobody_waits_for_any_more_is_not_begun():
    goes_on, begun = threading.Event(), []

    def application(environ, start_response):
        begun.append(environ["PATH_INFO"])
        goes_on.wait(20)
        start_response("200 OK", [])
        return [b"page"]

    async def attempt():
        gate = Gate(application)
        own = [asyncio.create_task(asked(gate, "203.0.113.5")) for _number in range(THREADS_PER_ADDRESS)]
        others = [asyncio.create_task(asked(gate, "203.0.113.6")) for _number in range(THREADS - THREADS_PER_ADDRESS)]
        await until(lambda: len(begun) == THREADS)
        leaves = asyncio.Event()
        # Some wait for a turn of their own address, some for any thread at all.
        gone = [
            asyncio.create_task(asked(gate, address, "/gone/", leaves))
            for address in ("203.0.113.5", "203.0.113.7")
            for _number in range(2 * THREADS)
        ]
        stays = asyncio.create_task(asked(gate, "203.0.113.5", "/stays/"))
        await asyncio.sleep(0.1)
        leaves.set()
        # They end while every thread is still busy.
        await asyncio.wait_for(asyncio.gather(*gone), 10)
        goes_on.set()
        assert set(await asyncio.gather(*own, *others, stays)) == {200}
        assert begun.count("/gone/") == 0
        assert begun.count("/stays/") == 1
        # Every turn is free again.
        again = [asked(gate, "203.0.113.5", "/again/") for _number in range(2 * THREADS)]
        assert set(await asyncio.wait_for(asyncio.gather(*again), 10)) == {200}
        del own, others, gone, stays, again
        assert len(gate.turns) == 0

    run(attempt())


def test_what_has_begun_ends_and_keeps_its_turn_till_then_though_nobody_waits_for_it():
    goes_on, begun, ended = threading.Event(), [], []

    def application(environ, start_response):
        begun.append(environ)
        goes_on.wait(20)
        ended.append(environ)
        start_response("200 OK", [])
        return [b"page"]

    async def attempt():
        gate = Gate(application)
        leaves = asyncio.Event()
        left = [asyncio.create_task(asked(gate, "203.0.113.5", "/", leaves)) for _number in range(THREADS_PER_ADDRESS)]
        await until(lambda: len(begun) == THREADS_PER_ADDRESS)
        leaves.set()
        waits = asyncio.create_task(asked(gate, "203.0.113.5"))
        await asyncio.sleep(0.2)
        assert len(begun) == THREADS_PER_ADDRESS
        goes_on.set()
        assert await waits == 200
        await asyncio.gather(*left)
        assert len(ended) == THREADS_PER_ADDRESS + 1

    run(attempt())


@pytest.mark.parametrize("path", ["/sign-in/", "/password/", "/%73ign-in/"])
def test_whoever_tries_passwords_takes_no_thread_from_who_reads_nor_the_turn_of_who_signs_in(path):
    goes_on, at_work, order = threading.Event(), [], []

    def application(environ, start_response):
        if environ["REQUEST_METHOD"] == "POST":
            order.append(environ["REMOTE_ADDR"])
            at_work.append(environ)
            assert len(at_work) == 1
            goes_on.wait(20)
            at_work.pop()
        start_response("200 OK", [])
        return [b"page"]

    async def attempt():
        gate = Gate(application)
        # From more addresses than there are threads.
        attackers = [f"203.0.113.{number}" for number in range(2 * THREADS)]
        many = [asyncio.create_task(asked(gate, each, path, method="POST")) for each in attackers * 3]
        await until(lambda: at_work)
        person = asyncio.create_task(asked(gate, "198.51.100.1", path, method="POST"))
        reading = [asked(gate, address, path) for address in ("198.51.100.1", *attackers)]
        assert set(await asyncio.wait_for(asyncio.gather(*reading), 10)) == {200}
        goes_on.set()
        assert {*await asyncio.gather(*many), await person} == {200}
        # Each address has one turn at a time: what it sends more of it waits behind everybody else.
        assert order.index("198.51.100.1") <= len(attackers)
        del many, person
        assert len(gate.passwords) == len(gate.turns) == 0

    run(attempt())


def test_who_tries_a_password_behind_slow_pages_of_their_own_keeps_nobody_from_signing_in():
    goes_on, begun = threading.Event(), []

    def application(environ, start_response):
        begun.append(environ)
        if environ["REMOTE_ADDR"] == "203.0.113.5":
            goes_on.wait(20)
        start_response("200 OK", [])
        return [b"page"]

    async def attempt():
        gate = Gate(application)
        slow = [asyncio.create_task(asked(gate, "203.0.113.5")) for _number in range(THREADS_PER_ADDRESS)]
        await until(lambda: len(begun) == THREADS_PER_ADDRESS)
        password = asyncio.create_task(asked(gate, "203.0.113.5", "/sign-in/", method="POST"))
        try:
            # The password has begun to wait.
            await until(lambda: len(gate.passwords))
            await asyncio.sleep(0)
            assert await asyncio.wait_for(asked(gate, "198.51.100.1", "/sign-in/", method="POST"), 10) == 200
            assert not password.done()
        finally:
            goes_on.set()
        assert {*await asyncio.gather(*slow), await password} == {200}
        del slow, password
        assert len(gate.passwords) == len(gate.turns) == 0

    run(attempt())
